//! 密政发〔2019〕25号: the contents page.

pub mod article_06_opening_legal_entity;
pub mod article_19_growth;
pub mod article_20_innovation;
pub mod article_27_referral;
pub mod article_35_duties;
pub mod article_36_limits;
pub mod contents;
pub mod documents;

use crate::applicant::identity::APPLICATION_YEAR;
use crate::date::Date;
use crate::facts::Facts;
use crate::money::Money;
use crate::rule::clause::{BARE_BOUND, SOFT_GATE};
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
    contents: contents::CONTENTS,
    clauses: CLAUSES,
    doubts: &[
        &article_36_limits::TERM,
        &article_36_limits::CLOCK,
        &article_36_limits::SAME_TYPE,
        &BARE_BOUND,
        &SOFT_GATE,
    ],
    documents: documents::COMMON,
    undertakings: &article_35_duties::UNDERTAKINGS,
    assess,
};

/// 15 October 2019: issued and in force, Article 37.
pub const IN_FORCE: Date = Date::new(2019, 10, 15).unwrap();

const CLAUSES: &[&Clause] = &[
    &article_06_opening_legal_entity::CLAUSE,
    &article_19_growth::CLAUSE,
    &article_20_innovation::CLAUSE,
    &article_27_referral::CLAUSE,
];

/// Every clause, then the limits over the sum. Article 22 comes last: it looks at what the others give.
fn assess(facts: &Facts, working: bool) -> Report {
    let key = |clause: &Clause| clause.article == 22;
    let mut assessments: Vec<_> =
        CLAUSES.iter().filter(|clause| !key(clause)).map(|clause| clause.assess(facts, working)).collect();
    let mut limited = article_36_limits::apply(&mut assessments, facts);
    let lines = article_36_limits::lines(&limited, facts);
    let notes = article_36_limits::notes(&limited, &lines);
    if let Some(place) = CLAUSES.iter().position(|clause| key(clause)) {
        let other_support = facts.get(&APPLICATION_YEAR).map_or(Money::ZERO, |year| limited.own.of(year).certain);
        let assessment = CLAUSES[place].assess_beside(facts, working, other_support);
        limited.counted.insert(place, assessment.estimate.by_year.clone());
        assessments.insert(place, assessment);
    }
    let by_year = limited.by_year();
    Report { assessments, counted: limited.counted, by_year, gave_way: limited.gave_way, lines, notes }
}
