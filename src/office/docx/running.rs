//! What runs along the head and the foot of every page but the cover.

use crate::office::docx::measure::{HEADER_SIZE, Sheet, TURNED, UPRIGHT, lines_of};
use crate::office::docx::package::{Running, root};
use crate::office::docx::paragraph::{field, paragraph, runs, styled, words};
use crate::office::docx::styles::Key;
use crate::office::docx::xml::Element;
use crate::packet::Volume;

/// Head and feet of each kind of sheets that a volume of so many pages has, upright ones first.
pub(super) fn running(volume: &Volume<'_>, pages: usize) -> Vec<Running> {
    let turned = volume.parts.iter().any(|part| Sheet::of(part) == TURNED);
    let sheets = std::iter::once(UPRIGHT).chain(turned.then_some(TURNED));
    sheets
        .map(|sheet| Running {
            head: head(volume, sheet),
            foot: foot(volume, sheet, false, pages),
            foot_even: foot(volume, sheet, true, pages),
        })
        .collect()
}

/// The head: the applicant, and the code of the draft at the right.
fn head(volume: &Volume<'_>, sheet: Sheet) -> Element {
    let name = volume.running().replace(['\t', '\n'], " ");
    let style = if sheet == TURNED { Key::HeaderTurned } else { Key::Header };
    let ends = apart(&name, &volume.seal.line(volume.lang), HEADER_SIZE, sheet.width());
    root("w:hdr").child(words(style, &ends))
}

/// The foot: the page and how many there are at the outer edge, rules and program at the inner one.
fn foot(volume: &Volume<'_>, sheet: Sheet, even: bool, pages: usize) -> Element {
    let page = [
        runs("— "),
        Some(field("PAGE", if even { "2" } else { "3" })),
        runs(" / "),
        Some(field("NUMPAGES", &pages.to_string())),
        runs(" —"),
    ];
    let page = page.into_iter().flatten();
    let made = styled(Key::MadeBy, &volume.seal.made_by());
    let style = match (sheet == TURNED, even) {
        (false, false) => Key::Footer,
        (false, true) => Key::FooterEven,
        (true, false) => Key::FooterTurned,
        (true, true) => Key::FooterEvenTurned,
    };
    root("w:ftr").child(if even {
        paragraph(style).children(page).children(runs("\t")).children(made)
    } else {
        paragraph(style).children(made).children(runs("\t")).children(page)
    })
}

/// Two texts at either end of a line, the right one on a line of its own where the last line of the left one has no room
/// for it.
pub(super) fn apart(left: &str, right: &str, size: u32, width: u32) -> String {
    let lines = |text: &str| lines_of(text, width, size);
    let own = lines(&format!("{left}　{right}")) > lines(left);
    if own { format!("{left}\n\t{right}") } else { format!("{left}\t{right}") }
}
