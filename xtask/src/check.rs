//! Everything `cargo xtask test` asks: groups of checks, in two lanes at the same time, and then what is measured.
//!
//! Each group is a process of its own (`cargo xtask test NAME`), whose output goes to `target/check/NAME.log`. A group
//! that fails stops nothing but those that need what it makes; all that failed is named at the end.

use crate::browser::Engine;
use crate::failure::Failure;
use crate::page::Size;
use crate::tally::Tally;
use crate::{bench, deny, journeys, libreoffice, optimiser, page, program, project, sizes, step, toolchain, trunk};
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, thread};

/// What a group's log shows after this line is shown at the end whatever came of it.
pub const REPORT: &str = "── report ──";

/// What a group says of the time that processors worked for it.
const WORKED: &str = "processors worked for seconds: ";

/// What one process checks.
struct Group {
    name: &'static str,
    /// The group without which this one cannot run.
    needs: Option<&'static str>,
    check: fn(&mut Tally) -> Result<(), Failure>,
}

impl Group {
    const fn new(name: &'static str, check: fn(&mut Tally) -> Result<(), Failure>) -> Self {
        Self { name, needs: None, check }
    }

    const fn needing(self, other: &'static str) -> Self {
        Self { needs: Some(other), ..self }
    }
}

/// What the system lacks is installed before the lanes begin: packages cannot be installed twice at the same time.
const FIRST: Group = Group::new("system", |_| {
    libreoffice::ensure()?;
    Engine::Chromium.ensure()?;
    // The others are walked where they are to be had; who misses them is told there.
    let _ = Engine::Firefox.ensure();
    let _ = Engine::WebKit.ensure();
    Ok(())
});

/// The page, which one core links for minutes, and what is done with it in browsers.
const PAGE: &[Group] = &[
    Group::new("page", |_| page::build(Size::Small)),
    Group::new("sizes", |_| {
        if optimiser::ensure().is_none() {
            eprintln!("    NOT weighed: without wasm-opt the page is bigger");
            return Ok(());
        }
        sizes::weigh()
    })
    .needing("page"),
    Group::new("journeys", journeys::all).needing("page"),
];

/// What is measured, when nothing else runs any more.
const MEASURED: &[Group] = &[
    Group::new("bench-page", |_| bench::of_page(bench::Length::Short)).needing("page"),
    Group::new("bench-browser", |_| bench::in_browser(bench::Length::Short)),
];

/// The sources, which the other core compiles meanwhile.
const SOURCES: &[Group] = &[
    Group::new("format", |_| cargo(&["fmt", "--all", "--check"], "run `cargo fmt --all`")),
    Group::new("lints", |_| {
        cargo(
            &["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"],
            "mend what clippy names above",
        )
    }),
    Group::new("tests", |tally| {
        // Those that need LibreOffice are left out of a plain `cargo test`.
        libreoffice::ensure()?;
        let mut tests = program::cargo();
        tests.args(["test", "--package", "miyun", "--package", "xtask", "--package", "release", "--package", "sizes"]);
        tests.args(["--no-fail-fast", "--locked", "--", "--include-ignored"]);
        tally.run(&mut tests)
    }),
    Group::new("documentation", |_| {
        let mut doc = program::cargo();
        doc.args(["doc", "--package", "miyun", "--lib", "--no-deps", "--locked"]).env("RUSTDOCFLAGS", "-D warnings");
        program::run(&mut doc, "mend the documentation rustdoc names above")?;
        cargo(&["test", "--package", "journeys", "--doc", "--locked"], "mend the example that is named above")
    }),
    Group::new("lints-page", |_| {
        toolchain::ensure_wasm()?;
        let page = ["clippy", "--bin", "portal", "--features", "ui", "--locked", "--target"];
        cargo(&[&page[..], &[toolchain::WASM, "--", "-D", "warnings"]].concat(), "mend what clippy names above")
    }),
    Group::new("lints-fuzzing", |_| {
        let mut fuzz = program::cargo();
        // Nothing is linked here, so libFuzzer itself need not be compiled.
        fuzz.args(["clippy", "--manifest-path", "fuzz/Cargo.toml", "--bins", "--locked", "--", "-D", "warnings"])
            .env("CUSTOM_LIBFUZZER_PATH", "nowhere/libfuzzer.a");
        program::run(&mut fuzz, "mend what clippy names above")
    }),
    Group::new("dependencies", |_| deny::check()),
    Group::new("trunk", trunk::check),
];

fn groups() -> impl Iterator<Item = &'static Group> {
    std::iter::once(&FIRST).chain(PAGE).chain(SOURCES).chain(MEASURED)
}

/// What came of a group.
struct Outcome {
    name: &'static str,
    verdict: Verdict,
    time: Duration,
    /// How long processors worked for it, where the system tells: that is the same on a busy machine.
    worked: Option<Duration>,
    tally: Tally,
}

enum Verdict {
    Passed,
    Failed,
    /// The group it needs failed.
    NotRun,
}

impl Verdict {
    fn word(&self) -> &'static str {
        match self {
            Self::Passed => "ok",
            Self::Failed => "FAILED",
            Self::NotRun => "not run",
        }
    }
}

/// Runs every group, then shows what the failed ones said, a table of what each took and, in its last line, how many
/// tests passed. True when all is well.
pub fn all() -> bool {
    let begun = Instant::now();
    let mut outcomes = lane(std::slice::from_ref(&FIRST), &[]);
    let lanes = thread::scope(|scope| {
        [PAGE, SOURCES].map(|groups| scope.spawn(|| lane(groups, &[]))).map(|lane| lane.join().unwrap_or_default())
    });
    outcomes.extend(lanes.into_iter().flatten());
    let measured = lane(MEASURED, &outcomes);
    outcomes.extend(measured);
    let failed = || outcomes.iter().filter(|outcome| matches!(outcome.verdict, Verdict::Failed));
    for Outcome { name, .. } in failed() {
        println!("\n── what `cargo xtask test {name}` said ──");
        print!("{}", said(name));
    }
    for Outcome { name, .. } in outcomes.iter().filter(|outcome| matches!(outcome.verdict, Verdict::Passed)) {
        if let Some((_, report)) = said(name).split_once(REPORT) {
            println!("\n── {name} ──\n{}", report.split(WORKED).next().unwrap_or_default().trim());
        }
    }
    println!("\n{:<16}{:<9}{:>13}{:>13}{:>9}{:>8}", "group", "verdict", "time", "processors", "passed", "failed");
    let mut tally = Tally::default();
    for outcome in &outcomes {
        let counts = match &outcome.tally {
            Tally { passed: 0, failed: 0, .. } => String::new(),
            Tally { passed, failed, .. } => format!("{passed:>9}{failed:>8}"),
        };
        let time = step::seconds(outcome.time);
        let worked = outcome.worked.map(step::seconds).unwrap_or_default();
        println!("{:<16}{:<9}{time:>13}{worked:>13}{counts}", outcome.name, outcome.verdict.word());
        tally.add(&outcome.tally);
    }
    let worked = step::seconds(outcomes.iter().filter_map(|outcome| outcome.worked).sum());
    println!("{:<25}{:>13}{worked:>13}", "together", step::seconds(begun.elapsed()));
    let red: Vec<&str> = failed().map(|outcome| outcome.name).collect();
    if !red.is_empty() {
        println!(
            "\nfailed: {}\n   fix: mend what is shown above; `cargo xtask test NAME` runs one again",
            red.join(", ")
        );
    }
    println!("\n{tally}");
    red.is_empty() && outcomes.len() == groups().count()
}

/// Runs groups one after another, whatever comes of each, after `others`.
fn lane(groups: &[Group], others: &[Outcome]) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    for Group { name, needs, .. } in groups {
        let lacks = |outcome: &Outcome| Some(outcome.name) == *needs && !matches!(outcome.verdict, Verdict::Passed);
        let begun = Instant::now();
        let (verdict, said) = if others.iter().chain(&outcomes).any(lacks) {
            (Verdict::NotRun, String::new())
        } else {
            let outcome = step::during(name, || run_apart(name));
            (if outcome.is_ok() { Verdict::Passed } else { Verdict::Failed }, said(name))
        };
        let (worked, tally) = (worked(&said), Tally::of(&said));
        outcomes.push(Outcome { name, verdict, time: begun.elapsed(), worked, tally });
    }
    outcomes
}

/// Runs a group in a process of its own, whose words go to its log.
fn run_apart(name: &str) -> Result<(), Failure> {
    let log = log(name);
    let failed = |why: String| Failure::new(format!("{}: {why}", log.display()), "see what it says");
    let words = |error: std::io::Error| failed(error.to_string());
    fs::create_dir_all(log.with_file_name("")).map_err(words)?;
    let output = File::create(&log).map_err(words)?;
    let errors = output.try_clone().map_err(words)?;
    let program = env::current_exe().map_err(words)?;
    // A compiler can wait; a person in a browser does not.
    let gently = program::on_path("nice").filter(|_| SOURCES.iter().any(|group| group.name == name));
    let mut group = match gently {
        Some(nice) => {
            let mut nice = Command::new(nice);
            nice.args(["-n", "10"]).arg(program);
            nice
        }
        None => Command::new(program),
    };
    group.args(["test", name]).stdin(Stdio::null()).stdout(output).stderr(errors);
    let status = group.status().map_err(words)?;
    if status.success() { Ok(()) } else { Err(failed(status.to_string())) }
}

fn log(name: &str) -> PathBuf {
    project::root().join("target/check").join(name).with_extension("log")
}

fn said(name: &str) -> String {
    let bytes = fs::read(log(name)).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Runs one group here, its output shown as it comes.
pub fn one(name: &str) -> Result<(), Failure> {
    let Some(group) = groups().find(|group| group.name == name) else {
        let names: Vec<&str> = groups().map(|group| group.name).collect();
        return Err(Failure::new(
            format!("there is no group of checks `{name}`"),
            format!("name one of {}", names.join(", ")),
        ));
    };
    let outcome = (group.check)(&mut Tally::default());
    if let Some(hundredths) = fs::read_to_string("/proc/self/stat").ok().as_deref().and_then(work_of_children) {
        println!("\n{WORKED}{}.{:02}", hundredths / 100, hundredths % 100);
    }
    outcome
}

/// What the children of a process have worked in hundredths of a second, as Linux counts in `/proc/…/stat`.
fn work_of_children(stat: &str) -> Option<u64> {
    // The name of the program may hold anything, spaces too.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(13);
    let mut next = || fields.next()?.parse::<u64>().ok();
    Some(next()? + next()?)
}

fn worked(said: &str) -> Option<Duration> {
    let (seconds, hundredths) = said.rsplit_once(WORKED)?.1.trim().split_once('.')?;
    Some(Duration::from_millis(seconds.parse::<u64>().ok()? * 1000 + hundredths.parse::<u64>().ok()? * 10))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_group_needs_runs_before_it() {
        for (lane, others) in [(PAGE, &[][..]), (SOURCES, &[]), (MEASURED, PAGE)] {
            for (place, group) in lane.iter().enumerate() {
                let before = |name| lane[..place].iter().chain(others).any(|other| other.name == name);
                assert!(group.needs.is_none_or(before), "{}", group.name);
            }
        }
    }

    #[test]
    fn the_work_of_children_is_read_off_linux() {
        let stat = "42 (a (b) c) S 1 42 42 0 -1 4194304 5 7 0 0 1 2 1200 34 20 0 1 0 99";
        assert_eq!(work_of_children(stat), Some(1234));
        assert_eq!(worked(&format!("so it goes\n{WORKED}12.34\n")), Some(Duration::from_millis(12_340)));
        assert_eq!(worked("it was killed"), None);
    }

    #[test]
    fn a_group_that_is_not_there_is_said_to_be_so() {
        assert!(one("spelling").unwrap_err().to_string().contains("tests, documentation"));
    }
}
