//! The cover.

use crate::office::docx::measure::{
    COVER_RULE, COVER_SUB, COVER_TITLE, COVER_TOP, COVER_TOP_ROOM, COVER_TOP_SIZE, GAP, QR, TEXT_HEIGHT, TEXT_WIDTH,
    cover_line, cover_note, lines_of, mm,
};
use crate::office::docx::package::PICTURE;
use crate::office::docx::paragraph::{paragraph, words};
use crate::office::docx::qr::picture;
use crate::office::docx::running::apart;
use crate::office::docx::styles::Key;
use crate::office::docx::xml::{Element, element, val};
use crate::packet::Cover;
use crate::packet::qr::LABEL;
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
/// The room between it and the picture for a camera.
const APART: u32 = mm(6);
/// Room that is left free, in case words run to more lines than reckoned.
const SPARE: u32 = 880;

/// The cover, from top to bottom; `coded` where the file holds the picture for a camera. `rest` is the room that is left.
pub(super) fn cover(cover: &Cover, coded: bool, rest: u32, lang: Lang) -> Vec<Element> {
    // One paragraph, so that the file has one title.
    let title = cover.title.join("\n");
    vec![
        words(Key::CoverTop, &top(cover)),
        words(Key::Title, &title),
        words(Key::Subtitle, &cover.sub),
        words(Key::CoverRule, ""),
        lines(&cover.lines, lang, rest.saturating_sub(COVER_TOP_ROOM)),
        words(Key::TableGap, ""),
        foot(&cover.caution, said(coded), coded.then(|| LABEL.get(lang))),
    ]
}

fn top(cover: &Cover) -> String {
    apart(&cover.code, &cover.state, COVER_TOP_SIZE, TEXT_WIDTH)
}

/// The words at the foot are so wide.
const fn said(coded: bool) -> u32 {
    if coded { TEXT_WIDTH - QR - APART } else { TEXT_WIDTH }
}

/// The room that is left on the cover.
pub(super) fn rest(cover: &Cover, coded: bool, lang: Lang) -> u32 {
    let (line, size) = cover_line(lang);
    let values = TEXT_WIDTH - 2 * INSET - names(lang) - mm(3);
    let (note, note_size) = cover_note(lang);
    let notes = said(coded) - 2 * PADDING.1;
    let title = u32::try_from(cover.title.len()).unwrap_or(2);
    let lines = cover.lines.iter().map(|(_, value)| line.height(lines_of(value, values, size)));
    let notes: u32 = cover.caution.iter().map(|line| note.height(lines_of(line, notes, note_size))).sum();
    let set = [
        COVER_TOP.height(u32::try_from(top(cover).lines().count()).unwrap_or(2)),
        COVER_TITLE.height(title),
        COVER_SUB.height(1),
        COVER_RULE.height(1),
        GAP.height(1),
    ];
    let used: u32 = set.into_iter().chain(lines).chain([(notes + 2 * PADDING.0).max(QR), SPARE]).sum();
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

/// What stands at the foot of the cover: what to know first, in a box, and what a camera reads at its right.
fn foot(caution: &[String], width: u32, code: Option<&str>) -> Element {
    let edge = |side| val(side, "single").with("w:sz", 6).with("w:space", 0).with("w:color", "auto");
    let edges = ["w:top", "w:left", "w:bottom", "w:right"].map(edge);
    let margins = [("w:top", PADDING.0), ("w:left", PADDING.1), ("w:bottom", PADDING.0), ("w:right", PADDING.1)]
        .map(|(side, width)| element(side).with("w:w", width).with("w:type", "dxa"));
    let boxed = [element("w:tcBorders").children(edges), element("w:tcMar").children(margins)];
    let said = cell(width, boxed, "center").children(caution.iter().map(|line| words(Key::CoverNote, line)));
    let shown = code.map(|label| {
        let right = element("w:tcMar").child(element("w:right").with("w:w", 0).with("w:type", "dxa"));
        let shown = paragraph(Key::CoverCode).child(picture(label, 1, PICTURE));
        cell(TEXT_WIDTH - width, [right], "bottom").child(shown)
    });
    let widths = [width, TEXT_WIDTH - width];
    table(if shown.is_some() { &widths } else { &widths[..1] })
        .child(element("w:tr").child(element("w:trPr").child(element("w:cantSplit"))).child(said).children(shown))
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
