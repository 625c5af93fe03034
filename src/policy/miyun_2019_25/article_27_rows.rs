//! 第二十七条, row by row: what each introduced enterprise comes to, on which year, and what is missing.

use crate::answers::answer::Table;
use crate::answers::facts::Facts;
use crate::applicant::referral::{ENTERPRISES, enterprises};
use crate::date::{Date, Year};
use crate::money::Money;
use crate::policy::miyun_2019_25::article_27_enterprises::{Introduced, Introductions};
use crate::policy::miyun_2019_25::article_27_faults::{Faults, Repeated, Repeats};
use crate::policy::miyun_2019_25::article_27_referral::CLAUSE;
use crate::policy::miyun_2019_25::article_27_verdict::{LOWEST, Rows, Sure, TIERS, Verdict, window, year_of};
use crate::policy::miyun_2019_25::article_27_years::each_year;
use crate::policy::miyun_2019_25::received::ByName;
use crate::rule::{Place, RowAnswer, RowRule, Standing};
use crate::text::{Text, text};

/// Its rows are the introduced enterprises.
pub(super) const RULE: RowRule = RowRule {
    clause: &CLAUSE,
    question: &ENTERPRISES.spec,
    tiers: &TIERS,
    asks: &[enterprises::FITS.index],
    answer,
    one,
    alike: &[enterprises::NAME.index, enterprises::CODE.index],
    years: each_year,
};

const ONLY: Text = text("其余可选年度还没有数", "the other years to choose have no figure yet");
const MOST: Text = text("可选年度中奖励最高", "gives most of the years there are to choose");
const FIRST: Text = text("几年奖励相同，取最早的一年", "the earliest of the years that give the same");
const SURE_FIRST: Text = text(
    "另有年度超过2000万元要另议，先选有固定比例的一年",
    "another year is above 20 million and by decision: one with a rate is chosen first",
);
const BEYOND: Text =
    text("可选年度超过2000万元，没有固定比例", "the years to choose are above 20 million, where there is no rate");
const ON_THE_LINE: Text = text("正好100万元，是否算进最低一档待确认", "exactly 1 million: whether that counts is open");

fn answer(facts: &Facts) -> Vec<RowAnswer> {
    let Some(table) = facts.get(&ENTERPRISES) else { return Vec::new() };
    let received = ByName::of(facts, 27);
    let (faults, mut repeated) = (Faults::of(facts), Repeated::default());
    let introduced = Introductions::of(table, &received).enterprises;
    let answers = introduced
        .iter()
        .enumerate()
        .map(|(row, introduced)| whole_answer(table, row, introduced, &faults, repeated.next(table, row)));
    answers.collect()
}

/// What was received without a name comes off one row after the other: then none can be answered by itself.
fn one(facts: &Facts, row: usize, before: Option<&RowAnswer>) -> Option<RowAnswer> {
    let table = facts.get(&ENTERPRISES).filter(|table| row < table.len())?;
    let received = ByName::of(facts, 27);
    if !received.unnamed().is_zero() {
        return None;
    }
    let introduced = Introduced {
        verdict: Rows::of(table).row(row).verdict(),
        received: received.of_row(table, &enterprises::NAME, row),
        off: Money::ZERO,
    };
    let repeats = before.map_or_else(|| Repeated::at(table, row), Repeats::told);
    Some(whole_answer(table, row, &introduced, &Faults::of(facts), repeats))
}

/// What a row comes to, and what is wrong with it.
fn whole_answer(
    table: &Table,
    row: usize,
    introduced: &Introduced<'_>,
    faults: &Faults,
    repeats: Repeats,
) -> RowAnswer {
    let first_tax = table.get(&enterprises::FIRST_TAX, row);
    let mut answer = row_answer(table, row, introduced);
    // The third year from the first tax day is the last that can be whole.
    answer.closes = faults.applied.is_some() && first_tax.map(|first| year_of(first, 2)) == faults.applied;
    answer.faults = faults.in_row(table, row, repeats);
    answer
}

/// What a row comes to.
fn row_answer(table: &Table, row: usize, introduced: &Introduced<'_>) -> RowAnswer {
    let first_tax = table.get(&enterprises::FIRST_TAX, row);
    let contribution_in = |place: usize| table.money(&enterprises::YEARS[place], row);
    let mut answer = RowAnswer::new(match introduced.verdict {
        Verdict::Sure(_) => Standing::Rewarded,
        Verdict::Beyond(_) => Standing::Decided,
        Verdict::Exact(_) => Standing::Doubtful,
        Verdict::Nothing(_) => Standing::Below,
        Verdict::Open => Standing::Open,
        Verdict::Unfit => Standing::Refused,
    });
    let of_year = |year: Year| first_tax.and_then(|first| contribution_in(usize::from(year - first.year())));
    (answer.year, answer.base, answer.why) = match introduced.verdict {
        Verdict::Sure(Sure { year, contribution, .. }) => {
            (Some(year), Some(contribution), first_tax.map(|first| why(table, row, first, year)))
        }
        Verdict::Beyond(year) => (Some(year), of_year(year), Some(BEYOND)),
        Verdict::Exact(year) => (Some(year), Some(LOWEST), Some(ON_THE_LINE)),
        Verdict::Nothing(best) => (None, Some(best), None),
        Verdict::Open | Verdict::Unfit => (None, None, None),
    };
    if let (Some(base), true) = (answer.base, answer.standing != Standing::Decided) {
        let stand = TIERS.stand(Place::Row(row), base, None);
        (answer.rung, answer.next) = (stand.rung, stand.next);
    }
    match introduced.left() {
        Some((_, left)) => answer.gives = left,
        None if introduced.gives().is_some() => answer.standing = Standing::Received,
        None => {}
    }
    answer.missing = missing(table, row, first_tax, introduced.verdict);
    answer
}

/// Why a year was chosen among those that an enterprise has.
fn why(table: &Table, row: usize, first_tax: Date, chosen: Year) -> Text {
    let years = || window(first_tax).filter_map(|place| Some((place, table.money(&enterprises::YEARS[place], row)?)));
    let reward = |money: Money| if TIERS.top.is_some_and(|top| money > top) { Money::ZERO } else { TIERS.on(money) };
    let of_chosen = years().find(|(place, _)| year_of(first_tax, *place) == chosen).map(|(_, money)| reward(money));
    if years().any(|(_, money)| TIERS.top.is_some_and(|top| money > top)) {
        SURE_FIRST
    } else if years().count() == 1 {
        ONLY
    } else if years().filter(|(_, money)| Some(reward(*money)) == of_chosen).count() > 1 {
        FIRST
    } else {
        MOST
    }
}

/// The columns that are empty and count. What is refused, or sure whatever they hold, waits for none.
fn missing(table: &Table, row: usize, first_tax: Option<Date>, verdict: Verdict) -> Vec<usize> {
    if matches!(verdict, Verdict::Unfit | Verdict::Nothing(_)) {
        return Vec::new();
    }
    let fits = table.get(&enterprises::FITS, row).is_none().then_some(enterprises::FITS.index);
    let first = first_tax.is_none().then_some(enterprises::FIRST_TAX.index);
    let years = first_tax.map_or(0..3, window).filter(|place| table.money(&enterprises::YEARS[*place], row).is_none());
    fits.into_iter().chain(first).chain(years.map(|place| enterprises::YEARS[place].index)).collect()
}
