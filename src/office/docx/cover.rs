//! The cover.

use super::measure::{
    COVER_NOTE, COVER_RULE, COVER_SUB, COVER_TITLE, COVER_TOP, COVER_TOP_SIZE, GAP, TEXT_HEIGHT, TEXT_WIDTH,
    cover_line, lines_of, mm,
};
use super::paragraph::words;
use super::running::apart;
use super::styles::Key;
use super::xml::{Element, element, val};
use crate::packet::Cover;
use crate::text::Lang;

/// The lines are set in from the margins by so much.
const INSET: u32 = mm(6);

/// The names of the lines are so wide.
const fn names(lang: Lang) -> u32 {
    match lang {
        Lang::Zh => mm(38),
        Lang::En => mm(48),
    }
}

/// The padding of the box at the foot: above and below, left and right.
const PADDING: (u32, u32) = (mm(2), mm(4));
/// Room that is left free, in case words run to more lines than reckoned.
const SPARE: u32 = 880;

/// The cover, from top to bottom.
pub(super) fn cover(cover: &Cover, lang: Lang) -> Vec<Element> {
    // One paragraph, so that the file has one title.
    let title = cover.title.join("\n");
    let rest = rest(cover, lang);
    vec![
        words(Key::CoverTop, &top(cover)),
        words(Key::Title, &title),
        words(Key::Subtitle, &cover.sub),
        words(Key::CoverRule, ""),
        lines(&cover.lines, lang, rest),
        words(Key::TableGap, ""),
        foot(&cover.caution),
    ]
}

fn top(cover: &Cover) -> String {
    apart(&cover.code, &cover.state, COVER_TOP_SIZE)
}

/// The room that is left before the foot.
fn rest(cover: &Cover, lang: Lang) -> u32 {
    let (line, size) = cover_line(lang);
    let values = TEXT_WIDTH - 2 * INSET - names(lang) - mm(3);
    let notes = TEXT_WIDTH - 2 * PADDING.1;
    let title = u32::try_from(cover.title.len()).unwrap_or(2);
    let lines = cover.lines.iter().map(|(_, value)| line.height(lines_of(value, values, size)));
    let notes = cover.caution.iter().map(|line| COVER_NOTE.height(lines_of(line, notes, 210)));
    let set = [
        COVER_TOP.height(u32::try_from(top(cover).lines().count()).unwrap_or(2)),
        COVER_TITLE.height(title),
        COVER_SUB.height(1),
        COVER_RULE.height(1),
        GAP.height(1),
    ];
    let used: u32 = set.into_iter().chain(lines).chain(notes).chain([2 * PADDING.0, SPARE]).sum();
    TEXT_HEIGHT.saturating_sub(used)
}

/// Names and values on rules, and the room under them.
fn lines(lines: &[(String, String)], lang: Lang, rest: u32) -> Element {
    let names = names(lang);
    let width = TEXT_WIDTH - 2 * INSET;
    let values = width - names;
    let rows = lines.iter().map(|(name, value)| {
        let rule = val("w:bottom", "single").with("w:sz", 4).with("w:space", 0).with("w:color", "auto");
        let name = cell(names, [], "top").child(words(Key::CoverName, name));
        let value = cell(values, [element("w:tcBorders").child(rule)], "bottom").child(words(Key::CoverValue, value));
        element("w:tr").child(element("w:trPr").child(element("w:cantSplit"))).child(name).child(value)
    });
    let height = val("w:trHeight", rest).with("w:hRule", "exact");
    let room = cell(width, [val("w:gridSpan", 2)], "top").child(words(Key::TableGap, ""));
    let room = element("w:tr").child(element("w:trPr").child(element("w:cantSplit")).child(height)).child(room);
    table(&[names, values]).children(rows).children((rest > 0).then_some(room))
}

/// What stands at the foot of the cover: what to know first, in a box.
fn foot(caution: &[String]) -> Element {
    let edge = |side| val(side, "single").with("w:sz", 6).with("w:space", 0).with("w:color", "auto");
    let edges = ["w:top", "w:left", "w:bottom", "w:right"].map(edge);
    let margins = [("w:top", PADDING.0), ("w:left", PADDING.1), ("w:bottom", PADDING.0), ("w:right", PADDING.1)]
        .map(|(side, width)| element(side).with("w:w", width).with("w:type", "dxa"));
    let boxed = [element("w:tcBorders").children(edges), element("w:tcMar").children(margins)];
    let said = cell(TEXT_WIDTH, boxed, "center").children(caution.iter().map(|line| words(Key::CoverNote, line)));
    table(&[TEXT_WIDTH]).child(element("w:tr").child(element("w:trPr").child(element("w:cantSplit"))).child(said))
}

fn cell(width: u32, properties: impl IntoIterator<Item = Element>, align: &'static str) -> Element {
    let width = element("w:tcW").with("w:w", width).with("w:type", "dxa");
    element("w:tc").child(element("w:tcPr").child(width).children(properties).child(val("w:vAlign", align)))
}

fn table(widths: &[u32]) -> Element {
    let properties = element("w:tblPr")
        .child(val("w:tblStyle", Key::Lines))
        .child(element("w:tblW").with("w:w", widths.iter().sum::<u32>()).with("w:type", "dxa"))
        .child(val("w:jc", "center"))
        .child(element("w:tblLayout").with("w:type", "fixed"))
        .child(val("w:tblLook", "0000"));
    let columns = widths.iter().map(|width| element("w:gridCol").with("w:w", width));
    element("w:tbl").child(properties).child(element("w:tblGrid").children(columns))
}
