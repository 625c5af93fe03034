//! 第十九条 · growth funding

use crate::answers::facts::Facts;
use crate::applicant::contribution::{CONTRIBUTIONS, GROWTH_START, YEARLY_CONTRIBUTION, contributions};
use crate::applicant::identity::{ARRIVED, OPINION_DATE};
use crate::applicant::received::RECEIVED;
use crate::article::Article;
use crate::date::{Date, Year};
use crate::money::{Money, Rate, percent, wan};
use crate::order::Order;
use crate::policy::miyun_2019_25::received::{PAID, by_year, under, yearly};
use crate::policy::miyun_2019_25::{article_02_gate as gate, article_04_kinds as kinds, common};
use crate::rule::clause::{Brief, original};
use crate::rule::tiers::{at_least, rate};
use crate::rule::{Amount, Bound, Case, Clause, Figure, Place, Provision, Stop, Tiers};
use crate::text::{Text, text};

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
static FUNDING: Provision =
    Provision::new(19, "全额乘以所属档次比例", "the whole contribution of the year times the rate of its tier");
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

/// The ladder.
pub(super) static TIERS: Tiers = Tiers {
    provision: &FUNDING,
    top: None,
    tiers: &[
        at_least(wan(50), rate(LOWEST)),
        at_least(wan(100), rate(percent(55))),
        at_least(wan(300), rate(percent(60))),
    ],
};

/// How many years the funding runs.
pub(super) const YEARS: Year = 5;

/// The lowest rate, at which money may come before settlement (Article 33).
pub(super) const LOWEST: Rate = percent(50);

/// A year that growth funding looks at: its contribution and what it would give.
#[derive(Clone, Copy, Debug)]
pub(super) struct YearAward {
    pub year: Year,
    pub contribution: Money,
    pub award: Money,
}

impl YearAward {
    /// The same with what may come before settlement.
    pub(super) fn amount(&self) -> Amount {
        let prepaid = if self.award.is_zero() { Money::ZERO } else { self.contribution.times(LOWEST) };
        Amount { certain: self.award, prepaid, ..Amount::default() }
    }
}

/// The complete years after arrival that have a figure, earliest first.
pub(super) fn awards(facts: &Facts, first: Year) -> Vec<YearAward> {
    let Some(table) = facts.get(&CONTRIBUTIONS) else { return Vec::new() };
    let mut awards = Vec::with_capacity(table.len());
    awards.extend((0..table.len()).filter_map(|row| {
        let year = table.get(&contributions::YEAR, row).filter(|year| *year >= first)?;
        let contribution = table.money(&contributions::AMOUNT, row)?.or_zero();
        Some(YearAward { year, contribution, award: TIERS.on(contribution) })
    }));
    awards.order_by_key(|award| award.year);
    awards
}

/// What the years from `start` up to `until` give.
pub(super) fn total(awards: &[YearAward], start: Year, until: Year) -> Money {
    awards.iter().filter(|award| (start..=until).contains(&award.year)).map(|award| award.award).sum()
}

/// What binds the choice of the start.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Binding {
    /// The start already chosen.
    pub chosen: Option<Year>,
    /// The first and the last year received: the five years run without a break and cannot be changed, so they hold both.
    pub received: Option<(Year, Year)>,
}

impl Binding {
    pub(super) fn of(facts: &Facts) -> Self {
        let received = by_year(&under(facts, 19));
        let (first, last) = (received.keys().next().copied(), received.keys().next_back().copied());
        Self { chosen: facts.get(&GROWTH_START), received: first.zip(last) }
    }

    fn admits(self, year: Year) -> bool {
        self.chosen.is_none_or(|chosen| year == chosen)
    }

    fn holds(self, start: Year) -> bool {
        self.received.is_none_or(|(first, last)| start <= first && last < start + YEARS)
    }
}

/// The years that can start: those that reach the lowest tier, or only the one already chosen. Where something was
/// received, those whose five years hold it, if there is one.
pub(super) fn starts(awards: &[YearAward], binding: Binding) -> impl Iterator<Item = Year> + '_ {
    let open = move || {
        let open = awards.iter().filter(|award| !award.award.is_zero()).map(|award| award.year);
        open.filter(move |year| binding.admits(*year))
    };
    let bound = open().any(|start| binding.holds(start));
    open().filter(move |start| !bound || binding.holds(*start))
}

/// The start whose five years give most; ties to the earliest.
pub(super) fn best_start(awards: &[YearAward], binding: Binding) -> Option<Year> {
    let mut best = None;
    for start in starts(awards, binding) {
        let total = total(awards, start, start + YEARS - 1);
        if best.is_none_or(|(most, _)| total > most) {
            best = Some((total, start));
        }
    }
    best.map(|(_, start)| start)
}

/// Why a year cannot be the start any more: what was received lies in the five years of another one.
pub(super) fn barred(facts: &Facts, year: Year) -> Option<Text> {
    let binding = Binding::of(facts);
    let received = binding.received.is_some();
    if received && binding.chosen.is_some_and(|chosen| chosen != year) {
        Some(FILED)
    } else {
        (!binding.holds(year)).then_some(RECEIVED_OUTSIDE)
    }
}

const FILED: Text =
    text("已按所选的起始年度领过，不能更改", "it was received by the start chosen, which cannot be changed");
const RECEIVED_OUTSIDE: Text = text("已领的年度不在这五年之内", "a year that was received lies outside these five");

/// Whether no figure that is still missing could make another start the best one.
fn is_settled(awards: &[YearAward], binding: Binding, best: Year) -> bool {
    let told = |year: Year| awards.iter().any(|award| award.year == year);
    starts(awards, binding).all(|start| start == best || (start..start + YEARS).all(told))
}

/// The rules cite the Opinion, so an arrival since they were issued is one since it: its own day is needed before that,
/// and read where it is told and lies before them.
fn since_the_opinion(case: &mut Case<'_>, arrived: Date) {
    let told = case.facts().get(&OPINION_DATE).filter(|opinion| *opinion <= super::IN_FORCE);
    if arrived >= super::IN_FORCE && told.is_none() {
        case.remark(&ARRIVAL_UNDER_RULES, Place::Whole);
    } else if let Some(opinion) = case.ask(&OPINION_DATE) {
        let since = Bound::AtLeast(Figure::Date(opinion));
        case.condition(&ARRIVAL, Place::Whole, Some(&ARRIVED.spec), Some(Figure::Date(arrived)), since);
    }
}

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    common::ask_standing(case, &STANDING_NEEDED);
    let arrived = case.ask(&ARRIVED);
    if let Some(arrived) = arrived {
        since_the_opinion(case, arrived);
    }
    let table = case.ask(&CONTRIBUTIONS);
    case.reads(&GROWTH_START.spec);
    case.reads(&RECEIVED.spec);
    let binding = Binding::of(case.facts());
    let chosen = binding.chosen;
    let (Some(arrived), Some(_)) = (arrived, table) else { return case.settle(()) };

    let first = arrived.first_full_year();
    let awards = awards(case.facts(), first);
    if let Some(chosen) = chosen {
        let complete = Bound::AtLeast(Figure::Year(first));
        case.condition(&COMPLETE, Place::Whole, Some(&GROWTH_START.spec), Some(Figure::Year(chosen)), complete);
        case.money_in((&YEARLY_CONTRIBUTION, chosen), &ENTRY, TIERS.floor());
    } else {
        // Every year whose figure is still open may become a start.
        let facts = case.facts();
        let years = YEARLY_CONTRIBUTION.years(facts).filter(|year| *year >= first);
        let starts = years.map(|year| {
            let figure = YEARLY_CONTRIBUTION.of(facts, year);
            (Place::Year(year), figure.map(|figure| TIERS.reached_by(figure).is_some()))
        });
        if case.any_of(&CONTRIBUTIONS.spec, starts) == Some(false) {
            let best = awards.iter().max_by_key(|award| award.contribution);
            let (place, figure) =
                best.map_or((Place::Whole, Money::ZERO), |best| (Place::Year(best.year), best.contribution));
            case.condition(&ENTRY, place, Some(&CONTRIBUTIONS.spec), Some(Figure::Money(figure)), TIERS.floor());
        }
    }
    let start = case.settle(best_start(&awards, binding))?;

    if chosen.is_none() {
        let choices = || {
            starts(&awards, binding).map(|year| (Figure::Year(year), total(&awards, year, year + YEARS - 1))).collect()
        };
        let place = starts(&awards, binding).position(|year| year == start).unwrap_or(0);
        if is_settled(&awards, binding, start) {
            case.choose(&START, Place::Whole, choices, place);
        } else {
            case.choose(&START_SO_FAR, Place::Whole, choices, place);
            case.note(&START_SO_FAR);
        }
    }
    for year in start..start + YEARS {
        match awards.iter().find(|award| award.year == year) {
            Some(own) => {
                let (award, tier) = case.climb(&TIERS, Place::Year(year), own.contribution);
                if tier.is_some() {
                    case.give(year, award);
                    case.prepay(year, own.amount().prepaid);
                } else {
                    case.remark(&BELOW, Place::Year(year));
                }
            }
            None => {
                case.remark(&NO_FIGURE, Place::Year(year));
                case.note(&NO_FIGURE);
            }
        }
    }
    case.note(&IRREVOCABLE);
    yearly(case, 19);
    Ok(())
}
