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
use crate::rule::{Bound, Case, Clause, Figure, Place, Provision, Stop, Test, all_of};
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

/// What a year must meet beside the one before it.
fn tests(facts: &Facts, year: Year) -> [Test; 3] {
    let (this, before) = (YEARLY_CONTRIBUTION.of(facts, year), YEARLY_CONTRIBUTION.of(facts, year - 1));
    let (doubled, twice) = match before {
        Some(before) => (this.filter(|_| !before.is_zero()), Bound::AtLeast(Figure::Money(before + before))),
        // The base is not known, but twice a positive one is above zero.
        None => (this.filter(|this| this.is_zero()), Bound::POSITIVE),
    };
    [
        Test::money(&BELOW, Place::Year(year), this, Bound::Below(Figure::Money(CEILING))),
        Test::money(&BASE, Place::Year(year - 1), before, Bound::POSITIVE),
        Test::money(&DOUBLED, Place::Year(year), doubled, twice),
    ]
}

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    case.yes(&NEW_ARRIVAL, &ARRIVAL);
    let arrived = case.ask(&ARRIVED);
    let table = case.ask(&CONTRIBUTIONS);
    let (Some(arrived), Some(_)) = (arrived, table) else { return case.settle(()) };

    // Only two years have one before them in Miyun, so that the limit of two years never bites.
    let facts = case.facts();
    let years = [arrived.year() + 1, arrived.year() + 2];
    let pays = |year: Year| all_of(tests(facts, year).map(|test| test.holds()));
    let is_open = |year: &Year| YEARLY_CONTRIBUTION.of(facts, *year).is_none();
    let lacks = |year: Year| [year - 1, year].into_iter().filter(is_open).filter(move |_| pays(year).is_none());
    let good = years.into_iter().filter(|year| pays(*year) == Some(true)).map(|year| (Place::Year(year), Some(true)));
    let open: BTreeSet<Year> = years.into_iter().flat_map(lacks).collect();
    let any = case.any_of(&CONTRIBUTIONS.spec, good.chain(open.iter().map(|year| (Place::Year(*year), None))));
    for year in years {
        if any == Some(false) {
            case.condition_all(&CONTRIBUTIONS.spec, &tests(facts, year));
        } else {
            case.observe_all(&CONTRIBUTIONS.spec, &tests(facts, year));
        }
        for year in lacks(year).filter(|_| any == Some(true)) {
            case.caution(&NO_FIGURE, Place::Year(year));
        }
    }
    case.settle(())?;

    for year in years.into_iter().filter(|year| pays(*year) == Some(true)) {
        if let Some(contribution) = case.in_year(&YEARLY_CONTRIBUTION, year) {
            let award = case.rate(&FUNDING, Place::Year(year), contribution, RATE);
            case.give_prepaid(year, award, award);
        }
    }
    yearly(case, 20);
    Ok(())
}
