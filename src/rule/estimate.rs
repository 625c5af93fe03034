//! What a clause gives, and what stands beside it.

use crate::money::Money;
use crate::rule::amount::{Amount, ByYear};
use crate::rule::doubt::Doubt;
use crate::rule::provision::Provision;
use crate::rule::settled::Settled;

/// What a clause gives.
#[derive(Clone, Debug, Default)]
pub struct Estimate {
    /// Money by fiscal year.
    pub by_year: ByYear,
    /// What it gives and was received before: in no band any more.
    pub settled: Vec<Settled>,
    /// The doubts that touch this case, in the order met.
    pub doubts: Vec<&'static Doubt>,
    /// What must be told beside the amount.
    pub notes: Vec<&'static Provision>,
    /// Support in kind or by rules to come: listed, never priced.
    pub in_kind: bool,
}

impl Estimate {
    /// What the rules give, also what of it was received before.
    #[must_use]
    pub fn gross(&self) -> ByYear {
        let mut gross = self.by_year.clone();
        for settled in &self.settled {
            *gross.of_mut(settled.year) += settled.gives;
        }
        gross
    }

    /// Leaves only what a favourable reading would give: for a clause whose prudent reading is not met. An exact hit on a
    /// bound beside a failed condition changes nothing, so that its doubt goes as well.
    pub(super) fn keep_possible(&mut self, bare_bound: Option<&'static Doubt>) {
        for amount in self.by_year.amounts_mut() {
            *amount = Amount { possible: amount.possible, ..Amount::default() };
        }
        self.by_year.0.retain(|(_, amount)| *amount != Amount::default());
        self.in_kind = false;
        if self.by_year.0.is_empty() {
            self.doubts.retain(|doubt| bare_bound.is_none_or(|bare| !std::ptr::eq(*doubt, bare)));
        }
    }

    /// Moves the certain amounts to the possible ones, also of what was received.
    pub(super) fn move_to_possible(&mut self) {
        let settled = self.settled.iter_mut().map(|settled| &mut settled.gives);
        for amount in self.by_year.amounts_mut().chain(settled) {
            amount.possible += amount.certain;
            (amount.certain, amount.prepaid) = (Money::ZERO, Money::ZERO);
        }
    }
}
