//! The figure of a fiscal year, read and held against a bound.

use crate::answers::yearly::Yearly;
use crate::date::Year;
use crate::money::Money;
use crate::rule::case::Case;
use crate::rule::figure::{Bound, Figure};
use crate::rule::missing::Place;
use crate::rule::provision::Provision;

impl Case<'_> {
    /// The figure of a fiscal year if there is one; below zero it counts as zero.
    #[must_use]
    pub fn in_year(&self, yearly: &Yearly, year: Year) -> Option<Money> {
        self.needs(&yearly.question.spec);
        yearly.of(self.facts(), year)
    }

    /// The condition that the figure of a fiscal year satisfies `bound`; gives the figure.
    pub fn money_in(
        &mut self,
        (yearly, year): (&'static Yearly, Year),
        provision: &'static Provision,
        bound: Bound,
    ) -> Option<Money> {
        let money = self.in_year(yearly, year);
        let question = Some(&yearly.question.spec);
        self.condition(provision, Place::Year(year), question, money.map(Figure::Money), bound);
        money
    }

    /// The same shown in the working, without letting it decide; nothing where there is no figure.
    pub fn observe_in(&mut self, (yearly, year): (&'static Yearly, Year), provision: &'static Provision, bound: Bound) {
        if let Some(money) = self.in_year(yearly, year) {
            self.observe(provision, Place::Year(year), Some(&yearly.question.spec), Figure::Money(money), bound);
        }
    }
}
