//! The files that the project publishes agree with the code that they are derived from.

use std::path::Path;

use miyun::draft::{Draft, schema};
use miyun::examples::ALL;

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
