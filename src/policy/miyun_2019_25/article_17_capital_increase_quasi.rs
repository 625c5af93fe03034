//! 第十七条 · capital-increase subsidy for quasi-financial bodies and service providers

use crate::applicant::capital::{STANDING, Standing};
use crate::applicant::identity::{KIND, Kind};
use crate::article::Article;
use crate::money::{Money, Rate, percent, wan, yi};
use crate::policy::miyun_2019_25::increases::{
    ADDED_UP, BEFORE_OPINION, FILED, LATER, REDUCED, Route, first_application, pass_over_later,
};
use crate::policy::miyun_2019_25::received::{PAID, once};
use crate::policy::miyun_2019_25::{article_02_gate as gate, article_04_kinds as kinds, common};
use crate::rule::clause::{Brief, copy_of};
use crate::rule::{Bound, Case, Clause, Doubt, Figure, Place, Provision, Stop};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "capital_increase_quasi",
    article: Article::new(17),
    title: text("准金融和配套机构增资补助", "Increase subsidy for quasi-financial and service bodies"),
    brief: Brief {
        whom: text(
            "北京市金融主管部门审批的准金融机构和配套服务机构",
            "Quasi-financial bodies and service providers approved by the Beijing financial authority",
        ),
        looks_at: text(
            "《意见》发布以来的累计增资（5亿元起），和申请那年的贡献（100万元起）",
            "Increases since the 2018 Opinion (from 500 million), and the contribution in the year of application (from 1 million)",
        ),
        gives: text("3%，封顶500万元：总是正好500万元", "3%, at most 5 million yuan: always exactly 5 million"),
        lasts: text("一次", "Once"),
    },
    kinds: kinds::of(&[Kind::Quasi, Kind::Support]),
    gate: &gate::WHOLE,
    any_year: false,
    provisions: &[
        &APPROVED,
        &RECOGNISED,
        &REDUCED,
        &BEFORE_OPINION,
        &FILED,
        &CONTRIBUTION,
        &ADDED_UP,
        &SIZE,
        &SHARE,
        &CAP,
        &LATER,
        &PAID,
    ],
    tiers: &[],
    doubts: &[&ONLY_REGISTERED],
    evidence: &[
        copy_of("北京市金融主管部门批文", "Approval of the Beijing financial authority"),
        common::RESOLUTION,
        copy_of("变更登记通知书", "Change registration"),
        common::INCREASE_PAID,
        common::CONTRIBUTION_LETTERS,
    ],
    read,
};

/// Quasi-financial bodies.
pub(super) static APPROVED: Provision = Provision::new(
    17,
    "准金融机构由北京市金融主管部门审批",
    "the quasi-financial body is approved by the Beijing authority",
);
/// Service providers.
pub(super) static RECOGNISED: Provision = Provision::new(
    17,
    "配套服务机构经审批或登记备案（是否须市级审批，见17.3）",
    "the service provider is approved or registered (whether Beijing must approve it: 17.3)",
);
/// The condition on the contribution.
pub(super) static CONTRIBUTION: Provision = Provision::new(
    17,
    "申请年度的贡献达到100万元",
    "the contribution of the year of application reaches 1 million yuan",
);
/// The condition on the sum.
pub(super) static SIZE: Provision =
    Provision::new(17, "累计增资达到5亿元", "the increases together reach 500 million yuan");
/// The share.
pub(super) static SHARE: Provision = Provision::new(17, "累计增资的3%", "3% of the increases");
/// The cap.
pub(super) static CAP: Provision = Provision::new(17, "一家机构封顶500万元", "at most 5 million yuan an institution");

/// The rate.
const RATE: Rate = percent(3);
/// The most for an institution.
const MOST: Money = wan(500);

/// What an application under this article must meet, and what it gives.
pub(super) static ROUTE: Route = Route {
    contribution: &CONTRIBUTION,
    contribution_from: Bound::FromBare(Figure::Money(wan(100))),
    size: &SIZE,
    size_from: yi(5),
    admit,
    award,
    full: MOST,
};

static ONLY_REGISTERED: Doubt = Doubt {
    number: "17.3",
    issue: text(
        "“北京市审批”是只管准金融机构，还是也管配套服务机构",
        "whether the approval by Beijing is asked of quasi-financial bodies only, or of service providers too",
    ),
    prudent: text("两类都须北京市审批", "both must be approved by Beijing"),
    favourable: text(
        "只管准金融机构；配套服务机构登记备案就可以",
        "only the former; a service provider need only be registered",
    ),
    ask: text(
        "我单位是金融配套服务机构，没有北京市金融主管部门的批文。请问能否按第十七条申请增资补助？",
        "We are a financial service provider without an approval by the Beijing authority. Can we apply under Article 17?",
    ),
};

fn admit(case: &mut Case<'_>) {
    let standing = case.peek(&STANDING);
    let (provision, admitted) = match case.peek(&KIND) {
        Some(Kind::Quasi) => (&APPROVED, standing.map(|standing| standing == Standing::Beijing)),
        _ => (&RECOGNISED, standing.map(|standing| standing != Standing::Neither)),
    };
    case.holds(&STANDING.spec, provision, admitted);
}

fn award(case: &mut Case<'_>, place: Place, sum: Money) -> Money {
    let share = case.rate(&SHARE, place, sum, RATE);
    case.least(&CAP, place, [share, MOST])
}

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    admit(case);
    let first = first_application(case, &ROUTE);
    let first = case.settle(first)?;

    let subsidy = award(case, Place::Year(first.year), first.sum);
    if case.peek(&STANDING) == Some(Standing::Beijing) {
        case.give(first.year, subsidy);
    } else {
        case.may_give(first.year, subsidy, &[&ONLY_REGISTERED]);
    }
    pass_over_later(case, first.year);
    once(case, 17);
    Ok(())
}
