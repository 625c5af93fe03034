//! The packet as files of an office suite. What writes them knows blocks, never clauses.

pub mod docx;
