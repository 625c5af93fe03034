//! Figures of the wrong size: zero where a zero says nothing, 元 taken for 万元 and the other way round.

use crate::answers::answer::{Answer, Table};
use crate::answers::question::{Cell, Question, Spec};
use crate::applicant::capital::{INCREASES, PAID_IN, REGISTERED_CAPITAL, increases};
use crate::applicant::contribution::{CONTRIBUTIONS, contributions};
use crate::applicant::funds::{BEIJING_INVESTMENT, HIGH_END_INVESTMENT, MANAGED_ASSETS};
use crate::applicant::people::{EXECUTIVES, HOMES, executives, homes};
use crate::applicant::premises::{LEASES, LENT_AREA, LENT_MONTHS, PURCHASED_AREA, leases};
use crate::money::{Area, Money, wan, yi, yuan};
use crate::policy::miyun_2019_25::flags::capital::branch;
use crate::policy::miyun_2019_25::flags::people::LEAST_SALARY;
use crate::policy::miyun_2019_25::flags::{en, zh};
use crate::rule::Place;
use crate::rule::flag::{Check, Look};
use crate::text::text;

/// The questions whose money may be off by a unit.
const SIZED: &[&Spec] = &[
    &PAID_IN.spec,
    &REGISTERED_CAPITAL.spec,
    &MANAGED_ASSETS.spec,
    &HIGH_END_INVESTMENT.spec,
    &BEIJING_INVESTMENT.spec,
    &INCREASES.spec,
    &CONTRIBUTIONS.spec,
    &EXECUTIVES.spec,
];

pub(super) static CHECKS: &[Check] = &[
    Check {
        id: "zero",
        title: text("填了0", "A zero"),
        asks: text(
            "没有就不填，或选“没有”；是不是还没填数？",
            "Leave it empty if there is none: is a figure still to come?",
        ),
        questions: &[
            &PAID_IN.spec,
            &REGISTERED_CAPITAL.spec,
            &PURCHASED_AREA.spec,
            &LENT_AREA.spec,
            &LENT_MONTHS.spec,
            &MANAGED_ASSETS.spec,
        ],
        articles: &[],
        find: zero,
    },
    Check {
        id: "zero_in_row",
        title: text("表里填了0", "A zero in a row"),
        asks: text("没有就删去这一行；是不是还没填数？", "Remove the row if there is none: is a figure still to come?"),
        questions: &[&INCREASES.spec, &LEASES.spec, &HOMES.spec, &EXECUTIVES.spec],
        articles: &[],
        find: zero_in_row,
    },
    Check {
        id: "too_small",
        title: text("数字小得像是以万元填的", "So small that it looks like tens of thousands (万元)"),
        asks: text("单位是元；是否少写了“万”？", "The unit is yuan: should it be ten thousand times as much?"),
        questions: SIZED,
        articles: &[],
        find: too_small,
    },
    Check {
        id: "too_large",
        title: text("数字大得像是多写了“万”", "So large that it looks ten thousand times too much"),
        asks: text("单位是元；是否把元当成了万元？", "The unit is yuan: was it multiplied once too often?"),
        questions: SIZED,
        articles: &[],
        find: too_large,
    },
];

/// Lone figures, and between which bounds they are believed.
const FIGURES: [(&Question<Money>, Money, Money); 5] = [
    (&PAID_IN, wan(1), yi(10_000)),
    (&REGISTERED_CAPITAL, wan(1), yi(10_000)),
    (&MANAGED_ASSETS, wan(100), yi(100_000)),
    (&HIGH_END_INVESTMENT, wan(1), yi(10_000)),
    (&BEIJING_INVESTMENT, wan(1), yi(10_000)),
];

/// Columns of figures, and between which bounds they are believed.
const COLUMNS: [(&Question<Table>, &Cell<Money>, Money, Money); 3] = [
    (&INCREASES, &increases::AMOUNT, wan(1), yi(10_000)),
    (&CONTRIBUTIONS, &contributions::AMOUNT, yuan(100), yi(100)),
    (&EXECUTIVES, &executives::SALARY, LEAST_SALARY, yi(1)),
];

/// Columns of money in which a zero says nothing.
const NOT_ZERO: [(&Question<Table>, &Cell<Money>); 3] =
    [(&INCREASES, &increases::AMOUNT), (&HOMES, &homes::PRICE), (&EXECUTIVES, &executives::SALARY)];

fn zero(look: &mut Look<'_>) -> Option<()> {
    const ASKED: [&Spec; 6] = [
        &PAID_IN.spec,
        &REGISTERED_CAPITAL.spec,
        &PURCHASED_AREA.spec,
        &LENT_AREA.spec,
        &LENT_MONTHS.spec,
        &MANAGED_ASSETS.spec,
    ];
    for spec in ASKED {
        let nothing = match look.facts().answer(spec) {
            Some(Answer::Money(money)) => money.is_zero(),
            Some(Answer::Area(area)) => *area == Area::ZERO,
            Some(Answer::Count(count)) => *count == 0,
            _ => false,
        };
        // Branches have no paid-in capital: nothing is what they should say.
        let expected = std::ptr::eq(spec, &PAID_IN.spec) && branch(look);
        if nothing && !expected {
            let (unit, label) = (spec.form.unit(), spec.label);
            look.raise_at(
                Some(spec),
                Place::Whole,
                format!("{}填了0{}。", label.zh, unit.zh),
                format!("{}: 0 {}.", label.en, unit.en),
            );
        }
    }
    Some(())
}

fn zero_in_row(look: &mut Look<'_>) -> Option<()> {
    for (question, cell) in NOT_ZERO {
        for (table, row) in look.rows(question) {
            if table.money(cell, row).is_some_and(Money::is_zero) {
                raise_zero(look, &question.spec, row);
            }
        }
    }
    for (table, row) in look.rows(&LEASES) {
        if table.get(&leases::AREA, row) == Some(Area::ZERO) || table.get(&leases::MONTHS, row) == Some(0) {
            raise_zero(look, &LEASES.spec, row);
        }
    }
    Some(())
}

fn raise_zero(look: &mut Look<'_>, question: &'static Spec, row: usize) {
    let label = question.label;
    look.raise_at(
        Some(question),
        Place::Row(row),
        format!("{}里有0。", label.zh),
        format!("{} hold a zero.", label.en),
    );
}

/// Flags every figure for which `wrong` holds, given the bounds of its question or column.
fn raise_size(look: &mut Look<'_>, wrong: impl Fn(Money, Money, Money) -> bool) {
    for (question, least, most) in FIGURES {
        let Some(money) = look.get(question).filter(|money| wrong(*money, least, most)) else { continue };
        let label = question.spec.label;
        look.raise_at(
            Some(&question.spec),
            Place::Whole,
            format!("{}填了{}。", label.zh, zh(money)),
            format!("{}: {}.", label.en, en(money)),
        );
    }
    for (question, cell, least, most) in COLUMNS {
        for (table, row) in look.rows(question) {
            let Some(money) = table.money(cell, row).filter(|money| wrong(*money, least, most)) else { continue };
            let label = question.spec.label;
            look.raise_at(
                Some(&question.spec),
                Place::Row(row),
                format!("{}填了{}。", label.zh, zh(money)),
                format!("{}: {}.", label.en, en(money)),
            );
        }
    }
}

/// Nothing and less than nothing are told by other checks.
fn too_small(look: &mut Look<'_>) -> Option<()> {
    raise_size(look, |money, least, _| money > Money::ZERO && money < least);
    Some(())
}

fn too_large(look: &mut Look<'_>) -> Option<()> {
    raise_size(look, |money, _, most| money > most);
    Some(())
}
