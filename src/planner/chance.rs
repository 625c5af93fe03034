//! The nearest chances: the smallest change of figures that a clause would pay for.

use crate::answers::facts::Facts;
use crate::money::Money;
use crate::order::Order;
use crate::planner::lever::Change;
use crate::rule::{Amount, Assessment, Clause, Edition, Ladder, Outcome, Report};

/// Meeting one condition can bring out another: this often it is looked again.
const ROUNDS: usize = 3;
/// How many changes are tried for a clause at most: tables can hold a hundred thousand rows.
const MOST_TRIED: usize = 12;

/// Figures that would bring support, or more of it.
#[derive(Clone, Debug)]
pub struct Chance {
    /// The clause that would pay.
    pub clause: &'static Clause,
    /// What would have to change, all of it.
    pub changes: Vec<Change>,
    /// What the clause would count more, after the limits over the sum.
    pub gain: Amount,
    /// What all clauses together would count more: the same change can serve several, or make one give way.
    pub in_all: Amount,
    /// How much of what is gained for certain was within reach of a decision before: nothing more is given, it only
    /// becomes sure.
    pub firm: Money,
    /// Whether it would bring support in kind.
    pub in_kind: bool,
}

/// How far the farthest of several changes is.
fn farthest(changes: &[Change]) -> i128 {
    changes.iter().map(Change::distance).max().unwrap_or(0)
}

/// The nearest chance of each clause, nearest first. Needs a report with the working.
#[must_use]
pub fn chances(edition: &Edition, facts: &Facts, report: &Report) -> Vec<Chance> {
    let nearest = |assessment: &Assessment| {
        let attempt = Try { edition, facts, before: report, clause: assessment.clause };
        let mut ways = ways(assessment, edition, facts);
        ways.order_by_key(|changes| farthest(changes));
        ways.into_iter().take(MOST_TRIED).find_map(|changes| attempt.run(changes))
    };
    let mut chances: Vec<Chance> = report.assessments.iter().filter_map(nearest).collect();
    chances.order_by_key(|chance| farthest(&chance.changes));
    chances
}

/// The changes that could bring a clause further: all that it lacks, or one more step where it is met.
fn ways(assessment: &Assessment, edition: &Edition, facts: &Facts) -> Vec<Vec<Change>> {
    match assessment.outcome {
        Outcome::NotApplicable | Outcome::Unknown => Vec::new(),
        Outcome::NotMet => lacking(assessment, edition, facts).into_iter().collect(),
        Outcome::Met => {
            let ladders = Ladder::of(assessment, facts, edition.yearly);
            let stands = ladders.iter().flat_map(|ladder| ladder.stands.iter());
            let climbs = stands.filter_map(|stand| Change::climbing(stand, assessment, edition, facts));
            // What was looked at and found wanting, without deciding.
            let observed = assessment.steps.iter().filter(|step| !step.decides);
            let observed = observed.filter_map(|step| Change::wanted(step, assessment, edition, facts));
            climbs.chain(observed).map(|change| vec![change]).collect()
        }
    }
}

/// Everything that a clause lacks; `None` where something cannot be moved.
fn lacking(assessment: &Assessment, edition: &Edition, facts: &Facts) -> Option<Vec<Change>> {
    assessment.unmet().map(|step| Change::wanted(step, assessment, edition, facts)).collect()
}

/// A change at work.
struct Try<'a> {
    edition: &'a Edition,
    facts: &'a Facts,
    before: &'a Report,
    clause: &'static Clause,
}

impl Try<'_> {
    /// Makes the changes, and those that come out by them, and looks what they bring.
    fn run(&self, mut changes: Vec<Change>) -> Option<Chance> {
        let mut facts = self.facts.clone();
        for _ in 0..ROUNDS {
            if !changes.iter().all(|change| change.make(&mut facts)) {
                return None;
            }
            let assessment = self.clause.assess(&facts, true);
            match assessment.outcome {
                Outcome::Met => return self.found(changes, &facts),
                Outcome::NotMet => {}
                Outcome::NotApplicable | Outcome::Unknown => return None,
            }
            for more in lacking(&assessment, self.edition, &facts)? {
                match changes.iter_mut().find(|change| change.cell.is(&more.cell)) {
                    Some(change) => change.to = more.to,
                    None => changes.push(more),
                }
            }
        }
        None
    }

    fn found(&self, changes: Vec<Change>, facts: &Facts) -> Option<Chance> {
        let after = self.edition.assess(facts, false);
        let (was, is) = (self.before.counts(self.clause.id), after.counts(self.clause.id));
        let gain = more(was, is);
        let firm = was.ceiling.less(is.ceiling).min(gain.certain);
        let in_all = more(self.before.total(), after.total());
        let kind = |report: &Report| {
            let of = report.of(self.clause.id);
            of.is_some_and(|assessment| assessment.outcome == Outcome::Met && assessment.estimate.in_kind)
        };
        let in_kind = kind(&after) && !kind(self.before);
        let gains = !gain.certain.is_zero() || !gain.ceiling.is_zero() || !gain.possible.is_zero() || in_kind;
        gains.then_some(Chance { clause: self.clause, changes, gain, in_all, firm, in_kind })
    }
}

/// What an amount has more than another, band by band; nothing where it has less.
pub(super) fn more(before: Amount, after: Amount) -> Amount {
    let more = |band: fn(Amount) -> crate::money::Money| band(after).less(band(before));
    Amount {
        certain: more(|amount| amount.certain),
        possible: more(|amount| amount.possible),
        floor: more(|amount| amount.floor),
        ceiling: more(|amount| amount.ceiling),
        prepaid: more(|amount| amount.prepaid),
    }
}
