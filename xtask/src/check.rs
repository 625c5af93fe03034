//! Everything `cargo xtask test` asks, in order.

use crate::failure::Failure;
use crate::{axe, browser, libreoffice, page, program, project, step, toolchain};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;
use std::{fmt, fs};

/// How many tests ran, and how they ended.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    passed: u32,
    failed: u32,
}

impl Tally {
    /// Adds what a line of `cargo test` says:
    /// `test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; …`
    fn count(&mut self, line: &str) {
        let Some((_, counts)) = line.strip_prefix("test result: ").and_then(|rest| rest.split_once(". ")) else {
            return;
        };
        for count in counts.split(';') {
            match count.trim().split_once(' ') {
                Some((number, "passed")) => self.passed += number.parse().unwrap_or(0),
                Some((number, "failed")) => self.failed += number.parse().unwrap_or(0),
                _ => {}
            }
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

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
    ("documentation", |_| {
        let mut doc = program::cargo();
        doc.args(["doc", "--package", "miyun", "--lib", "--features", "office", "--no-deps", "--locked"])
            .env("RUSTDOCFLAGS", "-D warnings");
        program::run(&mut doc, "mend the documentation rustdoc names above")
    }),
    ("tests", |tally| {
        // Those that need LibreOffice are left out of a plain `cargo test`.
        libreoffice::ensure()?;
        browser::ensure()?;
        let mut tests = program::cargo();
        tests.args(["test", "--package", "miyun", "--package", "xtask", "--features", "miyun/office"]);
        tests.args(["--no-fail-fast", "--locked", "--", "--include-ignored"]);
        counted(&mut tests, tally)
    }),
    ("page", |_| page::build()),
    ("journeys", |tally| {
        browser::ensure()?;
        counted(journeys(None).env(axe::VARIABLE, axe::ensure()?), tally)
    }),
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

/// Walks the journeys whose file or name contains `filter`, or all.
pub fn walk(filter: Option<&str>) -> Result<(), Failure> {
    page::build_if_needed()?;
    browser::ensure()?;
    let axe = axe::ensure()?;
    let mut tally = Tally::default();
    let outcome = step::during("journeys", || counted(journeys(filter).env(axe::VARIABLE, &axe), &mut tally));
    println!("{tally}");
    outcome?;
    if tally == Tally::default() {
        return Err(Failure::new(
            format!("no journey is named like `{}`", filter.unwrap_or_default()),
            "the files in tests/journeys/tests name them",
        ));
    }
    Ok(())
}

/// Takes a picture of every route into `folder`.
pub fn photograph(folder: &str) -> Result<(), Failure> {
    page::build_if_needed()?;
    browser::ensure()?;
    step::during("screenshots", || {
        let run = ["run", "--package", "journeys", "--bin", "screenshots", "--locked", "--quiet"];
        cargo(&[&run[..], &["--", folder]].concat(), "see what the browser says above")
    })
}

fn cargo(words: &[&str], fix: &str) -> Result<(), Failure> {
    program::run(program::cargo().args(words), fix)
}

/// All journeys, those of the files whose name contains `filter`, or else those named like it.
fn journeys(filter: Option<&str>) -> Command {
    let mut journeys = program::cargo();
    journeys.args(["test", "--package", "journeys", "--no-fail-fast", "--locked"]);
    let Some(filter) = filter else {
        return journeys;
    };
    let files: Vec<String> = fs::read_dir(project::root().join("tests/journeys/tests"))
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|file| Some(file.path().file_stem()?.to_str()?.to_owned()))
        .filter(|stem| stem.contains(filter))
        .collect();
    if files.is_empty() {
        journeys.args(["--tests", filter]);
    }
    for file in &files {
        journeys.args(["--test", file]);
    }
    journeys
}

/// Runs tests with their output shown as it comes, and counts them.
fn counted(tests: &mut Command, tally: &mut Tally) -> Result<(), Failure> {
    let fix = "mend what the failed test names above";
    let failed = |why: String| Failure::new(format!("{} ({why})", program::line(tests)), fix);
    let mut running = Command::new(tests.get_program());
    running.args(tests.get_args());
    running.envs(tests.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let mut child = running
        .current_dir(project::root())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| failed(error.to_string()))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            tally.count(&line);
        }
    }
    let status = child.wait().map_err(|error| failed(error.to_string()))?;
    if status.success() { Ok(()) } else { Err(failed(status.to_string())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_add_up_and_nothing_else_counts() {
        let mut tally = Tally::default();
        for line in [
            "running 3 tests",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test a ... 5 passed",
            "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
        ] {
            tally.count(line);
        }
        assert_eq!(tally, Tally { passed: 15, failed: 2 });
        assert_eq!(tally.to_string(), "15 passed, 2 failed");
    }
}
