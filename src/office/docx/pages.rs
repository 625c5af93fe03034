//! On which page each part begins, reckoned from the measures of the styles. What opens the file reckons again with its
//! own faces; until then the contents show this.

use crate::office::docx::measure::{
    CAPTION, CONTENTS_NOTE, CONTENTS_NOTE_SIZE, GAP, LINE, NOTE, SIGNED, Setting, Sheet, Spacing, TITLE, TOC, TURNED,
    lines_of,
};
use crate::office::docx::page::Page;
use crate::office::docx::table::Frame;
use crate::packet::{Block, Part, Volume};
use crate::text::Lang;

/// How a volume falls into pages.
#[derive(Debug)]
pub(super) struct Pages {
    /// The page on which each part begins, and how the part is set.
    pub(super) parts: Vec<(usize, Setting)>,
    /// How many pages there are.
    pub(super) count: usize,
}

impl Pages {
    /// Reckons the pages. A cover is the first.
    pub(super) fn of(volume: &Volume<'_>) -> Self {
        let mut next = 1 + usize::from(volume.cover.is_some());
        let parts = volume
            .parts
            .iter()
            .map(|part| {
                let begin = next;
                let (setting, last) = set(part, begin, volume.lang);
                next = last + 1;
                (begin, setting)
            })
            .collect();
        Self { parts, count: next - 1 }
    }
}

/// How a part is set, and its last page.
fn set(part: &Part, begin: usize, lang: Lang) -> (Setting, usize) {
    let usual = fill(part, begin, lang, Setting::Usual);
    if usual.number > begin && usual.holds_little() {
        let tight = fill(part, begin, lang, Setting::Tight);
        if tight.number < usual.number {
            return (Setting::Tight, tight.number);
        }
    }
    (Setting::Usual, usual.number)
}

/// The last page of a part.
fn fill(part: &Part, begin: usize, lang: Lang, setting: Setting) -> Page {
    let body = Spacing::new(0, 0, setting.pitch());
    let indent = match lang {
        Lang::Zh => "　　",
        Lang::En => "",
    };
    let sheet = Sheet::of(part);
    let width = sheet.width();
    let mut page = Page::new(begin, sheet);
    page.words(&part.title, TITLE, 440);
    let mut frame: Option<Frame> = None;
    let (size, noted) = match holds_contents(part) {
        true => (CONTENTS_NOTE_SIZE, CONTENTS_NOTE),
        false => (320, body),
    };
    for (place, block) in part.blocks.iter().enumerate() {
        if !joined(block)
            && let Some(mut done) = frame.take()
        {
            if is_held(block) {
                done.hold_last();
            }
            done.reckon(&mut page);
            match block {
                Block::Note(_) => {}
                Block::Sign { .. } => page.hold(GAP.height(1)),
                _ => drop(page.put(GAP.height(1))),
            }
        }
        if gap_before(&part.blocks, place) {
            page.hold(GAP.height(1));
        }
        match block {
            Block::Heading(text) => page.hold(LINE.height(lines_of(text, width, 320))),
            Block::Paragraph(text) => page.words(&format!("{indent}{text}"), noted, size),
            Block::Note(text) => page.words(text, NOTE, 240),
            Block::List(items) => {
                items.iter().for_each(|item| page.words(&format!("{indent}{item}"), body, 320));
            }
            Block::Contents(entries) => {
                entries.iter().for_each(|entry| page.words(&entry.title, TOC, 280));
                page.put(GAP.height(1));
            }
            Block::Pairs(pairs) => frame.get_or_insert_with(|| Frame::new(sheet, setting)).pairs(pairs),
            Block::Table(table) => {
                if let (None, Some(caption)) = (&frame, &table.caption) {
                    page.hold(CAPTION.height(lines_of(caption, width, 240)));
                }
                frame.get_or_insert_with(|| Frame::new(sheet, setting)).table(table, &[]);
            }
            Block::Sign { lines, .. } => {
                let lines: u32 = lines.iter().map(|line| lines_of(line, SIGNED, 320)).sum();
                // On a turned sheet it is not set tighter.
                let line = if sheet == TURNED { LINE } else { body };
                page.put(line.height(lines + 1));
            }
        }
    }
    if let Some(done) = frame {
        done.reckon(&mut page);
    }
    page
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

/// Whether the end of what comes before stays on the page of a block: of a note, and of where one signs, which stands on
/// no page alone.
pub(super) const fn is_held(block: &Block) -> bool {
    matches!(block, Block::Note(_) | Block::Sign { .. })
}

/// Whether a table shares the frame of the one before it.
pub(super) fn joined(block: &Block) -> bool {
    match block {
        Block::Pairs(pairs) => pairs.joined,
        Block::Table(table) => table.joined,
        _ => false,
    }
}
