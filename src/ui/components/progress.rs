//! Something takes a moment.

use leptos::prelude::*;

/// A page on its way. Under a moment there is nothing to see, later lines that stand for it; only the words are said.
pub fn coming(says: Option<String>) -> AnyView {
    let lines = says.is_some().then(|| {
        view! {
            <div class="skeleton" aria-hidden="true">
                <span class="skeleton__line skeleton__line--short"></span>
                <span class="skeleton__line"></span>
                <span class="skeleton__line"></span>
            </div>
        }
    });
    view! { <div class="progress" data-coming=""><p role="status">{says}</p>{lines}</div> }.into_any()
}
