//! The files that the project publishes agree with the code that they are derived from.

use std::path::Path;

use miyun::date::Date;
use miyun::draft::{Draft, FORMAT, schema};
use miyun::examples::ALL;
use miyun::packet::{Packet, json as packet};
use miyun::rule::Amount;
use miyun::text::Lang;
use serde_json::{Value, json};

fn public(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public").join(name)
}

/// `cargo run --bin assess -- --schema > public/draft.schema.json` brings it up to date.
#[test]
fn the_published_schema_is_the_one_derived_from_the_questions() {
    let published: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(public("draft.schema.json")).unwrap()).unwrap();
    assert_eq!(published, schema());
}

/// `cargo run --bin assess -- --packet-schema > public/packet.schema.json` brings it up to date.
#[test]
fn the_published_schema_of_packets_is_the_one_derived() {
    let published: Value =
        serde_json::from_str(&std::fs::read_to_string(public("packet.schema.json")).unwrap()).unwrap();
    assert_eq!(published, packet::schema());
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
            let opened = miyun::reading::open(&bytes).unwrap_or_else(|why| panic!("{name}: {why}"));
            assert!(opened.notes(Lang::En).is_empty(), "{name}");
            let old = opened.draft;
            // Nothing that was told is lost, and saved again it is a file of today.
            assert_eq!(old.facts.to_json(), written["facts"], "{name}");
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
