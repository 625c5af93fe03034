//! A condition, tier or limit of an article in our own words.

use crate::article::{Article, article};
use crate::text::{Lang, Text, sentence, text};

/// One condition, tier or limit of an article, said in our own words in both languages.
#[derive(Debug)]
pub struct Provision {
    /// The article it restates.
    pub article: Article,
    /// What it says.
    pub says: Text,
}

impl Provision {
    /// A provision of the article of that number.
    #[must_use]
    pub const fn new(article: u8, zh: &'static str, en: &'static str) -> Self {
        Self::of(Article::new(article), zh, en)
    }

    /// A provision of an article.
    #[must_use]
    pub const fn of(article: Article, zh: &'static str, en: &'static str) -> Self {
        Self { article, says: text(zh, en) }
    }

    /// What it says as a sentence, with its article in brackets at the end.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let (says, basis) = (sentence(self.says.get(lang), lang), article(self.article, lang));
        match lang {
            Lang::Zh => format!("{says}（{basis}）。"),
            Lang::En => format!("{says} ({basis})."),
        }
    }
}
