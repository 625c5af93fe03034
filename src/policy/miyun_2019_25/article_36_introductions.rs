//! 第三十六条 · Articles 27 and 28 are one type of support for an enterprise that both are claimed for.

use crate::answers::answer::{Answer, Table};
use crate::answers::facts::Facts;
use crate::answers::form::Form;
use crate::applicant::referral::{ENTERPRISES, enterprises};
use crate::money::Money;
use crate::policy::miyun_2019_25::article_27_enterprises::Introductions;
use crate::policy::miyun_2019_25::article_36_sum::{ONCE, SAME_TYPE, Sum, met};
use crate::policy::miyun_2019_25::received::{ByName, under};
use crate::rule::{Amount, Assessment, ByYear};

/// 27 against 28: either 28 is claimed and every enterprise counted in it leaves 27, or 28 is left. What was received
/// stands; else the larger certain sum; where both are softened (2.4), the larger possible one.
pub(super) fn referral_or_association(sum: &mut Sum, assessments: &mut [Assessment], facts: &Facts) {
    let (Some(referred), Some(associated)) = (met(assessments, 27), met(assessments, 28)) else { return };
    let leaving = counted_elsewhere(facts);
    let given = leaving.total();
    let rewarded = !under(facts, 28).is_empty();
    if !rewarded && counted_received(facts) {
        sum.give_way(assessments, (associated, referred));
        return;
    }
    let own = assessments[associated].estimate.gross().total();
    let softened = own.certain.is_zero();
    if softened && own.possible.is_zero() {
        return;
    }
    let leaves = if softened {
        rewarded || own.possible > given.certain + given.possible
    } else {
        rewarded || own.certain > given.certain
    };
    match (leaves, softened) {
        (true, _) => {
            for (year, leaving) in leaving.iter() {
                leave(sum.counted[referred].of_mut(year), leaving, softened);
            }
            if given != Amount::default() {
                let certain = if softened { Money::ZERO } else { given.certain };
                sum.record(assessments, (referred, associated), certain, (&ONCE, &SAME_TYPE));
            }
        }
        (false, false) => sum.give_way(assessments, (associated, referred)),
        (false, true) => {
            for amount in sum.counted[associated].amounts_mut() {
                amount.possible = Money::ZERO;
            }
            sum.record(assessments, (associated, referred), Money::ZERO, (&ONCE, &SAME_TYPE));
        }
    }
}

/// Takes what leaves a clause out of a year of it. Its certain part stays possible, beside what rests on a doubt of its
/// own; what is decided case by case goes. Where the whole clause is only possible (2.4), what leaves it goes.
fn leave(year: &mut Amount, leaving: Amount, softened: bool) {
    year.ceiling = year.ceiling.less(leaving.ceiling);
    if softened {
        year.possible = year.possible.less(leaving.certain + leaving.possible);
        return;
    }
    year.certain = year.certain.less(leaving.certain);
    year.prepaid = year.prepaid.less(leaving.prepaid);
    year.possible += leaving.certain;
}

/// What the enterprises give that a claim under Article 28 counts too, by year. Not told counts as counted.
fn counted_elsewhere(facts: &Facts) -> ByYear {
    let mut given = ByYear::default();
    let Some(table) = facts.get(&ENTERPRISES) else { return given };
    let received = ByName::of(facts, 27);
    for (row, introduced) in Introductions::of(table, &received).enterprises.iter().enumerate() {
        if let (true, Some((year, left))) = (is_counted(table, row), introduced.left()) {
            *given.of_mut(year) += left;
        }
    }
    given
}

/// The enterprises that a claim under Article 28 counts too leave Article 27: they are as those that do not fit, and give
/// nothing there.
pub(super) fn leave_counted(facts: &mut Facts) {
    let Form::Table(columns) = ENTERPRISES.spec.form else { return };
    let Some(table) = facts.table_mut(&ENTERPRISES.spec) else { return };
    for row in (0..table.len()).filter(|row| is_counted(table, *row)).collect::<Vec<_>>() {
        // The column takes yes and no.
        let _ = table.set(columns, row, enterprises::FITS.index, Some(Answer::YesNo(false)));
    }
}

/// Whether something was received for an enterprise that a claim under Article 28 counts too.
pub(super) fn counted_received(facts: &Facts) -> bool {
    let received = ByName::of(facts, 27);
    facts.get(&ENTERPRISES).is_some_and(|table| {
        let named = |row| received.of_row(table, &enterprises::NAME, row);
        (0..table.len()).any(|row| is_counted(table, row) && !named(row).is_empty())
    })
}

fn is_counted(table: &Table, row: usize) -> bool {
    table.get(&enterprises::COUNTED, row) != Some(false)
}
