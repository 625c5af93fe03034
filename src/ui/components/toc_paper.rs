//! Contents of the packet.

use leptos::prelude::*;

/// Each entry is its name and its page.
pub fn toc_paper(entries: Vec<(String, String)>) -> AnyView {
    let entries: Vec<_> = entries
        .into_iter()
        .map(|(name, page)| view! { <li>{name}<span class="dots"></span>{page}</li> }.into_any())
        .collect();
    view! { <ol class="body toc-paper">{entries}</ol> }.into_any()
}
