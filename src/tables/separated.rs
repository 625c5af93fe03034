//! Text as tables: cells parted by tabs, commas or semicolons, as a clipboard and a CSV file hold them.
//!
//! Not by the crate `csv`: it takes the quotes off a cell that merely begins with a quoted word (`"金盾"安保公司`), and does
//! not know the other line ends.

use std::borrow::Cow;

use crate::tables::cell::{Cell, Line};

/// What may part cells.
const SEPARATORS: [char; 4] = ['\t', ',', ';', '|'];

/// Signs that end a line.
fn ends_line(sign: char) -> bool {
    matches!(sign, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The sign that parts the cells of a text. A tab wherever there is one; else the sign that parts most lines into the
/// same number of cells. `sep=;` in the first line says it.
#[must_use]
pub fn separator(text: &str) -> char {
    if let Some(said) = text.strip_prefix("sep=").and_then(|rest| rest.chars().next()) {
        return said;
    }
    let head: String = text.chars().take(20_000).collect();
    if head.contains('\t') {
        return '\t';
    }
    let score = |separator: char| {
        let mut records = Records { rest: &head, separator };
        let mut counts: Vec<usize> = Vec::new();
        while let Some(record) = records.next_record(0).filter(|_| counts.len() < 30) {
            counts.push(record.len());
        }
        // Figures have commas too: what counts is that lines agree.
        let most = counts.iter().copied().max().unwrap_or(0);
        let agreeing = counts.iter().filter(|count| **count == most).count();
        if most < 2 { (0, 0) } else { (agreeing, most) }
    };
    SEPARATORS[1..].iter().copied().max_by_key(|sign| (score(*sign), *sign == ',')).unwrap_or(',')
}

/// The lines of a text.
struct Records<'a> {
    rest: &'a str,
    separator: char,
}

impl<'a> Records<'a> {
    /// The cells of the next line, as many as there may be; `None` at the end. A last line end adds no line.
    fn next_record(&mut self, likely: usize) -> Option<Vec<Cow<'a, str>>> {
        if self.rest.is_empty() {
            return None;
        }
        let mut record = Vec::with_capacity(likely);
        loop {
            let parts = |sign: char| sign == self.separator || ends_line(sign);
            let (cell, after) = quoted(self.rest, parts).unwrap_or_else(|| {
                let (cell, after) = self.rest.split_at(self.end_of_cell());
                (cell.into(), after)
            });
            record.push(cell);
            let mut signs = after.chars();
            match signs.next() {
                Some(sign) if sign == self.separator => self.rest = signs.as_str(),
                Some('\r') => {
                    self.rest = signs.as_str().strip_prefix('\n').unwrap_or(signs.as_str());
                    return Some(record);
                }
                _ => {
                    self.rest = signs.as_str();
                    return Some(record);
                }
            }
        }
    }

    /// Where a cell without quotes ends. Bytes are looked at, and signs only where one may begin that ends it.
    fn end_of_cell(&self) -> usize {
        let mut separator = [0; 4];
        let first = self.separator.encode_utf8(&mut separator).as_bytes()[0];
        let may_end = |byte: u8| byte == first || matches!(byte, b'\n' | b'\r' | 0xc2 | 0xe2);
        let ends = |at: &usize| {
            let sign = self.rest.get(*at..).and_then(|rest| rest.chars().next());
            sign.is_some_and(|sign| sign == self.separator || ends_line(sign))
        };
        let mut found = self.rest.bytes().enumerate().filter(|(_, byte)| may_end(*byte)).map(|(at, _)| at);
        found.find(ends).unwrap_or(self.rest.len())
    }
}

/// A cell in quotes, and what comes after it: a separator, a line end or nothing. Its own quotes are doubled. Nothing
/// where the quotes are but a part of the cell.
fn quoted(text: &str, parts: impl Fn(char) -> bool) -> Option<(Cow<'_, str>, &str)> {
    let text = text.strip_prefix('"')?;
    let mut end = text.find('"')?;
    while text[end + 1..].starts_with('"') {
        end += 2 + text[end + 2..].find('"')?;
    }
    let after = &text[end + 1..];
    (after.is_empty() || after.starts_with(parts)).then(|| (text[..end].replace("\"\"", "\"").into(), after))
}

/// The lines of a text, one after the other. They are counted as a spreadsheet counts them: a line end within a quoted
/// cell is none.
pub struct Lines<'a> {
    records: Records<'a>,
    count: usize,
    /// How many cells the last line had: the next is likely to have as many.
    width: usize,
}

impl<'a> Lines<'a> {
    /// Of a text whose cells `separator` parts.
    #[must_use]
    pub fn of(text: &'a str, separator: char) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // `sep=` counts as a line: it is one in the file, though no spreadsheet shows it.
        let rest = match text.strip_prefix("sep=") {
            Some(rest) => rest.trim_start_matches(|sign: char| !ends_line(sign)).trim_start_matches(ends_line),
            None => text,
        };
        Self { records: Records { rest, separator }, count: 0, width: 0 }
    }

    /// How many bytes are still to be read.
    #[must_use]
    pub const fn left(&self) -> usize {
        self.records.rest.len()
    }
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        let record = self.records.next_record(self.width)?;
        (self.count, self.width) = (self.count + 1, record.len());
        Some(Line { number: self.count, cells: record.iter().map(|cell| Cell::text(cell)).collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        Lines::of(text, separator(text)).map(|line| line.cells.iter().map(Cell::shown).collect()).collect()
    }

    #[test]
    fn lines_end_in_every_known_way() {
        for end in ["\n", "\r\n", "\r", "\u{2028}", "\u{85}"] {
            let text = format!("a\tb{end}c\td{end}");
            assert_eq!(cells(&text), [["a", "b"], ["c", "d"]], "{end:?}");
        }
        assert_eq!(cells("a\tb\n\t\n").len(), 2, "a line of empty cells is a line");
    }

    #[test]
    fn quotes_hold_a_cell_together_or_belong_to_it() {
        assert_eq!(cells("\"甲\n乙\"\tb"), [["甲\n乙", "b"]]);
        assert_eq!(cells("\"say \"\"so\"\"\"\tb"), [["say \"so\"", "b"]]);
        assert_eq!(cells("\"金盾\"安保公司\tb"), [["\"金盾\"安保公司", "b"]]);
        assert_eq!(cells("\"open\tb"), [["\"open", "b"]]);
    }

    #[test]
    fn the_separator_is_the_one_that_lines_agree_on() {
        assert_eq!(cells("a,b;c\n1,2;3\n"), [["a", "b;c"], ["1", "2;3"]]);
        assert_eq!(cells("name;sum\nx;\"1,200\"\ny;1,300,000\n")[1], ["x", "1,200"]);
        assert_eq!(cells("sep=;\na,1;b\n"), [["a,1", "b"]]);
        assert_eq!(cells("a|b\nc|d"), [["a", "b"], ["c", "d"]]);
    }
}
