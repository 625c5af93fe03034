//! A menu: of the masthead, and of a row of a table.

use crate::ui::components::icon::{Glyph, icon};
use leptos::{
    ev::{FocusEvent, KeyboardEvent, MouseEvent},
    html,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{HtmlElement, Node},
};

/// The button that opens a menu.
pub struct MenuButton {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: Signal<String>,
    /// What stands on it.
    pub glyph: Glyph,
    /// Whether the items stand beside it in a line, over the row that they are about, rather than below it: so a sheet
    /// that scrolls never cuts them off.
    pub beside: bool,
}

/// A button that opens a list. It closes when an item is chosen, on Escape, and when the focus goes elsewhere; arrows,
/// Home and End move in it. The items are drawn while it is open.
pub fn menu(button: MenuButton, items: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let MenuButton { id, label, glyph, beside } = button;
    let open = RwSignal::new(false);
    let opener = NodeRef::<html::Button>::new();
    let list = NodeRef::<html::Div>::new();
    let items_of = move || {
        let found = list.get_untracked().and_then(|list| list.query_selector_all("[role=menuitem]").ok());
        let found = found.into_iter().flat_map(|found| (0..found.length()).filter_map(move |place| found.item(place)));
        found.filter_map(|item| item.dyn_into::<HtmlElement>().ok()).collect::<Vec<_>>()
    };
    let enter = move |place: usize| {
        if let Some(item) = items_of().get(place) {
            let _ = item.focus();
        }
    };
    // What was chosen is gone then: the focus goes back to the button.
    let close = move || {
        open.set(false);
        if let Some(opener) = opener.get_untracked() {
            let _ = opener.focus();
        }
    };
    Effect::new(move |_| {
        if open.get() && list.get().is_some() {
            enter(0);
        }
    });
    let key = move |event: KeyboardEvent| {
        if !open.get_untracked() {
            if event.key() == "ArrowDown" {
                event.prevent_default();
                open.set(true);
            }
            return;
        }
        let items = items_of();
        let last = items.len().saturating_sub(1);
        let focused = document().active_element();
        let at = items.iter().position(|item| focused.as_ref().is_some_and(|focused| focused.is_same_node(Some(item))));
        let place = match (event.key().as_str(), at) {
            ("Escape", _) => {
                event.prevent_default();
                return close();
            }
            ("ArrowDown" | "ArrowRight", Some(at)) if at < last => at + 1,
            ("ArrowDown" | "ArrowRight" | "Home", _) => 0,
            ("ArrowUp" | "ArrowLeft", Some(at)) if at > 0 => at - 1,
            ("ArrowUp" | "ArrowLeft" | "End", _) => last,
            _ => return,
        };
        event.prevent_default();
        enter(place);
    };
    let left = move |event: FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        let stays = |place: &Node| place.contains(to.as_ref()) && to.is_some();
        if !opener.get_untracked().is_some_and(|button| stays(&button))
            && !list.get_untracked().is_some_and(|list| stays(&list))
        {
            open.set(false);
        }
    };
    // Safari gives no focus to what is pressed: the one that has it keeps it, or the menu would close under the pointer.
    let pressed = |event: MouseEvent| event.prevent_default();
    view! {
        <div class="menu" class:menu--beside=beside on:keydown=key on:focusout=left on:mousedown=pressed>
            <button
                class="button button--quiet button--icon"
                type="button"
                id=id
                aria-label=move || label.get()
                title=move || label.get()
                aria-haspopup="menu"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                node_ref=opener
                on:click=move |_| if open.get_untracked() { close() } else { open.set(true) }
            >
                {icon(glyph)}
            </button>
            {move || {
                open.get().then(|| {
                    view! {
                        <div class="menu__list" role="menu" aria-label=move || label.get() node_ref=list on:click=move |_| close()>
                            {items()}
                        </div>
                    }
                })
            }}
        </div>
    }
    .into_any()
}

/// One action of the menu.
pub fn menu_item(glyph: Glyph, label: Signal<String>, press: Callback<()>) -> AnyView {
    menu_item_off(glyph, label, Signal::stored(false), press)
}

/// The same; while it is off it stays in its place and says so.
pub fn menu_item_off(glyph: Glyph, label: Signal<String>, off: Signal<bool>, press: Callback<()>) -> AnyView {
    let press = move |_| {
        if !off.get_untracked() {
            press.run(());
        }
    };
    view! {
        <button
            class="menu__item"
            type="button"
            role="menuitem"
            tabindex="-1"
            aria-disabled=move || off.get().then_some("true")
            on:click=press
        >
            {icon(glyph)}
            {label}
        </button>
    }
    .into_any()
}

/// The same as a link; `download` is the name under which what it leads to is kept as a file.
pub fn menu_link(glyph: Glyph, label: String, href: String, download: Option<&'static str>) -> AnyView {
    view! {
        <a class="menu__item" role="menuitem" tabindex="-1" href=href download=download>{icon(glyph)}{label}</a>
    }
    .into_any()
}
