//! A figure of the draft: an answer, or a cell of a table.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::answers::answer::{Answer, Table};
use crate::answers::facts::Facts;
use crate::answers::form::{Column, Form};
use crate::answers::question::Spec;
use crate::answers::row_name::row_name;
use crate::answers::typed::Complaint;
use crate::answers::yearly::{Source, Yearly};
use crate::money::{Area, Money, Rate};
use crate::planner::columns_of;
use crate::rule::{Figure, Place};
use crate::text::{Lang, Text};

/// A figure of the draft.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    /// The question.
    pub question: &'static Spec,
    /// The year or row, for one that takes a table.
    pub place: Place,
    /// The column and row of the table.
    pub(super) column: Option<(usize, usize)>,
}

impl Cell {
    /// The answer to a question; or, where a column is named, the cell of its table at a year or row. `None` where the
    /// answers have no such row, or the question no such column.
    #[must_use]
    pub fn at(question: &'static Spec, place: Place, column: Option<usize>, facts: &Facts) -> Option<Self> {
        let column = match (column, columns_of(question)) {
            (None, _) if place == Place::Whole => None,
            (Some(column), Some(columns)) if column < columns.len() => match facts.answer(question)? {
                Answer::Table(table) => Some((column, row_at(table, columns, place)?)),
                _ => return None,
            },
            _ => return None,
        };
        Some(Self { question, place, column })
    }

    /// What it takes.
    #[must_use]
    pub fn form(&self) -> Form {
        self.table_column().map_or(self.question.form, |column| column.form)
    }

    /// What stands there, if anything does.
    #[must_use]
    pub fn answer(&self, facts: &Facts) -> Option<Answer> {
        match (facts.answer(self.question)?, self.column) {
            (Answer::Table(table), Some((column, row))) => table.cell(row, column),
            (answer, None) => Some(answer.clone()),
            _ => None,
        }
    }

    /// Puts another answer there; [`Answer::NotKnown`] clears it.
    ///
    /// # Errors
    /// When the question or the column does not take it. The answers stay as they were.
    pub fn put(&self, facts: &mut Facts, to: Answer) -> Result<(), Complaint> {
        match (self.column, columns_of(self.question)) {
            (Some((column, row)), Some(columns)) => {
                let table = facts.table_mut(self.question).ok_or(Complaint::NotAChoice)?;
                table.set(columns, row, column, Some(to))
            }
            _ => facts.set(self.question, Some(to)),
        }
    }

    /// The head of the column that it is in, for one that takes a table.
    #[must_use]
    pub fn head(&self) -> Option<Text> {
        Some(self.table_column()?.head)
    }

    /// What it is called: `2026年区域综合贡献`, `甲公司：首个完整年度贡献`. A row is called by what tells it from the others.
    #[must_use]
    pub fn words(&self, facts: &Facts, lang: Lang) -> String {
        let label = self.question.label.get(lang);
        let Some(head) = self.head().map(|head| head.get(lang)) else { return label.to_owned() };
        let place = self.place.words(lang);
        match (self.place, lang) {
            // A year says itself what it is.
            (Place::Year(_), Lang::Zh) => format!("{place}{head}"),
            (Place::Year(_), Lang::En) => format!("{head} of {place}"),
            (Place::Row(row), _) => match (row_name(facts, self.question, row, lang), lang) {
                (Some(name), Lang::Zh) => format!("{name}：{head}"),
                (Some(name), Lang::En) => format!("{name}: {head}"),
                (None, Lang::Zh) => format!("{label}{place}{head}"),
                (None, Lang::En) => format!("{label}, {place}, {head}"),
            },
            (Place::Whole, _) => label.to_owned(),
        }
    }

    /// The column that it is in, for one that takes a table.
    pub(super) fn table_column(&self) -> Option<&'static Column> {
        columns_of(self.question)?.get(self.column?.0)
    }

    /// The figure that stands there.
    pub(super) fn figure(&self, facts: &Facts) -> Option<Figure> {
        figure(&self.answer(facts)?)
    }

    /// Puts another figure there; says whether the question takes it.
    pub(super) fn set(&self, facts: &mut Facts, to: Figure) -> bool {
        answer(to).is_some_and(|to| self.put(facts, to).is_ok())
    }

    /// Whether it is the same one.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.question.slot == other.question.slot && self.column == other.column
    }
}

/// The row of a table at a year or a place of its own.
pub(super) fn row_at(table: &Table, columns: &[Column], place: Place) -> Option<usize> {
    match place {
        Place::Row(row) => (row < table.len()).then_some(row),
        Place::Year(year) => {
            let key = Column::of_years(columns)?;
            (0..table.len()).find(|row| table.cell(*row, key) == Some(Answer::Year(year)))
        }
        Place::Whole => None,
    }
}

/// Whether the district has confirmed the figure of a year: it stays as it is.
pub(super) fn is_confirmed(question: &Spec, place: Place, yearly: Option<&Yearly>, facts: &Facts) -> bool {
    match (yearly, place) {
        (Some(yearly), Place::Year(year)) if question.slot == yearly.question.spec.slot => {
            yearly.source(facts, year) == Some(Source::Confirmed)
        }
        _ => false,
    }
}

/// An answer as a figure that can be moved.
pub(super) fn figure(answer: &Answer) -> Option<Figure> {
    Some(match answer {
        Answer::Money(money) => Figure::Money(*money),
        Answer::Area(area) => Figure::Area(*area),
        Answer::Share(share) => Figure::Rate(*share),
        Answer::Count(count) => Figure::Count(*count),
        _ => return None,
    })
}

/// A figure as an answer.
pub(super) const fn answer(figure: Figure) -> Option<Answer> {
    Some(match figure {
        Figure::Money(money) => Answer::Money(money),
        Figure::Area(area) => Answer::Area(area),
        Figure::Rate(share) => Answer::Share(share),
        Figure::Count(count) => Answer::Count(count),
        Figure::Part(_) | Figure::Year(_) | Figure::Date(_) | Figure::YesNo(_) => return None,
    })
}

/// How many decimals an area in square metres and a share are varied by.
const AREA_DECIMALS: u32 = 2;
const SHARE_DECIMALS: u32 = 4;

/// A figure in the smallest steps that it is varied by: fen, hundredths of a square metre or of a percent, or one. What is
/// finer is cut off.
pub(super) fn in_steps(figure: Figure) -> Option<i128> {
    let scaled = |decimal: Decimal, decimals: u32| (decimal * Decimal::from(10_u32.pow(decimals))).trunc().to_i128();
    match figure {
        Figure::Money(money) => Some(money.fen()),
        Figure::Area(area) => scaled(area.to_decimal(), AREA_DECIMALS),
        Figure::Rate(share) => scaled(share.to_decimal(), SHARE_DECIMALS),
        Figure::Count(count) => Some(count.into()),
        Figure::Part(_) | Figure::Year(_) | Figure::Date(_) | Figure::YesNo(_) => None,
    }
}

/// So many of the smallest steps as a figure of the same kind.
pub(super) fn of_steps(like: Figure, steps: i128) -> Option<Figure> {
    let decimal = |decimals| Decimal::try_from_i128_with_scale(steps, decimals).ok();
    Some(match like {
        Figure::Money(_) => Figure::Money(Money::from_fen(steps)),
        Figure::Area(_) => Figure::Area(Area::from_decimal(decimal(AREA_DECIMALS)?)),
        Figure::Rate(_) => Figure::Rate(Rate::from_decimal(decimal(SHARE_DECIMALS)?)),
        Figure::Count(_) => Figure::Count(u32::try_from(steps).ok()?),
        Figure::Part(_) | Figure::Year(_) | Figure::Date(_) | Figure::YesNo(_) => return None,
    })
}
