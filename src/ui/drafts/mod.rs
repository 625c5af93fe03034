//! The open draft and the drafts that the browser keeps.

pub mod database;
pub mod files;
pub mod lock;
pub mod session;
pub mod storage;
