//! Article 6.

use serde_json::json;

use crate::table::{Table, gate, merged, met, not_applicable, not_met, row, unknown, wan};

pub fn table() -> Table {
    Table {
        clause: "opening_legal_entity",
        base: merged(
            &gate(),
            &json!({
                "kind": "legal_entity", "new_arrival": true, "national_approval": true, "paid_in": "1200000000.00",
            }),
        ),
        rows: vec![
            row(
                "one fen below the lowest tier",
                json!({"paid_in": "99999999.99"}),
                not_met(&["paid_in: 99,999,999.99 ≥ 100,000,000.00"]),
            ),
            row(
                "the lowest bound belongs to the tier（含）",
                json!({"paid_in": "100000000"}),
                met().certain(2026, wan(500)),
            ),
            row("one fen above it", json!({"paid_in": "100000000.01"}), met().certain(2026, wan(500))),
            row("one fen below 500 million", json!({"paid_in": "499999999.99"}), met().certain(2026, wan(500))),
            row("500 million is in the higher tier", json!({"paid_in": "500000000"}), met().certain(2026, wan(1000))),
            row("one fen below 1 billion", json!({"paid_in": "999999999.99"}), met().certain(2026, wan(1000))),
            row("1 billion is in the higher tier", json!({"paid_in": "1000000000"}), met().certain(2026, wan(2000))),
            row("one fen below 3 billion", json!({"paid_in": "2999999999.99"}), met().certain(2026, wan(2000))),
            row("3 billion（含）", json!({"paid_in": "3000000000"}), met().certain(2026, wan(5000))),
            row("the largest figure taken", json!({"paid_in": "1000000000000000"}), met().certain(2026, wan(5000))),
            row(
                "the payment falls in the year of application",
                json!({"application_year": 2024}),
                met().certain(2024, wan(2000)),
            ),
            row("no national approval", json!({"national_approval": false}), not_met(&["national_approval"])),
            row("not new to Miyun", json!({"new_arrival": false}), not_met(&["new_arrival"])),
            row(
                "every unmet condition is named",
                json!({"national_approval": false, "new_arrival": false, "paid_in": "0"}),
                not_met(&["national_approval", "new_arrival", "paid_in: 0.00 ≥ 100,000,000.00"]),
            ),
            row(
                "a disproved condition decides though a fact is missing",
                json!({"national_approval": false, "paid_in": null}),
                not_met(&["national_approval"]),
            ),
            row(
                "every missing fact is named",
                json!({"national_approval": null, "paid_in": null, "application_year": null}),
                unknown(&["application_year", "national_approval", "paid_in"]),
            ),
            row(
                "a fund manager with a national approval goes to Article 8 (6.4)",
                json!({"kind": "fund_manager"}),
                not_applicable(),
            ),
            row("not told what it is", json!({"kind": null}), unknown(&["kind"])),
        ],
    }
}

#[test]
fn article_06() {
    table().hold();
}
