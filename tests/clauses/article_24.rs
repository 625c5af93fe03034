//! Article 24.

use serde_json::json;

use crate::table::{Table, gate, merged, met, not_applicable, not_met, row, unknown};

pub fn table() -> Table {
    Table {
        clause: "venture_tax_pilot",
        base: merged(&gate(), &json!({"kind": "fund"})),
        rows: vec![
            row("listed and never priced", json!({}), met().in_kind()),
            row("a fund manager", json!({"kind": "fund_manager"}), met().in_kind()),
            row("a fund company", json!({"kind": "fund_company"}), met().in_kind()),
            row("nothing falls in a year, so none is needed", json!({"application_year": null}), met().in_kind()),
            row("no fund kind", json!({"kind": "legal_entity"}), not_applicable()),
            row(
                "an intermediary or association is no fund",
                json!({"kind": "none", "intermediary": true, "association": true}),
                not_applicable(),
            ),
            row("not told what it is", json!({"kind": null}), unknown(&["kind"])),
            row("a gate condition unmet", json!({"supervised": false}), not_met(&["supervised"])),
            row("a gate condition not told", json!({"lawful": null}), unknown(&["lawful"])),
        ],
    }
}

#[test]
fn article_24() {
    table().hold();
}
