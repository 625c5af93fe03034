//! A note with a glyph.

use crate::ui::components::icon::{Glyph, icon_as};
use leptos::prelude::*;

/// How pressing a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Plain,
    /// Think of it before you go on.
    Caution,
    /// Something went wrong: it is announced at once.
    Danger,
}

/// A notice. `body` is made of blocks; `actions` stand under it, or beside it in a row on wide screens.
pub struct Notice {
    /// How pressing it is.
    pub tone: Tone,
    /// The flag, the triangle, the i.
    pub glyph: Glyph,
    /// Its title.
    pub title: String,
    /// What it says.
    pub body: AnyView,
    /// What can be done.
    pub actions: Option<AnyView>,
    /// Whether the actions stand beside it.
    pub row: bool,
}

/// Draws a notice.
pub fn notice(notice: Notice) -> AnyView {
    let Notice { tone, glyph, title, body, actions, row } = notice;
    let class = match tone {
        Tone::Plain => "notice",
        Tone::Caution => "notice notice--caution",
        Tone::Danger => "notice notice--danger",
    };
    let role = (tone == Tone::Danger).then_some("alert");
    view! {
        <div class=class class:notice--row=row role=role>
            {icon_as("icon notice__icon", glyph)}
            <h2 class="notice__title">{title}</h2>
            <div class="notice__body">{body}</div>
            {actions.map(|actions| view! { <div class="notice__actions">{actions}</div> })}
        </div>
    }
    .into_any()
}
