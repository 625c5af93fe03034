//! Nothing here yet.

use leptos::prelude::*;

/// What belongs here, who needs it, one action and a way to say "none".
pub fn empty(title: String, text: String, actions: Vec<AnyView>) -> AnyView {
    view! {
        <div class="empty">
            <p class="empty__title">{title}</p>
            <p class="soft small">{text}</p>
            <div class="button-row">{actions}</div>
        </div>
    }
    .into_any()
}
