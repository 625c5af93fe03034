//! What went wrong, and the fix.

use std::fmt;

/// Every failure of a task names what a person can do about it.
#[derive(Debug)]
pub struct Failure {
    what: String,
    fix: String,
}

impl Failure {
    /// What went wrong, and what to do about it.
    pub fn new(what: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { what: what.into(), fix: fix.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "failed: {}\n   fix: {}", self.what, self.fix)
    }
}

impl std::error::Error for Failure {}
