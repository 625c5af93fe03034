//! Yearly figures as a sheet: cells one may type in are ruled, computed ones are bare figures.
//!
//! Only how it looks; arrows and pasting are heard by whoever puts the grid on the page.

use super::{
    field::choices,
    icon::{Glyph, icon},
};
use leptos::prelude::*;

/// The head of a column; the unit stands under it.
#[derive(Clone, Debug)]
pub struct GridHead {
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: Option<String>,
    /// Whether its figures are set right.
    pub number: bool,
}

/// A row of the sheet, in cells made by [`number_cell`], [`select_cell`], [`rate_cell`] and [`amount_cell`].
pub struct GridRow {
    /// The id of its error, and of what explains its cells.
    pub error_id: String,
    /// Its name: the year.
    pub name: String,
    /// A word after it: 预计, 起始.
    pub tag: Signal<String>,
    /// Whether it is among the chosen ones.
    pub chosen: Signal<bool>,
    /// The cells.
    pub cells: Vec<AnyView>,
    /// What is wrong in it.
    pub error: Signal<Option<String>>,
}

/// The sheet. The caption is read out only; the foot is a name and a figure with the double rule under it.
/// On a phone each row stacks: year, two cells, the amount under them.
pub fn grid(
    caption: String,
    heads: Vec<GridHead>,
    rows: Vec<GridRow>,
    foot: Option<(String, Signal<String>)>,
) -> AnyView {
    let columns = heads.len();
    let heads: Vec<_> = heads
        .into_iter()
        .map(|GridHead { name, unit, number }| {
            let unit = unit.map(|unit| view! { <br />{unit} });
            view! { <th role="columnheader" scope="col" class=number.then_some("num")>{name}{unit}</th> }.into_any()
        })
        .collect();
    let rows: Vec<_> = rows.into_iter().map(|row| grid_row(columns, row)).collect();
    let foot = foot.map(|(name, figure)| {
        view! {
            <tfoot role="rowgroup">
                <tr role="row">
                    <th role="rowheader" scope="row" colspan=(columns - 1).to_string()>{name}</th>
                    <td role="cell" class="num">{figure}</td>
                </tr>
            </tfoot>
        }
    });
    view! {
        <table class="grid grid--stack" role="table">
            <caption class="visually-hidden">{caption}</caption>
            <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
            <tbody role="rowgroup">{rows}</tbody>
            {foot}
        </table>
    }
    .into_any()
}

/// One row, and its error under it while there is one. For rows that come and go, put them in a `For`.
pub fn grid_row(columns: usize, row: GridRow) -> AnyView {
    let GridRow { error_id, name, tag, chosen, cells, error } = row;
    let tag = move || {
        let tag = tag.get();
        (!tag.is_empty()).then(|| view! { " " <span class="grid__tag">{tag}</span> })
    };
    let error = move || {
        error.get().map(|error| {
            view! {
                <tr role="row" class="grid__error-row">
                    <td role="cell" colspan=columns.to_string() class="grid__error" id=error_id.clone()>
                        {icon(Glyph::Warn)}
                        {error}
                    </td>
                </tr>
            }
        })
    };
    view! {
        <tr role="row" class:grid__row--chosen=chosen>
            <th role="rowheader" scope="row">{name}{tag}</th>
            {cells}
        </tr>
        {error}
    }
    .into_any()
}

/// A cell to type a figure in.
pub struct NumberCell {
    /// Its id.
    pub id: String,
    /// Its name, year and unit included.
    pub label: String,
    /// The id of the row's error.
    pub error_id: String,
    /// What stands in it.
    pub value: Signal<String>,
    /// Whether it is wrong.
    pub invalid: Signal<bool>,
    /// Hears every keystroke.
    pub on_input: Callback<String>,
    /// Hears when it is left.
    pub on_leave: Callback<()>,
}

/// Draws a cell to type a figure in.
pub fn number_cell(cell: NumberCell) -> AnyView {
    let NumberCell { id, label, error_id, value, invalid, on_input, on_leave } = cell;
    view! {
        <td role="cell" class="grid__edit">
            <input
                class="grid__cell grid__cell--num"
                id=id
                type="text"
                autocomplete="off"
                inputmode="decimal"
                aria-label=label
                aria-invalid=move || invalid.get().then_some("true")
                aria-describedby=move || invalid.get().then(|| error_id.clone())
                prop:value=value
                on:input=move |event| on_input.run(event_target_value(&event))
                on:blur=move |_| { on_leave.try_run(()); }
            />
        </td>
    }
    .into_any()
}

/// A cell to choose in; each option is its value and its words.
pub fn select_cell(
    id: String,
    label: String,
    options: Vec<(String, String)>,
    value: Signal<String>,
    on_change: Callback<String>,
) -> AnyView {
    view! {
        <td role="cell" class="grid__edit">
            <select
                class="grid__cell"
                id=id
                aria-label=label
                prop:value=value
                on:change=move |event| on_change.run(event_target_value(&event))
            >
                {choices(options, value)}
            </select>
        </td>
    }
    .into_any()
}

fn figure(text: Signal<String>) -> AnyView {
    (move || {
        let text = text.get();
        if text.is_empty() { view! { <span class="soft">"—"</span> }.into_any() } else { text.into_any() }
    })
    .into_any()
}

/// A computed figure that a phone leaves out, such as a rate; a dash while it is empty.
pub fn rate_cell(text: Signal<String>) -> AnyView {
    view! { <td role="cell" class="num grid__rate">{figure(text)}</td> }.into_any()
}

/// A computed figure that a phone shows under the cells, after its label; a dash while it is empty.
pub fn amount_cell(label: String, text: Signal<String>) -> AnyView {
    view! { <td role="cell" class="num grid__amount" data-label=label>{figure(text)}</td> }.into_any()
}

/// The line over the sheet: who uses it, left, and the unit or another control, right.
pub fn grid_head(note: String, side: AnyView) -> AnyView {
    view! { <div class="grid__head"><span class="soft">{note}</span><span>{side}</span></div> }.into_any()
}

/// The line under the sheet: its buttons, and how to get about in it.
pub fn grid_bar(buttons: Vec<AnyView>, note: String) -> AnyView {
    view! { <div class="grid__bar">{buttons}<span class="grid__bar-note">{note}</span></div> }.into_any()
}
