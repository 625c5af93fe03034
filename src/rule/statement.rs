//! 情况说明: what a clause is filed with in the applicant's own words.

use crate::answers::facts::Facts;
use crate::article::Article;
use crate::rule::report::Report;
use crate::text::{Lang, Text};

/// A statement that a clause is filed with.
#[derive(Debug)]
pub struct Statement {
    /// The clause's name.
    pub clause: &'static str,
    /// The articles that ask for it.
    pub articles: &'static [Article],
    /// Its title.
    pub title: Text,
    /// A text to begin with, a paragraph a line, with the figures of the case filled in and the rest in brackets.
    pub template: fn(&Facts, &Report, Lang) -> String,
}
