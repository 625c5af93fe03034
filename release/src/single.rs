//! `portal.html`: the same page with the program inside, each file of it packed (gzip) and written in signs that stand in
//! a script as they are. `public/start.js` reads them.

use crate::page::{self, ALONE, DRAFT, OWN};
use crate::{Files, Result};
use serde_json::{Map, Value};
use std::num::NonZeroU64;

/// Its name.
pub const FILE: &str = "portal.html";
/// What stands around the program.
const BEGINS: &str = "<script id=\"program\" type=\"application/json\">";
const ENDS: &str = "</script>";
/// How often the packing is tried again. More gain next to nothing.
const ITERATIONS: NonZeroU64 = NonZeroU64::new(5).unwrap();

/// Puts every wasm file into the page.
pub fn pack(index: &str, files: &Files) -> Result<String> {
    let programs = files.iter().filter(|(name, _)| name.ends_with(".wasm"));
    let packed: Map<String, Value> =
        programs.map(|(name, bytes)| Ok((name.clone(), signs(&gzip(bytes)?).into()))).collect::<Result<_>>()?;
    if packed.is_empty() {
        return Err("there is no program to put into the page".to_owned());
    }
    let unhosted = page::unhosted(index).filter(|html| html.contains(OWN));
    let html = unhosted.ok_or("the page is not laid out yet: `release page` comes first")?.replacen(OWN, ALONE, 1);
    page::before(&html, DRAFT, &format!("{BEGINS}{}{ENDS}", Value::Object(packed)))
}

/// Bytes as signs, by the method of basE91 (Joachim Henke): thirteen bits or fourteen in two signs, which is a twelfth
/// less than base64. The signs are those of ASCII that mean nothing in JSON and cannot end a script.
fn signs(bytes: &[u8]) -> String {
    let alphabet: Vec<char> = ('!'..='~').filter(|sign| !['"', '<', '\\'].contains(sign)).collect();
    let mut text = String::with_capacity(bytes.len() * 5 / 4);
    let (mut held, mut bits) = (0_usize, 0);
    for byte in bytes {
        held |= usize::from(*byte) << bits;
        bits += 8;
        if bits > 13 {
            let taken = if held & 0x1fff > 88 { 13 } else { 14 };
            let pair = held & ((1 << taken) - 1);
            held >>= taken;
            bits -= taken;
            text.extend([alphabet[pair % 91], alphabet[pair / 91]]);
        }
    }
    if bits > 0 {
        text.push(alphabet[held % 91]);
        if bits > 7 || held > 90 {
            text.push(alphabet[held / 91]);
        }
    }
    text
}

/// As small as gzip gets: a browser unpacks it as fast as any.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let options = zopfli::Options { iteration_count: ITERATIONS, ..Default::default() };
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut packed).map_err(|why| why.to_string())?;
    Ok(packed)
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
        let packed = bytes(held["a.wasm"].as_str().unwrap());
        let mut out = Vec::new();
        GzDecoder::new(&packed[..]).read_to_end(&mut out).unwrap();
        assert_eq!(out, b"\0asm and more");
    }

    /// As `public/start.js` does it.
    fn bytes(signs: &str) -> Vec<u8> {
        let mut out = Vec::new();
        let (mut held, mut bits) = (0_usize, 0);
        let value = |sign: u8| usize::from(sign) - 33 - [b'"', b'<', b'\\'].iter().filter(|not| sign > **not).count();
        for pair in signs.as_bytes().chunks(2) {
            let Some(second) = pair.get(1) else {
                out.push((held | value(pair[0]) << bits) as u8);
                break;
            };
            let taken = value(pair[0]) + value(*second) * 91;
            held |= taken << bits;
            bits += if taken & 0x1fff > 88 { 13 } else { 14 };
            while bits > 7 {
                out.push(held as u8);
                held >>= 8;
                bits -= 8;
            }
        }
        out
    }

    #[test]
    fn any_bytes_come_back_from_their_signs() {
        let mut all: Vec<u8> = (0..=255).collect();
        for length in 0..300 {
            assert_eq!(bytes(&signs(&all[..length % 257])), all[..length % 257]);
            all.rotate_left(7);
        }
        for ends in [vec![0; 40], vec![255; 41], vec![88, 0, 89, 0, 255, 31, 0, 0]] {
            let signs = signs(&ends);
            assert_eq!(bytes(&signs), ends);
            assert!(signs.bytes().all(|sign| sign.is_ascii_graphic() && !b"\"<\\".contains(&sign)), "{signs}");
        }
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
