//! The number of an article, in words, files and addresses.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::text::{Lang, numeral, numeral_zh};

/// The number of an article: 19, or one that was put in later between two, such as 26之一 after 26.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Article {
    number: u8,
    /// 之一, 之二 … after the article of that number; 0 for the article itself.
    inserted: u8,
    /// Whether it is a numbered heading with numbered items, in a text that has no articles.
    heading: bool,
}

impl Article {
    /// The article of a number.
    #[must_use]
    pub const fn new(number: u8) -> Self {
        Self { number, inserted: 0, heading: false }
    }

    /// A heading of a text without articles: its items are [`Article::inserted`].
    #[must_use]
    pub const fn heading(number: u8) -> Self {
        Self { heading: true, ..Self::new(number) }
    }

    /// The articles of some numbers.
    #[must_use]
    pub const fn all<const N: usize>(numbers: [u8; N]) -> [Self; N] {
        let mut articles = [Self::new(0); N];
        let mut place = 0;
        while place < N {
            articles[place] = Self::new(numbers[place]);
            place += 1;
        }
        articles
    }

    /// The article that was put in after it: 26之一 is the first after 26.
    #[must_use]
    pub const fn inserted(self, place: u8) -> Self {
        Self { inserted: place, ..self }
    }

    /// `第十九条` or `Art. 19`, `第二十六条之一` or `Art. 26-1`; of a heading `第三部分` or `Part 3`, `第三部分第1项` or `Part 3(1)`.
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        match (lang, self.inserted) {
            (Lang::Zh, 0) if self.heading => format!("第{}部分", numeral_zh(self.number)),
            (Lang::Zh, item) if self.heading => format!("第{}部分第{item}项", numeral_zh(self.number)),
            (Lang::En, 0) if self.heading => format!("Part {}", self.number),
            (Lang::En, item) if self.heading => format!("Part {}({item})", self.number),
            (Lang::Zh, 0) => format!("第{}条", numeral_zh(self.number)),
            (Lang::Zh, place) => format!("第{}条之{}", numeral_zh(self.number), numeral_zh(place)),
            (Lang::En, _) => format!("Art. {self}"),
        }
    }

    /// `十九`, as it stands in a list of articles: 第六、十九、二十六之一条.
    #[must_use]
    pub fn numeral_zh(self) -> String {
        match self.inserted {
            0 => numeral_zh(self.number),
            place => format!("{}之{}", numeral_zh(self.number), numeral_zh(place)),
        }
    }

    /// The number of `十九`, `19`, `二十六条之一`, `26之1` or `26-1`, without 第 and a last 条.
    #[must_use]
    pub fn read(words: &str) -> Option<Self> {
        let Some((number, place)) = words.split_once(['之', '-']) else { return numeral(words).map(Self::new) };
        let number = numeral(number.strip_suffix('条').unwrap_or(number))?;
        Some(Self::new(number).inserted(numeral(place).filter(|place| *place > 0)?))
    }
}

impl From<u8> for Article {
    fn from(number: u8) -> Self {
        Self::new(number)
    }
}

/// Whether it is the article of that number, and none that was put in after it.
impl PartialEq<u8> for Article {
    fn eq(&self, number: &u8) -> bool {
        *self == Self::new(*number)
    }
}

/// `19` or `26-1`, as in addresses.
impl fmt::Display for Article {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.inserted {
            0 => write!(f, "{}", self.number),
            place => write!(f, "{}-{place}", self.number),
        }
    }
}

/// Why an address names no article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NoArticle;

impl FromStr for Article {
    type Err = NoArticle;

    fn from_str(words: &str) -> Result<Self, NoArticle> {
        let number = |digits: &str| digits.parse().ok().filter(|number| *number > 0).ok_or(NoArticle);
        match words.split_once('-') {
            None => Ok(Self::new(number(words)?)),
            Some((of, place)) => Ok(Self::new(number(of)?).inserted(number(place)?)),
        }
    }
}

/// In JSON a number, or a text for one that was put in later.
impl Serialize for Article {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.inserted {
            0 => serializer.serialize_u8(self.number),
            _ => serializer.collect_str(self),
        }
    }
}

/// `第十九条` for 19.
#[must_use]
pub fn article_zh(article: impl Into<Article>) -> String {
    article.into().words(Lang::Zh)
}

/// `第十九条` or `Art. 19`.
#[must_use]
pub fn article(article: impl Into<Article>, lang: Lang) -> String {
    article.into().words(lang)
}

#[cfg(test)]
mod tests {
    use super::Article;
    use crate::text::Lang;

    const INSERTED: Article = Article::new(26).inserted(1);

    #[test]
    fn articles_are_numbered_as_in_a_statute() {
        for (article, zh, en) in [
            (Article::new(2), "第二条", "Art. 2"),
            (Article::new(10), "第十条", "Art. 10"),
            (Article::new(36), "第三十六条", "Art. 36"),
            (INSERTED, "第二十六条之一", "Art. 26-1"),
            (Article::heading(3), "第三部分", "Part 3"),
            (Article::heading(3).inserted(1), "第三部分第1项", "Part 3(1)"),
        ] {
            assert_eq!((article.words(Lang::Zh).as_str(), article.words(Lang::En).as_str()), (zh, en));
        }
        assert_eq!(INSERTED.numeral_zh(), "二十六之一");
    }

    #[test]
    fn an_article_that_was_put_in_stands_between_its_neighbours() {
        assert!(Article::new(26) < INSERTED && INSERTED < Article::new(26).inserted(2) && INSERTED < Article::new(27));
        assert!(Article::new(26) == 26 && INSERTED != 26);
    }

    #[test]
    fn articles_are_read_as_they_are_written() {
        for article in (1..=99).map(Article::new).chain([INSERTED, Article::new(9).inserted(12)]) {
            assert_eq!(article.to_string().parse(), Ok(article));
            assert_eq!(Article::read(&article.to_string()), Some(article));
            assert_eq!(Article::read(&article.numeral_zh()), Some(article));
        }
        assert_eq!(Article::read("二十六条之一"), Some(INSERTED));
        for words in ["", "条", "之一", "26之", "26-0", "二六", "26-1-1"] {
            assert_eq!(Article::read(words), None, "{words}");
        }
        for words in ["", "0", "26-", "-1", "26-0", "x", "300"] {
            assert!(words.parse::<Article>().is_err(), "{words}");
        }
    }

    #[test]
    fn in_json_an_article_is_a_number_unless_it_was_put_in() {
        assert_eq!(serde_json::json!([Article::new(19), INSERTED]), serde_json::json!([19, "26-1"]));
    }
}
