//! What cannot be undone says so before the button.

use crate::ui::components::icon::{Glyph, icon};
use leptos::prelude::*;

/// The box: what is final, what is not yet, and what can be done.
pub fn commit(id: String, title: String, says: AnyView, actions: Vec<AnyView>) -> AnyView {
    let title_id = format!("{id}-title");
    let named_by = title_id.clone();
    view! {
        <section class="commit" id=id aria-labelledby=named_by>
            <h3 class="commit__title" id=title_id>{icon(Glyph::Warn)}{title}</h3>
            <p class="small">{says}</p>
            <div class="button-row">{actions}</div>
        </section>
    }
    .into_any()
}
