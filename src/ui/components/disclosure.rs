//! Details on demand.

use leptos::prelude::*;

/// A heading that opens what is under it.
pub fn disclosure(small: bool, summary: impl Into<Signal<String>>, body: AnyView) -> AnyView {
    let summary = summary.into();
    let (class, inner) = if small {
        ("disclosure disclosure--small", "disclosure__body small")
    } else {
        ("disclosure", "disclosure__body")
    };
    view! {
        <details class=class>
            <summary>{summary}</summary>
            <div class=inner>{body}</div>
        </details>
    }
    .into_any()
}
