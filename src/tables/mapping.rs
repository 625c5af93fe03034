//! Which column of somebody's table is which of ours: by its head, or where there are no heads, by its place.

use rust_decimal::Decimal;

use crate::answers::form::{Column, Form};
use crate::answers::typed::{self, Complaint};
use crate::date::Year;
use crate::tables::cell::{Cell, Line, Sheet};
use crate::tables::heads::{self, Fit, Head};
use crate::tables::naming::{Target, Unread, changes_meaning, name_column, resembling};
use crate::tables::units::{self, Named};

/// How many lines may stand above the heads.
const LINES_ABOVE: usize = 30;

/// Where the unit of a column was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnitFrom {
    /// In its head.
    Head,
    /// In a line above the heads, or in a column that says it in every line.
    Title,
    /// Nowhere: it is what a bare figure is taken to count.
    Assumed,
    /// By the reader.
    Chosen,
}

/// A column of somebody's table.
#[derive(Clone, PartialEq, Debug)]
pub struct Mapped {
    /// Its place, from 0.
    pub at: usize,
    /// Its head; empty where there is none.
    pub head: String,
    /// Where its cells go.
    pub target: Target,
    /// What a bare figure is multiplied by: 10 000 under 万元.
    pub factor: Decimal,
    /// Where that was found.
    pub unit: UnitFrom,
    /// Its head says that the figures are expected ones.
    pub forecast: bool,
    /// Whether a reader said where it goes.
    pub chosen: bool,
    /// What stands in the brackets of its head.
    notes: Vec<String>,
}

/// How a sheet is read.
#[derive(Clone, PartialEq, Debug)]
pub struct Mapping {
    /// The lines of heads, by their places in the sheet; empty where there are none.
    pub heads: std::ops::Range<usize>,
    /// Its columns, those without any cell left out.
    pub columns: Vec<Mapped>,
    /// Whether each line says what its row is: then a line that says nothing is no row. In a block without names it
    /// stands for an empty row, or the lines after it would move up.
    pub whole_rows: bool,
    /// The unit of money that lines above the heads say, or all lines below them.
    title: Option<Named>,
}

impl Mapping {
    /// How many of our columns have a column of the table.
    #[must_use]
    pub fn matched(&self) -> usize {
        self.columns.iter().filter(|column| matches!(column.target, Target::Column(_) | Target::Calendar(_))).count()
    }

    /// Whether every column of the table has its place.
    #[must_use]
    pub fn is_sure(&self) -> bool {
        let unsure = |column: &Mapped| matches!(column.target, Target::Unread(why) if why != Unread::Chosen);
        self.matched() > 0 && !self.columns.iter().any(unsure)
    }

    /// Says where a column of the table goes, by its place among [`Mapping::columns`]. The column that went there is left
    /// out: no two fill one of ours. Its unit is that of its head or title, else `unit`.
    pub fn assign(&mut self, place: usize, target: Target, columns: &'static [Column], unit: Decimal) {
        if let Target::Column(index) = target {
            for (other, column) in self.columns.iter_mut().enumerate() {
                if other != place && column.target == target {
                    column.target = Target::Unread(Unread::Unknown(Some(index)));
                }
            }
        }
        let title = self.title;
        if let Some(column) = self.columns.get_mut(place) {
            (column.target, column.chosen) = (target, true);
            column.take_unit(title, columns, unit);
        }
    }

    /// Reads a table without heads into these columns of ours, one after the other.
    pub fn place_among(&mut self, shown: &[usize], columns: &'static [Column], unit: Decimal) {
        // The last first: each goes to the right, where the place is free by then.
        for place in (0..self.columns.len()).rev() {
            let Target::Column(index) = self.columns[place].target else { continue };
            match shown.get(index) {
                Some(shown) if *shown == index => {}
                Some(shown) => self.assign(place, Target::Column(*shown), columns, unit),
                None => self.columns[place].target = Target::Unread(Unread::NoHead),
            }
        }
    }

    /// Says what a bare figure of a column counts: 10 000 for 万元.
    pub fn count_in(&mut self, place: usize, factor: Decimal) {
        if let Some(column) = self.columns.get_mut(place) {
            (column.factor, column.unit) = (factor, UnitFrom::Chosen);
        }
    }

    /// Whether the cells of a column of ours are read.
    #[must_use]
    pub fn has(&self, columns: &[Column], index: usize) -> bool {
        self.columns.iter().any(|column| match column.target {
            Target::Column(other) => other == index,
            Target::Calendar(_) | Target::LineFigure => columns[index].year_of.is_some(),
            _ => false,
        })
    }

    /// The column of the sheet in which a column of the table stands by its own head; the first where none does.
    pub(super) fn place(&self, index: usize) -> usize {
        self.columns.iter().find(|column| column.target == Target::Column(index)).map_or(0, |column| column.at)
    }

    /// Says how a sheet is read. `unit` is what a bare figure of money counts where nothing says so.
    #[must_use]
    pub fn of(sheet: &Sheet, columns: &'static [Column], unit: Decimal) -> Self {
        let lines: Vec<usize> = (0..sheet.lines.len()).filter(|line| !sheet.lines[*line].is_empty()).collect();
        let mut best: Option<Self> = None;
        for (place, line) in lines.iter().take(LINES_ABOVE).enumerate() {
            if !heads::may_be_heads(&sheet.lines[*line]) {
                // Under heads that are known begin the rows: what comes after them is another table.
                if best.as_ref().is_some_and(|best| best.matched() > 1) {
                    break;
                }
                continue;
            }
            let next = lines.get(place + 1).filter(|next| heads::may_be_heads(&sheet.lines[**next]));
            for end in std::iter::once(line).chain(next) {
                let mapping = Self::under(sheet, columns, unit, *line..*end + 1);
                // Two lines are heads together where that says more; and where the second says but units.
                let units_below = *end > *line && says_units(&sheet.lines[*end], columns);
                let better = match &best {
                    None => mapping.matched() > 0,
                    Some(best) if mapping.matched() > best.matched() => true,
                    // A title over the heads says nothing of the columns.
                    Some(best) if *end == *line && best.heads.len() > 1 && best.heads.contains(line) => {
                        mapping.matched() == best.matched()
                    }
                    Some(best) => units_below && mapping.matched() == best.matched() && best.heads.start == *line,
                };
                if better {
                    best = Some(mapping);
                }
            }
        }
        best.or_else(|| unknown_heads(sheet, columns, &lines)).unwrap_or_else(|| Self::by_place(sheet, columns, unit))
    }

    /// Whether each line is of one year, so that several are of one row.
    #[must_use]
    pub fn has_lines_of_years(&self) -> bool {
        self.columns.iter().any(|column| column.target == Target::LineFigure)
    }

    /// The year that a line is of.
    pub(super) fn year_of(&self, line: &Line) -> Result<Year, Complaint> {
        let years = self.columns.iter().find(|column| column.target == Target::LineYear);
        typed::year(years.map_or("", |column| line.cell(column.at).written()))
    }

    /// What a bare figure of a column counts in a line; `None` where the line says a unit that is not the column's, or none
    /// where others do.
    pub(super) fn factor(&self, column: &Mapped, columns: &[Column], line: &Line) -> Option<Decimal> {
        let is_money = match column.target {
            Target::Column(index) => columns[index].is_in_unit(),
            target => matches!(target, Target::Calendar(_) | Target::LineFigure),
        };
        if !is_money || column.unit == UnitFrom::Chosen {
            return Some(column.factor);
        }
        let Some(units) = self.columns.iter().find(|other| other.target == Target::Unit) else {
            return Some(column.factor);
        };
        match (unit_in(line.cell(units.at)), column.unit) {
            (Some(Named::Factor(factor)), UnitFrom::Assumed) => Some(factor),
            (Some(Named::Factor(factor)), _) => Some(factor).filter(|factor| *factor == column.factor),
            (Some(Named::Foreign), _) | (None, UnitFrom::Assumed) => None,
            (Some(Named::Renminbi) | None, _) => Some(column.factor),
        }
    }

    /// The columns under these lines of heads.
    fn under(sheet: &Sheet, columns: &'static [Column], unit: Decimal, heads: std::ops::Range<usize>) -> Self {
        let rows = &sheet.lines[heads.end..];
        let mut title = title_unit(sheet, heads.start);
        let title_words: String =
            sheet.lines[..heads.start].iter().flat_map(|line| &line.cells).map(heads::head_text).collect();
        let (upper, lower) = (&sheet.lines[heads.start], &sheet.lines[heads.end - 1]);
        let two = heads.len() > 1;
        let width = sheet.width();
        let mut over = String::new();
        let mut mapped: Vec<(Mapped, Option<Fit>)> = Vec::new();
        for at in 0..width {
            let (above, below) = (heads::head_text(upper.cell(at)), heads::head_text(lower.cell(at)));
            if !above.is_empty() {
                over.clone_from(&above);
            } else if below.is_empty() {
                over.clear();
            }
            // A head that spans several columns stands over the first of them.
            let (group, own) = match (two, below.is_empty()) {
                (false, _) | (true, true) => (String::new(), above),
                (true, false) => (over.clone(), below),
            };
            let shown = if group.is_empty() || own.is_empty() { own.clone() } else { format!("{group} {own}") };
            let empty = rows.iter().all(|line| line.cell(at).is_empty());
            if shown.is_empty() && empty {
                continue;
            }
            let named = name_column(&group, &own, columns, &title_words);
            let mut column = Mapped {
                at,
                head: shown,
                target: named.target,
                factor: Decimal::ONE,
                unit: UnitFrom::Assumed,
                forecast: named.forecast,
                chosen: false,
                notes: named.notes,
            };
            if let Some(said) = units_of_lines(at, rows) {
                column.target = Target::Unit;
                title = title.or(said);
            }
            mapped.push((column, named.fit));
        }
        find_lines_of_years(&mut mapped, columns);
        for (column, _) in &mut mapped {
            column.take_unit(title, columns, unit);
        }
        settle_twins(&mut mapped);
        Self { heads, columns: mapped.into_iter().map(|(column, _)| column).collect(), whole_rows: true, title }
    }

    /// The columns of a sheet without heads, one after the other. A first column that numbers the rows is none of them.
    fn by_place(sheet: &Sheet, columns: &'static [Column], unit: Decimal) -> Self {
        let total =
            |line: &&Line| line.cells.iter().any(|cell| matches!(cell, Cell::Text(text) if heads::is_total(text)));
        let lines: Vec<&Line> = sheet.lines.iter().filter(|line| !line.is_empty() && !total(line)).collect();
        let misfits = |shift: usize| {
            let cells = lines.iter().flat_map(|line| line.cells.iter().skip(shift).zip(columns));
            cells.filter(|(cell, column)| !fits(cell, column)).count()
        };
        let numbers = lines.len() > 1 || sheet.width() > columns.len();
        let numbered = numbers
            && !lines.is_empty()
            && lines.iter().enumerate().all(|(place, line)| line.cell(0).shown().trim() == (place + 1).to_string())
            && misfits(1) < misfits(0);
        let shift = usize::from(numbered);
        let mapped = (0..sheet.width()).map(|at| {
            let index = at.checked_sub(shift).filter(|index| *index < columns.len());
            let target = match index {
                Some(index) => Target::Column(index),
                None if at < shift => Target::Number,
                None => Target::Unread(Unread::NoHead),
            };
            let money = index.is_some_and(|index| columns[index].is_in_unit());
            Mapped {
                at,
                head: String::new(),
                target,
                factor: if money { unit } else { Decimal::ONE },
                unit: UnitFrom::Assumed,
                forecast: false,
                chosen: false,
                notes: Vec::new(),
            }
        });
        let empty = |column: &Mapped| lines.iter().all(|line| line.cell(column.at).is_empty());
        let columns = mapped.filter(|column| matches!(column.target, Target::Column(_)) || !empty(column)).collect();
        let whole_rows = sheet.width() > 1 && lines.iter().any(|line| !line.cell(shift).is_empty());
        Self { heads: 0..0, columns, whole_rows, title: None }
    }
}

/// Whether a cell could be an answer in a column.
fn fits(cell: &Cell, column: &Column) -> bool {
    match cell {
        Cell::Empty => true,
        Cell::Text(text) => column.form.parse(text, Decimal::ONE).is_ok(),
        Cell::Number(digits) | Cell::Measured(digits, _) => {
            matches!(column.form, Form::Date) || column.form.parse(digits, Decimal::ONE).is_ok()
        }
        Cell::Day(_) => matches!(column.form, Form::Date),
        Cell::YesNo(_) => matches!(column.form, Form::YesNo),
        Cell::Fault(_) => true,
    }
}

/// Lines of words above answers, none of which is a head of ours: they are heads all the same, and nothing is read by
/// place under them.
fn unknown_heads(sheet: &Sheet, columns: &'static [Column], lines: &[usize]) -> Option<Mapping> {
    let below = |line: usize| sheet.lines[line + 1..].iter().any(|line| line.cells.iter().any(heads::is_answer));
    let line = lines.iter().take(LINES_ABOVE).copied().find(|line| {
        let cells = &sheet.lines[*line].cells;
        cells.iter().filter(|cell| !cell.is_empty()).count() > 1
    })?;
    let first = &sheet.lines[line];
    let words = |column: &Column| column.form.is_words();
    let answers =
        first.cells.iter().zip(columns).any(|(cell, column)| !cell.is_empty() && !words(column) && fits(cell, column));
    if !heads::may_be_heads(first) || answers || !below(line) {
        return None;
    }
    let columns = first.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).map(|(at, cell)| {
        let head = heads::head_text(cell);
        let taken = Head::new(&head);
        let target = Target::Unread(Unread::Unknown(resembling(&taken, columns)));
        let (factor, unit, notes) = (Decimal::ONE, UnitFrom::Assumed, taken.notes);
        Mapped { at, head, target, factor, unit, forecast: false, chosen: false, notes }
    });
    let title = title_unit(sheet, line);
    Some(Mapping { heads: line..line + 1, columns: columns.collect(), whole_rows: true, title })
}

impl Mapped {
    /// Takes the unit out of the notes of the head, or out of the title.
    fn take_unit(&mut self, title: Option<Named>, columns: &'static [Column], assumed: Decimal) {
        let index = match self.target {
            Target::Column(index) => Some(index),
            Target::Calendar(_) | Target::LineFigure => columns.iter().position(|column| column.year_of.is_some()),
            _ => None,
        };
        let Some(index) = index else { return };
        let column = &columns[index];
        let said =
            self.notes.iter().find_map(|note| units::of(note, column).or_else(|| Some(units::at_end(note, column)?.1)));
        (self.factor, self.unit) = match said {
            Some(Named::Factor(factor)) => (factor, UnitFrom::Head),
            Some(Named::Foreign) => {
                self.target = Target::Unread(Unread::Foreign(index));
                return;
            }
            _ if column.is_in_unit() => match title {
                Some(Named::Factor(factor)) => (factor, UnitFrom::Title),
                Some(Named::Foreign) => {
                    self.target = Target::Unread(Unread::Foreign(index));
                    return;
                }
                Some(Named::Renminbi) | None => (assumed, UnitFrom::Assumed),
            },
            Some(Named::Renminbi) | None => (Decimal::ONE, UnitFrom::Assumed),
        };
    }
}

/// Two columns for one of ours: its own head goes before another name; else neither is read.
fn settle_twins(mapped: &mut [(Mapped, Option<Fit>)]) {
    let targets: Vec<(Target, Option<Fit>)> = mapped.iter().map(|(column, fit)| (column.target, *fit)).collect();
    for (column, fit) in mapped.iter_mut() {
        let index = match column.target {
            Target::Column(index) => index,
            Target::Calendar(_) => usize::MAX,
            _ => continue,
        };
        let same: Vec<_> = targets.iter().filter(|(target, _)| *target == column.target).collect();
        let best = same.iter().filter(|(_, fit)| *fit == Some(Fit::Own)).count();
        if same.len() > 1 && !(*fit == Some(Fit::Own) && best == 1) {
            column.target = Target::Unread(Unread::Twice(index));
        }
    }
}

/// Where each line is of one year: a column says of which, and one beside it says the figure of our columns of years.
fn find_lines_of_years(mapped: &mut [(Mapped, Option<Fit>)], columns: &[Column]) {
    const YEARS: &[&str] = &["年度", "年份", "财政年度", "会计年度", "纳税年度", "所属年度", "year", "fiscalyear"];
    let Some((ours, of)) = columns.iter().find_map(|column| Some((column, column.year_of?))) else { return };
    let is_figure = |column: &Mapped| {
        let head = Head::new(&column.head);
        let name = units::at_end(&head.name, ours).map_or(head.name.as_str(), |(name, _)| name);
        of.heads.iter().any(|head| heads::squeezed(head) == name)
            && !head.notes.iter().any(|note| changes_meaning(note, ours))
    };
    let one = |is_it: &dyn Fn(&Mapped) -> bool| {
        let unknown = |column: &Mapped| matches!(column.target, Target::Unread(Unread::Unknown(_)));
        let mut found = (0..mapped.len()).filter(|place| unknown(&mapped[*place].0) && is_it(&mapped[*place].0));
        found.next().filter(|_| found.next().is_none())
    };
    let year = one(&|column| YEARS.contains(&heads::squeezed(&column.head).as_str()));
    if let (Some(year), Some(figure)) = (year, one(&is_figure)) {
        (mapped[year].0.target, mapped[figure].0.target) = (Target::LineYear, Target::LineFigure);
    }
}

/// Where a column says the unit of money in each line: the one that all say, if they do. Its cells decide, not its head:
/// 单位 is also what an enterprise is called.
fn units_of_lines(at: usize, rows: &[Line]) -> Option<Option<Named>> {
    let cells = rows.iter().map(|line| line.cell(at)).filter(|cell| !cell.is_empty());
    let said: Vec<Named> = cells.map(unit_in).collect::<Option<_>>()?;
    let first = *said.first()?;
    Some(Some(first).filter(|first| *first != Named::Renminbi && said.iter().all(|other| other == first)))
}

/// The unit or currency of money that a cell says and nothing else: `万元`, `人民币`.
fn unit_in(cell: &Cell) -> Option<Named> {
    let said = heads::squeezed(cell.written());
    units::money(&said).or_else(|| units::is_renminbi(&said).then_some(Named::Renminbi))
}

/// Whether a line says but units: `万元` under the heads of money.
fn says_units(line: &Line, columns: &[Column]) -> bool {
    let texts: Vec<String> = line.cells.iter().map(heads::head_text).filter(|text| !text.is_empty()).collect();
    let unit = |text: &String| {
        let head = Head::new(text);
        let note = if head.name.is_empty() { head.notes.first() } else { Some(&head.name) };
        note.is_some_and(|note| columns.iter().any(|column| units::of(note, column).is_some()))
    };
    !texts.is_empty() && texts.iter().all(unit)
}

/// The unit of money that lines above the heads say: `单位：万元`, or `（万元）` after a title.
fn title_unit(sheet: &Sheet, heads: usize) -> Option<Named> {
    let notes = sheet.lines[..heads].iter().flat_map(|line| &line.cells).flat_map(|cell| {
        let head = Head::new(&heads::head_text(cell));
        let said: Vec<String> = head
            .notes
            .iter()
            .map(|note| note.rsplit_once("单位:").map_or(note.as_str(), |(_, unit)| unit).to_owned())
            .collect();
        let alone = (head.notes.is_empty() && units::money(&head.name).is_some()).then_some(head.name);
        said.into_iter().chain(alone)
    });
    let parts = |note: String| note.split([',', '、', ';', '，']).map(str::to_owned).collect::<Vec<_>>();
    let mut found = notes.flat_map(|note| match units::money(&note) {
        Some(named) => vec![named],
        None => parts(note).iter().filter_map(|part| units::money(part)).collect(),
    });
    found.next()
}
