//! Article 26.

use serde_json::{Value, json};

use crate::table::{Table, gate, merged, met, not_applicable, not_met, row, unknown, wan};

/// Projects as rows of selected and joint.
fn projects(rows: &[(Option<bool>, Option<bool>)]) -> Value {
    json!({"projects": rows.iter().map(|(selected, joint)| json!({"selected": selected, "joint": joint})).collect::<Vec<_>>()})
}

const OWN: (Option<bool>, Option<bool>) = (Some(true), Some(false));
const JOINT: (Option<bool>, Option<bool>) = (Some(true), Some(true));
const APPLIED_FOR: (Option<bool>, Option<bool>) = (Some(false), Some(false));

pub fn table() -> Table {
    Table {
        clause: "municipal_projects",
        base: merged(&merged(&gate(), &json!({"kind": "legal_entity", "new_arrival": true})), &projects(&[OWN])),
        rows: vec![
            row("one project", json!({}), met().certain(2026, wan(500))),
            row("each project counts", projects(&[OWN, OWN, OWN]), met().certain(2026, 3 * wan(500))),
            row("their number has no cap", projects(&[OWN; 40]), met().certain(2026, 40 * wan(500))),
            row("only selected projects count", projects(&[APPLIED_FOR, OWN]), met().certain(2026, wan(500))),
            row("none was selected", projects(&[APPLIED_FOR, APPLIED_FOR]), not_met(&["projects: 0 ≥ 1"])),
            row("a joint one that was not selected is none", projects(&[(Some(false), Some(true))]), {
                not_met(&["projects: 0 ≥ 1"])
            }),
            row(
                "not selected decides though not told whether joint",
                projects(&[(Some(false), None)]),
                not_met(&["projects: 0 ≥ 1"]),
            ),
            row("told to have none", json!({"projects": []}), not_met(&["projects: 0 ≥ 1"])),
            row("never told", json!({"projects": null}), unknown(&["projects"])),
            row(
                "a joint project beside an own one stands in no band, and is flagged",
                projects(&[JOINT, OWN]),
                met().certain(2026, wan(500)).noted("share of a joint project"),
            ),
            row("only joint projects: the share is not known", projects(&[APPLIED_FOR, JOINT, JOINT]), {
                unknown(&["projects (row 2)", "projects (row 3)"])
            }),
            row(
                "a project without its selection makes the amount a lower bound",
                projects(&[OWN, (None, Some(false))]),
                met().certain(2026, wan(500)).noted("lower bound"),
            ),
            row(
                "a selected project not told whether joint makes it a lower bound",
                projects(&[(Some(true), None), OWN]),
                met().certain(2026, wan(500)).noted("lower bound"),
            ),
            row(
                "no good project and one without its selection",
                projects(&[APPLIED_FOR, (None, Some(false))]),
                unknown(&["projects (row 2)"]),
            ),
            row(
                "no good project and one not told whether joint",
                projects(&[(Some(true), None)]),
                unknown(&["projects (row 1)"]),
            ),
            row(
                "every project that is open or joint is named",
                projects(&[(None, None), JOINT, APPLIED_FOR, (Some(true), None)]),
                unknown(&["projects (row 1)", "projects (row 2)", "projects (row 4)"]),
            ),
            row(
                "the payment falls in the year of application",
                json!({"application_year": 2024}),
                met().certain(2024, wan(500)),
            ),
            row("not new to Miyun", json!({"new_arrival": false}), not_met(&["new_arrival"])),
            row(
                "every unmet condition is named",
                json!({"new_arrival": false, "admitted": false, "projects": []}),
                not_met(&["admitted", "new_arrival", "projects: 0 ≥ 1"]),
            ),
            row(
                "a disproved condition decides though a project is incomplete",
                merged(&json!({"new_arrival": false}), &projects(&[(None, None)])),
                not_met(&["new_arrival"]),
            ),
            row(
                "every missing fact is named",
                json!({"new_arrival": null, "projects": null, "application_year": null}),
                unknown(&["application_year", "new_arrival", "projects"]),
            ),
            row("each of the six kinds", json!({"kind": "branch2"}), met().certain(2026, wan(500))),
            row("quasi-financial bodies are not among them", json!({"kind": "quasi"}), not_applicable()),
            row("service providers are not among them", json!({"kind": "support"}), not_applicable()),
            row("not told what it is", json!({"kind": null}), unknown(&["kind"])),
        ],
    }
}

#[test]
fn article_26() {
    table().hold();
}
