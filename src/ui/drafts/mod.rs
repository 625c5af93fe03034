//! The open draft and the drafts that the browser keeps.

pub mod clock;
pub mod database;
pub mod files;
pub mod gathering;
pub mod journal;
pub mod lock;
pub mod opening;
pub mod session;
pub mod slices;
pub mod small_store;
pub mod storage;
