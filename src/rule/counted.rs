//! What each clause comes to after the limits over the sum, and which doubts hold how much.

use crate::date::Year;
use crate::money::Money;
use crate::rule::amount::{Amount, ByYear};
use crate::rule::clause::{Assessment, Clause, Outcome};
use crate::rule::doubt::Doubt;
use crate::rule::report::Report;
use crate::rule::step::{Band, Step};
use crate::rule::when::When;

/// A clause after the limits.
#[derive(Clone, Debug)]
pub struct Counted<'a> {
    /// The clause before the limits.
    pub assessment: &'a Assessment,
    /// What it counts, by year.
    pub by_year: &'a ByYear,
    /// What of its certain amount gave way.
    pub gave_way: Money,
}

impl Counted<'_> {
    /// What counts over all years.
    #[must_use]
    pub fn total(&self) -> Money {
        self.by_year.total().certain
    }

    /// What counts in a year.
    #[must_use]
    pub fn in_year(&self, year: Year) -> Money {
        self.by_year.of(year).certain
    }

    /// Whether an application of one year is about the support of another.
    #[must_use]
    pub fn due(&self, year: Year, application: Year) -> bool {
        When::of(self.assessment.clause, year, Some(application)) == When::Now
    }

    /// What an application of a year is about.
    #[must_use]
    pub fn due_in(&self, application: Year) -> Amount {
        let due = self.by_year.iter().filter(|(year, _)| self.due(*year, application));
        due.fold(Amount::default(), |sum, (_, amount)| sum + amount)
    }

    /// The years in which something certain counts, with how much.
    #[must_use]
    pub fn years(&self) -> Vec<(Year, Money)> {
        let certain = self.by_year.iter().map(|(year, amount)| (year, amount.certain));
        certain.filter(|(_, amount)| !amount.is_zero()).collect()
    }

    /// Whether what it gives rests on a doubt alone: nothing of it is certain or decided case by case, and it gave way
    /// to nothing.
    #[must_use]
    pub fn pending(&self) -> bool {
        let total = self.by_year.total();
        (total.certain + total.ceiling).is_zero() && !total.possible.is_zero() && self.gave_way.is_zero()
    }

    /// Whether it is claimed unless it is left out: met, and with money that counts or that is decided case by case.
    #[must_use]
    pub fn claimed(&self) -> bool {
        let total = self.by_year.total();
        self.assessment.outcome == Outcome::Met && !(total.certain + total.ceiling).is_zero()
    }

    /// Whether the application of a year is about it: with money in that year, or with what has no figure.
    #[must_use]
    pub fn applied_in(&self, year: Option<Year>) -> bool {
        year.is_none_or(|year| {
            let due = self.due_in(year);
            let decided = self.assessment.estimate.in_kind || !due.ceiling.is_zero();
            decided || !due.certain.is_zero() || (self.pending() && !due.possible.is_zero())
        })
    }

    /// Whether it is claimed only when it is asked for: met, and resting on a doubt alone, or support in kind that is
    /// applied for here, with documents.
    #[must_use]
    pub fn offered(&self) -> bool {
        let Assessment { clause, outcome, estimate, .. } = self.assessment;
        *outcome == Outcome::Met && (self.pending() || (estimate.in_kind && !clause.evidence.is_empty()))
    }
}

/// A doubt that touches the case.
#[derive(Clone, Debug)]
pub struct Raised {
    /// The doubt.
    pub doubt: &'static Doubt,
    /// The clauses it touches.
    pub clauses: Vec<&'static Clause>,
    /// What counts under the prudent reading, in the clauses it touches.
    pub prudent: Money,
    /// What the favourable reading would add; nothing where the doubt moves no amount here.
    pub adds: Money,
}

impl Report {
    /// Every clause after the limits, in the order of the edition.
    #[must_use]
    pub fn counted(&self) -> Vec<Counted<'_>> {
        let gave_way =
            |id: &str| self.gave_way.iter().filter(|gave| gave.clause.id == id).map(|gave| gave.amount).sum::<Money>();
        self.assessments
            .iter()
            .zip(&self.counted)
            .map(|(assessment, by_year)| Counted { assessment, by_year, gave_way: gave_way(assessment.clause.id) })
            .collect()
    }

    /// Every doubt that touches the case, each once, in the order met: first those of the clauses, then those between
    /// clauses. Needs the working.
    #[must_use]
    pub fn raised(&self) -> Vec<Raised> {
        let mut raised: Vec<Raised> = Vec::new();
        let counted = self.counted();
        let mut add = |doubt: &'static Doubt, clause: &'static Clause, prudent: Money, adds: Money| {
            let place = raised.iter().position(|other| other.doubt.number == doubt.number).unwrap_or_else(|| {
                raised.push(Raised { doubt, clauses: Vec::new(), prudent: Money::ZERO, adds: Money::ZERO });
                raised.len() - 1
            });
            let entry = &mut raised[place];
            entry.adds += adds;
            if !entry.clauses.iter().any(|other| other.id == clause.id) {
                entry.clauses.push(clause);
                entry.prudent += prudent;
            }
        };
        for clause in &counted {
            let Assessment { clause: of, estimate, steps, .. } = clause.assessment;
            for doubt in &estimate.doubts {
                let adds = steps
                    .iter()
                    .filter(|step| step.band == Some(Band::Possible))
                    .filter(|step| step.doubts.iter().any(|other| other.number == doubt.number))
                    .filter_map(Step::result)
                    .sum();
                add(doubt, of, clause.total(), adds);
            }
        }
        for gave in &self.gave_way {
            let stands = |id: &str| {
                counted.iter().find(|clause| clause.assessment.clause.id == id).map_or(Money::ZERO, Counted::total)
            };
            if let Some(doubt) = gave.doubt {
                add(doubt, gave.clause, stands(gave.clause.id), gave.amount);
                add(doubt, gave.to, stands(gave.to.id), Money::ZERO);
            }
        }
        for (note, doubt) in self.notes.iter().filter_map(|note| Some((note, note.doubt?))) {
            for clause in &counted {
                let of = clause.assessment.clause;
                let about = |year: &&Year| note.when.is_none_or(|when| When::of(of, **year, self.applied) == when);
                let in_doubt: Money = note.years.iter().filter(about).map(|year| clause.in_year(*year)).sum();
                if !in_doubt.is_zero() {
                    add(doubt, clause.assessment.clause, in_doubt, Money::ZERO);
                }
            }
        }
        raised
    }
}
