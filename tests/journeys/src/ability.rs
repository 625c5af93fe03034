//! What not every engine lets a journey do.

use xtask::browser::Engine;
use xtask::journeys::Build;

/// Something a journey asks for before it does it: [`Page::can`](crate::Page::can).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ability {
    /// Print the page, and count its sheets.
    Print,
    /// Read the words of a print.
    ReadPrint,
    /// Take a picture of the page.
    Picture,
    /// Show the page as to a person with other preferences, or in a window narrower than a browser's own.
    Emulate,
    /// Read other languages than the machine does.
    Languages,
    /// Tell what the page asks the server for from what its service worker does.
    OwnRequests,
    /// Ask the server for something: a page from disk has none.
    Server,
    /// Run a script before those of a page, compose characters, or call itself another browser.
    Prepare,
    /// End the browser as a power cut does, and start it again with what it had written by then.
    Kill,
}

impl Ability {
    /// Why the engine, or that build of the page, has it not.
    pub(crate) fn lacking(self, engine: Engine, build: Build) -> Option<&'static str> {
        match (self, engine) {
            (Self::ReadPrint, Engine::Firefox) => {
                Some("the words of a print: Firefox's PDF does not say which characters all its glyphs are")
            }
            (Self::ReadPrint, Engine::Old(kernel)) if kernel.major < 92 => {
                Some("the words of a print: the PDF of so old a Chromium names radicals for signs")
            }
            (Self::Print | Self::ReadPrint, Engine::WebKit) => {
                Some("printing: WebKitWebDriver does not know the command")
            }
            (Self::Picture, Engine::WebKit) => Some("pictures: WebKitWebDriver does not answer without a compositor"),
            (Self::Languages, Engine::WebKit) => Some("languages: WebKitGTK takes those of the machine"),
            (Self::Emulate, Engine::Firefox | Engine::WebKit) => {
                Some("preferences and phones: WebDriver sets them through DevTools, which Chromium alone has")
            }
            (Self::OwnRequests, Engine::Firefox | Engine::WebKit) if build == Build::Hosted => {
                Some("telling the page's requests from its service worker's: the proxy sees both")
            }
            (Self::Prepare, Engine::Firefox | Engine::WebKit) => Some(
                "what is set up before a page's own scripts: WebDriver does it through DevTools, which Chromium alone has",
            ),
            (Self::Kill, Engine::Firefox | Engine::WebKit) => {
                Some("killing: their drivers make a profile of their own, and take it away")
            }
            (Self::Kill, _) if build == Build::File => Some("killing: a file elsewhere on disk is another page"),
            (Self::Kill, _) if cfg!(not(target_os = "linux")) => {
                Some("killing: /proc, which names the browser's processes, is there on Linux alone")
            }
            (Self::Server, _) if build == Build::File => Some("the server: this page is a file"),
            _ => None,
        }
    }
}
