//! A saved draft in short.

use leptos::prelude::*;

/// Its name, and when it was saved and how far it is.
pub fn draft(name: String, meta: String) -> AnyView {
    view! {
        <div class="draft"><span class="draft__name">{name}</span><span class="draft__meta">{meta}</span></div>
    }
    .into_any()
}
