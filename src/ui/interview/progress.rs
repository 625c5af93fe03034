//! How far the answers have come: which questions matter, which are answered, which are still missing.

use leptos::prelude::*;
use miyun::answers::question::Spec;
use miyun::answers::subject::Subject;
use miyun::applicant::CATALOGUE;
use miyun::drafts::draft::Draft;
use miyun::rule::{Amount, Asked, ByYear, Missing, Outcome, Report};

use crate::ui::components::status::Mark;
use crate::ui::drafts::session::Session;

/// What a clause counts after the limits over the sum, over all years.
pub fn counts(report: &Report, clause: &str) -> Amount {
    let place = report.assessments.iter().position(|assessment| assessment.clause.id == clause);
    place.and_then(|place| report.counted.get(place)).map(ByYear::total).unwrap_or_default()
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

impl Stage {
    /// How it is drawn.
    pub const fn mark(self) -> Mark {
        match self {
            Self::Todo => Mark::Todo,
            Self::Doing => Mark::Doing,
            Self::Done => Mark::Done,
        }
    }
}

/// Whether a question matters: a clause that is for this applicant reads it, or the form needs it. What stands on the
/// form of some applicants only goes with the questions of its subject.
pub fn matters(asked: Asked, question: &Spec) -> bool {
    let with_subject = || {
        matches!(question.subject, Subject::Identity | Subject::Filing)
            || asked.questions(CATALOGUE).any(|other| other.subject == question.subject)
    };
    asked.reads(question) || (question.only_for_the_form() && with_subject())
}

/// The questions of a subject that matter, in the order of the interview.
pub fn questions(asked: Asked, subject: Subject) -> impl Iterator<Item = &'static Spec> {
    CATALOGUE.iter().copied().filter(move |spec| spec.subject == subject && matters(asked, spec))
}

/// The facts that are missing, each once, over all clauses.
pub fn missing(report: &Report) -> Vec<Missing> {
    let mut missing: Vec<Missing> = Vec::new();
    for lack in
        report.assessments.iter().filter(|assessment| assessment.outcome == Outcome::Unknown).flat_map(|a| &a.missing)
    {
        if !missing.contains(lack) {
            missing.push(*lack);
        }
    }
    missing.sort_by_key(|lack| lack.question.slot as usize);
    missing
}

/// Answered and counted questions. One that is only welcome counts when it is answered.
pub fn count(session: Session, questions: impl Iterator<Item = &'static Spec>, asked: Asked) -> (usize, usize) {
    session.draft.with(|draft| count_of(draft, questions, asked))
}

fn count_of(draft: &Draft, questions: impl Iterator<Item = &'static Spec>, asked: Asked) -> (usize, usize) {
    questions.fold((0, 0), |(answered, counted), spec| {
        let told = draft.facts.answer(spec).is_some();
        let counts = told || asked.needs(spec) || spec.only_for_the_form();
        (answered + usize::from(told), counted + usize::from(counts))
    })
}

/// The same over the whole interview.
pub fn count_all(session: Session) -> (usize, usize) {
    session.draft.with(|draft| session.report.with(|report| count_draft(draft, report)))
}

/// The same of any draft.
pub fn count_draft(draft: &Draft, report: &Report) -> (usize, usize) {
    let asked = report.asked();
    count_of(draft, CATALOGUE.iter().copied().filter(|spec| matters(asked, spec)), asked)
}

/// How far a subject has come.
pub fn stage(session: Session, report: &Report, subject: Subject) -> Stage {
    let asked = report.asked();
    let (answered, counted) = count(session, questions(asked, subject), asked);
    let lacking = missing(report).iter().any(|lack| lack.question.subject == subject)
        || questions(asked, subject).any(|spec| session.typing.has_slips(spec));
    match answered {
        0 => Stage::Todo,
        _ if answered == counted && !lacking => Stage::Done,
        _ => Stage::Doing,
    }
}
