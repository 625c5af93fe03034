//! Money by fiscal year: a table with a row a year, its figure, and where the figure comes from.

use crate::answers::answer::{Answer, Table};
use crate::answers::facts::Facts;
use crate::answers::form::Form;
use crate::answers::question::{Cell, Chosen, FiscalYear, Question};
use crate::date::Year;
use crate::money::Money;

/// A question for money by fiscal year.
#[derive(Debug)]
pub struct Yearly {
    /// The question.
    pub question: &'static Question<Table>,
    /// The fiscal year, one row each.
    pub year: &'static Cell<FiscalYear>,
    /// The figure of the year, yuan.
    pub amount: &'static Cell<Money>,
    /// Where it comes from.
    pub source: &'static Cell<Source>,
}

/// Where a yearly figure comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Source {
    /// Confirmed by the authority: it does not change any more.
    Confirmed,
    /// The applicant's own forecast.
    Forecast,
}

impl Chosen for Source {
    const ALL: &'static [Self] = &[Self::Confirmed, Self::Forecast];
}

impl Yearly {
    /// The years that have a row.
    pub fn years<'a>(&'a self, facts: &'a Facts) -> impl Iterator<Item = Year> + Clone + 'a {
        let table = facts.get(self.question);
        table.into_iter().flat_map(move |table| (0..table.len()).filter_map(move |row| table.get(self.year, row)))
    }

    /// The figure of a year, if there is one; below zero it counts as zero.
    #[must_use]
    pub fn of(&self, facts: &Facts, year: Year) -> Option<Money> {
        let table = facts.get(self.question)?;
        table.money(self.amount, self.row(table, year)?).map(Money::or_zero)
    }

    /// Where the figure of a year comes from, if that is answered.
    #[must_use]
    pub fn source(&self, facts: &Facts, year: Year) -> Option<Source> {
        let table = facts.get(self.question)?;
        table.get(self.source, self.row(table, year)?)
    }

    /// Sets the figure of a year, in a new row if it has none; `None` where the table does not take it.
    pub fn set(&self, facts: &mut Facts, year: Year, amount: Money) -> Option<()> {
        let Form::Table(columns) = self.question.spec.form else { return None };
        let table = facts.table_mut(&self.question.spec)?;
        let row = self.row(table, year).unwrap_or_else(|| {
            table.insert(table.len());
            table.len() - 1
        });
        table.set(columns, row, self.year.index, Some(Answer::Year(year))).ok()?;
        table.set(columns, row, self.amount.index, Some(Answer::Money(amount))).ok()
    }

    /// The row of a year, from 0.
    #[must_use]
    pub fn row(&self, table: &Table, year: Year) -> Option<usize> {
        (0..table.len()).find(|row| table.get(self.year, *row) == Some(year))
    }
}
