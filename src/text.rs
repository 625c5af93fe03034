//! Wording in both languages. Chinese stands first because the rules are Chinese.

use std::borrow::Cow;

/// A language of the page and of every answer it gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The BCP 47 tag, for `lang` attributes.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }
}

/// One wording in both languages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Text {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Text {
    /// The wording in `lang`.
    #[must_use]
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// Short for [`Text`] in tables of wording.
#[must_use]
pub const fn text(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

/// `十九` for 19; numbers up to 99.
#[must_use]
pub fn numeral_zh(number: u8) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (usize::from(number / 10 % 10), usize::from(number % 10));
    let tens = match tens {
        0 => String::new(),
        1 => "十".to_owned(),
        _ => format!("{}十", DIGITS[tens]),
    };
    format!("{tens}{}", DIGITS[ones])
}

/// A list in a sentence: `第六条、第十九条`.
#[must_use]
pub fn listed(items: &[String], lang: Lang) -> String {
    items.join(match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    })
}

/// A wording as a sentence of its own begins: English ones with a capital.
#[must_use]
pub fn sentence(text: &str, lang: Lang) -> String {
    let mut signs = text.chars();
    match (lang, signs.next()) {
        (Lang::En, Some(first)) => std::iter::once(first.to_ascii_uppercase()).chain(signs).collect(),
        _ => text.to_owned(),
    }
}

/// The number of `十九` or `19`, up to 99.
#[must_use]
pub fn numeral(words: &str) -> Option<u8> {
    if !words.is_empty() && words.len() <= 2 && words.bytes().all(|byte| byte.is_ascii_digit()) {
        return words.parse().ok();
    }
    let digit = |char| "一二三四五六七八九".chars().zip(1..).find(|(digit, _)| *digit == char).map(|(_, value)| value);
    let chars: Vec<char> = words.chars().collect();
    match chars[..] {
        ['十'] => Some(10),
        [ones] => digit(ones),
        ['十', ones] => Some(10 + digit(ones)?),
        [tens, '十'] => Some(10 * digit(tens)?),
        [tens, '十', ones] => Some(10 * digit(tens)? + digit(ones)?),
        _ => None,
    }
}

/// Whether a sign takes no room, turns the direction of reading, or commands an old machine.
#[must_use]
pub fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
        || sign.is_control()
}

/// The sign of ASCII that a full-width form stands for; others as they are.
#[must_use]
pub fn half_width(sign: char) -> char {
    match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign),
        sign => sign,
    }
}

/// Words on one line as a reader sees them: line ends and tabs are spaces, and what takes no room or turns the
/// direction of reading is left out. Without it two names that look the same may differ.
#[must_use]
pub fn printable(words: &str) -> Cow<'_, str> {
    if !words.contains(is_unseen) {
        return Cow::Borrowed(words);
    }
    let lines = words.replace("\r\n", " ");
    let plain = |sign: char| match sign {
        '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        sign => (!is_unseen(sign)).then_some(sign),
    };
    Cow::Owned(lines.chars().filter_map(plain).collect::<String>().trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Lang, numeral, numeral_zh, printable, sentence};

    #[test]
    fn nothing_unseen_stays_in_words() {
        for (words, plain) in [
            ("密云某行", "密云某行"),
            (" 某 行 ", " 某 行 "),
            ("甲\0乙", "甲乙"),
            ("甲\r\n乙\t丙\n", "甲 乙 丙"),
            ("甲\u{2028}乙\u{b}丙", "甲 乙 丙"),
            ("\u{feff}甲\u{200b}乙\u{202e}丙\u{1a}", "甲乙丙"),
            ("A\u{ad}B\u{7f}\u{9f}", "AB"),
            ("𠮷🏦", "𠮷🏦"),
        ] {
            assert_eq!(printable(words), plain, "{words:?}");
        }
    }

    #[test]
    fn sentences_begin_with_a_capital() {
        for (part, whole) in
            [("half of the rent", "Half of the rent"), ("租金的一半", "租金的一半"), ("", ""), ("3%", "3%")]
        {
            assert_eq!(sentence(part, Lang::En), whole);
        }
    }

    #[test]
    fn numerals_are_read_as_they_are_written() {
        for number in 1..=99 {
            assert_eq!((numeral(&numeral_zh(number)), numeral(&number.to_string())), (Some(number), Some(number)));
        }
        for words in ["", "零", "百", "十十", "一二", "二十条", "100", "+1", "１"] {
            assert_eq!(numeral(words), None, "{words}");
        }
    }
}
