//! The draft that a page carries within itself, so that a copy of the page is the case: open, or locked with a
//! passphrase. What locks it is the page's; here stands how it is written down, and what tells damage from a wrong
//! passphrase.

use std::fmt::Write as _;
use std::iter;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::drafts::draft::{self, Draft};
use crate::drafts::list::Kept;
use crate::json;
use crate::text::{Lang, text};

/// The version of the form.
pub const FORMAT: u64 = 1;
/// How often a passphrase is hashed: OWASP's figure for PBKDF2-HMAC-SHA256.
pub const ITERATIONS: u32 = 600_000;
/// More would only keep the reader waiting: no file of ours asks for it.
const MOST_ITERATIONS: u32 = 10_000_000;
/// Random bytes that make each key another.
pub const SALT: usize = 16;
/// Random bytes that make each locking another.
pub const IV: usize = 12;

const DERIVED: &str = "PBKDF2-HMAC-SHA-256";
const CIPHER: &str = "AES-256-GCM";
/// The element of the page that holds it, as browsers write it.
const ELEMENT: &str = "<script id=\"draft\" type=\"application/json\">";
const ELEMENT_ENDS: &str = "</script>";

/// What a page carries.
#[derive(Clone, PartialEq, Debug)]
pub enum EmbeddedDraft {
    /// A draft that anyone can read.
    Open(Kept),
    /// One for those who know the passphrase.
    Locked(Locked),
}

/// A draft under a passphrase, with all that is needed to try one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Locked {
    /// How often the passphrase is hashed.
    pub iterations: u32,
    /// What it is hashed with.
    pub salt: Vec<u8>,
    /// What the cipher begins with.
    pub iv: Vec<u8>,
    /// [`EmbeddedDraft::Open`] as text, under the cipher.
    pub sealed: Vec<u8>,
}

/// Why what a page carries cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unreadable {
    /// It is not as it was written.
    Damaged,
    /// A newer version wrote it, or another program.
    Newer,
    /// The draft itself cannot be opened, for this reason.
    Draft(draft::Unreadable),
}

impl Unreadable {
    /// In words.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        let words = match self {
            Self::Damaged => text(
                "文件里的草稿数据已损坏：内容与存下时的校验值不符。请换一份没有损坏的副本，这个文件没有被改动。",
                "The draft in this file is damaged: it no longer matches its checksum. Use an undamaged copy; this file has not been changed.",
            ),
            Self::Newer => text(
                "文件里的草稿由更新的版本写成，请用新版打开。",
                "The draft in this file was written by a newer version; open it with that one.",
            ),
            Self::Draft(why) => {
                let says = why.says(lang);
                return match lang {
                    Lang::Zh => format!("文件里的草稿读不出来：{says}"),
                    Lang::En => format!("The draft in this file cannot be read: {says}"),
                };
            }
        };
        words.get(lang).to_owned()
    }
}

impl EmbeddedDraft {
    /// Reads what [`EmbeddedDraft::to_text`] writes; nothing when the page carries nothing.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn read(written: &str) -> Result<Option<Self>, Unreadable> {
        if written.trim().is_empty() {
            return Ok(None);
        }
        let json = json::parse(written).map_err(|_| Unreadable::Damaged)?;
        match json.get("carried").and_then(Value::as_u64) {
            Some(FORMAT) => {}
            Some(_) => return Err(Unreadable::Newer),
            None => return Err(Unreadable::Damaged),
        }
        if let Some(locked) = json.get("locked") {
            return Locked::from_json(locked).map(|locked| Some(Self::Locked(locked)));
        }
        let at = json.get("saved").and_then(Value::as_str).unwrap_or_default().to_owned();
        let draft = json.get("draft").ok_or(Unreadable::Damaged)?;
        let draft = Draft::from_kept(draft).map_err(Unreadable::Draft)?;
        Ok(Some(Self::Open(Kept { draft, at })))
    }

    /// Reads what a page carries; nothing when it carries nothing or is no page of ours.
    ///
    /// # Errors
    /// As [`EmbeddedDraft::read`].
    pub fn within(page: &str) -> Result<Option<Self>, Unreadable> {
        let Some((_, rest)) = page.split_once(ELEMENT) else { return Ok(None) };
        let (written, _) = rest.split_once(ELEMENT_ENDS).ok_or(Unreadable::Damaged)?;
        Self::read(written)
    }

    /// As it stands in the page. No text in it can end the element or begin another.
    #[must_use]
    pub fn to_text(&self) -> String {
        match self {
            Self::Open(kept) => open_parts(&kept.draft, &kept.at).collect(),
            Self::Locked(locked) => harmless(json!({ "carried": FORMAT, "locked": locked.to_json() }).to_string()),
        }
    }

    /// A page that carries this instead of what it carried; nothing when `page` is no page of ours.
    #[must_use]
    pub fn put_into(&self, page: &str) -> Option<String> {
        let (before, rest) = page.split_once(ELEMENT)?;
        let after = rest.find(ELEMENT_ENDS).and_then(|end| rest.get(end..))?;
        Some([before, ELEMENT, &self.to_text(), after].concat())
    }
}

/// How an open draft stands in the page, in parts: one that is long is written while other things are done.
pub fn open_parts(draft: &Draft, at: &str) -> impl Iterator<Item = String> {
    let head = format!("{{\"carried\":{FORMAT},\"saved\":{},\"draft\":", Value::from(at));
    iter::once(head).chain(draft.json_parts()).chain(iter::once("}".to_owned())).map(harmless)
}

/// JSON in which no text can end the element that holds it, or begin another.
fn harmless(json: String) -> String {
    json.replace('<', "\\u003c")
}

impl Locked {
    /// How it is locked, in the words that the cipher binds to the content: none of it can be changed unnoticed.
    #[must_use]
    pub fn bound(&self) -> String {
        let Self { iterations, salt, iv, .. } = self;
        format!("miyun-carried/{FORMAT} {DERIVED} {iterations} {} {CIPHER} {}", hex(salt), hex(iv))
    }

    /// Tells damage from a wrong passphrase, which the cipher cannot.
    fn checksum(&self) -> String {
        hex(&Sha256::new_with_prefix(self.bound()).chain_update(&self.sealed).finalize())
    }

    fn to_json(&self) -> Value {
        json!({
            "derived": DERIVED,
            "iterations": self.iterations,
            "salt": hex(&self.salt),
            "cipher": CIPHER,
            "iv": hex(&self.iv),
            "sha256": self.checksum(),
            "sealed": hex(&self.sealed),
        })
    }

    fn from_json(json: &Value) -> Result<Self, Unreadable> {
        let word = |key: &str| json.get(key).and_then(Value::as_str).ok_or(Unreadable::Damaged);
        let bytes = |key: &str| word(key).and_then(|word| unhex(word).ok_or(Unreadable::Damaged));
        if (word("derived")?, word("cipher")?) != (DERIVED, CIPHER) {
            return Err(Unreadable::Newer);
        }
        let iterations = json.get("iterations").and_then(Value::as_u64).and_then(|count| u32::try_from(count).ok());
        let iterations = iterations.ok_or(Unreadable::Damaged)?;
        let locked = Self { iterations, salt: bytes("salt")?, iv: bytes("iv")?, sealed: bytes("sealed")? };
        if locked.checksum() != word("sha256")? || locked.salt.len() < SALT || locked.iv.len() != IV {
            return Err(Unreadable::Damaged);
        }
        if (ITERATIONS..=MOST_ITERATIONS).contains(&iterations) { Ok(locked) } else { Err(Unreadable::Newer) }
    }
}

fn hex(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

fn unhex(hex: &str) -> Option<Vec<u8>> {
    let sign = |sign: &u8| char::from(*sign).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let (pairs, []) = hex.as_bytes().as_chunks::<2>() else { return None };
    pairs.iter().map(|[high, low]| Some(sign(high)? << 4 | sign(low)?)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafts::examples;

    fn open(name: &str) -> EmbeddedDraft {
        let mut draft = examples::ALL[0].draft().unwrap();
        draft.title = name.to_owned();
        EmbeddedDraft::Open(Kept { draft, at: "2026-07-03T06:32:00Z".to_owned() })
    }

    fn locked() -> Locked {
        Locked { iterations: ITERATIONS, salt: vec![7; SALT], iv: vec![0xfe; IV], sealed: vec![1, 2, 0xab] }
    }

    #[test]
    fn what_is_carried_is_read_back() {
        for carried in [open("密云示例"), EmbeddedDraft::Locked(locked())] {
            assert_eq!(EmbeddedDraft::read(&carried.to_text()), Ok(Some(carried)));
        }
        assert_eq!(EmbeddedDraft::read(" \n"), Ok(None));
    }

    #[test]
    fn no_text_ends_the_element() {
        let evil = open("a</script><script>alert(1)</script><!--");
        assert!(!evil.to_text().contains('<'));
        let page = format!("<html>{ELEMENT}{{}}{ELEMENT_ENDS}<p>rest</html>");
        let full = evil.put_into(&page).unwrap();
        assert_eq!(full.matches("<script").count(), 1, "{full}");
        assert!(full.ends_with("</script><p>rest</html>"), "{full}");
        // Another draft takes its place.
        let other = open("乙");
        let full = other.put_into(&full).unwrap();
        let written = full.split_once(ELEMENT).unwrap().1.split_once(ELEMENT_ENDS).unwrap().0;
        assert_eq!(EmbeddedDraft::read(written), Ok(Some(other)));
        assert_eq!(locked_into("<html>"), None);
    }

    fn locked_into(page: &str) -> Option<String> {
        EmbeddedDraft::Locked(locked()).put_into(page)
    }

    #[test]
    fn damage_anywhere_is_told() {
        let whole: Value = serde_json::from_str(&EmbeddedDraft::Locked(locked()).to_text()).unwrap();
        for (key, value) in [
            ("iterations", json!(600_001)),
            ("salt", json!("00".repeat(SALT))),
            ("iv", json!("00".repeat(IV))),
            ("sealed", json!("0102ac")),
            ("sealed", json!("0102a")),
            ("sealed", json!("0102zz")),
            ("sha256", json!("")),
        ] {
            let mut damaged = whole.clone();
            damaged["locked"][key] = value;
            assert_eq!(EmbeddedDraft::read(&damaged.to_string()), Err(Unreadable::Damaged), "{key}");
        }
        let text = whole.to_string();
        assert_eq!(EmbeddedDraft::read(&text[..text.len() - 3]), Err(Unreadable::Damaged));
    }

    #[test]
    fn weak_endless_and_unknown_locks_are_refused() {
        for iterations in [1, ITERATIONS - 1, MOST_ITERATIONS + 1] {
            let text = EmbeddedDraft::Locked(Locked { iterations, ..locked() }).to_text();
            assert_eq!(EmbeddedDraft::read(&text), Err(Unreadable::Newer), "{iterations}");
        }
        assert_eq!(EmbeddedDraft::read("{\"carried\":2}"), Err(Unreadable::Newer));
        let other = EmbeddedDraft::Locked(locked()).to_text().replace(CIPHER, "ROT13");
        assert_eq!(EmbeddedDraft::read(&other), Err(Unreadable::Newer));
    }
}
