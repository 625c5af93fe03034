//! 第三十六条 · what is told beside the sum: the 70% line, the five years, and years whose call is over.

use crate::answers::facts::Facts;
use crate::applicant::contribution::YEARLY_CONTRIBUTION;
use crate::applicant::identity::APPLICATION_YEAR;
use crate::date::Year;
use crate::policy::miyun_2019_25::{
    article_19_starts as growth, article_22_key_institution as key_institution, received,
};
use crate::rule::report::{Line, Note};
use crate::rule::step::product_down;
use crate::rule::{Amount, Assessment, ByYear, Doubt, Figure, Provision, When};
use crate::text::text;

/// Five years from the first receipt.
pub(super) static FIVE_YEARS: Provision = Provision::new(
    36,
    "距第一次享受已超过五年的年度：若五年从首次享受起总算，这些年度可能不给",
    "years beyond the fifth since the first support: if one five-year term runs for everything, they may not be paid",
);
/// The 70% line, for those whom it does not bind.
static SEVENTY: Provision = Provision::new(
    22,
    "当年支持合计超过贡献的七成：对重点机构是上限，对其他机构只作提醒，不扣减",
    "support above 70% of the year's contribution: a limit for key institutions, a warning for all others",
);

/// Earlier years that were not received.
static MISSED: Provision = Provision::new(
    32,
    "以前年度有测算金额而未享受的：能否补报，细则未作规定，不计入本次申请",
    "worked out for earlier years and not received: the rules do not say whether it can still be applied for, and it is not asked for now",
);

/// 32.2: whether a missed call forfeits the year.
pub static LATE: Doubt = Doubt {
    number: "32.2",
    issue: text("错过当年申报的年度，以后能否补报", "whether a year whose call was missed can still be applied for"),
    prudent: text(
        "每年按公告申报，过期不补：不计入本次申请",
        "each year has its call, and a missed one is forfeited: not asked for now",
    ),
    favourable: text("细则没有写期限，可以补报", "the rules set no deadline: it can be applied for later"),
    ask: text(
        "我单位以前年度符合条件、当时没有申报，也没有领过该项资金。请问能否在今年一并补报？",
        "In an earlier year we met the conditions, did not apply and received nothing. Can we apply for it with this year's call?",
    ),
};

/// 36.1: the term of five years.
pub static TERM: Doubt = Doubt {
    number: "36.1",
    issue: text(
        "最长五年，是每项各算，还是从第一次享受起总算",
        "whether the five years run for each measure or once for all",
    ),
    prudent: text(
        "每项各算五年；超过首次享受后第五年的年度另行标出",
        "each measure has its own; years beyond the fifth since the first support are flagged",
    ),
    favourable: text("没有更宽的读法", "none wider"),
    ask: text(
        "我单位先享受一次性补助，以后年度再享受分年支持，请问五年期限是每项分别计算，还是自首次享受起合并计算？",
        "We receive one-off support first and yearly support later. Does the five-year term run for each measure, or once from the first?",
    ),
};

/// The 70% line of each year that has support and a contribution. Articles 27 and 28 are not the institution's.
pub(super) fn lines(own: &ByYear, facts: &Facts) -> Vec<Line> {
    own.iter()
        .filter_map(|(year, amount)| {
            let support = amount.certain;
            let contribution = YEARLY_CONTRIBUTION.of(facts, year)?;
            let line = product_down(&[Figure::Money(contribution), Figure::Rate(key_institution::LINE)]);
            (!support.is_zero()).then_some(Line { year, contribution, line, support })
        })
        .collect()
}

/// What must be told beside the totals.
pub(super) fn notes(counted: &[ByYear], assessments: &[Assessment], lines: &[Line], facts: &Facts) -> Vec<Note> {
    let mut notes = Vec::new();
    let over: Vec<Year> = lines.iter().filter(|line| !line.over().is_zero()).map(|line| line.year).collect();
    if !over.is_empty() {
        notes.push(Note { provision: &SEVENTY, years: over, doubt: None, when: None });
    }
    let mut all = ByYear::default();
    counted.iter().for_each(|counted| all.add(counted));
    let paid: Vec<Year> = all.iter().filter(|(_, amount)| !amount.certain.is_zero()).map(|(year, _)| year).collect();
    if let Some(first) = received::years(facts).chain(paid.iter().copied()).min() {
        let beyond: Vec<Year> = paid.into_iter().filter(|year| *year > first + growth::YEARS - 1).collect();
        if !beyond.is_empty() {
            notes.push(Note { provision: &FIVE_YEARS, years: beyond, doubt: Some(&TERM), when: None });
        }
    }
    let applied = facts.get(&APPLICATION_YEAR);
    let mut past = ByYear::default();
    for (assessment, counted) in assessments.iter().zip(counted) {
        for (year, amount) in counted.iter().filter(|(_, amount)| *amount != Amount::default()) {
            if When::of(assessment.clause, year, applied) == When::Past {
                *past.of_mut(year) += amount;
            }
        }
    }
    let past: Vec<Year> = past.iter().map(|(year, _)| year).collect();
    if !past.is_empty() {
        notes.push(Note { provision: &MISSED, years: past, doubt: Some(&LATE), when: Some(When::Past) });
    }
    notes
}
