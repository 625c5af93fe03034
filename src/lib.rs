//! The rules and the interview, in plain Rust. The page draws what stands here and adds no rule of its own.

pub mod applicant;
pub mod date;
pub mod draft;
pub mod examples;
pub mod exchange;
pub mod facts;
pub mod money;
pub mod packet;
pub mod policy;
pub mod question;
pub mod rule;
pub mod text;
pub mod typed;
