//! 第十二条 · rent subsidy for all kinds but legal entities

use std::collections::BTreeSet;

use crate::applicant::contribution::{CONTRIBUTIONS, YEARLY_CONTRIBUTION};
use crate::applicant::identity::{KIND, Kind, NEW_ARRIVAL};
use crate::applicant::premises::{LEASES, OFFICE_IN_MIYUN};
use crate::article::Article;
use crate::date::Year;
use crate::money::{Area, Money, Rate, percent, square_metres, wan};
use crate::policy::miyun_2019_25::leases::{Lease, rent_of};
use crate::policy::miyun_2019_25::received::{PAID, yearly};
use crate::policy::miyun_2019_25::{article_02_gate as gate, article_04_kinds as kinds, common};
use crate::rule::clause::{Brief, copy_of};
use crate::rule::step::product;
use crate::rule::{Bound, Case, Clause, Figure, Looked, Place, Provision, Stop, all_of};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "office_rent",
    article: Article::new(12),
    title: text("租房补贴", "Rent subsidy"),
    brief: Brief {
        whom: text(
            "新设或新迁入密云、在密云办公的分支机构、职能总部、基金管理机构、基金公司；准金融和配套服务机构须经审批或备案",
            "Branches, functional headquarters, fund managers and fund companies new to Miyun with their office there; quasi-financial bodies and service providers if approved or registered",
        ),
        looks_at: text(
            "每年实际支付的租金、租赁面积、当年贡献是否达到200万元",
            "Rent paid and area leased in each year, and whether its contribution reaches 2 million yuan",
        ),
        gives: text("租金的50%、30%、20%，面积最多算1000平方米", "50%, 30%, 20% of the rent, for 1,000 m² at most"),
        lasts: text(
            "自贡献达标且支付租金的第一年起，连续计算三年",
            "Three consecutive years from the first year with rent and enough contribution",
        ),
    },
    kinds: kinds::of(&[
        Kind::Branch1,
        Kind::Branch2,
        Kind::FunctionalHq,
        Kind::FundManager,
        Kind::FundCompany,
        Kind::Quasi,
        Kind::Support,
    ]),
    gate: &gate::WHOLE,
    any_year: false,
    provisions: &[
        &STANDING_NEEDED,
        &ARRIVAL,
        &ON_SITE,
        &SOME_RENT,
        &ENOUGH,
        &SOME_YEAR,
        &NOT_ENOUGH,
        &NO_FIGURE,
        &NO_RENT,
        &YEAR_RENT,
        &AREA_LIMIT,
        &SUPPORT,
        &PAID,
    ],
    tiers: &[],
    doubts: &[],
    evidence: &[
        common::LEASE,
        common::RENT_PAID,
        common::RENT_BY_PERIOD,
        common::NO_SUBLETTING,
        copy_of(
            "实地办公证明（现场照片、社保人员名册、水电费）",
            "Proof of the actual office: photographs, social-security roll, utility bills",
        ),
        common::CONTRIBUTION_LETTERS,
        copy_of(
            "准金融和配套服务机构：审批或备案证明",
            "Quasi-financial bodies and service providers: approval or proof of registration",
        )
        .only(|facts| matches!(facts.get(&KIND), Some(Kind::Quasi | Kind::Support))),
    ],
    read,
};

static STANDING_NEEDED: Provision = common::standing(12);
static ARRIVAL: Provision = common::arrival(9);
static ON_SITE: Provision = Provision::new(12, "实际在密云办公", "the actual office is in Miyun");
static SOME_RENT: Provision = Provision::new(12, "有支付租金的年度", "rent was paid in a year");
static ENOUGH: Provision =
    Provision::new(12, "支付租金当年的贡献达到标准", "the contribution of the year with rent reaches the minimum");
static SOME_YEAR: Provision = Provision::new(
    12,
    "至少有一个支付租金的年度贡献达到标准",
    "in at least one year with rent the contribution reaches the minimum",
);
static NOT_ENOUGH: Provision = Provision::new(
    12,
    "当年贡献未达标准，不予补贴，该年的比例视为已用",
    "the contribution is below the minimum: nothing is paid for this year, and its step is used",
);
static NO_FIGURE: Provision = Provision::new(
    12,
    "支付租金的年度尚无贡献数，暂按0计，该年的比例视为已用，合计为下限",
    "a year with rent has no contribution yet: it counts nothing and uses its step; the total is a lower bound",
);
static NO_RENT: Provision = Provision::new(
    12,
    "当年没有租金，不予补贴，该年的比例视为已用",
    "no rent in this year: nothing is paid, and its step is used",
);
static YEAR_RENT: Provision = Provision::new(12, "当年各处租金相加", "the rents of the year added up");
static AREA_LIMIT: Provision = Provision::new(
    12,
    "当年各处面积相加，超过上限的按比例折减",
    "the areas of the year added up; beyond the limit the rent is cut in proportion",
);
static SUPPORT: Provision = Provision::new(
    12,
    "当年租金乘该年的比例，面积超限的再折减",
    "the rent of the year times the rate of its step, cut where the area is beyond the limit",
);

/// The contribution that each year needs.
const LEAST: Bound = Bound::FromBare(Figure::Money(wan(200)));
/// The rates of the three years.
const RATES: [Rate; 3] = [percent(50), percent(30), percent(20)];
/// The lowest rate, at which money may come before settlement (Article 33).
const LOWEST: Rate = RATES[2];
/// The area that counts, over all leases.
const LARGEST: Area = square_metres(1000);

/// Whether the contribution of a year is enough, if it is known.
fn enough(case: &Case<'_>, year: Year) -> Option<bool> {
    case.in_year(&YEARLY_CONTRIBUTION, year).map(|contribution| LEAST.admits(Figure::Money(contribution)))
}

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    common::ask_standing(case, &STANDING_NEEDED);
    case.yes(&NEW_ARRIVAL, &ARRIVAL);
    case.yes(&OFFICE_IN_MIYUN, &ON_SITE);
    case.ask(&CONTRIBUTIONS);
    let Some(table) = case.ask_rows(&LEASES) else { return case.settle(()) };

    let leases = Lease::with_rent(table);
    let start = find_start(case, &leases);
    for (year, _) in start.into_iter().flat_map(|start| (start..).zip(RATES)) {
        // Rents and areas of the years that pay must be known.
        if enough(case, year) == Some(true) {
            lack(case, &leases, |lease| lease.year == Some(year) && (lease.rent.is_none() || lease.area.is_none()));
        }
    }
    let start = case.settle(start)?;

    for (year, rate) in (start..).zip(RATES) {
        support(case, &leases, (start, year), rate);
    }
    yearly(case, 12);
    Ok(())
}

/// Records as missing what some leases lack.
fn lack(case: &mut Case<'_>, leases: &[Lease], lacks: impl Fn(&Lease) -> bool) {
    for lease in leases.iter().filter(|lease| lacks(lease)) {
        case.lack(&LEASES.spec, Place::Row(lease.row));
    }
}

/// The first year with rent and enough contribution. Up to there every year with rent must have a figure.
fn find_start(case: &mut Case<'_>, leases: &[Lease]) -> Option<Year> {
    let has_figures = case.peek(&CONTRIBUTIONS).is_some();
    lack(case, leases, |lease| lease.year.is_none());
    let rent = |year| leases.iter().any(|lease| lease.rent_in(year).is_some()).then_some(true);
    let years: BTreeSet<Year> = leases.iter().filter_map(|lease| lease.year).collect();
    let looked = Looked::first_of(years.iter().map(|year| (*year, all_of([enough(case, *year), rent(*year)]))));
    for (year, good) in &looked.all {
        let contribution = (&YEARLY_CONTRIBUTION, *year);
        match good {
            Some(true) => _ = case.money_in(contribution, &ENOUGH, LEAST),
            Some(false) => case.observe_in(contribution, &ENOUGH, LEAST),
            // The ladder may start here: what is not known decides.
            None => {
                if has_figures && enough(case, *year).is_none() {
                    case.lack(&CONTRIBUTIONS.spec, Place::Year(*year));
                }
                lack(case, leases, |lease| lease.year == Some(*year) && lease.rent.is_none());
            }
        }
    }
    let open = looked.open || !has_figures || leases.iter().any(|lease| lease.year.is_none());
    if leases.is_empty() {
        let none = Some(Figure::Money(Money::ZERO));
        case.condition(&SOME_RENT, Place::Whole, Some(&LEASES.spec), none, Bound::POSITIVE);
    } else if !open && looked.found().is_none() {
        let best = years.into_iter().rev().max_by_key(|year| case.in_year(&YEARLY_CONTRIBUTION, *year));
        if let Some(year) = best {
            case.money_in((&YEARLY_CONTRIBUTION, year), &SOME_YEAR, LEAST);
        }
    }
    looked.found().copied()
}

/// One year of the ladder that starts in `start`, whose contribution was tested there.
fn support(case: &mut Case<'_>, leases: &[Lease], (start, year): (Year, Year), rate: Rate) {
    let (place, contribution) = (Place::Year(year), (&YEARLY_CONTRIBUTION, year));
    // A rent that is not known may have been paid: what is said of the year then follows the contribution alone.
    if !leases.iter().any(|lease| lease.year == Some(year)) {
        return case.remark(&NO_RENT, place);
    }
    match enough(case, year) {
        None => return case.caution(&NO_FIGURE, place),
        Some(false) => {
            case.observe_in(contribution, &ENOUGH, LEAST);
            return case.remark(&NOT_ENOUGH, place);
        }
        Some(true) if year == start => {}
        Some(true) => _ = case.money_in(contribution, &ENOUGH, LEAST),
    }
    let Some(rent) = rent_of(case, &YEAR_RENT, leases, year) else { return };
    let areas = leases.iter().filter(|lease| lease.rent_in(year).is_some()).filter_map(|lease| lease.area);
    let area = areas.fold(Area::ZERO, |sum, area| sum + area);
    let limit = Bound::AtMost(Figure::Area(LARGEST));
    let is_within = case.observe(&AREA_LIMIT, place, Some(&LEASES.spec), Figure::Area(area), limit);
    let cut = (!is_within).then_some(Figure::Part(LARGEST.over(area)));
    let at = |rate| [Figure::Money(rent), Figure::Rate(rate)].into_iter().chain(cut).collect::<Vec<_>>();
    let award = case.product(&SUPPORT, place, &at(rate));
    case.give_prepaid(year, award, product(&at(LOWEST)));
}
