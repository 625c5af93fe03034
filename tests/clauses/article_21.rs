//! Article 21.

use serde_json::{Value, json};

use crate::rows::contributions;
use crate::table::{Table, gate, merged, met, not_applicable, not_met, row, unknown, wan, yuan};

/// Rows of executives: whether in post, and the salary; empty where it is not told.
fn executives(rows: &[(Option<bool>, &str)]) -> Value {
    rows.iter()
        .map(|(in_post, salary)| json!({"in_post": in_post, "salary": (!salary.is_empty()).then_some(salary)}))
        .collect()
}

pub fn table() -> Table {
    let year = |figure: &str| json!({"contributions": contributions(&[(2026, figure)])});
    let people = |rows: &[(Option<bool>, &str)]| json!({"executives": executives(rows)});
    let (yes, no) = (Some(true), Some(false));
    let range = || met().decision(2026, wan(1000) * 2 / 100, wan(1000) * 5 / 100);
    Table {
        clause: "executive_reward",
        base: merged(
            &gate(),
            &json!({
                "kind": "legal_entity", "new_arrival": true, "reward_ruling": "granted",
                "executives": executives(&[(yes, "900000")]),
                "contributions": contributions(&[(2026, "10000000")]),
            }),
        ),
        rows: vec![
            row("2% to 5% of the contribution, by decision", json!({}), range()),
            // Who.
            row("a second-level branch", json!({"kind": "branch2"}), range()),
            row("a service provider is outside", json!({"kind": "support"}), not_applicable()),
            row("not new to Miyun", json!({"new_arrival": false}), not_met(&["new_arrival"])),
            row("not told whether new", json!({"new_arrival": null}), unknown(&["new_arrival"])),
            // The recognition.
            row("refused", json!({"reward_ruling": "refused"}), not_met(&["reward_ruling"])),
            row(
                "not decided yet: nothing can be estimated",
                json!({"reward_ruling": "pending"}),
                unknown(&["reward_ruling"]),
            ),
            row("not told", json!({"reward_ruling": null}), unknown(&["reward_ruling"])),
            // The executives.
            row("a salary of exactly 700,000（不低于）", people(&[(yes, "700000")]), range()),
            row("one fen above it", people(&[(yes, "700000.01")]), range()),
            row("one fen below it", people(&[(yes, "699999.99")]), not_met(&["executives: 0 ≥ 1"])),
            row("not in a listed post", people(&[(no, "900000")]), not_met(&["executives: 0 ≥ 1"])),
            row("not in post, salary not told: the post decides", people(&[(no, "")]), not_met(&["executives: 0 ≥ 1"])),
            row(
                "salary too low, post not told: the salary decides",
                people(&[(None, "699999.99")]),
                not_met(&["executives: 0 ≥ 1"]),
            ),
            row("no executives", json!({"executives": []}), not_met(&["executives: 0 ≥ 1"])),
            row("executives not told", json!({"executives": null}), unknown(&["executives"])),
            row("one good row is enough", people(&[(no, "900000"), (yes, "1"), (yes, "700000")]), range()),
            row("a good row beside an incomplete one", people(&[(yes, "700000"), (yes, "")]), range()),
            row(
                "none good, and incomplete ones: each is named",
                people(&[(yes, ""), (no, "900000"), (None, "900000"), (None, "")]),
                unknown(&["executives (row 1)", "executives (row 3)", "executives (row 4)"]),
            ),
            row("ten qualify", people(&[(yes, "700000"); 10]), range()),
            row("eleven qualify: the pool stays", people(&[(yes, "700000"); 11]), range()),
            // The contribution.
            row("no contribution", year("0"), not_met(&["contributions: 0.00 > 0.00"])),
            row("a negative contribution", year("-10000000"), not_met(&["contributions: 0.00 > 0.00"])),
            row("one fen of contribution: both ends round to nothing", year("0.01"), met()),
            row("the least rounds half-up, the most down: 0.78 and 1.95 fen", year("0.39"), met().decision(2026, 1, 1)),
            row("0.80 and 2.00 fen", year("0.40"), met().decision(2026, 1, 2)),
            row(
                "no figure for the year",
                json!({"contributions": contributions(&[(2025, "10000000")])}),
                unknown(&["contributions (2026)"]),
            ),
            row("contributions not told", json!({"contributions": null}), unknown(&["contributions (2026)"])),
            row("the year of application not told", json!({"application_year": null}), unknown(&["application_year"])),
            row(
                "the money falls in the year of application",
                merged(
                    &json!({"application_year": 2024}),
                    &json!({"contributions": contributions(&[(2024, "10000000"), (2026, "1")])}),
                ),
                met().decision(2024, wan(1000) * 2 / 100, wan(1000) * 5 / 100),
            ),
            // The cap.
            row(
                "one yuan below the 40 million at which 5% meets the cap",
                year("39999999"),
                met().decision(2026, (wan(4000) - yuan(1)) * 2 / 100, wan(200) - 5),
            ),
            row("40 million", year("40000000"), met().decision(2026, wan(4000) * 2 / 100, wan(200))),
            row("one yuan above it", year("40000001"), met().decision(2026, (wan(4000) + yuan(1)) * 2 / 100, wan(200))),
            row(
                "one yuan below the 100 million at which 2% meets it too",
                year("99999999"),
                met().decision(2026, wan(200) - 2, wan(200)),
            ),
            row("100 million: the range collapses", year("100000000"), met().decision(2026, wan(200), wan(200))),
            row("the largest figure taken", year("1000000000000000"), met().decision(2026, wan(200), wan(200))),
            // Together.
            row(
                "every unmet condition is named",
                json!({"new_arrival": false, "reward_ruling": "refused", "executives": [], "contributions": contributions(&[(2026, "0")])}),
                not_met(&["new_arrival", "reward_ruling", "executives: 0 ≥ 1", "contributions: 0.00 > 0.00"]),
            ),
            row(
                "every missing fact is named",
                json!({"new_arrival": null, "reward_ruling": null, "executives": null, "contributions": null, "application_year": null}),
                unknown(&["new_arrival", "reward_ruling", "executives", "contributions", "application_year"]),
            ),
        ],
    }
}

#[test]
fn article_21() {
    table().hold();
}

#[test]
fn ten_at_most_is_said_from_the_eleventh_on() {
    let table = table();
    let notes = |count: usize| {
        let people = json!({"executives": executives(&vec![(Some(true), "700000"); count])});
        table.clause().assess(&crate::table::facts(&merged(&table.base, &people)), false).estimate.notes.len()
    };
    assert_eq!(notes(10), notes(1));
    assert_eq!(notes(11), notes(1) + 1);
}
