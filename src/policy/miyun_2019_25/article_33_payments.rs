//! 第三十二、三十三条 · when money comes

use crate::date::Year;
use crate::money::Money;
use crate::rule::Report;
use crate::rule::plan::Payment;

/// The call of a year is at its end and settlement follows the closed year, so the support of a year is expected in the
/// next (decision on Article 33).
const SETTLED_AFTER: Year = 1;

/// The payments that the certain support would bring, by the year in which they are expected. What may come before
/// settlement at the measure's lowest rate is shown apart: pre-payment is never a right.
pub(super) fn payments(report: &Report) -> Vec<Payment> {
    report
        .by_year
        .iter()
        .filter(|(_, amount)| amount.certain != Money::ZERO)
        .map(|(year, amount)| Payment {
            support_year: year,
            expected: year + SETTLED_AFTER,
            amount: amount.certain,
            prepaid: amount.prepaid,
        })
        .collect()
}
