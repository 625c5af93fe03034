//! 密政发〔2019〕25号: the contents page.

pub mod article_06_opening_legal_entity;
pub mod article_07_opening_branch;
pub mod article_08_opening_fund_manager;
pub mod article_10_office_purchase;
pub mod article_11_office_rent_legal_entity;
pub mod article_12_office_rent;
pub mod article_13_transitional_office;
pub mod article_14_executive_homes;
pub mod article_19_growth;
pub mod article_20_innovation;
pub mod article_27_referral;

use crate::date::Date;
use crate::facts::Facts;
use crate::rule::{Clause, Edition, Report};
use crate::text::text;

/// The edition.
pub static EDITION: Edition = Edition {
    id: "miyun-2019-25",
    number: "密政发〔2019〕25号",
    title: text(
        "密云区现代金融服务业支持政策实施细则",
        "Rules on support for the financial-services industry in Miyun",
    ),
    in_force: IN_FORCE,
    contents: &[],
    clauses: CLAUSES,
    doubts: &[],
    assess,
};

/// 15 October 2019: issued and in force, Article 37.
pub const IN_FORCE: Date = Date::new(2019, 10, 15).unwrap();

const CLAUSES: &[&Clause] = &[
    &article_06_opening_legal_entity::CLAUSE,
    &article_07_opening_branch::CLAUSE,
    &article_08_opening_fund_manager::CLAUSE,
    &article_10_office_purchase::CLAUSE,
    &article_11_office_rent_legal_entity::CLAUSE,
    &article_12_office_rent::CLAUSE,
    &article_13_transitional_office::CLAUSE,
    &article_14_executive_homes::CLAUSE,
    &article_19_growth::CLAUSE,
    &article_20_innovation::CLAUSE,
    &article_27_referral::CLAUSE,
];

fn assess(facts: &Facts, working: bool) -> Report {
    let assessments: Vec<_> = CLAUSES.iter().map(|clause| clause.assess(facts, working)).collect();
    let mut by_year = crate::rule::ByYear::default();
    for assessment in &assessments {
        by_year.add(&assessment.estimate.by_year);
    }
    Report { assessments, by_year, gave_way: Vec::new(), lines: Vec::new(), notes: Vec::new() }
}
