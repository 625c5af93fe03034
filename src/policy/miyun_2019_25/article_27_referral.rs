//! 第二十七条 · reward for introducing enterprises

use crate::answers::answer::Table;
use crate::answers::facts::Facts;
use crate::applicant::referral::{ENTERPRISES, LEGAL_PERSON, enterprises};
use crate::article::Article;
use crate::date::{Date, Year};
use crate::money::{Money, Rate, percent, wan};
use crate::order::Order;
use crate::policy::miyun_2019_25::received::{ByName, PAID, PAID_UNNAMED};
use crate::policy::miyun_2019_25::{article_02_gate as gate, article_04_kinds as kinds};
use crate::rule::clause::{Brief, copy_of, original};
use crate::rule::tiers::{above, rate};
use crate::rule::{Amount, Bound, ByYear, Case, Clause, Doubt, Figure, Place, Provision, Receipt, Stop, Tiers};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "referral_reward",
    article: Article::new(27),
    title: text("引进企业奖励", "Reward for introducing enterprises"),
    brief: Brief {
        whom: text(
            "引进企业来密云的中介机构（法人组织）",
            "Intermediaries with legal personality that introduce enterprises",
        ),
        looks_at: text(
            "每家引进企业首次纳税起三年内、任选一个完整年度的贡献",
            "Each enterprise's contribution in one complete year within three years of its first tax day",
        ),
        gives: text(
            "100万元以上至2000万元，按五档乘5%至9%；超过2000万元另议，不超过200万元",
            "5% to 9% in five tiers above 1 and up to 20 million yuan; above that by decision, up to 2 million",
        ),
        lasts: text("每家企业一次", "Once for each enterprise"),
    },
    kinds: kinds::INTERMEDIARY,
    gate: &gate::SOFTENED,
    any_year: true,
    provisions: &[
        &PERSONALITY,
        &SOME_ENTERPRISE,
        &FIT,
        &REWARD,
        &YEAR,
        &WITHIN,
        &NO_FIGURE,
        &EXACT,
        &BEYOND,
        &NOT_REACHED,
        &INCOMPLETE,
        &AGGREGATE,
        &PAID,
        &PAID_UNNAMED,
    ],
    tiers: &[&TIERS],
    doubts: &[&LOWEST_BOUND, &EACH_OR_ALL],
    evidence: &[
        copy_of(
            "引荐协议或委托函（签于企业登记之前）",
            "Introduction agreement or mandate, dated before the enterprise registered",
        ),
        original("引进企业清单", "List of introduced enterprises").in_part("introduced"),
        original("引进企业确认函", "Confirmations by the introduced enterprises"),
        // Older drafts name the two in one.
        original("引进企业清单和引进企业确认函", "List of introduced enterprises and their confirmations")
            .only(|_| false),
        copy_of("引进企业的贡献确认函和完税证明", "Contribution letters and tax certificates of the enterprises"),
        original("选定年度确认", "Choice of the year").in_part("choices"),
    ],
    read,
};

static PERSONALITY: Provision = Provision::new(27, "中介机构是法人组织", "the intermediary is a legal person");
static SOME_ENTERPRISE: Provision = Provision::new(
    27,
    "至少一家引进企业有一个年度达到",
    "at least one introduced enterprise has a year that qualifies",
);
static FIT: Provision = Provision::new(27, "企业符合密云区产业定位", "the enterprise fits the district's industries");
static REWARD: Provision = Provision::new(
    27,
    "所选年度的贡献全额乘以所属档次比例",
    "the whole contribution of the chosen year times the rate of its tier",
);
static YEAR: Provision = Provision::new(
    27,
    "三年窗口内有固定比例的年度，每家取奖励最高的一年",
    "compare the years of the window that have a rate: the one that gives most counts for the enterprise",
);
static WITHIN: Provision = Provision::new(
    27,
    "窗口内这一年在2000万元以内；超过的没有固定比例，有确定数的年度可选时不选它",
    "this year of the window is within 20 million yuan; above that there is no rate, and a year with a sure amount is chosen first",
);
static NO_FIGURE: Provision = Provision::new(
    27,
    "窗口内有的年度还没有数，只在有数的年度里选，合计只是下限",
    "some years of the window have no figure yet: the choice is among the others, and the total is a lower bound",
);
static EXACT: Provision =
    Provision::new(27, "正好100万元：若含本数，按5%", "exactly 1 million yuan: 5% if the number itself counts");
static BEYOND: Provision = Provision::new(
    27,
    "超过2000万元：由区政府决定，每家上限200万元",
    "above 20 million yuan: by decision, up to 2 million an enterprise",
);
static NOT_REACHED: Provision =
    Provision::new(27, "可选年度都没有过线", "none of the years to choose from is above the line");
static INCOMPLETE: Provision = Provision::new(
    27,
    "有的企业资料不全，暂不计，合计只是下限",
    "some rows are incomplete and count nothing yet: the total is a lower bound",
);
static AGGREGATE: Provision = Provision::new(
    27,
    "若把各家同一年度的贡献相加再定档，结果会不同；只供对照，不计入任何一档",
    "if the contributions of one year were added up before the tier is found, the result would differ; shown for comparison only",
);

/// The lower end of the ladder, which no tier claims (27.1).
const LOWEST: Money = wan(100);
/// The rate of the lowest tier, at which money may come before settlement (Article 33).
const LOWEST_RATE: Rate = percent(5);
/// Above this the amount is decided, not computed.
const TOP: Money = wan(2000);
/// The most that a decision gives an enterprise.
const CEILING: Money = wan(200);

/// The ladder. Every upper bound belongs to its tier, so every lower bound does not.
static TIERS: Tiers = Tiers {
    provision: &REWARD,
    top: Some(TOP),
    tiers: &[
        above(LOWEST, rate(LOWEST_RATE)),
        above(wan(300), rate(percent(6))),
        above(wan(500), rate(percent(7))),
        above(wan(1000), rate(percent(8))),
        above(wan(1500), rate(percent(9))),
    ],
};

static LOWEST_BOUND: Doubt = Doubt {
    number: "27.1",
    issue: text("贡献正好100万元，算不算进最低一档", "whether exactly 1 million yuan is in the lowest tier"),
    prudent: text("不算：其余各档的下限都归下一档", "it is not: every other lower bound belongs to the tier below"),
    favourable: text("算：按5%给5万元", "it is: 5%, that is 50,000 yuan"),
    ask: text(
        "我单位引进的企业选定年度贡献正好100万元，请问是否适用第二十七条5%一档？",
        "An enterprise we introduced contributed exactly 1 million yuan in the chosen year. Does the 5% tier of Article 27 apply?",
    ),
};
static EACH_OR_ALL: Doubt = Doubt {
    number: "27.2",
    issue: text("逐家企业定档，还是各家相加后定档", "whether each enterprise finds its tier, or all together"),
    prudent: text("逐家定档：每家有自己的首次纳税日和年度", "each: it has its own first tax day and year"),
    favourable: text(
        "相加后定档；两种读法谁多不一定，只作对照",
        "all together; neither is always more, so it is shown for comparison",
    ),
    ask: text(
        "我单位引进多家企业，请问第二十七条按每家企业的贡献分别定档，还是合计后定档？",
        "We introduced several enterprises. Does Article 27 find the tier for each, or for their sum?",
    ),
};

/// What an enterprise comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Verdict {
    /// A sure amount on its contribution in a year.
    Sure(Sure),
    /// A year above the top: by decision.
    Beyond(Year),
    /// Exactly on the lower bound.
    Exact(Year),
    /// Nothing, with its best contribution.
    Nothing(Money),
    /// A fact is missing.
    Open,
    /// It does not fit the district's industries.
    Unfit,
}

/// The year that gives most.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Sure {
    year: Year,
    contribution: Money,
    reward: Money,
    /// Whether the other years have figures within the ladder too, so that nothing is to be said of them.
    plain: bool,
}

impl Verdict {
    /// Whether it brings something under the prudent reading, if that is known.
    const fn is_good(&self) -> Option<bool> {
        match self {
            Self::Sure(_) | Self::Beyond(_) => Some(true),
            Self::Exact(_) | Self::Nothing(_) | Self::Unfit => Some(false),
            Self::Open => None,
        }
    }
}

/// The years wholly inside three years from the first tax day, as places in the row: all three only from 1 January.
fn window(first_tax: Date) -> std::ops::Range<usize> {
    usize::from(first_tax.first_full_year() - first_tax.year())..3
}

/// The calendar year of a place in the row.
fn year_of(first_tax: Date, place: usize) -> Year {
    first_tax.year() + u16::try_from(place).unwrap_or(0)
}

/// What a row tells that counts.
struct Row {
    fits: Option<bool>,
    first_tax: Option<Date>,
    contributions: [Option<Money>; 3],
}

impl Row {
    /// Every row of the table.
    fn all(table: &Table) -> impl Iterator<Item = Self> {
        let (fits, first_tax) = (table.yes_no_column(&enterprises::FITS), table.date_column(&enterprises::FIRST_TAX));
        let years = enterprises::YEARS.each_ref().map(|year| table.money_column(year));
        (0..table.len()).map(move |row| Self {
            fits: fits.get(row).copied().flatten(),
            first_tax: first_tax.get(row).copied().flatten(),
            contributions: years.map(|cells| cells.get(row).and_then(|cell| cell.money())),
        })
    }

    /// What it comes to.
    fn verdict(&self) -> Verdict {
        if self.fits == Some(false) {
            return Verdict::Unfit;
        }
        let (mut sure, mut beyond, mut exact) = (None::<(usize, Money, Money)>, None, None);
        let (mut open, mut best) = (false, Money::ZERO);
        // Until the day is told, each of the three years may be in the window.
        for place in self.first_tax.map_or(0..3, window) {
            let Some(contribution) = self.contributions[place] else {
                open = true;
                continue;
            };
            best = best.max(contribution);
            if contribution > TOP {
                beyond = beyond.or(Some(place));
            } else if contribution > LOWEST {
                // Of two years that give the same, the earlier.
                let reward = TIERS.on(contribution);
                if sure.is_none_or(|(.., most)| reward > most) {
                    sure = Some((place, contribution, reward));
                }
            } else if contribution == LOWEST {
                exact = exact.or(Some(place));
            }
        }
        if !open && best < LOWEST {
            return Verdict::Nothing(best);
        }
        let (Some(true), Some(first_tax)) = (self.fits, self.first_tax) else { return Verdict::Open };
        let year = |place| year_of(first_tax, place);
        match (sure, beyond, exact) {
            (Some((place, contribution, reward)), ..) => {
                Verdict::Sure(Sure { year: year(place), contribution, reward, plain: !open && beyond.is_none() })
            }
            (None, Some(place), _) => Verdict::Beyond(year(place)),
            (None, None, Some(place)) if !open => Verdict::Exact(year(place)),
            (None, None, _) => Verdict::Open,
        }
    }

    /// Adds the contributions that are told to their years, also in a row that is otherwise incomplete.
    fn add_to(&self, sums: &mut Vec<(Year, Money)>) {
        let Some(first_tax) = self.first_tax.filter(|_| self.fits != Some(false)) else { return };
        for place in window(first_tax) {
            let Some(contribution) = self.contributions[place] else { continue };
            let (year, contribution) = (year_of(first_tax, place), contribution.or_zero());
            match sums.iter_mut().find(|(other, _)| *other == year) {
                Some((_, sum)) => *sum += contribution,
                None => sums.push((year, contribution)),
            }
        }
    }
}

/// An enterprise, and what of its reward was received before.
struct Introduced<'a> {
    verdict: Verdict,
    /// The rows in which it was received: nothing more is given.
    received: &'a [Receipt<'a>],
    /// What comes off its sure amount, of sums received that name no enterprise.
    off: Money,
}

impl Introduced<'_> {
    /// What the rules give for it, and in which year.
    fn gives(&self) -> Option<(Year, Amount)> {
        Some(match self.verdict {
            Verdict::Sure(Sure { year, contribution, reward, .. }) => {
                (year, Amount { certain: reward, prepaid: contribution.times(LOWEST_RATE), ..Amount::default() })
            }
            Verdict::Beyond(year) => (year, Amount { ceiling: CEILING, ..Amount::default() }),
            Verdict::Exact(year) => (year, Amount { possible: LOWEST.times(LOWEST_RATE), ..Amount::default() }),
            Verdict::Nothing(_) | Verdict::Open | Verdict::Unfit => return None,
        })
    }

    /// What is left of that.
    fn left(&self) -> Option<(Year, Amount)> {
        let (year, gives) = self.gives().filter(|_| self.received.is_empty())?;
        let certain = gives.certain.less(self.off);
        Some((year, Amount { certain, prepaid: gives.prepaid.min(certain), ..gives }))
    }
}

/// Every enterprise, and the sum of their contributions in each calendar year, earliest first.
struct Introductions<'a> {
    enterprises: Vec<Introduced<'a>>,
    sums: Vec<(Year, Money)>,
}

impl<'a> Introductions<'a> {
    /// Reads each row once. What was received without a name comes off the first ones that have a sure amount.
    fn of(table: &Table, received: &'a ByName<'a>) -> Self {
        let mut unnamed = received.unnamed();
        let mut introductions = Self { enterprises: Vec::with_capacity(table.len()), sums: Vec::new() };
        for (index, row) in Row::all(table).enumerate() {
            row.add_to(&mut introductions.sums);
            let mut introduced = Introduced {
                verdict: row.verdict(),
                received: received.of_row(table, &enterprises::NAME, index),
                off: Money::ZERO,
            };
            if let (Verdict::Sure(Sure { reward, .. }), true) = (introduced.verdict, introduced.received.is_empty()) {
                introduced.off = reward.min(unnamed);
                unnamed = unnamed.less(introduced.off);
            }
            introductions.enterprises.push(introduced);
        }
        introductions.sums.order_by_key(|(year, _)| *year);
        introductions
    }
}

/// What the enterprises give that a claim under Article 28 counts too, by year. Not told counts as counted.
pub(super) fn counted_elsewhere(facts: &Facts) -> ByYear {
    let mut given = ByYear::default();
    let Some(table) = facts.get(&ENTERPRISES) else { return given };
    let received = ByName::of(facts, 27);
    for (row, introduced) in Introductions::of(table, &received).enterprises.iter().enumerate() {
        if let (true, Some((year, left))) = (is_counted(table, row), introduced.left()) {
            *given.of_mut(year) += left;
        }
    }
    given
}

/// Whether something was received for an enterprise that a claim under Article 28 counts too.
pub(super) fn counted_received(facts: &Facts) -> bool {
    let received = ByName::of(facts, 27);
    facts.get(&ENTERPRISES).is_some_and(|table| {
        let named = |row| received.of_row(table, &enterprises::NAME, row);
        (0..table.len()).any(|row| is_counted(table, row) && !named(row).is_empty())
    })
}

fn is_counted(table: &Table, row: usize) -> bool {
    table.get(&enterprises::COUNTED, row) != Some(false)
}

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    case.yes(&LEGAL_PERSON, &PERSONALITY);
    let Some(table) = case.ask_rows(&ENTERPRISES) else { return case.settle(()) };

    let received = ByName::read(case, 27);
    let Introductions { enterprises: introduced, sums } = Introductions::of(table, &received);
    let rows = introduced.iter().enumerate().map(|(row, introduced)| (Place::Row(row), introduced.verdict.is_good()));
    if case.any_of(&ENTERPRISES.spec, rows) == Some(false) {
        // Only the line is left to be missed: another reading of it (27.1, 27.2) could pass.
        if case.clear() {
            give(case, table, &introduced);
            compare_with_sum(case, &sums, &introduced);
        }
        miss(case, &introduced);
    }
    case.settle(())?;

    give(case, table, &introduced);
    compare_with_sum(case, &sums, &introduced);
    Ok(())
}

/// The condition that no enterprise meets, with the best figure there is.
fn miss(case: &mut Case<'_>, introduced: &[Introduced<'_>]) {
    let question = Some(&ENTERPRISES.spec);
    let unfit = |introduced: &Introduced<'_>| introduced.verdict == Verdict::Unfit;
    if !introduced.is_empty() && introduced.iter().all(unfit) {
        let (fits, wanted) = (Some(Figure::YesNo(false)), Bound::Is(Figure::YesNo(true)));
        case.condition(&FIT, Place::Whole, question, fits, wanted);
        return;
    }
    let best = introduced.iter().fold(Money::ZERO, |best, introduced| match introduced.verdict {
        Verdict::Nothing(contribution) => best.max(contribution),
        Verdict::Exact(_) => LOWEST,
        _ => best,
    });
    case.condition(&SOME_ENTERPRISE, Place::Whole, question, Some(Figure::Money(best)), TIERS.floor());
}

/// The amounts of every enterprise.
fn give(case: &mut Case<'_>, table: &Table, introduced: &[Introduced<'_>]) {
    for (row, introduced) in introduced.iter().enumerate() {
        let place = Place::Row(row);
        if !introduced.received.is_empty()
            && let Some(gives) = introduced.gives()
        {
            case.settle_item(place, gives, introduced.received, &PAID);
            continue;
        }
        match introduced.verdict {
            Verdict::Sure(Sure { year, contribution, plain, .. }) => {
                if case.shows() || !plain {
                    show_years(case, table, row, Some(year));
                }
                let (mut reward, _) = case.climb(&TIERS, place, contribution);
                if !introduced.off.is_zero() {
                    reward = case.difference(&PAID_UNNAMED, place, [reward, introduced.off]);
                    case.note(&PAID_UNNAMED);
                }
                case.give(year, reward);
                case.prepay(year, contribution.times(LOWEST_RATE).min(reward));
            }
            Verdict::Beyond(year) => {
                show_years(case, table, row, None);
                let ceiling = case.fixed(&BEYOND, place, CEILING);
                case.up_to(year, ceiling);
            }
            Verdict::Exact(year) => {
                let reward = case.rate(&EXACT, place, LOWEST, LOWEST_RATE);
                case.may_give(year, reward, &[&LOWEST_BOUND]);
            }
            Verdict::Unfit => {
                let (fits, wanted) = (Figure::YesNo(false), Bound::Is(Figure::YesNo(true)));
                case.observe(&FIT, place, Some(&ENTERPRISES.spec), fits, wanted);
            }
            Verdict::Nothing(best) => {
                case.observe(&NOT_REACHED, place, Some(&ENTERPRISES.spec), Figure::Money(best), TIERS.floor());
            }
            Verdict::Open => {
                case.remark(&INCOMPLETE, place);
                case.note(&INCOMPLETE);
            }
        }
    }
}

/// The other years that an enterprise could choose: in no band.
fn show_years(case: &mut Case<'_>, table: &Table, row: usize, chosen: Option<Year>) {
    let Some(first_tax) = table.get(&enterprises::FIRST_TAX, row) else { return };
    let place = Place::Row(row);
    let rated = || {
        window(first_tax).filter_map(move |place| {
            let contribution = table.money(&enterprises::YEARS[place], row).filter(|money| *money <= TOP)?;
            Some((year_of(first_tax, place), contribution))
        })
    };
    if case.shows()
        && let Some(chosen) = rated().position(|(year, _)| Some(year) == chosen)
        && rated().count() > 1
    {
        let of = || rated().map(|(year, contribution)| (Figure::Year(year), TIERS.on(contribution))).collect();
        case.choose(&YEAR, place, of, chosen);
    }
    for column in window(first_tax).map(|place| &enterprises::YEARS[place]) {
        match table.money(column, row) {
            Some(contribution) if contribution > TOP => {
                let within = Bound::AtMost(Figure::Money(TOP));
                case.observe(&WITHIN, place, Some(&ENTERPRISES.spec), Figure::Money(contribution), within);
            }
            Some(_) => {}
            None => {
                case.remark(&NO_FIGURE, place);
                case.note(&NO_FIGURE);
            }
        }
    }
}

/// 27.2: one tier on the sum of a calendar year, over the enterprises whose window holds it.
fn compare_with_sum(case: &mut Case<'_>, sums: &[(Year, Money)], introduced: &[Introduced<'_>]) {
    if introduced.len() < 2 {
        return;
    }
    // Among its years, too, one with a sure amount comes before an open ceiling; ties to the earliest.
    let award = |sum: Money| if sum > TOP { (Money::ZERO, CEILING) } else { (TIERS.on(sum), Money::ZERO) };
    let awards = sums.iter().map(|(_, sum)| award(*sum)).enumerate();
    let Some((best, most)) = awards.max_by_key(|(index, award)| (*award, std::cmp::Reverse(*index))) else { return };
    // What the rules give for each, whether or not it was received before.
    let each =
        introduced.iter().fold((Money::ZERO, Money::ZERO), |(sure, open), introduced| match introduced.verdict {
            Verdict::Sure(Sure { reward, .. }) => (sure + reward, open),
            Verdict::Beyond(_) => (sure, open + CEILING),
            _ => (sure, open),
        });
    if most != each {
        let of = || sums.iter().map(|(year, sum)| (Figure::Year(*year), award(*sum).0.max(award(*sum).1))).collect();
        case.choose(&AGGREGATE, Place::Whole, of, best);
        case.note(&AGGREGATE);
        case.doubt(&EACH_OR_ALL);
    }
}
