//! Article 10.

use serde_json::json;

use crate::table::{Table, gate, merged, met, not_applicable, not_met, row, unknown, yuan};

pub fn table() -> Table {
    Table {
        clause: "office_purchase",
        base: merged(
            &gate(),
            &json!({
                "kind": "support", "new_arrival": true, "bought_office": true, "first_purchase": true,
                "purchased_area": "1000",
            }),
        ),
        rows: vec![
            row("1500 yuan for each m²", json!({}), met().certain(2026, yuan(1500) * 1000)),
            row(
                "a part of a m² counts",
                json!({"purchased_area": "88.88"}),
                met().certain(2026, yuan(1500) * 8888 / 100),
            ),
            row(
                "no cap on area or amount",
                json!({"purchased_area": "10000"}),
                met().certain(2026, yuan(1500) * 10_000),
            ),
            row(
                "the largest area taken",
                json!({"purchased_area": "100000000"}),
                met().certain(2026, yuan(1500) * 100_000_000),
            ),
            row(
                "half a fen rounds up: 1500 × 0.00001 = 0.015",
                json!({"purchased_area": "0.00001"}),
                met().certain(2026, 2),
            ),
            row(
                "less rounds down: 1500 × 0.000009 = 0.0135",
                json!({"purchased_area": "0.000009"}),
                met().certain(2026, 1),
            ),
            row("no floor area for own use", json!({"purchased_area": "0"}), not_met(&["purchased_area: 0 > 0"])),
            row(
                "the payment falls in the year of application",
                json!({"application_year": 2023}),
                met().certain(2023, yuan(1500) * 1000),
            ),
            row(
                "no contribution test",
                json!({"contributions": [{"year": 2026, "contribution": "-5.00"}]}),
                met().certain(2026, yuan(1500) * 1000),
            ),
            row(
                "quasi-financial bodies need no standing here",
                json!({"kind": "quasi", "standing": "neither"}),
                met().certain(2026, yuan(1500) * 1000),
            ),
            row("legal entities", json!({"kind": "legal_entity"}), met().certain(2026, yuan(1500) * 1000)),
            row("first-level branches", json!({"kind": "branch1"}), met().certain(2026, yuan(1500) * 1000)),
            row("second-level branches", json!({"kind": "branch2"}), met().certain(2026, yuan(1500) * 1000)),
            row("functional headquarters", json!({"kind": "functional_hq"}), met().certain(2026, yuan(1500) * 1000)),
            row("fund managers", json!({"kind": "fund_manager"}), met().certain(2026, yuan(1500) * 1000)),
            row("fund companies", json!({"kind": "fund_company"}), met().certain(2026, yuan(1500) * 1000)),
            row("not new to Miyun", json!({"new_arrival": false}), not_met(&["new_arrival"])),
            row("nothing bought for own use", json!({"bought_office": false}), not_met(&["bought_office"])),
            row("not the first purchase", json!({"first_purchase": false}), not_met(&["first_purchase"])),
            row(
                "every unmet condition is named",
                json!({"new_arrival": false, "bought_office": false, "first_purchase": false, "purchased_area": "0"}),
                not_met(&["new_arrival", "bought_office", "first_purchase", "purchased_area: 0 > 0"]),
            ),
            row(
                "nothing bought: the rest is not needed",
                json!({"bought_office": false, "first_purchase": null, "purchased_area": null}),
                not_met(&["bought_office"]),
            ),
            row("not told whether new", json!({"new_arrival": null}), unknown(&["new_arrival"])),
            row("not told whether the first", json!({"first_purchase": null}), unknown(&["first_purchase"])),
            row("area not told", json!({"purchased_area": null}), unknown(&["purchased_area"])),
            row(
                "every missing fact is named",
                json!({
                    "new_arrival": null, "bought_office": null, "first_purchase": null, "purchased_area": null,
                    "application_year": null,
                }),
                unknown(&["new_arrival", "bought_office", "first_purchase", "purchased_area", "application_year"]),
            ),
            row("a fund is not named", json!({"kind": "fund"}), not_applicable()),
            row("an association is not named", json!({"kind": "none", "association": true}), not_applicable()),
        ],
    }
}

#[test]
fn article_10() {
    table().hold();
}
