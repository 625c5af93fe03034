//! 第二十八条 · reward for associations

use crate::applicant::identity::APPLICATION_YEAR;
use crate::applicant::referral::{ASSOCIATION_FITS, ENTRY_CONTRIBUTION, MEMBERS, TAXPAYING_MEMBERS};
use crate::article::Article;
use crate::date::Year;
use crate::money::{Money, Part, Rate, percent, wan};
use crate::policy::miyun_2019_25::article_02_gate::BARE_BOUND;
use crate::policy::miyun_2019_25::received::{PAID, once};
use crate::policy::miyun_2019_25::{article_02_gate as gate, article_04_kinds as kinds};
use crate::rule::clause::{Brief, copy_of, original};
use crate::rule::tiers::{above, at_least, fixed};
use crate::rule::{Bound, Case, Clause, Doubt, Figure, Place, Provision, Stop, Tiers};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "association_reward",
    article: Article::new(28),
    title: text("社团组织奖励", "Reward for associations"),
    brief: Brief {
        whom: text(
            "符合本区产业方向、会员不少于50家的协会、商会、联盟",
            "Associations, chambers and alliances that fit the district, with 50 members or more",
        ),
        looks_at: text(
            "引进企业入区当年的贡献，和会员中在区内纳税的比例",
            "What the introduced enterprises contribute in their first year, and the share of members paying tax here",
        ),
        gives: text(
            "按贡献分三档：3万、6万、10万元",
            "Three fixed sums by contribution: 30,000, 60,000 or 100,000 yuan",
        ),
        lasts: text("一次，每家社团最多10万元", "Once, at most 100,000 yuan an association"),
    },
    kinds: kinds::ASSOCIATION,
    gate: &gate::SOFTENED,
    any_year: false,
    provisions: &[&FIT, &SIZE, &ENTRY, &SHARE, &REWARD, &LOWER_SHARE, &GAP, &ON_THE_BOUND, &MORE, &PAID],
    tiers: &[&TIERS],
    doubts: &[&SHARE_GAP, &UPPER_BOUND],
    evidence: &[
        copy_of("社会团体法人登记证书、年检结论和章程", "Certificate of registration, annual inspection and articles"),
        original("会员名册和入会登记", "Register of members and their admissions"),
        copy_of("区内纳税会员名单和完税证明", "List of members paying tax here, with tax certificates"),
        original("引进企业清单", "List of introduced enterprises"),
        copy_of("引进企业入区当年的贡献确认函", "Letters confirming the enterprises' contribution in the entry year"),
    ],
    read,
};

static FIT: Provision =
    Provision::new(28, "社团符合本区产业方向", "the association fits the district's industrial direction");
static SIZE: Provision =
    Provision::new(28, "注册会员达到规定家数", "the number of registered members reaches the minimum");
static ENTRY: Provision = Provision::new(
    28,
    "引进企业入区当年的贡献达到最低一档",
    "the introduced enterprises' entry-year contribution reaches the lowest tier",
);
static SHARE: Provision = Provision::new(
    28,
    "区内纳税会员的占比达到这一档的要求",
    "the share of members paying tax here reaches what the tier asks",
);
static REWARD: Provision = Provision::new(28, "按贡献所在档给定额", "a fixed sum by the tier of the contribution");
static LOWER_SHARE: Provision =
    Provision::new(28, "占比达到下一档的要求", "the share reaches what the tier below asks");
static GAP: Provision = Provision::new(
    28,
    "贡献达到中档、占比只达到低档：若可按低档，给低档的定额",
    "contribution of the middle tier, share of the lowest: the lowest sum, if falling back is allowed",
);
static ON_THE_BOUND: Provision = Provision::new(
    28,
    "正好300万元：若归最高一档，不看占比，给最高定额",
    "exactly 3 million yuan: if the top tier has it, the top sum without a share test",
);
static MORE: Provision =
    Provision::new(28, "比归中档多出的部分", "what that gives beyond the reading of the middle tier");

/// What the lowest tier gives.
const LOWEST: Money = wan(3);
/// What the top tier gives.
const TOP: Money = wan(10);
/// Both the middle and the top tier name it.
const TOP_FROM: Money = wan(300);

/// The ladder. Where a tier claims its upper bound, the next one starts above it.
static TIERS: Tiers = Tiers {
    provision: &REWARD,
    top: None,
    tiers: &[at_least(wan(50), fixed(LOWEST)), above(wan(100), fixed(wan(6))), above(TOP_FROM, fixed(TOP))],
};
/// The share of members paying tax here that the lowest tier asks.
const LOWEST_SHARE: Rate = percent(50);
/// The share that each tier asks; the top one asks none.
const SHARES: [Option<Rate>; 3] = [Some(LOWEST_SHARE), Some(percent(60)), None];
/// Registered members.
const ENOUGH: u32 = 50;

static SHARE_GAP: Doubt = Doubt {
    number: "28.1",
    issue: text(
        "贡献在100万元以上至300万元，占比达到50%而不足60%，两档均不适用",
        "contribution above 1 and up to 3 million yuan with a share from 50% to below 60% is in no tier",
    ),
    prudent: text("不属于任何一档，不予奖励", "it is in no tier: nothing"),
    favourable: text(
        "贡献更多不应更少，按低档给3万元",
        "more contribution should not give less: the lowest sum, 30,000 yuan",
    ),
    ask: text(
        "我单位引进企业的贡献超过100万元，区内纳税会员占比在50%和60%之间。请问能否按第二十八条最低一档给予奖励？",
        "Our introduced enterprises contributed more than 1 million yuan, and 50% to 60% of our members pay tax here. Can the lowest tier of Article 28 apply?",
    ),
};
static UPPER_BOUND: Doubt = Doubt {
    number: "28.2",
    issue: text("贡献正好300万元，归中档还是最高档", "whether exactly 3 million yuan is in the middle or the top tier"),
    prudent: text("归中档：中档写明含本数", "the middle one, which names the number as its own"),
    favourable: text(
        "归最高档：“以上”也含本数，且不看占比",
        "the top one: 以上 includes the number too, and no share is asked",
    ),
    ask: text(
        "我单位引进企业的贡献正好300万元，请问适用第二十八条的6万元一档，还是10万元一档？",
        "Our introduced enterprises contributed exactly 3 million yuan. Does the tier of 60,000 or of 100,000 yuan of Article 28 apply?",
    ),
};

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    let judged = judge(case);
    once(case, 28);
    judged
}

fn judge(case: &mut Case<'_>) -> Result<(), Stop> {
    case.yes(&ASSOCIATION_FITS, &FIT);
    let members = case.within(&MEMBERS, &SIZE, Bound::FromBare(Figure::Count(ENOUGH)));
    let contribution = case.within(&ENTRY_CONTRIBUTION, &ENTRY, TIERS.floor());
    let year = case.ask(&APPLICATION_YEAR);

    // The share is asked where the contribution's tier asks it, and last: it can be missed by a reading of the tiers.
    let tier = contribution.and_then(|contribution| TIERS.reached_by(contribution)).map(|(index, _)| index);
    if let Some(asked) = tier.and_then(|tier| SHARES[tier]) {
        let taxpaying = case.ask(&TAXPAYING_MEMBERS);
        let only_share_is_left = case.clear();
        let share = members.zip(taxpaying).filter(|(members, _)| *members > 0).map(share);
        let holds = case.condition(&SHARE, Place::Whole, None, share, Bound::FromBare(Figure::Rate(asked)));
        if only_share_is_left
            && holds == Some(false)
            && let (Some(year), Some(contribution), Some(share)) = (year, contribution, share)
        {
            if contribution == TOP_FROM {
                let reward = case.fixed(&ON_THE_BOUND, Place::Whole, TOP);
                case.may_give(year, reward, &[&UPPER_BOUND]);
            } else if tier == Some(1) {
                fall_back(case, year, share);
            }
        }
    }
    let (contribution, year) = case.settle((contribution, year))?;

    let (reward, _) = case.climb(&TIERS, Place::Whole, contribution);
    case.give(year, reward);
    if contribution == TOP_FROM {
        let top = case.fixed(&ON_THE_BOUND, Place::Whole, TOP);
        let more = case.difference(&MORE, Place::Whole, [top, reward]);
        case.may_give(year, more, &[&UPPER_BOUND]);
    }
    Ok(())
}

/// The share as an exact fraction.
fn share((members, taxpaying): (u32, u32)) -> Figure {
    Figure::Part(Part { numerator: i64::from(taxpaying), denominator: i64::from(members) })
}

/// 28.1: the share fails the middle tier but would do for the lowest.
fn fall_back(case: &mut Case<'_>, year: Year, share: Figure) {
    let asked = Bound::FromBare(Figure::Rate(LOWEST_SHARE));
    if case.observe(&LOWER_SHARE, Place::Whole, None, share, asked) {
        let reward = case.fixed(&GAP, Place::Whole, LOWEST);
        case.may_give(year, reward, &[&SHARE_GAP]);
        if asked.hit_by(share) {
            case.doubt(&BARE_BOUND);
        }
    }
}
