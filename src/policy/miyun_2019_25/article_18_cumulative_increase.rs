//! 第十八条 · how capital increases add up, and the application for the difference
//!
//! Articles 16 and 17 price the first application that meets their conditions, this article one more after it. All
//! three look for applications the same way, which therefore stands here.

use super::{article_02_gate as gate, article_04_kinds as kinds};
use super::{article_16_capital_increase as article_16, article_17_capital_increase_quasi as article_17};
use crate::answers::answer::Table;
use crate::applicant::capital::{APPLICATIONS, CAPITAL_REDUCED, INCREASES, applications, increases};
use crate::applicant::contribution::{CONTRIBUTIONS, YEARLY_CONTRIBUTION, contributions};
use crate::applicant::identity::{KIND, Kind, OPINION_DATE};
use crate::date::{Date, Year};
use crate::money::{Money, yi};
use crate::rule::clause::{Brief, copy_of, original};
use crate::rule::{Bound, Case, Clause, Doubt, Figure, Place, Provision, Stop};
use crate::text::text;

/// The clause.
pub static CLAUSE: Clause = Clause {
    id: "cumulative_increase",
    article: 18,
    title: text("累计增资补差", "Cumulative increases: the difference"),
    brief: Brief {
        whom: text(
            "已按第十六条或第十七条领过一次、又累计到10亿元的机构",
            "Those already paid once under Article 16 or 17 whose increases have reached 1 billion",
        ),
        looks_at: text(
            "《意见》发布以来的累计增资、前一次的补助、再次申请那年的贡献",
            "Increases since the 2018 Opinion, the first subsidy, the contribution in the year of the second application",
        ),
        gives: text(
            "全额减已领；领过一次以后，差额总是0",
            "The full sum less what was paid: always nothing after a first subsidy",
        ),
        lasts: text("一次", "Once"),
    },
    kinds: kinds::of(&[
        Kind::LegalEntity,
        Kind::Branch1,
        Kind::FunctionalHq,
        Kind::FundManager,
        Kind::Quasi,
        Kind::Support,
    ]),
    gate: &gate::WHOLE,
    any_year: false,
    provisions: &[
        &article_16::ARRIVAL,
        &article_17::APPROVED,
        &article_17::RECOGNISED,
        &REDUCED,
        &BEFORE_OPINION,
        &FILED,
        &article_16::CONTRIBUTION,
        &article_17::CONTRIBUTION,
        &ADDED_UP,
        &article_16::SIZE,
        &article_17::SIZE,
        &NOT_IN_FULL,
        &FILED_AGAIN,
        &AGAIN,
        &article_16::SUBSIDY,
        &article_17::SHARE,
        &article_17::CAP,
        &FULL,
        &DIFFERENCE,
    ],
    tiers: &[],
    doubts: &[&NEGATIVE],
    evidence: &[
        original("历次增资台账（日期、金额、累计）", "Ledger of the increases: dates, amounts, running sum"),
        copy_of("历次增资的决议、变更登记和验资报告", "Resolutions, change registrations and capital verifications"),
        copy_of("前一次增资补助的拨款凭证", "Proof of payment of the first subsidy"),
        copy_of("区域综合贡献确认函（按年）", "Letters confirming the contribution, by year"),
    ],
    read,
};

/// A reduction makes Articles 16 to 18 unknown.
pub(super) static REDUCED: Provision = Provision::new(
    18,
    "减过资，累计数如何算细则没有写：先书面问区金融办，答复以前不测算",
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
static NOT_IN_FULL: Provision = Provision::new(
    18,
    "前一次申请时累计还不到10亿元（到了就已一次付足）",
    "the first application was made below 1 billion; from there on it is paid in full at once",
);
static FILED_AGAIN: Provision =
    Provision::new(18, "第一次补助以后再申请一次", "one more application after the first subsidy");
static AGAIN: Provision =
    Provision::new(18, "再次申请时累计达到10亿元", "the sum reaches 1 billion at the second application");
static FULL: Provision = Provision::new(18, "该类机构的全额", "the full sum for this kind of institution");
static DIFFERENCE: Provision = Provision::new(
    18,
    "全额减前一次补助，不足零按零，也不倒扣",
    "the full sum less the first subsidy; not below zero, and nothing is taken back",
);

/// From this sum on there is one more application.
const AGAIN_FROM: Money = yi(10);

static NEGATIVE: Doubt = Doubt {
    number: "18.1",
    issue: text(
        "前一次补助不少于全额，“补差”算出来是零或负数",
        "the first subsidy is never below the full sum, so the difference is zero or negative",
    ),
    prudent: text("差额按零，不再给，也不退回", "the difference counts as zero: nothing more, nothing back"),
    favourable: text(
        "另给全额，或全部累计按3%再减已领；都没有文字依据，不计入金额",
        "the full sum on top, or 3% of the whole sum less what was paid; the text supports neither, so no amount is shown",
    ),
    ask: text(
        "我单位累计增资在5亿元以上、不到10亿元时已领增资补助，现累计达到10亿元。请问第十八条的差额如何计算？是否需要退回？",
        "We were paid the increase subsidy at a sum between 500 million and 1 billion, which has now reached 1 billion. How is the difference of Article 18 worked out, and is anything to be returned?",
    ),
};

/// Article 16 or Article 17: what an application under it must meet and what it gives.
pub(super) struct Line {
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

/// The first application that meets the conditions of its line, with everything looked at on the way.
pub(super) fn first_application(case: &mut Case<'_>, line: &Line) -> Option<Application> {
    if case.ask(&CAPITAL_REDUCED) == Some(true) {
        case.remark(&REDUCED, Place::Whole);
        case.lack(&CAPITAL_REDUCED.spec, Place::Whole);
    }
    if let (Some(table), opinion) = (case.ask(&INCREASES), case.ask(&OPINION_DATE)) {
        for row in (0..table.len()).filter(|row| Increase::too_early(table, *row, opinion)) {
            case.remark(&BEFORE_OPINION, Place::Row(row));
        }
    }
    find(case, line, &Wanted { after: None, filed: &FILED, size: line.size, from: line.size_from })
}

/// Says of every application after the first good one that it is no first one.
pub(super) fn pass_over_later(case: &mut Case<'_>, first: Year) {
    for year in case.peek(&APPLICATIONS).map_or_else(Vec::new, |filed| years(filed, Some(first))) {
        case.remark(&LATER, Place::Year(year));
    }
}

/// The years in which one application would meet the conditions of its line, with the sum that it would be priced on:
/// every year with a contribution, as far as the facts are told.
pub(super) fn possible_applications(case: &Case<'_>, line: &Line) -> Vec<Application> {
    let (Some(contributed), Some(table)) = (case.facts().get(&CONTRIBUTIONS), case.facts().get(&INCREASES)) else {
        return Vec::new();
    };
    let opinion = case.facts().get(&OPINION_DATE);
    let mut possible: Vec<Application> = (0..contributed.len())
        .filter_map(|row| {
            let year = contributed.get(&contributions::YEAR, row)?;
            let enough = line.contribution_from.admits(Figure::Money(case.in_year(&YEARLY_CONTRIBUTION, year)?));
            let sum = total(add_up(table, opinion, Some(year)).as_ref())?;
            (enough && sum >= line.size_from).then_some(Application { year, sum })
        })
        .collect();
    possible.sort_unstable_by_key(|application| application.year);
    possible
}

/// Which application is looked for.
struct Wanted {
    /// Only those after this year.
    after: Option<Year>,
    /// That there is one.
    filed: &'static Provision,
    /// That its sum is enough.
    size: &'static Provision,
    /// How much is enough.
    from: Money,
}

/// An application as far as it is known.
struct Looked {
    year: Year,
    /// The increases that count towards it.
    counted: Option<Vec<Money>>,
    /// Whether it meets its conditions; one that fails decides though the other is not known.
    good: Option<bool>,
}

/// The first application that is wanted. Earlier ones that fail are shown; one that is not known yet could be the
/// first, so that its facts are missing. With none, every unmet condition of every application is named.
fn find(case: &mut Case<'_>, line: &Line, wanted: &Wanted) -> Option<Application> {
    let (opinion, table) = (case.ask(&OPINION_DATE), case.ask(&INCREASES));
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
        }
        case.ask(&CONTRIBUTIONS);
        // Without a year all increases are looked at: if even they are not enough, no application would be.
        enough(case, wanted, None, counted(None));
        return None;
    }

    let mut looked: Vec<Looked> = Vec::new();
    for year in years {
        let counted = counted(Some(year));
        let contributed =
            case.in_year(&YEARLY_CONTRIBUTION, year).map(|figure| line.contribution_from.admits(Figure::Money(figure)));
        let good = match (contributed, total(counted.as_ref()).map(|sum| sum >= wanted.from)) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        };
        open |= good.is_none();
        looked.push(Looked { year, counted, good });
        if good == Some(true) {
            break;
        }
    }
    let found = looked.last().filter(|last| last.good == Some(true));
    let found = found.and_then(|found| Some(Application { year: found.year, sum: total(found.counted.as_ref())? }));
    for Looked { year, counted, good } in looked {
        if good == Some(false) && (open || found.is_some()) {
            pass_over(case, line, wanted, year, counted);
        } else {
            case.money_in((&YEARLY_CONTRIBUTION, year), line.contribution, line.contribution_from);
            enough(case, wanted, Some(year), counted);
        }
    }
    found.filter(|_| !open)
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
    let opinion = case.peek(&OPINION_DATE);
    let Some(table) = case.peek(&INCREASES) else { return };
    for row in (0..table.len()).filter(|row| Increase::of(table, *row, opinion, until) == Increase::Open) {
        case.lack(&INCREASES.spec, Place::Row(row));
    }
}

/// Shows an application that fails where another one counts, or may.
fn pass_over(case: &mut Case<'_>, line: &Line, wanted: &Wanted, year: Year, counted: Option<Vec<Money>>) {
    let place = Place::Year(year);
    if let Some(figure) = case.in_year(&YEARLY_CONTRIBUTION, year).map(Figure::Money) {
        case.observe(line.contribution, place, Some(&CONTRIBUTIONS.spec), figure, line.contribution_from);
    }
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
    years.sort_unstable();
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
}

impl Increase {
    fn too_early(table: &Table, row: usize, opinion: Option<Date>) -> bool {
        opinion.is_some_and(|opinion| table.get(&increases::DATE, row).is_some_and(|date| date < opinion))
    }

    fn of(table: &Table, row: usize, opinion: Option<Date>, until: Option<Year>) -> Self {
        let date = table.get(&increases::DATE, row);
        let too_late = until.is_some_and(|until| date.is_some_and(|date| date.year() > until));
        match (date, table.money(&increases::AMOUNT, row)) {
            _ if too_late || Self::too_early(table, row, opinion) => Self::Apart,
            (Some(_), Some(amount)) => Self::Counts(amount),
            _ => Self::Open,
        }
    }
}

/// The increases that count; nothing while one is incomplete or the Opinion's day is not told.
fn add_up(table: &Table, opinion: Option<Date>, until: Option<Year>) -> Option<Vec<Money>> {
    if opinion.is_none() && !table.is_empty() {
        return None;
    }
    let mut counted = Vec::new();
    for row in 0..table.len() {
        match Increase::of(table, row, opinion, until) {
            Increase::Counts(amount) => counted.push(amount),
            Increase::Apart => {}
            Increase::Open => return None,
        }
    }
    Some(counted)
}

fn read(case: &mut Case<'_>) -> Result<(), Stop> {
    let line = match case.peek(&KIND) {
        Some(Kind::Quasi | Kind::Support) => &article_17::LINE,
        _ => &article_16::LINE,
    };
    (line.admit)(case);
    let first = first_application(case, line);
    let mut again = None;
    if let Some(first) = first {
        let below = Bound::Below(Figure::Money(AGAIN_FROM));
        let place = Place::Year(first.year);
        let partly = case.condition(&NOT_IN_FULL, place, Some(&INCREASES.spec), Some(Figure::Money(first.sum)), below);
        if partly == Some(true) {
            let wanted = Wanted { after: Some(first.year), filed: &FILED_AGAIN, size: &AGAIN, from: AGAIN_FROM };
            again = find(case, line, &wanted);
        }
    }
    let (first, again) = case.settle((first, again))?;

    let paid = (line.award)(case, Place::Year(first.year), first.sum);
    let place = Place::Year(again.year);
    let full = case.fixed(&FULL, place, line.full);
    let difference = case.difference(&DIFFERENCE, place, [full, paid]);
    case.give(again.year, difference);
    case.doubt(&NEGATIVE);
    Ok(())
}
