//! The cover.

use super::measure::{TEXT_WIDTH, mm};
use super::paragraph::words;
use super::styles::Key;
use super::xml::{Element, element, val};
use crate::packet::Cover;

/// The lines are set in from the margins by so much.
const INSET: u32 = mm(6);
/// The names of the lines are so wide.
const NAMES: u32 = mm(38);

/// The cover, from top to bottom. What stands at its foot comes before the rule: a table that keeps its place on the
/// page holds to the paragraph after it, which must be on that page.
pub(super) fn cover(cover: &Cover) -> Vec<Element> {
    vec![
        words(Key::CoverTop, &format!("{}\t{}", cover.code, cover.state)),
        // One paragraph, so that the file has one title.
        words(Key::Title, &cover.title.join("\n")),
        words(Key::Subtitle, &cover.sub),
        foot(&cover.caution),
        words(Key::CoverRule, ""),
        lines(&cover.lines),
    ]
}

/// Names and values on rules.
fn lines(lines: &[(String, String)]) -> Element {
    let width = TEXT_WIDTH - 2 * INSET;
    let values = width - NAMES;
    let rows = lines.iter().map(|(name, value)| {
        let rule = val("w:bottom", "single").with("w:sz", 4).with("w:space", 0).with("w:color", "auto");
        let name = cell(NAMES, [], "top").child(words(Key::CoverName, name));
        let value = cell(values, [element("w:tcBorders").child(rule)], "bottom").child(words(Key::CoverValue, value));
        element("w:tr").child(element("w:trPr").child(element("w:cantSplit"))).child(name).child(value)
    });
    table(&[NAMES, values], []).children(rows)
}

/// What stands at the foot of the cover, wherever the lines end: what to know first, in a box.
fn foot(caution: &[String]) -> Element {
    let place = element("w:tblpPr")
        .with("w:vertAnchor", "margin")
        .with("w:horzAnchor", "margin")
        .with("w:tblpXSpec", "center")
        .with("w:tblpYSpec", "bottom");
    let edge = |side| val(side, "single").with("w:sz", 6).with("w:space", 0).with("w:color", "auto");
    let edges = ["w:top", "w:left", "w:bottom", "w:right"].map(edge);
    let margins = [("w:top", mm(3)), ("w:left", mm(4)), ("w:bottom", mm(3)), ("w:right", mm(4))]
        .map(|(side, width)| element(side).with("w:w", width).with("w:type", "dxa"));
    let boxed = [element("w:tcBorders").children(edges), element("w:tcMar").children(margins)];
    let said = cell(TEXT_WIDTH, boxed, "center").children(caution.iter().map(|line| words(Key::CoverNote, line)));
    let row = element("w:tr").child(element("w:trPr").child(element("w:cantSplit"))).child(said);
    table(&[TEXT_WIDTH], [place]).child(row)
}

fn cell(width: u32, properties: impl IntoIterator<Item = Element>, align: &'static str) -> Element {
    let width = element("w:tcW").with("w:w", width).with("w:type", "dxa");
    element("w:tc").child(element("w:tcPr").child(width).children(properties).child(val("w:vAlign", align)))
}

fn table(widths: &[u32], place: impl IntoIterator<Item = Element>) -> Element {
    let properties = element("w:tblPr")
        .child(val("w:tblStyle", Key::Lines))
        .children(place)
        .child(element("w:tblW").with("w:w", widths.iter().sum::<u32>()).with("w:type", "dxa"))
        .child(val("w:jc", "center"))
        .child(element("w:tblLayout").with("w:type", "fixed"))
        .child(val("w:tblLook", "0000"));
    let columns = widths.iter().map(|width| element("w:gridCol").with("w:w", width));
    element("w:tbl").child(properties).child(element("w:tblGrid").children(columns))
}
