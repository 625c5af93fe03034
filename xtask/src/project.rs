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
    "build.rs",
    "Trunk.toml",
    "rust-toolchain.toml",
];

/// The work tree: the nearest folder upwards that has a `Trunk.toml`.
pub fn root() -> PathBuf {
    let here = env::current_dir().unwrap_or_default();
    here.ancestors().find(|folder| folder.join("Trunk.toml").is_file()).map_or(here.clone(), Path::to_path_buf)
}

/// Where Trunk leaves the page.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The version of a package in `Cargo.lock`.
pub fn locked(package: &str) -> Result<String, Failure> {
    let fix = "restore Cargo.lock: git checkout Cargo.lock";
    let lock = fs::read_to_string(root().join("Cargo.lock"))
        .map_err(|error| Failure::new(format!("Cargo.lock cannot be read: {error}"), fix))?;
    version_in(&lock, package).ok_or_else(|| Failure::new(format!("Cargo.lock does not name {package}"), fix))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    let version = lines.next()?.strip_prefix("version = \"")?;
    Some(version.trim_end_matches('"').to_owned())
}

/// Whether `dist/` is newer than everything it is built from.
pub fn is_built() -> bool {
    let root = root();
    let newest = SOURCES.iter().filter_map(|source| newest(&root.join(source))).max();
    let built = fs::metadata(dist().join("SHA256SUMS")).and_then(|file| file.modified());
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
    fn the_lock_names_one_package_exactly() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "wasm"), None);
    }

    #[test]
    fn the_work_tree_is_found_from_inside() {
        assert!(root().join("xtask").is_dir());
    }
}
