//! The files that the project publishes agree with the code that they are derived from.

use std::path::Path;

use miyun::answers::answer::{Answer, Table};
use miyun::answers::form::{Column, Form};
use miyun::applicant::{CATALOGUE, question};
use miyun::assess_json;
use miyun::date::Date;
use miyun::drafts::draft::{Draft, FORMAT, schema};
use miyun::drafts::examples::ALL;
use miyun::drafts::list;
use miyun::drafts::scenario::{Difference, Scenario};
use miyun::packet::{Packet, json as packet};
use miyun::planner::Forecast;
use miyun::policy::{CURRENT, FURTHER};
use miyun::rule::{Amount, Place};
use miyun::text::Lang;
use serde_json::{Value, json};

fn public(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public").join(name)
}

/// A published file is the one derived; `cargo xtask bless` writes it anew.
fn agrees(name: &str, derived: &Value) {
    let published = || -> Value { serde_json::from_str(&std::fs::read_to_string(public(name)).unwrap()).unwrap() };
    if std::env::var_os("BLESS").is_some() && published() != *derived {
        std::fs::write(public(name), format!("{derived:#}\n")).unwrap();
    }
    let [was, is] = [&published(), derived].map(|value| format!("{value:#}"));
    let differs = was.lines().zip(is.lines()).find(|(was, is)| was != is).or((was != is).then_some(("", "")));
    assert_eq!(
        differs, None,
        "public/{name} (left) is not what the code derives (right): `cargo xtask bless` writes it anew; read what changes"
    );
}

#[test]
fn the_published_schema_is_the_one_derived_from_the_questions() {
    agrees("draft.schema.json", &schema());
}

#[test]
fn the_published_schema_of_packets_is_the_one_derived() {
    agrees("packet.schema.json", &packet::schema());
}

#[test]
fn the_published_schema_of_plans_is_the_one_derived() {
    agrees("plan.schema.json", &assess_json::plan_schema(CURRENT));
}

/// Gives a scenario differences of every kind.
fn vary(scenario: &mut Scenario) {
    for question in CATALOGUE {
        let (places, column) = match question.form {
            Form::Table(columns) if Column::of_years(columns).is_some() => {
                ([Place::Year(2027), Place::Year(2090)], Some(1))
            }
            Form::Table(_) => ([Place::Row(0), Place::Row(70)], Some(0)),
            _ => ([Place::Whole; 2], None),
        };
        for place in places {
            scenario.set(Difference { question, place, column, to: Answer::NotKnown });
        }
    }
}

/// Every plan, whatever is assumed of years without a figure.
#[test]
fn every_plan_is_valid_under_its_schema() {
    let validator = jsonschema::validator_for(&assess_json::plan_schema(CURRENT)).unwrap();
    let forecasts = ["last", "-10,0,10", "2031=0/5000000/9000000"].map(|how| Forecast::read(how).unwrap());
    for forecast in [Forecast::Open].into_iter().chain(forecasts) {
        for (id, draft) in
            ALL.iter().map(|example| (example.id, example.draft().unwrap())).chain([("empty", Draft::default())])
        {
            let mut draft = draft;
            let named = |name: &str| Scenario::new(name.to_owned(), forecast.clone());
            draft.scenarios = if id == "nothing" { Vec::new() } else { vec![named("甲"), named("乙")] };
            draft.scenarios.iter_mut().for_each(vary);
            let plan = assess_json::plan(&draft, &forecast);
            let errors: Vec<String> =
                validator.iter_errors(&plan).map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert!(errors.is_empty(), "{id}: {}", errors.join("; "));
        }
    }
    // What is wrong in a plan is not valid.
    let mut draft = ALL[0].draft().unwrap();
    draft.scenarios.push(Scenario::new("甲".to_owned(), Forecast::Last));
    draft.scenarios.iter_mut().for_each(vary);
    let good = assess_json::plan(&draft, &Forecast::Last);
    for (pointer, value) in [
        ("/assumed", json!("last")),
        ("/elections/0/settled", json!("yes")),
        ("/elections/0/ways/0/total", json!(1)),
        ("/elections/0/ways/0/least", json!("1.5")),
        ("/chances/0/clause", json!("no_such_clause")),
        ("/calendar/0/kind", json!("party")),
        ("/calendar/0/sure", json!("usual")),
        ("/scenarios/cases/1/differences/0/question", json!("no_such")),
        ("/scenarios/cases/0/totals/certain", json!(1)),
        ("/scenarios/years/0/differs/1", json!("yes")),
    ] {
        let mut plan = good.clone();
        *plan.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
        assert!(!validator.is_valid(&plan), "{pointer}");
    }
}

fn packed(draft: &Draft, lang: Lang) -> Value {
    let report = draft.claimed(true);
    packet::to_json(&Packet::lay_out(draft, &report, lang, Date::first_of(2026)), draft, &report)
}

#[test]
fn every_packet_is_valid_under_its_schema() {
    let validator = jsonschema::validator_for(&packet::schema()).unwrap();
    let drafts = ALL.iter().map(|example| (example.id, example.draft().unwrap()));
    for (id, draft) in drafts.chain([("an empty draft", Draft::default())]) {
        for lang in [Lang::Zh, Lang::En] {
            let packet = packed(&draft, lang);
            let errors: Vec<String> =
                validator.iter_errors(&packet).map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert!(errors.is_empty(), "{id}: {}", errors.join("; "));
        }
    }
    // What is wrong in a packet is not valid.
    let good = packed(&ALL[0].draft().unwrap(), Lang::Zh);
    for (pointer, value) in [
        ("/format/number", json!(2)),
        ("/seal/code", json!("7K4Q")),
        ("/requested/amount", json!("1.5")),
        ("/requested/amount", json!(1)),
        ("/claims/0/clause", json!("no_such_clause")),
        ("/claims/0/standing/id", json!("perhaps")),
        ("/form/kind/value", json!("no_such_kind")),
        ("/account/bank", json!("某行")),
        ("/documents/0/copies", json!(0)),
        ("/draft/facts/paid_in", json!("1e9")),
        ("/schedule/0/status/id", json!("paid")),
    ] {
        let mut packet = good.clone();
        *packet.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
        assert!(!validator.is_valid(&packet), "{pointer}");
    }
    for part in good.as_object().unwrap().keys() {
        let mut packet = good.clone();
        packet.as_object_mut().unwrap().remove(part);
        assert!(!validator.is_valid(&packet), "without {part}");
    }
}

/// What the platform reads is what the papers ask for.
#[test]
fn the_amounts_of_a_packet_tie() {
    let fen = |amount: &Value| amount.as_str().unwrap().replace('.', "").parse::<i128>().unwrap();
    for example in ALL {
        let draft = example.draft().unwrap();
        let report = draft.claimed(false);
        let packet = packed(&draft, Lang::Zh);
        let claims = packet["claims"].as_array().unwrap();
        let sum = |field: &str| claims.iter().map(|claim| fen(&claim[field])).sum::<i128>();
        let certain = report.total().certain.fen();
        assert_eq!(sum("requested") + sum("other_years"), certain, "{}", example.id);
        let lines: i128 = packet["schedule"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|line| !line["amount"].is_null())
            .map(|line| fen(&line["amount"]))
            .sum();
        assert_eq!(lines, certain, "{}", example.id);
        if let Some(requested) = packet["requested"].as_object() {
            assert_eq!(fen(&requested["amount"]), sum("requested"), "{}", example.id);
        }
        for line in packet["schedule"].as_array().unwrap() {
            assert_eq!(line["amount"].is_null(), line["status"]["id"] != "computed", "{}", example.id);
        }
    }
}

#[test]
fn every_example_opens_and_is_valid_under_the_schema() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    for example in ALL {
        let json: serde_json::Value = serde_json::from_str(example.json).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(&json).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{}: {}", example.id, errors.join("; "));
        let draft = example.draft().unwrap_or_else(|why| panic!("{}: {why}", example.id));
        assert_eq!(Draft::from_json(&draft.to_json()), Ok(draft.clone()), "{} does not survive saving", example.id);
        assert!(validator.is_valid(&draft.to_json()), "{} as saved", example.id);
    }
}

/// `tests/samples/drafts/v1` are examples as older versions of the program wrote them.
#[test]
fn drafts_of_every_older_format_open_and_come_to_the_same() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples/drafts");
    for format in 1..FORMAT {
        let files: Vec<_> = std::fs::read_dir(samples.join(format!("v{format}"))).unwrap().flatten().collect();
        assert!(!files.is_empty(), "no sample of format {format}");
        for file in files {
            let path = file.path();
            let name = path.display();
            let bytes = std::fs::read(&path).unwrap();
            let written: Value = serde_json::from_slice(&bytes).unwrap();
            assert_eq!(written["format"], format, "{name}");
            let opened = miyun::opened::open(&bytes).unwrap_or_else(|why| panic!("{name}: {why}"));
            assert!(opened.notes(Lang::En).is_empty(), "{name}");
            let old = opened.draft;
            // Nothing that was told is lost, and saved again it is a file of today.
            assert_eq!(old.facts_json(), written["facts"], "{name}");
            assert_eq!(old.to_json()["format"], FORMAT, "{name}");
            assert_eq!(Draft::from_json(&old.to_json()).as_ref(), Ok(&old), "{name}");
            let example =
                ALL.iter().find(|example| Some(example.id) == path.file_stem().and_then(|stem| stem.to_str()));
            let (old, new) = (old.claimed(true), example.unwrap().draft().unwrap().claimed(true));
            assert_ne!(new.total(), Amount::default(), "{name} has nothing to compare");
            assert_eq!(old.by_year, new.by_year, "{name}");
            for (old, new) in old.assessments.iter().zip(&new.assessments) {
                assert_eq!((old.outcome, &old.estimate.by_year), (new.outcome, &new.estimate.by_year), "{name}");
            }
        }
    }
}

/// Values that a program may write by mistake, of every kind of answer.
fn odd_values() -> Vec<Value> {
    let words = [
        "",
        " ",
        "0",
        "1",
        "2",
        "00",
        "00.5",
        "01",
        "01.0",
        "0.5",
        "1.5",
        "+1",
        "-1",
        "-0",
        "-0.00",
        "--1",
        ".5",
        "5.",
        ".",
        "1e3",
        "1_000.00",
        "1,000.00",
        "1.00",
        "1.000",
        "0.1234567",
        "0.12345678",
        "0.123456789",
        "1.00000000",
        "1.000000001",
        "1.000000000",
        "１",
        "1000000000000000.00",
        "1000000000000000.01",
        "9999999999999999",
        "00000000000000001",
        "100000000",
        "100000000.000001",
        "0000000001",
        "0999999999999999.99",
        "099999999.999999",
        "2024-02-28",
        "2024-02-29",
        "2023-02-29",
        "2000-02-29",
        "2100-02-29",
        "2024-04-31",
        "2024-13-01",
        "2024-00-10",
        "1899-12-31",
        "1900-01-01",
        "2199-12-31",
        "2200-01-01",
        "2024-2-28",
        "2024-02-30",
        "no_such",
        "yes",
        "true",
    ];
    let others = [
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(-1),
        json!(1.5),
        json!(1.0),
        json!(2026.0),
        json!(1e40),
        json!(100_000_000),
        json!(100_000_001),
        json!(1_000_000_000_000_000_u64),
        json!(1_000_000_000_000_001_u64),
        json!(-1_000_000_000_000_000_i64),
        json!(1989),
        json!(1990),
        json!(2199),
        json!(2200),
        json!(10_000_000),
        json!(10_000_001),
        json!(u64::MAX),
        json!([]),
        json!([null]),
        json!([[]]),
        json!(["1"]),
        json!([{}]),
        json!([{ "no_such": null }]),
        json!({}),
        json!({ "year": 2024 }),
        json!("字".repeat(5_000)),
    ];
    words.into_iter().map(Value::from).chain(others).collect()
}

/// What the schema refuses is refused, and what it takes is taken: nothing of a file is passed over or taken for something
/// else. Only that a fiscal year or a row of a scenario stands once, and that a scenario has a name of its own, cannot be
/// said in a schema.
#[test]
fn the_schema_of_drafts_takes_what_opens_and_nothing_else() {
    let validator = jsonschema::options().should_validate_formats(true).build(&schema()).unwrap();
    let good = ALL[0].draft().unwrap().to_json();
    assert!(validator.is_valid(&good));
    let mut drafts = Vec::new();
    let with = |name: &str, value: Value| {
        let mut draft = good.clone();
        draft[name] = value;
        draft
    };
    for value in odd_values() {
        let names = ["format", "edition", "title", "calculated", "facts", "filing", "further", "saved", "Facts", ""];
        drafts.extend(names.map(|name| with(name, value.clone())));
        drafts.extend(
            ["claims", "statements", "papers", "undertaken", "no_such"]
                .map(|part| with("filing", json!({ part: value }))),
        );
        drafts.push(with("scenarios", value.clone()));
        drafts.push(with("scenarios", json!([value])));
        let scenario = |member: &str, of: Value| with("scenarios", json!([{ "name": "甲", member: of }]));
        drafts
            .extend(["name", "forecast", "answers", "cells", "no_such"].map(|member| scenario(member, value.clone())));
        drafts.push(scenario("forecast", json!({ "growth": [value, "0", "5"] })));
        drafts.push(scenario("forecast", json!({ "years": { "2031": ["0", value, "5"] } })));
        drafts.extend(value.as_str().map(|year| scenario("forecast", json!({ "years": { year: ["0", "0", "5"] } }))));
        drafts.push(value.clone());
        for spec in CATALOGUE {
            drafts.push(scenario("answers", json!({ spec.id: value })));
            drafts.push(scenario("cells", json!({ spec.id: value })));
            if let Form::Table(columns) = spec.form {
                let key = Column::of_years(columns).map_or("row", |key| columns[key].id);
                let row = |id: &str| {
                    let mut row = json!({ key: if key == "row" { 1 } else { 2026 } });
                    row[id] = value.clone();
                    scenario("cells", json!({ spec.id: [row] }))
                };
                drafts.extend(columns.iter().map(|column| row(column.id)));
                drafts.extend([key, "no_such"].map(row));
            }
            drafts.push(with("facts", json!({ spec.id: value })));
            if let Form::Table(columns) = spec.form {
                drafts.extend(columns.iter().map(|column| with("facts", json!({ spec.id: [{ column.id: value }] }))));
            }
        }
    }
    let (valid, refused): (Vec<&Value>, Vec<&Value>) = drafts.iter().partition(|draft| validator.is_valid(draft));
    assert!(refused.len() > 1_000 && valid.len() > 500);
    for draft in valid {
        assert!(Draft::from_json(draft).is_ok(), "{draft}");
    }
    for draft in refused {
        assert!(Draft::from_json(draft).is_err(), "{draft}");
        assert!(miyun::opened::open_text(&draft.to_string()).is_err(), "{draft}");
    }
    // And each of these by name.
    for (name, value) in [
        ("format", json!(0)),
        ("title", json!(1)),
        ("title", json!(null)),
        ("calculated", json!("2026-02-30")),
        ("calculated", json!(null)),
        ("saved", json!("2026-01-01")),
    ] {
        let why = Draft::from_json(&with(name, value)).unwrap_err();
        assert!(name == "format" || [Lang::Zh, Lang::En].iter().all(|lang| why.says(*lang).contains(name)), "{why}");
    }
}

/// Answers under an edition beside the draft's own: the schema takes those that are read.
#[test]
fn the_schema_takes_of_further_answers_what_is_read_and_nothing_else() {
    let validator = jsonschema::options().should_validate_formats(true).build(&schema()).unwrap();
    for index in FURTHER.iter().map(|edition| edition.index) {
        let mut read = 0;
        for value in odd_values() {
            for spec in index.questions {
                let mut answers = vec![json!({ spec.id: value })];
                if let Form::Table(columns) = spec.form {
                    answers.extend(columns.iter().map(|column| json!({ spec.id: [{ column.id: value }] })));
                }
                for answers in answers {
                    let mut file = Draft::default().to_json();
                    file["further"] = json!({ index.id: answers });
                    let is_read = Draft::from_json(&file).is_ok();
                    assert_eq!(validator.is_valid(&file), is_read, "{file}");
                    read += usize::from(is_read);
                }
            }
        }
        assert!(read > 20);
    }
}

#[test]
fn every_example_file_is_listed() {
    let mut files: Vec<String> = std::fs::read_dir(public("examples"))
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let mut listed: Vec<String> = ALL.iter().map(|example| example.id.to_owned()).collect();
    files.sort();
    listed.sort();
    assert_eq!(files, listed);
}

/// However long its tables are, an entry that is written in parts holds the draft as it is written in one.
#[test]
fn an_entry_in_parts_holds_the_whole_draft() {
    let spec = question("enterprises").unwrap();
    let Form::Table(columns) = spec.form else { panic!() };
    let mut draft = Draft { title: "“{\"}".to_owned(), ..ALL[0].draft().unwrap() };
    for rows in [0, 1, 499, 500, 501, 1_000, 1_001] {
        let mut table = Table::new(columns);
        for row in 0..rows {
            table.insert(row);
            table.set(columns, row, 0, Some(Answer::Words(format!("甲{row}").into()))).unwrap();
        }
        draft.facts.set(spec, Some(Answer::Table(table))).unwrap();
        let entry: Value = serde_json::from_str(&list::entry(&draft, "now")).unwrap();
        assert_eq!(entry, json!({ "saved": "now", "draft": draft.to_json() }), "{rows} rows");
        assert!(list::entry_parts(&draft, "now").all(|part| part.len() < 64 << 10), "{rows} rows");
    }
    let empty = Draft::default();
    let entry: Value = serde_json::from_str(&list::entry(&empty, "now")).unwrap();
    assert_eq!(entry, json!({ "saved": "now", "draft": empty.to_json() }));
}
