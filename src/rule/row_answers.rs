//! What a clause says of every row of a table, kept up to date while somebody edits it: a row that changes is answered
//! again, not a hundred thousand.

use crate::answers::answer::{Answer, Table};
use crate::answers::facts::Facts;
use crate::answers::question::{Cell, Words};
use crate::rule::row_answer::{RowAnswer, RowRule};
use crate::rule::row_view::same_words;

/// The most rows that are answered one by one; beyond it all of them are.
const FEW: usize = 64;

/// The rows of some answers, each with what a clause says of it.
#[derive(Clone, Debug)]
pub struct RowAnswers {
    rule: &'static RowRule,
    facts: Facts,
    answers: Vec<RowAnswer>,
}

impl RowAnswers {
    /// Answers every row.
    #[must_use]
    pub fn of(rule: &'static RowRule, facts: &Facts) -> Self {
        Self { rule, facts: facts.clone(), answers: (rule.answer)(facts) }
    }

    /// The rows; none while they are not told.
    #[must_use]
    pub fn table(&self) -> Option<&Table> {
        table(self.rule, &self.facts)
    }

    /// What is said of each, in their order.
    #[must_use]
    pub fn answers(&self) -> &[RowAnswer] {
        &self.answers
    }

    /// Goes over to other answers: what [`RowAnswers::of`] says of them.
    pub fn follow(&mut self, facts: &Facts) {
        let rule = self.rule;
        let one = |(row, alike): (usize, bool)| {
            let before = if alike { None } else { self.answers.get(row) };
            Some((row, (rule.one)(facts, row, before)?))
        };
        let again = self.touched(facts).and_then(|rows| rows.into_iter().map(one).collect::<Option<Vec<_>>>());
        let Some(again) = again else { return *self = Self::of(rule, facts) };
        for (row, answer) in again {
            if let Some(before) = self.answers.get_mut(row) {
                *before = answer;
            }
        }
        self.facts = facts.clone();
    }

    /// The rows of which something else may be said, and whether because of what they may have alike; `None` where that
    /// may be all.
    fn touched(&self, facts: &Facts) -> Option<Vec<(usize, bool)>> {
        let (before, after) = (self.table()?, table(self.rule, facts)?);
        if !self.facts.is_same_but(facts, self.rule.question) || before.len() != after.len() {
            return None;
        }
        let changed = before.changed(after);
        if changed.len() > FEW {
            return None;
        }
        let mut touched: Vec<(usize, bool)> = changed.iter().map(|row| (*row, false)).collect();
        for column in self.rule.alike {
            let cell = Cell::<Words>::new(*column);
            let both = |row: &usize| [before.get(&cell, *row), after.get(&cell, *row)];
            let is_retold = |row: &usize| {
                let [old, new] = both(row);
                old != new
            };
            let retold: Vec<usize> = changed.iter().copied().filter(is_retold).collect();
            if retold.is_empty() {
                continue;
            }
            // Rows that say the same as one that changed, as it was or as it is.
            let said: Vec<&str> = retold.iter().flat_map(both).flatten().collect();
            let is_alike = |row: &usize| {
                let own = after.get(&cell, *row);
                own.is_some_and(|own| said.iter().any(|other| same_words(own, other)))
            };
            touched.extend(retold.iter().map(|row| (*row, true)));
            touched.extend((0..after.len()).filter(is_alike).map(|row| (row, true)));
        }
        (touched.len() <= FEW).then_some(touched)
    }
}

fn table<'a>(rule: &RowRule, facts: &'a Facts) -> Option<&'a Table> {
    match facts.answer(rule.question) {
        Some(Answer::Table(table)) => Some(table),
        _ => None,
    }
}
