//! What is missing, and where: a question, or a row or a year of it.

use crate::answers::facts::Facts;
use crate::answers::question::Spec;
use crate::answers::row_name::row_name;
use crate::date::Year;
use crate::text::Lang;

/// What a step or a missing fact is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Place {
    /// The case as a whole.
    Whole,
    /// One fiscal year.
    Year(Year),
    /// One row of a table, from 0.
    Row(usize),
}

impl Place {
    /// `2026年`, `第3行`, or nothing for the whole case.
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Whole, _) => String::new(),
            (Self::Year(year), Lang::Zh) => format!("{year}年"),
            (Self::Year(year), Lang::En) => year.to_string(),
            (Self::Row(row), Lang::Zh) => format!("第{}行", row + 1),
            (Self::Row(row), Lang::En) => format!("row {}", row + 1),
        }
    }

    /// The same, a row of this question by its name, where it has one: `甲公司`.
    #[must_use]
    pub fn named(self, question: &Spec, facts: &Facts, lang: Lang) -> String {
        let name = if let Self::Row(row) = self { row_name(facts, question, row, lang) } else { None };
        name.unwrap_or_else(|| self.words(lang))
    }
}

/// A fact that a clause needs and does not have.
#[derive(Clone, Copy, Debug)]
pub struct Missing {
    /// The question that would tell it.
    pub question: &'static Spec,
    /// The year or row that it is missing for.
    pub place: Place,
}

impl Missing {
    /// By the name of its question, and of its row: `2026年区域综合贡献`, `引进的企业（甲公司）`.
    #[must_use]
    pub fn words(&self, facts: &Facts, lang: Lang) -> String {
        let (place, label) = (self.place.named(self.question, facts, lang), self.question.label.get(lang));
        match (self.place, lang) {
            (Place::Whole, _) => label.to_owned(),
            (Place::Year(_), Lang::Zh) => format!("{place}{label}"),
            (Place::Row(_), Lang::Zh) => format!("{label}（{place}）"),
            (_, Lang::En) => format!("{label} ({place})"),
        }
    }
}

impl PartialEq for Missing {
    fn eq(&self, other: &Self) -> bool {
        self.question.slot == other.question.slot && self.place == other.place
    }
}
