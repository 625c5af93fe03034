//! Drafts: the answers with the applicant's choices as a file, many of them side by side, the one a page carries, and
//! whatever file somebody opens.

pub mod draft;
pub mod examples;
pub mod filing;
pub mod list;
pub mod opened;
pub mod page_copy;
