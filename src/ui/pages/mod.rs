//! The pages.

pub mod check;
pub mod clause;
pub mod handout;
pub mod packet;
pub mod result;
pub mod start;
pub mod subject;
pub mod tasks;
