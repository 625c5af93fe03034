//! The clauses in the order of the policy: a table each, and what must hold over all of them.

mod article_06;
mod article_07;
mod article_08;
mod article_10;
mod article_11;
mod article_12;
mod article_13;
mod article_14;
mod coverage;
mod table;

use table::Table;

/// Every table, in the order of the policy.
fn tables() -> Vec<Table> {
    vec![
        article_06::table(),
        article_07::table(),
        article_08::table(),
        article_10::table(),
        article_11::table(),
        article_12::table(),
        article_13::table(),
        article_14::table(),
    ]
}

#[test]
fn every_clause_has_a_table() {
    let tables = tables();
    for clause in miyun::policy::CURRENT.clauses {
        assert!(tables.iter().any(|table| table.clause == clause.id), "{} has no table", clause.id);
    }
}
