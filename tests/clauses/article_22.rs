//! Article 22.

use miyun::money::Money;
use serde_json::json;

use crate::holds::recomputes;
use crate::rows::contributions;
use crate::table::{Table, facts, gate, merged, met, not_applicable, not_met, row, unknown, wan};

pub fn table() -> Table {
    let year = |figure: &str| json!({"contributions": contributions(&[(2026, figure)])});
    let room = || met().decision(2026, 0, wan(3000) * 70 / 100);
    Table {
        clause: "key_institution",
        base: merged(
            &gate(),
            &json!({
                "kind": "legal_entity", "new_arrival": true, "paid_in": "1200000000", "demonstration": true,
                "influence": true, "key_ruling": "granted",
                "contributions": contributions(&[(2026, "30000000")]),
            }),
        ),
        rows: vec![
            row("70% of the contribution, by decision", json!({}), room()),
            // Who.
            row("a quasi-financial body", json!({"kind": "quasi"}), room()),
            row("a service provider", json!({"kind": "support"}), room()),
            row("a fund company", json!({"kind": "fund_company"}), room()),
            row("a fund is outside", json!({"kind": "fund"}), not_applicable()),
            row("not new to Miyun", json!({"new_arrival": false}), not_met(&["new_arrival"])),
            row("not told whether new", json!({"new_arrival": null}), unknown(&["new_arrival"])),
            // Capital.
            row(
                "one fen below 1 billion",
                json!({"paid_in": "999999999.99"}),
                not_met(&["paid_in: 999,999,999.99 ≥ 1,000,000,000.00"]),
            ),
            row("exactly 1 billion: a bare 以上 (22.1)", json!({"paid_in": "1000000000"}), room().doubt("G1")),
            row("one fen above it", json!({"paid_in": "1000000000.01"}), room()),
            row("capital not told", json!({"paid_in": null}), unknown(&["paid_in"])),
            // The contribution.
            row(
                "one fen below 20 million",
                year("19999999.99"),
                not_met(&["contributions: 19,999,999.99 ≥ 20,000,000.00"]),
            ),
            row(
                "exactly 20 million: a bare 以上 (22.1)",
                year("20000000"),
                met().decision(2026, 0, wan(2000) * 70 / 100).doubt("G1"),
            ),
            row(
                "both exactly: said once",
                merged(&json!({"paid_in": "1000000000"}), &year("20000000")),
                met().decision(2026, 0, wan(2000) * 70 / 100).doubt("G1"),
            ),
            row(
                "one fen above it: 0.7 fen is rounded down",
                year("20000000.01"),
                met().decision(2026, 0, wan(2000) * 70 / 100),
            ),
            row("two fen above it: 1.4 fen", year("20000000.02"), met().decision(2026, 0, wan(2000) * 70 / 100 + 1)),
            row(
                "a negative contribution counts as zero",
                year("-30000000"),
                not_met(&["contributions: 0.00 ≥ 20,000,000.00"]),
            ),
            row(
                "the largest figure taken",
                year("1000000000000000"),
                met().decision(2026, 0, wan(100_000_000_000) * 70 / 100),
            ),
            row(
                "no figure for the year",
                json!({"contributions": contributions(&[(2025, "30000000")])}),
                unknown(&["contributions (2026)"]),
            ),
            row("the year of application not told", json!({"application_year": null}), unknown(&["application_year"])),
            row(
                "the money falls in the year of application",
                json!({"application_year": 2025, "contributions": contributions(&[(2025, "30000000"), (2026, "0")])}),
                met().decision(2025, 0, wan(3000) * 70 / 100),
            ),
            // The qualities.
            row("sets no example", json!({"demonstration": false}), not_met(&["demonstration"])),
            row("not told whether it does", json!({"demonstration": null}), unknown(&["demonstration"])),
            row("has no influence", json!({"influence": false}), not_met(&["influence"])),
            row("not told whether it has", json!({"influence": null}), unknown(&["influence"])),
            // The meeting.
            row("not decided yet: by decision all the same", json!({"key_ruling": "pending"}), room()),
            row("refused", json!({"key_ruling": "refused"}), not_met(&["key_ruling"])),
            row("not told", json!({"key_ruling": null}), unknown(&["key_ruling"])),
            // Together.
            row(
                "every unmet condition is named",
                json!({"new_arrival": false, "paid_in": "0", "demonstration": false, "influence": false, "key_ruling": "refused", "contributions": contributions(&[(2026, "0")])}),
                not_met(&[
                    "new_arrival",
                    "paid_in: 0.00 ≥ 1,000,000,000.00",
                    "contributions: 0.00 ≥ 20,000,000.00",
                    "demonstration",
                    "influence",
                    "key_ruling",
                ]),
            ),
            row(
                "every missing fact is named",
                json!({"new_arrival": null, "paid_in": null, "demonstration": null, "influence": null, "key_ruling": null, "contributions": null, "application_year": null}),
                unknown(&[
                    "new_arrival",
                    "paid_in",
                    "demonstration",
                    "influence",
                    "key_ruling",
                    "contributions",
                    "application_year",
                ]),
            ),
        ],
    }
}

#[test]
fn article_22() {
    table().hold();
}

#[test]
fn other_support_leaves_less_room() {
    let table = table();
    let line = wan(3000) * 70 / 100;
    for (other, room) in [(0, line), (1, line - 1), (line - 1, 1), (line, 0), (line + 1, 0), (wan(5000), 0)] {
        let assessment = table.clause().assess_beside(&facts(&table.base), true, Money::from_fen(other));
        let total = assessment.estimate.by_year.total();
        assert_eq!((total.floor.fen(), total.ceiling.fen()), (0, room), "beside {other} fen");
        recomputes(&assessment).unwrap();
    }
}
