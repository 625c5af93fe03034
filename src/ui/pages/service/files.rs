//! The package and the list as files: print, Word, a table for other programs, a calendar.

// The place of a cut is a foreign function, which the attribute declares.
#![allow(unsafe_code)]

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use miyun::office::{docx, ics};
use miyun::packet::package::{CALENDAR, LIST, NAME, Package, RULES};
use miyun::text::Text;

use crate::ui::components::button::button;
use crate::ui::components::icon::Glyph;
use crate::ui::drafts::files;
use crate::ui::drafts::session::Session;
use crate::ui::frame::cut::cut;
use crate::ui::pages::service::small;
use crate::ui::words::packet::{OFFICE_NOT_COME, PRINT, SAVED};
use crate::ui::words::{NOT_DOWNLOADED, service as words};

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const CSV: &str = "text/csv";

/// Which paper is shown, and the buttons that print and save.
pub(super) fn exports(session: Session, package: Memo<Option<Arc<Package>>>, listed: RwSignal<bool>) -> AnyView {
    let lang = session.lang.get_untracked();
    let said = RwSignal::new(String::new());
    let hand_over = move |name: String, kind: &str, bytes: &[u8]| match files::download(&name, kind, bytes) {
        true => format!("{}{name}", SAVED.get(lang)),
        false => NOT_DOWNLOADED.get(lang).to_owned(),
    };
    let now = move || {
        let _ = session.write_now();
        package.get_untracked()
    };
    let word = Callback::new(move |()| {
        let Some(package) = now() else { return };
        let listed = listed.get_untracked();
        let name = package.file_name(if listed { LIST } else { NAME }, "docx");
        spawn_local(async move {
            let says = match cut_package(package, listed).await {
                Err(_) => OFFICE_NOT_COME.get(lang).to_owned(),
                Ok(Err(why)) => why,
                Ok(Ok(bytes)) => hand_over(name, WORD, &bytes),
            };
            let _ = said.try_set(says);
        });
    });
    let csv = Callback::new(move |()| {
        if let Some(package) = now() {
            said.set(hand_over(package.file_name(LIST, "csv"), CSV, package.csv().as_bytes()));
        }
    });
    let calendar = Callback::new(move |()| {
        if let Some(package) = now() {
            let write = |draft: &_| ics::write(&RULES, draft, &package.days, lang, session.today);
            let file = session.draft.with_untracked(write);
            said.set(hand_over(package.file_name(CALENDAR, "ics"), ics::KIND, file.as_bytes()));
        }
    });
    let print = Callback::new(move |()| {
        let _ = session.write_now();
        // The sheets are laid out anew first.
        set_timeout(|| _ = window().print(), Duration::ZERO);
    });
    let set = move |of: bool, label: Text| {
        let pressed = move || if listed.get() == of { "true" } else { "false" };
        view! {
            <button type="button" class="button button--small" aria-pressed=pressed on:click=move |_| listed.set(of)>
                {label.get(lang)}
            </button>
        }
    };
    view! {
        <div class="stack stack--tight">
            <div class="button-row stack--tight mb-3" role="group" aria-label=words::SETS.get(lang)>
                {set(false, words::PACKAGE)}
                {set(true, words::LIST)}
            </div>
            {button("button button--primary button--block", Some(Glyph::Print), PRINT.get(lang).to_owned(), print)}
            <div class="button-row stack--tight">
                {button("button button--small", None, "Word".to_owned(), word)}
                {small(None, words::CSV, lang, csv)}
                {small(None, words::CALENDAR, lang, calendar)}
            </div>
            <p class="small" role="status">{said}</p>
        </div>
    }
    .into_any()
}

fn make(package: Arc<Package>, listed: bool) -> Result<Vec<u8>, String> {
    let volume = if listed { package.list() } else { package.volume() };
    docx::docx(&volume).map_err(|why| why.to_string())
}

cut!(office: cut_package(package: Arc<Package>, listed: bool) -> Result<Vec<u8>, String> = make);
