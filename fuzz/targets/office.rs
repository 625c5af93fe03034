//! Whatever answers: the office files that are made of them, opened again.

#![no_main]

#[path = "../../tests/holds/mod.rs"]
mod holds;

use holds::seeds;

const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/office");

libfuzzer_sys::fuzz_target!(init: seeds::plant(SEEDS, &seeds::assessment()).expect(SEEDS), |bytes: &[u8]| holds::office(bytes));
