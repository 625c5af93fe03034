//! What a question or a column of a table takes.

use crate::text::{Text, text};

/// What kind of answer a question or a column takes.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// Yes, no, or not known yet.
    YesNo,
    /// Yuan to the fen; negative figures only where `signed`.
    Money {
        /// Whether a figure below zero means something here.
        signed: bool,
    },
    /// Square metres of floor.
    Area,
    /// A whole number.
    Count {
        /// The unit that stands after the figure.
        unit: Text,
        /// The least that means something: a rank starts at 1, a number of months at 0.
        least: u32,
    },
    /// A part of a whole, 0 to 100%.
    Share,
    /// A day.
    Date,
    /// A fiscal year.
    Year,
    /// One of several.
    Choice(&'static [Choice]),
    /// Words; the number is the most characters it takes.
    Words(usize),
    /// Rows under these columns.
    Table(&'static [Column]),
}

/// One of the answers of a [`Form::Choice`].
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// Its name in drafts.
    pub id: &'static str,
    /// Its name on the page.
    pub label: Text,
    /// One line that helps to tell it from the others.
    pub gloss: Text,
}

/// A column of a table of facts.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name in drafts.
    pub id: &'static str,
    /// Its head on the page, without the unit.
    pub head: Text,
    /// What its cells take.
    pub form: Form,
    /// No two rows may hold the same value (one row a fiscal year).
    pub key: bool,
    /// Money for one of something (a square metre, a month): always said in yuan, and never added up.
    pub price: bool,
}

impl Form {
    /// Its name in the catalogue that `assess --questions` prints.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::YesNo => "yes_no",
            Self::Money { .. } => "money",
            Self::Area => "area",
            Self::Count { .. } => "count",
            Self::Share => "share",
            Self::Date => "date",
            Self::Year => "year",
            Self::Choice(_) => "choice",
            Self::Words(_) => "text",
            Self::Table(_) => "table",
        }
    }

    /// The unit in which drafts store it; empty where it has none.
    #[must_use]
    pub const fn unit(&self) -> Text {
        match self {
            Self::Money { .. } => text("元", "yuan"),
            Self::Area => text("平方米", "m²"),
            Self::Count { unit, .. } => *unit,
            Self::Share => text("%", "%"),
            Self::Year => text("财政年度", "fiscal year"),
            _ => text("", ""),
        }
    }
}
