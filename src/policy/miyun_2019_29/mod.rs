//! 密政发〔2019〕29号 · the service package of key enterprises: the contents page. The text gives no money and has no
//! articles: seven headings with numbered items, and a template. A draft answers it beside its own edition.

pub mod contents;
mod everyday;
mod glossary;
pub mod heading_2_stewards;
pub mod heading_3_scopes;
pub mod heading_4_channels;
mod heading_6_calendar;
pub mod heading_6_ladder;
pub mod matters;
pub mod needs;
pub mod package;
pub mod questions;
pub mod recognised;
mod sections;

use crate::answers::facts::Facts;
use crate::applicant::identity::APPLICATION_YEAR;
use crate::article::Article;
use crate::date::Date;
use crate::policy::miyun_2019_25::article_04_kinds;
use crate::rule::edition::Limited;
use crate::rule::plan::Plan;
use crate::rule::repayable::Repayable;
use crate::rule::{Assessment, Clause, Edition, Index, Starts, index};
use crate::text::text;

/// The edition by name.
pub static INDEX: Index = Index {
    id: "miyun-2019-29",
    number: "密政发〔2019〕29号",
    in_force: ISSUED,
    approval: Article::heading(3).inserted(3),
    applicants: &article_04_kinds::APPLICANTS,
    starts: &NO_STARTS,
    year: &APPLICATION_YEAR,
    questions: questions::QUESTIONS,
    clauses: &index::headings::<{ CLAUSES.len() }>(CLAUSES),
    documents: &index::documents::<{ index::count_documents(&[], CLAUSES) }>(&[], CLAUSES),
};

/// The edition.
pub static EDITION: Edition = Edition {
    index: &INDEX,
    title: text(
        "密云区落实重点企业“服务包”制度工作机制",
        "Working Mechanism of Miyun District for the Service Packages of Key Enterprises",
    ),
    sections: sections::ALL,
    contents: contents::CONTENTS,
    clauses: CLAUSES,
    doubts: &[],
    glossary: glossary::GLOSSARY,
    everyday: everyday::EVERYDAY,
    papers: &package::PAPERS,
    documents: &[],
    without_evidence: CLAUSES,
    undertakings: &[],
    particulars: &[],
    procedure: heading_4_channels::STEPS,
    settlement: &heading_3_scopes::DECIDED,
    limits: as_they_are,
    last: &[],
    statements: &[],
    plan: |_, _| Plan::default(),
    repayable: |_, _| Repayable::default(),
    calendar: heading_6_calendar::calendar,
    yearly: None,
    electives: &[],
    alternatives: &[],
    row_rules: &[],
};

/// The day of the document; it names no day from which it applies.
#[allow(clippy::unwrap_used, reason = "the compiler works it out")]
const ISSUED: Date = Date::new(2019, 11, 18).unwrap();

/// Nobody begins a draft under it: it is answered beside another edition.
static NO_STARTS: Starts = Starts { groups: &[], beside: None };

/// The four scopes, in the order of the text.
const CLAUSES: &[&Clause] = &[
    &heading_3_scopes::LINKED,
    &heading_3_scopes::PROMISING,
    &heading_3_scopes::STAGE,
    &heading_3_scopes::LISTING_POOL,
];

/// There is no money: nothing gives way and nothing is added up.
fn as_they_are(assessments: &mut [Assessment], _: &Facts) -> Limited {
    Limited { counted: assessments.iter().map(|own| own.estimate.by_year.clone()).collect(), ..Limited::default() }
}
