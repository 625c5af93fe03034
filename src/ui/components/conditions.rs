//! Each condition with the figure it was checked by.

use crate::ui::components::icon::{Glyph, icon};
use leptos::prelude::*;

/// How a condition came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// It holds.
    Met,
    /// It does not.
    Unmet,
    /// An answer is missing.
    Open,
    /// It deserves a look.
    Warn,
}

/// A condition. The glyph is read out as `word`.
pub struct Condition {
    /// How it came out.
    pub check: Check,
    /// The same in a word, for those who do not see the glyph.
    pub word: String,
    /// The condition.
    pub text: AnyView,
    /// The figure, `296 ≥ 50万元`.
    pub figure: String,
}

/// The list of conditions.
pub fn conditions(conditions: Vec<Condition>) -> AnyView {
    let items: Vec<_> = conditions
        .into_iter()
        .map(|Condition { check, word, text, figure }| {
            // A long figure takes a line of its own under the condition.
            let long = figure.chars().map(|sign| if sign.is_ascii() { 1 } else { 2 }).sum::<usize>() > 16;
            let (class, glyph) = match check {
                Check::Met => ("conditions__item conditions__item--met", Glyph::Met),
                Check::Unmet => ("conditions__item conditions__item--unmet", Glyph::Unmet),
                Check::Open => ("conditions__item", Glyph::Open),
                Check::Warn => ("conditions__item", Glyph::Warn),
            };
            view! {
                <li class=class class:conditions__item--long=long>
                    {icon(glyph)}
                    <span>{text}<span class="visually-hidden">" "{word}</span></span>
                    <span class="conditions__figure">{figure}</span>
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ul class="conditions">{items}</ul> }.into_any()
}
