//! 第十一条 · rent subsidy for legal entities

use crate::applicant::identity::{Kind, NEW_ARRIVAL};
use crate::applicant::premises::{LEASES, OFFICE_IN_MIYUN};
use crate::article::Article;
use crate::date::Year;
use crate::money::{Rate, percent};
use crate::policy::miyun_2019_25::leases::{Lease, rent_of};
use crate::policy::miyun_2019_25::received::{PAID, yearly};
use crate::policy::miyun_2019_25::{article_02_gate as gate, article_04_kinds as kinds, common};
use crate::rule::clause::{Brief, copy_of};
use crate::rule::step::{product_down, products};
use crate::rule::{Bound, Case, Clause, Doubt, Figure, Place, Provision, Stop};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "office_rent_legal_entity",
    article: Article::new(11),
    title: text("法人机构租房补贴", "Rent subsidy for legal entities"),
    brief: Brief {
        whom: text("新设或新迁入密云的法人金融机构", "Legal-person institutions new to Miyun"),
        looks_at: text(
            "每年实际支付的租金；办公地不在密云的，还看密云同期平均租金",
            "Rent paid in each year; for an office outside Miyun also the average rent in Miyun",
        ),
        gives: text("租金的50%，没有面积上限", "50% of the rent, without a cap on area"),
        lasts: text("自支付租金的第一年起，连续计算三年", "Three consecutive years from the first year with rent"),
    },
    kinds: kinds::of(&[Kind::LegalEntity]),
    gate: &gate::WHOLE,
    any_year: false,
    provisions: &[
        &ARRIVAL,
        &SOME_RENT,
        &NO_RENT,
        &YEAR_RENT,
        &SUPPORT,
        &AVERAGE_RENT,
        &SMALLER,
        &OUTSIDE,
        &BY_AVERAGE,
        &BEYOND,
        &UPLIFT,
        &PAID,
    ],
    tiers: &[],
    doubts: &[&OUTSIDE_BASE],
    evidence: &[
        common::LEASE,
        common::RENT_PAID,
        common::RENT_BY_PERIOD,
        common::NO_SUBLETTING,
        copy_of(
            "办公地在密云以外：实际办公地证明、密云同期平均租金依据",
            "For an office outside Miyun: proof of the actual office, and the source of Miyun's average rent",
        )
        .only(|facts| facts.get(&OFFICE_IN_MIYUN) != Some(true)),
    ],
    read,
};

static ARRIVAL: Provision = common::arrival(11);
static SOME_RENT: Provision = Provision::new(
    11,
    "有支付租金的年度，三年自首个年度起算",
    "rent was paid in a year; the three years run from the first such year",
);
static NO_RENT: Provision = Provision::new(
    11,
    "当年没有租金，不予补贴，三年期限继续计算",
    "no rent in this year: nothing is paid, and the three years run on",
);
static YEAR_RENT: Provision = Provision::new(11, "当年各处租金相加", "the rents of the year added up");
static SUPPORT: Provision = Provision::new(11, "当年租金的50%", "50% of the rent of the year");
static AVERAGE_RENT: Provision = Provision::new(
    11,
    "同样面积和月数按密云平均租金要付多少",
    "what the same area and months would cost at Miyun's average rent",
);
static SMALLER: Provision = Provision::new(
    11,
    "办公地在密云以外，实付租金与平均租金取较小者",
    "office outside Miyun: the smaller of the rent paid and the average rent",
);
static OUTSIDE: Provision = Provision::new(
    11,
    "办公地在密云以外，各处取较小者的50%，相加",
    "office outside Miyun: 50% of the smaller figure of each lease, added up",
);
static BY_AVERAGE: Provision = Provision::new(
    11,
    "若不看实付租金，各处都按平均租金的50%",
    "50% of the average rent of every lease, if the rent paid does not matter",
);
static BEYOND: Provision = Provision::new(11, "若按平均租金，还可以多出的部分", "what the average rent would add");
static UPLIFT: Provision = Provision::new(
    11,
    "贡献特别突出的，区级部门可以另议提高；提高多少细则未作规定，这里不计",
    "for an exceptional contribution the district may decide on more; the rules do not say how much, and nothing is counted here",
);

/// How many years the subsidy runs.
const YEARS: Year = 3;
/// The rate; as the only one also the lowest, at which money may come before settlement (Article 33).
const RATE: Rate = percent(50);

static OUTSIDE_BASE: Doubt = Doubt {
    number: "11.2",
    issue: text(
        "办公地在密云以外的，按密云平均租金算，还是不超过实付租金",
        "whether an office outside Miyun is paid by Miyun's average rent, or not beyond the rent paid",
    ),
    prudent: text(
        "每处按实付租金与平均租金中较小者计算，补贴不超过所付租金的一半",
        "by the smaller of the two for each lease: never more than half of what was paid",
    ),
    favourable: text("不论实付多少，都按平均租金的50%", "50% of the average rent, whatever was paid"),
    ask: text(
        "我单位实际办公地不在密云区，租金低于密云同期平均水平。请问第十一条按平均租金的50%补贴，还是以实付租金为限？",
        "Our actual office is outside Miyun and our rent is below Miyun's average of the period. Does Article 11 pay 50% of the average rent, or is the rent paid the limit?",
    ),
};

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    case.yes(&NEW_ARRIVAL, &ARRIVAL);
    let inside = case.ask(&OFFICE_IN_MIYUN);
    let Some(table) = case.ask_rows(&LEASES) else { return case.settle(()) };

    let leases = Lease::with_rent(table);
    let first = leases.iter().filter(|lease| lease.rent.is_some()).filter_map(|lease| lease.year).min();
    // A row that is not filled in matters unless it lies beyond the three years.
    let matters = |lease: &&Lease| lease.year.is_none_or(|year| first.is_none_or(|first| year < first + YEARS));
    let is_open = |lease: &&Lease| {
        lease.year.is_none() || lease.rent.is_none() || (inside == Some(false) && lease.average.is_none())
    };
    for lease in leases.iter().filter(matters).filter(is_open) {
        case.lack(&LEASES.spec, Place::Row(lease.row));
    }
    if first.is_some() || leases.is_empty() {
        let rent = Figure::Money(leases.iter().filter_map(|lease| lease.rent_in(first?)).sum());
        let place = first.map_or(Place::Whole, Place::Year);
        case.condition(&SOME_RENT, place, Some(&LEASES.spec), Some(rent), Bound::POSITIVE);
    }
    let (inside, first) = case.settle((inside, first))?;

    for year in first..first + YEARS {
        if !leases.iter().any(|lease| lease.rent_in(year).is_some()) {
            case.remark(&NO_RENT, Place::Year(year));
        } else if !inside {
            support_outside(case, &leases, year);
        } else if let Some(rent) = rent_of(case, &YEAR_RENT, &leases, year) {
            let award = case.rate(&SUPPORT, Place::Year(year), rent, RATE);
            case.give_prepaid(year, award, award);
        }
    }
    case.note(&UPLIFT);
    yearly(case, 11);
    Ok(())
}

/// A year of an office outside Miyun. The halves are added exactly and rounded once.
fn support_outside(case: &mut Case<'_>, leases: &[Lease], year: Year) {
    let (mut prudent, mut favourable) = (Vec::new(), Vec::new());
    for lease in leases {
        let (Some(rent), Some(factors)) = (lease.rent_in(year), lease.average) else { continue };
        let place = Place::Row(lease.row);
        let average = case.product(&AVERAGE_RENT, place, &factors);
        case.least(&SMALLER, place, [rent, average]);
        let half_of = |figures: &[Figure]| [figures, &[Figure::Rate(RATE)]].concat();
        // Rent is whole fen, so it is the smaller one exactly if it is not above the average rounded down.
        let rent_is_smaller = rent <= product_down(&factors);
        prudent.push(if rent_is_smaller { half_of(&[Figure::Money(rent)]) } else { half_of(&factors) });
        favourable.push(half_of(&factors));
    }
    let award = case.products(&OUTSIDE, Place::Year(year), &prudent);
    case.give_prepaid(year, award, award);
    if products(&favourable) > award {
        let by_average = case.products(&BY_AVERAGE, Place::Year(year), &favourable);
        let more = case.difference(&BEYOND, Place::Year(year), [by_average, award]);
        case.may_give(year, more, &[&OUTSIDE_BASE]);
    }
}
