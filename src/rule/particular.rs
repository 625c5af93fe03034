//! Particulars: what an office wants to see on the papers of some claims, and no rule reads.

use crate::answers::facts::Facts;
use crate::answers::question::Spec;
use crate::article::Article;
use crate::rule::asked::Asked;
use crate::rule::edition::Edition;

/// A question for the papers of some claims.
#[derive(Debug)]
pub struct Particular {
    /// The question.
    pub question: &'static Spec,
    /// Whether it is asked of this applicant with these articles claimed.
    pub binds: fn(&Facts, &[Article]) -> bool,
}

impl Edition {
    /// The particulars that an applicant who claims these articles is asked for: all welcome, none needed.
    #[must_use]
    pub fn particulars(&self, facts: &Facts, claimed: &[Article]) -> Asked {
        let binding = self.particulars.iter().filter(|particular| (particular.binds)(facts, claimed));
        binding.fold(Asked::default(), |asked, particular| asked.with_welcome(particular.question.slot))
    }
}
