//! Whether the tests bite: the rules are changed in one place at a time, and some test has to fail.

use crate::failure::Failure;
use crate::tool::Tool;
use crate::{program, project, step};
use std::path::Path;
use std::process::Command;

/// Tries the changes to files whose paths hold `file`, or to all that `.cargo/mutants.toml` lists; at least `sample` of them,
/// spread evenly over the files, or each one.
pub fn try_changes(file: Option<&str>, sample: Option<usize>) -> Result<(), Failure> {
    let bin = Tool::cargo_mutants().ensure()?;
    let all = count(&bin, file)?;
    let parts = sample.map_or(1, |sample| parts(all, sample));
    step::during(&format!("changing the rules in {} of {all} places", all.div_ceil(parts)), || {
        let mut mutants = mutants(&bin, file);
        mutants
            .args(["--shard", &format!("0/{parts}"), "--sharding", "round-robin", "--output", "target"])
            // The libraries are compiled once; what is changed is compiled in a copy of the work tree.
            .env("CARGO_TARGET_DIR", project::target().join("mutants"))
            // One at a time: two would compile into each other's folder.
            .env_remove("CARGO_MUTANTS_JOBS")
            // A test binary ends with its first failure, which stable Rust does not offer yet, and is not shrunk or traced.
            .env("RUSTC_BOOTSTRAP", "1")
            .env("PROPTEST_MAX_SHRINK_ITERS", "0")
            .env("RUST_BACKTRACE", "0");
        program::run(
            &mut mutants,
            "target/mutants.out/missed.txt lists the changes that no test noticed: give each a row, or name the reason",
        )
    })
}

/// The program, started in the work tree.
fn mutants(bin: &Path, file: Option<&str>) -> Command {
    let mut mutants = program::cargo();
    mutants.arg("mutants").env("PATH", program::path_with(&[bin.to_path_buf()])).env_remove("CARGO");
    if let Some(file) = file {
        // Files would be added to those of `.cargo/mutants.toml`; a change is listed with its file.
        mutants.args(["--re", file]);
    }
    mutants
}

/// How many changes there are.
fn count(bin: &Path, file: Option<&str>) -> Result<usize, Failure> {
    let failed =
        |why: String| Failure::new(format!("the changes cannot be listed: {why}"), "see `.cargo/mutants.toml`");
    let listed = mutants(bin, file).arg("--list").output().map_err(|error| failed(error.to_string()))?;
    match listed.stdout.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).count() {
        _ if !listed.status.success() => Err(failed(String::from_utf8_lossy(&listed.stderr).trim().to_owned())),
        0 => Err(failed("no file that may be changed is named so".to_owned())),
        count => Ok(count),
    }
}

/// Into how many parts the changes are dealt so that one of them holds at least `sample`.
fn parts(all: usize, sample: usize) -> usize {
    (all / sample.max(1)).max(1)
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_sample_has_at_least_as_many_as_were_asked_for() {
        for (all, sample) in
            [(1999_usize, 150_usize), (2000, 150), (150, 150), (151, 150), (299, 150), (300, 150), (3000, 1)]
        {
            assert!(all.div_ceil(parts(all, sample)) >= sample, "{sample} of {all}");
        }
        assert_eq!(parts(1999, 150), 13);
        assert_eq!(parts(40, 150), 1, "where there are fewer, all of them");
        assert_eq!(parts(40, 0), 40);
    }
}
