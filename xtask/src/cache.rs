//! Where tools are kept, per user, across clones.

use crate::failure::Failure;
use std::path::PathBuf;
use std::{env, fs};

/// The folder of one tool at one version, e.g. `~/.cache/miyun-tools/trunk-0.21.14`.
/// `MIYUN_TOOLS` moves the whole cache elsewhere.
pub fn folder(tool: &str, version: &str) -> Result<PathBuf, Failure> {
    let home = home().ok_or_else(|| {
        Failure::new("no home folder to keep tools in", "set MIYUN_TOOLS to a folder that may be written")
    })?;
    Ok(home.join(format!("{tool}-{version}")))
}

/// An empty folder of that name, whatever was there before.
pub fn emptied(folder: &PathBuf) -> Result<(), Failure> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).map_err(|error| {
        Failure::new(
            format!("{} cannot be made: {error}", folder.display()),
            "make room there, or set MIYUN_TOOLS to another folder",
        )
    })
}

fn home() -> Option<PathBuf> {
    let named = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(chosen) = named("MIYUN_TOOLS") {
        return Some(chosen);
    }
    let caches = if cfg!(windows) {
        named("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        named("HOME").map(|home| home.join("Library/Caches"))
    } else {
        named("XDG_CACHE_HOME").or_else(|| named("HOME").map(|home| home.join(".cache")))
    };
    Some(caches?.join("miyun-tools"))
}
