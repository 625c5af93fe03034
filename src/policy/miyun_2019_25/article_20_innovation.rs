//! 第二十条 · financial innovation funding

use std::collections::BTreeSet;

use crate::answers::facts::Facts;
use crate::applicant::contribution::{CONTRIBUTIONS, YEARLY_CONTRIBUTION};
use crate::applicant::identity::{ARRIVED, NEW_ARRIVAL};
use crate::article::Article;
use crate::date::Year;
use crate::money::{Money, Rate, percent, wan};
use crate::policy::miyun_2019_25::received::{PAID, yearly};
use crate::policy::miyun_2019_25::{article_02_gate as gate, article_04_kinds as kinds, common};
use crate::rule::clause::Brief;
use crate::rule::{Bound, Case, Clause, Figure, Place, Provision, Stop};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "innovation_funding",
    article: Article::new(20),
    title: text("金融创新资金", "Innovation funding"),
    brief: Brief {
        whom: text(
            "新设或新迁入密云的六类金融机构，到密云的前三年",
            "The six kinds of financial institution, in their first three years in Miyun",
        ),
        looks_at: text("当年贡献不到50万元，但比上年翻番", "A contribution below 500,000 yuan that at least doubled"),
        gives: text("当年贡献的40%", "40% of the contribution of the year"),
        lasts: text("最多两年", "Two years at most"),
    },
    kinds: kinds::FINANCIAL,
    gate: &gate::WHOLE,
    any_year: false,
    provisions: &[&ARRIVAL, &BELOW, &BASE, &DOUBLED, &FUNDING, &NO_FIGURE, &PAID],
    tiers: &[],
    doubts: &[],
    evidence: &[common::CONTRIBUTION_LETTERS, common::TAX_CERTIFICATES],
    read,
};

static ARRIVAL: Provision = common::arrival(20);
static BELOW: Provision =
    Provision::new(20, "当年贡献不到50万元", "the contribution of the year is below 500,000 yuan");
static BASE: Provision =
    Provision::new(20, "上年贡献为正，可以作基数", "the contribution of the year before is positive and can be a base");
static DOUBLED: Provision = Provision::new(
    20,
    "当年贡献至少是上年的两倍",
    "the contribution of the year is at least twice that of the year before",
);
static FUNDING: Provision = Provision::new(20, "当年贡献的40%", "40% of the contribution of the year");
static NO_FIGURE: Provision = Provision::new(
    20,
    "有的年度还没有数，暂不计，合计只是下限",
    "a year without a figure counts nothing yet: the total is a lower bound",
);

/// From here on Article 19 pays instead.
const CEILING: Money = wan(50);
/// The rate.
const RATE: Rate = percent(40);

/// What a year of the first three comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Year20 {
    /// Its figure or the one before it is missing.
    Open,
    /// It pays on this contribution.
    Pays(Money),
    /// It pays nothing.
    Nothing,
}

/// The year against the one before it; figures from before arrival are no base.
fn judge(facts: &Facts, year: Year) -> Year20 {
    match (YEARLY_CONTRIBUTION.of(facts, year), YEARLY_CONTRIBUTION.of(facts, year - 1)) {
        // One figure can be enough to rule the year out.
        (Some(this), _) if this >= CEILING || this.is_zero() => Year20::Nothing,
        (_, Some(before)) if before.is_zero() => Year20::Nothing,
        (Some(this), Some(before)) if this >= before + before => Year20::Pays(this),
        (Some(_), Some(_)) => Year20::Nothing,
        (None, _) | (_, None) => Year20::Open,
    }
}

/// What a year needs that is not told: its own figure, and that of the year before.
fn open_figures(facts: &Facts, year: Year) -> impl Iterator<Item = Year> + '_ {
    [year - 1, year].into_iter().filter(|year| YEARLY_CONTRIBUTION.of(facts, *year).is_none())
}

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    case.yes(&NEW_ARRIVAL, &ARRIVAL);
    let arrived = case.ask(&ARRIVED);
    let table = case.ask(&CONTRIBUTIONS);
    let (Some(arrived), Some(_)) = (arrived, table) else { return case.settle(()) };

    // Only two years have one before them in Miyun, so that the limit of two years never bites.
    let facts = case.facts();
    let judged = [arrived.year() + 1, arrived.year() + 2].map(|year| (year, judge(facts, year)));
    let open = |year: Year, judged: Year20| open_figures(facts, year).filter(move |_| judged == Year20::Open);
    let lacking: BTreeSet<Year> = judged.iter().flat_map(|(year, judged)| open(*year, *judged)).collect();
    let pays = judged.iter().filter(|(_, judged)| matches!(judged, Year20::Pays(_)));
    let pays = pays.map(|(year, _)| (Place::Year(*year), Some(true)));
    let any = case.any_of(&CONTRIBUTIONS.spec, pays.chain(lacking.iter().map(|year| (Place::Year(*year), None))));
    for (year, judged) in judged {
        show(case, year, any == Some(false));
        if any == Some(true) {
            for lacking in open(year, judged) {
                case.remark(&NO_FIGURE, Place::Year(lacking));
                case.note(&NO_FIGURE);
            }
        }
    }
    case.settle(())?;

    for (year, judged) in judged {
        if let Year20::Pays(contribution) = judged {
            let award = case.rate(&FUNDING, Place::Year(year), contribution, RATE);
            case.give(year, award);
            case.prepay(year, award);
        }
    }
    yearly(case, 20);
    Ok(())
}

/// The tests of a year in the working.
fn show(case: &mut Case<'_>, year: Year, decides: bool) {
    let (this, before) = (case.in_year(&YEARLY_CONTRIBUTION, year), case.in_year(&YEARLY_CONTRIBUTION, year - 1));
    let mut test = |provision, year, figure, bound| {
        let (place, question) = (Place::Year(year), Some(&CONTRIBUTIONS.spec));
        if decides {
            case.condition(provision, place, question, Some(Figure::Money(figure)), bound);
        } else {
            case.observe(provision, place, question, Figure::Money(figure), bound);
        }
    };
    let positive = Bound::Above(Figure::Money(Money::ZERO));
    if let Some(this) = this {
        test(&BELOW, year, this, Bound::Below(Figure::Money(CEILING)));
    }
    if let Some(before) = before {
        test(&BASE, year - 1, before, positive);
    }
    match (this, before) {
        (Some(this), Some(before)) if !before.is_zero() => {
            test(&DOUBLED, year, this, Bound::AtLeast(Figure::Money(before + before)));
        }
        // The base is not known, but twice a positive one is above zero.
        (Some(this), None) if this.is_zero() => test(&DOUBLED, year, this, positive),
        _ => {}
    }
}
