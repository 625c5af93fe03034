//! Where the figures of a working come from: found by asking the clauses again with other answers.
//!
//! A step says what was done with which figures, not where they came from. So every answer that a clause read is moved,
//! the clause is assessed again, and a figure that moves along with an answer, or with the result of an earlier step,
//! is a reference to it. What comes out is a second way to work out the same amounts; it is compared with the clauses
//! over many other answers, and where the two part, the answer is bound: a workbook in which it leaves its bounds says
//! that it has to be worked out again.

use std::mem::discriminant;

use crate::answers::answer::Answer;
use crate::answers::facts::Facts;
use crate::answers::form::Form;
use crate::answers::question::Spec;
use crate::applicant::CATALOGUE;
use crate::applicant::identity::APPLICATION_YEAR;
use crate::date::Year;
use crate::drafts::draft::Draft;
use crate::money::{Money, Part};
use crate::office::xlsx::inputs::{Spot, figure, of_units, units};
use crate::rule::step::{product, product_down, products};
use crate::rule::{Amount, Assessment, Band, Bound, ByYear, Edition, Figure, Outcome, Report, Rounding, Step, Work};

/// The most answers that are traced. Longer drafts get their amounts as figures, and are told so.
const MOST_SPOTS: usize = 600;
/// The most steps of a clause that are traced.
const MOST_STEPS: usize = 1500;
/// Spreadsheets keep fifteen digits: amounts from 10^13 yuan on cannot have their fen.
pub(super) const TOO_LONG: i128 = 1_000_000_000_000_000;

/// As far as the nearest other answers are, in the smallest units.
const NEAR: i128 = 1;

/// Where a figure comes from.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Source {
    /// The law says it, or nothing that was told moves it.
    Law(Figure),
    /// An answer, by its place among the spots.
    Answer(usize),
    /// Answers, each so many times, added up; where they can be negative, each counts as zero then.
    Sum(Vec<(usize, i128)>),
    /// The result of an earlier step.
    Result(usize),
    /// Whether the choice is one of these.
    OneOf(usize, Vec<u8>),
    /// One figure over another.
    Over(Box<Source>, Box<Source>),
    /// What these clauses count as certain in this year, after the limits.
    Support(Vec<usize>, Year),
    /// What the portal came to; it holds while the bounds are kept.
    Portal(Figure),
}

/// Why a clause has no formulas.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Still {
    /// Too many answers or steps.
    TooMany,
    /// Amounts of more than fifteen digits.
    TooLong,
}

/// What an answer must keep to, for the formulas to be right.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Keep {
    /// Its value.
    Exactly,
    /// From one value to another; open where there is none.
    Between(Option<Answer>, Option<Answer>),
}

/// A clause whose figures are traced.
pub(super) struct Traced {
    /// The sources of the figures of each step.
    pub rows: Vec<Vec<Source>>,
    pub still: Option<Still>,
    /// What its answers must keep to.
    pub bounds: Vec<(usize, Keep)>,
}

/// How a clause's certain and possible amounts of a year stand after the limits.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Stands {
    /// As the clause gives them.
    Own,
    /// The certain amount gave way and is only possible.
    Gone,
    /// Only the certain results of these steps stand; the others are possible.
    Steps(Vec<usize>),
    /// As the portal arranged them.
    Portal(Money, Money),
}

/// A line of the yearly plan.
pub(super) struct Entry {
    pub clause: usize,
    pub year: Year,
    pub stands: Stands,
}

/// A draft whose figures are traced.
pub(super) struct Model<'a> {
    pub draft: &'a Draft,
    pub report: &'a Report,
    /// The answers that some clause reads, each told.
    pub spots: Vec<Spot>,
    pub clauses: Vec<Traced>,
    pub plan: Vec<Entry>,
    /// What answers must keep to for the plan.
    pub plan_bounds: Vec<(usize, Keep)>,
}

/// How the formulas of a clause turn out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum State {
    /// As in the portal.
    Same,
    /// A condition that held fails: nothing is given.
    Fails,
    /// A condition that did not decide, or did not hold, has changed.
    Changed,
}

/// What the formulas of a clause come to.
pub(super) struct Given {
    pub state: State,
    pub amounts: ByYear,
    results: Vec<Worked>,
}

/// What a step comes to.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Worked {
    Amount(Money),
    Holds(bool),
    Nothing,
}

/// The figures that a step works with, in their order.
pub(super) fn figures(work: &Work) -> Vec<Figure> {
    let money = |of: &[Money]| of.iter().copied().map(Figure::Money).collect();
    match work {
        Work::Condition { figure, bound, .. } => figure.iter().copied().chain([bound.figure()]).collect(),
        Work::Tier { figure, .. } => vec![Figure::Money(*figure)],
        Work::Product { factors, .. } => factors.to_vec(),
        Work::Products { of, .. } => of.concat(),
        Work::Least { of, .. } | Work::Difference { of, .. } => money(of),
        Work::Sum { of, .. } => money(of),
        Work::Fixed { result } => money(&[*result]),
        Work::Choice { .. } | Work::Remark => Vec::new(),
    }
}

/// Does the work of a step with other figures.
pub(super) fn worked(work: &Work, figures: &[Figure]) -> Worked {
    let money = |place: usize| match figures.get(place) {
        Some(Figure::Money(money)) => *money,
        _ => Money::ZERO,
    };
    match work {
        Work::Condition { figure: Some(_), bound, .. } => match *figures {
            [figure, limit] => Worked::Holds(with(*bound, limit).admits(figure)),
            _ => Worked::Nothing,
        },
        Work::Condition { .. } | Work::Choice { .. } | Work::Remark => Worked::Nothing,
        Work::Tier { tiers, .. } => Worked::Amount(tiers.on(money(0))),
        Work::Product { rounding: Rounding::HalfUp, .. } => Worked::Amount(product(figures)),
        Work::Product { rounding: Rounding::Down, .. } => Worked::Amount(product_down(figures)),
        Work::Products { of, .. } => {
            let mut rest = figures;
            let mut terms = Vec::new();
            for term in of {
                let (these, others) = rest.split_at(term.len().min(rest.len()));
                terms.push(these.to_vec());
                rest = others;
            }
            Worked::Amount(products(&terms))
        }
        Work::Least { .. } => Worked::Amount(money(0).min(money(1))),
        Work::Difference { .. } => Worked::Amount(money(0).less(money(1))),
        Work::Sum { of, .. } => Worked::Amount((0..of.len()).map(money).sum()),
        Work::Fixed { .. } => Worked::Amount(money(0)),
    }
}

fn with(bound: Bound, figure: Figure) -> Bound {
    match bound {
        Bound::AtLeast(_) => Bound::AtLeast(figure),
        Bound::FromBare(_) => Bound::FromBare(figure),
        Bound::Above(_) => Bound::Above(figure),
        Bound::AtMost(_) => Bound::AtMost(figure),
        Bound::Below(_) => Bound::Below(figure),
        Bound::Is(_) => Bound::Is(figure),
    }
}

/// Whether two steps do the same with figures of the same kinds.
fn alike(one: &Step, other: &Step) -> bool {
    let same_bound = match (&one.work, &other.work) {
        (Work::Condition { bound: one, .. }, Work::Condition { bound: other, .. }) => {
            discriminant(one) == discriminant(other)
        }
        _ => true,
    };
    let (ones, others) = (figures(&one.work), figures(&other.work));
    std::ptr::eq(one.provision, other.provision)
        && one.place == other.place
        && (one.band, one.year) == (other.band, other.year)
        && discriminant(&one.work) == discriminant(&other.work)
        && same_bound
        && ones.len() == others.len()
        && ones.iter().zip(&others).all(|(one, other)| discriminant(one) == discriminant(other))
}

/// A figure as a whole number of its smallest units.
fn figure_units(figure: Figure) -> Option<i128> {
    match figure {
        Figure::Money(money) => units(&Answer::Money(money)),
        Figure::Area(area) => units(&Answer::Area(area)),
        Figure::Rate(rate) => units(&Answer::Share(rate)),
        Figure::Count(count) => units(&Answer::Count(count)),
        Figure::Year(year) => units(&Answer::Year(year)),
        Figure::Date(date) => units(&Answer::Date(date)),
        Figure::Part(_) | Figure::YesNo(_) => None,
    }
}

/// What clauses say when one answer is another: the steps that are still alike, from the first.
struct Seen {
    spot: usize,
    answer: Answer,
    /// Whether the answer is the next one, or another one that has no order.
    near: bool,
    /// By clause and step: the figures and the result.
    clauses: Vec<Vec<(Vec<Figure>, Option<Money>)>>,
    /// What each clause counts as certain in the year of application.
    counted: Vec<Money>,
}

impl<'a> Model<'a> {
    pub(super) fn trace(draft: &'a Draft, report: &'a Report) -> Self {
        let (spots, left_out) = spots(&draft.facts, report);
        let clauses = report.assessments.iter().map(|assessment| Traced {
            rows: assessment
                .steps
                .iter()
                .map(|step| figures(&step.work).into_iter().map(Source::Portal).collect())
                .collect(),
            still: stands_still(assessment, &draft.facts, &left_out),
            bounds: Vec::new(),
        });
        let mut model =
            Self { draft, report, clauses: clauses.collect(), spots, plan: Vec::new(), plan_bounds: Vec::new() };
        model.find_sources();
        model.find_plan();
        model.find_bounds();
        model
    }

    fn rules(&self) -> &'static Edition {
        self.draft.rules()
    }

    fn year(&self) -> Option<Year> {
        self.draft.facts.get(&APPLICATION_YEAR)
    }

    /// The facts with one answer moved, if the question takes it.
    fn moved(&self, spot: usize, answer: &Answer) -> Option<Facts> {
        let mut facts = self.draft.facts.clone();
        self.spots[spot].tell(&mut facts, answer.clone()).then_some(facts)
    }

    /// The answer of a spot as it was told.
    pub(super) fn told(&self, spot: usize) -> Option<Answer> {
        self.spots[spot].answer(&self.draft.facts)
    }

    // ── sources ──────────────────────────────────────────────────────────

    fn find_sources(&mut self) {
        let mut seen = Vec::new();
        for spot in 0..self.spots.len() {
            for answer in self.nearby(spot) {
                if let Some(facts) = self.moved(spot, &answer) {
                    seen.push(self.see(spot, answer, &facts));
                }
            }
        }
        for clause in 0..self.clauses.len() {
            if self.clauses[clause].still.is_some() {
                continue;
            }
            let steps = &self.report.assessments[clause].steps;
            let rows: Vec<Vec<Source>> = (0..steps.len())
                .map(|step| {
                    (0..figures(&steps[step].work).len())
                        .map(|place| self.source(&seen, (clause, step, place)))
                        .collect()
                })
                .collect();
            self.clauses[clause].rows = rows;
        }
    }

    fn see(&self, spot: usize, answer: Answer, facts: &Facts) -> Seen {
        let report = self.rules().assess(facts, true);
        let clauses = self.report.assessments.iter().zip(&report.assessments).map(|(base, other)| {
            let pairs = base.steps.iter().zip(&other.steps);
            pairs
                .take_while(|(base, other)| alike(base, other))
                .map(|(_, other)| (figures(&other.work), other.result()))
                .collect()
        });
        let year = self.year();
        let counted = report.counted.iter().map(|by_year| year.map_or(Money::ZERO, |year| by_year.of(year).certain));
        let near = match (self.told(spot).as_ref().and_then(units), units(&answer)) {
            (Some(told), Some(other)) => (told - other).abs() <= NEAR,
            _ => true,
        };
        Seen { spot, answer, near, clauses: clauses.collect(), counted: counted.collect() }
    }

    /// Some other answers near the one told and far from it.
    fn nearby(&self, spot: usize) -> Vec<Answer> {
        let form = self.spots[spot].form();
        let Some(answer) = self.told(spot) else { return Vec::new() };
        match (form, units(&answer)) {
            (Form::YesNo, _) => vec![Answer::YesNo(answer != Answer::YesNo(true))],
            (Form::Choice(choices), _) => (0..u8::try_from(choices.len()).unwrap_or(0))
                .map(Answer::Choice)
                .filter(|other| *other != answer)
                .collect(),
            (_, Some(at)) => {
                let steps: &[i128] = match form {
                    Form::Money { .. } => &[1, 1_000_003, 700_000_001],
                    Form::Area => &[1, 1_000_000, 137_000_001],
                    Form::Share => &[1, 1_000_000, 7_000_001],
                    _ => &[1, 3],
                };
                let near = steps.iter().flat_map(|step| [at + step, at - step]).chain([at / 2 + 1, at * 2 + 1]);
                near.filter_map(|units| of_units(form, units)).filter(|other| *other != answer).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Where one figure of one step comes from. Where far answers lead to another choice, near ones say what is chosen
    /// here; the bounds then say how far that goes.
    fn source(&self, seen: &[Seen], at: (usize, usize, usize)) -> Source {
        match self.source_among(seen, at, &|_| true) {
            Source::Portal(_) => self.source_among(seen, at, &|seen| seen.near),
            source => source,
        }
    }

    fn source_among(
        &self,
        seen: &[Seen],
        (clause, step, place): (usize, usize, usize),
        among: &dyn Fn(&Seen) -> bool,
    ) -> Source {
        let assessment = &self.report.assessments[clause];
        let base = figures(&assessment.steps[step].work)[place];
        let at =
            |seen: &Seen| seen.clauses[clause].get(step).filter(|_| among(seen)).map(|(figures, _)| figures[place]);
        let moves: Vec<&Seen> = seen.iter().filter(|seen| at(seen).is_some_and(|figure| figure != base)).collect();

        // A condition may name the question that it reads.
        if let Work::Condition { question: Some(question), figure: Some(_), .. } = &assessment.steps[step].work
            && place == 0
            && let Some(spot) = self.spots.iter().position(|spot| spot.cell.is_none() && spot.spec().id == question.id)
        {
            if self.told(spot).as_ref().and_then(figure) == Some(base) {
                return Source::Answer(spot);
            }
            if let (Some(Answer::Choice(told)), Figure::YesNo(holds)) = (self.told(spot), base) {
                return one_of(seen, spot, told, holds, at);
            }
        }
        if moves.is_empty() {
            return Source::Law(base);
        }
        let everywhere = |value: &dyn Fn(&Seen) -> Option<Figure>| {
            seen.iter().all(|seen| at(seen).is_none_or(|figure| value(seen) == Some(figure)))
        };
        let results =
            (0..step).rev().filter(|earlier| assessment.steps[*earlier].result().map(Figure::Money) == Some(base));
        for earlier in results {
            if everywhere(&|seen| seen.clauses[clause].get(earlier)?.1.map(Figure::Money)) {
                return Source::Result(earlier);
            }
        }
        let mut movers: Vec<usize> = moves.iter().map(|seen| seen.spot).collect();
        movers.dedup();
        for spot in movers.iter().copied() {
            if self.spots[spot].signed() {
                continue;
            }
            let told = self.told(spot);
            if everywhere(&|seen| if seen.spot == spot { figure(&seen.answer) } else { told.as_ref().and_then(figure) })
            {
                return Source::Answer(spot);
            }
        }
        if let Some(sum) = self.sum(seen, &movers, base, &at) {
            return sum;
        }
        match base {
            Figure::Part(part) => self.over(seen, &movers, part, &at),
            Figure::Money(_) => self.support(seen, clause, &at),
            _ => None,
        }
        .unwrap_or(Source::Portal(base))
    }

    /// The units of an answer as sums count it.
    fn counts(&self, spot: usize, answer: &Answer) -> Option<i128> {
        units(answer).map(|units| if self.spots[spot].signed() { units.max(0) } else { units })
    }

    /// Answers that add up to a figure, each a whole number of times.
    fn sum(
        &self,
        seen: &[Seen],
        movers: &[usize],
        base: Figure,
        at: &dyn Fn(&Seen) -> Option<Figure>,
    ) -> Option<Source> {
        let target = figure_units(base)?;
        let mut terms = Vec::new();
        let mut sum = 0;
        for spot in movers.iter().copied() {
            let told = self.told(spot)?;
            // An answer of another kind moves what is counted, not how much of it: the bounds say so.
            if figure(&told).is_none_or(|figure| discriminant(&figure) != discriminant(&base)) {
                continue;
            }
            let from = self.counts(spot, &told)?;
            let mut times = None;
            for seen in seen.iter().filter(|seen| seen.spot == spot) {
                let (Some(figure), Some(to)) = (at(seen), self.counts(spot, &seen.answer)) else { continue };
                let moved = figure_units(figure)? - target;
                if to == from {
                    continue;
                }
                let by = to - from;
                if moved % by != 0 || times.is_some_and(|times| times != moved / by) {
                    return None;
                }
                times = Some(moved / by);
            }
            let times = times.filter(|times| *times > 0)?;
            sum += times * from;
            terms.push((spot, times));
        }
        (sum == target && !terms.is_empty()).then_some(Source::Sum(terms))
    }

    /// A part whose ends are answers, or an answer and a number of the law.
    fn over(
        &self,
        seen: &[Seen],
        movers: &[usize],
        part: Part,
        at: &dyn Fn(&Seen) -> Option<Figure>,
    ) -> Option<Source> {
        let parts = |seen: &Seen| match at(seen) {
            Some(Figure::Part(part)) => Some(part),
            _ => None,
        };
        let counts: Vec<(usize, i64)> = movers
            .iter()
            .filter_map(|spot| match self.told(*spot) {
                Some(Answer::Count(count)) => Some((*spot, i64::from(count))),
                _ => None,
            })
            .collect();
        if let (Some((above, _)), Some((below, _))) = (
            counts.iter().find(|(_, count)| *count == part.numerator),
            counts.iter().rev().find(|(_, count)| *count == part.denominator),
        ) {
            return Some(Source::Over(Box::new(Source::Answer(*above)), Box::new(Source::Answer(*below))));
        }
        // A number of the law over areas: times their sum, the part is always the same.
        let sum = |moved: Option<&Seen>| -> Option<i128> {
            movers.iter().try_fold(0, |sum, spot| {
                let told = self.told(*spot)?;
                let answer = moved.filter(|seen| seen.spot == *spot).map_or(&told, |seen| &seen.answer);
                matches!(answer, Answer::Area(_)).then_some(())?;
                Some(sum + units(answer)?)
            })
        };
        let law = |part: Part, sum: i128| {
            let above = i128::from(part.numerator) * sum;
            let below = i128::from(part.denominator);
            (above % below == 0).then(|| above / below)
        };
        let constant = law(part, sum(None)?)?;
        let same = seen.iter().all(|seen| {
            parts(seen).is_none_or(|part| sum(Some(seen)).and_then(|sum| law(part, sum)) == Some(constant))
        });
        let Some(Answer::Area(area)) = of_units(&Form::Area, constant) else { return None };
        same.then(|| {
            let areas = movers.iter().map(|spot| (*spot, 1)).collect();
            Source::Over(Box::new(Source::Law(Figure::Area(area))), Box::new(Source::Sum(areas)))
        })
    }

    /// What other clauses count in the year of application, as Article 22 looks at it.
    fn support(&self, seen: &[Seen], clause: usize, at: &dyn Fn(&Seen) -> Option<Figure>) -> Option<Source> {
        /// More clauses than an applicant can have money from in a year.
        const MOST: usize = 10;
        let year = self.year()?;
        let giving: Vec<usize> = (0..self.clauses.len())
            .filter(|other| *other != clause)
            .filter(|other| seen.iter().any(|seen| !seen.counted[*other].is_zero()))
            .take(MOST)
            .collect();
        let all = (0_u32..1 << giving.len()).map(|choice| {
            giving.iter().enumerate().filter(|(bit, _)| choice & (1 << bit) != 0).map(|(_, other)| *other).collect()
        });
        // Larger sets first: what moves nothing here may move something later.
        let mut sets: Vec<Vec<usize>> = all.collect();
        sets.sort_by_key(|set| std::cmp::Reverse(set.len()));
        sets.into_iter()
            .find(|set| {
                seen.iter().all(|seen| {
                    at(seen).is_none_or(|figure| {
                        Figure::Money(set.iter().map(|other| seen.counted[*other]).sum()) == figure
                    })
                })
            })
            .filter(|set| !set.is_empty())
            .map(|set| Source::Support(set, year))
    }

    // ── the plan ─────────────────────────────────────────────────────────

    fn find_plan(&mut self) {
        for (clause, assessment) in self.report.assessments.iter().enumerate() {
            let (own, counted) = (&assessment.estimate.by_year, &self.report.counted[clause]);
            let mut years: Vec<Year> = own.iter().chain(counted.iter()).map(|(year, _)| year).collect();
            years.sort_unstable();
            years.dedup();
            for year in years {
                let (own, counted) = (own.of(year), counted.of(year));
                if nothing(own) && nothing(counted) {
                    continue;
                }
                let stands = if (own.certain, own.possible) == (counted.certain, counted.possible) {
                    Stands::Own
                } else if counted.certain.is_zero() && counted.possible == own.possible + own.certain {
                    Stands::Gone
                } else {
                    stays(assessment, year, own, counted)
                };
                self.plan.push(Entry { clause, year, stands });
            }
        }
    }

    // ── working it out ───────────────────────────────────────────────────

    /// What the formulas come to on other answers: of each clause, and counted after the limits.
    pub(super) fn work_out(&self, facts: &Facts) -> (Vec<Given>, Vec<ByYear>) {
        let mut given: Vec<Given> =
            (0..self.clauses.len()).map(|clause| self.give(clause, facts, &|_| Money::ZERO)).collect();
        let mut counted = self.count(&given);
        for clause in 0..self.clauses.len() {
            let late = |source: &Source| matches!(source, Source::Support(..));
            if self.clauses[clause].rows.iter().flatten().any(late) {
                let support = |source: &Source| match source {
                    Source::Support(clauses, year) => {
                        clauses.iter().map(|other| counted[*other].of(*year).certain).sum()
                    }
                    _ => Money::ZERO,
                };
                given[clause] = self.give(clause, facts, &support);
                counted = self.count(&given);
            }
        }
        (given, counted)
    }

    fn give(&self, clause: usize, facts: &Facts, support: &dyn Fn(&Source) -> Money) -> Given {
        let assessment = &self.report.assessments[clause];
        let traced = &self.clauses[clause];
        let mut given = Given { state: State::Same, amounts: ByYear::default(), results: Vec::new() };
        if traced.still.is_some() {
            given.amounts = assessment.estimate.by_year.clone();
            return given;
        }
        for (step, sources) in assessment.steps.iter().zip(&traced.rows) {
            let figures: Option<Vec<Figure>> =
                sources.iter().map(|source| self.value(source, facts, &given.results, support)).collect();
            let result = figures.map_or(Worked::Nothing, |figures| worked(&step.work, &figures));
            if let Work::Condition { holds: Some(held), .. } = step.work {
                match watched(assessment, step) {
                    Watched::Fails if result == Worked::Holds(false) => given.state = given.state.max(State::Fails),
                    Watched::Never => {}
                    _ if result != Worked::Holds(held) => given.state = State::Changed,
                    _ => {}
                }
            }
            given.results.push(result);
        }
        if given.state == State::Fails {
            return given;
        }
        for (step, result) in assessment.steps.iter().zip(&given.results) {
            let (Some(band), Some(year), Worked::Amount(amount)) = (step.band, step.year, *result) else { continue };
            if counts(assessment, band) {
                *part(given.amounts.of_mut(year), band) += amount;
            }
        }
        given
    }

    fn value(
        &self,
        source: &Source,
        facts: &Facts,
        results: &[Worked],
        support: &dyn Fn(&Source) -> Money,
    ) -> Option<Figure> {
        Some(match source {
            Source::Law(figure) | Source::Portal(figure) => *figure,
            Source::Answer(spot) => figure(&self.spots[*spot].answer(facts)?)?,
            Source::Sum(terms) => {
                let mut sum = 0;
                for (spot, times) in terms {
                    sum += times * self.counts(*spot, &self.spots[*spot].answer(facts)?)?;
                }
                match self.spots[terms.first()?.0].form() {
                    Form::Money { .. } => Figure::Money(Money::from_fen(sum)),
                    Form::Area => match of_units(&Form::Area, sum) {
                        Some(Answer::Area(area)) => Figure::Area(area),
                        _ => return None,
                    },
                    Form::Count { .. } => Figure::Count(u32::try_from(sum).ok()?),
                    Form::Year => Figure::Year(Year::try_from(sum).ok()?),
                    _ => return None,
                }
            }
            Source::Result(step) => match results.get(*step)? {
                Worked::Amount(amount) => Figure::Money(*amount),
                _ => return None,
            },
            Source::OneOf(spot, choices) => match self.spots[*spot].answer(facts)? {
                Answer::Choice(choice) => Figure::YesNo(choices.contains(&choice)),
                _ => return None,
            },
            Source::Over(above, below) => {
                let end = |source| self.value(source, facts, results, support);
                match (end(above)?, end(below)?) {
                    (Figure::Area(above), Figure::Area(below)) => Figure::Part(above.over(below)),
                    (Figure::Count(above), Figure::Count(below)) => {
                        Figure::Part(Part { numerator: i64::from(above), denominator: i64::from(below).max(1) })
                    }
                    _ => return None,
                }
            }
            Source::Support(..) => Figure::Money(support(source)),
        })
    }

    fn count(&self, given: &[Given]) -> Vec<ByYear> {
        let mut counted: Vec<ByYear> = given.iter().map(|_| ByYear::default()).collect();
        for Entry { clause, year, stands } in &self.plan {
            let own = given[*clause].amounts.of(*year);
            let amount = counted[*clause].of_mut(*year);
            (amount.floor, amount.ceiling) = (own.floor, own.ceiling);
            (amount.certain, amount.possible) = match stands {
                Stands::Own => (own.certain, own.possible),
                Stands::Gone => (Money::ZERO, own.possible + own.certain),
                Stands::Steps(steps) => {
                    let stay = steps.iter().filter_map(|step| match given[*clause].results.get(*step)? {
                        Worked::Amount(amount) => Some(*amount),
                        _ => None,
                    });
                    let stay = if given[*clause].state == State::Fails { Money::ZERO } else { stay.sum() };
                    (stay, own.possible + own.certain.less(stay))
                }
                Stands::Portal(certain, possible) => (*certain, *possible),
            };
        }
        counted
    }

    // ── bounds ───────────────────────────────────────────────────────────

    /// Compares the formulas with the clauses over other answers, and binds each answer where they part.
    fn find_bounds(&mut self) {
        let marks = self.marks();
        let mut bounds: Vec<Vec<(usize, Keep)>> = (0..=self.clauses.len()).map(|_| Vec::new()).collect();
        for spot in 0..self.spots.len() {
            let form = self.spots[spot].form();
            let Some(told) = self.told(spot) else { continue };
            let Some(at) = units(&told) else {
                let mut parted = vec![false; bounds.len()];
                for other in self.nearby(spot) {
                    let agree = self.agree(spot, &other);
                    parted.iter_mut().zip(&agree).for_each(|(parted, agree)| *parted |= !agree);
                }
                // What is not known yet is not probed; words never move an amount.
                for (unit, _) in parted.iter().enumerate().filter(|(_, parted)| **parted) {
                    bounds[unit].push((spot, Keep::Exactly));
                }
                continue;
            };
            let mut points: Vec<i128> = self.points(spot, at, &marks);
            points.retain(|point| of_units(form, *point).is_some());
            points.sort_unstable();
            points.dedup();
            let agree: Vec<(i128, Vec<bool>)> = points
                .into_iter()
                .filter_map(|point| Some((point, self.agree(spot, &of_units(form, point)?))))
                .collect();
            for (unit, bounds) in bounds.iter_mut().enumerate() {
                let good = |point: i128| of_units(form, point).is_some_and(|other| self.agree(spot, &other)[unit]);
                let parted = |(point, agree): &(i128, Vec<bool>)| (!agree[unit]).then_some(*point);
                let below = agree.iter().rev().filter(|(point, _)| *point < at).find_map(parted);
                let above = agree.iter().filter(|(point, _)| *point > at).find_map(parted);
                if below.is_none() && above.is_none() {
                    continue;
                }
                let from = |bad: Option<i128>| {
                    let bad = bad?;
                    let between = |point: &i128| (*point > bad && *point <= at) || (*point < bad && *point >= at);
                    let near =
                        agree.iter().map(|(point, _)| *point).filter(between).min_by_key(|point| (point - bad).abs());
                    let (mut good_end, mut bad_end) = (near.unwrap_or(at), bad);
                    while (good_end - bad_end).abs() > 1 {
                        let middle = (good_end + bad_end) / 2;
                        if good(middle) { good_end = middle } else { bad_end = middle }
                    }
                    of_units(form, good_end)
                };
                let (from, to) = (from(below), from(above));
                let only = from.is_some() && from == to;
                bounds.push((spot, if only { Keep::Exactly } else { Keep::Between(from, to) }));
            }
        }
        for bounds in &mut bounds {
            self.bind_neighbours(bounds);
        }
        self.plan_bounds = bounds.pop().unwrap_or_default();
        for (clause, bounds) in self.clauses.iter_mut().zip(bounds) {
            clause.bounds = bounds;
        }
    }

    /// Answers are moved one at a time here, and two that are each within their bounds can lead to another choice
    /// together. So where a figure has bounds, all figures of its question are watched: one of them may move.
    fn bind_neighbours(&self, bounds: &mut Vec<(usize, Keep)>) {
        let bound = |(spot, keep): &(usize, Keep)| (*keep != Keep::Exactly).then_some(self.spots[*spot].question);
        let questions: Vec<usize> = bounds.iter().filter_map(bound).collect();
        for spot in 0..self.spots.len() {
            let ordered = self.told(spot).as_ref().and_then(units).is_some();
            if ordered
                && questions.contains(&self.spots[spot].question)
                && !bounds.iter().any(|(other, _)| *other == spot)
            {
                bounds.push((spot, Keep::Between(None, None)));
            }
        }
        bounds.sort_by_key(|(spot, _)| *spot);
    }

    /// Of every clause, and then of the plan: whether the formulas say the same as the clauses, or say themselves that
    /// something has changed.
    fn agree(&self, spot: usize, answer: &Answer) -> Vec<bool> {
        let Some(facts) = self.moved(spot, answer) else { return vec![true; self.clauses.len() + 1] };
        let report = self.rules().assess(&facts, false);
        let (given, counted) = self.work_out(&facts);
        let spec = self.spots[spot].spec();
        let mut agree: Vec<bool> = given
            .iter()
            .zip(&report.assessments)
            .zip(&self.report.assessments)
            .map(|((given, other), base)| {
                given.state == State::Changed
                    || same(&given.amounts, &other.estimate.by_year)
                    // What only follows from another clause is told by that one.
                    || !reads(base, spec) && base.clause.article != 22
            })
            .collect();
        let told_elsewhere = given.iter().any(|given| given.state == State::Changed) || agree.contains(&false);
        agree.push(told_elsewhere || counted.iter().zip(&report.counted).all(|(ours, theirs)| same(ours, theirs)));
        agree
    }

    /// The numbers at which something may happen to each kind of figure.
    fn marks(&self) -> Vec<Figure> {
        let mut marks: Vec<Figure> = Vec::new();
        for assessment in self.report.assessments.iter().filter(|other| other.outcome != Outcome::NotApplicable) {
            for step in assessment.steps.iter().take(MOST_STEPS) {
                match &step.work {
                    Work::Condition { bound, .. } => marks.push(bound.figure()),
                    Work::Tier { tiers, .. } => {
                        marks.extend(tiers.tiers.iter().map(|tier| Figure::Money(tier.from)));
                        marks.extend(tiers.top.map(Figure::Money));
                    }
                    _ => {}
                }
            }
        }
        let mut kept: Vec<Figure> = Vec::new();
        for mark in marks {
            if !kept.contains(&mark) {
                kept.push(mark);
            }
        }
        kept
    }

    /// The numbers at which an answer is tried.
    fn points(&self, spot: usize, at: i128, marks: &[Figure]) -> Vec<i128> {
        /// The most cells of its column that an answer is tried against.
        const NEIGHBOURS: usize = 30;
        let Some(figure) = self.told(spot).as_ref().and_then(figure) else { return Vec::new() };
        let like = |other: &&Figure| discriminant(*other) == discriminant(&figure);
        let here = self.spots[spot];
        let column = self
            .spots
            .iter()
            .enumerate()
            .filter(|(other, of)| {
                *other != spot && of.question == here.question && discriminant(of.form()) == discriminant(here.form())
            })
            .filter_map(|(other, _)| units(&self.told(other)?))
            .take(NEIGHBOURS);
        let marks = marks.iter().filter(like).filter_map(|mark| figure_units(*mark));
        let far = match here.form() {
            Form::Money { .. } => {
                vec![at / 2, at * 2, at / 10, at * 10, at * 1_000, 0, -100, at + 100, at - 100, at * 3 / 4, at * 5 / 4]
            }
            Form::Year => (1..=10).chain([20, 50, 100]).flat_map(|by| [at + by, at - by]).collect(),
            Form::Date => {
                let days = [31, 366, 731, 1_096, 1_461, 1_827, 2_557, 3_653, 7_305, 18_262, 36_525];
                days.into_iter().flat_map(|by| [at + by, at - by]).collect()
            }
            _ => vec![at / 2, at * 2, at / 10, at * 10, 0, at * 3 / 4, at * 5 / 4],
        };
        far.into_iter()
            .chain(column)
            .chain(marks)
            .flat_map(|point| [point - 1, point, point + 1])
            .chain([at - 1, at + 1])
            .filter(|point| *point != at)
            .collect()
    }
}

impl State {
    fn max(self, other: Self) -> Self {
        if self == Self::Changed || other == Self::Changed { Self::Changed } else { other }
    }
}

/// The part of an amount that a band stands for.
fn part(amount: &mut Amount, band: Band) -> &mut Money {
    match band {
        Band::Certain => &mut amount.certain,
        Band::Possible => &mut amount.possible,
        Band::Ceiling => &mut amount.ceiling,
        Band::Floor => &mut amount.floor,
    }
}

/// What it means that a condition turns out otherwise than in the portal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Watched {
    /// The clause is no longer met.
    Fails,
    /// Nothing: it gave nothing before.
    Never,
    /// The working is another one.
    Changed,
}

/// What it means that a condition of a clause turns out otherwise.
pub(super) fn watched(assessment: &Assessment, step: &Step) -> Watched {
    let held = matches!(step.work, Work::Condition { holds: Some(true), .. });
    let gave = assessment.estimate.by_year.iter().any(|(_, amount)| !nothing(amount));
    match assessment.outcome {
        Outcome::Met if step.decides => Watched::Fails,
        Outcome::NotMet | Outcome::Unknown if step.decides && held && !gave => Watched::Never,
        _ => Watched::Changed,
    }
}

/// Whether results that went to a band still count: of a clause that is not met, only what another reading gives.
pub(super) fn counts(assessment: &Assessment, band: Band) -> bool {
    match assessment.outcome {
        Outcome::Met => true,
        Outcome::NotMet => band == Band::Possible,
        Outcome::Unknown | Outcome::NotApplicable => false,
    }
}

/// Whether two runs of years are the same, but for what may come early.
fn same(one: &ByYear, other: &ByYear) -> bool {
    let all = |amount: Amount| (amount.certain, amount.possible, amount.floor, amount.ceiling);
    one.iter().chain(other.iter()).all(|(year, _)| all(one.of(year)) == all(other.of(year)))
}

/// Whether no band has anything.
fn nothing(amount: Amount) -> bool {
    [amount.certain, amount.possible, amount.floor, amount.ceiling].iter().all(|money| money.is_zero())
}

fn reads(assessment: &Assessment, spec: &Spec) -> bool {
    assessment.outcome != Outcome::NotApplicable && assessment.asked.reads(spec)
}

/// The answers that some clause reads and that can be moved, and the questions whose tables are too long for that.
fn spots(facts: &Facts, report: &Report) -> (Vec<Spot>, Vec<usize>) {
    let asked = report.asked();
    let (mut spots, mut left_out) = (Vec::new(), Vec::new());
    for (question, spec) in CATALOGUE.iter().enumerate().filter(|(_, spec)| asked.reads(spec)) {
        match (facts.answer(spec), spec.form) {
            (Some(Answer::Table(table)), Form::Table(columns)) => {
                if spots.len() + table.len() * columns.len() > MOST_SPOTS {
                    left_out.push(question);
                    continue;
                }
                for row in 0..table.len() {
                    let told = (0..columns.len()).filter(|column| table.cell(row, *column).is_some());
                    let movable = told.filter(|column| !matches!(columns[*column].form, Form::Words(_)));
                    spots.extend(movable.map(|column| Spot { question, cell: Some((row, column)) }));
                }
            }
            (None | Some(Answer::NotKnown | Answer::Words(_)), _) => {}
            (Some(_), _) => spots.push(Spot { question, cell: None }),
        }
    }
    (spots, left_out)
}

/// Why a clause gets its amounts as figures, if it does.
fn stands_still(assessment: &Assessment, facts: &Facts, left_out: &[usize]) -> Option<Still> {
    if assessment.steps.len() > MOST_STEPS || left_out.iter().any(|question| reads(assessment, CATALOGUE[*question])) {
        return Some(Still::TooMany);
    }
    let long = |figure: Figure| matches!(figure, Figure::Money(money) if money.fen().abs() >= TOO_LONG);
    let steps = || assessment.steps.iter();
    let step_is_long = steps().flat_map(|step| figures(&step.work)).any(long)
        || steps().filter_map(Step::result).any(|money| long(Figure::Money(money)));
    let answer_is_long = reads_long(assessment, facts);
    (step_is_long || answer_is_long).then_some(Still::TooLong)
}

/// Whether an answer that the clause reads has more than fifteen digits.
fn reads_long(assessment: &Assessment, facts: &Facts) -> bool {
    let long = |answer: &Answer| matches!(answer, Answer::Money(money) if money.fen().abs() >= TOO_LONG);
    CATALOGUE.iter().filter(|spec| reads(assessment, spec)).any(|spec| match (facts.answer(spec), spec.form) {
        (Some(Answer::Table(table)), Form::Table(columns)) => (0..table.len())
            .any(|row| (0..columns.len()).any(|column| table.cell(row, column).is_some_and(|answer| long(&answer)))),
        (Some(answer), _) => long(answer),
        (None, _) => false,
    })
}

/// The choices with which a figure is yes.
fn one_of(seen: &[Seen], spot: usize, told: u8, holds: bool, at: impl Fn(&Seen) -> Option<Figure>) -> Source {
    let mut choices: Vec<u8> = holds.then_some(told).into_iter().collect();
    for seen in seen.iter().filter(|seen| seen.spot == spot) {
        if let (Answer::Choice(choice), Some(Figure::YesNo(true))) = (&seen.answer, at(seen)) {
            choices.push(*choice);
        }
    }
    choices.sort_unstable();
    Source::OneOf(spot, choices)
}

/// The certain steps of a year that stand where only some give way.
fn stays(assessment: &Assessment, year: Year, own: Amount, counted: Amount) -> Stands {
    /// The most steps among which those that stand are looked for.
    const MOST: usize = 14;
    let steps: Vec<(usize, Money)> = assessment
        .steps
        .iter()
        .enumerate()
        .filter(|(_, step)| step.band == Some(Band::Certain) && step.year == Some(year))
        .filter_map(|(index, step)| Some((index, step.result()?)))
        .collect();
    let portal = Stands::Portal(counted.certain, counted.possible);
    if steps.len() > MOST || counted.possible != own.possible + own.certain.less(counted.certain) {
        return portal;
    }
    let chosen =
        |choice: u32| steps.iter().enumerate().filter(move |(bit, _)| choice & (1 << bit) != 0).map(|(_, step)| *step);
    (0_u32..1 << steps.len())
        .find(|choice| chosen(*choice).map(|(_, money)| money).sum::<Money>() == counted.certain)
        .map_or(portal, |choice| Stands::Steps(chosen(choice).map(|(step, _)| step).collect()))
}
