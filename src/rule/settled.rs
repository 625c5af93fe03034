//! What was received before. It leaves the bands of a clause, whose outcome stays as it is.

use crate::date::Year;
use crate::money::Money;
use crate::rule::case::Case;
use crate::rule::estimate::Amount;
use crate::rule::missing::Place;
use crate::rule::provision::Provision;
use crate::rule::step::{Step, Work};

/// Something that was received: one row that the applicant told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Receipt<'a> {
    /// The row, from 0.
    pub row: usize,
    /// The fiscal year it was for.
    pub year: Option<Year>,
    /// How much.
    pub amount: Option<Money>,
    /// The person, enterprise or project it was for; empty where none is named.
    pub name: &'a str,
}

/// An item of a clause that was received before: what the rules give for it, and what was received.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Settled {
    /// The clause as a whole, a year, or a row.
    pub place: Place,
    /// The fiscal year that its amount would fall in.
    pub year: Year,
    /// What the rules give for it.
    pub gives: Amount,
    /// The first row in which it was received, from 0.
    pub row: usize,
    /// What was received for it; `None` where a row does not tell.
    pub received: Option<Money>,
}

/// What several receipts come to, and the first of their rows; `None` where there are none.
#[must_use]
pub fn total(receipts: &[Receipt<'_>]) -> Option<(usize, Option<Money>)> {
    let row = receipts.first()?.row;
    Some((row, receipts.iter().map(|receipt| receipt.amount).sum()))
}

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

impl Step {
    /// Whether it is a remark of this provision.
    #[must_use]
    pub fn remarks(&self, provision: &'static Provision) -> bool {
        matches!(self.work, Work::Remark) && std::ptr::eq(self.provision, provision)
    }
}
