//! Which questions a clause has put: found by doing, never listed.

use std::cell::Cell;

use crate::answers::question::{MOST, Spec};

/// The questions that a clause has put on the facts at hand. There is no second list to keep in step: each verb that
/// reads an answer notes its question here.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Asked {
    needed: Bits,
    welcome: Bits,
}

/// One bit a question, in words that wasm has.
type Bits = [u64; MOST / 64];

const fn has(bits: Bits, slot: u8) -> bool {
    bits[slot as usize / 64] & 1 << (slot as u32 % 64) != 0
}

const fn either(left: Bits, right: Bits) -> Bits {
    [left[0] | right[0], left[1] | right[1]]
}

impl Asked {
    /// Whether the clause needs the answer to go on.
    #[must_use]
    pub const fn needs(self, spec: &Spec) -> bool {
        has(self.needed, spec.slot)
    }

    /// Whether the clause reads the answer at all; not having one that is only welcome stops nothing.
    #[must_use]
    pub const fn reads(self, spec: &Spec) -> bool {
        has(self.needed, spec.slot) || has(self.welcome, spec.slot)
    }

    /// The same without needing any: once a clause has failed, what it was not told changes nothing.
    #[must_use]
    pub const fn none_needed(self) -> Self {
        Self { needed: [0; MOST / 64], welcome: either(self.needed, self.welcome) }
    }

    /// What either has put.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { needed: either(self.needed, other.needed), welcome: either(self.welcome, other.welcome) }
    }

    /// Those of some questions that it has put, in their order.
    pub fn questions(self, of: &'static [&'static Spec]) -> impl Iterator<Item = &'static Spec> {
        of.iter().copied().filter(move |spec| self.reads(spec))
    }
}

/// Questions as they are put: noted in place, for every answer that is read.
#[derive(Debug, Default)]
pub(super) struct Asking {
    needed: Cells,
    welcome: Cells,
}

type Cells = [Cell<u64>; MOST / 64];

fn note(cells: &Cells, spec: &Spec) {
    let word = &cells[usize::from(spec.slot) / 64];
    word.set(word.get() | 1 << (spec.slot % 64));
}

fn note_all(cells: &Cells, bits: Bits) {
    for (word, bits) in cells.iter().zip(bits) {
        word.set(word.get() | bits);
    }
}

impl Asking {
    /// Notes that the answer is needed to go on.
    pub fn need(&self, spec: &Spec) {
        note(&self.needed, spec);
    }

    /// Notes that the answer is read, and may be missing.
    pub fn welcome(&self, spec: &Spec) {
        note(&self.welcome, spec);
    }

    /// Notes what others have put.
    pub fn add(&self, questions: Asked) {
        note_all(&self.needed, questions.needed);
        note_all(&self.welcome, questions.welcome);
    }

    /// What has been put so far.
    pub fn asked(&self) -> Asked {
        let bits = |cells: &Cells| cells.each_ref().map(Cell::get);
        Asked { needed: bits(&self.needed), welcome: bits(&self.welcome) }
    }
}
