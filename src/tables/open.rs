//! Whatever holds a table, opened: a pasted text, a text file, a workbook. Limits come before the work.

use crate::tables::cell::Sheet;
use crate::tables::encoding::{self, Encoding};
use crate::tables::separated;
#[cfg(not(target_arch = "wasm32"))]
use crate::tables::workbook;
use crate::text::{Text, text};

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 96 << 20;
/// The most lines of a sheet.
pub const MOST_LINES: usize = 300_000;
/// The most columns of a sheet.
pub const MOST_COLUMNS: usize = 1_000;

/// Why a file is not read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refused {
    /// There is nothing in it.
    Empty,
    /// It is larger than any list of this kind.
    TooLarge,
    /// It has more lines than are read.
    TooManyLines,
    /// It has more columns than are read.
    TooManyColumns,
    /// It unpacks to more than its kind ever does.
    Bomb,
    /// It is locked with a password.
    Locked,
    /// It has macros.
    Macros,
    /// It takes figures from other files.
    ExternalLinks,
    /// It is no table of a kind that is read.
    Foreign(&'static str),
    /// It is damaged, with what its reader said.
    Damaged(String),
}

impl Refused {
    /// What is wrong, and what to do.
    #[must_use]
    pub const fn message(&self) -> Text {
        match self {
            Self::Empty => text("文件是空的。", "The file is empty."),
            Self::TooLarge => text("文件超过96 MB，没有读。", "The file has more than 96 MB and was not read."),
            Self::TooManyLines => text(
                "表格超过30万行，没有读：请分成几个文件。",
                "The table has more than 300,000 rows and was not read: split it.",
            ),
            Self::TooManyColumns => {
                text("表格超过1,000列，没有读。", "The table has more than 1,000 columns and was not read.")
            }
            Self::Bomb => text(
                "文件解压后过大或与自述不符，没有读。",
                "The file unpacks to too much, or to other than it says, and was not read.",
            ),
            Self::Locked => {
                text("文件有密码，没有读：请去掉密码后再选。", "The file is locked with a password: remove it first.")
            }
            Self::Macros => text(
                "文件含宏，没有读：请另存为不含宏的xlsx。",
                "The file has macros and was not read: save it as xlsx without them.",
            ),
            Self::ExternalLinks => text(
                "文件引用了其他文件的数据，没有读：请把公式粘贴为数值后再选。",
                "The file takes figures from other files and was not read: paste them as values first.",
            ),
            Self::Foreign(_) => text(
                "不是能读的表格：请另存为xlsx、xls、ods、csv或tsv。",
                "Not a table that can be read: save it as xlsx, xls, ods, csv or tsv.",
            ),
            Self::Damaged(_) => text("文件已损坏或不完整，没有读。", "The file is damaged and was not read."),
        }
    }
}

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
    #[cfg(not(target_arch = "wasm32"))]
    if let Some(format) = workbook::format(bytes)? {
        return Ok(Opened { format, encoding: None, sheets: workbook::sheets(bytes, format)? });
    }
    for (mark, kind) in [
        (&b"PK\x03\x04"[..], "ZIP"),
        (b"\xd0\xcf\x11\xe0", "OLE"),
        (b"%PDF", "PDF"),
        (b"Rar!", "RAR"),
        (b"7z\xbc\xaf", "7z"),
        (b"\x89PNG", "PNG"),
        (b"\xff\xd8\xff", "JPEG"),
    ] {
        if bytes.starts_with(mark) {
            return Err(Refused::Foreign(kind));
        }
    }
    let encoding = encoding::detect(bytes).ok_or(Refused::Foreign("binary"))?;
    let text = encoding::decode(bytes, encoding);
    let head: String = text.trim_start().chars().take(200).collect::<String>().to_ascii_lowercase();
    if head.starts_with('<')
        && ["<html", "<!doctype", "<table", "<?xml", "<head", "<meta"].iter().any(|tag| head.contains(tag))
    {
        return Err(Refused::Foreign("HTML"));
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
