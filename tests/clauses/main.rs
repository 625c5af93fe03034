//! The clauses in the order of the policy: a table each, and what must hold over all of them.

mod absent;
mod article_06;
mod article_07;
mod article_08;
mod article_10;
mod article_11;
mod article_12;
mod article_13;
mod article_14;
mod article_16;
mod article_17;
mod article_18;
mod article_19;
mod article_20;
mod article_21;
mod article_22;
mod article_23;
mod article_24;
mod article_25;
mod article_26;
mod article_27;
mod article_28;
mod article_29;
mod article_30;
mod article_31;
mod coverage;
#[path = "../holds/mod.rs"]
mod holds;
mod limits;
mod properties;
mod received;
mod rows;
mod table;

use table::Table;

/// Every table, in the order of the policy, with its rows of what was received.
fn tables() -> Vec<Table> {
    tables_without_receipts().into_iter().map(received::with_received).collect()
}

fn tables_without_receipts() -> Vec<Table> {
    vec![
        article_06::table(),
        article_07::table(),
        article_08::table(),
        article_10::table(),
        article_11::table(),
        article_12::table(),
        article_13::table(),
        article_14::table(),
        article_16::table(),
        article_17::table(),
        article_18::table(),
        article_19::table(),
        article_20::table(),
        article_21::table(),
        article_22::table(),
        article_23::table(),
        article_24::table(),
        article_25::table(),
        article_26::table(),
        article_27::table(),
        article_28::table(),
        article_29::table(),
        article_30::table(),
        article_31::table(),
    ]
}

#[test]
fn every_clause_has_a_table() {
    let tables = tables();
    for clause in miyun::policy::CURRENT.clauses {
        assert!(
            tables.iter().any(|table| table.clause == clause.id),
            "{} has no table: add one to tests/clauses",
            clause.id
        );
    }
}

#[test]
fn every_clause_has_its_entry_on_the_contents_page_and_says_what_is_filed() {
    let edition = miyun::policy::CURRENT;
    for clause in edition.clauses {
        let entry = edition.entry(clause.article);
        assert!(
            entry.is_some_and(|entry| entry.role == miyun::rule::Role::Clause),
            "{} has no entry of the role Clause in contents.rs",
            clause.id
        );
        assert_eq!(
            clause.evidence.is_empty(),
            edition.without_evidence.iter().any(|other| std::ptr::eq(*other, *clause)),
            "{} either lists its documents or stands in `without_evidence` of the edition",
            clause.id
        );
        for provision in clause.provisions {
            let article = provision.article;
            assert!(edition.entry(article).is_some(), "{}: {article} is not on the contents page", clause.id);
        }
    }
    for entry in edition.contents.iter().filter(|entry| entry.role == miyun::rule::Role::Clause) {
        assert!(edition.clauses_of(entry.article).next().is_some(), "no clause assesses {}", entry.article);
    }
    assert!(edition.contents.is_sorted_by_key(|entry| entry.article));
    assert!(edition.clauses.is_sorted_by_key(|clause| clause.article));
}
