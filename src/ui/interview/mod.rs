//! Putting the questions: boxes, tables, what is typed in them, and the estimate beside them.

pub mod ask;
pub mod control;
pub mod entry;
pub mod estimate_panel;
pub mod import;
pub mod table;
pub mod typing;
