//! Which questions a clause has put: found by doing, never listed.

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

const fn with(mut bits: Bits, slot: u8) -> Bits {
    bits[slot as usize / 64] |= 1 << (slot as u32 % 64);
    bits
}

const fn has(bits: Bits, slot: u8) -> bool {
    bits[slot as usize / 64] & 1 << (slot as u32 % 64) != 0
}

const fn either(left: Bits, right: Bits) -> Bits {
    [left[0] | right[0], left[1] | right[1]]
}

impl Asked {
    pub(super) const fn with_needed(self, slot: u8) -> Self {
        Self { needed: with(self.needed, slot), ..self }
    }

    pub(super) const fn with_welcome(self, slot: u8) -> Self {
        Self { welcome: with(self.welcome, slot), ..self }
    }

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

#[cfg(test)]
mod tests {
    use crate::applicant::contribution::{CONTRIBUTIONS, GROWTH_START};
    use crate::applicant::identity::{KIND, Kind};
    use crate::applicant::referral::MEMBERS;
    use crate::drafts::draft::Draft;
    use crate::policy::CURRENT_INDEX;
    use crate::policy::miyun_2019_25::article_04_kinds::applicant;

    #[test]
    fn only_what_the_clauses_for_this_kind_read_is_asked() {
        let nobody = Draft::default();
        let asked = nobody.rules().assess(&nobody.facts, false).asked();
        assert!(asked.needs(&KIND.spec) && !asked.reads(&CONTRIBUTIONS.spec));

        let bank = Draft::begin(CURRENT_INDEX, applicant(Kind::LegalEntity, false, false), 2026);
        let asked = bank.rules().assess(&bank.facts, false).asked();
        assert!(asked.needs(&CONTRIBUTIONS.spec));
        assert!(asked.reads(&GROWTH_START.spec) && !asked.needs(&GROWTH_START.spec), "welcome, never required");
        assert!(!asked.reads(&MEMBERS.spec), "for associations only");
    }
}
