//! The program cut into files: the one the page starts with, and those that come when a reader first needs them.
//! wasm-split cuts it at the functions that `src/ui/frame/parts.rs` and `src/ui/papers/office.rs` mark.

// The cutter hands out a map of that type.
#![allow(clippy::disallowed_types)]

use crate::program::{self, LINK, Program};
use crate::{Result, digest, read, text};
use serde_json::{Map, Value};
use std::collections::HashMap;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use wasm_split_cli_support::{Options, transform};

/// Cuts the program.
pub fn split(wasm: &Path, scratch: &Path) -> Result<Program> {
    let whole = read(wasm)?;
    let (cut, main) = (scratch.join("cut"), scratch.join("cut").join("portal.wasm"));
    let mut options = Options::new(&whole);
    options.output_dir = &cut;
    options.main_out_path = &main;
    options.link_name = LINK;
    options.main_module = "./portal.js";
    let outcome = transform(options).map_err(|why| format!("wasm-split: {why:#}"))?;

    let bound = scratch.join("bound");
    let script = program::bind(&main, &bound, true)?;
    let mut files = program::main(&bound)?;
    // A part only fits the program it was cut from: the name says which, so that no other is ever taken for it.
    let edition = &digest::hex(&whole)[..16];
    let mut parts = Map::new();
    for (stem, name) in names(&outcome.prefetch_map) {
        let name = format!("{name}.{edition}.wasm");
        files.insert(name.clone(), read(&cut.join(format!("{stem}.wasm")))?);
        parts.insert(format!("{stem}.wasm"), Value::from(name));
    }
    if outcome.split_modules.len() != parts.len() {
        let (made, named) = (outcome.split_modules.len(), parts.len());
        return Err(format!("wasm-split made {made} parts and says who needs {named}: see release/src/split.rs"));
    }
    let link = text(&cut.join(LINK))?;
    Ok(Program { script: program::joined(&script, &link, &parts)?, files })
}

/// What each part is called: after the cuts that need it, as in `check-papers`. `needed` names the parts of each cut.
fn names(needed: &HashMap<String, Vec<String>>) -> BTreeMap<String, String> {
    let mut users: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (cut, parts) in needed {
        for part in parts {
            users.entry(part.clone()).or_default().insert(cut);
        }
    }
    let name = |cuts: BTreeSet<&str>| cuts.into_iter().collect::<Vec<_>>().join("-");
    users.into_iter().map(|(part, cuts)| (part, name(cuts))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_named_after_who_needs_them() {
        let of = |parts: &[&str]| parts.iter().map(|part| (*part).to_owned()).collect::<Vec<_>>();
        let needed = HashMap::from([
            ("papers".to_owned(), of(&["chunk_4", "split_papers"])),
            ("check".to_owned(), of(&["chunk_4", "split_check"])),
        ]);
        let named: Vec<(String, String)> = names(&needed).into_iter().collect();
        let pair = |part: &str, name: &str| (part.to_owned(), name.to_owned());
        assert_eq!(
            named,
            [pair("chunk_4", "check-papers"), pair("split_check", "check"), pair("split_papers", "papers")]
        );
    }
}
