//! `assess` as those who receive drafts use it.

use std::io::Write;
use std::process::{Command, Stdio};

use miyun::examples::ALL;
use serde_json::Value;

fn assess(arguments: &[&str], input: &[u8]) -> (String, String, Option<i32>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_assess"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    // A command that reads no input closes it, which is no failure of the test.
    let _ = writer.join().unwrap();
    (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap(), output.status.code())
}

fn line(json: &str) -> String {
    serde_json::from_str::<Value>(json).unwrap().to_string()
}

#[test]
fn every_example_is_answered_and_money_has_two_places() {
    let input: String = ALL.iter().map(|example| line(example.json) + "\n").collect();
    let (out, _, status) = assess(&["-"], input.as_bytes());
    assert_eq!(status, Some(0));
    let answers: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), ALL.len());
    for (example, answer) in ALL.iter().zip(&answers) {
        assert_eq!(answer["edition"], "miyun-2019-25");
        assert_eq!(answer["digest"], example.draft().unwrap().digest());
        assert_eq!(answer["clauses"].as_array().unwrap().len(), miyun::policy::CURRENT.clauses.len());
        for money in ["certain", "possible", "ceiling"] {
            let total = answer["totals"][money].as_str().unwrap();
            assert_eq!(total.split_once('.').unwrap().1.len(), 2, "{total}");
        }
    }
}

/// The case that the look was drawn with, worked out by hand there: 2000 + 247.5 + 1572.8 = 3820.3.
#[test]
fn the_bank_comes_to_the_figures_worked_out_by_hand() {
    let bank = ALL.iter().find(|example| example.id == "bank").unwrap();
    let (out, ..) = assess(&["-"], line(bank.json).as_bytes());
    let answer: Value = serde_json::from_str(&out).unwrap();
    let totals = &answer["totals"];
    assert_eq!(
        [&totals["certain"], &totals["possible"], &totals["floor"], &totals["ceiling"]],
        ["38203000.00", "1904000.00", "59200.00", "1988000.00"]
    );
    assert_eq!(totals["by_year"]["2026"]["certain"], "22303000.00");
    assert_eq!(answer["gave_way"].as_array().unwrap().len(), 2);
    assert_eq!(answer["requested"], "22303000.00", "of 2026");
    assert!(answer["claimed"].as_array().unwrap().contains(&"growth_funding".into()));
}

#[test]
fn what_is_left_out_by_hand_is_assessed_and_not_asked_for() {
    let bank = ALL.iter().find(|example| example.id == "bank").unwrap();
    let mut draft = bank.draft().unwrap();
    draft.filing.claims.insert("growth_funding", false);
    let (out, ..) = assess(&["-"], draft.to_json().to_string().as_bytes());
    let answer: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((&answer["digest"], &answer["totals"]["certain"]), (&draft.digest().into(), &"38203000.00".into()));
    assert!(!answer["claimed"].as_array().unwrap().contains(&"growth_funding".into()));
    assert_ne!(answer["requested"], "22303000.00");
}

#[test]
fn a_packet_is_read_as_its_draft() {
    use miyun::packet::{Packet, json};
    let draft = ALL.iter().find(|example| example.id == "bank").unwrap().draft().unwrap();
    let report = draft.claimed(true);
    let lang = miyun::text::Lang::En;
    let packet =
        json::to_json(&Packet::lay_out(&draft, &report, lang, miyun::date::Date::first_of(2026)), &draft, &report);
    let [of_packet, of_draft] = [packet, draft.to_json()].map(|file| assess(&["-"], file.to_string().as_bytes()).0);
    assert_eq!(of_packet, of_draft);
}

#[test]
fn a_broken_line_is_named_and_the_rest_goes_on() {
    let bank = line(ALL[0].json);
    let newer = r#"{"format": 99, "edition": "miyun-2019-25", "facts": {}}"#;
    let other = r#"{"format": 1, "edition": "elsewhere", "facts": {}}"#;
    let wrong = r#"{"format": 1, "edition": "miyun-2019-25", "facts": {"paid_in": "1e9", "no_such": true, "leases": [{"rent": "10000000000000000"}]}}"#;
    let mut input = format!("{bank}\nnot json\n\n{newer}\n{other}\n{wrong}\n").into_bytes();
    input.extend_from_slice(b"\xff\xfe\n");
    input.extend_from_slice(bank.as_bytes());
    let (out, _, status) = assess(&["-"], &input);
    assert_eq!(status, Some(1));
    let answers: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let broken: Vec<u64> = answers.iter().filter_map(|answer| answer["line"].as_u64()).collect();
    assert_eq!(broken, [2, 4, 5, 6, 7]);
    assert_eq!(answers.len(), 7);
    let why = answers[4]["error"].as_str().unwrap();
    for part in ["paid_in", "no_such", "leases[1].rent"] {
        assert!(why.contains(part), "{why}");
    }
}

#[test]
fn files_are_named_in_their_errors() {
    let bank = concat!(env!("CARGO_MANIFEST_DIR"), "/public/examples/bank.json");
    let (out, _, status) = assess(&[bank, "no-such-file.json"], b"");
    assert_eq!(status, Some(1));
    assert_eq!(out.lines().count(), 2);
    assert!(out.lines().nth(1).unwrap().contains("no-such-file.json"));
}

#[test]
fn the_catalogue_and_the_contents_are_complete() {
    let (questions, ..) = assess(&["--questions"], b"");
    let questions: Value = serde_json::from_str(&questions).unwrap();
    assert_eq!(questions.as_array().unwrap().len(), miyun::applicant::CATALOGUE.len());
    let (contents, ..) = assess(&["--contents"], b"");
    let contents: Value = serde_json::from_str(&contents).unwrap();
    let articles: Vec<u64> =
        contents.as_array().unwrap().iter().map(|entry| entry["article"].as_u64().unwrap()).collect();
    assert_eq!(articles, (1..=38).collect::<Vec<_>>());
    for entry in contents.as_array().unwrap() {
        assert_eq!(entry["role"] == "clause", !entry["clauses"].as_array().unwrap().is_empty(), "{entry}");
    }
    let clauses: usize =
        contents.as_array().unwrap().iter().map(|entry| entry["clauses"].as_array().unwrap().len()).sum();
    assert_eq!(clauses, 24, "Articles 6–8, 10–14, 16–31");
}

#[test]
fn both_schemas_are_printed() {
    for (option, title) in [("--schema", "Draft of"), ("--packet-schema", "Application packet of")] {
        let (out, ..) = assess(&[option], b"");
        let schema: Value = serde_json::from_str(&out).unwrap();
        assert!(schema["title"].as_str().unwrap().starts_with(title), "{option}");
    }
}

#[test]
fn what_cannot_be_understood_is_refused() {
    for arguments in [&[][..], &["--nonsense"][..]] {
        let (out, error, status) = assess(arguments, b"");
        assert_eq!((out.as_str(), status), ("", Some(2)));
        assert!(error.contains("assess FILE"));
    }
}
