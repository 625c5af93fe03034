//! When money can be applied for: in this call, for a year before it, or later.

use crate::date::Year;
use crate::rule::amount::{Amount, ByYear};
use crate::rule::clause::Clause;
use crate::text::{Text, text};

/// When an amount can be applied for. What was received already is none of these: it counts in no total.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum When {
    /// In the year of application: this is what the papers ask for.
    Now,
    /// For a year before it. Whether it can still be applied for is open (32.2).
    Past,
    /// In years after it; everything, while the year of application is not told.
    Later,
}

impl When {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Now, Self::Past, Self::Later];

    /// When the support that a clause gives for `year` can be applied for. Where the applicant chooses the year that is
    /// paid for, an earlier one is applied for now.
    #[must_use]
    pub const fn of(clause: &Clause, year: Year, applied: Option<Year>) -> Self {
        match applied {
            Some(applied) if year == applied || (clause.any_year && year < applied) => Self::Now,
            Some(applied) if year < applied => Self::Past,
            Some(_) | None => Self::Later,
        }
    }

    /// Its name in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Past => "past",
            Self::Later => "later",
        }
    }

    /// Its word on the page.
    #[must_use]
    pub const fn word(self) -> Text {
        match self {
            Self::Now => text("本年可申请", "Can be applied for now"),
            Self::Past => text("以前年度（能否补报须问清）", "Earlier years (ask whether they can still be filed)"),
            Self::Later => text("以后年度（预计）", "Later years (expected)"),
        }
    }
}

/// A total by when it can be applied for. The three add up to the total, band by band.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Split {
    /// In the year of application.
    pub now: Amount,
    /// For years before it.
    pub past: Amount,
    /// In years after it.
    pub later: Amount,
}

impl Split {
    /// Adds what a clause counts, year by year.
    pub fn add(&mut self, clause: &Clause, by_year: &ByYear, applied: Option<Year>) {
        for (year, amount) in by_year.iter() {
            *self.of_mut(When::of(clause, year, applied)) += amount;
        }
    }

    /// The part of one time.
    #[must_use]
    pub const fn of(&self, when: When) -> Amount {
        match when {
            When::Now => self.now,
            When::Past => self.past,
            When::Later => self.later,
        }
    }

    const fn of_mut(&mut self, when: When) -> &mut Amount {
        match when {
            When::Now => &mut self.now,
            When::Past => &mut self.past,
            When::Later => &mut self.later,
        }
    }
}
