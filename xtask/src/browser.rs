//! The engines: a browser of each with its driver, and what it needs to show and print Chinese.

use crate::failure::Failure;
use crate::kernel::Kernel;
use crate::tool::Tool;
use crate::{debian, program};
use std::fmt;
use std::path::PathBuf;

/// What every journey needs, by the name of its package on Debian.
const PACKAGES: &[&str] = &["fonts-noto-cjk", "poppler-utils"];

/// The variable that hands geckodriver to the journeys, or names one that is here already.
pub const GECKODRIVER: &str = "GECKODRIVER";

/// What draws a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, Chrome or Edge.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK, which Linux alone has.
    WebKit,
    /// An older Chromium, which has no driver: it is spoken with by its own protocol.
    Old(Kernel),
}

impl Engine {
    /// The three of today.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// As it is written on the command line and in the environment.
    pub fn id(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
            Self::Old(kernel) => kernel.id(),
        }
    }

    /// The engine that is written so.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().chain(Kernel::ALL.map(Self::Old)).find(|engine| engine.id() == id)
    }

    /// Its own packages on Debian. Nobody packs geckodriver there: it is a tool of ours.
    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb"],
            Self::Old(_) => &[],
        }
    }

    /// How a person gets it where that is not ours to do.
    fn by_hand(self) -> &'static str {
        match self {
            Self::Chromium => {
                "install Chrome, Chromium or Edge and its driver of the same version (macOS: brew install --cask \
                 google-chrome chromedriver; Windows: Edge is there, put msedgedriver on the PATH), or name them in \
                 CHROME and CHROMEDRIVER"
            }
            Self::Firefox => "install Firefox, or name it in FIREFOX",
            Self::WebKit => {
                "install WebKitGTK's WebKitWebDriver and Xvfb, which only Linux has; leave the engine out elsewhere \
                 with --engine"
            }
            Self::Old(_) => "install npm with node",
        }
    }

    /// The browser and its driver, named in the environment or found where they usually are.
    pub fn find(self) -> Option<Browser> {
        match self {
            Self::Chromium => chromium(),
            Self::Firefox => {
                let program = named("FIREFOX").or_else(|| found(FIREFOX, FIREFOX_PLACES))?;
                let driver = named(GECKODRIVER).or_else(|| program::on_path("geckodriver"))?;
                Some(Browser { program, driver })
            }
            Self::WebKit => {
                // The driver knows where its MiniBrowser is; what we start is the screen it is shown on.
                let program = program::on_path("Xvfb")?;
                Some(Browser { program, driver: program::on_path("WebKitWebDriver")? })
            }
            Self::Old(kernel) => {
                let program = kernel.find()?;
                Some(Browser { driver: program.clone(), program })
            }
        }
    }

    /// Whether the browser is here; its driver may be a tool that we get.
    fn is_here(self) -> bool {
        match self {
            Self::Firefox => named("FIREFOX").or_else(|| found(FIREFOX, FIREFOX_PLACES)).is_some(),
            _ => self.find().is_some(),
        }
    }

    fn missing(self) -> &'static str {
        match self {
            Self::Chromium => "no Chromium with its driver was found",
            Self::Firefox => "no Firefox was found",
            Self::WebKit => "no WebKitWebDriver, or no Xvfb to show it on, was found",
            Self::Old(_) => "no such kernel was found",
        }
    }

    /// Sees to it that the engine can be driven. Returns the variables that the journeys are to be run with.
    pub fn ensure(self) -> Result<Vec<(&'static str, PathBuf)>, Failure> {
        if let Self::Old(kernel) = self {
            kernel.ensure()?;
        }
        let missing = || missing().or_else(|| (!self.is_here()).then(|| self.missing()));
        if let Some(first) = missing() {
            let packages = [self.packages(), PACKAGES].concat();
            let fix = format!(
                "{}; and Poppler's pdftotext (macOS: brew install poppler) and, on Linux, a Chinese font. Debian: \
                 apt-get install {}",
                self.by_hand(),
                packages.join(" ")
            );
            debian::install(&packages, first, &fix)?;
            if let Some(still) = missing() {
                return Err(Failure::new(still, fix));
            }
        }
        if self != Self::Firefox || named(GECKODRIVER).is_some() {
            return Ok(Vec::new());
        }
        let folder = Tool::geckodriver().ensure()?;
        let driver = program::in_folder(&folder, "geckodriver").unwrap_or_else(|| folder.join("geckodriver"));
        Ok(vec![(GECKODRIVER, driver)])
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chromium => f.write_str("Chromium"),
            Self::Firefox => f.write_str("Firefox"),
            Self::WebKit => f.write_str("WebKit"),
            Self::Old(kernel) => write!(f, "Chromium {}", kernel.major),
        }
    }
}

/// A browser and the program that drives it.
#[derive(Debug, Clone)]
pub struct Browser {
    /// The browser; for WebKit the X server it is shown on.
    pub program: PathBuf,
    /// Its WebDriver.
    pub driver: PathBuf,
}

fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from).filter(|file| file.is_file())
}

fn chromium() -> Option<Browser> {
    if let (Some(program), Some(driver)) = (named("CHROME"), named("CHROMEDRIVER")) {
        return Some(Browser { program, driver });
    }
    let chrome = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    let edge = ["microsoft-edge", "microsoft-edge-stable", "msedge"];
    pair(&chrome, CHROME_PLACES, "chromedriver").or_else(|| pair(&edge, EDGE_PLACES, "msedgedriver"))
}

const FIREFOX: &[&str] = &["firefox-esr", "firefox"];

const FIREFOX_PLACES: &[&str] = &[
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "C:/Program Files/Mozilla Firefox/firefox.exe",
    "C:/Program Files (x86)/Mozilla Firefox/firefox.exe",
];

const CHROME_PLACES: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
];

const EDGE_PLACES: &[&str] = &[
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
    "C:/Program Files/Microsoft/Edge/Application/msedge.exe",
];

fn pair(names: &[&str], places: &[&str], driver: &str) -> Option<Browser> {
    Some(Browser { program: found(names, places)?, driver: program::on_path(driver)? })
}

fn found(names: &[&str], places: &[&str]) -> Option<PathBuf> {
    let placed = || places.iter().map(PathBuf::from).find(|place| place.is_file());
    names.iter().find_map(|name| program::on_path(name)).or_else(placed)
}

/// The first thing that is not here and that every engine needs, in words.
fn missing() -> Option<&'static str> {
    if program::on_path("pdftotext").is_none() {
        Some("no pdftotext was found, which reads the printed packet")
    } else if !has_chinese_font() {
        Some("no Chinese font was found")
    } else {
        None
    }
}

/// Systems other than Linux come with Chinese fonts.
fn has_chinese_font() -> bool {
    !cfg!(target_os = "linux")
        || program::answer("fc-list", &[":lang=zh-cn", "family"]).is_some_and(|list| !list.is_empty())
}
