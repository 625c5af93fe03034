//! axe-core, the rules that the journeys hold every page against.

use crate::failure::Failure;
use crate::{cache, program, step};
use std::env;
use std::path::PathBuf;
use std::process::Command;

/// The npm package `axe-core` that pages are held against.
const VERSION: &str = "4.14.1";

/// The variable that hands its file to the journeys, or names a copy that is here already.
pub const VARIABLE: &str = "MIYUN_AXE";

/// The file, as [`VARIABLE`] names it.
pub fn named() -> Option<PathBuf> {
    env::var_os(VARIABLE).map(PathBuf::from).filter(|file| file.is_file())
}

/// The file: the one that is named, else the one in our cache, filled by npm when need be. Without it nobody can say
/// that a page is accessible, so not having it is a failure.
pub fn ensure() -> Result<PathBuf, Failure> {
    if let Some(named) = named() {
        return Ok(named);
    }
    let home = cache::folder("axe-core", VERSION)?;
    let file = home.join("node_modules/axe-core/axe.min.js");
    if file.is_file() {
        return Ok(file);
    }
    let fix = format!(
        "install npm (Debian: apt-get install npm) and let it reach its registry, or name axe.min.js of axe-core \
         {VERSION} in {VARIABLE}"
    );
    let Some(npm) = program::on_path("npm") else {
        return Err(Failure::new("no npm to get axe-core with, which says whether pages are accessible", fix));
    };
    step::during(&format!("getting axe-core {VERSION} (kept for next time)"), || {
        cache::emptied(&home)?;
        let mut npm = Command::new(npm);
        npm.args(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel", "error", "--prefix"])
            .arg(&home)
            .arg(format!("axe-core@{VERSION}"));
        program::run(&mut npm, &fix)
    })?;
    if file.is_file() { Ok(file) } else { Err(Failure::new(format!("{} is not there", file.display()), fix)) }
}
