//! Figures that would turn a choice among years, found to the fen.

use crate::answers::facts::Facts;
use crate::date::Year;
use crate::money::{Money, wan};
use crate::order::Order;
use crate::planner::trial::Trial;

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

    /// How far it is from where the figure stands, in fen.
    pub(super) fn way(&self) -> i128 {
        (self.turns.fen() - self.stands.fen()).abs()
    }

    /// The rounder of the two figures, as people say it: whether it is the one that turns.
    #[must_use]
    pub fn bound(self) -> (Money, bool) {
        let noughts =
            |money: Money| (0..).take_while(|power| money.fen() % 10_i128.pow(power + 1) == 0).take(18).count();
        if noughts(self.keeps) > noughts(self.turns) { (self.keeps, false) } else { (self.turns, true) }
    }
}

/// The search for figures that turn a choice.
pub(super) struct Turning<'a> {
    /// The choice among years, on the figures that it starts from.
    pub trial: &'a Trial<'a>,
    /// The best year on these.
    pub best: Year,
}

impl Turning<'_> {
    /// The turns of these years, nearest first: each year up and down.
    pub fn turns(&self, years: impl Iterator<Item = Year>) -> Vec<Turn> {
        let mut bounds = self.bounds();
        bounds.order();
        let mut turns: Vec<Turn> = years.flat_map(|year| self.of(year, &bounds)).collect();
        turns.order_by_key(|turn| (turn.way(), turn.year));
        turns
    }

    fn of(&self, year: Year, bounds: &[Money]) -> impl Iterator<Item = Turn> + use<> {
        let stands = self.trial.yearly.of(&self.trial.facts, year).unwrap_or(Money::ZERO);
        let up = bounds.iter().copied().filter(|bound| *bound > stands);
        let down = bounds.iter().rev().copied().filter(|bound| *bound < stands);
        let mut varied = self.trial.facts.clone();
        let up = self.search(&mut varied, year, stands, up);
        let down = self.search(&mut varied, year, stands, down);
        up.into_iter().chain(down)
    }

    /// Where a ladder of the clause bends; the ends of what is assumed; nothing; and as much as is worth looking at. Between
    /// two of these what a year gives is a line.
    fn bounds(&self) -> Vec<Money> {
        let mut bounds = vec![Money::ZERO, self.most()];
        bounds.extend(self.trial.bends());
        bounds.extend(self.trial.assumed.iter().flat_map(|assumed| [assumed.low, assumed.high]));
        bounds
    }

    /// Four times the largest contribution told, or ten million yuan: nobody plans for more.
    fn most(&self) -> Money {
        let Trial { yearly, facts, .. } = self.trial;
        let largest = yearly.years(facts).filter_map(|year| yearly.of(facts, year)).max();
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
        self.trial.yearly.set(varied, year, contribution)?;
        let mut best = None;
        for start in self.trial.years(varied) {
            let total: Option<Money> = self.trial.counts(varied, start)?.map(|counts| counts.into_iter().sum());
            if let Some(total) = total
                && best.is_none_or(|(most, _)| total > most)
            {
                best = Some((total, start));
            }
        }
        Some(best.map(|(_, start)| start))
    }
}
