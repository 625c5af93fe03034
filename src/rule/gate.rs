//! What every clause of an edition begins with: who the applicant is, and the conditions that bind everyone.

use crate::answers::facts::Facts;
use crate::answers::form::Form;
use crate::answers::question::{Question, Spec};
use crate::rule::asked::{Asked, Asking};
use crate::rule::case::{Case, Found};
use crate::rule::doubt::Doubt;
use crate::rule::figure::{Bound, Figure};
use crate::rule::missing::{Missing, Place};
use crate::rule::provision::Provision;
use crate::rule::step::Step;
use crate::text::Text;

/// How the common conditions of an edition bind a clause. An edition has one value for each way of binding.
#[derive(Debug)]
pub struct Gate {
    /// Who can apply under the edition.
    pub applicants: &'static Applicants,
    /// The conditions, in the order of the text.
    pub conditions: &'static [Condition],
    /// For whom a “no” to some of the conditions does not fail the clause; `None` where every condition binds.
    pub softening: Option<&'static Softening>,
    /// The doubt that an exact hit on a [`Bound::FromBare`] raises, if the text leaves one.
    pub bare_bound: Option<&'static Doubt>,
}

/// A condition of everyone: a question that has to be answered with yes.
#[derive(Debug)]
pub struct Condition {
    /// The question.
    pub question: &'static Question<bool>,
    /// What the text asks for.
    pub provision: &'static Provision,
}

/// Conditions that bind some applicants by the prudent reading only: a “no” moves the certain amount to the possible one.
#[derive(Debug)]
pub struct Softening {
    /// Whether the applicant is one of those.
    pub applies: fn(&Case<'_>) -> bool,
    /// The conditions.
    pub conditions: &'static [&'static Question<bool>],
    /// The doubt that keeps the amount possible.
    pub doubt: &'static Doubt,
}

/// Who can apply under an edition: an applicant is of one kind, and can have roles beside it.
#[derive(Debug)]
pub struct Applicants {
    /// The question of the kind, a choice among several.
    pub kind: &'static Spec,
    /// The choice that is none of the kinds: such an applicant is known by its roles.
    pub none: Option<u8>,
    /// The questions of the roles.
    pub roles: &'static [&'static Question<bool>],
}

/// Kinds and roles out of [`Applicants`], by their places there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Kinds {
    kinds: u32,
    roles: u8,
}

impl Kinds {
    /// Nobody, to add to.
    pub const NONE: Self = Self { kinds: 0, roles: 0 };

    /// With the kind at this place among the choices.
    #[must_use]
    pub const fn with_kind(self, place: u8) -> Self {
        Self { kinds: self.kinds | 1 << place, ..self }
    }

    /// With the role at this place.
    #[must_use]
    pub const fn with_role(self, place: u8) -> Self {
        Self { roles: self.roles | 1 << place, ..self }
    }

    /// Whether the kind at this place among the choices is one of them.
    #[must_use]
    pub const fn contain_kind(self, place: u8) -> bool {
        self.kinds & (1 << place) != 0
    }

    /// The place of the kind among the choices, where it is one applicant's; of several the first.
    #[must_use]
    pub fn kind(self) -> Option<u8> {
        (0..32).find(|place| self.contain_kind(*place))
    }

    /// With the roles of another.
    #[must_use]
    pub const fn with_roles_of(self, other: Self) -> Self {
        Self { roles: self.roles | other.roles, ..self }
    }

    /// Whether the two have a kind or a role in common.
    #[must_use]
    pub const fn meet(self, other: Self) -> bool {
        self.kinds & other.kinds != 0 || self.roles & other.roles != 0
    }

    /// Whether the role at this place is one of them.
    #[must_use]
    pub const fn contain_role(self, place: u8) -> bool {
        self.roles & (1 << place) != 0
    }
}

impl Applicants {
    /// What an applicant is: its kind, if it is of one, and its roles. Nothing before the kind is known.
    #[must_use]
    pub fn words(&self, facts: &Facts) -> Vec<Text> {
        let Form::Choice(choices) = self.kind.form else { return Vec::new() };
        let Some(kind) = facts.choice(self.kind) else { return Vec::new() };
        let label = choices.get(usize::from(kind)).map(|choice| choice.label);
        let own = label.filter(|_| Some(kind) != self.none);
        let roles = self.roles.iter().filter(|role| facts.get(role) == Some(true)).map(|role| role.spec.label);
        let all: Vec<Text> = own.into_iter().chain(roles).collect();
        if all.is_empty() { label.into_iter().collect() } else { all }
    }

    /// Whether an applicant is of none of the kinds.
    #[must_use]
    pub fn has_no_kind(&self, facts: &Facts) -> bool {
        self.none.is_some() && facts.choice(self.kind) == self.none
    }

    /// The roles that are among these.
    fn roles_in(&self, kinds: Kinds) -> impl Iterator<Item = &'static Question<bool>> {
        (0..).zip(self.roles).filter(move |(place, _)| kinds.contain_role(*place)).map(|(_, role)| *role)
    }

    /// The questions that say whether the applicant is among these.
    pub(super) fn asked(&self, kinds: Kinds) -> Asked {
        let kind = (kinds.kinds != 0).then_some(self.kind);
        let roles = self.roles_in(kinds).map(|role| &role.spec);
        let asking = Asking::default();
        kind.into_iter().chain(roles).for_each(|spec| asking.need(spec));
        asking.asked()
    }

    /// Whether a role puts the applicant among these; the first question that is open where none does.
    fn by_role(&self, kinds: Kinds, facts: &Facts) -> Result<bool, &'static Question<bool>> {
        let mut open = None;
        for role in self.roles_in(kinds) {
            match facts.get(role) {
                Some(true) => return Ok(true),
                Some(false) => {}
                None => open = open.or(Some(role)),
            }
        }
        open.map_or(Ok(false), Err)
    }

    /// Whether the applicant is surely of another kind and role. It comes before everything else: such a clause does not
    /// apply, which is not the same as not met.
    pub(super) fn are_others(&self, kinds: Kinds, facts: &Facts) -> bool {
        facts.choice(self.kind).map_or(kinds.kinds == 0, |kind| !kinds.contain_kind(kind))
            && matches!(self.by_role(kinds, facts), Ok(false))
    }

    /// Records the question whose answer would decide whether the clause is for this applicant. Gives whether it is open.
    pub(super) fn are_open(&self, kinds: Kinds, facts: &Facts, case: &mut Case<'_>) -> bool {
        let role = self.by_role(kinds, facts);
        match facts.choice(self.kind) {
            Some(kind) if kinds.contain_kind(kind) => {
                case.needs(self.kind);
                return false;
            }
            None if kinds.kinds != 0 && !matches!(role, Ok(true)) => case.lack(self.kind, Place::Whole),
            Some(_) | None => {}
        }
        case.needs_all(self.asked(kinds));
        match role {
            Ok(has_role) => !has_role,
            Err(question) => {
                case.lack(&question.spec, Place::Whole);
                true
            }
        }
    }
}

/// What a gate says of the facts: the same for every clause behind it, so that it is judged once.
#[derive(Debug)]
pub struct Passage {
    /// The gate.
    pub(super) gate: &'static Gate,
    pub(super) steps: Vec<Step>,
    pub(super) missing: Vec<Missing>,
    pub(super) failed: bool,
    pub(super) asked: Asked,
    /// Whether a condition was answered with no where that only softens the amounts.
    pub(super) softened: bool,
}

impl Gate {
    /// Judges the conditions. Without `working` the steps are left out.
    pub(super) fn judge(&'static self, facts: &Facts, working: bool) -> Passage {
        let mut case = Case::new(facts, self.bare_bound, working);
        let applies = |softening: &&Softening| (softening.applies)(&case);
        let softening = self.softening.filter(|_| !self.conditions.is_empty()).filter(applies);
        let mut softened = false;
        for Condition { question, provision } in self.conditions {
            let soft = softening.is_some_and(|soft| soft.conditions.iter().any(|one| std::ptr::eq(*one, *question)));
            if soft && case.peek(question) == Some(false) {
                softened = true;
                case.observe(provision, Place::Whole, Some(&question.spec), Figure::YesNo(false), Bound::YES);
            } else {
                case.yes(question, provision);
            }
        }
        let failed = case.failed;
        let Found { steps, missing, asked, .. } = case.finish();
        Passage { gate: self, steps, missing, failed, asked, softened }
    }
}

impl Passage {
    /// A clause behind the gate begins with what it says. Gives what softens the amounts, where a condition does.
    pub(super) fn enter(&self, case: &mut Case<'_>) -> Option<&'static Softening> {
        case.failed |= self.failed;
        case.missing.extend_from_slice(&self.missing);
        case.needs_all(self.asked);
        if let Some(steps) = &mut case.steps {
            steps.extend_from_slice(&self.steps);
        }
        self.gate.softening.filter(|_| self.softened)
    }
}

#[cfg(test)]
mod tests {
    use super::Kinds;

    #[test]
    fn a_role_that_both_have_stays() {
        let (one, both) = (Kinds::NONE.with_kind(2).with_role(0), Kinds::NONE.with_role(0).with_role(1));
        assert_eq!(one.with_roles_of(both), both.with_kind(2));
    }
}
