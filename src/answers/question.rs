//! Questions: what an applicant can be asked, with the type of the answer.

use std::marker::PhantomData;

use crate::answers::answer::{Answer, Fen, Table};
use crate::answers::form::Form;
use crate::answers::subject::Subject;
use crate::date::{Date, Year};
use crate::money::{Area, Money, Rate};
use crate::text::Text;

/// How many questions a catalogue can have: which of them a clause has put is kept as one bit each.
pub const MOST: usize = 128;

/// A question, apart from the type of its answer.
#[derive(Debug)]
pub struct Spec {
    /// Its name in drafts and links.
    pub id: &'static str,
    /// The place of its answer in [`crate::answers::facts::Facts`]: its own in its catalogue.
    pub slot: u8,
    /// The part of the interview it belongs to.
    pub subject: Subject,
    /// The question as it is put.
    pub ask: Text,
    /// A short name for tables, lists of what is missing and forms.
    pub label: Text,
    /// Where to find the answer.
    pub hint: Text,
    /// The document that proves it; empty where none is filed.
    pub proof: Text,
    /// What it takes.
    pub form: Form,
}

/// Questions are the same by their names.
impl PartialEq for Spec {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// A question whose answer is a `T`.
#[derive(Debug)]
pub struct Question<T> {
    /// All that does not depend on the type of the answer.
    pub spec: Spec,
    answer: PhantomData<fn() -> T>,
}

impl<T> Question<T> {
    /// Pairs a description with the type of its answer. The catalogue test checks that form and type agree.
    #[must_use]
    pub const fn new(spec: Spec) -> Self {
        Self { spec, answer: PhantomData }
    }
}

/// A column whose cells are `T`s: its place in the table.
#[derive(Debug)]
pub struct Cell<T> {
    /// Place among the table's columns, from 0.
    pub index: usize,
    answer: PhantomData<fn() -> T>,
}

impl<T> Cell<T> {
    /// The column at `index`.
    #[must_use]
    pub const fn new(index: usize) -> Self {
        Self { index, answer: PhantomData }
    }
}

impl Table {
    /// The answer in a cell.
    #[must_use]
    pub fn get<'a, T: Read + 'static>(&'a self, cell: &Cell<T>, row: usize) -> Option<T::Out<'a>> {
        T::read_cell(self, row, cell.index)
    }

    /// The money in a cell.
    #[must_use]
    pub fn money(&self, cell: &Cell<Money>, row: usize) -> Option<Money> {
        self.get(cell, row)
    }

    /// A column of money, a cell for each row: for clauses that read many rows.
    #[must_use]
    pub fn money_column(&self, cell: &Cell<Money>) -> &[Fen] {
        self.money_cells(cell.index)
    }

    /// A column of days, a cell for each row.
    #[must_use]
    pub fn date_column(&self, cell: &Cell<Date>) -> &[Option<Date>] {
        self.date_cells(cell.index)
    }

    /// A column of yes and no, a cell for each row.
    #[must_use]
    pub fn yes_no_column(&self, cell: &Cell<bool>) -> &[Option<bool>] {
        self.yes_no_cells(cell.index)
    }
}

/// A type of answer.
pub trait Read {
    /// What reading gives; a reference for tables and words.
    type Out<'a>;
    /// The answer as this type; `None` when it is not known or of another form.
    fn read(answer: &Answer) -> Option<Self::Out<'_>>;
    /// The cell of a table as this type; `None` when it is empty or of another form.
    fn read_cell(table: &Table, row: usize, column: usize) -> Option<Self::Out<'_>> {
        Self::read(table.answer_at(row, column)?)
    }
}

macro_rules! read {
    ($($type:ty as $out:ty: $variant:ident, $cell:ident;)*) => { $(
        impl Read for $type {
            type Out<'a> = $out;
            fn read(answer: &Answer) -> Option<$out> {
                match answer { Answer::$variant(value) => Some(*value), _ => None }
            }
            fn read_cell(table: &Table, row: usize, column: usize) -> Option<$out> {
                table.$cell(row, column)
            }
        }
    )* };
}

/// A whole number, as the type of an answer.
#[derive(Debug)]
pub struct Count;

/// A fiscal year, as the type of an answer.
#[derive(Debug)]
pub struct FiscalYear;

read! {
    bool as bool: YesNo, yes_no_at;
    Money as Money: Money, money_at;
    Count as u32: Count, count_at;
    Date as Date: Date, date_at;
    FiscalYear as Year: Year, year_at;
}

impl Read for Area {
    type Out<'a> = Self;
    fn read(answer: &Answer) -> Option<Self> {
        match answer {
            Answer::Area(area) => Some(*area),
            _ => None,
        }
    }
}

impl Read for Rate {
    type Out<'a> = Self;
    fn read(answer: &Answer) -> Option<Self> {
        match answer {
            Answer::Share(share) => Some(*share),
            _ => None,
        }
    }
}

/// Words, as the type of an answer.
#[derive(Debug)]
pub struct Words;

impl Read for Words {
    type Out<'a> = &'a str;
    fn read(answer: &Answer) -> Option<&str> {
        match answer {
            Answer::Words(words) => Some(words),
            _ => None,
        }
    }
}

impl Read for Table {
    type Out<'a> = &'a Table;
    fn read(answer: &Answer) -> Option<&Table> {
        match answer {
            Answer::Table(table) => Some(table),
            _ => None,
        }
    }
}

/// An enumeration that a [`Form::Choice`] lists, in the same order.
pub trait Chosen: Copy + Sized + 'static {
    /// Every value, in the order of the choices.
    const ALL: &'static [Self];
}

impl<T: Chosen> Read for T {
    type Out<'a> = T;
    fn read(answer: &Answer) -> Option<T> {
        match answer {
            Answer::Choice(index) => T::ALL.get(usize::from(*index)).copied(),
            _ => None,
        }
    }
    fn read_cell(table: &Table, row: usize, column: usize) -> Option<T> {
        T::ALL.get(usize::from(table.choice_at(row, column)?)).copied()
    }
}
