//! The published files that are derived from the code, written anew.

use crate::failure::Failure;
use crate::{program, step};

/// The tests that hold derived files against the code; told to bless, they write them.
const TESTS: &[&str] = &["files", "packets"];

/// Writes the schemas and the golden packets anew. What changed is then read as a reviewer would.
pub fn bless() -> Result<(), Failure> {
    step::during("writing schemas and golden packets", || {
        let mut tests = program::cargo();
        tests.args(["test", "--quiet", "--locked"]).env("BLESS", "1");
        for test in TESTS {
            tests.args(["--test", test]);
        }
        program::run(&mut tests, "mend what fails above; what is derived is written already")
    })?;
    println!("Read what changed before you commit it: git diff public tests/golden");
    Ok(())
}
