//! One box to type in, of a question or of a table's cell: what is typed, what it means, what is wrong with it.

use std::time::Duration;

use leptos::prelude::*;
use miyun::answers::answer::Answer;
use miyun::answers::form::{Column, Form};
use miyun::answers::question::Spec;
use miyun::answers::typed::Complaint;
use miyun::answers::unit::Unit;
use miyun::money::grouped_count;

use crate::ui::components::field::is_composing;
use crate::ui::drafts::session::Session;
use crate::ui::interview::typing::FieldKey;

/// How long a text may stand half typed before it is called wrong.
const PATIENCE: Duration = Duration::from_millis(900);

/// A box.
#[derive(Clone, Copy)]
pub struct Field {
    session: Session,
    question: &'static Spec,
    form: &'static Form,
    /// The columns, the row's name and place, and the column's place, in a table.
    cell: Option<(&'static [Column], u32, Memo<usize>, usize)>,
    /// What stands in the box.
    pub text: RwSignal<String>,
    waiting: StoredValue<Option<TimeoutHandle>>,
}

impl Field {
    /// The box of a question.
    pub fn of(session: Session, question: &'static Spec) -> Self {
        Self::new(session, question, &question.form, None)
    }

    /// The box of a cell: the row by its name, and by its place, which changes when rows above come and go.
    pub fn cell(
        session: Session,
        question: &'static Spec,
        columns: &'static [Column],
        name: u32,
        row: Memo<usize>,
        column: usize,
    ) -> Self {
        Self::new(session, question, &columns[column].form, Some((columns, name, row, column)))
    }

    fn new(
        session: Session,
        question: &'static Spec,
        form: &'static Form,
        cell: Option<(&'static [Column], u32, Memo<usize>, usize)>,
    ) -> Self {
        let entry =
            Self { session, question, form, cell, text: RwSignal::new(String::new()), waiting: StoredValue::new(None) };
        let invalid = session.typing.invalid_untracked(entry.key());
        entry.text.set(match invalid {
            Some(invalid) => {
                session.typing.show(entry.key());
                invalid.text
            }
            None => entry.written(),
        });
        // What is left half typed is refused, too, when the page is left.
        on_cleanup(move || {
            entry.stop_waiting();
            if session.typing.invalid_untracked(entry.key()).is_some_and(|invalid| !invalid.shown) {
                entry.refuse();
            }
        });
        // An answer that changes elsewhere shows here too, and so does another unit, and a text that is no answer and
        // comes or goes: a block that was pasted, or taken back. What is being typed is left alone: it means that
        // answer.
        let answer = Memo::new(move |_| entry.answer());
        let unit = Memo::new(move |_| entry.unit());
        let invalid = Memo::new(move |_| session.typing.invalid(entry.key()).map(|invalid| invalid.text));
        Effect::new(move |before: Option<Unit>| {
            let (answer, unit, invalid) = (answer.get(), unit.get(), invalid.get());
            let text = entry.text.get_untracked();
            let stays = match (&invalid, before) {
                (Some(invalid), _) => *invalid == text,
                (None, Some(before)) => {
                    let typed = form.parse(&text, unit.factor());
                    unit == before && typed == Ok(answer.filter(|answer| *answer != Answer::NotKnown))
                }
                (None, None) => true,
            };
            if !stays {
                entry.text.set(invalid.unwrap_or_else(|| entry.written()));
            }
            unit
        });
        entry
    }

    /// Where it is.
    pub fn key(self) -> FieldKey {
        FieldKey {
            question: usize::from(self.question.slot),
            cell: self.cell.map(|(_, name, _, column)| (name, column)),
        }
    }

    /// The answer it stands for.
    pub fn answer(self) -> Option<Answer> {
        let row = self.cell.map(|(_, _, row, _)| row.get());
        self.session.draft.with(|draft| self.read(draft.facts.answer(self.question)?, row))
    }

    fn answer_untracked(self) -> Option<Answer> {
        let row = self.cell.and_then(|(_, _, row, _)| row.try_get_untracked());
        self.session.draft.with_untracked(|draft| self.read(draft.facts.answer(self.question)?, row))
    }

    fn read(self, answer: &Answer, row: Option<usize>) -> Option<Answer> {
        match (self.cell, answer) {
            (None, answer) => Some(answer.clone()),
            (Some((_, _, _, column)), Answer::Table(table)) => table.cell(row?, column),
            _ => None,
        }
    }

    /// The unit of a bare figure of money: what the table is switched to, else yuan.
    fn unit(self) -> Unit {
        match self.cell {
            Some((columns, _, _, column)) => unit_of(self.session, self.question, &columns[column]),
            None => Unit::Yuan,
        }
    }

    fn written(self) -> String {
        let unit = untrack(|| self.unit());
        self.answer_untracked().map(|answer| written(self.form, &answer, unit)).unwrap_or_default()
    }

    /// What is wrong, once it is shown.
    pub fn complaint(self) -> Option<Complaint> {
        self.session.typing.invalid(self.key()).filter(|invalid| invalid.shown).map(|invalid| invalid.complaint)
    }

    /// Takes what was typed so far.
    pub fn typed(self, text: String) {
        let factor = untrack(|| self.unit()).factor();
        let told = self.form.parse(&text, factor).and_then(|answer| self.tell(answer));
        self.session.typing.note(self.key(), told.err().map(|complaint| (text.clone(), complaint)));
        self.text.set(text);
        self.stop_waiting();
        if told.is_err() {
            // Undoing the last action would take this text along.
            if self.session.undo.with_untracked(Option::is_some) {
                self.session.undo.set(None);
            }
            self.refuse_later();
        }
    }

    /// Takes leave of the box: a good figure is set as offices write it, a bad text is called so.
    pub fn left(self) {
        self.stop_waiting();
        if self.session.typing.invalid_untracked(self.key()).is_some() {
            self.refuse();
        } else {
            self.text.set(self.written());
        }
    }

    /// Says what is wrong when typing has rested, but not while an input method is composing.
    fn refuse_later(self) {
        let refuse = move || if is_composing() { self.refuse_later() } else { self.refuse() };
        self.waiting.set_value(set_timeout_with_handle(refuse, PATIENCE).ok());
    }

    /// Says what is wrong. The last good answer stays: the amounts go by it until it is corrected or the box is emptied.
    fn refuse(self) {
        self.session.typing.show(self.key());
    }

    /// Whether an answer stands behind the box, whatever is typed in it.
    pub fn has_answer(self) -> bool {
        self.answer().is_some_and(|answer| answer != Answer::NotKnown)
    }

    /// Says that it is not known yet, or takes that back.
    pub fn not_known(self, yes: bool) {
        self.stop_waiting();
        self.session.typing.note(self.key(), None);
        let _ = self.tell(yes.then_some(Answer::NotKnown));
        self.text.set(self.written());
    }

    fn stop_waiting(self) {
        if let Some(handle) = self.waiting.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    }

    /// Tells the answer.
    pub fn tell(self, answer: Option<Answer>) -> Result<(), Complaint> {
        let Some((columns, _, row, column)) = self.cell else { return self.session.tell(self.question, answer) };
        if self.answer_untracked() == answer {
            return Ok(());
        }
        let Some(row) = row.try_get_untracked() else { return Ok(()) };
        self.session.touch(self.question);
        // Looked at first: a refused cell is no change to the draft.
        let told = self.session.draft.try_maybe_update(|draft| {
            let told =
                draft.facts.table_mut(self.question).map_or(Ok(()), |table| table.set(columns, row, column, answer));
            (told.is_ok(), told)
        });
        self.session.stamp();
        told.unwrap_or(Ok(()))
    }
}

/// An answer as it stands in a box.
fn written(form: &Form, answer: &Answer, unit: Unit) -> String {
    match answer {
        Answer::Money(money) => unit.figure(*money),
        Answer::Area(area) => area.to_string(),
        Answer::Count(count) => grouped_count(count),
        Answer::Share(share) => share.to_string(),
        Answer::Date(date) => date.to_string(),
        Answer::Year(year) => year.to_string(),
        Answer::Words(words) => words.to_string(),
        Answer::Choice(index) => match form {
            Form::Choice(choices) => {
                choices.get(usize::from(*index)).map(|choice| choice.id.to_owned()).unwrap_or_default()
            }
            _ => String::new(),
        },
        Answer::YesNo(true) => "yes".to_owned(),
        Answer::YesNo(false) => "no".to_owned(),
        Answer::NotKnown | Answer::Table(_) => String::new(),
    }
}

/// The unit of a column's bare figures. A price is always said in yuan; what is no money has but one unit.
pub fn unit_of(session: Session, question: &Spec, column: &Column) -> Unit {
    if column.is_in_unit() { session.typing.unit(question) } else { Unit::Yuan }
}
