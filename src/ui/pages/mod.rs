//! The pages.

pub mod clause;
pub mod packet;
pub mod result;
pub mod start;
pub mod subject;
pub mod tasks;
