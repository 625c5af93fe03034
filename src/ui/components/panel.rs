//! Grey ground with an ink rule on top, for the aside only.

use leptos::prelude::*;

/// A titled panel; `id` names its title.
pub fn panel(id: &'static str, title: String, body: AnyView) -> AnyView {
    view! {
        <section class="panel" aria-labelledby=id><h2 class="panel__title" id=id>{title}</h2>{body}</section>
    }
    .into_any()
}

/// The same without the ground.
pub fn bare_panel(id: &'static str, title: String, body: AnyView) -> AnyView {
    view! { <section aria-labelledby=id><h2 class="panel__title" id=id>{title}</h2>{body}</section> }.into_any()
}
