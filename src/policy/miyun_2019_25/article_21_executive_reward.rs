//! 第二十一条 · reward for executives, by decision

use crate::answers::answer::Table;
use crate::applicant::decision::{REWARD_RULING, Ruling};
use crate::applicant::identity::NEW_ARRIVAL;
use crate::applicant::people::{EXECUTIVES, executives};
use crate::article::Article;
use crate::date::Year;
use crate::money::{Money, Rate, percent, wan};
use crate::policy::miyun_2019_25::received::{ByName, PAID, once, received_before};
use crate::policy::miyun_2019_25::{article_02_gate as gate, article_04_kinds as kinds, common};
use crate::rule::clause::{Brief, copy_of, original};
use crate::rule::{Bound, Case, Clause, Figure, Place, Provision, Stop, Test, all_of};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "executive_reward",
    article: Article::new(21),
    title: text("高管奖励", "Reward for executives"),
    brief: Brief {
        whom: text(
            "经区政府认定的六类金融机构，奖给年薪70万元起的高管",
            "The six kinds of financial institution recognised by the district, for executives paid at least 700,000 yuan",
        ),
        looks_at: text(
            "申请年度的贡献，高管的职务和年薪",
            "The contribution of the year, the executives' posts and salaries",
        ),
        gives: text(
            "一家机构合计为当年贡献的2%至5%，由区政府决定，封顶200万元",
            "A pool of 2% to 5% of the contribution by decision, at most 2 million yuan",
        ),
        lasts: text("累计封顶，最多10人", "One lifetime limit, ten people at most"),
    },
    kinds: kinds::FINANCIAL,
    gate: &gate::WHOLE,
    any_year: false,
    provisions: &[
        &ARRIVAL,
        &RECOGNITION,
        &POST,
        &SALARY,
        &SOMEBODY,
        &INCOMPLETE,
        &TEN,
        &CONTRIBUTION,
        &LEAST,
        &MOST,
        &CAP,
        &FOR_GOOD,
        &PAID,
        &PAID_OF_YEAR,
        &LEFT,
    ],
    tiers: &[],
    doubts: &[],
    evidence: &[
        common::STATEMENT,
        copy_of("区政府认定文件", "The district government's recognition"),
        original("高管名单和分配方案", "List of executives and plan of distribution"),
        copy_of("任职文件、劳动合同、工资流水", "Appointments, employment contracts, payroll records"),
        copy_of("个税纳税记录和代扣代缴证明（年薪）", "Income-tax and withholding records of the salaries"),
        original("未重复享受人才奖励的声明", "Declaration that no other talent award is received"),
        common::CONTRIBUTION_LETTERS,
    ],
    read,
};

static ARRIVAL: Provision = common::arrival(4);
static RECOGNITION: Provision = Provision::new(21, "区政府已经认定", "recognised by the district government");
static POST: Provision = Provision::new(21, "现任所列职务", "holds a listed post now");
static SALARY: Provision = Provision::new(21, "年薪不低于70万元", "a salary of at least 700,000 yuan");
static SOMEBODY: Provision = Provision::new(21, "至少有一名高管符合条件", "at least one executive qualifies");
static INCOMPLETE: Provision = Provision::new(
    21,
    "有的高管资料不全，暂不计入人数",
    "some executives' rows are incomplete; they are not counted yet",
);
static TEN: Provision = Provision::new(
    21,
    "符合条件的超过10人：最多选10人领取，总额不变",
    "more than ten qualify: ten at most may receive it, and the pool stays the same",
);
static CONTRIBUTION: Provision =
    Provision::new(21, "申请年度有正的贡献", "the contribution of the year of application is positive");
static LEAST: Provision = Provision::new(21, "下限：当年贡献的2%", "the least: 2% of the contribution");
static MOST: Provision = Provision::new(
    21,
    "上限：当年贡献的5%，舍去不足一分的尾数",
    "the most: 5% of the contribution, rounded down to the fen",
);
static CAP: Provision = Provision::new(21, "一家机构封顶200万元", "at most 2 million yuan an institution");
static PAID_OF_YEAR: Provision = Provision::new(21, "减去当年已领的", "less what was received for the year");
static LEFT: Provision = Provision::new(21, "封顶数减去以前已领的，余下的", "what earlier rewards leave of the limit");
static FOR_GOOD: Provision = Provision::new(
    21,
    "封顶数是累计的：以前领过的要从中扣除",
    "it is a lifetime limit: what was received before counts towards it",
);

/// The salary from which an executive qualifies.
pub(super) const PAY: Money = wan(70);
/// The salaries that are enough.
const ENOUGH: Bound = Bound::AtLeast(Figure::Money(PAY));
/// How many can receive it.
pub(super) const PEOPLE: usize = 10;
/// The least and the most of the contribution.
const RATES: (Rate, Rate) = (percent(2), percent(5));
/// The most for an institution.
pub(super) const LIMIT: Money = wan(200);

/// What the executive of a row must meet.
fn tests(table: &Table, row: usize) -> [Test; 2] {
    [
        Test::yes(&POST, Place::Row(row), table.get(&executives::IN_POST, row)),
        Test::money(&SALARY, Place::Row(row), table.money(&executives::SALARY, row), ENOUGH),
    ]
}

/// The rows of those who qualify.
pub(super) fn qualified(table: &Table) -> Vec<usize> {
    (0..table.len()).filter(|row| all_of(tests(table, *row).map(|test| test.holds())) == Some(true)).collect()
}

/// At least one executive qualifies; those who do not are shown, and those not known yet are flagged.
fn somebody(case: &mut Case<'_>) {
    let Some(table) = case.ask(&EXECUTIVES) else { return };
    let mut judged = Vec::with_capacity(table.len());
    for row in 0..table.len() {
        let tests = tests(table, row);
        case.observe_all(&EXECUTIVES.spec, &tests);
        judged.push(all_of(tests.map(|test| test.holds())));
        if judged[row].is_none() {
            case.remark(&INCOMPLETE, Place::Row(row));
        }
    }
    let good = case.some_row(&EXECUTIVES.spec, &SOMEBODY, &judged);
    if good > 0 && judged.contains(&None) {
        case.note(&INCOMPLETE);
    }
    if good > PEOPLE {
        case.note(&TEN);
    }
}

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    case.yes(&NEW_ARRIVAL, &ARRIVAL);
    // Without an executive nothing is recognised.
    let table = case.ask_rows(&EXECUTIVES);
    let recognised = case.peek(&REWARD_RULING).and_then(Ruling::granted);
    case.holds(&REWARD_RULING.spec, &RECOGNITION, recognised);
    somebody(case);
    let (year, contribution) = common::contribution_of_application(case, &CONTRIBUTION, Bound::POSITIVE);
    let (table, year, contribution) = case.settle((table, year, contribution))?;

    let least = case.rate(&LEAST, Place::Year(year), contribution, RATES.0);
    let least = leave(case, year, least);
    case.no_less_than(year, least);
    let most = case.rate_down(&MOST, Place::Year(year), contribution, RATES.1);
    let most = leave(case, year, most);
    case.up_to(year, most);
    case.note(&FOR_GOOD);
    // Ten people have had it, or all who can be named.
    let had = ByName::read(case, 21);
    let unpaid = had.unpaid(table, &executives::NAME, qualified(table));
    if unpaid.is_empty() || had.heads() >= PEOPLE {
        once(case, 21);
    }
    Ok(())
}

/// What was received before leaves of an amount of the year, and of the limit.
fn leave(case: &mut Case<'_>, year: Year, amount: Money) -> Money {
    let (place, received) = (Place::Year(year), received_before(case, 21));
    let amount = case.least(&CAP, place, [amount, LIMIT]);
    let amount = case.less_received(&PAID_OF_YEAR, place, amount, received.of_year(year));
    if received.total().is_zero() {
        return amount;
    }
    let left = case.difference(&LEFT, place, [LIMIT, received.total()]);
    case.least(&CAP, place, [amount, left])
}
