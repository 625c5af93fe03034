//! A workbook whose estimate is live: answers in cells, every amount a formula, and the way back to a draft.
//!
//! Formulas are not a second law: `trace` finds where the figures of the working come from, and `formula` writes
//! the working down again with references in their place.

mod book;
mod check_sheet;
mod comparison;
mod formula;
mod inputs;
mod read;
pub mod rows;
mod sheets;
mod template;
mod trace;
mod words;

#[cfg(test)]
mod changed_tests;
#[cfg(test)]
mod tests;

pub use check_sheet::check_sheet;
pub use comparison::comparison;
pub use read::{Book, Choice, Refused, Remark, Twice, Unreadable, read};
pub use template::template;

use crate::date::Date;
use crate::drafts::draft::Draft;
use crate::rule::Report;
use crate::text::Lang;

/// What tells our workbooks from others, on their hidden sheet.
const MAGIC: &str = "miyun-workbook";
/// The version of their form. A newer one is refused with a reason.
const VERSION: u64 = 1;
/// The hidden sheet that holds what is no answer.
const HIDDEN: &str = "_miyun";

/// The workbook of a draft. `report` must have its working; `today` is the day of printing. The same draft on the same
/// day gives the same bytes.
///
/// # Errors
/// When the file cannot be packed.
pub fn workbook(draft: &Draft, report: &Report, lang: Lang, today: Date) -> Result<Vec<u8>, String> {
    sheets::book(&trace::Model::trace(draft, report), lang, today).save()
}
