//! The journeys: which are walked in which engine, on which build of the page; and a table of what was.

use crate::browser::Engine;
use crate::failure::Failure;
use crate::tally::Tally;
use crate::{axe, page, program, project, step};
use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

/// The variable that names the engine to the journeys.
pub const ENGINE: &str = "JOURNEY_ENGINE";
/// The variable that names the build of the page.
pub const PAGE: &str = "JOURNEY_PAGE";
/// The variable that says whether loops over examples take all or a few.
pub const SET: &str = "JOURNEY_SET";
/// Its value for a few.
pub const CORE_SET: &str = "core";
/// What a journey's word begins with when it leaves something out.
pub const LEFT_OUT: &str = "left out: ";

/// The files of journeys that are walked in every engine, on both builds. All are, in Chromium.
const CORE: &[&str] = &["drafts", "examples", "finds", "interview", "opens", "packet", "reads"];
/// Those that open both builds by themselves, and so are walked once an engine.
const CORE_OF_BOTH: &[&str] = &["offline"];

/// A build of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// Served over HTTP.
    Hosted,
    /// One file, opened from disk without a network.
    File,
}

impl Build {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Hosted, Self::File];

    /// As it is written on the command line and in the environment.
    pub fn id(self) -> &'static str {
        match self {
            Self::Hosted => "hosted",
            Self::File => "file",
        }
    }

    /// The build that is written so.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|build| build.id() == id)
    }

    /// The file in `dist/` that it begins with.
    pub fn file(self) -> &'static str {
        match self {
            Self::Hosted => "index.html",
            Self::File => "portal.html",
        }
    }
}

/// One engine on one build of the page.
#[derive(Debug, Clone, Copy)]
struct Walk<'a> {
    engine: Engine,
    build: Build,
    /// The core set alone.
    core: bool,
    /// The journeys whose file or name contains this.
    named: Option<&'a str>,
    /// Whether to go on where the engine is not to be had, and say so: not every system has all three.
    if_there: bool,
}

/// What came of a walk.
struct Outcome {
    tally: Tally,
    time: Duration,
    failure: Option<Failure>,
    /// Why the engine was not to be had.
    missing: Option<Failure>,
}

/// What `cargo xtask test` walks: everything in one engine; in the other two those that carry the page in one file from
/// an example to its papers and from one machine to another. The rest of them there is for
/// `cargo xtask journeys --engine all --page all --core`.
pub fn all(tally: &mut Tally) -> Result<(), Failure> {
    let everything = Walk { engine: Engine::Chromium, build: Build::Hosted, core: false, named: None, if_there: false };
    let carried = |engine| Walk { engine, named: Some("offline"), if_there: true, ..everything };
    walked(&[everything, carried(Engine::Firefox), carried(Engine::WebKit)], tally)
}

/// `cargo xtask journeys [NAME] [--engine E] [--page P]`: the journeys whose file or name contains NAME, or all.
pub fn walk(words: &[&str]) -> Result<(), Failure> {
    let mut name = None;
    let mut engines = vec![Engine::Chromium];
    let mut builds = vec![Build::Hosted];
    let mut core = false;
    let mut words = words.iter().copied();
    while let Some(word) = words.next() {
        match word {
            "--engine" => engines = chosen(word, words.next(), &Engine::ALL, Engine::named)?,
            "--page" => builds = chosen(word, words.next(), &Build::ALL, Build::named)?,
            "--core" => core = true,
            _ if name.is_none() && !word.starts_with('-') => name = Some(word),
            _ => return Err(Failure::new(format!("`{word}` is not understood"), "`cargo xtask --help` says how")),
        }
    }
    page::build_if_needed()?;
    let walk = |engine, build| Walk { engine, build, core, named: name, if_there: false };
    let walks: Vec<Walk> =
        builds.iter().flat_map(|&build| engines.iter().map(move |&engine| walk(engine, build))).collect();
    let mut tally = Tally::default();
    let outcome = walked(&walks, &mut tally);
    println!("{tally}");
    outcome?;
    if tally.passed + tally.failed == 0 {
        return Err(Failure::new(
            format!("no journey is named like `{}`", name.unwrap_or_default()),
            "the files in tests/journeys/tests name them",
        ));
    }
    Ok(())
}

/// One of several, or `all` of them.
fn chosen<T: Copy>(word: &str, id: Option<&str>, all: &[T], named: fn(&str) -> Option<T>) -> Result<Vec<T>, Failure> {
    match id {
        Some("all") => Ok(all.to_vec()),
        Some(id) if let Some(one) = named(id) => Ok(vec![one]),
        _ => Err(Failure::new(
            format!("{word} does not say which"),
            "--engine chromium|firefox|webkit|all, --page hosted|file|all",
        )),
    }
}

/// Walks one after another, whatever comes of each, and prints what was walked where.
fn walked(walks: &[Walk], tally: &mut Tally) -> Result<(), Failure> {
    let mut outcomes = Vec::new();
    for walk in walks {
        let begun = Instant::now();
        let mut own = Tally::default();
        let missing = if walk.if_there { walk.engine.ensure().err() } else { None };
        let name = format!("journeys in {}, {}", walk.engine, walk.build.id());
        let failure = match missing {
            Some(_) => None,
            None => step::during(&name, || walk.start(&mut own)).err(),
        };
        tally.add(&own);
        outcomes.push(Outcome { tally: own, time: begun.elapsed(), failure, missing });
    }
    println!(
        "\n{:<10}{:<8}{:<6}{:>7}{:>8}{:>10}{:>13}",
        "engine", "page", "set", "passed", "failed", "left out", "time"
    );
    for (walk, Outcome { tally, time, failure, missing }) in walks.iter().zip(&outcomes) {
        let set = if walk.named.is_some() {
            "some"
        } else if walk.core {
            CORE_SET
        } else {
            "all"
        };
        let left_out: u32 = tally.left_out.values().sum();
        let counts = if failure.as_ref().or(missing.as_ref()).is_some() && *tally == Tally::default() {
            format!("{:>7}{:>8}{:>10}", "not", "walked", "")
        } else {
            format!("{:>7}{:>8}{left_out:>10}", tally.passed, tally.failed)
        };
        let (engine, build) = (walk.engine.to_string(), walk.build.id());
        println!("{engine:<10}{build:<8}{set:<6}{counts}{:>13}", step::seconds(*time));
    }
    for (walk, outcome) in walks.iter().zip(&outcomes) {
        if let Some(missing) = &outcome.missing {
            println!("NOT walked in {}: {missing}", walk.engine);
        }
        for (why, times) in &outcome.tally.left_out {
            println!("left out {times} times in {}, {}: {why}", walk.engine, walk.build.id());
        }
    }
    println!();
    // The first that failed stands for all: each has said its own above.
    outcomes.into_iter().find_map(|outcome| outcome.failure).map_or(Ok(()), Err)
}

impl Walk<'_> {
    fn start(&self, tally: &mut Tally) -> Result<(), Failure> {
        let file = project::dist().join(self.build.file());
        if !file.is_file() {
            return Err(Failure::new(format!("there is no {}", file.display()), "cargo xtask build"));
        }
        let mut tests = self.tests()?;
        tests.env(axe::VARIABLE, axe::ensure()?).envs(self.engine.ensure()?);
        tests.env(ENGINE, self.engine.id()).env(PAGE, self.build.id());
        tests.env(SET, if self.core { CORE_SET } else { "all" });
        tally.run(&mut tests)
    }

    /// The files whose name contains `filter`, or else the tests named like it.
    fn tests(&self) -> Result<Command, Failure> {
        let filter = self.named;
        let mut tests = program::cargo();
        tests.args(["test", "--package", "journeys", "--no-fail-fast", "--locked"]);
        let of_both = |stem: &str| self.build == Build::Hosted && CORE_OF_BOTH.contains(&stem);
        let core = |stem: &String| !self.core || CORE.contains(&stem.as_str()) || of_both(stem);
        let files: Vec<String> = files().into_iter().filter(core).collect();
        let named: Vec<&String> = files.iter().filter(|stem| filter.is_none_or(|name| stem.contains(name))).collect();
        if filter.is_none() && !self.core {
            return Ok(tests);
        }
        for file in if named.is_empty() { files.iter().collect() } else { named.clone() } {
            tests.args(["--test", file]);
        }
        tests.args(filter.filter(|_| named.is_empty()));
        Ok(tests)
    }
}

/// The files of journeys, without their ending.
fn files() -> Vec<String> {
    let entries = fs::read_dir(project::root().join("tests/journeys/tests")).into_iter().flatten().flatten();
    let mut files: Vec<String> =
        entries.filter_map(|file| Some(file.path().file_stem()?.to_str()?.to_owned())).collect();
    files.sort();
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_core_set_is_there() {
        let files = files();
        for file in CORE.iter().chain(CORE_OF_BOTH) {
            assert!(files.contains(&(*file).to_owned()), "{file}");
        }
    }

    #[test]
    fn an_engine_is_chosen_by_its_name_or_all_are() {
        assert_eq!(chosen("", Some("webkit"), &Engine::ALL, Engine::named).unwrap(), [Engine::WebKit]);
        assert_eq!(chosen("", Some("all"), &Engine::ALL, Engine::named).unwrap(), Engine::ALL);
        assert!(chosen("", Some("gecko"), &Engine::ALL, Engine::named).is_err());
        assert!(chosen("", None, &Build::ALL, Build::named).is_err());
    }

    #[test]
    fn a_name_picks_files_else_tests() {
        let line = |core, named| {
            let walk = Walk { engine: Engine::WebKit, build: Build::Hosted, core, named, if_there: false };
            program::line(&walk.tests().unwrap())
        };
        assert!(line(false, None).ends_with("--locked"));
        assert!(line(false, Some("packet")).ends_with("--locked --test packet"));
        assert!(line(true, None).contains("--test packet") && !line(true, None).contains("accessible"));
        assert!(line(false, Some("nothing_moves")).ends_with("--test tables nothing_moves"));
    }
}
