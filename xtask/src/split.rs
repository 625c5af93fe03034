//! The program cut into files: the one the page starts with, and those that come when a reader first needs them.
//!
//! Trunk calls this when it has put the page together (`Trunk.toml`): wasm-split cuts the linked program at the
//! functions that `src/ui/later.rs` marks, wasm-bindgen writes the script for what is left of it, and both replace what
//! Trunk had made of the whole.

use crate::failure::Failure;
use crate::tool::Tool;
use crate::{cache, program, project, release, toolchain};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// The program, and the stem of its files.
const PROGRAM: &str = "portal";
/// The module that wasm-split writes, which loads the parts.
const LINK: &str = "__wasm_split.js";

/// Cuts the program that Trunk has just compiled and puts its files into Trunk's staging folder.
pub fn split() -> Result<(), Failure> {
    let told = |name: &str| {
        env::var_os(name).ok_or_else(|| {
            Failure::new(format!("{name} is not set"), "leave this task to Trunk: `cargo xtask build` or `trunk build`")
        })
    };
    let stage = PathBuf::from(told("TRUNK_STAGING_DIR")?);
    let profile = told("TRUNK_PROFILE")?;
    let target = env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    let whole = project::root().join(target).join(toolchain::WASM).join(profile).join(format!("{PROGRAM}.wasm"));
    let mut hasher = DefaultHasher::new();
    read(&whole)?.hash(&mut hasher);
    // A part only fits the program it was cut from: the name says which, so that no other is ever taken for it.
    let edition = format!("{:016x}", hasher.finish());

    let cut = whole.with_file_name("split");
    cache::emptied(&cut)?;
    let mut wasm_split = tool(&Tool::wasm_split().ensure()?, "wasm-split-cli");
    wasm_split.args(["--target", "web", "--out-name", PROGRAM]).arg(&whole).arg(&cut);
    program::run(&mut wasm_split, "see whether xtask/src/tool.rs names the wasm-split that goes with Cargo.lock")?;

    let mut wasm_bindgen = tool(&Tool::wasm_bindgen()?.ensure()?, "wasm-bindgen");
    wasm_bindgen
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--no-demangle"])
        .args(["--out-name", PROGRAM, "--out-dir"])
        .arg(&stage)
        .arg(cut.join(format!("{PROGRAM}.wasm")));
    program::run(&mut wasm_bindgen, "mend what wasm-bindgen names above")?;

    let script = stage.join(format!("{PROGRAM}.js"));
    let joined = join(&text(&script)?, &text(&cut.join(LINK))?, &edition).ok_or_else(|| {
        Failure::new("wasm-split or wasm-bindgen writes other scripts than before", "mend xtask/src/split.rs")
    })?;
    write(&script, &joined)?;
    for part in fs::read_dir(&cut).into_iter().flatten().flatten().map(|entry| entry.path()) {
        let stem = part.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if part.extension().is_some_and(|ending| ending == "wasm") && stem != PROGRAM {
            let to = stage.join(format!("{stem}.{edition}.wasm"));
            fs::rename(&part, &to).map_err(|error| unwritten(&to, &error))?;
        }
    }
    release::lay_out(&stage)
}

/// Where parts come from, and how they are compiled. A server may call them what it likes.
const SOURCE: &str = "\
// Parts of the program lie beside this file, unless the page names another source: a function from the name of a part
// to its Response, or to the promise of one.
let source = name => fetch(new URL(name, import.meta.url));
export function partsFrom(other) { source = other; }
async function part(name) {
    const response = await source(name);
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return WebAssembly.compile(await response.arrayBuffer());
}
const parts = {};
";

/// One script of the two that import each other, so that it can also stand inside a page.
fn join(script: &str, link: &str, edition: &str) -> Option<String> {
    let mut joined = String::from(SOURCE);
    let mut loads = 0;
    for line in link.lines() {
        if line.starts_with("import ") {
            continue;
        }
        if let Some((before, rest)) = line.split_once("fetch(new URL(\"./") {
            let name = rest.strip_suffix(".wasm\", import.meta.url));")?;
            joined.push_str(&format!("{before}part(\"{name}.{edition}.wasm\");\n"));
            loads += 1;
        } else {
            let line = line.replace("export const ", "parts.");
            joined.push_str(&line.replace(
                "WebAssembly.instantiateStreaming(src, imports)",
                "WebAssembly.instantiate(await src, imports)",
            ));
            joined.push('\n');
        }
    }
    let mut imports = 0;
    let whose = format!(" from \"./{LINK}\"");
    for line in script.lines() {
        match line.strip_prefix("import * as ").and_then(|line| line.trim_end_matches(';').strip_suffix(&whose)) {
            Some(name) => {
                joined.push_str(&format!("const {name} = parts;\n"));
                imports += 1;
            }
            None => {
                joined.push_str(line);
                joined.push('\n');
            }
        }
    }
    (loads > 0 && imports > 0 && !joined.contains("fetch(new URL(\"") && !joined.contains("instantiateStreaming(src"))
        .then_some(joined)
}

fn tool(folder: &Path, name: &str) -> Command {
    Command::new(program::in_folder(folder, name).unwrap_or_else(|| name.into()))
}

fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(file).map_err(|error| Failure::new(format!("{}: {error}", file.display()), "build the page anew"))
}

fn text(file: &Path) -> Result<String, Failure> {
    Ok(String::from_utf8_lossy(&read(file)?).into_owned())
}

fn write(file: &Path, text: &str) -> Result<(), Failure> {
    fs::write(file, text).map_err(|error| unwritten(file, &error))
}

fn unwritten(file: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{}: {error}", file.display()), "make room there")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str =
        "import * as import1 from \"./__wasm_split.js\"\n\nlet wasm;\nexport function initSync() { return wasm; }\n";
    const LINKED: &str = "import { initSync } from \"./portal.js\";\n\nexport const load_rules = makeLoad(() => {\n    \
        const src = fetch(new URL(\"./split_rules.wasm\", import.meta.url));\n    src.catch(() => {});\n    \
        return async (imports) => (WebAssembly.instantiateStreaming(src, imports));\n}, []);\n";

    #[test]
    fn parts_are_named_after_the_program_they_fit() {
        let joined = join(SCRIPT, LINKED, "7").unwrap();
        assert!(joined.contains("const src = part(\"split_rules.7.wasm\");"), "{joined}");
    }

    #[test]
    fn the_two_scripts_import_nothing_from_each_other() {
        let joined = join(SCRIPT, LINKED, "7").unwrap();
        assert!(!joined.lines().any(|line| line.starts_with("import ")), "{joined}");
        assert!(joined.contains("const import1 = parts;\n") && joined.contains("parts.load_rules = "), "{joined}");
    }

    #[test]
    fn scripts_of_another_form_are_refused() {
        assert_eq!(join("let wasm;\n", LINKED, "7"), None);
        assert_eq!(join(SCRIPT, &LINKED.replace("fetch(new", "load(new"), "7"), None);
    }
}
