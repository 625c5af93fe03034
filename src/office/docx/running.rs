//! What runs along the head and the foot of every page but the cover.

use crate::office::docx::measure::{HEADER_SIZE, TEXT_WIDTH, lines_of};
use crate::office::docx::package::root;
use crate::office::docx::paragraph::{field, paragraph, runs, styled, words};
use crate::office::docx::styles::Key;
use crate::office::docx::xml::Element;
use crate::packet::Volume;

/// The head: the applicant, and the code of the draft at the right.
pub(super) fn header(volume: &Volume<'_>) -> Element {
    let name = volume.running().replace(['\t', '\n'], " ");
    root("w:hdr").child(words(Key::Header, &apart(&name, &volume.seal.line(volume.lang), HEADER_SIZE)))
}

/// The foot: the page and how many there are at the outer edge, rules and program at the inner one.
pub(super) fn footer(volume: &Volume<'_>, even: bool, pages: usize) -> Element {
    let page = [
        runs("— "),
        Some(field("PAGE", if even { "2" } else { "3" })),
        runs(" / "),
        Some(field("NUMPAGES", &pages.to_string())),
        runs(" —"),
    ];
    let page = page.into_iter().flatten();
    let made = styled(Key::MadeBy, &volume.seal.made_by());
    root("w:ftr").child(if even {
        paragraph(Key::FooterEven).children(page).children(runs("\t")).children(made)
    } else {
        paragraph(Key::Footer).children(made).children(runs("\t")).children(page)
    })
}

/// Two texts at either end, the right one on a line of its own where the last line of the left one has no room for it.
pub(super) fn apart(left: &str, right: &str, size: u32) -> String {
    let lines = |text: &str| lines_of(text, TEXT_WIDTH, size);
    let own = lines(&format!("{left}　{right}")) > lines(left);
    if own { format!("{left}\n\t{right}") } else { format!("{left}\t{right}") }
}
