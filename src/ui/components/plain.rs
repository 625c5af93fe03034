//! A ruled table without ornament.

use leptos::prelude::*;

/// What a column holds, after the first, which names the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Words.
    Text,
    /// Words that a phone shows after the name of the column.
    Named,
    /// A figure that a phone shows after the name of the column.
    Figure,
    /// The figure of the row, at the right of its name on a phone.
    Amount,
}

/// A table: the head of the first column, the other columns, the rows, and perhaps a sum.
/// Each row has its name first and then one text a column.
pub fn plain(
    first: String,
    columns: Vec<(Column, String)>,
    rows: Vec<Vec<String>>,
    foot: Option<Vec<String>>,
) -> AnyView {
    table(None, first, columns, rows, foot)
}

/// The same under a caption, where several stand in one section.
pub fn captioned(caption: String, first: String, columns: Vec<(Column, String)>, rows: Vec<Vec<String>>) -> AnyView {
    table(Some(caption), first, columns, rows, None)
}

fn table(
    caption: Option<String>,
    first: String,
    columns: Vec<(Column, String)>,
    rows: Vec<Vec<String>>,
    foot: Option<Vec<String>>,
) -> AnyView {
    let heads: Vec<_> = columns
        .iter()
        .map(|(column, name)| {
            let class = matches!(column, Column::Figure | Column::Amount).then_some("num");
            view! { <th scope="col" class=class>{name.clone()}</th> }.into_any()
        })
        .collect();
    let row = |texts: Vec<String>| {
        let mut texts = texts.into_iter();
        let name = texts.next();
        let cells: Vec<_> = columns
            .iter()
            .zip(texts)
            .map(|((column, name), text)| {
                let (class, label) = match column {
                    Column::Text => (None, None),
                    Column::Named => (None, Some(name.clone())),
                    Column::Figure => (Some("fig"), Some(name.clone())),
                    Column::Amount => (Some("num"), None),
                };
                view! { <td class=class data-label=label>{text}</td> }.into_any()
            })
            .collect();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }.into_any()
    };
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    let foot = foot.map(|texts| view! { <tfoot>{row(texts)}</tfoot> });
    view! {
        <table class="plain plain--stack">
            {caption.map(|caption| view! { <caption>{caption}</caption> })}
            <thead><tr><th scope="col">{first}</th>{heads}</tr></thead>
            <tbody>{rows}</tbody>
            {foot}
        </table>
    }
    .into_any()
}
