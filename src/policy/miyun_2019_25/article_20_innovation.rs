//! 第二十条 · financial innovation funding

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

/// The years that pay, with what they pay. The limit of two years never bites: only two years can pay.
pub(super) fn awards(facts: &Facts, arrived: Year) -> impl Iterator<Item = (Year, Money)> + '_ {
    [arrived + 1, arrived + 2].into_iter().filter_map(|year| match judge(facts, year) {
        Year20::Pays(contribution) => Some((year, contribution.times(RATE))),
        Year20::Open | Year20::Nothing => None,
    })
}

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    case.yes(&NEW_ARRIVAL, &ARRIVAL);
    let arrived = case.ask(&ARRIVED);
    let table = case.ask(&CONTRIBUTIONS);
    let (Some(arrived), Some(_)) = (arrived, table) else { return case.settle(()) };

    let years = [arrived.year() + 1, arrived.year() + 2];
    let judged = years.map(|year| (year, judge(case.facts(), year)));
    let pays = judged.iter().any(|(_, judged)| matches!(judged, Year20::Pays(_)));
    // One good year is enough, and one that is not known yet could be it: only without either do the tests decide.
    let decides = judged.iter().all(|(_, judged)| *judged == Year20::Nothing);
    for (year, judged) in judged {
        show(case, year, decides);
        for lacking in [year - 1, year] {
            if judged != Year20::Open || case.in_year(&YEARLY_CONTRIBUTION, lacking).is_some() {
                continue;
            }
            if pays {
                case.remark(&NO_FIGURE, Place::Year(lacking));
                case.note(&NO_FIGURE);
            } else {
                case.lack(&CONTRIBUTIONS.spec, Place::Year(lacking));
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
