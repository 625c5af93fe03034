//! `wasm-opt`, which makes the page smaller but is not needed.

use crate::{cache, program, step};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The npm package `binaryen` we install where no `wasm-opt` is found.
const PACKAGE: &str = "132.0.0";
/// The oldest `wasm-opt` that knows what today's Rust emits.
const OLDEST: u32 = 116;
/// A `wasm-opt`, or nothing when none can be had. A page is built either way; old browsers read only what it wrote.
pub fn ensure() -> Option<PathBuf> {
    let found = program::on_path("wasm-opt").filter(|found| is_recent(found));
    if found.is_some() {
        return found;
    }
    let home = cache::folder("binaryen", PACKAGE).ok()?;
    let bin = home.join("node_modules/.bin");
    let kept = || program::in_folder(&bin, "wasm-opt").filter(|found| is_recent(found));
    if let Some(kept) = kept() {
        return Some(kept);
    }
    let installed = program::on_path("npm").and_then(|npm| {
        step::during(&format!("getting wasm-opt (binaryen {PACKAGE})"), || {
            cache::emptied(&home)?;
            let mut npm = Command::new(npm);
            npm.args(["install", "--no-audit", "--no-fund", "--ignore-scripts"])
                .args(["--loglevel", "error", "--prefix"])
                .arg(&home)
                .arg(format!("binaryen@{PACKAGE}"));
            program::run(&mut npm, "install Binaryen 116 or newer by hand")
        })
        .ok()?;
        kept()
    });
    if installed.is_none() {
        eprintln!("    no wasm-opt {OLDEST} or newer and no npm to get it: the page will be bigger");
    }
    installed
}

fn is_recent(wasm_opt: &Path) -> bool {
    let answer = program::answer(wasm_opt, &["--version"]).unwrap_or_default();
    version_in(&answer).is_some_and(|version| version >= OLDEST)
}

/// `wasm-opt version 132 (version_132)`
fn version_in(answer: &str) -> Option<u32> {
    answer.split_whitespace().find_map(|word| word.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_number_it_says() {
        assert_eq!(version_in("wasm-opt version 108"), Some(108));
        assert_eq!(version_in("wasm-opt version 132 (version_132)"), Some(132));
        assert_eq!(version_in(""), None);
    }
}
