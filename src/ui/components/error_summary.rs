//! What must be corrected, on top of the page.

use super::jump::jump_link;
use leptos::prelude::*;

/// The errors of a page: the id of each wrong field and the words that stand beside it.
/// Give it the focus with [`super::jump::jump`]`("error-summary")` when an attempt to go on fails.
pub fn error_summary(title: String, errors: Vec<(String, String)>) -> AnyView {
    let errors: Vec<_> = errors
        .into_iter()
        .map(|(id, text)| view! { <li>{jump_link("", id, text.into_any())}</li> }.into_any())
        .collect();
    view! {
        <div class="error-summary" id="error-summary" role="alert" aria-labelledby="error-summary-title" tabindex="-1">
            <h2 class="error-summary__title" id="error-summary-title">{title}</h2>
            <ul class="error-summary__list">{errors}</ul>
        </div>
    }
    .into_any()
}
