//! Figures that would make another side of a choice the best one, found to the smallest step.

use crate::answers::facts::Facts;
use crate::planner::cell::{Cell, in_steps, of_steps};
use crate::planner::choice::Pick;
use crate::planner::component::Component;
use crate::planner::part::best;
use crate::planner::sensitivity::Sensitivity;
use crate::rule::{Figure, Report};

/// Figures are followed while there are no more ways than this: each look compares all of them.
const MOST_WAYS: usize = 64;

/// A figure that would make another side the best.
#[derive(Clone, Copy, Debug)]
pub struct Flip {
    /// The figure.
    pub cell: Cell,
    /// As it stands.
    pub stands: Figure,
    /// The last one, on the way from there, that leaves the best side as it is.
    pub keeps: Figure,
    /// The next one, from which on another is the best.
    pub turns: Figure,
    /// The side that is the best then; `None` where none can be chosen any more.
    pub best: Option<Pick>,
}

/// The search for figures that flip a choice.
pub(super) struct Flipping<'a> {
    pub component: &'a Component<'a>,
    /// The option of the choice that is the best.
    pub best: Option<usize>,
    /// Which of the choices is looked at.
    pub choice: usize,
    /// The answers that it starts from.
    pub facts: &'a Facts,
}

impl Flipping<'_> {
    /// Follows every figure that the clauses read, up and down to the nearest where another side is the best. Between two
    /// corners of its curve what each side brings is a line, so that the best changes once at most.
    pub fn flips(&self, found: &[Sensitivity], report: &Report) -> Vec<Flip> {
        let clauses = || self.component.clauses.iter().filter_map(|id| report.of(id));
        let is_read = |one: &&Sensitivity| clauses().any(|own| own.asked.reads(one.cell.question));
        found.iter().filter(is_read).flat_map(|one| self.of(one)).collect()
    }

    fn of(&self, one: &Sensitivity) -> Vec<Flip> {
        let Some(stands) = in_steps(one.stands) else { return Vec::new() };
        let mut corners: Vec<i128> = one.curve.iter().filter_map(|corner| in_steps(corner.at)).collect();
        let up = corners.iter().copied().filter(|corner| *corner > stands).collect::<Vec<_>>();
        corners.retain(|corner| *corner < stands);
        corners.reverse();
        [up, corners].into_iter().filter_map(|corners| self.search(one, stands, corners)).collect()
    }

    /// Goes from corner to corner until another side is the best, and then looks for the step where it turns.
    fn search(&self, one: &Sensitivity, stands: i128, corners: Vec<i128>) -> Option<Flip> {
        let mut varied = self.facts.clone();
        let best = self.best;
        let mut keeps = stands;
        for corner in corners {
            if self.best_at(&mut varied, one, corner)? == best {
                keeps = corner;
                continue;
            }
            let mut turns = corner;
            while (turns - keeps).abs() > 1 {
                let middle = i128::midpoint(keeps, turns);
                if self.best_at(&mut varied, one, middle)? == best {
                    keeps = middle;
                } else {
                    turns = middle;
                }
            }
            let options = &self.component.choices.get(self.choice)?.options;
            let best = self.best_at(&mut varied, one, turns)?.and_then(|option| options.get(option));
            return Some(Flip {
                cell: one.cell,
                stands: one.stands,
                keeps: of_steps(one.stands, keeps)?,
                turns: of_steps(one.stands, turns)?,
                best: best.map(|option| option.pick),
            });
        }
        None
    }

    /// The best side if the figure were another, the other choices being made best; `None` where it cannot be.
    fn best_at(&self, varied: &mut Facts, one: &Sensitivity, steps: i128) -> Option<Option<usize>> {
        one.cell.set(varied, of_steps(one.stands, steps)?).then_some(())?;
        let ways = self.component.ways(varied, MOST_WAYS).ok()?;
        Some(ways.get(best(&ways)).and_then(|way| way.picks.get(self.choice).copied().flatten()))
    }
}
