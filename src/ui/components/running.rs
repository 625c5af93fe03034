//! What runs along the head of every sheet when a page is printed.

use leptos::prelude::*;

/// A page with a line that is seen on paper only, at the head of every sheet.
pub fn running(line: impl Fn() -> String + Send + 'static, body: AnyView) -> AnyView {
    view! {
        <div class="running">
            <div class="running__head only-print" aria-hidden="true"><p>{line}</p></div>
            <div class="running__body">{body}</div>
        </div>
    }
    .into_any()
}
