//! A file said to be a draft.

#![no_main]

#[path = "../../tests/holds/mod.rs"]
mod holds;

use holds::seeds;

const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/draft");

libfuzzer_sys::fuzz_target!(init: seeds::plant(SEEDS, &seeds::draft()).expect(SEEDS), |bytes: &[u8]| holds::draft(bytes));
