//! A figure and its unit.

use leptos::prelude::*;

/// How large an amount is set. One total a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// As the text around it.
    Plain,
    /// An amount of its own.
    Amount,
    /// The one large figure of a screen.
    Total,
}

/// A figure as it is shown. It may change while it stands there.
#[derive(Clone, Copy, Debug)]
pub struct Figure {
    /// The figure as read: `3,820.30`, `+190.40`, `5.92 – 198.80`.
    pub text: Signal<String>,
    /// The same for machines, in yuan; none for a range.
    pub value: Option<Signal<String>>,
    /// The unit beside it; none where the head of the column says it.
    pub unit: Option<Signal<String>>,
}

impl Figure {
    /// One that stays as it is.
    pub fn fixed(text: String, value: Option<String>, unit: &'static str) -> Self {
        Self { text: text.into(), value: value.map(Signal::stored), unit: Some(unit.into()) }
    }
}

/// A figure with its unit, never parted.
pub fn money(size: Size, figure: Figure) -> AnyView {
    let class = match size {
        Size::Plain => "money",
        Size::Amount => "money money--amount",
        Size::Total => "money money--total",
    };
    let Figure { text, value, unit } = figure;
    let figure = match value {
        Some(value) => view! { <data class="money__figure" value=value>{text}</data> }.into_any(),
        None => view! { <span class="money__figure">{text}</span> }.into_any(),
    };
    let unit = unit.map(|unit| view! { <span class="money__unit">{unit}</span> });
    view! { <span class=class>{figure}{unit}</span> }.into_any()
}
