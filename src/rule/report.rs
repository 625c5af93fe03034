//! All clauses of an edition together: the totals, and what the limits over the sum did to them.

use super::asked::Asked;
use super::clause::{Assessment, Clause, Outcome};
use super::doubt::Doubt;
use super::estimate::{Amount, ByYear};
use super::provision::Provision;
use crate::date::Year;
use crate::money::Money;

/// What an edition says of a case.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// One assessment a clause, in the order of the edition. Each shows its own amount, before the limits.
    pub assessments: Vec<Assessment>,
    /// What each of them counts after the limits, in the same order.
    pub counted: Vec<ByYear>,
    /// What counts in all, by year, after the limits.
    pub by_year: ByYear,
    /// What gave way to another clause, and why.
    pub gave_way: Vec<GaveWay>,
    /// Each year's support against the line that it should not go beyond.
    pub lines: Vec<Line>,
    /// What must be told beside the totals.
    pub notes: Vec<Note>,
    /// The year of application, if it is told.
    pub applied: Option<Year>,
}

/// A clause's certain amount, or a part of it, that another clause displaces.
#[derive(Clone, Debug)]
pub struct GaveWay {
    /// The clause that gives way.
    pub clause: &'static Clause,
    /// The clause that stands.
    pub to: &'static Clause,
    /// The rule.
    pub provision: &'static Provision,
    /// The doubt that keeps the amount possible.
    pub doubt: &'static Doubt,
    /// By how much.
    pub amount: Money,
}

/// A year against the 70% line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Line {
    /// The fiscal year.
    pub year: Year,
    /// Its contribution.
    pub contribution: Money,
    /// 70% of it.
    pub line: Money,
    /// The certain support of the year that the line is about.
    pub support: Money,
}

impl Line {
    /// By how much the support is above the line.
    #[must_use]
    pub const fn over(self) -> Money {
        self.support.less(self.line)
    }
}

/// A remark about the sum.
#[derive(Clone, Debug)]
pub struct Note {
    /// The rule behind it.
    pub provision: &'static Provision,
    /// The years it is about; empty for the whole.
    pub years: Vec<Year>,
    /// The doubt that it rests on.
    pub doubt: Option<&'static Doubt>,
}

impl Report {
    /// The totals, band by band, after the limits.
    #[must_use]
    pub fn total(&self) -> Amount {
        self.by_year.total()
    }

    /// The questions that matter: those put by the clauses that are for this kind of applicant.
    #[must_use]
    pub fn asked(&self) -> Asked {
        self.assessments
            .iter()
            .filter(|assessment| assessment.outcome != Outcome::NotApplicable)
            .fold(Asked::default(), |asked, assessment| asked.and(assessment.asked))
    }

    /// The assessment of a clause.
    #[must_use]
    pub fn of(&self, clause: &str) -> Option<&Assessment> {
        self.assessments.iter().find(|assessment| assessment.clause.id == clause)
    }
}
