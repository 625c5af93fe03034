//! The editions. A published edition is never edited; a new one is a new folder.

pub mod miyun_2019_25;
pub mod miyun_2019_29;

use std::sync::OnceLock;

use crate::rule::{Check, Edition, Heading, Index};

/// The edition that new drafts use.
pub static CURRENT: &Edition = &miyun_2019_25::EDITION;

/// The same by name, without its rules.
pub static CURRENT_INDEX: &Index = &miyun_2019_25::INDEX;

/// Every edition of the library that drafts can be under.
static EDITIONS: &[&Edition] = &[&miyun_2019_25::EDITION];

/// The same by name, without their rules.
static INDEXES: &[&Index] = &[&miyun_2019_25::INDEX];

/// Editions that drafts can answer beside their own. Nothing that starts the page leads to them.
pub static FURTHER: &[&Edition] = &[&miyun_2019_29::EDITION];

/// Editions that a program brings beside those.
static ADDED: OnceLock<&'static [&'static Edition]> = OnceLock::new();

/// Brings editions beside those of the library, once and before a draft under one of them is read. Gives whether they
/// were taken: a second call changes nothing.
pub fn add(editions: &'static [&'static Edition]) -> bool {
    ADDED.set(editions).is_ok()
}

fn added() -> impl Iterator<Item = &'static Edition> {
    ADDED.get().into_iter().flat_map(|added| added.iter().copied())
}

/// The edition of that name.
#[must_use]
pub fn edition(id: &str) -> Option<&'static Edition> {
    EDITIONS.iter().copied().chain(added()).find(|edition| edition.index.id == id)
}

/// What a reviewer looks for under each edition, subject by subject in the order of the interview. Beside the edition,
/// not in it: a first result needs none of it, so the page brings it later.
static CHECKS: &[(&Index, &[&[Check]])] = &[(&miyun_2019_25::INDEX, miyun_2019_25::flags::CHECKS)];

/// What a reviewer looks for under an edition.
#[must_use]
pub fn checks(edition: &Edition) -> &'static [&'static [Check]] {
    CHECKS.iter().find(|(index, _)| index.id == edition.index.id).map_or(&[], |(_, checks)| checks)
}

/// The edition of that name by name, without its rules.
#[must_use]
pub fn index(id: &str) -> Option<&'static Index> {
    indexes().find(|index| index.id == id)
}

fn indexes() -> impl Iterator<Item = &'static Index> {
    INDEXES.iter().copied().chain(added().map(|edition| edition.index))
}

/// The clause of that name by name, in whatever edition it is.
#[must_use]
pub fn heading(id: &str) -> Option<&'static Heading> {
    indexes().find_map(|index| index.clause(id))
}
