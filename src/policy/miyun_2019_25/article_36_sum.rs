//! 第三十六条 · what the clauses count while the limits are applied, and what gave way.

use crate::money::Money;
use crate::rule::report::GaveWay;
use crate::rule::{Assessment, ByYear, Doubt, Outcome, Provision};

/// What counts, while the limits are applied.
pub(super) struct Sum {
    /// What each clause that was given counts, in their order.
    pub counted: Vec<ByYear>,
    pub gave_way: Vec<GaveWay>,
}

/// The place of an article's clause among the assessments, if it is met.
pub(super) fn met(assessments: &[Assessment], article: u8) -> Option<usize> {
    let met = |assessment: &Assessment| assessment.clause.article == article && assessment.outcome == Outcome::Met;
    assessments.iter().position(met)
}

/// The same with its certain sum, if it has one; what of it was received before counts as well.
pub(super) fn certain(assessments: &[Assessment], article: u8) -> Option<(usize, Money)> {
    let place = met(assessments, article)?;
    let sum = assessments[place].estimate.gross().total().certain;
    (!sum.is_zero()).then_some((place, sum))
}

impl Sum {
    /// Says what gave way to what, and raises the doubt that keeps it possible.
    pub fn record(
        &mut self,
        assessments: &mut [Assessment],
        (from, to): (usize, usize),
        amount: Money,
        (provision, doubt): (&'static Provision, &'static Doubt),
    ) {
        let doubts = &mut assessments[from].estimate.doubts;
        if !doubts.iter().any(|other| other.number == doubt.number) {
            doubts.push(doubt);
        }
        let (clause, to) = (assessments[from].clause, assessments[to].clause);
        self.gave_way.push(GaveWay { clause, to, provision, doubt: Some(doubt), amount });
    }
}
