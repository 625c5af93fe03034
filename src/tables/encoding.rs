//! Bytes as text: UTF-8, UTF-16 and, from Chinese programs on Windows, GB 18030.

/// How a text is written in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// UTF-8, with or without a mark.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// GB 18030, and so GBK and GB 2312.
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

/// The encoding of a text. Without a mark, the noughts of ASCII tell UTF-16; what is no UTF-8 is taken for GB 18030,
/// unless a few damaged places in much good UTF-8 say otherwise. `None` where the bytes are no text.
#[must_use]
pub fn detect(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => return Some(Encoding::Utf8),
        [0xff, 0xfe, ..] => return Some(Encoding::Utf16Le),
        [0xfe, 0xff, ..] => return Some(Encoding::Utf16Be),
        _ => {}
    }
    let head = &bytes[..bytes.len().min(65_536)];
    if head.contains(&0) {
        let noughts = |parity: usize| head.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
        return match (noughts(0), noughts(1)) {
            (0, _) => Some(Encoding::Utf16Le),
            (_, 0) => Some(Encoding::Utf16Be),
            // A sign such as 一 (U+4E00) has a nought of its own.
            (even, odd) if odd > 8 * even => Some(Encoding::Utf16Le),
            (even, odd) if even > 8 * odd => Some(Encoding::Utf16Be),
            _ => None,
        };
    }
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    Some(if bad == 0 || good > 20 * bad { Encoding::Utf8 } else { Encoding::Gb18030 })
}

/// The text of bytes in an encoding. What is damaged becomes U+FFFD.
#[must_use]
pub fn decode(bytes: &[u8], encoding: Encoding) -> String {
    let text = match encoding {
        Encoding::Utf8 => String::from_utf8_lossy(bytes).into_owned(),
        Encoding::Utf16Le => utf16(bytes, u16::from_le_bytes),
        Encoding::Utf16Be => utf16(bytes, u16::from_be_bytes),
        // A browser decodes it; the page opens the text.
        #[cfg(target_arch = "wasm32")]
        Encoding::Gb18030 => String::from_utf8_lossy(bytes).into_owned(),
        #[cfg(not(target_arch = "wasm32"))]
        Encoding::Gb18030 => encoding_rs::GB18030.decode_without_bom_handling(bytes).0.into_owned(),
    };
    text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)
}

fn utf16(bytes: &[u8], read: fn([u8; 2]) -> u16) -> String {
    let (units, rest) = bytes.as_chunks::<2>();
    let mut text: String =
        char::decode_utf16(units.iter().map(|unit| read(*unit))).map(|sign| sign.unwrap_or('\u{fffd}')).collect();
    if !rest.is_empty() {
        text.push('\u{fffd}');
    }
    text
}
