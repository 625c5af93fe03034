//! What was received before, beside what the rules give; and what is asked for before its year is closed.

use crate::answers::answer::Table;
use crate::answers::question::{Cell, Question, Words};
use crate::answers::yearly::Source;
use crate::applicant::contribution::{CONTRIBUTIONS, YEARLY_CONTRIBUTION};
use crate::applicant::funds::{PROJECTS, projects};
use crate::applicant::identity::APPLICATION_YEAR;
use crate::applicant::people::{EXECUTIVES, HOMES, executives, homes};
use crate::applicant::received::{RECEIVED, Under, received};
use crate::applicant::referral::{ENTERPRISES, enterprises};
use crate::article::{Article, article};
use crate::money::Money;
use crate::policy::miyun_2019_25::flags::{en, zh};
use crate::policy::miyun_2019_25::received::{ByName, is_same, under};
use crate::policy::miyun_2019_25::{article_14_executive_homes, article_21_executive_reward};
use crate::rule::flag::{Check, Look};
use crate::rule::{Outcome, When};
use crate::text::{Lang, text};

pub(super) static CHECKS: &[Check] = &[
    Check {
        id: "received_unplaced",
        title: text("有一笔已享受的支持尚未对应到条款", "Support received that cannot be placed yet"),
        asks: text(
            "是按第几条、哪一年、给谁的？写明后才能从可申请的金额里扣除。",
            "Under which article, for which year and for whom? Until it is told it is not taken out of what can be applied for.",
        ),
        questions: &[&RECEIVED.spec],
        articles: &Article::all([36]),
        find: received_unplaced,
    },
    Check {
        id: "received_less",
        title: text("已享受的少于测算的", "Less was received than the rules give"),
        asks: text(
            "为什么少，差额能否补领？差额没有列入任何一档，请书面询问区金融办。",
            "Why was it less, and can the rest still be received? The rest stands in no band: ask the district office in writing.",
        ),
        questions: &[&RECEIVED.spec],
        articles: &Article::all([33, 36]),
        find: received_less,
    },
    Check {
        id: "received_more",
        title: text("已享受的多于测算的", "More was received than the rules give"),
        asks: text(
            "条款、年度和金额抄对了吗？多出的会不会要求退回？",
            "Are article, year and amount right? Will the difference have to be returned?",
        ),
        questions: &[&RECEIVED.spec],
        articles: &Article::all([33, 36]),
        find: received_more,
    },
    Check {
        id: "year_not_closed",
        title: text("申请年度的贡献还是预计数", "The contribution of the year of application is a forecast"),
        asks: text(
            "年度没有结清：可能先按最低比例预拨，确认后再结算。是否改用区级部门确认的数？",
            "The year is not closed: money may come at the lowest rate first and be settled when the year is confirmed. Is there a confirmed figure?",
        ),
        questions: &[&CONTRIBUTIONS.spec],
        articles: &Article::all([3, 33]),
        find: year_not_closed,
    },
];

/// The articles that give to persons, enterprises or projects, with where those stand.
static BY_NAME: [(u8, &Question<Table>, &Cell<Words>); 4] = [
    (14, &HOMES, &homes::NAME),
    (21, &EXECUTIVES, &executives::NAME),
    (26, &PROJECTS, &projects::NAME),
    (27, &ENTERPRISES, &enterprises::NAME),
];

/// The articles that give year by year.
const YEARLY: [Article; 5] = Article::all([11, 12, 19, 20, 22]);

fn received_unplaced(look: &mut Look<'_>) -> Option<()> {
    let table = look.get(&RECEIVED)?;
    for row in 0..table.len() {
        let name = table.get(&received::FOR, row).unwrap_or("").trim();
        match table.get(&received::UNDER, row) {
            None => look.raise_row(
                row,
                format!("没有选条款{}。", if name.is_empty() { String::new() } else { format!("，写的是“{name}”") }),
                if name.is_empty() {
                    "no article is chosen.".into()
                } else {
                    format!("no article is chosen; it says “{name}”.")
                },
            ),
            Some(Under::Article(of)) if YEARLY.contains(&of) && table.get(&received::YEAR, row).is_none() => {
                let [zh, en] = [Lang::Zh, Lang::En].map(|lang| article(of, lang));
                look.raise_row(
                    row,
                    format!("{zh}逐年给，没有写是哪一年的。"),
                    format!("{en} is given by year, and no year is told."),
                );
            }
            Some(Under::Article(of)) => {
                let Some((_, question, cell)) = BY_NAME.iter().find(|(article, ..)| of == *article) else { continue };
                let [zh, en] = [Lang::Zh, Lang::En].map(|lang| article(of, lang));
                let known = look.get(question).is_none_or(|table| {
                    (0..table.len()).any(|row| table.get(cell, row).is_some_and(|other| is_same(other, name)))
                });
                if name.is_empty() {
                    look.raise_row(row, format!("{zh}没有写给谁。"), format!("{en}: for whom is not told."));
                } else if !known {
                    look.raise_row(
                        row,
                        format!("{zh}写的是“{name}”，表里没有同名的一行。"),
                        format!("{en} names “{name}”, which stands in no row of its table."),
                    );
                }
            }
            Some(Under::Other) => {}
        }
    }
    Some(())
}

/// What was received for an item, and what the rules give for it.
struct Compared {
    row: usize,
    received: Money,
    /// The certain amount, which would be the right one.
    right: Money,
    /// The most that any reading or decision gives.
    most: Money,
}

/// Every item that was received, with its amount told. Clauses that cannot be judged are left out.
fn compared(look: &Look<'_>) -> Vec<Compared> {
    let mut compared = Vec::new();
    for assessment in &look.report.assessments {
        if assessment.outcome == Outcome::Unknown {
            continue;
        }
        let receipts = under(look.facts(), assessment.clause.article);
        let settled = &assessment.estimate.settled;
        for settled in settled {
            let Some(received) = settled.received else { continue };
            let gives = settled.gives;
            let most = gives.certain + gives.possible + gives.ceiling;
            compared.push(Compared { row: settled.row, received, right: gives.certain, most });
        }
        // What was received for a year, or under a clause, that gives nothing.
        if [14, 21, 22, 25, 26, 27].iter().any(|other| assessment.clause.article == *other) {
            continue;
        }
        let yearly = YEARLY.contains(&assessment.clause.article);
        for receipt in receipts {
            let placed = settled.iter().any(|settled| !yearly || receipt.year.is_none_or(|year| year == settled.year));
            if let (false, Some(received)) = (placed || yearly && receipt.year.is_none(), receipt.amount) {
                compared.push(Compared { row: receipt.row, received, right: Money::ZERO, most: Money::ZERO });
            }
        }
    }
    compared
}

fn received_less(look: &mut Look<'_>) -> Option<()> {
    for Compared { row, received, right, .. } in compared(look) {
        if received < right {
            let rest = right.less(received);
            look.raise_row(
                row,
                format!("领了{}，测算是{}，少{}。", zh(received), zh(right), zh(rest)),
                format!("{} was received, {} is worked out: {} less.", en(received), en(right), en(rest)),
            );
        }
    }
    Some(())
}

fn received_more(look: &mut Look<'_>) -> Option<()> {
    for Compared { row, received, most, .. } in compared(look) {
        if received > most {
            look.raise_row(
                row,
                format!("领了{}，测算最多{}。", zh(received), zh(most)),
                format!("{} was received, {} at most is worked out.", en(received), en(most)),
            );
        }
    }
    // The limits that hold for good.
    let homes = ByName::of(look.facts(), 14).heads();
    let most = article_14_executive_homes::PEOPLE;
    if let (true, Some(first)) = (homes > most, under(look.facts(), 14).first()) {
        let row = first.row;
        look.raise_row(
            row,
            format!("第十四条领了{homes}人，最多{most}人。"),
            format!("Article 14: {homes} people received it, {most} at most."),
        );
    }
    let drawn: Money = under(look.facts(), 21).iter().filter_map(|receipt| receipt.amount).sum();
    let limit = article_21_executive_reward::LIMIT;
    if let (true, Some(first)) = (drawn > limit, under(look.facts(), 21).first()) {
        look.raise_row(
            first.row,
            format!("第二十一条共领{}，封顶{}。", zh(drawn), zh(limit)),
            format!("Article 21: {} in all, {} at most.", en(drawn), en(limit)),
        );
    }
    Some(())
}

/// Articles whose money of a year depends on the contribution of that year.
const BY_CONTRIBUTION: [Article; 8] = Article::all([12, 16, 17, 18, 19, 20, 21, 22]);

fn year_not_closed(look: &mut Look<'_>) -> Option<()> {
    let applied = look.get(&APPLICATION_YEAR)?;
    if YEARLY_CONTRIBUTION.source(look.facts(), applied) != Some(Source::Forecast) {
        return None;
    }
    let mut sum = Money::ZERO;
    let mut articles = Vec::new();
    for (assessment, counted) in look.report.assessments.iter().zip(&look.report.counted) {
        let of = assessment.clause;
        let now = counted.iter().filter(|(year, _)| When::of(of, *year, look.report.applied) == When::Now);
        let now = now.fold(crate::rule::Amount::default(), |sum, (_, amount)| sum + amount);
        if BY_CONTRIBUTION.contains(&of.article) && !(now.certain + now.ceiling).is_zero() {
            sum += now.certain;
            articles.push(of.article);
        }
    }
    if articles.is_empty() {
        return None;
    }
    let names = |lang: Lang| articles.iter().map(|of| article(*of, lang)).collect::<Vec<_>>();
    look.raise_year(
        applied,
        format!("{}按{applied}年度预计的贡献测算，其中本次申请{}。", names(Lang::Zh).join("、"), zh(sum)),
        format!(
            "{} rest on the forecast for {applied}; {} of it is asked for now.",
            names(Lang::En).join(", "),
            en(sum)
        ),
    );
    Some(())
}
