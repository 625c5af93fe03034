//! Whatever is pasted or opened as a table.

#![no_main]

#[path = "../../tests/holds/mod.rs"]
mod holds;

use holds::seeds;

const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/table");

libfuzzer_sys::fuzz_target!(init: seeds::plant(SEEDS, &seeds::table()).expect(SEEDS), |bytes: &[u8]| holds::table(bytes));
