//! Keeping the draft in the browser, and what other windows do to it.

use crate::ui::drafts::clock;
use crate::ui::drafts::database::{self, Then};
use crate::ui::drafts::session::{Contest, Deleted, Saved, Session, Trouble, is_empty};
use crate::ui::drafts::storage::{self, Changed, DRAFTS, Refusal};
use crate::ui::words::drafts as words;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::BeforeUnloadEvent;
use miyun::drafts::draft::Draft;
use miyun::drafts::list::IndexEntry;
use std::time::Duration;

impl Session {
    /// Does an action once typing rests, but soon, or when the draft is kept. It takes the place of the one that waits.
    pub fn debounce(self, action: Callback<()>) {
        let before = self.waiting.try_update_value(Option::take).flatten();
        let since = before.as_ref().map_or_else(clock::milliseconds, |waiting| waiting.since);
        stop(before.and_then(|waiting| waiting.clock));
        let clock = set_timeout_with_handle(move || _ = self.write_now(), rest(since)).ok();
        self.waiting.set_value(Some(Waiting { action, clock, since }));
    }

    /// Does what waits; says whether there was anything.
    pub fn write_now(self) -> bool {
        let waited = self.waiting.try_update_value(Option::take).flatten();
        let waits = waited.is_some();
        if let Some(Waiting { action, clock, .. }) = waited {
            stop(clock);
            action.try_run(());
        }
        waits
    }

    /// Whether this window alone has the answers it shows: another changed or deleted what is stored of them.
    pub(super) fn is_only_here(self) -> bool {
        match self.contest.get_untracked() {
            Some(Contest::Changed) => !self.is_kept(),
            Some(Contest::Gone) => !self.draft.with_untracked(is_empty),
            None => false,
        }
    }

    /// Takes over what the browser had not written when it was killed, and goes on with the draft worked on last.
    pub fn recover(self) {
        storage::recover(move |recovered| {
            storage::tidy();
            if recovered.is_empty() {
                return;
            }
            self.look_at_shelf();
            let last = self.lines.with_untracked(|lines| lines.first().map(|line| line.id.clone()));
            let open = self.open_id.get_untracked();
            match last.filter(|last| recovered.contains(last)) {
                Some(last) if open.as_ref() != Some(&last) && self.is_unchanged() => self.take_from_shelf(&last),
                _ => {
                    if let Some(open) = open.filter(|open| recovered.contains(open)) {
                        self.listen(Changed::Draft(open));
                    }
                }
            }
        });
    }

    /// Whether nothing was done here that is not kept, not even half a word typed.
    pub(super) fn is_unchanged(self) -> bool {
        self.is_kept() && !self.is_contested() && !self.typing.has_any() && self.waiting.with_value(Option::is_none)
    }

    /// Takes what stands among the drafts, also for the draft that is open: another window has changed it.
    pub fn take_from_shelf(self, id: &str) {
        let id = id.to_owned();
        storage::when_at_hand(move || {
            match DRAFTS.load(&id) {
                Ok(Some(kept)) => self.show(Some(id), kept.draft, Saved::At(kept.at)),
                Ok(None) => {}
                Err(damaged) => self.trouble.set(Some(Trouble::Stored(damaged))),
            }
            self.look_at_shelf();
        });
    }

    pub(super) fn is_contested(self) -> bool {
        self.contest.with_untracked(Option::is_some)
    }

    /// Looks at the store of drafts again.
    pub fn look_at_shelf(self) {
        self.lines.set(DRAFTS.lines());
    }

    /// Keeps the open draft now, if it waits to be kept.
    pub fn keep_now(self) {
        // The draft tells a moment later that it has changed.
        if self.write_now() && !self.is_kept() {
            self.saved.set(Saved::Soon);
        }
        let empty = self.draft.with_untracked(is_empty);
        let id = self.open_id.get_untracked();
        if self.saved.get_untracked() != Saved::Soon || self.is_contested() {
            return;
        }
        if empty && id.is_none() {
            return self.saved.set(Saved::Never);
        }
        let id = id.unwrap_or_else(storage::new_id);
        if self.open_id.with_untracked(Option::is_none) {
            storage::remember_open(Some(&id));
            self.open_id.set(Some(id.clone()));
        }
        let (draft, at) = (self.draft.get_untracked(), clock::now());
        let (copy, moment) = (draft.clone(), at.clone());
        let is_open = {
            let id = id.clone();
            move || self.open_id.with_untracked(|open| open.as_ref() == Some(&id))
        };
        let may = {
            let is_open = is_open.clone();
            move || !is_open() || !self.is_contested()
        };
        let told = move |kept| {
            self.look_at_shelf();
            // A large draft takes a while: another may be open by now, or this one have changed.
            if !is_open() || self.is_contested() {
                return;
            }
            let is_same = self.draft.with_untracked(|now| *now == draft);
            if kept {
                self.kept.set_value(draft);
            }
            match (kept, is_same) {
                (false, _) => self.refuse(),
                (true, true) => self.saved.set(Saved::At(moment)),
                (true, false) => {}
            }
        };
        storage::keep(&id, copy, at, Box::new(may), Box::new(told));
    }

    /// Names a draft.
    pub fn rename(self, id: &str, title: &str) {
        let title = title.trim().to_owned();
        if self.open_id.with_untracked(|open| open.as_deref() == Some(id)) {
            self.note_step();
            self.draft.update(|draft| draft.title = title);
            self.saved.set(Saved::Soon);
            return self.keep_now();
        }
        if let Ok(Some(kept)) = DRAFTS.load(id) {
            let told = move |kept| self.look_after(kept);
            storage::keep(id, Draft { title, ..kept.draft }, kept.at, Box::new(|| true), Box::new(told));
        }
    }

    /// Copies a draft under a title, and tells the id of the copy.
    pub fn duplicate(self, id: &str, title: String, then: Then<String>) {
        self.keep_now();
        let Ok(Some(kept)) = DRAFTS.load(id) else { return self.look_at_shelf() };
        let copy = storage::new_id();
        let draft = Draft { title, ..kept.draft };
        let id = copy.clone();
        let told = move |kept| {
            self.look_after(kept);
            if kept {
                then(copy);
            }
        };
        storage::keep(&id, draft, clock::now(), Box::new(|| true), Box::new(told));
    }

    /// Notes that the browser has refused to keep something, and why: what is too large for it has no room.
    pub(super) fn refuse(self) {
        self.saved.set(Saved::Refused(storage::refusal().unwrap_or(Refusal::Full)));
    }

    /// Looks at the store of drafts again after something was kept there, or refused.
    pub(super) fn look_after(self, kept: bool) {
        if !kept {
            self.refuse();
        }
        self.look_at_shelf();
    }

    /// Deletes a draft; it can be brought back.
    pub fn delete(self, line: &IndexEntry) {
        self.keep_now();
        let Some(entry) = storage::take(&line.id) else { return self.look_at_shelf() };
        let was_open = self.open_id.with_untracked(|open| open.as_ref() == Some(&line.id));
        if was_open {
            self.let_go();
        }
        self.deleted.set(Some(Deleted { id: line.id.clone(), name: line.name.clone(), entry, was_open }));
        self.look_at_shelf();
        // There may be room for the open draft now.
        if matches!(self.saved.get_untracked(), Saved::Refused(_)) {
            self.saved.set(Saved::Soon);
            self.keep_now();
        }
    }

    /// Keeps the open draft whatever another window did to what was stored.
    pub fn keep_this_one(self) {
        self.contest.set(None);
        self.saved.set(Saved::Soon);
        self.keep_now();
    }

    /// Lets the open draft go, which stands among the drafts no more.
    pub fn let_go(self) {
        self.show(None, Draft::default(), Saved::Never);
    }

    /// Brings back the draft deleted last.
    pub fn bring_back(self) -> Option<Deleted> {
        let deleted = self.deleted.get_untracked()?;
        if !storage::put_back(&deleted.id, &deleted.entry) {
            self.refuse();
            return None;
        }
        self.deleted.set(None);
        if deleted.was_open && self.open_id.with_untracked(Option::is_none) {
            self.take_from_shelf(&deleted.id);
        } else {
            storage::when_at_hand(move || self.look_at_shelf());
        }
        Some(deleted)
    }

    /// Whether the open draft stands among the drafts as it is, or there is nothing to keep.
    pub(super) fn is_kept(self) -> bool {
        self.draft.with_untracked(|draft| match self.open_id.with_untracked(Option::is_some) {
            true => self.kept.with_value(|kept| kept == draft),
            false => is_empty(draft),
        })
    }

    /// Takes in what another window did. A window that has changed nothing follows. Else it is told, not merged: whichever
    /// window writes next would take the other's answers away.
    pub(super) fn listen(self, changed: Changed) {
        match changed {
            Changed::Draft(id) => {
                if let Ok(Some(kept)) = DRAFTS.read(&id)
                    && self.draft.with_untracked(|draft| *draft != kept.draft)
                {
                    if self.is_unchanged() {
                        self.take_from_shelf(&id);
                        self.said.set(words::FOLLOWED.get(self.lang.get_untracked()).to_owned());
                    } else {
                        self.contest.set(Some(Contest::Changed));
                    }
                }
            }
            Changed::Gone => {
                self.contest.set(Some(Contest::Gone));
                self.saved.set(Saved::Never);
            }
            Changed::List => self.look_at_shelf(),
            Changed::Other => {}
        }
    }

    /// Keeps the draft a moment after each change, also while typing goes on, and at once when the page is left.
    pub(super) fn keep_changes(self) {
        let pending: StoredValue<Option<TimeoutHandle>> = StoredValue::new(None);
        let since = StoredValue::new(0);
        let write = move || {
            stop(pending.try_update_value(Option::take).flatten());
            self.keep_now();
        };
        Effect::new(move |before: Option<()>| {
            self.draft.track();
            // What was just opened from the store of drafts, or kept at once, has not changed.
            let waits = before.is_some() && !self.is_kept();
            if waits {
                self.saved.set(Saved::Soon);
                let before = pending.try_update_value(Option::take).flatten();
                if before.is_none() {
                    since.set_value(clock::milliseconds());
                }
                stop(before);
                wait(pending, rest(since.get_value()), write);
            }
        });
        let _ = window_event_listener_untyped("storage", move |event| {
            let changed = storage::changed(&event);
            storage::when_at_hand(move || self.listen(changed));
        });
        // What is large may not be kept yet when the page is gone, nor what two windows changed or the browser refused:
        // it asks then. Chromium before 119 only does for a value.
        let _ = window_event_listener_untyped("beforeunload", move |event| {
            write();
            if database::is_writing() || storage::holds_unkept() || self.is_only_here() {
                event.prevent_default();
                if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                    event.set_return_value("1");
                }
            }
        });
        let _ = window_event_listener_untyped("pagehide", move |_| write());
        let _ = window_event_listener_untyped("visibilitychange", move |_| {
            if document().hidden() {
                write();
            }
        });
    }
}

/// Writes after a while. A large draft is written one time after the other, however fast one types.
fn wait(pending: StoredValue<Option<TimeoutHandle>>, time: Duration, write: impl Fn() + Copy + 'static) {
    let write_or_wait = move || match database::is_writing() {
        true => wait(pending, TYPING, write),
        false => write(),
    };
    pending.set_value(set_timeout_with_handle(write_or_wait, time).ok());
}

/// An action that waits for typing to rest.
pub(super) struct Waiting {
    action: Callback<()>,
    clock: Option<TimeoutHandle>,
    /// When typing began, in milliseconds since 1970.
    since: i64,
}

/// How long to wait for typing to rest when it began then.
pub(super) fn rest(since: i64) -> Duration {
    let waited = u64::try_from(clock::milliseconds().saturating_sub(since)).unwrap_or(0);
    LONGEST.saturating_sub(Duration::from_millis(waited)).min(TYPING)
}

pub(super) fn stop(clock: Option<TimeoutHandle>) {
    if let Some(clock) = clock {
        clock.clear();
    }
}

/// How long typing rests before what is typed is taken.
pub(super) const TYPING: Duration = Duration::from_millis(400);

/// How long it waits while typing goes on: a browser that is killed loses no more.
pub(super) const LONGEST: Duration = Duration::from_millis(500);
