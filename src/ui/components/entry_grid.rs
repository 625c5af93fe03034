//! A table to fill in: as a sheet where there is room, each row a short form on a phone.
//!
//! Only how it looks; what is typed and arrows go to the page that holds it.

use crate::ui::components::{
    field::{Typed, box_left, choices, composed, typed_in},
    icon::{Glyph, icon},
    screenful::Screenful,
};
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;

/// The head of a column; the unit stands under it.
pub struct EntryHead {
    /// Its name.
    pub name: String,
    /// Its unit; empty where there is none.
    pub unit: Signal<String>,
    /// Whether its figures are set right.
    pub number: bool,
}

/// A row.
pub struct EntryRow {
    /// Its place, from 0.
    pub place: Signal<usize>,
    /// The id of its error.
    pub error_id: String,
    /// Its number in words, for a phone.
    pub label: Signal<String>,
    /// Its cells.
    pub cells: Vec<AnyView>,
    /// The menu of what one can do with it.
    pub menu: AnyView,
    /// What is wrong in it.
    pub error: Signal<Option<String>>,
}

/// The last line of a sheet: a name, and a sum under the columns that have one, with the head a phone shows before it.
pub struct EntryFoot {
    /// Its name.
    pub name: Signal<String>,
    /// The sums.
    pub sums: Vec<Option<(Signal<String>, Signal<String>)>>,
}

/// A sheet. The caption is read out only; `body` is rows made by [`entry_row`], best in a `For`.
pub struct EntryGrid {
    /// What it holds.
    pub caption: String,
    /// The head over the numbers of the rows.
    pub row: String,
    /// The head over the menus of the rows, read out only.
    pub actions: String,
    /// The heads.
    pub heads: Vec<EntryHead>,
    /// The rows.
    pub body: AnyView,
    /// How many there are.
    pub count: Signal<usize>,
    /// Those of them that are drawn.
    pub screen: Screenful,
    /// The last line.
    pub foot: Option<EntryFoot>,
    /// Called on keys.
    pub on_key: Callback<KeyboardEvent>,
    /// Called when a cell or a menu is entered.
    pub on_enter: Callback<FocusEvent>,
}

/// Up to so many rows are drawn all together; of more, the screenful.
pub const SHORT: usize = 50;

/// Whether so many columns need the whole width of the page.
pub const fn is_wide(columns: usize) -> bool {
    columns > 6
}

/// Draws the sheet.
pub fn entry_grid(grid: EntryGrid) -> AnyView {
    let EntryGrid { caption, row, actions, heads, body, count, screen, foot, on_key, on_enter } = grid;
    let long = Memo::new(move |_| count.get() > SHORT);
    let (has_foot, last) = (usize::from(foot.is_some()), move || count.get() + 2);
    let region = caption.clone();
    // Three columns fit a phone as they are.
    let (narrow, wide) = (heads.len() <= 3, is_wide(heads.len()));
    let heads: Vec<_> = heads
        .into_iter()
        .map(|EntryHead { name, unit, number }| {
            let unit = move || {
                let unit = unit.get();
                (!unit.is_empty()).then(|| view! { <br />{unit} })
            };
            view! { <th role="columnheader" scope="col" class=number.then_some("num")>{name}{unit}</th> }.into_any()
        })
        .collect();
    view! {
        <div
            class="entry-grid"
            class:entry-grid--narrow=narrow
            class:entry-grid--wide=wide
            class:entry-grid--long=long
            role="region"
            aria-label=region
            node_ref=screen.frame
            on:scroll=move |_| screen.measure()
        >
            <table
                class="grid entry-grid__table"
                role="table"
                aria-rowcount=move || (count.get() + 1 + has_foot).to_string()
                on:keydown=move |event| on_key.run(event)
                on:focusin=move |event| on_enter.run(event)
            >
                <caption class="visually-hidden">{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row" aria-rowindex="1">
                        <th role="columnheader" scope="col">{row}</th>
                        {heads}
                        <th role="columnheader" scope="col"><span class="visually-hidden">{actions}</span></th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{body}</tbody>
                {foot.map(|foot| entry_foot(foot, Signal::derive(last)))}
            </table>
        </div>
    }
    .into_any()
}

/// The name stands in the column before the first sum.
fn entry_foot(foot: EntryFoot, place: Signal<usize>) -> AnyView {
    let EntryFoot { name, sums } = foot;
    let first = sums.iter().position(Option::is_some).unwrap_or(0);
    let cells: Vec<_> = std::iter::once(None)
        .chain(sums)
        .enumerate()
        .map(|(place, sum)| match sum {
            Some((head, sum)) => {
                view! { <td role="cell" class="num entry-grid__sum" data-label=move || head.get()>{sum}</td> }
                    .into_any()
            }
            None if place == first => view! { <th role="rowheader" scope="row">{name}</th> }.into_any(),
            None => view! { <td role="cell"></td> }.into_any(),
        })
        .collect();
    view! {
        <tfoot role="rowgroup">
            <tr role="row" class="entry-grid__foot" aria-rowindex=move || place.get().to_string()>{cells}<td role="cell"></td></tr>
        </tfoot>
    }
    .into_any()
}

/// One row, and its error under it while there is one.
pub fn entry_row(columns: usize, row: EntryRow) -> AnyView {
    let EntryRow { place, error_id, label, cells, menu, error } = row;
    let index = move || place.get().saturating_add(2).to_string();
    let error = move || {
        error.get().map(|error| {
            view! {
                <tr role="row" class="grid__error-row" aria-rowindex=index>
                    <td role="cell" colspan=columns.to_string() class="grid__error" id=error_id.clone()>
                        {icon(Glyph::Warn)}
                        {error}
                    </td>
                </tr>
            }
        })
    };
    view! {
        <tr role="row" class="entry-grid__row" aria-rowindex=index>
            <th role="rowheader" scope="row" data-label=move || label.get()>{move || place.get().wrapping_add(1)}</th>
            {cells}
            <td role="cell" class="entry-grid__actions">{menu}</td>
        </tr>
        {error}
    }
    .into_any()
}

/// So many pixels in place of rows that are not drawn.
pub fn entry_space(columns: usize, pixels: usize) -> AnyView {
    let height = format!("{pixels}px");
    view! {
        <tr class="entry-grid__space" aria-hidden="true">
            <td colspan=columns.to_string() style:height=height></td>
        </tr>
    }
    .into_any()
}

/// The line over the sheet: what it holds, left, and the unit, right.
pub fn grid_head(note: AnyView, side: AnyView) -> AnyView {
    view! { <div class="grid__head"><span class="soft">{note}</span><span>{side}</span></div> }.into_any()
}

/// The line under the sheet: its buttons, and how to get about in it.
pub fn grid_bar(buttons: Vec<AnyView>, note: String) -> AnyView {
    view! { <div class="grid__bar">{buttons}<span class="grid__bar-note">{note}</span></div> }.into_any()
}

/// A cell to fill in.
pub struct EntryCell {
    /// Its id.
    pub id: String,
    /// The head of its column, which a phone shows before it.
    pub head: Signal<String>,
    /// Its name, row and unit included.
    pub label: Signal<String>,
    /// The id of the row's error.
    pub error_id: String,
    /// What stands in it.
    pub value: Signal<String>,
    /// Whether it is wrong.
    pub invalid: Signal<bool>,
    /// Called on every keystroke or choice.
    pub on_input: Callback<String>,
    /// Called when it is left.
    pub on_leave: Callback<()>,
}

/// How wide a cell has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wide {
    /// A year.
    Year,
    /// A day.
    Date,
    /// A figure.
    Figure,
    /// A name.
    Name,
    /// A code of 18 signs.
    Code,
    /// Words.
    Words,
}

/// A cell to type in.
pub fn text_cell(cell: EntryCell, typed: Typed, wide: Wide) -> AnyView {
    let EntryCell { id, head, label, error_id, value, invalid, on_input, on_leave } = cell;
    let number = typed == Typed::Number;
    let mode = match typed {
        Typed::Text | Typed::Long => None,
        Typed::Number => Some("decimal"),
        Typed::Digits => Some("numeric"),
    };
    let width = match wide {
        Wide::Year => "grid__cell grid__cell--year",
        Wide::Date => "grid__cell grid__cell--date",
        Wide::Figure => "grid__cell grid__cell--figure",
        Wide::Name => "grid__cell grid__cell--name",
        Wide::Code => "grid__cell grid__cell--code",
        Wide::Words => "grid__cell grid__cell--words",
    };
    view! {
        <td role="cell" class="grid__edit" data-label=move || head.get()>
            <input
                class=width
                class:grid__cell--num=number
                id=id
                type="text"
                autocomplete="off"
                inputmode=mode
                aria-label=move || label.get()
                aria-invalid=move || invalid.get().then_some("true")
                aria-describedby=move || invalid.get().then(|| error_id.clone())
                prop:value=value
                on:input=move |event| typed_in(&event, value, on_input)
                on:compositionend=move |event| composed(&event, value, on_input)
                on:blur=move |event| box_left(&event, value, on_input, on_leave)
            />
        </td>
    }
    .into_any()
}

/// The value of an option that was pasted and is none.
const OTHER: &str = "?";

/// A cell to choose in; each option is its value and its words. What was pasted and is none of them stands below them.
pub fn option_cell(cell: EntryCell, options: Vec<(String, String)>) -> AnyView {
    let EntryCell { id, head, label, error_id, value, invalid, on_input, .. } = cell;
    let known: Vec<String> = options.iter().map(|(key, _)| key.clone()).collect();
    let other = Memo::new(move |_| value.with(|value| !known.contains(value)));
    let chosen = Signal::derive(move || if other.get() { OTHER.to_owned() } else { value.get() });
    let other = move || other.get().then(|| view! { <option value=OTHER selected=true>{value}</option> });
    view! {
        <td role="cell" class="grid__edit" data-label=move || head.get()>
            <select
                class="grid__cell"
                id=id
                aria-label=move || label.get()
                aria-invalid=move || invalid.get().then_some("true")
                aria-describedby=move || invalid.get().then(|| error_id.clone())
                prop:value=chosen
                on:change=move |event| on_input.run(event_target_value(&event))
            >
                {choices(options, chosen)}
                {other}
            </select>
        </td>
    }
    .into_any()
}
