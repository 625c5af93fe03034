//! Clauses grouped by outcome, one a row.

use crate::ui::components::{
    bands::{Band, swatch},
    status::{Mark, status},
};
use leptos::{ev::Event, prelude::*, wasm_bindgen::JsCast, web_sys::Element};

/// A group: its outcome, how many clauses, a note, and the rows. `id` is where the contents of the page lead.
pub fn clause_group(
    id: &'static str,
    mark: Mark,
    title: String,
    count: String,
    note: String,
    rows: Vec<AnyView>,
) -> AnyView {
    view! {
        <div class="clauses__group" id=id>
            <h3>{status(mark, String::new())}{title}<span class="clauses__n">{count}</span></h3>
            <span class="clauses__group-note">{note}</span>
        </div>
        {rows}
    }
    .into_any()
}

/// One clause.
pub struct ClauseRow {
    /// The article, hanging left.
    pub no: String,
    /// Where it leads.
    pub href: String,
    /// Its name.
    pub title: String,
    /// The reason in a line, or the gaps.
    pub why: AnyView,
    /// What it gives; see [`row_amount`] and [`row_band`].
    pub amount: Option<AnyView>,
}

/// Draws one clause.
pub fn clause_row(row: ClauseRow) -> AnyView {
    let ClauseRow { no, href, title, why, amount } = row;
    view! {
        <div class="clause-row">
            <span class="clause-row__no">{no}</span>
            <div class="clause-row__main">
                <h4 class="clause-row__title"><a href=href>{title}</a></h4>
                <div class="clause-row__why">{why}</div>
            </div>
            {amount}
        </div>
    }
    .into_any()
}

/// A clause with its questions folded under it.
pub fn clause_answer(
    row: AnyView,
    summary: String,
    open: Signal<bool>,
    on_toggle: Callback<bool>,
    body: AnyView,
) -> AnyView {
    let toggled = move |event: Event| {
        if let Some(details) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
            on_toggle.run(details.has_attribute("open"));
        }
    };
    view! {
        <div class="clause-answer">
            {row}
            <details class="disclosure disclosure--small clause-answer__more" prop:open=open on:toggle=toggled>
                <summary>{summary}</summary>
                <div class="disclosure__body">{body}</div>
            </details>
        </div>
    }
    .into_any()
}

/// A certain amount at the end of a row.
pub fn row_amount(text: String) -> AnyView {
    view! { <div class="clause-row__amount">{text}</div> }.into_any()
}

/// An amount of another band at the end of a row, with its texture and its name.
pub fn row_band(band: Band, name: String, text: String) -> AnyView {
    view! {
        <div class="clause-row__amount clause-row__amount--band">{swatch(band)}{name}" "<b>{text}</b></div>
    }
    .into_any()
}

/// Amounts of several bands, one under the other.
pub fn row_amounts(mut amounts: Vec<AnyView>) -> Option<AnyView> {
    match amounts.len() {
        0 | 1 => amounts.pop(),
        _ => Some(view! { <div class="clause-row__amounts">{amounts}</div> }.into_any()),
    }
}
