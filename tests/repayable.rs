//! What would have to be repaid if a duty were broken: the day before, the day, the day after.

use miyun::answers::answer::{Answer, Table};
use miyun::answers::form::Form;
use miyun::answers::question::Chosen;
use miyun::applicant::identity::{APPLICATION_YEAR, KIND, Kind};
use miyun::applicant::received::{RECEIVED, Under, received};
use miyun::date::Date;
use miyun::drafts::draft::Draft;
use miyun::drafts::examples::ALL;
use miyun::money::{Money, wan};
use miyun::rule::repayable::Repayable;
use miyun::rule::{Certainty, Happening};
use miyun::text::Lang;

fn day(iso: &str) -> Date {
    Date::from_iso(iso).unwrap()
}

fn example(id: &str) -> Draft {
    ALL.iter().find(|example| example.id == id).unwrap().draft().unwrap()
}

fn repayable(draft: &Draft) -> Repayable {
    (draft.rules().repayable)(&draft.facts, &draft.rules().assess(&draft.facts, true))
}

/// The place of an article among those that one chooses from; that of other documents for 0.
fn under(article: u8) -> Answer {
    let of = |under: &Under| match under {
        Under::Article(own) => *own == article,
        Under::Other => article == 0,
    };
    Answer::Choice(u8::try_from(Under::ALL.iter().position(of).unwrap()).unwrap())
}

/// An applicant that has nothing to come, with these payments behind it: article, year, ten thousand yuan, day.
fn paid(rows: &[(u8, u16, u32, &str)]) -> Draft {
    let mut draft = Draft::default();
    draft.facts.set(&APPLICATION_YEAR.spec, Some(Answer::Year(2026))).unwrap();
    let Form::Table(columns) = RECEIVED.spec.form else { panic!() };
    let mut table = Table::new(columns);
    for (place, (article, year, amount, last)) in rows.iter().enumerate() {
        table.insert(place);
        let day = Date::from_iso(last).map(Answer::Date);
        for (column, answer) in [
            (received::UNDER.index, Some(under(*article))),
            (received::YEAR.index, Some(Answer::Year(*year))),
            (received::AMOUNT.index, Some(Answer::Money(wan(*amount)))),
            (received::LAST_PAID.index, day),
        ] {
            table.set(columns, place, column, answer).unwrap();
        }
    }
    draft.facts.set(&RECEIVED.spec, Some(Answer::Table(table))).unwrap();
    draft
}

#[test]
fn what_was_received_is_at_stake_from_its_day_until_five_years_after_the_last() {
    let two = [(6, 2020, 500, "2021-03-01"), (19, 2021, 60, "2023-06-15")];
    let leap = [(6, 2023, 100, "2024-02-29")];
    let gap = [(6, 2020, 500, "2021-03-01"), (19, 2025, 60, "2026-03-01")];
    for (reason, rows, days) in [
        (
            "two payments",
            &two[..],
            &[
                ("2021-02-28", 0),
                ("2021-03-01", 500),
                ("2021-03-02", 500),
                ("2023-06-14", 500),
                ("2023-06-15", 560),
                // Five years from the first alone would have ended here: the second started them anew.
                ("2026-03-01", 560),
                ("2028-06-13", 560),
                ("2028-06-14", 560),
                ("2028-06-15", 0),
            ][..],
        ),
        ("29 February", &leap, &[("2024-02-28", 0), ("2024-02-29", 100), ("2029-02-28", 100), ("2029-03-01", 0)]),
        (
            "a payment after the five years: all of it is at stake again",
            &gap,
            &[("2026-02-28", 500), ("2026-03-01", 560), ("2031-02-28", 560), ("2031-03-01", 0)],
        ),
        ("another document", &[(0, 2020, 500, "2021-03-01")], &[("2021-03-01", 0), ("2022-01-01", 0)]),
        (
            "no day: any of the year after",
            &[(6, 2020, 500, "")],
            &[("2020-12-31", 0), ("2021-01-01", 500), ("2026-12-31", 500), ("2027-01-01", 0)],
        ),
    ] {
        let of = repayable(&paid(rows));
        for (iso, amount) in days {
            assert_eq!(of.on(day(iso)), wan(*amount), "{reason}, {iso}");
            assert_eq!(of.received_on(day(iso)), wan(*amount), "{reason}, {iso}: nothing is planned");
        }
    }
}

/// The day on which a duty binds no more.
#[test]
fn each_duty_has_the_day_on_which_it_ends() {
    let free = |draft: &Draft, id: &str| -> Vec<(String, bool)> {
        let duties = repayable(draft).duties;
        let own = duties.iter().filter(|duty| duty.id == id);
        own.map(|duty| (duty.free().unwrap().to_string(), duty.sure == Certainty::Sure)).collect()
    };
    let bought = paid(&[(10, 2022, 150, "2023-05-20"), (19, 2023, 60, "2024-07-01")]);
    assert_eq!(free(&bought, "keep"), [("2026-05-20".to_owned(), true)], "three years from the payment for the office");
    assert_eq!(free(&bought, "stay"), [("2029-07-01".to_owned(), true)], "five from the last of all");
    assert!(free(&bought, "sublet").is_empty());
    let twice = paid(&[(10, 2021, 75, "2022-05-20"), (10, 2022, 75, "2023-05-20")]);
    assert_eq!(free(&twice, "keep"), [("2026-05-20".to_owned(), true)], "the last of two");
    // It began anew after it had ended.
    let again = paid(&[(6, 2018, 75, "2019-12-01"), (19, 2024, 75, "2025-05-20")]);
    assert_eq!(free(&again, "stay"), [("2024-12-01".to_owned(), true), ("2030-05-20".to_owned(), true)]);
    // For life.
    let mut fund = paid(&[(6, 2020, 75, "2019-12-01"), (19, 2024, 75, "2025-05-20")]);
    fund.facts.set(&KIND.spec, Some(Answer::Choice(Kind::FundCompany as u8))).unwrap();
    let duties = repayable(&fund).duties;
    assert_eq!(duties.iter().map(|duty| (duty.id, duty.until)).collect::<Vec<_>>(), [("stay", None)]);
    assert_eq!(repayable(&fund).on(day("2099-01-01")), wan(150));
}

/// What is planned counts too, and says that it is; what nobody received does not.
#[test]
fn what_is_planned_is_told_from_what_was_received() {
    for example in ALL {
        let draft = example.draft().unwrap();
        let report = draft.rules().assess(&draft.facts, true);
        let of = (draft.rules().repayable)(&draft.facts, &report);
        let received: Money = of.payments.iter().filter(|payment| payment.received).map(|payment| payment.amount).sum();
        let planned: Money = of.payments.iter().filter(|payment| !payment.received).map(|payment| payment.amount).sum();
        assert_eq!(received, report.received, "{}", example.id);
        let split = report.split();
        assert_eq!(planned, split.now.certain + split.later.certain, "{}: years before are nobody's", example.id);
        for payment in &of.payments {
            let [zh, en] = [Lang::Zh, Lang::En].map(|lang| payment.words(lang));
            assert_eq!(zh.contains("已领"), payment.received, "{zh}");
            assert_eq!(en.contains("received"), payment.received, "{en}");
            assert!(payment.received || payment.from.year() > draft.year().unwrap(), "{zh}");
        }
        // The amount never falls while a duty binds, and the last day of all is free unless a duty binds for life.
        let turns = of.turns();
        assert!(turns.is_sorted_by(|one, other| one.day < other.day), "{}", example.id);
        if let Some(last) = turns.last()
            && of.duties.iter().all(|duty| duty.until.is_some())
        {
            assert_eq!(last.amount, Money::ZERO, "{}", example.id);
            assert!(!last.freed.is_empty(), "{}", example.id);
        }
        assert!(turns.iter().all(|turn| !turn.says(Lang::Zh).is_empty()), "{}", example.id);
    }
}

/// Days that become free stand in the calendar, each the day after the duty has ended.
#[test]
fn the_calendar_has_the_days_that_become_free() {
    for draft in [example("bank"), paid(&[(10, 2022, 150, "2023-05-20"), (19, 2023, 60, "2024-07-01")])] {
        let report = draft.rules().assess(&draft.facts, true);
        let events = (draft.rules().calendar)(&draft.facts, &report);
        let days = |kind: Happening| -> Vec<(Date, Certainty)> {
            events.iter().filter(|event| event.kind == kind).map(|event| (event.from, event.sure)).collect()
        };
        let after = |(day, sure): &(Date, Certainty)| (day.next().unwrap(), *sure);
        let free = days(Happening::Free);
        assert!(!free.is_empty());
        assert_eq!(days(Happening::Duty).iter().map(after).collect::<Vec<_>>(), free);
    }
}
