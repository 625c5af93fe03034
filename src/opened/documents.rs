//! Many drafts in one input: one a line (JSON Lines), one spread over many lines, one after the other, or a list.

use std::collections::VecDeque;
use std::io::{self, BufRead, Cursor};

use crate::file_kind::FileKind;
use crate::json;
use crate::opened::{self, LARGEST, Opened, Unopened};
use crate::text_encoding::{self, Decoded, Place};

/// One document of an input.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Document {
    /// The line of the input that it begins on, from 1.
    pub line: usize,
    content: Content,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Content {
    Text {
        text: String,
        broken: Option<Place>,
    },
    /// An archive, a workbook, or a file of another program: it is the whole input.
    Bytes(Vec<u8>),
}

impl Document {
    /// Opens it as [`opened::open`] does; places are those of the whole input.
    ///
    /// # Errors
    /// With what is wrong with it.
    pub fn open(self) -> Result<Opened, Unopened> {
        match self.content {
            Content::Bytes(bytes) => opened::open(&bytes),
            Content::Text { text, broken } => {
                opened::open_decoded(&text, broken).map_err(|why| why.below(self.line.saturating_sub(1)))
            }
        }
    }
}

/// The documents of an input, read as they are asked for. What cannot be read is a document too, which does not open,
/// and the next begins where a line holds a whole draft.
pub struct Documents<R> {
    input: Input<R>,
    /// Lines that have been decoded and not been looked at.
    lines: VecDeque<Line>,
    line: usize,
    ready: VecDeque<Document>,
    current: Current,
}

enum Input<R> {
    Stream(R),
    /// What was in UTF-16, in UTF-8.
    Decoded(Cursor<Vec<u8>>),
    Done,
}

struct Line {
    text: String,
    broken: Option<usize>,
}

/// The document that is being put together.
#[derive(Default)]
struct Current {
    text: String,
    line: usize,
    broken: Option<Place>,
    depth: usize,
    in_words: bool,
    escaped: bool,
    /// Within a list: its items are the documents.
    listed: bool,
}

impl<R: BufRead> Documents<R> {
    /// The documents of an input.
    ///
    /// # Errors
    /// When the input cannot be read.
    pub fn of(mut input: R) -> io::Result<Self> {
        let start = input.fill_buf()?;
        let whole = FileKind::of(start).is_some();
        let wide = matches!(start, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [_, 0, ..] | [0, _, ..]);
        let mut documents = Self {
            input: Input::Done,
            lines: VecDeque::new(),
            line: 0,
            ready: VecDeque::new(),
            current: Current::default(),
        };
        if !whole && !wide {
            documents.input = Input::Stream(input);
            return Ok(documents);
        }
        let mut bytes = Vec::new();
        input.read_to_end(&mut bytes)?;
        if whole {
            documents.ready.push_back(Document { line: 1, content: Content::Bytes(bytes) });
        } else {
            let Decoded { text, broken, .. } = text_encoding::decode(&bytes);
            // Lost signs stay as marks in the text; where the first is, is known.
            documents.current.broken = broken;
            documents.input = Input::Decoded(Cursor::new(text.into_bytes()));
        }
        Ok(documents)
    }

    /// The next line, and whether a sign of it could not be read.
    fn next_line(&mut self) -> io::Result<Option<Line>> {
        while self.lines.is_empty() {
            let mut bytes = Vec::new();
            let read = match &mut self.input {
                Input::Stream(input) => input.read_until(b'\n', &mut bytes)?,
                Input::Decoded(input) => input.read_until(b'\n', &mut bytes)?,
                Input::Done => 0,
            };
            if read == 0 {
                return Ok(None);
            }
            if bytes.ends_with(b"\n") {
                bytes.pop();
            }
            if bytes.ends_with(b"\r") {
                bytes.pop();
            }
            let Decoded { text, broken, .. } = text_encoding::narrow(&bytes);
            for (number, line) in text.split('\r').enumerate() {
                let broken = broken.filter(|place| place.line == number + 1).map(|place| place.column);
                self.lines.push_back(Line { text: line.trim_start_matches('\u{feff}').to_owned(), broken });
            }
        }
        Ok(self.lines.pop_front())
    }

    fn feed(&mut self, line: &Line) {
        let current = &self.current;
        if !current.text.is_empty() && !current.listed && is_whole(&line.text) {
            self.finish();
        }
        let started = !self.current.text.is_empty();
        if let Some(column) = line.broken {
            let first = if started { self.current.line } else { self.line };
            self.current.broken.get_or_insert(Place { line: self.line - first + 1, column });
        }
        for sign in line.text.chars() {
            self.take(sign);
        }
        if !self.current.text.is_empty() {
            if self.current.depth > 0 || self.current.in_words {
                self.current.text.push('\n');
            } else {
                // What is no object ends with its line.
                self.finish();
            }
        }
        if self.current.text.len() > LARGEST {
            self.finish();
        }
    }

    fn take(&mut self, sign: char) {
        let current = &mut self.current;
        if current.text.is_empty() {
            match sign {
                '[' if !current.listed => {
                    current.listed = true;
                    return;
                }
                ']' | ',' if current.listed => {
                    current.listed = sign == ',';
                    return;
                }
                '\0' | '\u{1a}' | '\u{feff}' => return,
                sign if sign.is_whitespace() => return,
                _ => current.line = self.line,
            }
        }
        current.text.push(sign);
        if current.in_words {
            match (current.escaped, sign) {
                (true, _) => current.escaped = false,
                (false, '\\') => current.escaped = true,
                (false, '"') => current.in_words = false,
                _ => {}
            }
            return;
        }
        match sign {
            '"' => current.in_words = true,
            '{' | '[' => current.depth += 1,
            '}' | ']' if current.depth > 0 => {
                current.depth -= 1;
                if current.depth == 0 {
                    self.finish();
                }
            }
            _ => {}
        }
    }

    /// What has been put together is a document.
    fn finish(&mut self) {
        let Current { text, line, broken, listed, .. } = std::mem::take(&mut self.current);
        self.current.listed = listed;
        if !text.trim().is_empty() {
            self.ready.push_back(Document { line, content: Content::Text { text, broken } });
        }
    }
}

impl<R: BufRead> Iterator for Documents<R> {
    type Item = io::Result<Document>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(document) = self.ready.pop_front() {
                return Some(Ok(document));
            }
            match self.next_line() {
                Err(error) => return Some(Err(error)),
                Ok(Some(line)) => {
                    self.line += 1;
                    self.feed(&line);
                }
                Ok(None) => {
                    self.finish();
                    return self.ready.pop_front().map(Ok);
                }
            }
        }
    }
}

/// Whether a line is a draft or packet by itself.
fn is_whole(line: &str) -> bool {
    let line = line.trim();
    line.starts_with('{')
        && line.ends_with('}')
        && line.contains("\"format\"")
        && json::parse(line).is_ok_and(|json| json.get("format").is_some())
}

#[cfg(test)]
mod tests {
    use super::Documents;
    use crate::drafts::draft::Draft;
    use crate::drafts::examples::ALL;
    use crate::opened::Unopened;
    use crate::text::Lang;

    /// Each document's line, and its draft or what is wrong.
    fn read(input: &[u8]) -> Vec<(usize, Result<Draft, Unopened>)> {
        Documents::of(input)
            .unwrap()
            .map(Result::unwrap)
            .map(|document| (document.line, document.open().map(|opened| opened.draft)))
            .collect()
    }

    fn drafts() -> [Draft; 3] {
        [0, 1, 2].map(|place| ALL[place].draft().unwrap())
    }

    fn utf16(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn drafts_are_found_however_they_are_lined_up() {
        let drafts = drafts();
        let lines = drafts.each_ref().map(|draft| draft.to_json().to_string());
        let pretty = drafts.each_ref().map(|draft| format!("{:#}", draft.to_json()));
        let tall = pretty[0].lines().count();
        for (input, starts) in [
            (lines.join("\n").into_bytes(), [1, 2, 3]),
            (format!("\n{}\n\n", lines.join("\r\n\r\n")).into_bytes(), [2, 4, 6]),
            (lines.join("\r").into_bytes(), [1, 2, 3]),
            (format!("\u{feff}{}", lines.join("\r\n\u{feff}")).into_bytes(), [1, 2, 3]),
            (utf16(&format!("\u{feff}{}\r\n", lines.join("\r\n"))), [1, 2, 3]),
            (utf16(&lines.join("\n")), [1, 2, 3]),
            (encoding_rs::GB18030.encode(&lines.join("\n")).0.into_owned(), [1, 2, 3]),
            (lines.concat().into_bytes(), [1, 1, 1]),
            (format!("[{}]", lines.join(",")).into_bytes(), [1, 1, 1]),
            (format!("[\n{}\n]\n\u{1a}", lines.join(",\n")).into_bytes(), [2, 3, 4]),
            (format!("{}\n{}\0\0", pretty[0], lines[1..].join("\n")).into_bytes(), [1, tall + 1, tall + 2]),
            (format!("{}\n{}\0\0", lines[..2].join("\n"), pretty[2]).into_bytes(), [1, 2, 3]),
            (
                encoding_rs::GB18030.encode(&format!("{}\n{}\0", lines[..2].join("\n"), pretty[2])).0.into_owned(),
                [1, 2, 3],
            ),
            (format!("{}\n{}\n", lines[..2].join("\n"), pretty[2]).into_bytes(), [1, 2, 3]),
        ] {
            let found = read(&input);
            assert_eq!(found.iter().map(|(line, _)| *line).collect::<Vec<_>>(), starts);
            for ((_, opened), draft) in found.into_iter().zip(&drafts) {
                assert_eq!(opened.as_ref(), Ok(draft));
            }
        }
        let all = serde_json::Value::from(drafts.iter().map(Draft::to_json).collect::<Vec<_>>());
        assert!(read(format!("{all:#}").as_bytes()).iter().map(|(_, opened)| opened.as_ref().unwrap()).eq(&drafts));
        assert!(read(b"").is_empty() && read(b" \r\n\0\x1a").is_empty() && read(b"[]").is_empty());
    }

    #[test]
    fn what_cannot_be_read_costs_nothing_but_itself() {
        let drafts = drafts();
        let [first, second, third] = drafts.each_ref().map(|draft| draft.to_json().to_string());
        let half: String = second.chars().take(second.chars().count() / 2).collect();
        let pretty = format!("{:#}", drafts[1].to_json());
        let broken = pretty.replacen("\"title\":", "title:", 1);
        let cut = pretty.lines().take(9).collect::<Vec<_>>().join("\n");
        let lost = [&second.as_bytes()[..40], b"\xFF", &second.as_bytes()[40..]].concat();
        for (wrong, zh) in [
            (b"{bad".to_vec(), "第2行第2列"),
            (b"hello".to_vec(), "不是本程序的文件"),
            (half.into_bytes(), "断了"),
            (broken.into_bytes(), "不是JSON的写法"),
            (cut.into_bytes(), "断了"),
            (b"}".to_vec(), "不是本程序的文件"),
            (b"{\"format\":2}".to_vec(), "不是本程序的草稿"),
            (lost, "第2行第"),
        ] {
            let found = read(&[first.as_bytes(), b"\n", &wrong, b"\n", third.as_bytes(), b"\n"].concat());
            let said = String::from_utf8_lossy(&wrong);
            assert_eq!(found.len(), 3, "{said}: {found:?}");
            assert_eq!((found[0].1.as_ref(), found[2].1.as_ref()), (Ok(&drafts[0]), Ok(&drafts[2])), "{said}");
            let why = found[1].1.as_ref().unwrap_err().says(Lang::Zh);
            assert!(found[1].0 == 2 && why.contains(zh), "{said}: {why}");
        }
    }
}
