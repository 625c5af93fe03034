//! Where the text can be read two ways.

use crate::text::Text;

/// A doubt about the text, with both readings and a question that can be sent to the district financial office.
#[derive(Debug)]
pub struct Doubt {
    /// Its number in the register: the article, then a running number. `G1` runs through the whole text.
    pub number: &'static str,
    /// What is unclear.
    pub issue: Text,
    /// The prudent reading, which the certain amount follows.
    pub prudent: Text,
    /// The more favourable reading.
    pub favourable: Text,
    /// The question to the office, ready to send.
    pub ask: Text,
}
