//! The program and its script: what wasm-bindgen makes of what cargo has linked, and, for the page that is handed out,
//! wasm-split before it.
//!
//! A page on disk may not import anything, so the scripts of both tools and `program.js` stand in the page as one. Two
//! forms of the tools' scripts are relied on, both of them forms of the language: what they import and what they export.
//! A script that does it in another way is refused.

use crate::{Files, Result, text};
use serde_json::{Map, Value};
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// The stem of its files.
pub const STEM: &str = "portal";
/// The file that the page begins with.
pub const MAIN: &str = "portal_bg.wasm";
/// The module of the splitter's script.
pub const LINK: &str = "./__wasm_split.js";

const PRELUDE: &str = include_str!("program.js");
/// The line of it that takes the names of the parts.
const PARTS: &str = "const PARTS = {};";
/// Under this name wasm-bindgen exports what starts the program, as public/start.js calls it.
const INIT: &str = "__wbg_init as default";

/// The program, ready to be put into a page.
#[derive(Debug)]
pub struct Program {
    /// One script, with `partsFrom` and `__wbg_init` in it.
    pub script: String,
    /// `MAIN` and the parts.
    pub files: Files,
}

/// The program in one piece.
pub fn whole(wasm: &Path, scratch: &Path) -> Result<Program> {
    let bound = bind(wasm, scratch, false)?;
    Ok(Program { script: joined(&bound, "", &Map::new())?, files: main(scratch)? })
}

/// Calls wasm-bindgen for the page's program. Its script.
pub fn bind(wasm: &Path, folder: &Path, cut: bool) -> Result<String> {
    bind_as(STEM, wasm, folder, cut)
}

/// Calls wasm-bindgen, which puts files of this stem into `folder`. Its script.
pub fn bind_as(stem: &str, wasm: &Path, folder: &Path, cut: bool) -> Result<String> {
    let mut bindgen = Bindgen::new();
    let bound = bindgen
        .input_path(wasm)
        .out_name(stem)
        .typescript(false)
        .demangle(false)
        // The parts import them.
        .keep_lld_exports(cut)
        .web(true)
        .and_then(|bindgen| bindgen.generate(folder));
    bound.map_err(|why| format!("wasm-bindgen: {why:#}"))?;
    if folder.join("snippets").exists() {
        return Err("a library brings scripts of its own (snippets), which the page has no place for".to_owned());
    }
    text(&folder.join(stem).with_extension("js"))
}

/// `MAIN`, where wasm-bindgen has left it.
pub fn main(folder: &Path) -> Result<Files> {
    Ok(Files::from([(MAIN.to_owned(), crate::read(&folder.join(MAIN))?)]))
}

/// The scripts as one: ours, the splitter's, wasm-bindgen's. `parts` says what the splitter's files are called.
pub fn joined(bound: &str, link: &str, parts: &Map<String, Value>) -> Result<String> {
    let names = format!("const PARTS = {};\nconst LINK = {{}};", Value::Object(parts.clone()));
    let mut script = PRELUDE.replacen(PARTS, &names, 1);
    let strange =
        |line: &str| format!("wasm-bindgen or wasm-split writes what release/src/program.rs does not know: {line}");
    for line in link.lines() {
        if line.starts_with("import ") {
            // What wasm-bindgen exports stands beside it.
            if !line.starts_with("import { initSync }") {
                return Err(strange(line));
            }
        } else if let Some(constant) = line.strip_prefix("export const ") {
            script.push_str(&format!("LINK.{constant}\n"));
        } else if line.starts_with("export ") {
            return Err(strange(line));
        } else {
            script.push_str(&format!("{line}\n"));
        }
    }
    let imported = |line: &str| {
        let (name, module) = line.strip_prefix("import * as ")?.split_once(" from ")?;
        let module = module.trim_end_matches(';').trim_matches(['"', '\'']);
        (module == LINK && !link.is_empty()).then(|| format!("const {name} = LINK;\n"))
    };
    let mut links = 0;
    for line in bound.lines() {
        if line.starts_with("import ") {
            script.push_str(&imported(line).ok_or_else(|| strange(line))?);
            links += 1;
        } else {
            script.push_str(&format!("{line}\n"));
        }
    }
    let well = script.contains("const LINK = {};")
        && bound.contains(INIT)
        && bound.contains("function initSync(")
        && (links > 0) != link.is_empty();
    if well { Ok(script) } else { Err(strange("neither its start nor its links are where they were")) }
}

/// Comments and margins are for those who read the source. Comments have lines of their own, and no text goes over more
/// than one line.
pub fn bare(script: &str) -> Result<String> {
    let mut documented = false;
    let lines = script.lines().map(str::trim).filter(|line| {
        let comment = documented || line.starts_with("//") || line.starts_with("/*");
        documented = comment && (documented || line.starts_with("/*")) && !line.ends_with("*/");
        !comment && !line.is_empty()
    });
    let bare: String = lines.map(|line| format!("{line}\n")).collect();
    if bare.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return Err("a text in the script goes over several lines: it would lose its margins".to_owned());
    }
    if bare.contains("</script") || bare.contains("<!--") || bare.contains('\r') {
        return Err("the script cannot stand in a page: it holds the end of one".to_owned());
    }
    Ok(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUND: &str = "import * as import1 from \"./__wasm_split.js\"\n\nlet wasm;\nfunction initSync(module) {}\n\
                         export { initSync, __wbg_init as default };\n";
    const LINKED: &str = "import { initSync } from \"./portal.js\";\nexport const __wasm_split_load_check = \
                          wrapAsyncCb();\n";

    #[test]
    fn the_scripts_import_nothing_from_each_other() {
        let parts = Map::from_iter([("chunk_4.wasm".to_owned(), "check.7.wasm".into())]);
        let script = joined(BOUND, LINKED, &parts).unwrap();
        assert!(!script.lines().any(|line| line.starts_with("import ")), "{script}");
        assert!(script.contains("const import1 = LINK;\n"), "{script}");
        assert!(script.contains("LINK.__wasm_split_load_check = "), "{script}");
        assert!(script.contains("{\"chunk_4.wasm\":\"check.7.wasm\"}"), "{script}");
    }

    #[test]
    fn scripts_of_another_form_are_refused() {
        for (bound, link) in [
            (BOUND.replace("./__wasm_split.js", "./other.js"), LINKED.to_owned()),
            (BOUND.replace("import * as import1 from", "import import1 from"), LINKED.to_owned()),
            (BOUND.replace("__wbg_init as", "start as"), LINKED.to_owned()),
            (BOUND.to_owned(), LINKED.replace("{ initSync }", "{ init }")),
            (BOUND.to_owned(), LINKED.replace("export const", "export function")),
            (BOUND.to_owned(), String::new()),
            (BOUND.lines().skip(1).map(|line| format!("{line}\n")).collect(), LINKED.to_owned()),
        ] {
            assert!(joined(&bound, &link, &Map::new()).is_err(), "{bound}{link}");
        }
        let whole: String = BOUND.lines().skip(1).map(|line| format!("{line}\n")).collect();
        assert!(joined(&whole, "", &Map::new()).is_ok());
    }

    #[test]
    fn a_script_loses_its_comments_and_margins() {
        let script = "/**\n * Does it.\n */\nfunction a() {\n\n    // So.\n    return 1; // here\n}\n/* b */\nb();";
        assert_eq!(bare(script).unwrap(), "function a() {\nreturn 1; // here\n}\nb();\n");
    }

    #[test]
    fn a_script_that_would_change_its_meaning_in_a_page_is_refused() {
        for script in ["let a = '</script>';", "let a = `b\nc`;", "let a = '<!--';"] {
            assert!(bare(script).is_err(), "{script}");
        }
    }
}
