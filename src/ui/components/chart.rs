//! What charts have in common: places in per cent, the legend, the frame.

use leptos::prelude::*;

/// A share as a length in per cent, to a thousandth: `74.074%`. Nothing out of nothing is nothing.
pub fn percent(part: u128, whole: u128) -> String {
    let share = part.saturating_mul(100_000).checked_div(whole).unwrap_or(0);
    format!("{}.{:03}%", share / 1000, share % 1000)
}

/// Which of the series of a chart: one blue in three steps, largest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// Darkest.
    First,
    /// Middle.
    Second,
    /// Lightest; whatever is left over is folded into it.
    Third,
}

/// The names of the series.
pub fn legend(items: Vec<(Series, String)>) -> AnyView {
    let items: Vec<_> = items
        .into_iter()
        .map(|(series, name)| {
            let class = match series {
                Series::First => "legend__chip legend__chip--s1",
                Series::Second => "legend__chip legend__chip--s2",
                Series::Third => "legend__chip legend__chip--s3",
            };
            view! { <li class="legend__item"><span class=class></span>{name}</li> }.into_any()
        })
        .collect();
    view! { <ul class="legend">{items}</ul> }.into_any()
}
