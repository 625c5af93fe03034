//! Lines of heads below the first: those that printed pages repeat, and those of another table.

use crate::answers::form::{Column, Form};
use crate::tables::cell::{Cell, Line, Sheet};
use crate::tables::heads::{self, Head};
use crate::tables::mapping::Mapping;
use crate::tables::naming::Target;

/// The heads of a sheet, to be known again.
#[derive(Clone, Debug)]
pub(super) struct HeadLines {
    /// Line by line: where each stands and what it says. A line of one head is none to repeat.
    said: Vec<Vec<(usize, String)>>,
    /// A column of figures, days or the like, in which few lines have words.
    figures: Option<usize>,
}

impl HeadLines {
    /// Those of a sheet.
    pub fn of(sheet: &Sheet, mapping: &Mapping, columns: &[Column]) -> Self {
        let lines = sheet.lines[mapping.heads.clone()].iter().map(|line| {
            let said = line.cells.iter().map(|cell| heads::squeezed(cell.written())).enumerate();
            said.filter(|(_, head)| !head.is_empty()).collect::<Vec<_>>()
        });
        let is_figures = |target| match target {
            Target::Column(index) => !columns[index].form.is_words(),
            target => matches!(target, Target::Calendar(_) | Target::LineFigure),
        };
        let figures = mapping.columns.iter().find(|column| is_figures(column.target)).map(|column| column.at);
        Self { said: lines.filter(|heads| heads.len() > 1).collect(), figures }
    }

    /// Whether a line is one of these again. Most lines differ in the first cell that has a head.
    pub fn are_in(&self, line: &Line) -> bool {
        let says = |(at, head): &(usize, String)| {
            line.cells.get(*at).is_none_or(|cell| heads::squeezed(cell.written()) == *head)
        };
        self.said.iter().any(|heads| heads.iter().all(says))
    }

    /// Whether a line may be the heads of another table: words throughout, one of which is the name of a column of ours.
    /// Not of one that takes words out of a list: 入选 is an answer too.
    pub fn may_begin_another(&self, line: &Line, columns: &[Column]) -> bool {
        let has_words =
            |at| matches!(line.cell(at), Cell::Text(text) if text.trim_start().starts_with(char::is_alphabetic));
        let is_name = |cell: &Cell| {
            let head = Head::new(&heads::head_text(cell));
            let is_open = |column: &&Column| !matches!(column.form, Form::YesNo | Form::Choice(_));
            columns.iter().filter(is_open).any(|column| heads::fit(&head, column).is_some())
        };
        self.figures.is_some_and(has_words)
            && line.cells.iter().filter(|cell| !cell.is_empty()).count() > 1
            && heads::may_be_heads(line)
            && line.cells.iter().any(is_name)
    }
}
