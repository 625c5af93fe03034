//! A box to search in: results under it while one types, to be chosen with the arrow keys.

use crate::ui::components::field::is_composed;
use crate::ui::frame::route::arrive;
use leptos::{ev::KeyboardEvent, html, prelude::*};
use std::ops::Range;

/// A text, and the part of it that was looked for, in bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Marked {
    /// The text.
    pub text: String,
    /// The part.
    pub hit: Option<Range<usize>>,
}

/// One result.
#[derive(Clone, PartialEq, Eq)]
pub struct Found {
    /// Where it leads.
    pub href: String,
    /// What it is: an article, a word, a question.
    pub kind: String,
    /// What it is called.
    pub title: Marked,
    /// What it says.
    pub excerpt: Marked,
}

/// What a search gave.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Results {
    /// The best.
    pub found: Vec<Found>,
    /// How many there are, in words; none before anything is looked for.
    pub count: Option<String>,
}

/// The box.
pub struct SearchBox {
    /// Its id; the parts are named after it.
    pub id: &'static str,
    /// Its label.
    pub label: String,
    /// What can be looked for.
    pub hint: String,
    /// What is looked for.
    pub query: RwSignal<String>,
    /// What is found.
    pub results: Signal<Results>,
    /// The count, said a moment after the last keystroke.
    pub said: Signal<String>,
}

/// Draws the box.
pub fn search_box(search: SearchBox) -> AnyView {
    let SearchBox { id, label, hint, query, results, said } = search;
    let open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let input = NodeRef::<html::Input>::new();
    let list = format!("{id}-list");
    let option = move |place: usize| format!("{id}-{place}");
    let shown = move || open.get() && results.with(|results| results.count.is_some());
    let type_in = move |event| {
        query.set(event_target_value(&event));
        active.set(None);
        open.set(true);
    };
    let press = move |event: KeyboardEvent| {
        // What is pressed while characters are composed belongs to the composing.
        if is_composed(&event) {
            return;
        }
        let count = results.with_untracked(|results| results.found.len());
        let step = |forward: bool| {
            if count == 0 {
                return;
            }
            open.set(true);
            active.update(|active| {
                *active = Some(match (*active, forward) {
                    (None, true) => 0,
                    (None, false) => count - 1,
                    (Some(place), true) => (place + 1) % count,
                    (Some(place), false) => (place + count - 1) % count,
                });
            });
            if let Some(place) = active.get_untracked()
                && let Some(option) = document().get_element_by_id(&option(place))
            {
                show(&option);
            }
        };
        match event.key().as_str() {
            "ArrowDown" => step(true),
            "ArrowUp" => step(false),
            "Enter" => {
                let place = active.get_untracked().unwrap_or(0);
                if let Some(href) = results.with_untracked(|results| Some(results.found.get(place)?.href.clone())) {
                    open.set(false);
                    follow(&href);
                }
            }
            "Escape" if open.get_untracked() && !query.with_untracked(String::is_empty) => {
                query.set(String::new());
                open.set(false);
            }
            _ => return,
        }
        event.prevent_default();
    };
    let options = move || {
        results
            .get()
            .found
            .into_iter()
            .enumerate()
            .map(|(place, Found { href, kind, title, excerpt })| {
                let chosen = move || active.get() == Some(place);
                view! {
                    <li
                        class="search__found"
                        class:search__found--active=chosen
                        id=option(place)
                        role="option"
                        aria-selected=move || if chosen() { "true" } else { "false" }
                        on:click=move |_| {
                            open.set(false);
                            follow(&href);
                        }
                    >
                        <span class="search__kind">{kind}</span>
                        <span class="search__title">{marked(title)}</span>
                        <span class="search__excerpt">{marked(excerpt)}</span>
                    </li>
                }
                .into_any()
            })
            .collect::<Vec<_>>()
    };
    let controls = list.clone();
    view! {
        <div class="search no-print" role="search">
            <label class="field__label" for=id>{label.clone()}</label>
            <p class="field__hint" id=format!("{id}-hint")>{hint}</p>
            <div class="search__frame">
                <span class="input input--long">
                    <input
                        class="input__box"
                        id=id
                        type="search"
                        role="combobox"
                        autocomplete="off"
                        spellcheck="false"
                        aria-autocomplete="list"
                        aria-controls=controls
                        aria-describedby=format!("{id}-hint")
                        aria-expanded=move || if shown() { "true" } else { "false" }
                        aria-activedescendant=move || active.get().filter(|_| shown()).map(option)
                        node_ref=input
                        prop:value=query
                        on:input=type_in
                        on:keydown=press
                        on:focus=move |_| open.set(true)
                        on:blur=move |_| open.set(false)
                    />
                </span>
                // Pressing on a result leaves the focus in the box, so that the list is still there to be clicked.
                <div class="search__panel" hidden=move || !shown() on:mousedown=|event| event.prevent_default()>
                    <p class="search__count" aria-hidden="true">{move || results.with(|results| results.count.clone())}</p>
                    <ul id=list role="listbox" aria-label=label>{options}</ul>
                </div>
            </div>
            <p class="visually-hidden" role="status">{said}</p>
        </div>
    }
    .into_any()
}

/// The text with what was looked for marked.
fn marked(marked: Marked) -> AnyView {
    let Marked { text, hit } = marked;
    let parts = hit.and_then(|hit| Some((text.get(..hit.start)?, text.get(hit.clone())?, text.get(hit.end..)?)));
    match parts {
        Some((before, hit, after)) => view! {
            <span>{before.to_owned()}<mark>{hit.to_owned()}</mark>{after.to_owned()}</span>
        }
        .into_any(),
        None => view! { <span>{text}</span> }.into_any(),
    }
}

/// Goes there; again where one is there already, for the address then does not change.
fn follow(href: &str) {
    if window().location().hash().is_ok_and(|here| here == href) {
        return arrive();
    }
    let _ = window().location().set_hash(href);
}

/// Brings a result into the panel, without moving the page.
fn show(option: &leptos::web_sys::Element) {
    use leptos::wasm_bindgen::JsCast;
    let Some(panel) = option.closest(".search__panel").ok().flatten() else { return };
    let Some(row) = option.dyn_ref::<leptos::web_sys::HtmlElement>() else { return };
    let (top, bottom) = (row.offset_top(), row.offset_top() + row.offset_height());
    if top < panel.scroll_top() {
        panel.set_scroll_top(top);
    } else if bottom > panel.scroll_top() + panel.client_height() {
        panel.set_scroll_top(bottom - panel.client_height());
    }
}
