//! The pages.

pub mod packet;
pub mod result;
