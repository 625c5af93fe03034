//! Office files and archives. What writes them knows blocks, never clauses.

pub mod beside;
pub mod bundle;
pub mod csv;
pub mod docx;
pub mod ics;
pub mod xlsx;
pub mod zip;
