//! The files that are handed out, which the program in `release/` makes of what Trunk has built.

use crate::failure::Failure;
use crate::{program, project, step};
use std::path::Path;

/// Lays out `index.html`: its scripts, its style sheets, a security policy.
pub fn lay_out(dist: &Path) -> Result<(), Failure> {
    call("page", dist)
}

/// Makes the page in one file, the service worker, the contents and the digests in `dist/`, of the finished program.
pub fn hand_out() -> Result<(), Failure> {
    step::during("making the page in one file", || call("files", &project::dist()))
}

fn call(what: &str, folder: &Path) -> Result<(), Failure> {
    let mut cargo = program::cargo();
    cargo.args(["run", "--package", "release", "--locked", "--quiet", "--", what]).arg(folder);
    program::run(&mut cargo, "mend what is named above, in public/ or release/")
}
