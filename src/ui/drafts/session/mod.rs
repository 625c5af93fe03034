//! What the pages share: the draft, the language, what the rules say of it, and what has been typed so far.

mod flags;
mod history;
mod keeping;

use std::sync::Arc;

use leptos::prelude::*;
use miyun::answers::answer::Answer;
use miyun::answers::question::Spec;
use miyun::answers::subject::Subject;
use miyun::answers::typed::Complaint;
use miyun::date::Date;
use miyun::drafts::draft::Draft;
use miyun::drafts::interview::{Count, Interview, Stage};
use miyun::drafts::list::{Damaged, IndexEntry, name};
use miyun::drafts::page_copy::EmbeddedDraft;
use miyun::drafts::portfolio::Portfolio;
use miyun::official_text::OfficialText;
use miyun::opened::decide::Decision;
use miyun::rule::{Amount, Edition, Flag, Report};
use miyun::text::{Lang, Text};

use crate::ui::drafts::clock::{self, today};
use crate::ui::drafts::session::flags::FindFlags;
use crate::ui::drafts::session::history::History;
use crate::ui::drafts::session::keeping::Waiting;
use crate::ui::drafts::storage::{self, DRAFTS, Refusal};
use crate::ui::frame::route::Route;
use crate::ui::interview::typing::{Beside, Typing};
use crate::ui::words::drafts as words;

/// What the frame of every page asks the rules. Their code comes behind a cut (`parts.rs`), so it is called by address.
#[derive(Clone, Copy)]
pub struct Rules {
    /// Assesses a draft, with the working or without.
    pub assess: fn(&Draft, bool) -> Report,
    /// How many of the questions that matter are answered.
    pub count: fn(&Draft, &Report) -> Count,
}

/// What the pages share. Signals only hold plain data of the library.
#[derive(Clone, Copy)]
pub struct Session {
    /// The open draft.
    pub draft: RwSignal<Draft>,
    /// The language of the page.
    pub lang: RwSignal<Lang>,
    /// The rules, as soon as their code is here. The page starts without.
    pub rules: RwSignal<Option<Rules>>,
    /// What finds the flags, as soon as its code is here: after the rules.
    pub find_flags: RwSignal<Option<FindFlags>>,
    /// What the rules say of the draft, without the working; nothing as long as they are not here.
    pub report: Signal<Arc<Report>>,
    /// The same with the working, for pages that show it: of a long table it takes longer than a key may.
    pub working: Signal<Arc<Report>>,
    /// The answers that do not go together; none as long as what finds them is not here.
    pub flags: RwSignal<Arc<Vec<Flag>>>,
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
    /// The open draft's id among the drafts; none until there is something to keep.
    pub open_id: RwSignal<Option<String>>,
    /// The open draft as it stands among the drafts.
    kept: StoredValue<Draft>,
    /// The drafts among the drafts, the one kept last first.
    pub lines: RwSignal<Vec<IndexEntry>>,
    /// A draft just deleted, which can be brought back.
    pub deleted: RwSignal<Option<Deleted>>,
    /// A file that waits for a decision before it is opened.
    pub opening: RwSignal<Option<Opening>>,
    /// Many applicants side by side, in memory only.
    pub portfolio: RwSignal<Portfolio>,
    /// What was done, for those who do not see it.
    pub said: RwSignal<String>,
    /// The question being changed, and the totals before.
    pub touched: RwSignal<Option<Touched>>,
    /// An action that can be undone.
    pub undo: RwSignal<Option<Undo>>,
    /// The draft that the page carried when it was opened, until the reader decides about it.
    pub embedded: RwSignal<Option<EmbeddedDraft>>,
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

/// The official text as the reader opened it.
#[derive(Clone)]
pub struct Official {
    /// The name of the file.
    pub name: String,
    /// Its articles.
    pub text: Arc<OfficialText>,
}

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
    /// A draft for the year after was begun: what has to be confirmed in it.
    Confirm(Vec<String>),
}

/// A file that waits for a decision: its name, and what has to be decided.
#[derive(Clone)]
pub struct Opening {
    /// The file.
    pub name: String,
    /// What is asked.
    pub decision: Decision,
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

/// An action that can be undone by putting an answer back, and what stood beside it.
#[derive(Clone)]
pub struct Undo {
    /// The question.
    pub question: &'static Spec,
    /// Its answer before.
    pub before: Option<Answer>,
    /// What stood beside the answer before.
    pub beside: Beside,
    /// What is said of the action, in Chinese and English.
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

    /// How many of the questions that matter are answered, as soon as the rules are here.
    pub fn known_count(self) -> Option<Count> {
        let rules = self.rules.get()?;
        Some(self.draft.with(|draft| self.report.with(|report| (rules.count)(draft, report))))
    }

    /// The same. Only to be called where the code of the rules is.
    pub fn count(self) -> Count {
        self.progress(|draft, _, interview| interview.count_all(&draft.facts))
    }

    /// How far a subject has come.
    pub fn stage(self, subject: Subject) -> Stage {
        self.progress(|draft, report, interview| {
            interview.stage(&draft.facts, report, subject, |spec| self.typing.has_invalid(spec))
        })
    }

    /// Opens what was kept, and keeps what changes.
    pub fn open() -> Self {
        let (mut kept, mut trouble, mut open_id, mut lines) = (None, None, None, Vec::new());
        if storage::refusal() == Some(Refusal::Off) {
            trouble = Some(Trouble::NoStorage);
        } else {
            // Also where there is no room left: what is there can be read.
            let migrated = DRAFTS.migrate();
            lines = DRAFTS.lines();
            // The one open last, else the one kept last.
            let last = migrated.or_else(storage::last_open).filter(|id| lines.iter().any(|line| line.id == *id));
            if let Some(id) = last.or_else(|| lines.first().map(|line| line.id.clone())) {
                match DRAFTS.load(&id) {
                    Ok(found) => {
                        storage::remember_open(Some(&id));
                        open_id = found.is_some().then_some(id);
                        kept = found;
                    }
                    Err(damaged) => {
                        trouble = Some(Trouble::Stored(damaged));
                        lines = DRAFTS.lines();
                    }
                }
            } else if let Some((_, entry)) = DRAFTS.aside().into_iter().next() {
                trouble = Some(Trouble::Stored(Damaged { entry, why: String::new() }));
            }
        }
        let saved = RwSignal::new(kept.as_ref().map_or(Saved::Never, |kept| Saved::At(kept.at.clone())));
        let draft = RwSignal::new(kept.map(|kept| kept.draft).unwrap_or_default());
        let rules = RwSignal::new(None::<Rules>);
        // A report is always looked at after a change: comparing two of them would cost more than drawing one.
        let assessed = |working: bool| {
            let assess = move |_: Option<&Arc<Report>>| match rules.get() {
                Some(rules) => draft.with(|draft| Arc::new((rules.assess)(draft, working))),
                None => Arc::default(),
            };
            Memo::new_with_compare(assess, |_, _| true)
        };
        let session = Self {
            draft,
            flags: RwSignal::new(Arc::default()),
            lang: RwSignal::new(storage::language()),
            rules,
            find_flags: RwSignal::new(None),
            report: assessed(false).into(),
            working: assessed(true).into(),
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
            opening: RwSignal::new(None),
            portfolio: RwSignal::new(Portfolio::default()),
            said: RwSignal::new(String::new()),
            touched: RwSignal::new(None),
            undo: RwSignal::new(None),
            embedded: RwSignal::new(None),
            newer: RwSignal::new(false),
            official: RwSignal::new(None),
            history: StoredValue::new(History::default()),
            steps: RwSignal::new((0, 0)),
            waiting: StoredValue::new(None),
        };
        session.follow_flags();
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

    /// The answers changed today: this is the day of the calculation.
    pub fn stamp(self) {
        let today = Some(self.today);
        if self.draft.with_untracked(|draft| draft.calculated != today) {
            self.draft.update(|draft| draft.calculated = today);
        }
    }

    /// Opens a draft that is not among the drafts yet: begun, an example or a file. The one that was open stays there.
    pub fn replace(self, draft: Draft) {
        self.leave();
        self.show(None, draft, Saved::Soon);
        self.keep_now();
    }

    /// Opens a draft of the store of drafts.
    pub fn open_kept(self, id: &str) {
        if self.open_id.with_untracked(|open| open.as_deref() == Some(id)) {
            return;
        }
        self.leave();
        self.take_from_shelf(id);
    }

    /// Opens an applicant of the portfolio as a draft of its own; a second time, the same draft.
    pub fn open_applicant(self, place: usize) {
        let applicant = |portfolio: &Portfolio| Some(portfolio.applicants.get(place)?.clone());
        let Some(applicant) = self.portfolio.with_untracked(applicant) else { return };
        let is_kept = |id: &String| self.lines.with_untracked(|lines| lines.iter().any(|line| line.id == *id));
        if let Some(id) = applicant.opened.filter(is_kept) {
            return self.open_kept(&id);
        }
        self.replace(applicant.draft);
        let id = self.open_id.get_untracked();
        // Nothing that the portfolio shows has changed.
        self.portfolio.update_untracked(|portfolio| {
            if let Some(applicant) = portfolio.applicants.get_mut(place) {
                applicant.opened = id;
            }
        });
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
            storage::keep(&storage::new_id(), copy, clock::now(), Box::new(|| true), Box::new(told));
        }
    }

    /// Shows another draft. Steps back stay within one draft: the others are among the drafts.
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
}

/// Whether a draft says nothing.
pub fn is_empty(draft: &Draft) -> bool {
    draft.facts.answered() == 0 && draft.title.is_empty()
}
