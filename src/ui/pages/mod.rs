//! The pages.

pub mod check;
pub mod clause;
pub mod doubts;
pub mod drafts;
pub mod examples;
pub mod glossary;
pub mod handout;
pub mod offline;
pub mod packet;
pub mod planner;
pub mod result;
pub mod rules;
pub mod start;
pub mod subject;
pub mod tasks;
pub mod verify;
