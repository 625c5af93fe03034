//! What the pages share: the draft, the language, what the rules say of it, and what has been typed so far.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::BeforeUnloadEvent;
use miyun::answers::answer::Answer;
use miyun::answers::question::Spec;
use miyun::answers::subject::Subject;
use miyun::answers::typed::Complaint;
use miyun::date::Date;
use miyun::drafts::draft::Draft;
use miyun::drafts::interview::{Count, Interview, Stage};
use miyun::drafts::list::{Damaged, Line, name};
use miyun::drafts::page_copy::Carried;
use miyun::official_text::OfficialText;
use miyun::rule::{Amount, Edition, Report};
use miyun::text::{Lang, Text};

use crate::ui::drafts::database::{self, Then};
use crate::ui::drafts::storage::{self, Changed, Refusal, SHELF};
use crate::ui::frame::route::Route;
use crate::ui::interview::typing::{Beside, Typing};
use crate::ui::words::drafts as words;

/// The rules that a draft is under.
pub type Rules = fn(&Draft) -> &'static Edition;

/// What the pages share. Signals only hold plain data of the library.
#[derive(Clone, Copy)]
pub struct Session {
    /// The open draft.
    pub draft: RwSignal<Draft>,
    /// The language of the page.
    pub lang: RwSignal<Lang>,
    /// The rules that a draft is under, as soon as their code is here (`later.rs`). The page starts without.
    pub rules: RwSignal<Option<Rules>>,
    /// What the rules say of the draft, with the working; nothing as long as they are not here.
    pub report: Signal<Arc<Report>>,
    /// The day on which the page is looked at.
    pub today: Date,
    /// Whether the page has been painted for the first time.
    pub painted: RwSignal<bool>,
    /// The page shown.
    pub route: RwSignal<Route>,
    /// What has been typed and is no answer, and the rows of tables.
    pub typing: Typing,
    /// Whether the draft is kept in the browser.
    pub saved: RwSignal<Saved>,
    /// Why the browser refused to keep the draft, if it has not kept it since: told above the page, which must not come
    /// and go with every attempt.
    pub refused: Memo<Option<Refusal>>,
    /// What stands in the way, told above the page.
    pub trouble: RwSignal<Option<Trouble>>,
    /// What another window did to what is stored of the open draft, until the reader has chosen. Nothing is kept before.
    pub contest: RwSignal<Option<Contest>>,
    /// The open draft's id on the shelf; none until there is something to keep.
    pub open_id: RwSignal<Option<String>>,
    /// The open draft as it stands on the shelf.
    kept: StoredValue<Draft>,
    /// The drafts on the shelf, the one kept last first.
    pub lines: RwSignal<Vec<Line>>,
    /// A draft just deleted, which can be brought back.
    pub deleted: RwSignal<Option<Deleted>>,
    /// What was done, for those who do not see it.
    pub said: RwSignal<String>,
    /// The question being changed, and the totals before.
    pub touched: RwSignal<Option<Touched>>,
    /// A deed that can be undone.
    pub undo: RwSignal<Option<Undo>>,
    /// The draft that the page carried when it was opened, until the reader decides about it.
    pub carried: RwSignal<Option<Carried>>,
    /// Whether a newer version of the page waits.
    pub newer: RwSignal<bool>,
    /// The official text, if the reader has opened it: in memory only.
    pub official: RwSignal<Option<Official>>,
    /// The draft as it was before each question was changed, and what was undone since.
    history: StoredValue<History>,
    /// How many steps lead back, and forward again.
    pub steps: RwSignal<(usize, usize)>,
    /// What is typed and waits to become part of the draft.
    waiting: StoredValue<Option<Waiting>>,
}

/// A deed that waits for typing to rest.
struct Waiting {
    deed: Callback<()>,
    clock: Option<TimeoutHandle>,
    /// When typing began, in milliseconds since 1970.
    since: i64,
}

/// How long to wait for typing to rest when it began then.
fn rest(since: i64) -> Duration {
    let waited = u64::try_from(storage::milliseconds().saturating_sub(since)).unwrap_or(0);
    LONGEST.saturating_sub(Duration::from_millis(waited)).min(TYPING)
}

fn stop(clock: Option<TimeoutHandle>) {
    if let Some(clock) = clock {
        clock.clear();
    }
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
    /// What is being typed at since the last step: one step takes it all back.
    typed_at: Option<TypedAt>,
}

/// What is being typed at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum TypedAt {
    /// A question, by its slot.
    Question(usize),
    /// The statement of a clause.
    Statement(&'static str),
}

/// How long typing rests before what is typed is taken.
const TYPING: Duration = Duration::from_millis(400);

/// How long it waits while typing goes on: a browser that is killed loses no more.
const LONGEST: Duration = Duration::from_millis(500);

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
    Refused(Refusal),
}

/// What stands in the way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// The browser keeps nothing.
    NoStorage,
    /// The stored draft could not be read and was set aside.
    Stored(Damaged),
    /// A file could not be opened: its name, and why.
    File(String, String),
    /// A file was opened that says otherwise than its own answers give: its name, and where.
    Differs(String, Vec<String>),
}

/// What another window did to the draft that is open here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Contest {
    /// It has changed what is stored.
    Changed,
    /// It has deleted it.
    Gone,
}

/// The question being changed.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Touched {
    /// Its short name.
    pub label: Text,
    /// The totals before the first change to it.
    pub before: Amount,
}

/// A deed that can be undone by putting an answer back, and what stood beside it.
#[derive(Clone)]
pub struct Undo {
    /// The question.
    pub question: &'static Spec,
    /// Its answer before.
    pub before: Option<Answer>,
    /// What stood beside the answer before.
    pub beside: Beside,
    /// What is said of the deed, in Chinese and English.
    pub says: Vec<[String; 2]>,
}

/// A draft just deleted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Deleted {
    /// Its id.
    pub id: String,
    /// What it was called.
    pub name: String,
    /// Its entry.
    entry: String,
    /// Whether it was the open one.
    was_open: bool,
}

impl Session {
    /// The edition that the draft is under. Only to be called where the code of the rules is.
    pub fn edition(self) -> &'static Edition {
        self.draft.with(Draft::rules)
    }

    /// How far the answers have come.
    pub fn progress<T>(self, look: impl FnOnce(&Draft, &Report, Interview) -> T) -> T {
        self.draft.with(|draft| self.report.with(|report| look(draft, report, draft.interview(report))))
    }

    /// How many of the questions that matter are answered.
    pub fn count(self) -> Count {
        self.progress(|draft, _, interview| interview.count_all(&draft.facts))
    }

    /// How far a subject has come.
    pub fn stage(self, subject: Subject) -> Stage {
        self.progress(|draft, report, interview| {
            interview.stage(&draft.facts, &report.missing(), subject, |spec| self.typing.has_slips(spec))
        })
    }

    /// Opens what was kept, and keeps what changes.
    pub fn open() -> Self {
        let (mut kept, mut trouble, mut open_id, mut lines) = (None, None, None, Vec::new());
        if storage::refusal() == Some(Refusal::Off) {
            trouble = Some(Trouble::NoStorage);
        } else {
            // Also where there is no room left: what is there can be read.
            let migrated = SHELF.migrate();
            lines = SHELF.lines();
            // The one open last, else the one kept last.
            let last = migrated.or_else(storage::last_open).filter(|id| lines.iter().any(|line| line.id == *id));
            if let Some(id) = last.or_else(|| lines.first().map(|line| line.id.clone())) {
                match SHELF.load(&id) {
                    Ok(found) => {
                        storage::remember_open(Some(&id));
                        open_id = found.is_some().then_some(id);
                        kept = found;
                    }
                    Err(damaged) => {
                        trouble = Some(Trouble::Stored(damaged));
                        lines = SHELF.lines();
                    }
                }
            } else if let Some((_, entry)) = SHELF.aside().into_iter().next() {
                trouble = Some(Trouble::Stored(Damaged { entry, why: String::new() }));
            }
        }
        let saved = RwSignal::new(kept.as_ref().map_or(Saved::Never, |kept| Saved::At(kept.at.clone())));
        let draft = RwSignal::new(kept.map(|kept| kept.draft).unwrap_or_default());
        let rules = RwSignal::new(None::<Rules>);
        // A report is always looked at after a change: comparing two of them would cost more than drawing one.
        let report = Memo::new_with_compare(
            move |_| match rules.get() {
                Some(rules) => draft.with(|draft| Arc::new(rules(draft).assess(&draft.facts, true))),
                None => Arc::default(),
            },
            |_, _| true,
        );
        let session = Self {
            draft,
            lang: RwSignal::new(storage::language()),
            rules,
            report: report.into(),
            today: today(),
            painted: RwSignal::new(false),
            route: RwSignal::new(Route::here()),
            typing: Typing::new(),
            saved,
            refused: Memo::new(move |before| match saved.get() {
                Saved::Refused(why) => Some(why),
                Saved::Soon => before.copied().flatten(),
                Saved::Never | Saved::At(_) => None,
            }),
            trouble: RwSignal::new(trouble),
            contest: RwSignal::new(None),
            open_id: RwSignal::new(open_id),
            kept: StoredValue::new(draft.get_untracked()),
            lines: RwSignal::new(lines),
            deleted: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            touched: RwSignal::new(None),
            undo: RwSignal::new(None),
            carried: RwSignal::new(None),
            newer: RwSignal::new(false),
            official: RwSignal::new(None),
            history: StoredValue::new(History::default()),
            steps: RwSignal::new((0, 0)),
            waiting: StoredValue::new(None),
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

    /// Notes that a deed is being done to a question, such as a row moved: one step back undoes it and nothing else.
    pub fn deed(self, question: &'static Spec) {
        self.history.update_value(|history| history.typed_at = None);
        self.touch(question);
        self.history.update_value(|history| history.typed_at = None);
    }

    /// Undoes a deed.
    pub fn take_back(self, deed: Undo) {
        self.typing.put_back(deed.question, deed.beside);
        let _ = self.tell(deed.question, deed.before);
        self.undo.set(None);
    }

    /// Changes what is decided about the papers: one step back undoes it.
    pub fn file(self, change: impl FnOnce(&mut Draft)) {
        self.history.update_value(|history| history.typed_at = None);
        self.note_step();
        self.draft.update(change);
    }

    /// The same as one types at the statement of a clause: one step back takes it all back.
    pub fn file_typed(self, clause: &'static str, change: impl FnOnce(&mut Draft)) {
        let at = Some(TypedAt::Statement(clause));
        if self.history.try_update_value(|history| std::mem::replace(&mut history.typed_at, at) != at) == Some(true) {
            self.note_step();
        }
        self.draft.update(change);
    }

    /// Does a deed once typing rests, but soon, or when the draft is kept. It takes the place of the one that waits.
    pub fn later(self, deed: Callback<()>) {
        let before = self.waiting.try_update_value(Option::take).flatten();
        let since = before.as_ref().map_or_else(storage::milliseconds, |waiting| waiting.since);
        stop(before.and_then(|waiting| waiting.clock));
        let clock = set_timeout_with_handle(move || _ = self.write_now(), rest(since)).ok();
        self.waiting.set_value(Some(Waiting { deed, clock, since }));
    }

    /// Does what waits; says whether there was anything.
    pub fn write_now(self) -> bool {
        let waited = self.waiting.try_update_value(Option::take).flatten();
        let waits = waited.is_some();
        if let Some(Waiting { deed, clock, .. }) = waited {
            stop(clock);
            deed.try_run(());
        }
        waits
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

    /// Opens a draft that is not on the shelf yet: begun, an example or a file. The one that was open stays there.
    pub fn replace(self, draft: Draft) {
        self.leave();
        self.show(None, draft, Saved::Soon);
        self.keep_now();
    }

    /// Opens a draft of the shelf.
    pub fn open_kept(self, id: &str) {
        if self.open_id.with_untracked(|open| open.as_deref() == Some(id)) {
            return;
        }
        self.leave();
        self.take_from_shelf(id);
    }

    /// Keeps the open draft before another is shown: as a copy where another window has changed what is stored and the
    /// reader has not chosen between the two.
    fn leave(self) {
        self.keep_now();
        if self.is_only_here() {
            let draft = self.draft.get_untracked();
            let title = format!("{}{}", name(&draft), words::COPY.get(self.lang.get_untracked()));
            let told = move |kept| self.look_after(kept);
            let copy = Draft { title, ..draft };
            storage::keep(&storage::new_id(), copy, storage::now(), Box::new(|| true), Box::new(told));
        }
    }

    /// Whether this window alone has the answers it shows: another changed or deleted what is stored of them.
    fn is_only_here(self) -> bool {
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
                        self.hear(Changed::Draft(open));
                    }
                }
            }
        });
    }

    /// Whether nothing was done here that is not kept, not even half a word typed.
    fn is_unchanged(self) -> bool {
        self.is_kept() && !self.is_contested() && !self.typing.has_any() && self.waiting.with_value(Option::is_none)
    }

    /// Takes what stands on the shelf, also for the draft that is open: another window has changed it.
    pub fn take_from_shelf(self, id: &str) {
        let id = id.to_owned();
        storage::when_at_hand(move || {
            match SHELF.load(&id) {
                Ok(Some(kept)) => self.show(Some(id), kept.draft, Saved::At(kept.at)),
                Ok(None) => {}
                Err(damaged) => self.trouble.set(Some(Trouble::Stored(damaged))),
            }
            self.look_at_shelf();
        });
    }

    fn is_contested(self) -> bool {
        self.contest.with_untracked(Option::is_some)
    }

    /// Shows another draft. Steps back stay within one draft: the others are on the shelf.
    fn show(self, id: Option<String>, draft: Draft, saved: Saved) {
        // The choice was about the draft shown before; left open, it would stop this one from being kept.
        self.contest.set(None);
        self.history.set_value(History::default());
        self.count_steps();
        self.typing.forget();
        self.touched.set(None);
        self.undo.set(None);
        storage::remember_open(id.as_deref());
        self.open_id.set(id);
        if matches!(saved, Saved::At(_)) {
            self.kept.set_value(draft.clone());
        }
        self.saved.set(saved);
        self.draft.set(draft);
    }

    /// Looks at the shelf again.
    pub fn look_at_shelf(self) {
        self.lines.set(SHELF.lines());
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
        let (draft, at) = (self.draft.get_untracked(), storage::now());
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
        if let Ok(Some(kept)) = SHELF.load(id) {
            let told = move |kept| self.look_after(kept);
            storage::keep(id, Draft { title, ..kept.draft }, kept.at, Box::new(|| true), Box::new(told));
        }
    }

    /// Copies a draft under a title, and tells the id of the copy.
    pub fn duplicate(self, id: &str, title: String, then: Then<String>) {
        self.keep_now();
        let Ok(Some(kept)) = SHELF.load(id) else { return self.look_at_shelf() };
        let copy = storage::new_id();
        let draft = Draft { title, ..kept.draft };
        let id = copy.clone();
        let told = move |kept| {
            self.look_after(kept);
            if kept {
                then(copy);
            }
        };
        storage::keep(&id, draft, storage::now(), Box::new(|| true), Box::new(told));
    }

    /// Notes that the browser has refused to keep something, and why: what is too large for it has no room.
    fn refuse(self) {
        self.saved.set(Saved::Refused(storage::refusal().unwrap_or(Refusal::Full)));
    }

    /// Looks at the shelf again after something was kept there, or refused.
    fn look_after(self, kept: bool) {
        if !kept {
            self.refuse();
        }
        self.look_at_shelf();
    }

    /// Deletes a draft; it can be brought back.
    pub fn delete(self, line: &Line) {
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

    /// Lets the open draft go, which stands on the shelf no more.
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

    /// Whether the open draft stands on the shelf as it is, or there is nothing to keep.
    fn is_kept(self) -> bool {
        self.draft.with_untracked(|draft| match self.open_id.with_untracked(Option::is_some) {
            true => self.kept.with_value(|kept| kept == draft),
            false => is_empty(draft),
        })
    }

    /// Hears what another window did. A window that has changed nothing follows. Else it is told, not merged: whichever
    /// window writes next would take the other's answers away.
    fn hear(self, changed: Changed) {
        match changed {
            Changed::Draft(id) => {
                if let Ok(Some(kept)) = SHELF.read(&id)
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
    fn keep_changes(self) {
        let pending: StoredValue<Option<TimeoutHandle>> = StoredValue::new(None);
        let since = StoredValue::new(0);
        let write = move || {
            stop(pending.try_update_value(Option::take).flatten());
            self.keep_now();
        };
        Effect::new(move |before: Option<()>| {
            self.draft.track();
            // What was just opened from the shelf, or kept at once, has not changed.
            let waits = before.is_some() && !self.is_kept();
            if waits {
                self.saved.set(Saved::Soon);
                let before = pending.try_update_value(Option::take).flatten();
                if before.is_none() {
                    since.set_value(storage::milliseconds());
                }
                stop(before);
                pending.set_value(set_timeout_with_handle(write, rest(since.get_value())).ok());
            }
        });
        let _ = window_event_listener_untyped("storage", move |event| {
            let changed = storage::changed(&event);
            storage::when_at_hand(move || self.hear(changed));
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

/// Whether a draft says nothing.
pub fn is_empty(draft: &Draft) -> bool {
    draft.facts.answered() == 0 && draft.title.is_empty()
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

/// The moment a draft was kept, as people of the language say it: `今天14:32`, `7月3日14:32`, `2025年7月3日`.
pub fn when(at: &str, today: Date, lang: Lang) -> String {
    let moment = js_sys::Date::new(&leptos::wasm_bindgen::JsValue::from_str(at));
    let day = u16::try_from(moment.get_full_year()).ok().and_then(|year| {
        Date::new(year, u8::try_from(moment.get_month() + 1).ok()?, u8::try_from(moment.get_date()).ok()?)
    });
    let Some(day) = day else { return String::new() };
    let time = format!("{:02}:{:02}", moment.get_hours(), moment.get_minutes());
    match (lang, day == today, day.year() == today.year()) {
        (Lang::Zh, true, _) => format!("今天{time}"),
        (Lang::En, true, _) => format!("today {time}"),
        (Lang::Zh, _, true) => format!("{}月{}日{time}", day.month(), day.day()),
        (Lang::Zh, ..) => day.zh(),
        (Lang::En, _, true) => format!("{}, {time}", day.en()),
        (Lang::En, ..) => day.en(),
    }
}
