//! What was received before leaves the bands of a clause, whose outcome stays as it is.

use crate::date::Year;
use crate::money::Money;
use crate::rule::amount::Amount;
use crate::rule::case::Case;
use crate::rule::missing::Place;
use crate::rule::provision::Provision;
use crate::rule::settled::{Receipt, Settled, total};

impl Case<'_> {
    /// An amount less what was received of it; no step where nothing was.
    pub fn less_received(
        &mut self,
        provision: &'static Provision,
        place: Place,
        amount: Money,
        received: Money,
    ) -> Money {
        if received.is_zero() { amount } else { self.difference(provision, place, [amount, received]) }
    }

    /// Everything that the clause gives so far was received: it is given once.
    pub fn settle_all(&mut self, receipts: &[Receipt<'_>], says: &'static Provision) {
        let years: Vec<Year> = self.estimate.by_year.iter().map(|(year, _)| year).collect();
        for year in years {
            self.settle_at(Place::Whole, year, receipts, says);
        }
    }

    /// What the clause gives for a year was received.
    pub fn settle_year(&mut self, year: Year, receipts: &[Receipt<'_>], says: &'static Provision) {
        self.settle_at(Place::Year(year), year, receipts, says);
    }

    /// An item that was received before, and so is not given: what the rules would give for it, in the year of the clause.
    pub fn settle_item(
        &mut self,
        place: Place,
        (year, gives): (Year, Amount),
        receipts: &[Receipt<'_>],
        says: &'static Provision,
    ) {
        let Some((row, received)) = total(receipts) else { return };
        self.estimate.settled.push(Settled { place, year, gives, row, received });
        self.note(says);
        self.remark(says, place);
    }

    fn settle_at(&mut self, place: Place, year: Year, receipts: &[Receipt<'_>], says: &'static Provision) {
        let Some((row, received)) = total(receipts) else { return };
        let gives = self.estimate.by_year.take(year);
        if gives == Amount::default() {
            return;
        }
        // The steps stay as they were worked out, and count in no band.
        for step in self.steps.iter_mut().flatten().filter(|step| step.year == Some(year)) {
            (step.band, step.year, step.doubts) = (None, None, Vec::new());
        }
        self.estimate.settled.push(Settled { place, year, gives, row, received });
        self.note(says);
        self.remark(says, place);
    }
}
