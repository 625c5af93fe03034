//! A table whose years stand side by side, turned so that they stand below each other.

use crate::answers::form::Column;
use crate::answers::typed;
use crate::tables::cell::{Cell, Line, Sheet};
use crate::tables::heads::{self, Head};

/// More years side by side are no table of years.
const MOST_YEARS: usize = 60;

/// Turns the sheets whose years stand side by side, where these columns tell a fiscal year a row.
pub fn turn(sheets: &mut [Sheet], columns: &[Column]) {
    for sheet in sheets {
        if let Some(turned) = turned(sheet, columns) {
            *sheet = turned;
        }
    }
}

/// The sheet turned, if it is a line of years over lines that each begin with a head, at least one of them known. What
/// stands above the years stays as it is.
fn turned(sheet: &Sheet, columns: &[Column]) -> Option<Sheet> {
    let year = &columns[Column::of_years(columns)?];
    let filled = |line: &Line| line.cells.iter().filter(|cell| !cell.is_empty()).count();
    let first = sheet.lines.iter().position(|line| filled(line) > 1)?;
    let (above, lines) = sheet.lines.split_at(first);
    let (years, rest) = lines.split_first()?;
    let named = is_named(years.cell(0), year);
    let count = years.cells.iter().skip(1).filter(|cell| is_year(cell)).count();
    let is_sum = |cell: &Cell| matches!(cell, Cell::Text(text) if heads::is_total(text));
    let others = years.cells.iter().skip(1).all(|cell| cell.is_empty() || is_year(cell) || is_sum(cell));
    if !others || count == 0 || count > MOST_YEARS {
        return None;
    }
    let is_head = |line: &Line| line.is_empty() || !line.cell(0).is_empty() && !heads::is_answer(line.cell(0));
    let known = |line: &Line| columns.iter().any(|column| is_named(line.cell(0), column));
    if !rest.iter().all(is_head) || is_year(years.cell(0)) || !rest.iter().any(known) {
        return None;
    }
    let mut turned: Vec<Line> = (0..years.cells.len())
        .map(|at| Line { number: at + 1, cells: vec![Cell::Empty; lines.last().map_or(0, |line| line.number)] })
        .collect();
    for line in lines {
        for (to, cell) in turned.iter_mut().zip(&line.cells) {
            to.cells[line.number - 1] = cell.clone();
        }
    }
    // `项目` over the heads of the lines: its own line says what it is.
    if !named {
        turned[0].cells[years.number - 1] = Cell::Text(year.head.zh.into());
    }
    let lines = above.iter().cloned().chain(turned).collect();
    Some(Sheet { name: sheet.name.clone(), lines, epoch: sheet.epoch, turned: true })
}

fn is_named(cell: &Cell, column: &Column) -> bool {
    heads::fit(&Head::new(&heads::head_text(cell)), column).is_some()
}

fn is_year(cell: &Cell) -> bool {
    typed::year(cell.written()).is_ok()
}
