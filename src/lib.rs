//! The rules and the interview of the Miyun financial-incentive portal, in plain Rust.
//!
//! An institution answers questions, every clause of one policy edition reads the answers, and whoever looks sees what
//! each clause gives, why, and how it was worked out. The page (`src/main.rs`, `src/ui`) draws what stands here and
//! adds no rule of its own.
//!
//! | word | is | where |
//! |---|---|---|
//! | [Edition](rule::Edition) | one published policy and its contents page | [`policy`] |
//! | [Clause](rule::Clause) | one incentive: an article, and a pure function that reads a case | `policy/…/article_NN_….rs` |
//! | [Provision](rule::Provision) | one condition, tier or limit of an article, in our own words | beside its clause |
//! | [Question](question::Question) | one thing an applicant knows | [`applicant`] |
//! | [Facts](facts::Facts) | the answers so far | [`facts`] |
//! | [Case](rule::Case) | a clause at work on facts; each verb leaves a [step](rule::Step) | [`rule`] |
//! | [Assessment](rule::Assessment) | outcome, money in three bands, steps | [`rule`] |
//! | [Flag](rule::Flag) | answers that do not go together, and what a reviewer would ask | `policy/…/flags/` |
//! | [Draft](draft::Draft) | the answers as a file | [`draft`] |
//! | [Filing](filing::Filing) | what the applicant decides about the papers: clauses claimed, statements, documents | [`filing`] |
//! | [Opened](reading::Opened) | a file read back as a draft, and what it says otherwise than its answers | [`reading`] |
//! | [Shelf](shelf::Shelf) | many drafts side by side | [`shelf`] |
//! | [Carried](carried::Carried) | the draft that a page carries within itself, open or locked | [`carried`] |
//! | [Ladder](rule::Ladder) | a clause's tiers, and where the applicant stands on them | [`rule`] |
//! | [Election](planner::Election) | a year that is chosen once, and what each would bring | [`planner`] |
//! | [Chance](planner::Chance) | the smallest change of figures that a clause would pay for | [`planner`] |
//! | [Term](rule::Term) | a word explained | `policy/…/glossary.rs` |
//! | [Hit](search::Hit) | a place where articles, doubts, words and questions say what is looked for | [`search`] |
//!
//! Dependencies point down only: `policy → rule → question, facts → money, date, text`. No clock, no storage, no other
//! clause inside a clause. Money and rates are exact; floating point is a lint error.

#![deny(clippy::float_arithmetic, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::panic))]

pub mod applicant;
pub mod carried;
pub mod date;
pub mod draft;
pub mod examples;
pub mod exchange;
pub mod facts;
pub mod filing;
pub mod money;
#[cfg(feature = "office")]
pub mod office;
pub mod packet;
pub mod planner;
pub mod policy;
pub mod question;
pub mod reading;
pub mod rule;
pub mod search;
pub mod shelf;
pub mod text;
pub mod typed;
pub mod unit;
