//! The measures of the page, in twentieths of a point, after GB/T 9704.

use crate::packet::Part;
use crate::text::Lang;

/// Millimetres in twentieths of a point.
pub(super) const fn mm(millimetres: u32) -> u32 {
    millimetres * 14_400 / 254
}

/// Twentieths of a point are so many English metric units.
pub(super) const EMU: u32 = 635;

/// How a sheet of A4 lies, with its margins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Sheet {
    /// How wide and how high the paper is.
    pub(super) paper: (u32, u32),
    /// Top, right, bottom and left.
    pub(super) margins: [u32; 4],
    /// From the edge of the paper to the running head, and to the page number.
    pub(super) running: (u32, u32),
}

impl Sheet {
    /// Between the margins, from left to right.
    pub(super) const fn width(self) -> u32 {
        self.paper.0 - self.margins[1] - self.margins[3]
    }

    /// Between the margins, from top to bottom.
    pub(super) const fn height(self) -> u32 {
        self.paper.1 - self.margins[0] - self.margins[2]
    }

    /// The sheets of a part.
    pub(super) fn of(part: &Part) -> Self {
        if part.is_turned() { TURNED } else { UPRIGHT }
    }
}

/// Upright, as nearly all papers are.
pub(super) const UPRIGHT: Sheet =
    Sheet { paper: (11_906, 16_838), margins: [mm(37), mm(26), mm(35), mm(28)], running: (mm(26), mm(25)) };
/// Turned for lists of many columns, which want its width: the binding is at the top.
pub(super) const TURNED: Sheet =
    Sheet { paper: (16_838, 11_906), margins: [mm(28), mm(20), mm(26), mm(20)], running: (mm(17), mm(16)) };
/// Between the margins of an upright sheet.
pub(super) const TEXT_WIDTH: u32 = UPRIGHT.width();
/// From top to bottom.
pub(super) const TEXT_HEIGHT: u32 = UPRIGHT.height();
/// The pitch of the lines: 22 on a page.
pub(super) const PITCH: u32 = 578;
/// How closely a part is set. The standard has lines move closer where a signature would stand alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Setting {
    /// As the standard has it.
    Usual,
    /// Closer, where that spares a page with little on it.
    Tight,
}

impl Setting {
    /// The pitch of the lines.
    pub(super) const fn pitch(self) -> u32 {
        match self {
            Self::Usual => PITCH,
            Self::Tight => 500,
        }
    }

    /// The padding of the cells of tables: above and below, left and right.
    pub(super) const fn padding(self) -> (u32, u32) {
        match self {
            Self::Usual => (85, mm(2)),
            Self::Tight => (45, mm(2)),
        }
    }
}

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

/// A line of the text as it is usually set.
pub(super) const LINE: Spacing = Spacing::new(0, 0, PITCH);
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
/// The spacing of what is not body text.
pub(super) const TITLE: Spacing = Spacing::new(0, mm(10), 640);
pub(super) const TOC: Spacing = Spacing::new(0, 0, 460);
pub(super) const CONTENTS_NOTE: Spacing = Spacing::new(0, 0, 440);
pub(super) const CONTENTS_NOTE_SIZE: u32 = 280;
pub(super) const NOTE: Spacing = Spacing::new(mm(4), mm(3), 408);
pub(super) const CAPTION: Spacing = Spacing::new(0, mm(1), 432);
/// The empty line between tables.
pub(super) const GAP: Spacing = Spacing::new(0, 0, mm(6));
/// After the last table of a part: as little as there can be.
pub(super) const PART_END: Spacing = Spacing::new(0, 0, 20);

/// How many lines a text takes, in signs so high, broken between words and between Chinese signs.
pub(super) fn lines_of(text: &str, width: u32, size: u32) -> u32 {
    text.lines().map(|line| broken(line, width * 1000 / size.max(1))).sum::<u32>().max(1)
}

/// How many lines of a width, in thousandths of the height of its signs, a text fills.
fn broken(text: &str, width: u32) -> u32 {
    let (mut lines, mut used, mut word) = (1, 0, 0);
    for sign in text.chars() {
        let wide = advance(sign);
        match sign {
            ' ' => {
                used += word + wide;
                word = 0;
            }
            _ if wide == 1000 => {
                (used, word) = (used + word, wide);
                if used + word > width {
                    (lines, used) = (lines + 1, 0);
                }
            }
            _ => {
                word += wide;
                if used > 0 && used + word > width {
                    (lines, used) = (lines + 1, 0);
                }
                if word > width {
                    (lines, word) = (lines + 1, wide);
                }
            }
        }
    }
    lines
}

/// How far a sign goes in thousandths of its height: a Chinese one as far as it is high, others as in Times New Roman.
fn advance(sign: char) -> u32 {
    if is_square(sign) {
        return 1000;
    }
    let place = u32::from(sign).checked_sub(0x20).and_then(|place| usize::try_from(place).ok());
    place.and_then(|place| TIMES.get(place)).map_or(500, |wide| u32::from(*wide))
}

fn is_square(sign: char) -> bool {
    sign >= '\u{2e80}' || matches!(sign, '‘'..='”' | '…' | '—')
}

/// From the space to the tilde.
#[rustfmt::skip]
const TIMES: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

/// How wide a line is, in signs so high.
pub(super) fn width_of(line: &str, size: u32) -> u32 {
    let wide = |sign: char| if is_square(sign) { 100 } else { 58 };
    (line.chars().map(wide).sum::<u32>() * size).div_ceil(100)
}

#[cfg(test)]
mod tests {
    use super::lines_of;

    #[test]
    fn lines_break_between_words_and_between_chinese_signs() {
        for (text, ems, lines) in [
            ("密云区金融办", 6, 1),
            ("密云区金融办", 5, 2),
            ("", 5, 1),
            ("one\ntwo", 5, 2),
            // 0.722 + 0.444 + 0.5 + 0.444 em a word, and a quarter between two.
            ("Xa0a Xa0a", 5, 1),
            ("Xa0a Xa0a", 4, 2),
            ("密密 Xa0a", 4, 2),
            // A word longer than the line is broken anywhere.
            ("0000000000", 2, 3),
        ] {
            assert_eq!(lines_of(text, ems * 240, 240), lines, "{text} in {ems}");
        }
    }
}
