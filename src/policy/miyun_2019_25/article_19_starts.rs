//! What the years of growth funding (第十九条) give, and which of them can start its five years. Article 36 reads it too.

use crate::answers::facts::Facts;
use crate::applicant::contribution::{CONTRIBUTIONS, GROWTH_START, contributions};
use crate::date::Year;
use crate::money::{Money, Rate, percent, wan};
use crate::order::Order;
use crate::policy::miyun_2019_25::received::{by_year, under};
use crate::rule::tiers::{at_least, rate};
use crate::rule::{Amount, Provision, Tiers};
use crate::text::{Text, text};

/// What a year gives.
pub(super) static FUNDING: Provision =
    Provision::new(19, "全额乘以所属档次比例", "the whole contribution of the year times the rate of its tier");

/// The ladder.
pub(super) static TIERS: Tiers = Tiers {
    provision: &FUNDING,
    top: None,
    tiers: &[
        at_least(wan(50), rate(LOWEST)),
        at_least(wan(100), rate(percent(55))),
        at_least(wan(300), rate(percent(60))),
    ],
};

/// How many years the funding runs.
pub(super) const YEARS: Year = 5;

/// The lowest rate, at which money may come before settlement (Article 33).
pub(super) const LOWEST: Rate = percent(50);

/// A year that growth funding looks at: its contribution and what it would give.
#[derive(Clone, Copy, Debug)]
pub(super) struct YearAward {
    pub year: Year,
    pub contribution: Money,
    pub award: Money,
}

impl YearAward {
    /// The same with what may come before settlement.
    pub(super) fn amount(&self) -> Amount {
        let prepaid = if self.award.is_zero() { Money::ZERO } else { self.contribution.times(LOWEST) };
        Amount { certain: self.award, prepaid, ..Amount::default() }
    }
}

/// The complete years after arrival that have a figure, and what binds the choice of the start.
pub(super) struct GrowthYears {
    /// The years, earliest first.
    pub awards: Vec<YearAward>,
    /// The start already chosen.
    pub chosen: Option<Year>,
    /// The first and the last year received: the five years run without a break and cannot be changed, so they hold both.
    pub received: Option<(Year, Year)>,
}

impl GrowthYears {
    pub(super) fn of(facts: &Facts, first: Year) -> Self {
        let received = by_year(&under(facts, 19));
        let (earliest, latest) = (received.keys().next().copied(), received.keys().next_back().copied());
        let mut awards = Vec::new();
        if let Some(table) = facts.get(&CONTRIBUTIONS) {
            awards.reserve(table.len());
            awards.extend((0..table.len()).filter_map(|row| {
                let year = table.get(&contributions::YEAR, row).filter(|year| *year >= first)?;
                let contribution = table.money(&contributions::AMOUNT, row)?.or_zero();
                Some(YearAward { year, contribution, award: TIERS.on(contribution) })
            }));
            awards.order_by_key(|award| award.year);
        }
        Self { awards, chosen: facts.get(&GROWTH_START), received: earliest.zip(latest) }
    }

    /// A year, if it has a figure.
    pub(super) fn award(&self, year: Year) -> Option<&YearAward> {
        self.awards.iter().find(|award| award.year == year)
    }

    /// What the years from `start` up to `until` give.
    pub(super) fn total(&self, start: Year, until: Year) -> Money {
        self.awards.iter().filter(|award| (start..=until).contains(&award.year)).map(|award| award.award).sum()
    }

    /// The years that can start: those that reach the lowest tier, or only the one already chosen. Where something was
    /// received, those whose five years hold it, if there is one.
    pub(super) fn starts(&self) -> impl Iterator<Item = Year> + '_ {
        let open = || {
            let open = self.awards.iter().filter(|award| !award.award.is_zero()).map(|award| award.year);
            open.filter(|year| self.chosen.is_none_or(|chosen| *year == chosen))
        };
        let bound = open().any(|start| self.holds(start));
        open().filter(move |start| !bound || self.holds(*start))
    }

    /// Whether the five years from a start hold what was received.
    fn holds(&self, start: Year) -> bool {
        self.received.is_none_or(|(first, last)| start <= first && last < start + YEARS)
    }

    /// The start whose five years give most; ties to the earliest.
    pub(super) fn best_start(&self) -> Option<Year> {
        let mut best = None;
        for start in self.starts() {
            let total = self.total(start, start + YEARS - 1);
            if best.is_none_or(|(most, _)| total > most) {
                best = Some((total, start));
            }
        }
        best.map(|(_, start)| start)
    }

    /// Whether no figure that is still missing could make another start the best one.
    pub(super) fn is_settled(&self, best: Year) -> bool {
        let is_known = |year: Year| self.award(year).is_some();
        self.starts().all(|start| start == best || (start..start + YEARS).all(is_known))
    }
}

/// Why a year cannot be the start any more: what was received lies in the five years of another one.
pub(super) fn barred(facts: &Facts, year: Year) -> Option<Text> {
    let years = GrowthYears::of(facts, year);
    if years.received.is_some() && years.chosen.is_some_and(|chosen| chosen != year) {
        Some(FILED)
    } else {
        (!years.holds(year)).then_some(RECEIVED_OUTSIDE)
    }
}

const FILED: Text =
    text("已按所选的起始年度领过，不能更改", "it was received by the start chosen, which cannot be changed");
const RECEIVED_OUTSIDE: Text = text("已领的年度不在这五年之内", "a year that was received lies outside these five");
