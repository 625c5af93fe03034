//! 第三十二、三十三条 · when money comes, and what came before

use crate::answers::facts::Facts;
use crate::applicant::filing::{RECEIVED, received as rows};
use crate::applicant::identity::APPLICATION_YEAR;
use crate::date::Year;
use crate::money::Money;
use crate::rule::Report;
use crate::rule::plan::Payment;

/// The call of a year is at its end and settlement follows the closed year, so the support of a year is expected in the
/// next (decision on Article 33).
const SETTLED_AFTER: Year = 1;

/// The year in which the support of a year is expected.
pub(super) const fn expected(support_year: Year) -> Year {
    support_year + SETTLED_AFTER
}

/// What was received before this application, by the year of its last payment; a row without amount or year is passed
/// over.
pub(super) fn received(facts: &Facts) -> Vec<Payment> {
    let Some(table) = facts.get(&RECEIVED) else { return Vec::new() };
    let payment = |row: usize| {
        let amount = table.money(&rows::AMOUNT, row).filter(|amount| !amount.is_zero())?;
        let (year, paid) = (table.get(&rows::YEAR, row), table.get(&rows::LAST_PAID, row).map(|day| day.year()));
        let paid = paid.or_else(|| year.map(expected))?;
        Some(Payment {
            support_year: year.unwrap_or(paid),
            expected: paid,
            amount,
            prepaid: Money::ZERO,
            received: true,
        })
    };
    (0..table.len()).filter_map(payment).collect()
}

/// The payments received, and those that the certain support would bring, by the year in which they are expected. Of a
/// year before that of the application, what was received stands for what is worked out. What may come before settlement
/// at the measure's lowest rate is shown apart: pre-payment is never a right.
pub(super) fn payments(facts: &Facts, report: &Report) -> Vec<Payment> {
    let mut payments = received(facts);
    let applied = facts.get(&APPLICATION_YEAR);
    let settled: Vec<Year> = payments.iter().map(|payment| payment.support_year).collect();
    let settled = |year: Year| applied.is_some_and(|applied| year < applied) && settled.contains(&year);
    let to_come = report.by_year.iter().filter(|(year, amount)| !amount.certain.is_zero() && !settled(*year));
    payments.extend(to_come.map(|(year, amount)| Payment {
        support_year: year,
        expected: expected(year),
        amount: amount.certain,
        prepaid: amount.prepaid,
        received: false,
    }));
    payments.sort_by_key(|payment| (payment.expected, payment.support_year));
    payments
}
