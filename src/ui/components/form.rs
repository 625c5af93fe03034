//! Ruled tables on paper.

use super::sheet::broken;
use leptos::prelude::*;

/// How a table on paper is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// A form of names and values; on a phone each row stands by itself.
    Form,
    /// The same, of amounts.
    Amounts,
    /// A dense table with many columns; on a phone it is moved sideways under its label.
    Small,
}

/// How a table follows what is before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// It joins the table before it: one frame.
    Joined,
    /// With a gap.
    Apart,
}

/// How a cell is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// It names its row.
    Head,
    /// Words.
    Text,
    /// Words in the middle.
    Middle,
    /// A figure.
    Number,
    /// An amount in words.
    Words,
    /// Room for an opinion and a seal.
    Opinion,
}

/// A cell: how it is set, how many columns it takes, what it says (lines allowed).
#[derive(Clone, Debug)]
pub struct FormCell {
    /// How it is set.
    pub cell: Cell,
    /// How many columns it takes.
    pub span: u8,
    /// What it says.
    pub text: String,
}

/// A row: its cells, and whether it is the sum.
#[derive(Clone, Debug)]
pub struct FormRow {
    /// Its cells.
    pub cells: Vec<FormCell>,
    /// Whether it is a sum, with a heavy rule over it.
    pub total: bool,
}

/// A table.
#[derive(Clone, Debug)]
pub struct Form {
    /// How it is set.
    pub setting: Setting,
    /// How it follows what is before it.
    pub after: After,
    /// What it is, read out, and named where it is moved sideways.
    pub label: String,
    /// A line over it.
    pub caption: Option<String>,
    /// Whether it is kept on one sheet.
    pub whole: bool,
    /// The widths of its columns in per cent, such as there are in `form.css`; 0 shares what is left.
    pub widths: Vec<u8>,
    /// The heads of its columns; none for a form of names and values.
    pub heads: Vec<String>,
    /// Its rows; those that are sums come last.
    pub rows: Vec<FormRow>,
}

/// Draws a table.
pub fn form(form: Form) -> AnyView {
    let Form { setting, after, label, caption, whole, widths, heads, rows } = form;
    let class = match setting {
        Setting::Form => "form",
        Setting::Amounts => "form form--amount",
        Setting::Small => "form form--small",
    };
    let caption = caption.map(|caption| view! { <caption class="form__caption">{caption}</caption> });
    let widths: Vec<_> = widths
        .into_iter()
        .map(|width| view! { <col class=(width > 0).then(|| format!("w-{width}")) /> }.into_any())
        .collect();
    let heads = (!heads.is_empty()).then(|| {
        let heads: Vec<_> = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }.into_any()).collect();
        view! { <thead><tr>{heads}</tr></thead> }
    });
    let rows: Vec<_> = rows
        .into_iter()
        .map(|FormRow { cells, total }| {
            let cells: Vec<_> = cells.into_iter().map(form_cell).collect();
            view! { <tr class=total.then_some("total")>{cells}</tr> }.into_any()
        })
        .collect();
    let small = setting == Setting::Small;
    let gap = after == After::Apart;
    let named = (!small).then(|| label.clone());
    let table = view! {
        <table
            class=class
            class:form--join=after == After::Joined
            class:form--gap=gap && !small
            class:form--whole=whole
            aria-label=named
        >
            {caption}
            <colgroup>{widths}</colgroup>
            {heads}
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any();
    if small {
        view! { <div class="scroll" class:form--gap=gap tabindex="0" role="region" aria-label=label>{table}</div> }
            .into_any()
    } else {
        table
    }
}

fn form_cell(cell: FormCell) -> AnyView {
    let FormCell { cell, span, text } = cell;
    let span = (span > 1).then(|| span.to_string());
    let class = match cell {
        Cell::Head => {
            return view! { <th scope="row" colspan=span>{broken(&text)}</th> }.into_any();
        }
        Cell::Text => None,
        Cell::Middle => Some("mid"),
        Cell::Number => Some("num"),
        Cell::Words => Some("form__words"),
        Cell::Opinion => Some("form__opinion"),
    };
    view! { <td class=class colspan=span>{broken(&text)}</td> }.into_any()
}

/// A note under a table.
pub fn form_note(text: String) -> AnyView {
    view! { <p class="form__note">{text}</p> }.into_any()
}
