//! 承诺: what an applicant promises when it files.

use crate::answers::facts::Facts;
use crate::article::Article;
use crate::rule::edition::Edition;
use crate::rule::provision::Provision;

/// A promise that an application is filed with.
#[derive(Debug)]
pub struct Undertaking {
    /// What is promised, and the article that asks for it.
    pub provision: Provision,
    /// Whether it binds this applicant with these articles claimed.
    pub binds: fn(&Facts, &[Article]) -> bool,
}

impl Edition {
    /// What an applicant that claims these articles undertakes, in the order of the articles.
    #[must_use]
    pub fn undertaken(&self, facts: &Facts, claimed: &[Article]) -> Vec<&'static Provision> {
        let binding = self.undertakings.iter().filter(|undertaking| (undertaking.binds)(facts, claimed));
        binding.map(|undertaking| &undertaking.provision).collect()
    }
}
