//! Article 13.

use serde_json::json;

use crate::table::{Table, gate, merged, met, not_applicable, not_met, row, unknown};

pub fn table() -> Table {
    Table {
        clause: "transitional_office",
        base: merged(
            &gate(),
            &json!({
                "kind": "legal_entity", "newly_established": true, "in_preparation": true, "strategic": true,
                "lent_area": "300", "lent_months": 12,
            }),
        ),
        rows: vec![
            row("free use, never priced", json!({}), met().in_kind()),
            row(
                "one that moved in is not newly established",
                json!({"newly_established": false}),
                not_met(&["newly_established"]),
            ),
            row("already open", json!({"in_preparation": false}), not_met(&["in_preparation"])),
            row("not of strategic importance", json!({"strategic": false}), not_met(&["strategic"])),
            row("500 m² is not above the limit", json!({"lent_area": "500"}), met().in_kind()),
            row(
                "the smallest area above it",
                json!({"lent_area": "500.000001"}),
                not_met(&["lent_area: 500.000001 ≤ 500"]),
            ),
            row("24 months are two years", json!({"lent_months": 24}), met().in_kind()),
            row("one month more", json!({"lent_months": 25}), not_met(&["lent_months: 25 ≤ 24"])),
            row(
                "every unmet condition is named",
                json!({
                    "newly_established": false, "in_preparation": false, "strategic": false, "lent_area": "600",
                    "lent_months": 36,
                }),
                not_met(&[
                    "newly_established",
                    "in_preparation",
                    "strategic",
                    "lent_area: 600 ≤ 500",
                    "lent_months: 36 ≤ 24",
                ]),
            ),
            row(
                "a disproved condition decides though a fact is missing",
                json!({"strategic": null, "lent_months": 36}),
                not_met(&["lent_months: 36 ≤ 24"]),
            ),
            row(
                "not told whether newly established",
                json!({"newly_established": null}),
                unknown(&["newly_established"]),
            ),
            row("not told whether in preparation", json!({"in_preparation": null}), unknown(&["in_preparation"])),
            row("not told whether strategic", json!({"strategic": null}), unknown(&["strategic"])),
            row("area not told", json!({"lent_area": null}), unknown(&["lent_area"])),
            row("months not told", json!({"lent_months": null}), unknown(&["lent_months"])),
            row(
                "every missing fact is named",
                json!({
                    "newly_established": null, "in_preparation": null, "strategic": null, "lent_area": null,
                    "lent_months": null,
                }),
                unknown(&["newly_established", "in_preparation", "strategic", "lent_area", "lent_months"]),
            ),
            row(
                "nothing of Article 2 binds one that cannot be registered yet",
                json!({"registered": false, "supervised": null, "lawful": null, "admitted": null, "clean_record": null}),
                met().in_kind(),
            ),
            row(
                "neither arrival nor a year of application is asked",
                json!({"new_arrival": false, "application_year": null}),
                met().in_kind(),
            ),
            row("a branch is not named", json!({"kind": "branch1"}), not_applicable()),
            row("a fund manager is not named", json!({"kind": "fund_manager"}), not_applicable()),
        ],
    }
}

#[test]
fn article_13() {
    table().hold();
}
