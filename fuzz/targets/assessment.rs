//! Whatever answers: their assessment, and all papers that are made of it.

#![no_main]

#[path = "../../tests/holds/mod.rs"]
mod holds;

use holds::seeds;

const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/assessment");

libfuzzer_sys::fuzz_target!(init: seeds::plant(SEEDS, &seeds::assessment()).expect(SEEDS), |bytes: &[u8]| holds::assessment(bytes));
