//! 第三十四至三十六条 · what a recipient undertakes, and how long it binds

use super::article_33_payments::{expected, payments};
use super::received::under;
use crate::answers::facts::Facts;
use crate::applicant::identity::{KIND, Kind};
use crate::date::Year;
use crate::rule::plan::{Duty, Exposure, Plan};
use crate::rule::{Assessment, Provision, Report};

/// The undertakings of every application, in the order of the articles.
pub static UNDERTAKINGS: [&Provision; 7] = [&TRUTH, &USE, &AUDIT, &STAY, &KEEP_OFFICES, &ONCE, &REPAY];

static TRUTH: Provision = Provision::new(
    35,
    "所填内容和所附材料真实、合法、完整，线上与纸质一致",
    "all that is stated and attached is true, lawful and complete, online as on paper",
);
static USE: Provision = Provision::new(
    34,
    "资金只用于在密云的业务扩展、技术和产品研发，不作非经营支出；给个人的奖补专款专付",
    "the money is used only for business, technology and products in Miyun; awards to persons are passed on as such",
);
static AUDIT: Provision = Provision::new(
    34,
    "单独记账，配合财政、审计等部门检查",
    "separate books are kept, and inspections and audits are supported",
);
static STAY: Provision = Provision::new(
    35,
    "收到末笔资金后的五年里，注册或营业地址留在密云，注册资本和营运资金不减，税仍缴在密云；基金公司在存续期内都如此",
    "for five years after the last payment the address stays in Miyun, capital is not reduced and tax is paid here; fund companies for life",
);
static KEEP_OFFICES: Provision = Provision::new(
    35,
    "享受购房补贴的，末笔后三年内不出售；享受租房补贴的，补贴期内不转租、不改用途",
    "subsidised purchases are not sold for three years after the last payment; subsidised leases are not sublet or changed in use",
);
static ONCE: Provision =
    Provision::new(36, "同一事项没有、也不会在本区重复申领", "the same matter is not claimed twice in the district");
static REPAY: Provision = Provision::new(
    35,
    "如有违反，退回已领取的全部资金，并承担法律责任",
    "in breach, everything received is repaid, and the law applies",
);

/// How long the address, capital and tax duties last after the last payment, in years.
pub(super) const STAY_YEARS: Year = 5;
/// How long a subsidised office is not sold after the last purchase payment, in years.
const KEEP_YEARS: Year = 3;

static NOT_MOVE: Provision = Provision::new(
    35,
    "不迁出密云、不减资、不改变纳税；每收一笔，五年重新起算",
    "no move, no reduction of capital, no change of tax; each payment restarts the five years",
);
static NOT_SELL: Provision = Provision::new(35, "买来的房不出售", "the offices bought are not sold");
static NOT_SUBLET: Provision =
    Provision::new(35, "租来的房不转租、不改用途", "the offices leased are not sublet or changed in use");

/// Payments, duties and what would have to be repaid, year by year. What the government decides binds like any payment,
/// though it adds no figure.
pub(super) fn plan(facts: &Facts, report: &Report) -> Plan {
    let payments = payments(facts, report);
    let decided = report.by_year.iter().filter(|(_, amount)| !amount.ceiling.is_zero());
    let mut years: Vec<Year> = decided.map(|(year, _)| expected(year)).collect();
    years.extend(payments.iter().map(|payment| payment.expected));
    let (Some(first), Some(last)) = (years.iter().min().copied(), years.iter().max().copied()) else {
        return Plan::default();
    };
    let for_life = facts.get(&KIND) == Some(Kind::FundCompany);
    let mut duties = vec![Duty { provision: &NOT_MOVE, from: first, until: (!for_life).then_some(last + STAY_YEARS) }];
    let bought = under(facts, 10).iter().filter_map(|receipt| receipt.year).map(expected).max();
    if let Some(paid) = bought.or_else(|| supported(report, &[10]).map(|(_, bought)| expected(bought))) {
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

/// The first and last year that these articles support with a certain amount that counts.
fn supported(report: &Report, articles: &[u8]) -> Option<(Year, Year)> {
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
