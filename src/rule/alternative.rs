//! Support of one type, which is had once: what there is to choose from.

use crate::answers::facts::Facts;
use crate::rule::clause::Clause;
use crate::text::Text;

/// A choice among clauses that exclude one another. The limits over the sum settle it by what counts more; a plan looks
/// at each side.
#[derive(Debug)]
pub struct Alternative {
    /// Its name in files.
    pub id: &'static str,
    /// What is chosen.
    pub title: Text,
    /// What there is to choose from; of those that bring the same the first stands. They name every clause whose
    /// amount the limits make depend on another of these.
    pub sides: &'static [Side],
}

/// One of several that exclude one another.
#[derive(Debug)]
pub struct Side {
    /// Its name in files.
    pub id: &'static str,
    /// What it is.
    pub name: Text,
    /// The clauses that must give something: one of each group.
    pub takes: &'static [&'static [&'static Clause]],
    /// The clauses that are not applied for.
    pub leaves: &'static [&'static Clause],
    /// What the answers would be then, where leaving clauses out does not say it.
    pub vary: Option<fn(&mut Facts)>,
    /// Why it cannot be chosen any more.
    pub barred: fn(&Facts) -> Option<Text>,
}

impl Alternative {
    /// Every clause that it names.
    pub fn clauses(&self) -> impl Iterator<Item = &'static Clause> {
        self.sides.iter().flat_map(|side| side.takes.iter().copied().flatten().chain(side.leaves)).copied()
    }
}
