//! Scenarios beside a draft: what they come to, by band, clause and year, and what differs.

use miyun::answers::answer::{Answer, Table};
use miyun::answers::form::Form;
use miyun::answers::question::Spec;
use miyun::applicant::question;
use miyun::drafts::changes::changes;
use miyun::drafts::draft::Draft;
use miyun::drafts::examples::ALL;
use miyun::drafts::next_year::next_year;
use miyun::drafts::scenario::{Compared, Difference, Scenario, compare};
use miyun::money::{Money, wan};
use miyun::office::beside::beside;
use miyun::office::{docx, xlsx};
use miyun::packet::{Packet, json as packet_json};
use miyun::planner::comparison::{Comparison, Line, Part, Row, Shown};
use miyun::planner::{Forecast, elections};
use miyun::rule::Place;
use miyun::tables::open::open;
use miyun::text::Lang;
use serde_json::json;

fn example(id: &str) -> Draft {
    ALL.iter().find(|example| example.id == id).unwrap().draft().unwrap()
}

fn asked(id: &str) -> &'static Spec {
    question(id).unwrap()
}

fn cell(id: &str, place: Place, head: &str, to: Answer) -> Difference {
    let question = asked(id);
    let Form::Table(columns) = question.form else { panic!("{id} has no table") };
    Difference { question, place, column: columns.iter().position(|column| column.id == head), to }
}

fn contribution(year: u16, amount: u32) -> Difference {
    cell("contributions", Place::Year(year), "contribution", Answer::Money(wan(amount)))
}

fn scenario(name: &str, forecast: Forecast, differences: impl IntoIterator<Item = Difference>) -> Scenario {
    let mut scenario = Scenario::new(name.to_owned(), forecast);
    differences.into_iter().for_each(|difference| scenario.set(difference));
    scenario
}

fn compared(draft: &Draft, forecast: &Forecast) -> Comparison {
    let Compared { comparison, varied } = compare(draft.rules(), &draft.facts, forecast, &draft.scenarios);
    assert!(varied.iter().all(|(_, gone)| gone.is_empty()));
    comparison
}

fn certain<T>(line: &Line<T>) -> Vec<Money> {
    line.amounts.iter().map(|amount| amount.certain).collect()
}

/// A scenario without differences comes to what the draft comes to, whatever is assumed of both.
#[test]
fn a_scenario_without_differences_is_the_draft() {
    let forecasts = ["last", "-10,0,10", "2031=0/5000000/9000000"].map(|how| Forecast::read(how).unwrap());
    for forecast in [Forecast::Open].into_iter().chain(forecasts) {
        for example in ALL {
            let mut draft = example.draft().unwrap();
            draft.scenarios = vec![scenario("同", forecast.clone(), [])];
            let comparison = compared(&draft, &forecast);
            let lines = |line: &Line<()>| (line.amounts.clone(), line.differs(1));
            let (totals, differs) = lines(&comparison.totals());
            assert_eq!((totals[0], differs), (totals[1], false), "{}", example.id);
            assert!(comparison.clauses().iter().all(|line| !line.differs(1)), "{}", example.id);
            assert!(comparison.years().iter().all(|line| !line.differs(1)), "{}", example.id);
            assert_eq!(comparison.sides[0].ends, comparison.sides[1].ends, "{}", example.id);
            if forecast == Forecast::Open {
                let report = draft.rules().assess(&draft.facts, false);
                assert_eq!(totals[0], report.total(), "{}", example.id);
            }
        }
    }
}

/// Sums by clause and by year are the total, in every case and band.
#[test]
fn lines_add_up() {
    for example in ALL {
        let mut draft = example.draft().unwrap();
        draft.scenarios = vec![
            scenario("甲", Forecast::Last, [contribution(2027, 10)]),
            scenario("乙", Forecast::Open, [contribution(2026, 2_001), contribution(2028, 0)]),
        ];
        let comparison = compared(&draft, &Forecast::Last);
        let totals = comparison.totals().amounts;
        for (place, total) in totals.iter().enumerate() {
            let clauses = comparison.clauses().iter().fold(Default::default(), |sum, line| sum + line.amounts[place]);
            let years = comparison.years().iter().fold(Default::default(), |sum, line| sum + line.amounts[place]);
            assert_eq!((clauses, years), (*total, *total), "{} {place}", example.id);
        }
    }
}

/// The bank of the examples starts in 2026: of 2027 it gets 60% of 420, beside 90 that follow no contribution.
#[test]
fn what_differs_is_marked() {
    let mut bank = example("bank");
    bank.scenarios = vec![
        scenario("2027年没有贡献", Forecast::Open, [contribution(2027, 0)]),
        scenario("2027年多一倍", Forecast::Open, [contribution(2027, 840)]),
    ];
    let comparison = compared(&bank, &Forecast::Open);
    let year = |of: u16| comparison.years().into_iter().find(|line| line.of == of).unwrap();
    let line = year(2027);
    assert_eq!(certain(&line), [wan(342), wan(90), wan(594)]);
    assert_eq!([0, 1, 2].map(|place| line.differs(place)), [false, true, true]);
    let line = year(2028);
    assert_eq!([1, 2].map(|place| line.differs(place)), [false, false], "another year stays");
    let growth = comparison.clauses().into_iter().find(|line| line.of.id == "growth_funding").unwrap();
    let sums = certain(&growth);
    assert_eq!((sums[0].less(sums[1]), sums[2].less(sums[0])), (wan(252), wan(252)));
}

/// A clause that gives nothing is listed where it stands otherwise.
#[test]
fn a_clause_that_stands_otherwise_is_listed() {
    let mut bank = example("bank");
    let cleared = Difference { question: asked("paid_in"), place: Place::Whole, column: None, to: Answer::NotKnown };
    bank.scenarios = vec![scenario("实收资本未定", Forecast::Open, [cleared])];
    let comparison = compared(&bank, &Forecast::Open);
    let opening = comparison.clauses().into_iter().find(|line| line.of.article == 6).unwrap();
    assert_ne!(opening.outcomes[0], opening.outcomes[1]);
    assert!(opening.differs(1));
}

/// What is assumed enters as it does for the choices among years, and its ends are told where they are apart.
#[test]
fn what_is_assumed_enters_the_sums() {
    let bank = example("bank");
    let growth = Forecast::read("-10,0,10").unwrap();
    for (reason, forecast, ends) in
        [("nothing", Forecast::Open, false), ("one figure", Forecast::Last, false), ("a range", growth, true)]
    {
        let mut draft = bank.clone();
        // A start that leaves years to be filled.
        draft.facts.set(asked("growth_start"), Some(Answer::Year(2028))).unwrap();
        let comparison = compared(&draft, &forecast);
        let side = &comparison.sides[0];
        assert_eq!(side.assumed.is_empty(), forecast == Forecast::Open, "{reason}");
        let way = elections(draft.rules(), &draft.facts, &forecast);
        let way = way[0].ways.iter().find(|way| way.year == 2028).unwrap();
        let own = comparison.clauses().into_iter().find(|line| line.of.id == "growth_funding").unwrap();
        assert_eq!(own.amounts[0].certain, way.total, "{reason}: the same as among the years");
        let total = side.report.total().certain;
        match side.ends {
            Some([low, high]) => assert!(ends && low.certain < total && total < high.certain, "{reason}"),
            None => assert!(!ends, "{reason}"),
        }
    }
}

/// To buy an office rather than to rent one.
#[test]
fn no_lease_at_all_is_a_difference_like_any_other() {
    let Form::Table(columns) = asked("leases").form else { panic!() };
    for example in ALL {
        let mut draft = example.draft().unwrap();
        let rented = draft.rules().assess(&draft.facts, false);
        let sum = |article: u8| {
            let of = |own: &&miyun::rule::Assessment| own.clause.article == article;
            rented.assessments.iter().filter(of).map(|own| rented.counts(own.clause.id).certain).sum::<Money>()
        };
        let rent = sum(11) + sum(12);
        if rent.is_zero() {
            continue;
        }
        let none = Answer::Table(Table::new(columns));
        let none = Difference { question: asked("leases"), place: Place::Whole, column: None, to: none };
        draft.scenarios = vec![scenario("不租房", Forecast::Open, [none])];
        let totals = certain(&compared(&draft, &Forecast::Open).totals());
        assert!(totals[1] < totals[0], "{}", example.id);
        return;
    }
    panic!("no example rents");
}

/// Scenarios change nothing that is filed, assessed or sealed.
#[test]
fn the_draft_stays_as_it_is() {
    let bank = example("bank");
    let mut planned = bank.clone();
    planned.scenarios = vec![scenario("甲", Forecast::Last, [contribution(2027, 1)])];
    let before = miyun::assess_json::plan(&bank, &Forecast::Last);
    let mut after = miyun::assess_json::plan(&planned, &Forecast::Last);
    assert_ne!(before["scenarios"], after["scenarios"]);
    assert_eq!(before["scenarios"], json!(null));
    let cases = after["scenarios"]["cases"].as_array().unwrap();
    assert_eq!((&cases[0]["name"], &cases[1]["name"]), (&json!(null), &json!("甲")));
    assert_eq!(
        cases[1]["differences"],
        json!([{ "question": "contributions", "year": 2027, "row": null, "column": "contribution", "to": "10000.00", "gone": false }])
    );
    after["scenarios"] = json!(null);
    assert_eq!(before, after);
}

/// The workbook holds the same figures, with what each scenario has more or less than the draft as formulas.
#[test]
fn the_workbook_says_the_same() {
    let mut bank = example("bank");
    bank.scenarios = vec![
        scenario("2027年没有贡献", Forecast::Open, [contribution(2027, 0)]),
        scenario("=1+1", Forecast::Last, [cell("leases", Place::Row(70), "rent", Answer::Money(wan(1)))]),
    ];
    let day = miyun::date::Date::new(2026, 11, 25).unwrap();
    for lang in [Lang::Zh, Lang::En] {
        let bytes = xlsx::comparison(&bank, &Forecast::Open, lang, day).unwrap();
        assert_eq!(bytes, xlsx::comparison(&bank, &Forecast::Open, lang, day).unwrap(), "the same bytes each time");
        let sheets = open(&bytes).unwrap().sheets;
        assert_eq!(sheets.len(), 2);
        let cells = |sheet: usize| -> Vec<Vec<String>> {
            sheets[sheet].lines.iter().map(|line| line.cells.iter().map(|cell| cell.shown()).collect()).collect()
        };
        let (amounts, differences) = (cells(0), cells(1));
        assert_eq!((&*amounts[2][2], &*amounts[2][4]), ("2027年没有贡献", "=1+1"), "words, never a formula");
        let year = amounts.iter().find(|row| row[0].starts_with("2027")).unwrap();
        assert_eq!(&year[1..4], ["3420000", "900000", "-2520000"], "{lang:?}");
        // What the draft has no room for is said.
        assert_eq!(differences.len(), 3);
        assert_eq!((differences[1].len(), differences[2].len()), (4, 5), "{differences:?}");
    }
}

/// Changes are marked by words, not by a colour alone.
#[test]
fn the_rows_of_the_table_are_those_of_the_comparison() {
    let mut bank = example("bank");
    let cleared = Difference { question: asked("paid_in"), place: Place::Whole, column: None, to: Answer::NotKnown };
    bank.scenarios = vec![scenario("甲", Forecast::Open, [cleared]), scenario("乙", Forecast::Open, [])];
    let comparison = compared(&bank, &Forecast::Open);
    for lang in [Lang::Zh, Lang::En] {
        let rows = comparison.rows(lang);
        assert!(rows.iter().all(|row| row.cells.len() == 3 && !row.name.is_empty()));
        assert!(rows.iter().all(|row| !row.differs(0) && !row.differs(2)), "the draft, and one without differences");
        assert!(rows.iter().any(|row| row.differs(1)));
        let parts: Vec<Part> = rows.iter().map(|row| row.part).collect();
        assert_eq!(parts[0], Part::Totals);
        assert!(parts.contains(&Part::Clauses) && parts.contains(&Part::Years));
        // Totals by the rows are those of the report.
        let total = bank.rules().assess(&bank.facts, false).total().certain;
        assert_eq!(rows[0].cells[0], Shown::Money(total));
    }
}

/// A band has a row where somebody has something in it, and what is open is counted where something is.
#[test]
fn rows_that_say_nothing_are_left_out() {
    let mut open = 0;
    for example in ALL {
        let comparison = compared(&example.draft().unwrap(), &Forecast::Open);
        let rows = comparison.rows(Lang::En);
        let says = |row: &Row| row.cells.iter().any(|cell| *cell != Shown::Money(Money::ZERO));
        assert!(rows.iter().skip(1).all(says), "{}: {rows:?}", example.id);
        let counted = rows.iter().find(|row| row.name.starts_with("Clauses that lack")).map(|row| row.cells[0].clone());
        let lacking = comparison.sides[0].report.open().count();
        open += usize::from(lacking > 0);
        assert_eq!(counted, (lacking > 0).then(|| Shown::Words(lacking.to_string())), "{}", example.id);
    }
    assert!(0 < open && open < ALL.len(), "{open}");
}

/// What goes with an application says nothing of scenarios, and opened again takes none away.
#[test]
fn nothing_that_is_handed_in_has_scenarios() {
    let mut bank = example("bank");
    bank.scenarios = vec![scenario("不给别人看", Forecast::Last, [contribution(2027, 1)])];
    let (report, day) = (bank.claimed(true), miyun::date::Date::new(2026, 11, 25).unwrap());
    let packet = Packet::lay_out(&bank, &report, Lang::Zh, day);
    let mut files = beside(&bank, &packet, &report, Lang::Zh, day).unwrap();
    files.push(("packet.json".into(), format!("{:#}", packet_json::to_json(&packet, &bank, &report)).into_bytes()));
    files.push(("estimate.xlsx".into(), xlsx::workbook(&bank, &report, Lang::Zh, day).unwrap()));
    files.push(("papers.docx".into(), docx::docx(&packet.filed()).unwrap()));
    let mut drafts = 0;
    for (name, bytes) in &files {
        assert!(!String::from_utf8_lossy(bytes).contains("不给别人看"), "{name}");
        let Ok(opened) = miyun::opened::open(bytes) else { continue };
        drafts += 1;
        assert!(opened.draft.scenarios.is_empty(), "{name}");
        assert!(changes(&bank, &opened.draft).is_empty(), "{name}: nothing is taken from the draft that is open");
    }
    assert_eq!(drafts, 3, "draft, packet and workbook");
    // One's own file has them.
    let own = miyun::opened::open(bank.to_file(&bank.code()).as_bytes()).unwrap();
    assert_eq!(own.draft.scenarios, bank.scenarios);
    assert!(own.notes(Lang::Zh).is_empty(), "{:?}", own.notes(Lang::Zh));
}

/// Next year's draft begins without: the differences are from answers that the year has since told.
#[test]
fn next_year_begins_without_scenarios() {
    let mut bank = example("bank");
    bank.scenarios = vec![scenario("甲", Forecast::Last, [contribution(2027, 1)])];
    assert!(next_year(&bank).unwrap().draft.scenarios.is_empty());
}
