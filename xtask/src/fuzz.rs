//! The long search for bytes and answers that what stands in `tests/holds` does not hold for.

use crate::failure::Failure;
use crate::tool::Tool;
use crate::{program, project, step};
use std::io::{BufRead, BufReader};
use std::process::Stdio;

/// What is searched, as `fuzz/Cargo.toml` names it.
const TARGETS: &[&str] = &["draft", "file", "official", "typed", "table", "assessment", "office"];

/// Searches one target, or all of them one after the other, for so many minutes each; says how often each was run.
pub fn search(only: Option<&str>, minutes: u64) -> Result<(), Failure> {
    if let Some(name) = only
        && !TARGETS.contains(&name)
    {
        return Err(Failure::new(
            format!("there is no target `{name}`"),
            format!("name one of {}", TARGETS.join(", ")),
        ));
    }
    let bin = Tool::cargo_fuzz().ensure()?;
    let mut found = Vec::new();
    for target in TARGETS.iter().filter(|target| only.is_none_or(|only| only == **target)) {
        let mut runs = String::from("an unknown number of");
        let outcome = step::during(&format!("fuzzing {target} for {minutes} min"), || {
            let mut fuzz = program::cargo();
            fuzz.args(["fuzz", "run", target])
                // Coverage is in every compiler, a sanitizer only in those of the night; safe Rust can do without one.
                .args(["--sanitizer", "none", "--"])
                .arg(format!("-max_total_time={}", minutes * 60))
                .args(["-print_final_stats=1", "-timeout=60", "-rss_limit_mb=4096", "-max_len=65536"])
                .env("PATH", program::path_with(std::slice::from_ref(&bin)))
                .env("RUSTC_BOOTSTRAP", "1")
                .env_remove("CARGO");
            watched(&mut fuzz, &mut runs)
        });
        println!("{target}: {runs} executions, {}", if outcome.is_ok() { "nothing found" } else { "FOUND something" });
        found.extend(outcome.err());
    }
    match found.into_iter().next() {
        Some(failure) => Err(failure),
        None => Ok(()),
    }
}

/// Runs the search with its words shown as they come, and catches how often the target was run.
fn watched(fuzz: &mut std::process::Command, runs: &mut String) -> Result<(), Failure> {
    let fix = format!(
        "what was found lies in {}; mend it, and keep it as a row of a test",
        project::root().join("fuzz/artifacts").display()
    );
    let failed = |why: String| Failure::new(format!("the search ended early ({why})"), fix.clone());
    let mut child =
        fuzz.stdin(Stdio::null()).stderr(Stdio::piped()).spawn().map_err(|error| failed(error.to_string()))?;
    let words = child.stderr.take().into_iter().flat_map(|words| BufReader::new(words).split(b'\n'));
    for line in words.map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line);
        eprintln!("{line}");
        if let Some(count) = executed(&line) {
            count.clone_into(runs);
        }
    }
    let status = child.wait().map_err(|error| failed(error.to_string()))?;
    if status.success() { Ok(()) } else { Err(failed(status.to_string())) }
}

/// How often the target was run: `stat::number_of_executed_units: 123`, or `#123 …` while it runs.
fn executed(line: &str) -> Option<&str> {
    let counted = line.strip_prefix("stat::number_of_executed_units:").or_else(|| line.strip_prefix('#'))?;
    counted.split_whitespace().next().filter(|count| count.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::executed;

    #[test]
    fn executions_are_read_off_what_libfuzzer_says() {
        assert_eq!(executed("stat::number_of_executed_units: 123"), Some("123"));
        assert_eq!(executed("#4096\tpulse  cov: 812 ft: 1290 corp: 90/12Kb"), Some("4096"));
        assert_eq!(executed("#0 0x5581 in main"), Some("0"));
        assert_eq!(executed("INFO: seed corpus: files: 13"), None);
    }
}
