//! What would be if: the same rules run on answers that are varied. No rule is added here.

mod chance;
mod cliff;
mod election;
mod lever;
#[cfg(test)]
mod tests;

pub use chance::{Chance, chances};
pub use cliff::{Cliff, cliffs};
pub use election::{Column, Election, Turn, Way, elections};
pub use lever::Change;

use crate::answers::answer::Answer;
use crate::answers::facts::Facts;
use crate::answers::form::{Column as TableColumn, Form};
use crate::answers::question::Spec;
use crate::applicant::contribution::{CONTRIBUTIONS, Source, contributions};
use crate::date::Year;
use crate::money::Money;
use crate::rule::case::contribution;

/// A fen.
const FEN: Money = Money::from_fen(1);

/// The columns of a question that takes a table.
const fn columns_of(question: &Spec) -> Option<&'static [TableColumn]> {
    match question.form {
        Form::Table(columns) => Some(columns),
        _ => None,
    }
}

/// Where the contribution of a year comes from, if that is told.
fn source_of(facts: &Facts, year: Year) -> Option<Source> {
    let table = facts.get(&CONTRIBUTIONS)?;
    table.get(&contributions::SOURCE, contributions::row_of(table, year)?)
}

/// The contribution of a year, if it is told; a negative one counts nothing (decision 4).
fn contribution_of(facts: &Facts, year: Year) -> Option<Money> {
    contribution(facts.get(&CONTRIBUTIONS)?, year)
}

/// Tells another contribution of a year; `None` where the table does not take it.
fn contribute(facts: &mut Facts, year: Year, amount: Money) -> Option<()> {
    let columns = columns_of(&CONTRIBUTIONS.spec)?;
    let table = facts.table_mut(&CONTRIBUTIONS.spec)?;
    let row = contributions::row_of(table, year).unwrap_or_else(|| {
        table.insert(table.len());
        table.len() - 1
    });
    table.set(columns, row, contributions::YEAR.index, Some(Answer::Year(year))).ok()?;
    table.set(columns, row, contributions::AMOUNT.index, Some(Answer::Money(amount))).ok()
}
