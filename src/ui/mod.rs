//! The page: what is drawn, and nothing of what is reckoned.

pub mod app;
pub mod clause_view;
pub mod components;
pub mod copy;
pub mod figures;
pub mod pages;
pub mod reasons;
pub mod session;
pub mod words;
