//! Nothing of the kind: a clause about something that there is none of asks for nothing more about it.

use crate::answers::answer::Table;
use crate::answers::question::{Question, Spec};
use crate::rule::case::Case;
use crate::rule::provision::Provision;

impl<'a> Case<'a> {
    /// The rows of a table, recorded as missing if they are not told. A table filled in as empty says that there is nothing
    /// of the kind: what follows from it is not asked any more. Places in the working are its rows from there on.
    pub fn ask_rows(&mut self, question: &'static Question<Table>) -> Option<&'a Table> {
        self.table = Some(&question.spec);
        let table = self.ask(question);
        if table.is_some_and(|table| table.is_empty()) {
            self.nothing_of(&question.spec);
        }
        table
    }

    /// Records that there is nothing of the kind, which an answer says: what follows from it is not asked any more, and
    /// only what is told anyway is judged.
    pub fn nothing_of(&mut self, question: &'static Spec) {
        self.needs(question);
        self.absent = self.absent.or(Some(question));
    }

    /// The condition that there is something of the kind at all, answered with yes: after a no, what follows from it is
    /// not asked.
    pub fn there_is(&mut self, question: &'static Question<bool>, provision: &'static Provision) -> Option<bool> {
        let filled = self.yes(question, provision);
        if filled == Some(false) {
            self.nothing_of(&question.spec);
        }
        filled
    }
}
