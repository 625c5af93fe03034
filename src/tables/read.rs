//! The rows of a sheet as answers. A cell that is no answer is refused with its place and the reason; what was read and
//! may not be meant so is named as unsure; nothing is lost without a word.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::hash::{DefaultHasher, Hasher};

use rust_decimal::Decimal;

use crate::answers::answer::{Answer, Table};
use crate::answers::credit_code;
use crate::answers::form::{Column, Form};
use crate::answers::typed::{self, Complaint};
use crate::date::Year;
use crate::money::Money;
use crate::tables::cell::{Cell, Line, Sheet};
use crate::tables::head_lines::HeadLines;
use crate::tables::heads;
use crate::tables::issue::{Issue, Skipped, Why};
use crate::tables::mapping::{Mapped, Mapping, UnitFrom};
use crate::tables::naming::Target;
use crate::tables::reading::Reading;
use crate::tables::value::value;

/// A sheet whose rows are read step by step, none of which takes long.
pub struct Reader<'a> {
    sheet: &'a Sheet,
    columns: &'static [Column],
    mapping: &'a Mapping,
    heads: HeadLines,
    reading: Reading,
    /// Sums that the table says, by our column.
    sums: Vec<(usize, usize, Money)>,
    /// The line that is read next, and the last that is not empty.
    next: usize,
    last: Option<usize>,
    twins: [Twins; 2],
    /// The row of each code or name, where several lines are of one row.
    told: BTreeMap<String, usize>,
}

/// A column in which no two rows should say the same: what was said, and the rows that say it again.
struct Twins {
    column: Option<usize>,
    why: Why,
    /// The first row that says such a thing, by a number for what it says: nothing is written anew to be compared.
    first: BTreeMap<u64, usize>,
    doubts: Vec<Issue>,
}

/// Reads the rows of a sheet under a mapping.
#[must_use]
pub fn read(sheet: &Sheet, columns: &'static [Column], mapping: &Mapping) -> Reading {
    let mut reader = Reader::begin(sheet, columns, mapping);
    while reader.step() {}
    reader.finish()
}

impl<'a> Reader<'a> {
    /// How many lines are read in a step.
    const READ: usize = 200;

    /// Begins to read the rows of a sheet under a mapping.
    #[must_use]
    pub fn begin(sheet: &'a Sheet, columns: &'static [Column], mapping: &'a Mapping) -> Self {
        let reading = Reading {
            table: Table::new(columns),
            lines: Vec::new(),
            refused: Vec::new(),
            unsure: Vec::new(),
            skipped: Vec::new(),
            turned: sheet.turned,
        };
        let last = sheet.lines.iter().rposition(|line| !line.is_empty());
        let words = |column: &Column| column.form.is_words();
        let name = columns.first().is_some_and(words).then_some(0);
        let code = columns.iter().position(|column| matches!(column.form, Form::Code));
        let twins = [(name, Why::SameName), (code, Why::SameCode)];
        let twins = twins.map(|(column, why)| Twins { column, why, first: BTreeMap::new(), doubts: Vec::new() });
        let heads = HeadLines::of(sheet, mapping, columns);
        Self { sheet, columns, mapping, heads, reading, sums: Vec::new(), next: 0, last, twins, told: BTreeMap::new() }
    }

    /// How much of the sheet was read, in per cent.
    #[must_use]
    pub fn percent(&self) -> usize {
        self.next.saturating_mul(100).checked_div(self.sheet.lines.len()).unwrap_or(100)
    }

    /// Reads some lines; false at the end.
    pub fn step(&mut self) -> bool {
        let some = self.next..(self.next + Self::READ).min(self.sheet.lines.len());
        self.next = some.end;
        for place in some.clone() {
            self.line(place);
        }
        !some.is_empty()
    }

    /// What was read.
    #[must_use]
    pub fn finish(mut self) -> Reading {
        self.look_back();
        self.reading
    }

    fn line(&mut self, place: usize) {
        let line = &self.sheet.lines[place];
        match self.skips(place, line, self.last) {
            Some(skipped) => {
                let said: Vec<String> = line.cells.iter().filter(|cell| !cell.is_empty()).map(Cell::shown).collect();
                if skipped == Skipped::Total {
                    self.note_sums(line);
                }
                self.reading.skipped.push((line.number, skipped, typed::words(&said.join(" ")).into_owned()));
            }
            None => self.row(line),
        }
    }

    /// Why a line is no row, if it is none.
    fn skips(&self, place: usize, line: &Line, last: Option<usize>) -> Option<Skipped> {
        if matches!(self.reading.skipped.last(), Some((_, Skipped::OtherTable, _))) {
            return Some(Skipped::OtherTable);
        }
        if line.is_empty() {
            let single = line.cells.len() < 2 && last.is_none_or(|last| place > last);
            return (self.mapping.whole_rows || single).then_some(Skipped::Empty);
        }
        if self.mapping.whole_rows && line.is_rule() {
            return Some(Skipped::Empty);
        }
        if place < self.mapping.heads.start {
            return Some(Skipped::Title);
        }
        if self.mapping.matched() == 0 && !self.mapping.heads.contains(&place) {
            return Some(Skipped::Unread);
        }
        if self.mapping.heads.contains(&place) || self.heads.are_in(line) {
            return Some(Skipped::Heads);
        }
        if self.heads.may_begin_another(line, self.columns) && self.all_words_refused(line) {
            return Some(Skipped::OtherTable);
        }
        // Few lines have such words: only of these is asked which cells are answers, which takes longer.
        let closes = |cell: &Cell| matches!(cell, Cell::Text(text) if heads::is_total(text) || heads::is_remark(text));
        if !line.cells.iter().any(closes) {
            return None;
        }
        let mut words = line.cells.iter().filter_map(|cell| match cell {
            Cell::Text(text) if !heads::is_answer(cell) => Some(text),
            _ => None,
        });
        let first = words.next()?;
        // The first words of a line say that it is sums; a day in it says that it is a row all the same.
        let is_dated = || {
            self.mapping.columns.iter().any(|column| match column.target {
                Target::Column(index) if matches!(self.columns[index].form, Form::Date) => {
                    matches!(self.value(&self.columns[index], line.cell(column.at), column.factor), Ok((Some(_), _)))
                }
                _ => false,
            })
        };
        if heads::is_total(first) && !is_dated() {
            return Some(Skipped::Total);
        }
        if heads::is_remark(first) {
            let filled = line.cells.iter().filter(|cell| !cell.is_empty()).count();
            if filled == 1 || words.count() + 1 == filled && !is_dated() && self.all_words_refused(line) {
                return Some(Skipped::Remark);
            }
        }
        None
    }

    /// Whether no cell of a line is an answer to anything but words.
    fn all_words_refused(&self, line: &Line) -> bool {
        self.mapping.columns.iter().all(|column| match column.target {
            Target::Column(index) if !self.columns[index].form.is_words() => {
                matches!(line.cell(column.at), Cell::Empty)
                    || self.value(&self.columns[index], line.cell(column.at), column.factor).is_err()
            }
            _ => true,
        })
    }

    fn note_sums(&mut self, line: &Line) {
        for column in &self.mapping.columns {
            let Target::Column(index) = column.target else { continue };
            if !matches!(self.columns[index].form, Form::Money { .. }) || self.columns[index].price {
                continue;
            }
            let Some(factor) = self.mapping.factor(column, self.columns, line) else { continue };
            if let Ok((Some(Answer::Money(sum)), _)) = self.value(&self.columns[index], line.cell(column.at), factor) {
                self.sums.push((line.number, index, sum));
            }
        }
    }

    /// What a bare figure of a column counts in a line; where that is not clear the cell is refused.
    fn factor(&mut self, row: usize, line: &Line, column: &Mapped, index: usize) -> Option<Decimal> {
        let factor = self.mapping.factor(column, self.columns, line);
        if factor.is_none() && !line.cell(column.at).is_empty() {
            self.refuse(row, line, column.at, index, Why::Value(Complaint::OtherUnit));
        }
        factor
    }

    /// The row that a line tells more of, where each line is of one year: that of the same code, or of the same name.
    fn told_before(&mut self, line: &Line) -> Option<usize> {
        if !self.mapping.has_lines_of_years() {
            return None;
        }
        let says = |index: Option<usize>| {
            let target = Target::Column(index?);
            let column = self.mapping.columns.iter().find(|column| column.target == target)?;
            Some(heads::squeezed(line.cell(column.at).written())).filter(|said| !said.is_empty())
        };
        let [name, code] = self.twins.each_ref().map(|twins| twins.column);
        let key = says(code).or_else(|| says(name))?;
        match self.told.entry(key) {
            Entry::Occupied(row) => Some(*row.get()),
            Entry::Vacant(place) => {
                place.insert(self.reading.table.len());
                None
            }
        }
    }

    /// Makes a row of a line, or tells a row before it more.
    fn row(&mut self, line: &Line) {
        let before = self.told_before(line);
        let row = before.unwrap_or_else(|| self.reading.table.len());
        if before.is_none() {
            self.reading.table.insert(row);
            self.reading.lines.push(line.number);
        }
        let mut filled = 0;
        for column in &self.mapping.columns {
            let Target::Column(index) = column.target else { continue };
            filled += usize::from(!line.cell(column.at).is_empty());
            let Some(factor) = self.factor(row, line, column, index) else { continue };
            self.tell_once(row, line, column.at, index, factor);
        }
        for column in &self.mapping.columns {
            let year = match column.target {
                Target::Calendar(year) => Ok(year),
                Target::LineFigure => self.mapping.year_of(line),
                _ => continue,
            };
            filled += usize::from(!line.cell(column.at).is_empty());
            let Some(index) = self.columns.iter().position(|column| column.year_of.is_some()) else { continue };
            let Some(factor) = self.factor(row, line, column, index) else { continue };
            match year {
                _ if line.cell(column.at).is_empty() => {}
                Ok(year) => self.place(row, line, column.at, index, year, factor),
                Err(complaint) => self.refuse(row, line, column.at, index, Why::Value(complaint)),
            }
        }
        if before.is_some() {
            return;
        }
        let words = matches!(self.columns.first().map(|column| column.form), Some(Form::Words(_)));
        if filled == 1 && words && self.mapping.matched() > 1 {
            let at = line.cells.iter().position(|cell| !cell.is_empty()).unwrap_or(0);
            self.unsure(row, line, at, None, Why::NameOnly);
        }
        self.look_for_twins(row, line.number);
    }

    fn issue(&self, row: usize, line: &Line, at: usize, column: Option<usize>, why: Why) -> Issue {
        let text = line.cell(at).shown();
        let (line, at) = self.place_in_file(line.number, at);
        Issue { line, at, row: Some(row), column, text, why }
    }

    /// The line, from 1, and the column, from 0, of a cell in the file.
    const fn place_in_file(&self, line: usize, at: usize) -> (usize, usize) {
        if self.sheet.turned { (at + 1, line.saturating_sub(1)) } else { (line, at) }
    }

    fn refuse(&mut self, row: usize, line: &Line, at: usize, column: usize, why: Why) {
        let issue = self.issue(row, line, at, Some(column), why);
        self.reading.refused.push(issue);
    }

    fn unsure(&mut self, row: usize, line: &Line, at: usize, column: Option<usize>, why: Why) {
        let issue = self.issue(row, line, at, column, why);
        self.reading.unsure.push(issue);
    }

    /// Writes a cell into its column.
    fn tell(&mut self, row: usize, line: &Line, at: usize, index: usize, factor: Decimal) {
        let column = &self.columns[index];
        match self.value(column, line.cell(at), factor) {
            Ok((None, doubt)) => {
                if let Some(doubt) = doubt {
                    self.unsure(row, line, at, Some(index), doubt);
                }
            }
            Ok((Some(answer), doubt)) => match self.reading.table.set(self.columns, row, index, Some(answer)) {
                Ok(()) => {
                    if let Some(doubt) = doubt {
                        self.unsure(row, line, at, Some(index), doubt);
                    }
                }
                Err(complaint) => self.refuse(row, line, at, index, Why::Value(complaint)),
            },
            Err(why) => self.refuse(row, line, at, index, why),
        }
    }

    /// Writes the figure of a calendar year into the column whose year it is in this row. `index` is the first of those.
    fn place(&mut self, row: usize, line: &Line, at: usize, index: usize, year: Year, factor: Decimal) {
        let Some(of) = self.columns[index].year_of else { return };
        let first = match self.reading.table.cell(row, of.date) {
            Some(Answer::Date(date)) => date.year(),
            _ => {
                // Nothing is lost where there is no figure to place.
                if !matches!(self.value(&self.columns[index], line.cell(at), factor), Ok((None, _))) {
                    self.refuse(row, line, at, index, Why::NoDay);
                }
                return;
            }
        };
        let ours = self
            .columns
            .iter()
            .position(|column| column.year_of.is_some_and(|of| first.checked_add(of.years_on) == Some(year)));
        let Some(index) = ours else {
            match self.value(&self.columns[index], line.cell(at), factor) {
                Ok((Some(Answer::Money(money)), _)) if money != Money::ZERO => {
                    self.unsure(row, line, at, None, Why::OtherYear);
                }
                Ok(_) => {}
                Err(why) => self.refuse(row, line, at, index, why),
            }
            return;
        };
        self.tell_once(row, line, at, index, factor);
    }

    /// Writes a cell into its column, or holds it against what is told there.
    fn tell_once(&mut self, row: usize, line: &Line, at: usize, index: usize, factor: Decimal) {
        let Some(there) = self.reading.table.cell(row, index) else {
            return self.tell(row, line, at, index, factor);
        };
        match self.value(&self.columns[index], line.cell(at), factor) {
            Ok((Some(answer), _)) if there != answer => self.refuse(row, line, at, index, Why::TwoValues),
            Ok(_) => {}
            Err(why) => self.refuse(row, line, at, index, why),
        }
    }

    fn value(&self, column: &Column, cell: &Cell, factor: Decimal) -> Result<(Option<Answer>, Option<Why>), Why> {
        value(column, cell, factor, self.sheet.epoch)
    }

    /// What only the whole table shows: rows that are there twice, codes, units, sums.
    fn look_back(&mut self) {
        for twins in &mut self.twins {
            self.reading.unsure.append(&mut twins.doubts);
        }
        for column in &self.mapping.columns {
            let Target::Column(index) = column.target else {
                if column.forecast && matches!(column.target, Target::Calendar(_)) {
                    self.whole_column(column.at, None, &column.head, Why::Forecast);
                }
                continue;
            };
            if column.forecast {
                self.whole_column(column.at, Some(index), &column.head, Why::Forecast);
            }
            let money = matches!(self.columns[index].form, Form::Money { .. }) && !self.columns[index].price;
            if money && column.unit == UnitFrom::Assumed && column.factor == Decimal::ONE && self.is_small(index) {
                self.whole_column(column.at, Some(index), &column.head, Why::SmallForYuan);
            }
        }
        let sums = std::mem::take(&mut self.sums);
        for (line, index, sum) in sums {
            let table = &self.reading.table;
            let above = (0..table.len()).filter(|row| self.reading.lines[*row] < line);
            let money = above.filter_map(|row| match table.cell(row, index) {
                Some(Answer::Money(money)) => Some(money),
                _ => None,
            });
            if money.fold(Money::ZERO, |sum, money| sum + money) != sum {
                let (line, at) = self.place_in_file(line, self.mapping.place(index));
                let text = sum.to_string();
                self.reading.unsure.push(Issue { line, at, row: None, column: Some(index), text, why: Why::OtherSum });
            }
        }
    }

    fn whole_column(&mut self, at: usize, column: Option<usize>, head: &str, why: Why) {
        // A column as a whole has no line; of a sheet that was turned its head has.
        let (line, at) = if self.sheet.turned { self.place_in_file(1, at) } else { (0, at) };
        self.reading.unsure.push(Issue { line, at, row: None, column, text: head.to_owned(), why });
    }

    /// Whether every figure of a column is below what anybody would count in yuan.
    fn is_small(&self, index: usize) -> bool {
        let table = &self.reading.table;
        let filled = (0..table.len()).filter_map(|row| match table.cell(row, index) {
            Some(Answer::Money(money)) if money != Money::ZERO => Some(money),
            _ => None,
        });
        let most = filled.map(|money| money.fen().unsigned_abs()).max();
        most.is_some_and(|most| most < 10_000_000)
    }

    /// Whether a row names the same thing as one before, and codes that do not check out.
    fn look_for_twins(&mut self, row: usize, line: usize) {
        let places = self
            .twins
            .each_ref()
            .map(|twins| twins.column.map(|index| (index, self.place_in_file(line, self.mapping.place(index)))));
        for (twins, place) in self.twins.iter_mut().zip(places) {
            let Some((index, (line, at))) = place else { continue };
            let said = |row| match self.reading.table.answer_at(row, index) {
                Some(Answer::Words(words)) => Some(words),
                _ => None,
            };
            let Some(words) = said(row) else { continue };
            let mut doubt = |why| {
                let text = words.to_string();
                twins.doubts.push(Issue { line, at, row: Some(row), column: Some(index), text, why });
            };
            if twins.why == Why::SameCode && !credit_code::is_valid(words) {
                doubt(Why::WrongCode);
            }
            let mut hasher = DefaultHasher::new();
            heads::squeezing(words).for_each(|sign| hasher.write_u32(sign.into()));
            match twins.first.entry(hasher.finish()) {
                Entry::Vacant(place) => drop(place.insert(row)),
                Entry::Occupied(first) => {
                    if said(*first.get()).is_some_and(|other| heads::squeezing(other).eq(heads::squeezing(words))) {
                        doubt(twins.why);
                    }
                }
            }
        }
    }
}
