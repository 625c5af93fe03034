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
use measure::{Setting, Sheet, TURNED, UPRIGHT};
use package::{Package, root, running_ids};
use pages::{Pages, gap_before, holds_contents, is_held, joined};
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
    let pages = Pages::of(volume);
    let targets = targets(volume, &pages);
    let code = volume.cover.and_then(|cover| Qr::of(&cover.qr));
    let rest = volume.cover.map_or(0, |cover| cover::rest(cover, code.is_some(), lang));
    let mut body = volume.cover.map_or_else(Vec::new, |cover| cover::cover(cover, code.is_some(), rest, lang));
    let mut covered = volume.cover.is_some();
    for (number, (part, (_, setting))) in volume.parts.iter().zip(&pages.parts).enumerate() {
        let lies = Sheet::of(part);
        let last = volume.parts.get(number + 1).is_some_and(|next| Sheet::of(next) != lies);
        let section = last.then(|| section(lies, std::mem::take(&mut covered)));
        body.extend(sheet(part, number, *setting, volume, &targets, section));
    }
    let lies = volume.parts.last().map_or(UPRIGHT, Sheet::of);
    let document = root("w:document").child(element("w:body").children(body).child(section(lies, covered)));
    Package {
        lang,
        title: volume.title.clone(),
        author: volume.name.to_owned(),
        styles: styles(lang, rest),
        document,
        picture: code.as_ref().map(qr::png).transpose()?,
        running: running::running(volume, pages.count),
    }
    .zip()
}

/// The parts that the contents may name.
fn targets(volume: &Volume<'_>, pages: &Pages) -> Vec<Target> {
    let parts = volume.parts.iter().zip(&pages.parts).enumerate();
    parts
        .map(|(number, (part, (page, _)))| Target {
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

/// A part: its title begins a page. `section` is what its sheets are like where those after it lie otherwise.
fn sheet(
    part: &Part,
    number: usize,
    setting: Setting,
    volume: &Volume<'_>,
    targets: &[Target],
    section: Option<Element>,
) -> Vec<Element> {
    let lies = Sheet::of(part);
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
        let body = Key::BodyText.set(setting);
        // Tables that share a frame are one table; whatever else comes ends it.
        if !joined(block)
            && let Some(mut done) = frame.take()
        {
            let is_held = is_held(block);
            if is_held {
                done.hold_last();
            }
            sheet.push(done.draw());
            if !matches!(block, Block::Note(_)) {
                sheet.push(held(Key::TableGap, "", is_held));
            }
        }
        if gap_before(&part.blocks, place) {
            sheet.push(held(Key::TableGap, "", true));
        }
        match block {
            Block::Heading(text) => sheet.push(words(Key::Heading2, text)),
            // With its notes in smaller type the contents are one page.
            Block::Paragraph(text) if smaller => sheet.push(words(Key::ContentsNote, text)),
            Block::Paragraph(text) => sheet.push(held(body, text, signed)),
            Block::Note(text) => sheet.push(held(Key::Note, text, signed)),
            Block::List(items) => sheet.extend(items.iter().enumerate().map(|(place, item)| {
                let last = place + 2 >= items.len();
                held(Key::List.set(setting), item, signed && last)
            })),
            Block::Contents(entries) => sheet.extend(contents(entries, targets)),
            Block::Pairs(pairs) => frame.get_or_insert_with(|| Frame::new(lies, setting)).pairs(pairs),
            Block::Table(table) => {
                if let (None, Some(caption)) = (&frame, &table.caption) {
                    sheet.push(words(Key::Caption, caption));
                }
                frame.get_or_insert_with(|| Frame::new(lies, setting)).table(table, targets);
            }
            Block::Sign { seal, lines } => {
                seals += 1;
                sheet.extend(seal::sign(seal, lines, 100 * (number + 1) + seals, lies, setting));
            }
        }
    }
    // A file must end with a paragraph, and a section with one that says what its sheets are like; a table that fills its
    // page leaves no room for one that can be seen.
    let end = frame.is_some() || section.is_some();
    sheet.extend(frame.map(Frame::draw));
    sheet.extend(end.then(|| paragraph_with(Key::PartEnd, section)));
    sheet
}

/// A paragraph of words that may have to stay on the page of the next one.
fn held(style: Key, text: &str, next: bool) -> Element {
    paragraph_with(style, next.then(|| element("w:keepNext"))).children(runs(text))
}

/// The paper, its margins and what runs along them; a first page that is a cover has none of that.
fn section(sheet: Sheet, covered: bool) -> Element {
    let reference = |name, kind, id: &str| element(name).with("w:type", kind).with("r:id", id);
    let [top, right, bottom, left] = sheet.margins;
    let turned = sheet == TURNED;
    let [head, foot, foot_even] = running_ids(usize::from(turned));
    let mut size = element("w:pgSz").with("w:w", sheet.paper.0).with("w:h", sheet.paper.1);
    if turned {
        size = size.with("w:orient", "landscape");
    }
    element("w:sectPr")
        .child(reference("w:headerReference", "default", &head))
        .child(reference("w:headerReference", "even", &head))
        .child(reference("w:footerReference", "default", &foot))
        .child(reference("w:footerReference", "even", &foot_even))
        .child(size)
        .child(
            element("w:pgMar")
                .with("w:top", top)
                .with("w:right", right)
                .with("w:bottom", bottom)
                .with("w:left", left)
                .with("w:header", sheet.running.0)
                .with("w:footer", sheet.running.1)
                .with("w:gutter", 0),
        )
        .child(element("w:cols").with("w:space", 425))
        .children(covered.then(|| element("w:titlePg")))
}
