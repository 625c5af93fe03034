//! 第十八条 · how capital increases add up, and the application for the difference
//!
//! Articles 16 and 17 price the first application that meets their conditions, this article one more after it.

use crate::applicant::capital::INCREASES;
use crate::applicant::identity::{KIND, Kind};
use crate::article::Article;
use crate::money::{Money, yi};
use crate::policy::miyun_2019_25::increases::{FILED, Wanted, find, first_application};
use crate::policy::miyun_2019_25::{
    article_02_gate as gate, article_04_kinds as kinds, article_16_capital_increase as article_16,
    article_17_capital_increase_quasi as article_17, common, increases,
};
use crate::rule::clause::{Brief, copy_of, original};
use crate::rule::{Bound, Case, Clause, Doubt, Figure, Place, Provision, Stop};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "cumulative_increase",
    article: Article::new(18),
    title: text("累计增资补差", "Cumulative increases: the difference"),
    brief: Brief {
        whom: text(
            "已按第十六条或第十七条领过一次、又累计到10亿元的机构",
            "Those already paid once under Article 16 or 17 whose increases have reached 1 billion",
        ),
        looks_at: text(
            "《意见》发布以来的累计增资、前一次的补助、再次申请那年的贡献",
            "Increases since the 2018 Opinion, the first subsidy, the contribution in the year of the second application",
        ),
        gives: text(
            "全额减已领；领过一次以后，差额总是0",
            "The full sum less what was paid: always nothing after a first subsidy",
        ),
        lasts: text("一次", "Once"),
    },
    kinds: kinds::of(&[
        Kind::LegalEntity,
        Kind::Branch1,
        Kind::FunctionalHq,
        Kind::FundManager,
        Kind::Quasi,
        Kind::Support,
    ]),
    gate: &gate::WHOLE,
    any_year: false,
    provisions: &[
        &article_16::ARRIVAL,
        &article_17::APPROVED,
        &article_17::RECOGNISED,
        &increases::REDUCED,
        &increases::BEFORE_OPINION,
        &FILED,
        &article_16::CONTRIBUTION,
        &article_17::CONTRIBUTION,
        &increases::ADDED_UP,
        &article_16::SIZE,
        &article_17::SIZE,
        &NOT_IN_FULL,
        &FILED_AGAIN,
        &AGAIN,
        &article_16::SUBSIDY,
        &article_17::SHARE,
        &article_17::CAP,
        &FULL,
        &DIFFERENCE,
    ],
    tiers: &[],
    doubts: &[&NEGATIVE],
    evidence: &[
        original("历次增资台账（日期、金额、累计）", "Ledger of the increases: dates, amounts, running sum"),
        copy_of("历次增资的决议、变更登记和验资报告", "Resolutions, change registrations and capital verifications"),
        copy_of("前一次增资补助的拨款凭证", "Proof of payment of the first subsidy"),
        common::CONTRIBUTION_LETTERS,
    ],
    read,
};

static NOT_IN_FULL: Provision = Provision::new(
    18,
    "前一次申请时累计还不到10亿元（到了就已一次付足）",
    "the first application was made below 1 billion; from there on it is paid in full at once",
);
static FILED_AGAIN: Provision =
    Provision::new(18, "第一次补助以后再申请一次", "one more application after the first subsidy");
static AGAIN: Provision =
    Provision::new(18, "再次申请时累计达到10亿元", "the sum reaches 1 billion at the second application");
static FULL: Provision = Provision::new(18, "该类机构的全额", "the full sum for this kind of institution");
static DIFFERENCE: Provision = Provision::new(
    18,
    "全额减前一次补助，不足零按零，也不倒扣",
    "the full sum less the first subsidy; not below zero, and nothing is taken back",
);

/// From this sum on there is one more application.
const AGAIN_FROM: Money = yi(10);

static NEGATIVE: Doubt = Doubt {
    number: "18.1",
    issue: text(
        "前一次补助不少于全额，“补差”算出来是零或负数",
        "the first subsidy is never below the full sum, so the difference is zero or negative",
    ),
    prudent: text("差额按零，不再给，也不退回", "the difference counts as zero: nothing more, nothing back"),
    favourable: text(
        "另给全额，或全部累计按3%再减已领；都没有文字依据，不计入金额",
        "the full sum on top, or 3% of the whole sum less what was paid; the text supports neither, so no amount is shown",
    ),
    ask: text(
        "我单位累计增资在5亿元以上、不到10亿元时已领增资补助，现累计达到10亿元。请问第十八条的差额如何计算？是否需要退回？",
        "We were paid the increase subsidy at a sum between 500 million and 1 billion, which has now reached 1 billion. How is the difference of Article 18 worked out, and is anything to be returned?",
    ),
};

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    let route = match case.peek(&KIND) {
        Some(Kind::Quasi | Kind::Support) => &article_17::ROUTE,
        _ => &article_16::ROUTE,
    };
    (route.admit)(case);
    let first = first_application(case, route);
    let mut again = None;
    if let Some(first) = first {
        let below = Bound::Below(Figure::Money(AGAIN_FROM));
        let place = Place::Year(first.year);
        let partly = case.condition(&NOT_IN_FULL, place, Some(&INCREASES.spec), Some(Figure::Money(first.sum)), below);
        if partly == Some(true) {
            let wanted = Wanted { after: Some(first.year), filed: &FILED_AGAIN, size: &AGAIN, from: AGAIN_FROM };
            again = find(case, route, &wanted);
        }
    }
    let (first, again) = case.settle((first, again))?;

    let paid = (route.award)(case, Place::Year(first.year), first.sum);
    let place = Place::Year(again.year);
    let full = case.fixed(&FULL, place, route.full);
    let difference = case.difference(&DIFFERENCE, place, [full, paid]);
    case.give(again.year, difference);
    case.doubt(&NEGATIVE);
    Ok(())
}
