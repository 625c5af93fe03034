//! The measures of the page, in twentieths of a point, after GB/T 9704.

/// Millimetres in twentieths of a point.
pub(super) const fn mm(millimetres: u32) -> u32 {
    millimetres * 14_400 / 254
}

/// The paper: A4.
pub(super) const PAPER: (u32, u32) = (11_906, 16_838);
/// Top, right, bottom and left.
pub(super) const MARGINS: [u32; 4] = [mm(37), mm(26), mm(35), mm(28)];
/// From the edge of the paper to the running head, and to the page number.
pub(super) const RUNNING: (u32, u32) = (mm(26), mm(25));
/// Between the margins.
pub(super) const TEXT_WIDTH: u32 = PAPER.0 - MARGINS[1] - MARGINS[3];
/// The pitch of the lines: 22 on a page.
pub(super) const PITCH: u32 = 578;
/// The block where one signs, at the right: the longest usual name fits into a line of it.
pub(super) const SIGNED: u32 = mm(100);
