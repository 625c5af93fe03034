//! `portal.html`: the same page with the program inside, each file of it packed (gzip) and written in base64.

use crate::page::{self, ALONE, DRAFT, HOSTED, OWN};
use crate::{Files, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Map, Value};
use std::io::Write;

/// Its name.
pub const FILE: &str = "portal.html";
/// What stands around the program.
const BEGINS: &str = "<script id=\"program\" type=\"application/json\">";
const ENDS: &str = "</script>";

/// Puts every wasm file into the page.
pub fn pack(index: &str, files: &Files) -> Result<String> {
    let programs = files.iter().filter(|(name, _)| name.ends_with(".wasm"));
    let packed: Map<String, Value> = programs
        .map(|(name, bytes)| Ok((name.clone(), BASE64_STANDARD.encode(gzip(bytes)?).into())))
        .collect::<Result<_>>()?;
    if packed.is_empty() {
        return Err("there is no program to put into the page".to_owned());
    }
    if !index.contains(HOSTED) || !index.contains(OWN) {
        return Err("the page is not laid out yet: `release page` comes first".to_owned());
    }
    let html = index.replacen(HOSTED, "", 1).replacen(OWN, ALONE, 1);
    page::before(&html, DRAFT, &format!("{BEGINS}{}{ENDS}", Value::Object(packed)))
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(|why| why.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;
    use std::io::Read;

    #[test]
    fn the_program_comes_out_as_it_went_in() {
        let files = Files::from([("a.wasm".to_owned(), b"\0asm and more".to_vec()), ("b.png".to_owned(), vec![1])]);
        let html = pack(&page::tests::laid_out(), &files).unwrap();
        let (_, rest) = html.split_once(BEGINS).unwrap();
        let held: Value = serde_json::from_str(rest.split_once(ENDS).unwrap().0).unwrap();
        assert_eq!(held.as_object().unwrap().len(), 1);
        let packed = BASE64_STANDARD.decode(held["a.wasm"].as_str().unwrap()).unwrap();
        let mut out = Vec::new();
        GzDecoder::new(&packed[..]).read_to_end(&mut out).unwrap();
        assert_eq!(out, b"\0asm and more");
    }

    #[test]
    fn it_may_ask_nobody_for_anything() {
        let files = Files::from([("a.wasm".to_owned(), Vec::new())]);
        let html = pack(&page::tests::laid_out(), &files).unwrap();
        assert!(html.contains("connect-src 'none'") && !html.contains("'self'"), "{html}");
        assert!(!html.contains("manifest"), "{html}");
    }

    #[test]
    fn a_page_without_a_program_is_refused() {
        assert!(pack(&page::tests::laid_out(), &Files::new()).is_err());
    }
}
