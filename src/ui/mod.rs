//! The page: it draws and listens. What is worked out stands in the library.

pub mod clauses;
pub mod components;
pub mod copy;
pub mod drafts;
pub mod frame;
pub mod interview;
pub mod pages;
pub mod papers;
pub mod words;
