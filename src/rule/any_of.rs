//! The search among rows or years: one good one is enough; else what is open is missing; else all failed. Where the
//! order counts, the first good one is looked for, and one that is open before it could be the first.

use crate::answers::question::Spec;
use crate::rule::case::Case;
use crate::rule::figure::{Bound, Figure};
use crate::rule::missing::{Missing, Place};
use crate::rule::provision::Provision;

/// What was looked at on the way to the first good one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Looked<T> {
    /// Each that was looked at, with what it comes to: up to the first good one, or all.
    pub all: Vec<(T, Option<bool>)>,
    /// Whether one of them is open.
    pub open: bool,
}

impl<T> Looked<T> {
    /// Looks at one after the other, up to the first good one.
    pub fn first_of(judged: impl IntoIterator<Item = (T, Option<bool>)>) -> Self {
        let mut looked = Self { all: Vec::new(), open: false };
        for (one, good) in judged {
            looked.open |= good.is_none();
            looked.all.push((one, good));
            if good == Some(true) {
                break;
            }
        }
        looked
    }

    /// The first good one.
    #[must_use]
    pub fn found(&self) -> Option<&T> {
        self.all.last().filter(|(_, good)| *good == Some(true)).map(|(one, _)| one)
    }
}

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
    pub fn some_row(
        &mut self,
        question: &'static Spec,
        provision: &'static Provision,
        judged: &[Option<bool>],
    ) -> usize {
        let rows = judged.iter().enumerate().map(|(row, good)| (Place::Row(row), *good));
        let any = self.any_of(question, rows);
        let good = judged.iter().filter(|good| **good == Some(true)).count();
        let count = Figure::Count(u32::try_from(good).unwrap_or(u32::MAX));
        // Rows that are open are named one by one already, not the table as a whole.
        let (question, counted) = (any.map(|_| question), any.map(|_| count));
        self.condition(provision, Place::Whole, question, counted, Bound::AtLeast(Figure::Count(1)));
        good
    }
}

#[cfg(test)]
mod tests {
    use super::Looked;

    #[test]
    fn the_first_good_one_ends_the_search() {
        for (judged, looked, found, open) in [
            (vec![], 0, None, false),
            (vec![Some(true), None], 1, Some(0), false),
            (vec![Some(false), Some(true), Some(true)], 2, Some(1), false),
            (vec![None, Some(true)], 2, Some(1), true),
            (vec![Some(false), Some(false)], 2, None, false),
            (vec![Some(false), None], 2, None, true),
        ] {
            let search = Looked::first_of(judged.iter().copied().enumerate());
            assert_eq!((search.all.len(), search.found().copied(), search.open), (looked, found, open), "{judged:?}");
        }
    }
}
