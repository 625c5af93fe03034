//! wasm-opt, which makes the program smaller, and the check that old browsers can read what comes out.

use crate::{Files, Result};
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;
use std::{fs, thread};

/// What the program may use: what Chromium 88, Firefox 102 and Safari 15 know.
const FEATURES: &[&str] = &[
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
];
/// Beyond the usual: functions of a few instructions cost less where they are called than by themselves. And addresses
/// may be folded into what uses them: nothing lies in the first kilobyte, which is the far end of the stack.
const SMALLER: &[&str] = &["-Oz", "--always-inline-max-function-size=6", "--low-memory-unused"];
/// How many files are worked on at the same time.
const LANES: usize = 2;

/// Makes every file smaller, and says by how much.
pub fn shrink(wasm_opt: &Path, files: Files, scratch: &Path) -> Result<Files> {
    let waiting = Mutex::new(files.into_iter());
    let done = Mutex::new(Ok(Files::new()));
    thread::scope(|scope| {
        for _ in 0..LANES {
            scope.spawn(|| {
                while let Some((name, bytes)) = waiting.lock().ok().and_then(|mut files| files.next()) {
                    let smaller = one(wasm_opt, &name, &bytes, scratch);
                    let Ok(mut done) = done.lock() else { return };
                    match (&mut *done, smaller) {
                        (Ok(files), Ok(smaller)) => {
                            eprintln!("    {name}: {} KB, was {} KB", smaller.len() / 1024, bytes.len() / 1024);
                            files.insert(name, smaller);
                        }
                        (Ok(_), Err(why)) => *done = Err(why),
                        (Err(_), _) => return,
                    }
                }
            });
        }
    });
    done.into_inner().map_err(|_| "wasm-opt was not waited for".to_owned())?
}

fn one(wasm_opt: &Path, name: &str, bytes: &[u8], scratch: &Path) -> Result<Vec<u8>> {
    let (from, to) = (scratch.join(name), scratch.join(format!("{name}.smaller")));
    crate::write(&from, bytes)?;
    let status = command(wasm_opt, &from, &to).status().map_err(|why| format!("wasm-opt: {why}"))?;
    if !status.success() {
        return Err(format!("wasm-opt did not take {name} ({status})"));
    }
    let smaller = crate::read(&to);
    for file in [from, to] {
        let _ = fs::remove_file(file);
    }
    smaller
}

fn command(wasm_opt: &Path, from: &Path, to: &Path) -> Command {
    let mut command = Command::new(wasm_opt);
    command.args(SMALLER).args(FEATURES).args(["--strip-producers", "--strip-target-features"]);
    command.arg(from).arg("-o").arg(to);
    command
}

/// Whether old browsers can read every file.
pub fn check(files: &Files) -> Result<()> {
    use wasmparser::WasmFeatures as Known;
    let known = Known::MUTABLE_GLOBAL
        | Known::SATURATING_FLOAT_TO_INT
        | Known::SIGN_EXTENSION
        | Known::BULK_MEMORY
        | Known::FLOATS
        | Known::GC_TYPES;
    for (name, bytes) in files {
        wasmparser::Validator::new_with_features(known)
            .validate_all(bytes)
            .map_err(|why| format!("{name} is not for every browser of README.md: {why}"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What npm installs on Windows is a script, and its shell takes no longer line.
    const LONGEST_LINE: usize = 8191;
    /// The longest path there.
    const LONGEST_PATH: usize = 260;

    /// A program with one table of this kind.
    fn program(kind: u8) -> Files {
        Files::from([("a.wasm".to_owned(), [&b"\0asm\x01\0\0\0\x04\x04\x01"[..], &[kind, 0, 0]].concat())])
    }

    #[test]
    fn what_is_too_new_for_old_browsers_is_refused() {
        check(&program(0x70)).unwrap();
        assert!(check(&program(0x6f)).unwrap_err().contains("a.wasm"), "a table of references");
    }

    #[test]
    fn windows_takes_the_line_however_long_its_paths_are() {
        let path = "王".repeat(LONGEST_PATH);
        let line = command(Path::new("wasm-opt.cmd"), Path::new(&path), Path::new(&path));
        // With a space and two quotes each.
        let words: usize = line.get_args().map(|word| word.to_string_lossy().chars().count() + 3).sum();
        assert!(LONGEST_PATH + words < LONGEST_LINE, "{words}");
    }
}
