//! Everything `cargo xtask test` asks, in order.

use crate::browser::Engine;
use crate::failure::Failure;
use crate::tally::Tally;
use crate::{deny, journeys, libreoffice, page, program, sizes, step, toolchain};
use std::time::Instant;

type Check = fn(&mut Tally) -> Result<(), Failure>;

const CHECKS: &[(&str, Check)] = &[
    ("format", |_| cargo(&["fmt", "--all", "--check"], "run `cargo fmt --all`")),
    ("lints, native", |_| {
        cargo(
            &["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"],
            "mend what clippy names above",
        )
    }),
    ("lints, page", |_| {
        toolchain::ensure_wasm()?;
        let page = ["clippy", "--bin", "portal", "--features", "ui", "--locked", "--target"];
        cargo(&[&page[..], &[toolchain::WASM, "--", "-D", "warnings"]].concat(), "mend what clippy names above")
    }),
    ("lints, fuzzing", |_| {
        let mut fuzz = program::cargo();
        // Nothing is linked here, so libFuzzer itself need not be compiled.
        fuzz.args(["clippy", "--manifest-path", "fuzz/Cargo.toml", "--bins", "--locked", "--", "-D", "warnings"])
            .env("CUSTOM_LIBFUZZER_PATH", "nowhere/libfuzzer.a");
        program::run(&mut fuzz, "mend what clippy names above")
    }),
    ("dependencies", |_| deny::check()),
    ("documentation", |_| {
        let mut doc = program::cargo();
        doc.args(["doc", "--package", "miyun", "--lib", "--no-deps", "--locked"]).env("RUSTDOCFLAGS", "-D warnings");
        program::run(&mut doc, "mend the documentation rustdoc names above")
    }),
    ("tests", |tally| {
        // Those that need LibreOffice are left out of a plain `cargo test`.
        libreoffice::ensure()?;
        Engine::Chromium.ensure()?;
        let mut tests = program::cargo();
        tests.args(["test", "--package", "miyun", "--package", "xtask", "--package", "release", "--package", "sizes"]);
        tests.args(["--no-fail-fast", "--locked", "--", "--include-ignored"]);
        tally.run(&mut tests)
    }),
    ("page", |_| page::build()),
    ("sizes", |_| {
        if !page::is_small() {
            eprintln!("    NOT weighed: without wasm-opt and the sources of the standard library the page is bigger");
            return Ok(());
        }
        sizes::weigh()
    }),
    ("journeys", journeys::all),
];

/// Runs every check until one fails, then says what each took and, in its last line, how many
/// tests passed. True when all is well.
pub fn all() -> bool {
    let mut tally = Tally::default();
    let mut report = Vec::new();
    let begun = Instant::now();
    let outcome = CHECKS.iter().try_for_each(|(name, check)| {
        let begun = Instant::now();
        let outcome = step::during(name, || check(&mut tally));
        let verdict = if outcome.is_ok() { "ok" } else { "FAILED" };
        report.push((*name, verdict, step::seconds(begun.elapsed())));
        outcome
    });
    let not_run = CHECKS.iter().skip(report.len());
    report.extend(not_run.map(|(name, _)| (*name, "not run", String::new())));
    println!();
    for (name, verdict, time) in report {
        println!("{name:<16}{verdict:<9}{time:>12}");
    }
    println!("{:<16}{:<9}{:>12}", "together", "", step::seconds(begun.elapsed()));
    if let Err(failure) = &outcome {
        println!("\n{failure}\n");
    }
    println!("{tally}");
    outcome.is_ok()
}

/// Takes a picture of every route into `folder`.
pub fn photograph(folder: &str) -> Result<(), Failure> {
    page::build_if_needed()?;
    Engine::Chromium.ensure()?;
    step::during("screenshots", || {
        let run = ["run", "--package", "journeys", "--bin", "screenshots", "--locked", "--quiet"];
        cargo(&[&run[..], &["--", folder]].concat(), "see what the browser says above")
    })
}

fn cargo(words: &[&str], fix: &str) -> Result<(), Failure> {
    program::run(program::cargo().args(words), fix)
}
