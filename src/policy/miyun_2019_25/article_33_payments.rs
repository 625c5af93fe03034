//! 第三十二、三十三条 · when money comes, and what came before

use std::collections::BTreeMap;

use crate::answers::facts::Facts;
use crate::applicant::received::{RECEIVED, Under, received as rows};
use crate::date::Year;
use crate::money::Money;
use crate::order::Order;
use crate::rule::plan::Payment;
use crate::rule::{Amount, Clause, Provision, Report, When};

/// How a year is paid that is not closed yet.
pub(super) static SETTLEMENT: Provision = Provision::new(
    33,
    "年度未清算的，可先按最低支持比例预拨，清算后以区级部门确认的数结算",
    "a year that is not closed may be paid ahead at the lowest rate, and is settled by the confirmed figure when it is closed",
);

/// The call of a year is at its end and settlement follows the closed year, so the support of a year is expected in the
/// next (decision on Article 33).
const SETTLED_AFTER: Year = 1;

/// The year in which the support of a year is expected.
pub(super) const fn expected(support_year: Year) -> Year {
    support_year + SETTLED_AFTER
}

/// What was received under these rules before this application, by the year of its last payment; a row without amount or
/// year is passed over.
fn received(facts: &Facts) -> Vec<Payment> {
    let Some(table) = facts.get(&RECEIVED) else { return Vec::new() };
    let payment = |row: usize| {
        if table.get(&rows::UNDER, row) == Some(Under::Other) {
            return None;
        }
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

/// The years for which the government may decide support, each after the year in which it would be expected. Years before
/// that of the application are nobody's, as for payments.
pub(super) fn decided(report: &Report) -> Vec<(Year, Year)> {
    let mut years = Vec::new();
    for (assessment, counted) in report.assessments.iter().zip(&report.counted) {
        for (year, _) in counted.iter().filter(|(_, amount)| !amount.ceiling.is_zero()) {
            years.extend(comes(assessment.clause, year, report).map(|expected| (expected, year)));
        }
    }
    years.order();
    years.dedup();
    years
}

/// The year in which the support of a year is expected; `None` for a year before that of the application.
fn comes(clause: &Clause, year: Year, report: &Report) -> Option<Year> {
    match (When::of(clause, year, report.applied), report.applied) {
        (When::Past, _) => None,
        // An earlier year that is chosen now is paid with this application.
        (When::Now, Some(applied)) => Some(expected(applied)),
        (When::Now | When::Later, _) => Some(expected(year)),
    }
}

/// The payments received, and those that the certain support would bring, by the year in which they are expected. What
/// lies in years before that of the application is not among them: whether it can still be applied for is open (32.2).
/// What may come before settlement at the measure's lowest rate is shown apart: pre-payment is never a right.
pub(super) fn payments(facts: &Facts, report: &Report) -> Vec<Payment> {
    let mut to_come = BTreeMap::<(Year, Year), Amount>::new();
    for (assessment, counted) in report.assessments.iter().zip(&report.counted) {
        for (year, amount) in counted.iter().filter(|(_, amount)| !amount.certain.is_zero()) {
            let Some(settled) = comes(assessment.clause, year, report) else { continue };
            *to_come.entry((settled, year)).or_default() += amount;
        }
    }
    let mut payments = received(facts);
    payments.extend(to_come.into_iter().map(|((expected, support_year), amount)| Payment {
        support_year,
        expected,
        amount: amount.certain,
        prepaid: amount.prepaid,
        received: false,
    }));
    payments.order_by_key(|payment| (payment.expected, payment.support_year));
    payments
}
