//! What the papers of an application say of the support that they ask for.

use crate::text::{Lang, Text};

/// The words of an edition that stand in its papers.
#[derive(Debug)]
pub struct Papers {
    /// The title of the application, in lines.
    pub title: Text,
    /// What is asked for, as in “the application for …”.
    pub support: Text,
    /// The office that takes it, in a sentence.
    pub office: Text,
    /// The same as a letter to it begins.
    pub addressee: Text,
    /// The name of its calendar.
    pub calendar: Text,
    /// The title of the workbook.
    pub workbook: Text,
}

impl Papers {
    /// A wording of the papers, with the office where it says `{office}`.
    #[must_use]
    pub fn say(&self, words: Text, lang: Lang) -> String {
        words.get(lang).replace("{office}", self.office.get(lang))
    }
}
