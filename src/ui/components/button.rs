//! Actions, as buttons and as links that look like them.
//!
//! `class` is the block with its modifiers: `button button--primary`, `button button--small`.

use crate::ui::components::icon::{Glyph, icon};
use leptos::prelude::*;

/// A button with an optional glyph before its words.
pub fn button(class: &'static str, glyph: Option<Glyph>, label: String, press: Callback<()>) -> AnyView {
    view! {
        <button class=class type="button" on:click=move |_| press.run(())>
            {glyph.map(icon)}
            {label}
        </button>
    }
    .into_any()
}

/// A button that is a glyph alone. While it is off it stays in the order of focus and says so.
pub fn icon_button(
    class: &'static str,
    glyph: Glyph,
    label: String,
    off: Signal<bool>,
    press: Callback<()>,
) -> AnyView {
    let press = move |_| {
        if !off.get_untracked() {
            press.run(());
        }
    };
    view! {
        <button
            class=class
            type="button"
            aria-label=label
            aria-disabled=move || off.get().then_some("true")
            on:click=press
        >
            {icon(glyph)}
        </button>
    }
    .into_any()
}

/// A button that prints the page.
pub fn print_button(class: &'static str, label: String) -> AnyView {
    let print = Callback::new(|()| {
        let _ = window().print();
    });
    button(class, Some(Glyph::Print), label, print)
}

/// A link in the shape of a button, with an optional glyph after its words.
pub fn link_button(class: &'static str, href: String, label: String, glyph: Option<Glyph>) -> AnyView {
    view! { <a class=class href=href>{label}{glyph.map(icon)}</a> }.into_any()
}

/// Buttons side by side.
pub fn button_row(class: &'static str, buttons: Vec<AnyView>) -> AnyView {
    view! { <div class=format!("button-row {class}")>{buttons}</div> }.into_any()
}
