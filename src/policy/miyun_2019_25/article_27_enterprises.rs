//! Every enterprise that an intermediary introduced (第二十七条), with what was received for it; Article 28 reads them too.

use crate::answers::answer::Table;
use crate::applicant::referral::enterprises;
use crate::date::Year;
use crate::money::Money;
use crate::order::Order;
use crate::policy::miyun_2019_25::article_27_verdict::{CEILING, LOWEST, LOWEST_RATE, Rows, Sure, Verdict};
use crate::policy::miyun_2019_25::received::ByName;
use crate::rule::{Amount, Receipt};

/// What a contribution within the ladder gives.
pub(super) fn sure(contribution: Money, reward: Money) -> Amount {
    Amount { certain: reward, prepaid: contribution.times(LOWEST_RATE), ..Amount::default() }
}

/// What one exactly on its lower bound may give.
pub(super) fn exact() -> Amount {
    Amount { possible: LOWEST.times(LOWEST_RATE), ..Amount::default() }
}

/// An enterprise, and what of its reward was received before.
pub(super) struct Introduced<'a> {
    pub verdict: Verdict,
    /// The rows in which it was received: nothing more is given.
    pub received: &'a [Receipt<'a>],
    /// What comes off its sure amount, of sums received that name no enterprise.
    pub off: Money,
}

impl Introduced<'_> {
    /// What the rules give for it, and in which year.
    pub fn gives(&self) -> Option<(Year, Amount)> {
        Some(match self.verdict {
            Verdict::Sure(Sure { year, contribution, reward, .. }) => (year, sure(contribution, reward)),
            Verdict::Beyond(year) => (year, Amount::ceiling(CEILING)),
            Verdict::Exact(year) => (year, exact()),
            Verdict::Nothing(_) | Verdict::Open | Verdict::Unfit => return None,
        })
    }

    /// What is left of that.
    pub fn left(&self) -> Option<(Year, Amount)> {
        let (year, gives) = self.gives().filter(|_| self.received.is_empty())?;
        Some((year, self.less_unnamed(gives)))
    }

    /// What is left of an amount after the sums received that name no enterprise.
    pub fn less_unnamed(&self, gives: Amount) -> Amount {
        let certain = gives.certain.less(self.off);
        Amount { certain, prepaid: gives.prepaid.min(certain), ..gives }
    }
}

/// Every enterprise, and the sum of their contributions in each calendar year, earliest first.
pub(super) struct Introductions<'a> {
    pub enterprises: Vec<Introduced<'a>>,
    pub sums: Vec<(Year, Money)>,
}

impl<'a> Introductions<'a> {
    /// Reads each row once. What was received without a name comes off the first ones that have a sure amount.
    pub fn of(table: &Table, received: &'a ByName<'a>) -> Self {
        let mut unnamed = received.unnamed();
        let mut introductions = Self { enterprises: Vec::with_capacity(table.len()), sums: Vec::new() };
        let rows = Rows::of(table);
        for index in 0..table.len() {
            let row = rows.row(index);
            row.add_to(&mut introductions.sums);
            let mut introduced = Introduced {
                verdict: row.verdict(),
                received: received.of_row(table, &enterprises::NAME, index),
                off: Money::ZERO,
            };
            if let (Verdict::Sure(Sure { reward, .. }), true) = (introduced.verdict, introduced.received.is_empty()) {
                introduced.off = reward.min(unnamed);
                unnamed = unnamed.less(introduced.off);
            }
            introductions.enterprises.push(introduced);
        }
        introductions.sums.order_by_key(|(year, _)| *year);
        introductions
    }
}
