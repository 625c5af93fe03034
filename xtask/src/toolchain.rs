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

/// The compiler has the target when it has the target's standard library, whoever installed it.
fn has_wasm() -> bool {
    let folder = program::answer("rustc", &["--print", "target-libdir", "--target", WASM]);
    folder.is_some_and(|folder| std::path::Path::new(&folder).is_dir())
}
