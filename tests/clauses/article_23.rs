//! Article 23.

use serde_json::json;

use crate::table::{Table, gate, merged, met, not_applicable, not_met, row, unknown, wan};

/// What 15 million less 2 million leaves, and so on: the wider reading less the narrower.
const fn beyond(wider: i128, narrower: i128) -> i128 {
    wan(wider) - wan(narrower)
}

pub fn table() -> Table {
    Table {
        clause: "real_economy_investment",
        base: merged(
            &gate(),
            &json!({
                "kind": "fund_manager", "newly_established": true, "filed_in_miyun": true, "listed_and_exited": true,
                "high_end_investment": "2500000000.00", "counterpart_claimed": false,
            }),
        ),
        rows: vec![
            row(
                "one fen below the lowest tier",
                json!({"high_end_investment": "1999999999.99"}),
                not_met(&["high_end_investment: 1,999,999,999.99 ≥ 2,000,000,000.00"]),
            ),
            row(
                "2 billion（含）, paid once: noted",
                json!({"high_end_investment": "2000000000"}),
                met().certain(2026, wan(200)).noted("paid once"),
            ),
            row(
                "one fen above 2 billion",
                json!({"high_end_investment": "2000000000.01"}),
                met().certain(2026, wan(200)),
            ),
            row(
                "one fen below 3 billion",
                json!({"high_end_investment": "2999999999.99"}),
                met().certain(2026, wan(200)),
            ),
            row(
                "3 billion is in the higher tier",
                json!({"high_end_investment": "3000000000"}),
                met().certain(2026, wan(1000)),
            ),
            row(
                "one fen below 5 billion",
                json!({"high_end_investment": "4999999999.99"}),
                met().certain(2026, wan(1000)),
            ),
            row("5 billion（含）", json!({"high_end_investment": "5000000000"}), met().certain(2026, wan(1500))),
            row(
                "the largest figure taken",
                json!({"high_end_investment": "1000000000000000"}),
                met().certain(2026, wan(1500)),
            ),
            row(
                "nothing invested",
                json!({"high_end_investment": "0"}),
                not_met(&["high_end_investment: 0.00 ≥ 2,000,000,000.00"]),
            ),
            row("a fund may have it", json!({"kind": "fund"}), met().certain(2026, wan(200))),
            row("a fund company counts as a fund", json!({"kind": "fund_company"}), met().certain(2026, wan(200))),
            row("a legal person may not", json!({"kind": "legal_entity"}), not_applicable()),
            row("not told what it is", json!({"kind": null}), unknown(&["kind"])),
            row(
                "the payment falls in the year of application",
                json!({"application_year": 2024}),
                met().certain(2024, wan(200)),
            ),
            row(
                "all Beijing investment would reach the top tier (23.3)",
                json!({"beijing_investment": "5000000000"}),
                met().certain(2026, wan(200)).possible(2026, beyond(1500, 200)).doubt("23.3"),
            ),
            row(
                "one fen less reaches the middle tier (23.3)",
                json!({"beijing_investment": "4999999999.99"}),
                met().certain(2026, wan(200)).possible(2026, beyond(1000, 200)).doubt("23.3"),
            ),
            row(
                "all Beijing investment in the same tier raises no doubt",
                json!({"beijing_investment": "2999999999.99"}),
                met().certain(2026, wan(200)),
            ),
            row(
                "a Beijing figure below the high-end one changes nothing",
                json!({"beijing_investment": "100"}),
                met().certain(2026, wan(200)),
            ),
            row(
                "below the lowest tier, but not by all Beijing investment (23.3)",
                json!({"high_end_investment": "1999999999.99", "beijing_investment": "2000000000"}),
                not_met(&["high_end_investment: 1,999,999,999.99 ≥ 2,000,000,000.00"])
                    .possible(2026, wan(200))
                    .doubt("23.3"),
            ),
            row(
                "below the lowest tier by both readings",
                json!({"high_end_investment": "0", "beijing_investment": "1999999999.99"}),
                not_met(&["high_end_investment: 0.00 ≥ 2,000,000,000.00"]),
            ),
            row(
                "another unmet condition leaves nothing possible",
                json!({"listed_and_exited": false, "high_end_investment": "0", "beijing_investment": "5000000000"}),
                not_met(&["high_end_investment: 0.00 ≥ 2,000,000,000.00", "listed_and_exited"]),
            ),
            row(
                "the counterpart has claimed (36.3)",
                json!({"counterpart_claimed": true}),
                met().possible(2026, wan(200)).doubt("36.3").noted("counterpart has claimed"),
            ),
            row(
                "the counterpart has claimed: 36.3 and 23.3 are favourable at once",
                json!({"counterpart_claimed": true, "beijing_investment": "5000000000"}),
                met().possible(2026, wan(1500)).doubt("36.3").doubt("23.3"),
            ),
            row(
                "the counterpart has claimed, and all investment in Beijing finds the same tier",
                json!({"counterpart_claimed": true, "beijing_investment": "2999999999.99"}),
                met().possible(2026, wan(200)).doubt("36.3"),
            ),
            row(
                "an amount that rests on both readings names both",
                json!({
                    "counterpart_claimed": true, "high_end_investment": "0", "beijing_investment": "5000000000",
                }),
                not_met(&["high_end_investment: 0.00 ≥ 2,000,000,000.00"])
                    .possible(2026, wan(1500))
                    .doubt("23.3")
                    .doubt("36.3"),
            ),
            row(
                "not told whether the counterpart has claimed",
                json!({"counterpart_claimed": null}),
                unknown(&["counterpart_claimed"]),
            ),
            row("moved in, not newly set up", json!({"newly_established": false}), not_met(&["newly_established"])),
            row("not filed in Miyun", json!({"filed_in_miyun": false}), not_met(&["filed_in_miyun"])),
            row("no listing with an exit", json!({"listed_and_exited": false}), not_met(&["listed_and_exited"])),
            row(
                "every unmet condition is named",
                json!({
                    "clean_record": false, "newly_established": false, "filed_in_miyun": false,
                    "listed_and_exited": false, "high_end_investment": "0",
                }),
                not_met(&[
                    "clean_record",
                    "filed_in_miyun",
                    "high_end_investment: 0.00 ≥ 2,000,000,000.00",
                    "listed_and_exited",
                    "newly_established",
                ]),
            ),
            row(
                "a disproved condition decides though a fact is missing",
                json!({"filed_in_miyun": false, "high_end_investment": null}),
                not_met(&["filed_in_miyun"]),
            ),
            row(
                "the high-end figure is needed even if all Beijing investment is told",
                json!({"high_end_investment": null, "beijing_investment": "5000000000"}),
                unknown(&["high_end_investment"]),
            ),
            row(
                "every missing fact is named",
                json!({
                    "newly_established": null, "filed_in_miyun": null, "listed_and_exited": null,
                    "high_end_investment": null, "counterpart_claimed": null, "application_year": null,
                }),
                unknown(&[
                    "application_year",
                    "counterpart_claimed",
                    "filed_in_miyun",
                    "high_end_investment",
                    "listed_and_exited",
                    "newly_established",
                ]),
            ),
        ],
    }
}

#[test]
fn article_23() {
    table().hold();
}
