//! The hidden sheet: what is no answer, and the lists to choose from.

use crate::office::xlsx::book::Seen;
use crate::office::xlsx::sheets::Writer;
use crate::office::xlsx::sheets::look::PLAIN;
use crate::office::xlsx::{MAGIC, VERSION};

impl Writer<'_> {
    pub(super) fn hidden(&mut self, name: &str) {
        self.begin(name, &[20, 20, 20]);
        self.with(|sheet| sheet.seen = Seen::Never);
        self.put(0, 0, MAGIC, PLAIN);
        self.put(0, 1, VERSION.to_string(), PLAIN);
        self.put(0, 2, self.lang.tag(), PLAIN);
        // The workbook goes with an application.
        let mut draft = self.draft().filed_json();
        // Answers too, to tell cells that were deleted from such as were emptied. Long tables would double the file.
        if let Some(facts) = draft.get_mut("facts").and_then(serde_json::Value::as_object_mut) {
            facts.retain(|_, answer| answer.as_array().is_none_or(|rows| rows.len() <= MOST_KEPT_ROWS));
        }
        let text: Vec<char> = draft.to_string().chars().collect();
        for (row, chunk) in (1..).zip(text.chunks(CHUNK)) {
            self.put(row, 0, chunk.iter().collect::<String>(), PLAIN);
        }
        let lists = std::mem::take(&mut self.lists);
        for (column, list) in (LISTS..).zip(lists) {
            for (row, choice) in (0..).zip(list) {
                self.put(row, column, choice, PLAIN);
            }
        }
    }
}

/// The longest table that is kept on the hidden sheet as it was written.
const MOST_KEPT_ROWS: usize = 1_000;
/// The first column of the lists on the hidden sheet.
pub(super) const LISTS: u16 = 3;
/// The most characters of the draft in a cell, each at most two of the format's own.
const CHUNK: usize = 15_000;
