//! 第十六条 · capital-increase subsidy for the institutions of the first section

use crate::applicant::identity::{KIND, Kind, NEW_ARRIVAL};
use crate::article::Article;
use crate::date::Year;
use crate::money::{Money, percent, wan, yi};
use crate::policy::miyun_2019_25::increases::{
    ADDED_UP, Application, BEFORE_OPINION, FILED, LATER, REDUCED, Route, first_application, pass_over_later,
    possible_applications,
};
use crate::policy::miyun_2019_25::received::{PAID, once};
use crate::policy::miyun_2019_25::{article_02_gate as gate, article_04_kinds as kinds, common};
use crate::rule::clause::{Brief, copy_of};
use crate::rule::tiers::{at_least, fixed, rate};
use crate::rule::{Bound, Case, Clause, Doubt, Figure, Place, Provision, Stop, Tiers};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "capital_increase",
    article: Article::new(16),
    title: text("增资补助", "Capital-increase subsidy"),
    brief: Brief {
        whom: text(
            "新设或新迁入密云的法人机构、一级分支机构、职能总部和基金管理机构",
            "Legal persons, first-level branches, functional headquarters and fund managers new to Miyun",
        ),
        looks_at: text(
            "《意见》发布以来的累计增资，和申请那年的贡献（500万元起）",
            "Increases since the 2018 Opinion, and the contribution in the year of application (from 5 million)",
        ),
        gives: text(
            "累计5亿元起3%，10亿元起定额1000万元，反而减少",
            "3% from 500 million; a flat 10 million yuan from 1 billion, which is less",
        ),
        lasts: text("一次", "Once"),
    },
    kinds: kinds::of(&[Kind::LegalEntity, Kind::Branch1, Kind::FunctionalHq, Kind::FundManager]),
    gate: &gate::WHOLE,
    any_year: false,
    provisions: &[
        &ARRIVAL,
        &REDUCED,
        &BEFORE_OPINION,
        &FILED,
        &CONTRIBUTION,
        &ADDED_UP,
        &SIZE,
        &SUBSIDY,
        &WHICH_YEAR,
        &SAFE_ZONE,
        &BESIDE_OPENING,
        &LATER,
        &PAID,
    ],
    tiers: &[&TIERS],
    doubts: &[&HIGHER_PAYS_LESS, &NO_PAID_IN],
    evidence: &[
        common::RESOLUTION,
        copy_of("变更登记通知书、监管部门对变更资本的批准", "Change registration and the regulator's approval of it"),
        common::INCREASE_PAID,
        common::CONTRIBUTION_LETTERS,
    ],
    read,
};

/// New or newly moved.
pub(super) static ARRIVAL: Provision = common::arrival(5);
/// The condition on the contribution.
pub(super) static CONTRIBUTION: Provision = Provision::new(
    16,
    "申请年度的贡献达到500万元",
    "the contribution of the year of application reaches 5 million yuan",
);
/// The condition on the sum.
pub(super) static SIZE: Provision =
    Provision::new(16, "累计增资达到最低一档", "the increases together reach the lowest tier");
/// The subsidy.
pub(super) static SUBSIDY: Provision =
    Provision::new(16, "累计增资所在档：先按3%，再高给定额", "by the tier of the sum: 3%, then a flat sum");
static SAFE_ZONE: Provision = Provision::new(
    16,
    "注意：累计达到10亿元，补助由近3000万元降为1000万元；只能申请一次",
    "note: at 1 billion the subsidy falls from nearly 30 million to 10 million yuan; only one application can be made",
);
static WHICH_YEAR: Provision = Provision::new(
    18,
    "只能申请一次：按已填的增资和贡献，比较各年申请所得",
    "one application only: what each year would give, by the increases and contributions filled in",
);
static BESIDE_OPENING: Provision = Provision::new(
    16,
    "第六条已按哪笔资本给过，不影响本条累计增资",
    "increases count here whatever capital Article 6 was paid on",
);

/// Where the ladder starts.
const LOWEST: Money = yi(5);
/// The flat sum of the highest tier.
const FULL: Money = wan(1000);

static TIERS: Tiers = Tiers {
    provision: &SUBSIDY,
    top: None,
    tiers: &[at_least(LOWEST, rate(percent(3))), at_least(yi(10), fixed(FULL))],
};

/// What an application under this article must meet, and what it gives.
pub(super) static ROUTE: Route = Route {
    contribution: &CONTRIBUTION,
    contribution_from: Bound::FromBare(Figure::Money(wan(500))),
    size: &SIZE,
    size_from: LOWEST,
    admit,
    award,
    full: FULL,
};

static HIGHER_PAYS_LESS: Doubt = Doubt {
    number: "16.1",
    issue: text(
        "高一档（10亿元起）定额1000万元，比低一档的3%（1500万至3000万元）还少",
        "the higher tier, a flat 10 million, is less than the 3% of the lower one, 15 to 30 million",
    ),
    prudent: text(
        "照字面：低一档按3%，高一档按定额；区级部门也可能以1000万元为全条上限",
        "as written: 3% in the lower tier, the flat sum in the higher; the district may also take 10 million as the limit of both",
    ),
    favourable: text(
        "没有更宽的读法写得出依据；高一档若系笔误，金额要等区级部门明确",
        "no wider reading has a basis; if the higher tier is a misprint, the district has to say so",
    ),
    ask: text(
        "我单位累计增资在第十六条的档内。请问5亿元至10亿元是否按3%计、不受1000万元限制？10亿元起是否只给1000万元？",
        "Our increases are within Article 16. From 500 million up to 1 billion, is it 3% without a limit of 10 million? And from 1 billion, is it only 10 million?",
    ),
};
static NO_PAID_IN: Doubt = Doubt {
    number: "16.4",
    issue: text(
        "分支机构和职能总部没有实收资本，只有营运资金，本条怎样适用",
        "branches and functional headquarters have working funds, not paid-in capital: how does the article apply",
    ),
    prudent: text(
        "营运资金不算实收资本，没有可补的",
        "working funds are not paid-in capital: there is nothing to subsidise",
    ),
    favourable: text("营运资金的增加按实收资本增资算", "an increase of working funds counts as one of paid-in capital"),
    ask: text(
        "我单位是分支机构（或职能总部），没有实收资本。请问增加营运资金能否按第十六条申请增资补助？",
        "We are a branch (or functional headquarters) without paid-in capital. Can an increase of working funds be subsidised under Article 16?",
    ),
};

fn admit(case: &mut Case<'_>) {
    case.yes(&NEW_ARRIVAL, &ARRIVAL);
}

fn award(case: &mut Case<'_>, place: Place, sum: Money) -> Money {
    case.climb(&TIERS, place, sum).0
}

/// What the application would give in each year that it could be made in, beside the one it is made in.
fn compare_years(case: &mut Case<'_>, filed: Year) {
    if !case.shows() {
        return;
    }
    let possible = possible_applications(case.facts(), &ROUTE);
    if let Some(chosen) = possible.iter().position(|application| application.year == filed)
        && possible.len() > 1
    {
        let gives = |application: &Application| (Figure::Year(application.year), TIERS.on(application.sum));
        case.choose(&WHICH_YEAR, Place::Whole, || possible.iter().map(gives).collect(), chosen);
    }
}

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    admit(case);
    let first = first_application(case, &ROUTE);
    let first = case.settle(first)?;

    let subsidy = award(case, Place::Year(first.year), first.sum);
    match case.peek(&KIND) {
        Some(Kind::Branch1 | Kind::FunctionalHq) => case.may_give(first.year, subsidy, &[&NO_PAID_IN]),
        _ => case.give(first.year, subsidy),
    }
    case.doubt(&HIGHER_PAYS_LESS);
    compare_years(case, first.year);
    case.note(&SAFE_ZONE);
    if case.peek(&KIND) == Some(Kind::LegalEntity) {
        case.note(&BESIDE_OPENING);
    }
    pass_over_later(case, first.year);
    once(case, 16);
    Ok(())
}
