//! The page: what is drawn, and nothing of what is reckoned.

pub mod app;
pub mod ask;
pub mod clause_view;
pub mod components;
pub mod copy;
pub mod entry;
pub mod figures;
pub mod files;
pub mod live;
pub mod pages;
pub mod progress;
pub mod reasons;
pub mod route;
pub mod session;
pub mod storage;
pub mod table;
pub mod typing;
pub mod words;
