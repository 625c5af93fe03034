//! The parts of a workbook's file, as any spreadsheet program writes them.

use std::fmt;
use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::office::xlsx::inputs::LAST_COLUMN;
use crate::office::xlsx::read::Unreadable;
use crate::order::Order;

/// The most that is unpacked of all parts together.
pub(in crate::office::xlsx) const LARGEST: u64 = 256 << 20;
/// The most cells, strings and rows that are read.
const MOST_CELLS: usize = 4_000_000;
const MOST_ROWS: u32 = 300_000;
/// The most sheets; ours have some fifty.
const MOST_SHEETS: usize = 1_000;

/// What a cell holds, as it stands in the file.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::office::xlsx) enum Raw {
    /// Digits.
    Number(String),
    Text(String),
    Truth(bool),
    /// A day as ISO 8601 writes it.
    Day(String),
    /// An error such as `#VALUE!`.
    Fault(String),
    /// A formula without its value.
    Unworked,
}

impl Raw {
    pub(in crate::office::xlsx) fn words(&self) -> &str {
        match self {
            Self::Number(words) | Self::Text(words) | Self::Day(words) | Self::Fault(words) => words,
            Self::Unworked => "=",
            Self::Truth(true) => "true",
            Self::Truth(false) => "false",
        }
    }
}

/// The cells of a sheet that hold something, by row and then by column.
pub(in crate::office::xlsx) struct Cells(pub(in crate::office::xlsx) Vec<((u32, u16), Raw)>);

impl Cells {
    pub(in crate::office::xlsx) fn at(&self, row: u32, column: u16) -> Option<&Raw> {
        let place = self.0.binary_search_by_key(&(row, column), |(at, _)| *at).ok()?;
        Some(&self.0[place].1)
    }

    pub(in crate::office::xlsx) fn words(&self, row: u32, column: u16) -> &str {
        self.at(row, column).map_or("", Raw::words)
    }

    pub(in crate::office::xlsx) fn all(&self) -> &[((u32, u16), Raw)] {
        &self.0
    }

    /// The cells below a row.
    pub(in crate::office::xlsx) fn below(&self, row: u32) -> &[((u32, u16), Raw)] {
        &self.0[self.0.partition_point(|((other, _), _)| *other <= row)..]
    }

    /// The cells of a row, by their columns.
    pub(in crate::office::xlsx) fn row(&self, row: u32) -> impl Iterator<Item = (u16, &Raw)> {
        let first = self.0.partition_point(|((other, _), _)| *other < row);
        self.0[first..].iter().take_while(move |((other, _), _)| *other == row).map(|((_, column), raw)| (*column, raw))
    }

    /// The rows that hold something.
    pub(in crate::office::xlsx) fn rows(&self) -> impl Iterator<Item = u32> {
        self.0.chunk_by(|((row, _), _), ((other, _), _)| row == other).filter_map(|cells| Some(cells.first()?.0.0))
    }
}

/// A workbook's parts.
pub(in crate::office::xlsx) struct File<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    strings: Vec<String>,
    /// Whether days are counted from 1904.
    pub(in crate::office::xlsx) from_1904: bool,
    /// What may still be unpacked and read.
    room: u64,
    cells: usize,
}

fn damaged(why: impl fmt::Display) -> Unreadable {
    Unreadable::Damaged(why.to_string())
}

impl<'a> File<'a> {
    pub(in crate::office::xlsx) fn open(bytes: &'a [u8], room: u64) -> Result<Self, Unreadable> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        let mut file = Self { zip, strings: Vec::new(), from_1904: false, room, cells: 0 };
        file.read_strings()?;
        Ok(file)
    }

    /// Goes through a part event by event; `false` ends it. A part that is not there has none.
    fn each(
        &mut self,
        part: &str,
        mut look: impl FnMut(&Event<'_>) -> Result<bool, Unreadable>,
    ) -> Result<(), Unreadable> {
        let Ok(entry) = self.zip.by_name(part) else { return Ok(()) };
        let mut xml = Reader::from_reader(BufReader::new(entry.take(self.room)));
        xml.config_mut().expand_empty_elements = true;
        let mut buffer = Vec::new();
        loop {
            let event = xml.read_event_into(&mut buffer).map_err(damaged)?;
            if matches!(event, Event::Eof) || !look(&event)? {
                break;
            }
            buffer.clear();
        }
        let read = xml.buffer_position();
        if read >= self.room {
            return Err(Unreadable::TooLarge);
        }
        self.room -= read;
        Ok(())
    }

    /// Names and parts of the sheets, in their order.
    pub(in crate::office::xlsx) fn sheets(&mut self) -> Result<Vec<(String, String)>, Unreadable> {
        let mut targets: Vec<(String, String)> = Vec::new();
        self.each("xl/_rels/workbook.xml.rels", |event| {
            if let Event::Start(tag) = event
                && tag.local_name().as_ref() == "Relationship"
                && let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target"))
            {
                let part = match target.strip_prefix('/') {
                    Some(absolute) => absolute.to_owned(),
                    None => format!("xl/{target}"),
                };
                targets.push((id, part));
            }
            Ok(true)
        })?;
        let (mut sheets, mut from_1904) = (Vec::new(), false);
        self.each("xl/workbook.xml", |event| {
            if let Event::Start(tag) = event {
                match tag.local_name().as_ref() {
                    "workbookPr" => {
                        from_1904 = attribute(tag, "date1904").is_some_and(|value| value == "1" || value == "true");
                    }
                    "sheet" => {
                        if let (Some(name), Some(id)) = (attribute(tag, "name"), attribute(tag, "id"))
                            && let Some((_, part)) = targets.iter().find(|(other, _)| *other == id)
                        {
                            if sheets.len() >= MOST_SHEETS {
                                return Err(Unreadable::TooLarge);
                            }
                            sheets.push((name, part.clone()));
                        }
                    }
                    _ => {}
                }
            }
            Ok(true)
        })?;
        self.from_1904 = from_1904;
        if sheets.is_empty() { Err(damaged("xl/workbook.xml")) } else { Ok(sheets) }
    }

    fn read_strings(&mut self) -> Result<(), Unreadable> {
        let mut strings: Vec<String> = Vec::new();
        let (mut text, mut reading, mut sound) = (String::new(), false, 0);
        self.each("xl/sharedStrings.xml", |event| {
            match event {
                Event::Start(tag) => match tag.local_name().as_ref() {
                    "si" => text.clear(),
                    "rPh" => sound += 1,
                    "t" => reading = sound == 0,
                    _ => {}
                },
                Event::End(tag) => match tag.local_name().as_ref() {
                    "si" => {
                        if strings.len() >= MOST_CELLS {
                            return Err(Unreadable::TooLarge);
                        }
                        strings.push(unescape(&text));
                    }
                    "rPh" => sound -= 1,
                    "t" => reading = false,
                    _ => {}
                },
                event if reading => add(&mut text, event),
                _ => {}
            }
            Ok(true)
        })?;
        self.strings = strings;
        Ok(())
    }

    /// The cells of a sheet.
    pub(in crate::office::xlsx) fn cells(&mut self, part: &str) -> Result<Cells, Unreadable> {
        let strings = std::mem::take(&mut self.strings);
        let mut cells: Vec<((u32, u16), Raw)> = Vec::new();
        let mut room = MOST_CELLS.saturating_sub(self.cells);
        // A shared string is written once and may be said in every cell: each time counts as unpacked.
        let (all, mut spare) = (self.room, self.room);
        let (mut row, mut column, mut kind) = (0_u32, 0_u16, String::new());
        let (mut text, mut reading, mut sound) = (String::new(), false, 0);
        let mut worked = false;
        // Rows and cells may leave out where they are: then they follow the one before.
        let (mut next_row, mut next_column) = (0_u32, 0_u16);
        let done = self.each(part, |event| {
            match event {
                Event::Start(tag) => match tag.local_name().as_ref() {
                    "row" => {
                        let filled =
                            attribute(tag, "r").and_then(|r| r.parse::<u32>().ok()).and_then(|r| r.checked_sub(1));
                        row = filled.unwrap_or(next_row);
                        if row >= MOST_ROWS {
                            return Err(Unreadable::TooLarge);
                        }
                        (next_row, next_column) = (row + 1, 0);
                    }
                    "c" => {
                        column = attribute(tag, "r").and_then(|r| column_of(&r)).unwrap_or(next_column);
                        next_column = column.saturating_add(1);
                        kind = attribute(tag, "t").unwrap_or_default();
                        worked = false;
                        text.clear();
                    }
                    "f" => worked = true,
                    "v" => reading = true,
                    "t" => reading = sound == 0,
                    "rPh" => sound += 1,
                    _ => {}
                },
                Event::End(tag) => match tag.local_name().as_ref() {
                    "c" => {
                        // A formula of words may give none; one of figures always has a value.
                        if (text.is_empty() && (!worked || kind == "str")) || column > LAST_COLUMN {
                            return Ok(true);
                        }
                        room = room.checked_sub(1).ok_or(Unreadable::TooLarge)?;
                        let raw = match kind.as_str() {
                            _ if text.is_empty() => Raw::Unworked,
                            "d" => Raw::Day(text.trim().to_owned()),
                            "s" => {
                                let index = text.trim().parse::<usize>().map_err(damaged)?;
                                let words = strings.get(index).ok_or_else(|| damaged("sharedStrings"))?;
                                let length = u64::try_from(words.len()).unwrap_or(u64::MAX);
                                spare = spare.checked_sub(length).ok_or(Unreadable::TooLarge)?;
                                Raw::Text(words.clone())
                            }
                            "inlineStr" | "str" => Raw::Text(unescape(&text)),
                            "b" => Raw::Truth(matches!(text.trim(), "1" | "true")),
                            "e" => Raw::Fault(text.clone()),
                            _ => Raw::Number(text.trim().to_owned()),
                        };
                        if !raw.words().is_empty() {
                            cells.push(((row, column), raw));
                        }
                    }
                    "v" | "t" => reading = false,
                    "rPh" => sound -= 1,
                    "sheetData" => return Ok(false),
                    _ => {}
                },
                event if reading => add(&mut text, event),
                _ => {}
            }
            Ok(true)
        });
        self.strings = strings;
        self.cells = MOST_CELLS - room;
        done?;
        self.room = self.room.checked_sub(all - spare).ok_or(Unreadable::TooLarge)?;
        cells.order_by_key(|(at, _)| *at);
        Ok(Cells(cells))
    }
}

/// Adds what an event says in words.
fn add(text: &mut String, event: &Event<'_>) {
    /// More than a cell can hold.
    const MOST: usize = 1 << 18;
    if text.len() > MOST {
        return;
    }
    match event {
        Event::Text(words) => text.push_str(&words.xml10_content()),
        Event::CData(words) => text.push_str(&words.xml10_content()),
        Event::GeneralRef(name) => match name.resolve_char_ref() {
            Ok(Some(sign)) => text.push(sign),
            _ => match name.xml10_content().as_ref() {
                "amp" => text.push('&'),
                "lt" => text.push('<'),
                "gt" => text.push('>'),
                "quot" => text.push('"'),
                "apos" => text.push('\''),
                _ => {}
            },
        },
        _ => {}
    }
}

/// An attribute; one longer than any name or reference is passed over.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    const LONGEST: usize = 1 << 10;
    let mut attributes = tag.attributes().flatten();
    let attribute = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    if attribute.value.len() > LONGEST {
        return None;
    }
    attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// The column of `B7`, from 0.
fn column_of(cell: &str) -> Option<u16> {
    let letters: Vec<u8> = cell.bytes().take_while(u8::is_ascii_uppercase).collect();
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let number = letters.iter().fold(0_u32, |number, letter| number * 26 + u32::from(letter - b'A') + 1);
    u16::try_from(number - 1).ok()
}

/// The signs that the format writes as `_x000D_`.
fn unescape(text: &str) -> String {
    if !text.contains("_x") {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(place) = rest.find("_x") {
        let (before, after) = rest.split_at(place);
        plain.push_str(before);
        let code = after.get(2..6).filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let sign = code
            .filter(|_| after.as_bytes().get(6) == Some(&b'_'))
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32);
        match sign {
            Some(sign) => {
                plain.push(sign);
                rest = &after[7..];
            }
            None => {
                plain.push_str("_x");
                rest = &after[2..];
            }
        }
    }
    plain + rest
}
