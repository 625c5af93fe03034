//! Particulars: what an office wants to see on the papers of some claims, and no rule reads.

use crate::answers::facts::Facts;
use crate::answers::question::Spec;
use crate::article::Article;

/// A question for the papers of some claims.
#[derive(Debug)]
pub struct Particular {
    /// The question.
    pub question: &'static Spec,
    /// Whether it is asked of this applicant with these articles claimed.
    pub binds: fn(&Facts, &[Article]) -> bool,
}
