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
//! | [`page`] | the release build in `dist/` |
//! | [`sizes`] | what the page weighs, against its budgets |
//! | [`imports`] | the names between program and script, shortened |
//! | [`split`] | the program cut into files |
//! | [`release`] | the files that are handed out: the page in one file, the service worker, digests |
//! | [`site`] | a folder served on this machine |
//! | [`browser`] | the three engines: a browser of each with its driver, and what it needs to show and print Chinese |
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
pub mod browser;
pub mod cache;
pub mod check;
pub mod debian;
pub mod deny;
pub mod failure;
pub mod fuzz;
pub mod imports;
pub mod journeys;
pub mod libreoffice;
pub mod optimiser;
pub mod page;
pub mod program;
pub mod project;
pub mod release;
pub mod site;
pub mod sizes;
pub mod split;
pub mod step;
pub mod tally;
pub mod tool;
pub mod toolchain;
