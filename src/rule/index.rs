//! What an edition holds, by name.

use crate::answers::question::{FiscalYear, Question, Spec};
use crate::article::Article;
use crate::date::Date;
use crate::rule::clause::{Clause, Document};
use crate::rule::gate::{Applicants, Kinds};
use crate::rule::start::Starts;
use crate::text::Text;

/// What an edition holds, by name: enough to read a draft, or the address of a page, where the rules themselves are not
/// at hand. It is worked out of the edition by the compiler, and leads to nothing of it: the page starts without them.
#[derive(Debug)]
pub struct Index {
    /// Its name in files.
    pub id: &'static str,
    /// Its official number.
    pub number: &'static str,
    /// The day from which it applies.
    pub in_force: Date,
    /// The article by which amounts are estimates until they are approved.
    pub approval: Article,
    /// Who can apply.
    pub applicants: &'static Applicants,
    /// What one can begin a draft as.
    pub starts: &'static Starts,
    /// The question of the year that is applied for.
    pub year: &'static Question<FiscalYear>,
    /// Every question of its interview, in order.
    pub questions: &'static [&'static Spec],
    /// Its clauses, in the order of the articles.
    pub clauses: &'static [Heading],
    /// The Chinese names of documents, some of them several times.
    pub documents: &'static [&'static str],
}

/// A clause by name.
#[derive(Clone, Copy, Debug)]
pub struct Heading {
    /// Its name in links and files.
    pub id: &'static str,
    /// The article.
    pub article: Article,
    /// Its title.
    pub title: Text,
    /// Who can have it.
    pub kinds: Kinds,
}

impl Heading {
    const fn of(clause: &Clause) -> Self {
        Self { id: clause.id, article: clause.article, title: clause.title, kinds: clause.kinds }
    }
}

impl Index {
    /// The clause of that name.
    #[must_use]
    pub fn clause(&self, id: &str) -> Option<&'static Heading> {
        self.clauses.iter().find(|clause| clause.id == id)
    }

    /// The Chinese name of a document, if there is one so named.
    #[must_use]
    pub fn document(&self, name: &str) -> Option<&'static str> {
        self.documents.iter().copied().find(|document| *document == name)
    }
}

/// The clauses, by name.
#[must_use]
pub const fn headings<const N: usize>(clauses: &[&Clause]) -> [Heading; N] {
    let mut headings = [Heading::of(clauses[0]); N];
    let mut place = 1;
    while place < N {
        headings[place] = Heading::of(clauses[place]);
        place += 1;
    }
    headings
}

/// How many documents there are, those of several clauses counted each time.
#[must_use]
pub const fn count_documents(common: &[Document], clauses: &[&Clause]) -> usize {
    let (mut count, mut clause) = (common.len(), 0);
    while clause < clauses.len() {
        count += clauses[clause].evidence.len();
        clause += 1;
    }
    count
}

/// The Chinese names of documents: the common ones, then those of the clauses.
#[must_use]
pub const fn documents<const N: usize>(common: &[Document], clauses: &[&Clause]) -> [&'static str; N] {
    let mut names = [""; N];
    let (mut of, mut own, mut place) = (common, 0, 0);
    let mut next = 0;
    while place < N {
        while own == of.len() {
            (of, own) = (clauses[next].evidence, 0);
            next += 1;
        }
        names[place] = of[own].name.zh;
        own += 1;
        place += 1;
    }
    names
}
