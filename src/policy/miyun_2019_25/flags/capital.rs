//! Approvals, capital and its increases.

use crate::applicant::capital::{
    APPLICATIONS, INCREASES, NATIONAL_APPROVAL, PAID_IN, REGISTERED_CAPITAL, applications, increases,
};
use crate::applicant::identity::{APPLICATION_YEAR, ARRIVED, FOUNDED, KIND, Kind, OPINION_DATE};
use crate::article::Article;
use crate::date::Date;
use crate::money::Money;
use crate::policy::miyun_2019_25::flags::{en, zh};
use crate::rule::flag::{Check, Look};
use crate::text::text;

pub(super) static CHECKS: &[Check] = &[
    Check {
        id: "legal_entity_without_approval",
        title: text("法人金融机构没有国家级批复", "A legal-person institution without a national approval"),
        asks: text(
            "持牌机构都有国家级批复；会不会是准金融机构？",
            "Licensed institutions have one: might you be a quasi-financial body?",
        ),
        questions: &[&NATIONAL_APPROVAL.spec, &KIND.spec],
        articles: &Article::all([4, 6]),
        find: legal_entity_without_approval,
    },
    Check {
        id: "paid_in_above_registered",
        title: text("实收资本大于注册资本", "Paid-in capital above registered capital"),
        asks: text(
            "哪一个数填错了，还是增资后没有办变更登记？",
            "Which figure is wrong, or was an increase never registered?",
        ),
        questions: &[&PAID_IN.spec, &REGISTERED_CAPITAL.spec],
        articles: &Article::all([6, 16, 35]),
        find: paid_in_above_registered,
    },
    Check {
        id: "branch_with_capital",
        title: text("分支机构填了实收资本", "A branch has paid-in capital"),
        asks: text(
            "这是总部的资本、拨付的营运资金，还是类别选错了？",
            "Is it the head office's capital, working funds, or is the kind wrong?",
        ),
        questions: &[&PAID_IN.spec, &KIND.spec],
        articles: &Article::all([4, 16]),
        find: branch_with_capital,
    },
    Check {
        id: "branch_with_increases",
        title: text("分支机构填了增资", "A branch has capital increases"),
        asks: text("没有实收资本，用什么证明增资？", "Without paid-in capital of its own, what proves the increase?"),
        questions: &[&INCREASES.spec, &KIND.spec],
        articles: &Article::all([16, 18]),
        find: branch_with_increases,
    },
    Check {
        id: "increase_before_founding",
        title: text("增资早于成立", "An increase before establishment"),
        asks: text("这笔是设立时的出资，还是日期填错？", "Is this the capital at establishment, or a wrong date?"),
        questions: &[&INCREASES.spec, &FOUNDED.spec],
        articles: &Article::all([16, 18]),
        find: increase_before_founding,
    },
    Check {
        id: "increase_before_arrival",
        title: text("增资早于到密", "An increase before arrival"),
        asks: text(
            "到密以前的增资要不要算，须先问区金融办。",
            "Whether increases before arrival count must be asked first.",
        ),
        questions: &[&INCREASES.spec, &ARRIVED.spec],
        articles: &Article::all([16, 17, 18]),
        find: increase_before_arrival,
    },
    Check {
        id: "increase_before_opinion",
        title: text(
            "已列申请，但增资早于《意见》",
            "Applications are listed, yet an increase is before the 2018 Opinion",
        ),
        asks: text(
            "《意见》以前的增资不计，是否仍写进申请？",
            "Earlier increases do not count: do you still claim this one?",
        ),
        questions: &[&INCREASES.spec, &OPINION_DATE.spec, &APPLICATIONS.spec],
        articles: &Article::all([18]),
        find: increase_before_opinion,
    },
    Check {
        id: "increases_above_paid_in",
        title: text("增资合计大于实收资本", "The increases add up to more than the paid-in capital"),
        asks: text(
            "实收资本是否没有更新，或同一笔增资列了两次？",
            "Is the paid-in capital out of date, or is an increase listed twice?",
        ),
        questions: &[&PAID_IN.spec, &INCREASES.spec],
        articles: &Article::all([6, 16, 18]),
        find: increases_above_paid_in,
    },
    Check {
        id: "claim_without_increase",
        title: text("有增资补助申请，却没有增资", "The increase subsidy is claimed without an increase"),
        asks: text("那一年底以前的增资是否漏填？", "Is an increase up to that year's end missing?"),
        questions: &[&APPLICATIONS.spec, &INCREASES.spec],
        articles: &Article::all([16, 17, 18]),
        find: claim_without_increase,
    },
];

fn legal_entity_without_approval(look: &mut Look<'_>) -> Option<()> {
    if look.get(&KIND)? == Kind::LegalEntity && !look.get(&NATIONAL_APPROVAL)? {
        look.raise(
            "类别是法人金融机构，国家级批复答“否”。".to_owned(),
            "The kind is a legal-person institution, the national approval is “no”.".to_owned(),
        );
    }
    Some(())
}

fn paid_in_above_registered(look: &mut Look<'_>) -> Option<()> {
    let (paid, registered) = (look.get(&PAID_IN)?, look.get(&REGISTERED_CAPITAL)?);
    if paid > registered {
        look.raise(
            format!("实收{}，注册{}。", zh(paid), zh(registered)),
            format!("Paid in {}, registered {}.", en(paid), en(registered)),
        );
    }
    Some(())
}

/// Branches and functional headquarters have no capital of their own.
pub(super) fn branch(look: &Look<'_>) -> bool {
    matches!(look.get(&KIND), Some(Kind::Branch1 | Kind::Branch2 | Kind::FunctionalHq))
}

fn branch_with_capital(look: &mut Look<'_>) -> Option<()> {
    let paid = look.get(&PAID_IN)?;
    if branch(look) && paid > Money::ZERO {
        look.raise(
            format!("实收资本填了{}，而分支机构和职能总部没有自己的实收资本。", zh(paid)),
            format!("{} of paid-in capital, which branches and functional headquarters do not have.", en(paid)),
        );
    }
    Some(())
}

fn branch_with_increases(look: &mut Look<'_>) -> Option<()> {
    let count = look.get(&INCREASES)?.len();
    if branch(look) && count > 0 {
        look.raise(
            format!("列了{count}笔增资，而分支机构和职能总部没有自己的实收资本。"),
            format!("Increases listed: {count}. Branches and functional headquarters have no paid-in capital."),
        );
    }
    Some(())
}

/// Flags every increase dated before a day, with the word for that day. Those before `from` are left to another check.
fn raise_before(look: &mut Look<'_>, from: Option<Date>, day: Date, zh_day: &str, en_day: &str) {
    for (table, row) in look.rows(&INCREASES) {
        let Some(date) = table.get(&increases::DATE, row) else { continue };
        if date < day && from.is_none_or(|from| from <= date) {
            look.raise_row(
                row,
                format!("{}增资，{}{zh_day}。", date.zh(), day.zh()),
                format!("Increase of {}, {en_day} {}.", date.en(), day.en()),
            );
        }
    }
}

fn increase_before_founding(look: &mut Look<'_>) -> Option<()> {
    let founded = look.get(&FOUNDED)?;
    raise_before(look, None, founded, "成立", "established on");
    Some(())
}

fn increase_before_arrival(look: &mut Look<'_>) -> Option<()> {
    let arrived = look.get(&ARRIVED)?;
    let founded = look.get(&FOUNDED);
    raise_before(look, founded, arrived, "到密", "arrived on");
    Some(())
}

fn increase_before_opinion(look: &mut Look<'_>) -> Option<()> {
    let opinion = look.get(&OPINION_DATE)?;
    if !look.get(&APPLICATIONS)?.is_empty() {
        raise_before(look, None, opinion, "《意见》发布", "the Opinion of");
    }
    Some(())
}

/// Increases up to the end of the year of application: what is planned later is not paid in yet.
fn increases_above_paid_in(look: &mut Look<'_>) -> Option<()> {
    let (paid, year) = (look.get(&PAID_IN)?, look.get(&APPLICATION_YEAR)?);
    let sum: Money = look
        .rows(&INCREASES)
        .filter(|(table, row)| table.get(&increases::DATE, *row).is_some_and(|date| date.year() <= year))
        .filter_map(|(table, row)| table.money(&increases::AMOUNT, row))
        .sum();
    // What a branch states as paid in is not its own; another check tells.
    if sum > paid && !branch(look) {
        look.raise(
            format!("到{year}年底增资合计{}，实收资本{}。", zh(sum), zh(paid)),
            format!("Increases up to the end of {year} are {}, the paid-in capital is {}.", en(sum), en(paid)),
        );
    }
    Some(())
}

fn claim_without_increase(look: &mut Look<'_>) -> Option<()> {
    let increased = look.get(&INCREASES)?;
    let first = (0..increased.len()).filter_map(|row| increased.get(&increases::DATE, row)).min().map(Date::year);
    if first.is_none() && !increased.is_empty() {
        return None;
    }
    for (table, row) in look.rows(&APPLICATIONS) {
        let Some(year) = table.get(&applications::YEAR, row) else { continue };
        if first.is_none_or(|first| first > year) {
            look.raise_row(
                row,
                format!("{year}年申请，到那年底没有列增资。"),
                format!("Applied for in {year}, with no increase listed up to that year's end."),
            );
        }
    }
    Some(())
}
