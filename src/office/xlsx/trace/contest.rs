//! Choices among several: what each option comes to where it is the sum of what a ladder gives on answers. Then formulas
//! can tell whether another option would be chosen, and answers may move until one would.

use crate::answers::answer::Answer;
use crate::answers::facts::Facts;
use crate::answers::form::Form;
use crate::money::Money;
use crate::office::xlsx::trace::{Model, reads};
use crate::rule::{Assessment, Figure, Step, Tiers, Work};

/// A choice whose options are such sums.
pub(in crate::office::xlsx) struct Contest {
    /// The step that chooses.
    pub step: usize,
    pub tiers: &'static Tiers,
    /// The answers that each option adds up.
    pub options: Vec<Vec<usize>>,
    pub chosen: usize,
}

impl Contest {
    /// Whether an option would be chosen already where it comes to as much as the one that was: of equal ones the first is.
    pub(in crate::office::xlsx) const fn wins_a_tie(&self, option: usize) -> bool {
        option < self.chosen
    }
}

/// What a choice was among.
fn options(step: &Step) -> Option<&[(Figure, Money)]> {
    match &step.work {
        Work::Choice { of, .. } if of.len() > 1 => Some(of),
        _ => None,
    }
}

impl Model<'_> {
    pub(super) fn find_contests(&mut self) {
        let is_open = |clause: &usize| {
            self.clauses[*clause].still.is_none()
                && self.report.assessments[*clause].steps.iter().any(|step| options(step).is_some())
        };
        let choosing: Vec<usize> = (0..self.clauses.len()).filter(is_open).collect();
        if choosing.is_empty() {
            return;
        }
        let money = |cell: &usize| matches!(self.answer_cells[*cell].form(), Form::Money { .. });
        let cells: Vec<usize> = (0..self.answer_cells.len()).filter(money).collect();
        for clause in choosing {
            let base = &self.report.assessments[clause];
            let read = |cell: &usize| reads(base, self.answer_cells[*cell].spec());
            let cells: Vec<usize> = cells.iter().copied().filter(read).collect();
            let tried: Vec<(usize, Money, Vec<Step>)> = cells
                .iter()
                .flat_map(|cell| self.trials(*cell, base).into_iter().map(move |amount| (*cell, amount)))
                .filter_map(|(cell, amount)| {
                    let facts = self.moved(cell, &Answer::Money(amount))?;
                    let mut report = self.rules().assess(&facts, true);
                    Some((cell, amount, std::mem::take(&mut report.assessments.get_mut(clause)?.steps)))
                })
                .collect();
            let contests = base.steps.iter().enumerate().filter_map(|(place, step)| {
                base.clause.tiers.iter().find_map(|tiers| self.contest(place, step, tiers, &cells, &tried))
            });
            self.clauses[clause].contests = contests.collect();
        }
    }

    /// Other amounts of an answer: a little more and less, and on either side of where a ladder begins.
    fn trials(&self, cell: usize, assessment: &Assessment) -> Vec<Money> {
        let Some(Answer::Money(amount)) = self.filled(cell) else { return Vec::new() };
        let fen = amount.fen();
        let floors = assessment.clause.tiers.iter().filter_map(|tiers| tiers.tiers.first());
        let near = [fen / 10 * 11 + 1, fen / 10 * 9 + 1].into_iter();
        let trials = near.chain(floors.map(|tier| tier.from.fen() / 10 * 12));
        trials.filter(|other| *other > 0 && *other != fen).map(Money::from_fen).collect()
    }

    fn contest(
        &self,
        place: usize,
        step: &Step,
        tiers: &'static Tiers,
        cells: &[usize],
        tried: &[(usize, Money, Vec<Step>)],
    ) -> Option<Contest> {
        let Work::Choice { of, chosen } = &step.work else { return None };
        let base = options(step)?;
        let same = |other: &&Step| {
            std::ptr::eq(other.provision, step.provision)
                && other.place == step.place
                && options(other).is_some_and(|of| of.iter().map(|one| one.0).eq(base.iter().map(|one| one.0)))
        };
        let mut members: Vec<Vec<usize>> = vec![Vec::new(); of.len()];
        for cell in cells.iter().copied() {
            let Some(Answer::Money(filled)) = self.filled(cell) else { continue };
            let mut adds: Vec<Option<bool>> = vec![None; of.len()];
            for (_, amount, steps) in tried.iter().filter(|(other, ..)| *other == cell) {
                let by = tiers.on(*amount).fen() - tiers.on(filled).fen();
                let Some(other) = steps.iter().find(same).and_then(options) else { continue };
                for ((adds, (_, before)), (_, after)) in adds.iter_mut().zip(base).zip(other) {
                    let moved = after.fen() - before.fen();
                    match (moved, by) {
                        (0, 0) => {}
                        (0, _) if *adds != Some(true) => *adds = Some(false),
                        (moved, by) if moved == by && *adds != Some(false) => *adds = Some(true),
                        _ => return None,
                    }
                }
            }
            for (members, _) in members.iter_mut().zip(adds).filter(|(_, adds)| *adds == Some(true)) {
                members.push(cell);
            }
        }
        let contest = Contest { step: place, tiers, options: members, chosen: *chosen };
        let totals = self.totals(&contest, &self.draft.facts);
        let told = totals.iter().eq(of.iter().map(|(_, total)| total));
        (told && !self.is_overturned(&contest, &self.draft.facts)).then_some(contest)
    }

    /// What the options come to on other answers.
    fn totals(&self, contest: &Contest, facts: &Facts) -> Vec<Money> {
        let on = |cell: &usize| match self.answer_cells[*cell].answer(facts) {
            Some(Answer::Money(money)) => contest.tiers.on(money),
            _ => Money::ZERO,
        };
        contest.options.iter().map(|cells| cells.iter().map(on).sum()).collect()
    }

    /// Whether another option would be chosen on other answers.
    pub(super) fn is_overturned(&self, contest: &Contest, facts: &Facts) -> bool {
        let totals = self.totals(contest, facts);
        let Some(chosen) = totals.get(contest.chosen) else { return false };
        totals
            .iter()
            .enumerate()
            .any(|(option, total)| if contest.wins_a_tie(option) { total >= chosen } else { total > chosen })
    }
}
