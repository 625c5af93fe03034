//! A sheet as rows of answers, with everything that was not read.

use crate::answers::answer::Table;
use crate::tables::issue::{Issue, Skipped};

/// A sheet, read.
#[derive(Clone, PartialEq, Debug)]
pub struct Reading {
    /// The rows, as a question takes them.
    pub table: Table,
    /// The line of the file that each row comes from, from 1.
    pub lines: Vec<usize>,
    /// Cells that are no answers. They are empty in the table.
    pub refused: Vec<Issue>,
    /// Cells that were read and may not be meant so.
    pub unsure: Vec<Issue>,
    /// Lines that became no rows, with what they say.
    pub skipped: Vec<(usize, Skipped, String)>,
    /// Whether the rows stood side by side in the file.
    pub turned: bool,
}

impl Reading {
    /// What is to be said, in Chinese and in English, of another table that stands in the same sheet and was not read.
    #[must_use]
    pub fn says_other_table(&self) -> Option<[String; 2]> {
        let (line, ..) = self.skipped.iter().find(|(_, why, _)| *why == Skipped::OtherTable)?;
        Some([
            format!("第{line}行起是另一张表，没有填入，请分开再填"),
            format!("another table begins at line {line} and was left out: take it by itself"),
        ])
    }
}
