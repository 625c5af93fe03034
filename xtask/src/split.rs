//! The program cut into files: the one the page starts with, and those that come when a reader first needs them.
//!
//! wasm-split cuts the linked program at the functions that `src/ui/frame/parts.rs` marks, wasm-bindgen writes the script for
//! what is left of it, the names between these two are shortened, and all replaces what Trunk has made of the whole.

use crate::failure::Failure;
use crate::tool::Tool;
use crate::{cache, imports, program, project, release, toolchain};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::process::Command;
use std::{env, fs};

/// The program, and the stem of its files.
const PROGRAM: &str = "portal";
/// The module that wasm-split writes, which loads the parts.
const LINK: &str = "__wasm_split.js";

/// Cuts the program that Trunk has just compiled, and puts its files in place of Trunk's.
pub fn split(dist: &Path) -> Result<(), Failure> {
    let target = env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    let whole = project::root().join(target).join(toolchain::WASM).join("release").join(format!("{PROGRAM}.wasm"));
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
        .arg(dist)
        .arg(cut.join(format!("{PROGRAM}.wasm")));
    program::run(&mut wasm_bindgen, "mend what wasm-bindgen names above")?;

    let program = dist.join(format!("{PROGRAM}_bg.wasm"));
    let script = dist.join(format!("{PROGRAM}.js"));
    let (short, called) = imports::shortened(&read(&program)?, &text(&script)?)
        .ok_or_else(|| Failure::new("wasm-bindgen writes other names than before", "mend xtask/src/imports.rs"))?;
    fs::write(&program, short).map_err(|error| unwritten(&program, &error))?;
    let joined = Joined::of(&called, &text(&cut.join(LINK))?, &edition).ok_or_else(|| {
        Failure::new("wasm-split or wasm-bindgen writes other scripts than before", "mend xtask/src/split.rs")
    })?;
    fs::write(&script, &joined.script).map_err(|error| unwritten(&script, &error))?;
    for (old, new) in &joined.parts {
        let to = dist.join(new);
        fs::copy(cut.join(old), &to).map_err(|error| unwritten(&to, &error))?;
    }
    release::lay_out(dist)
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
// The program as everybody calls it: what ends it is told to the page. Events of errors would not do, as browsers do not
// say on a page from disk which error it was.
function watched(exports) {
    const told = call => (...given) => {
        try {
            return call(...given);
        } catch (error) {
            const tooDeep = error instanceof RangeError || error?.name === 'InternalError';
            if (tooDeep || error instanceof WebAssembly.RuntimeError) dispatchEvent(new Event('portal-stopped'));
            throw error;
        }
    };
    const called = ([name, value]) =>
        [name, typeof value === 'function' && !name.startsWith('__wasm_split') ? told(value) : value];
    return Object.fromEntries(Object.entries(exports).map(called));
}
";
/// Where the script of wasm-bindgen keeps what the program exports.
const EXPORTS: &str = "wasm = instance.exports;";

/// One script of the two that import each other, so that it can also stand inside a page.
#[derive(Debug, PartialEq, Eq)]
struct Joined {
    script: String,
    /// What wasm-split called each part, and what it is called from here on: by the cuts that need it, as in
    /// `check-papers.0123456789abcdef.wasm`.
    parts: Vec<(String, String)>,
}

impl Joined {
    /// Nothing, when a script is not of the form that is known.
    fn of(script: &str, link: &str, edition: &str) -> Option<Self> {
        let mut joined = String::from(SOURCE);
        let mut parts = Vec::new();
        let mut users = String::new();
        for line in link.lines().filter(|line| !line.starts_with("import ")) {
            if let Some(sharing) = line.strip_prefix("/* ").and_then(|line| line.strip_suffix(" */")) {
                users = sharing.replace(", ", "-");
            } else if let Some((before, rest)) = line.split_once("fetch(new URL(\"./") {
                let stem = rest.strip_suffix(".wasm\", import.meta.url));")?;
                let name = stem.strip_prefix("split_").unwrap_or(&users);
                let name = format!("{name}.{edition}.wasm");
                joined.push_str(&format!("{before}part(\"{name}\");\n"));
                parts.push((format!("{stem}.wasm"), name));
            } else {
                let line = line.replace("export const ", "parts.");
                let line = line.replace("instantiateStreaming(src, imports)", "instantiate(await src, imports)");
                joined.push_str(&line);
                joined.push('\n');
            }
        }
        let streams = joined.contains("Streaming");
        let whose = format!(" from \"./{LINK}\"");
        let mut imports = 0;
        for line in script.lines() {
            match line.strip_prefix("import * as ").and_then(|line| line.trim_end_matches(';').strip_suffix(&whose)) {
                Some(name) => {
                    joined.push_str(&format!("const {name} = parts;\n"));
                    imports += 1;
                }
                None => {
                    joined.push_str(&line.replace(EXPORTS, "wasm = watched(instance.exports);"));
                    joined.push('\n');
                }
            }
        }
        let watched = script.matches(EXPORTS).count() == 1;
        (!parts.is_empty() && imports > 0 && !streams && watched).then_some(Self { script: joined, parts })
    }
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

fn unwritten(file: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{}: {error}", file.display()), "make room there")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "import * as import1 from \"./__wasm_split.js\"\n\nlet wasm;\nexport function initSync() { \
        wasm = instance.exports;\nreturn wasm; }\n";
    const LINKED: &str = "import { initSync } from \"./portal.js\";\n
/* check, papers */
const __chunk_4 = makeLoad(() => {
    const src = fetch(new URL(\"./chunk_4.wasm\", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, []);
export const __wasm_split_load_check = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL(\"./split_check.wasm\", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, [__chunk_4]));
";

    #[test]
    fn parts_are_named_after_who_needs_them_and_the_program_they_fit() {
        let Joined { script, parts } = Joined::of(SCRIPT, LINKED, "7").unwrap();
        let named = |old: &str, new: &str| (old.to_owned(), new.to_owned());
        assert_eq!(parts, [named("chunk_4.wasm", "check-papers.7.wasm"), named("split_check.wasm", "check.7.wasm")]);
        assert!(
            script.contains("part(\"check-papers.7.wasm\")") && script.contains("part(\"check.7.wasm\")"),
            "{script}"
        );
    }

    #[test]
    fn the_two_scripts_import_nothing_from_each_other() {
        let Joined { script, .. } = Joined::of(SCRIPT, LINKED, "7").unwrap();
        assert!(!script.lines().any(|line| line.starts_with("import ")), "{script}");
        assert!(script.contains("const import1 = parts;\n"), "{script}");
        assert!(script.contains("parts.__wasm_split_load_check = "), "{script}");
        assert!(script.contains("wasm = watched(instance.exports);"), "{script}");
    }

    #[test]
    fn scripts_of_another_form_are_refused() {
        assert_eq!(Joined::of("let wasm;\n", LINKED, "7"), None);
        assert_eq!(Joined::of(SCRIPT, &LINKED.replace("fetch(new", "load(new"), "7"), None);
        assert_eq!(Joined::of(SCRIPT, &LINKED.replace("(src, imports)", "(src)"), "7"), None);
    }
}
