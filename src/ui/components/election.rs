//! A choice among years: what each would bring, year by year.

use leptos::prelude::*;

/// What a year brings in one way.
pub enum Cell {
    /// It is not part of the way.
    Outside,
    /// It is, with this amount.
    Pays(String),
    /// It is, and its figure is not told: these words say so.
    Open(String),
}

/// A way to choose.
pub struct Way {
    /// Its key.
    pub value: String,
    /// Its name.
    pub name: String,
    /// Its place among the ways, where that is worth a word.
    pub rank: String,
    /// Whether none brings more.
    pub best: bool,
    /// One a column.
    pub cells: Vec<Cell>,
    /// What it brings in all.
    pub sum: String,
    /// What must be known of the sum.
    pub sum_note: Option<String>,
    /// How much less that is than the most; empty for the most.
    pub less: String,
}

/// The table of the ways.
pub struct Election {
    /// What the table shows.
    pub caption: String,
    /// The head of the names.
    pub first: String,
    /// A head a column, and a word about it.
    pub columns: Vec<(String, String)>,
    /// The head of the sums.
    pub sum: String,
    /// The head of what is less.
    pub less: String,
    /// The ways.
    pub ways: Vec<Way>,
    /// The name of the radio buttons and the way that is picked, where one can be.
    pub picked: Option<(String, RwSignal<String>)>,
}

/// Draws the table. On a phone each way is a card.
pub fn election(election: Election) -> AnyView {
    let Election { caption, first, columns, sum, less, ways, picked } = election;
    let heads: Vec<_> = columns
        .iter()
        .map(|(year, note)| {
            let (year, note) = (year.clone(), note.clone());
            view! { <th scope="col">{year}<span class="election__tag">{note}</span></th> }.into_any()
        })
        .collect();
    let rows: Vec<_> = ways
        .into_iter()
        .map(|way| {
            let cells: Vec<_> = columns.iter().zip(way.cells).map(|((year, _), of)| cell(year.clone(), of)).collect();
            let text = view! {
                {way.name}
                " "
                <span class="election__rank">{way.rank}</span>
            }
            .into_any();
            let name = match &picked {
                Some((name, picked)) => radio(name.clone(), *picked, way.value, text),
                None => text,
            };
            let note = way.sum_note.map(|note| view! { <span class="election__rank">{note}</span> });
            let label = (!way.less.is_empty()).then(|| less.clone());
            view! {
                <tr class=way.best.then_some("is-best")>
                    <th scope="row">{name}</th>
                    {cells}
                    <td class="sum">{way.sum}{note}</td>
                    <td class="regret" data-label=label>{way.less}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="scroll">
            <table class="election">
                <caption class="visually-hidden">{caption}</caption>
                <thead><tr><th scope="col">{first}</th>{heads}<th scope="col">{sum}</th><th scope="col">{less.clone()}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn cell(year: String, cell: Cell) -> AnyView {
    let (class, text) = match cell {
        Cell::Outside => return view! { <td></td> }.into_any(),
        Cell::Pays(amount) => ("in", amount),
        Cell::Open(words) => ("in in--unknown", words),
    };
    view! { <td class=class data-year=year>{text}</td> }.into_any()
}

fn radio(name: String, picked: RwSignal<String>, value: String, text: AnyView) -> AnyView {
    let checked = {
        let value = value.clone();
        move || picked.with(|picked| *picked == value)
    };
    let pick = {
        let value = value.clone();
        move |_| picked.set(value.clone())
    };
    view! {
        <label class="choice">
            <input class="choice__box" type="radio" name=name value=value prop:checked=checked on:change=pick />
            <span class="choice__text">{text}</span>
        </label>
    }
    .into_any()
}
