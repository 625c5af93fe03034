//! The release build in `dist/`.

use crate::failure::Failure;
use crate::tool::Tool;
use crate::{optimiser, program, project, release, split, step, toolchain};
use std::env;
use std::process::Command;

/// Gets what is missing on this machine, then builds the page into `dist/`.
pub fn build() -> Result<(), Failure> {
    toolchain::ensure_wasm()?;
    let folders = [Tool::trunk().ensure()?, Tool::wasm_bindgen()?.ensure()?];
    Tool::wasm_split().ensure()?;
    let wasm_opt = optimiser::ensure();
    step::during("building the page (release)", || {
        let path = program::path_with(&folders);
        let mut trunk = Command::new("trunk");
        if let Some(found) = program::in_folder(&folders[0], "trunk") {
            trunk = Command::new(found);
        }
        trunk
            .args(["build", "--release", "--locked", "--skip-version-check"])
            .current_dir(project::root())
            .env("PATH", path);
        if env::var_os("NO_COLOR").is_some() {
            // Trunk reads this variable as a yes or no and stops at `1`.
            trunk.env("NO_COLOR", "true");
        }
        toolchain::for_size(&mut trunk);
        program::run(&mut trunk, "mend what the compiler or Trunk names above")
    })?;
    step::during("cutting the program into files", || split::split(&project::dist()))?;
    if let Some(wasm_opt) = wasm_opt {
        step::during("making the page smaller", || {
            optimiser::shrink(&wasm_opt, &project::dist());
            Ok(())
        })?;
    }
    release::hand_out()
}

/// Whether everything is here that makes the page as small as its budgets want it.
pub fn is_small() -> bool {
    optimiser::ensure().is_some() && toolchain::ensure_sources()
}

/// Builds the page unless `dist/` is newer than all it is built from.
pub fn build_if_needed() -> Result<(), Failure> {
    if project::is_built() {
        eprintln!("    dist/ is up to date");
        return Ok(());
    }
    build()
}
