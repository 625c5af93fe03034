//! A page that is being filled.

use crate::office::docx::measure::{Spacing, TEXT_HEIGHT, TEXT_WIDTH, lines_of};

/// A page that is being filled.
#[derive(Clone, Copy, Debug)]
pub(super) struct Page {
    pub(super) number: usize,
    pub(super) used: u32,
    /// What must stay with what comes next.
    pub(super) held: u32,
}

impl Page {
    /// Puts something that is not divided; says whether it began a page.
    pub(super) fn put(&mut self, height: u32) -> bool {
        let height = height + std::mem::take(&mut self.held);
        let turned = self.used > 0 && self.used + height > TEXT_HEIGHT;
        if turned {
            self.number += 1;
            self.used = 0;
        }
        self.used += height;
        turned
    }

    /// Puts something that stays on the page of what comes next.
    pub(super) fn hold(&mut self, height: u32) {
        self.held += height;
    }

    pub(super) fn words(&mut self, text: &str, spacing: Spacing, size: u32) {
        self.hold(spacing.before);
        for _ in 0..lines_of(text, TEXT_WIDTH, size) {
            self.put(spacing.line);
        }
        // Room at the foot of a page may be lost.
        self.used += spacing.after;
    }
}
