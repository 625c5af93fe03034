//! Ladders on which more brings less.

use crate::answers::facts::Facts;
use crate::money::Money;
use crate::planner::FEN;
use crate::rule::{Clause, Edition, Ladder, Outcome, Report, Stand, Tiers};

/// A rung that pays less than the figure just below it.
#[derive(Clone, Copy, Debug)]
pub struct Cliff {
    /// The clause.
    pub clause: &'static Clause,
    /// Its ladder.
    pub tiers: &'static Tiers,
    /// The rung before the fall, from 0: where it is safe.
    pub rung: usize,
    /// The figure at which support falls.
    pub from: Money,
    /// The largest figure before it, and what it gives: a fen less.
    pub last: Money,
    /// What that gives.
    pub before: Money,
    /// What the rung gives where it begins.
    pub after: Money,
    /// The applicant's figure, if the rules have looked at one.
    pub stand: Option<Stand>,
}

/// The cliffs of the clauses that are for this kind of applicant, but for those whose matter there is none of. Needs
/// the working.
#[must_use]
pub fn cliffs(edition: &Edition, facts: &Facts, report: &Report) -> Vec<Cliff> {
    let open = report
        .assessments
        .iter()
        .filter(|assessment| assessment.outcome != Outcome::NotApplicable && assessment.absent.is_none());
    open.flat_map(|assessment| {
        Ladder::of(assessment, facts, edition.yearly).into_iter().flat_map(|ladder| {
            let stand = ladder.nearest().copied();
            let clause = assessment.clause;
            falls(ladder.tiers).into_iter().map(move |(rung, from)| {
                let (last, tiers) = (from.less(FEN), ladder.tiers);
                let (before, after) = (tiers.on(last), tiers.on(from));
                Cliff { clause, tiers, rung, from, last, before, after, stand }
            })
        })
    })
    .collect()
}

/// The rungs that a lower one follows, with where that begins.
fn falls(tiers: &Tiers) -> Vec<(usize, Money)> {
    let fall = |rung: usize| {
        let from = tiers.starts(rung + 1)?;
        (tiers.on(from) < tiers.on(from.less(FEN))).then_some((rung, from))
    };
    (0..tiers.tiers.len()).filter_map(fall).collect()
}
