//! Many drafts side by side, as entries under keys: what a page keeps in the store that it is given.
//!
//! An entry holds one draft; the index names them for lists. An entry is written before the index, so that whatever
//! happens between the two loses nothing: an entry that the index lacks is found again, a line without an entry goes.
//! What is too large for an entry stands elsewhere, under a name that is never given twice, and the entry is a note of
//! that name: written after it, so that the note never names what is not there yet.

use std::iter;

use serde_json::{Value, json};

use crate::applicant::identity::NAME;
use crate::drafts::draft::Draft;
use crate::order::Order;

/// Texts under keys, such as a browser keeps.
pub trait Store {
    /// The text under a key.
    fn get(&self, key: &str) -> Option<String>;
    /// Puts a text under a key; false when the store refuses.
    fn set(&self, key: &str, text: &str) -> bool;
    /// Takes a key away.
    fn remove(&self, key: &str);
    /// All keys.
    fn keys(&self) -> Vec<String>;
    /// A text too large for a key, by its name; nothing when it is not at hand.
    fn large(&self, name: &str) -> Option<String>;
}

/// How long an entry may be, in bytes: what is longer is large. Browsers have room for some five million signs in all.
const LONGEST: usize = 256 * 1024;
/// No note is longer, in bytes.
const LONGEST_NOTE: usize = 256;

/// The list of drafts. The number grows when what stands under these keys changes its shape; a draft has a format of
/// its own.
pub const INDEX: &str = "miyun.drafts.1.index";
const ENTRY: &str = "miyun.drafts.1.entry.";
const ASIDE: &str = "miyun.drafts.1.aside.";
/// What earlier versions kept: the one draft, the one it replaced, and what could not be read.
const EARLIER: [(&str, &str); 2] = [("miyun.draft.1", "kept"), ("miyun.draft.previous.1", "previous")];
const EARLIER_UNREADABLE: &str = "miyun.draft.unreadable";

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

/// A line of the index.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct IndexEntry {
    /// The draft's id in the store.
    pub id: String,
    /// What it is called: its title, else the applicant's name, else nothing.
    pub name: String,
    /// When it was kept, as ISO 8601.
    pub at: String,
    /// How many questions are answered.
    pub answered: usize,
}

impl IndexEntry {
    fn of(id: &str, kept: &Kept) -> Self {
        let answered = kept.draft.facts.answered();
        Self { id: id.to_owned(), name: name(&kept.draft), at: kept.at.clone(), answered }
    }

    fn to_json(&self) -> Value {
        json!({ "id": self.id, "name": self.name, "saved": self.at, "answered": self.answered })
    }

    fn from_json(json: &Value) -> Option<Self> {
        let words = |key: &str| json.get(key)?.as_str().map(str::to_owned);
        let answered = usize::try_from(json.get("answered")?.as_u64()?).ok()?;
        Some(Self { id: words("id")?, name: words("name")?, at: words("saved")?, answered })
    }
}

/// What a draft is called: its title, else the applicant's name, else nothing.
#[must_use]
pub fn name(draft: &Draft) -> String {
    match draft.title.trim() {
        "" => draft.facts.get(&NAME).unwrap_or_default().to_owned(),
        title => title.to_owned(),
    }
}

/// The key of a draft's entry.
#[must_use]
pub fn entry_key(id: &str) -> String {
    format!("{ENTRY}{id}")
}

/// What an entry holds, in parts: one that is long is written while other things are done.
pub fn entry_parts(draft: &Draft, at: &str) -> impl Iterator<Item = String> {
    let head = format!("{{\"saved\":{},\"draft\":", Value::from(at));
    iter::once(head).chain(draft.json_parts()).chain(iter::once("}".to_owned()))
}

/// The same in one.
#[must_use]
pub fn entry(draft: &Draft, at: &str) -> String {
    entry_parts(draft, at).collect()
}

/// What an entry holds; `None` where it is large.
#[must_use]
pub fn short_entry(draft: &Draft, at: &str) -> Option<String> {
    let mut entry = String::new();
    for part in entry_parts(draft, at) {
        entry += &part;
        if entry.len() > LONGEST {
            return None;
        }
    }
    Some(entry)
}

/// The name of the large text that an entry notes.
fn noted(entry: &str) -> Option<String> {
    let note: Value = (entry.len() <= LONGEST_NOTE).then(|| serde_json::from_str(entry).ok())??;
    Some(note.get("large")?.as_str()?.to_owned())
}

/// The drafts of a store.
#[derive(Clone, Copy, Debug)]
pub struct DraftStore<S>(pub S);

impl<S: Store> DraftStore<S> {
    /// The drafts, the one kept last first. What the index lacks is read from the entries.
    #[must_use]
    pub fn lines(&self) -> Vec<IndexEntry> {
        let index = self.0.get(INDEX).and_then(|text| serde_json::from_str::<Value>(&text).ok()).unwrap_or_default();
        let known: Vec<IndexEntry> = index.as_array().into_iter().flatten().filter_map(IndexEntry::from_json).collect();
        let mut lines: Vec<IndexEntry> = self
            .ids()
            .into_iter()
            .filter_map(|id| match known.iter().find(|line| line.id == id) {
                Some(line) => Some(line.clone()),
                None => self.read(&id).ok().flatten().map(|kept| IndexEntry::of(&id, &kept)),
            })
            .collect();
        lines.order_by(|one, other| other.at.cmp(&one.at).then_with(|| one.id.cmp(&other.id)));
        lines
    }

    fn ids(&self) -> Vec<String> {
        self.0.keys().iter().filter_map(|key| key.strip_prefix(ENTRY).map(str::to_owned)).collect()
    }

    fn write_index(&self, lines: &[IndexEntry]) -> bool {
        let lines: Vec<Value> = lines.iter().map(IndexEntry::to_json).collect();
        self.0.set(INDEX, &Value::Array(lines).to_string())
    }

    /// A draft, if there is one of this id.
    ///
    /// # Errors
    /// When the entry cannot be read. It stays where it is.
    pub fn read(&self, id: &str) -> Result<Option<Kept>, Damaged> {
        let Some(entry) = self.0.get(&entry_key(id)) else { return Ok(None) };
        match self.whole(&entry) {
            Some(entry) => opened(&entry).map(Some).map_err(|why| Damaged { entry, why }),
            None => Err(Damaged {
                entry,
                why: "浏览器的数据库里没有这份草稿的内容 / its contents are not in the browser’s database".to_owned(),
            }),
        }
    }

    /// An entry, or the large text that it notes; nothing when that is not at hand.
    fn whole(&self, entry: &str) -> Option<String> {
        noted(entry).map_or_else(|| Some(entry.to_owned()), |name| self.0.large(&name))
    }

    /// The name of the large text that a draft's entry notes.
    #[must_use]
    pub fn large_of(&self, id: &str) -> Option<String> {
        noted(&self.0.get(&entry_key(id))?)
    }

    /// The names of all large texts that are noted.
    #[must_use]
    pub fn large(&self) -> Vec<String> {
        let keys = self.0.keys();
        let entries = keys.iter().filter(|key| key.starts_with(ENTRY) || key.starts_with(ASIDE));
        entries.filter_map(|key| noted(&self.0.get(key)?)).collect()
    }

    /// The same as [`DraftStore::read`]; an entry that cannot be read is put aside, so that nothing overwrites it. One whose
    /// large text is not at hand may be read another time: it stays.
    ///
    /// # Errors
    /// When the entry cannot be read.
    pub fn load(&self, id: &str) -> Result<Option<Kept>, Damaged> {
        self.read(id).inspect_err(|damaged| {
            if noted(&damaged.entry).is_none() {
                self.put_aside(&entry_key(id), id);
            }
        })
    }

    fn put_aside(&self, from: &str, id: &str) {
        let taken = |id: &str| self.0.get(&format!("{ASIDE}{id}")).is_some();
        self.rename(from, &format!("{ASIDE}{}", free(id, taken)));
    }

    /// Puts aside every entry that cannot be read.
    pub fn sweep(&self) {
        for id in self.ids() {
            let _ = self.load(&id);
        }
    }

    /// The entries that cannot be read: id and text.
    #[must_use]
    pub fn aside(&self) -> Vec<(String, String)> {
        let keys = self.0.keys();
        let ids = keys.iter().filter_map(|key| key.strip_prefix(ASIDE));
        let text = |id: &str| self.0.get(&format!("{ASIDE}{id}")).and_then(|entry| self.whole(&entry));
        ids.filter_map(|id| Some((id.to_owned(), text(id)?))).collect()
    }

    /// Gives up an entry that cannot be read.
    pub fn discard(&self, id: &str) {
        self.0.remove(&format!("{ASIDE}{id}"));
    }

    /// Keeps a draft: the entry first, then the index. False when the store refuses.
    #[must_use]
    pub fn keep(&self, id: &str, draft: &Draft, at: &str) -> bool {
        self.keep_entry(id, draft, at, &entry(draft, at))
    }

    /// Keeps a draft whose entry is a large text of that name.
    #[must_use]
    pub fn keep_large(&self, id: &str, draft: &Draft, at: &str, name: &str) -> bool {
        self.keep_entry(id, draft, at, &json!({ "saved": at, "large": name }).to_string())
    }

    /// Keeps a draft whose entry is written already.
    #[must_use]
    pub fn keep_entry(&self, id: &str, draft: &Draft, at: &str, entry: &str) -> bool {
        let kept = Kept { draft: draft.clone(), at: at.to_owned() };
        self.0.set(&entry_key(id), entry) && self.enter(IndexEntry::of(id, &kept))
    }

    fn enter(&self, line: IndexEntry) -> bool {
        let mut lines = self.lines();
        lines.retain(|other| other.id != line.id);
        lines.insert(0, line);
        self.write_index(&lines)
    }

    /// Takes a draft away; its entry is handed over, to put it back.
    pub fn take(&self, id: &str) -> Option<String> {
        let entry = self.0.get(&entry_key(id));
        let mut lines = self.lines();
        lines.retain(|line| line.id != id);
        self.0.remove(&entry_key(id));
        self.write_index(&lines);
        entry
    }

    /// Puts back what was taken away. False when the store refuses.
    #[must_use]
    pub fn put_back(&self, id: &str, entry: &str) -> bool {
        // A line that the index lacks is read from the entry.
        self.0.set(&entry_key(id), entry) && self.write_index(&self.lines())
    }

    /// Takes over entries, by the ids of their drafts, that a second store has later than this one: it was cut off
    /// before it was on disk. Tells which were taken over. Those that cannot be read are left where they are.
    pub fn recover(&self, entries: &[(String, String)]) -> Vec<String> {
        let mut recovered = Vec::new();
        for (id, entry) in entries {
            let stored = self.0.get(&entry_key(id));
            let is_readable = || noted(entry).is_some() || opened(entry).is_ok();
            // An entry that was renamed keeps its moment.
            let is_later = || match stored.as_deref().and_then(moment) {
                Some(at) => moment(entry) >= Some(at),
                None => true,
            };
            if stored.as_ref() != Some(entry) && is_later() && is_readable() && self.0.set(&entry_key(id), entry) {
                recovered.push(id.clone());
            }
        }
        if !recovered.is_empty() {
            // The lines of the index are older than the entries now: those that it lacks are read from the entries.
            let lines: Vec<IndexEntry> =
                self.lines().into_iter().filter(|line| !recovered.contains(&line.id)).collect();
            self.write_index(&lines);
        }
        recovered
    }

    /// An id that no draft has.
    #[must_use]
    pub fn free_id(&self, wish: &str) -> String {
        free(wish, |id| self.0.get(&entry_key(id)).is_some())
    }

    /// Takes over what earlier versions kept under keys of their own; the id of the draft that was open.
    pub fn migrate(&self) -> Option<String> {
        let mut open = None;
        for (key, wish) in EARLIER {
            let Some(entry) = self.0.get(key) else { continue };
            if opened(&entry).is_err() {
                self.put_aside(key, wish);
                continue;
            }
            // Taken over before, and only the old key was left.
            let id = if self.0.get(&entry_key(wish)).as_ref() == Some(&entry) {
                wish.to_owned()
            } else {
                self.free_id(wish)
            };
            if self.rename(key, &entry_key(&id)) {
                open.get_or_insert(id);
            }
        }
        if self.0.get(EARLIER_UNREADABLE).is_some() {
            self.put_aside(EARLIER_UNREADABLE, "unreadable");
        }
        if open.is_some() {
            self.write_index(&self.lines());
        }
        open
    }

    /// Moves a text to another key. Where there is no room for both it is away for a moment, and back if that fails.
    fn rename(&self, from: &str, to: &str) -> bool {
        let Some(text) = self.0.get(from) else { return false };
        if !self.0.set(to, &text) {
            self.0.remove(from);
            if !self.0.set(to, &text) {
                self.0.remove(to);
                self.0.set(from, &text);
                return false;
            }
        }
        self.0.remove(from);
        true
    }
}

fn free(wish: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut id = wish.to_owned();
    let mut number = 1;
    while taken(&id) {
        number += 1;
        id = format!("{wish}-{number}");
    }
    id
}

/// When an entry was kept, as ISO 8601.
fn moment(entry: &str) -> Option<String> {
    let json: Value = serde_json::from_str(entry).ok()?;
    Some(json.get("saved")?.as_str()?.to_owned())
}

fn opened(entry: &str) -> Result<Kept, String> {
    let json: Value = serde_json::from_str(entry).map_err(|error| error.to_string())?;
    let at = json.get("saved").and_then(Value::as_str).unwrap_or_default().to_owned();
    let draft = Draft::from_kept(json.get("draft").unwrap_or(&Value::Null)).map_err(|error| error.to_string())?;
    Ok(Kept { draft, at })
}

#[cfg(test)]
mod tests;
