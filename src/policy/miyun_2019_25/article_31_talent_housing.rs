//! 第三十一条 · housing for talent

use crate::applicant::identity::NEW_ARRIVAL;
use crate::article::Article;
use crate::policy::miyun_2019_25::{article_02_gate as gate, article_04_kinds as kinds, common};
use crate::rule::clause::{Brief, copy_of, original};
use crate::rule::{Case, Clause, Place, Provision, Stop};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "talent_housing",
    article: Article::new(31),
    title: text("人才住房", "Housing for talent"),
    brief: Brief {
        whom: text(
            "新设或新迁入密云的金融机构、准金融机构和配套服务机构的人才",
            "Talent of institutions newly set up in or moved to Miyun, quasi-financial bodies and service providers included",
        ),
        looks_at: text("机构的实际需求和本区的房源", "What the institution needs and what the district has"),
        gives: text(
            "公租房、共有产权房等优先安排，比例没有写，不计金额",
            "Priority for public rental and shared-ownership homes; the share is not said; not priced",
        ),
        lasts: text("随房源和相关规定", "As homes and the housing rules allow"),
    },
    kinds: kinds::EIGHT,
    gate: &gate::WHOLE,
    any_year: false,
    provisions: &[&ARRIVAL, &HOUSING],
    tiers: &[],
    doubts: &[],
    evidence: &[
        copy_of("机构资质（批准或备案文件）", "Proof of the institution's approval or filing"),
        original("人才名单和住房需求表", "List of talent and their housing needs"),
        copy_of("家庭住房情况查询结果", "Result of the search of the family's homes"),
    ],
    read,
};

static ARRIVAL: Provision = common::arrival(31);
static HOUSING: Provision = Provision::new(
    31,
    "保障性住房按需求优先安排；只列出，不计金额",
    "priority for subsidised homes as needed: listed, not priced",
);

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    case.yes(&NEW_ARRIVAL, &ARRIVAL);
    case.settle(())?;

    case.remark(&HOUSING, Place::Whole);
    case.in_kind();
    Ok(())
}
