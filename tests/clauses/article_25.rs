//! Article 25.

use serde_json::json;

use crate::table::{Table, gate, merged, not_applicable, not_met, row, unknown};

pub fn table() -> Table {
    Table {
        clause: "yearly_award",
        base: merged(&gate(), &json!({"kind": "legal_entity"})),
        rows: vec![
            row("rules that are not made yet: nothing the applicant could tell", json!({}), unknown(&[])),
            row("quasi-financial bodies alike", json!({"kind": "quasi"}), unknown(&[])),
            row("funds alike", json!({"kind": "fund"}), unknown(&[])),
            row("intermediaries alike", json!({"kind": "none", "intermediary": true}), unknown(&[])),
            row(
                "an association, whatever else it may be",
                json!({"kind": null, "intermediary": null, "association": true}),
                unknown(&[]),
            ),
            row("nobody at all", json!({"kind": "none"}), not_applicable()),
            row("not told what it is", json!({"kind": null}), unknown(&["kind"])),
            row(
                "a gate condition unmet: the rules to come cannot help",
                json!({"lawful": false, "clean_record": false}),
                not_met(&["clean_record", "lawful"]),
            ),
            row("supervision binds here without softening", json!({"supervised": false}), not_met(&["supervised"])),
            row(
                "gate conditions not told are named",
                json!({"admitted": null, "registered": null}),
                unknown(&["admitted", "registered"]),
            ),
        ],
    }
}

#[test]
fn article_25() {
    table().hold();
}
