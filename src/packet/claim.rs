//! Which clauses the papers ask for, and which they do not.

use crate::applicant::identity::APPLICATION_YEAR;
use crate::draft::Draft;
use crate::money::Money;
use crate::rule::{Assessment, Clause, Counted, Outcome, Report};

/// A clause that could be claimed: met, with money that is certain or decided case by case.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The clause.
    pub clause: &'static Clause,
    /// What it asks for in the year of application; its own amount where it is not claimed.
    pub requested: Money,
    /// What it asks for in other years.
    pub other_years: Money,
    /// Whether the government decides on money beyond that.
    pub decided: bool,
    /// How it stands.
    pub standing: Standing,
}

/// How a clause stands among the claims.
#[derive(Clone, Copy, Debug)]
pub enum Standing {
    /// Claimed.
    Claimed,
    /// Left out by the applicant.
    LeftOut,
    /// Support of one type is had once: it gives way to this clause.
    GivesWay(&'static Clause),
    /// The applicant claims it all the same beside this clause: the papers may not go out so.
    Contradicts(&'static Clause),
}

impl PartialEq for Standing {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Claimed, Self::Claimed) | (Self::LeftOut, Self::LeftOut) => true,
            (Self::GivesWay(one), Self::GivesWay(two)) | (Self::Contradicts(one), Self::Contradicts(two)) => {
                one.id == two.id
            }
            _ => false,
        }
    }
}

/// Every clause that could be claimed, in the order of the edition. `report` is [`Draft::claimed`].
pub(super) fn claims(draft: &Draft, report: &Report) -> Vec<Claim> {
    let year = draft.facts.get(&APPLICATION_YEAR);
    let counted = report.counted();
    let left_out = draft.filing.claims.values().any(|claimed| !claimed);
    // Clauses left out are not in the report: what they would give is worked out beside it.
    let whole = left_out.then(|| (draft.rules().assess)(&draft.facts, false));
    let all: &[Assessment] = whole.as_ref().map_or(&report.assessments, |whole| &whole.assessments);
    all.iter()
        .filter_map(|own| {
            let clause = own.clause;
            let total = own.estimate.by_year.total();
            if own.outcome != Outcome::Met || (total.certain.is_zero() && total.ceiling.is_zero()) {
                return None;
            }
            let counts = counted.iter().find(|counted| counted.assessment.clause.id == clause.id);
            let gave_way = report.gave_way.iter().find(|gave| gave.clause.id == clause.id);
            let standing = match (counts, gave_way) {
                (None, _) => Standing::LeftOut,
                (Some(counts), _) if counts.claimed() => Standing::Claimed,
                (Some(_), Some(gave)) if draft.filing.claims.get(clause.id) == Some(&true) => {
                    Standing::Contradicts(gave.to)
                }
                (Some(_), Some(gave)) => Standing::GivesWay(gave.to),
                (Some(_), None) => return None,
            };
            let by_year = match (standing, counts) {
                (Standing::Claimed, Some(Counted { by_year, .. })) => by_year,
                _ => &own.estimate.by_year,
            };
            let requested = year.map_or(Money::ZERO, |year| by_year.of(year).certain);
            let total = by_year.total();
            Some(Claim {
                clause,
                requested,
                other_years: total.certain.less(requested),
                decided: !total.ceiling.is_zero(),
                standing,
            })
        })
        .collect()
}
