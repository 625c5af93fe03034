//! The rows of a table as files for spreadsheets: a blank one, with formulas, and with the faults marked.

// The place of a cut is a foreign function, which the attribute declares.
#![allow(unsafe_code)]

use leptos::prelude::*;
use leptos::task::spawn_local;
use miyun::answers::answer::{Answer, Table};
use miyun::answers::question::Spec;
use miyun::office::xlsx::{self, rows};
use miyun::rule::{RowAnswer, RowRule};
use miyun::text::{Lang, Text};

use crate::ui::components::button::button;
use crate::ui::components::icon::Glyph;
use crate::ui::drafts::files;
use crate::ui::drafts::session::Session;
use crate::ui::frame::cut::cut;
use crate::ui::words::packet::OFFICE_NOT_COME;
use crate::ui::words::{NOT_DOWNLOADED, row_answers as words};

/// The type of the files.
const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What a file is made of.
enum Book {
    Template(&'static Spec),
    WorkedOut(&'static RowRule, Table, Vec<RowAnswer>),
    Faults(&'static RowRule, Table, Vec<RowAnswer>, Vec<rows::Typed>),
}

/// A button that saves a blank table of a question; `said` takes why it was not saved.
pub fn template_button(said: RwSignal<String>, spec: &'static Spec, lang: Lang) -> AnyView {
    save_button(said, words::TEMPLATE, lang, move || {
        let name = format!("{}-{}.xlsx", spec.label.get(lang), words::TEMPLATE_NAME.get(lang));
        Ok((name, Book::Template(spec)))
    })
}

/// The buttons that save what each row comes to. `answers` are those of the rows as they are.
pub fn row_buttons(
    session: Session,
    said: RwSignal<String>,
    rule: &'static RowRule,
    answers: impl Fn() -> Vec<RowAnswer> + Copy + Send + Sync + 'static,
    lang: Lang,
) -> Vec<AnyView> {
    let table = move || {
        session.draft.with_untracked(|draft| match draft.facts.answer(rule.question) {
            Some(Answer::Table(table)) => table.clone(),
            _ => Table::new(&[]),
        })
    };
    let name = move |what: Text| format!("{}-{}.xlsx", rule.question.label.get(lang), what.get(lang));
    let worked_out = move || Ok((name(words::TITLE), Book::WorkedOut(rule, table(), answers())));
    let faults = move || {
        let (answers, typed) = (answers(), typed(session, rule.question, lang));
        if typed.is_empty() && answers.iter().all(|answer| answer.faults.is_empty()) {
            return Err(words::NO_FAULTS.get(lang).to_owned());
        }
        Ok((name(words::FAULTS_NAME), Book::Faults(rule, table(), answers, typed)))
    };
    vec![save_button(said, words::WORKED_OUT, lang, worked_out), save_button(said, words::FAULTS_BOOK, lang, faults)]
}

/// What was typed into cells and is no answer.
fn typed(session: Session, spec: &'static Spec, lang: Lang) -> Vec<rows::Typed> {
    let names = session.typing.rows_untracked(spec);
    let shown = untrack(|| session.typing.shown());
    let of_spec = shown.into_iter().filter(|(key, _)| key.question == usize::from(spec.slot));
    of_spec
        .filter_map(|(key, invalid)| {
            let (name, column) = key.cell?;
            let row = names.iter().position(|other| *other == name)?;
            Some(rows::Typed { row, column, text: invalid.text, why: invalid.complaint.say(lang).to_owned() })
        })
        .collect()
}

/// A button that saves a file, or says why not.
fn save_button(
    said: RwSignal<String>,
    label: Text,
    lang: Lang,
    book: impl Fn() -> Result<(String, Book), String> + Send + Sync + 'static,
) -> AnyView {
    let save = Callback::new(move |()| match book() {
        Err(why) => said.set(why),
        Ok((name, book)) => spawn_local(async move {
            let made = cut_row_book(book, lang).await;
            let says = match made {
                Err(_) => OFFICE_NOT_COME.get(lang).to_owned(),
                Ok(Err(why)) => why,
                Ok(Ok(bytes)) if files::download(&name, KIND, &bytes) => String::new(),
                Ok(Ok(_)) => NOT_DOWNLOADED.get(lang).to_owned(),
            };
            let _ = said.try_set(says);
        }),
    });
    button("button button--small", Some(Glyph::Save), label.get(lang).to_owned(), save)
}

fn make(book: Book, lang: Lang) -> Result<Vec<u8>, String> {
    match book {
        Book::Template(spec) => xlsx::template(spec, lang).unwrap_or_else(|| Ok(Vec::new())),
        Book::WorkedOut(rule, table, answers) => rows::worked_out(rule, &table, &answers, lang),
        Book::Faults(rule, table, answers, typed) => rows::faults(rule, &table, &answers, &typed, lang),
    }
}

cut!(office: cut_row_book(book: Book, lang: Lang) -> Result<Vec<u8>, String> = make);
