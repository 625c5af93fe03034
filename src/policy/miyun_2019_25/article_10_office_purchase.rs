//! 第十条 · subsidy for buying an office

use crate::applicant::identity::{APPLICATION_YEAR, NEW_ARRIVAL};
use crate::applicant::premises::{BOUGHT_OFFICE, FIRST_PURCHASE, PURCHASED_AREA};
use crate::article::Article;
use crate::money::{Area, Money, yuan};
use crate::policy::miyun_2019_25::received::{PAID, once};
use crate::policy::miyun_2019_25::{article_02_gate as gate, article_04_kinds as kinds, common};
use crate::rule::clause::{Brief, copy_of, original};
use crate::rule::{Bound, Case, Clause, Figure, Place, Provision, Stop};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "office_purchase",
    article: Article::new(10),
    title: text("购房补贴", "Office purchase subsidy"),
    brief: Brief {
        whom: text(
            "新设或新迁入密云的六类金融机构、准金融机构和配套服务机构",
            "The six kinds of financial institution, quasi-financial bodies and service providers new to Miyun",
        ),
        looks_at: text(
            "首次在密云购置、自用部分的建筑面积",
            "The gross floor area for own use of the first purchase in Miyun",
        ),
        gives: text("每平方米1500元，不封顶", "1,500 yuan per m², without a cap"),
        lasts: text("一次", "Once"),
    },
    kinds: kinds::EIGHT,
    gate: &gate::WHOLE,
    any_year: false,
    provisions: &[&ARRIVAL, &PURCHASE, &FIRST, &FLOOR, &SUBSIDY, &OPEN_ENDED, &PAID],
    tiers: &[],
    doubts: &[],
    evidence: &[
        copy_of("购房合同（网签）、不动产权证", "Registered purchase contract and title certificate"),
        copy_of("购房发票、付款凭证、契税完税证明", "Invoices, payment slips and deed-tax certificate of the purchase"),
        common::FIRST_PURCHASE,
        original("自用承诺（附现场照片和平面图）", "Undertaking of own use, with photographs and floor plan"),
    ],
    read,
};

static ARRIVAL: Provision = common::arrival(10);
static PURCHASE: Provision = Provision::new(
    10,
    "在密云购置了自用的办公或配套经营用房",
    "has bought office or business premises in Miyun for its own use",
);
static FIRST: Provision = Provision::new(10, "属首次在密云购置", "it is the first purchase in Miyun");
static FLOOR: Provision = Provision::new(10, "有自用的建筑面积", "there is floor area for own use");
static SUBSIDY: Provision =
    Provision::new(10, "自用建筑面积乘每平方米的定额", "own-use gross floor area times a fixed sum per m²");
static OPEN_ENDED: Provision = Provision::new(
    10,
    "本条没有面积上限、金额上限，也不看区域综合贡献；只算首次购置（同一天签约）的自用部分",
    "this article has no cap on area or amount and no contribution test; only the own-use part of the first purchase (contracts of one day) counts",
);

/// For each square metre.
const PER_SQUARE_METRE: Money = yuan(1500);

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    case.yes(&NEW_ARRIVAL, &ARRIVAL);
    case.there_is(&BOUGHT_OFFICE, &PURCHASE);
    case.yes(&FIRST_PURCHASE, &FIRST);
    let area = case.peek(&PURCHASED_AREA);
    let some = Bound::Above(Figure::Area(Area::ZERO));
    case.condition(&FLOOR, Place::Whole, Some(&PURCHASED_AREA.spec), area.map(Figure::Area), some);
    let year = case.ask(&APPLICATION_YEAR);
    let (area, year) = case.settle((area, year))?;

    let subsidy = case.product(&SUBSIDY, Place::Whole, &[Figure::Area(area), Figure::Money(PER_SQUARE_METRE)]);
    case.give(year, subsidy);
    case.note(&OPEN_ENDED);
    once(case, 10);
    Ok(())
}
