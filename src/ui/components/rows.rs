//! A list whose whole row is the target.

use leptos::prelude::*;

/// One row.
pub struct Row {
    /// Where it leads.
    pub href: String,
    /// Its words.
    pub title: String,
    /// A second line.
    pub note: String,
    /// The figure at its end.
    pub side: String,
}

/// The list.
pub fn rows(rows: Vec<Row>) -> AnyView {
    let rows: Vec<_> = rows
        .into_iter()
        .map(|Row { href, title, note, side }| {
            view! {
                <li class="rows__row">
                    <div class="rows__main"><a href=href>{title}</a><span class="rows__note">{note}</span></div>
                    <span class="rows__side">{side}</span>
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}
