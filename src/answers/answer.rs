//! An answer, with the rows that one can hold, and what a form takes.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::answers::credit_code;
use crate::answers::form::{Column, Form, MOST_COUNTED, MOST_SQUARE_METRES, Older};
use crate::answers::typed::{Complaint, YEARS};
use crate::date::{Date, Year};
use crate::money::{Area, Money, Rate, square_metres};

/// One answer.
#[derive(Clone, PartialEq, Debug)]
pub enum Answer {
    /// Told to be not known yet: to a clause the same as not told, to a person not.
    NotKnown,
    /// Yes or no.
    YesNo(bool),
    /// Yuan.
    Money(Money),
    /// Square metres.
    Area(Area),
    /// A whole number.
    Count(u32),
    /// A decimal fraction of a whole.
    Share(Rate),
    /// A day.
    Date(Date),
    /// A fiscal year.
    Year(Year),
    /// The place of the choice in its list.
    Choice(u8),
    /// Words.
    Words(Box<str>),
    /// Rows.
    Table(Table),
}

impl From<Older> for Answer {
    fn from(older: Older) -> Self {
        match older {
            Older::Choice(place) => Self::Choice(place),
            Older::Words(words) => Self::Words(words.into()),
        }
    }
}

/// Rows of repeating facts, held by column: clauses that read a hundred thousand rows run along memory. Copies share their
/// columns until one of them is changed, so that keeping a long table as it was costs nothing.
#[derive(Clone, Debug)]
pub struct Table {
    rows: usize,
    columns: Vec<Arc<Cells>>,
}

/// Columns that are shared are the same without a look at their cells.
impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
            && self.columns.len() == other.columns.len()
            && self.columns.iter().zip(&other.columns).all(|(one, other)| Arc::ptr_eq(one, other) || one == other)
    }
}

/// The cells of one column, in the tightest form that holds them.
#[derive(Clone, PartialEq, Debug)]
enum Cells {
    YesNo(Vec<Option<bool>>),
    Money(Vec<Fen>),
    Count(Vec<Option<u32>>),
    Date(Vec<Option<Date>>),
    Year(Vec<Option<Year>>),
    Choice(Vec<Option<u8>>),
    /// Words and what has decimals of its own.
    Other(Vec<Option<Answer>>),
}

/// Does the same with the cells of whatever column.
macro_rules! of_any {
    ($column:expr, $cells:ident => $what:expr) => {
        match $column {
            Cells::YesNo($cells) => $what,
            Cells::Money($cells) => $what,
            Cells::Count($cells) => $what,
            Cells::Date($cells) => $what,
            Cells::Year($cells) => $what,
            Cells::Choice($cells) => $what,
            Cells::Other($cells) => $what,
        }
    };
}

impl Cells {
    /// Whether two columns have the same in a row.
    fn same_at(&self, other: &Self, row: usize) -> bool {
        match (self, other) {
            (Self::YesNo(one), Self::YesNo(other)) => one.get(row) == other.get(row),
            (Self::Money(one), Self::Money(other)) => one.get(row) == other.get(row),
            (Self::Count(one), Self::Count(other)) => one.get(row) == other.get(row),
            (Self::Date(one), Self::Date(other)) => one.get(row) == other.get(row),
            (Self::Year(one), Self::Year(other)) => one.get(row) == other.get(row),
            (Self::Choice(one), Self::Choice(other)) => one.get(row) == other.get(row),
            (Self::Other(one), Self::Other(other)) => one.get(row) == other.get(row),
            _ => false,
        }
    }
}

/// Money in a cell, or none: a cell holds at most [`Money::LIMIT`], far from the amount that stands for none.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Fen(Money);

impl Default for Fen {
    fn default() -> Self {
        const NONE: Money = Money::from_fen(i128::MIN);
        Self(NONE)
    }
}

impl Fen {
    /// The money, if there is some.
    #[inline]
    #[must_use]
    pub fn money(self) -> Option<Money> {
        (self != Self::default()).then_some(self.0)
    }
}

impl Table {
    /// A table without rows under these columns: filled in as “none”.
    #[must_use]
    pub fn new(columns: &[Column]) -> Self {
        let columns = columns
            .iter()
            .map(|column| match column.form {
                Form::YesNo => Cells::YesNo(Vec::new()),
                Form::Money { .. } => Cells::Money(Vec::new()),
                Form::Count { .. } => Cells::Count(Vec::new()),
                Form::Date => Cells::Date(Vec::new()),
                Form::Year => Cells::Year(Vec::new()),
                Form::Choice(_) => Cells::Choice(Vec::new()),
                Form::Area | Form::Share | Form::Words(_) | Form::Code | Form::Table(_) => Cells::Other(Vec::new()),
            })
            .map(Arc::new)
            .collect();
        Self { rows: 0, columns }
    }

    /// How many rows there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows
    }

    /// How many columns there are.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.columns.len()
    }

    /// Whether there is no row: told to have none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// Adds an empty row at `row`, or at the end.
    pub fn insert(&mut self, row: usize) {
        let row = row.min(self.rows);
        for column in &mut self.columns {
            of_any!(Arc::make_mut(column), cells => cells.insert(row, Default::default()));
        }
        self.rows += 1;
    }

    /// Takes a row out. A row that is not there is left alone.
    pub fn remove(&mut self, row: usize) {
        if row >= self.rows {
            return;
        }
        for column in &mut self.columns {
            of_any!(Arc::make_mut(column), cells => drop(cells.remove(row)));
        }
        self.rows -= 1;
    }

    /// Exchanges two rows. A row that is not there is left alone.
    pub fn swap(&mut self, row: usize, other: usize) {
        if row >= self.rows || other >= self.rows {
            return;
        }
        for column in &mut self.columns {
            of_any!(Arc::make_mut(column), cells => cells.swap(row, other));
        }
    }

    /// The rows of another table of as many that differ from those of this one.
    #[must_use]
    pub fn changed(&self, other: &Self) -> Vec<usize> {
        let unshared: Vec<_> =
            self.columns.iter().zip(&other.columns).filter(|(one, other)| !Arc::ptr_eq(one, other)).collect();
        let differs = |row: &usize| unshared.iter().any(|(one, other)| !one.same_at(other, *row));
        (0..self.rows).filter(differs).collect()
    }

    /// The cell as it stands, of whatever type.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Option<Answer> {
        match &**self.columns.get(column)? {
            Cells::YesNo(cells) => cells.get(row)?.map(Answer::YesNo),
            Cells::Money(cells) => cells.get(row)?.money().map(Answer::Money),
            Cells::Count(cells) => cells.get(row)?.map(Answer::Count),
            Cells::Date(cells) => cells.get(row)?.map(Answer::Date),
            Cells::Year(cells) => cells.get(row)?.map(Answer::Year),
            Cells::Choice(cells) => cells.get(row)?.map(Answer::Choice),
            Cells::Other(cells) => cells.get(row)?.clone(),
        }
    }

    /// Sets a cell; `None` empties it.
    ///
    /// # Errors
    /// When the column does not take such an answer. The cell stays as it was.
    pub fn set(
        &mut self,
        columns: &[Column],
        row: usize,
        column: usize,
        answer: Option<Answer>,
    ) -> Result<(), Complaint> {
        let form = columns.get(column).ok_or(Complaint::NotAChoice)?.form;
        let answer = answer.filter(|answer| *answer != Answer::NotKnown);
        if let Some(answer) = &answer {
            form.check(answer)?;
            if columns[column].key
                && (0..self.rows).any(|other| other != row && self.cell(other, column).as_ref() == Some(answer))
            {
                return Err(Complaint::Repeated);
            }
        }
        if row >= self.rows {
            return Ok(());
        }
        match (self.columns.get_mut(column).map(Arc::make_mut), answer) {
            (Some(Cells::YesNo(cells)), Some(Answer::YesNo(yes))) => cells[row] = Some(yes),
            (Some(Cells::Money(cells)), Some(Answer::Money(money))) => cells[row] = Fen(money),
            (Some(Cells::Count(cells)), Some(Answer::Count(count))) => cells[row] = Some(count),
            (Some(Cells::Date(cells)), Some(Answer::Date(date))) => cells[row] = Some(date),
            (Some(Cells::Year(cells)), Some(Answer::Year(year))) => cells[row] = Some(year),
            (Some(Cells::Choice(cells)), Some(Answer::Choice(choice))) => cells[row] = Some(choice),
            (Some(Cells::Other(cells)), Some(answer)) => cells[row] = Some(answer),
            (Some(column), _) => of_any!(column, cells => cells[row] = Default::default()),
            (None, _) => {}
        }
        Ok(())
    }
}

/// The columns of each type, whole and by the cell, for [`crate::answers::question`]. A column of another type has no cells.
macro_rules! columns {
    ($($whole:ident, $at:ident($variant:ident: $stored:ty) -> $type:ty = $cell:ident => $value:expr;)*) => {
        impl Table {$(
            pub(crate) fn $whole(&self, column: usize) -> &[$stored] {
                match self.columns.get(column).map(|cells| &**cells) {
                    Some(Cells::$variant(cells)) => cells,
                    _ => &[],
                }
            }

            pub(crate) fn $at(&self, row: usize, column: usize) -> Option<$type> {
                let $cell = self.$whole(column).get(row)?;
                $value
            }
        )*}
    };
}

columns! {
    yes_no_cells, yes_no_at(YesNo: Option<bool>) -> bool = cell => *cell;
    money_cells, money_at(Money: Fen) -> Money = cell => cell.money();
    count_cells, count_at(Count: Option<u32>) -> u32 = cell => *cell;
    date_cells, date_at(Date: Option<Date>) -> Date = cell => *cell;
    year_cells, year_at(Year: Option<Year>) -> Year = cell => *cell;
    choice_cells, choice_at(Choice: Option<u8>) -> u8 = cell => *cell;
    other_cells, answer_at(Other: Option<Answer>) -> &Answer = cell => cell.as_ref();
}

impl Form {
    /// Whether an exact answer is one that this form takes: its type, sign and size.
    ///
    /// # Errors
    /// With what is wrong.
    pub fn check(&self, answer: &Answer) -> Result<(), Complaint> {
        match (self, answer) {
            (_, Answer::NotKnown)
            | (Self::YesNo, Answer::YesNo(_))
            | (Self::Date, Answer::Date(_))
            | (Self::Table(_), Answer::Table(_)) => Ok(()),
            (Self::Money { signed }, Answer::Money(money)) => {
                if *money < Money::ZERO && !signed {
                    Err(Complaint::Negative)
                } else if money.fen().abs() > Money::LIMIT.fen() {
                    Err(Complaint::TooLarge)
                } else {
                    Ok(())
                }
            }
            (Self::Area, Answer::Area(area)) => {
                if *area < Area::ZERO {
                    Err(Complaint::Negative)
                } else if *area > square_metres(MOST_SQUARE_METRES) {
                    Err(Complaint::TooLarge)
                } else if area.to_decimal().normalize().scale() > 6 {
                    Err(Complaint::TooFine)
                } else {
                    Ok(())
                }
            }
            (Self::Count { least, .. }, Answer::Count(count)) => {
                if count < least {
                    Err(Complaint::TooSmall)
                } else if *count > MOST_COUNTED {
                    Err(Complaint::TooLarge)
                } else {
                    Ok(())
                }
            }
            (Self::Share, Answer::Share(share)) => {
                if share.to_decimal() > Decimal::ONE {
                    Err(Complaint::AboveAll)
                } else if share.to_decimal() < Decimal::ZERO {
                    Err(Complaint::Negative)
                } else if share.to_decimal().normalize().scale() > 8 {
                    Err(Complaint::TooFine)
                } else {
                    Ok(())
                }
            }
            (Self::Year, Answer::Year(year)) => {
                if YEARS.contains(year) {
                    Ok(())
                } else {
                    Err(Complaint::NotAYear)
                }
            }
            (Self::Choice(choices), Answer::Choice(index)) if usize::from(*index) < choices.len() => Ok(()),
            (Self::Choice(_), Answer::Choice(_)) => Err(Complaint::NotAChoice),
            (Self::Words(most), Answer::Words(words)) => {
                if words.chars().count() > *most {
                    Err(Complaint::TooLong)
                } else {
                    Ok(())
                }
            }
            (Self::Code, Answer::Words(code)) => {
                if code.chars().count() > credit_code::LENGTH {
                    Err(Complaint::TooLong)
                } else {
                    Ok(())
                }
            }
            _ => Err(Complaint::NotANumber),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Form, Table};
    use crate::answers::typed::Complaint;
    use crate::date::Date;
    use crate::money::{Area, Rate, wan};
    use crate::policy::CURRENT;

    /// Wherever they come from: what a draft takes, its workbook and its fields take too.
    #[test]
    fn decimals_are_as_many_as_drafts_have() {
        let share = |digits: &str| Form::Share.check(&Answer::Share(Rate::from_decimal(digits.parse().unwrap())));
        assert_eq!((share("0.12345678"), share("0.123456780000")), (Ok(()), Ok(())));
        assert_eq!((share("0.123456789"), share("0.500000000001")), (Err(Complaint::TooFine), Err(Complaint::TooFine)));
        let area = |digits: &str| Form::Area.check(&Answer::Area(Area::from_decimal(digits.parse().unwrap())));
        assert_eq!((area("0.123456"), area("0.1234567")), (Ok(()), Err(Complaint::TooFine)));
    }

    #[test]
    fn a_row_that_differs_in_any_column_is_found() {
        let answers = |form: Form| match form {
            Form::YesNo => [false, true].map(Answer::YesNo),
            Form::Money { .. } => [1, 2].map(|count| Answer::Money(wan(count))),
            Form::Area => ["1", "2"].map(|digits| Answer::Area(Area::from_decimal(digits.parse().unwrap()))),
            Form::Count { .. } => [1, 2].map(Answer::Count),
            Form::Share => ["0.1", "0.2"].map(|digits| Answer::Share(Rate::from_decimal(digits.parse().unwrap()))),
            Form::Date => [2021, 2022].map(|year| Answer::Date(Date::first_of(year))),
            Form::Year => [2021, 2022].map(Answer::Year),
            Form::Choice(_) => [0, 1].map(Answer::Choice),
            Form::Words(_) | Form::Code => ["1", "2"].map(|words| Answer::Words(words.into())),
            Form::Table(_) => unreachable!("no cell holds a table"),
        };
        for spec in CURRENT.index.questions {
            let Form::Table(columns) = spec.form else { continue };
            for (column, of) in columns.iter().enumerate() {
                let mut before = Table::new(columns);
                (0..3).for_each(|row| before.insert(row));
                let [one, other] = answers(of.form);
                before.set(columns, 1, column, Some(one)).unwrap();
                let mut after = before.clone();
                assert!(after.changed(&before).is_empty(), "{}", spec.id);
                // Written anew it is no longer the shared column.
                after.set(columns, 2, column, None).unwrap();
                assert!(after.changed(&before).is_empty(), "{}.{}", spec.id, of.id);
                after.set(columns, 1, column, Some(other)).unwrap();
                assert_eq!(after.changed(&before), [1], "{}.{}", spec.id, of.id);
            }
        }
    }
}
