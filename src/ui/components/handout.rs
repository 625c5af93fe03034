//! One page of paper that tells someone who was not there what came out.

use crate::ui::components::bands::{Band, swatch};
use leptos::prelude::*;

/// An amount of one band.
pub struct HandoutBand {
    /// Which.
    pub band: Band,
    /// Its name.
    pub name: String,
    /// What it rests on.
    pub note: String,
    /// The amount with its unit.
    pub amount: String,
    /// The amount in words; may be empty.
    pub words: String,
}

/// A line of the table: article, matter, years, and an amount a band, each perhaps empty.
pub struct HandoutRow {
    /// Its cells.
    pub cells: [String; 6],
    /// Whether it is the sum.
    pub total: bool,
}

/// A line of a list: what leads it, and what it says.
pub struct HandoutItem {
    /// A few words in strong; may be empty.
    pub lead: String,
    /// What it says.
    pub text: String,
}

/// The page.
pub struct Handout {
    /// Its title.
    pub title: String,
    /// Under which rules.
    pub under: String,
    /// The dates that stay apart, and the code: names and values.
    pub dates: Vec<(String, String)>,
    /// Who: names and values.
    pub who: Vec<(String, String)>,
    /// What to know before anything else.
    pub caution: String,
    /// The totals, band by band.
    pub bands: Vec<HandoutBand>,
    /// The head of the table, its columns and its rows; without rows `nothing` stands instead.
    pub what: String,
    /// The heads of the columns.
    pub heads: [String; 6],
    /// The rows.
    pub rows: Vec<HandoutRow>,
    /// What stands there instead of rows.
    pub nothing: String,
    /// What stands under the table; may be empty.
    pub under_table: String,
    /// Titled lists.
    pub lists: Vec<(String, Vec<HandoutItem>)>,
    /// The last line.
    pub foot: String,
}

/// Draws the page.
pub fn handout(handout: Handout) -> AnyView {
    let Handout { title, under, dates, who, caution, bands, what, heads, rows, nothing, under_table, lists, foot } =
        handout;
    let label = title.clone();
    let lists: Vec<_> = lists.into_iter().map(|(title, items)| list(title, items)).collect();
    let bands: Vec<_> = bands.into_iter().map(band).collect();
    let table = if rows.is_empty() { view! { <p>{nothing}</p> }.into_any() } else { table(heads, rows) };
    let under_table = (!under_table.is_empty()).then(|| view! { <p class="handout__note">{under_table}</p> });
    view! {
        <article class="handout" aria-label=label>
            <div class="handout__head"><div><h2 class="handout__title">{title}</h2><p>{under}</p></div>{pairs("handout__dates", dates)}</div>
            {pairs("handout__who", who)}
            <p class="handout__caution">{caution}</p>
            <ul class="handout__bands">{bands}</ul>
            <h3 class="handout__section">{what}</h3>
            {table}
            {under_table}
            {lists}
            <p class="handout__foot">{foot}</p>
        </article>
    }
    .into_any()
}

fn pairs(class: &'static str, pairs: Vec<(String, String)>) -> AnyView {
    let pairs: Vec<_> = pairs
        .into_iter()
        .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }.into_any())
        .collect();
    view! { <dl class=class>{pairs}</dl> }.into_any()
}

fn band(band: HandoutBand) -> AnyView {
    let HandoutBand { band, name, note, amount, words } = band;
    let words = (!words.is_empty()).then(|| view! { <span class="handout__words">{words}</span> });
    view! {
        <li class="handout__band">
            <span class="handout__name">{swatch(band)}<strong>{name}</strong></span>
            <span class="handout__amount">{amount}</span>
            {words}
            <span class="handout__note">{note}</span>
        </li>
    }
    .into_any()
}

/// The fourth column and those after it hold amounts.
const FIRST_AMOUNT: usize = 3;

fn table(heads: [String; 6], rows: Vec<HandoutRow>) -> AnyView {
    let figure = |index: usize| (index >= FIRST_AMOUNT).then_some("num");
    let labels = heads.clone();
    let heads: Vec<_> = heads
        .into_iter()
        .enumerate()
        .map(|(index, head)| view! { <th scope="col" class=figure(index)>{head}</th> }.into_any())
        .collect();
    let rows: Vec<_> = rows
        .into_iter()
        .map(|HandoutRow { cells, total }| {
            let cells: Vec<_> = cells
                .into_iter()
                .enumerate()
                .map(|(index, cell)| {
                    let label = (index >= FIRST_AMOUNT && !cell.is_empty()).then(|| labels[index].clone());
                    view! { <td class=figure(index) data-label=label>{cell}</td> }.into_any()
                })
                .collect();
            view! { <tr class=total.then_some("handout__total")>{cells}</tr> }.into_any()
        })
        .collect();
    view! { <table class="handout__table"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table> }.into_any()
}

fn list(title: String, items: Vec<HandoutItem>) -> AnyView {
    let items: Vec<_> = items
        .into_iter()
        .map(|HandoutItem { lead, text }| {
            let lead = (!lead.is_empty()).then(|| view! { <strong>{lead}</strong> });
            view! { <li>{lead}{text}</li> }.into_any()
        })
        .collect();
    view! { <h3 class="handout__section">{title}</h3><ul class="handout__list">{items}</ul> }.into_any()
}
