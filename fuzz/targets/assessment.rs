//! Whatever answers: their assessment, and all papers that are made of it.

#![no_main]

#[path = "../../tests/holds/mod.rs"]
mod holds;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| holds::assessment(bytes));
