//! Three bands, solid, hatched and outlined, that are never added up.

use leptos::prelude::*;

/// How certain an amount is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    /// Worked out on the prudent reading.
    Certain,
    /// Given only if another reading holds.
    Possible,
    /// Decided case by case.
    Decision,
}

impl Band {
    const fn swatch(self) -> &'static str {
        match self {
            Self::Certain => "swatch swatch--certain",
            Self::Possible => "swatch swatch--possible",
            Self::Decision => "swatch swatch--decision",
        }
    }

    const fn block(self) -> &'static str {
        match self {
            Self::Certain => "band band--certain",
            Self::Possible => "band band--possible",
            Self::Decision => "band band--decision",
        }
    }
}

/// The texture of a band as a small chip; a word stands beside it.
pub fn swatch(band: Band) -> AnyView {
    view! { <span class=band.swatch() aria-hidden="true"></span> }.into_any()
}

/// One band of a total.
pub struct BandTotal {
    /// Which.
    pub band: Band,
    /// Its name.
    pub name: String,
    /// How many clauses or doubts it comes from; may be empty.
    pub count: String,
    /// The amount, or the words for none.
    pub amount: AnyView,
    /// What it means; a second line in `band__words` may follow.
    pub note: Option<AnyView>,
}

/// The three bands side by side, or one under the other in the aside.
pub fn bands(aside: bool, totals: Vec<BandTotal>) -> AnyView {
    let class = if aside { "bands bands--aside" } else { "bands" };
    let totals: Vec<_> = totals
        .into_iter()
        .map(|BandTotal { band, name, count, amount, note }| {
            view! {
                <section class=band.block()>
                    <div class="band__bar" aria-hidden="true"></div>
                    <h3 class="band__name">{name}<span class="band__count">{count}</span></h3>
                    {amount}
                    <p class="band__note">{note}</p>
                </section>
            }
            .into_any()
        })
        .collect();
    view! { <div class=class>{totals}</div> }.into_any()
}

/// An amount in words, under the note of a band.
pub fn band_words(words: String) -> AnyView {
    view! { <br /><span class="band__words">{words}</span> }.into_any()
}

/// A band in one line: texture, name, amount, note. Without an amount it is an explanation, its name strong.
pub struct BandLine {
    /// Which.
    pub band: Band,
    /// Its name.
    pub name: String,
    /// The amount.
    pub amount: Option<Signal<String>>,
    /// What it means.
    pub note: Signal<String>,
}

/// Bands in lines.
pub fn band_lines(lines: Vec<BandLine>) -> AnyView {
    let lines: Vec<_> = lines
        .into_iter()
        .map(|BandLine { band, name, amount, note }| {
            let strong = amount.is_none();
            let name = if strong { view! { <strong>{name}</strong> }.into_any() } else { name.into_any() };
            let amount = amount.map(|amount| view! { <span class="band-lines__amount">{amount}</span> });
            view! {
                <li class="band-lines__row">
                    {swatch(band)}
                    <span>{name}</span>
                    {amount}
                    <span class="band-lines__note">{note}</span>
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ul class="band-lines">{lines}</ul> }.into_any()
}
