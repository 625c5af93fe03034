//! 第二十二条 · key institutions, by decision

use crate::applicant::capital::PAID_IN;
use crate::applicant::decision::{DEMONSTRATION, INFLUENCE, KEY_RULING, Ruling};
use crate::applicant::identity::NEW_ARRIVAL;
use crate::article::Article;
use crate::money::{Rate, percent, wan, yi};
use crate::policy::miyun_2019_25::received::received_before;
use crate::policy::miyun_2019_25::{article_02_gate as gate, article_04_kinds as kinds, common};
use crate::rule::clause::{Brief, copy_of, original};
use crate::rule::{Bound, Case, Clause, Figure, Place, Provision, Stop};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "key_institution",
    article: Article::new(22),
    title: text("重点机构一事一议", "Key institutions, by decision"),
    brief: Brief {
        whom: text(
            "新设或新迁入密云、有示范作用和影响力的八类机构",
            "The eight kinds new to Miyun that set an example and have influence",
        ),
        looks_at: text(
            "实收资本（10亿元起）、申请年度的贡献（2000万元起）、区长办公会的意见",
            "Paid-in capital (from 1 billion), the contribution of the year (from 20 million), the mayor's meeting",
        ),
        gives: text(
            "由区政府另定；加上其他支持，原则上不超过当年贡献的70%",
            "By decision; with all other support, as a rule within 70% of the contribution",
        ),
        lasts: text("逐年看", "Year by year"),
    },
    kinds: kinds::EIGHT,
    gate: &gate::WHOLE,
    any_year: false,
    provisions: &[
        &ARRIVAL,
        &CAPITAL,
        &CONTRIBUTION,
        &EXAMPLE,
        &POTENTIAL,
        &NOT_REFUSED,
        &SHARE,
        &ROOM,
        &AS_A_RULE,
        &PAID_OF_YEAR,
    ],
    tiers: &[],
    doubts: &[],
    evidence: &[
        common::STATEMENT,
        copy_of("验资报告和审计报告（实收资本）", "Capital verification and audit report (paid-in capital)"),
        common::CONTRIBUTION_LETTERS,
        original("示范作用和影响力的论证报告", "Report on the example set and the influence"),
        original("当年已得各项支持资金明细", "List of all support received in the year"),
    ],
    read,
};

static ARRIVAL: Provision = common::arrival(22);
static CAPITAL: Provision = Provision::new(22, "实收资本达到10亿元", "paid-in capital reaches 1 billion yuan");
static CONTRIBUTION: Provision = Provision::new(
    22,
    "申请年度的贡献达到2000万元",
    "the contribution of the year of application reaches 20 million yuan",
);
static EXAMPLE: Provision = Provision::new(22, "为同行业作重大示范", "sets a major example for the sector");
static POTENTIAL: Provision =
    Provision::new(22, "对本区产业有潜在影响", "has potential influence on the district's industries");
static NOT_REFUSED: Provision = Provision::new(
    22,
    "区长办公会没有否决（已通过，或尚未审议）",
    "the mayor's meeting has not refused (granted, or not decided yet)",
);
static SHARE: Provision = Provision::new(
    22,
    "当年贡献的70%，舍去不足一分的尾数",
    "70% of the contribution of the year, rounded down to the fen",
);
static ROOM: Provision = Provision::new(
    22,
    "减去当年其他可测算的支持，余下的是上限",
    "less all other calculable support of the year: what is left is the ceiling",
);
static PAID_OF_YEAR: Provision =
    Provision::new(22, "减去当年已按本条领过的", "less what was received under this article for the year");
static AS_A_RULE: Provision = Provision::new(
    22,
    "70%一线只是原则，给多少由区政府决定，也可能不给",
    "the 70% line holds as a rule only; the amount is for the district to decide and may be nothing",
);

/// The share of the contribution within which all support stays.
pub(super) const LINE: Rate = percent(70);

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    case.yes(&NEW_ARRIVAL, &ARRIVAL);
    case.within(&PAID_IN, &CAPITAL, Bound::FromBare(Figure::Money(yi(10))));
    let enough = Bound::FromBare(Figure::Money(wan(2000)));
    let applied = common::contribution_of_application(case, &CONTRIBUTION, enough);
    case.yes(&DEMONSTRATION, &EXAMPLE);
    case.yes(&INFLUENCE, &POTENTIAL);
    let not_refused = case.peek(&KEY_RULING).map(|ruling| ruling != Ruling::Refused);
    case.holds(&KEY_RULING.spec, &NOT_REFUSED, not_refused);
    let (year, contribution) = case.settle(applied)?;

    let place = Place::Year(year);
    let line = case.rate_down(&SHARE, place, contribution, LINE);
    let room = case.difference(&ROOM, place, [line, case.other_support()]);
    let room = case.less_received(&PAID_OF_YEAR, place, room, received_before(case, 22).of_year(year));
    case.up_to(year, room);
    case.note(&AS_A_RULE);
    Ok(())
}
