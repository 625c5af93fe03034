//! Article 8.

use serde_json::json;

use crate::table::{Table, gate, merged, met, not_applicable, not_met, row, unknown, wan};

pub fn table() -> Table {
    Table {
        clause: "opening_fund_manager",
        base: merged(
            &gate(),
            &json!({
                "kind": "fund_manager", "new_arrival": true, "national_approval": false, "paid_in": "600000000",
                "managed_assets": "6000000000", "custody_of_assets": "0.6", "custody_of_investments": "0.2",
            }),
        ),
        rows: vec![
            row("all three lines passed: a ceiling only", json!({}), met().decision(2026, 0, wan(300))),
            row(
                "it falls in the year of application",
                json!({"application_year": 2021}),
                met().decision(2021, 0, wan(300)),
            ),
            row(
                "paid-in capital one fen short",
                json!({"paid_in": "499999999.99"}),
                not_met(&["paid_in: 499,999,999.99 ≥ 500,000,000.00"]),
            ),
            row(
                "exactly 500 million: a bare 以上 includes the number (G1)",
                json!({"paid_in": "500000000"}),
                met().decision(2026, 0, wan(300)).doubt("G1"),
            ),
            row("one fen above", json!({"paid_in": "500000000.01"}), met().decision(2026, 0, wan(300))),
            row(
                "managed assets one fen short",
                json!({"managed_assets": "4999999999.99"}),
                not_met(&["managed_assets: 4,999,999,999.99 ≥ 5,000,000,000.00"]),
            ),
            row(
                "exactly 5 billion (G1)",
                json!({"managed_assets": "5000000000"}),
                met().decision(2026, 0, wan(300)).doubt("G1"),
            ),
            row("one fen above", json!({"managed_assets": "5000000000.01"}), met().decision(2026, 0, wan(300))),
            row(
                "the largest figures taken",
                json!({"paid_in": "1000000000000000", "managed_assets": "1000000000000000"}),
                met().decision(2026, 0, wan(300)),
            ),
            row(
                "exactly half of the assets in custody (G1)",
                json!({"custody_of_assets": "0.5"}),
                met().decision(2026, 0, wan(300)).doubt("G1"),
            ),
            row(
                "a hair above half, not an exact hit",
                json!({"custody_of_assets": "0.50000001"}),
                met().decision(2026, 0, wan(300)),
            ),
            row(
                "either base is enough: investments instead of assets",
                json!({"custody_of_assets": "0.4", "custody_of_investments": "0.55"}),
                met().decision(2026, 0, wan(300)),
            ),
            row(
                "exactly half of the investments (G1)",
                json!({"custody_of_assets": "0.4", "custody_of_investments": "0.5"}),
                met().decision(2026, 0, wan(300)).doubt("G1"),
            ),
            row(
                "one base exactly half, the other clearly above: nothing rests on the bound",
                json!({"custody_of_assets": "0.5", "custody_of_investments": "0.7"}),
                met().decision(2026, 0, wan(300)),
            ),
            row(
                "both exactly half",
                json!({"custody_of_assets": "0.5", "custody_of_investments": "0.5"}),
                met().decision(2026, 0, wan(300)).doubt("G1"),
            ),
            row(
                "both just below half: each is shown",
                json!({"custody_of_assets": "0.49999999", "custody_of_investments": "0.4"}),
                not_met(&["custody_of_assets: 49.999999% ≥ 50%", "custody_of_investments: 40% ≥ 50%"]),
            ),
            row(
                "one passes: the other is not needed",
                json!({"custody_of_investments": null}),
                met().decision(2026, 0, wan(300)),
            ),
            row(
                "the other passes: the first is not needed",
                json!({"custody_of_assets": null, "custody_of_investments": "0.9"}),
                met().decision(2026, 0, wan(300)),
            ),
            row(
                "assets fail, investments are not told",
                json!({"custody_of_assets": "0.1", "custody_of_investments": null}),
                unknown(&["custody_of_investments"]),
            ),
            row(
                "investments fail, assets are not told",
                json!({"custody_of_assets": null}),
                unknown(&["custody_of_assets"]),
            ),
            row(
                "neither is told",
                json!({"custody_of_assets": null, "custody_of_investments": null}),
                unknown(&["custody_of_assets", "custody_of_investments"]),
            ),
            row(
                "a share that is not told does not fail beside another failure",
                json!({"paid_in": "0", "custody_of_assets": "0.1", "custody_of_investments": null}),
                not_met(&["paid_in: 0.00 ≥ 500,000,000.00"]),
            ),
            row("not new to Miyun", json!({"new_arrival": false}), not_met(&["new_arrival"])),
            row(
                "every unmet condition is named",
                json!({
                    "new_arrival": false, "paid_in": "0", "managed_assets": "0", "custody_of_assets": "0",
                    "custody_of_investments": "0",
                }),
                not_met(&[
                    "new_arrival",
                    "paid_in: 0.00 ≥ 500,000,000.00",
                    "managed_assets: 0.00 ≥ 5,000,000,000.00",
                    "custody_of_assets: 0% ≥ 50%",
                    "custody_of_investments: 0% ≥ 50%",
                ]),
            ),
            row("not told whether new", json!({"new_arrival": null}), unknown(&["new_arrival"])),
            row("paid-in capital not told", json!({"paid_in": null}), unknown(&["paid_in"])),
            row("managed assets not told", json!({"managed_assets": null}), unknown(&["managed_assets"])),
            row(
                "every missing fact is named",
                json!({"new_arrival": null, "paid_in": null, "managed_assets": null, "application_year": null}),
                unknown(&["new_arrival", "paid_in", "managed_assets", "application_year"]),
            ),
            row(
                "a national approval raises the question of Article 6 (6.4)",
                json!({"national_approval": true}),
                met().decision(2026, 0, wan(300)).doubt("6.4"),
            ),
            row(
                "… also where Article 8 is not met",
                json!({"national_approval": true, "managed_assets": "0"}),
                not_met(&["managed_assets: 0.00 ≥ 5,000,000,000.00"]).doubt("6.4"),
            ),
            row(
                "whether there is a national approval is not needed",
                json!({"national_approval": null}),
                met().decision(2026, 0, wan(300)),
            ),
            row("no ruling is asked for", json!({"opening_ruling": "refused"}), met().decision(2026, 0, wan(300))),
            row("a fund company is not named", json!({"kind": "fund_company"}), not_applicable()),
            row("a fund is not named", json!({"kind": "fund"}), not_applicable()),
            row("a legal entity goes to Article 6", json!({"kind": "legal_entity"}), not_applicable()),
        ],
    }
}

#[test]
fn article_08() {
    table().hold();
}
