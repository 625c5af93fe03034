//! Office files and archives. What writes them knows blocks, never clauses.

pub mod docx;
pub mod zip;
