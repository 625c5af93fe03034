//! Wording in both languages. Chinese stands first because the rules are Chinese.

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

/// `第十九条` for 19. Articles run to 38; larger numbers up to 99 work too.
#[must_use]
pub fn article_zh(article: u8) -> String {
    format!("第{}条", numeral_zh(article))
}

/// `第十九条` or `Art. 19`.
#[must_use]
pub fn article(article: u8, lang: Lang) -> String {
    match lang {
        Lang::Zh => article_zh(article),
        Lang::En => format!("Art. {article}"),
    }
}

/// A wording as a sentence of its own begins: English ones with a capital.
#[must_use]
pub fn sentence(text: &str, lang: Lang) -> String {
    let mut signs = text.chars();
    match (lang, signs.next()) {
        (Lang::En, Some(first)) => first.to_uppercase().chain(signs).collect(),
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

#[cfg(test)]
mod tests {
    use super::{Lang, article_zh, numeral, sentence};

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
            let zh = article_zh(number);
            let words = zh.trim_start_matches('第').trim_end_matches('条');
            assert_eq!((numeral(words), numeral(&number.to_string())), (Some(number), Some(number)));
        }
        for words in ["", "零", "百", "十十", "一二", "二十条", "100", "+1", "１"] {
            assert_eq!(numeral(words), None, "{words}");
        }
    }

    #[test]
    fn articles_are_numbered_as_in_a_statute() {
        for (number, zh) in [(2, "第二条"), (10, "第十条"), (19, "第十九条"), (20, "第二十条"), (36, "第三十六条")]
        {
            assert_eq!(article_zh(number), zh);
        }
    }
}
