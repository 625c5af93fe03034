//! The steps of a tariff.

use leptos::prelude::*;

/// From what on, and what is given. The caption is read out only.
pub fn tiers(caption: String, head: [String; 2], rows: Vec<[String; 2]>) -> AnyView {
    let [from, gives] = head;
    let rows: Vec<_> = rows
        .into_iter()
        .map(|[from, gives]| view! { <tr><td>{from}</td><td class="num">{gives}</td></tr> }.into_any())
        .collect();
    view! {
        <table class="tiers">
            <caption class="visually-hidden">{caption}</caption>
            <thead><tr><th scope="col">{from}</th><th scope="col" class="num">{gives}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
