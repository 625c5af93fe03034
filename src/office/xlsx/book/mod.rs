//! A workbook as the parts of Office Open XML (ECMA-376): just what this program writes, to the byte the same each time.

mod parts;

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};

use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

use crate::date::Date;
use crate::office::xlsx::book::parts::{OFFICE, PACKAGE};
use crate::packet::html::is_held;

/// How a number is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Number {
    /// As it is.
    #[default]
    General,
    /// `1,628,000.00`.
    Money,
    /// `1,200.50`.
    Area,
    /// `55.00%`.
    Share,
    /// `1,200`.
    Count,
    /// `2024`.
    Year,
    /// `2024-03-18`.
    Day,
    /// What is typed stays text.
    Text,
}

impl Number {
    const ALL: [(Self, &'static str); 8] = [
        (Self::General, "General"),
        (Self::Money, "#,##0.00"),
        (Self::Area, "#,##0.00####"),
        (Self::Share, "0.00######%"),
        (Self::Count, "#,##0"),
        (Self::Year, "0"),
        (Self::Day, "yyyy-mm-dd"),
        (Self::Text, "@"),
    ];

    fn id(self) -> usize {
        // Numbers below 164 are built in.
        match Self::ALL.iter().position(|(other, _)| *other == self) {
            Some(0) | None => 0,
            Some(place) => 163 + place,
        }
    }
}

/// Where words stand in a cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Align {
    /// Words left, numbers right.
    #[default]
    Own,
    /// In the middle.
    Middle,
    /// On the left.
    Left,
    /// On the right.
    Right,
}

/// How a cell looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Look {
    pub number: Number,
    pub align: Align,
    pub bold: bool,
    /// In points; 0 is the usual size.
    pub size: u8,
    /// RGB of the letters; 0 is black.
    pub ink: u32,
    /// RGB behind them; 0 is none.
    pub fill: u32,
    pub ruled: bool,
    pub wrap: bool,
    /// Whether it can be typed into where a sheet is protected.
    pub open: bool,
}

/// What a cell holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Content {
    Blank,
    Text(String),
    /// In decimal digits.
    Number(String),
    Truth(bool),
    /// A formula without its `=`, and what it comes to.
    Formula(String, Box<Content>),
}

impl From<&str> for Content {
    fn from(words: &str) -> Self {
        Self::Text(words.to_owned())
    }
}

impl From<String> for Content {
    fn from(words: String) -> Self {
        Self::Text(words)
    }
}

/// What cells take.
#[derive(Default)]
enum Takes {
    #[default]
    Anything,
    /// One of what stands in an area.
    OneOf(String),
    /// What a formula over the first of them holds of.
    Where(String),
}

/// Cells that take only some answers, or that say what they are for when one goes there.
#[derive(Default)]
struct Choice {
    area: String,
    takes: Takes,
    title: String,
    message: String,
    /// What is said beside the cell.
    hint: String,
}

/// Who sees a sheet.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Seen {
    #[default]
    Shown,
    /// Not even in the list of hidden sheets.
    Never,
}

/// A sheet.
#[derive(Default)]
pub(super) struct Sheet {
    pub name: String,
    cells: BTreeMap<(u32, u16), (Content, usize)>,
    /// Columns from the first: width in characters, and whether they are hidden.
    pub columns: Vec<(u16, bool)>,
    heights: BTreeMap<u32, u16>,
    hidden_rows: Vec<u32>,
    merges: Vec<String>,
    choices: Vec<Choice>,
    /// Areas that turn red, with the formula that says when.
    alarms: Vec<(String, String)>,
    /// Rows and columns that stay while one scrolls.
    pub frozen: (u32, u16),
    /// First and last row that every printed page repeats.
    pub repeated: Option<(u32, u32)>,
    /// The last column that is printed.
    pub last_column: u16,
    /// The last row that is printed, where it is not the last one.
    pub printed_to: Option<u32>,
    pub landscape: bool,
    pub guarded: bool,
    pub seen: Seen,
    /// RGB of its tab; 0 is none.
    pub tab: u32,
}

impl Sheet {
    pub(super) fn new(name: &str, widths: &[u16]) -> Self {
        Self {
            name: name.to_owned(),
            columns: widths.iter().map(|width| (*width, false)).collect(),
            last_column: u16::try_from(widths.len().saturating_sub(1)).unwrap_or(0),
            ..Self::default()
        }
    }

    pub(super) fn height(&mut self, row: u32, points: u16) {
        self.heights.insert(row, points);
    }

    pub(super) fn hide_row(&mut self, row: u32) {
        self.hidden_rows.push(row);
    }

    pub(super) fn merge(&mut self, row: u32, from: u16, to: u16) {
        if from < to {
            self.merges.push(area((row, from), (row, to)));
        }
    }

    /// The cells of an area take what stands in `list`.
    pub(super) fn choose(&mut self, area: String, list: &str, title: &str, message: &str) {
        self.refuse(area, Takes::OneOf(list.to_owned()), title, message);
    }

    /// The cells of an area take what a formula over the first of them holds of.
    pub(super) fn test(&mut self, area: String, holds: String, title: &str, message: &str) {
        self.refuse(area, Takes::Where(holds), title, message);
    }

    fn refuse(&mut self, area: String, takes: Takes, title: &str, message: &str) {
        let (title, message) = (title.to_owned(), message.to_owned());
        self.choices.push(Choice { area, takes, title, message, hint: String::new() });
    }

    /// The cells of an area say what they are for; they take what stands in `list`, where there is one.
    pub(super) fn explain(&mut self, area: String, list: Option<String>, hint: String) {
        let takes = list.map_or(Takes::Anything, Takes::OneOf);
        self.choices.push(Choice { area, takes, hint, ..Choice::default() });
    }

    pub(super) fn alarm(&mut self, area: String, when: String) {
        self.alarms.push((area, when));
    }

    fn last_row(&self) -> u32 {
        self.cells.last_key_value().map_or(0, |((row, _), _)| *row)
    }
}

/// A workbook.
pub(super) struct Book {
    pub sheets: Vec<Sheet>,
    /// Names and what they refer to.
    pub names: Vec<(String, String)>,
    looks: Vec<Look>,
    /// Printed at the top of every page, left and right.
    pub head: [String; 2],
    /// The right one may hold codes, such as `&P` for the page.
    pub foot: [String; 2],
    pub title: String,
    pub made: Option<Date>,
    /// The letters of every cell.
    pub font: &'static str,
}

impl Book {
    pub(super) fn new(font: &'static str) -> Self {
        Self {
            sheets: Vec::new(),
            names: Vec::new(),
            looks: vec![Look::default()],
            head: Default::default(),
            foot: Default::default(),
            title: String::new(),
            made: None,
            font,
        }
    }

    /// Writes a cell of the sheet that was added last.
    #[inline(never)]
    pub(super) fn put(&mut self, row: u32, column: u16, content: Content, look: Look) {
        let style = self.looks.iter().position(|other| *other == look).unwrap_or_else(|| {
            self.looks.push(look);
            self.looks.len() - 1
        });
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.cells.insert((row, column), (content, style));
        }
    }

    /// The sheet that was added last.
    pub(super) fn sheet(&mut self) -> Option<&mut Sheet> {
        self.sheets.last_mut()
    }

    /// Leaves out what formulas come to, so that only a program that works them out can know it.
    #[cfg(test)]
    pub(super) fn forget(&mut self) {
        for (content, _) in self.sheets.iter_mut().flat_map(|sheet| sheet.cells.values_mut()) {
            if let Content::Formula(_, result) = content {
                **result = Content::Blank;
            }
        }
    }

    /// The file.
    pub(super) fn save(&self) -> Result<Vec<u8>, String> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        let mut part = |name: &str, body: String| -> Result<(), String> {
            zip.start_file(name, options).map_err(|error| error.to_string())?;
            let head = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
            zip.write_all(format!("{head}\n{body}").as_bytes()).map_err(|error| error.to_string())
        };
        part("[Content_Types].xml", self.types())?;
        part(
            "_rels/.rels",
            format!(
                r#"<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#
            ),
        )?;
        part("docProps/core.xml", self.properties())?;
        part("xl/workbook.xml", self.workbook())?;
        part("xl/_rels/workbook.xml.rels", self.relations())?;
        part("xl/styles.xml", self.styles())?;
        for (index, sheet) in self.sheets.iter().enumerate() {
            part(&format!("xl/worksheets/sheet{}.xml", index + 1), self.worksheet(sheet, index == 0))?;
        }
        zip.finish().map(Cursor::into_inner).map_err(|error| error.to_string())
    }
}

pub(super) const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
/// Words as XML holds them; what files do not hold is left out.
pub(super) fn escape(words: &str) -> String {
    let mut xml = String::with_capacity(words.len());
    for sign in words.chars() {
        match sign {
            '&' => xml += "&amp;",
            '<' => xml += "&lt;",
            '>' => xml += "&gt;",
            '"' => xml += "&quot;",
            sign if is_held(sign) => xml.push(sign),
            _ => {}
        }
    }
    xml
}

/// `A`, `Z`, `AA`.
pub(super) fn column_name(column: u16) -> String {
    let mut name = String::new();
    let mut rest = u32::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        name.insert(0, char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    name
}

/// `B5:F24`.
pub(super) fn area(from: (u32, u16), to: (u32, u16)) -> String {
    format!("{}{}:{}{}", column_name(from.1), from.0 + 1, column_name(to.1), to.0 + 1)
}
