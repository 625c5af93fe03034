//! A question in everyday words, put into the terms of the rules.

use crate::rule::Everyday;
use crate::search::{Wanted, folded};

impl Everyday {
    /// What a folded question wants, in the terms of the rules. What is neither an everyday word nor ignored is wanted
    /// as it is. `None` where it has no everyday word, or wants nothing.
    pub(super) fn terms(&self, question: &[char]) -> Option<Vec<Wanted>> {
        let mut wanted: Vec<Wanted> = Vec::new();
        let mut rest = Vec::new();
        let mut everyday = false;
        let mut place = 0;
        while place < question.len() {
            let here = &question[place..];
            let starts =
                place == 0 || !(question[place - 1].is_ascii_alphanumeric() && here[0].is_ascii_alphanumeric());
            let said = self.words.iter().flat_map(|(said, terms)| said.iter().map(move |word| (*word, *terms)));
            let ignored = self.ignored.iter().map(|word| (*word, &[][..]));
            let longest = said
                .chain(ignored)
                .filter(|(word, _)| starts && begins(here, word))
                .max_by_key(|(word, _)| word.chars().count());
            let known = longest.map(|(word, terms)| (word.chars().count(), terms));
            let separator = !here[0].is_alphanumeric();
            if (known.is_some() || separator) && !rest.is_empty() {
                wanted.push(vec![std::mem::take(&mut rest)]);
            }
            match known {
                Some((length, terms)) => {
                    everyday = true;
                    if !terms.is_empty() {
                        wanted.push(terms.iter().map(|term| folded(term)).collect());
                    }
                    place += length;
                }
                None => {
                    if !separator {
                        rest.push(here[0]);
                    }
                    place += 1;
                }
            }
        }
        if !rest.is_empty() {
            wanted.push(vec![rest]);
        }
        (everyday && !wanted.is_empty()).then_some(wanted)
    }
}

/// Whether a text begins with a word; a Latin word ends there too.
fn begins(text: &[char], word: &str) -> bool {
    let length = word.chars().count();
    let same = text.len() >= length && word.chars().eq(text[..length].iter().copied());
    let goes_on = text.get(length).is_some_and(char::is_ascii_alphanumeric);
    same && !(goes_on && word.ends_with(|char: char| char.is_ascii_alphanumeric()))
}
