//! The check sheet as a workbook: its tables one below another, where the boxes to tick are lists to choose from.

use crate::office::xlsx::book::{Align, Book, Content, Look, Sheet, area};
use crate::office::xlsx::inputs::Names;
use crate::office::xlsx::sheets::font;
use crate::office::xlsx::sheets::look::{CELL, HEAD, HEADING, INPUT, NOTE, TITLE};
use crate::packet::{Block, Value, Volume, is_to_tick};
use crate::text::{Text, text};

/// What a box to tick takes.
const TICKS: Text = text("符,不符,待补", "yes,no,to be supplied");
const TICK: Text = text("选一项", "Choose one");

/// Writes the check sheet that [`crate::packet::Packet::sheet`] gives.
///
/// # Errors
/// When the file cannot be packed.
pub fn check_sheet(volume: &Volume<'_>) -> Result<Vec<u8>, String> {
    let lang = volume.lang;
    let blocks = || volume.parts.iter().flat_map(|part| &part.blocks);
    let tables = blocks().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    // All have the same columns; a hundredth of the paper is a little more than a sign.
    let widths = tables.map(|table| table.columns.iter().map(|column| u16::from(column.width) * 3 / 2));
    let widths: Vec<u16> = widths.max_by_key(|widths| widths.len()).into_iter().flatten().collect();
    let last = u16::try_from(widths.len().saturating_sub(1)).unwrap_or(0);
    let mut sheet = Sheet::new(&Names::default().take(&volume.title), &widths);
    sheet.landscape = true;
    sheet.frozen = (2, 1);
    let mut book = Book::new(font(lang));
    book.title.clone_from(&volume.title);
    book.head = [volume.running(), volume.seal.code.clone()];
    book.foot = [volume.seal.edition.to_owned(), "&P / &N".to_owned()];
    book.sheets.push(sheet);
    book.put(0, 0, volume.title.as_str().into(), TITLE);
    book.put(1, 0, volume.name.into(), HEADING);
    let mut row = 2;
    for block in blocks() {
        match block {
            Block::Heading(words) => {
                row += 1;
                book.put(row, 0, words.as_str().into(), HEADING);
            }
            Block::Note(words) | Block::Paragraph(words) => {
                book.put(row, 0, words.as_str().into(), NOTE);
                if let Some(sheet) = book.sheet() {
                    sheet.merge(row, 0, last);
                    sheet.height(row, 34);
                }
            }
            Block::Table(table) => {
                for (place, column) in (0..).zip(&table.columns) {
                    book.put(row, place, column.head.as_str().into(), HEAD);
                }
                for values in &table.rows {
                    row += 1;
                    for (place, value) in (0..).zip(values) {
                        put(&mut book, (row, place), value, volume);
                    }
                }
            }
            Block::List(_) | Block::Contents(_) | Block::Pairs(_) | Block::Sign { .. } => continue,
        }
        row += 1;
    }
    book.save()
}

fn put(book: &mut Book, (row, place): (u32, u16), value: &Value, volume: &Volume<'_>) {
    let lang = volume.lang;
    if is_to_tick(value, lang) {
        book.put(row, place, Content::Blank, Look { align: Align::Middle, ..INPUT });
        if let Some(sheet) = book.sheet() {
            let list = format!("\"{}\"", TICKS.get(lang));
            sheet.choose(area((row, place), (row, place)), &list, TICK.get(lang), TICK.get(lang));
        }
        return;
    }
    let words = value.text();
    let look = if words.is_empty() { INPUT } else { CELL };
    book.put(row, place, if words.is_empty() { Content::Blank } else { words.into() }, look);
}
