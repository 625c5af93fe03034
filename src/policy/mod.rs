//! The editions. A published edition is never edited; a new one is a new folder.

pub mod miyun_2019_25;
pub mod official_text;

use crate::rule::Edition;

/// The edition that new drafts use.
pub static CURRENT: &Edition = &miyun_2019_25::EDITION;

/// The edition of that name.
#[must_use]
pub fn edition(id: &str) -> Option<&'static Edition> {
    (CURRENT.id == id).then_some(CURRENT)
}
