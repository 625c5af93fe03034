//! Unified social credit codes (GB 32100-2015): eighteen characters, the last of which checks the others.

use crate::text::{half_width, is_unseen};

/// The 31 characters, in the order of their values.
const SIGNS: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// How many characters a code has.
pub const LENGTH: usize = 18;

/// A code as it is stored, however it was typed or copied: capital letters and digits of ASCII, without spaces and signs
/// that are not seen. What is no code keeps its other signs, to be asked about.
#[must_use]
pub fn plain(typed: &str) -> String {
    let seen = typed.chars().filter(|sign| !sign.is_whitespace() && !is_unseen(*sign));
    let mut plain = String::with_capacity(typed.len());
    plain.extend(seen.map(|sign| half_width(sign).to_ascii_uppercase()));
    plain
}

/// The values of the 18 characters, if there are 18 and all are allowed.
#[must_use]
pub fn values(code: &str) -> Option<[usize; LENGTH]> {
    let signs: [u8; LENGTH] = code.as_bytes().try_into().ok()?;
    let mut values = [0; LENGTH];
    for (value, sign) in values.iter_mut().zip(signs) {
        *value = SIGNS.iter().position(|other| *other == sign.to_ascii_uppercase())?;
    }
    Some(values)
}

/// The check character of the first 17: weights 3^i mod 31, and what is left to a multiple of 31.
#[must_use]
pub fn check_character(values: &[usize]) -> char {
    let (sum, _) = values.iter().take(17).fold((0, 1), |(sum, weight), value| (sum + value * weight, weight * 3 % 31));
    char::from(SIGNS[(31 - sum % 31) % 31])
}

/// Whether it is a code as the standard makes them.
#[must_use]
pub fn is_valid(code: &str) -> bool {
    values(code).is_some_and(|values| {
        code.chars().last().is_some_and(|last| last.to_ascii_uppercase() == check_character(&values))
    })
}

#[cfg(test)]
mod tests {
    use super::{is_valid, plain};

    #[test]
    fn a_code_is_stored_in_its_plain_form() {
        const CODE: &str = "91110118MA0AGNT09X";
        for typed in [
            CODE,
            "91110118ma0agnt09x",
            " 9111 0118 MA0A GNT0 9X ",
            "９１１１０１１８ＭＡ０ＡＧＮＴ０９ｘ",
            "91110118\u{a0}MA0AGNT0\u{3000}9X",
            "\u{feff}91110118\u{200b}MA0AGNT09X\u{200e}",
            "91110118\tMA0AGNT0\r\n9X\0\u{1a}",
        ] {
            assert_eq!(plain(typed), CODE, "{typed:?}");
        }
        assert!(is_valid(CODE));
        // No code is made of what is none.
        for (typed, kept) in
            [("ma0agnt0-9", "MA0AGNT0-9"), ("待办", "待办"), ("91110118MA0AGNTO9X", "91110118MA0AGNTO9X")]
        {
            assert_eq!((plain(typed).as_str(), is_valid(typed)), (kept, false));
        }
    }
}
