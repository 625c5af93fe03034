//! The menu that drops from the masthead.

use crate::ui::components::icon::{Glyph, icon};
use leptos::{ev::KeyboardEvent, html, prelude::*, wasm_bindgen::JsCast, web_sys::Node};

/// A glyph that opens a list. It closes when an item is chosen, on Escape, and when something else is pressed.
pub fn menu(label: String, items: AnyView) -> AnyView {
    let details = NodeRef::<html::Details>::new();
    let summary = NodeRef::<html::Summary>::new();
    let close = move || {
        if let Some(details) = details.get_untracked() {
            details.set_open(false);
        }
    };
    // What was chosen is hidden then: the focus goes back to the glyph.
    let close_and_focus = move || {
        close();
        if let Some(summary) = summary.get_untracked() {
            let _ = summary.focus();
        }
    };
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close_and_focus();
        }
    };
    let pressed = window_event_listener(leptos::ev::pointerdown, move |event| {
        let place = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        if details.try_get_untracked().flatten().is_some_and(|details| !details.contains(place.as_ref())) {
            close();
        }
    });
    on_cleanup(move || pressed.remove());
    view! {
        <details class="menu" node_ref=details on:keydown=escape>
            <summary class="button button--quiet button--icon" aria-label=label node_ref=summary>{icon(Glyph::Menu)}</summary>
            <div class="menu__list" on:click=move |_| close_and_focus()>{items}</div>
        </details>
    }
    .into_any()
}

/// One action of the menu.
pub fn menu_item(glyph: Glyph, label: Signal<String>, press: Callback<()>) -> AnyView {
    view! {
        <button class="menu__item" type="button" on:click=move |_| press.run(())>{icon(glyph)}{label}</button>
    }
    .into_any()
}

/// The same; while it is off it stays in the order of focus and says so.
pub fn menu_item_off(glyph: Glyph, label: Signal<String>, off: Signal<bool>, press: Callback<()>) -> AnyView {
    let press = move |_| {
        if !off.get_untracked() {
            press.run(());
        }
    };
    view! {
        <button class="menu__item" type="button" aria-disabled=move || off.get().then_some("true") on:click=press>
            {icon(glyph)}{label}
        </button>
    }
    .into_any()
}

/// The same as a link; `download` is the name under which what it leads to is kept as a file.
pub fn menu_link(glyph: Glyph, label: String, href: String, download: Option<&'static str>) -> AnyView {
    view! { <a class="menu__item" href=href download=download>{icon(glyph)}{label}</a> }.into_any()
}
