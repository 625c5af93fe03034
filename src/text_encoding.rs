//! Bytes as text, in the encodings that Chinese offices write: UTF-8, UTF-16 with and without a mark, GB 18030; and
//! signs that are written in a roundabout way.

use std::borrow::Cow;

/// Bytes as text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decoded {
    /// The text, without a byte order mark. A sign that cannot be read is U+FFFD.
    pub text: String,
    /// The encoding.
    pub encoding: Encoding,
    /// Where the first sign stands that cannot be read.
    pub broken: Option<Place>,
}

/// An encoding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// Of most programs today.
    Utf8,
    /// Of Windows: PowerShell and “Unicode” in Notepad.
    Utf16Le,
    /// The same with the bytes of a sign exchanged.
    Utf16Be,
    /// Of Chinese Windows: “ANSI” in Notepad, the texts of Excel and WPS. It holds GBK and GB 2312.
    Gb18030,
}

impl Encoding {
    /// Its name, as browsers take it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Gb18030 => "gb18030",
        }
    }
}

/// A place in a text, as editors count: lines and signs of a line, both from 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Place {
    /// The line. Lines end with LF, CR LF or CR.
    pub line: usize,
    /// The sign within the line.
    pub column: usize,
}

impl Place {
    /// The place of a byte of a text.
    #[must_use]
    pub fn of(text: &str, byte: usize) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        let start = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let ends = before.matches(['\n', '\r']).count() - before.matches("\r\n").count();
        Self { line: ends + 1, column: before[start..].chars().count() + 1 }
    }
}

/// The encoding of bytes, which shows in a mark or in the bytes themselves. [`Gb18030`] can be decoded piece by piece.
#[must_use]
pub fn encoding(bytes: &[u8]) -> Encoding {
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => Encoding::Utf8,
        [0xFF, 0xFE, ..] => Encoding::Utf16Le,
        [0xFE, 0xFF, ..] => Encoding::Utf16Be,
        _ => unmarked_utf16(bytes).unwrap_or_else(|| narrow_encoding(bytes)),
    }
}

/// Decodes bytes.
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded {
    decode_as(bytes, encoding(bytes))
}

/// Decodes bytes of a text that is not in UTF-16, which a line alone does not tell: `}` and two zero bytes look like it.
#[must_use]
pub fn narrow(bytes: &[u8]) -> Decoded {
    decode_as(bytes, narrow_encoding(bytes.strip_prefix(UTF8_MARK).unwrap_or(bytes)))
}

/// Stands before a text in UTF-8.
const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

fn narrow_encoding(bytes: &[u8]) -> Encoding {
    if is_like_utf8(bytes) { Encoding::Utf8 } else { Encoding::Gb18030 }
}

fn decode_as(bytes: &[u8], encoding: Encoding) -> Decoded {
    let without = |mark: &[u8]| bytes.strip_prefix(mark).unwrap_or(bytes);
    match encoding {
        Encoding::Utf8 => utf8(without(UTF8_MARK)),
        Encoding::Utf16Le => utf16(without(b"\xFF\xFE"), encoding),
        Encoding::Utf16Be => utf16(without(b"\xFE\xFF"), encoding),
        Encoding::Gb18030 => {
            let (text, lost) = gb18030(bytes);
            let broken = lost.then(|| first_lost(&text)).flatten();
            Decoded { text, encoding, broken }
        }
    }
}

/// UTF-16 without a mark: zero bytes, which no other text has, or signs that are nearly all Chinese
/// or Latin, which other encodings' bytes taken in pairs are not.
fn unmarked_utf16(bytes: &[u8]) -> Option<Encoding> {
    const LOOKED_AT: usize = 4096;
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    let (pairs, _) = start.as_chunks::<2>();
    if pairs.is_empty() || (std::str::from_utf8(bytes).is_ok() && !start.contains(&0)) {
        return None;
    }
    let usual = |read: fn([u8; 2]) -> u16| {
        let usual = |unit: u16| matches!(unit, 0x09..=0x0D | 0x20..=0x7E | 0x2010..=0x2027 | 0x3000..=0x3020 | 0x4E00..=0x9FFF | 0xFF01..=0xFF5E);
        pairs.iter().filter(|pair| usual(read(**pair))).count()
    };
    [(Encoding::Utf16Le, usual(u16::from_le_bytes)), (Encoding::Utf16Be, usual(u16::from_be_bytes))]
        .into_iter()
        .max_by_key(|(_, usual)| *usual)
        .filter(|(_, usual)| usual * 10 >= pairs.len() * 9)
        .map(|(encoding, _)| encoding)
}

/// Whether bytes are UTF-8, or were before they were damaged: the bytes of Chinese signs in UTF-8 are signs of GB 18030
/// too, others. Around the damage, most of what is not ASCII are signs of three bytes, which other encodings hit by
/// chance only.
fn is_like_utf8(bytes: &[u8]) -> bool {
    /// How much is looked at on either side.
    const AROUND: usize = 1 << 16;
    let Err(at) = std::str::from_utf8(bytes) else { return true };
    let at = at.valid_up_to();
    let around = at.saturating_sub(AROUND)..bytes.len().min(at + AROUND);
    let text = String::from_utf8_lossy(&bytes[around]);
    let lost = text.chars().filter(|sign| *sign == '\u{fffd}').count();
    let long = text.chars().filter(|sign| matches!(sign, '\u{800}'..='\u{fffc}' | '\u{10000}'..)).count();
    long > 4 * lost
}

fn utf8(bytes: &[u8]) -> Decoded {
    let (text, broken) = match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), None),
        Err(at) => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            let broken = Place::of(&text, at.valid_up_to());
            (text, Some(broken))
        }
    };
    Decoded { text, encoding: Encoding::Utf8, broken }
}

fn utf16(bytes: &[u8], encoding: Encoding) -> Decoded {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let read = if encoding == Encoding::Utf16Be { u16::from_be_bytes } else { u16::from_le_bytes };
    let (mut text, mut lost) = (String::with_capacity(bytes.len()), None);
    for sign in char::decode_utf16(pairs.iter().map(|pair| read(*pair))) {
        if sign.is_err() {
            lost.get_or_insert(text.len());
        }
        text.push(sign.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    if !rest.is_empty() {
        lost.get_or_insert(text.len());
        text.push(char::REPLACEMENT_CHARACTER);
    }
    let broken = lost.map(|byte| Place::of(&text, byte));
    Decoded { text, encoding, broken }
}

fn first_lost(text: &str) -> Option<Place> {
    text.find(char::REPLACEMENT_CHARACTER).map(|byte| Place::of(text, byte))
}

/// Text with the forms of signs that programs leave in copies replaced by the signs themselves: radicals in the place
/// of 一, 二 and 十, which come out of PDF files, and doubled signs of old encodings. Full-width signs stay.
#[must_use]
pub fn compatible(text: &str) -> Cow<'_, str> {
    let roundabout =
        |sign: char| matches!(sign, '\u{2e80}'..='\u{2fd5}' | '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}');
    if !text.contains(roundabout) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars() {
        if roundabout(sign) {
            plain.push_str(&nfkc(sign.encode_utf8(&mut [0; 4])));
        } else {
            plain.push(sign);
        }
    }
    Cow::Owned(plain)
}

/// Text of a web page with its character references replaced by the signs: `&emsp;`, `&#12288;`, `&#x3000`.
#[must_use]
pub fn unescape(text: &str) -> Cow<'_, str> {
    if text.contains('&') { Cow::Owned(resolved(text)) } else { Cow::Borrowed(text) }
}

pub use platform::Gb18030;

/// The text of bytes in GB 18030, and whether some of it was lost. [`decode`] asks this of what is neither UTF-8 nor
/// UTF-16; names in archives are asked one by one.
#[must_use]
pub fn gb18030(bytes: &[u8]) -> (String, bool) {
    let text = Gb18030::default().decode(bytes, true);
    let lost = text.contains(char::REPLACEMENT_CHARACTER);
    (text, lost)
}

use platform::{nfkc, resolved};

/// Tables of standards, by the crates that hold them.
#[cfg(not(all(target_arch = "wasm32", feature = "ui")))]
mod platform {
    use unicode_normalization::UnicodeNormalization;

    /// Decodes GB 18030 piece by piece.
    pub struct Gb18030(encoding_rs::Decoder);

    impl Default for Gb18030 {
        fn default() -> Self {
            Self(encoding_rs::GB18030.new_decoder_without_bom_handling())
        }
    }

    impl Gb18030 {
        /// The text of the next bytes. A sign may begin in one piece and end in the next.
        #[must_use]
        pub fn decode(&mut self, bytes: &[u8], last: bool) -> String {
            let most = self.0.max_utf8_buffer_length(bytes.len()).unwrap_or(0);
            let mut text = String::with_capacity(most);
            let _ = self.0.decode_to_string(bytes, &mut text, last);
            text
        }
    }

    pub(super) fn nfkc(text: &str) -> String {
        text.nfkc().collect()
    }

    pub(super) fn resolved(text: &str) -> String {
        htmlize::unescape(text).into_owned()
    }
}

/// The same tables as the browser has them: in the page they would weigh more than the rules.
#[cfg(all(target_arch = "wasm32", feature = "ui"))]
mod platform {
    use wasm_bindgen::JsCast;

    /// Decodes GB 18030 piece by piece.
    pub struct Gb18030(Option<web_sys::TextDecoder>);

    impl Default for Gb18030 {
        fn default() -> Self {
            Self(web_sys::TextDecoder::new_with_label("gb18030").ok())
        }
    }

    impl Gb18030 {
        /// The text of the next bytes. A sign may begin in one piece and end in the next.
        #[must_use]
        pub fn decode(&mut self, bytes: &[u8], last: bool) -> String {
            let options = web_sys::TextDecodeOptions::new();
            options.set_stream(!last);
            let decoded = self.0.as_ref().and_then(|decoder| {
                decoder.decode_with_buffer_source_and_options(&js_sys::Uint8Array::from(bytes), &options).ok()
            });
            decoded.unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned())
        }
    }

    pub(super) fn nfkc(text: &str) -> String {
        js_sys::JsString::from(text).normalize("NFKC").into()
    }

    /// By an area of text that is in no page: nothing in it is ever run or loaded.
    pub(super) fn resolved(text: &str) -> String {
        let area = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.create_element("textarea").ok())
            .and_then(|area| area.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
        match area {
            Some(area) => {
                // A line end at the very start would be left out.
                area.set_inner_html(&format!("x{text}"));
                area.value().split_off(1)
            }
            None => text.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Decoded, Encoding, Gb18030, Place, compatible, decode, encoding, unescape};

    const TEXT: &str = "第一条\u{3000}为种树，\r\n制定本办法（2031年）。\n";

    fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    fn whole(text: &str, encoding: Encoding) -> Decoded {
        Decoded { text: text.to_owned(), encoding, broken: None }
    }

    #[test]
    fn gb18030_is_decoded_piece_by_piece() {
        let text = format!("{TEXT}𠀀");
        let bytes = encoding_rs::GB18030.encode(&text).0;
        assert_eq!([encoding(&bytes), encoding(text.as_bytes())], [Encoding::Gb18030, Encoding::Utf8]);
        for length in 1..9 {
            let (mut decoder, mut read) = (Gb18030::default(), String::new());
            let pieces = bytes.chunks(length).count();
            for (place, piece) in bytes.chunks(length).enumerate() {
                read += &decoder.decode(piece, place + 1 == pieces);
            }
            assert_eq!(read, text, "in pieces of {length}");
        }
    }

    /// What was written in UTF-8 stays so where a byte is damaged, however far from the start; and a text in GB 18030 of
    /// which the first half has nothing but ASCII is no UTF-8.
    #[test]
    fn damage_far_from_the_start_shows_the_encoding_around_it() {
        let mut utf8 = "密云".repeat(40_000).into_bytes();
        utf8[120_000] = 0xFF;
        assert_eq!(encoding(&utf8), Encoding::Utf8);
        let gb = [&b"1,".repeat(100_000)[..], &encoding_rs::GB18030.encode(&"密云区".repeat(50)).0].concat();
        assert_eq!(encoding(&gb), Encoding::Gb18030);
    }

    #[test]
    fn encodings_show_in_their_bytes() {
        let gb = encoding_rs::GB18030.encode(TEXT).0.into_owned();
        let (le, be) = (utf16(TEXT, u16::to_le_bytes), utf16(TEXT, u16::to_be_bytes));
        for (bytes, encoding) in [
            (TEXT.as_bytes().to_vec(), Encoding::Utf8),
            ([b"\xEF\xBB\xBF", TEXT.as_bytes()].concat(), Encoding::Utf8),
            (le.clone(), Encoding::Utf16Le),
            (be.clone(), Encoding::Utf16Be),
            ([b"\xFF\xFE", &le[..]].concat(), Encoding::Utf16Le),
            ([b"\xFE\xFF", &be[..]].concat(), Encoding::Utf16Be),
            (gb, Encoding::Gb18030),
        ] {
            assert_eq!(decode(&bytes), whole(TEXT, encoding));
        }
        assert_eq!(decode(b"{\"a\": 1}"), whole("{\"a\": 1}", Encoding::Utf8));
        assert_eq!(decode(&utf16("{\"a\": 1}", u16::to_le_bytes)), whole("{\"a\": 1}", Encoding::Utf16Le));
        assert_eq!(decode(b""), whole("", Encoding::Utf8));
        // Four bytes a sign, which GBK does not have.
        assert_eq!(decode(b"\xB5\xDA\x95\x32\x82\x36"), whole("第𠀀", Encoding::Gb18030));
    }

    #[test]
    fn one_bad_byte_costs_one_sign_and_its_place_is_known() {
        let mut bytes = TEXT.repeat(3).into_bytes();
        let at = bytes.len() / 3 + 4;
        bytes[at] = 0xFF;
        let decoded = decode(&bytes);
        assert_eq!((decoded.encoding, decoded.broken), (Encoding::Utf8, Some(Place { line: 3, column: 2 })));
        assert!(decoded.text.starts_with(TEXT) && decoded.text.ends_with(TEXT));
        let mut bytes = encoding_rs::GB18030.encode(&TEXT.repeat(3)).0.into_owned();
        bytes[8] = 0xFF;
        let decoded = decode(&bytes);
        assert_eq!((decoded.encoding, decoded.broken), (Encoding::Gb18030, Some(Place { line: 1, column: 5 })));
        // A half of a pair, and half a unit at the end.
        let mut bytes = utf16("{\"name\":\n\"甲𠮷\"}", u16::to_le_bytes);
        let high = bytes.len() - 8;
        bytes.drain(high + 2..high + 4);
        assert_eq!(decode(&bytes).broken, Some(Place { line: 2, column: 3 }));
        bytes = utf16(TEXT, u16::to_be_bytes);
        bytes.pop();
        assert_eq!(decode(&bytes).broken, Some(Place { line: 2, column: 14 }));
    }

    #[test]
    fn signs_are_read_however_they_are_written() {
        assert_eq!(compatible("第⼀条（⼆⼗）"), "第一条（二十）");
        assert_eq!(compatible("ａ（１）②㎡"), "ａ（１）②㎡");
        assert_eq!(
            unescape("&#31532;&#x4E00;&#X6761;&emsp;&nbsp;&ldquo;&amp;lt;&#12288;&#31181"),
            "第一条\u{2003}\u{a0}“&lt;\u{3000}种"
        );
        assert_eq!(unescape("R&D &unknown; &"), "R&D &unknown; &");
    }

    #[test]
    fn places_are_counted_as_editors_do() {
        let text = "甲\r\n乙\r丙\n丁戊";
        for (sign, line, column) in [('甲', 1, 1), ('乙', 2, 1), ('丙', 3, 1), ('戊', 4, 2)] {
            assert_eq!(Place::of(text, text.find(sign).unwrap()), Place { line, column });
        }
    }
}
