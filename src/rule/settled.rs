//! What was received before: as the applicant says it, and as it stands beside an estimate.

use crate::date::Year;
use crate::money::Money;
use crate::rule::amount::Amount;
use crate::rule::missing::Place;

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
