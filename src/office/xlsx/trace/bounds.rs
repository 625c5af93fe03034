//! How far each answer may move before the formulas and the rules part.

use std::mem::discriminant;

use crate::answers::answer::Answer;
use crate::answers::facts::Facts;
use crate::answers::form::Form;
use crate::answers::question::Spec;
use crate::office::xlsx::inputs::{figure, of_units, units};
use crate::office::xlsx::trace::sources::figure_units;
use crate::office::xlsx::trace::{Bounds, Keep, MOST_STEPS, Model, State, reads, same};
use crate::order::Order;
use crate::rule::{Figure, Outcome, Work};

impl Model<'_> {
    /// Compares the formulas with the clauses over other answers, and binds each answer where they part.
    pub(super) fn find_bounds(&mut self) {
        let marks = self.marks();
        let mut bounds: Vec<Vec<(usize, Keep)>> = (0..=self.clauses.len()).map(|_| Vec::new()).collect();
        for answer_cell in 0..self.answer_cells.len() {
            let form = self.answer_cells[answer_cell].form();
            let Some(filled) = self.filled(answer_cell) else { continue };
            let Some(at) = units(&filled) else {
                let mut parted = vec![false; bounds.len()];
                for other in self.nearby(answer_cell) {
                    let agree = self.agree(answer_cell, &other);
                    parted.iter_mut().zip(&agree).for_each(|(parted, agree)| *parted |= !agree);
                }
                // What is not known yet is not probed; words never move an amount.
                for (unit, _) in parted.iter().enumerate().filter(|(_, parted)| **parted) {
                    bounds[unit].push((answer_cell, Keep::Exactly));
                }
                continue;
            };
            let mut points: Vec<i128> = self.points(answer_cell, at, &marks);
            points.retain(|point| of_units(form, *point).is_some());
            points.order();
            points.dedup();
            let agree: Vec<(i128, Vec<bool>)> = points
                .into_iter()
                .filter_map(|point| Some((point, self.agree(answer_cell, &of_units(form, point)?))))
                .collect();
            for (unit, bounds) in bounds.iter_mut().enumerate() {
                let good =
                    |point: i128| of_units(form, point).is_some_and(|other| self.agree(answer_cell, &other)[unit]);
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
                bounds.push((answer_cell, if only { Keep::Exactly } else { Keep::Between(from, to) }));
            }
        }
        let mut bounds: Vec<Bounds> =
            bounds.into_iter().enumerate().map(|(unit, keep)| self.together(unit, keep)).collect();
        self.plan_bounds = bounds.pop().unwrap_or_default();
        for (clause, bounds) in self.clauses.iter_mut().zip(bounds) {
            clause.bounds = bounds;
        }
    }

    /// Answers were moved one at a time, and two that are each within their bounds can lead to another choice together. So
    /// all figures of the questions that have bounds are moved together, within them. Where the formulas and the rules
    /// part, and do not as long as figures with bounds of their own stay, these may move only alone; else every figure may.
    fn together(&self, unit: usize, mut keep: Vec<(usize, Keep)>) -> Bounds {
        /// So many times.
        const TRIALS: usize = 48;
        let bound = |(answer_cell, keep): &(usize, Keep)| {
            (*keep != Keep::Exactly).then_some(self.answer_cells[*answer_cell].question)
        };
        let questions: Vec<usize> = keep.iter().filter_map(bound).collect();
        let mut figures = keep.clone();
        for answer_cell in 0..self.answer_cells.len() {
            let ordered = self.filled(answer_cell).as_ref().and_then(units).is_some();
            if ordered
                && questions.contains(&self.answer_cells[answer_cell].question)
                && !figures.iter().any(|(other, _)| *other == answer_cell)
            {
                figures.push((answer_cell, Keep::Between(None, None)));
            }
        }
        figures.order_by_key(|(answer_cell, _)| *answer_cell);
        // Years and days, which say what the other figures are of, and what has bounds of its own.
        let is_bound = |(answer_cell, keep): &(usize, Keep)| {
            let day = matches!(self.answer_cells[*answer_cell].form(), Form::Year | Form::Date);
            *keep != Keep::Exactly && (day || *keep != Keep::Between(None, None))
        };
        let agree = |figures: &[(usize, Keep)]| {
            let mut seed = 1;
            (0..TRIALS).all(|_| self.agree_together(unit, figures, &mut seed))
        };
        let alone: Vec<usize> = if questions.is_empty() || agree(&figures) {
            Vec::new()
        } else {
            let (bound, free): (Vec<_>, Vec<_>) = figures.iter().cloned().partition(is_bound);
            let parted = if agree(&free) { &bound } else { &figures };
            parted.iter().filter(|(_, keep)| *keep != Keep::Exactly).map(|(answer_cell, _)| *answer_cell).collect()
        };
        if !alone.is_empty() {
            keep = figures;
        }
        Bounds { keep, alone }
    }

    /// Moves about half of the figures at once, each within its bounds.
    fn agree_together(&self, unit: usize, figures: &[(usize, Keep)], seed: &mut u64) -> bool {
        let mut drawn = |most: u64| {
            *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (*seed >> 33) % most
        };
        let mut facts = self.draft.facts.clone();
        for (answer_cell, keep) in figures {
            let Keep::Between(from, to) = keep else { continue };
            let Some(at) = self.filled(*answer_cell).as_ref().and_then(units).filter(|_| drawn(2) == 0) else {
                continue;
            };
            let ends = [from, to].map(|end| end.as_ref().and_then(units));
            let point = match drawn(6) {
                0 => ends[0].unwrap_or(at / 2),
                1 => ends[1].unwrap_or(at * 2),
                2 => at / 10 * 7,
                3 => at / 10 * 13,
                4 => at + 1,
                _ => at - 1,
            };
            let point = point.max(ends[0].unwrap_or(point)).min(ends[1].unwrap_or(point));
            if let Some(other) = of_units(self.answer_cells[*answer_cell].form(), point) {
                self.answer_cells[*answer_cell].tell(&mut facts, other);
            }
        }
        self.agree_on(&facts, None)[unit]
    }

    /// Of every clause, and then of the plan: whether the formulas say the same as the clauses, or say themselves that
    /// something has changed.
    fn agree(&self, answer_cell: usize, answer: &Answer) -> Vec<bool> {
        let Some(facts) = self.moved(answer_cell, answer) else { return vec![true; self.clauses.len() + 1] };
        self.agree_on(&facts, Some(self.answer_cells[answer_cell].spec()))
    }

    /// The same on any answers. Where one alone was moved, only clauses that read it are asked.
    fn agree_on(&self, facts: &Facts, moved: Option<&Spec>) -> Vec<bool> {
        let report = self.rules().assess(facts, false);
        let (given, counted) = self.work_out(facts);
        let mut agree: Vec<bool> = given
            .iter()
            .zip(&report.assessments)
            .zip(&self.report.assessments)
            .map(|((given, other), base)| {
                given.state == State::Changed
                    || same(&given.amounts, &other.estimate.by_year)
                    // What only follows from another clause is told by that one.
                    || moved.is_some_and(|spec| !reads(base, spec)) && !self.is_last(base.clause)
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
    fn points(&self, answer_cell: usize, at: i128, marks: &[Figure]) -> Vec<i128> {
        /// The most cells of its column that an answer is tried against.
        const NEIGHBOURS: usize = 30;
        let Some(figure) = self.filled(answer_cell).as_ref().and_then(figure) else { return Vec::new() };
        let like = |other: &&Figure| discriminant(*other) == discriminant(&figure);
        let here = self.answer_cells[answer_cell];
        let column = self
            .answer_cells
            .iter()
            .enumerate()
            .filter(|(other, of)| {
                *other != answer_cell
                    && of.question == here.question
                    && discriminant(of.form()) == discriminant(here.form())
            })
            .filter_map(|(other, _)| units(&self.filled(other)?))
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
