//! What a file would change in the draft that is open, question by question, and taking it over: all of it or some.

use crate::answers::question::Spec;
use crate::drafts::draft::Draft;

/// Something that two drafts have otherwise, and that can be taken from one into the other.
#[derive(Clone, Copy, Debug)]
pub enum Change {
    /// The answer to this question, a whole table included.
    Answer(&'static Spec),
    /// What is decided about the papers: claims, statements, documents, undertakings.
    Filing,
    /// The answers under editions beside its own.
    Further,
    /// The draft's name.
    Title,
}

/// What taking over `new` would change in `old`: answers in the order of the questions, then the rest.
#[must_use]
pub fn changes(old: &Draft, new: &Draft) -> Vec<Change> {
    let answers = new.questions().iter().filter(|spec| old.facts.answer(spec) != new.facts.answer(spec));
    let mut changes: Vec<Change> = answers.map(|spec| Change::Answer(spec)).collect();
    if old.filing != new.filing {
        changes.push(Change::Filing);
    }
    if old.further != new.further {
        changes.push(Change::Further);
    }
    if old.title != new.title {
        changes.push(Change::Title);
    }
    changes
}

impl Change {
    /// Takes it over from another draft of the same edition.
    pub fn take(self, into: &mut Draft, from: &Draft) {
        match self {
            Self::Answer(spec) => {
                // The other draft's question takes its answer.
                let _ = into.facts.set(spec, from.facts.answer(spec).cloned());
            }
            Self::Filing => into.filing = from.filing.clone(),
            Self::Further => into.further = from.further.clone(),
            Self::Title => into.title.clone_from(&from.title),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Change, changes};
    use crate::drafts::draft::Draft;
    use crate::drafts::examples::ALL;

    fn drafts() -> Vec<Draft> {
        let mut drafts: Vec<Draft> = ALL.iter().map(|example| example.draft().unwrap()).collect();
        let mut filed = drafts[0].clone();
        filed.filing.undertaken = true;
        filed.title = "另一份".to_owned();
        drafts.extend([filed, Draft::default()]);
        drafts
    }

    #[test]
    fn taking_every_change_gives_the_other_draft() {
        let drafts = drafts();
        for old in &drafts {
            for new in &drafts {
                let changes = changes(old, new);
                assert_eq!(changes.is_empty(), *old == Draft { calculated: old.calculated, ..new.clone() });
                let mut taken = Draft { calculated: new.calculated, ..old.clone() };
                changes.iter().for_each(|change| change.take(&mut taken, new));
                assert_eq!(&taken, new);
            }
        }
    }

    #[test]
    fn what_is_not_chosen_stays() {
        let drafts = drafts();
        let (old, new) = (&drafts[0], &drafts[1]);
        for chosen in changes(old, new) {
            let mut taken = old.clone();
            chosen.take(&mut taken, new);
            let Change::Answer(spec) = chosen else { continue };
            for other in old.questions() {
                let from = if other.id == spec.id { new } else { old };
                assert_eq!(taken.facts.answer(other), from.facts.answer(other), "{}", other.id);
            }
        }
    }
}
