//! A program of one exact version: found, downloaded or built.

use crate::failure::Failure;
use crate::{cache, program, project, step};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The version of Trunk that the tests build the page with.
const TRUNK: &str = "0.21.14";
/// The version of the program that lists the libraries in the page.
const CARGO_CYCLONEDX: &str = "0.5.9";
/// The version of the program that looks at the dependencies.
const CARGO_DENY: &str = "0.20.2";
/// The version of the program that fuzzes.
const CARGO_FUZZ: &str = "0.13.2";
/// The version of the program that changes the rules to try the tests.
const CARGO_MUTANTS: &str = "27.1.0";
/// The version of the program that drives Firefox. It speaks with older and newer ones.
const GECKODRIVER: &str = "0.37.1";

/// A command-line program that is published both as a crate and as ready-made archives.
#[derive(Debug)]
pub struct Tool {
    program: &'static str,
    package: &'static str,
    version: String,
    /// The archive for this platform, and where the program lies in it.
    archive: Option<(String, String)>,
}

impl Tool {
    /// Trunk, by which the page can be built and worked on as well.
    pub fn trunk() -> Self {
        let archive = platform().map(|(target, ending)| {
            let file = format!("trunk-{target}.{ending}");
            (format!("https://github.com/trunk-rs/trunk/releases/download/v{TRUNK}/{file}"), String::new())
        });
        Self { program: "trunk", package: "trunk", version: TRUNK.to_owned(), archive }
    }

    /// wasm-bindgen, of the version that the page is built with. Trunk downloads it where it finds none, from a host that
    /// not every network reaches.
    pub fn wasm_bindgen() -> Result<Self, Failure> {
        let version = project::locked("wasm-bindgen")?;
        let archive = platform().map(|(target, _)| {
            let folder = format!("wasm-bindgen-{version}-{}", target.replace("linux-gnu", "linux-musl"));
            let releases = "https://github.com/wasm-bindgen/wasm-bindgen/releases/download";
            (format!("{releases}/{version}/{folder}.tar.gz"), folder)
        });
        Ok(Self { program: "wasm-bindgen", package: "wasm-bindgen-cli", version, archive })
    }

    /// cargo-deny, which looks at the dependencies.
    pub fn cargo_deny() -> Self {
        let archive = platform().map(|(target, _)| {
            let target = target.replace("linux-gnu", "linux-musl");
            let folder = format!("cargo-deny-{CARGO_DENY}-{target}");
            let releases = "https://github.com/EmbarkStudios/cargo-deny/releases/download";
            (format!("{releases}/{CARGO_DENY}/{folder}.tar.gz"), folder)
        });
        Self { program: "cargo-deny", package: "cargo-deny", version: CARGO_DENY.to_owned(), archive }
    }

    /// cargo-cyclonedx, which lists the libraries that are in the page.
    pub fn cargo_cyclonedx() -> Self {
        Self {
            program: "cargo-cyclonedx",
            package: "cargo-cyclonedx",
            version: CARGO_CYCLONEDX.to_owned(),
            archive: None,
        }
    }

    /// geckodriver, which drives Firefox.
    pub fn geckodriver() -> Self {
        let system = match (env::consts::OS, env::consts::ARCH) {
            ("linux", "x86_64") => Some("linux64.tar.gz"),
            ("linux", "aarch64") => Some("linux-aarch64.tar.gz"),
            ("macos", "x86_64") => Some("macos.tar.gz"),
            ("macos", "aarch64") => Some("macos-aarch64.tar.gz"),
            ("windows", "x86_64") => Some("win64.zip"),
            _ => None,
        };
        let releases = "https://github.com/mozilla/geckodriver/releases/download";
        let archive = system
            .map(|system| (format!("{releases}/v{GECKODRIVER}/geckodriver-v{GECKODRIVER}-{system}"), String::new()));
        Self { program: "geckodriver", package: "geckodriver", version: GECKODRIVER.to_owned(), archive }
    }

    /// cargo-fuzz, which builds for libFuzzer and runs it.
    pub fn cargo_fuzz() -> Self {
        Self { program: "cargo-fuzz", package: "cargo-fuzz", version: CARGO_FUZZ.to_owned(), archive: None }
    }

    /// cargo-mutants, which changes a function at a time and runs the tests.
    pub fn cargo_mutants() -> Self {
        Self { program: "cargo-mutants", package: "cargo-mutants", version: CARGO_MUTANTS.to_owned(), archive: None }
    }

    /// The folder this program is in: where the PATH has it, else our cache, filled when need be
    /// by a download, else by a build.
    pub fn ensure(&self) -> Result<PathBuf, Failure> {
        let (program, version) = (self.program, &self.version);
        if let Some(found) = program::on_path(program)
            && self.answers(&found)
        {
            return Ok(parent(&found));
        }
        let home = cache::folder(program, version)?;
        let bin = home.join("bin");
        if self.is_in(&bin) {
            return Ok(bin);
        }
        step::during(&format!("getting {program} {version} (kept for next time)"), || {
            if self.download(&home, &bin) {
                return Ok(());
            }
            self.build(&home)?;
            if self.is_in(&bin) {
                return Ok(());
            }
            Err(Failure::new(
                format!("{program} was built but does not answer with version {version}"),
                format!("remove {} and try again", home.display()),
            ))
        })?;
        Ok(bin)
    }

    fn is_in(&self, folder: &Path) -> bool {
        program::in_folder(folder, self.program).is_some_and(|found| self.answers(&found))
    }

    fn answers(&self, program: &Path) -> bool {
        // Some commands of cargo speak only when they are called as cargo calls them.
        let as_command = self.program.strip_prefix("cargo-").map(|command| vec![command, "--version"]);
        [Some(vec!["--version"]), as_command].iter().flatten().any(|words| {
            let answer = program::answer(program, words).unwrap_or_default();
            answer.split_whitespace().any(|word| word == self.version)
        })
    }

    /// Unpacks the project's own release into the cache. Whatever goes wrong is said in a line;
    /// building is the way out.
    fn download(&self, home: &Path, bin: &Path) -> bool {
        let Some((address, inside)) = &self.archive else {
            eprintln!("    no ready-made {} for this platform; building it", self.program);
            return false;
        };
        if env::var_os("MIYUN_TOOLS_FROM_SOURCE").is_some() {
            return false;
        }
        let unpacked = home.join("unpacked");
        let archive = home.join("archive");
        let outcome = cache::emptied(&home.to_path_buf())
            .and_then(|()| cache::emptied(&unpacked))
            .and_then(|()| {
                let limits = ["--connect-timeout", "5", "--max-time", "300", "--retry", "0"];
                let mut curl = Command::new("curl");
                curl.args(["--fail", "--location", "--silent", "--proto", "=https"])
                    .args(limits)
                    .arg("--output")
                    .arg(&archive)
                    .arg(address);
                program::run(&mut curl, "")
            })
            .and_then(|()| {
                let mut unpack = Command::new(tar());
                unpack.arg("-xf").arg(&archive).arg("-C").arg(&unpacked);
                program::run(&mut unpack, "")
            });
        let place = unpacked.join(inside);
        let ready = outcome.is_ok() && self.is_in(&place) && std::fs::rename(&place, bin).is_ok();
        let _ = std::fs::remove_file(&archive);
        let _ = std::fs::remove_dir_all(&unpacked);
        if ready {
            eprintln!("    downloaded the project's own release");
        } else {
            eprintln!("    the ready-made release cannot be had here; building it (some minutes)");
        }
        ready
    }

    /// Builds the crate into the cache: as its authors locked it, and where the registry does not
    /// have one of those versions, with the newest that this Rust can compile.
    fn build(&self, home: &Path) -> Result<(), Failure> {
        let fix = format!(
            "see the compiler's words above; a C compiler must be installed (Debian: apt-get install \
             build-essential) and the crate registry reachable. Any {} {} on the PATH will do as well",
            self.program, self.version
        );
        if program::run(self.install(home).arg("--locked"), &fix).is_ok() {
            return Ok(());
        }
        eprintln!("    not to be had as its authors locked it; trying with compatible versions");
        program::run(&mut self.install(home), &fix)
    }

    /// As little optimising as a tool's short life needs; no TLS, for it downloads nothing.
    fn install(&self, home: &Path) -> Command {
        let mut cargo = program::cargo();
        cargo
            .args(["install", "--no-default-features", "--root"])
            .arg(home)
            .arg(format!("{}@{}", self.package, self.version))
            .args(["--bin", self.program])
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS", "fallback");
        cargo
    }
}

fn parent(file: &Path) -> PathBuf {
    file.parent().unwrap_or(file).to_path_buf()
}

/// This platform as releases name it, and the ending of their archives.
fn platform() -> Option<(&'static str, &'static str)> {
    platform_of(env::consts::OS, env::consts::ARCH)
}

fn platform_of(system: &str, processor: &str) -> Option<(&'static str, &'static str)> {
    match (system, processor) {
        ("linux", "x86_64") => Some(("x86_64-unknown-linux-gnu", "tar.gz")),
        ("linux", "aarch64") => Some(("aarch64-unknown-linux-gnu", "tar.gz")),
        ("macos", "x86_64") => Some(("x86_64-apple-darwin", "tar.gz")),
        ("macos", "aarch64") => Some(("aarch64-apple-darwin", "tar.gz")),
        ("windows", "x86_64") => Some(("x86_64-pc-windows-msvc", "zip")),
        _ => None,
    }
}

/// Windows has a tar that reads zip too; another tar may stand before it on the PATH.
fn tar() -> PathBuf {
    let of_windows = env::var_os("SystemRoot").map(|root| Path::new(&root).join("System32/tar.exe"));
    of_windows.filter(|tar| tar.is_file()).unwrap_or_else(|| "tar".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_platform_is_called_as_releases_call_it() {
        assert_eq!(platform_of("windows", "x86_64"), Some(("x86_64-pc-windows-msvc", "zip")));
        assert_eq!(platform_of("macos", "aarch64"), Some(("aarch64-apple-darwin", "tar.gz")));
        assert_eq!(platform_of("linux", "x86_64"), Some(("x86_64-unknown-linux-gnu", "tar.gz")));
        assert_eq!(platform_of("windows", "aarch64"), None, "is built");
        assert_eq!(platform_of("freebsd", "x86_64"), None, "is built");
    }

    #[test]
    fn an_archive_is_one_of_the_version_wanted() {
        for tool in
            [Tool::trunk(), Tool::cargo_deny(), Tool::cargo_cyclonedx(), Tool::geckodriver(), Tool::cargo_fuzz()]
        {
            if let Some((address, _)) = &tool.archive {
                assert!(address.starts_with("https://") && address.contains(&tool.version), "{address}");
            }
        }
    }

    #[test]
    fn a_tool_is_built_into_its_folder_whatever_the_folder_is_called() {
        let line: Vec<_> = Tool::trunk().install(Path::new("a b/王")).get_args().map(ToOwned::to_owned).collect();
        let root = line.iter().position(|word| word == "--root").unwrap();
        assert_eq!(line[root + 1], "a b/王");
    }
}
