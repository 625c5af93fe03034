//! A file of any kind: JSON, archive, workbook, something else.

#![no_main]

#[path = "../../tests/holds/mod.rs"]
mod holds;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| holds::file(bytes));
