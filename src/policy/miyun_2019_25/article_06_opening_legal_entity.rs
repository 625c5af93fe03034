//! 第六条 · opening subsidy for legal entities

use crate::applicant::capital::{NATIONAL_APPROVAL, PAID_IN};
use crate::applicant::identity::{APPLICATION_YEAR, Kind, NEW_ARRIVAL};
use crate::article::Article;
use crate::money::{wan, yi};
use crate::policy::miyun_2019_25::received::{PAID, once};
use crate::policy::miyun_2019_25::{article_02_gate as gate, article_04_kinds as kinds, common};
use crate::rule::clause::{Brief, copy_of, original};
use crate::rule::tiers::{at_least, fixed};
use crate::rule::{Case, Clause, Place, Provision, Stop, Tiers};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "opening_legal_entity",
    article: Article::new(6),
    title: text("法人机构开办补助", "Opening subsidy for legal entities"),
    brief: Brief {
        whom: text(
            "新设或新迁入密云、持国家级批复的法人金融机构",
            "Legal-person institutions new to Miyun with a national approval",
        ),
        looks_at: text("申请时的实收资本", "Paid-in capital at the time of application"),
        gives: text(
            "按实收资本分四档，定额500万至5000万元",
            "Four fixed sums by paid-in capital, 5 to 50 million yuan",
        ),
        lasts: text("一次", "Once"),
    },
    kinds: kinds::of(&[Kind::LegalEntity]),
    gate: &gate::WHOLE,
    any_year: false,
    provisions: &[&ARRIVAL, &APPROVAL, &SIZE, &SUBSIDY, &ONE_TIME, &STAGING, &PAID],
    tiers: &[&TIERS],
    doubts: &[],
    evidence: &[
        copy_of("国家金融管理部门批复、金融许可证", "National approval and financial licence"),
        copy_of("验资报告或审计报告（实收资本）", "Capital verification or audit report (paid-in capital)"),
        original("实收资本说明", "Statement of paid-in capital"),
    ],
    read,
};

static ARRIVAL: Provision = common::arrival(5);
static APPROVAL: Provision =
    Provision::new(6, "持有国家金融管理部门的设立批复", "holds a national regulator's approval");
static SIZE: Provision = Provision::new(6, "实收资本达到最低一档", "paid-in capital reaches the lowest tier");
static SUBSIDY: Provision = Provision::new(6, "按实收资本所在档给定额", "a fixed sum by the tier of paid-in capital");
static ONE_TIME: Provision =
    Provision::new(6, "只补一次：以前已享受开办补助的，不再补助", "once only: nothing more for those paid it before");
static STAGING: Provision = Provision::new(
    6,
    "分次到资，本条与第十六条相加可能更多；一次到资只按本条算",
    "capital paid in stages may give more under Articles 6 and 16 together than capital paid at once",
);

static TIERS: Tiers = Tiers {
    provision: &SUBSIDY,
    top: None,
    tiers: &[
        at_least(yi(1), fixed(wan(500))),
        at_least(yi(5), fixed(wan(1000))),
        at_least(yi(10), fixed(wan(2000))),
        at_least(yi(30), fixed(wan(5000))),
    ],
};

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    case.yes(&NEW_ARRIVAL, &ARRIVAL);
    case.yes(&NATIONAL_APPROVAL, &APPROVAL);
    let capital = case.within(&PAID_IN, &SIZE, TIERS.floor());
    let year = case.ask(&APPLICATION_YEAR);
    let (capital, year) = case.settle((capital, year))?;

    let (subsidy, _) = case.climb(&TIERS, Place::Whole, capital);
    case.give(year, subsidy);
    case.note(&ONE_TIME);
    case.note(&STAGING);
    once(case, 6);
    Ok(())
}
