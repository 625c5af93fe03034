//! What the tasks of this project are made of. `cargo xtask --help` lists the tasks themselves.
//!
//! Standard library only: `cargo xtask serve` is the first thing anyone runs, and it should start
//! telling what it does within seconds.
//!
//! | noun | is |
//! |---|---|
//! | [`project`] | where the work tree is and what it pins |
//! | [`cache`] | where tools are kept, per user, across clones |
//! | [`toolchain`] | the wasm target of the pinned Rust |
//! | [`tool`] | a program of one exact version: found, downloaded or built |
//! | [`optimiser`] | `wasm-opt`, which makes the page smaller but is not needed |
//! | [`page`] | the page that is served, and the one that is handed out |
//! | [`contents`] | the libraries that are in the page, in the form of CycloneDX |
//! | [`trunk`] | the page as Trunk builds it, for those who work on it |
//! | [`sizes`] | what the page weighs, against its budgets |
//! | [`release`] | the program in `release/`, which lays the page out |
//! | [`site`] | a folder served on this machine |
//! | [`bless`] | schemas and golden packets, written anew |
//! | [`mutants`] | whether the tests notice when a rule is changed |
//! | [`browser`] | the three engines: a browser of each with its driver, and what it needs to show and print Chinese |
//! | [`kernel`] | older Chromiums, which only show what they are there for |
//! | [`debian`] | packages of Debian, installed where that is ours to do |
//! | [`libreoffice`] | LibreOffice, which opens what the portal writes |
//! | [`axe`] | axe-core, the rules that the journeys hold every page against |
//! | [`deny`] | the dependencies, held against what is allowed |
//! | [`fuzz`] | the long search for what does not hold |
//! | [`check`] | everything `cargo xtask test` asks, in order |
//! | [`journeys`] | which journeys are walked in which engine, on which build of the page |
//! | [`tally`] | tests run, and counted |
//! | [`bench`] | the workloads of `benches/` as wasm, run in a browser |
//! | [`step`] | one announced and timed piece of work |
//! | [`program`] | running other programs |
//! | [`failure`] | what went wrong, and the fix |

pub mod axe;
pub mod bench;
pub mod bless;
pub mod browser;
pub mod cache;
pub mod check;
pub mod contents;
pub mod debian;
pub mod deny;
pub mod failure;
pub mod fuzz;
pub mod journeys;
pub mod kernel;
pub mod libreoffice;
pub mod mutants;
pub mod optimiser;
pub mod page;
pub mod program;
pub mod project;
pub mod release;
pub mod site;
pub mod sizes;
pub mod step;
pub mod tally;
pub mod tool;
pub mod toolchain;
pub mod trunk;
