//! Steps back and forward, and what is typed at meanwhile.

use crate::ui::drafts::session::{Session, Touched, Undo};
use leptos::prelude::*;
use miyun::answers::question::Spec;
use miyun::drafts::changes::Change;
use miyun::drafts::draft::Draft;

impl Session {
    /// Notes that a question is being changed, so that the page can say what came of it.
    pub fn touch(self, question: &'static Spec) {
        let at = Some(TypedAt::Question(usize::from(question.slot)));
        if self.history.try_update_value(|history| std::mem::replace(&mut history.typed_at, at) != at) == Some(true) {
            self.note_step();
        }
        let label = question.label;
        if self.touched.with_untracked(|touched| touched.is_none_or(|touched| touched.label != label)) {
            let before = self.report.with_untracked(|report| report.total());
            self.touched.set(Some(Touched { label, before }));
        }
        if self.undo.with_untracked(Option::is_some) {
            self.undo.set(None);
        }
    }

    /// Notes that an action is being done to a question, such as a row moved: one step back undoes it and nothing else.
    pub fn action(self, question: &'static Spec) {
        self.history.update_value(|history| history.typed_at = None);
        self.touch(question);
        self.history.update_value(|history| history.typed_at = None);
    }

    /// Undoes an action.
    pub fn take_back(self, action: Undo) {
        self.typing.put_back(action.question, action.beside);
        let _ = self.tell(action.question, action.before);
        self.undo.set(None);
    }

    /// Changes what is decided about the papers: one step back undoes it.
    pub fn file(self, change: impl FnOnce(&mut Draft)) {
        self.history.update_value(|history| history.typed_at = None);
        self.note_step();
        self.draft.update(change);
    }

    /// Takes changes over from another draft: one step back undoes them all.
    pub fn take_changes(self, changes: &[Change], from: &Draft) {
        self.typing.forget();
        self.file(|draft| changes.iter().for_each(|change| change.take(draft, from)));
        self.stamp();
    }

    /// The same as one types at the statement of a clause: one step back takes it all back.
    pub fn file_typed(self, clause: &'static str, change: impl FnOnce(&mut Draft)) {
        let at = Some(TypedAt::Statement(clause));
        if self.history.try_update_value(|history| std::mem::replace(&mut history.typed_at, at) != at) == Some(true) {
            self.note_step();
        }
        self.draft.update(change);
    }

    /// Notes the draft as it is, so that one can come back to it.
    pub(super) fn note_step(self) {
        let draft = self.draft.get_untracked();
        self.history.update_value(|history| {
            history.future.clear();
            history.past.push(draft);
            if history.past.len() > STEPS {
                history.past.remove(0);
            }
        });
        self.count_steps();
    }

    pub(super) fn count_steps(self) {
        self.steps.set(self.history.with_value(|history| (history.past.len(), history.future.len())));
    }

    /// Goes a step back, or forward again. What is typed and is no answer is left behind.
    pub fn step(self, back: bool) {
        let now = self.draft.get_untracked();
        let then = self.history.try_update_value(|history| {
            let (from, to) =
                if back { (&mut history.past, &mut history.future) } else { (&mut history.future, &mut history.past) };
            let then = from.pop()?;
            to.push(now);
            history.typed_at = None;
            Some(then)
        });
        if let Some(then) = then.flatten() {
            self.touched.set(None);
            self.undo.set(None);
            self.typing.forget();
            self.draft.set(then);
        }
        self.count_steps();
    }
}

/// Drafts to go back to, and forward to again, the nearest last.
#[derive(Default)]
pub(super) struct History {
    past: Vec<Draft>,
    future: Vec<Draft>,
    /// What is being typed at since the last step: one step takes it all back.
    typed_at: Option<TypedAt>,
}

/// What is being typed at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TypedAt {
    /// A question, by its slot.
    Question(usize),
    /// The statement of a clause.
    Statement(&'static str),
}

/// How many steps are kept.
pub(super) const STEPS: usize = 50;
