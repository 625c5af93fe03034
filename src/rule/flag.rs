//! Red flags: answers that do not go together, as a reviewer would see them. They block nothing and change no amount.

use crate::answers::answer::Table;
use crate::answers::facts::Facts;
use crate::answers::question::{Question, Read, Spec};
use crate::article::Article;
use crate::date::Year;
use crate::rule::missing::Place;
use crate::rule::report::Report;
use crate::text::{Lang, Text, sentence};

/// One thing that a reviewer looks for.
#[derive(Debug)]
pub struct Check {
    /// Its name in files.
    pub id: &'static str,
    /// What does not go together, in a line.
    pub title: Text,
    /// What a reviewer would ask.
    pub asks: Text,
    /// The questions whose answers it compares; the first is where a flag stands unless it says otherwise.
    pub questions: &'static [&'static Spec],
    /// The articles that it bears on.
    pub articles: &'static [Article],
    /// Looks. Gives `None` where an answer that it needs is not told: nothing is flagged then.
    pub find: fn(&mut Look<'_>) -> Option<()>,
}

/// A check that found something.
#[derive(Clone, Debug)]
pub struct Flag {
    /// The check.
    pub check: &'static Check,
    /// The question where it stands.
    pub question: &'static Spec,
    /// The other questions that it compares, which may be the ones to change.
    pub beside: &'static [&'static Spec],
    /// The year or row that it is about.
    pub place: Place,
    /// What the place is called, in both languages.
    called: [String; 2],
    says: [String; 2],
}

impl Flag {
    /// What was found, with the figures, after the name of the row where it is about one.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        let [place, says] = [&self.called, &self.says].map(|words| &words[usize::from(lang == Lang::En)]);
        match (self.place, lang) {
            (Place::Row(_), Lang::Zh) => format!("{place}：{says}"),
            (Place::Row(_), Lang::En) => format!("{}: {says}", sentence(place, lang)),
            _ => says.clone(),
        }
    }

    /// The title, with the year or row where there is one.
    #[must_use]
    pub fn title(&self, lang: Lang) -> String {
        let (place, title) = (&self.called[usize::from(lang == Lang::En)], self.check.title.get(lang));
        match (place.is_empty(), lang) {
            (true, _) => title.to_owned(),
            (false, Lang::Zh) => format!("{title}（{place}）"),
            (false, Lang::En) => format!("{title} ({place})"),
        }
    }
}

/// The most flags that one check raises. Tables can hold a hundred thousand rows; the last flag tells how many more.
pub const MOST: usize = 8;

/// A check at work: what it may read, and what it has found.
pub struct Look<'a> {
    facts: &'a Facts,
    /// What the clauses and the limits say of the facts.
    pub report: &'a Report,
    check: &'static Check,
    found: Vec<Flag>,
    more: usize,
}

impl<'a> Look<'a> {
    /// The answer, if it is told.
    #[must_use]
    pub fn get<T: Read + 'static>(&self, question: &Question<T>) -> Option<T::Out<'a>> {
        self.facts.get(question)
    }

    /// The rows of a table; none while it is not told.
    pub fn rows(&self, question: &Question<Table>) -> impl Iterator<Item = (&'a Table, usize)> + use<'a> {
        self.facts.get(question).into_iter().flat_map(|table| (0..table.len()).map(move |row| (table, row)))
    }

    /// All answers.
    #[must_use]
    pub const fn facts(&self) -> &'a Facts {
        self.facts
    }

    /// Raises a flag on the case as a whole.
    pub fn raise(&mut self, zh: String, en: String) {
        self.raise_at(None, Place::Whole, zh, en);
    }

    /// Raises a flag on a fiscal year.
    pub fn raise_year(&mut self, year: Year, zh: String, en: String) {
        self.raise_at(None, Place::Year(year), zh, en);
    }

    /// Raises a flag on a row, from 0.
    pub fn raise_row(&mut self, row: usize, zh: String, en: String) {
        self.raise_at(None, Place::Row(row), zh, en);
    }

    /// Raises a flag on a question by itself, which may be another than the first.
    pub fn raise_at(&mut self, question: Option<&'static Spec>, place: Place, zh: String, en: String) {
        if self.found.len() == MOST {
            self.more += 1;
        } else if let Some((first, others)) = self.check.questions.split_first() {
            let (question, beside) = question.map_or((*first, others), |question| (question, &[][..]));
            let called = [Lang::Zh, Lang::En].map(|lang| place.named(question, self.facts, lang));
            self.found.push(Flag { check: self.check, question, beside, place, called, says: [zh, en] });
        }
    }
}

impl Check {
    /// The flags that it raises.
    #[must_use]
    pub fn run(&'static self, facts: &Facts, report: &Report) -> Vec<Flag> {
        let mut look = Look { facts, report, check: self, found: Vec::new(), more: 0 };
        let _ = (self.find)(&mut look);
        let Look { mut found, more, .. } = look;
        if more > 0
            && let Some(last) = found.last_mut()
        {
            last.says[0] += &format!("另有{more}处相同。");
            last.says[1] += &format!(" And {more} more like it.");
        }
        found
    }
}
