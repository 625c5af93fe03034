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
const FEATURES: &str = "miyun/ui";
const TARGET: &str = "wasm32-unknown-unknown";

/// Lists them.
pub fn list() -> Result<String> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--locked", "--features", FEATURES, "--filter-platform", TARGET])
        .output()
        .map_err(|why| format!("cargo metadata: {why}"))?;
    if !output.status.success() {
        return Err(format!("cargo metadata: {}", String::from_utf8_lossy(&output.stderr)));
    }
    let metadata = serde_json::from_slice(&output.stdout).map_err(|why| format!("cargo metadata: {why}"))?;
    let workspace = env::current_dir().map_err(|why| why.to_string())?;
    let lock = workspace.ancestors().find_map(|folder| fs::read_to_string(folder.join("Cargo.lock")).ok());
    let bom = bom(&metadata, &lock.unwrap_or_default())?;
    Ok(serde_json::to_string_pretty(&bom).unwrap_or_default() + "\n")
}

fn bom(metadata: &Value, lock: &str) -> Result<Value> {
    let packages = by_id(&metadata["packages"]);
    let nodes = by_id(&metadata["resolve"]["nodes"]);
    let product = packages
        .iter()
        .find(|(_, package)| package["name"] == PRODUCT && package["source"].is_null())
        .ok_or(format!("cargo metadata names no {PRODUCT}"))?;
    let (mut seen, mut ahead) = (BTreeSet::new(), vec![product.0.as_str()]);
    while let Some(id) = ahead.pop() {
        if seen.insert(id) {
            ahead.extend(linked(&nodes[id]).filter(|id| !is_macro(&packages[*id])));
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

/// Macros run while building.
fn is_macro(package: &Value) -> bool {
    let targets = package["targets"].as_array().into_iter().flatten();
    targets.flat_map(|target| target["kind"].as_array().into_iter().flatten()).any(|kind| kind == "proc-macro")
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

    fn package(name: &str, kind: &str) -> Value {
        json!({ "id": name, "name": name, "version": "1.0.0", "source": if name == PRODUCT { Value::Null } else { "registry".into() },
                "license": "MIT/Apache-2.0", "targets": [{ "kind": [kind] }] })
    }

    fn needs(package: &str, kind: Value) -> Value {
        json!({ "pkg": package, "dep_kinds": [{ "kind": kind }] })
    }

    #[test]
    fn only_what_ships_is_listed() {
        let metadata = json!({
            "packages": [package(PRODUCT, "lib"), package("linked", "lib"), package("deeper", "lib"),
                         package("tests", "lib"), package("macros", "proc-macro"), package("quote", "lib")],
            "resolve": { "nodes": [
                { "id": PRODUCT, "deps": [needs("linked", Value::Null), needs("tests", "dev".into()), needs("macros", Value::Null)] },
                { "id": "linked", "deps": [needs("deeper", Value::Null)] },
                { "id": "deeper", "deps": [] },
                { "id": "tests", "deps": [] },
                { "id": "macros", "deps": [needs("quote", Value::Null)] },
                { "id": "quote", "deps": [] },
            ] },
        });
        let lock = "[[package]]\nname = \"linked\"\nversion = \"1.0.0\"\nchecksum = \"abc\"\n";
        let bom = bom(&metadata, lock).unwrap();
        let names: Vec<&str> = bom["components"].as_array().unwrap().iter().filter_map(|c| c["name"].as_str()).collect();
        assert_eq!(names, ["deeper", "linked"]);
        assert_eq!(bom["components"][1]["hashes"][0]["content"], "abc");
        assert_eq!(bom["components"][0]["licenses"][0]["expression"], "MIT OR Apache-2.0");
        assert_eq!(bom["metadata"]["component"]["name"], PRODUCT);
    }
}
