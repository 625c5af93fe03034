//! What would have to be repaid if a duty were broken on a day: the same report looked at along the days. No rule is added
//! here: the edition says which duties there are and how long they bind.

use crate::date::{Date, Year};
use crate::money::Money;
use crate::order::Order;
use crate::rule::calendar::Certainty;
use crate::rule::provision::Provision;
use crate::text::{Lang, Text};

/// A payment, and the days on which it came or may come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PaymentDays {
    /// The day; the first that it can be, where it is not known.
    pub from: Date,
    /// The same day, or the last that it can be.
    pub until: Date,
    /// The fiscal year that it supports.
    pub support_year: Year,
    /// The amount, in yuan; nothing for what is decided case by case.
    pub amount: Money,
    /// Whether it was received: else it is planned.
    pub received: bool,
}

impl PaymentDays {
    /// Whether the answers tell the day.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.from == self.until
    }

    /// What it is, and whether it was received or is planned: `收到2025年度支持82万元（已领）`.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        let (of, paid, amount) = (self.support_year, self.from.year(), self.amount.said(lang));
        match (self.amount.is_zero(), self.received, self.is_known(), lang) {
            (true, .., Lang::Zh) => format!("{of}年度一事一议，金额未定（预计{paid}年内）"),
            (true, .., Lang::En) => format!("By decision for {of}, no amount yet (planned in {paid})"),
            (_, true, true, Lang::Zh) => format!("收到{of}年度支持{amount}（已领）"),
            (_, true, true, Lang::En) => format!("{amount} for {of} (received)"),
            (_, true, false, Lang::Zh) => {
                format!("收到{of}年度支持{amount}（已领，到账日未填，按{paid}年内最早的一天）")
            }
            (_, true, false, Lang::En) => format!("{amount} for {of} (received in {paid}; no day told, so the first)"),
            (_, false, _, Lang::Zh) => format!("收到{of}年度支持{amount}（预计{paid}年内，按最早的一天）"),
            (_, false, _, Lang::En) => format!("{amount} for {of} (planned in {paid}, on its first day)"),
        }
    }
}

/// A duty, and the days on which it binds.
#[derive(Clone, Copy, Debug)]
pub struct DutyDays {
    /// Its name in files.
    pub id: &'static str,
    /// What must be kept to.
    pub provision: &'static Provision,
    /// What may be done once it has ended.
    pub frees: Text,
    /// The first day.
    pub from: Date,
    /// The last day; `None` for the institution's whole life.
    pub until: Option<Date>,
    /// Whether the last day is known.
    pub sure: Certainty,
}

impl DutyDays {
    /// Whether it binds on a day.
    #[must_use]
    pub fn binds(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// The day on which it binds no more.
    #[must_use]
    pub fn free(&self) -> Option<Date> {
        self.until?.next()
    }

    /// That it has ended, and what may be done: `期满：购置的办公用房可以出售`.
    #[must_use]
    pub fn ended(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!("期满：{}", self.frees.zh),
            Lang::En => format!("Ended: {}", self.frees.en),
        }
    }
}

/// Payments and duties by day.
#[derive(Clone, Debug, Default)]
pub struct Repayable {
    /// Payments, earliest first.
    pub payments: Vec<PaymentDays>,
    /// Duties, in the order of the articles. One that ended and began anew stands twice.
    pub duties: Vec<DutyDays>,
}

/// A day on which something changes.
#[derive(Clone, Debug)]
pub struct Turn<'a> {
    /// The day.
    pub day: Date,
    /// The payments that come on it, or may come from it on.
    pub payments: Vec<&'a PaymentDays>,
    /// The duties that bind no more.
    pub freed: Vec<&'a DutyDays>,
    /// What would have to be repaid from this day on, if a duty that binds were broken.
    pub amount: Money,
}

impl Turn<'_> {
    /// What happens on the day, a line each.
    #[must_use]
    pub fn says(&self, lang: Lang) -> Vec<String> {
        let paid = self.payments.iter().map(|payment| payment.words(lang));
        paid.chain(self.freed.iter().map(|duty| duty.ended(lang))).collect()
    }
}

impl Repayable {
    /// What would have to be repaid if a duty were broken on a day: all that can have come by then, while any binds.
    #[must_use]
    pub fn on(&self, day: Date) -> Money {
        let binds = self.duties.iter().any(|duty| duty.binds(day));
        let came = self.payments.iter().filter(|payment| binds && payment.from <= day);
        came.map(|payment| payment.amount).sum()
    }

    /// Of it, what was received: the rest is planned.
    #[must_use]
    pub fn received_on(&self, day: Date) -> Money {
        let received = self.payments.iter().filter(|payment| payment.received).copied().collect();
        Self { payments: received, duties: self.duties.clone() }.on(day)
    }

    /// The days on which something changes, earliest first.
    #[must_use]
    pub fn turns(&self) -> Vec<Turn<'_>> {
        let paid = self.payments.iter().map(|payment| payment.from);
        let mut days: Vec<Date> = paid.chain(self.duties.iter().filter_map(DutyDays::free)).collect();
        days.order();
        days.dedup();
        let turn = |day| Turn {
            day,
            payments: self.payments.iter().filter(|payment| payment.from == day).collect(),
            freed: self.duties.iter().filter(|duty| duty.free() == Some(day)).collect(),
            amount: self.on(day),
        };
        days.into_iter().map(turn).collect()
    }
}

/// How long a duty binds that each payment starts anew: so many years from the last one, counted from its day; where that
/// is not known, to the end of the year that is so many years after it. One more payment after the end begins a new time.
/// First and last day of each, and whether the last is known.
#[must_use]
pub fn terms(payments: &[PaymentDays], years: Year) -> Vec<(Date, Date, Certainty)> {
    let mut sorted: Vec<&PaymentDays> = payments.iter().collect();
    sorted.order_by_key(|payment| payment.from);
    let mut terms: Vec<(Date, Date, Certainty)> = Vec::new();
    for payment in sorted {
        let known = payment.is_known().then(|| payment.until.years_end(years)).flatten();
        let end = known.unwrap_or(Date::last_of(payment.until.year().saturating_add(years)));
        let sure = if known.is_some() { Certainty::Sure } else { Certainty::Usual };
        match terms.last_mut().filter(|(_, until, _)| payment.from <= *until) {
            Some((_, until, certainty)) => {
                if end > *until {
                    (*until, *certainty) = (end, sure);
                }
            }
            None => terms.push((payment.from, end, sure)),
        }
    }
    terms
}

#[cfg(test)]
mod tests {
    use super::{PaymentDays, terms};
    use crate::date::Date;
    use crate::money::wan;
    use crate::rule::calendar::Certainty;

    fn day(iso: &str) -> Date {
        Date::from_iso(iso).unwrap()
    }

    fn payment(from: &str, until: &str) -> PaymentDays {
        let (from, until) = (day(from), day(until));
        PaymentDays { from, until, support_year: from.year(), amount: wan(1), received: from == until }
    }

    #[test]
    fn each_payment_starts_the_term_anew() {
        let on = |iso: &'static str| payment(iso, iso);
        for (reason, payments, expected) in [
            ("nothing", vec![], vec![]),
            ("one", vec![on("2021-03-01")], vec![("2021-03-01", "2026-02-28", Certainty::Sure)]),
            ("29 February", vec![on("2024-02-29")], vec![("2024-02-29", "2029-02-28", Certainty::Sure)]),
            ("the day after", vec![on("2024-03-01")], vec![("2024-03-01", "2029-02-28", Certainty::Sure)]),
            ("1 January", vec![on("2024-01-01")], vec![("2024-01-01", "2028-12-31", Certainty::Sure)]),
            (
                "another, in whatever order",
                vec![on("2023-05-05"), on("2021-03-01")],
                vec![("2021-03-01", "2028-05-04", Certainty::Sure)],
            ),
            (
                "another on the last day",
                vec![on("2021-03-01"), on("2026-02-28")],
                vec![("2021-03-01", "2031-02-27", Certainty::Sure)],
            ),
            (
                "another on the day after",
                vec![on("2021-03-01"), on("2026-03-01")],
                vec![("2021-03-01", "2026-02-28", Certainty::Sure), ("2026-03-01", "2031-02-28", Certainty::Sure)],
            ),
            (
                "one within a year",
                vec![on("2021-03-01"), payment("2022-01-01", "2022-12-31")],
                vec![("2021-03-01", "2027-12-31", Certainty::Usual)],
            ),
            (
                "one that is not known, before the last that is",
                vec![payment("2022-01-01", "2022-12-31"), on("2024-06-01")],
                vec![("2022-01-01", "2029-05-31", Certainty::Sure)],
            ),
        ] {
            let expected: Vec<_> =
                expected.into_iter().map(|(from, until, sure)| (day(from), day(until), sure)).collect();
            assert_eq!(terms(&payments, 5), expected, "{reason}");
        }
    }
}
