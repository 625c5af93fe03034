//! What a question or a column of a table takes.

use crate::date::Year;
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
    /// A unified social credit code, kept in its plain form.
    Code,
    /// Rows under these columns.
    Table(&'static [Column]),
}

/// The largest floor, in square metres.
pub const MOST_SQUARE_METRES: u32 = 100_000_000;
/// The largest number of things or people.
pub const MOST_COUNTED: u32 = 10_000_000;

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
    /// The column that stood in its place in older drafts.
    pub formerly: Option<&'static Formerly>,
    /// What other tables call it, besides its head and its name: without units, spaces and brackets.
    pub also: &'static [&'static str],
    /// Of which year its figure is, where a calendar year decides.
    pub year_of: Option<YearOf>,
}

impl Column {
    /// The place of the column that tells the rows apart by their fiscal years, where one does.
    #[must_use]
    pub fn of_years(columns: &[Self]) -> Option<usize> {
        columns.iter().position(|column| column.key && matches!(column.form, Form::Year))
    }

    /// Whether its bare figures are money, in the unit that a title or the table says; a price says its own.
    #[must_use]
    pub const fn is_in_unit(&self) -> bool {
        matches!(self.form, Form::Money { .. }) && !self.price
    }
}

/// What an older word is today.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Older {
    /// The place of a choice in its list.
    Choice(u8),
    /// Words.
    Words(String),
}

/// A column of older drafts, which held words.
#[derive(Debug)]
pub struct Formerly {
    /// Its name in drafts.
    pub id: &'static str,
    /// The places of the columns that stand for it today.
    pub fills: &'static [usize],
    /// What its words are today: answers, each with the place of its column.
    pub read: fn(&str) -> Vec<(usize, Older)>,
}

impl Formerly {
    /// The older column of that name.
    #[must_use]
    pub fn of(columns: &[Column], id: &str) -> Option<&'static Self> {
        columns.iter().find_map(|column| column.formerly.filter(|formerly| formerly.id == id))
    }
}

/// The calendar year of a date in the same row, so many years on.
#[derive(Clone, Copy, Debug)]
pub struct YearOf {
    /// The column of the date.
    pub date: usize,
    /// How many years after it.
    pub years_on: Year,
    /// What other tables call such a figure, beside its year: `2023年贡献`.
    pub heads: &'static [&'static str],
}

impl Column {
    /// The column with what other tables call it.
    #[must_use]
    pub const fn also(mut self, also: &'static [&'static str]) -> Self {
        self.also = also;
        self
    }

    /// The column as that of a calendar year: so many years after the date in another column.
    #[must_use]
    pub const fn in_year_of(mut self, date: usize, years_on: Year, heads: &'static [&'static str]) -> Self {
        self.year_of = Some(YearOf { date, years_on, heads });
        self
    }
}

impl Form {
    /// Whether it takes a figure: an amount, an area, a count or a share.
    #[must_use]
    pub const fn is_figure(&self) -> bool {
        matches!(self, Self::Money { .. } | Self::Area | Self::Count { .. } | Self::Share)
    }

    /// Whether it takes any words.
    #[must_use]
    pub const fn is_words(&self) -> bool {
        matches!(self, Self::Words(_) | Self::Code)
    }

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
            Self::Code => "code",
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

#[cfg(test)]
mod tests {
    use crate::answers::form::{Column, Form};
    use crate::applicant::premises::LEASES;

    #[test]
    fn a_price_and_what_is_no_money_take_no_part_in_the_unit_of_a_table() {
        let Form::Table(columns) = LEASES.spec.form else { panic!("leases are a table") };
        let in_unit = columns.iter().filter(|column| column.is_in_unit()).map(|column| column.id);
        assert_eq!(in_unit.collect::<Vec<_>>(), ["rent"]);
        assert!(columns.iter().any(|column: &Column| column.price && matches!(column.form, Form::Money { .. })));
    }
}
