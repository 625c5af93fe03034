//! A file said to be the official text.

#![no_main]

#[path = "../../tests/holds/mod.rs"]
mod holds;

use holds::seeds;

const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/official");

libfuzzer_sys::fuzz_target!(init: seeds::plant(SEEDS, &seeds::official()).expect(SEEDS), |bytes: &[u8]| holds::official(bytes));
