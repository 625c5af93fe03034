//! Choices among years that are made once: what each year would bring, and which figures would turn the choice.

use crate::answers::answer::{Answer, Table};
use crate::answers::facts::Facts;
use crate::answers::form::Form;
use crate::answers::question::Spec;
use crate::answers::yearly::{Source, Yearly};
use crate::date::Year;
use crate::money::{Money, wan};
use crate::order::Order;
use crate::planner::{FEN, columns_of};
use crate::rule::{Assessment, Clause, Edition, Elective, Outcome, Place, Report};

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
}

/// A year that can be chosen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Way {
    /// The year.
    pub year: Year,
    /// The certain support of each year of its run, of all clauses that the choice touches; `None` for a year whose
    /// contribution is not told, which counts nothing.
    pub pays: Vec<(Year, Option<Money>)>,
    /// The sum: a lower bound where a year is not told.
    pub total: Money,
}

impl Way {
    /// Whether a year of the run is not told, so that the total is a lower bound.
    #[must_use]
    pub fn open(&self) -> bool {
        self.pays.iter().any(|(_, paid)| paid.is_none())
    }
}

/// A contribution that would make another year the best one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Turn {
    /// The fiscal year of the contribution.
    pub year: Year,
    /// Its contribution as it stands; nothing where it is not told.
    pub stands: Money,
    /// The last figure, on the way from where it stands, that leaves the best year as it is.
    pub keeps: Money,
    /// The next fen, from which on another is the best.
    pub turns: Money,
    /// The year that is the best then; `None` when none can be chosen any more.
    pub best: Option<Year>,
}

impl Turn {
    /// Whether the contribution would have to grow.
    #[must_use]
    pub fn up(self) -> bool {
        self.turns > self.keeps
    }

    /// The rounder of the two figures, as people say it: whether it is the one that turns.
    #[must_use]
    pub fn bound(self) -> (Money, bool) {
        let noughts =
            |money: Money| (0..).take_while(|power| money.fen() % 10_i128.pow(power + 1) == 0).take(18).count();
        if noughts(self.keeps) > noughts(self.turns) { (self.keeps, false) } else { (self.turns, true) }
    }
}

impl Election {
    /// The year that gives most, ties to the earliest.
    #[must_use]
    pub fn best(&self) -> Option<&Way> {
        // Of equals `max_by_key` takes the last one.
        self.ways.iter().rev().max_by_key(|way| way.total)
    }

    /// Whether the best way is sure to be: no other one is a lower bound, which a figure still missing could raise.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        let best = self.best().map(|way| way.year);
        self.ways.iter().all(|way| Some(way.year) == best || !way.open())
    }

    /// Of the years whose contribution is not told, the nearest figure from which on another way is the best.
    #[must_use]
    pub fn unsettling(&self) -> Option<&Turn> {
        let told = |year| self.columns.iter().any(|column| column.year == year && column.told);
        let turns = self.turns.iter().flatten().filter(|turn| turn.up() && !told(turn.year));
        turns.min_by_key(|turn| turn.turns)
    }

    /// The ways by what they give, most first; of equals the earliest year first.
    #[must_use]
    pub fn ranked(&self) -> Vec<&Way> {
        let mut ranked: Vec<&Way> = self.ways.iter().collect();
        ranked.order_by_key(|way| std::cmp::Reverse(way.total));
        ranked
    }
}

/// The choices among years that the draft has: those with two ways or more that differ.
#[must_use]
pub fn elections(edition: &Edition, facts: &Facts) -> Vec<Election> {
    let of = |yearly| edition.electives.iter().filter_map(move |elective| elect(edition, elective, yearly, facts));
    edition.yearly.into_iter().flat_map(of).collect()
}

fn elect(edition: &Edition, elective: &Elective, yearly: &Yearly, facts: &Facts) -> Option<Election> {
    let Elective { clause, question, .. } = *elective;
    if clause.assess(facts, false).outcome == Outcome::NotApplicable {
        return None;
    }
    let open = Open::of(elective, edition, facts);
    let mut tried: Vec<(Assessment, Year, Report)> = Vec::new();
    let mut varied = facts.clone();
    for year in open.years(yearly, facts) {
        choose(&mut varied, question, year)?;
        let assessment = clause.assess(&varied, true);
        if assessment.outcome == Outcome::Met {
            tried.push((assessment, year, edition.assess(&varied, false)));
        }
    }
    let touched = touched(clause, tried.iter().map(|(.., report)| report));
    let told = |year| yearly.of(facts, year).is_some();
    let way = |(assessment, year, report): &(Assessment, Year, Report)| way(assessment, *year, &told, report, &touched);
    let ways: Vec<Way> = tried.iter().map(way).collect();
    // Where every year brings the same there is nothing to choose.
    if ways.iter().all(|way| way.total == ways[0].total) {
        return None;
    }

    let mut years: Vec<Year> = ways.iter().flat_map(|way| way.pays.iter().map(|(year, _)| *year)).collect();
    years.order();
    years.dedup();
    let column = |year| Column { year, told: told(year), source: yearly.source(facts, year) };
    let columns: Vec<Column> = years.into_iter().map(column).collect();
    let chosen = open.chosen.iter().copied().min();
    let mut election = Election { clause, question, chosen, columns, ways, turns: None };
    if election.ways.len() <= MOST_WAYS {
        let best = election.best()?.year;
        // A clause that reads what is varied can have a say under the limits over the sum.
        let varied = [question, &yearly.question.spec];
        let reads = |assessment: &&Assessment| varied.iter().any(|question| assessment.asked.reads(question));
        let assessments = tried.iter().flat_map(|(.., report)| &report.assessments);
        let mut say: Vec<_> = assessments.filter(reads).map(|assessment| assessment.clause.id).collect();
        say.order();
        say.dedup();
        let turning = Turning { edition, yearly, clause, question, open, facts, say, best };
        election.turns = Some(turning.turns(&election.columns));
    }
    Some(election)
}

/// Chooses a year: as the answer, or as the one row of a table of years. `None` where the question takes neither.
pub(super) fn choose(facts: &mut Facts, question: &Spec, year: Year) -> Option<()> {
    let answer = match question.form {
        Form::Table(columns) => {
            let mut table = Table::new(columns);
            table.insert(0);
            table.set(columns, 0, columns.iter().position(|column| column.key)?, Some(Answer::Year(year))).ok()?;
            Answer::Table(table)
        }
        _ => Answer::Year(year),
    };
    facts.set(question, Some(answer)).ok()
}

/// Which years can be chosen.
struct Open {
    /// Those that are chosen already.
    chosen: Vec<Year>,
    /// All from here on.
    since: Option<Year>,
}

impl Open {
    fn of(elective: &Elective, edition: &Edition, facts: &Facts) -> Self {
        let since = if elective.past { None } else { facts.get(edition.index.year) };
        Self { chosen: chosen(facts, elective.question), since }
    }

    /// Those that have a row among the contributions, earliest first.
    fn years(&self, yearly: &Yearly, facts: &Facts) -> Vec<Year> {
        let mut years: Vec<Year> = yearly.years(facts).collect();
        years.order();
        years.retain(|year| self.since.is_none_or(|since| *year >= since) || self.chosen.contains(year));
        years
    }
}

/// The years that are chosen already.
fn chosen(facts: &Facts, question: &Spec) -> Vec<Year> {
    match (facts.answer(question), columns_of(question)) {
        (Some(Answer::Year(year)), _) => vec![*year],
        (Some(Answer::Table(table)), Some(columns)) => {
            let key = columns.iter().position(|column| column.key);
            let year = |row| match table.cell(row, key?) {
                Some(Answer::Year(year)) => Some(year),
                _ => None,
            };
            (0..table.len()).filter_map(year).collect()
        }
        _ => Vec::new(),
    }
}

/// The clauses whose certain support depends on the choice, the clause itself always among them.
fn touched<'a>(clause: &'static Clause, reports: impl Iterator<Item = &'a Report> + Clone) -> Vec<&'static str> {
    let Some(first) = reports.clone().next() else { return Vec::new() };
    let differs = |place: usize| {
        let certain = |report: &Report| -> Vec<(Year, Money)> {
            let counted = report.counted.get(place);
            counted
                .map(|counted| counted.iter().map(|(year, amount)| (year, amount.certain)).collect())
                .unwrap_or_default()
        };
        reports.clone().any(|report| certain(report) != certain(first))
    };
    let ids = first.assessments.iter().enumerate().map(|(place, assessment)| (place, assessment.clause.id));
    ids.filter(|(place, id)| *id == clause.id || differs(*place)).map(|(_, id)| id).collect()
}

fn way(assessment: &Assessment, year: Year, told: &dyn Fn(Year) -> bool, report: &Report, touched: &[&str]) -> Way {
    let counted = report.counted();
    let counted: Vec<_> = counted.iter().filter(|counted| touched.contains(&counted.assessment.clause.id)).collect();
    let mut years = run(assessment);
    years.extend(counted.iter().flat_map(|counted| counted.years()).map(|(year, _)| year));
    years.order();
    years.dedup();
    let pays = years.into_iter().map(|year| {
        let paid: Money = counted.iter().map(|counted| counted.in_year(year)).sum();
        (year, (!paid.is_zero() || told(year)).then_some(paid))
    });
    Way { year, pays: pays.collect(), total: counted.iter().map(|counted| counted.total()).sum() }
}

/// The years that the working of a clause runs through.
fn run(assessment: &Assessment) -> Vec<Year> {
    let year = |place| match place {
        Place::Year(year) => Some(year),
        Place::Whole | Place::Row(_) => None,
    };
    assessment.steps.iter().filter_map(|step| year(step.place)).collect()
}

/// The search for figures that turn a choice.
struct Turning<'a> {
    edition: &'a Edition,
    yearly: &'a Yearly,
    clause: &'static Clause,
    question: &'static Spec,
    open: Open,
    facts: &'a Facts,
    /// The clauses that have a say: the others, with perhaps a hundred thousand rows to read, stay out of it.
    say: Vec<&'static str>,
    best: Year,
}

impl Turning<'_> {
    /// The nearest turns, each year up and down.
    fn turns(&self, columns: &[Column]) -> Vec<Turn> {
        // What the district has confirmed stays as it is.
        let open = columns.iter().filter(|column| column.source != Some(Source::Confirmed));
        let mut bounds = self.bounds();
        bounds.order();
        let mut turns: Vec<Turn> = open.flat_map(|column| self.of(column.year, &bounds)).collect();
        let way = |turn: &Turn| (turn.turns.fen() - turn.stands.fen()).abs();
        turns.order_by_key(|turn| (way(turn), turn.year));
        turns.truncate(MOST_TURNS);
        turns.order_by_key(|turn| (turn.year, !turn.up()));
        turns
    }

    fn of(&self, year: Year, bounds: &[Money]) -> impl Iterator<Item = Turn> + use<> {
        let stands = self.yearly.of(self.facts, year).unwrap_or(Money::ZERO);
        let up = bounds.iter().copied().filter(|bound| *bound > stands);
        let down = bounds.iter().rev().copied().filter(|bound| *bound < stands);
        let mut varied = self.facts.clone();
        let up = self.search(&mut varied, year, stands, up);
        let down = self.search(&mut varied, year, stands, down);
        up.into_iter().chain(down)
    }

    /// Where a ladder of the clause bends, on either side of it; nothing; and as much as is worth looking at. Between
    /// two of these what a year gives is a line.
    fn bounds(&self) -> Vec<Money> {
        let mut bounds = vec![Money::ZERO, self.most()];
        for ladder in self.clause.tiers {
            for start in (0..ladder.tiers.len()).filter_map(|rung| ladder.starts(rung)) {
                bounds.extend([start, start.less(FEN)]);
            }
        }
        bounds
    }

    /// Four times the largest contribution told, or ten million yuan: nobody plans for more.
    fn most(&self) -> Money {
        let largest = self.yearly.years(self.facts).filter_map(|year| self.yearly.of(self.facts, year)).max();
        largest.map_or(Money::ZERO, |largest| Money::from_fen(largest.fen().saturating_mul(4))).max(wan(1000))
    }

    /// Goes from bound to bound until another year is the best, and then looks for the fen where it turns.
    fn search(
        &self,
        varied: &mut Facts,
        year: Year,
        stands: Money,
        bounds: impl Iterator<Item = Money>,
    ) -> Option<Turn> {
        let mut keeps = stands;
        for bound in bounds {
            if self.best_at(varied, year, bound)? == Some(self.best) {
                keeps = bound;
                continue;
            }
            let mut turns = bound;
            while (turns.fen() - keeps.fen()).abs() > 1 {
                let middle = Money::from_fen(i128::midpoint(keeps.fen(), turns.fen()));
                if self.best_at(varied, year, middle)? == Some(self.best) {
                    keeps = middle;
                } else {
                    turns = middle;
                }
            }
            return Some(Turn { year, stands, keeps, turns, best: self.best_at(varied, year, turns)? });
        }
        None
    }

    /// The best year if a year's contribution were another; `None` where it cannot be.
    fn best_at(&self, varied: &mut Facts, year: Year, contribution: Money) -> Option<Option<Year>> {
        self.yearly.set(varied, year, contribution)?;
        let mut best = None;
        for start in self.open.years(self.yearly, varied) {
            choose(varied, self.question, start)?;
            let among = |clause: &Clause| self.say.contains(&clause.id);
            let report = self.edition.assess_among(varied, false, &among);
            let met = report.of(self.clause.id).is_some_and(|assessment| assessment.outcome == Outcome::Met);
            let total = report.total().certain;
            if met && best.is_none_or(|(most, _)| total > most) {
                best = Some((total, start));
            }
        }
        Some(best.map(|(_, start)| start))
    }
}
