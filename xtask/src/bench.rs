//! The workloads of `benches/` as wasm, run in a browser.

use crate::browser::Engine;
use crate::failure::Failure;
use crate::tool::Tool;
use crate::{cache, optimiser, program, project, step, toolchain};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds the workloads as the page is built, measures them in a browser, and fails on a broken budget.
pub fn in_browser() -> Result<(), Failure> {
    Engine::Chromium.ensure()?;
    let folder = build()?;
    step::during("measuring in a browser (a minute)", || {
        let mut measure = program::cargo();
        measure
            .args(["run", "--package", "journeys", "--bin", "bench-browser"])
            .args(["--locked", "--quiet", "--"])
            .arg(folder);
        program::run(&mut measure, "see the budget or the browser's words above")
    })
}

/// The folder with a page that measures.
fn build() -> Result<PathBuf, Failure> {
    toolchain::ensure_wasm()?;
    let wasm_bindgen = Tool::wasm_bindgen()?.ensure()?;
    let wasm_opt = optimiser::ensure();
    let folder = project::root().join("target/bench-browser");
    step::during("building the benches (release, as the page)", || {
        cache::emptied(&folder)?;
        let mut cargo = program::cargo();
        cargo
            .args(["build", "--package", "bench-browser", "--release"])
            .args(["--locked", "--target", toolchain::WASM])
            .args(["--target-dir", "target"]);
        program::run(&mut cargo, "mend what the compiler names above")?;
        let wasm = Path::new("target").join(toolchain::WASM);
        let mut bindgen =
            Command::new(program::in_folder(&wasm_bindgen, "wasm-bindgen").unwrap_or_else(|| "wasm-bindgen".into()));
        bindgen
            .current_dir(project::root())
            .args(["--target", "web", "--no-typescript", "--out-dir"])
            .arg(&folder)
            .arg(wasm.join("release/bench_browser.wasm"));
        program::run(&mut bindgen, "mend what wasm-bindgen names above")?;
        let page = "index.html";
        fs::copy(project::root().join("benches/browser").join(page), folder.join(page))
            .map_err(|error| Failure::new(format!("{page}: {error}"), "restore benches/browser/index.html"))?;
        if let Some(wasm_opt) = &wasm_opt {
            optimiser::shrink(wasm_opt, &folder);
        }
        Ok(())
    })?;
    Ok(folder)
}
