//! 第七条 · opening subsidy for first-level branches and functional headquarters

use crate::applicant::decision::{DEMONSTRATION, INFLUENCE, INVESTMENT_PULL, OPENING_RULING, OUTSTANDING, Ruling};
use crate::applicant::identity::{APPLICATION_YEAR, Kind, NEW_ARRIVAL};
use crate::article::Article;
use crate::money::{Money, wan};
use crate::policy::miyun_2019_25::received::{PAID, once};
use crate::policy::miyun_2019_25::{article_02_gate as gate, article_04_kinds as kinds, common};
use crate::rule::clause::{Brief, copy_of, original};
use crate::rule::{Case, Clause, Place, Provision, Stop};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "opening_branch",
    article: Article::new(7),
    title: text("分支机构和职能总部开办补助", "Opening subsidy for branches and functional headquarters"),
    brief: Brief {
        whom: text(
            "新设或新迁入密云的一级分支机构、职能总部",
            "First-level branches and functional headquarters new to Miyun",
        ),
        looks_at: text(
            "贡献、示范、影响力、投资带动四项，由区长办公会审定",
            "Contribution, example, influence and investment, as the district mayor's meeting decides",
        ),
        gives: text("由区政府决定，上限500万元", "By decision, up to 5 million yuan"),
        lasts: text("一次", "Once"),
    },
    kinds: kinds::of(&[Kind::Branch1, Kind::FunctionalHq]),
    gate: &gate::WHOLE,
    any_year: false,
    provisions: &[&ARRIVAL, &CONTRIBUTES, &LEADS, &SHAPES, &INVESTS, &NOT_REFUSED, &SUBSIDY, &PAID],
    tiers: &[],
    doubts: &[],
    evidence: &[
        common::STATEMENT,
        copy_of(
            "总部批准设立分支机构或职能总部的文件",
            "Head office's approval of the branch or functional headquarters",
        ),
        copy_of("独立核算证明（单独账套、税务登记）", "Proof of separate books and tax registration"),
        original(
            "四项条件的论证报告（附贡献数、同业地位、投资清单）",
            "Report on the four qualities, with the contribution, the standing in the sector and a list of investments",
        ),
    ],
    read,
};

static ARRIVAL: Provision = common::arrival(5);
static CONTRIBUTES: Provision =
    Provision::new(7, "当年区域综合贡献突出", "the contribution of the year is outstanding");
static LEADS: Provision = Provision::new(7, "在同行业起重大示范作用", "sets a major example for the sector");
static SHAPES: Provision =
    Provision::new(7, "对本区产业有潜在影响", "has potential influence on the district's industries");
static INVESTS: Provision =
    Provision::new(7, "明显带动本区固定资产投资", "clearly drives fixed-asset investment in the district");
static NOT_REFUSED: Provision =
    Provision::new(7, "区长办公会已审定通过或尚未审定", "the mayor's meeting has agreed or has not decided yet");
static SUBSIDY: Provision =
    Provision::new(7, "金额由区政府决定，这是上限", "the amount is decided by the district; this is the ceiling");

/// The most that a decision gives.
const CEILING: Money = wan(500);

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    case.yes(&NEW_ARRIVAL, &ARRIVAL);
    case.yes(&OUTSTANDING, &CONTRIBUTES);
    case.yes(&DEMONSTRATION, &LEADS);
    case.yes(&INFLUENCE, &SHAPES);
    case.yes(&INVESTMENT_PULL, &INVESTS);
    let not_refused = case.peek(&OPENING_RULING).map(|ruling| ruling != Ruling::Refused);
    case.holds(&OPENING_RULING.spec, &NOT_REFUSED, not_refused);
    let year = case.ask(&APPLICATION_YEAR);
    let year = case.settle(year)?;

    let ceiling = case.fixed(&SUBSIDY, Place::Whole, CEILING);
    case.up_to(year, ceiling);
    once(case, 7);
    Ok(())
}
