//! A scenario: what would be if some answers were others, beside the draft and never in it.

mod json;
#[cfg(test)]
mod tests;

pub use json::{from_json, schema, to_json};

use crate::answers::answer::{Answer, Table};
use crate::answers::facts::Facts;
use crate::answers::form::{Column, Form};
use crate::answers::question::Spec;
use crate::date::Year;
use crate::planner::comparison::{Case, Comparison};
use crate::planner::{Cell, Forecast};
use crate::rule::{Edition, Place};
use crate::text::{Lang, Text, printable, text};

/// The most scenarios beside a draft.
pub const MOST_SCENARIOS: usize = 4;
/// The most characters of a name.
pub const LONGEST_NAME: usize = 40;
/// The most rows of one table in which a scenario differs.
pub const MOST_ROWS: usize = 100;
/// The last row of a table that a scenario can name.
const LAST_ROW: usize = 1_000_000;

/// A scenario.
#[derive(Clone, PartialEq, Debug)]
pub struct Scenario {
    /// What the applicant calls it.
    pub name: String,
    /// What it takes for the years to come that have no figure.
    pub forecast: Forecast,
    /// Where it differs from the draft: by question, then by year or row and column, each place once.
    differences: Vec<Difference>,
}

/// An answer, or a cell of a table, that is another than in the draft.
#[derive(Clone, PartialEq, Debug)]
pub struct Difference {
    /// The question.
    pub question: &'static Spec,
    /// The year or row of its table; the whole for the answer itself.
    pub place: Place,
    /// The column of its table; `None` for the answer itself.
    pub column: Option<usize>,
    /// What stands there instead; [`Answer::NotKnown`] clears it.
    pub to: Answer,
}

/// A draft and its scenarios side by side.
#[derive(Debug)]
pub struct Compared<'a> {
    /// What each comes to, the draft first.
    pub comparison: Comparison,
    /// The answers of each scenario, and its differences that the draft has no room for.
    pub varied: Vec<(Facts, Vec<&'a Difference>)>,
}

/// Assesses the answers of a draft, with what `forecast` takes for later years, and each of its scenarios, with its own.
#[must_use]
pub fn compare<'a>(
    edition: &Edition,
    of_draft: &Facts,
    forecast: &Forecast,
    scenarios: &'a [Scenario],
) -> Compared<'a> {
    let varied: Vec<_> = scenarios.iter().map(|scenario| scenario.facts(of_draft)).collect();
    let draft = Case { facts: of_draft, forecast };
    let mut cases = vec![draft];
    for (scenario, (facts, _)) in scenarios.iter().zip(&varied) {
        cases.push(Case { facts, forecast: &scenario.forecast });
    }
    Compared { comparison: Comparison::of(edition, &cases), varied }
}

impl Scenario {
    /// One that does not differ yet.
    #[must_use]
    pub fn new(name: String, forecast: Forecast) -> Self {
        // No figure of one's own is no forecast: a file has one word for it.
        let forecast = match forecast {
            Forecast::Own(years) if years.is_empty() => Forecast::Open,
            forecast => forecast,
        };
        Self { name, forecast, differences: Vec::new() }
    }

    /// Where it differs, in the order of the questions.
    #[must_use]
    pub fn differences(&self) -> &[Difference] {
        &self.differences
    }

    /// Notes a difference, in place of the one that was noted there.
    pub fn set(&mut self, difference: Difference) {
        let key = difference.order();
        let place = self.differences.iter().take_while(|other| other.order() < key).count();
        match self.differences.get_mut(place).filter(|other| other.order() == key) {
            Some(other) => *other = difference,
            None => self.differences.insert(place, difference),
        }
    }

    /// Takes a difference out: there it is as in the draft again.
    pub fn remove(&mut self, place: usize) {
        if place < self.differences.len() {
            self.differences.remove(place);
        }
    }

    /// The answers of a draft with those of the scenario in their place, and the differences that the draft has no room
    /// for: their rows are gone. Those are passed over.
    #[must_use]
    pub fn facts(&self, of_draft: &Facts) -> (Facts, Vec<&Difference>) {
        let mut facts = of_draft.clone();
        let gone = self.differences.iter().filter(|difference| difference.make(&mut facts).is_none()).collect();
        (facts, gone)
    }
}

impl Difference {
    /// What it is about: `2026年区域综合贡献`. `facts` are those of the scenario, which have its rows.
    #[must_use]
    pub fn words(&self, facts: &Facts, lang: Lang) -> String {
        if let Some(cell) = Cell::at(self.question, self.place, self.column, facts) {
            return cell.words(facts, lang);
        }
        let (label, place) = (self.question.label.get(lang), self.place.words(lang));
        let head = self.head().map_or("", |head| head.get(lang));
        match lang {
            Lang::Zh => format!("{label}{place}{head}"),
            Lang::En => format!("{label}, {place}, {head}"),
        }
    }

    /// What it takes.
    #[must_use]
    pub fn form(&self) -> Form {
        self.table_column().map_or(self.question.form, |column| column.form)
    }

    /// What stands there in the draft.
    #[must_use]
    pub fn from(&self, of_draft: &Facts) -> Option<Answer> {
        let answer = Cell::at(self.question, self.place, self.column, of_draft)?.answer(of_draft)?;
        (answer != Answer::NotKnown).then_some(answer)
    }

    fn head(&self) -> Option<Text> {
        Some(self.table_column()?.head)
    }

    fn table_column(&self) -> Option<&'static Column> {
        match self.question.form {
            Form::Table(columns) => columns.get(self.column?),
            _ => None,
        }
    }

    /// Puts it into the answers. `None` where they have no such row.
    fn make(&self, facts: &mut Facts) -> Option<()> {
        let cell = match Cell::at(self.question, self.place, self.column, facts) {
            Some(cell) => cell,
            // A year without a row is clear.
            None if self.to == Answer::NotKnown && matches!(self.place, Place::Year(_)) => return Some(()),
            None => {
                self.add_row(facts)?;
                Cell::at(self.question, self.place, self.column, facts)?
            }
        };
        cell.put(facts, self.to.clone()).ok()
    }

    /// Adds the row of a year, or the one after the last.
    fn add_row(&self, facts: &mut Facts) -> Option<()> {
        let Form::Table(columns) = self.question.form else { return None };
        let rows = match facts.answer(self.question) {
            Some(Answer::Table(table)) => table.len(),
            _ => 0,
        };
        let year: Option<(usize, Year)> = match self.place {
            Place::Year(year) => Some((Column::of_years(columns)?, year)),
            Place::Row(row) if row == rows && self.to != Answer::NotKnown => None,
            _ => return None,
        };
        if facts.table_mut(self.question).is_none() {
            facts.set(self.question, Some(Answer::Table(Table::new(columns)))).ok()?;
        }
        let table = facts.table_mut(self.question)?;
        table.insert(rows);
        match year {
            Some((key, year)) => table.set(columns, rows, key, Some(Answer::Year(year))).ok(),
            None => Some(()),
        }
    }

    /// Its place among the others: an answer as a whole comes before cells of its table.
    const fn order(&self) -> (u8, bool, Year, usize, usize) {
        let (year, row) = match self.place {
            Place::Whole => (0, 0),
            Place::Year(year) => (year, 0),
            Place::Row(row) => (0, row),
        };
        let column = match self.column {
            Some(column) => column,
            None => 0,
        };
        (self.question.slot, self.column.is_some(), year, row, column)
    }
}

/// A name as it was typed, beside the names of the other scenarios.
///
/// # Errors
/// With what is wrong with it.
pub fn name<'a>(typed: &str, mut others: impl Iterator<Item = &'a str>) -> Result<String, Text> {
    let name = printable(typed).trim().to_owned();
    if name.is_empty() {
        Err(text("请给方案起个名字，例如“购房”。", "Give the scenario a name, such as “Purchase”."))
    } else if typed.chars().count() > LONGEST_NAME {
        Err(text("方案的名字最多40个字，请缩短。", "The name of a scenario has 40 characters at most: shorten it."))
    } else if others.any(|other| other == name) {
        Err(text("已有同名的方案，请换一个名字。", "Another scenario has this name: choose another one."))
    } else {
        Ok(name)
    }
}
