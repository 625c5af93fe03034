//! One sentence that matters.

use leptos::prelude::*;

/// The sentence, its figures in `strong`.
pub fn callout(text: AnyView) -> AnyView {
    view! { <p class="callout">{text}</p> }.into_any()
}
