//! The browser's small stores (localStorage, and sessionStorage of a tab), which may be missing or full.

use gloo_storage::{LocalStorage, SessionStorage, Storage as _};
use leptos::prelude::window;
use leptos::web_sys::Storage;

/// The store of all windows, if the browser gives one. gloo-storage ends the program where there is none.
pub fn store() -> Option<Storage> {
    matches!(window().local_storage(), Ok(Some(_))).then(LocalStorage::raw)
}

/// The store of this tab, if the browser gives one.
pub fn store_of_tab() -> Option<Storage> {
    matches!(window().session_storage(), Ok(Some(_))).then(SessionStorage::raw)
}

/// What is stored under a key.
pub fn remembered(key: &str) -> Option<String> {
    store()?.get_item(key).ok()?
}

/// Stores a value under a key; false when the browser refuses.
pub fn remember(key: &str, value: &str) -> bool {
    store().is_some_and(|store| store.set_item(key, value).is_ok())
}
