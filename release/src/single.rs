//! `portal.html`: the same page with the program inside, each file of it packed (gzip) and written in base64.
//! `public/start.js` reads them.

use crate::page::{Page, Place};
use crate::{Files, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value};

/// Its name.
pub const FILE: &str = "portal.html";
/// What stands around the program.
const BEGINS: &str = "<script id=\"program\" type=\"application/json\">";
const ENDS: &str = "</script>";

/// Puts every file of the program into the page.
pub fn pack(page: &Page, program: &Files) -> Result<String> {
    if program.is_empty() {
        return Err("there is no program to put into the page".to_owned());
    }
    let packed: Map<String, Value> = program
        .iter()
        .map(|(name, bytes)| Ok((name.clone(), BASE64_STANDARD.encode(gzip(bytes)?).into())))
        .collect::<Result<_>>()?;
    page.lay_out(Place::Alone, &format!("{BEGINS}{}{ENDS}", Value::Object(packed)))
}

/// As small as gzip gets: a browser unpacks it as fast as any. More tries gain next to nothing.
#[cfg(feature = "handout")]
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let tries = std::num::NonZeroU64::new(5).ok_or("no tries")?;
    let options = zopfli::Options { iteration_count: tries, ..Default::default() };
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut packed).map_err(|why| why.to_string())?;
    Ok(packed)
}

/// Packed at once.
#[cfg(not(feature = "handout"))]
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    use std::io::Write;
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(bytes).and_then(|()| packed.finish()).map_err(|why| why.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::tests::page;
    use flate2::read::GzDecoder;
    use std::io::Read;

    #[test]
    fn the_program_comes_out_as_it_went_in() {
        let files = Files::from([("a.wasm".to_owned(), b"\0asm and more".to_vec())]);
        let html = pack(&page(), &files).unwrap();
        let (_, rest) = html.split_once(BEGINS).unwrap();
        let held: Value = serde_json::from_str(rest.split_once(ENDS).unwrap().0).unwrap();
        assert_eq!(held.as_object().unwrap().len(), 1);
        let packed = BASE64_STANDARD.decode(held["a.wasm"].as_str().unwrap()).unwrap();
        let mut out = Vec::new();
        GzDecoder::new(&packed[..]).read_to_end(&mut out).unwrap();
        assert_eq!(out, b"\0asm and more");
    }

    #[test]
    fn a_page_without_a_program_is_refused() {
        assert!(pack(&page(), &Files::new()).is_err());
    }
}
