//! A list of names and what is said of each, as long as it may be: only the rows on the screen are drawn.

use leptos::wasm_bindgen::JsCast;
use leptos::{html, prelude::*, web_sys::HtmlElement};
use miyun::window::Window;

/// The height of a row and of the list, in pixels, until they are drawn.
const HEIGHT: usize = 44;
const SEEN: usize = 480;

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
    let (scrolled, seen, height) = (RwSignal::new(0), RwSignal::new(SEEN), RwSignal::new(HEIGHT));
    let window = Memo::new(move |_| Window::at(rows.with(Vec::len), scrolled.get(), seen.get(), height.get()));
    let frame = NodeRef::<html::Div>::new();
    let measure = move || {
        let Some(frame) = frame.try_get_untracked().flatten() else { return };
        let pixels = |pixels: i32| usize::try_from(pixels).unwrap_or(0);
        let row = frame.query_selector("tr[aria-rowindex] > td").ok().flatten();
        let row = row.and_then(|row| row.dyn_into::<HtmlElement>().ok()).map_or(0, |row| pixels(row.offset_height()));
        let update = |signal: RwSignal<usize>, to: usize| {
            if to > 0 && to != signal.get_untracked() {
                signal.set(to);
            }
        };
        update(height, row);
        update(seen, pixels(frame.client_height()));
        scrolled.set(pixels(frame.scroll_top()));
    };
    Effect::new(move |_| {
        rows.track();
        if let Some(frame) = frame.get() {
            frame.set_scroll_top(0);
            request_animation_frame(measure);
        }
    });
    let space = move |end: usize| {
        let pixels = move || format!("{}px", window.get().around()[end] * height.get());
        view! { <tr aria-hidden="true"><td class="long-list__space" colspan="2" style:height=pixels></td></tr> }
    };
    let drawn = move || {
        let drawn = window.get().rows();
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
        <div class="long-list" role="region" aria-label=label tabindex="0" node_ref=frame on:scroll=move |_| measure()>
            <table class="plain long-list__table" aria-rowcount=move || (rows.with(Vec::len) + 1).to_string()>
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
