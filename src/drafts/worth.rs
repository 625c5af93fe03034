//! What is worth answering first: what the clauses that read an answer would bring if everything not told turned out
//! well, as in the first range.

use std::cmp::Reverse;

use crate::answers::question::Spec;
use crate::answers::subject::Subject;
use crate::drafts::draft::Draft;
use crate::drafts::first_range::{First, range};
use crate::drafts::interview::Interview;
use crate::money::Money;
use crate::order::Order;
use crate::rule::{Asked, Missing, Report};

/// What clauses would bring, the most first.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Worth {
    clauses: Vec<(Asked, Money)>,
}

impl Worth {
    /// Of the figures that a draft tells; nothing is worth more than another before there is one.
    #[must_use]
    pub fn of(draft: &Draft, report: &Report) -> Self {
        let told = First::of(&draft.facts).iter().filter_map(|first| Some((*first, first.answer(draft)?))).collect();
        let Some(range) = range(draft, &told) else { return Self::default() };
        let clauses = range.clauses.into_iter().filter_map(|(clause, amount)| {
            let most = amount.certain + amount.possible;
            Some((report.of(clause.id)?.asked, if most.is_zero() { amount.ceiling } else { most }))
        });
        Self { clauses: clauses.collect() }
    }

    /// What the most valuable clause would bring that reads a question.
    fn of_question(&self, question: &Spec) -> Money {
        let reading = self.clauses.iter().filter(|(asked, _)| asked.reads(question));
        reading.map(|(_, amount)| *amount).max().unwrap_or(Money::ZERO)
    }

    /// The subjects, those that everything stands on first, then by their most valuable clause; what only the form needs
    /// comes last.
    #[must_use]
    pub fn subjects(&self, interview: Interview) -> Vec<Subject> {
        let worth = |subject: Subject| interview.of(subject).map(|spec| self.of_question(spec)).max();
        let mut subjects = Subject::ALL;
        subjects.order_by_key(|subject| match subject {
            Subject::Identity | Subject::Gate => (0, Reverse(None)),
            Subject::Filing => (2, Reverse(None)),
            subject => (1, Reverse(worth(*subject))),
        });
        subjects.into()
    }

    /// Puts missing facts into the order of what they would bring.
    pub fn order(&self, missing: &mut [Missing]) {
        missing.order_by_key(|lack| Reverse(self.of_question(lack.question)));
    }
}

#[cfg(test)]
mod tests {
    use super::Worth;
    use crate::answers::answer::Answer;
    use crate::answers::subject::Subject;
    use crate::applicant::identity::Kind;
    use crate::drafts::draft::Draft;
    use crate::drafts::first_range::First;
    use crate::money::{Money, wan, yi};
    use crate::policy::CURRENT_INDEX;
    use crate::policy::miyun_2019_25::article_04_kinds::applicant;

    /// The subjects of a draft of this kind with these figures, as far as they ask something.
    fn subjects(kind: Kind, figures: &[(First, Money)]) -> Vec<Subject> {
        let mut draft = Draft::begin(CURRENT_INDEX, applicant(kind, false, false), 2026);
        for (first, money) in figures {
            first.tell(&mut draft, Some(Answer::Money(*money)));
        }
        let report = draft.rules().assess(&draft.facts, false);
        let interview = draft.interview(&report);
        let mut subjects = Worth::of(&draft, &report).subjects(interview);
        subjects.retain(|subject| interview.of(*subject).next().is_some());
        subjects
    }

    #[test]
    fn the_most_valuable_clause_comes_first() {
        use Subject::{Capital, Contribution, Decision, Filing, Funds, Gate, Identity, People, Premises};
        let bank = |figures: &[(First, Money)]| subjects(Kind::LegalEntity, figures);
        let as_they_stand = [Identity, Gate, Capital, Contribution, Premises, People, Funds, Decision, Filing];
        assert_eq!(bank(&[]), as_they_stand, "without a figure nothing is worth more");
        let capital = (First::PaidIn, yi(12));
        assert_eq!(bank(&[capital])[2], Capital, "the opening grant");
        let contribution = (First::Contribution, wan(9_000));
        assert_eq!(bank(&[capital, contribution])[2], Contribution, "growth funding is more than the opening grant");
        assert_eq!(bank(&[(First::Rent, wan(300))])[2], Premises, "rent alone");
        for figures in [&[][..], &[capital, contribution]] {
            let order = bank(figures);
            assert_eq!((order[0], order[1], order.last()), (Identity, Gate, Some(&Filing)));
            assert_eq!(order.len(), as_they_stand.len());
        }
    }

    #[test]
    fn what_is_missing_is_named_by_what_it_would_bring() {
        let mut draft = Draft::begin(CURRENT_INDEX, applicant(Kind::LegalEntity, false, false), 2026);
        First::Rent.tell(&mut draft, Some(Answer::Money(wan(300))));
        let report = draft.rules().assess(&draft.facts, false);
        let mut missing = report.missing();
        let place = |missing: &[crate::rule::Missing], id: &str| {
            missing.iter().position(|lack| lack.question.id == id).unwrap()
        };
        assert!(place(&missing, "paid_in") < place(&missing, "office_in_miyun"));
        Worth::of(&draft, &report).order(&mut missing);
        assert!(place(&missing, "office_in_miyun") < place(&missing, "paid_in"));
    }
}
