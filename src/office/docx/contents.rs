//! The contents: a field that finds the titles of the parts, with what it will find.

use crate::office::docx::paragraph::{field, field_begin, field_end, paragraph, runs, words};
use crate::office::docx::styles::{ANNEX_TITLE, Key};
use crate::office::docx::xml::{Element, element, val};
use crate::packet::Entered;

/// A part that the contents find.
#[derive(Clone, Debug)]
pub(super) struct Target {
    /// Its name in files.
    pub(super) part: &'static str,
    /// Its title.
    pub(super) title: String,
    /// Whether it is an annex, which bears its own number.
    pub(super) annex: bool,
    /// Its place in the file.
    pub(super) bookmark: String,
    /// The page that it is reckoned to begin on.
    pub(super) page: usize,
}

/// The contents. The field holds the entries that name parts; those after it stay as they are.
pub(super) fn contents(entries: &[Entered], targets: &[Target]) -> Vec<Element> {
    let instruction = format!(r#"TOC \o "1-1" \h \z \t "{ANNEX_TITLE},2""#);
    let mut begin = Some(field_begin(&instruction));
    let mut lines = Vec::new();
    let mut rest = Vec::new();
    for entry in entries {
        let Some(target) = targets.iter().find(|target| Some(target.part) == entry.part) else {
            rest.push(runs(&format!("{}\t{}", entry.title, entry.note)));
            continue;
        };
        let style = if target.annex { Key::Toc2 } else { Key::Toc1 };
        let page = field(&format!(r"PAGEREF {} \h", target.bookmark), &target.page.to_string());
        let link = element("w:hyperlink").with("w:anchor", &target.bookmark).with("w:history", 1);
        // The style numbers it: the field finds titles without numbers.
        let link = link.children(runs(&format!("{}\t", target.title))).child(page);
        lines.push(paragraph(style).children(begin.take().into_iter().flatten()).child(link));
    }
    let mut end = begin.is_none().then(field_end);
    lines.extend(rest.into_iter().map(|entry| paragraph(Key::Toc2).children(end.take()).children(entry)));
    lines.extend(end.map(|end| paragraph(Key::TableGap).child(end)));
    let gallery =
        element("w:docPartObj").child(val("w:docPartGallery", "Table of Contents")).child(element("w:docPartUnique"));
    let held = element("w:sdt").child(element("w:sdtPr").child(gallery)).child(element("w:sdtContent").children(lines));
    vec![held, words(Key::TableGap, "")]
}
