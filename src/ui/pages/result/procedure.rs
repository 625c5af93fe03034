//! How and where to file: the steps as the rules have them, and what the announcement of the year says.

use leptos::prelude::*;
use miyun::article::article;
use miyun::drafts::draft::Draft;
use miyun::drafts::filing::{LONGEST_NOTE, OFFICE, OfficeNote};
use miyun::text::{Lang, sentence};

use crate::ui::components::field::is_composing;
use crate::ui::components::layout::section;
use crate::ui::drafts::session::Session;
use crate::ui::words;

/// The section: steps, then boxes to note this year's window, address, telephone and person.
pub fn procedure(session: Session) -> AnyView {
    let lang = session.lang.get_untracked();
    let steps = session.draft.with_untracked(Draft::rules).procedure;
    let steps: Vec<_> = steps
        .iter()
        .map(|step| {
            let (says, basis) = (sentence(step.says.get(lang), lang), article(step.article, lang));
            view! { <li>{match lang {
                Lang::Zh => format!("{says}（{basis}）。"),
                Lang::En => format!("{says} ({basis})."),
            }}</li> }
            .into_any()
        })
        .collect();
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
        let typed = typed.trim().to_owned();
        if typed != noted.get_untracked() {
            session.file(|draft| {
                draft.filing.office.remove(note.id);
                if !typed.is_empty() {
                    draft.filing.office.insert(note.id, typed);
                }
            });
        }
    };
    let id = format!("office-{}", note.id);
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{note.label.get(lang)}</label>
            <span class="input input--long"><input class="input__box" type="text" id=id maxlength=LONGEST_NOTE.to_string()
                prop:value=noted
                on:change=move |event| if !is_composing() { take(event_target_value(&event)) } /></span>
        </div>
    }
    .into_any()
}
