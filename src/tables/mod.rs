//! Other people's tables: whatever sheet, file or pasted block somebody has, read into the rows of a question.
//!
//! Heads decide, not places: [`heads`] finds the line of heads, [`mapping`] gives each column its field and unit, and
//! [`read`] makes rows of answers. What is doubtful is named with its place and never filled in.

pub mod cell;
pub mod habits;
pub mod head_lines;
pub mod heads;
pub mod issue;
pub mod json;
pub mod mapping;
pub mod naming;
pub mod number_format;
pub mod open;
pub mod read;
pub mod reading;
pub mod refused;
pub mod separated;
pub mod turned;
pub mod units;
pub mod value;
pub mod workbook;
