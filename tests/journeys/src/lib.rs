//! Journeys through the page in a real browser: `cargo xtask journeys`.
//!
//! A journey does what a person does. It finds things by what they are and what they are called,
//! as a screen reader says them, and reads what the page then shows:
//!
//! ```no_run
//! journeys::walk("a bank asks for its opening subsidy", |page| {
//!     page.open("#/");
//!     page.link("开始测算").click();
//!     page.type_into("实缴资本", "500000");
//!     assert_eq!(page.region("第六条").amount(), "2000");
//! });
//! ```
//!
//! Everything waits some seconds for what it looks for, then fails with what was there instead.
//! At the end of each journey the page must have logged no error and asked nobody else for
//! anything. A journey that fails leaves a picture and the page's source in `target/journeys/`.
//!
//! | noun | is |
//! |---|---|
//! | [`Page`] | the page in a browser of its own: open, resize, print, press keys, download |
//! | [`Part`] | the page or something on it: find, read, click, type |
//! | [`Role`] | what a thing is to whoever uses it |
//! | [`Pdf`] | what the page looks like printed |
//! | [`route`] | the addresses within the page that have their picture taken |

mod browser;
mod driver;
mod page;
mod part;
mod pdf;
mod role;
pub mod route;

pub use browser::Settings;
pub use page::{Key, Page, walk};
pub use part::Part;
pub use pdf::Pdf;
pub use role::Role;
