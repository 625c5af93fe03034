//! Article 17.

use serde_json::json;

use crate::rows::{applications, contributions, increases};
use crate::table::{Table, gate, merged, met, not_applicable, not_met, row, unknown, wan};

pub fn table() -> Table {
    Table {
        clause: "capital_increase_quasi",
        base: merged(
            &gate(),
            &json!({
                "kind": "quasi", "standing": "beijing", "capital_reduced": false, "opinion_date": "2018-11-01",
                "increases": increases(&[("2024-05-01", "600000000")]),
                "applications": applications(&[2026]),
                "contributions": contributions(&[(2026, "2000000")]),
            }),
        ),
        rows: vec![
            row("a quasi-financial body approved by Beijing", json!({}), met().certain(2026, wan(500))),
            // Who.
            row("only registered (17.2)", json!({"standing": "registered"}), not_met(&["standing"])),
            row("approved elsewhere (17.2)", json!({"standing": "elsewhere"}), not_met(&["standing"])),
            row("neither approved nor registered", json!({"standing": "neither"}), not_met(&["standing"])),
            row("not told by whom", json!({"standing": null}), unknown(&["standing"])),
            row("a service provider approved by Beijing", json!({"kind": "support"}), met().certain(2026, wan(500))),
            row(
                "a service provider that is only registered (17.3)",
                json!({"kind": "support", "standing": "registered"}),
                met().possible(2026, wan(500)).doubt("17.3"),
            ),
            row(
                "a service provider approved elsewhere: the same doubt",
                json!({"kind": "support", "standing": "elsewhere"}),
                met().possible(2026, wan(500)).doubt("17.3"),
            ),
            row(
                "a service provider with neither",
                json!({"kind": "support", "standing": "neither"}),
                not_met(&["standing"]),
            ),
            row("a service provider, not told", json!({"kind": "support", "standing": null}), unknown(&["standing"])),
            row("a legal person goes to Article 16", json!({"kind": "legal_entity"}), not_applicable()),
            row("whether it is new is not asked", json!({"new_arrival": false}), met().certain(2026, wan(500))),
            // The contribution.
            row(
                "one fen below 1 million",
                json!({"contributions": contributions(&[(2026, "999999.99")])}),
                not_met(&["contributions: 999,999.99 ≥ 1,000,000.00"]),
            ),
            row(
                "exactly 1 million: a bare 以上",
                json!({"contributions": contributions(&[(2026, "1000000")])}),
                met().certain(2026, wan(500)).doubt("G1"),
            ),
            row(
                "one fen above it",
                json!({"contributions": contributions(&[(2026, "1000000.01")])}),
                met().certain(2026, wan(500)),
            ),
            row(
                "a negative contribution counts as zero",
                json!({"contributions": contributions(&[(2026, "-2000000")])}),
                not_met(&["contributions: 0.00 ≥ 1,000,000.00"]),
            ),
            row(
                "no figure for the year of application",
                json!({"contributions": contributions(&[(2026, "")])}),
                unknown(&["contributions (2026)"]),
            ),
            // The increase and its cap.
            row(
                "one fen below 500 million",
                json!({"increases": increases(&[("2024-05-01", "499999999.99")])}),
                not_met(&["increases: 499,999,999.99 ≥ 500,000,000.00"]),
            ),
            row(
                "500 million（含）: 3% is 15 million, the cap a third of it",
                json!({"increases": increases(&[("2024-05-01", "500000000")])}),
                met().certain(2026, wan(500)),
            ),
            row(
                "one fen above it",
                json!({"increases": increases(&[("2024-05-01", "500000000.01")])}),
                met().certain(2026, wan(500)),
            ),
            row(
                "1 billion is no tier here",
                json!({"increases": increases(&[("2024-05-01", "1000000000")])}),
                met().certain(2026, wan(500)),
            ),
            row(
                "the largest figure taken",
                json!({"increases": increases(&[("2024-05-01", "1000000000000000")])}),
                met().certain(2026, wan(500)),
            ),
            row(
                "increases add up, those before the Opinion apart",
                json!({"increases": increases(&[
                    ("2018-10-31", "1"), ("2018-11-01", "200000000"), ("2026-12-31", "299999999.99"),
                ])}),
                not_met(&["increases: 499,999,999.99 ≥ 500,000,000.00"]),
            ),
            row("no increases at all", json!({"increases": []}), not_met(&["increases: 0.00 ≥ 500,000,000.00"])),
            row("increases not told", json!({"increases": null}), unknown(&["increases"])),
            row(
                "increases since the rules were issued: the Opinion's day is not needed",
                json!({
                    "opinion_date": null, "increases": increases(&[("2019-10-15", "600000000")]),
                }),
                met().certain(2026, wan(500)),
            ),
            row(
                "an increase the day before: it is",
                json!({
                    "opinion_date": null, "increases": increases(&[("2019-10-14", "600000000")]),
                }),
                unknown(&["opinion_date"]),
            ),
            row(
                "also beside a later one",
                json!({
                    "opinion_date": null, "increases": increases(&[("2019-10-14", "1"), ("2024-05-01", "600000000")]),
                }),
                unknown(&["opinion_date"]),
            ),
            row(
                "an Opinion said to be of a later day changes nothing for them",
                json!({
                    "opinion_date": "2024-05-02",
                }),
                met().certain(2026, wan(500)),
            ),
            row(
                "an increase without its day",
                json!({"increases": increases(&[("", "600000000")])}),
                unknown(&["increases (row 1)"]),
            ),
            row(
                "capital was reduced: the office must be asked",
                json!({"capital_reduced": true}),
                unknown(&["capital_reduced"]),
            ),
            row("not told whether reduced", json!({"capital_reduced": null}), unknown(&["capital_reduced"])),
            // Applications.
            row("no application", json!({"applications": []}), not_met(&["applications: 0 ≥ 1"])),
            row("applications not told", json!({"applications": null}), unknown(&["applications"])),
            row(
                "once: a later application gives nothing here",
                json!({
                    "applications": applications(&[2025, 2026]),
                    "contributions": contributions(&[(2025, "2000000"), (2026, "2000000")]),
                }),
                met().certain(2025, wan(500)),
            ),
            row(
                "an application that fails is passed over",
                json!({
                    "applications": applications(&[2025, 2026]),
                    "contributions": contributions(&[(2025, "999999.99"), (2026, "2000000")]),
                }),
                met().certain(2026, wan(500)),
            ),
            row(
                "every unmet condition is named",
                json!({
                    "standing": "registered", "increases": [], "contributions": contributions(&[(2026, "0")]),
                }),
                not_met(&["standing", "increases: 0.00 ≥ 500,000,000.00", "contributions: 0.00 ≥ 1,000,000.00"]),
            ),
            row(
                "every missing fact is named",
                json!({
                    "standing": null, "capital_reduced": null, "opinion_date": null, "increases": null,
                    "contributions": null,
                }),
                unknown(&["standing", "capital_reduced", "increases", "contributions (2026)"]),
            ),
        ],
    }
}

#[test]
fn article_17() {
    table().hold();
}
