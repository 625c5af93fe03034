//! The screenful of a long list that is drawn.

use std::ops::Range;

/// The part of a long list that is drawn, with what stands for the rest.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Window {
    /// How many rows there are.
    pub all: usize,
    /// The first that is drawn.
    pub first: usize,
    /// How many are drawn.
    pub count: usize,
}

impl Window {
    /// How many rows are drawn beyond each edge of the screen.
    pub const BEYOND: usize = 10;

    /// The rows to draw where so many pixels are scrolled away and so many are seen, at a height of a row. All in whole
    /// pixels.
    #[must_use]
    pub fn at(all: usize, scrolled: usize, seen: usize, height: usize) -> Self {
        let height = height.max(1);
        let top = (scrolled / height).min(all);
        let count = seen.div_ceil(height) + 2 * Self::BEYOND;
        let first = top.saturating_sub(Self::BEYOND).min(all.saturating_sub(count));
        Self { all, first, count: count.min(all - first) }
    }

    /// The places of the rows that are drawn.
    #[must_use]
    pub const fn rows(self) -> Range<usize> {
        self.first..self.first + self.count
    }

    /// How many rows lie above and below what is drawn.
    #[must_use]
    pub const fn around(self) -> [usize; 2] {
        [self.first, self.all - self.first - self.count]
    }

    /// Where to scroll to so that a row is seen, in the middle of what is seen as far as there are rows.
    #[must_use]
    pub fn scroll_to(self, row: usize, seen: usize, height: usize) -> usize {
        let middle = (row * height + height / 2).saturating_sub(seen / 2);
        middle.min((self.all * height).saturating_sub(seen))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Window;

    proptest! {
        /// Whatever is scrolled, all that is seen is drawn, little more is, and nothing is drawn that is not there.
        #[test]
        fn what_is_seen_is_drawn(
            all in 0_usize..200_000,
            scrolled in 0_usize..10_000_000,
            seen in 0_usize..4_000,
            height in 1_usize..100,
        ) {
            let window = Window::at(all, scrolled, seen, height);
            prop_assert!(window.first + window.count <= all);
            prop_assert!(window.count <= seen.div_ceil(height) + 2 * Window::BEYOND);
            let last = scrolled.min((all * height).saturating_sub(seen));
            for row in (last / height)..((last + seen) / height).min(all) {
                prop_assert!(window.rows().contains(&row), "{row} of {window:?}");
            }
            let [above, below] = window.around();
            prop_assert_eq!(above + window.count + below, all);
        }

        /// A row that is jumped to is drawn and seen.
        #[test]
        fn a_row_that_is_jumped_to_is_seen(all in 1_usize..200_000, row in 0_usize..200_000, seen in 100_usize..2_000) {
            const HEIGHT: usize = 40;
            let row = row % all;
            let at = Window::at(all, 0, seen, HEIGHT).scroll_to(row, seen, HEIGHT);
            let window = Window::at(all, at, seen, HEIGHT);
            prop_assert!(window.rows().contains(&row));
            prop_assert!(at <= row * HEIGHT && (row + 1) * HEIGHT <= at + seen.max(HEIGHT));
        }
    }
}
