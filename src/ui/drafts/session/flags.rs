//! The answers that do not go together, found anew after each change.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use miyun::drafts::draft::Draft;
use miyun::rule::{Flag, Report};

use crate::ui::drafts::files;
use crate::ui::drafts::session::Session;
use crate::ui::drafts::slices::Slices;

/// What a reviewer looks for, one check after the other: what the check of that number finds; nothing beyond the last.
pub type FindFlags = fn(&Draft, &Report, usize) -> Option<Vec<Flag>>;

impl Session {
    /// Looks for flags after each change, in slices: of a long table that takes longer than a key may. A change before the
    /// end begins it anew.
    pub(super) fn follow_flags(self) {
        let search = StoredValue::new(0_u32);
        Effect::new(move |_| {
            let Some(find) = self.find_flags.get() else { return };
            let (draft, report) = (self.draft.get(), self.report.get());
            search.update_value(|search| *search += 1);
            let this = search.get_value();
            spawn_local(async move {
                // What was typed is painted first.
                files::breathe().await;
                if search.try_get_value() != Some(this) {
                    return;
                }
                let (mut slices, mut flags) = (Slices::begin(), Vec::new());
                for found in (0..).map_while(|number| find(&draft, &report, number)) {
                    flags.extend(found);
                    if slices.pause().await && search.try_get_value() != Some(this) {
                        return;
                    }
                }
                self.flags.set(Arc::new(flags));
            });
        });
    }
}
