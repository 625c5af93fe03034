//! The page: compiled by cargo, and laid out by the program in `release/`. What is served is there soon, what is handed out
//! is small.

use crate::failure::Failure;
use crate::{optimiser, program, project, step, toolchain};
use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

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
        cargo.args(["--bin", "portal", "--features", "ui", "--config"]).arg(remapped(&cargo_home()));
        if size == Size::Smallest {
            toolchain::for_size(&mut cargo);
        }
        // The page is cut into files after linking, for which its relocations have to stay.
        cargo.args(["--", "--cfg", "split", "-Clink-arg=--emit-relocs"]);
        program::run(&mut cargo, "mend what the compiler names above")
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
        program::run(&mut cargo, "mend what the compiler names above")
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

/// The profile of Cargo.toml for what is served.
const SERVED: &str = "serve";

/// Builds the page that is handed out unless `dist/` is newer than all it is built from.
pub fn build_if_needed() -> Result<(), Failure> {
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

/// A setting of cargo's by which the program does not name the folder that its libraries were compiled in. In TOML, as
/// text between single quotes, where Windows' backslashes mean themselves.
fn remapped(cargo_home: &Path) -> OsString {
    let mut setting = OsString::from(format!("target.{}.rustflags=['--remap-path-prefix=", toolchain::WASM));
    setting.push(cargo_home);
    setting.push("=cargo']");
    setting
}

#[cfg(test)]
mod tests {
    use super::remapped;
    use std::path::Path;

    #[test]
    fn a_folder_is_named_as_it_is() {
        let of = |home: &str| remapped(Path::new(home)).into_string().unwrap();
        let windows = r"C:\Users\王 芳\.cargo";
        assert_eq!(
            of(windows),
            format!("target.wasm32-unknown-unknown.rustflags=['--remap-path-prefix={windows}=cargo']")
        );
    }
}
