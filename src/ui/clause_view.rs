//! Stands in until the views of the verdict and the working are merged.

use leptos::prelude::*;

use super::session::Session;

/// The verdict.
pub fn verdict_panel(_session: Session, _clause: &'static str) -> AnyView {
    ().into_any()
}

/// The working.
pub fn working(_session: Session, _clause: &'static str) -> AnyView {
    ().into_any()
}
