//! Running other programs.

use crate::failure::Failure;
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Where `name` is on the PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).find_map(|folder| in_folder(&folder, name))
}

/// The program `name` in `folder`, with the endings Windows gives to programs.
pub fn in_folder(folder: &Path, name: &str) -> Option<PathBuf> {
    files(name, cfg!(windows)).map(|file| folder.join(file)).find(|file| file.is_file())
}

/// What a program may be called: npm makes `.cmd` on Windows, and leaves a script for other systems beside it.
fn files(name: &str, windows: bool) -> impl Iterator<Item = String> {
    let endings: &[&str] = if windows { &[".exe", ".cmd", ".bat"] } else { &[""] };
    endings.iter().map(move |ending| format!("{name}{ending}"))
}

/// The PATH with `folders` before everything else.
pub fn path_with(folders: &[PathBuf]) -> OsString {
    let old = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&old));
    env::join_paths(all).unwrap_or(old)
}

/// What a program prints, trimmed; nothing when it is not there or fails.
pub fn answer(program: impl AsRef<Path>, args: &[&str]) -> Option<String> {
    let output = Command::new(program.as_ref()).args(args).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// Runs a program, its output shown as it comes. `fix` is what to do when it fails.
pub fn run(command: &mut Command, fix: &str) -> Result<(), Failure> {
    match command.stdin(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::new(format!("{} ({status})", line(command)), fix)),
        Err(error) => Err(Failure::new(format!("{}: {error}", line(command)), fix)),
    }
}

/// The command as one would type it.
pub fn line(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_stem().unwrap_or_default();
    let words = std::iter::once(name).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// The cargo that runs this task, started in the work tree.
pub fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(crate::project::root());
    cargo
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_reads_as_typed() {
        assert_eq!(line(Command::new("/usr/bin/cargo").args(["fmt", "--check"])), "cargo fmt --check");
    }

    #[test]
    fn on_windows_a_program_has_an_ending() {
        assert_eq!(files("wasm-opt", true).collect::<Vec<_>>(), ["wasm-opt.exe", "wasm-opt.cmd", "wasm-opt.bat"]);
        assert_eq!(files("wasm-opt", false).collect::<Vec<_>>(), ["wasm-opt"]);
    }

    #[test]
    fn a_program_that_is_nowhere_is_not_found() {
        assert_eq!(on_path("no-such-program-anywhere"), None);
        assert_eq!(answer("no-such-program-anywhere", &[]), None);
    }
}
