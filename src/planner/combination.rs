//! Which clauses to file together: what the sum would lose without each, and what it loses by those left out by hand.

use crate::answers::facts::Facts;
use crate::money::Money;
use crate::rule::edition::Among;
use crate::rule::{Amount, Clause, Edition, Outcome};

/// The clauses that bring something, together.
#[derive(Clone, Debug)]
pub struct Combination {
    /// Each clause that gives something, in the order of the edition.
    pub shares: Vec<Share>,
    /// What all of them come to.
    pub total: Amount,
    /// What those come to that are not left out by hand.
    pub filed: Amount,
}

/// What a clause brings to the sum.
#[derive(Clone, Debug)]
pub struct Share {
    /// The clause.
    pub clause: &'static Clause,
    /// What it counts after the limits over the sum.
    pub counts: Amount,
    /// What the sum loses for certain without it; what others would then count is taken off.
    pub less: Money,
    /// By how much more could be decided case by case without it.
    pub room: Money,
    /// The clause that it gives way to, where nothing of it is left: it need not be filed.
    pub gives_way: Option<&'static Clause>,
    /// Whether it is left out by hand.
    pub left_out: bool,
}

impl Combination {
    /// What is given up by leaving clauses out by hand.
    #[must_use]
    pub const fn given_up(&self) -> Money {
        self.total.certain.less(self.filed.certain)
    }
}

/// What each clause brings, and what is given up where the applicant leaves some out by hand: those that `admits` does not
/// admit.
#[must_use]
pub fn combination(edition: &Edition, facts: &Facts, admits: &Among<'_>) -> Combination {
    // Without the working, which is copied wherever a clause does not change.
    let report = edition.assess(facts, false);
    let total = report.total();
    let share = |clause: &'static Clause| {
        let counts = report.counts(clause.id);
        let gave = report.gave_way.iter().find(|gave| gave.clause.id == clause.id && !gave.amount.is_zero());
        let gives = !(counts.certain + counts.ceiling).is_zero() || gave.is_some();
        if !gives || report.of(clause.id).is_none_or(|own| own.outcome != Outcome::Met) {
            return None;
        }
        let without = edition.without(facts, clause, &report).total();
        let gives_way = gave.filter(|_| (counts.certain + counts.ceiling).is_zero()).map(|gave| gave.to);
        Some(Share {
            clause,
            counts,
            less: total.certain.less(without.certain),
            room: (without.ceiling + counts.ceiling).less(total.ceiling),
            gives_way,
            left_out: !admits(clause),
        })
    };
    let shares: Vec<Share> = edition.clauses.iter().filter_map(|clause| share(clause)).collect();
    let filed = if shares.iter().any(|share| share.left_out) {
        edition.assess_among(facts, false, admits).total()
    } else {
        total
    };
    Combination { shares, total, filed }
}
