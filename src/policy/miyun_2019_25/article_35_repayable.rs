//! 第三十五条 · what would have to be repaid if a duty were broken on a day, and from which day on it is free

use crate::answers::facts::Facts;
use crate::applicant::identity::{KIND, Kind};
use crate::applicant::received::{RECEIVED, Under, received as rows};
use crate::article::Article;
use crate::date::{Date, Year};
use crate::money::Money;
use crate::order::Order;
use crate::policy::miyun_2019_25::article_33_payments::{decided, expected, payments};
use crate::policy::miyun_2019_25::article_35_duties::{
    KEEP_YEARS, NOT_MOVE, NOT_SELL, NOT_SUBLET, STAY_YEARS, bought, supported,
};
use crate::rule::calendar::Certainty;
use crate::rule::repayable::{DutyDays, PaymentDays, Repayable, terms};
use crate::rule::{Provision, Report};
use crate::text::{Text, text};

const MOVES: Text = text("可以迁址、减资或改变纳税义务", "address, capital and tax duties may change");
const SELLS: Text = text("购置的办公用房可以出售", "the offices bought may be sold");
const SUBLETS: Text = text("租用的办公用房可以转租或改变用途", "the offices leased may be sublet or changed in use");

/// Payments received, by the days that the answers tell, and planned, with the duties that they start. A day that is not
/// told may be any of the year in which the payment came or is expected.
pub(super) fn repayable(facts: &Facts, report: &Report) -> Repayable {
    let received = received(facts);
    let planned: Vec<PaymentDays> = payments(facts, report)
        .into_iter()
        .filter(|payment| !payment.received)
        .map(|payment| within(payment.expected, payment.support_year, payment.amount, false))
        .collect();
    // What the government decides binds like any payment, though it adds no figure.
    let decided = decided(report).into_iter().map(|(expected, year)| within(expected, year, Money::ZERO, false));
    let own = received.iter().map(|(_, payment)| *payment);
    let mut all: Vec<PaymentDays> = own.chain(planned).chain(decided).collect();
    all.order_by_key(|payment| (payment.from, payment.support_year));

    let leased = supported(report, &[11, 12]);
    let leased = leased.map(|(start, end)| (Date::first_of(start), Date::last_of(end), Certainty::Sure));
    let stay = duties("stay", &NOT_MOVE, MOVES, terms(&all, STAY_YEARS));
    let keep = duties("keep", &NOT_SELL, SELLS, terms(&purchase(facts, report, &received), KEEP_YEARS));
    let sublet = duties("sublet", &NOT_SUBLET, SUBLETS, leased.into_iter().collect());
    let for_life = facts.get(&KIND) == Some(Kind::FundCompany);
    let stay = match stay.first() {
        Some(first) if for_life => vec![DutyDays { until: None, sure: Certainty::Sure, ..*first }],
        _ => stay,
    };
    Repayable { payments: all, duties: [stay, keep, sublet].concat() }
}

/// A duty in each of its terms.
fn duties(
    id: &'static str,
    provision: &'static Provision,
    frees: Text,
    terms: Vec<(Date, Date, Certainty)>,
) -> Vec<DutyDays> {
    let duty = |(from, until, sure)| DutyDays { id, provision, frees, from, until: Some(until), sure };
    terms.into_iter().map(duty).collect()
}

/// A payment of which only the year is known.
const fn within(paid: Year, support_year: Year, amount: Money, received: bool) -> PaymentDays {
    PaymentDays { from: Date::first_of(paid), until: Date::last_of(paid), support_year, amount, received }
}

/// What was received under these rules, each with its article, if that is chosen. A row without amount, or without both
/// its year and its day, is passed over.
fn received(facts: &Facts) -> Vec<(Option<Article>, PaymentDays)> {
    let Some(table) = facts.get(&RECEIVED) else { return Vec::new() };
    let payment = |row: usize| {
        let article = match table.get(&rows::UNDER, row) {
            Some(Under::Other) => return None,
            Some(Under::Article(article)) => Some(article),
            None => None,
        };
        let amount = table.money(&rows::AMOUNT, row).filter(|amount| !amount.is_zero())?;
        let (year, day) = (table.get(&rows::YEAR, row), table.get(&rows::LAST_PAID, row));
        let payment = match (day, year) {
            (Some(day), _) => {
                let support_year = year.unwrap_or(day.year());
                PaymentDays { from: day, until: day, support_year, amount, received: true }
            }
            (None, year) => within(expected(year?), year?, amount, true),
        };
        Some((article, payment))
    };
    (0..table.len()).filter_map(payment).collect()
}

/// The payments for an office that was bought.
fn purchase(facts: &Facts, report: &Report, received: &[(Option<Article>, PaymentDays)]) -> Vec<PaymentDays> {
    let own = |(article, payment): &(Option<Article>, PaymentDays)| {
        article.is_some_and(|article| article == 10).then_some(*payment)
    };
    let own: Vec<PaymentDays> = received.iter().filter_map(own).collect();
    if !own.is_empty() {
        return own;
    }
    bought(facts, report).map(|paid| within(paid, paid, Money::ZERO, false)).into_iter().collect()
}
