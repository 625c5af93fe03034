//! What the pages share: the draft, the language, and what the rules say of it.

use std::sync::Arc;

use leptos::prelude::*;
use miyun::date::Date;
use miyun::draft::Draft;
use miyun::rule::Report;
use miyun::text::Lang;

/// What the pages share. Signals only hold plain data of the library.
#[derive(Clone, Copy)]
pub struct Session {
    /// The open draft.
    pub draft: RwSignal<Draft>,
    /// The language of the page.
    pub lang: RwSignal<Lang>,
    /// What the rules say of the draft, with the working.
    pub report: Signal<Arc<Report>>,
    /// The day on which the page is looked at.
    pub today: Date,
}
