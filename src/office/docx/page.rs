//! A page that is being filled.

use crate::office::docx::measure::{Sheet, Spacing, lines_of};

/// A page that is being filled.
#[derive(Clone, Copy, Debug)]
pub(super) struct Page {
    pub(super) number: usize,
    sheet: Sheet,
    used: u32,
    /// What must stay with what comes next.
    held: u32,
}

impl Page {
    /// An empty page.
    pub(super) const fn new(number: usize, sheet: Sheet) -> Self {
        Self { number, sheet, used: 0, held: 0 }
    }

    /// Puts something that is not divided; says whether it began a page.
    pub(super) fn put(&mut self, height: u32) -> bool {
        let height = height + std::mem::take(&mut self.held);
        let turned = self.used > 0 && self.used + height > self.sheet.height();
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

    /// Whether no more than half of it is filled.
    pub(super) const fn holds_little(&self) -> bool {
        self.used <= self.sheet.height() / 2
    }

    pub(super) fn words(&mut self, text: &str, spacing: Spacing, size: u32) {
        self.hold(spacing.before);
        for _ in 0..lines_of(text, self.sheet.width(), size) {
            self.put(spacing.line);
        }
        // Room at the foot of a page may be lost.
        self.used += spacing.after;
    }
}
