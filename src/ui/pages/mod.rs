//! The pages.

pub mod clause;
pub mod start;
pub mod subject;
pub mod tasks;
