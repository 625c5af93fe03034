//! Article 14.

use serde_json::{Value, json};

use crate::table::{Table, facts, gate, merged, met, not_applicable, not_met, row, unknown, wan, yuan};

fn home(price: &str) -> Value {
    json!({"in_post": true, "first": true, "price": price})
}

/// Homes that count, by their prices.
fn homes(prices: &[&str]) -> Value {
    json!({"homes": prices.iter().map(|price| home(price)).collect::<Vec<_>>()})
}

/// The same with a rank beyond the first 20.
fn beyond(change: &Value) -> Value {
    merged(change, &json!({"rank": 21}))
}

pub fn table() -> Table {
    let six = homes(&["1000000", "2000000", "3000000", "500000", "800000", "1500000"]);
    let best_five = (wan(300) + wan(200) + wan(150) + wan(100) + wan(80)) * 30 / 100;
    Table {
        clause: "executive_homes",
        base: merged(
            &gate(),
            &json!({"kind": "legal_entity", "arrived": "2020-03-01", "rank": 10, "homes": [home("2000000")]}),
        ),
        rows: vec![
            // ── who ──
            row("30% of the price", json!({}), met().certain(2026, wan(200) * 30 / 100)),
            row(
                "the payment falls in the year of application",
                json!({"application_year": 2022}),
                met().certain(2022, wan(60)),
            ),
            row(
                "arrived the day before the rules took effect",
                json!({"arrived": "2019-10-14"}),
                not_met(&["arrived: 14 October 2019 ≥ 15 October 2019"]),
            ),
            row("the day itself counts", json!({"arrived": "2019-10-15"}), met().certain(2026, wan(60))),
            row("the day after", json!({"arrived": "2019-10-16"}), met().certain(2026, wan(60))),
            row(
                "the day of arrival decides, not what is told of being new",
                json!({"new_arrival": false}),
                met().certain(2026, wan(60)),
            ),
            row("first-level branches", json!({"kind": "branch1"}), met().certain(2026, wan(60))),
            row("second-level branches", json!({"kind": "branch2"}), met().certain(2026, wan(60))),
            row("functional headquarters", json!({"kind": "functional_hq"}), met().certain(2026, wan(60))),
            row("fund managers", json!({"kind": "fund_manager"}), met().certain(2026, wan(60))),
            row("fund companies", json!({"kind": "fund_company"}), met().certain(2026, wan(60))),
            row("a quasi-financial body is not named", json!({"kind": "quasi"}), not_applicable()),
            row("a service provider is not named", json!({"kind": "support"}), not_applicable()),
            // ── rank ──
            row("rank 20 is among the first 20", json!({"rank": 20}), met().certain(2026, wan(60))),
            row(
                "rank 21: the same formula as a ceiling, by decision",
                json!({"rank": 21}),
                met().decision(2026, 0, wan(60)),
            ),
            row("the last rank", json!({"rank": 10_000_000}), met().decision(2026, 0, wan(60))),
            // ── a person ──
            row("just under the cap", homes(&["3333333.31"]), met().certain(2026, 99_999_999)),
            row("the cap by rounding", homes(&["3333333.33"]), met().certain(2026, wan(100))),
            row("one fen more is capped", homes(&["3333333.34"]), met().certain(2026, wan(100))),
            row(
                "a ceiling rounds down: no cap yet",
                beyond(&homes(&["3333333.33"])),
                met().decision(2026, 0, 99_999_999),
            ),
            row("one fen more is capped there too", beyond(&homes(&["3333333.34"])), met().decision(2026, 0, wan(100))),
            row("the largest price taken", homes(&["1000000000000000"]), met().certain(2026, wan(100))),
            row(
                "each person rounds half-up: 2 × 30% × 0.05 = 2 × 0.015",
                homes(&["0.05", "0.05"]),
                met().certain(2026, 2 + 2),
            ),
            row("beyond the rank each rounds down", beyond(&homes(&["0.05", "0.05"])), met().decision(2026, 0, 1 + 1)),
            row("30% of one fen is nothing, and met", homes(&["0.01"]), met()),
            // ── five people ──
            row("five people", homes(&["1000000"; 5]), met().certain(2026, 5 * wan(100) * 30 / 100)),
            row("a sixth adds nothing", homes(&["1000000"; 6]), met().certain(2026, 5 * wan(100) * 30 / 100)),
            row("the five with the largest amounts, in any order", six.clone(), met().certain(2026, best_five)),
            row("… beyond the rank as a ceiling", beyond(&six), met().decision(2026, 0, best_five)),
            row("five at the cap", homes(&["9000000"; 7]), met().certain(2026, 5 * wan(100))),
            // ── rows that do not count ──
            row(
                "not in a listed post, or not a first home: the others count",
                json!({"homes": [
                    {"in_post": false, "first": true, "price": "3000000"}, home("1000000"),
                    {"in_post": true, "first": false, "price": "3000000"},
                ]}),
                met().certain(2026, wan(30)),
            ),
            row(
                "nobody in a listed post",
                json!({"homes": [{"in_post": false, "first": true, "price": "3000000"}]}),
                not_met(&["homes: 0 ≥ 1"]),
            ),
            row(
                "no first home",
                json!({"homes": [{"in_post": true, "first": false, "price": "3000000"}]}),
                not_met(&["homes: 0 ≥ 1"]),
            ),
            row(
                "one “no” is enough, whatever else is not told",
                json!({"homes": [{"in_post": false}, {"first": false}]}),
                not_met(&["homes: 0 ≥ 1"]),
            ),
            row("no home bought", json!({"homes": []}), not_met(&["homes: 0 ≥ 1"])),
            row(
                "incomplete rows beside a good one count nothing yet",
                json!({"homes": [
                    home("1000000"), {"in_post": true, "first": true}, {"in_post": true, "price": "3000000"},
                    {"first": true, "price": "3000000"},
                ]}),
                met().certain(2026, wan(30)),
            ),
            row(
                "no good row, and price, first purchase or post not told: each row is named",
                json!({"homes": [
                    {"in_post": true, "first": true}, {"in_post": true, "price": "3000000"},
                    {"first": true, "price": "3000000"}, {"in_post": false},
                ]}),
                unknown(&["homes (row 1)", "homes (row 2)", "homes (row 3)"]),
            ),
            row(
                "every unmet condition is named",
                json!({"arrived": "2018-01-01", "homes": []}),
                not_met(&["arrived: 1 January 2018 ≥ 15 October 2019", "homes: 0 ≥ 1"]),
            ),
            row(
                "a disproved condition decides though a fact is missing",
                json!({"homes": [], "rank": null}),
                not_met(&["homes: 0 ≥ 1"]),
            ),
            row("arrival not told", json!({"arrived": null}), unknown(&["arrived"])),
            row("rank not told", json!({"rank": null}), unknown(&["rank"])),
            row("homes never filled in", json!({"homes": null}), unknown(&["homes"])),
            row(
                "every missing fact is named",
                json!({"arrived": null, "rank": null, "homes": null, "application_year": null}),
                unknown(&["arrived", "rank", "homes", "application_year"]),
            ),
        ],
    }
}

#[test]
fn article_14() {
    table().hold();
}

#[test]
fn what_does_not_count_is_flagged() {
    let table = table();
    let notes = |change: &Value| -> Vec<&'static str> {
        let estimate = table.clause().assess(&facts(&merged(&table.base, change)), true).estimate;
        estimate.notes.iter().map(|note| note.says.en).collect()
    };
    let flagged = |change: &Value, word: &str| notes(change).iter().any(|note| note.contains(word));
    assert!(matches!(&notes(&json!({}))[..], [note] if note.contains("over its lifetime")));
    assert!(flagged(&homes(&["1000000"; 6]), "people an institution can name"));
    assert!(!flagged(&homes(&["1000000"; 5]), "people an institution can name"));
    assert!(flagged(&json!({"homes": [home("1000000"), {}]}), "lower bound"));
    assert!(flagged(&json!({"rank": 21}), "a ceiling only"));
    assert_eq!(table.clause().assess(&facts(&table.base), true).estimate.by_year.total().certain.fen(), yuan(600_000));
}
