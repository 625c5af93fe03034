//! Paragraphs, runs and fields.

use crate::office::docx::styles::Key;
use crate::office::docx::xml::{Element, element, val};

/// A paragraph of a style.
pub(super) fn paragraph(style: Key) -> Element {
    paragraph_with(style, [])
}

/// A paragraph with properties beside its style, in the order of the standard.
pub(super) fn paragraph_with(style: Key, properties: impl IntoIterator<Item = Element>) -> Element {
    element("w:p").child(element("w:pPr").child(val("w:pStyle", style)).children(properties))
}

/// A paragraph of words.
pub(super) fn words(style: Key, text: &str) -> Element {
    paragraph(style).children(runs(text))
}

/// Text as runs: line ends break the line, tabs move to the next stop.
pub(super) fn runs(text: &str) -> Option<Element> {
    run(element("w:r"), text)
}

/// Text as runs of signs with a style of their own.
pub(super) fn styled(style: Key, text: &str) -> Option<Element> {
    run(element("w:r").child(element("w:rPr").child(val("w:rStyle", style))), text)
}

fn run(mut run: Element, text: &str) -> Option<Element> {
    if text.is_empty() {
        return None;
    }
    for (number, line) in text.lines().enumerate() {
        if number > 0 {
            run = run.child(element("w:br"));
        }
        for (number, piece) in line.split('\t').enumerate() {
            if number > 0 {
                run = run.child(element("w:tab"));
            }
            if !piece.is_empty() {
                run = run.child(element("w:t").with("xml:space", "preserve").text(piece));
            }
        }
    }
    Some(run)
}

/// A field that the program opening the file works out; `shown` is there until then.
pub(super) fn field(instruction: &str, shown: &str) -> Element {
    element("w:fldSimple").with("w:instr", format!(" {instruction} ")).children(runs(shown))
}

/// Where a field over several paragraphs begins: its instruction, and a mark that what is shown is to be worked out.
pub(super) fn field_begin(instruction: &str) -> [Element; 3] {
    let mark = |kind| element("w:fldChar").with("w:fldCharType", kind);
    let instruction = element("w:instrText").with("xml:space", "preserve").text(&format!(" {instruction} "));
    [mark("begin").with("w:dirty", "true"), instruction, mark("separate")].map(|part| element("w:r").child(part))
}

/// Where it ends.
pub(super) fn field_end() -> Element {
    element("w:r").child(element("w:fldChar").with("w:fldCharType", "end"))
}

/// Children between the marks of a place that links and fields name.
pub(super) fn bookmarked(id: usize, name: &str, children: impl IntoIterator<Item = Element>) -> Vec<Element> {
    let mut marked = vec![element("w:bookmarkStart").with("w:id", id).with("w:name", name)];
    marked.extend(children);
    marked.push(element("w:bookmarkEnd").with("w:id", id));
    marked
}
