//! What the page weighs, against its budgets.

use crate::failure::Failure;
use crate::{page, program, project, step};

/// Builds the page when need be, weighs its files as servers send them, and fails when a budget is broken.
pub fn weigh() -> Result<(), Failure> {
    page::build_if_needed()?;
    step::during("weighing the page", || {
        let mut sizes = program::cargo();
        sizes.args(["run", "--package", "sizes", "--locked", "--quiet", "--"]).arg(project::dist());
        program::run(&mut sizes, "make what the lines above name smaller")
    })
}
