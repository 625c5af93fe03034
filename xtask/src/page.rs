//! The page: compiled by cargo, and laid out by the program in `release/`. What is served is there soon, what is handed out
//! is small.

use crate::failure::Failure;
use crate::{optimiser, program, project, step, toolchain};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

/// How the page that is handed out is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Size {
    /// By stable Rust.
    #[default]
    Small,
    /// With the standard library compiled along, by words that stable Rust only takes when told that it may.
    Smallest,
}

/// Gets what is missing on this machine, then builds the page that is handed out into `dist/`.
pub fn build(size: Size) -> Result<(), Failure> {
    toolchain::ensure_wasm()?;
    let wasm_opt = optimiser::ensure();
    step::during("compiling the page that is handed out (some minutes)", || {
        let mut cargo = program::cargo();
        cargo.args(["rustc", "--release", "--locked", "--target", toolchain::WASM]);
        cargo.args(["--bin", "portal", "--features", "ui"]);
        without_folders(&mut cargo);
        if size == Size::Smallest {
            toolchain::for_size(&mut cargo);
        }
        // The page is cut into files after linking, for which its relocations have to stay.
        cargo.args(["--", "--cfg", "split", "-Clink-arg=--emit-relocs"]);
        program::run(&mut cargo, "mend what the compiler names above")?;
        unpacker("release")
    })?;
    step::during("cutting it into files, making it smaller, laying it out", || {
        let mut release = crate::release::program();
        release.arg("handout").arg(linked("release")).arg(project::dist()).args(wasm_opt);
        program::run(&mut release, "mend what is named above, in public/, style/ or release/")
    })
}

/// Builds the page that is served on this machine, unless it is newer than all it is built from. Its folder.
pub fn build_to_serve() -> Result<PathBuf, Failure> {
    let folder = project::target().join("page");
    if project::is_built(&folder) {
        eprintln!("    {} is up to date", folder.display());
        return Ok(folder);
    }
    toolchain::ensure_wasm()?;
    step::during("compiling the page (some minutes the first time)", || {
        let mut cargo = program::cargo();
        cargo.args(["build", "--profile", SERVED, "--locked", "--target", toolchain::WASM]);
        cargo.args(["--bin", "portal", "--features", "ui"]);
        program::run(&mut cargo, "mend what the compiler names above")?;
        unpacker(SERVED)
    })?;
    step::during("compiling what lays it out (a minute the first time)", || {
        let mut cargo = program::cargo();
        cargo.args(["build", "--profile", SERVED, "--locked", "--package", "release", "--no-default-features"]);
        program::run(&mut cargo, "mend what the compiler names above")
    })?;
    step::during("laying it out", || {
        let release = project::target().join(SERVED);
        let release = program::in_folder(&release, "release")
            .ok_or_else(|| Failure::new(format!("there is no release in {}", release.display()), "start again"))?;
        let mut release = Command::new(release);
        release.current_dir(project::root()).arg("serve").arg(linked(SERVED)).arg(&folder);
        program::run(&mut release, "mend what is named above, in public/, style/ or release/")
    })?;
    Ok(folder)
}

/// Compiles what unpacks the program in the page in one file.
fn unpacker(profile: &str) -> Result<(), Failure> {
    let mut cargo = program::cargo();
    cargo.args(["rustc", "--profile", profile, "--locked", "--target", toolchain::WASM, "--package", "unpacker"]);
    // A library for Rust as well, as its manifest has it, would not be optimised as a whole.
    cargo.args(["--crate-type", "cdylib"]);
    program::run(&mut cargo, "mend what the compiler names above")
}

/// The profile of Cargo.toml for what is served.
const SERVED: &str = "serve";

/// Builds the page that is handed out unless `dist/` is newer than all it is built from. A page that was named is taken
/// as it is.
pub fn build_if_needed() -> Result<(), Failure> {
    if env::var_os(project::DIST).is_some() {
        return Ok(());
    }
    if project::is_built(&project::dist()) {
        eprintln!("    dist/ is up to date");
        return Ok(());
    }
    build(Size::default())
}

/// The program as cargo has linked it.
fn linked(profile: &str) -> PathBuf {
    project::target().join(toolchain::WASM).join(profile).join("portal.wasm")
}

fn cargo_home() -> PathBuf {
    let named = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = named("HOME").or_else(|| named("USERPROFILE")).map(|home| home.join(".cargo"));
    named("CARGO_HOME").or(home).unwrap_or_default()
}

/// Has what cargo compiles for release name none of this machine's folders. Whatever is compiled so shares its libraries.
pub fn without_folders(cargo: &mut Command) {
    cargo.arg("--config").arg(remapped(&library_folders(cargo_home())));
}

/// The folders that libraries are compiled in, the longest last: the compiler goes by the last that fits.
fn library_folders(cargo_home: PathBuf) -> Vec<PathBuf> {
    let sources = fs::read_dir(cargo_home.join("registry/src")).into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = sources.map(|source| source.path()).collect();
    folders.insert(0, cargo_home);
    folders
}

/// A setting of cargo's by which the program does not name these folders. In TOML, as text between single quotes, where
/// Windows' backslashes mean themselves.
fn remapped(folders: &[PathBuf]) -> OsString {
    let mut setting = OsString::from(format!("target.{}.rustflags=[", toolchain::WASM));
    for folder in folders {
        setting.push("'--remap-path-prefix=");
        setting.push(folder);
        setting.push("=lib',");
    }
    setting.push("]");
    setting
}

#[cfg(test)]
mod tests {
    use super::remapped;
    use std::path::PathBuf;

    #[test]
    fn folders_are_named_as_they_are() {
        let folders = [r"C:\Users\王 芳\.cargo", r"C:\Users\王 芳\.cargo\registry\src\a"];
        let setting = remapped(&folders.map(PathBuf::from)).into_string().unwrap();
        let flags = folders.map(|folder| format!("'--remap-path-prefix={folder}=lib',")).concat();
        assert_eq!(setting, format!("target.wasm32-unknown-unknown.rustflags=[{flags}]"));
    }
}
