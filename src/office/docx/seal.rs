//! Where one signs and seals.

use crate::office::docx::measure::{EMU, SIGNED, Setting, Sheet, TURNED, mm};
use crate::office::docx::paragraph::{paragraph, runs, words};
use crate::office::docx::styles::Key;
use crate::office::docx::xml::{Element, element};

/// The ring of the seal is so wide.
const RING: u32 = mm(42);

/// The lines, with the ring behind them; `id` is one of its own in the file.
pub(super) fn sign(seal: &str, lines: &[String], id: usize, sheet: Sheet, setting: Setting) -> Vec<Element> {
    let style = if sheet == TURNED { Key::SignatureTurned } else { Key::Signature.set(setting) };
    let mut block = vec![words(style, "")];
    let mut ring = Some(ring(seal, id, sheet));
    for line in lines {
        let drawn = ring.take().map(|ring| element("w:r").child(ring));
        block.push(paragraph(style).children(drawn).children(runs(line)));
    }
    block
}

/// A dashed circle with a word at its top, behind the text.
fn ring(seal: &str, id: usize, sheet: Sheet) -> Element {
    let point = |name| element(name).with("x", 0).with("y", 0);
    let size = |name| element(name).with("cx", RING * EMU).with("cy", RING * EMU);
    let offset = |name, from, by: i64| {
        let by = element("wp:posOffset").text(&(by * i64::from(EMU)).to_string());
        element(name).with("relativeFrom", from).child(by)
    };
    let left = sheet.width() - SIGNED / 2 - RING / 2;
    let line = element("a:ln")
        .with("w", 7620)
        .child(element("a:solidFill").child(element("a:srgbClr").with("val", "777777")))
        .child(element("a:prstDash").with("val", "dash"));
    let shape = element("wps:spPr")
        .child(element("a:xfrm").child(point("a:off")).child(size("a:ext")))
        .child(element("a:prstGeom").with("prst", "ellipse").child(element("a:avLst")))
        .child(element("a:noFill"))
        .child(line);
    let text = element("wps:txbx").child(element("w:txbxContent").child(words(Key::SealWord, seal)));
    let body =
        element("wps:bodyPr").with("lIns", 0).with("tIns", 36_000).with("rIns", 0).with("bIns", 0).with("anchor", "t");
    let graphic = element("a:graphic").child(
        element("a:graphicData")
            .with("uri", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape")
            .child(element("wps:wsp").child(element("wps:cNvSpPr")).child(shape).child(text).child(body)),
    );
    let mut anchor = element("wp:anchor");
    for (name, value) in [
        ("distT", 0),
        ("distB", 0),
        ("distL", 0),
        ("distR", 0),
        ("simplePos", 0),
        ("relativeHeight", 1),
        ("behindDoc", 1),
        ("locked", 0),
        ("layoutInCell", 1),
        ("allowOverlap", 1),
    ] {
        anchor = anchor.with(name, value);
    }
    let drawing = anchor
        .child(point("wp:simplePos"))
        .child(offset("wp:positionH", "margin", i64::from(left)))
        .child(offset("wp:positionV", "paragraph", -i64::from(mm(10))))
        .child(size("wp:extent"))
        .child(element("wp:effectExtent").with("l", 0).with("t", 0).with("r", 0).with("b", 0))
        .child(element("wp:wrapNone"))
        .child(element("wp:docPr").with("id", id).with("name", format!("Seal {id}")).with("descr", seal))
        .child(element("wp:cNvGraphicFramePr"))
        .child(graphic);
    let choice = element("mc:Choice").with("Requires", "wps").child(element("w:drawing").child(drawing));
    element("mc:AlternateContent").child(choice)
}
