//! The contents: a field that finds the titles of the parts, with what it will find.

use super::paragraph::{field, field_begin, field_end, paragraph, runs, words};
use super::styles::{ANNEX_TITLE, Key};
use super::xml::{Element, element, val};

/// A part that the contents find.
#[derive(Clone, Debug)]
pub(super) struct Target {
    /// Its title.
    pub(super) title: String,
    /// Whether it is an annex, which bears its own number.
    pub(super) annex: bool,
    /// Its place in the file.
    pub(super) bookmark: String,
}

/// The contents: `targets`, then the entries that are no part of the file.
pub(super) fn contents(entries: &[(String, String)], targets: &[Target]) -> Vec<Element> {
    let instruction = format!(r#"TOC \o "1-1" \h \z \t "{ANNEX_TITLE},2""#);
    let mut begin = Some(field_begin(&instruction));
    let mut lines: Vec<Element> = targets
        .iter()
        .zip(entries)
        .map(|(target, (_, place))| {
            let style = if target.annex { Key::Toc2 } else { Key::Toc1 };
            let page = field(&format!(r"PAGEREF {} \h", target.bookmark), place);
            let link = element("w:hyperlink").with("w:anchor", &target.bookmark).with("w:history", 1);
            let link = link.children(runs(&format!("{}\t", target.title))).child(page);
            paragraph(style).children(begin.take().into_iter().flatten()).child(link)
        })
        .collect();
    let rest = entries.get(targets.len()..).unwrap_or_default();
    let mut end = begin.is_none().then(field_end);
    lines
        .extend(rest.iter().map(|(name, place)| {
            paragraph(Key::Toc2).children(end.take()).children(runs(&format!("{name}\t{place}")))
        }));
    if let Some(end) = end {
        lines.push(paragraph(Key::TableGap).child(end));
    }
    let gallery =
        element("w:docPartObj").child(val("w:docPartGallery", "Table of Contents")).child(element("w:docPartUnique"));
    let held = element("w:sdt").child(element("w:sdtPr").child(gallery)).child(element("w:sdtContent").children(lines));
    vec![held, words(Key::TableGap, "")]
}
