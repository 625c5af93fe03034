//! Office files and archives.

pub mod zip;
