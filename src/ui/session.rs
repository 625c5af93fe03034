//! What the pages share: the draft, the language, what the rules say of it, and what has been typed so far.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use miyun::date::Date;
use miyun::draft::Draft;
use miyun::facts::Answer;
use miyun::policy::official_text::OfficialText;
use miyun::question::Spec;
use miyun::rule::{Amount, Report};
use miyun::text::{Lang, Text};
use miyun::typed::Complaint;

use super::route::Route;
use super::storage;
use super::typing::Typing;

/// What the pages share. Signals only hold plain data of the library.
#[derive(Clone, Copy)]
pub struct Session {
    /// The open draft.
    pub draft: RwSignal<Draft>,
    /// The language of the page.
    pub lang: RwSignal<Lang>,
    /// What the rules say of the draft, with the working.
    pub report: Signal<Arc<Report>>,
    /// The day on which the page is looked at.
    pub today: Date,
    /// The page shown.
    pub route: RwSignal<Route>,
    /// What has been typed and is no answer, and the rows of tables.
    pub typing: Typing,
    /// Whether the draft is kept in the browser.
    pub saved: RwSignal<Saved>,
    /// What stands in the way, told above the page.
    pub trouble: RwSignal<Option<Trouble>>,
    /// The question being changed, and the totals before.
    pub touched: RwSignal<Option<Touched>>,
    /// A deed that can be undone.
    pub undo: RwSignal<Option<Undo>>,
    /// The official text, if the reader has opened it: in memory only.
    pub official: RwSignal<Option<Official>>,
    /// The draft as it was before each question was changed, and what was undone since.
    history: StoredValue<History>,
    /// How many steps lead back, and forward again.
    pub steps: RwSignal<(usize, usize)>,
}

/// The official text as the reader opened it.
#[derive(Clone)]
pub struct Official {
    /// The name of the file.
    pub name: String,
    /// Its articles.
    pub text: Arc<OfficialText>,
}

/// Drafts to go back to, and forward to again, the nearest last.
#[derive(Default)]
struct History {
    past: Vec<Draft>,
    future: Vec<Draft>,
    /// The question that is being typed at since the last step: one step takes it all back.
    typed_at: Option<usize>,
}

/// How many steps are kept.
const STEPS: usize = 50;

/// Whether the draft is kept in the browser.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Saved {
    /// Nothing to keep yet.
    Never,
    /// A change waits to be kept.
    Soon,
    /// Kept, at this moment (ISO 8601).
    At(String),
    /// The browser refuses.
    Refused,
}

/// What stands in the way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// The browser keeps nothing.
    NoStorage,
    /// The stored draft could not be read and was set aside.
    Stored(storage::Damaged),
    /// Another window has changed the draft that is kept.
    Elsewhere,
    /// A file could not be opened: its name, and why.
    File(String, String),
}

/// The question being changed.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Touched {
    /// Its short name.
    pub label: Text,
    /// The totals before the first change to it.
    pub before: Amount,
}

/// A deed that can be undone by putting an answer back.
#[derive(Clone)]
pub struct Undo {
    /// The question.
    pub question: &'static Spec,
    /// Its answer before.
    pub before: Option<Answer>,
}

impl Session {
    /// Opens what was kept, and keeps what changes.
    pub fn open() -> Self {
        let (kept, trouble) = match storage::allowed() {
            false => (None, Some(Trouble::NoStorage)),
            true => match storage::load() {
                Ok(kept) => (kept, None),
                Err(damaged) => (None, Some(Trouble::Stored(damaged))),
            },
        };
        let saved = kept.as_ref().map_or(Saved::Never, |kept| Saved::At(kept.at.clone()));
        let draft = RwSignal::new(kept.map(|kept| kept.draft).unwrap_or_default());
        // A report is always looked at after a change: comparing two of them would cost more than drawing one.
        let report = Memo::new_with_compare(
            move |_| draft.with(|draft| Arc::new((draft.rules().assess)(&draft.facts, true))),
            |_, _| true,
        );
        let session = Self {
            draft,
            lang: RwSignal::new(storage::language()),
            report: report.into(),
            today: today(),
            route: RwSignal::new(Route::here()),
            typing: Typing::new(),
            saved: RwSignal::new(saved),
            trouble: RwSignal::new(trouble),
            touched: RwSignal::new(None),
            undo: RwSignal::new(None),
            official: RwSignal::new(None),
            history: StoredValue::new(History::default()),
            steps: RwSignal::new((0, 0)),
        };
        session.keep_changes();
        session
    }

    /// Tells or takes back an answer.
    ///
    /// # Errors
    /// When the question does not take it. The draft stays as it was.
    pub fn tell(self, question: &'static Spec, answer: Option<Answer>) -> Result<(), Complaint> {
        let same = self.draft.with_untracked(|draft| draft.facts.answer(question) == answer.as_ref());
        if same {
            return Ok(());
        }
        self.touch(question);
        self.draft.try_update(|draft| draft.facts.set(question, answer)).unwrap_or(Ok(()))?;
        self.stamp();
        Ok(())
    }

    /// Notes that a question is being changed, so that the page can say what came of it.
    pub fn touch(self, question: &'static Spec) {
        let slot = Some(question.slot as usize);
        let other = self.history.try_update_value(|history| std::mem::replace(&mut history.typed_at, slot) != slot);
        if other == Some(true) {
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

    /// Notes that a deed is being done to a question, such as a row moved: one step back undoes it and nothing else.
    pub fn deed(self, question: &'static Spec) {
        self.history.update_value(|history| history.typed_at = None);
        self.touch(question);
        self.history.update_value(|history| history.typed_at = None);
    }

    /// Notes the draft as it is, so that one can come back to it.
    fn note_step(self) {
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

    fn count_steps(self) {
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

    /// The answers changed today: this is the day of the calculation.
    pub fn stamp(self) {
        let today = Some(self.today);
        if self.draft.with_untracked(|draft| draft.calculated != today) {
            self.draft.update(|draft| draft.calculated = today);
        }
    }

    /// Opens another draft. The one that was open is set aside and can be brought back.
    pub fn replace(self, draft: Draft) {
        self.draft.with_untracked(|old| {
            if old.facts.answered() > 0 && *old != draft {
                storage::keep_previous(old);
            }
        });
        self.note_step();
        self.history.update_value(|history| history.typed_at = None);
        self.typing.forget();
        self.touched.set(None);
        self.undo.set(None);
        self.draft.set(draft);
    }

    /// Keeps the draft a moment after each change, and at once when the page is left.
    fn keep_changes(self) {
        let pending: StoredValue<Option<TimeoutHandle>> = StoredValue::new(None);
        let write = move || {
            if let Some(handle) = pending.try_update_value(Option::take).flatten() {
                handle.clear();
            }
            let elsewhere = self.trouble.with_untracked(|trouble| *trouble == Some(Trouble::Elsewhere));
            if self.saved.get_untracked() == Saved::Soon && !elsewhere {
                let kept = self.draft.with_untracked(storage::keep);
                self.saved.set(kept.map_or(Saved::Refused, Saved::At));
            }
        };
        Effect::new(move |before: Option<()>| {
            self.draft.track();
            if before.is_some() {
                self.saved.set(Saved::Soon);
                if let Some(handle) = pending.try_update_value(Option::take).flatten() {
                    handle.clear();
                }
                pending.set_value(set_timeout_with_handle(write, Duration::from_millis(400)).ok());
            }
        });
        // Told, not merged: whichever window writes next would otherwise take the other's answers away.
        let _ = window_event_listener_untyped("storage", move |event| {
            if storage::is_of_the_draft(&event)
                && let Ok(Some(kept)) = storage::load()
                && self.draft.with_untracked(|draft| draft.facts != kept.draft.facts)
            {
                self.trouble.set(Some(Trouble::Elsewhere));
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

/// Today, on this machine.
fn today() -> Date {
    let now = js_sys::Date::new_0();
    let part = |part: u32| u16::try_from(part).unwrap_or(1);
    let (month, day) = (part(now.get_month()) + 1, part(now.get_date()));
    Date::new(part(now.get_full_year()), u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1))
        .unwrap_or(Date::first_of(2026))
}

/// `14:32` for a moment of today, else its day.
pub fn moment(at: &str, today: Date) -> String {
    let moment = js_sys::Date::new(&leptos::wasm_bindgen::JsValue::from_str(at));
    let day = format!("{:04}-{:02}-{:02}", moment.get_full_year(), moment.get_month() + 1, moment.get_date());
    if day == today.to_string() {
        format!("{:02}:{:02}", moment.get_hours(), moment.get_minutes())
    } else if moment.get_full_year() > 2000 {
        day
    } else {
        String::new()
    }
}
