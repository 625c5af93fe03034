//! The screenful of a long list that is drawn.

use std::ops::Range;

/// No list is drawn taller than this, in pixels: browsers lay nothing out below some seventeen million.
const TALLEST: usize = 15_000_000;

/// The part of a long list that is drawn, with what stands for the rest. Each row has the same height; all in whole
/// pixels.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Window {
    /// How many rows there are.
    pub all: usize,
    /// The first that is drawn.
    pub first: usize,
    /// How many are drawn.
    pub count: usize,
    /// The space above them and below.
    pub space: [usize; 2],
    height: usize,
}

/// What a long list is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Piece {
    /// A row, by its place.
    Row(usize),
    /// Space in place of rows.
    Space(usize),
}

impl Window {
    /// How many rows are drawn beyond each edge of the screen.
    pub const BEYOND: usize = 10;

    /// The rows to draw where so many pixels are scrolled away and so many are seen, at a height of a row. A list that
    /// would be too tall goes by faster than it is scrolled.
    #[must_use]
    pub fn at(all: usize, scrolled: usize, seen: usize, height: usize) -> Self {
        let height = height.max(1);
        let [tall, drawn] = tall(all, height);
        let scrolled = scrolled.min(drawn.saturating_sub(seen));
        let passed = along(scrolled, tall.saturating_sub(seen), drawn.saturating_sub(seen), height);
        let count = seen.div_ceil(height) + 2 * Self::BEYOND;
        let first = (passed / height).saturating_sub(Self::BEYOND).min(all.saturating_sub(count));
        let count = count.min(all - first);
        let above = scrolled.saturating_sub(passed - first * height);
        let below = drawn.saturating_sub(above + count * height);
        Self { all, first, count, space: [above, below], height }
    }

    /// All rows, of a list that is short.
    #[must_use]
    pub fn whole(all: usize) -> Self {
        Self { all, count: all, ..Self::default() }
    }

    /// The places of the rows that are drawn.
    #[must_use]
    pub const fn rows(self) -> Range<usize> {
        self.first..self.first + self.count
    }

    /// The list from top to bottom. One more row is drawn in its place wherever one scrolls: the one that one is in.
    #[must_use]
    pub fn pieces(self, kept: Option<usize>) -> Vec<Piece> {
        let [above, below] = self.space;
        let kept = kept.filter(|row| *row < self.all && !self.rows().contains(row));
        // The space of some rows, parted by one of them.
        let parted = |space: usize, rows: Range<usize>| match kept.filter(|row| rows.contains(row)) {
            Some(row) => {
                let before = scaled(row - rows.start, space, rows.len());
                vec![Piece::Space(before), Piece::Row(row), Piece::Space(space.saturating_sub(before + self.height))]
            }
            None => vec![Piece::Space(space)],
        };
        let mut pieces = parted(above, 0..self.first);
        pieces.extend(self.rows().map(Piece::Row));
        pieces.extend(parted(below, self.rows().end..self.all));
        pieces
    }
}

/// Where to scroll to so that a row is seen, in the middle of what is seen as far as there are rows.
#[must_use]
pub fn scroll_to(row: usize, all: usize, seen: usize, height: usize) -> usize {
    let [tall, drawn] = tall(all, height.max(1)).map(|tall| tall.saturating_sub(seen));
    let middle = (row * height + height / 2).saturating_sub(seen / 2);
    along(middle.min(tall), drawn, tall, height)
}

/// How far along one is in a list that is drawn `to` tall, where it is so far of `of`: pixel by pixel at both ends, where
/// the rows that are drawn reach the edge, and in proportion between them.
fn along(part: usize, to: usize, of: usize, height: usize) -> usize {
    let end = (Window::BEYOND + 2) * height;
    if to == of || part <= end {
        part
    } else if of - part <= end {
        to.saturating_sub(of - part)
    } else {
        end + scaled(part - end, to.saturating_sub(2 * end), of.saturating_sub(2 * end))
    }
}

/// How tall so many rows are, and how tall they are drawn.
fn tall(all: usize, height: usize) -> [usize; 2] {
    let tall = all.saturating_mul(height);
    [tall, tall.min(TALLEST)]
}

/// So many out of `of`, as many as that is out of `to`.
fn scaled(part: usize, to: usize, of: usize) -> usize {
    let scaled = (part as u64 * to as u64).checked_div(of as u64);
    scaled.and_then(|scaled| usize::try_from(scaled).ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Piece, TALLEST, Window, scroll_to};

    proptest! {
        /// Whatever is scrolled, all that is seen is drawn, little more is, and the list is as tall as ever.
        #[test]
        fn what_is_seen_is_drawn(
            all in 0_usize..400_000,
            scrolled in 0_usize..20_000_000,
            seen in 0_usize..4_000,
            height in 1_usize..600,
            kept in 0_usize..400_000,
        ) {
            let window = Window::at(all, scrolled, seen, height);
            let (tall, [above, below]) = ((all * height).min(TALLEST), window.space);
            prop_assert!(window.rows().end <= all);
            prop_assert!(window.count <= seen.div_ceil(height) + 2 * Window::BEYOND);
            prop_assert_eq!(above + window.count * height + below, tall);
            let top = scrolled.min(tall.saturating_sub(seen));
            prop_assert!(above <= top && top + seen.min(tall) <= above + window.count * height, "{:?}", window);
            let pieces = window.pieces(Some(kept));
            let rows: Vec<usize> = pieces.iter().filter_map(|piece| match piece {
                Piece::Row(row) => Some(*row),
                Piece::Space(_) => None,
            }).collect();
            prop_assert!(rows.is_sorted() && rows.iter().filter(|row| **row == kept).count() == usize::from(kept < all));
            prop_assert!(window.rows().all(|row| rows.contains(&row)) && rows.len() <= window.count + 1);
            let pixels: usize = pieces.iter().map(|piece| if let Piece::Space(space) = piece { *space } else { height }).sum();
            prop_assert!(pixels == tall || (all * height > TALLEST && pixels.abs_diff(tall) <= height), "{pixels}");
        }

        /// A row that is jumped to is drawn and seen.
        #[test]
        fn a_row_that_is_jumped_to_is_seen(
            all in 1_usize..400_000,
            row in 0_usize..400_000,
            seen in 100_usize..2_000,
            height in 1_usize..600,
        ) {
            let row = row % all;
            let at = scroll_to(row, all, seen, height);
            let window = Window::at(all, at, seen, height);
            prop_assert!(window.rows().contains(&row));
            let top = window.space[0] + (row - window.first) * height;
            prop_assert!(top + height > at && top < at + seen);
        }
    }
}
