//! Whatever holds a table, opened: a pasted text, a text file, a workbook. Limits come before the work.

use crate::file_kind::FileKind;
use crate::pause::{Pause, Straight, at_once};
use crate::tables::cell::Sheet;
use crate::tables::refused::{LARGEST, MOST_COLUMNS, MOST_LINES, Refused, go_on};
use crate::tables::separated::{self, Lines};
use crate::tables::workbook;
use crate::text_encoding::{self, Decoded, Encoding, Gb18030};

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

/// Opens a file.
///
/// # Errors
/// When it is too large, no table, or may do harm.
pub fn open(bytes: &[u8]) -> Result<Opened, Refused> {
    at_once(open_in_turns(bytes, &mut Straight))
}

/// The same with pauses between steps, none of which takes long but for workbooks of older kinds.
///
/// # Errors
/// When it is too large, no table, may do harm, or is not wanted any more.
pub async fn open_in_turns(bytes: &[u8], pause: &mut dyn Pause) -> Result<Opened, Refused> {
    if bytes.len() > LARGEST {
        return Err(Refused::TooLarge);
    }
    if let Some(format) = workbook::format(bytes)? {
        let sheets = workbook::sheets(bytes, format, pause).await?;
        return Ok(Opened { format, encoding: None, sheets });
    }
    if let Some(kind) = FileKind::of(bytes) {
        return Err(Refused::Foreign(kind));
    }
    let (text, encoding) = text(bytes, pause).await?;
    // No table has characters of zero, whatever its encoding.
    if text.contains('\0') {
        return Err(Refused::NoText);
    }
    let mut reader = TextReader::begin(&text)?;
    while reader.step()? {
        go_on(pause, DECODED + reader.percent() * (100 - DECODED) / 100).await?;
    }
    let (format, sheet) = reader.end();
    Ok(Opened { format, encoding: Some(encoding), sheets: vec![sheet] })
}

/// How much of the work is done once a text is decoded, in per cent.
const DECODED: usize = 20;

async fn text(bytes: &[u8], pause: &mut dyn Pause) -> Result<(String, Encoding), Refused> {
    /// How many bytes are decoded in a step.
    const STEP: usize = 1 << 18;
    if text_encoding::encoding(bytes) != Encoding::Gb18030 {
        let Decoded { text, encoding, .. } = text_encoding::decode(bytes);
        return Ok((text, encoding));
    }
    let (mut text, mut decoder) = (String::with_capacity(bytes.len() / 2 * 3), Gb18030::default());
    for (step, some) in (1..).zip(bytes.chunks(STEP)) {
        text.push_str(&decoder.decode(some, step * STEP >= bytes.len()));
        go_on(pause, (step * STEP).saturating_mul(DECODED) / bytes.len()).await?;
    }
    Ok((text, Encoding::Gb18030))
}

/// The sheet of a text: a pasted block, or a file that was decoded.
///
/// # Errors
/// When there is nothing in it, or too much.
pub fn text_sheet(text: &str) -> Result<(&'static str, Sheet), Refused> {
    let mut reader = TextReader::begin(text)?;
    while reader.step()? {}
    Ok(reader.end())
}

/// A text that is read as a table step by step, none of which takes long.
struct TextReader<'a> {
    separator: char,
    /// What is still to be weighed: nothing is read before it is known not to be too much.
    unweighed: &'a str,
    line_ends: usize,
    columns: usize,
    lines: Lines<'a>,
    all: usize,
    sheet: Sheet,
}

impl<'a> TextReader<'a> {
    /// How much is weighed in a step, in bytes, and how many lines are read.
    const WEIGHED: usize = 1 << 19;
    const READ: usize = 500;

    fn begin(text: &'a str) -> Result<Self, Refused> {
        if text.trim().is_empty() {
            return Err(Refused::Empty);
        }
        let separator = separated::separator(text);
        let lines = Lines::of(text, separator);
        let (all, sheet) = (text.len(), Sheet::default());
        Ok(Self { separator, unweighed: text, line_ends: 0, columns: 1, lines, all, sheet })
    }

    /// How much of the text was read, in per cent.
    fn percent(&self) -> usize {
        (self.all - self.lines.left()).saturating_mul(100).checked_div(self.all).unwrap_or(100)
    }

    /// Takes a step; false at the end.
    fn step(&mut self) -> Result<bool, Refused> {
        if !self.unweighed.is_empty() {
            let (some, rest) = self.unweighed.split_at(self.unweighed.floor_char_boundary(Self::WEIGHED));
            self.unweighed = rest;
            return self.weigh(some).map(|()| true);
        }
        let before = self.sheet.lines.len();
        self.sheet.lines.extend(self.lines.by_ref().take(Self::READ));
        if self.sheet.lines.len() > MOST_LINES {
            return Err(Refused::TooManyLines);
        }
        Ok(self.sheet.lines.len() == before + Self::READ)
    }

    fn end(self) -> (&'static str, Sheet) {
        (if self.separator == '\t' { "tsv" } else { "csv" }, self.sheet)
    }

    fn weigh(&mut self, text: &str) -> Result<(), Refused> {
        for sign in text.chars() {
            if sign == self.separator {
                self.columns += 1;
                if self.columns > MOST_COLUMNS {
                    return Err(Refused::TooManyColumns);
                }
            } else if matches!(sign, '\n' | '\r' | '\u{2028}') {
                self.line_ends += 1;
                self.columns = 1;
            }
        }
        // A line end of two signs counts twice: no more is refused than is too much.
        if self.line_ends / 2 > MOST_LINES { Err(Refused::TooManyLines) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use std::future::{Future, ready};
    use std::pin::Pin;

    use super::{open, open_in_turns};
    use crate::pause::{Pause, at_once};
    use crate::tables::refused::Refused;

    /// So many turns, and no more.
    struct Turns(usize);

    impl Pause for Turns {
        fn pause(&mut self, percent: usize) -> Pin<Box<dyn Future<Output = bool> + '_>> {
            assert!(percent <= 100);
            self.0 = self.0.saturating_sub(1);
            Box::pin(ready(self.0 > 0))
        }
    }

    #[test]
    fn a_list_in_gb18030_is_read_in_turns_and_can_be_stopped() {
        let text = "企业名称,首次纳税日期\r\n".to_owned() + &"密云科技有限公司,2023-05-01\r\n".repeat(40_000);
        let (bytes, ..) = encoding_rs::GB18030.encode(&text);
        let mut turns = Turns(1_000);
        let opened = at_once(open_in_turns(&bytes, &mut turns));
        assert_eq!(opened, open(&bytes));
        assert_eq!(
            opened,
            open(text.as_bytes()).map(|of_text| super::Opened { encoding: Some(super::Encoding::Gb18030), ..of_text })
        );
        assert!(turns.0 < 920, "a turn for some hundred lines at least");
        for few in [1, 3, 20] {
            assert_eq!(at_once(open_in_turns(&bytes, &mut Turns(few))), Err(Refused::Stopped));
        }
    }
}
