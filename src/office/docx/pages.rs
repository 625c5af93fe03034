//! On which page each part begins, reckoned from the measures of the styles. What opens the file reckons again with its
//! own faces; until then the contents show this.

use crate::office::docx::measure::{
    CAPTION, CONTENTS_NOTE, CONTENTS_NOTE_SIZE, GAP, NOTE, PITCH, SIGNED, Spacing, TEXT_WIDTH, TITLE, TOC, lines_of,
};
use crate::office::docx::page::Page;
use crate::office::docx::table::Frame;
use crate::packet::{Block, Part, Volume};
use crate::text::Lang;

/// The page on which each part begins, and how many pages there are. A cover is the first.
pub(super) fn pages(volume: &Volume<'_>) -> (Vec<usize>, usize) {
    let mut next = 1 + usize::from(volume.cover.is_some());
    let begins = volume
        .parts
        .iter()
        .map(|part| {
            let begin = next;
            next = last(part, begin, volume.lang) + 1;
            begin
        })
        .collect();
    (begins, next - 1)
}

/// The last page of a part.
fn last(part: &Part, begin: usize, lang: Lang) -> usize {
    let body = Spacing::new(0, 0, PITCH);
    let indent = match lang {
        Lang::Zh => "　　",
        Lang::En => "",
    };
    let mut page = Page { number: begin, used: 0, held: 0 };
    page.words(&part.title, TITLE, 440);
    let mut frame: Option<Frame> = None;
    let (size, noted) = match holds_contents(part) {
        true => (CONTENTS_NOTE_SIZE, CONTENTS_NOTE),
        false => (320, body),
    };
    for (place, block) in part.blocks.iter().enumerate() {
        if !joined(block)
            && let Some(done) = frame.take()
        {
            done.reckon(&mut page);
            if !matches!(block, Block::Note(_)) {
                page.put(GAP.height(1));
            }
        }
        if gap_before(&part.blocks, place) {
            page.hold(GAP.height(1));
        }
        match block {
            Block::Heading(text) => page.hold(body.height(lines_of(text, TEXT_WIDTH, 320))),
            Block::Paragraph(text) => page.words(&format!("{indent}{text}"), noted, size),
            Block::Note(text) => page.words(text, NOTE, 240),
            Block::List(items) => {
                items.iter().for_each(|item| page.words(&format!("{indent}{item}"), body, 320));
            }
            Block::Contents(entries) => {
                entries.iter().for_each(|entry| page.words(&entry.title, TOC, 280));
                page.put(GAP.height(1));
            }
            Block::Pairs(pairs) => frame.get_or_insert_default().pairs(pairs),
            Block::Table(table) => {
                if let (None, Some(caption)) = (&frame, &table.caption) {
                    page.hold(CAPTION.height(lines_of(caption, TEXT_WIDTH, 240)));
                }
                frame.get_or_insert_default().table(table, &[]);
            }
            Block::Sign { lines, .. } => {
                let lines: u32 = lines.iter().map(|line| lines_of(line, SIGNED, 320)).sum();
                page.put(body.height(lines + 1));
            }
        }
    }
    if let Some(done) = frame {
        done.reckon(&mut page);
    }
    page.number
}

/// Whether a part holds the contents.
pub(super) fn holds_contents(part: &Part) -> bool {
    part.blocks.iter().any(|block| matches!(block, Block::Contents(_)))
}

/// Whether an empty line stands between a paragraph and the block at a place: where a table comes right after it.
pub(super) fn gap_before(blocks: &[Block], place: usize) -> bool {
    let before = place.checked_sub(1).and_then(|before| blocks.get(before));
    let after = matches!(before, Some(Block::Paragraph(_) | Block::List(_)));
    after && matches!(blocks.get(place), Some(Block::Pairs(_) | Block::Table(_)))
}

/// Whether a table shares the frame of the one before it.
pub(super) fn joined(block: &Block) -> bool {
    match block {
        Block::Pairs(pairs) => pairs.joined,
        Block::Table(table) => table.joined,
        _ => false,
    }
}
