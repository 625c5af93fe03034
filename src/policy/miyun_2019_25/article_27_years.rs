//! What each year that can be chosen for an introduced enterprise would give (第二十七条): the choice is the applicant's.

use crate::answers::facts::Facts;
use crate::applicant::referral::{ENTERPRISES, enterprises};
use crate::date::Year;
use crate::money::Money;
use crate::policy::miyun_2019_25::article_27_enterprises::{exact, sure};
use crate::policy::miyun_2019_25::article_27_verdict::{CEILING, LOWEST, Rows, TIERS, TOP, window, year_of};
use crate::policy::miyun_2019_25::received::ByName;
use crate::rule::Amount;

/// What each year that can be chosen would give, enterprise by enterprise; not for those that were received.
pub(super) fn each_year(facts: &Facts, each: &mut dyn FnMut(usize, Year, Amount)) {
    let Some(table) = facts.get(&ENTERPRISES) else { return };
    let received = ByName::of(facts, 27);
    let rows = Rows::of(table);
    for index in 0..table.len() {
        let row = rows.row(index);
        let (Some(true), Some(first_tax)) = (row.fits, row.first_tax) else { continue };
        if !received.of_row(table, &enterprises::NAME, index).is_empty() {
            continue;
        }
        for place in window(first_tax) {
            let gives = row.contributions[place].map(gives_on).unwrap_or_default();
            if gives != Amount::default() {
                each(index, year_of(first_tax, place), gives);
            }
        }
    }
}

/// What a year of this contribution gives.
fn gives_on(contribution: Money) -> Amount {
    if contribution > TOP {
        Amount::ceiling(CEILING)
    } else if contribution == LOWEST {
        exact()
    } else if contribution > LOWEST {
        sure(contribution, TIERS.on(contribution))
    } else {
        Amount::default()
    }
}
