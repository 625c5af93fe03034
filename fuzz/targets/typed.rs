//! Whatever is typed into whatever field.

#![no_main]

#[path = "../../tests/holds/mod.rs"]
mod holds;

use holds::seeds;

const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/typed");

libfuzzer_sys::fuzz_target!(init: seeds::plant(SEEDS, &seeds::typed()).expect(SEEDS), |bytes: &[u8]| holds::typed(bytes));
