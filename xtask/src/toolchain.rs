//! The wasm target of the pinned Rust.

use crate::failure::Failure;
use crate::{program, step};
use std::process::Command;

/// The target the page is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Sees to it that the pinned toolchain can compile for [`WASM`].
pub fn ensure_wasm() -> Result<(), Failure> {
    if has_wasm() {
        return Ok(());
    }
    let fix = "check that the network reaches the Rust release server and run \
               `rustup target add wasm32-unknown-unknown` in this folder; where it cannot be reached, \
               install your system's package of the target (Debian: libstd-rust-dev-wasm32) \
               with a Rust of the version in rust-toolchain.toml";
    step::during("adding the wasm target to the pinned Rust", || {
        let mut rustup = Command::new("rustup");
        rustup.args(["target", "add", WASM]).current_dir(crate::project::root());
        program::run(&mut rustup, fix)
    })
}

/// Lets a build compile the standard library along, made for size and without the words of panics: as it comes it is made
/// for speed, and takes a tenth of the page more. Without the sources of the library the page can be built too, only bigger.
pub fn for_size(build: &mut Command) {
    build.env("RUSTC_BOOTSTRAP", "1");
    if ensure_sources() {
        build
            .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
            .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
            .env("CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT", "true")
            .env("CARGO_PROFILE_RELEASE_PANIC", "immediate-abort");
    }
}

/// Sees to it that the sources of the standard library are there; false where they are not to be had.
pub fn ensure_sources() -> bool {
    if has_sources() {
        return true;
    }
    let had = step::during("adding the sources of the standard library to the pinned Rust", || {
        let mut rustup = Command::new("rustup");
        rustup.args(["component", "add", "rust-src"]).current_dir(crate::project::root());
        program::run(&mut rustup, "check that the network reaches the Rust release server")
    });
    if had.is_err() {
        eprintln!("    going on with the standard library as it comes: the page will be bigger");
    }
    had.is_ok()
}

fn has_sources() -> bool {
    let sysroot = program::answer("rustc", &["--print", "sysroot"]).unwrap_or_default();
    std::path::Path::new(&sysroot).join("lib/rustlib/src/rust/library/Cargo.lock").is_file()
}

/// The compiler has the target when it has the target's standard library, however it was installed.
fn has_wasm() -> bool {
    let folder = program::answer("rustc", &["--print", "target-libdir", "--target", WASM]);
    folder.is_some_and(|folder| std::path::Path::new(&folder).is_dir())
}
