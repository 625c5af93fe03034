//! What one can begin a draft as under an edition: the choices of the first page.

use crate::rule::gate::Kinds;
use crate::text::Text;

/// What one can begin as, group by group.
#[derive(Debug)]
pub struct Starts {
    /// The groups, in order.
    pub groups: &'static [StartGroup],
    /// What an applicant can be beside any of them.
    pub beside: Option<Start>,
}

/// Starts under one heading.
#[derive(Debug)]
pub struct StartGroup {
    /// The heading.
    pub title: Text,
    /// The starts, in order.
    pub starts: &'static [Start],
}

/// What one can begin as: an applicant of some kind, or one that is known by its role.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Start {
    /// Its name in the form, its own in the edition.
    pub id: &'static str,
    /// Its name.
    pub label: Text,
    /// Who that is.
    pub gloss: Text,
    /// The papers that the figures stand in.
    pub at_hand: Text,
    /// The kind and the roles that the draft begins with.
    pub applicant: Kinds,
}

impl Starts {
    /// The start of that name.
    #[must_use]
    pub fn named(&self, id: &str) -> Option<&'static Start> {
        self.groups.iter().flat_map(|group| group.starts).find(|start| start.id == id)
    }
}
