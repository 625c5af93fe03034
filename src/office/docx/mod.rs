//! The packet as a Word file, set after GB/T 9704 and meant to be edited: everything it looks like is a style, titles are
//! headings, the contents and page numbers are fields. Word, WPS and LibreOffice open it.
//!
//! It is written element by element in the order of ISO/IEC 29500, which Word insists on.

mod contents;
mod cover;
mod measure;
mod package;
mod page;
mod pages;
mod paragraph;
mod qr;
mod running;
mod seal;
mod styles;
mod table;
mod xml;

use std::io;

use contents::{Target, contents};
use measure::{MARGINS, PAPER, RUNNING};
use package::{FOOTER, FOOTER_EVEN, HEADER, Package, root};
use pages::{gap_before, holds_contents, joined, pages};
use paragraph::{bookmarked, paragraph, paragraph_with, runs, words};
use styles::{Key, styles};
use table::Frame;
use xml::{Element, element};

use crate::packet::qr::Qr;
use crate::packet::{Block, Part, Volume};
use crate::text::Lang;

/// Papers as the bytes of a `.docx`. The same papers give the same bytes.
///
/// # Errors
/// Where the archive cannot hold its parts, which are far below its limits.
pub fn docx(volume: &Volume<'_>) -> io::Result<Vec<u8>> {
    let lang = volume.lang;
    let (begins, pages) = pages(volume);
    let targets = targets(volume, &begins);
    let code = volume.cover.and_then(|cover| Qr::of(&cover.qr));
    let rest = volume.cover.map_or(0, |cover| cover::rest(cover, code.is_some(), lang));
    let mut body = volume.cover.map_or_else(Vec::new, |cover| cover::cover(cover, code.is_some(), rest, lang));
    for (number, part) in volume.parts.iter().enumerate() {
        body.extend(sheet(part, number, volume, &targets));
    }
    let document = root("w:document").child(element("w:body").children(body).child(section(volume.cover.is_some())));
    Package {
        lang,
        title: volume.title.clone(),
        author: volume.name.to_owned(),
        styles: styles(lang, rest),
        document,
        picture: code.as_ref().map(qr::png).transpose()?,
        header: running::header(volume),
        footer: running::footer(volume, false, pages),
        footer_even: running::footer(volume, true, pages),
    }
    .zip()
}

/// The parts that the contents may name.
fn targets(volume: &Volume<'_>, begins: &[usize]) -> Vec<Target> {
    let parts = volume.parts.iter().zip(begins).enumerate();
    parts
        .map(|(number, (part, page))| Target {
            part: part.id,
            title: title(part, volume.lang),
            annex: part.annex(),
            bookmark: bookmark(number),
            page: *page,
        })
        .collect()
}

/// The title. Short Chinese ones are spread over the line by their style, not by spaces, which the contents would show.
fn title(part: &Part, lang: Lang) -> String {
    let spread = part.title.split('　').all(|piece| piece.chars().count() == 1);
    match lang {
        Lang::Zh if spread => part.title.replace('　', ""),
        _ => part.title.clone(),
    }
}

fn bookmark(number: usize) -> String {
    format!("_Toc{:08}", number + 1)
}

/// A part: its title begins a page.
fn sheet(part: &Part, number: usize, volume: &Volume<'_>, targets: &[Target]) -> Vec<Element> {
    let smaller = holds_contents(part);
    let style = if smaller {
        Key::TocHeading
    } else if volume.cover.is_none() {
        Key::InternalTitle
    } else if part.annex() {
        Key::AnnexTitle
    } else {
        Key::Heading1
    };
    let marked = bookmarked(number, &bookmark(number), runs(&title(part, volume.lang)));
    let mut sheet = vec![paragraph(style).children(marked)];
    let mut frame: Option<Frame> = None;
    let mut seals = 0;
    for (place, block) in part.blocks.iter().enumerate() {
        // What is signed must not stand on a page without a word of it.
        let signed = matches!(part.blocks.get(place + 1), Some(Block::Sign { .. }));
        // Tables that share a frame are one table; whatever else comes ends it.
        if !joined(block)
            && let Some(mut done) = frame.take()
        {
            let noted = matches!(block, Block::Note(_));
            if noted {
                done.hold_last();
            }
            sheet.push(done.draw());
            if !noted {
                sheet.push(words(Key::TableGap, ""));
            }
        }
        if gap_before(&part.blocks, place) {
            sheet.push(held(Key::TableGap, "", true));
        }
        match block {
            Block::Heading(text) => sheet.push(words(Key::Heading2, text)),
            // With its notes in smaller type the contents are one page.
            Block::Paragraph(text) if smaller => sheet.push(words(Key::ContentsNote, text)),
            Block::Paragraph(text) => sheet.push(held(Key::BodyText, text, signed)),
            Block::Note(text) => sheet.push(held(Key::Note, text, signed)),
            Block::List(items) => sheet.extend(items.iter().enumerate().map(|(place, item)| {
                let last = place + 1 == items.len();
                held(Key::List, item, signed && last)
            })),
            Block::Contents(entries) => sheet.extend(contents(entries, targets)),
            Block::Pairs(pairs) => frame.get_or_insert_default().pairs(pairs),
            Block::Table(table) => {
                if let (None, Some(caption)) = (&frame, &table.caption) {
                    sheet.push(words(Key::Caption, caption));
                }
                frame.get_or_insert_default().table(table, targets);
            }
            Block::Sign { seal, lines } => {
                seals += 1;
                sheet.extend(seal::sign(seal, lines, 100 * (number + 1) + seals));
            }
        }
    }
    if let Some(done) = frame {
        sheet.push(done.draw());
        // A file must end with a paragraph; a table that fills its page leaves no room for one that can be seen.
        sheet.push(words(Key::PartEnd, ""));
    }
    sheet
}

/// A paragraph of words that may have to stay on the page of the next one.
fn held(style: Key, text: &str, next: bool) -> Element {
    paragraph_with(style, next.then(|| element("w:keepNext"))).children(runs(text))
}

/// The paper, its margins and what runs along them; a first page that is a cover has none of that.
fn section(covered: bool) -> Element {
    let reference = |name, kind, id| element(name).with("w:type", kind).with("r:id", id);
    let [top, right, bottom, left] = MARGINS;
    element("w:sectPr")
        .child(reference("w:headerReference", "default", HEADER))
        .child(reference("w:headerReference", "even", HEADER))
        .child(reference("w:footerReference", "default", FOOTER))
        .child(reference("w:footerReference", "even", FOOTER_EVEN))
        .child(element("w:pgSz").with("w:w", PAPER.0).with("w:h", PAPER.1))
        .child(
            element("w:pgMar")
                .with("w:top", top)
                .with("w:right", right)
                .with("w:bottom", bottom)
                .with("w:left", left)
                .with("w:header", RUNNING.0)
                .with("w:footer", RUNNING.1)
                .with("w:gutter", 0),
        )
        .child(element("w:cols").with("w:space", 425))
        .children(covered.then(|| element("w:titlePg")))
}
