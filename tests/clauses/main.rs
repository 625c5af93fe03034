//! The clauses in the order of the policy: a table each, and what must hold over all of them.

mod article_06;
mod article_16;
mod article_17;
mod article_18;
mod article_19;
mod article_20;
mod article_21;
mod article_22;
mod coverage;
mod rows;
mod table;

use table::Table;

/// Every table, in the order of the policy.
fn tables() -> Vec<Table> {
    vec![
        article_06::table(),
        article_16::table(),
        article_17::table(),
        article_18::table(),
        article_19::table(),
        article_20::table(),
        article_21::table(),
        article_22::table(),
    ]
}

#[test]
fn every_clause_has_a_table() {
    let tables = tables();
    for clause in miyun::policy::CURRENT.clauses {
        assert!(tables.iter().any(|table| table.clause == clause.id), "{} has no table", clause.id);
    }
}
