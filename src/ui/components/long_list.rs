//! A list of names and what is said of each, as long as it may be: only the rows on the screen are drawn.

use leptos::prelude::*;

use crate::ui::components::screenful::Screenful;

/// A long list. A row is known by a number of the caller's.
pub struct LongList {
    /// Read out only.
    pub label: String,
    /// The heads of names and of what is said.
    pub heads: [String; 2],
    /// The rows, in order.
    pub rows: Signal<Vec<usize>>,
    /// What a row is called.
    pub name: Callback<usize, String>,
    /// What is said of it.
    pub says: Callback<usize, String>,
    /// Called when its name is pressed.
    pub go: Callback<usize>,
}

/// Draws the list. It begins at its top when its rows change.
pub fn long_list(list: LongList) -> AnyView {
    let LongList { label, heads: [name_head, says_head], rows, name, says, go } = list;
    let count = Signal::derive(move || rows.with(Vec::len));
    let screen = Screenful::of(count, 0, "tr[aria-rowindex] > td");
    Effect::new(move |_| {
        rows.track();
        screen.begin();
    });
    let space = move |end: usize| {
        let pixels = move || format!("{}px", screen.window.get().space[end]);
        view! { <tr aria-hidden="true"><td class="long-list__space" colspan="2" style:height=pixels></td></tr> }
    };
    let drawn = move || {
        let drawn = screen.window.get().rows();
        rows.with(|rows| drawn.filter_map(|place| Some((place, *rows.get(place)?))).collect::<Vec<_>>())
    };
    let row = move |(place, row): (usize, usize)| {
        view! {
            <tr aria-rowindex=(place + 2).to_string()>
                <th scope="row">
                    <button class="button button--quiet button--small" type="button" on:click=move |_| go.run(row)>
                        {move || name.run(row)}
                    </button>
                </th>
                <td>{move || says.run(row)}</td>
            </tr>
        }
    };
    view! {
        <div class="long-list" role="region" aria-label=label tabindex="0" node_ref=screen.frame on:scroll=move |_| screen.measure()>
            <table class="plain long-list__table" aria-rowcount=move || (count.get() + 1).to_string()>
                <thead>
                    <tr aria-rowindex="1"><th scope="col">{name_head}</th><th scope="col">{says_head}</th></tr>
                </thead>
                <tbody>
                    {space(0)}
                    <For each=drawn key=|row| *row children=row />
                    {space(1)}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}
