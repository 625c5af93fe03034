//! The foot of every page.

use leptos::prelude::*;

/// What the page is and is not, and links (address, words).
pub fn foot(text: String, links: Vec<(String, String)>) -> AnyView {
    let links: Vec<_> =
        links.into_iter().map(|(href, label)| view! { <li><a href=href>{label}</a></li> }.into_any()).collect();
    view! {
        <footer class="foot">
            <div class="foot__inner"><p>{text}</p><ul class="foot__links">{links}</ul></div>
        </footer>
    }
    .into_any()
}
