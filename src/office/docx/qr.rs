//! The verification code for a camera: a picture, which opens wherever the file does.

use std::io::{self, Write};

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};

use crate::office::docx::measure::{EMU, QR};
use crate::office::docx::xml::{Element, element};
use crate::packet::qr::Qr;

/// The picture, with words for those who do not see it; `id` is one of its own in the file, `file` its relationship.
pub(super) fn picture(label: &str, id: usize, file: &str) -> Element {
    let name = "QR code";
    let size = |name| element(name).with("cx", QR * EMU).with("cy", QR * EMU);
    let filled = |element: Element| element.with("id", id).with("name", name).with("descr", label);
    let locks = element("a:graphicFrameLocks").with("noChangeAspect", 1);
    let fill = element("pic:blipFill")
        .child(element("a:blip").with("r:embed", file))
        .child(element("a:stretch").child(element("a:fillRect")));
    let place = element("a:xfrm").child(element("a:off").with("x", 0).with("y", 0)).child(size("a:ext"));
    let shape =
        element("pic:spPr").child(place).child(element("a:prstGeom").with("prst", "rect").child(element("a:avLst")));
    let known = element("pic:nvPicPr").child(filled(element("pic:cNvPr"))).child(element("pic:cNvPicPr"));
    let data = element("a:graphicData")
        .with("uri", "http://schemas.openxmlformats.org/drawingml/2006/picture")
        .child(element("pic:pic").child(known).child(fill).child(shape));
    let mut inline = element("wp:inline");
    for side in ["distT", "distB", "distL", "distR"] {
        inline = inline.with(side, 0);
    }
    let inline = inline
        .child(size("wp:extent"))
        .child(filled(element("wp:docPr")))
        .child(element("wp:cNvGraphicFramePr").child(locks))
        .child(element("a:graphic").child(data));
    element("w:r").child(element("w:drawing").child(inline))
}

/// The code as a PNG of one bit a dot. A module is eight dots wide and high: a byte, however it is scaled.
///
/// # Errors
/// Never: it is written to memory.
pub(super) fn png(code: &Qr) -> io::Result<Vec<u8>> {
    let side = code.side();
    let mut rows = vec![vec![0xFF; side]; side];
    for run in code.runs() {
        if let Some(modules) = rows.get_mut(run.y).and_then(|row| row.get_mut(run.x)) {
            modules.fill(0);
        }
    }
    let mut dots = ZlibEncoder::new(Vec::new(), Compression::best());
    for row in &rows {
        for _ in 0..8 {
            // Each line begins with its filter: none.
            dots.write_all(&[0])?;
            dots.write_all(row)?;
        }
    }
    let width = u32::try_from(8 * side).unwrap_or(u32::MAX).to_be_bytes();
    // One bit, grey, packed and filtered as there is no other way, not interlaced.
    let head = [&width[..], &width, &[1, 0, 0, 0, 0]].concat();
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, data) in [(b"IHDR", head), (b"IDAT", dots.finish()?), (b"IEND", Vec::new())] {
        let mut sum = Crc::new();
        sum.update(kind);
        sum.update(&data);
        png.extend(u32::try_from(data.len()).unwrap_or(u32::MAX).to_be_bytes());
        png.extend(kind);
        png.extend(data);
        png.extend(sum.sum().to_be_bytes());
    }
    Ok(png)
}
