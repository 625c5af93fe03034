//! `sw.js`: the service worker with the list of files it keeps.

use crate::{Files, Result, digest};
use serde_json::{Map, Value};

/// Its name.
pub const FILE: &str = "sw.js";
const LIST: &str = "const FILES = {};";
/// Files that the page does not need: they stand beside it for those who host it.
const OTHERS: &[&str] = &["_headers"];

/// Writes the list into the worker. A change of any file changes the worker, which is how browsers notice.
pub fn write(worker: &str, files: &Files) -> Result<String> {
    if worker.matches(LIST).count() != 1 {
        return Err(format!("{FILE} should have one line `{LIST}`"));
    }
    let kept = files.iter().filter(|(name, _)| !OTHERS.contains(&name.as_str()));
    let list: Map<String, Value> = kept.map(|(name, bytes)| (name.clone(), digest::hex(bytes).into())).collect();
    let list = serde_json::to_string_pretty(&list).map_err(|why| why.to_string())?;
    Ok(worker.replace(LIST, &format!("const FILES = {list};")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_changes_when_a_file_does() {
        let with = |bytes: &[u8]| write(LIST, &Files::from([("a".to_owned(), bytes.to_vec())])).unwrap();
        assert_ne!(with(b"1"), with(b"2"));
        assert!(with(b"abc").contains("ba7816bf"));
    }
}
