//! The measures of the page, in twentieths of a point, after GB/T 9704.

use crate::text::Lang;

/// Millimetres in twentieths of a point.
pub(super) const fn mm(millimetres: u32) -> u32 {
    millimetres * 14_400 / 254
}

/// Twentieths of a point are so many English metric units.
pub(super) const EMU: u32 = 635;

/// The paper: A4.
pub(super) const PAPER: (u32, u32) = (11_906, 16_838);
/// Top, right, bottom and left.
pub(super) const MARGINS: [u32; 4] = [mm(37), mm(26), mm(35), mm(28)];
/// From the edge of the paper to the running head, and to the page number.
pub(super) const RUNNING: (u32, u32) = (mm(26), mm(25));
/// Between the margins.
pub(super) const TEXT_WIDTH: u32 = PAPER.0 - MARGINS[1] - MARGINS[3];
/// Between the margins, from top to bottom.
pub(super) const TEXT_HEIGHT: u32 = PAPER.1 - MARGINS[0] - MARGINS[2];
/// The pitch of the lines: 22 on a page.
pub(super) const PITCH: u32 = 578;
/// The block where one signs, at the right: the longest usual name fits into a line of it.
pub(super) const SIGNED: u32 = mm(100);

/// How the lines of a style are spaced.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spacing {
    /// The room before the paragraph.
    pub(super) before: u32,
    /// The room after it.
    pub(super) after: u32,
    /// From line to line.
    pub(super) line: u32,
}

impl Spacing {
    pub(super) const fn new(before: u32, after: u32, line: u32) -> Self {
        Self { before, after, line }
    }

    /// The height of a paragraph of so many lines.
    pub(super) const fn height(self, lines: u32) -> u32 {
        self.before + self.after + self.line * lines
    }
}

/// The spacing on the cover. What is left goes under its first line up to so much, and then before its foot.
pub(super) const COVER_TOP: Spacing = Spacing::new(0, mm(3), 384);
pub(super) const COVER_TOP_ROOM: u32 = mm(15);
pub(super) const COVER_TITLE: Spacing = Spacing::new(0, 0, 840);
pub(super) const COVER_SUB: Spacing = Spacing::new(mm(4), 0, PITCH);
pub(super) const COVER_RULE: Spacing = Spacing::new(0, mm(9), mm(7));
/// The picture for a camera is so wide and high.
pub(super) const QR: u32 = mm(25);
/// The height of the signs at the head of a page, and at the top of the cover.
pub(super) const HEADER_SIZE: u32 = 180;
pub(super) const COVER_TOP_SIZE: u32 = 210;

/// The lines of the cover and the height of their signs: English ones say more.
pub(super) const fn cover_line(lang: Lang) -> (Spacing, u32) {
    match lang {
        Lang::Zh => (Spacing::new(90, 20, 440), 300),
        Lang::En => (Spacing::new(70, 20, 360), 260),
    }
}

/// The lines at its foot.
pub(super) const fn cover_note(lang: Lang) -> (Spacing, u32) {
    match lang {
        Lang::Zh => (Spacing::new(0, 0, 336), 210),
        Lang::En => (Spacing::new(0, 0, 276), 190),
    }
}

/// From line to line in a table.
pub(super) const TABLE_LINE: u32 = 320;
/// The padding of its cells: above and below, left and right.
pub(super) const CELL_PADDING: (u32, u32) = (85, mm(2));
/// The spacing of what is not body text.
pub(super) const TITLE: Spacing = Spacing::new(0, mm(10), 640);
pub(super) const TOC: Spacing = Spacing::new(0, 0, 520);
pub(super) const CONTENTS_NOTE: Spacing = Spacing::new(0, 0, 460);
pub(super) const CONTENTS_NOTE_SIZE: u32 = 280;
pub(super) const NOTE: Spacing = Spacing::new(mm(4), mm(3), 408);
pub(super) const CAPTION: Spacing = Spacing::new(0, mm(1), 432);
/// The empty line between tables.
pub(super) const GAP: Spacing = Spacing::new(0, 0, mm(6));

/// How many lines a text takes, in signs so high: Chinese ones are as wide, others about half.
pub(super) fn lines_of(text: &str, width: u32, size: u32) -> u32 {
    text.lines().map(|line| width_of(line, size).div_ceil(width).max(1)).sum::<u32>().max(1)
}

/// How wide a line is, in signs so high.
pub(super) fn width_of(line: &str, size: u32) -> u32 {
    let wide = |sign: char| if sign >= '\u{2e80}' || matches!(sign, '‘'..='”' | '…' | '—') { 100 } else { 58 };
    (line.chars().map(wide).sum::<u32>() * size).div_ceil(100)
}
