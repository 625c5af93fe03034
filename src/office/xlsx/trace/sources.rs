//! Where a figure comes from: an answer, an earlier step, a sum of them, or the rules.

use std::mem::discriminant;

use crate::answers::answer::Answer;
use crate::answers::facts::Facts;
use crate::answers::form::Form;
use crate::money::{Money, Part};
use crate::office::xlsx::inputs::{figure, of_units, units};
use crate::office::xlsx::trace::{Model, NEAR, Source, figures};
use crate::order::Order;
use crate::rule::{Figure, Step, Work};

impl Model<'_> {
    pub(super) fn find_sources(&mut self) {
        let mut seen = Vec::new();
        for answer_cell in 0..self.answer_cells.len() {
            for answer in self.nearby(answer_cell) {
                if let Some(facts) = self.moved(answer_cell, &answer) {
                    seen.push(self.see(answer_cell, answer, &facts));
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

    fn see(&self, answer_cell: usize, answer: Answer, facts: &Facts) -> Seen {
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
        let near = match (self.filled(answer_cell).as_ref().and_then(units), units(&answer)) {
            (Some(filled), Some(other)) => (filled - other).abs() <= NEAR,
            _ => true,
        };
        Seen { answer_cell, answer, near, clauses: clauses.collect(), counted: counted.collect() }
    }

    /// Some other answers near the one told and far from it.
    pub(super) fn nearby(&self, answer_cell: usize) -> Vec<Answer> {
        let form = self.answer_cells[answer_cell].form();
        let Some(answer) = self.filled(answer_cell) else { return Vec::new() };
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
            && let Some(answer_cell) = self
                .answer_cells
                .iter()
                .position(|answer_cell| answer_cell.cell.is_none() && answer_cell.spec().id == question.id)
        {
            if self.filled(answer_cell).as_ref().and_then(figure) == Some(base) {
                return Source::Answer(answer_cell);
            }
            if let (Some(Answer::Choice(filled)), Figure::YesNo(holds)) = (self.filled(answer_cell), base) {
                return one_of(seen, answer_cell, filled, holds, at);
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
        let mut movers: Vec<usize> = moves.iter().map(|seen| seen.answer_cell).collect();
        movers.dedup();
        for answer_cell in movers.iter().copied() {
            if self.answer_cells[answer_cell].signed() {
                continue;
            }
            let filled = self.filled(answer_cell);
            if everywhere(&|seen| {
                if seen.answer_cell == answer_cell { figure(&seen.answer) } else { filled.as_ref().and_then(figure) }
            }) {
                return Source::Answer(answer_cell);
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
    pub(super) fn counts(&self, answer_cell: usize, answer: &Answer) -> Option<i128> {
        units(answer).map(|units| if self.answer_cells[answer_cell].signed() { units.max(0) } else { units })
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
        for answer_cell in movers.iter().copied() {
            let filled = self.filled(answer_cell)?;
            // An answer of another kind moves what is counted, not how much of it: the bounds say so.
            if figure(&filled).is_none_or(|figure| discriminant(&figure) != discriminant(&base)) {
                continue;
            }
            let from = self.counts(answer_cell, &filled)?;
            let mut times = None;
            for seen in seen.iter().filter(|seen| seen.answer_cell == answer_cell) {
                let (Some(figure), Some(to)) = (at(seen), self.counts(answer_cell, &seen.answer)) else { continue };
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
            terms.push((answer_cell, times));
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
            .filter_map(|answer_cell| match self.filled(*answer_cell) {
                Some(Answer::Count(count)) => Some((*answer_cell, i64::from(count))),
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
            movers.iter().try_fold(0, |sum, answer_cell| {
                let filled = self.filled(*answer_cell)?;
                let answer = moved.filter(|seen| seen.answer_cell == *answer_cell).map_or(&filled, |seen| &seen.answer);
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
            let areas = movers.iter().map(|answer_cell| (*answer_cell, 1)).collect();
            Source::Over(Box::new(Source::Law(Figure::Area(area))), Box::new(Source::Sum(areas)))
        })
    }

    /// What other clauses count in the year of application, as a clause that is assessed beside them looks at it.
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
        sets.order_by_key(|set| std::cmp::Reverse(set.len()));
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
pub(super) fn figure_units(figure: Figure) -> Option<i128> {
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
    answer_cell: usize,
    answer: Answer,
    /// Whether the answer is the next one, or another one that has no order.
    near: bool,
    /// By clause and step: the figures and the result.
    clauses: Vec<Vec<(Vec<Figure>, Option<Money>)>>,
    /// What each clause counts as certain in the year of application.
    counted: Vec<Money>,
}

/// The choices with which a figure is yes.
fn one_of(seen: &[Seen], answer_cell: usize, filled: u8, holds: bool, at: impl Fn(&Seen) -> Option<Figure>) -> Source {
    let mut choices: Vec<u8> = holds.then_some(filled).into_iter().collect();
    for seen in seen.iter().filter(|seen| seen.answer_cell == answer_cell) {
        if let (Answer::Choice(choice), Some(Figure::YesNo(true))) = (&seen.answer, at(seen)) {
            choices.push(*choice);
        }
    }
    choices.order();
    Source::OneOf(answer_cell, choices)
}
