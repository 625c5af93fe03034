//! A table to fill in: as a sheet where there is room, each row a short form on a phone.
//!
//! Only how it looks; what is typed, arrows and pasting are heard by whoever puts it on the page.

use super::{
    field::{Typed, choices},
    icon::{Glyph, icon},
};
use leptos::{
    ev::{ClipboardEvent, KeyboardEvent},
    prelude::*,
};

/// The head of a column; the unit stands under it.
#[derive(Clone, Debug)]
pub struct EntryHead {
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: Option<String>,
    /// Whether its figures are set right.
    pub number: bool,
}

/// A row.
pub struct EntryRow {
    /// The id of its error.
    pub error_id: String,
    /// Its number.
    pub name: Signal<String>,
    /// The same in words, for a phone.
    pub label: Signal<String>,
    /// Its cells.
    pub cells: Vec<AnyView>,
    /// What its button does, in words.
    pub remove: Signal<String>,
    /// Hears that it is to go.
    pub on_remove: Callback<()>,
    /// What is wrong in it.
    pub error: Signal<Option<String>>,
}

/// The sheet. The caption is read out only; `body` is rows made by [`entry_row`], best in a `For`.
pub fn entry_grid(
    caption: String,
    row: String,
    remove: String,
    heads: Vec<EntryHead>,
    body: AnyView,
    on_key: Callback<KeyboardEvent>,
    on_paste: Callback<ClipboardEvent>,
) -> AnyView {
    let region = caption.clone();
    // Three columns fit a phone as they are.
    let narrow = heads.len() <= 3;
    let heads: Vec<_> = heads
        .into_iter()
        .map(|EntryHead { name, unit, number }| {
            let unit = unit.map(|unit| view! { <br />{unit} });
            view! { <th role="columnheader" scope="col" class=number.then_some("num")>{name}{unit}</th> }.into_any()
        })
        .collect();
    view! {
        <div class="entry-grid" class:entry-grid--narrow=narrow role="region" aria-label=region>
            <table
                class="grid entry-grid__table"
                role="table"
                on:keydown=move |event| on_key.run(event)
                on:paste=move |event| on_paste.run(event)
            >
                <caption class="visually-hidden">{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">{row}</th>
                        {heads}
                        <th role="columnheader" scope="col"><span class="visually-hidden">{remove}</span></th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{body}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// One row, and its error under it while there is one.
pub fn entry_row(columns: usize, row: EntryRow) -> AnyView {
    let EntryRow { error_id, name, label, cells, remove, on_remove, error } = row;
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
        <tr role="row" class="entry-grid__row">
            <th role="rowheader" scope="row" data-label=move || label.get()>{name}</th>
            {cells}
            <td role="cell" class="entry-grid__remove">
                <button
                    class="button button--quiet button--icon"
                    type="button"
                    aria-label=move || remove.get()
                    title=move || remove.get()
                    on:click=move |_| on_remove.run(())
                >
                    "×"
                </button>
            </td>
        </tr>
        {error}
    }
    .into_any()
}

/// A cell to fill in.
pub struct EntryCell {
    /// Its id.
    pub id: String,
    /// The head of its column, which a phone shows before it.
    pub head: String,
    /// Its name, row and unit included.
    pub label: Signal<String>,
    /// The id of the row's error.
    pub error_id: String,
    /// What stands in it.
    pub value: Signal<String>,
    /// Whether it is wrong.
    pub invalid: Signal<bool>,
    /// Hears every keystroke or choice.
    pub on_input: Callback<String>,
    /// Hears when it is left.
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
        Wide::Words => "grid__cell grid__cell--words",
    };
    view! {
        <td role="cell" class="grid__edit" data-label=head>
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
                on:input=move |event| on_input.run(event_target_value(&event))
                on:blur=move |_| { on_leave.try_run(()); }
            />
        </td>
    }
    .into_any()
}

/// A cell to choose in; each option is its value and its words.
pub fn option_cell(cell: EntryCell, options: Vec<(String, String)>) -> AnyView {
    let EntryCell { id, head, label, value, on_input, .. } = cell;
    view! {
        <td role="cell" class="grid__edit" data-label=head>
            <select
                class="grid__cell"
                id=id
                aria-label=move || label.get()
                prop:value=value
                on:change=move |event| on_input.run(event_target_value(&event))
            >
                {choices(options, value)}
            </select>
        </td>
    }
    .into_any()
}
