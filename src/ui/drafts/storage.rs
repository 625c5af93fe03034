//! The drafts in the browser's own storage, and what the reader chose of language and theme.

use gloo_storage::{LocalStorage, Storage as _};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Event, StorageEvent};
use miyun::drafts::draft::Draft;
use miyun::drafts::list::{self, INDEX, LONGEST, Shelf, Store, entry_key};
use miyun::text::Lang;

use crate::ui::drafts::database::{self, Then};

/// The draft opened last; each tab also remembers its own.
const LAST: &str = "miyun.drafts.last";
const LANGUAGE: &str = "miyun.language";
const THEME: &str = "miyun.theme";

/// The browser's own store.
#[derive(Clone, Copy, Debug)]
pub struct Local;

impl Store for Local {
    fn get(&self, key: &str) -> Option<String> {
        remembered(key)
    }

    fn set(&self, key: &str, text: &str) -> bool {
        matches!(window().local_storage(), Ok(Some(storage)) if storage.set_item(key, text).is_ok())
    }

    fn remove(&self, key: &str) {
        if let Ok(Some(_)) = window().local_storage() {
            LocalStorage::delete(key);
        }
    }

    fn keys(&self) -> Vec<String> {
        let Ok(Some(storage)) = window().local_storage() else { return Vec::new() };
        (0..storage.length().unwrap_or(0)).filter_map(|place| storage.key(place).ok().flatten()).collect()
    }

    fn large(&self, name: &str) -> Option<String> {
        database::at_hand(name)
    }
}

/// The drafts that the browser keeps.
pub const SHELF: Shelf<Local> = Shelf(Local);

/// Whether the browser lets the page keep anything. A page without leave gets an error, or none at all.
pub fn allowed() -> bool {
    const PROBE: &str = "miyun.probe";
    let Ok(Some(storage)) = window().local_storage() else { return false };
    let kept = storage.set_item(PROBE, "1").is_ok();
    let _ = storage.remove_item(PROBE);
    kept
}

/// The draft that was open in this tab, else in any.
pub fn last_open() -> Option<String> {
    let of_tab = || window().session_storage().ok()??.get_item(LAST).ok()?;
    of_tab().or_else(|| remembered(LAST)).filter(|id| !id.is_empty())
}

/// Remembers which draft is open; none is open when the one that was is deleted.
pub fn remember_open(id: Option<&str>) {
    let id = id.unwrap_or_default();
    if let Ok(Some(tab)) = window().session_storage() {
        let _ = tab.set_item(LAST, id);
    }
    remember(LAST, id);
}

/// Now, as ISO 8601.
pub fn now() -> String {
    String::from(js_sys::Date::new_0().to_iso_string())
}

/// An id for a new draft: the moment, in digits.
pub fn new_id() -> String {
    SHELF.free_id(&digits(&now()))
}

/// Keeps a draft under a moment, and tells `then` whether the browser did. A large one takes a while; `may` is asked
/// before it takes the place of what is there.
pub fn keep(id: &str, draft: Draft, at: String, may: Box<dyn Fn() -> bool>, then: Then<bool>) {
    let entry = list::entry(&draft, &at);
    if entry.len() <= LONGEST {
        let old = SHELF.large_of(id);
        let kept = SHELF.keep(id, &draft, &at);
        if kept && let Some(old) = old {
            database::forget(old);
        }
        return then(kept);
    }
    let id = id.to_owned();
    let name = format!("{} {id}", digits(&now()));
    let noted = name.clone();
    let note = move |put| {
        let old = SHELF.large_of(&id);
        // Without a database it may still fit beside the others.
        let kept = may() && if put { SHELF.keep_large(&id, &draft, &at, &name) } else { SHELF.keep(&id, &draft, &at) };
        for needless in old.filter(|_| kept).into_iter().chain((put && !kept).then_some(name)) {
            database::forget(needless);
        }
        then(kept);
    };
    database::put(noted, entry, Box::new(note));
}

/// Does something once every large text that is noted is at hand, at once where all are. What the database does not
/// give is as good as not there.
pub fn when_at_hand(then: impl FnOnce() + 'static) {
    database::fetch(SHELF.large(), Box::new(|()| then()));
}

/// Gives up the large texts that nothing notes, but for those of the last day: a deleted draft can be brought back.
pub fn tidy() {
    let day_ago = js_sys::Date::now() as i64 - 86_400_000;
    let day_ago = js_sys::Date::new(&JsValue::from_f64(day_ago as f64));
    database::tidy(SHELF.large(), digits(&String::from(day_ago.to_iso_string())));
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
    remember(THEME, theme.id());
}

/// The language chosen last time, else Chinese: the rules are.
pub fn language() -> Lang {
    if remembered(LANGUAGE).as_deref() == Some(Lang::En.tag()) { Lang::En } else { Lang::Zh }
}

/// Remembers the language.
pub fn remember_language(lang: Lang) {
    remember(LANGUAGE, lang.tag());
}

fn remembered(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

fn remember(key: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(key, value);
    }
}
