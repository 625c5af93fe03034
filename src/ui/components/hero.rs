//! The opening of the first page.

use crate::ui::components::{
    icon::{Glyph, icon},
    layout::phrases,
};
use leptos::prelude::*;

/// Title in phrases, one sentence, a few facts.
pub fn hero(title: Vec<String>, lead: String, facts: Vec<(Glyph, String)>) -> AnyView {
    let facts: Vec<_> =
        facts.into_iter().map(|(glyph, text)| view! { <li>{icon(glyph)}{text}</li> }.into_any()).collect();
    view! {
        <div class="hero">
            <h1>{phrases(title)}</h1>
            <p class="page-head__lead">{lead}</p>
            <ul class="hero__facts">{facts}</ul>
        </div>
    }
    .into_any()
}
