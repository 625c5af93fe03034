//! The clauses in the order of the policy: a table each, and what must hold over all of them.

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
mod rows;
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
        assert!(tables.iter().any(|table| table.clause == clause.id), "{} has no table", clause.id);
    }
}
