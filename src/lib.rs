//! The rules and the interview of the Miyun financial-incentive portal, in plain Rust.
//!
//! An institution answers questions, every clause of one policy edition reads the answers, and the reader sees what
//! each clause gives, why, and how it was worked out. The page (`src/main.rs`, `src/ui`) draws what stands here and
//! adds no rule of its own.
//!
//! | word | is | where |
//! |---|---|---|
//! | [Edition](rule::Edition) | one published policy and its contents page | [`policy`] |
//! | [Clause](rule::Clause) | one incentive: an article, and a pure function that reads a case | `policy/…/article_NN_….rs` |
//! | [Provision](rule::Provision) | one condition, tier or limit of an article, in our own words | beside its clause |
//! | [Question](answers::question::Question) | one thing an applicant knows | [`applicant`] |
//! | [Facts](answers::facts::Facts) | the answers so far | [`answers`] |
//! | [Case](rule::Case) | a clause at work on facts; each verb leaves a [step](rule::Step) | [`rule`] |
//! | [Assessment](rule::Assessment) | outcome, money in three bands, steps | [`rule`] |
//! | [Flag](rule::Flag) | answers that do not go together, and what a reviewer would ask | `policy/…/flags/` |
//! | [Draft](drafts::draft::Draft) | the answers as a file | [`drafts`] |
//! | [Filing](drafts::filing::Filing) | what the applicant decides about the papers: clauses claimed, statements, documents | [`drafts`] |
//! | [Opened](opened::Opened) | a file read back as a draft, and what it says otherwise than its answers | [`opened`] |
//! | [DraftStore](drafts::list::DraftStore) | many drafts side by side | [`drafts`] |
//! | [EmbeddedDraft](drafts::page_copy::EmbeddedDraft) | the draft that a page carries within itself, open or locked | [`drafts`] |
//! | [Ladder](rule::Ladder) | a clause's tiers, and where the applicant stands on them | [`rule`] |
//! | [Election](planner::Election) | a year that is chosen once, and what each would bring | [`planner`] |
//! | [Chance](planner::Chance) | the smallest change of figures that a clause would pay for | [`planner`] |
//! | [Sensitivity](planner::Sensitivity) | how support follows one figure of the draft | [`planner`] |
//! | [Portfolio](drafts::portfolio::Portfolio) | many applicants side by side, ranked and summed | [`drafts`] |
//! | [RowAnswer](rule::RowAnswer) | what a clause says of one row of its table | [`rule`] |
//! | [Reading](tables::reading::Reading) | somebody's table as rows of answers, with every cell that is refused or unsure | [`tables`] |
//! | [Term](rule::Term) | a word explained | `policy/…/glossary.rs` |
//! | [Hit](search::Hit) | a place where articles, doubts, words and questions say what is looked for | [`search`] |
//!
//! Dependencies point down only: `policy → rule → answers → money, date, text`. No clock, no storage, no other
//! clause inside a clause. Money and rates are exact; floating point is a lint error.

#![deny(clippy::float_arithmetic, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::panic))]

pub mod answers;
pub mod applicant;
pub mod article;
pub mod assess_json;
pub mod csv;
pub mod date;
pub mod drafts;
pub mod file_kind;
pub mod json;
pub mod money;
pub mod office;
pub mod official_text;
pub mod opened;
pub mod order;
pub mod packet;
pub mod pause;
pub mod planner;
pub mod policy;
pub mod rule;
pub mod search;
pub mod tables;
pub mod text;
pub mod text_encoding;
pub mod window;
