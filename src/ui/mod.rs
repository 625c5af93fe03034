//! The page: what is drawn, and nothing of what is reckoned.

pub mod components;
