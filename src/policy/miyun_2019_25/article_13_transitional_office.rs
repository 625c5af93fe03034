//! 第十三条 · transitional office for institutions in preparation

use crate::applicant::identity::{Kind, NEWLY_ESTABLISHED};
use crate::applicant::premises::{IN_PREPARATION, LENT_AREA, LENT_MONTHS, STRATEGIC};
use crate::article::Article;
use crate::money::{Area, square_metres};
use crate::policy::miyun_2019_25::{article_02_gate as gate, article_04_kinds as kinds};
use crate::rule::clause::{Brief, copy_of, original};
use crate::rule::{Bound, Case, Clause, Figure, Provision, Stop};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "transitional_office",
    article: Article::new(13),
    title: text("周转办公用房", "Transitional office"),
    brief: Brief {
        whom: text(
            "新设立、有重大战略意义、正在筹建的法人金融机构",
            "Newly established legal-person institutions of strategic importance, in preparation",
        ),
        looks_at: text("申请的面积和月数", "The area and the months asked for"),
        gives: text("免租使用，一般不超过500平方米", "Free use, as a rule of not more than 500 m²"),
        lasts: text("最长两年", "Two years at most"),
    },
    kinds: kinds::of(&[Kind::LegalEntity]),
    gate: &gate::OPEN,
    any_year: false,
    provisions: &[&ESTABLISHED, &PREPARING, &IMPORTANT, &SIZE, &TERM],
    tiers: &[],
    doubts: &[],
    evidence: &[
        copy_of("筹建批复", "Approval of preparation"),
        original("战略意义论证（附区政府意见）", "Statement of strategic importance, with the district's opinion"),
        original("用房申请（面积和期限）", "Application for office space, with area and months"),
        original("到期退房承诺", "Undertaking to hand the office back"),
    ],
    read,
};

static ESTABLISHED: Provision =
    Provision::new(13, "是新设立的，不是迁入的", "is newly established and has not moved in");
static PREPARING: Provision = Provision::new(13, "处于筹建期", "the institution is in preparation");
static IMPORTANT: Provision = Provision::new(13, "有重大战略意义", "is of major strategic importance");
static SIZE: Provision = Provision::new(13, "面积不超过上限", "the area is not above the limit");
static TERM: Provision = Provision::new(13, "使用不超过两年", "the use is not longer than two years");

/// The largest office.
const LARGEST: Area = square_metres(500);
/// The longest use, in months.
const LONGEST: u32 = 24;

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    case.yes(&NEWLY_ESTABLISHED, &ESTABLISHED);
    case.there_is(&IN_PREPARATION, &PREPARING);
    case.yes(&STRATEGIC, &IMPORTANT);
    case.within(&LENT_AREA, &SIZE, Bound::AtMost(Figure::Area(LARGEST)));
    case.within(&LENT_MONTHS, &TERM, Bound::AtMost(Figure::Count(LONGEST)));
    case.settle(())?;

    case.in_kind();
    Ok(())
}
