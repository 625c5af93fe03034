//! Article 7.

use serde_json::json;

use crate::table::{Table, gate, merged, met, not_applicable, not_met, row, unknown, wan};

pub fn table() -> Table {
    Table {
        clause: "opening_branch",
        base: merged(
            &gate(),
            &json!({
                "kind": "branch1", "new_arrival": true, "outstanding": true, "demonstration": true, "influence": true,
                "investment_pull": true, "opening_ruling": "pending",
            }),
        ),
        rows: vec![
            row("all four qualities, not decided yet: a ceiling only", json!({}), met().decision(2026, 0, wan(500))),
            row(
                "granted: the amount is still not in the rules",
                json!({"opening_ruling": "granted"}),
                met().decision(2026, 0, wan(500)),
            ),
            row("functional headquarters", json!({"kind": "functional_hq"}), met().decision(2026, 0, wan(500))),
            row(
                "it falls in the year of application",
                json!({"application_year": 2021}),
                met().decision(2021, 0, wan(500)),
            ),
            row("refused", json!({"opening_ruling": "refused"}), not_met(&["opening_ruling"])),
            row("not new to Miyun", json!({"new_arrival": false}), not_met(&["new_arrival"])),
            row(
                "the four qualities are cumulative: contribution",
                json!({"outstanding": false}),
                not_met(&["outstanding"]),
            ),
            row("… example", json!({"demonstration": false}), not_met(&["demonstration"])),
            row("… influence", json!({"influence": false}), not_met(&["influence"])),
            row("… investment", json!({"investment_pull": false}), not_met(&["investment_pull"])),
            row(
                "a grant does not replace a quality",
                json!({"opening_ruling": "granted", "influence": false}),
                not_met(&["influence"]),
            ),
            row(
                "every unmet condition is named",
                json!({
                    "new_arrival": false, "outstanding": false, "demonstration": false, "influence": false,
                    "investment_pull": false, "opening_ruling": "refused",
                }),
                not_met(&[
                    "new_arrival",
                    "outstanding",
                    "demonstration",
                    "influence",
                    "investment_pull",
                    "opening_ruling",
                ]),
            ),
            row(
                "a disproved condition decides though a fact is missing",
                json!({"outstanding": false, "opening_ruling": null}),
                not_met(&["outstanding"]),
            ),
            row("not told whether new", json!({"new_arrival": null}), unknown(&["new_arrival"])),
            row("not told whether outstanding", json!({"outstanding": null}), unknown(&["outstanding"])),
            row("not told whether an example", json!({"demonstration": null}), unknown(&["demonstration"])),
            row("not told whether of influence", json!({"influence": null}), unknown(&["influence"])),
            row(
                "not told whether it drives investment",
                json!({"investment_pull": null}),
                unknown(&["investment_pull"]),
            ),
            row("not told what was decided", json!({"opening_ruling": null}), unknown(&["opening_ruling"])),
            row(
                "every missing fact is named",
                json!({
                    "new_arrival": null, "outstanding": null, "demonstration": null, "influence": null,
                    "investment_pull": null, "opening_ruling": null, "application_year": null,
                }),
                unknown(&[
                    "new_arrival",
                    "outstanding",
                    "demonstration",
                    "influence",
                    "investment_pull",
                    "opening_ruling",
                    "application_year",
                ]),
            ),
            row("a second-level branch is not named", json!({"kind": "branch2"}), not_applicable()),
            row("a legal entity goes to Article 6", json!({"kind": "legal_entity"}), not_applicable()),
            row("a fund manager goes to Article 8", json!({"kind": "fund_manager"}), not_applicable()),
            row("not told what it is", json!({"kind": null}), unknown(&["kind"])),
        ],
    }
}

#[test]
fn article_07() {
    table().hold();
}
