//! What the rules say of a clause: its working, doubts, tiers and official text.

pub mod clause_view;
pub mod doubt_card;
pub mod figures;
pub mod ladder;
pub mod lower_bound;
pub mod official_text;
pub mod reasons;
