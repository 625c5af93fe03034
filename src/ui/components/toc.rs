//! Contents of a page.

use crate::ui::components::jump::jump_link;
use leptos::prelude::*;

/// Each entry is the id of its place, its words, and a note at the right.
pub fn toc(label: String, entries: Vec<(String, String, String)>) -> AnyView {
    let entries: Vec<_> = entries
        .into_iter()
        .map(|(id, text, note)| {
            let content = view! { {text}<span class="toc__note">{note}</span> }.into_any();
            jump_link("", id, content)
        })
        .collect();
    view! { <nav class="toc" aria-label=label>{entries}</nav> }.into_any()
}
