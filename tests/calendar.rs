//! The calendar: what falls on which day, and the file that other programs take, read by a parser that is not ours.

use icalendar::parser::{Component, read_calendar, unfold};
use miyun::answers::answer::{Answer, Table};
use miyun::answers::form::Form;
use miyun::answers::question::Spec;
use miyun::applicant::contribution::GROWTH_START;
use miyun::applicant::identity::APPLICATION_YEAR;
use miyun::applicant::received::{RECEIVED, received};
use miyun::applicant::referral::{ENTERPRISES, enterprises};
use miyun::date::Date;
use miyun::drafts::calendar::{Dated, calendar};
use miyun::drafts::draft::{Draft, Further};
use miyun::drafts::examples::ALL;
use miyun::money::wan;
use miyun::office::ics;
use miyun::packet::package::Package;
use miyun::policy::miyun_2019_29::EDITION;
use miyun::rule::{Event, Happening};
use miyun::text::Lang;

fn example(id: &str) -> Draft {
    ALL.iter().find(|example| example.id == id).unwrap().draft().unwrap()
}

fn events(draft: &Draft) -> Vec<Event> {
    (draft.rules().calendar)(&draft.facts, &draft.rules().assess(&draft.facts, true))
}

fn day(iso: &str) -> Date {
    Date::from_iso(iso).unwrap()
}

/// The same with what falls on which day under editions beside its own.
fn days(draft: &Draft) -> Vec<Dated> {
    calendar(draft, &draft.rules().assess(&draft.facts, true))
}

fn file(draft: &Draft, lang: Lang) -> String {
    ics::write(draft.rules(), draft, &days(draft), lang, day("2026-11-25"))
}

fn value<'a>(component: &'a Component<'_>, name: &str) -> &'a str {
    component.find_prop(name).unwrap_or_else(|| panic!("no {name}")).val.as_str()
}

/// Id, days, and whether the day is sure.
fn rows(draft: &Draft) -> Vec<(String, String, &'static str)> {
    let row = |event: Event| (event.id, format!("{} {}", event.from, event.until), event.sure.id());
    events(draft).into_iter().map(row).collect()
}

#[test]
fn the_bank_sees_calls_payments_and_ends() {
    let bank = example("bank");
    let rows = rows(&bank);
    let of = |id: &str| rows.iter().find(|(other, ..)| other == id).map(|(_, days, sure)| (days.as_str(), *sure));
    for (id, days, sure) in [
        // The call of the year of application, at the end of November; what follows it.
        ("call-2026", "2026-11-25 2026-11-30", "usual"),
        ("filing-2026", "2026-12-01 2026-12-31", "usual"),
        ("review-2026", "2027-01-01 2027-06-30", "usual"),
        // Growth funding runs to 2030: each of its years has its own call, and comes a year later.
        ("call-2030", "2030-11-25 2030-11-30", "usual"),
        ("payment-2031-2030", "2031-01-01 2031-12-31", "usual"),
        // By what is filled in it starts in 2026; nothing is chosen.
        ("support-growth_funding", "2030-12-31 2030-12-31", "usual"),
        // Five years from the last payment.
        ("duty-stay", "2036-12-31 2036-12-31", "usual"),
    ] {
        assert_eq!(of(id), Some((days, sure)), "{id}");
    }
    assert_eq!(of("call-2031"), None);
    assert!(rows.is_sorted_by(|one, other| one.1 <= other.1), "{rows:?}");

    // A start that is chosen is sure.
    let mut chosen = bank.clone();
    chosen.facts.set(&GROWTH_START.spec, Some(Answer::Year(2024))).unwrap();
    let found = self::rows(&chosen);
    assert!(found.contains(&("support-growth_funding".into(), "2028-12-31 2028-12-31".into(), "sure")), "{found:?}");

    // Nothing without the year of application.
    let mut open = bank;
    open.facts.set(&APPLICATION_YEAR.spec, None).unwrap();
    assert!(events(&open).is_empty());
}

fn table(spec: &'static Spec, cells: &[(usize, Answer)]) -> Answer {
    let Form::Table(columns) = spec.form else { panic!("{} is no table", spec.id) };
    let mut table = Table::new(columns);
    table.insert(0);
    for (column, answer) in cells {
        table.set(columns, 0, *column, Some(answer.clone())).unwrap();
    }
    Answer::Table(table)
}

/// An applicant that has nothing more to come, and one payment behind it.
fn paid(last: Option<&str>) -> Draft {
    let mut draft = example("association");
    let mut cells = vec![
        (received::YEAR.index, Answer::Year(2023)),
        (received::AMOUNT.index, Answer::Money(wan(3))),
        (received::UNDER.index, Answer::Choice(0)),
    ];
    cells.extend(last.map(|last| (received::LAST_PAID.index, Answer::Date(day(last)))));
    draft.facts.set(&RECEIVED.spec, Some(table(&RECEIVED.spec, &cells))).unwrap();
    draft
}

#[test]
fn five_years_run_from_the_day_of_the_last_payment_where_it_is_told() {
    for (last, days, sure) in [
        (Some("2024-05-20"), "2029-05-19 2029-05-19", "sure"),
        (Some("2024-01-01"), "2028-12-31 2028-12-31", "sure"),
        // The year alone: the end of the fifth.
        (None, "2029-12-31 2029-12-31", "usual"),
    ] {
        let found = rows(&paid(last));
        assert!(found.contains(&("duty-stay".into(), days.into(), sure)), "{last:?}: {found:?}");
    }
    // What is past is not told.
    assert!(!rows(&paid(Some("2019-05-20"))).iter().any(|(id, ..)| id == "duty-stay"));
}

#[test]
fn windows_of_introduced_enterprises_end_three_years_from_the_first_tax_day() {
    let introducer = example("introducer");
    let windows: Vec<_> = events(&introducer).into_iter().filter(|event| event.kind == Happening::Window).collect();
    // Only those that end in the year of application or later.
    assert!(!windows.is_empty() && windows.iter().all(|window| window.until >= day("2026-01-01")));
    assert!(
        windows.iter().any(|window| window.id == "window-2026-12-31" && window.title(Lang::Zh).contains("引进企业9"))
    );

    // Several of one day are one event.
    let mut draft = introducer;
    let Form::Table(columns) = ENTERPRISES.spec.form else { panic!() };
    let table = draft.facts.table_mut(&ENTERPRISES.spec).unwrap();
    for row in 0..3 {
        table.set(columns, row, enterprises::FIRST_TAX.index, Some(Answer::Date(day("2024-02-29")))).unwrap();
    }
    let found = events(&draft);
    let window = found.iter().find(|event| event.id == "window-2027-02-28").unwrap();
    assert!(window.title(Lang::Zh).ends_with("等3家"), "{}", window.title(Lang::Zh));
    assert!(window.title(Lang::En).ends_with("and 2 more"), "{}", window.title(Lang::En));
}

#[test]
fn every_day_says_its_article_in_both_languages() {
    for example in ALL {
        let draft = example.draft().unwrap();
        let events = events(&draft);
        let mut ids: Vec<&str> = events.iter().map(|event| event.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), events.len(), "{}", example.id);
        for event in &events {
            assert!(event.from <= event.until, "{}: {}", example.id, event.id);
            assert!(draft.rules().entry(event.provision.article).is_some());
            assert!(
                !event.title(Lang::En).chars().any(|sign| ('\u{4e00}'..='\u{9fff}').contains(&sign))
                    || event.kind == Happening::Window
            );
        }
    }
}

/// RFC 5545 by another parser: lines, folds, escapes, whole days whose end is the day after, reminders.
#[test]
fn another_parser_reads_every_event_as_it_is() {
    for example in ALL {
        let draft = example.draft().unwrap();
        let events: Vec<Event> = days(&draft).into_iter().map(|day| day.event).collect();
        for lang in [Lang::Zh, Lang::En] {
            let text = file(&draft, lang);
            assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{}", example.id);
            let unfolded = unfold(&text);
            let calendar = read_calendar(&unfolded).unwrap();
            assert_eq!(calendar.components.len(), events.len(), "{}", example.id);
            for (event, read) in events.iter().zip(&calendar.components) {
                assert_eq!(read.name, "VEVENT");
                let compact = |day: Date| day.to_string().replace('-', "");
                assert_eq!(value(read, "SUMMARY"), event.title(lang));
                assert_eq!(value(read, "DTSTART"), compact(event.from));
                assert_eq!(value(read, "DTEND"), compact(event.until.next().unwrap()));
                for name in ["DTSTART", "DTEND"] {
                    let parameters = &read.find_prop(name).unwrap().params;
                    assert!(
                        parameters
                            .iter()
                            .any(|own| own.key == "VALUE" && own.val.as_ref().is_some_and(|of| *of == "DATE"))
                    );
                }
                assert!(value(read, "DESCRIPTION").contains(&event.provision.sentence(lang)));
                assert_eq!(value(read, "DTSTAMP"), "20261125T000000Z");
                let alarm = read.components.iter().find(|inner| inner.name == "VALARM");
                let trigger = alarm.map(|alarm| value(alarm, "TRIGGER").to_owned());
                assert_eq!(trigger, event.kind.remind_before().map(|days| format!("-P{days}D")), "{}", event.id);
            }
        }
    }
}

/// A promised day stands among the days of the application, under its own document, with the name of the matter; in the
/// file it is the event that the package's own calendar has. Without needs the calendar is that of the edition.
#[test]
fn what_was_promised_stands_among_the_days_of_the_application() {
    let draft = example("trust_introducer");
    let promised =
        |draft: &Draft| days(draft).into_iter().filter(|day| day.event.kind == Happening::Promise).collect::<Vec<_>>();
    let found = promised(&draft);
    assert_eq!((found.len(), found[0].event.from), (1, day("2026-12-15")));
    assert_eq!(found[0].event.title(Lang::Zh), "承诺办结：员工子女入学");
    assert_eq!(found[0].basis(&draft, Lang::Zh), "密政发〔2019〕29号第六部分第3项");
    assert_eq!(found[0].basis(&draft, Lang::En), "密政发〔2019〕29号, Part 6(3)");
    let dates: Vec<Date> = days(&draft).iter().map(|day| day.event.from).collect();
    assert!(dates.is_sorted(), "{dates:?}");

    let package = Package::lay_out(&draft, &draft.claimed(true), Lang::Zh, day("2026-11-25")).unwrap();
    let alone = ics::write(&EDITION, &draft, &package.days, Lang::Zh, day("2026-11-25"));
    let uid = |file: &str| {
        let unfolded = unfold(file);
        let calendar = read_calendar(&unfolded).unwrap();
        let promise = calendar.components.iter().find(|event| value(event, "CATEGORIES") == "PROMISE").unwrap();
        assert_eq!(value(promise, "SUMMARY"), "承诺办结：员工子女入学");
        value(promise, "UID").to_owned()
    };
    assert_eq!(uid(&alone), uid(&file(&draft, Lang::Zh)));

    let plain = Draft { further: Further::default(), ..draft };
    assert!(promised(&plain).is_empty());
    assert_eq!(days(&plain).len(), events(&plain).len());
}

fn uids(draft: &Draft, lang: Lang) -> Vec<String> {
    let unfolded = unfold(&file(draft, lang));
    let calendar = read_calendar(&unfolded).unwrap();
    calendar.components.iter().map(|event| value(event, "UID").to_owned()).collect()
}

#[test]
fn names_of_events_stay_when_the_draft_changes_and_are_each_applicants_own() {
    let bank = example("bank");
    let before = uids(&bank, Lang::Zh);
    assert_eq!(uids(&bank, Lang::En), before);
    let mut changed = bank.clone();
    changed.title = "another title".into();
    changed.facts.set(&GROWTH_START.spec, Some(Answer::Year(2026))).unwrap();
    assert_eq!(uids(&changed, Lang::Zh), before);
    let other = uids(&example("insurance_branch"), Lang::Zh);
    assert!(!before.is_empty() && !other.iter().any(|uid| before.contains(uid)));
}

#[test]
fn names_that_would_break_the_format_come_back_whole() {
    let name = "甲,乙;丙\\丁：一个很长很长的企业名称，长到一行写不下，还要再折一次才写得完的那一种公司";
    let mut draft = example("introducer");
    let cells = [
        (enterprises::NAME.index, Answer::Words(name.into())),
        (enterprises::FIRST_TAX.index, Answer::Date(day("2025-03-01"))),
    ];
    draft.facts.set(&ENTERPRISES.spec, Some(table(&ENTERPRISES.spec, &cells))).unwrap();
    let text = file(&draft, Lang::Zh);
    assert!(text.split("\r\n").all(|line| line.len() <= 75));
    let unfolded = unfold(&text);
    let calendar = read_calendar(&unfolded).unwrap();
    let window = calendar.components.iter().find(|event| value(event, "CATEGORIES") == "WINDOW").unwrap();
    assert_eq!(value(window, "SUMMARY"), format!("三年窗口结束：{name}"));
    assert_eq!((value(window, "DTSTART"), value(window, "DTEND")), ("20280229", "20280301"));
}
