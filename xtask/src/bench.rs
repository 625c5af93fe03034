//! What is measured in a browser: the workloads of `benches/` as wasm, and the page beside a bare one.

use crate::browser::Engine;
use crate::failure::Failure;
use crate::tool::Tool;
use crate::{cache, optimiser, page, program, project, step, toolchain};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds the workloads as the page is built, measures them in a browser, and fails on a broken budget.
pub fn in_browser() -> Result<(), Failure> {
    Engine::Chromium.ensure()?;
    let folder = build("bench-browser", "browser")?;
    measure("bench-browser", &[folder])
}

/// Measures how long the page takes to start and to answer a key, beside a bare counter that is built the same way, and
/// fails on a broken ratio.
pub fn of_page() -> Result<(), Failure> {
    Engine::Chromium.ensure()?;
    page::build_if_needed()?;
    let folder = build("counter", "counter")?;
    measure("bench-page", &[project::dist(), folder])
}

fn measure(bin: &str, folders: &[PathBuf]) -> Result<(), Failure> {
    step::during("measuring in a browser (a minute)", || {
        let mut measure = program::cargo();
        measure.args(["run", "--package", "journeys", "--bin", bin, "--locked", "--quiet", "--"]).args(folders);
        program::run(&mut measure, "see the budget or the browser's words above")
    })
}

/// Builds a package of `benches/`, as the page is built. The folder with its page.
fn build(package: &str, source: &str) -> Result<PathBuf, Failure> {
    toolchain::ensure_wasm()?;
    let wasm_bindgen = Tool::wasm_bindgen()?.ensure()?;
    let wasm_opt = optimiser::ensure();
    let folder = project::root().join("target").join(format!("bench-{source}"));
    step::during(&format!("building {package} (release, as the page)"), || {
        cache::emptied(&folder)?;
        let mut cargo = program::cargo();
        cargo.args(["build", "--package", package, "--release", "--locked"]);
        cargo.args(["--target", toolchain::WASM, "--target-dir", "target"]);
        toolchain::for_size(&mut cargo);
        program::run(&mut cargo, "mend what the compiler names above")?;
        let wasm = Path::new("target").join(toolchain::WASM).join("release");
        let mut bindgen =
            Command::new(program::in_folder(&wasm_bindgen, "wasm-bindgen").unwrap_or_else(|| "wasm-bindgen".into()));
        bindgen
            .current_dir(project::root())
            .args(["--target", "web", "--no-typescript", "--out-dir"])
            .arg(&folder)
            .arg(wasm.join(package.replace('-', "_") + ".wasm"));
        program::run(&mut bindgen, "mend what wasm-bindgen names above")?;
        let page = "index.html";
        fs::copy(project::root().join("benches").join(source).join(page), folder.join(page))
            .map_err(|error| Failure::new(format!("{page}: {error}"), "restore it in benches/"))?;
        if let Some(wasm_opt) = &wasm_opt {
            optimiser::shrink(wasm_opt, &folder);
        }
        Ok(())
    })?;
    Ok(folder)
}
