//! The entry of every draft a second time, in the browser's database (IndexedDB).
//!
//! Chromium writes localStorage to disk up to a minute late, the database within milliseconds. When the browser was
//! killed, or the power went, the journal has what localStorage lost.

use idb::{Error, ObjectStore, TransactionMode};
use leptos::wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use crate::ui::drafts::database::{Then, open_database};

/// Not the database of large texts: a page of an earlier version that is still open expects that one at its version.
const DATABASE: &str = "miyun.journal";
/// Entries as localStorage has them, by the ids of their drafts.
const ENTRIES: &str = "entries";

/// Writes the entry of a draft. Calls `then` when it is written, or cannot be.
pub fn put(id: String, entry: String, then: impl FnOnce() + 'static) {
    spawn_local(async move {
        let (id, entry) = (JsValue::from_str(&id), JsValue::from_str(&entry));
        let _ = change(|entries| entries.put(&entry, Some(&id)).map(|_| ())).await;
        then();
    });
}

/// Removes the entry of a draft.
pub fn remove(id: String) {
    spawn_local(async move {
        let _ = change(|entries| entries.delete(JsValue::from_str(&id)).map(|_| ())).await;
    });
}

/// Reads all ids and entries; none where the browser has no database.
pub fn read(then: Then<Vec<(String, String)>>) {
    spawn_local(async move { then(all().await.unwrap_or_default()) });
}

async fn change(write: impl FnOnce(&ObjectStore) -> Result<(), Error>) -> Result<(), Error> {
    let database = open_database(DATABASE, ENTRIES).await?;
    let transaction = database.transaction(&[ENTRIES], TransactionMode::ReadWrite)?;
    let written = write(&transaction.object_store(ENTRIES)?);
    let ended = transaction.await;
    database.close();
    written.and(ended.map(|_| ()))
}

async fn all() -> Result<Vec<(String, String)>, Error> {
    let database = open_database(DATABASE, ENTRIES).await?;
    let transaction = database.transaction(&[ENTRIES], TransactionMode::ReadOnly)?;
    let entries = transaction.object_store(ENTRIES)?;
    let (ids, texts) = (entries.get_all_keys(None, None)?, entries.get_all(None, None)?);
    let (ids, texts) = (ids.await?, texts.await?);
    database.close();
    let pairs = ids.into_iter().zip(texts);
    Ok(pairs.filter_map(|(id, text)| Some((id.as_string()?, text.as_string()?))).collect())
}
