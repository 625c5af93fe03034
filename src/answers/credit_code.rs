//! Unified social credit codes (GB 32100-2015): eighteen characters, the last of which checks the others.

/// The 31 characters, in the order of their values.
const SIGNS: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// The values of the 18 characters, if there are 18 and all are allowed.
#[must_use]
pub fn values(code: &str) -> Option<Vec<usize>> {
    let values: Option<Vec<usize>> =
        code.trim().bytes().map(|sign| SIGNS.iter().position(|other| *other == sign.to_ascii_uppercase())).collect();
    values.filter(|values| values.len() == 18)
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
        code.trim().chars().last().is_some_and(|last| last.to_ascii_uppercase() == check_character(&values))
    })
}
