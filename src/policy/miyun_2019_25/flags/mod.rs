//! What a reviewer of 密政发〔2019〕25号 looks for: answers that do not go together. A table a subject, and under it
//! one small function a check.

mod capital;
mod contribution;
mod filing;
mod funds;
mod identity;
mod particulars;
mod people;
mod premises;
mod received;
mod referral;
mod size;
mod sum;

use crate::answers::answer::Table;
use crate::answers::question::{Cell, Question, Words};
use crate::money::Money;
use crate::order::Order;
use crate::policy::miyun_2019_25::received::is_same;
use crate::rule::flag::{Check, Look};
use crate::text::Lang;

/// Every check, in the order of the interview; last what shows only in the sum.
pub static CHECKS: &[&[Check]] = &[
    identity::CHECKS,
    capital::CHECKS,
    contribution::CHECKS,
    premises::CHECKS,
    people::CHECKS,
    funds::CHECKS,
    referral::CHECKS,
    filing::CHECKS,
    particulars::CHECKS,
    received::CHECKS,
    size::CHECKS,
    sum::CHECKS,
];

/// `12亿元`, `2,230.30万元`, `1,628.50元`.
fn zh(money: Money) -> String {
    let named = money.named(Lang::Zh);
    match money.in_wan() {
        Some(wan) if money >= crate::money::wan(1) && !named.ends_with("万元") && !named.ends_with("亿元") => {
            format!("{wan}万元")
        }
        _ => named,
    }
}

fn en(money: Money) -> String {
    money.named(Lang::En)
}

/// Spreads names over numbers.
const PRIME: u64 = 0x0100_0000_01b3;

/// Names that stand in more than one row, each with the later row and the first one, both from 0.
fn repeated<'a>(names: impl Iterator<Item = (usize, &'a str)>) -> Vec<(&'a str, usize, usize)> {
    // In any order that brings equal names together: numbers are compared sooner than names.
    let number = |name: &str| name.bytes().fold(0_u64, |number, byte| (number ^ u64::from(byte)).wrapping_mul(PRIME));
    let names = names.map(|(row, name)| (name.trim(), row)).filter(|(name, _)| !name.is_empty());
    let mut names: Vec<(u64, &str, usize)> = names.map(|(name, row)| (number(name), name, row)).collect();
    names.order();
    let mut twice: Vec<(&str, usize, usize)> = Vec::new();
    let mut first = ("", 0);
    for (_, name, row) in names {
        if name == first.0 {
            twice.push((name, row, first.1));
        } else {
            first = (name, row);
        }
    }
    twice.order_by_key(|(_, row, _)| *row);
    twice
}

/// Flags every row whose name stood in a row before.
fn raise_repeated<'a>(look: &mut Look<'_>, names: impl Iterator<Item = (usize, &'a str)>) {
    for (name, row, first) in repeated(names) {
        look.raise_row(
            row,
            format!("“{name}”在第{}行已经列过。", first + 1),
            format!("“{name}” already stands in row {}.", first + 1),
        );
    }
}

/// The words of a column, row by row.
fn names<'a>(
    look: &Look<'a>,
    question: &Question<Table>,
    cell: &'static Cell<Words>,
) -> impl Iterator<Item = (usize, &'a str)> + use<'a> {
    look.rows(question).filter_map(move |(table, row)| Some((row, table.get(cell, row)?)))
}

/// Whether a yes-or-no question was answered so.
fn is(look: &Look<'_>, question: &Question<bool>, answer: bool) -> bool {
    look.get(question) == Some(answer)
}
