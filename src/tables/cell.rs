//! A sheet as it was found: lines of cells, each as exact as its file has it.

use crate::date::Date;
use crate::text::{Text, text};

/// A cell.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Words, or a figure written out.
    Text(Box<str>),
    /// A number of a workbook, in plain decimal digits; at most fifteen of them are told.
    Number(Box<str>),
    /// A number of a workbook, and the unit that it is shown with: `500万元`.
    Measured(Box<str>, Box<str>),
    /// A day.
    Day(Date),
    /// A tick box or a truth value.
    YesNo(bool),
    /// What cannot be read.
    Fault(Fault),
}

/// Why a cell has nothing to read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// A formula that came to an error: `#REF!`.
    Error,
    /// A formula whose file does not say what it came to.
    NoValue,
    /// A length of time, which is no answer to anything.
    Duration,
}

impl Fault {
    /// What is wrong.
    #[must_use]
    pub const fn message(self) -> Text {
        match self {
            Self::Error => text(
                "公式的结果是错误值，请改正或直接填数。",
                "The formula comes to an error: correct it or type the figure.",
            ),
            Self::NoValue => text(
                "公式没有存下结果，请用表格软件打开并保存后再读。",
                "The formula has no stored value: open and save the file in a spreadsheet first.",
            ),
            Self::Duration => text(
                "这是一段时长，不是日期或数字，请改填。",
                "This is a length of time, neither a day nor a figure: type what is asked.",
            ),
        }
    }
}

impl Cell {
    /// A text, or nothing where there is nothing to see.
    #[must_use]
    pub fn text(text: &str) -> Self {
        if text.chars().all(|sign| sign.is_whitespace() || crate::answers::typed::is_invisible(sign)) {
            Self::Empty
        } else {
            Self::Text(text.into())
        }
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// The words or the number in it; nothing where it is something else.
    #[must_use]
    pub const fn written(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number(text) | Self::Measured(text, _) => text,
            _ => "",
        }
    }

    /// As it would be typed.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.to_string(),
            Self::Number(digits) => digits.to_string(),
            Self::Measured(digits, unit) => format!("{digits}{unit}"),
            Self::Day(day) => day.to_string(),
            Self::YesNo(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
            Self::Fault(Fault::Error) => "#ERROR".to_owned(),
            Self::Fault(Fault::NoValue) => "=".to_owned(),
            Self::Fault(Fault::Duration) => "…".to_owned(),
        }
    }
}

/// From which day a workbook counts its days.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Epoch {
    /// From 1900, with a 29 February 1900 that never was.
    Y1900,
    /// From 1904.
    Y1904,
}

impl Epoch {
    /// The day of a serial number, between 1900-03-01 and 2199.
    #[must_use]
    pub fn day(self, serial: u32) -> Option<Date> {
        let (year, mut left) = match self {
            // Day 61 is 1 March 1900.
            Self::Y1900 => (1900, serial.checked_sub(if serial > 60 { 2 } else { return None })?),
            Self::Y1904 => (1904, serial),
        };
        for year in year..=2199 {
            for month in 1..=12 {
                let days = (28..=31).rev().find(|day| Date::new(year, month, *day).is_some())?;
                if left < u32::from(days) {
                    return Date::new(year, month, u8::try_from(left + 1).ok()?);
                }
                left -= u32::from(days);
            }
        }
        None
    }
}

/// A line of a sheet.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// Its number in the file, from 1.
    pub number: usize,
    /// Its cells, from the first column on.
    pub cells: Vec<Cell>,
}

impl Line {
    /// Whether no cell says anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(Cell::is_empty)
    }

    /// Whether it is but drawn, under the heads of a table in plain text: `|---|:--:|`.
    #[must_use]
    pub fn is_rule(&self) -> bool {
        let dashes = |cell: &Cell| matches!(cell, Cell::Text(text) if text.len() > 2 && text.bytes().all(|sign| b"-:=+".contains(&sign)));
        self.cells.iter().any(dashes) && self.cells.iter().all(|cell| cell.is_empty() || dashes(cell))
    }

    /// The cell in a column, from 0.
    #[must_use]
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }
}

/// A sheet.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Sheet {
    /// Its name; empty for text.
    pub name: String,
    /// Its lines, in order; lines without a cell may be left out.
    pub lines: Vec<Line>,
    /// How a workbook counts its days; `None` for text.
    pub epoch: Option<Epoch>,
    /// Whether its lines are the columns of the file, see [`crate::tables::turned`].
    pub turned: bool,
}

impl Sheet {
    /// The place of a column in the file: `C`, or a line where the sheet was turned.
    #[must_use]
    pub fn column(&self, at: usize) -> String {
        if self.turned { (at + 1).to_string() } else { letters(at) }
    }

    /// How many columns the widest line has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.lines.iter().map(|line| line.cells.len()).max().unwrap_or(0)
    }
}

/// The letters of a column, from 0: `A`, `AB`.
#[must_use]
pub fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        letters.push(char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[(left - 1) % 26]));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_either_epoch() {
        for (epoch, serial, day) in [
            (Epoch::Y1900, 61, (1900, 3, 1)),
            (Epoch::Y1900, 36_526, (2000, 1, 1)),
            (Epoch::Y1900, 44_256, (2021, 3, 1)),
            (Epoch::Y1900, 44_378, (2021, 7, 1)),
            (Epoch::Y1904, 0, (1904, 1, 1)),
            (Epoch::Y1904, 42_794, (2021, 3, 1)),
        ] {
            assert_eq!(epoch.day(serial), Date::new(day.0, day.1, day.2), "{serial}");
        }
        assert_eq!((Epoch::Y1900.day(60), Epoch::Y1900.day(200_000)), (None, None));
    }

    #[test]
    fn columns_have_letters() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
