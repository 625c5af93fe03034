//! The packet on paper and as files.

pub mod export;
pub mod filing_form;
pub mod office;
pub mod pagination;
pub mod running_head;
