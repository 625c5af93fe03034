//! Choices among years that are made once: what each year would bring, and which figures would turn the choice.

use crate::answers::facts::Facts;
use crate::answers::question::Spec;
use crate::answers::yearly::{Source, Yearly};
use crate::date::Year;
use crate::money::Money;
use crate::order::Order;
use crate::planner::forecast::{Assumed, Forecast};
use crate::planner::spread::Spread;
use crate::planner::trial::{Trial, Tried};
use crate::planner::turn::{Turn, Turning};
use crate::rule::{Clause, Edition, Elective, Outcome, Report};

/// How many turns are told at most.
const MOST_TURNS: usize = 4;
/// Among how many ways turns are looked for at most: each look assesses every way.
const MOST_WAYS: usize = 15;

/// A choice among years, with what each of them would bring.
#[derive(Clone, Debug)]
pub struct Election {
    /// The clause that the choice is for.
    pub clause: &'static Clause,
    /// The question that holds it.
    pub question: &'static Spec,
    /// The year that the draft names already.
    pub chosen: Option<Year>,
    /// The fiscal years that any of the ways touches, earliest first.
    pub columns: Vec<Column>,
    /// The years that can be chosen, earliest first: two or more.
    pub ways: Vec<Way>,
    /// The nearest figures that would make another year the best one; `None` where there are too many ways to look.
    pub turns: Option<Vec<Turn>>,
    /// Whether the best way is sure to be: no other one is a lower bound, which a figure still missing could raise, and
    /// it is the best over the whole of what is assumed.
    pub settled: bool,
    /// Where it is not: the nearest figure, among those that are not told and within what is assumed of them, from which
    /// on another way is the best.
    pub unsettling: Option<Turn>,
    /// The years that are the best somewhere within what is assumed, other than the one that is the best by its middle.
    pub rivals: Vec<Year>,
    /// Whether what is assumed is too wide to be compared as a whole: sums are then those of its middle.
    pub too_wide: bool,
}

/// A fiscal year and what is known of its contribution.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Column {
    /// The year.
    pub year: Year,
    /// Whether its contribution is told.
    pub told: bool,
    /// Where the figure comes from, if that is told.
    pub source: Option<Source>,
    /// What is taken for it, where it is not.
    pub assumed: Option<Assumed>,
}

/// A year that can be chosen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Way {
    /// The year.
    pub year: Year,
    /// The certain support of each year of its run, of all clauses that the choice touches; `None` for a year whose
    /// contribution is neither told nor assumed, which counts nothing.
    pub pays: Vec<(Year, Option<Money>)>,
    /// The sum, by the middle of what is assumed; a lower bound where a year is open.
    pub total: Money,
    /// The least and the most that it can be within what is assumed; both the sum where nothing is.
    pub range: (Money, Money),
}

impl Way {
    /// Whether a year of the run has no figure, so that the total is a lower bound.
    #[must_use]
    pub fn open(&self) -> bool {
        self.pays.iter().any(|(_, paid)| paid.is_none())
    }
}

impl Election {
    /// The year that gives most, ties to the earliest.
    #[must_use]
    pub fn best(&self) -> Option<&Way> {
        // Of equals `max_by_key` takes the last one.
        self.ways.iter().rev().max_by_key(|way| way.total)
    }

    /// The ways by what they give, most first; of equals the earliest year first.
    #[must_use]
    pub fn ranked(&self) -> Vec<&Way> {
        let mut ranked: Vec<&Way> = self.ways.iter().collect();
        ranked.order_by_key(|way| std::cmp::Reverse(way.total));
        ranked
    }
}

/// The choices among years that the draft has: those with two ways or more that differ. Years to come that have no
/// figure take what the forecast says.
#[must_use]
pub fn elections(edition: &Edition, facts: &Facts, forecast: &Forecast) -> Vec<Election> {
    let of =
        |yearly| edition.electives.iter().filter_map(move |elective| elect(edition, elective, yearly, facts, forecast));
    edition.yearly.into_iter().flat_map(of).collect()
}

fn elect(
    edition: &Edition,
    elective: &Elective,
    yearly: &Yearly,
    facts: &Facts,
    forecast: &Forecast,
) -> Option<Election> {
    let Elective { clause, question, .. } = *elective;
    if clause.assess(facts, false).outcome == Outcome::NotApplicable {
        return None;
    }
    let mut trial = Trial::new(edition, elective, yearly, facts);
    let mut tried = trial.each(&trial.years(facts))?;
    let can_be_chosen: Vec<Year> = tried.iter().map(|tried| tried.year).collect();
    let mut ways = ways(&trial, &tried);
    trial.assume(trial.open(&years(&ways), facts.get(edition.index.year)), forecast);
    if !trial.assumed.is_empty() {
        tried = trial.each(&can_be_chosen)?;
        ways = self::ways(&trial, &tried);
    }
    // Where every year brings the same there is nothing to choose.
    if ways.iter().all(|way| way.total == ways[0].total) {
        return None;
    }
    trial.hears(&tried);
    let years_chosen: Vec<Year> = ways.iter().map(|way| way.year).collect();
    // What a clause without a say counts stands in no range.
    let holds = |(way, (least, most)): (&Way, &(Money, Money))| (*least..=*most).contains(&way.total);
    let spread = Spread::of(&trial, &years_chosen).filter(|spread| ways.iter().zip(&spread.ranges).all(holds));
    for (way, range) in ways.iter_mut().zip(spread.iter().flat_map(|spread| &spread.ranges)) {
        way.range = *range;
    }

    let column = |year| Column {
        year,
        told: yearly.of(facts, year).is_some(),
        source: yearly.source(facts, year),
        assumed: trial.assumed.iter().copied().find(|assumed| assumed.year == year),
    };
    let columns = years(&ways).into_iter().map(column).collect();
    let chosen = trial.chosen.iter().copied().min();
    let mut election = Election {
        clause,
        question,
        chosen,
        columns,
        ways,
        turns: None,
        settled: false,
        unsettling: None,
        rivals: Vec::new(),
        too_wide: spread.is_none(),
    };
    let best = election.best()?.year;
    let told = election.ways.iter().all(|way| way.year == best || !way.open());
    election.rivals = spread.into_iter().flat_map(|spread| spread.best).filter(|year| *year != best).collect();
    election.settled = told && !election.too_wide && election.rivals.is_empty();
    if election.ways.len() <= MOST_WAYS {
        // What the district has confirmed stays as it is.
        let open = election.columns.iter().filter(|column| column.source != Some(Source::Confirmed));
        let mut turns = Turning { trial: &trial, best }.turns(open.map(|column| column.year));
        // They are in the order of how far they are.
        election.unsettling = turns.iter().copied().find(|turn| unsettles(turn, &election));
        turns.truncate(MOST_TURNS);
        turns.order_by_key(|turn| (turn.year, !turn.up()));
        election.turns = Some(turns);
    }
    Some(election)
}

/// The years to come that have no figure and that a choice touches, earliest first: those that a forecast can fill.
#[must_use]
pub fn years_to_fill(edition: &Edition, facts: &Facts) -> Vec<Year> {
    let mut open: Vec<Year> = Vec::new();
    if let Some(yearly) = edition.yearly {
        for elective in edition.electives {
            let trial = Trial::new(edition, elective, yearly, facts);
            // One year alone is no choice.
            if let Some(tried) = trial.each(&trial.years(facts)).filter(|tried| tried.len() > 1) {
                open.extend(trial.open(&years(&ways(&trial, &tried)), facts.get(edition.index.year)));
            }
        }
    }
    open.order();
    open.dedup();
    open
}

/// Whether a turn leaves the choice unsettled: it lies within what is assumed, or in a year of which nothing is known.
fn unsettles(turn: &Turn, election: &Election) -> bool {
    let column = election.columns.iter().find(|column| column.year == turn.year);
    !election.settled
        && turn.best.is_some()
        && column.is_some_and(|column| match column.assumed {
            Some(Assumed { low, high, .. }) => (low..=high).contains(&turn.turns),
            None => !column.told && turn.up(),
        })
}

/// The clauses whose certain support depends on the choice, the clause itself always among them.
fn touched(clause: &'static Clause, tried: &[Tried]) -> Vec<&'static str> {
    let Some(first) = tried.first().map(|tried| &tried.report) else { return Vec::new() };
    let differs = |place: usize| {
        let certain = |report: &Report| -> Vec<(Year, Money)> {
            let counted = report.counted.get(place);
            counted
                .map(|counted| counted.iter().map(|(year, amount)| (year, amount.certain)).collect())
                .unwrap_or_default()
        };
        tried.iter().any(|tried| certain(&tried.report) != certain(first))
    };
    let ids = first.assessments.iter().enumerate().map(|(place, assessment)| (place, assessment.clause.id));
    ids.filter(|(place, id)| *id == clause.id || differs(*place)).map(|(_, id)| id).collect()
}

/// What each year that was tried brings.
fn ways(trial: &Trial<'_>, tried: &[Tried]) -> Vec<Way> {
    let touched = touched(trial.clause, tried);
    tried.iter().map(|tried| way(trial, tried, &touched)).collect()
}

fn way(trial: &Trial<'_>, tried: &Tried, touched: &[&str]) -> Way {
    let counted = tried.report.counted();
    let counted: Vec<_> = counted.iter().filter(|counted| touched.contains(&counted.assessment.clause.id)).collect();
    let mut years = tried.run();
    years.extend(counted.iter().flat_map(|counted| counted.years()).map(|(year, _)| year));
    years.order();
    years.dedup();
    let pays = years.into_iter().map(|year| {
        let paid: Money = counted.iter().map(|counted| counted.in_year(year)).sum();
        (year, (!paid.is_zero() || trial.yearly.of(&trial.facts, year).is_some()).then_some(paid))
    });
    let total = counted.iter().map(|counted| counted.total()).sum();
    Way { year: tried.year, pays: pays.collect(), total, range: (total, total) }
}

/// The years that any of the ways touches, earliest first.
fn years(ways: &[Way]) -> Vec<Year> {
    let mut years: Vec<Year> = ways.iter().flat_map(|way| way.pays.iter().map(|(year, _)| *year)).collect();
    years.order();
    years.dedup();
    years
}
