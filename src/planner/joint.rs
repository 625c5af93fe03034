//! All choices of a draft together: the best plan, the second, the worst, and what each option costs.
//!
//! Choices that bear on no common clause are independent, so that the best of all is the best of each part: every way of a
//! part is looked at, and none is sampled. The rows of a table choose their years each for itself.

use crate::answers::answer::Answer;
use crate::answers::facts::Facts;
use crate::date::Year;
use crate::money::Money;
use crate::order::Order;
use crate::planner::choice::{Choice, Closed, Pick, Subject, choices};
use crate::planner::component::{Component, Way};
use crate::planner::election::Election;
use crate::planner::filled::Filled;
use crate::planner::flip::{Flip, Flipping};
use crate::planner::forecast::Forecast;
use crate::planner::part::{Part, part};
use crate::planner::row_years::{RowChoice, RowYears};
use crate::planner::sensitivity::Sensitivity;
use crate::planner::turn::Turn;
use crate::rule::{ByYear, Edition, Outcome, Report};
use crate::text::{Lang, Text, text};

#[cfg(test)]
mod tests;

/// How many ways of one part are looked at, at most.
const MOST_WAYS: usize = 4096;
/// Figures are followed while tables are no longer than this: each look copies them.
const LONGEST: usize = 2_000;

/// The choices of a draft, together.
#[derive(Clone, Debug)]
pub struct Joint {
    /// The choices that make a difference.
    pub decisions: Vec<Decision>,
    /// What cannot be chosen any more.
    pub closed: Vec<Closed>,
    /// The years that rows choose for themselves, where they make a difference.
    pub rows: Option<RowYears>,
    /// What the draft as it is comes to, with what is assumed.
    pub own: Money,
    /// The best plan; the best of those that bring less; the worst. One alone where all bring the same, none where the
    /// whole is refused.
    pub plans: Vec<Plan>,
    /// Whether the best plan is sure to be: no figure that is missing, and nothing within what is assumed, makes another
    /// one the best.
    pub settled: bool,
    /// What was not compared, and why.
    pub refused: Vec<Refused>,
}

/// A choice, with what would turn it.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The choice.
    pub choice: Choice,
    /// For years: the nearest contributions that would make another one the best.
    pub turns: Vec<Turn>,
    /// For sides: the figures that would make another one the best.
    pub flips: Vec<Flip>,
}

/// Choices that are not compared. They stay as the draft has them.
#[derive(Clone, Debug)]
pub struct Refused {
    /// What is chosen there.
    pub subjects: Vec<Subject>,
    /// Why.
    pub why: Why,
}

/// Why choices are not compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// There are so many ways.
    Ways(usize),
    /// Parts turned out not to be independent.
    Entangled,
    /// The rows of a table do not come to what their clause counts.
    Rows,
}

impl Refused {
    /// Why, in a sentence.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        const ENTANGLED: Text = text(
            "这些选择互相影响，分开比较的合计对不上，所以不给整体方案",
            "these choices bear on one another: compared part by part the sums do not agree, so no joint plan is shown",
        );
        const ROWS: Text = text(
            "各家的合计与条款的合计对不上（例如已领的款没有写明给哪一家），各家的年度不逐一比较",
            "the rows do not come to what the clause counts (what was received may name none of them), so their years are not compared",
        );
        match (self.why, lang) {
            (Why::Entangled, _) => ENTANGLED.get(lang).to_owned(),
            (Why::Rows, _) => ROWS.get(lang).to_owned(),
            (Why::Ways(ways), Lang::Zh) => format!("共有{ways}种组合，太多，没有逐一比较；保持草稿的选择"),
            (Why::Ways(ways), Lang::En) => {
                format!("there are {ways} combinations, too many to compare; they stay as the draft has them")
            }
        }
    }
}

/// Which of the plans one is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rank {
    /// None brings more.
    Best,
    /// The best of those that bring less.
    Second,
    /// None brings less, and it is not the second.
    Worst,
}

/// One option of each choice.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Which one it is.
    pub rank: Rank,
    /// The option of each choice; `None` where another choice leaves it without effect.
    pub picks: Vec<Option<Pick>>,
    /// The years of rows that are not their best.
    pub rows: Rows,
    /// The certain support of each fiscal year, after the limits over the sum.
    pub years: Vec<(Year, Money)>,
    /// The sum.
    pub total: Money,
    /// The sum where all that is assumed is low, and where it is high.
    pub range: Option<(Money, Money)>,
}

/// The years of rows in a plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Rows {
    /// Each has its best.
    Best,
    /// This one has its second, the others their best.
    Second(RowChoice),
    /// Each has the one that gives least.
    Least,
}

impl Joint {
    /// The best plan.
    #[must_use]
    pub fn best(&self) -> Option<&Plan> {
        self.plans.first()
    }

    /// How much the best plan brings beyond the draft as it is.
    #[must_use]
    pub fn gain(&self) -> Money {
        self.best().map_or(Money::ZERO, |best| best.total.less(self.own))
    }
}

/// All choices together. Years to come that have no figure take what the forecast says. The elections and the figures
/// followed are those of the same draft and forecast: what would turn a choice is taken from there. `None` where there is
/// nothing to choose and nothing closed.
#[must_use]
pub fn joint(
    edition: &Edition,
    told: &Facts,
    forecast: &Forecast,
    elections: &[Election],
    found: &[Sensitivity],
) -> Option<Joint> {
    let filled = Filled::of(edition, told, forecast);
    let report = edition.assess(&filled.base, false);
    let (choices, closed) = choices(edition, told, &filled.base);
    let components = components(edition, &choices, &report);
    let mut planning = Planning { edition, filled: &filled, report: &report, parts: Vec::new() };
    let mut refused = Vec::new();
    for component in components {
        let subjects = component.choices.iter().map(|choice| choice.subject).collect();
        match part(component, &filled.base, MOST_WAYS) {
            Ok(part) => planning.parts.push(part),
            Err(ways) => refused.push(Refused { subjects, why: Why::Ways(ways) }),
        }
    }
    let mut joint = planning.joint(elections, found);
    joint.closed = closed;
    joint.refused.extend(refused);
    let nothing = joint.decisions.is_empty() && joint.rows.is_none() && joint.closed.is_empty();
    (!nothing || !joint.refused.is_empty()).then_some(joint)
}

/// The parts that are chosen each for itself: clauses that read the same answer, or that a limit ties, are in one.
fn components<'a>(edition: &'a Edition, choices: &'a [Choice], report: &Report) -> Vec<Component<'a>> {
    let mut groups: Vec<Vec<&'static str>> = Vec::new();
    let mut tie = |ids: Vec<&'static str>| {
        let (tied, apart): (Vec<_>, Vec<_>) =
            groups.drain(..).partition(|group: &Vec<&str>| group.iter().any(|id| ids.contains(id)));
        groups = apart;
        let mut group: Vec<&'static str> = tied.into_iter().flatten().chain(ids).collect();
        group.order();
        group.dedup();
        groups.push(group);
    };
    for alternative in edition.alternatives {
        tie(alternative.clauses().map(|clause| clause.id).collect());
    }
    for choice in choices {
        let mut ids: Vec<&'static str> = choice.subject.clauses().iter().map(|clause| clause.id).collect();
        if let Subject::Year(elective) = choice.subject {
            let reads = report
                .assessments
                .iter()
                .filter(|own| own.outcome != Outcome::NotApplicable && own.asked.reads(elective.question));
            ids.extend(reads.map(|own| own.clause.id));
        }
        tie(ids);
    }
    for rule in edition.row_rules {
        tie(vec![rule.clause.id]);
    }
    let component = |clauses: Vec<&'static str>| Component {
        edition,
        choices: choices.iter().filter(|choice| holds(&clauses, choice.subject)).collect(),
        rows: edition.row_rules.iter().find(|rule| clauses.contains(&rule.clause.id)),
        clauses,
    };
    let found = groups.into_iter().map(component);
    found.filter(|component| !component.choices.is_empty() || component.rows.is_some()).collect()
}

fn holds(clauses: &[&'static str], subject: Subject) -> bool {
    subject.clauses().iter().any(|clause| clauses.contains(&clause.id))
}

/// The parts at work.
struct Planning<'a> {
    edition: &'a Edition,
    filled: &'a Filled,
    report: &'a Report,
    parts: Vec<Part<'a>>,
}

impl Planning<'_> {
    fn joint(&self, elections: &[Election], found: &[Sensitivity]) -> Joint {
        let mut joint = Joint {
            decisions: Vec::new(),
            closed: Vec::new(),
            rows: self.parts.iter().find_map(|part| part.best().rows.clone()),
            own: self.report.total().certain,
            plans: Vec::new(),
            settled: false,
            refused: Vec::new(),
        };
        for part in &self.parts {
            let choices = part.choices().into_iter().enumerate();
            joint.decisions.extend(choices.map(|(place, choice)| self.decision(part, place, choice, elections, found)));
        }
        let plans = [(Rank::Best, self.best()), (Rank::Second, self.second()), (Rank::Worst, self.worst())];
        for (rank, chosen) in plans.into_iter().filter_map(|(rank, chosen)| Some((rank, chosen?))) {
            match self.plan(rank, &chosen) {
                Some(plan)
                    if rank == Rank::Worst && joint.plans.last().is_some_and(|last| last.total == plan.total) => {}
                Some(plan) => joint.plans.push(plan),
                None => {
                    let subjects = joint.decisions.iter().map(|decision| decision.choice.subject).collect();
                    joint.refused.push(Refused { subjects, why: Why::Entangled });
                    joint.plans.clear();
                    return joint;
                }
            }
        }
        if self.parts.iter().any(|part| part.best().rows_differ) {
            joint.refused.push(Refused { subjects: Vec::new(), why: Why::Rows });
        }
        joint.settled = self.parts.iter().all(|part| self.is_settled(part, elections));
        joint
    }

    /// A choice with what would turn it.
    fn decision(
        &self,
        part: &Part<'_>,
        place: usize,
        choice: Choice,
        elections: &[Election],
        found: &[Sensitivity],
    ) -> Decision {
        let own = election_of(elections, choice.subject);
        let turns = own.and_then(|own| own.turns.clone()).unwrap_or_default();
        let mut flips = Vec::new();
        if matches!(choice.subject, Subject::Side(_)) && self.is_short(part) {
            let component = &part.component;
            let best = part.best().picks.get(place).copied().flatten();
            let flipping = Flipping { component, best, choice: place, facts: &self.filled.base };
            flips = flipping.flips(found, self.report);
        }
        Decision { choice, turns, flips }
    }

    /// Whether the tables that a part reads are short enough to be copied for each look.
    fn is_short(&self, part: &Part<'_>) -> bool {
        let table = part.component.rows.and_then(|rule| self.filled.base.answer(rule.question));
        !matches!(table, Some(Answer::Table(table)) if table.len() > LONGEST)
    }

    fn best(&self) -> Option<Chosen> {
        Some(Chosen { ways: self.parts.iter().map(|part| part.best).collect(), rows: Rows::Best })
    }

    /// The best that brings less: one part has another way, or one row another year.
    fn second(&self) -> Option<Chosen> {
        let best = self.best()?;
        let mut found: Option<(Money, Chosen)> = None;
        let mut offer = |less: Money, chosen: Chosen| {
            if found.as_ref().is_none_or(|(least, _)| less < *least) {
                found = Some((less, chosen));
            }
        };
        for (place, part) in self.parts.iter().enumerate() {
            if let Some(second) = part.second() {
                let mut chosen = best.clone();
                chosen.ways[place] = second;
                offer(part.best().total.less(part.ways[second].total), chosen);
            }
            if let Some(row) = part.best().rows.as_ref().and_then(|rows| rows.closest.clone()) {
                offer(row.less(), Chosen { rows: Rows::Second(row), ..best.clone() });
            }
        }
        found.map(|(_, chosen)| chosen)
    }

    fn worst(&self) -> Option<Chosen> {
        let worst: Vec<usize> = self.parts.iter().map(Part::worst).collect();
        let less = self.parts.iter().zip(&worst).any(|(part, worst)| part.ways[*worst].least() < part.best().total);
        let has_rows = self.parts.iter().zip(&worst).any(|(part, worst)| part.ways[*worst].rows.is_some());
        less.then_some(Chosen { ways: worst, rows: if has_rows { Rows::Least } else { Rows::Best } })
    }

    /// Assesses the whole of what is chosen; `None` where it does not come to the sum of its parts.
    fn plan(&self, rank: Rank, chosen: &Chosen) -> Option<Plan> {
        let report = self.assess(chosen, &self.filled.base)?;
        let is_part = |id: &str| self.parts.iter().any(|part| part.component.clauses.contains(&id));
        let of_rest = |(place, counted): (usize, &ByYear)| {
            let own = &self.report.assessments[place];
            if is_part(own.clause.id) { Money::ZERO } else { counted.total().certain }
        };
        let rest: Money = self.report.counted.iter().enumerate().map(of_rest).sum();
        let parts: Money = self.parts.iter().zip(&chosen.ways).map(|(part, way)| part.ways[*way].total).sum();
        if report.total().certain != rest + parts {
            return None;
        }
        let mut years: Vec<(Year, Money)> =
            report.by_year.iter().map(|(year, amount)| (year, amount.certain)).collect();
        let moved = self.moved(chosen);
        for (year, gone, come) in moved {
            match years.iter_mut().find(|(other, _)| *other == year) {
                Some((_, money)) => *money = (*money + come).less(gone),
                None => years.push((year, come)),
            }
        }
        years.retain(|(_, money)| !money.is_zero());
        years.order();
        let total = years.iter().map(|(_, money)| *money).sum();
        let range = self.filled.ends.as_ref().and_then(|[low, high]| {
            let lost = report.total().certain.less(total);
            let of = |facts| Some(self.assess(chosen, facts)?.total().certain.less(lost));
            Some((of(low)?, of(high)?))
        });
        let picks = self.parts.iter().zip(&chosen.ways).flat_map(|(part, way)| part.picks(*way)).collect();
        Some(Plan { rank, picks, rows: chosen.rows.clone(), years, total, range })
    }

    /// What falls out of a year and what comes into it, where rows have other years than their best.
    fn moved(&self, chosen: &Chosen) -> Vec<(Year, Money, Money)> {
        match &chosen.rows {
            Rows::Best => Vec::new(),
            Rows::Second(row) => match row.years[..] {
                [(from, gone), (to, come), ..] => vec![(from, gone, Money::ZERO), (to, Money::ZERO, come)],
                _ => Vec::new(),
            },
            Rows::Least => {
                let rows = self.parts.iter().zip(&chosen.ways).filter_map(|(part, way)| part.ways[*way].rows.as_ref());
                rows.flat_map(|rows| {
                    let [gone, come] = &rows.moved;
                    let gone = gone.iter().map(|(year, amount)| (year, amount.certain, Money::ZERO));
                    // What comes is there before something goes: no year falls below nothing.
                    come.iter().map(|(year, amount)| (year, Money::ZERO, amount.certain)).chain(gone)
                })
                .collect()
            }
        }
    }

    fn assess(&self, chosen: &Chosen, facts: &Facts) -> Option<Report> {
        let mut varied = facts.clone();
        let mut left: Vec<&str> = Vec::new();
        for (part, way) in self.parts.iter().zip(&chosen.ways) {
            for (choice, pick) in part.component.choices.iter().zip(&part.ways[*way].picks) {
                if let Some(option) = pick.and_then(|pick| choice.options.get(pick)) {
                    option.pick.make(choice.subject, &mut varied)?;
                    left.extend(option.pick.leaves().iter().map(|clause| clause.id));
                }
            }
        }
        Some(self.edition.assess_among(&varied, false, &|clause| !left.contains(&clause.id)))
    }

    /// Whether the best way of a part is the best over everything that is open.
    fn is_settled(&self, part: &Part<'_>, elections: &[Election]) -> bool {
        let component = &part.component;
        let is_open = |id: &str| self.report.of(id).is_some_and(|own| !own.missing.is_empty());
        if component.choices.is_empty() {
            return true;
        }
        if component.clauses.iter().any(|id| is_open(id)) {
            return false;
        }
        let mut years = false;
        for (choice, pick) in component.choices.iter().zip(&part.best().picks) {
            let (Subject::Year(_), Some(option)) = (choice.subject, pick.and_then(|pick| choice.options.get(pick)))
            else {
                continue;
            };
            years = true;
            if let Some(own) = election_of(elections, choice.subject)
                && !(own.settled && own.best().is_some_and(|best| option.pick.is(Pick::Year(best.year))))
            {
                return false;
            }
        }
        match &self.filled.ends {
            // More contribution never brings less: the best at the low end against all others at the high one.
            Some([low, high]) if !years || component.choices.len() > 1 => {
                let of = |facts: &Facts| component.ways(facts, MOST_WAYS).unwrap_or_default();
                let (low, high) = (of(low), of(high));
                let picks = &part.best().picks;
                let sides = component.choices.len() - usize::from(years);
                let least = low.iter().find(|way| way.picks == *picks).map(|way| way.total);
                // Years are compared over the whole range by themselves.
                let same = |way: &&Way| way.picks[..sides] == picks[..sides];
                least.is_some_and(|least| high.iter().filter(|way| !same(way)).all(|way| way.total <= least))
            }
            _ => true,
        }
    }
}

/// The way of each part, and the years of rows.
#[derive(Clone)]
struct Chosen {
    ways: Vec<usize>,
    rows: Rows,
}

/// The choice among years alone.
fn election_of(elections: &[Election], subject: Subject) -> Option<&Election> {
    let Subject::Year(elective) = subject else { return None };
    elections.iter().find(|election| election.clause.id == elective.clause.id)
}
