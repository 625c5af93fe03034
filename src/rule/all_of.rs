//! Several tests of one thing, a row or a year, all of which must hold: one that fails decides, whatever else is open.

use crate::answers::question::Spec;
use crate::money::Money;
use crate::rule::case::Case;
use crate::rule::figure::{Bound, Figure};
use crate::rule::missing::Place;
use crate::rule::provision::Provision;

/// One of the tests.
#[derive(Clone, Copy, Debug)]
pub struct Test {
    /// The provision that asks it.
    pub provision: &'static Provision,
    /// The row or the year.
    pub place: Place,
    /// The figure, where it is known.
    pub figure: Option<Figure>,
    /// What is wanted of it.
    pub bound: Bound,
}

impl Test {
    /// That a cell is answered with yes.
    #[must_use]
    pub fn yes(provision: &'static Provision, place: Place, answer: Option<bool>) -> Self {
        Self { provision, place, figure: answer.map(Figure::YesNo), bound: Bound::YES }
    }

    /// That an amount is within a bound.
    #[must_use]
    pub fn money(provision: &'static Provision, place: Place, amount: Option<Money>, bound: Bound) -> Self {
        Self { provision, place, figure: amount.map(Figure::Money), bound }
    }

    /// Whether it holds, if its figure is known.
    #[must_use]
    pub fn holds(&self) -> Option<bool> {
        self.figure.map(|figure| self.bound.admits(figure))
    }
}

/// Whether all hold: one that fails decides, else one that is open leaves it open.
#[must_use]
pub fn all_of(tests: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    let mut all = Some(true);
    for holds in tests {
        match holds {
            Some(true) => {}
            Some(false) => return Some(false),
            None => all = None,
        }
    }
    all
}

impl Case<'_> {
    /// Shows the tests whose figures are known, without letting them decide.
    pub fn observe_all(&mut self, question: &'static Spec, tests: &[Test]) {
        for Test { provision, place, figure, bound } in tests {
            if let Some(figure) = figure {
                self.observe(provision, *place, Some(question), *figure, *bound);
            }
        }
    }

    /// The tests whose figures are known, as conditions: the one that fails decides.
    pub fn condition_all(&mut self, question: &'static Spec, tests: &[Test]) {
        for test in tests.iter().filter(|test| test.figure.is_some()) {
            self.condition(test.provision, test.place, Some(question), test.figure, test.bound);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::all_of;

    #[test]
    fn one_that_fails_decides() {
        for (tests, all) in [
            (vec![], Some(true)),
            (vec![Some(true), Some(true)], Some(true)),
            (vec![Some(true), None], None),
            (vec![None, Some(false)], Some(false)),
            (vec![Some(false), None], Some(false)),
        ] {
            assert_eq!(all_of(tests.iter().copied()), all, "{tests:?}");
        }
    }
}
