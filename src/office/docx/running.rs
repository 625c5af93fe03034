//! What runs along the head and the foot of every page but the cover.

use super::measure::{HEADER_SIZE, TEXT_WIDTH, lines_of};
use super::package::root;
use super::paragraph::{field, paragraph, runs, words};
use super::styles::Key;
use super::xml::Element;
use crate::packet::Packet;

/// The head: the applicant, and the code at the right.
pub(super) fn header(packet: &Packet) -> Element {
    let code = packet.cover.code.replace(['\t', '\n'], " ");
    let name = packet.name.replace(['\t', '\n'], " ");
    root("w:hdr").child(words(Key::Header, &apart(&name, &code, HEADER_SIZE)))
}

/// The foot: the page and how many there are, at the outer edge.
pub(super) fn footer(even: bool, pages: usize) -> Element {
    let style = if even { Key::FooterEven } else { Key::Footer };
    let page = field("PAGE", if even { "2" } else { "3" });
    let line = paragraph(style)
        .children(runs("— "))
        .child(page)
        .children(runs(" / "))
        .child(field("NUMPAGES", &pages.to_string()))
        .children(runs(" —"));
    root("w:ftr").child(line)
}

/// Two texts at either end of a line, or of two lines where one is too short for them.
pub(super) fn apart(left: &str, right: &str, size: u32) -> String {
    match lines_of(&format!("{left}　{right}"), TEXT_WIDTH, size) {
        1 => format!("{left}\t{right}"),
        _ => format!("{left}\n\t{right}"),
    }
}
