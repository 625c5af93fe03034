//! `sbom.cdx.json`: the libraries that are in the program, in the form of CycloneDX.
//!
//! Only what ships: not the tests, not what runs while building.

use crate::Result;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::process::Command;
use std::{env, fs};

/// Its name.
pub const FILE: &str = "sbom.cdx.json";
const PRODUCT: &str = "miyun";
/// What the page is built with.
const BUILD: [&str; 3] = ["--locked", "--features", "miyun/ui"];
const TARGET: &str = "wasm32-unknown-unknown";

/// Lists them.
pub fn list() -> Result<String> {
    let metadata = cargo(&["metadata", "--format-version", "1", "--filter-platform", TARGET])?;
    let metadata = serde_json::from_str(&metadata).map_err(|why| format!("cargo metadata: {why}"))?;
    // The graph of `metadata` knows more than is built: what features of other targets and of macros ask for.
    let kinds = "normal,no-proc-macro";
    let tree =
        ["tree", "--package", PRODUCT, "--target", TARGET, "--edges", kinds, "--prefix", "none", "--format", "{p}"];
    let workspace = env::current_dir().map_err(|why| why.to_string())?;
    let lock = workspace.ancestors().find_map(|folder| fs::read_to_string(folder.join("Cargo.lock")).ok());
    let bom = bom(&metadata, &cargo(&tree)?, &lock.unwrap_or_default())?;
    Ok(serde_json::to_string_pretty(&bom).unwrap_or_default() + "\n")
}

fn cargo(words: &[&str]) -> Result<String> {
    let program = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(program).args(words).args(BUILD).output().map_err(|why| format!("cargo: {why}"))?;
    if !output.status.success() {
        return Err(format!("cargo {}: {}", words[0], String::from_utf8_lossy(&output.stderr)));
    }
    String::from_utf8(output.stdout).map_err(|why| format!("cargo {}: {why}", words[0]))
}

fn bom(metadata: &Value, tree: &str, lock: &str) -> Result<Value> {
    // `leptos v0.8.23`, perhaps with a path or `(*)` after it.
    let built: BTreeSet<String> =
        tree.lines().map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect();
    let packages = by_id(&metadata["packages"]);
    let nodes = by_id(&metadata["resolve"]["nodes"]);
    let product = packages
        .iter()
        .find(|(_, package)| package["name"] == PRODUCT && package["source"].is_null())
        .ok_or(format!("cargo metadata names no {PRODUCT}"))?;
    let (mut seen, mut ahead) = (BTreeSet::new(), vec![product.0.as_str()]);
    while let Some(id) = ahead.pop() {
        if seen.insert(id) {
            ahead.extend(linked(&nodes[id]).filter(|id| built.contains(&line(&packages[*id]))));
        }
    }
    let components: Vec<Value> =
        seen.iter().filter(|id| **id != product.0).map(|id| component("library", &packages[*id], lock)).collect();
    let dependencies: Vec<Value> = seen
        .iter()
        .map(|id| {
            let on: BTreeSet<String> =
                linked(&nodes[*id]).filter(|id| seen.contains(id)).map(|id| purl(&packages[id])).collect();
            json!({ "ref": purl(&packages[*id]), "dependsOn": on })
        })
        .collect();
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": component("application", product.1, lock) },
        "components": components,
        "dependencies": dependencies,
    }))
}

fn by_id(list: &Value) -> Map<String, Value> {
    let entries = list.as_array().into_iter().flatten();
    entries.filter_map(|entry| Some((entry["id"].as_str()?.to_owned(), entry.clone()))).collect()
}

/// What a package is linked with: not what builds or tests it.
fn linked(node: &Value) -> impl Iterator<Item = &str> {
    let is_linked = |dependency: &&Value| {
        dependency["dep_kinds"].as_array().into_iter().flatten().any(|kind| kind["kind"].is_null())
    };
    node["deps"].as_array().into_iter().flatten().filter(is_linked).filter_map(|dependency| dependency["pkg"].as_str())
}

/// As `cargo tree` names a package.
fn line(package: &Value) -> String {
    let word = |key: &str| package[key].as_str().unwrap_or_default();
    format!("{} v{}", word("name"), word("version"))
}

fn component(kind: &str, package: &Value, lock: &str) -> Value {
    let mut component = json!({
        "type": kind,
        "bom-ref": purl(package),
        "name": package["name"],
        "version": package["version"],
        "purl": purl(package),
    });
    if let Some(licence) = package["license"].as_str() {
        // Older crates write `MIT/Apache-2.0`.
        component["licenses"] = json!([{ "expression": licence.replace('/', " OR ") }]);
    }
    if let Some(checksum) = checksum(package, lock) {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    component
}

fn purl(package: &Value) -> String {
    let word = |key: &str| package[key].as_str().unwrap_or_default().replace('+', "%2B");
    format!("pkg:cargo/{}@{}", word("name"), word("version"))
}

/// The digest of the package as it was downloaded.
fn checksum(package: &Value, lock: &str) -> Option<String> {
    let head = format!("name = {}\nversion = {}\n", package["name"], package["version"]);
    let entry = lock.split("[[package]]\n").find(|entry| entry.starts_with(&head))?;
    let line = entry.lines().find_map(|line| line.strip_prefix("checksum = \""))?;
    Some(line.trim_end_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str) -> Value {
        let source = if name == PRODUCT { Value::Null } else { "registry".into() };
        json!({ "id": name, "name": name, "version": "1.0.0", "source": source, "license": "MIT/Apache-2.0" })
    }

    fn needs(package: &str, kind: Value) -> Value {
        json!({ "pkg": package, "dep_kinds": [{ "kind": kind }] })
    }

    #[test]
    fn only_what_ships_is_listed() {
        let packages = [PRODUCT, "linked", "deeper", "tests", "unused", "beneath"].map(package);
        let metadata = json!({
            "packages": packages,
            "resolve": { "nodes": [
                { "id": PRODUCT, "deps": [
                    needs("linked", Value::Null), needs("tests", "dev".into()), needs("unused", Value::Null),
                ] },
                { "id": "linked", "deps": [needs("deeper", Value::Null)] },
                { "id": "deeper", "deps": [] },
                { "id": "tests", "deps": [] },
                { "id": "unused", "deps": [needs("beneath", Value::Null)] },
                { "id": "beneath", "deps": [] },
            ] },
        });
        let lock = "[[package]]\nname = \"linked\"\nversion = \"1.0.0\"\nchecksum = \"abc\"\n";
        let tree = "miyun v1.0.0 (/here)\nlinked v1.0.0\ndeeper v1.0.0\ntests v1.0.0\nlinked v1.0.0 (*)\n";
        let bom = bom(&metadata, tree, lock).unwrap();
        let names: Vec<&str> =
            bom["components"].as_array().unwrap().iter().filter_map(|c| c["name"].as_str()).collect();
        assert_eq!(names, ["deeper", "linked"]);
        assert_eq!(bom["components"][1]["hashes"][0]["content"], "abc");
        assert_eq!(bom["components"][0]["licenses"][0]["expression"], "MIT OR Apache-2.0");
        assert_eq!(bom["metadata"]["component"]["name"], PRODUCT);
    }
}
