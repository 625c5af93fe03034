//! What has to be decided before a file takes the place of anything: which of two answers, what becomes of answers that
//! are gone, and what of it goes into the draft that is open.

use crate::answers::answer::Answer;
use crate::answers::question::Spec;
use crate::applicant::question;
use crate::drafts::changes::{Change, changes};
use crate::drafts::draft::Draft;
use crate::office::xlsx::{Book, Choice};
use crate::opened::difference::TITLE;
use crate::opened::{Kind, Opened};
use crate::packet::verify::{self, Changed};
use crate::text::{Lang, Text, text};

/// The most lines that are shown of one question.
const MOST_LINES: usize = 12;

const FILING: Text = text("申报取舍、情况说明和材料份数", "Choices about the papers, statements and copies");
const SCENARIOS: Text = text("比较方案", "Scenarios");
const FURTHER: Text = text("服务包诉求", "Service package");
const DIFFERENT: Text = text("与文件里不同", "other than in the file");
const THERE: Text = text("按文件里的", "as in the file");

/// What has to be decided about a file.
#[derive(Clone, Debug)]
pub enum Decision {
    /// A workbook answers questions in several places, differently: which?
    Places(Box<Choice>),
    /// Answers are gone from a workbook: keep them as they were, or clear them?
    Gone(Box<Opened>),
    /// Another draft is open: what of the file goes into it?
    Changes(Box<Opened>),
}

impl Opened {
    /// The file, where it takes nothing of the open draft away.
    ///
    /// # Errors
    /// With what has to be decided first.
    pub fn decision(self, open: &Draft) -> Result<Self, Decision> {
        if !self.gone.is_empty() {
            Err(Decision::Gone(Box::new(self)))
        } else if open.facts.answered() > 0 && !changes(open, &self.draft).is_empty() {
            Err(Decision::Changes(Box::new(self)))
        } else {
            Ok(self)
        }
    }

    /// What was in a workbook, with the places chosen that count.
    #[must_use]
    pub fn of_workbook(book: Book) -> Self {
        let Book { draft, gone, remarks } = book;
        Self { gone, remarks, ..Self::new(draft, Kind::Workbook) }
    }

    /// Decides about the answers whose cells are gone: they stay as they were, or they are cleared.
    #[must_use]
    pub fn with_gone(mut self, keep: bool) -> Self {
        for id in std::mem::take(&mut self.gone) {
            if let (false, Some(spec)) = (keep, question(id)) {
                // No answer is an answer that every question takes.
                let _ = self.draft.facts.set(spec, None);
            }
        }
        self
    }

    /// The answers whose cells are gone, with what they were.
    #[must_use]
    pub fn gone_answers(&self, lang: Lang) -> Vec<(String, String)> {
        let filled = |spec: &'static Spec| {
            let answer = self.draft.facts.answer(spec);
            answer.map_or_else(String::new, |answer| in_words(spec, answer, lang))
        };
        let gone = self.gone.iter().filter_map(|id| question(id));
        gone.map(|spec| (spec.label.get(lang).to_owned(), filled(spec))).collect()
    }
}

/// An answer in a line.
#[must_use]
pub fn in_words(spec: &Spec, answer: &Answer, lang: Lang) -> String {
    crate::packet::answer_words(&spec.form, answer, lang)
}

/// One change as it is shown: what, and each part of it as it is and as it would be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown {
    /// What changes.
    pub what: String,
    /// Each place in it, with what stands there now, and in the file.
    pub lines: Vec<[String; 3]>,
}

/// A change in words.
#[must_use]
pub fn shown(change: Change, old: &Draft, new: &Draft, lang: Lang) -> Shown {
    let own = |text: Text| text.get(lang).to_owned();
    let what = |what: Text, lines| Shown { what: own(what), lines };
    let answers = |(changed, more): (Vec<Changed>, usize)| {
        let line = |changed: &Changed| [changed.place(lang), changed.side(0, lang), changed.side(1, lang)];
        let mut lines: Vec<_> = changed.iter().take(MOST_LINES).map(line).collect();
        let more = more + changed.len().saturating_sub(MOST_LINES);
        if more > 0 {
            let more = match lang {
                Lang::Zh => format!("另有{more}处"),
                Lang::En => format!("{more} more"),
            };
            lines.push([more, String::new(), String::new()]);
        }
        lines
    };
    match change {
        Change::Answer(spec) => {
            what(spec.label, answers(verify::changed(spec, old.facts.answer(spec), new.facts.answer(spec))))
        }
        Change::Filing => what(FILING, vec![[own(FILING), own(DIFFERENT), own(THERE)]]),
        Change::Scenarios => what(SCENARIOS, vec![[own(SCENARIOS), own(DIFFERENT), own(THERE)]]),
        Change::Further => what(FURTHER, answers(verify::beside(old, new))),
        Change::Title => what(TITLE, vec![[own(TITLE), old.title.clone(), new.title.clone()]]),
    }
}

#[cfg(test)]
mod tests {
    use super::{Decision, shown};
    use crate::applicant::question;
    use crate::drafts::changes::changes;
    use crate::drafts::draft::Draft;
    use crate::drafts::examples::ALL;
    use crate::opened::{Kind, Opened};
    use crate::text::Lang;

    fn example(place: usize) -> Draft {
        ALL[place].draft().unwrap()
    }

    fn opened(draft: Draft, gone: Vec<&'static str>) -> Opened {
        Opened { gone, ..Opened::new(draft, Kind::Workbook) }
    }

    #[test]
    fn nothing_is_asked_where_nothing_is_taken_away() {
        for open in [Draft::default(), example(0)] {
            assert!(opened(example(0), Vec::new()).decision(&open).is_ok());
        }
    }

    #[test]
    fn what_is_gone_is_asked_about_before_what_changes() {
        let Err(Decision::Gone(asked)) = opened(example(0), vec!["name", "paid_in"]).decision(&example(1)) else {
            panic!()
        };
        let gone = asked.gone_answers(Lang::Zh);
        assert_eq!(gone[0], ("机构名称".to_owned(), example(0).name().unwrap().to_owned()));
        assert!(gone[1].1.ends_with('元'), "{gone:?}");
        let kept = asked.clone().with_gone(true);
        assert_eq!((&kept.draft, kept.gone.len()), (&example(0), 0));
        let cleared = asked.with_gone(false);
        for spec in crate::applicant::CATALOGUE {
            let is_gone = ["name", "paid_in"].contains(&spec.id);
            let was = example(0).facts.answer(spec).cloned().filter(|_| !is_gone);
            assert_eq!(cleared.draft.facts.answer(spec), was.as_ref(), "{}", spec.id);
        }
        assert!(matches!(cleared.decision(&example(1)), Err(Decision::Changes(_))));
    }

    #[test]
    fn changes_are_shown_old_beside_new() {
        let old = example(0);
        let mut new = old.clone();
        new.title = "改过".to_owned();
        new.facts.set(question("paid_in").unwrap(), None).unwrap();
        let all: Vec<_> = changes(&old, &new).into_iter().map(|change| shown(change, &old, &new, Lang::Zh)).collect();
        assert_eq!(all.len(), 2);
        assert_eq!(all[0].what, "实收资本");
        assert!(all[0].lines[0][1].ends_with('元') && all[0].lines[0][2] == "（未填）", "{all:?}");
        assert_eq!(all[1].lines[0], ["草稿名称".to_owned(), old.title.clone(), "改过".to_owned()]);
        // Every change of every example is in words, in both languages, and short.
        for old in 0..ALL.len() {
            for lang in [Lang::Zh, Lang::En] {
                let (old, new) = (example(old), example((old + 1) % ALL.len()));
                for change in changes(&old, &new) {
                    let shown = shown(change, &old, &new, lang);
                    assert!(!shown.what.is_empty() && (1..=13).contains(&shown.lines.len()), "{shown:?}");
                }
            }
        }
    }
}
