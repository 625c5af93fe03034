//! The page: what is drawn, and nothing of what is reckoned.

pub mod app;
pub mod components;
pub mod session;
