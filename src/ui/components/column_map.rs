//! Which column of somebody's table goes where, with its first cells, before anything is filled in.

use leptos::prelude::*;

/// A column of somebody's table.
pub struct MappedColumn {
    /// Its head.
    pub head: String,
    /// Its first cells.
    pub samples: Vec<String>,
    /// Where it goes, to be chosen.
    pub goes: AnyView,
    /// The unit of its figures, to be chosen; empty where it has none.
    pub unit: AnyView,
}

/// The panel: a title, which sheet, the columns under these heads, what comes of it, and what to do.
pub fn column_map(
    id: String,
    title: String,
    which: AnyView,
    heads: [String; 4],
    columns: Vec<MappedColumn>,
    outcome: AnyView,
    actions: Vec<AnyView>,
) -> AnyView {
    let title_id = format!("{id}-title");
    let named_by = title_id.clone();
    let [label, first, goes, unit] = heads.clone();
    let heads: Vec<_> =
        heads.into_iter().map(|head| view! { <th role="columnheader" scope="col">{head}</th> }.into_any()).collect();
    let rows: Vec<_> = columns
        .into_iter()
        .map(|column| {
            let samples = column.samples.into_iter().filter(|sample| !sample.is_empty());
            let samples: Vec<_> = samples.map(|sample| view! { <li>{sample}</li> }.into_any()).collect();
            view! {
                <tr role="row">
                    <th role="rowheader" scope="row">{column.head}</th>
                    <td role="cell" data-label=first.clone()><ul class="column-map__samples">{samples}</ul></td>
                    <td role="cell" data-label=goes.clone()>{column.goes}</td>
                    <td role="cell" data-label=unit.clone()>{column.unit}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <section class="column-map" id=id tabindex="-1" aria-labelledby=named_by>
            <h3 class="column-map__title" id=title_id>{title}</h3>
            {which}
            <div class="scroll" tabindex="0" role="region" aria-label=label>
                <table class="plain plain--small column-map__table" role="table">
                    <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </div>
            <p class="small" role="status">{outcome}</p>
            <div class="button-row">{actions}</div>
        </section>
    }
    .into_any()
}
