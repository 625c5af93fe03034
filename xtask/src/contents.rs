//! `sbom.cdx.json`: the libraries that are in the page, in the form of CycloneDX. A step of its own: who hosts the page may
//! be asked for it, nobody needs it to use the page.

use crate::failure::Failure;
use crate::tool::Tool;
use crate::{program, project, step, toolchain};
use std::fs;
use std::path::Path;

/// Its name in `dist/`.
const FILE: &str = "sbom.cdx.json";

/// Lists them with cargo-cyclonedx.
pub fn list() -> Result<(), Failure> {
    let bin = Tool::cargo_cyclonedx().ensure()?;
    step::during("listing the libraries in the page", || {
        let mut cargo = program::cargo();
        // Without what build scripts need, which is not in the page.
        cargo.args([
            "cyclonedx",
            "--format",
            "json",
            "--features",
            "ui",
            "--no-build-deps",
            "--target",
            toolchain::WASM,
        ]);
        cargo.args(["--override-filename", "sbom.cdx"]).env("PATH", program::path_with(&[bin]));
        program::run(&mut cargo, "see what cargo-cyclonedx says above")?;
        let (from, to) = (project::root().join(FILE), project::dist().join(FILE));
        let unmoved = |error| Failure::new(format!("{}: {error}", to.display()), "cargo xtask release");
        fs::copy(&from, &to).map_err(unmoved)?;
        remove_others(&project::root());
        println!("{}", to.display());
        Ok(())
    })
}

/// It writes one beside the manifest of every package.
fn remove_others(folder: &Path) {
    let _ = fs::remove_file(folder.join(FILE));
    for inner in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        let is_output = inner == project::target() || inner == project::dist() || inner.ends_with(".git");
        if inner.is_dir() && !is_output {
            remove_others(&inner);
        }
    }
}
