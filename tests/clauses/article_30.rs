//! Article 30.

use serde_json::json;

use crate::table::{Table, gate, merged, met, not_applicable, not_met, row, unknown};

pub fn table() -> Table {
    Table {
        clause: "talent_residence",
        base: merged(&gate(), &json!({"kind": "legal_entity"})),
        rows: vec![
            row("listed and never priced", json!({}), met().in_kind()),
            row("a second-level branch", json!({"kind": "branch2"}), met().in_kind()),
            row("a quasi-financial body", json!({"kind": "quasi"}), met().in_kind()),
            row("a service provider", json!({"kind": "support"}), met().in_kind()),
            row("whether it is new to Miyun is not asked", json!({"new_arrival": false}), met().in_kind()),
            row("a fund is no institution", json!({"kind": "fund"}), not_applicable()),
            row("an association is none either", json!({"kind": "none", "association": true}), not_applicable()),
            row("not told what it is", json!({"kind": null}), unknown(&["kind"])),
            row("a gate condition unmet", json!({"lawful": false}), not_met(&["lawful"])),
            row("a gate condition not told", json!({"supervised": null}), unknown(&["supervised"])),
        ],
    }
}

#[test]
fn article_30() {
    table().hold();
}
