//! The page: what is drawn, and nothing of what is reckoned.

pub mod app;
pub mod ask;
pub mod clause_view;
pub mod components;
pub mod copy;
pub mod doubt_card;
pub mod entry;
pub mod export;
pub mod figures;
pub mod files;
pub mod filing;
pub mod ladder;
pub mod later;
pub mod live;
pub mod official;
pub mod pages;
pub mod paper;
pub mod progress;
pub mod reasons;
pub mod route;
pub mod search;
pub mod session;
pub mod storage;
pub mod table;
pub mod typing;
pub mod words;
