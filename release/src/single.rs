//! `portal.html`: the same page with the program inside. All its files are packed as one (LZMA), since they have much in
//! common, and written in base64, beside what unpacks them as far as they are wanted. `public/start.js` reads them.

use crate::page::{Page, Place};
use crate::program::MAIN;
use crate::{Files, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use lzma_rust2::{LzmaOptions, LzmaWriter};
use serde_json::{Map, Value, json};
use std::io::Write;
use std::iter;

/// Its name.
pub const FILE: &str = "portal.html";
/// What unpacks the program, as cargo calls it.
pub const UNPACKER: &str = "unpacker.wasm";
/// What stands around the program.
const BEGINS: &str = "<script id=\"program\" type=\"application/json\">";
const ENDS: &str = "</script>";

/// Puts every file of the program into the page, and what unpacks them.
pub fn pack(page: &Page, program: &Files, unpacker: &[u8]) -> Result<String> {
    let begins = program.get_key_value(MAIN).ok_or("there is no program to put into the page")?;
    let mut all = Vec::new();
    let mut places = Map::new();
    // What the page begins with is unpacked without the rest.
    for (name, bytes) in iter::once(begins).chain(program.iter().filter(|(name, _)| *name != MAIN)) {
        let from = all.len();
        all.extend_from_slice(bytes);
        places.insert(name.clone(), json!([from, all.len()]));
    }
    let packed = lzma(&all).map_err(|why| format!("packing the program: {why}"))?;
    let held = json!({
        "files": Value::Object(places),
        "size": all.len(),
        "packed": BASE64_STANDARD.encode(packed),
        "unpacker": BASE64_STANDARD.encode(unpacker),
    });
    page.lay_out(Place::Alone, &format!("{BEGINS}{held}{ENDS}"))
}

fn lzma(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options(), Some(bytes.len() as u64))?;
    writer.write_all(bytes)?;
    writer.finish()
}

/// As small as it gets.
#[cfg(feature = "handout")]
fn options() -> LzmaOptions {
    // Instructions are not aligned, so where one stands says nothing about it.
    LzmaOptions { pb: 0, nice_len: LzmaOptions::NICE_LEN_MAX, ..LzmaOptions::with_preset(9) }
}

/// Packed at once.
#[cfg(not(feature = "handout"))]
fn options() -> LzmaOptions {
    LzmaOptions::with_preset(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::tests::page;
    use unpacker::Unpacker;

    #[test]
    fn the_program_comes_out_as_it_went_in() {
        let long: Vec<u8> = (0..70_000_u32).flat_map(|value| value.wrapping_mul(value).to_le_bytes()).collect();
        let files = [("a.wasm", &long[..]), ("b.wasm", b"\0asm and more"), (MAIN, &long[1..200_000])];
        let files: Files = files.into_iter().map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).collect();
        let html = pack(&page(), &files, b"unpacks").unwrap();
        let (_, rest) = html.split_once(BEGINS).unwrap();
        let held: Value = serde_json::from_str(rest.split_once(ENDS).unwrap().0).unwrap();
        let decoded = |name: &str| BASE64_STANDARD.decode(held[name].as_str().unwrap()).unwrap();
        assert_eq!(decoded("unpacker"), b"unpacks");
        let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
        let size = number(&held["size"]);
        let places = held["files"].as_object().unwrap();
        assert_eq!(places.len(), 3);
        assert_eq!(places[MAIN][0], 0, "what the page begins with is unpacked first");
        let mut unpacker = Unpacker::new(decoded("packed"), size);
        for name in [MAIN, "b.wasm", MAIN, "a.wasm"] {
            let [from, end] = [&places[name][0], &places[name][1]].map(number);
            assert_eq!(unpacker.up_to(end).unwrap()[from..], files[name], "{name}");
        }
        assert_eq!(unpacker.up_to(size + 1), None);

        let mut half = decoded("packed");
        half.truncate(half.len() / 2);
        assert_eq!(Unpacker::new(half, size).up_to(size), None);
        assert_eq!(Unpacker::new(b"no such thing".to_vec(), size).up_to(size), None);
    }

    #[test]
    fn a_page_without_a_program_is_refused() {
        assert!(pack(&page(), &Files::new(), b"unpacks").is_err());
    }
}
