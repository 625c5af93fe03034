//! The rows of a long table that somebody looks at: found by name, filtered, in an order.

use std::cmp::Ordering;

use crate::answers::answer::{Answer, Table};
use crate::order::Order;
use crate::rule::row_answer::{RowAnswer, Standing};
use crate::text::{Text, text};

/// Which rows are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Filter {
    /// All of them.
    #[default]
    All,
    /// Those that bring something, sure or decided.
    Rewarded,
    /// Those below the line.
    Below,
    /// Those that lack a fact.
    Open,
    /// Those that lack little to the next tier.
    Near,
    /// Those whose window closes with the year of application.
    Closing,
    /// Those with something wrong.
    Faulty,
}

impl Filter {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 7] =
        [Self::All, Self::Rewarded, Self::Below, Self::Open, Self::Near, Self::Closing, Self::Faulty];

    /// Its name on the page.
    #[must_use]
    pub const fn word(self) -> Text {
        match self {
            Self::All => text("全部", "All"),
            Self::Rewarded => text("有奖励", "Rewarded"),
            Self::Below => text("未达下限", "Below the minimum"),
            Self::Open => text("待补充", "To be completed"),
            Self::Near => text("差一点到下一档", "Just short of the next tier"),
            Self::Closing => text("今年是最后可选年度", "Last year to choose"),
            Self::Faulty => text("有疑问", "With faults"),
        }
    }

    /// Whether a row is shown.
    #[must_use]
    pub fn admits(self, row: &RowAnswer) -> bool {
        match self {
            Self::All => true,
            Self::Rewarded => matches!(row.standing, Standing::Rewarded | Standing::Decided),
            Self::Below => matches!(row.standing, Standing::Below | Standing::Doubtful),
            Self::Open => !row.missing.is_empty(),
            Self::Near => row.is_near(),
            Self::Closing => row.closes,
            Self::Faulty => !row.faults.is_empty(),
        }
    }
}

/// What rows are put in order by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Sort {
    /// As they stand in the table.
    #[default]
    Table,
    /// By the cells of a column.
    Column(usize),
    /// By how they stand.
    Standing,
    /// By what they give.
    Gives,
    /// By what they lack to the next tier.
    Short,
}

/// How a table is looked at.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RowView {
    /// Which rows are shown.
    pub filter: Filter,
    /// In which order.
    pub sort: Sort,
    /// The largest, or the last, first.
    pub down: bool,
    /// What the name or code of a row must hold; empty for any.
    pub find: String,
}

impl RowView {
    /// The rows that are shown, in order. What is equal stays as it stands in the table; rows without a cell come last.
    #[must_use]
    pub fn rows(&self, table: &Table, answers: &[RowAnswer]) -> Vec<usize> {
        let wanted = plain(&self.find);
        let is_found = |row: usize| {
            wanted.is_empty()
                || (0..table.width()).any(|column| match table.cell(row, column) {
                    Some(Answer::Words(words)) => plain(&words).contains(&wanted),
                    _ => false,
                })
        };
        let admitted =
            |row: &usize| answers.get(*row).map_or(self.filter == Filter::All, |answer| self.filter.admits(answer));
        let mut rows: Vec<usize> = (0..table.len()).filter(|row| admitted(row) && is_found(*row)).collect();
        match self.sort {
            Sort::Table if self.down => rows.reverse(),
            Sort::Table => {}
            Sort::Column(column) => {
                let cells: Vec<Option<Answer>> = rows.iter().map(|row| table.cell(*row, column)).collect();
                self.put(&mut rows, &cells, compare);
            }
            Sort::Standing => {
                let keys: Vec<_> = rows.iter().map(|row| answers.get(*row).map(|answer| answer.standing)).collect();
                self.put(&mut rows, &keys, Ord::cmp);
            }
            Sort::Gives => {
                let gives = |row: &usize| {
                    answers
                        .get(*row)
                        .map(|answer| answer.gives)
                        .map(|gives| (gives.certain, gives.possible, gives.ceiling))
                };
                let keys: Vec<_> = rows.iter().map(gives).collect();
                self.put(&mut rows, &keys, Ord::cmp);
            }
            Sort::Short => {
                let short = |row: &usize| answers.get(*row).and_then(|answer| answer.next).map(|next| next.short);
                let keys: Vec<_> = rows.iter().map(short).collect();
                self.put(&mut rows, &keys, Ord::cmp);
            }
        }
        rows
    }

    /// Puts rows in the order of their keys.
    fn put<K>(&self, rows: &mut [usize], keys: &[Option<K>], compare: impl Fn(&K, &K) -> Ordering) {
        let mut places: Vec<usize> = (0..rows.len()).collect();
        places.order_by(|one, other| match (&keys[*one], &keys[*other]) {
            (Some(one), Some(other)) if self.down => compare(other, one),
            (Some(one), Some(other)) => compare(one, other),
            (one, other) => one.is_none().cmp(&other.is_none()),
        });
        let ordered: Vec<usize> = places.into_iter().map(|place| rows[place]).collect();
        rows.copy_from_slice(&ordered);
    }
}

/// A name as it is looked for: without spaces, in small letters and half-width brackets.
fn plain(words: &str) -> String {
    seen(words).collect()
}

fn seen(words: &str) -> impl Iterator<Item = char> {
    let seen = words.chars().filter(|sign| !sign.is_whitespace());
    seen.flat_map(|sign| crate::text::half_width(sign).to_lowercase())
}

/// Whether two names are one to who looks for it.
pub(super) fn same_words(one: &str, other: &str) -> bool {
    seen(one).eq(seen(other))
}

/// Cells of one column.
fn compare(one: &Answer, other: &Answer) -> Ordering {
    match (one, other) {
        (Answer::YesNo(one), Answer::YesNo(other)) => other.cmp(one),
        (Answer::Money(one), Answer::Money(other)) => one.cmp(other),
        (Answer::Count(one), Answer::Count(other)) => one.cmp(other),
        (Answer::Date(one), Answer::Date(other)) => one.cmp(other),
        (Answer::Year(one), Answer::Year(other)) => one.cmp(other),
        (Answer::Choice(one), Answer::Choice(other)) => one.cmp(other),
        (Answer::Words(one), Answer::Words(other)) => one.cmp(other),
        (Answer::Area(one), Answer::Area(other)) => one.cmp(other),
        (Answer::Share(one), Answer::Share(other)) => one.to_decimal().cmp(&other.to_decimal()),
        _ => Ordering::Equal,
    }
}
