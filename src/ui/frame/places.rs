//! Where the reader was on each page of the history: going back returns there, not to the head of the page.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{FocusOptions, HtmlElement, ScrollRestoration};

use crate::ui::drafts::clock::milliseconds;

/// A place on a page that was left.
#[derive(Clone, Default)]
struct Place {
    /// How far the page was scrolled, in pixels.
    top: f64,
    /// The address of the link that led away; empty where none did.
    link: String,
}

thread_local! {
    /// The places, by the name that the history keeps for a page.
    static LEFT: RefCell<BTreeMap<String, Place>> = const { RefCell::new(BTreeMap::new()) };
    /// The name of the page that is shown.
    static SHOWN: RefCell<String> = const { RefCell::new(String::new()) };
    /// How many pages have a name.
    static NAMED: Cell<u32> = const { Cell::new(0) };
    /// Where to arrive on the page that is being drawn.
    static BOUND_FOR: RefCell<Option<Place>> = const { RefCell::new(None) };
}

/// The name that the history keeps for the page that is shown, if it was shown before.
fn name() -> Option<String> {
    window().history().ok()?.state().ok()?.as_string()
}

/// Names the page that is shown. A name of an earlier run of the program does not come again.
fn begin() {
    NAMED.set(NAMED.get() + 1);
    let name = format!("{} {}", milliseconds(), NAMED.get());
    if let Ok(history) = window().history() {
        let _ = history.replace_state(&JsValue::from_str(&name), "");
    }
    SHOWN.set(name);
}

/// The place on the page that is shown, to be changed.
fn with_place(change: impl FnOnce(&mut Place)) {
    let shown = SHOWN.with_borrow(Clone::clone);
    LEFT.with_borrow_mut(|left| change(left.entry(shown).or_default()));
}

/// Keeps the places from now on. The browser itself would go back before the page is drawn; it does so only for a page
/// that is loaded anew.
pub fn keep() {
    let restore = |how| {
        if let Ok(history) = window().history() {
            let _ = history.set_scroll_restoration(how);
        }
    };
    restore(ScrollRestoration::Manual);
    begin();
    let _ = window_event_listener_untyped("pagehide", move |_| restore(ScrollRestoration::Auto));
    let _ = window_event_listener_untyped("pageshow", move |_| restore(ScrollRestoration::Manual));
    let _ = window_event_listener_untyped("scroll", |_| {
        let top = window().scroll_y().unwrap_or(0.0);
        with_place(|place| place.top = top);
    });
}

/// Turns to the page that the history now stands at, before it is drawn.
pub fn turn() {
    let link = document().active_element().and_then(|focused| focused.get_attribute("href")).unwrap_or_default();
    with_place(|place| place.link = link);
    let Some(name) = name() else {
        BOUND_FOR.set(None);
        return begin();
    };
    BOUND_FOR.set(LEFT.with_borrow(|left| left.get(&name).cloned()));
    SHOWN.set(name);
}

/// Puts the reader where the page was left, with the focus on the link that led away, if one goes back to it.
pub fn arrive_back() -> bool {
    let Some(Place { top, link }) = BOUND_FOR.take() else { return false };
    let focus = |element: HtmlElement| {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    };
    let links = document().query_selector_all("main a[href], main h1").ok();
    let elements = links.iter().flat_map(|links| (0..links.length()).filter_map(|place| links.item(place)));
    let mut elements = elements.filter_map(|node| node.dyn_into::<HtmlElement>().ok());
    let mut title = None;
    let left_by = elements.find(|element| {
        if title.is_none() && element.tag_name() == "H1" {
            title = Some(element.clone());
        }
        !link.is_empty() && element.get_attribute("href").as_deref() == Some(&link)
    });
    if let Some(element) = left_by.or(title) {
        if element.tag_name() == "H1" {
            let _ = element.set_attribute("tabindex", "-1");
        }
        focus(element);
    }
    window().scroll_to_with_x_and_y(0.0, top);
    true
}
