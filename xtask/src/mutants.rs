//! Whether the tests bite: the rules are changed in one place at a time, and some test has to fail.

use crate::failure::Failure;
use crate::tool::Tool;
use crate::{program, step};

/// Tries a part of the changes, the `shard`th of so many spread over all files: `1/8`. What is changed, and which tests
/// are asked, stands in `.cargo/mutants.toml`.
pub fn try_some(shard: &str) -> Result<(), Failure> {
    let bin = Tool::cargo_mutants().ensure()?;
    step::during(&format!("changing the rules, part {shard}"), || {
        let mut mutants = program::cargo();
        mutants
            .args(["mutants", "--shard", shard, "--sharding", "round-robin", "--no-shuffle"])
            .args(["--output", "target", "--baseline", "run"])
            .env("PATH", program::path_with(std::slice::from_ref(&bin)))
            .env_remove("CARGO");
        program::run(
            &mut mutants,
            "target/mutants.out/missed.txt lists the changes that no test noticed: give each a row, or name the reason",
        )
    })
}
