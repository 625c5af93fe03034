//! The journeys: which are walked in which engine, on which build of the page; and a table of what was.

use crate::browser::Engine;
use crate::check::REPORT;
use crate::failure::Failure;
use crate::kernel::Kernel;
use crate::tally::Tally;
use crate::{axe, page, program, project, step};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use std::{fs, thread};

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
/// The file that starts older Chromiums by itself.
const KERNELS: &str = "kernels";

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
    /// What its tests took, added up.
    time: Duration,
    /// Why nothing was walked.
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

/// Walks all at the same time, a test at a time in each of some places, and prints what was walked where.
fn walked(walks: &[Walk], tally: &mut Tally) -> Result<(), Failure> {
    let tests = tests()?;
    let mut ready = Vec::new();
    let mut jobs = Vec::new();
    for walk in walks {
        match walk.prepare(&tests) {
            Ok((variables, tests)) => {
                jobs.extend(tests.into_iter().map(|test| Job {
                    walk: ready.len(),
                    variables: variables.clone(),
                    test,
                }));
                ready.push(None);
            }
            Err(failure) => ready.push(Some(failure)),
        }
    }
    let done = run_all(jobs);
    let mut outcomes = Vec::new();
    for (place, missing) in ready.into_iter().enumerate() {
        let own = || done.iter().filter(|done| done.walk == place);
        let mut outcome = Outcome { tally: Tally::default(), time: own().map(|done| done.time).sum(), missing };
        own().for_each(|done| outcome.tally.add(&done.tally));
        tally.add(&outcome.tally);
        outcomes.push(outcome);
    }
    println!("{REPORT}");
    println!(
        "{:<14}{:<8}{:<6}{:>7}{:>8}{:>10}{:>13}",
        "engine", "page", "set", "passed", "failed", "left out", "tests' time"
    );
    for (walk, Outcome { tally, time, missing }) in walks.iter().zip(&outcomes) {
        let left_out: u32 = tally.left_out.values().sum();
        let counts = match missing {
            Some(_) => format!("{:>7}{:>8}{:>10}", "not", "walked", ""),
            None => format!("{:>7}{:>8}{left_out:>10}", tally.passed, tally.failed),
        };
        let (engine, build) = (walk.engine.to_string(), walk.build.id());
        println!("{engine:<14}{build:<8}{:<6}{counts}{:>13}", walk.set(), step::seconds(*time));
    }
    for (walk, outcome) in walks.iter().zip(&outcomes) {
        if let Some(missing) = &outcome.missing {
            println!("NOT walked in {}: {missing}", walk.engine);
        }
        for (why, times) in &outcome.tally.left_out {
            println!("left out {times} times in {}, {}: {why}", walk.engine, walk.build.id());
        }
    }
    let mut slowest: Vec<&Done> = done.iter().collect();
    slowest.sort_by_key(|done| std::cmp::Reverse(done.time));
    println!("\nthe slowest:");
    for Done { name, time, .. } in slowest.iter().take(10) {
        println!("{:>13}  {name}", step::seconds(*time));
    }
    println!();
    let fix = "mend what is shown above; `cargo xtask journeys NAME` walks one again";
    let red: Vec<&str> = done.iter().filter(|done| done.tally.failed > 0).map(|done| done.name.as_str()).collect();
    if !red.is_empty() {
        return Err(Failure::new(format!("{} journeys: {}", red.len(), red.join(", ")), fix));
    }
    // An engine that not every system has is told of above, and is no failure.
    let missing = walks.iter().zip(outcomes).filter(|(walk, _)| !walk.if_there);
    missing.filter_map(|(_, outcome)| outcome.missing).next().map_or(Ok(()), Err)
}

impl Walk<'_> {
    fn set(&self) -> &'static str {
        match (self.named, self.core) {
            (Some(_), _) => "some",
            (None, true) => CORE_SET,
            (None, false) => "all",
        }
    }

    /// The variables to walk with, and the tests.
    fn prepare(&self, tests: &[Test]) -> Result<(Variables, Vec<Test>), Failure> {
        let file = project::dist().join(self.build.file());
        if !file.is_file() {
            return Err(Failure::new(format!("there is no {}", file.display()), "cargo xtask release"));
        }
        let tests = self.chosen(tests.to_vec());
        let mut variables = self.engine.ensure()?;
        variables.push((axe::VARIABLE, axe::ensure()?));
        if tests.iter().any(|test| test.file == KERNELS) && Kernel::is_for_here() {
            Kernel::ALL.into_iter().try_for_each(Kernel::ensure)?;
        }
        let set = if self.core { CORE_SET } else { "all" };
        for (name, value) in [(ENGINE, self.engine.id()), (PAGE, self.build.id()), (SET, set)] {
            variables.push((name, value.into()));
        }
        Ok((variables, tests))
    }

    /// The tests of the files whose name contains what is named, or else those that are themselves named like it.
    fn chosen(&self, mut tests: Vec<Test>) -> Vec<Test> {
        let of_both = |stem: &str| self.build == Build::Hosted && CORE_OF_BOTH.contains(&stem);
        tests.retain(|test| !self.core || CORE.contains(&test.file.as_str()) || of_both(&test.file));
        if let Some(filter) = self.named {
            let by_file = tests.iter().any(|test| test.file.contains(filter));
            tests.retain(|test| if by_file { test.file.contains(filter) } else { test.name.contains(filter) });
        }
        tests
    }
}

type Variables = Vec<(&'static str, PathBuf)>;

/// One test of one file.
#[derive(Debug, Clone)]
struct Test {
    file: String,
    program: PathBuf,
    name: String,
}

/// A test to walk, for one of several walks.
struct Job {
    walk: usize,
    variables: Variables,
    test: Test,
}

/// A test that was walked.
struct Done {
    walk: usize,
    name: String,
    tally: Tally,
    time: Duration,
}

/// Runs every test in a process of its own, as many at once as there are processors and one more: a browser waits now
/// and then. Those that took longest the last time begin.
fn run_all(mut jobs: Vec<Job>) -> Vec<Done> {
    let notes = project::root().join("target/check/journeys.times");
    let before = fs::read_to_string(&notes).unwrap_or_default();
    let before: BTreeMap<&str, u64> = before
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(name, time)| Some((name, time.parse().ok()?)))
        .collect();
    jobs.sort_by_key(|job| before.get(job.name().as_str()).copied().unwrap_or(u64::MAX));
    let count = jobs.len();
    let (jobs, done) = (Mutex::new(jobs), Mutex::new(Vec::new()));
    let places = thread::available_parallelism().map_or(2, usize::from) + 1;
    let next = || jobs.lock().unwrap_or_else(PoisonError::into_inner).pop();
    thread::scope(|scope| {
        for _ in 0..places {
            scope.spawn(|| {
                while let Some(job) = next() {
                    let (test, said) = job.run();
                    let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
                    let verdict = if test.tally.failed > 0 { "FAILED" } else { "ok" };
                    println!(
                        "test {} ... {verdict} in {} ({} of {count})",
                        test.name,
                        step::seconds(test.time),
                        done.len() + 1
                    );
                    print!("{said}");
                    done.push(test);
                }
            });
        }
    });
    let done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    let times: String = done.iter().map(|done| format!("{}\t{}\n", done.name, done.time.as_millis())).collect();
    let _ = fs::create_dir_all(notes.with_file_name("")).and_then(|()| fs::write(&notes, times));
    let failed = done.iter().filter(|done| done.tally.failed > 0).count();
    let verdict = if failed == 0 { "ok" } else { "FAILED" };
    println!("\ntest result: {verdict}. {} passed; {failed} failed; journeys\n", done.len() - failed);
    done
}

impl Job {
    fn name(&self) -> String {
        let engine =
            self.variables.iter().find(|(name, _)| *name == ENGINE).map_or("", |(_, id)| id.to_str().unwrap_or(""));
        format!("{}::{} in {engine}", self.test.file, self.test.name)
    }

    /// Runs the test; gives what it says where that matters: why it failed, and what it left out.
    fn run(&self) -> (Done, String) {
        let begun = Instant::now();
        let mut command = Command::new(&self.test.program);
        command.args([&self.test.name, "--exact", "--nocapture"]).stdin(Stdio::null());
        command.current_dir(project::root().join("tests/journeys"));
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        let (passed, said) = match command.output() {
            Ok(output) => {
                let said = [output.stdout, output.stderr].concat();
                (output.status.success(), String::from_utf8_lossy(&said).into_owned())
            }
            Err(error) => (false, format!("{}: {error}\n", self.test.program.display())),
        };
        let mut tally = Tally { left_out: Tally::of(&said).left_out, ..Tally::default() };
        (tally.passed, tally.failed) = (u32::from(passed), u32::from(!passed));
        let done = Done { walk: self.walk, name: self.name(), tally, time: begun.elapsed() };
        let said = if passed {
            said.lines().filter(|line| line.contains(LEFT_OUT)).map(|line| format!("{line}\n")).collect()
        } else {
            said
        };
        (done, said)
    }
}

/// Builds the journeys and lists their tests.
fn tests() -> Result<Vec<Test>, Failure> {
    let fix = "mend what the compiler names above";
    let failed = |why: String| Failure::new(format!("the journeys were not built: {why}"), fix);
    let mut build = program::cargo();
    build.args([
        "test",
        "--package",
        "journeys",
        "--no-run",
        "--locked",
        "--message-format",
        "json-render-diagnostics",
    ]);
    let output =
        build.stdin(Stdio::null()).stderr(Stdio::inherit()).output().map_err(|error| failed(error.to_string()))?;
    if !output.status.success() {
        return Err(failed(output.status.to_string()));
    }
    let mut tests = Vec::new();
    for program in String::from_utf8_lossy(&output.stdout).lines().filter(|line| is_test(line)).filter_map(executable) {
        // `drafts-0123456789abcdef`
        let name = program.file_stem().unwrap_or_default().to_string_lossy();
        let file = name.rsplit_once('-').map_or(&*name, |(file, _)| file).to_owned();
        let list = program::answer(&program, &["--list", "--format", "terse"])
            .ok_or_else(|| failed(format!("{} lists no tests", program.display())))?;
        let names = list.lines().filter_map(|line| line.strip_suffix(": test"));
        tests.extend(names.map(|name| Test { file: file.clone(), program: program.clone(), name: name.to_owned() }));
    }
    Ok(tests)
}

/// Whether a line of cargo's report is of a program of tests, and not of one that they are built along with.
fn is_test(line: &str) -> bool {
    line.contains(r#""test":true},"features""#)
}

/// The program that a line of cargo's messages names.
fn executable(message: &str) -> Option<PathBuf> {
    let path = message.split_once("\"executable\":\"")?.1.split('"').next()?;
    Some(PathBuf::from(path.replace("\\\\", "\\")))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The files of journeys, without their ending.
    fn files() -> Vec<String> {
        let entries = fs::read_dir(project::root().join("tests/journeys/tests")).into_iter().flatten().flatten();
        let mut files: Vec<String> =
            entries.filter_map(|file| Some(file.path().file_stem()?.to_str()?.to_owned())).collect();
        files.sort();
        files
    }

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
        let all = [("packet", "paper"), ("drafts", "one_packet"), ("tables", "nothing_moves"), ("offline", "kept")];
        let all = all.map(|(file, name)| Test { file: file.into(), program: PathBuf::new(), name: name.into() });
        let chosen = |build, core, named| {
            let walk = Walk { engine: Engine::WebKit, build, core, named, if_there: false };
            walk.chosen(all.to_vec()).into_iter().map(|test| test.name).collect::<Vec<_>>()
        };
        assert_eq!(chosen(Build::Hosted, false, None).len(), 4);
        assert_eq!(chosen(Build::Hosted, false, Some("packet")), ["paper"]);
        assert_eq!(chosen(Build::Hosted, false, Some("moves")), ["nothing_moves"]);
        assert_eq!(chosen(Build::Hosted, true, None), ["paper", "one_packet", "kept"]);
        assert_eq!(chosen(Build::File, true, None), ["paper", "one_packet"]);
    }

    #[test]
    fn programs_are_read_off_the_messages_of_cargo() {
        let message = r#"{"reason":"compiler-artifact","executable":"C:\\t\\drafts-1a.exe","fresh":true}"#;
        assert_eq!(executable(message), Some(PathBuf::from(r"C:\t\drafts-1a.exe")));
        assert_eq!(executable(r#"{"reason":"compiler-artifact","executable":null}"#), None);
    }
}
