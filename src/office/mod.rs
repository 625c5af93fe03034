//! Office files: bytes that other programs open, and back.

pub mod csv;
pub mod xlsx;
