//! Where the work tree is and what it pins.

use crate::failure::Failure;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use std::{env, fs};

/// What the page is built from.
const SOURCES: &[&str] = &[
    "src",
    "style",
    "public",
    "release",
    "xtask",
    ".cargo",
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "rust-toolchain.toml",
];

/// The work tree: the nearest folder upwards that has a `Trunk.toml`.
pub fn root() -> PathBuf {
    let here = env::current_dir().unwrap_or_default();
    here.ancestors().find(|folder| folder.join("Trunk.toml").is_file()).map_or(here.clone(), Path::to_path_buf)
}

/// The variable that names another folder with a page in it, to be walked or weighed in place of `dist/`.
pub const DIST: &str = "MIYUN_DIST";

/// Where the page lies that is handed out.
pub fn dist() -> PathBuf {
    env::var_os(DIST).map_or_else(|| root().join("dist"), PathBuf::from)
}

/// Whether the program of a page is cut into files, as it is handed out and not as it is served on this machine.
pub fn is_cut(page: &Path) -> bool {
    let is_part = |name: &str| name.ends_with(".wasm") && name != "portal_bg.wasm";
    fs::read_dir(page).into_iter().flatten().flatten().any(|file| file.file_name().to_str().is_some_and(is_part))
}

/// Where cargo puts what it compiles.
pub fn target() -> PathBuf {
    root().join(env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// The version of a library that `Cargo.lock` pins.
pub fn locked(library: &str) -> Result<String, Failure> {
    let file = root().join("Cargo.lock");
    let text = fs::read_to_string(&file).unwrap_or_default();
    version_in(&text, library).map(ToOwned::to_owned).ok_or_else(|| {
        Failure::new(format!("{} names no {library}", file.display()), "restore it: git checkout Cargo.lock")
    })
}

fn version_in<'a>(lock: &'a str, library: &str) -> Option<&'a str> {
    let name = format!("name = \"{library}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

/// Whether a page in this folder is newer than everything it is built from.
pub fn is_built(folder: &Path) -> bool {
    let root = root();
    let newest = SOURCES.iter().filter_map(|source| newest(&root.join(source))).max();
    let built = fs::metadata(folder.join("SHA256SUMS")).and_then(|file| file.modified());
    matches!((built, newest), (Ok(built), Some(newest)) if built > newest)
}

fn newest(path: &Path) -> Option<SystemTime> {
    let own = fs::metadata(path).and_then(|file| file.modified()).ok();
    let inside = fs::read_dir(path).into_iter().flatten().flatten().filter_map(|entry| newest(&entry.path()));
    inside.chain(own).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pinned_version_is_that_of_the_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
            [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.9\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen"), Some("0.2.9"));
        assert_eq!(version_in(lock, "wasm"), None);
    }

    #[test]
    fn the_work_tree_is_found_from_inside() {
        assert!(root().join("xtask").is_dir());
    }
}
