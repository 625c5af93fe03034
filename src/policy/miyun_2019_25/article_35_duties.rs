//! 第三十五条 · how long a recipient is bound, and what it would have to repay

use crate::answers::facts::Facts;
use crate::applicant::identity::{KIND, Kind};
use crate::date::Year;
use crate::policy::miyun_2019_25::article_33_payments::{decided, expected, payments};
use crate::policy::miyun_2019_25::received::under;
use crate::rule::plan::{Duty, Exposure, Plan};
use crate::rule::{Assessment, Provision, Report};

/// How long the address, capital and tax duties last after the last payment, in years.
pub(super) const STAY_YEARS: Year = 5;
/// How long a subsidised office is not sold after the last purchase payment, in years.
pub(super) const KEEP_YEARS: Year = 3;

pub(super) static NOT_MOVE: Provision = Provision::new(
    35,
    "注册地址不迁出密云、不减资、纳税义务不改变；每收到一笔，五年重新起算",
    "the registered address stays in Miyun, capital is not reduced, tax duties do not change; each payment restarts the five years",
);
pub(super) static NOT_SELL: Provision = Provision::new(35, "购置的办公用房不出售", "the offices bought are not sold");
pub(super) static NOT_SUBLET: Provision =
    Provision::new(35, "租用的办公用房不转租、不改变用途", "the offices leased are not sublet or changed in use");

/// Payments, duties and what would have to be repaid, year by year. What the government decides binds like any payment,
/// though it adds no figure.
pub(super) fn plan(facts: &Facts, report: &Report) -> Plan {
    let payments = payments(facts, report);
    let mut years: Vec<Year> = decided(report).into_iter().map(|(expected, _)| expected).collect();
    years.extend(payments.iter().map(|payment| payment.expected));
    let (Some(first), Some(last)) = (years.iter().min().copied(), years.iter().max().copied()) else {
        return Plan::default();
    };
    let for_life = facts.get(&KIND) == Some(Kind::FundCompany);
    let mut duties = vec![Duty { provision: &NOT_MOVE, from: first, until: (!for_life).then_some(last + STAY_YEARS) }];
    if let Some(paid) = bought(facts, report) {
        duties.push(Duty { provision: &NOT_SELL, from: paid, until: Some(paid + KEEP_YEARS) });
    }
    if let Some((start, end)) = supported(report, &[11, 12]) {
        duties.push(Duty { provision: &NOT_SUBLET, from: start, until: Some(end) });
    }
    let exposure = (first..=last + STAY_YEARS)
        .map(|year| Exposure {
            year,
            amount: payments.iter().filter(|payment| payment.expected <= year).map(|payment| payment.amount).sum(),
        })
        .collect();
    Plan { payments, duties, exposure }
}

/// The year in which the last payment for an office that was bought came, or is expected.
pub(super) fn bought(facts: &Facts, report: &Report) -> Option<Year> {
    let received = under(facts, 10).iter().filter_map(|receipt| receipt.year).map(expected).max();
    received.or_else(|| supported(report, &[10]).map(|(_, bought)| expected(bought)))
}

/// The first and last year that these articles support with a certain amount that counts.
pub(super) fn supported(report: &Report, articles: &[u8]) -> Option<(Year, Year)> {
    let counts = |assessment: &&Assessment| {
        articles.iter().any(|article| assessment.clause.article == *article)
            && !report.gave_way.iter().any(|gave_way| gave_way.clause.article == assessment.clause.article)
    };
    let years: Vec<Year> = report
        .assessments
        .iter()
        .filter(counts)
        .flat_map(|assessment| {
            let gross = assessment.estimate.gross();
            gross.iter().filter(|(_, amount)| !amount.certain.is_zero()).map(|(year, _)| year).collect::<Vec<_>>()
        })
        .collect();
    Some((*years.iter().min()?, *years.iter().max()?))
}
