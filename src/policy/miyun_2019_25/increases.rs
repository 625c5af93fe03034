//! What Articles 16 to 18 share: increases since the 2018 Opinion, and the search for an application that meets its
//! conditions.

use crate::answers::answer::Table;
use crate::answers::facts::Facts;
use crate::applicant::capital::{APPLICATIONS, CAPITAL_REDUCED, INCREASES, applications, increases};
use crate::applicant::contribution::{CONTRIBUTIONS, YEARLY_CONTRIBUTION};
use crate::applicant::identity::{APPLICATION_YEAR, OPINION_DATE};
use crate::date::{Date, Year};
use crate::money::Money;
use crate::order::Order;
use crate::policy::miyun_2019_25::IN_FORCE;
use crate::policy::miyun_2019_25::received::under;
use crate::rule::{Bound, Case, Figure, Looked, Place, Provision, all_of};
use crate::text::{Text, text};

/// A reduction makes Articles 16 to 18 unknown.
pub(super) static REDUCED: Provision = Provision::new(
    18,
    "减过资的，如何累计细则未作规定：先书面询问区金融办，答复以前不测算",
    "capital was reduced and the rules do not say what then counts: ask the district office in writing; nothing is estimated before it answers",
);
/// Increases before the Opinion do not count.
pub(super) static BEFORE_OPINION: Provision = Provision::new(
    18,
    "在《意见》发布以前，这笔增资不计入累计",
    "before the 2018 Opinion: this increase is not counted",
);
/// There is an application at all.
pub(super) static FILED: Provision =
    Provision::new(18, "申请过、或打算申请增资补助", "the subsidy was or will be applied for");
/// What counts towards an application.
pub(super) static ADDED_UP: Provision = Provision::new(
    18,
    "《意见》发布以来、到申请年度末的增资合计",
    "increases since the 2018 Opinion and up to the end of the year of application",
);
/// A later application, for Articles 16 and 17.
pub(super) static LATER: Provision = Provision::new(
    18,
    "第一次补助已按较早的申请算；这一次只看能否补差（第十八条）",
    "the first subsidy went to an earlier application; this one can only bring a difference (Article 18)",
);
/// Article 16 or Article 17: what an application under it must meet and what it gives.
pub(super) struct Route {
    /// The condition on the contribution of the year of application.
    pub contribution: &'static Provision,
    /// Its bound.
    pub contribution_from: Bound,
    /// The condition on the sum of the increases.
    pub size: &'static Provision,
    /// Its bound.
    pub size_from: Money,
    /// The conditions on the institution.
    pub admit: fn(&mut Case<'_>),
    /// What an application gives on a sum of increases.
    pub award: fn(&mut Case<'_>, Place, Money) -> Money,
    /// The full sum.
    pub full: Money,
}

/// An application that meets its conditions: its year and the sum of the increases up to then.
#[derive(Clone, Copy)]
pub(super) struct Application {
    pub year: Year,
    pub sum: Money,
}

/// The first application that meets the conditions of its route, with everything looked at on the way.
pub(super) fn first_application(case: &mut Case<'_>, route: &Route) -> Option<Application> {
    let increases = case.ask_rows(&INCREASES);
    if case.ask(&CAPITAL_REDUCED) == Some(true) {
        case.remark(&REDUCED, Place::Whole);
        case.lack(&CAPITAL_REDUCED.spec, Place::Whole);
    }
    if let Some(table) = increases {
        let opinion = opinion_for(case, table);
        for row in (0..table.len()).filter(|row| Increase::too_early(table, *row, opinion)) {
            case.remark(&BEFORE_OPINION, Place::Row(row));
        }
    }
    find(case, route, &Wanted { after: None, filed: &FILED, size: route.size, from: route.size_from })
}

/// Says of every application after the first good one that it is no first one.
pub(super) fn pass_over_later(case: &mut Case<'_>, first: Year) {
    for year in case.peek(&APPLICATIONS).map_or_else(Vec::new, |filed| years(filed, Some(first))) {
        case.remark(&LATER, Place::Year(year));
    }
}

/// The years in which one application would meet the conditions of its route, with the sum that it would be priced on:
/// every year with a contribution, as far as the facts are told.
pub(super) fn possible_applications(facts: &Facts, route: &Route) -> Vec<Application> {
    let Some(table) = facts.get(&INCREASES) else { return Vec::new() };
    let opinion = facts.get(&OPINION_DATE);
    let mut possible: Vec<Application> = YEARLY_CONTRIBUTION
        .years(facts)
        .filter_map(|year| {
            let enough = route.contribution_from.admits(Figure::Money(YEARLY_CONTRIBUTION.of(facts, year)?));
            let sum = total(add_up(table, opinion, Some(year)).as_ref())?;
            (enough && sum >= route.size_from).then_some(Application { year, sum })
        })
        .collect();
    possible.order_by_key(|application| application.year);
    possible
}

/// Why an application cannot be made in a year any more: the subsidy was received, or applied for in an earlier call.
pub(super) fn barred(facts: &Facts, route: &Route, article: u8, year: Year) -> Option<Text> {
    if !under(facts, article).is_empty() {
        return Some(RECEIVED);
    }
    let (applied, filed) = (facts.get(&APPLICATION_YEAR)?, facts.get(&APPLICATIONS)?);
    let good = possible_applications(facts, route);
    let stands = years(filed, None).into_iter().find(|filed| good.iter().any(|good| good.year == *filed))?;
    (stands < applied && stands != year).then_some(APPLIED)
}

const RECEIVED: Text = text("增资补助已领过，只有一次", "the capital-increase subsidy was received, and is given once");
const APPLIED: Text = text(
    "以前年度已申请过增资补助，再申请只看补差",
    "it was applied for in an earlier year; another application can only bring a difference",
);

/// Which application is looked for.
pub(super) struct Wanted {
    /// Only those after this year.
    pub after: Option<Year>,
    /// That there is one.
    pub filed: &'static Provision,
    /// That its sum is enough.
    pub size: &'static Provision,
    /// How much is enough.
    pub from: Money,
}

/// The first application that is wanted. Earlier ones that fail are shown; one that is not known yet could be the
/// first, so that its facts are missing. With none, every unmet condition of every application is named.
pub(super) fn find(case: &mut Case<'_>, route: &Route, wanted: &Wanted) -> Option<Application> {
    let table = case.ask(&INCREASES);
    let opinion = table.and_then(|table| opinion_for(case, table));
    let counted = |until| table.and_then(|table| add_up(table, opinion, until));
    let filed = case.ask(&APPLICATIONS);
    let mut open = filed.is_none();
    for row in 0..filed.map_or(0, Table::len) {
        if filed.and_then(|filed| filed.get(&applications::YEAR, row)).is_none() {
            case.lack(&APPLICATIONS.spec, Place::Row(row));
            open = true;
        }
    }

    let years = filed.map_or_else(Vec::new, |filed| years(filed, wanted.after));
    if years.is_empty() {
        if !open {
            let at_least_one = Bound::AtLeast(Figure::Count(1));
            case.condition(wanted.filed, Place::Whole, Some(&APPLICATIONS.spec), Some(Figure::Count(0)), at_least_one);
            if wanted.after.is_some() {
                case.nothing_of(&APPLICATIONS.spec);
            }
        }
        case.ask(&CONTRIBUTIONS);
        // Without a year all increases are looked at: if even they are not enough, no application would be.
        enough(case, wanted, None, counted(None));
        return None;
    }

    // Without an increase no application can be good, whatever is not told of them.
    open &= !table.is_some_and(Table::is_empty);
    let good = |year, counted: Option<&Vec<Money>>| {
        let contributed = case.in_year(&YEARLY_CONTRIBUTION, year).map(Figure::Money);
        let contributed = contributed.map(|figure| route.contribution_from.admits(figure));
        all_of([contributed, total(counted).map(|sum| sum >= wanted.from)])
    };
    let judged = years.into_iter().map(|year| {
        let counted = counted(Some(year));
        let good = good(year, counted.as_ref());
        ((year, counted), good)
    });
    let looked = Looked::first_of(judged);
    open |= looked.open;
    let found =
        looked.found().and_then(|(year, counted)| Some(Application { year: *year, sum: total(counted.as_ref())? }));
    for ((year, counted), good) in looked.all {
        if good == Some(false) && (open || found.is_some()) {
            pass_over(case, route, wanted, year, counted);
        } else {
            case.money_in((&YEARLY_CONTRIBUTION, year), route.contribution, route.contribution_from);
            enough(case, wanted, Some(year), counted);
        }
    }
    found.filter(|_| !open)
}

/// The Opinion's day. It is needed only where an increase lies before the rules, which cite the Opinion.
fn opinion_for(case: &mut Case<'_>, table: &Table) -> Option<Date> {
    let before = |row: usize| table.get(&increases::DATE, row).is_some_and(|date| date < IN_FORCE);
    if (0..table.len()).any(before) { case.ask(&OPINION_DATE) } else { None }
}

/// The condition that the increases up to a year's end, or all of them, are enough.
fn enough(case: &mut Case<'_>, wanted: &Wanted, until: Option<Year>, counted: Option<Vec<Money>>) {
    let place = until.map_or(Place::Whole, Place::Year);
    let bound = Bound::AtLeast(Figure::Money(wanted.from));
    if let Some(sum) = show_sum(case, place, counted) {
        case.condition(wanted.size, place, Some(&INCREASES.spec), Some(Figure::Money(sum)), bound);
        return;
    }
    case.condition(wanted.size, place, None, None, bound);
    // The table or the Opinion's day is named by asking for it; here the rows that are not complete.
    let opinion = case.facts().get(&OPINION_DATE);
    let Some(table) = case.peek(&INCREASES) else { return };
    for row in (0..table.len()).filter(|row| Increase::of(table, *row, opinion, until) == Increase::Open) {
        case.lack(&INCREASES.spec, Place::Row(row));
    }
}

/// Shows an application that fails where another one counts, or may.
fn pass_over(case: &mut Case<'_>, route: &Route, wanted: &Wanted, year: Year, counted: Option<Vec<Money>>) {
    let place = Place::Year(year);
    case.observe_in((&YEARLY_CONTRIBUTION, year), route.contribution, route.contribution_from);
    if let Some(sum) = show_sum(case, place, counted) {
        let bound = Bound::AtLeast(Figure::Money(wanted.from));
        case.observe(wanted.size, place, Some(&INCREASES.spec), Figure::Money(sum), bound);
    }
}

/// What the increases that count come to, with the addition where there is something to add.
fn show_sum(case: &mut Case<'_>, place: Place, counted: Option<Vec<Money>>) -> Option<Money> {
    counted.map(|counted| if counted.is_empty() { Money::ZERO } else { case.sum(&ADDED_UP, place, &counted) })
}

fn total(counted: Option<&Vec<Money>>) -> Option<Money> {
    counted.map(|counted| counted.iter().copied().sum())
}

/// The years of application, earliest first, perhaps only those after a year.
fn years(filed: &Table, after: Option<Year>) -> Vec<Year> {
    let mut years: Vec<Year> = (0..filed.len())
        .filter_map(|row| filed.get(&applications::YEAR, row))
        .filter(|year| after.is_none_or(|after| *year > after))
        .collect();
    years.order();
    years
}

/// An increase, as it bears on an application.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Increase {
    /// It counts.
    Counts(Money),
    /// It is before the Opinion or after the year of application.
    Apart,
    /// Its date or amount is missing.
    Open,
    /// It lies before the rules, and the Opinion's day is missing.
    Waits,
}

impl Increase {
    fn too_early(table: &Table, row: usize, opinion: Option<Date>) -> bool {
        let date = table.get(&increases::DATE, row).filter(|date| *date < IN_FORCE);
        opinion.is_some_and(|opinion| date.is_some_and(|date| date < opinion))
    }

    fn of(table: &Table, row: usize, opinion: Option<Date>, until: Option<Year>) -> Self {
        let date = table.get(&increases::DATE, row);
        let too_late = until.is_some_and(|until| date.is_some_and(|date| date.year() > until));
        match (date, table.money(&increases::AMOUNT, row)) {
            _ if too_late || Self::too_early(table, row, opinion) => Self::Apart,
            (Some(date), Some(_)) if date < IN_FORCE && opinion.is_none() => Self::Waits,
            (Some(_), Some(amount)) => Self::Counts(amount),
            _ => Self::Open,
        }
    }
}

/// The increases that count; nothing while one is incomplete or waits for the Opinion's day.
fn add_up(table: &Table, opinion: Option<Date>, until: Option<Year>) -> Option<Vec<Money>> {
    let mut counted = Vec::new();
    for row in 0..table.len() {
        match Increase::of(table, row, opinion, until) {
            Increase::Counts(amount) => counted.push(amount),
            Increase::Apart => {}
            Increase::Open | Increase::Waits => return None,
        }
    }
    Some(counted)
}
