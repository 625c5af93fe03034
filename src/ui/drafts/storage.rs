//! The drafts in the browser's own storage, and what the reader chose of language and theme.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{DomException, Event, StorageEvent};
use miyun::drafts::draft::Draft;
use miyun::drafts::list::{self, DraftStore, INDEX, Store, entry_key};
use miyun::text::Lang;

use crate::ui::drafts::clock::{milliseconds, now};
use crate::ui::drafts::database::{self, Then};
use crate::ui::drafts::journal;
use crate::ui::drafts::slices::Slices;
use crate::ui::drafts::small_store::{remember, remembered, store, store_of_tab};

/// The draft opened last; each tab also remembers its own.
const LAST: &str = "miyun.drafts.last";
const LANGUAGE: &str = "miyun.language";
const THEME: &str = "miyun.theme";

thread_local! {
    /// What the browser refused to keep: there while this page is open, so that all drafts can still be worked with.
    static UNKEPT: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// The browser's own store.
#[derive(Clone, Copy, Debug)]
pub struct Local;

impl Store for Local {
    fn get(&self, key: &str) -> Option<String> {
        UNKEPT.with_borrow(|unkept| unkept.get(key).cloned()).or_else(|| remembered(key))
    }

    fn set(&self, key: &str, text: &str) -> bool {
        let kept = remember(key, text);
        UNKEPT.with_borrow_mut(|unkept| match kept {
            true => unkept.remove(key),
            false => unkept.insert(key.to_owned(), text.to_owned()),
        });
        kept
    }

    fn remove(&self, key: &str) {
        UNKEPT.with_borrow_mut(|unkept| unkept.remove(key));
        if let Some(store) = store() {
            let _ = store.remove_item(key);
        }
    }

    fn keys(&self) -> Vec<String> {
        let mut keys: BTreeSet<String> = UNKEPT.with_borrow(|unkept| unkept.keys().cloned().collect());
        if let Some(store) = store() {
            let count = store.length().unwrap_or(0);
            keys.extend((0..count).filter_map(|place| store.key(place).ok().flatten()));
        }
        keys.into_iter().collect()
    }

    fn large(&self, name: &str) -> Option<String> {
        database::at_hand(name)
    }
}

/// The drafts that the browser keeps.
pub const DRAFTS: DraftStore<Local> = DraftStore(Local);

/// Why the browser keeps nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// It does not let the page keep anything.
    Off,
    /// There is no room left.
    Full,
}

/// Why the browser would keep nothing now, if so. A page without leave gets an error, or no store at all; one without
/// room gets an error of that name (Firefox has its own), which some browsers also give where they allow no room at all.
pub fn refusal() -> Option<Refusal> {
    const PROBE: &str = "miyun.probe";
    let Some(store) = store() else { return Some(Refusal::Off) };
    let error = store.set_item(PROBE, "1").err();
    let _ = store.remove_item(PROBE);
    let name = error?.dyn_into::<DomException>().map(|error| error.name()).unwrap_or_default();
    let no_room = matches!(name.as_str(), "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED");
    Some(if no_room && store.length().unwrap_or(0) > 0 { Refusal::Full } else { Refusal::Off })
}

/// The draft that was open in this tab, else in any.
pub fn last_open() -> Option<String> {
    let of_tab = || store_of_tab()?.get_item(LAST).ok()?;
    of_tab().or_else(|| remembered(LAST)).filter(|id| !id.is_empty())
}

/// Remembers which draft is open; none is open when the one that was is deleted.
pub fn remember_open(id: Option<&str>) {
    let id = id.unwrap_or_default();
    if let Some(store) = store_of_tab() {
        let _ = store.set_item(LAST, id);
    }
    let _ = remember(LAST, id);
}

/// An id for a new draft: the moment, in digits.
pub fn new_id() -> String {
    DRAFTS.free_id(&digits(&now()))
}

/// Keeps a draft under a moment, and tells `then` whether the browser did. A large one takes a while; `may` is asked
/// before it takes the place of what is there.
pub fn keep(id: &str, draft: Draft, at: String, may: Box<dyn Fn() -> bool>, then: Then<bool>) {
    if let Some(entry) = list::short_entry(&draft, &at) {
        let old = DRAFTS.large_of(id);
        let kept = DRAFTS.keep_entry(id, &draft, &at, &entry);
        if kept {
            write_journal(id, old);
        }
        return then(kept);
    }
    let entry = written(draft.clone(), at.clone());
    let id = id.to_owned();
    let name = format!("{} {id}", digits(&now()));
    let noted = name.clone();
    let note = move |put| {
        let old = DRAFTS.large_of(&id);
        // Without a database it may still fit beside the others.
        let kept =
            may() && if put { DRAFTS.keep_large(&id, &draft, &at, &name) } else { DRAFTS.keep(&id, &draft, &at) };
        if kept {
            write_journal(&id, old);
        } else if put && DRAFTS.large_of(&id).as_ref() != Some(&name) {
            database::forget(name);
        }
        then(kept);
    };
    database::put(noted, entry, Box::new(note));
}

/// The entry of a draft, written in slices.
async fn written(draft: Draft, at: String) -> String {
    let (mut slices, mut entry) = (Slices::begin(), String::new());
    for part in list::entry_parts(&draft, &at) {
        entry += &part;
        slices.pause().await;
    }
    entry
}

/// Writes the stored entry of a draft into the journal as well, then gives up the large text that it notes no more.
fn write_journal(id: &str, needless: Option<String>) {
    let Some(entry) = Local.get(&entry_key(id)) else { return };
    let forget = move || {
        if let Some(needless) = needless {
            database::forget(needless);
        }
    };
    journal::put(id.to_owned(), entry, forget);
}

/// Takes a draft away; its entry is handed over, to put it back.
pub fn take(id: &str) -> Option<String> {
    let entry = DRAFTS.take(id);
    journal::remove(id.to_owned());
    // There may be room now for what was refused.
    for (key, text) in UNKEPT.with_borrow(Clone::clone) {
        Local.set(&key, &text);
    }
    entry
}

/// Puts back what was taken away. False when the browser refuses.
pub fn put_back(id: &str, entry: &str) -> bool {
    let kept = DRAFTS.put_back(id, entry);
    if kept {
        write_journal(id, None);
    }
    kept
}

/// Whether the browser has refused to keep a draft: leaving the page would lose it.
pub fn holds_unkept() -> bool {
    let entries = entry_key("");
    UNKEPT.with_borrow(|unkept| unkept.keys().any(|key| key.starts_with(&entries)))
}

/// Takes over from the journal what the browser lost when it was killed. Tells the ids of these drafts, when their large
/// texts are at hand.
pub fn recover(then: impl FnOnce(Vec<String>) + 'static) {
    journal::read(Box::new(|entries| {
        let ids = DRAFTS.recover(&entries);
        when_at_hand(move || then(ids));
    }));
}

/// Does something once every large text that is noted is at hand, at once where all are. What the database does not
/// give is as good as not there.
pub fn when_at_hand(then: impl FnOnce() + 'static) {
    database::fetch(DRAFTS.large(), Box::new(|()| then()));
}

/// Gives up the large texts that nothing notes, but for those of the last day: a deleted draft can be brought back.
pub fn tidy() {
    let day_ago = milliseconds() - 86_400_000;
    let day_ago = js_sys::Date::new(&JsValue::from_f64(day_ago as f64));
    database::tidy(DRAFTS.large(), digits(&String::from(day_ago.to_iso_string())));
}

fn digits(moment: &str) -> String {
    moment.replace(|sign: char| !sign.is_ascii_digit(), "")
}

/// What another window has changed.
pub enum Changed {
    /// The draft of this id, which is open here.
    Draft(String),
    /// The open draft: it was deleted.
    Gone,
    /// The list.
    List,
    /// Something else.
    Other,
}

/// What another window has changed.
pub fn changed(event: &Event) -> Changed {
    let Some(event) = event.dyn_ref::<StorageEvent>() else { return Changed::Other };
    let Some(key) = event.key() else { return Changed::Other };
    match last_open() {
        Some(id) if key == entry_key(&id) => event.new_value().map_or(Changed::Gone, |_| Changed::Draft(id)),
        _ if key == INDEX => Changed::List,
        _ => Changed::Other,
    }
}

/// How the page is coloured.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Theme {
    /// As the system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Its name in storage and on the root element.
    pub const fn id(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The one that the switch turns to next.
    pub const fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }
}

/// The theme chosen last time.
pub fn theme() -> Theme {
    match remembered(THEME).as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    }
}

/// Remembers the theme.
pub fn remember_theme(theme: Theme) {
    let _ = remember(THEME, theme.id());
}

/// The language chosen last time, else Chinese: the rules are.
pub fn language() -> Lang {
    if remembered(LANGUAGE).as_deref() == Some(Lang::En.tag()) { Lang::En } else { Lang::Zh }
}

/// Remembers the language.
pub fn remember_language(lang: Lang) {
    let _ = remember(LANGUAGE, lang.tag());
}
