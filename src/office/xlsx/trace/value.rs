//! Working out the same amounts from other answers, as the formulas do.

use crate::answers::answer::Answer;
use crate::answers::facts::Facts;
use crate::answers::form::Form;
use crate::date::Year;
use crate::money::{Money, Part};
use crate::office::xlsx::inputs::{figure, of_units};
use crate::office::xlsx::trace::{Given, Model, Source, State, Watched, Worked, counts, part, watched, worked};
use crate::rule::{ByYear, Figure, Work};

impl Model<'_> {
    /// What the formulas come to on other answers: of each clause, and counted after the limits.
    pub(in crate::office::xlsx) fn work_out(&self, facts: &Facts) -> (Vec<Given>, Vec<ByYear>) {
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

    pub(super) fn give(&self, clause: usize, facts: &Facts, support: &dyn Fn(&Source) -> Money) -> Given {
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
        if traced.contests.iter().any(|contest| self.is_overturned(contest, facts)) {
            given.state = State::Changed;
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

    pub(super) fn value(
        &self,
        source: &Source,
        facts: &Facts,
        results: &[Worked],
        support: &dyn Fn(&Source) -> Money,
    ) -> Option<Figure> {
        Some(match source {
            Source::Law(figure) | Source::Portal(figure) => *figure,
            Source::Answer(answer_cell) => figure(&self.answer_cells[*answer_cell].answer(facts)?)?,
            Source::Sum(terms) => {
                let mut sum = 0;
                for (answer_cell, times) in terms {
                    sum += times * self.counts(*answer_cell, &self.answer_cells[*answer_cell].answer(facts)?)?;
                }
                match self.answer_cells[terms.first()?.0].form() {
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
            Source::OneOf(answer_cell, choices) => match self.answer_cells[*answer_cell].answer(facts)? {
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
}
