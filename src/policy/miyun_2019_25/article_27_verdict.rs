//! What an introduced enterprise comes to (第二十七条): its row, the years to choose from and the ladder.

use crate::answers::answer::{Fen, Table};
use crate::applicant::referral::enterprises;
use crate::date::{Date, Year};
use crate::money::{Money, Rate, percent, wan};
use crate::rule::tiers::{above, rate};
use crate::rule::{Provision, Tiers};

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

/// The columns that count.
pub(super) struct Rows<'a> {
    fits: &'a [Option<bool>],
    first_tax: &'a [Option<Date>],
    years: [&'a [Fen]; 3],
}

/// What a row tells that counts.
pub(super) struct Row {
    pub fits: Option<bool>,
    pub first_tax: Option<Date>,
    pub contributions: [Option<Money>; 3],
}

impl<'a> Rows<'a> {
    /// Those of the table.
    pub fn of(table: &'a Table) -> Self {
        Self {
            fits: table.yes_no_column(&enterprises::FITS),
            first_tax: table.date_column(&enterprises::FIRST_TAX),
            years: enterprises::YEARS.each_ref().map(|year| table.money_column(year)),
        }
    }

    /// One row of them.
    pub fn row(&self, row: usize) -> Row {
        Row {
            fits: self.fits.get(row).copied().flatten(),
            first_tax: self.first_tax.get(row).copied().flatten(),
            contributions: self.years.map(|cells| cells.get(row).copied().and_then(Fen::money)),
        }
    }
}

impl Row {
    /// What it comes to.
    pub fn verdict(&self) -> Verdict {
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
                // A smaller one cannot give more. Of two years that give the same, the earlier.
                let (largest, most) = sure.map_or((Money::ZERO, Money::ZERO), |(_, largest, most)| (largest, most));
                if contribution > largest {
                    let reward = TIERS.on(contribution);
                    if reward > most {
                        sure = Some((place, contribution, reward));
                    }
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
    pub fn add_to(&self, sums: &mut Vec<(Year, Money)>) {
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
