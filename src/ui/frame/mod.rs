//! The frame around every page: addresses, code that comes later, search, the page as a file.

pub mod app;
pub mod cut;
pub mod first_paint;
pub mod notices;
pub mod offline;
pub mod parts;
pub mod places;
pub mod route;
pub mod search;
