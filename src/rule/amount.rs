//! Money in three bands, year by year.

use std::ops::{Add, AddAssign};

use crate::date::Year;
use crate::money::Money;

/// Money in three bands. They are never added to one another.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Amount {
    /// 可测算: under the prudent reading.
    pub certain: Money,
    /// 待确认: what a more favourable reading adds on top.
    pub possible: Money,
    /// 一事一议: the least that a decision gives.
    pub floor: Money,
    /// 一事一议: the most that a decision may give.
    pub ceiling: Money,
    /// Of the certain amount, what may be paid before settlement at the lowest rate. Never a right.
    pub prepaid: Money,
}

impl Amount {
    /// Only a certain amount.
    #[must_use]
    pub fn certain(certain: Money) -> Self {
        Self { certain, ..Self::default() }
    }

    /// Only the most that a decision may give.
    #[must_use]
    pub fn ceiling(ceiling: Money) -> Self {
        Self { ceiling, ..Self::default() }
    }
}

impl Add for Amount {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            certain: self.certain + other.certain,
            possible: self.possible + other.possible,
            floor: self.floor + other.floor,
            ceiling: self.ceiling + other.ceiling,
            prepaid: self.prepaid + other.prepaid,
        }
    }
}

impl AddAssign for Amount {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

/// Amounts by fiscal year, earliest first.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ByYear(pub(super) Vec<(Year, Amount)>);

impl ByYear {
    /// The amount of a year; nothing where there is none.
    #[must_use]
    pub fn of(&self, year: Year) -> Amount {
        self.0.iter().find(|(other, _)| *other == year).map_or(Amount::default(), |(_, amount)| *amount)
    }

    /// The amount of a year, to be changed.
    pub fn of_mut(&mut self, year: Year) -> &mut Amount {
        // There are few: looking at each is quicker than halving.
        let place = self.0.iter().take_while(|(other, _)| *other < year).count();
        if self.0.get(place).is_none_or(|(other, _)| *other != year) {
            if self.0.is_empty() {
                // Support runs for five years at most, and one more for what is paid beside it.
                self.0.reserve(6);
            }
            self.0.insert(place, (year, Amount::default()));
        }
        &mut self.0[place].1
    }

    /// The amounts of the years, earliest first, to be changed.
    pub fn amounts_mut(&mut self) -> impl Iterator<Item = &mut Amount> {
        self.0.iter_mut().map(|(_, amount)| amount)
    }

    /// Takes a year out, with its amount.
    pub(super) fn take(&mut self, year: Year) -> Amount {
        let amount = self.of(year);
        self.0.retain(|(other, _)| *other != year);
        amount
    }

    /// The years that have an amount, earliest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Year, Amount)> + '_ {
        self.0.iter().copied()
    }

    /// The sum over the years, band by band.
    #[must_use]
    pub fn total(&self) -> Amount {
        self.0.iter().fold(Amount::default(), |sum, (_, amount)| sum + *amount)
    }

    /// Adds another run of years.
    pub fn add(&mut self, other: &Self) {
        for (year, amount) in other.iter() {
            *self.of_mut(year) += amount;
        }
    }
}
