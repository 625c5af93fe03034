//! 承诺: what an applicant promises when it files.

use crate::answers::facts::Facts;
use crate::article::Article;
use crate::rule::provision::Provision;

/// A promise that an application is filed with.
#[derive(Debug)]
pub struct Undertaking {
    /// What is promised, and the article that asks for it.
    pub provision: Provision,
    /// Whether it binds this applicant with these articles claimed.
    pub binds: fn(&Facts, &[Article]) -> bool,
}
