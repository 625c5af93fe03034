//! How far the answers of a draft have come: which questions matter, which are answered, which are still missing.

use crate::answers::answer::Answer;
use crate::answers::facts::Facts;
use crate::answers::question::Spec;
use crate::answers::subject::Subject;
use crate::applicant::words_of;
use crate::rule::{Asked, Report};
use crate::text::Text;

/// The questions of an edition, as far as they matter to one applicant.
#[derive(Clone, Copy, Debug)]
pub struct Interview {
    questions: &'static [&'static Spec],
    asked: Asked,
}

/// Answered questions of those that count.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Count {
    /// How many are answered.
    pub answered: usize,
    /// How many are said to be not known yet.
    pub unsure: usize,
    /// How many there are. One that a clause can do without counts when something is said of it.
    pub all: usize,
}

/// How far a subject has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// Nothing answered.
    Todo,
    /// Something answered, something missing.
    Doing,
    /// All that matters is answered.
    Done,
}

impl Interview {
    /// Of these questions, those that the clauses for an applicant have asked.
    #[must_use]
    pub const fn new(questions: &'static [&'static Spec], asked: Asked) -> Self {
        Self { questions, asked }
    }

    /// Whether a question matters: a clause that is for this applicant reads it, a claim goes with it, or the form needs
    /// it. What stands on the form of some applicants only goes with the questions of its subject.
    #[must_use]
    pub fn matters(self, question: &Spec) -> bool {
        let with_subject = || {
            matches!(question.subject, Subject::Identity | Subject::Filing)
                || self.asked.questions(self.questions).any(|other| other.subject == question.subject)
        };
        self.asked.reads(question) || (question.only_for_the_form() && !question.is_particular() && with_subject())
    }

    /// The questions that matter, in the order of the interview.
    pub fn questions(self) -> impl Iterator<Item = &'static Spec> {
        self.questions.iter().copied().filter(move |spec| self.matters(spec))
    }

    /// Those of a subject.
    pub fn of(self, subject: Subject) -> impl Iterator<Item = &'static Spec> {
        self.questions().filter(move |spec| spec.subject == subject)
    }

    /// The short name of a subject, its title and what it holds, by the questions of it that matter.
    #[must_use]
    pub fn words(self, subject: Subject) -> [Text; 3] {
        words_of(subject, |spec| self.matters(spec))
    }

    /// How many of some questions are answered.
    #[must_use]
    pub fn count(self, facts: &Facts, questions: impl Iterator<Item = &'static Spec>) -> Count {
        questions.fold(Count::default(), |count, spec| {
            let told = facts.answer(spec);
            let unsure = told == Some(&Answer::NotKnown);
            let counts = told.is_some() || self.is_needed(spec);
            Count {
                answered: count.answered + usize::from(told.is_some() && !unsure),
                unsure: count.unsure + usize::from(unsure),
                all: count.all + usize::from(counts),
            }
        })
    }

    /// How many of all that matter are answered.
    #[must_use]
    pub fn count_all(self, facts: &Facts) -> Count {
        self.count(facts, self.questions())
    }

    /// The questions of a subject that are still to be answered: amounts wait for them, or the form does.
    pub fn blank<'a>(self, facts: &'a Facts, subject: Subject) -> impl Iterator<Item = &'static Spec> + 'a {
        self.of(subject).filter(move |spec| facts.answer(spec).is_none() && self.is_needed(spec))
    }

    /// How far a subject has come. `missing` is what the clauses still miss ([`crate::rule::Report::missing`]);
    /// `invalid` says of a question whether something is typed there that is no answer.
    #[must_use]
    pub fn stage(
        self,
        facts: &Facts,
        report: &Report,
        subject: Subject,
        invalid: impl Fn(&'static Spec) -> bool,
    ) -> Stage {
        let count = self.count(facts, self.of(subject));
        let open = || report.lacks().any(|lack| lack.question.subject == subject) || self.of(subject).any(&invalid);
        match count.answered + count.unsure {
            0 => Stage::Todo,
            told if told == count.all && !open() => Stage::Done,
            _ => Stage::Doing,
        }
    }

    fn is_needed(self, question: &Spec) -> bool {
        self.asked.needs(question) || (question.only_for_the_form() && !question.is_particular())
    }
}

#[cfg(test)]
mod tests {
    use super::{Count, Stage};
    use crate::answers::answer::Answer;
    use crate::answers::subject::Subject;
    use crate::applicant::identity::{CREDIT_CODE, Kind};
    use crate::applicant::question;
    use crate::drafts::draft::Draft;
    use crate::drafts::examples::ALL;
    use crate::policy::CURRENT_INDEX;
    use crate::policy::miyun_2019_25::article_04_kinds::applicant;

    #[test]
    fn a_new_draft_asks_for_its_kind_and_what_the_form_needs() {
        let draft = Draft::default();
        let report = draft.rules().assess(&draft.facts, false);
        let interview = draft.interview(&report);
        assert!(interview.matters(&CREDIT_CODE.spec), "the form needs it");
        assert_eq!(interview.of(Subject::Contribution).count(), 0, "no clause is for nobody");
        assert_eq!(interview.count_all(&draft.facts).answered, 0);
        for subject in Subject::ALL {
            assert_eq!(interview.stage(&draft.facts, &report, subject, |_| false), Stage::Todo);
        }
    }

    /// Nobody is told of what they are not asked: an intermediary of a day of arrival, an association of enterprises, a
    /// bank of funds.
    #[test]
    fn subjects_are_named_by_what_is_asked() {
        let title = |kind, intermediary, association, subject: Subject| {
            let draft = Draft::begin(CURRENT_INDEX, applicant(kind, intermediary, association), 2026);
            let report = draft.rules().assess(&draft.facts, false);
            draft.interview(&report).words(subject).map(|words| words.zh)
        };
        let who = |kind, intermediary, association| title(kind, intermediary, association, Subject::Identity)[2];
        assert_eq!(who(Kind::None, true, false), "属于哪一类，申请哪一年");
        assert_eq!(who(Kind::None, false, true), "属于哪一类，申请哪一年");
        assert_eq!(who(Kind::LegalEntity, false, false), "属于哪一类，何时到密云，申请哪一年");
        let referral = |intermediary, association| title(Kind::None, intermediary, association, Subject::Referral)[1];
        assert_eq!(referral(true, false), "引进企业");
        assert_eq!(referral(false, true), "社团会员与引进企业的贡献");
        assert_eq!(referral(true, true), "引进企业与社团会员");
        assert_eq!(title(Kind::LegalEntity, false, false, Subject::Funds)[1], "市级创新项目");
        assert_eq!(title(Kind::FundManager, false, false, Subject::Funds)[1], "管理规模、投资与创新项目");
    }

    #[test]
    fn what_is_only_welcome_counts_when_it_is_answered() {
        let mut draft = Draft::begin(CURRENT_INDEX, applicant(Kind::LegalEntity, false, false), 2026);
        let spec = question("growth_start").unwrap();
        let count = |draft: &Draft| {
            let report = draft.rules().assess(&draft.facts, false);
            draft.interview(&report).count(&draft.facts, [spec].into_iter())
        };
        assert_eq!(count(&draft), Count { answered: 0, unsure: 0, all: 0 });
        draft.facts.set(spec, Some(Answer::Year(2024))).unwrap();
        assert_eq!(count(&draft), Count { answered: 1, unsure: 0, all: 1 });
        draft.facts.set(spec, Some(Answer::NotKnown)).unwrap();
        assert_eq!(count(&draft), Count { answered: 0, unsure: 1, all: 1 }, "not known yet is no answer");
    }

    #[test]
    fn a_subject_is_done_when_nothing_is_blank_missing_or_invalid() {
        let mut stages = Vec::new();
        for example in ALL {
            let draft = example.draft().unwrap();
            let report = draft.rules().assess(&draft.facts, false);
            let (interview, missing) = (draft.interview(&report), report.missing());
            for subject in Subject::ALL.into_iter().filter(|subject| interview.of(*subject).next().is_some()) {
                let stage = interview.stage(&draft.facts, &report, subject, |_| false);
                let open = interview.blank(&draft.facts, subject).next().is_some()
                    || missing.iter().any(|missing| missing.question.subject == subject);
                let answered = interview.of(subject).any(|spec| draft.facts.answer(spec).is_some());
                assert_eq!(stage == Stage::Done, answered && !open, "{}: {subject:?}", example.id);
                if stage == Stage::Done {
                    let stage = interview.stage(&draft.facts, &report, subject, |_| true);
                    assert_eq!(stage, Stage::Doing, "something typed is no answer");
                }
                stages.push(stage);
            }
        }
        assert!(stages.contains(&Stage::Done) && stages.contains(&Stage::Doing));
    }
}
