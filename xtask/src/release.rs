//! The program in `release/`, which lays the page out.

use crate::program;
use std::process::Command;

/// A call of it, to be given its words.
pub fn program() -> Command {
    let mut cargo = program::cargo();
    cargo.args(["run", "--package", "release", "--locked", "--quiet", "--"]);
    cargo
}
