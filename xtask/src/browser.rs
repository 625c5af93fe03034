//! A browser with its driver, and what it needs to show and print Chinese.

use crate::failure::Failure;
use crate::{debian, program};
use std::path::PathBuf;

/// What journeys need, by the name of its package on Debian.
const PACKAGES: &[&str] = &["chromium", "chromium-driver", "fonts-noto-cjk", "poppler-utils"];

/// A browser and the program that drives it.
#[derive(Debug, Clone)]
pub struct Browser {
    /// The browser.
    pub program: PathBuf,
    /// Its WebDriver.
    pub driver: PathBuf,
}

/// Finds everything the journeys need, and installs it where that is ours to do.
pub fn ensure() -> Result<(), Failure> {
    let Some(first) = missing() else {
        return Ok(());
    };
    let fix = format!(
        "install Chrome, Chromium or Edge, its driver of the same version, Poppler's pdftotext and, \
         on Linux, a Chinese font. Debian: apt-get install {}; macOS: brew install --cask \
         google-chrome chromedriver && brew install poppler; Windows: Edge is there, put \
         msedgedriver and pdftotext on the PATH. CHROME and CHROMEDRIVER name them elsewhere",
        PACKAGES.join(" ")
    );
    debian::install(PACKAGES, first, &fix)?;
    missing().map_or(Ok(()), |still| Err(Failure::new(still, fix)))
}

/// The browser and its driver, named by `CHROME` and `CHROMEDRIVER` or found where they usually are.
pub fn find() -> Option<Browser> {
    let named = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|file| file.is_file());
    if let (Some(program), Some(driver)) = (named("CHROME"), named("CHROMEDRIVER")) {
        return Some(Browser { program, driver });
    }
    let chrome = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    let edge = ["microsoft-edge", "microsoft-edge-stable", "msedge"];
    pair(&chrome, CHROME_PLACES, "chromedriver").or_else(|| pair(&edge, EDGE_PLACES, "msedgedriver"))
}

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
    let placed = places.iter().map(PathBuf::from).find(|place| place.is_file());
    let program = names.iter().find_map(|name| program::on_path(name)).or(placed)?;
    let driver = program::on_path(driver)?;
    Some(Browser { program, driver })
}

/// The first thing that is not here, in words.
fn missing() -> Option<&'static str> {
    if find().is_none() {
        Some("no browser with its driver was found")
    } else if program::on_path("pdftotext").is_none() {
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
