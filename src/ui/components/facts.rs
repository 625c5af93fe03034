//! For whom, on what, how much, how long.

use leptos::prelude::*;

/// Each fact is its question and its answer.
pub fn facts(narrow: bool, facts: Vec<(String, AnyView)>) -> AnyView {
    let class = if narrow { "facts facts--narrow" } else { "facts" };
    let facts: Vec<_> = facts
        .into_iter()
        .map(|(term, text)| view! { <div class="facts__row"><dt>{term}</dt><dd>{text}</dd></div> }.into_any())
        .collect();
    view! { <dl class=class>{facts}</dl> }.into_any()
}
