//! Whatever holds a table, opened: a pasted text, a text file, a workbook. Limits come before the work.

use crate::file_kind::FileKind;
use crate::tables::cell::Sheet;
use crate::tables::refused::{LARGEST, MOST_COLUMNS, MOST_LINES, Refused};
use crate::tables::separated;
use crate::tables::workbook;
use crate::text_encoding::{self, Decoded, Encoding};

/// A file that was opened.
#[derive(Clone, PartialEq, Debug)]
pub struct Opened {
    /// What it is: `csv`, `tsv`, `xlsx`, `xls`, `ods`.
    pub format: &'static str,
    /// How its text is written, of text.
    pub encoding: Option<Encoding>,
    /// Its sheets that have cells and are not hidden.
    pub sheets: Vec<Sheet>,
}

/// Opens a file by its bytes, whatever its name.
///
/// # Errors
/// When it is too large, no table, or may do harm.
pub fn open(bytes: &[u8]) -> Result<Opened, Refused> {
    if bytes.len() > LARGEST {
        return Err(Refused::TooLarge);
    }
    if let Some(format) = workbook::format(bytes)? {
        return Ok(Opened { format, encoding: None, sheets: workbook::sheets(bytes, format)? });
    }
    if let Some(kind) = FileKind::of(bytes) {
        return Err(Refused::Foreign(kind));
    }
    let Decoded { text, encoding, .. } = text_encoding::decode(bytes);
    // No table has characters of zero, whatever its encoding.
    if text.contains('\0') {
        return Err(Refused::NoText);
    }
    let (format, sheet) = text_sheet(&text)?;
    Ok(Opened { format, encoding: Some(encoding), sheets: vec![sheet] })
}

/// The sheet of a text: a pasted block, or a file that was decoded.
///
/// # Errors
/// When there is nothing in it, or too much.
pub fn text_sheet(text: &str) -> Result<(&'static str, Sheet), Refused> {
    if text.trim().is_empty() {
        return Err(Refused::Empty);
    }
    let separator = separated::separator(text);
    let mut lines = 1_usize;
    let (mut columns, mut widest) = (1_usize, 1_usize);
    for sign in text.chars() {
        if sign == separator {
            columns += 1;
            widest = widest.max(columns);
        } else if matches!(sign, '\n' | '\r' | '\u{2028}') {
            lines += 1;
            columns = 1;
        }
    }
    // A line end of two signs counts twice: no more is refused than is too much.
    if lines / 2 > MOST_LINES {
        return Err(Refused::TooManyLines);
    }
    if widest > MOST_COLUMNS {
        return Err(Refused::TooManyColumns);
    }
    let sheet = separated::sheet(text, separator);
    if sheet.lines.len() > MOST_LINES {
        return Err(Refused::TooManyLines);
    }
    Ok((if separator == '\t' { "tsv" } else { "csv" }, sheet))
}
