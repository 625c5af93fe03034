//! A chart that is its own table: one row a year, bar and figures together.

use crate::ui::components::{
    bands::{Band, swatch},
    chart::{Series, legend, percent},
};
use leptos::prelude::*;

/// One stretch of a bar. Stretches follow each other in the order given: the series, then possible, then decision.
#[derive(Clone, Debug)]
pub struct Stretch {
    /// What it is filled with.
    pub fill: Fill,
    /// How long it is, in the unit of the axis.
    pub amount: u128,
    /// Words on it, left out where they do not fit; only a series bears words.
    pub label: Option<String>,
}

/// What a stretch is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Certain: a series of the chart.
    Series(Series),
    /// Possible: hatched.
    Possible,
    /// Case by case: outlined.
    Decision,
}

/// One year. An empty figure is a dash.
#[derive(Clone, Debug)]
pub struct YearRow {
    /// The year.
    pub year: String,
    /// A word after it: 预计.
    pub tag: Option<String>,
    /// Its bar.
    pub bar: Vec<Stretch>,
    /// Its figures: certain, possible, decision.
    pub figures: [String; 3],
}

/// A chart by years.
pub struct YearChart {
    /// Read out only.
    pub caption: String,
    /// The series and their names.
    pub legend: Vec<(Series, String)>,
    /// Head of the years.
    pub year: String,
    /// Head of the bars, read out only.
    pub chart: String,
    /// Heads of the figures: certain, possible, decision.
    pub bands: [String; 3],
    /// Where the axis ends, in the unit of the bars.
    pub full: u128,
    /// Marks on the axis and their words.
    pub ticks: Vec<(u128, String)>,
    /// The years.
    pub rows: Vec<YearRow>,
    /// The name of the sum, and the sums.
    pub total: (String, [String; 3]),
}

/// Draws the chart.
pub fn year_chart(chart: YearChart) -> AnyView {
    let YearChart { caption, legend: series, year, chart, bands, full, ticks, rows, total } = chart;
    let last = ticks.len().saturating_sub(1);
    let widest = ticks.iter().map(|(_, text)| room(text)).max().unwrap_or(0);
    // Where they would run into each other, only the ends are named.
    let all_named = widest * last as u128 <= AXIS;
    let axis: Vec<_> = ticks
        .iter()
        .enumerate()
        .filter(|(index, _)| all_named || *index == 0 || *index == last)
        .map(|(index, (at, text))| {
            // The first and the last stay within the column.
            let anchor = match index {
                0 => None,
                _ if index == last => Some("end"),
                _ => Some("middle"),
            };
            view! { <text class="t-axis" x=percent(*at, full) y="12" text-anchor=anchor>{text.clone()}</text> }
                .into_any()
        })
        .collect();
    let grid: Vec<_> = ticks.iter().map(|(at, _)| percent(*at, full)).collect();
    let textures = [Band::Certain, Band::Possible, Band::Decision];
    let heads: Vec<_> = textures
        .into_iter()
        .zip(bands.clone())
        .map(|(band, name)| {
            view! { <th role="columnheader" scope="col" class="num">{swatch(band)}{name}</th> }.into_any()
        })
        .collect();
    let rows: Vec<_> = rows.into_iter().map(|row| year_row(row, &bands, full, &grid)).collect();
    let (name, sums) = total;
    view! {
        <figure class="chart chart--rows">
            {legend(series)}
            <table class="year-chart" role="table">
                <caption class="visually-hidden">{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">{year}</th>
                        <th role="columnheader" scope="col" class="year-chart__bar">
                            <span class="visually-hidden">{chart}</span>
                            <svg height="16" aria-hidden="true" focusable="false">{axis}</svg>
                        </th>
                        {heads}
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
                <tfoot role="rowgroup">
                    <tr role="row"><th role="rowheader" scope="row" colspan="2">{name}</th>{figures(sums, &bands)}</tr>
                </tfoot>
            </table>
        </figure>
    }
    .into_any()
}

fn year_row(row: YearRow, bands: &[String; 3], full: u128, grid: &[String]) -> AnyView {
    let YearRow { year, tag, bar, figures: texts } = row;
    let nil = texts.iter().all(String::is_empty);
    let grid: Vec<_> = grid
        .iter()
        .map(|at| view! { <line class="g-grid" x1=at.clone() x2=at.clone() y1="0" y2="40" /> }.into_any())
        .collect();
    let mut start = 0;
    let bar: Vec<_> = bar
        .into_iter()
        .filter(|stretch| stretch.amount > 0)
        .map(|stretch| {
            let from = start;
            start += stretch.amount;
            drawn(stretch, from, full)
        })
        .collect();
    let tag = tag.map(|tag| view! { <span class="year-chart__tag">{tag}</span> });
    view! {
        <tr role="row" class=nil.then_some("year-chart__row--nil")>
            <th role="rowheader" scope="row">{year}{tag}</th>
            <td role="cell" class="year-chart__bar">
                <svg height="40" aria-hidden="true" focusable="false">{grid}{bar}</svg>
            </td>
            {figures(texts, bands)}
        </tr>
    }
    .into_any()
}

fn drawn(stretch: Stretch, from: u128, full: u128) -> AnyView {
    let Stretch { fill, amount, label } = stretch;
    let (x, width) = (percent(from, full), percent(amount, full));
    let (class, text) = match fill {
        Fill::Possible => {
            return view! { <rect class="seg seg--possible" x=x width=width y="9.5" height="21" /> }.into_any();
        }
        Fill::Decision => {
            // set off by two pixels, so that its dashes do not lie on the hatching's edge
            return view! {
                <rect class="seg seg--decision" x=x width=width y="10" height="20" transform="translate(2 0)" />
            }
            .into_any();
        }
        Fill::Series(Series::First) => ("seg seg--s1", "seg-text seg-text--s1 only-wide"),
        Fill::Series(Series::Second) => ("seg seg--s2", "seg-text seg-text--s2 only-wide"),
        Fill::Series(Series::Third) => ("seg seg--s3", "seg-text seg-text--s3 only-wide"),
    };
    let label = label
        .filter(|label| fits(label, amount, full))
        .map(|label| view! { <text class=text x=x.clone() dx="8" y="24.5">{label}</text> });
    view! { <rect class=class x=x width=width y="9" height="22" />{label} }.into_any()
}

/// How long an axis is on the narrowest screen and on paper, in pixels.
const AXIS: u128 = 260;

/// How much room words of 12 px take, with some beside them.
fn room(words: &str) -> u128 {
    words.chars().map(|c| if c.is_ascii() { 7 } else { 12 }).sum::<u128>() + 12
}

/// Whether words fit on a stretch.
fn fits(label: &str, amount: u128, full: u128) -> bool {
    amount.saturating_mul(AXIS) >= room(label).saturating_mul(full)
}

fn figures(texts: [String; 3], bands: &[String; 3]) -> Vec<AnyView> {
    texts
        .into_iter()
        .zip(bands)
        .enumerate()
        .map(|(index, (text, band))| {
            let nil = text.is_empty();
            let text = if nil { view! { <span class="nil">"—"</span> }.into_any() } else { text.into_any() };
            let (class, label) =
                if index == 0 { ("num year-chart__certain", None) } else { ("num", Some(band.clone())) };
            view! { <td role="cell" class=class class:year-chart__nil=nil data-label=label>{text}</td> }.into_any()
        })
        .collect()
}
