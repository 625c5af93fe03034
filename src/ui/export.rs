//! The packet as files.

use leptos::prelude::*;
use miyun::text::Text;

use super::components::button::button;
use super::components::icon::Glyph;
use super::session::Session;
use super::words::packet as words;

/// The buttons that print and save the packet. While `blocked`, nothing goes out.
pub fn exports(session: Session, _blocked: Signal<bool>) -> AnyView {
    let lang = session.lang.get_untracked();
    let text = |words: Text| words.get(lang).to_owned();
    let print = Callback::new(|()| {
        let _ = window().print();
    });
    button("button button--primary button--block", Some(Glyph::Print), text(words::PRINT), print)
}
