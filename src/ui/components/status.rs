//! An outcome in one word, with a glyph of its own shape.

use crate::ui::components::icon::{Glyph, icon};
use leptos::prelude::*;

/// What a status can say. Its colour comes third, after its word and its shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Meets the conditions checked.
    Met,
    /// Answers are missing.
    Open,
    /// Does not meet them.
    Unmet,
    /// Is not for this kind of applicant.
    Na,
    /// Decided case by case.
    Decision,
    /// Gave way to another.
    Gave,
    /// In kind: listed, not counted.
    InKind,
    /// Filled in.
    Done,
    /// Begun.
    Doing,
    /// Not begun.
    Todo,
}

impl Mark {
    /// Its glyph.
    pub const fn glyph(self) -> Glyph {
        match self {
            Self::Met | Self::Done => Glyph::Met,
            Self::Open => Glyph::Open,
            Self::Unmet => Glyph::Unmet,
            Self::Na => Glyph::Na,
            Self::Decision => Glyph::Decision,
            Self::Gave => Glyph::Gave,
            Self::InKind => Glyph::InKind,
            Self::Doing => Glyph::Doing,
            Self::Todo => Glyph::Todo,
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Met => "status status--met",
            Self::Open => "status status--open",
            Self::Unmet => "status status--unmet",
            Self::Na => "status status--na",
            Self::Decision => "status status--decision",
            Self::Gave => "status status--gave",
            Self::InKind => "status status--inkind",
            Self::Done => "status status--done",
            Self::Doing => "status status--doing",
            Self::Todo => "status status--todo",
        }
    }
}

/// The glyph and the word; an empty word where a heading says it.
pub fn status(mark: Mark, word: String) -> AnyView {
    view! { <span class=mark.class()>{icon(mark.glyph())}{word}</span> }.into_any()
}
