//! Article 31.

use serde_json::json;

use crate::table::{Table, gate, merged, met, not_applicable, not_met, row, unknown};

pub fn table() -> Table {
    Table {
        clause: "talent_housing",
        base: merged(&gate(), &json!({"kind": "legal_entity", "new_arrival": true})),
        rows: vec![
            row("listed and never priced", json!({}), met().in_kind()),
            row("a quasi-financial body", json!({"kind": "quasi"}), met().in_kind()),
            row("a service provider", json!({"kind": "support"}), met().in_kind()),
            row("not new to Miyun", json!({"new_arrival": false}), not_met(&["new_arrival"])),
            row("not told whether new to Miyun", json!({"new_arrival": null}), unknown(&["new_arrival"])),
            row(
                "every unmet condition is named",
                json!({"new_arrival": false, "clean_record": false}),
                not_met(&["clean_record", "new_arrival"]),
            ),
            row(
                "a disproved condition decides though a fact is missing",
                json!({"new_arrival": false, "lawful": null}),
                not_met(&["new_arrival"]),
            ),
            row("a fund is no institution", json!({"kind": "fund"}), not_applicable()),
            row("not told what it is", json!({"kind": null}), unknown(&["kind"])),
        ],
    }
}

#[test]
fn article_31() {
    table().hold();
}
