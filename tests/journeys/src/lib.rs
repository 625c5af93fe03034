//! Journeys through the page in a real browser: `cargo xtask journeys`.
//!
//! A journey does what a person does. It finds things by what they are and what they are called,
//! as a screen reader says them, and reads what the page then shows:
//!
//! ```no_run
//! journeys::walk("a bank asks for its opening subsidy", |page| {
//!     page.open("#/");
//!     page.link("开始测算").click();
//!     page.type_into("实收资本", "500000");
//!     assert_eq!(page.region("第六条").amount(), "2000");
//! });
//! ```
//!
//! The engine and the build of the page come from the environment ([`xtask::journeys`]): the same journey is walked in
//! Chromium, Firefox and WebKit, on the page that is served and on the one that is a file. What an engine cannot do is
//! asked before it is done, and said aloud when it is left out: [`Page::can`].
//!
//! Everything waits some seconds for what it looks for, then fails with what was there instead.
//! At the end of each journey the page must have logged no error and asked nobody else for
//! anything. A journey that fails leaves a picture and the page's source in `target/journeys/`.
//!
//! | noun | is |
//! |---|---|
//! | [`Page`] | the page in a browser of its own: open, resize, print, press keys, download |
//! | [`Part`] | the page or something on it: find, read, click, type |
//! | [`Ability`] | what not every engine lets a journey do |
//! | [`Role`] | what a thing is to its user |
//! | [`Pdf`] | what the page looks like printed |
//! | [`route`] | the addresses within the page that have their picture taken |

mod ability;
mod browser;
mod devtools;
mod driver;
mod page;
mod part;
mod pdf;
mod role;
pub mod route;
mod watch;
mod webdriver;

pub use ability::Ability;
pub use browser::Settings;
pub use page::{Key, Page, Say, some_of, walk, walk_in_both};
pub use part::Part;
pub use pdf::Pdf;
pub use role::Role;
pub use xtask::browser::Engine;
pub use xtask::journeys::Build;
pub use xtask::kernel::Kernel;

use std::time::Duration;

/// How long anything may take to appear: long enough for a machine that does other things too. Only a fault waits so long.
pub const PATIENCE: Duration = Duration::from_secs(60);
