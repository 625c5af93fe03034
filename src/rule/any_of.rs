//! The search among rows or years: one good one is enough; else what is open is missing; else all failed.

use crate::answers::question::Spec;
use crate::rule::case::Case;
use crate::rule::missing::{Missing, Place};
use crate::rule::provision::Provision;
use crate::rule::step::{Bound, Figure};

impl Case<'_> {
    /// Whether one of several is good: one is enough, whatever the others are. Without one, those that are open are
    /// recorded as missing, as each of them could be it. Each has a place of its own.
    pub fn any_of(
        &mut self,
        question: &'static Spec,
        judged: impl Iterator<Item = (Place, Option<bool>)> + Clone,
    ) -> Option<bool> {
        self.needs(question);
        if judged.clone().any(|(_, good)| good == Some(true)) {
            return Some(true);
        }
        let open = judged.filter(|(_, good)| good.is_none());
        let before = self.missing.len();
        self.missing.extend(open.map(|(place, _)| Missing { question, place }));
        (self.missing.len() == before).then_some(false)
    }

    /// The condition that one of several rows is good, shown by how many are. Gives how many.
    pub fn some_row(&mut self, question: &'static Spec, provision: &'static Provision, judged: &[Option<bool>]) -> u32 {
        let rows = judged.iter().enumerate().map(|(row, good)| (Place::Row(row), *good));
        let any = self.any_of(question, rows);
        let good = judged.iter().filter(|good| **good == Some(true)).count();
        let good = u32::try_from(good).unwrap_or(u32::MAX);
        // Rows that are open are named one by one already, not the table as a whole.
        let (question, counted) = (any.map(|_| question), any.map(|_| Figure::Count(good)));
        self.condition(provision, Place::Whole, question, counted, Bound::AtLeast(Figure::Count(1)));
        good
    }
}
