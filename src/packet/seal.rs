//! The verification code: which rules, which program and which draft a sheet comes from.

use crate::drafts::draft::Draft;
use crate::text::{Lang, Text, text};

/// The version of this program.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

const NAME: Text = text("核验码", "Code");

/// What every sheet and file bears. Papers with the same seal come from the same draft, rules and program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seal {
    /// The edition's name in files: `miyun-2019-25`.
    pub edition: &'static str,
    /// The program's version.
    pub version: &'static str,
    /// [`Draft::digest`].
    pub digest: String,
    /// [`Draft::code`].
    pub code: String,
}

impl Seal {
    /// The seal of a draft.
    #[must_use]
    pub fn of(draft: &Draft) -> Self {
        let (digest, code) = draft.seal();
        Self { edition: draft.edition, version: VERSION, digest, code }
    }

    /// The code as it runs along the head of every sheet: `核验码　7K4Q-9XTD-2M8P-RC5W`.
    #[must_use]
    pub fn line(&self, lang: Lang) -> String {
        format!("{}　{}", NAME.get(lang), self.code)
    }

    /// Rules and program as they stand at the foot of every sheet: `miyun-2019-25/0.1.0`.
    #[must_use]
    pub fn made_by(&self) -> String {
        format!("{}/{}", self.edition, self.version)
    }

    /// As a camera reads it, in the signs that make the smallest picture: `MIYUN-2019-25/0.1.0/7K4Q-9XTD-2M8P-RC5W`.
    #[must_use]
    pub fn qr(&self) -> String {
        format!("{}/{}", self.made_by(), self.code).to_ascii_uppercase()
    }
}

/// What someone typed or a camera read, as a code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Typed {
    /// The code, as [`Draft::code`] writes it.
    pub code: String,
    /// The edition and the version that stood before it, where they did.
    pub made_by: Option<(String, String)>,
}

impl Typed {
    /// Reads a code as people write it: in small letters, with other dashes, blanks or full-width signs, with O for 0
    /// and I or L for 1, and with what stands beside it on paper. `None` where there is no code in it.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        let plain: String = typed.chars().map(narrow).collect::<String>().to_ascii_uppercase();
        let mut made_by = plain.split_whitespace().flat_map(|word| {
            let mut parts = word.split('/');
            Some((parts.next()?.to_ascii_lowercase(), parts.next()?.to_owned()))
        });
        // Of whatever edition: one that this program does not have is named, not taken for a slip.
        let made_by = made_by.rfind(|(edition, version)| is_name(edition) && is_version(version));
        // The edition and the version hold digits of their own: what is left after them is the code.
        let mut rest = plain.clone();
        if let Some((edition, version)) = &made_by {
            rest = rest.replace(&format!("{}/{version}", edition.to_ascii_uppercase()), " ");
        }
        rest = rest.replace("CODE", " ");
        let code: String = rest
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|sign| match sign {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            })
            .collect();
        if code.len() != 16 || code.contains('U') {
            return None;
        }
        let groups: Vec<&str> = (0..4).filter_map(|group| code.get(4 * group..4 * group + 4)).collect();
        Some(Self { code: groups.join("-"), made_by })
    }
}

/// Whether it may be the name of an edition, such as `miyun-2019-25`: words and numbers with dashes between them.
fn is_name(edition: &str) -> bool {
    edition.contains('-') && edition.starts_with(|sign: char| sign.is_ascii_alphabetic())
}

/// Whether it may be a version, such as `0.1.0`.
fn is_version(version: &str) -> bool {
    version.contains('.') && version.starts_with(|sign: char| sign.is_ascii_digit())
}

/// A full-width sign as the half-width one.
fn narrow(sign: char) -> char {
    match u32::from(sign) {
        code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(sign),
        0x3000 => ' ',
        _ => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::{Seal, Typed};
    use crate::drafts::draft::Draft;
    use crate::text::Lang;

    #[test]
    fn a_code_is_read_however_it_is_written() {
        let seal = Seal::of(&crate::drafts::examples::ALL[0].draft().unwrap());
        let bare = seal.code.clone();
        let swapped = bare.replace('0', "o").replace('1', "l").to_ascii_lowercase();
        for (typed, made_by) in [
            (bare.clone(), false),
            (bare.replace('-', " "), false),
            (bare.replace('-', ""), false),
            (bare.replace('-', "－"), false),
            (swapped, false),
            (format!("核验码：{bare}"), false),
            (format!("Code {bare}"), false),
            (seal.line(Lang::Zh), false),
            (seal.line(Lang::En), false),
            (format!("{}　{}", seal.line(Lang::Zh), seal.made_by()), true),
            (seal.qr(), true),
        ] {
            let read = Typed::read(&typed).unwrap_or_else(|| panic!("{typed}"));
            assert_eq!(read.code, bare, "{typed}");
            assert_eq!(read.made_by.is_some(), made_by, "{typed}");
        }
    }

    #[test]
    fn what_is_no_code_is_none() {
        for typed in ["", "7K4Q", "7K4Q-9XTD-2M8P-RC5", "7K4Q-9XTD-2M8P-RC5WW", "7K4U-9XTD-2M8P-RC5W", "密云"] {
            assert_eq!(Typed::read(typed), None, "{typed}");
        }
    }

    #[test]
    fn another_edition_and_version_are_read_with_the_code() {
        for typed in [
            "MIYUN-2031-7/2.10.0-RC1/7K4Q-9XTD-2M8P-RC5W",
            "核验码　7K4Q-9XTD-2M8P-RC5W　miyun-2031-7/2.10.0-rc1",
            "code 7k4q-9xtd-2m8p-rc5w miyun-2031-7/2.10.0-rc1",
        ] {
            let read = Typed::read(typed).unwrap_or_else(|| panic!("{typed}"));
            assert_eq!(read.code, "7K4Q-9XTD-2M8P-RC5W");
            assert_eq!(read.made_by, Some(("miyun-2031-7".to_owned(), "2.10.0-RC1".to_owned())), "{typed}");
        }
    }

    #[test]
    fn another_answer_is_another_code() {
        let mut draft = crate::drafts::examples::ALL[0].draft().unwrap();
        let before = Seal::of(&draft);
        draft.title.push('x');
        assert_eq!(Seal::of(&draft), before);
        draft.facts = Draft::default().facts;
        assert_ne!(Seal::of(&draft).code, before.code);
    }
}
