//! Clauses by how they turned out, and what each section of the policy comes to.

use crate::order::Order;
use crate::rule::{Amount, Assessment, Counted, Edition, Outcome, Report, Section};

/// The clauses by how they turned out.
#[derive(Debug, Default)]
pub struct Groups<'a> {
    /// Met, with an amount: first what counts, then what is possible, then what is decided case by case.
    pub met: Vec<Counted<'a>>,
    /// Facts are missing.
    pub open: Vec<Counted<'a>>,
    /// Not met.
    pub unmet: Vec<Counted<'a>>,
    /// Not met as there is nothing of the kind: no purchase, no person, no project.
    pub absent: Vec<Counted<'a>>,
    /// Without an amount: given in kind, or its rules are still to come.
    pub listed: Vec<Counted<'a>>,
    /// Not for this applicant.
    pub not_applicable: Vec<Counted<'a>>,
}

/// What a section gives, after the limits over the sum.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct SectionSum {
    /// The section.
    pub section: &'static Section,
    /// What its clauses count.
    pub amount: Amount,
    /// Whether a clause of it misses a fact.
    pub open: bool,
}

/// The sections with a clause for the applicant, and what is counted over them.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Sums {
    /// In the order of the policy.
    pub sections: Vec<SectionSum>,
    /// How many clauses give money that is certain.
    pub met: usize,
    /// How many doubts hold back money.
    pub doubts: usize,
}

impl Report {
    /// The clauses by how they turned out, but for one.
    #[must_use]
    pub fn groups(&self, but: Option<usize>) -> Groups<'_> {
        let mut groups = Groups::default();
        for (place, clause) in self.counted().into_iter().enumerate() {
            if but == Some(place) {
                continue;
            }
            let Assessment { outcome, missing, estimate, .. } = clause.assessment;
            match outcome {
                Outcome::Met if estimate.in_kind => groups.listed.push(clause),
                Outcome::Met => groups.met.push(clause),
                // Nothing that can be answered is missing: rules yet to come.
                Outcome::Unknown if missing.is_empty() => groups.listed.push(clause),
                Outcome::Unknown => groups.open.push(clause),
                Outcome::NotMet if clause.assessment.absent.is_some() => groups.absent.push(clause),
                Outcome::NotMet => groups.unmet.push(clause),
                Outcome::NotApplicable => groups.not_applicable.push(clause),
            }
        }
        groups.met.order_by_key(|clause| {
            let total = clause.by_year.total();
            match (total.certain.is_zero(), total.possible.is_zero()) {
                (false, _) => 0,
                (true, false) => 1,
                (true, true) => 2,
            }
        });
        groups
    }

    /// What each section of the edition comes to, of those with a clause for the applicant.
    #[must_use]
    pub fn sums(&self, edition: &Edition) -> Sums {
        let mut sums = Sums::default();
        let mut doubts: Vec<&str> = Vec::new();
        for section in edition.sections.iter().copied() {
            let mut sum = SectionSum { section, amount: Amount::default(), open: false };
            let mut has_clause = false;
            for assessment in &self.assessments {
                let of_section =
                    edition.entry(assessment.clause.article).is_some_and(|entry| std::ptr::eq(entry.section, section));
                if !of_section || assessment.outcome == Outcome::NotApplicable || assessment.estimate.in_kind {
                    continue;
                }
                has_clause = true;
                let counted = self.counts(assessment.clause.id);
                sum.amount += counted;
                sum.open |= assessment.outcome == Outcome::Unknown && !assessment.missing.is_empty();
                sums.met += usize::from(!counted.certain.is_zero());
                for doubt in assessment.estimate.doubts.iter().filter(|_| !counted.possible.is_zero()) {
                    if !doubts.contains(&doubt.number) {
                        doubts.push(doubt.number);
                    }
                }
            }
            if has_clause {
                sums.sections.push(sum);
            }
        }
        sums.doubts = doubts.len();
        sums
    }
}

#[cfg(test)]
mod tests {
    use crate::drafts::examples::ALL;
    use crate::money::Money;
    use crate::rule::Outcome;

    #[test]
    fn every_clause_is_in_one_group() {
        for example in ALL {
            let draft = example.draft().unwrap();
            let report = draft.rules().assess(&draft.facts, false);
            let groups = report.groups(None);
            let all =
                [&groups.met, &groups.open, &groups.unmet, &groups.absent, &groups.listed, &groups.not_applicable];
            assert_eq!(all.iter().map(|group| group.len()).sum::<usize>(), report.assessments.len());
            assert!(groups.met.iter().all(|clause| clause.assessment.outcome == Outcome::Met));
            let certain = |place: usize| !groups.met[place].by_year.total().certain.is_zero();
            assert!((1..groups.met.len()).all(|place| certain(place - 1) || !certain(place)), "{}", example.id);
            let but = |place: usize| report.groups(Some(place));
            assert!(
                groups.met.is_empty()
                    || (0..report.assessments.len()).any(|place| but(place).met.len() < groups.met.len())
            );
        }
    }

    #[test]
    fn the_sections_add_up_to_the_total() {
        for example in ALL {
            let draft = example.draft().unwrap();
            let report = draft.rules().assess(&draft.facts, false);
            let sums = report.sums(draft.rules());
            let (total, sections) = (report.total(), &sums.sections);
            let sum = |part: fn(&super::SectionSum) -> Money| sections.iter().map(part).sum::<Money>();
            assert_eq!(sum(|section| section.amount.certain), total.certain, "{}", example.id);
            assert_eq!(sum(|section| section.amount.possible), total.possible, "{}", example.id);
            assert_eq!(sums.doubts > 0, !total.possible.is_zero(), "{}", example.id);
        }
    }
}
