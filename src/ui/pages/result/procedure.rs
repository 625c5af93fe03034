//! How and where to file: the steps as the rules have them, and what the announcement of the year says.

use leptos::prelude::*;
use miyun::drafts::draft::Draft;
use miyun::drafts::filing::{LONGEST_NOTE, OFFICE, OfficeNote};
use miyun::text::Lang;

use crate::ui::components::field::{Input, Typed, input};
use crate::ui::components::layout::section;
use crate::ui::drafts::session::Session;
use crate::ui::words;

/// The section: steps, then boxes to note this year's window, address, telephone and person.
pub fn procedure(session: Session) -> AnyView {
    let lang = session.lang.get_untracked();
    let steps = session.draft.with_untracked(Draft::rules).procedure;
    let steps: Vec<_> = steps.iter().map(|step| view! { <li>{step.sentence(lang)}</li> }.into_any()).collect();
    let notes: Vec<_> = OFFICE.iter().map(|note| note_box(session, note, lang)).collect();
    let body = view! {
        <ol class="procedure__steps">{steps}</ol>
        <p class="small soft mt-4">{words::OFFICE_NOTE.get(lang)}</p>
        <div class="procedure__notes" role="group" aria-label=words::OFFICE.get(lang)>{notes}</div>
    };
    section("procedure".into(), words::PROCEDURE.get(lang).to_owned(), ().into_any(), body.into_any())
}

fn note_box(session: Session, note: &'static OfficeNote, lang: Lang) -> AnyView {
    let noted =
        Memo::new(move |_| session.draft.with(|draft| draft.filing.office.get(note.id).cloned().unwrap_or_default()));
    let take = move |typed: String| {
        session.file_typed(note.id, move |draft| {
            draft.filing.office.remove(note.id);
            if !typed.is_empty() {
                draft.filing.office.insert(note.id, typed.chars().take(LONGEST_NOTE).collect());
            }
        });
    };
    let id = format!("office-{}", note.id);
    let input = input(Input {
        id: id.clone(),
        typed: Typed::Long,
        label: None,
        labelled_by: None,
        described_by: Signal::stored(None),
        unit: None,
        value: noted.into(),
        invalid: Signal::stored(false),
        on_input: Callback::new(take),
        on_leave: Callback::new(move |()| {
            let trimmed = noted.with_untracked(|noted| noted.trim().to_owned());
            if noted.with_untracked(|noted| *noted != trimmed) {
                take(trimmed);
            }
        }),
    });
    // On paper an empty box says nothing.
    let nothing = move || noted.with(String::is_empty);
    view! {
        <div class="field" class:no-print=nothing>
            <label class="field__label" for=id>{note.label.get(lang)}</label>{input}
        </div>
    }
    .into_any()
}
