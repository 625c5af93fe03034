//! 第二十三条 · investment in the real economy

use crate::applicant::funds::{
    BEIJING_INVESTMENT, COUNTERPART_CLAIMED, FILED_IN_MIYUN, HIGH_END_INVESTMENT, LISTED_AND_EXITED,
};
use crate::applicant::identity::APPLICATION_YEAR;
use crate::applicant::identity::{Kind, NEWLY_ESTABLISHED};
use crate::article::Article;
use crate::money::{wan, yi};
use crate::policy::miyun_2019_25::article_36_sum::SAME_TYPE;
use crate::policy::miyun_2019_25::received::{PAID, once};
use crate::policy::miyun_2019_25::{article_02_gate as gate, article_04_kinds as kinds};
use crate::rule::clause::{Brief, copy_of, original};
use crate::rule::tiers::{Tier, at_least, fixed};
use crate::rule::{Case, Clause, Doubt, Place, Provision, Stop, Tiers};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "real_economy_investment",
    article: Article::new(23),
    title: text("投资高精尖产业补助", "Support for investing in high-end sectors"),
    brief: Brief {
        whom: text(
            "在密云新设并备案的基金管理机构和基金（基金公司按基金看），迁入的不算",
            "Fund managers and funds newly set up and filed in Miyun (fund companies count as funds); not those that moved in",
        ),
        looks_at: text(
            "在北京高精尖产业的实际投资，且至少一家北京企业上市并退出",
            "Actual investment in Beijing's high-end sectors, with at least one Beijing investee listed and exited",
        ),
        gives: text(
            "按实际投资分三档：20亿元起200万元，30亿元起1000万元，50亿元起1500万元",
            "Three fixed sums by investment: 2 million yuan from 2 billion, 10 million from 3 billion, 15 million from 5 billion",
        ),
        lasts: text("一次，管理人和所管基金合起来只算一次", "Once, for manager and funds together"),
    },
    kinds: kinds::of(&[Kind::FundManager, Kind::Fund, Kind::FundCompany]),
    gate: &gate::WHOLE,
    any_year: false,
    provisions: &[&NEW, &FILED, &EXIT, &SIZE, &SUPPORT, &ALL_BEIJING, &MORE, &CLAIMED, &FINAL, &PAID],
    tiers: &[&TIERS],
    doubts: &[&WHICH_INVESTMENT, &SAME_TYPE],
    evidence: &[
        copy_of("管理人登记和各基金备案证明", "Registration of the manager and filings of the funds"),
        copy_of(
            "投资协议、付款回单、被投企业工商变更",
            "Investment agreements, payment slips and the investees' registrations",
        ),
        copy_of("被投企业属高精尖行业的证明", "Proof that the investees are in high-end sectors"),
        copy_of("上市或挂牌公告、退出协议和回款凭证", "Listing notices, exit agreements and receipts of the proceeds"),
        original("在京投资规模专项审计报告", "Special audit report on the investment in Beijing"),
    ],
    read,
};

static NEW: Provision = Provision::new(23, "在密云新设立", "newly set up in Miyun");
static FILED: Provision = Provision::new(23, "在密云完成登记备案", "registered and filed in Miyun");
static EXIT: Provision = Provision::new(
    23,
    "至少扶持一家北京企业上市（或挂牌）并已退出",
    "at least one Beijing investee was listed and exited",
);
static SIZE: Provision =
    Provision::new(23, "北京高精尖投资达到最低一档", "high-end investment in Beijing reaches the lowest tier");
static SUPPORT: Provision =
    Provision::new(23, "按实际投资所在档给定额", "a fixed sum by the tier of the actual investment");
static ALL_BEIJING: Provision = Provision::new(
    23,
    "若在北京的全部实际投资都算，按这个数定档",
    "if all actual investment in Beijing counts, this figure finds the tier",
);
static MORE: Provision =
    Provision::new(23, "比只算高精尖投资多出的部分", "what that gives beyond the reading of high-end investment only");
static CLAIMED: Provision = Provision::new(
    36,
    "对方已就同一笔投资申请，本方的定额只待确认",
    "the counterpart has claimed for the same investment: the sum is only to be confirmed",
);
static FINAL: Provision = Provision::new(
    23,
    "只给一次：已按较低一档享受的，以后投资增加也不补差额",
    "paid once: a lower tier is not topped up when the investment grows later",
);

const LADDER: &[Tier] =
    &[at_least(yi(20), fixed(wan(200))), at_least(yi(30), fixed(wan(1000))), at_least(yi(50), fixed(wan(1500)))];

static TIERS: Tiers = Tiers { provision: &SUPPORT, top: None, tiers: LADDER };
/// The same ladder on the wider figure (23.3).
static WIDER: Tiers = Tiers { provision: &ALL_BEIJING, top: None, tiers: LADDER };

static WHICH_INVESTMENT: Doubt = Doubt {
    number: "23.3",
    issue: text(
        "定档的投资规模，是在北京的全部投资，还是只算高精尖产业",
        "whether all investment in Beijing finds the tier, or only that in high-end sectors",
    ),
    prudent: text("只算投向北京高精尖产业的实际投资", "only actual investment in Beijing's high-end sectors"),
    favourable: text("在北京的实际投资都算", "all actual investment in Beijing"),
    ask: text(
        "我单位在北京的实际投资中，只有一部分投向高精尖产业。请问第二十三条按全部在京投资定档，还是只按高精尖部分定档？",
        "Only part of our actual investment in Beijing is in high-end sectors. Does Article 23 find the tier by all of it, or by that part only?",
    ),
};

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    let judged = judge(case);
    once(case, 23);
    judged
}

fn judge(case: &mut Case<'_>) -> Result<(), Stop> {
    case.yes(&NEWLY_ESTABLISHED, &NEW);
    case.yes(&FILED_IN_MIYUN, &FILED);
    case.yes(&LISTED_AND_EXITED, &EXIT);
    let claimed = case.ask(&COUNTERPART_CLAIMED);
    let year = case.ask(&APPLICATION_YEAR);
    let beijing = case.peek(&BEIJING_INVESTMENT);
    // Only the size can be missed for the reading that is taken of it.
    let only_size_is_left = case.clear();
    let high_end = case.within(&HIGH_END_INVESTMENT, &SIZE, TIERS.floor());

    if only_size_is_left
        && let (Some(year), Some(claimed), Some(high_end), Some(beijing)) = (year, claimed, high_end, beijing)
        && TIERS.reached_by(high_end).is_none()
        && WIDER.reached_by(beijing).is_some()
    {
        let (support, _) = case.climb(&WIDER, Place::Whole, beijing);
        let both: &[&Doubt] = if claimed { &[&WHICH_INVESTMENT, &SAME_TYPE] } else { &[&WHICH_INVESTMENT] };
        case.may_give(year, support, both);
    }
    let (high_end, claimed, year) = case.settle((high_end, claimed, year))?;

    let (support, _) = case.climb(&TIERS, Place::Whole, high_end);
    let wider = beijing.filter(|beijing| WIDER.on(*beijing) > support);
    if claimed {
        // Both readings at once: the larger figure, and no counterpart in the way.
        let (support, both) = match wider {
            Some(beijing) => (case.climb(&WIDER, Place::Whole, beijing).0, &[&SAME_TYPE, &WHICH_INVESTMENT][..]),
            None => (support, &[&SAME_TYPE][..]),
        };
        case.may_give(year, support, both);
        case.note(&CLAIMED);
    } else {
        case.give(year, support);
        if let Some(beijing) = wider {
            let (all, _) = case.climb(&WIDER, Place::Whole, beijing);
            let more = case.difference(&MORE, Place::Whole, [all, support]);
            case.may_give(year, more, &[&WHICH_INVESTMENT]);
        }
    }
    case.note(&FINAL);
    Ok(())
}
