//! JSON read strictly: a name that stands twice is refused, and whatever is wrong has its place.

use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::{Map, Number, Value};

use crate::text::{Lang, Text, text};
use crate::text_encoding::Place;

/// An object of these members. One function builds them all: one for each kind of iterator would weigh as much as it.
#[must_use]
pub fn object(members: &mut dyn Iterator<Item = (String, Value)>) -> Map<String, Value> {
    let mut object = Map::new();
    for (name, value) in members {
        object.insert(name, value);
    }
    object
}

/// Why a text is not JSON.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NotJson {
    /// Where the reader stopped.
    pub place: Place,
    /// What it met there.
    pub why: Why,
}

/// What is wrong with a text that should be JSON.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Why {
    /// It ends in the middle.
    CutOff,
    /// This name stands twice in one object.
    Twice(String),
    /// Something follows the end: another document, perhaps.
    More,
    /// A comma before a closing bracket.
    TrailingComma,
    /// Half of a sign that UTF-16 writes in two, as `\ud83c` alone.
    HalfSign,
    /// A line end or another control character within words.
    Control,
    /// It is nested deeper than any file of ours.
    TooDeep,
    /// Anything else.
    Syntax,
}

impl NotJson {
    /// What is wrong, where, and what to do.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        let Place { line, column } = self.place;
        let why = match (&self.why, lang) {
            (Why::Twice(name), Lang::Zh) => format!("“{name}”写了两次，请删去不要的一个"),
            (Why::Twice(name), Lang::En) => format!("“{name}” stands twice, take out the one that is wrong"),
            (why, lang) => why.plain().get(lang).to_owned(),
        };
        match lang {
            Lang::Zh => format!("第{line}行第{column}列：{why}。"),
            Lang::En => format!("Line {line}, column {column}: {why}."),
        }
    }
}

impl Why {
    const fn plain(&self) -> Text {
        match self {
            Self::CutOff => text(
                "文件到这里就断了，可能没有传完，请重新取得这个文件",
                "the file ends here, in the middle: get it again, it may not have arrived whole",
            ),
            Self::Twice(_) => {
                text("同一项写了两次，请删去不要的一个", "a name stands twice, take out the one that is wrong")
            }
            Self::More => text(
                "内容到此已经结束，后面还有别的内容，请删去或另存为一个文件",
                "the document has ended, and something follows: take it out, or keep it in a file of its own",
            ),
            Self::TrailingComma => {
                text("右括号前多了一个逗号，请删去", "a comma stands before the closing bracket, take it out")
            }
            Self::HalfSign => text(
                "有半个字符（不成对的\\ud800—\\udfff），请改正这个字",
                "half of a sign (an unpaired \\ud800–\\udfff), correct it",
            ),
            Self::Control => text(
                "文字里夹着换行或控制字符，可能缺一个引号，请改正",
                "a line end or control character within words, perhaps a quote is missing: correct it",
            ),
            Self::TooDeep => text(
                "括号套得太深，不是本程序的文件，请打开本程序存出的文件",
                "nested too deep for a file of this program, open one that it saved",
            ),
            Self::Syntax => text(
                "不是JSON的写法；如在编辑器里改过，请对照原文件改正",
                "this is not JSON; if the file was edited, compare it with the original",
            ),
        }
    }
}

/// Reads one JSON document. A mark before it, and what old programs put after it (Ctrl-Z, zero bytes), are no part
/// of it.
///
/// # Errors
/// With what is wrong and where.
pub fn parse(text: &str) -> Result<Value, NotJson> {
    let lead = text.len() - text.trim_start_matches('\u{feff}').len();
    let document = text[lead..]
        .trim_end_matches(|sign: char| matches!(sign, '\0' | '\u{1a}' | '\u{feff}') || sign.is_whitespace());
    let twice = RefCell::new(None);
    let mut reader = serde_json::Deserializer::from_str(document);
    let read = Strict { twice: &twice }.deserialize(&mut reader).and_then(|value| reader.end().map(|()| value));
    read.map_err(|error| {
        let why = match twice.into_inner() {
            Some(name) => Why::Twice(name),
            None => why(&error),
        };
        NotJson { place: place(document, error.line(), error.column()), why }
    })
}

fn why(error: &serde_json::Error) -> Why {
    if error.classify() == Category::Eof {
        return Why::CutOff;
    }
    // The crate tells its errors apart by words only.
    let words = error.to_string();
    let is = |start: &str| words.starts_with(start);
    if is("trailing characters") {
        Why::More
    } else if is("trailing comma") {
        Why::TrailingComma
    } else if is("lone leading surrogate") || is("unexpected end of hex escape") {
        Why::HalfSign
    } else if is("control character") {
        Why::Control
    } else if is("recursion limit") {
        Why::TooDeep
    } else {
        Why::Syntax
    }
}

/// The crate counts lines by LF and columns in bytes, from 1 where it has read a byte.
fn place(document: &str, line: usize, column: usize) -> Place {
    let start = document.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum::<usize>();
    let mut byte = (start + column.saturating_sub(1)).min(document.len());
    while !document.is_char_boundary(byte) {
        byte -= 1;
    }
    Place::of(document, byte)
}

/// The digits of a whole number: `2026.0` is one, as schemas have it.
#[must_use]
pub fn whole(number: &Number) -> Option<String> {
    let words = number.to_string();
    let digits = words.strip_suffix(".0").unwrap_or(&words);
    let digits = if digits == "-0" { "0" } else { digits };
    let unsigned = digits.strip_prefix('-').unwrap_or(digits);
    unsigned.bytes().all(|sign| sign.is_ascii_digit()).then(|| digits.to_owned())
}

/// Reads a value and remembers the first name that stands twice.
#[derive(Clone, Copy)]
struct Strict<'a> {
    twice: &'a RefCell<Option<String>>,
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self)? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(name) = entries.next_key::<String>()? {
            if object.contains_key(&name) {
                let error = A::Error::custom("a name stands twice");
                self.twice.borrow_mut().get_or_insert(name);
                return Err(error);
            }
            let value = entries.next_value_seed(self)?;
            object.insert(name, value);
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{NotJson, Why, parse};
    use crate::text::Lang;
    use crate::text_encoding::Place;

    #[test]
    fn what_stands_before_and_after_a_document_is_no_part_of_it() {
        for text in [
            "{\"甲\":[1,null]}",
            "\u{feff}{\"甲\":[1,null]}",
            "{\"甲\":[1,null]}\r\n\u{1a}",
            "{\"甲\":[1,null]}\0\0\n\0",
        ] {
            assert_eq!(parse(text), Ok(json!({ "甲": [1, null] })), "{text:?}");
        }
    }

    #[test]
    fn what_is_wrong_has_its_place() {
        for (text, why, line, column) in [
            ("{\"a\":1,\n \"a\":1}", Why::Twice("a".into()), 2, 5),
            ("{\"甲\":{\"乙\":1,\"乙\":2}}", Why::Twice("乙".into()), 1, 14),
            ("{\"甲\":\n[1,", Why::CutOff, 2, 3),
            ("{\"甲\":\"乙", Why::CutOff, 1, 7),
            ("", Why::CutOff, 1, 1),
            ("{}\n{}", Why::More, 2, 1),
            ("{\"a\":[1,],\n\"b\":1}", Why::TrailingComma, 1, 9),
            ("[\"甲\\ud83c\"]", Why::HalfSign, 1, 10),
            ("[\"甲\\udf00乙\"]", Why::HalfSign, 1, 9),
            ("[\"甲\n乙\"]", Why::Control, 2, 1),
            ("{bad", Why::Syntax, 1, 2),
            ("{\r\"a\":\r\"b\" \"c\"}", Why::Syntax, 3, 5),
            ("{\"a\":01}", Why::Syntax, 1, 7),
        ] {
            let wrong = parse(text).unwrap_err();
            assert_eq!(wrong.why, why, "{text:?}");
            let Place { line: l, column: c } = wrong.place;
            // The crate stops at the sign that is wrong or the one after it.
            assert!(l == line && c.abs_diff(column) <= 1, "{text:?}: {wrong:?}");
        }
        assert_eq!(parse(&"[".repeat(100_000)).unwrap_err().why, Why::TooDeep);
    }

    #[test]
    fn what_is_wrong_is_said_in_one_language() {
        for why in [
            Why::CutOff,
            Why::Twice("paid_in".into()),
            Why::More,
            Why::TrailingComma,
            Why::HalfSign,
            Why::Control,
            Why::TooDeep,
            Why::Syntax,
        ] {
            let wrong = NotJson { place: Place { line: 7, column: 3 }, why };
            assert!(wrong.says(Lang::Zh).starts_with("第7行第3列：") && wrong.says(Lang::Zh).ends_with('。'));
            let en = wrong.says(Lang::En);
            assert!(
                en.starts_with("Line 7, column 3: ")
                    && en.chars().all(|sign| !('\u{3000}'..='\u{ffef}').contains(&sign)),
                "{en}"
            );
        }
    }

    #[test]
    fn whole_numbers_may_end_in_a_zero() {
        for (json, digits) in [
            ("2026", Some("2026")),
            ("2026.0", Some("2026")),
            ("-3.0", Some("-3")),
            ("1e3", Some("1000")),
            ("-0.0", Some("0")),
            ("2026.5", None),
            ("1e300", None),
        ] {
            let Value::Number(number) = parse(json).unwrap() else { panic!("{json}") };
            assert_eq!(super::whole(&number).as_deref(), digits, "{json}");
        }
    }

    #[test]
    fn numbers_and_words_are_as_serde_reads_them() {
        let text = r#"{"a":[1,-2,2026.0,1e3,true,"x\u0000y\ud83c\udfe6"]}"#;
        assert_eq!(parse(text), Ok(serde_json::from_str::<Value>(text).unwrap()));
    }
}
