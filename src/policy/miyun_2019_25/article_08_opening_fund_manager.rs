//! 第八条 · opening subsidy for fund managers

use crate::applicant::capital::{NATIONAL_APPROVAL, PAID_IN};
use crate::applicant::funds::{CUSTODY_OF_ASSETS, CUSTODY_OF_INVESTMENTS, MANAGED_ASSETS};
use crate::applicant::identity::{APPLICATION_YEAR, Kind, NEW_ARRIVAL};
use crate::article::Article;
use crate::money::{Money, Rate, percent, wan, yi};
use crate::policy::miyun_2019_25::received::{PAID, once};
use crate::policy::miyun_2019_25::{article_02_gate as gate, article_04_kinds as kinds, common};
use crate::rule::clause::{Brief, copy_of, original};
use crate::rule::{Bound, Case, Clause, Doubt, Figure, Place, Provision, Stop};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "opening_fund_manager",
    article: Article::new(8),
    title: text("基金管理机构开办补助", "Opening subsidy for fund managers"),
    brief: Brief {
        whom: text("新设或新迁入密云的基金管理机构", "Fund managers new to Miyun"),
        looks_at: text(
            "管理人自己的累计实收资本、管理规模、在密云托管的占比",
            "The manager's own paid-in capital, the assets managed, and the share in custody in Miyun",
        ),
        gives: text("由区政府决定，上限300万元", "By decision, up to 3 million yuan"),
        lasts: text("一次", "Once"),
    },
    kinds: kinds::of(&[Kind::FundManager]),
    gate: &gate::WHOLE,
    any_year: false,
    provisions: &[&ARRIVAL, &CAPITAL, &ASSETS, &ASSETS_HELD, &INVESTMENTS_HELD, &SUBSIDY, &PAID],
    tiers: &[],
    doubts: &[&APPROVED_NATIONALLY],
    evidence: &[
        common::STATEMENT,
        copy_of(
            "管理人批复或登记公示，各基金备案证明",
            "Approval or registration of the manager, and filing of each fund",
        ),
        copy_of("验资报告或审计报告（管理人累计实收资本）", "Capital verification or audit report of the manager"),
        original(
            "管理规模明细（附备案系统截图和审计）",
            "Schedule of managed assets, with extracts of the register and the audit",
        ),
        copy_of("托管协议、托管机构在密云的住所证明", "Custody agreements and proof of the custodian's seat in Miyun"),
        original("托管机构出具的托管规模证明", "Custodian's statement of the amount in custody"),
        original("投资明细", "Schedule of investments"),
    ],
    read,
};

static ARRIVAL: Provision = common::arrival(5);
static CAPITAL: Provision = Provision::new(
    8,
    "管理人自身的累计实收资本达到标准",
    "the manager's own cumulative paid-in capital reaches the line",
);
static ASSETS: Provision = Provision::new(8, "管理规模达到标准", "the assets managed reach the line");
static ASSETS_HELD: Provision = Provision::new(
    8,
    "管理的资产有一半在密云托管（与投资占比，满足一项即可）",
    "half of the managed assets is with custodians in Miyun (this or the share of investments is enough)",
);
static INVESTMENTS_HELD: Provision = Provision::new(
    8,
    "投资有一半在密云托管（与资产占比，满足一项即可）",
    "half of the investments is with custodians in Miyun (this or the share of assets is enough)",
);
static SUBSIDY: Provision =
    Provision::new(8, "金额由区政府决定，这是上限", "the amount is decided by the district; this is the ceiling");

/// Paid-in capital of the manager.
const LEAST_CAPITAL: Money = yi(5);
/// Assets managed.
const LEAST_ASSETS: Money = yi(50);
/// Share in custody in Miyun.
const LEAST_CUSTODY: Rate = percent(50);
/// The most that a decision gives.
const CEILING: Money = wan(300);

static APPROVED_NATIONALLY: Doubt = Doubt {
    number: "6.4",
    issue: text(
        "持国家级批复的基金管理机构，适用第六条还是第八条",
        "whether Article 6 or Article 8 is for a fund manager that holds a national approval",
    ),
    prudent: text("第八条：专门写基金管理机构的条文优先", "Article 8: the rule written for fund managers comes first"),
    favourable: text(
        "第六条：算作国家批准设立的其他金融机构，按实收资本给定额",
        "Article 6: as another institution approved nationally, with a fixed sum by paid-in capital",
    ),
    ask: text(
        "我单位是基金管理机构，持有国家金融管理部门的设立批复。请问开办补助适用第六条，还是第八条？",
        "We are a fund manager with a national regulator's approval of establishment. Is our opening subsidy under Article 6 or Article 8?",
    ),
};

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    case.yes(&NEW_ARRIVAL, &ARRIVAL);
    case.within(&PAID_IN, &CAPITAL, Bound::FromBare(Figure::Money(LEAST_CAPITAL)));
    case.within(&MANAGED_ASSETS, &ASSETS, Bound::FromBare(Figure::Money(LEAST_ASSETS)));
    custody(case);
    if case.peek(&NATIONAL_APPROVAL) == Some(true) {
        case.doubt(&APPROVED_NATIONALLY);
    }
    let year = case.ask(&APPLICATION_YEAR);
    let year = case.settle(year)?;

    let ceiling = case.fixed(&SUBSIDY, Place::Whole, CEILING);
    case.up_to(year, ceiling);
    once(case, 8);
    Ok(())
}

/// Either share is enough: the larger one decides if it passes; else what is not told is missing; else both fail.
fn custody(case: &mut Case<'_>) {
    let enough = Bound::FromBare(Figure::Rate(LEAST_CUSTODY));
    let shares = [(&CUSTODY_OF_ASSETS, &ASSETS_HELD), (&CUSTODY_OF_INVESTMENTS, &INVESTMENTS_HELD)]
        .map(|(question, provision)| (&question.spec, provision, case.peek(question)));
    let larger = shares.iter().map(|(.., share)| *share).max().flatten();
    let passes = larger.is_some_and(|share| enough.admits(Figure::Rate(share)));
    let open = shares.iter().any(|(.., share)| share.is_none());
    for (question, provision, share) in shares {
        let decides = if passes { share == larger } else { share.is_none() || !open };
        match share.map(Figure::Rate) {
            figure if decides => {
                case.condition(provision, Place::Whole, Some(question), figure, enough);
            }
            Some(figure) => {
                case.observe(provision, Place::Whole, Some(question), figure, enough);
            }
            None => {}
        }
    }
}
