//! The cells that hold answers: where each stands in the workbook, and what it holds.

use rust_decimal::Decimal;

use crate::answers::answer::Answer;
use crate::answers::facts::Facts;
use crate::answers::form::{Column, Form};
use crate::answers::question::Spec;
use crate::applicant::CATALOGUE;
use crate::date::Date;
use crate::drafts::draft::Draft;
use crate::money::{Area, Money, Rate};
use crate::office::xlsx::book::column_name;
use crate::office::xlsx::words;
use crate::rule::{Figure, Report};
use crate::text::Lang;

/// An answer that has a cell of its own: a question's, or a cell of its table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct AnswerCell {
    /// The place of the question in the catalogue.
    pub question: usize,
    /// Row and column in its table.
    pub cell: Option<(usize, usize)>,
}

impl AnswerCell {
    pub(super) fn spec(self) -> &'static Spec {
        CATALOGUE[self.question]
    }

    pub(super) fn form(self) -> &'static Form {
        match (&self.spec().form, self.cell) {
            (Form::Table(columns), Some((_, column))) => &columns[column].form,
            (form, _) => form,
        }
    }

    pub(super) fn answer(self, facts: &Facts) -> Option<Answer> {
        let answer = facts.answer(self.spec())?;
        match (answer, self.cell) {
            (Answer::Table(table), Some((row, column))) => table.cell(row, column),
            (answer, None) => Some(answer.clone()),
            _ => None,
        }
    }

    /// Tells another answer; whether it is taken.
    pub(super) fn tell(self, facts: &mut Facts, answer: Answer) -> bool {
        let spec = self.spec();
        match (self.cell, spec.form) {
            (Some((row, column)), Form::Table(columns)) => facts
                .table_mut(spec)
                .is_some_and(|table| row < table.len() && table.set(columns, row, column, Some(answer)).is_ok()),
            _ => facts.set(spec, Some(answer)).is_ok(),
        }
    }

    /// Whether a figure below zero can be told, which counts as zero (decision 4).
    pub(super) fn signed(self) -> bool {
        matches!(self.form(), Form::Money { signed: true })
    }

    /// Its name in the list of what must stay: `区域综合贡献 第2行 区域综合贡献`.
    pub(super) fn name(self, lang: Lang) -> String {
        let spec = self.spec();
        let label = spec.label.get(lang);
        match (self.cell, spec.form) {
            (Some((row, column)), Form::Table(columns)) => {
                let head = columns[column].head.get(lang);
                match lang {
                    Lang::Zh => format!("{label} 第{}行 {head}", row + 1),
                    Lang::En => format!("{label}, row {}: {head}", row + 1),
                }
            }
            _ => label.to_owned(),
        }
    }
}

/// The answer as a figure of a step; a choice, words or a table is none.
pub(super) fn figure(answer: &Answer) -> Option<Figure> {
    Some(match answer {
        Answer::YesNo(yes) => Figure::YesNo(*yes),
        Answer::Money(money) => Figure::Money(*money),
        Answer::Area(area) => Figure::Area(*area),
        Answer::Count(count) => Figure::Count(*count),
        Answer::Share(share) => Figure::Rate(*share),
        Answer::Date(date) => Figure::Date(*date),
        Answer::Year(year) => Figure::Year(*year),
        Answer::NotKnown | Answer::Choice(_) | Answer::Words(_) | Answer::Table(_) => return None,
    })
}

/// The head of a column with its unit.
pub(super) fn head(column: &Column, lang: Lang) -> String {
    let unit = match column.form {
        Form::Money { .. } | Form::Area | Form::Count { .. } => column.form.unit().get(lang),
        _ => "",
    };
    let head = column.head.get(lang);
    match (unit.is_empty(), lang) {
        (true, _) => head.to_owned(),
        (false, Lang::Zh) => format!("{head}（{unit}）"),
        (false, Lang::En) => format!("{head} ({unit})"),
    }
}

/// The last column that is looked at.
pub(super) const LAST_COLUMN: u16 = 255;

/// The decimals that an area and a share can have.
const AREA_SCALE: u32 = 6;
const SHARE_SCALE: u32 = 8;

/// An answer that has an order, as a whole number of its smallest units.
pub(super) fn units(answer: &Answer) -> Option<i128> {
    let decimal = |mut decimal: Decimal, scale| {
        decimal.rescale(scale);
        decimal.mantissa()
    };
    Some(match answer {
        Answer::Money(money) => money.fen(),
        Answer::Area(area) => decimal(area.to_decimal(), AREA_SCALE),
        Answer::Share(share) => decimal(share.to_decimal(), SHARE_SCALE),
        Answer::Count(count) => i128::from(*count),
        Answer::Year(year) => i128::from(*year),
        Answer::Date(date) => i128::from(serial(*date)),
        _ => return None,
    })
}

/// The answer of this form with so many of the smallest units; `None` where the form takes no such answer.
pub(super) fn of_units(form: &Form, units: i128) -> Option<Answer> {
    let decimal = |scale| Decimal::try_from_i128_with_scale(units, scale).ok().map(|decimal| decimal.normalize());
    let answer = match form {
        Form::Money { .. } => Answer::Money(Money::from_fen(units)),
        Form::Area => Answer::Area(Area::from_decimal(decimal(AREA_SCALE)?)),
        Form::Share => Answer::Share(Rate::from_decimal(decimal(SHARE_SCALE)?)),
        Form::Count { .. } => Answer::Count(u32::try_from(units).ok()?),
        Form::Year => Answer::Year(u16::try_from(units).ok()?),
        Form::Date => Answer::Date(date_of(i64::try_from(units).ok()?)?),
        _ => return None,
    };
    form.check(&answer).ok().map(|()| answer)
}

/// Days since 30 December 1899, as spreadsheets count from March 1900 on.
pub(super) fn serial(date: Date) -> i64 {
    // Years that begin in March put the leap day last.
    let (year, month, day) = (i64::from(date.year()), i64::from(date.month()), i64::from(date.day()));
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 693_900
}

/// The day of that number, if it is one that [`Date`] holds.
pub(super) fn date_of(serial: i64) -> Option<Date> {
    let (mut low, mut high) = (1900_i64, 2200_i64);
    while high - low > 1 {
        let middle = (low + high) / 2;
        let from = Date::new(u16::try_from(middle).ok()?, 1, 1).map(self::serial);
        if from.is_some_and(|from| from <= serial) { low = middle } else { high = middle }
    }
    let year = u16::try_from(low).ok()?;
    (1..=12).rev().find_map(|month| {
        let first = self::serial(Date::new(year, month, 1)?);
        let day = u8::try_from(serial - first + 1).ok().filter(|day| *day >= 1)?;
        Date::new(year, month, day)
    })
}

/// The first row of a table of facts, below title, note, ids and heads.
pub(super) const FIRST_ROW: u32 = 4;
/// The row of a table's sheet that holds the ids.
pub(super) const IDS_ROW: u32 = 2;
/// The cell of a table's sheet that says whether it is told.
pub(super) const STATE_CELL: (u32, u16) = (1, 1);
/// Empty rows below a table, for what is added.
pub(super) const SPARE_ROWS: usize = 20;
/// The columns of the sheet of single answers.
pub(super) const LABEL: u16 = 0;
pub(super) const VALUE: u16 = 1;
pub(super) const UNIT: u16 = 2;
pub(super) const HINT: u16 = 3;
pub(super) const ID: u16 = 4;

/// A row of the sheet of single answers.
pub(super) enum Line {
    /// The head of a subject.
    Subject(&'static str),
    /// A question, by its place in the catalogue.
    Question(usize),
}

/// A sheet that holds a table of facts.
pub(super) struct TableSheet {
    pub question: usize,
    pub columns: &'static [Column],
    pub name: String,
}

/// Where the answers stand.
pub(super) struct Layout {
    /// The name of the sheet of single answers.
    pub name: String,
    /// Its rows, from [`Layout::FIRST`].
    pub lines: Vec<Line>,
    /// The sheets of tables.
    pub tables: Vec<TableSheet>,
}

impl Layout {
    /// The first row of single answers.
    pub(super) const FIRST: u32 = 4;

    /// What is told, what some clause asks or some claim goes with, and what the form needs: the rest is not for this
    /// applicant.
    pub(super) fn new(draft: &Draft, report: &Report, lang: Lang, names: &mut Names) -> Self {
        let asked = draft.asked(report);
        let shown = |spec: &Spec| {
            let on_the_form = spec.only_for_the_form() && !spec.is_particular();
            draft.facts.answer(spec).is_some() || asked.reads(spec) || on_the_form
        };
        let (mut lines, mut tables, mut subject) = (Vec::new(), Vec::new(), None);
        let name = names.take(words::INPUTS.get(lang));
        for (question, spec) in CATALOGUE.iter().enumerate().filter(|(_, spec)| shown(spec)) {
            if let Form::Table(columns) = spec.form {
                tables.push(TableSheet { question, columns, name: names.take(spec.label.get(lang)) });
                continue;
            }
            if subject != Some(spec.subject) {
                subject = Some(spec.subject);
                lines.push(Line::Subject(spec.subject.words()[1].get(lang)));
            }
            lines.push(Line::Question(question));
        }
        Self { name, lines, tables }
    }

    /// The row of a question on the sheet of single answers.
    fn row(&self, question: usize) -> Option<u32> {
        let place = self.lines.iter().position(|line| matches!(line, Line::Question(other) if *other == question))?;
        Some(Self::FIRST + u32::try_from(place).ok()?)
    }

    /// The sheet of a question's table.
    pub(super) fn table(&self, question: usize) -> Option<&TableSheet> {
        self.tables.iter().find(|table| table.question == question)
    }

    /// A reference to the cell of an answer.
    pub(super) fn reference(&self, answer_cell: AnswerCell) -> Option<String> {
        match answer_cell.cell {
            None => Some(reference(&self.name, self.row(answer_cell.question)?, VALUE)),
            Some((row, column)) => {
                let row = FIRST_ROW + u32::try_from(row).ok()?;
                Some(reference(&self.table(answer_cell.question)?.name, row, u16::try_from(column).ok()? + 1))
            }
        }
    }
}

/// `'输入'!$B$7`.
pub(super) fn reference(sheet: &str, row: u32, column: u16) -> String {
    format!("'{}'!${}${}", sheet.replace('\'', "''"), column_name(column), row + 1)
}

/// The names of sheets: each once, as spreadsheets allow them.
#[derive(Default)]
pub(super) struct Names(Vec<String>);

impl Names {
    /// The most characters that a name takes.
    const MOST: usize = 31;

    /// A name as close to this one as is allowed and not taken.
    pub(super) fn take(&mut self, wish: &str) -> String {
        let plain: String = wish.chars().map(|sign| if r"[]:*?/\'".contains(sign) { '-' } else { sign }).collect();
        let cut = |words: &str, room: usize| {
            let (mut name, mut units) = (String::new(), 0);
            for sign in words.chars().filter(|sign| !sign.is_control()) {
                units += sign.len_utf16();
                if units > room {
                    break;
                }
                name.push(sign);
            }
            name
        };
        let mut name = cut(&plain, Self::MOST);
        let mut number = 2;
        while name.is_empty() || self.0.iter().any(|other| other.eq_ignore_ascii_case(&name)) {
            let end = format!(" {number}");
            name = cut(&plain, Self::MOST - end.len()) + &end;
            number += 1;
        }
        self.0.push(name.clone());
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_numbered_as_spreadsheets_do() {
        for (day, number) in
            [((1900, 3, 1), 61), ((2019, 10, 15), 43_753), ((2000, 2, 29), 36_585), ((2199, 12, 31), 109_574)]
        {
            let date = Date::new(day.0, day.1, day.2).unwrap();
            assert_eq!((serial(date), date_of(number)), (number, Some(date)));
        }
        assert_eq!(date_of(200_000), None);
        assert_eq!(date_of(-1), None);
        for number in 61..109_574 {
            assert_eq!(date_of(number).map(serial), Some(number));
        }
    }

    #[test]
    fn names_of_sheets_are_short_plain_and_each_their_own() {
        let mut names = Names::default();
        assert_eq!(names.take("a/b:c"), "a-b-c");
        assert_eq!(names.take("A-B-C"), "A-B-C 2");
        let long = "𠮷".repeat(40);
        assert_eq!(names.take(&long).encode_utf16().count(), 30);
        assert_eq!(names.take(&long).encode_utf16().count(), 30);
    }
}
