//! What runs along the head of printed pages: whose draft it is, and its code.

use leptos::prelude::*;

use crate::ui::drafts::session::Session;
use crate::ui::words::check as words;

/// The line.
pub fn running_head(session: Session) -> String {
    let lang = session.lang.get();
    session.draft.with(|draft| {
        let name = draft.name().unwrap_or_else(|| words::UNNAMED.get(lang));
        format!("{name} · {} {}", words::CODE.get(lang), draft.code())
    })
}
