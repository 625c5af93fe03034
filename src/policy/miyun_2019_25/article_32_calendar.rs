//! 第三十二条 · what falls on which day: calls, reviews, payments, ends of support and duties, in our own words.

use std::collections::BTreeMap;

use crate::answers::facts::Facts;
use crate::applicant::contribution::GROWTH_START;
use crate::applicant::referral::{ENTERPRISES, enterprises};
use crate::date::{Date, Year};
use crate::order::Order;
use crate::policy::miyun_2019_25::article_35_duties::plan;
use crate::policy::miyun_2019_25::article_35_repayable::repayable;
use crate::rule::calendar::{Certainty, Event, Happening};
use crate::rule::{Amount, Assessment, Outcome, Place, Provision, Report, Step, Work};
use crate::text::Lang;

static CALL: Provision = Provision::new(
    32,
    "区金融办每年11月底公告申报，具体日期以公告为准",
    "the district financial office announces the call at the end of November; the notice has the day",
);
static FILING: Provision = Provision::new(
    32,
    "公告以后网上申报，截止日期以公告为准",
    "one applies on the platform after the call; the notice has the deadline",
);
static REVIEW: Provision = Provision::new(
    32,
    "初审通过后提交纸质材料，联合复审，报区政府常务会；细则没有写日期",
    "after the first review the papers go to the joint review and to the district government; the rules name no day",
);
static PAYMENT: Provision = Provision::new(
    33,
    "批准以后拨付，年度结束后结算，通常在次年；细则没有写日期",
    "money is paid after approval and settled when the year is over, usually in the year after; the rules name no day",
);
static SUPPORT: Provision =
    Provision::new(36, "分年支持有年限，到期不再享受", "yearly support runs for a term and ends with it");
static WINDOW: Provision = Provision::new(
    27,
    "选定的年度须在首次纳税日起三年内",
    "the chosen year lies within three years of the first tax day",
);

/// The articles that give year by year.
const YEARLY: [u8; 4] = [11, 12, 19, 20];
/// How long the window of an introduced enterprise is, in years.
const WINDOW_YEARS: Year = 3;
/// The call comes at the end of November: these days of it.
const CALL_DAYS: (u8, u8) = (25, 30);
/// Reviews begin after the year and are usually over by the middle of the next.
const REVIEWED_BY: (u8, u8) = (6, 30);

/// What falls on which day, from the year of application on. Nothing while that is not told.
pub(super) fn calendar(facts: &Facts, report: &Report) -> Vec<Event> {
    let Some(applied) = report.applied else { return Vec::new() };
    let mut events = Vec::new();
    for year in years_to_apply(report, applied) {
        application(&mut events, year);
    }
    payments(&mut events, facts, report);
    supports(&mut events, facts, report);
    windows(&mut events, facts, applied);
    duties(&mut events, facts, report);
    events.retain(|event| event.until >= Date::first_of(applied));
    events.order_by_key(|event| (event.from, event.until));
    events
}

/// The year of application, and the later ones for which support is expected: each has its own call.
fn years_to_apply(report: &Report, applied: Year) -> Vec<Year> {
    let brings = |(year, amount): (Year, Amount)| {
        let nothing = amount.certain.is_zero() && amount.possible.is_zero() && amount.ceiling.is_zero();
        (year > applied && !nothing).then_some(year)
    };
    let mut years: Vec<Year> = [applied].into_iter().chain(report.by_year.iter().filter_map(brings)).collect();
    years.order();
    years.dedup();
    years
}

fn application(events: &mut Vec<Event>, year: Year) {
    let day = |year, month, day| Date::new(year, month, day);
    let (first, last) = CALL_DAYS;
    let mut add = |kind: Happening, days: (Option<Date>, Option<Date>), title: [String; 2], provision| {
        let (Some(from), Some(until)) = days else { return };
        let id = format!("{}-{year}", kind.id());
        events.push(Event { id, kind, from, until, title, provision, sure: Certainty::Usual });
    };
    let call = [format!("{year}年度申报公告"), format!("Call for applications of {year}")];
    add(Happening::Call, (day(year, 11, first), day(year, 11, last)), call, &CALL);
    let filing = [format!("{year}年度网上申报"), format!("Application of {year} on the platform")];
    add(Happening::Filing, (day(year, 12, 1), day(year, 12, 31)), filing, &FILING);
    let (month, end) = REVIEWED_BY;
    let review = [format!("{year}年度申报的复审和审定"), format!("Joint review and decision on {year}")];
    add(Happening::Review, (day(year + 1, 1, 1), day(year + 1, month, end)), review, &REVIEW);
}

/// Payments that are expected, by the year in which they come and the year that they support.
fn payments(events: &mut Vec<Event>, facts: &Facts, report: &Report) {
    for payment in plan(facts, report).payments.into_iter().filter(|payment| !payment.received) {
        let (of, amount) = (payment.support_year, payment.amount);
        let (zh, en) = (amount.said(Lang::Zh), amount.said(Lang::En));
        events.push(Event {
            id: format!("payment-{}-{of}", payment.expected),
            kind: Happening::Payment,
            from: Date::first_of(payment.expected),
            until: Date::last_of(payment.expected),
            title: [format!("{of}年度支持预计拨付和结算：{zh}"), format!("Support of {of} expected and settled: {en}")],
            provision: &PAYMENT,
            sure: Certainty::Usual,
        });
    }
}

/// The last year of each yearly support.
fn supports(events: &mut Vec<Event>, facts: &Facts, report: &Report) {
    let yearly = |own: &&Assessment| own.outcome == Outcome::Met && YEARLY.iter().any(|no| own.clause.article == *no);
    for own in report.assessments.iter().filter(yearly) {
        let year = |place| match place {
            Place::Year(year) => Some(year),
            Place::Whole | Place::Row(_) => None,
        };
        // The years of its run, those that pay nothing included; or what pays, where it has none.
        let worked = |step: &&Step| !matches!(step.work, Work::Condition { .. });
        let run = own.steps.iter().filter(worked).filter_map(|step| year(step.place));
        let Some(last) = run.chain(own.estimate.gross().iter().map(|(year, _)| year)).max() else { continue };
        // Where the applicant chooses the start, it holds once it is chosen.
        let chooses = own.clause.article == 19;
        let sure = !chooses || facts.get(&GROWTH_START).is_some();
        let title = own.clause.title;
        events.push(Event {
            id: format!("support-{}", own.clause.id),
            kind: Happening::Support,
            from: Date::last_of(last),
            until: Date::last_of(last),
            title: [
                format!("{}：最后一个支持年度（{last}）结束", title.zh),
                format!("{}: the last year of support ({last}) ends", title.en),
            ],
            provision: &SUPPORT,
            sure: if sure { Certainty::Sure } else { Certainty::Usual },
        });
    }
}

/// The ends of the windows of introduced enterprises, one event a day.
fn windows(events: &mut Vec<Event>, facts: &Facts, applied: Year) {
    let Some(table) = facts.get(&ENTERPRISES) else { return };
    let mut days: BTreeMap<Date, (String, usize)> = BTreeMap::new();
    let first_tax = table.date_column(&enterprises::FIRST_TAX);
    for row in 0..table.len() {
        let day = first_tax.get(row).copied().flatten().and_then(|day| day.years_end(WINDOW_YEARS));
        let Some(day) = day.filter(|day| day.year() >= applied) else { continue };
        let name = || table.get(&enterprises::NAME, row).unwrap_or("").trim().to_owned();
        days.entry(day).or_insert_with(|| (name(), 0)).1 += 1;
    }
    for (day, (name, count)) in days {
        let who = match (name.is_empty(), count) {
            (false, 1) => [name.clone(), name],
            (false, _) => [format!("{name}等{count}家"), format!("{name} and {} more", count - 1)],
            (true, _) => [format!("{count}家引进企业"), format!("{count} introduced enterprises")],
        };
        let [zh, en] = who;
        events.push(Event {
            id: format!("window-{day}"),
            kind: Happening::Window,
            from: day,
            until: day,
            title: [format!("三年窗口结束：{zh}"), format!("The window of three years ends: {en}")],
            provision: &WINDOW,
            sure: Certainty::Sure,
        });
    }
}

/// The days on which duties end, and the days after them, from which on nothing would have to be repaid for them.
fn duties(events: &mut Vec<Event>, facts: &Facts, report: &Report) {
    let duties = repayable(facts, report).duties;
    for (place, duty) in duties.iter().enumerate() {
        let (Some(until), Some(free)) = (duty.until, duty.free()) else { continue };
        // One that began anew ends for good the last time; the others say their years.
        let again = duties[place + 1..].iter().any(|other| other.id == duty.id);
        let id = if again { format!("{}-{}", duty.id, until.year()) } else { duty.id.to_owned() };
        let (says, frees) = (duty.provision.says, duty.frees);
        let mut add = |kind: Happening, day: Date, title: [String; 2]| {
            let (id, provision) = (format!("{}-{id}", kind.id()), duty.provision);
            events.push(Event { id, kind, from: day, until: day, title, provision, sure: duty.sure });
        };
        let ends = [format!("义务到期：{}", short(says.zh, '；')), format!("Duty ends: {}", short(says.en, ';'))];
        add(Happening::Duty, until, ends);
        let free_from = [
            format!("自此日起不因此退还：{}", frees.zh),
            format!("Nothing to repay for it from here on: {}", frees.en),
        ];
        add(Happening::Free, free, free_from);
    }
}

/// What stands before a sign.
fn short(says: &str, sign: char) -> &str {
    says.split(sign).next().unwrap_or(says)
}
