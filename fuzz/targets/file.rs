//! A file of any kind: JSON, archive, workbook, something else.

#![no_main]

#[path = "../../tests/holds/mod.rs"]
mod holds;

use holds::seeds;

const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/file");

libfuzzer_sys::fuzz_target!(init: seeds::plant(SEEDS, &seeds::file()).expect(SEEDS), |bytes: &[u8]| holds::file(bytes));
