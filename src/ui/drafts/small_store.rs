//! The browser's small store (localStorage), which may be missing or full.

use leptos::prelude::*;

/// What is stored under a key.
pub fn remembered(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

/// Stores a value under a key; false when the browser refuses.
pub fn remember(key: &str, value: &str) -> bool {
    matches!(window().local_storage(), Ok(Some(storage)) if storage.set_item(key, value).is_ok())
}
