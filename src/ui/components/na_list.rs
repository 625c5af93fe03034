//! Clauses that do not apply.

use leptos::prelude::*;

/// Each is its article and why it does not apply.
pub fn na_list(items: Vec<(String, AnyView)>) -> AnyView {
    let items: Vec<_> = items
        .into_iter()
        .map(|(no, why)| view! { <li class="na-list__item"><span>{no}</span><span>{why}</span></li> }.into_any())
        .collect();
    view! { <ul class="na-list">{items}</ul> }.into_any()
}
