//! What a draft is called and comes to, and how one is opened from a file and handed over as one.

// The place of a cut is a foreign function, which the attribute declares.
#![allow(unsafe_code)]

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;
use miyun::drafts::draft::Draft;
use miyun::packet::file_name::file_name;
use miyun::rule::Amount;
use miyun::text::{Lang, Text};

use crate::ui::clauses::figures::amount;
use crate::ui::components::file_drop::file_drop;
use crate::ui::components::panel::bare_panel;
use crate::ui::drafts::files;
use crate::ui::drafts::session::{Session, Trouble};
use crate::ui::frame::cut::cut;
use crate::ui::frame::route::Route;
use crate::ui::papers::office;
use crate::ui::words::{DECISION_CEILING, NO_MONEY, NOT_DOWNLOADED, POSSIBLE, interview as words};

/// What a case comes to, in one figure: nothing certain is not shown as zero while something is possible or to be decided.
pub fn headline(total: &Amount, lang: Lang) -> String {
    let band = |words: Text, sign: &str, money| format!("{} {sign}{}", words.get(lang), amount(money, lang));
    if !total.certain.is_zero() {
        amount(total.certain, lang)
    } else if !total.possible.is_zero() {
        band(POSSIBLE, "+", total.possible)
    } else if !total.ceiling.is_zero() {
        band(DECISION_CEILING, "", total.ceiling)
    } else {
        NO_MONEY.get(lang).to_owned()
    }
}

/// What a draft is called: its title, else the applicant's name.
pub fn name_of(draft: &Draft, lang: Lang) -> String {
    match miyun::drafts::list::name(draft) {
        name if !name.is_empty() => name,
        _ if draft.facts.answered() == 0 => words::NO_DRAFT.get(lang).to_owned(),
        _ => words::UNNAMED.get(lang).to_owned(),
    }
}

/// Where a file of ours is dropped or chosen.
pub fn open_panel(session: Session, lang: Lang) -> AnyView {
    let say = |text: Text| text.get(lang).to_owned();
    let open = Callback::new(move |file: File| open_file(session, file));
    bare_panel(
        "open",
        say(words::OPEN_TITLE),
        file_drop(say(words::DROP), say(words::CHOOSE_FILE), office::ACCEPTED, open),
    )
}

/// Opens a file of ours; the open draft stays untouched if it cannot be read.
pub fn open_file(session: Session, file: File) {
    spawn_local(async move {
        let name = file.name();
        if cut_open_file(session, file).await.is_err() {
            let why = words::NOT_COME.get(session.lang.get_untracked()).to_owned();
            session.trouble.set(Some(Trouble::File(name, why)));
        }
    });
}

fn opened(session: Session, file: File) {
    let lang = session.lang.get_untracked();
    spawn_local(async move {
        let name = file.name();
        match office::open(file, lang).await {
            Ok(opened) => {
                let notes = opened.notes(lang);
                session.replace(opened.draft);
                session.trouble.set((!notes.is_empty()).then_some(Trouble::Differs(name, notes)));
                Route::Tasks.go();
            }
            Err(why) => session.trouble.set(Some(Trouble::File(name, why))),
        }
    });
}

/// Hands the open draft over as a file.
pub fn save_file(session: Session) {
    spawn_local(async move {
        if cut_save_file(session).await.is_err() {
            session.said.set(words::NOT_COME.get(session.lang.get_untracked()).to_owned());
        }
    });
}

fn saved(session: Session) {
    session.draft.with_untracked(|draft| export(session, draft));
}

// The first page only offers it.
cut!(more: cut_open_file(session: Session, file: File) -> () = opened);
cut!(work: cut_save_file(session: Session) -> () = saved);

/// Hands a draft over as a file that bears its name.
pub fn export(session: Session, draft: &Draft) {
    let lang = session.lang.get_untracked();
    let text = format!("{:#}", draft.to_json());
    let what = format!("{}-{}", words::FILE_NAME.get(lang), session.today);
    let name = miyun::drafts::list::name(draft);
    let file = file_name((!name.is_empty()).then_some(&name), &what, &draft.code(), "json");
    if !files::download(&file, "application/json", text.as_bytes()) {
        session.said.set(NOT_DOWNLOADED.get(lang).to_owned());
    }
}
