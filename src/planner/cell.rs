//! A figure of the draft: an answer, or a cell of a table.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::answers::answer::Answer;
use crate::answers::facts::Facts;
use crate::answers::form::Column;
use crate::answers::question::Spec;
use crate::answers::row_name::row_names;
use crate::answers::yearly::{Source, Yearly};
use crate::money::{Area, Money, Rate};
use crate::planner::columns_of;
use crate::rule::{Figure, Place};
use crate::text::{Lang, Text};

/// Among how many rows before and after it the name of a row must stand alone.
const LOOKED_AT: usize = 50;

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
            (Place::Row(row), _) => match (self.row_name(facts, row, lang), lang) {
                (Some(name), Lang::Zh) => format!("{name}：{head}"),
                (Some(name), Lang::En) => format!("{name}: {head}"),
                (None, Lang::Zh) => format!("{label}{place}{head}"),
                (None, Lang::En) => format!("{label}, {place}, {head}"),
            },
            (Place::Whole, _) => label.to_owned(),
        }
    }

    /// What a row is called by, if that tells it from the others.
    pub(super) fn row_name(&self, facts: &Facts, row: usize, lang: Lang) -> Option<String> {
        let (Answer::Table(table), columns) = (facts.answer(self.question)?, columns_of(self.question)?) else {
            return None;
        };
        // Among so many rows as one looks at: a hundred thousand are not read for a name.
        let around = row.saturating_sub(LOOKED_AT)..(row + LOOKED_AT).min(table.len());
        let names = row_names(table, columns, around.clone(), lang);
        names.into_iter().nth(row - around.start)?
    }

    /// The column that it is in, for one that takes a table.
    pub(super) fn table_column(&self) -> Option<&'static Column> {
        columns_of(self.question)?.get(self.column?.0)
    }

    /// The figure that stands there.
    pub(super) fn figure(&self, facts: &Facts) -> Option<Figure> {
        match (facts.answer(self.question)?, self.column) {
            (Answer::Table(table), Some((column, row))) => figure(&table.cell(row, column)?),
            (answer, None) => figure(answer),
            _ => None,
        }
    }

    /// Puts another figure there; says whether the question takes it.
    pub(super) fn set(&self, facts: &mut Facts, to: Figure) -> bool {
        let to = answer(to);
        match (self.column, columns_of(self.question)) {
            (Some((column, row)), Some(columns)) => {
                let table = facts.table_mut(self.question);
                table.is_some_and(|table| table.set(columns, row, column, to).is_ok())
            }
            (None, None) => facts.set(self.question, to).is_ok(),
            _ => false,
        }
    }

    /// Whether it is the same one.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.question.slot == other.question.slot && self.column == other.column
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
