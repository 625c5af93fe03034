//! The editions. A published edition is never edited; a new one is a new folder.

pub mod miyun_2019_25;

use crate::rule::{Check, Edition, Heading, Index};

/// The edition that new drafts use.
pub static CURRENT: &Edition = &miyun_2019_25::EDITION;

/// The same by name, without its rules.
pub static CURRENT_INDEX: &Index = &miyun_2019_25::INDEX;

/// Every edition that drafts can be under.
pub static EDITIONS: &[&Edition] = &[&miyun_2019_25::EDITION];

/// The same by name, without their rules.
pub static INDEXES: &[&Index] = &[&miyun_2019_25::INDEX];

/// The edition of that name.
#[must_use]
pub fn edition(id: &str) -> Option<&'static Edition> {
    EDITIONS.iter().copied().find(|edition| edition.index.id == id)
}

/// What a reviewer looks for under an edition, subject by subject in the order of the interview. Beside the edition, not
/// in it: a first result needs none of it, so the page brings it later.
#[must_use]
pub fn checks(edition: &Edition) -> &'static [&'static [Check]] {
    if edition.index.id == CURRENT_INDEX.id { miyun_2019_25::flags::CHECKS } else { &[] }
}

/// The edition of that name by name, without its rules.
#[must_use]
pub fn index(id: &str) -> Option<&'static Index> {
    INDEXES.iter().copied().find(|index| index.id == id)
}

/// The clause of that name by name, in whatever edition it is.
#[must_use]
pub fn heading(id: &str) -> Option<&'static Heading> {
    INDEXES.iter().find_map(|index| index.clause(id))
}
