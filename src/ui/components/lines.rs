//! A short ledger: name left, figure right.

use leptos::prelude::*;

/// One line.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// What.
    pub name: String,
    /// How much.
    pub figure: Signal<String>,
    /// What may come on top, under the figure.
    pub plus: Option<Signal<String>>,
    /// Whether it is the sum, with the double rule under it.
    pub total: bool,
}

/// The ledger.
pub fn lines(lines: Vec<Line>) -> AnyView {
    let lines: Vec<_> = lines
        .into_iter()
        .map(|Line { name, figure, plus, total }| {
            let class = if total { "lines__row lines__row--total" } else { "lines__row" };
            let plus = plus.map(|plus| view! { <span class="lines__plus">{plus}</span> });
            view! { <div class=class><dt>{name}</dt><dd>{figure}{plus}</dd></div> }.into_any()
        })
        .collect();
    view! { <dl class="lines">{lines}</dl> }.into_any()
}
