use std::cell::RefCell;
use std::collections::BTreeMap;

use super::{DraftStore, INDEX, Store, entry_key};
use crate::drafts::draft::Draft;

/// A store with room for so many bytes. Large texts need no room.
struct Memory(RefCell<BTreeMap<String, String>>, usize, RefCell<BTreeMap<String, String>>);

impl Store for Memory {
    fn get(&self, key: &str) -> Option<String> {
        self.0.borrow().get(key).cloned()
    }
    fn set(&self, key: &str, text: &str) -> bool {
        let mut texts = self.0.borrow_mut();
        let others: usize = texts.iter().filter(|(other, _)| *other != key).map(|(_, text)| text.len()).sum();
        let fits = others + text.len() <= self.1;
        if fits {
            texts.insert(key.to_owned(), text.to_owned());
        }
        fits
    }
    fn remove(&self, key: &str) {
        self.0.borrow_mut().remove(key);
    }
    fn keys(&self) -> Vec<String> {
        self.0.borrow().keys().cloned().collect()
    }
    fn large(&self, name: &str) -> Option<String> {
        self.2.borrow().get(name).cloned()
    }
}

fn shelf(room: usize, texts: &[(&str, &str)]) -> DraftStore<Memory> {
    let texts = texts.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned()));
    DraftStore(Memory(RefCell::new(texts.collect()), room, RefCell::default()))
}

fn titled(title: &str) -> Draft {
    Draft { title: title.to_owned(), ..Draft::default() }
}

fn names(shelf: &DraftStore<Memory>) -> Vec<String> {
    shelf.lines().into_iter().map(|line| line.name).collect()
}

const ONE: &str = r#"{"saved":"2026-03-01T08:00:00Z","draft":{"format":1,"edition":"miyun-2019-25","title":"","facts":{"name":"甲行"}}}"#;
const TWO: &str = r#"{"saved":"2026-02-01T08:00:00Z","draft":{"format":1,"edition":"miyun-2019-25","title":"旧","facts":{"name":"乙行"}}}"#;

#[test]
fn drafts_stand_side_by_side() {
    let shelf = shelf(10_000, &[]);
    assert!(shelf.keep("a", &titled("first"), "2026-01-01T00:00:00Z"));
    assert!(shelf.keep("b", &titled("second"), "2026-01-02T00:00:00Z"));
    assert_eq!(names(&shelf), ["second", "first"]);
    assert!(shelf.keep("a", &titled("first again"), "2026-01-03T00:00:00Z"));
    assert_eq!(names(&shelf), ["first again", "second"]);
    assert_eq!(shelf.free_id("a"), "a-2");

    let entry = shelf.take("b").unwrap();
    assert_eq!(names(&shelf), ["first again"]);
    assert!(shelf.put_back("b", &entry));
    assert_eq!(names(&shelf), ["first again", "second"]);
    assert_eq!(shelf.load("b").unwrap().unwrap().draft, titled("second"));
}

#[test]
fn the_one_draft_of_earlier_versions_and_the_one_it_replaced_are_taken_over() {
    for room in [10_000, ONE.len() + TWO.len() + 300] {
        let shelf = shelf(room, &[("miyun.draft.1", ONE), ("miyun.draft.previous.1", TWO)]);
        assert_eq!(shelf.migrate().as_deref(), Some("kept"));
        assert_eq!(names(&shelf), ["甲行", "旧"]);
        assert!(shelf.0.get("miyun.draft.1").is_none());
        assert_eq!(shelf.migrate(), None, "once is enough");
    }
    let halfway = shelf(10_000, &[("miyun.draft.1", ONE), (&entry_key("kept"), ONE)]);
    assert_eq!(halfway.migrate().as_deref(), Some("kept"));
    assert_eq!(names(&halfway), ["甲行"]);
}

#[test]
fn what_cannot_be_read_is_put_aside_and_blocks_nothing() {
    let shelf = shelf(
        10_000,
        &[
            ("miyun.draft.1", "{"),
            ("miyun.draft.unreadable", "older"),
            (&entry_key("a"), ONE),
            (&entry_key("b"), "no draft"),
            (INDEX, "no index"),
        ],
    );
    assert_eq!(shelf.migrate(), None);
    assert_eq!(names(&shelf), ["甲行"]);
    shelf.sweep();
    let mut aside: Vec<String> = shelf.aside().into_iter().map(|(_, text)| text).collect();
    aside.sort();
    assert_eq!(aside, ["no draft", "older", "{"]);
    assert!(shelf.load("b").unwrap().is_none());
    shelf.discard("b");
    assert_eq!(shelf.aside().len(), 2);
}

#[test]
fn a_large_draft_stands_elsewhere_and_its_entry_notes_where() {
    let shelf = shelf(10_000, &[]);
    let large = |name: &str, text: &str| shelf.0.2.borrow_mut().insert(name.to_owned(), text.to_owned());
    let long = titled(&"long".repeat(1_000));
    large("one", &super::entry(&long, "2026-01-01T00:00:00Z"));
    assert!(shelf.keep_large("a", &titled("long"), "2026-01-01T00:00:00Z", "one"));
    assert_eq!(shelf.read("a").unwrap().unwrap().draft, long);
    assert_eq!(shelf.large(), ["one"]);
    assert_eq!(shelf.large_of("a").as_deref(), Some("one"));

    // Taken away and put back, it is the note that moves.
    let note = shelf.take("a").unwrap();
    assert!(shelf.large().is_empty() && shelf.put_back("a", &note));
    assert_eq!(shelf.load("a").unwrap().unwrap().draft, long);

    // Not at hand: it stays, to be read another time.
    shelf.0.2.borrow_mut().clear();
    assert!(shelf.load("a").unwrap_err().why.contains("database"));
    shelf.sweep();
    assert!(shelf.aside().is_empty());
    assert_eq!(names(&shelf), [long.title.as_str()]);

    // At hand and damaged: it is put aside, and what is handed over is its text.
    large("one", "no draft");
    assert_eq!(shelf.load("a").unwrap_err().entry, "no draft");
    assert_eq!(shelf.aside(), [("a".to_owned(), "no draft".to_owned())]);
    assert_eq!(shelf.large(), ["one"], "it is still needed");

    // Small again.
    assert!(shelf.keep("a", &titled("short"), "2026-01-02T00:00:00Z"));
    assert_eq!(shelf.large_of("a"), None);
}

#[test]
fn what_a_second_store_has_later_is_taken_over() {
    let entry = |title: &str, day: u8| super::entry(&titled(title), &format!("2026-01-0{day}T00:00:00Z"));
    let shelf = shelf(10_000, &[]);
    for (id, day) in [("older", 2), ("same", 2), ("renamed", 2), ("newer", 2)] {
        assert!(shelf.keep(id, &titled(id), &format!("2026-01-0{day}T00:00:00Z")));
    }
    shelf.0.set(&entry_key("broken"), "{\"draft\": 7");
    let journal = [
        ("older", entry("not this", 1)),
        ("same", entry("same", 2)),
        ("renamed", entry("renamed again", 2)),
        ("newer", entry("this", 3)),
        ("lost", entry("found again", 1)),
        ("broken", entry("mended", 1)),
        ("unreadable", "{\"saved\": \"2026-01-09T00:00:00Z\", \"draft\": 7}".to_owned()),
        ("noted", "{\"saved\": \"2026-01-09T00:00:00Z\", \"large\": \"one\"}".to_owned()),
    ]
    .map(|(id, entry)| (id.to_owned(), entry));
    assert_eq!(shelf.recover(&journal), ["renamed", "newer", "lost", "broken", "noted"]);
    assert_eq!(names(&shelf), ["this", "older", "renamed again", "same", "mended", "found again"]);
    let large = super::entry(&titled("large"), "2026-01-09T00:00:00Z");
    shelf.0.2.borrow_mut().insert("one".to_owned(), large);
    assert_eq!(names(&shelf)[0], "large", "as soon as its text is at hand");
    assert!(shelf.recover(&journal).is_empty(), "once is enough");
}

#[test]
fn a_full_store_takes_nothing_over_and_keeps_what_it_has() {
    let shelf = shelf(250, &[]);
    assert!(shelf.keep("a", &titled("short"), "2026-01-01T00:00:00Z"));
    let longer = super::entry(&titled(&"long".repeat(100)), "2026-01-02T00:00:00Z");
    assert!(shelf.recover(&[("a".to_owned(), longer)]).is_empty());
    assert_eq!(names(&shelf), ["short"]);
}

#[test]
fn a_full_store_refuses_and_keeps_what_it_has() {
    let shelf = shelf(200, &[]);
    assert!(!shelf.keep("a", &titled(&"long".repeat(100)), "2026-01-01T00:00:00Z"));
    assert!(shelf.lines().is_empty());
}
