//! A table whose money was typed in another unit than it was read in: all of it is too small or too large to be meant, and
//! is read anew in one step.

use crate::answers::answer::{Answer, Table};
use crate::answers::form::{Column, Form};
use crate::money::{Money, wan, yi};

/// How a table's money is off: by ten thousand, the step from 元 to 万元.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Off {
    /// All figures are below 10万元: 万元 was meant and 元 read.
    TooSmall,
    /// All figures are above 1000亿元: 元 was meant and 万元 read.
    TooLarge,
}

/// Figures that are all below this are hardly meant in yuan.
const LEAST: Money = wan(10);
/// Figures that are all above this are hardly meant.
const MOST: Money = yi(1000);
/// 元 in a 万元.
const STEP: i128 = 10_000;

impl Off {
    /// How a table's money is off, if all of its figures agree in that. Nothing, and less than nothing, say nothing.
    #[must_use]
    pub fn of(table: &Table, columns: &[Column]) -> Option<Self> {
        let mut figures = money(columns)
            .flat_map(|column| (0..table.len()).filter_map(move |row| figure(table, row, column)))
            .filter(|money| *money > Money::ZERO)
            .peekable();
        figures.peek()?;
        let (mut small, mut large) = (true, true);
        for figure in figures {
            small &= figure < LEAST;
            large &= figure > MOST;
        }
        match (small, large) {
            (true, _) => Some(Self::TooSmall),
            (_, true) => Some(Self::TooLarge),
            _ => None,
        }
    }

    /// Reads a table's money anew. What would be more than can be taken stays as it is.
    pub fn mend(self, table: &mut Table, columns: &[Column]) {
        for column in money(columns) {
            for row in 0..table.len() {
                let Some(figure) = figure(table, row, column) else { continue };
                let meant = match self {
                    Self::TooSmall => figure.ratio(STEP, 1),
                    Self::TooLarge => figure.ratio(1, STEP),
                };
                let _ = table.set(columns, row, column, Some(Answer::Money(meant)));
            }
        }
    }
}

/// The columns whose money is in the unit of the table; a price is always in yuan.
fn money(columns: &[Column]) -> impl Iterator<Item = usize> + '_ {
    let of_unit = |column: &Column| matches!(column.form, Form::Money { .. }) && !column.price;
    columns.iter().enumerate().filter(move |(_, column)| of_unit(column)).map(|(place, _)| place)
}

fn figure(table: &Table, row: usize, column: usize) -> Option<Money> {
    match table.cell(row, column) {
        Some(Answer::Money(money)) => Some(money),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Off;
    use crate::answers::answer::{Answer, Table};
    use crate::answers::form::Form;
    use crate::applicant::contribution::CONTRIBUTIONS;
    use crate::money::{Money, wan, yi, yuan};

    fn table(figures: &[Money]) -> (Table, &'static [crate::answers::form::Column]) {
        let Form::Table(columns) = CONTRIBUTIONS.spec.form else { panic!("contributions are a table") };
        let mut table = Table::new(columns);
        for (row, figure) in figures.iter().enumerate() {
            table.insert(row);
            table.set(columns, row, 1, Some(Answer::Money(*figure))).unwrap();
        }
        (table, columns)
    }

    #[test]
    fn a_table_is_off_when_all_of_it_is() {
        let fen = Money::from_fen(1);
        for (figures, off) in [
            (&[][..], None),
            (&[Money::ZERO], None),
            (&[yuan(1800)], Some(Off::TooSmall)),
            (&[wan(10).less(fen), Money::ZERO], Some(Off::TooSmall)),
            (&[wan(10)], None),
            (&[yuan(1800), wan(2000)], None),
            (&[yi(1000)], None),
            (&[yi(1000) + fen, yi(2000)], Some(Off::TooLarge)),
        ] {
            let (table, columns) = table(figures);
            assert_eq!(Off::of(&table, columns), off, "{figures:?}");
        }
    }

    #[test]
    fn it_is_read_anew_to_the_fen_and_back() {
        let figures = [yuan(1800), Money::from_fen(123_456), Money::ZERO];
        let (mut told, columns) = table(&figures);
        let before = told.clone();
        Off::TooSmall.mend(&mut told, columns);
        assert_eq!(told.cell(0, 1), Some(Answer::Money(wan(1800))));
        assert_eq!(told.cell(1, 1), Some(Answer::Money(Money::from_fen(1_234_560_000))));
        assert_eq!(Off::of(&told, columns), None);
        Off::TooLarge.mend(&mut told, columns);
        assert_eq!(told, before);
    }
}
