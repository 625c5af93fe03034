//! Office files and archives. What writes them knows blocks, never clauses.

pub mod csv;
pub mod docx;
pub mod ics;
pub mod xlsx;
pub mod zip;
