//! What each year that can be chosen for an introduced enterprise would give (第二十七条): the choice is the applicant's.

use crate::answers::facts::Facts;
use crate::applicant::referral::{ENTERPRISES, enterprises};
use crate::date::Year;
use crate::money::Money;
use crate::policy::miyun_2019_25::article_27_enterprises::{
    CEILING, LOWEST, LOWEST_RATE, Row, TIERS, TOP, window, year_of,
};
use crate::policy::miyun_2019_25::received::ByName;
use crate::rule::Amount;

/// What each year that can be chosen would give, enterprise by enterprise; not for those that were received.
pub(super) fn each_year(facts: &Facts, each: &mut dyn FnMut(usize, Year, Amount)) {
    let Some(table) = facts.get(&ENTERPRISES) else { return };
    let received = ByName::of(facts, 27);
    for (index, row) in Row::all(table).enumerate() {
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
        Amount { ceiling: CEILING, ..Amount::default() }
    } else if contribution == LOWEST {
        Amount { possible: LOWEST.times(LOWEST_RATE), ..Amount::default() }
    } else if contribution > LOWEST {
        let prepaid = contribution.times(LOWEST_RATE);
        Amount { certain: TIERS.on(contribution), prepaid, ..Amount::default() }
    } else {
        Amount::default()
    }
}
