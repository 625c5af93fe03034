//! The head of every page: mark, name, draft, tools.

use crate::ui::components::jump::jump_link;
use leptos::prelude::*;

/// The mark in the sprite. A name and not a literal: Leptos writes elements without anything dynamic as they are
/// spelt, and there is no element `use_`.
const MARK: &str = "#i-mark";

/// The first link of the page, shown when it has the focus; it leads to the element `main`.
pub fn skip_link(label: String) -> AnyView {
    jump_link("skip-link", "main".to_owned(), label.into_any())
}

/// The whole head: masthead on top, runner under it. `name` is set as phrases, so that a break splits no word.
pub fn masthead(home: String, name: Vec<String>, sub: String, tools: AnyView, runner: AnyView) -> AnyView {
    let name: Vec<_> = name.into_iter().map(|part| view! { <span>{part}</span> }).collect();
    view! {
        <header class="top">
            <div class="masthead">
                <div class="masthead__inner">
                    <a class="masthead__brand" href=home>
                        <svg class="masthead__mark" viewBox="0 0 36 36" aria-hidden="true" focusable="false">
                            <use_ href=MARK />
                        </svg>
                        <span>
                            <span class="masthead__name">{name}</span>
                            <span class="masthead__sub">{sub}</span>
                        </span>
                    </a>
                    <div class="masthead__tools">{tools}</div>
                </div>
            </div>
            {runner}
        </header>
    }
    .into_any()
}

/// Which draft is open and where it is kept.
pub fn masthead_draft(name: Signal<String>, note: Signal<String>) -> AnyView {
    view! { <p class="masthead__draft"><b>{name}</b>{note}</p> }.into_any()
}
