//! What a draft is called and comes to, and how one is opened from a file and handed over as one.

// The place of a cut is a foreign function, which the attribute declares.
#![allow(unsafe_code)]

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;
use miyun::drafts::changes::Change;
use miyun::drafts::draft::Draft;
use miyun::opened::Opened;
use miyun::opened::decide::Decision;
use miyun::packet::file_name::file_name;
use miyun::rule::Amount;
use miyun::text::{Lang, Text};

use crate::ui::clauses::figures::amount;
use crate::ui::components::file_drop::file_drop;
use crate::ui::components::panel::bare_panel;
use crate::ui::drafts::files;
use crate::ui::drafts::session::{Opening, Session, Trouble};
use crate::ui::frame::cut::cut;
use crate::ui::frame::route::{Route, arrive};
use crate::ui::papers::office::{self, NotOpened};
use crate::ui::words::opening as opening_words;
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

/// Opens a file of ours; the open draft stays untouched if it cannot be read, and until it has been decided what of the
/// file is taken over.
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
            Ok(opened) => go_on(session, name, opened),
            Err(NotOpened::Places(places, _)) => ask(session, name, Decision::Places(places)),
            Err(why) => session.trouble.set(Some(Trouble::File(name, why.says()))),
        }
    });
}

/// Opens what was read of a file, or asks what has to be decided first.
pub fn go_on(session: Session, name: String, opened: Opened) {
    // What is half typed belongs to the draft.
    session.write_now();
    match session.draft.with_untracked(|open| opened.decision(open)) {
        Ok(opened) => take_over(session, &name, &opened, None),
        Err(decision) => ask(session, name, decision),
    }
}

fn ask(session: Session, name: String, decision: Decision) {
    session.trouble.set(None);
    session.opening.set(Some(Opening { name, decision }));
    match session.route.get_untracked() {
        Route::Opening => set_timeout(arrive, std::time::Duration::ZERO),
        _ => Route::Opening.go(),
    }
}

/// Takes these changes of a file over into the open draft, or opens it as a draft of its own.
pub fn take_over(session: Session, name: &str, opened: &Opened, changes: Option<&[Change]>) {
    let lang = session.lang.get_untracked();
    session.opening.set(None);
    match changes {
        Some(changes) => {
            session.take_changes(changes, &opened.draft);
            session.said.set(opening_words::taken(changes.len(), lang));
        }
        None => session.replace(opened.draft.clone()),
    }
    let notes = opened.notes(lang);
    session.trouble.set((!notes.is_empty()).then(|| Trouble::Differs(name.to_owned(), notes)));
    Route::Tasks.go();
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
    let what = format!("{}-{}", words::FILE_NAME.get(lang), session.today);
    let name = miyun::drafts::list::name(draft);
    let code = draft.code();
    let file = file_name((!name.is_empty()).then_some(&name), &what, &code, "json");
    if !files::download(&file, "application/json", draft.to_file(&code).as_bytes()) {
        session.said.set(NOT_DOWNLOADED.get(lang).to_owned());
    }
}
