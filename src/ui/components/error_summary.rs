//! What must be corrected, on top of the page.

use std::time::Duration;

use crate::ui::components::jump::jump;
use leptos::{ev::MouseEvent, prelude::*};

/// An error of the page.
pub struct ShownError {
    /// The id of the wrong field.
    pub field: String,
    /// The words that stand beside it.
    pub words: String,
    /// Sees to it that the field is drawn.
    pub reach: Callback<()>,
}

/// The errors of a page, each a link to its field.
pub fn error_summary(title: String, errors: Vec<ShownError>, more: Option<String>) -> AnyView {
    let errors: Vec<_> = errors
        .into_iter()
        .map(|ShownError { field, words, reach }| {
            let href = format!("#{field}");
            let go = move |event: MouseEvent| {
                event.prevent_default();
                reach.run(());
                let field = field.clone();
                set_timeout(move || jump(&field), Duration::ZERO);
            };
            view! { <li><a href=href on:click=go>{words}</a></li> }.into_any()
        })
        .collect();
    view! {
        <div class="error-summary" id="error-summary" role="alert" aria-labelledby="error-summary-title" tabindex="-1">
            <h2 class="error-summary__title" id="error-summary-title">{title}</h2>
            <ul class="error-summary__list">{errors}</ul>
            {more.map(|more| view! { <p class="small">{more}</p> })}
        </div>
    }
    .into_any()
}
