//! Waiting.

use leptos::prelude::*;

/// A bar with what is done, how far it is, and a way to stop.
pub fn progress(title: String, count: Signal<String>, percent: Signal<u8>, label: String, cancel: AnyView) -> AnyView {
    view! {
        <div class="progress">
            <p><strong>{title}</strong> " " <span class="soft small">{count}</span></p>
            <div
                class="progress__track"
                role="progressbar"
                aria-label=label
                aria-valuenow=move || percent.get().to_string()
                aria-valuemin="0"
                aria-valuemax="100"
            >
                <svg class="progress__bar" aria-hidden="true">
                    <rect width=move || format!("{}%", percent.get()) height="100%" />
                </svg>
            </div>
            <div>{cancel}</div>
        </div>
    }
    .into_any()
}

/// Two grey lines, for the first paint only.
pub fn skeleton() -> AnyView {
    view! {
        <div class="skeleton" aria-hidden="true">
            <span class="skeleton__line skeleton__line--short"></span>
            <span class="skeleton__line"></span>
        </div>
    }
    .into_any()
}
