//! 第十九条 · growth funding

use crate::applicant::contribution::{CONTRIBUTIONS, GROWTH_START, YEARLY_CONTRIBUTION};
use crate::applicant::identity::{ARRIVED, OPINION_DATE};
use crate::applicant::received::RECEIVED;
use crate::article::Article;
use crate::date::{Date, Year};
use crate::money::Money;
use crate::policy::miyun_2019_25::article_19_starts::{FUNDING, GrowthYears, TIERS, YEARS};
use crate::policy::miyun_2019_25::received::{PAID, yearly};
use crate::policy::miyun_2019_25::{IN_FORCE, article_02_gate as gate, article_04_kinds as kinds, common};
use crate::rule::clause::{Brief, original};
use crate::rule::{Bound, Case, Clause, Figure, Place, Provision, Stop};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "growth_funding",
    article: Article::new(19),
    title: text("发展壮大资金", "Growth funding"),
    brief: Brief {
        whom: text(
            "《意见》发布之后到密云的六类金融机构；准金融和配套服务机构须经审批或备案",
            "The six kinds of financial institution that came since the 2018 Opinion; quasi-financial bodies and service providers if approved or registered",
        ),
        looks_at: text(
            "每个财政年度的区域综合贡献，由区级确认",
            "The contribution of each fiscal year, as the district confirms it",
        ),
        gives: text(
            "50万元起50%，100万元起55%，300万元起60%，全额乘以所属档次比例",
            "50% from 500,000 yuan, 55% from 1 million, 60% from 3 million, of the whole figure",
        ),
        lasts: text(
            "自选一个完整年度作为起点，五年连续计算，不得中断；选定后不能更改",
            "Five years from a complete year of your choice; no change and no pause once chosen",
        ),
    },
    kinds: kinds::EIGHT,
    gate: &gate::WHOLE,
    any_year: false,
    provisions: &[
        &STANDING_NEEDED,
        &ARRIVAL,
        &ARRIVAL_UNDER_RULES,
        &COMPLETE,
        &ENTRY,
        &START,
        &START_SO_FAR,
        &FUNDING,
        &BELOW,
        &NO_FIGURE,
        &IRREVOCABLE,
        &PAID,
    ],
    tiers: &[&TIERS],
    doubts: &[],
    evidence: &[
        common::CONTRIBUTION_LETTERS,
        original("起始年度书面确认", "Written choice of the starting year").in_part("choices"),
        common::TAX_CERTIFICATES,
    ],
    read,
};

static STANDING_NEEDED: Provision = common::standing(19);
static ARRIVAL: Provision = Provision::new(19, "《意见》发布之日起到密云", "arrived in Miyun since the 2018 Opinion");
static ARRIVAL_UNDER_RULES: Provision = Provision::new(
    19,
    "细则印发之日起到密云，《意见》那时已经发布",
    "arrived in Miyun since the rules were issued, when the 2018 Opinion was already published",
);
static COMPLETE: Provision =
    Provision::new(19, "起始年度是到密云后的完整年度", "the start is a complete year after arrival");
static ENTRY: Provision =
    Provision::new(19, "起始年度贡献达到起算线", "the contribution of the starting year reaches the lowest tier");
static START: Provision = Provision::new(
    19,
    "比较各个可选的起始年度，取五年合计最多的",
    "compare the possible starts and take the one whose five years give most",
);
static START_SO_FAR: Provision = Provision::new(
    19,
    "只看已填的数，取五年合计最多的起始年度；有的年度还没有数，从哪一年起算合计最多还不能定",
    "by what is filled in, the start whose five years give most; some years have no figure yet, so which gives most is not settled",
);
static BELOW: Provision = Provision::new(
    19,
    "当年贡献不足最低一档，不予支持，五年期限继续计算",
    "below the lowest tier: nothing is paid for that year, and the five years run on",
);
static NO_FIGURE: Provision = Provision::new(
    19,
    "五年里有的年度还没有数，暂按0计，合计只是下限",
    "some of the five years have no figure yet and count nothing: the total is a lower bound",
);
static IRREVOCABLE: Provision =
    Provision::new(19, "起始年度一经提交不能更改", "once submitted, the starting year cannot be changed");

/// The rules cite the Opinion, so an arrival since they were issued is one since it: its own day is needed before that,
/// and read where it is known and lies before them. Gives the day of arrival.
fn since_the_opinion(case: &mut Case<'_>) -> Option<Date> {
    let arrived = case.ask(&ARRIVED)?;
    let known = case.facts().get(&OPINION_DATE).filter(|opinion| *opinion <= IN_FORCE);
    if arrived >= IN_FORCE && known.is_none() {
        case.remark(&ARRIVAL_UNDER_RULES, Place::Whole);
    } else if let Some(opinion) = case.ask(&OPINION_DATE) {
        case.within(&ARRIVED, &ARRIVAL, Bound::AtLeast(Figure::Date(opinion)));
    }
    Some(arrived)
}

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    common::ask_standing(case, &STANDING_NEEDED);
    let arrived = since_the_opinion(case);
    case.reads(&GROWTH_START.spec);
    case.reads(&RECEIVED.spec);
    let (Some(arrived), Some(_)) = (arrived, case.ask(&CONTRIBUTIONS)) else { return case.settle(()) };

    let first = arrived.first_full_year();
    let years = GrowthYears::of(case.facts(), first);
    if let Some(chosen) = years.chosen {
        let complete = Bound::AtLeast(Figure::Year(first));
        case.condition(&COMPLETE, Place::Whole, Some(&GROWTH_START.spec), Some(Figure::Year(chosen)), complete);
        case.money_in((&YEARLY_CONTRIBUTION, chosen), &ENTRY, TIERS.floor());
    } else {
        some_start(case, first, &years);
    }
    let start = case.settle(years.best_start())?;

    if years.chosen.is_none() {
        let is_settled = years.is_settled(start);
        let choices = || years.starts().map(|year| (Figure::Year(year), years.total(year, year + YEARS - 1))).collect();
        let place = years.starts().position(|year| year == start).unwrap_or(0);
        case.choose(if is_settled { &START } else { &START_SO_FAR }, Place::Whole, choices, place);
        if !is_settled {
            case.note(&START_SO_FAR);
        }
    }
    for year in start..start + YEARS {
        match years.award(year) {
            Some(award) if award.award.is_zero() => case.remark(&BELOW, Place::Year(year)),
            Some(award) => {
                let (funding, _) = case.climb(&TIERS, Place::Year(year), award.contribution);
                case.give_prepaid(year, funding, award.amount().prepaid);
            }
            None => case.caution(&NO_FIGURE, Place::Year(year)),
        }
    }
    case.note(&IRREVOCABLE);
    yearly(case, 19);
    Ok(())
}

/// Some year can start. Each year whose figure is still open may become a start.
fn some_start(case: &mut Case<'_>, first: Year, years: &GrowthYears) {
    let facts = case.facts();
    let can_start = |year| YEARLY_CONTRIBUTION.of(facts, year).map(|figure| TIERS.reached_by(figure).is_some());
    let complete = YEARLY_CONTRIBUTION.years(facts).filter(|year| *year >= first);
    if case.any_of(&CONTRIBUTIONS.spec, complete.map(|year| (Place::Year(year), can_start(year)))) == Some(false) {
        let best = years.awards.iter().max_by_key(|award| award.contribution);
        let (place, figure) =
            best.map_or((Place::Whole, Money::ZERO), |best| (Place::Year(best.year), best.contribution));
        case.condition(&ENTRY, place, Some(&CONTRIBUTIONS.spec), Some(Figure::Money(figure)), TIERS.floor());
    }
}
