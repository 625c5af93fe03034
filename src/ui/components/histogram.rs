//! How many stand where, as bars beside their figures.

use leptos::prelude::*;

use crate::ui::components::chart::percent;

/// A place: its name, what it gives, how many stand there.
pub struct Stands {
    /// Its name.
    pub name: String,
    /// What it gives.
    pub gives: String,
    /// How many stand there.
    pub count: usize,
}

/// Draws the table: the heads of name, gift and number. A bar says nothing that the figure beside it does not.
pub fn histogram(heads: [String; 3], places: Vec<Stands>) -> AnyView {
    let most = places.iter().map(|place| place.count).max().unwrap_or(0);
    let [name_head, gives_head, count_head] = heads;
    let labels = [gives_head.clone(), count_head.clone()];
    let row = |Stands { name, gives, count }: Stands| {
        let [gives_label, count_label] = labels.clone();
        let width = percent(count as u128, most as u128);
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="fig" data-label=gives_label>{gives}</td>
                <td class="fig" data-label=count_label>{count.to_string()}</td>
                <td class="histogram__track" aria-hidden="true">
                    <span class="histogram__bar" class:histogram__bar--none=count == 0 style:width=width></span>
                </td>
            </tr>
        }
        .into_any()
    };
    let rows: Vec<_> = places.into_iter().map(row).collect();
    view! {
        <table class="plain plain--stack histogram">
            <thead>
                <tr>
                    <th scope="col">{name_head}</th>
                    <th scope="col" class="num">{gives_head}</th>
                    <th scope="col" class="num">{count_head}</th>
                    <td aria-hidden="true"></td>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
