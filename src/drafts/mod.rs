//! Drafts: the answers with the applicant's choices as a file, many of them side by side, and the one a page carries.

pub mod applicants;
pub mod calendar;
pub mod changes;
pub mod draft;
pub mod examples;
pub mod filing;
pub mod first_range;
pub mod interview;
pub mod list;
pub mod next_year;
pub mod page_copy;
pub mod portfolio;
pub mod scenario;
pub mod worth;
