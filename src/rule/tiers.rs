//! Ladders of tiers, written in the units of the law.

use crate::money::{Money, Rate};
use crate::rule::figure::{Bound, Figure};
use crate::rule::provision::Provision;
use crate::text::Lang;

/// What a tier gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gives {
    /// A fixed sum.
    Fixed(Money),
    /// A rate of the whole figure, never of the slice above the bound.
    Rate(Rate),
}

/// One tier: its lower bound and what it gives from there up to the next tier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tier {
    /// The lower bound.
    pub from: Money,
    /// Whether the bound itself belongs to the tier.
    pub inclusive: bool,
    /// What it gives.
    pub gives: Gives,
}

/// A tier whose lower bound belongs to it: （含） below, or a bare 以上.
#[must_use]
pub const fn at_least(from: Money, gives: Gives) -> Tier {
    Tier { from, inclusive: true, gives }
}

/// A tier whose lower bound is claimed by the tier below it.
#[must_use]
pub const fn above(from: Money, gives: Gives) -> Tier {
    Tier { from, inclusive: false, gives }
}

/// A fixed sum.
#[must_use]
pub const fn fixed(sum: Money) -> Gives {
    Gives::Fixed(sum)
}

/// A rate of the whole figure.
#[must_use]
pub const fn rate(rate: Rate) -> Gives {
    Gives::Rate(rate)
}

impl Tier {
    /// Whether `figure` reaches this tier.
    #[must_use]
    pub fn reached_by(&self, figure: Money) -> bool {
        if self.inclusive { figure >= self.from } else { figure > self.from }
    }

    /// What the tier gives on `figure`.
    #[must_use]
    pub fn on(&self, figure: Money) -> Money {
        match self.gives {
            Gives::Fixed(sum) => sum,
            Gives::Rate(rate) => figure.times(rate),
        }
    }
}

/// A ladder, lowest tier first.
#[derive(Debug)]
pub struct Tiers {
    /// The provision that sets it.
    pub provision: &'static Provision,
    /// Where the ladder ends, if it does: above this number a decision takes its place.
    pub top: Option<Money>,
    /// Lowest first. Never empty.
    pub tiers: &'static [Tier],
}

impl Tiers {
    /// The highest tier that `figure` reaches, with its place from 0.
    #[must_use]
    pub fn reached_by(&self, figure: Money) -> Option<(usize, &'static Tier)> {
        self.tiers.iter().enumerate().rev().find(|(_, tier)| tier.reached_by(figure))
    }

    /// What the ladder gives on `figure`: nothing below the lowest tier.
    #[must_use]
    pub fn on(&self, figure: Money) -> Money {
        self.reached_by(figure).map_or(Money::ZERO, |(_, tier)| tier.on(figure))
    }

    /// From where to where a tier reaches: `10亿元起，不到30亿元`.
    #[must_use]
    pub fn span(&self, index: usize, lang: Lang) -> String {
        let Some(tier) = self.tiers.get(index) else { return String::new() };
        let from = tier.from.named(lang);
        let from = match (tier.inclusive, lang) {
            (true, Lang::Zh) => format!("{from}起"),
            (false, Lang::Zh) => format!("超过{from}"),
            (true, Lang::En) => format!("from {from}"),
            (false, Lang::En) => format!("above {from}"),
        };
        // The number itself belongs to the next tier where that includes it, and to this one at the top.
        let (to, inclusive) = match (self.tiers.get(index + 1), self.top) {
            (Some(next), _) => (next.from.named(lang), next.inclusive),
            (None, Some(top)) => (top.named(lang), false),
            (None, None) => return from,
        };
        match (inclusive, lang) {
            (true, Lang::Zh) => format!("{from}，不到{to}"),
            (false, Lang::Zh) => format!("{from}，到{to}（含）"),
            (true, Lang::En) => format!("{from} to below {to}"),
            (false, Lang::En) => format!("{from} up to {to}"),
        }
    }

    /// Where the ladder starts, as the bound of a condition.
    #[must_use]
    pub fn floor(&self) -> Bound {
        match self.tiers.first() {
            Some(Tier { from, inclusive: false, .. }) => Bound::Above(Figure::Money(*from)),
            Some(Tier { from, .. }) => Bound::AtLeast(Figure::Money(*from)),
            None => Bound::AtLeast(Figure::Money(Money::ZERO)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Tiers, above, at_least, fixed};
    use crate::money::wan;
    use crate::rule::Provision;
    use crate::text::Lang;

    static RISING: Provision = Provision::new(1, "按档", "by tier");
    static LADDER: Tiers = Tiers {
        provision: &RISING,
        top: Some(wan(2000)),
        tiers: &[at_least(wan(50), fixed(wan(3))), at_least(wan(100), fixed(wan(6))), above(wan(300), fixed(wan(10)))],
    };

    #[test]
    fn spans_say_whose_the_bounds_are() {
        for (index, zh, en) in [
            (0, "50万元起，不到100万元", "from 500,000 yuan to below 1,000,000 yuan"),
            (1, "100万元起，到300万元（含）", "from 1,000,000 yuan up to 3,000,000 yuan"),
            (2, "超过300万元，到2,000万元（含）", "above 3,000,000 yuan up to 20,000,000 yuan"),
            (3, "", ""),
        ] {
            assert_eq!((LADDER.span(index, Lang::Zh).as_str(), LADDER.span(index, Lang::En).as_str()), (zh, en));
        }
    }
}
