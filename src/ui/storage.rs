//! The draft in the browser's own storage, and what the reader chose of language and theme.

use gloo_storage::{LocalStorage, Storage as _};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, StorageEvent};
use miyun::draft::Draft;
use miyun::text::Lang;
use serde_json::{Value, json};

/// The open draft. The number grows when what stands under the key changes its shape; the draft itself has a format
/// of its own.
const DRAFT: &str = "miyun.draft.1";
/// The draft that was open before a new one was begun.
const PREVIOUS: &str = "miyun.draft.previous.1";
/// An entry that could not be read, as it was.
const UNREADABLE: &str = "miyun.draft.unreadable";
const LANGUAGE: &str = "miyun.language";
const THEME: &str = "miyun.theme";

/// A draft with the moment it was kept.
#[derive(Clone, PartialEq, Debug)]
pub struct Kept {
    /// The draft.
    pub draft: Draft,
    /// The moment, as ISO 8601.
    pub at: String,
}

/// An entry that cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Damaged {
    /// The entry as it was.
    pub entry: String,
    /// What is wrong with it.
    pub why: String,
}

/// Whether the browser lets the page keep anything. A page without leave gets an error, or none at all.
pub fn allowed() -> bool {
    const PROBE: &str = "miyun.probe";
    let Ok(Some(storage)) = window().local_storage() else { return false };
    let kept = storage.set_item(PROBE, "1").is_ok();
    let _ = storage.remove_item(PROBE);
    kept
}

/// The draft kept last time. One that cannot be read is set aside under another key, so that nothing overwrites it.
pub fn load() -> Result<Option<Kept>, Damaged> {
    read(DRAFT).inspect_err(|damaged| {
        let _ = LocalStorage::raw().set_item(UNREADABLE, &damaged.entry);
        LocalStorage::delete(DRAFT);
    })
}

/// The draft that was open before.
pub fn previous() -> Option<Kept> {
    if allowed() { read(PREVIOUS).ok().flatten() } else { None }
}

fn read(key: &str) -> Result<Option<Kept>, Damaged> {
    let Ok(Some(entry)) = LocalStorage::raw().get_item(key) else { return Ok(None) };
    let opened = serde_json::from_str::<Value>(&entry).map_err(|error| error.to_string()).and_then(|json| {
        let at = json.get("saved").and_then(Value::as_str).unwrap_or_default().to_owned();
        let draft = Draft::from_json(json.get("draft").unwrap_or(&Value::Null)).map_err(|error| error.to_string())?;
        Ok(Kept { draft, at })
    });
    opened.map(Some).map_err(|why| Damaged { entry, why })
}

/// Whether another window has written the draft.
pub fn is_of_the_draft(event: &Event) -> bool {
    event
        .dyn_ref::<StorageEvent>()
        .is_some_and(|event| event.key().as_deref() == Some(DRAFT) && event.new_value().is_some())
}

/// Keeps the draft; says when, or that the browser refuses.
pub fn keep(draft: &Draft) -> Option<String> {
    write(DRAFT, draft)
}

/// Keeps the draft that a new one replaces.
pub fn keep_previous(draft: &Draft) {
    let _ = write(PREVIOUS, draft);
}

fn write(key: &str, draft: &Draft) -> Option<String> {
    if !allowed() {
        return None;
    }
    let now = String::from(js_sys::Date::new_0().to_iso_string());
    LocalStorage::set(key, json!({ "saved": now, "draft": draft.to_json() })).ok()?;
    Some(now)
}

/// What stands in storage, for the notice after a crash.
pub fn raw() -> Option<String> {
    window().local_storage().ok()??.get_item(DRAFT).ok()?
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
