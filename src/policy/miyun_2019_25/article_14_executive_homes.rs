//! 第十四条 · executives' homes

use crate::answers::answer::Table;
use crate::applicant::contribution::RANK;
use crate::applicant::identity::{APPLICATION_YEAR, ARRIVED};
use crate::applicant::people::{HOMES, homes};
use crate::article::Article;
use crate::date::Year;
use crate::money::{Money, Rate, percent, wan};
use crate::order::Order;
use crate::policy::miyun_2019_25::received::{ByName, PAID};
use crate::policy::miyun_2019_25::{IN_FORCE, article_02_gate as gate, article_04_kinds as kinds, common};
use crate::rule::clause::{Brief, copy_of, original};
use crate::rule::step::product_down;
use crate::rule::{Amount, Bound, Case, Clause, Figure, Place, Provision, Stop, Test, all_of};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "executive_homes",
    article: Article::new(14),
    title: text("高管购房补贴", "Subsidy for executives' homes"),
    brief: Brief {
        whom: text(
            "细则施行之日起到密云、全区贡献排名前20的六类金融机构",
            "The six kinds of financial institution that came since the rules took effect and rank in the district's top 20 by contribution",
        ),
        looks_at: text(
            "现任高管首次在密云购买商品房的合同总价",
            "The contract price of the first home that an executive in office buys in Miyun",
        ),
        gives: text(
            "总价的30%，每人不超过100万元，每家机构不超过5人",
            "30% of the price, up to 1 million yuan for each person and five people for each institution",
        ),
        lasts: text("每人一次", "Once for each person"),
    },
    kinds: kinds::FINANCIAL,
    gate: &gate::WHOLE,
    any_year: false,
    provisions: &[&ARRIVAL, &RANKED, &SOME_HOME, &IN_POST, &FIRST, &SHARE, &CAP, &FIVE, &RELAXED, &INCOMPLETE, &PAID],
    tiers: &[],
    doubts: &[],
    evidence: &[
        copy_of("排名确认", "Confirmation of rank"),
        copy_of("任职文件、高管备案或任职资格批复", "Appointments, and their registration or the regulator's approval"),
        copy_of("劳动合同、社保和个税记录", "Employment contracts, social-security and income-tax records"),
        copy_of(
            "购房合同（网签）、发票、付款或贷款凭证",
            "Registered purchase contracts, invoices, payment or loan slips",
        ),
        copy_of("契税完税证明、不动产权证", "Deed-tax certificates and title certificates"),
        common::FIRST_PURCHASE,
        original("受益人名单的董事会决议或公示", "Board resolution on, or publication of, the list of beneficiaries"),
        copy_of("个人收款账户", "The persons' bank accounts"),
    ],
    read,
};

static ARRIVAL: Provision =
    Provision::new(14, "细则施行之日（含当天）起到密云", "arrived in Miyun on or after the day the rules took effect");
static RANKED: Provision = Provision::new(14, "当年贡献排名在全区前列", "ranks among the district's top contributors");
static SOME_HOME: Provision = Provision::new(
    14,
    "至少一位现任高管首次在密云购买商品房",
    "at least one executive in office has bought a first home in Miyun",
);
static IN_POST: Provision = Provision::new(14, "现任所列职务", "holds a listed post now");
static FIRST: Provision = Provision::new(14, "首次在密云购买商品房", "it is the first home bought in Miyun");
static SHARE: Provision = Provision::new(14, "合同总价的30%", "30% of the contract price");
static CAP: Provision = Provision::new(14, "每人不超过上限", "not more than the cap for each person");
static FIVE: Provision = Provision::new(
    14,
    "一家机构的人数有上限，按金额取最多的几位，其余不计",
    "the people an institution can name are limited: those with the largest amounts count, the others do not",
);
static FOR_GOOD: Provision = Provision::new(
    14,
    "一家机构累计最多5人：以前享受过的人数要从中扣除",
    "five people an institution over its lifetime: those who had it before count towards them",
);
static RELAXED: Provision = Provision::new(
    14,
    "排名未达要求，可由区级部门放宽：同一算法的结果只是上限",
    "the rank falls short, but the district may relax it: the same formula gives a ceiling only",
);
static INCOMPLETE: Provision = Provision::new(
    14,
    "有的行资料不全，暂不计，合计只是下限",
    "some rows are incomplete and count nothing yet: the total is a lower bound",
);

/// The day the rules took effect; the day itself counts.
const SINCE: Bound = Bound::AtLeast(Figure::Date(IN_FORCE));
/// The last rank that is enough.
pub(super) const LAST_RANK: u32 = 20;
/// The ranks that are enough.
const ENOUGH: Bound = Bound::AtMost(Figure::Count(LAST_RANK));
/// The rate.
const RATE: Rate = percent(30);
/// The most a person can have.
const MOST: Money = wan(100);
/// The most people an institution can name, for good.
pub(super) const PEOPLE: usize = 5;

/// Judges the rows; those that fail are shown. A good one without its price is open.
fn judge(case: &mut Case<'_>, table: &Table) -> Vec<Option<bool>> {
    let mut judged = Vec::with_capacity(table.len());
    for row in 0..table.len() {
        let in_post = Test::yes(&IN_POST, Place::Row(row), table.get(&homes::IN_POST, row));
        let first = Test::yes(&FIRST, Place::Row(row), table.get(&homes::FIRST, row));
        let has_price = table.money(&homes::PRICE, row).map(|_| true);
        judged.push(all_of([in_post.holds(), first.holds(), has_price]));
        if judged[row] == Some(false) {
            case.observe_all(&HOMES.spec, &[in_post, first]);
        }
    }
    case.some_row(&HOMES.spec, &SOME_HOME, &judged);
    judged
}

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    case.within(&ARRIVED, &ARRIVAL, SINCE);
    // Without a home the rank does not matter.
    let table = case.ask_rows(&HOMES);
    let rank = case.ask(&RANK).map(Figure::Count);
    let ranked = rank.map(|rank| case.observe(&RANKED, Place::Whole, Some(&RANK.spec), rank, ENOUGH));
    let judged = table.map(|table| (table, judge(case, table)));
    let year = case.ask(&APPLICATION_YEAR);
    let (ranked, (table, judged), year) = case.settle((ranked, judged, year))?;

    case.note(&FOR_GOOD);
    if !ranked {
        case.note(&RELAXED);
    }
    let had = ByName::read(case, 14);
    let paid = paid(table, &judged, &had);
    for (row, good) in judged.iter().enumerate() {
        let (place, before) = (Place::Row(row), had.of_row(table, &homes::NAME, row));
        match (good, table.money(&homes::PRICE, row)) {
            (Some(true), Some(price)) if paid.contains(&row) => give(case, place, (year, price), ranked),
            (Some(true), Some(price)) if !before.is_empty() => {
                case.settle_item(place, (year, gives(price, ranked)), before, &PAID);
            }
            (Some(true), _) => case.caution(&FIVE, place),
            (Some(false), _) => {}
            (None, _) => case.caution(&INCOMPLETE, place),
        }
    }
    Ok(())
}

/// The rows that are paid: the dearest homes give most. Those who had it before do not get it again, and count among the
/// five.
fn paid(table: &Table, judged: &[Option<bool>], had: &ByName<'_>) -> Vec<usize> {
    let good = (0..judged.len()).filter(|row| judged[*row] == Some(true)).collect();
    let mut rows = had.unpaid(table, &homes::NAME, good);
    rows.order_by_key(|row| std::cmp::Reverse(table.money(&homes::PRICE, *row)));
    rows.truncate(PEOPLE.saturating_sub(had.heads()));
    rows
}

/// What a home brings: an amount, or beyond the rank a ceiling, which rounds down.
fn gives(price: Money, ranked: bool) -> Amount {
    let ceiling = || product_down(&[Figure::Money(price), Figure::Rate(RATE)]).min(MOST);
    if ranked { Amount::certain(price.times(RATE).min(MOST)) } else { Amount::ceiling(ceiling()) }
}

/// The same, worked out and given.
fn give(case: &mut Case<'_>, place: Place, (year, price): (Year, Money), ranked: bool) {
    let share = if ranked { case.rate(&SHARE, place, price, RATE) } else { case.rate_down(&SHARE, place, price, RATE) };
    let award = case.least(&CAP, place, [share, MOST]);
    if ranked { case.give(year, award) } else { case.up_to(year, award) }
}
