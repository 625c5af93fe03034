//! Ruled tables: pairs, tables with heads and their sums, joined ones in one frame.

use crate::office::docx::contents::Target;
use crate::office::docx::measure::{Setting, Sheet, TABLE_LINE, lines_of, mm, width_of};
use crate::office::docx::page::Page;
use crate::office::docx::paragraph::{field, paragraph_with, runs};
use crate::office::docx::styles::Key;
use crate::office::docx::xml::{Element, element, val};
use crate::order::Order;
use crate::packet::{Column, Pairs, Set, Table, Value};

/// So many rows of a table are not left alone on a page, nor rows that fill less of it than one part in so many.
const ROWS: usize = 3;
const LEAST: u32 = 4;
/// The widths of name, value, name, value in per cent.
const PAIR_WIDTHS: [u8; 4] = [22, 32, 18, 28];
/// The height of the room for an opinion.
const OPINION: u32 = mm(30);
/// Room in a cell that is not reckoned with: other programs' faces are a little wider.
const SPARE: u32 = 60;
/// The room that a rule takes.
const RULE: u32 = 10;
/// A heavy rule, in eighths of a point.
const HEAVY: u32 = 10;

/// A frame of rows. Tables that share it may have other columns: a cell knows where it ends.
#[derive(Debug)]
pub(super) struct Frame {
    label: String,
    sheet: Sheet,
    setting: Setting,
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    kind: Kind,
    cells: Vec<Cell>,
    /// Whether it stays on the page of the next row.
    held: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Head,
    Body,
    Total,
}

#[derive(Debug)]
struct Cell {
    style: Key,
    text: String,
    /// The place in the file whose page it shows, where it shows one.
    page_of: Option<String>,
    /// Where it ends, from the left edge of the frame in twentieths of a point.
    end: u32,
}

impl Frame {
    /// A frame as wide as the text of a sheet.
    pub(super) const fn new(sheet: Sheet, setting: Setting) -> Self {
        Self { label: String::new(), sheet, setting, rows: Vec::new() }
    }

    /// Adds names and values.
    pub(super) fn pairs(&mut self, pairs: &Pairs) {
        let ends = ends(&PAIR_WIDTHS, &[], self.width());
        let begin = self.begin(&pairs.label);
        for row in &pairs.rows {
            let wide = row.len() == 1;
            let cells = row.iter().enumerate().flat_map(|(place, (name, value))| {
                let style = match value {
                    Value::Words(_) | Value::PageOf(_) => Key::TableText,
                    Value::Money(_) => Key::TableNumber,
                    Value::Opinion(_) => Key::TableOpinion,
                };
                let end = |place: usize| ends.get(place).copied().unwrap_or(self.width());
                let last = if wide { self.width() } else { end(2 * place + 1) };
                [Cell::new(Key::TableHead, name.clone(), end(2 * place)), Cell::new(style, value.text(), last)]
            });
            self.rows.push(Row { kind: Kind::Body, cells: cells.collect(), held: false });
        }
        self.hold(begin);
    }

    /// Adds a table with its heads and sums. Cells that show the page of a part find it among `targets`.
    pub(super) fn table(&mut self, table: &Table, targets: &[Target]) {
        let widths: Vec<u8> = table.columns.iter().map(|column| column.width).collect();
        let ends = ends(&widths, &figures(table, self.setting), self.width());
        let begin = self.begin(&table.label);
        let row = |kind, cells| Row { kind, cells, held: false };
        if let (true, Some(caption)) = (begin > 0, &table.caption) {
            let cell = Cell::new(Key::TableText, caption.clone(), self.width());
            self.rows.push(row(Kind::Head, vec![cell]));
        }
        let heads = table.columns.iter().zip(&ends);
        self.rows.push(row(
            Kind::Head,
            heads.map(|(column, end)| Cell::new(Key::TableHead, column.head.clone(), *end)).collect(),
        ));
        for values in &table.rows {
            let cells = table.columns.iter().zip(values).zip(&ends).map(|((column, value), end)| {
                let style = match (column.set, value) {
                    (Set::Head, _) => Key::TableHead,
                    (_, Value::Money(_)) | (Set::Number, _) => Key::TableNumber,
                    (Set::Text, _) => Key::TableText,
                    (Set::Middle, _) => Key::TableMiddle,
                };
                let target = match value {
                    Value::PageOf(part) => targets.iter().find(|target| target.part == *part),
                    _ => None,
                };
                Cell {
                    text: target.map_or_else(|| value.text(), |target| target.page.to_string()),
                    page_of: target.map(|target| target.bookmark.clone()),
                    ..Cell::new(style, String::new(), *end)
                }
            });
            self.rows.push(row(Kind::Body, cells.collect()));
        }
        // Name, capital figures, amount: over as many columns as there are.
        let before_last = ends.len().checked_sub(2).and_then(|place| ends.get(place)).copied();
        for total in &table.totals {
            let mut cells = Vec::new();
            match (table.sum_name(), before_last) {
                (Some(named), _) => {
                    let name_end = ends.get(named - 1).copied().unwrap_or(self.width());
                    cells.push(Cell::new(Key::TableHead, total.name.clone(), name_end));
                    if let Some(end) = before_last.filter(|end| *end > name_end) {
                        cells.push(Cell::new(Key::TableWords, total.words.clone(), end));
                    }
                }
                (None, Some(end)) => {
                    cells.push(Cell::new(Key::TableWords, format!("{}　{}", total.name, total.words), end));
                }
                (None, None) => {}
            }
            cells.push(Cell::new(Key::TableNumber, total.amount.grouped(), self.width()));
            self.rows.push(row(Kind::Total, cells));
        }
        self.hold(begin);
    }

    fn begin(&mut self, label: &str) -> usize {
        if !self.label.is_empty() {
            self.label.push_str("; ");
        }
        self.label.push_str(label);
        self.rows.len()
    }

    const fn width(&self) -> u32 {
        self.sheet.width()
    }

    /// A table that is no higher than a third of a page is kept on one: less than that stays empty. In others a head stays
    /// with the first two rows, a sum with the row over it, and the last rows stay together.
    fn hold(&mut self, begin: usize) {
        let padding = self.setting.padding();
        let heights: Vec<u32> = self.rows.iter().skip(begin).map(|row| row.height(padding)).collect();
        let whole = heights.iter().sum::<u32>() <= self.sheet.height() / 3;
        let least = self.sheet.height() / LEAST;
        let filled = heights.iter().rev().scan(0, |filled, height| Some(std::mem::replace(filled, *filled + height)));
        // As many stay, where there are enough for both pages.
        let bodies = self.rows.iter().skip(begin).filter(|row| row.kind != Kind::Head).count();
        let last_rows = filled.take_while(|filled| *filled < least).count();
        let last_rows = last_rows.min(bodies.saturating_sub(ROWS)).max(ROWS);
        let kinds: Vec<Kind> = self.rows.iter().map(|row| row.kind).collect();
        let mut before = Kind::Body;
        for (place, row) in self.rows.iter_mut().enumerate().skip(begin) {
            if let Some(next) = kinds.get(place + 1) {
                let first = before == Kind::Head;
                let last = place + last_rows >= kinds.len();
                row.held = whole || first || last || row.kind == Kind::Head || *next == Kind::Total;
            }
            before = row.kind;
        }
    }

    /// Keeps the last row on the page of what comes after the table.
    pub(super) fn hold_last(&mut self) {
        if let Some(last) = self.rows.last_mut() {
            last.held = true;
        }
    }

    /// Fills pages with the rows.
    pub(super) fn reckon(&self, page: &mut Page) {
        let height = |row: &Row| row.height(self.setting.padding());
        let head = self.rows.first().filter(|row| row.kind == Kind::Head).map_or(0, height);
        for row in &self.rows {
            if row.held {
                page.hold(height(row));
            } else if page.put(height(row)) {
                page.put(head);
            }
        }
    }

    /// The frame as a table.
    pub(super) fn draw(self) -> Element {
        let mut grid: Vec<u32> = self.rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.end)).collect();
        grid.order();
        grid.dedup();
        let columns = widths(&grid).map(|width| element("w:gridCol").with("w:w", width));
        let headed = self.rows.first().is_some_and(|row| row.kind == Kind::Head);
        let look = element("w:tblLook")
            .with("w:val", if headed { "0020" } else { "0000" })
            .with("w:firstRow", u8::from(headed))
            .with("w:lastRow", 0)
            .with("w:firstColumn", 0)
            .with("w:lastColumn", 0)
            .with("w:noHBand", 1)
            .with("w:noVBand", 1);
        let properties = element("w:tblPr")
            .child(val("w:tblStyle", Key::Ruled.set(self.setting)))
            .child(element("w:tblW").with("w:w", self.width()).with("w:type", "dxa"))
            .child(val("w:jc", "center"))
            .child(element("w:tblLayout").with("w:type", "fixed"))
            .child(look)
            .child(val("w:tblCaption", &self.label));
        let rows = self.rows.iter().enumerate().map(|(place, row)| row.draw(place, &grid));
        element("w:tbl").child(properties).child(element("w:tblGrid").children(columns)).children(rows)
    }
}

impl Row {
    fn height(&self, padding: (u32, u32)) -> u32 {
        let mut begin = 0;
        let heights = self.cells.iter().map(|cell| {
            let width = cell.end.saturating_sub(begin + 2 * padding.1 + SPARE).max(1);
            begin = cell.end;
            // Latin heads stand in Arial, which is wider.
            let size = if cell.style == Key::TableHead && cell.text.is_ascii() { 236 } else { 210 };
            let words = TABLE_LINE * lines_of(&cell.text, width, size);
            words.max(if cell.style == Key::TableOpinion { OPINION } else { 0 })
        });
        heights.max().unwrap_or(0) + 2 * padding.0 + RULE
    }

    fn draw(&self, place: usize, grid: &[u32]) -> Element {
        let mut properties = element("w:trPr").child(element("w:cantSplit"));
        if self.cells.iter().any(|cell| cell.style == Key::TableOpinion) {
            properties = properties.child(val("w:trHeight", OPINION).with("w:hRule", "atLeast"));
        }
        // Only the rows at the very top of a table can come again on the next page.
        if self.kind == Kind::Head && place == 0 {
            properties = properties.child(element("w:tblHeader"));
        }
        let mut begin = 0;
        let cells = self.cells.iter().map(|cell| {
            let span = grid.iter().filter(|edge| **edge > begin && **edge <= cell.end).count();
            let width = cell.end.saturating_sub(begin);
            begin = cell.end;
            cell.draw(width, span, self)
        });
        element("w:tr").child(properties).children(cells)
    }
}

impl Cell {
    const fn new(style: Key, text: String, end: u32) -> Self {
        Self { style, text, page_of: None, end }
    }

    fn draw(&self, width: u32, span: usize, row: &Row) -> Element {
        let mut properties = element("w:tcPr").child(element("w:tcW").with("w:w", width).with("w:type", "dxa"));
        if span > 1 {
            properties = properties.child(val("w:gridSpan", span));
        }
        if row.kind == Kind::Total {
            let heavy = val("w:top", "single").with("w:sz", HEAVY).with("w:space", 0).with("w:color", "auto");
            properties = properties.child(element("w:tcBorders").child(heavy));
        }
        let align = if self.style == Key::TableOpinion { "bottom" } else { "center" };
        properties = properties.child(val("w:vAlign", align));
        let held = row.held.then(|| element("w:keepNext"));
        let shown = match &self.page_of {
            Some(place) => Some(field(&format!(r"PAGEREF {place} \h"), &self.text)),
            None => runs(&self.text),
        };
        element("w:tc").child(properties).child(paragraph_with(self.style, held).children(shown))
    }
}

/// How wide each column must be for its widest figure, which is not divided.
fn figures(table: &Table, setting: Setting) -> Vec<u32> {
    let figure = |value: &Value, set| match (value, set) {
        (Value::Money(_), _) | (_, Set::Number) => width_of(&value.text(), 210) + 2 * setting.padding().1,
        _ => 0,
    };
    let column = |(place, column): (usize, &Column)| {
        table.rows.iter().filter_map(|row| row.get(place)).map(|value| figure(value, column.set)).max().unwrap_or(0)
    };
    table.columns.iter().enumerate().map(column).collect()
}

/// Where columns end, from their widths in per cent. Those of 0 share what is left; one whose figures need more than its
/// share has what they need.
fn ends(widths: &[u8], figures: &[u32], width: u32) -> Vec<u32> {
    let filled: u32 = widths.iter().map(|width| u32::from(*width)).sum();
    let figures = figures.iter().copied().chain(std::iter::repeat(0));
    let columns: Vec<(u8, u32)> = widths.iter().copied().zip(figures).collect();
    let mut open: Vec<u32> = columns.iter().filter(|(width, _)| *width == 0).map(|(_, figure)| *figure).collect();
    open.order();
    let mut left = width * 100u32.saturating_sub(filled) / 100;
    let mut share = left;
    while let Some(widest) = open.pop() {
        share = left / u32::try_from(open.len() + 1).unwrap_or(u32::MAX);
        if widest <= share {
            break;
        }
        left = left.saturating_sub(widest);
    }
    let mut end = 0;
    let mut ends: Vec<u32> = columns
        .into_iter()
        .map(|(filled, figure)| {
            end += match filled {
                0 => figure.max(share),
                filled => width * u32::from(filled) / 100,
            };
            end.min(width)
        })
        .collect();
    if let Some(last) = ends.last_mut() {
        *last = width;
    }
    ends
}

fn widths(ends: &[u32]) -> impl Iterator<Item = u32> {
    let begins = std::iter::once(&0).chain(ends);
    ends.iter().zip(begins).map(|(end, begin)| end.saturating_sub(*begin))
}
