//! What each enterprise that an intermediary introduced comes to (第二十七条), which Article 28 reads too.

use crate::answers::answer::{Fen, Table};
use crate::applicant::referral::enterprises;
use crate::date::{Date, Year};
use crate::money::{Money, Rate, percent, wan};
use crate::order::Order;
use crate::policy::miyun_2019_25::received::ByName;
use crate::rule::tiers::{above, rate};
use crate::rule::{Amount, Provision, Receipt, Tiers};

/// What an enterprise brings.
pub(super) static REWARD: Provision = Provision::new(
    27,
    "所选年度的贡献全额乘以所属档次比例",
    "the whole contribution of the chosen year times the rate of its tier",
);
/// The lower end of the ladder, which no tier claims (27.1).
pub(super) const LOWEST: Money = wan(100);
/// The rate of the lowest tier, at which money may come before settlement (Article 33).
pub(super) const LOWEST_RATE: Rate = percent(5);
/// Above this the amount is decided, not computed.
pub(super) const TOP: Money = wan(2000);
/// The most that a decision gives an enterprise.
pub(super) const CEILING: Money = wan(200);

/// The ladder. Every upper bound belongs to its tier, so every lower bound does not.
pub(super) static TIERS: Tiers = Tiers {
    provision: &REWARD,
    top: Some(TOP),
    tiers: &[
        above(LOWEST, rate(LOWEST_RATE)),
        above(wan(300), rate(percent(6))),
        above(wan(500), rate(percent(7))),
        above(wan(1000), rate(percent(8))),
        above(wan(1500), rate(percent(9))),
    ],
};

/// What an enterprise comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Verdict {
    /// A sure amount on its contribution in a year.
    Sure(Sure),
    /// A year above the top: by decision.
    Beyond(Year),
    /// Exactly on the lower bound.
    Exact(Year),
    /// Nothing, with its best contribution.
    Nothing(Money),
    /// A fact is missing.
    Open,
    /// It does not fit the district's industries.
    Unfit,
}

/// The year that gives most.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Sure {
    pub year: Year,
    pub contribution: Money,
    pub reward: Money,
    /// Whether the other years have figures within the ladder too, so that nothing is to be said of them.
    pub plain: bool,
}

impl Verdict {
    /// Whether it brings something under the prudent reading, if that is known.
    pub const fn is_good(&self) -> Option<bool> {
        match self {
            Self::Sure(_) | Self::Beyond(_) => Some(true),
            Self::Exact(_) | Self::Nothing(_) | Self::Unfit => Some(false),
            Self::Open => None,
        }
    }
}

/// The years wholly inside three years from the first tax day, as places in the row: all three only from 1 January.
pub(super) fn window(first_tax: Date) -> std::ops::Range<usize> {
    usize::from(first_tax.first_full_year() - first_tax.year())..3
}

/// The calendar year of a place in the row.
pub(super) fn year_of(first_tax: Date, place: usize) -> Year {
    first_tax.year() + u16::try_from(place).unwrap_or(0)
}

/// What a row tells that counts.
pub(super) struct Row {
    pub fits: Option<bool>,
    pub first_tax: Option<Date>,
    pub contributions: [Option<Money>; 3],
}

impl Row {
    /// Every row of the table.
    pub fn all(table: &Table) -> impl Iterator<Item = Self> {
        let (fits, first_tax) = (table.yes_no_column(&enterprises::FITS), table.date_column(&enterprises::FIRST_TAX));
        let years = enterprises::YEARS.each_ref().map(|year| table.money_column(year));
        (0..table.len()).map(move |row| Self {
            fits: fits.get(row).copied().flatten(),
            first_tax: first_tax.get(row).copied().flatten(),
            contributions: years.map(|cells| cells.get(row).copied().and_then(Fen::money)),
        })
    }

    /// What it comes to.
    fn verdict(&self) -> Verdict {
        if self.fits == Some(false) {
            return Verdict::Unfit;
        }
        let (mut sure, mut beyond, mut exact) = (None::<(usize, Money, Money)>, None, None);
        let (mut open, mut best) = (false, Money::ZERO);
        // Until the day is told, each of the three years may be in the window.
        for place in self.first_tax.map_or(0..3, window) {
            let Some(contribution) = self.contributions[place] else {
                open = true;
                continue;
            };
            best = best.max(contribution);
            if contribution > TOP {
                beyond = beyond.or(Some(place));
            } else if contribution > LOWEST {
                // Of two years that give the same, the earlier.
                let reward = TIERS.on(contribution);
                if sure.is_none_or(|(.., most)| reward > most) {
                    sure = Some((place, contribution, reward));
                }
            } else if contribution == LOWEST {
                exact = exact.or(Some(place));
            }
        }
        if !open && best < LOWEST {
            return Verdict::Nothing(best);
        }
        let (Some(true), Some(first_tax)) = (self.fits, self.first_tax) else { return Verdict::Open };
        let year = |place| year_of(first_tax, place);
        match (sure, beyond, exact) {
            (Some((place, contribution, reward)), ..) => {
                Verdict::Sure(Sure { year: year(place), contribution, reward, plain: !open && beyond.is_none() })
            }
            (None, Some(place), _) => Verdict::Beyond(year(place)),
            (None, None, Some(place)) if !open => Verdict::Exact(year(place)),
            (None, None, _) => Verdict::Open,
        }
    }

    /// Adds the contributions that are told to their years, also in a row that is otherwise incomplete.
    fn add_to(&self, sums: &mut Vec<(Year, Money)>) {
        let Some(first_tax) = self.first_tax.filter(|_| self.fits != Some(false)) else { return };
        for place in window(first_tax) {
            let Some(contribution) = self.contributions[place] else { continue };
            let (year, contribution) = (year_of(first_tax, place), contribution.or_zero());
            match sums.iter_mut().find(|(other, _)| *other == year) {
                Some((_, sum)) => *sum += contribution,
                None => sums.push((year, contribution)),
            }
        }
    }
}

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
        let certain = gives.certain.less(self.off);
        Some((year, Amount { certain, prepaid: gives.prepaid.min(certain), ..gives }))
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
        for (index, row) in Row::all(table).enumerate() {
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
