//! What is measured in a browser: the workloads of `benches/` as wasm, and the page beside a bare one.

use crate::browser::Engine;
use crate::check::REPORT;
use crate::failure::Failure;
use crate::{cache, optimiser, page, program, project, release, step, toolchain};
use std::fs;
use std::path::PathBuf;

/// How long is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// As every run of the tests does: what the budgets compare, some seconds.
    Short,
    /// Everything, often enough for a table.
    Long,
}

/// Builds the workloads as the page is built, measures them in a browser, and fails on a broken budget.
pub fn in_browser(length: Length) -> Result<(), Failure> {
    Engine::Chromium.ensure()?;
    let folder = build("bench-browser", "browser")?;
    measure("bench-browser", length, &[folder])
}

/// Measures how long the page takes to start and to answer a key, beside a bare counter that is built the same way, and
/// fails on a broken ratio.
pub fn of_page(length: Length) -> Result<(), Failure> {
    Engine::Chromium.ensure()?;
    page::build_if_needed()?;
    let folder = build("counter", "counter")?;
    measure("bench-page", length, &[project::dist(), folder])
}

fn measure(bin: &str, length: Length, folders: &[PathBuf]) -> Result<(), Failure> {
    step::during("measuring in a browser", || {
        let mut measure = program::cargo();
        measure.args(["run", "--package", "journeys", "--bin", bin, "--locked", "--quiet", "--"]).args(folders);
        measure.args((length == Length::Short).then_some("--short"));
        println!("{REPORT}");
        program::run(&mut measure, "see the budget or the browser's words above")
    })
}

/// Builds a package of `benches/`, as the page is built. The folder with its page.
fn build(package: &str, source: &str) -> Result<PathBuf, Failure> {
    toolchain::ensure_wasm()?;
    let wasm_opt = optimiser::ensure();
    let folder = project::target().join(format!("bench-{source}"));
    step::during(&format!("building {package} (release, as the page)"), || {
        cache::emptied(&folder)?;
        let mut cargo = program::cargo();
        cargo.args(["build", "--package", package, "--release", "--locked"]);
        cargo.args(["--target", toolchain::WASM]);
        page::without_folders(&mut cargo);
        program::run(&mut cargo, "mend what the compiler names above")?;
        let wasm = project::target().join(toolchain::WASM).join("release").join(package.replace('-', "_") + ".wasm");
        let mut release = release::program();
        release.arg("program").arg(wasm).arg(&folder).args(&wasm_opt);
        program::run(&mut release, "mend what is named above")?;
        let page = "index.html";
        fs::copy(project::root().join("benches").join(source).join(page), folder.join(page))
            .map_err(|error| Failure::new(format!("{page}: {error}"), "restore it in benches/"))?;
        Ok(())
    })?;
    Ok(folder)
}
