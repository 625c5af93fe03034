//! Which questions a clause has put: found by doing, never listed.

use crate::applicant::{CATALOGUE, Slot};
use crate::question::Spec;

/// The questions that a clause has put on the facts at hand. There is no second list to keep in step: each verb that
/// reads an answer notes its question here.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Asked {
    needed: u128,
    welcome: u128,
}

const _: () = assert!(CATALOGUE.len() <= 128, "one bit a question");

const fn bit(slot: Slot) -> u128 {
    1 << slot as u32
}

impl Asked {
    pub(super) const fn with_needed(self, slot: Slot) -> Self {
        Self { needed: self.needed | bit(slot), ..self }
    }

    pub(super) const fn with_welcome(self, slot: Slot) -> Self {
        Self { welcome: self.welcome | bit(slot), ..self }
    }

    /// Whether the clause needs the answer to go on.
    #[must_use]
    pub const fn needs(self, spec: &Spec) -> bool {
        self.needed & bit(spec.slot) != 0
    }

    /// Whether the clause reads the answer at all; not having one that is only welcome stops nothing.
    #[must_use]
    pub const fn reads(self, spec: &Spec) -> bool {
        (self.needed | self.welcome) & bit(spec.slot) != 0
    }

    /// What either has put.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { needed: self.needed | other.needed, welcome: self.welcome | other.welcome }
    }

    /// The questions, in the order of the interview.
    pub fn questions(self) -> impl Iterator<Item = &'static Spec> {
        CATALOGUE.iter().copied().filter(move |spec| self.reads(spec))
    }
}

#[cfg(test)]
mod tests {
    use crate::applicant::contribution::{CONTRIBUTIONS, GROWTH_START};
    use crate::applicant::identity::{KIND, Kind};
    use crate::applicant::referral::MEMBERS;
    use crate::draft::Draft;

    #[test]
    fn only_what_the_clauses_for_this_kind_read_is_asked() {
        let nobody = Draft::default();
        let asked = (nobody.rules().assess)(&nobody.facts, false).asked();
        assert!(asked.needs(&KIND.spec) && !asked.reads(&CONTRIBUTIONS.spec));

        let bank = Draft::begin(Kind::LegalEntity, false, false, 2026);
        let asked = (bank.rules().assess)(&bank.facts, false).asked();
        assert!(asked.needs(&CONTRIBUTIONS.spec));
        assert!(asked.reads(&GROWTH_START.spec) && !asked.needs(&GROWTH_START.spec), "welcome, never required");
        assert!(!asked.reads(&MEMBERS.spec), "for associations only");
    }
}
