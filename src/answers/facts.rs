//! The answers so far. Every question is answered, answered with “not known yet”, or not answered.

use crate::answers::answer::{Answer, Table};
use crate::answers::question::{Question, Read, Spec};
use crate::answers::typed::Complaint;

/// The answers so far, one place a question, up to the last that is answered.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Facts {
    slots: Vec<Option<Answer>>,
}

impl Facts {
    /// The answer to a question; `None` when it is not told or not known yet.
    #[must_use]
    pub fn get<'a, T: Read + 'static>(&'a self, question: &Question<T>) -> Option<T::Out<'a>> {
        T::read(self.slots.get(usize::from(question.spec.slot))?.as_ref()?)
    }

    /// The place of the choice that answers a question, of whatever list.
    #[must_use]
    pub fn choice(&self, spec: &Spec) -> Option<u8> {
        match self.answer(spec)? {
            Answer::Choice(place) => Some(*place),
            _ => None,
        }
    }

    /// The answer to a question of whatever type, also [`Answer::NotKnown`].
    #[must_use]
    pub fn answer(&self, spec: &Spec) -> Option<&Answer> {
        self.slots.get(usize::from(spec.slot))?.as_ref()
    }

    /// Tells or, with `None`, takes back an answer.
    ///
    /// # Errors
    /// When the question does not take such an answer. The facts stay as they were.
    pub fn set(&mut self, spec: &Spec, answer: Option<Answer>) -> Result<(), Complaint> {
        if let Some(answer) = &answer {
            spec.form.check(answer)?;
        }
        let slot = usize::from(spec.slot);
        if slot >= self.slots.len() {
            self.slots.resize(slot + 1, None);
        }
        self.slots[slot] = answer;
        // Facts are equal when their answers are.
        while let Some(None) = self.slots.last() {
            self.slots.pop();
        }
        Ok(())
    }

    /// The rows of a question that takes a table, to be changed in place; `None` while it is not told.
    pub fn table_mut(&mut self, spec: &Spec) -> Option<&mut Table> {
        match self.slots.get_mut(usize::from(spec.slot))?.as_mut()? {
            Answer::Table(table) => Some(table),
            _ => None,
        }
    }

    /// Whether other answers are the same, but for that to one question.
    #[must_use]
    pub fn is_same_but(&self, other: &Self, spec: &Spec) -> bool {
        let most = self.slots.len().max(other.slots.len());
        let same = |slot: usize| self.slots.get(slot).unwrap_or(&None) == other.slots.get(slot).unwrap_or(&None);
        (0..most).filter(|slot| *slot != usize::from(spec.slot)).all(same)
    }

    /// How many questions are answered, “not known yet” included.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.slots.iter().flatten().count()
    }
}
