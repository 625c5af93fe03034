//! Texts too large for the browser's small store, in its database (IndexedDB): each under a name of its own, put once
//! and never changed. What is needed is read once and then at hand, so that the pages need not wait for it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStore, ObjectStoreParams, Query, TransactionMode};
use leptos::prelude::set_timeout;
use leptos::wasm_bindgen::{JsCast, JsValue};
// The page may need a text before there is anything of Leptos.
use wasm_bindgen_futures::spawn_local;

use crate::ui::drafts::small_store::{remember, remembered};

const DATABASE: &str = "miyun";
const TEXTS: &str = "texts";
/// Says in the small store that there is a database. Nobody else's browser gets one.
const MADE: &str = "miyun.drafts.1.large";
/// How long what needs a database waits for the first answer of any: some browsers have been known never to give one.
/// Where one came, they work, and a slow disk is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// What happens afterwards.
pub type Then<T> = Box<dyn FnOnce(T)>;

thread_local! {
    static AT_HAND: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
    /// Whether this browser's databases have answered.
    static ANSWERED: Cell<bool> = const { Cell::new(false) };
    /// How many texts are on their way to the database.
    static WRITING: Cell<u32> = const { Cell::new(0) };
}

/// A text, if it is at hand.
pub fn at_hand(name: &str) -> Option<String> {
    AT_HAND.with_borrow(|texts| texts.iter().find(|(other, _)| other == name).map(|(_, text)| text.clone()))
}

/// Whether a text is on its way to the database: leaving the page now might lose it.
pub fn is_writing() -> bool {
    WRITING.get() > 0
}

/// Puts a text, once it is written; tells whether the database has it.
pub fn put(name: String, text: impl Future<Output = String> + 'static, then: Then<bool>) {
    WRITING.set(WRITING.get() + 1);
    let _ = remember(MADE, "1");
    spawn_local(async move {
        let text = text.await;
        let once = Once::new(then);
        once.give_up_later(false);
        // Bytes: the browser copies them as they are, while a long text holds it up.
        let value = js_sys::Uint8Array::from(text.as_bytes());
        let key = JsValue::from_str(&name);
        let put = change(|texts| texts.put(&value, Some(&key)).map(|_| ())).await.is_ok();
        if put {
            AT_HAND.with_borrow_mut(|texts| texts.push((name, text)));
        }
        WRITING.set(WRITING.get() - 1);
        once.call(put);
    });
}

/// Fetches those of the texts of these names that are not at hand, as far as they are there. Others need not be at hand
/// any more.
pub fn fetch(mut names: Vec<String>, then: Then<()>) {
    AT_HAND.with_borrow_mut(|texts| texts.retain(|(name, _)| names.contains(name)));
    names.retain(|name| at_hand(name).is_none());
    if names.is_empty() {
        return then(());
    }
    let once = Once::new(then);
    once.give_up_later(());
    spawn_local(async move {
        let _ = get(names).await;
        once.call(());
    });
}

/// Gives up a text.
pub fn forget(name: String) {
    AT_HAND.with_borrow_mut(|texts| texts.retain(|(other, _)| *other != name));
    spawn_local(async move {
        let _ = change(|texts| texts.delete(JsValue::from_str(&name)).map(|_| ())).await;
    });
}

/// Gives up the texts that are not of these names, and whose own names stand before that one.
pub fn tidy(used: Vec<String>, before: String) {
    if remembered(MADE).is_none() {
        return;
    }
    spawn_local(async move {
        for name in names().await.unwrap_or_default() {
            if !used.contains(&name) && name < before {
                forget(name);
            }
        }
    });
}

async fn open() -> Result<Database, Error> {
    open_database(DATABASE, TEXTS).await
}

/// Opens a database that has one store, and makes it where there is none yet.
pub async fn open_database(name: &str, store: &'static str) -> Result<Database, Error> {
    let mut request = Factory::new()?.open(name, Some(1))?;
    request.on_upgrade_needed(move |event| {
        // What goes wrong here fails the request.
        let _ = event.database().and_then(|database| database.create_object_store(store, ObjectStoreParams::new()));
    });
    let opened = request.await;
    ANSWERED.set(true);
    opened
}

/// Changes the texts, all or nothing.
async fn change(action: impl FnOnce(&ObjectStore) -> Result<(), Error>) -> Result<(), Error> {
    let database = open().await?;
    let transaction = database.transaction(&[TEXTS], TransactionMode::ReadWrite)?;
    let done = action(&transaction.object_store(TEXTS)?);
    let ended = transaction.await;
    database.close();
    done.and(ended.map(|_| ()))
}

async fn get(names: Vec<String>) -> Result<(), Error> {
    let database = open().await?;
    let transaction = database.transaction(&[TEXTS], TransactionMode::ReadOnly)?;
    let texts = transaction.object_store(TEXTS)?;
    for name in names {
        let found = texts.get(Query::Key(JsValue::from_str(&name)))?.await?;
        if let Some(text) = found.and_then(text_of) {
            AT_HAND.with_borrow_mut(|texts| texts.push((name, text)));
        }
    }
    database.close();
    Ok(())
}

/// What was put; earlier versions put texts.
fn text_of(value: JsValue) -> Option<String> {
    match value.dyn_into::<js_sys::Uint8Array>() {
        Ok(bytes) => String::from_utf8(bytes.to_vec()).ok(),
        Err(value) => value.as_string(),
    }
}

async fn names() -> Result<Vec<String>, Error> {
    let database = open().await?;
    let transaction = database.transaction(&[TEXTS], TransactionMode::ReadOnly)?;
    let keys = transaction.object_store(TEXTS)?.get_all_keys(None, None)?.await?;
    database.close();
    Ok(keys.into_iter().filter_map(|key| key.as_string()).collect())
}

/// What is called once, by the first to come.
struct Once<T>(Rc<Cell<Option<Then<T>>>>);

impl<T: 'static> Once<T> {
    fn new(then: Then<T>) -> Self {
        Self(Rc::new(Cell::new(Some(then))))
    }

    fn call(&self, value: T) {
        if let Some(then) = self.0.take() {
            then(value);
        }
    }

    /// Calls it with that when no database has answered by then.
    fn give_up_later(&self, value: T) {
        let once = Self(Rc::clone(&self.0));
        let give_up = move || {
            if !ANSWERED.get() {
                once.call(value);
            }
        };
        set_timeout(give_up, PATIENCE);
    }
}
