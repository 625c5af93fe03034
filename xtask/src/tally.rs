//! Tests run with their output shown as it comes, and counted.

use crate::failure::Failure;
use crate::{journeys, program, project};
use std::collections::BTreeMap;
use std::fmt;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// How many tests ran, and how they ended.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Those that found all well.
    pub passed: u32,
    /// Those that did not.
    pub failed: u32,
    /// What journeys left out, why, and how often.
    pub left_out: BTreeMap<String, u32>,
}

impl Tally {
    /// Adds what a line of `cargo test` says:
    /// `test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; …`
    fn count(&mut self, line: &str) {
        // Tests run side by side: another's words may stand before it.
        if let Some((_, why)) = line.split_once(journeys::LEFT_OUT) {
            let why = why.rsplit_once(" (").map_or(why, |(why, _)| why);
            *self.left_out.entry(why.to_owned()).or_default() += 1;
        }
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

    /// What the tests said whose output this is.
    pub fn of(output: &str) -> Self {
        let mut tally = Self::default();
        output.lines().for_each(|line| tally.count(line));
        tally
    }

    /// Adds the tests of another.
    pub fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        for (why, times) in &other.left_out {
            *self.left_out.entry(why.clone()).or_default() += times;
        }
    }

    /// Runs tests with their output shown as it comes, and counts them.
    pub fn run(&mut self, tests: &mut Command) -> Result<(), Failure> {
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
                self.count(&line);
            }
        }
        let status = child.wait().map_err(|error| failed(error.to_string()))?;
        if status.success() { Ok(()) } else { Err(failed(status.to_string())) }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
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
        assert_eq!(tally, Tally { passed: 15, failed: 2, ..Tally::default() });
        assert_eq!(tally.to_string(), "15 passed, 2 failed");
    }

    #[test]
    fn what_is_left_out_is_counted_by_its_reason() {
        let mut tally = Tally::default();
        for line in ["left out: printing: no way (a)", "test b ... left out: printing: no way (b)"] {
            tally.count(line);
        }
        assert_eq!(tally.left_out, BTreeMap::from([("printing: no way".to_owned(), 2)]));
    }
}
