//! Article 29.

use serde_json::json;

use crate::table::{Table, gate, merged, met, not_applicable, not_met, row, unknown};

pub fn table() -> Table {
    Table {
        clause: "talent_residence_funds",
        base: merged(&gate(), &json!({"kind": "fund_manager"})),
        rows: vec![
            row("listed and never priced", json!({}), met().in_kind()),
            row("whether it is new to Miyun is not asked", json!({"new_arrival": false}), met().in_kind()),
            row("nothing falls in a year, so none is needed", json!({"application_year": null}), met().in_kind()),
            row("a fund applies through its manager", json!({"kind": "fund"}), not_applicable()),
            row("a fund company is no manager", json!({"kind": "fund_company"}), not_applicable()),
            row("not told what it is", json!({"kind": null}), unknown(&["kind"])),
            row("a gate condition unmet", json!({"registered": false}), not_met(&["registered"])),
            row("a gate condition not told", json!({"admitted": null}), unknown(&["admitted"])),
        ],
    }
}

#[test]
fn article_29() {
    table().hold();
}
