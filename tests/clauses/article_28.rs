//! Article 28.

use serde_json::{Value, json};

use crate::table::{Row, Table, gate, merged, met, not_applicable, not_met, row, unknown, wan};

/// Entry-year contribution, and how many of 100 members pay tax here.
fn case(contribution: &str, of_a_hundred: u32) -> Value {
    json!({"entry_contribution": contribution, "members": 100, "taxpaying_members": of_a_hundred})
}

pub fn table() -> Table {
    let base = json!({"kind": "none", "association": true, "association_fits": true});
    let mut rows = tiers();
    rows.extend(doubtful());
    rows.extend(conditions());
    Table { clause: "association_reward", base: merged(&merged(&gate(), &base), &case("2000000", 70)), rows }
}

fn tiers() -> Vec<Row> {
    vec![
        row(
            "one fen below the lowest tier",
            case("499999.99", 70),
            not_met(&["entry_contribution: 499,999.99 ≥ 500,000.00"]),
        ),
        row("500,000 is in the lowest tier", case("500000", 70), met().certain(2026, wan(3))),
        row("one fen above it", case("500000.01", 70), met().certain(2026, wan(3))),
        row("half the members: a bare 以上 hit exactly", case("500000", 50), met().certain(2026, wan(3)).doubt("G1")),
        row("one member below half", case("500000", 49), not_met(&["49 ÷ 100 ≥ 50%"])),
        row("one member above half", case("500000", 51), met().certain(2026, wan(3))),
        row(
            "the share is an exact fraction: one of 101 short of half",
            json!({"entry_contribution": "500000", "members": 101, "taxpaying_members": 50}),
            not_met(&["50 ÷ 101 ≥ 50%"]),
        ),
        row("1 million（含）is in the lowest tier, also with 60%", case("1000000", 60), met().certain(2026, wan(3))),
        row("1 million（含）with half the members", case("1000000", 50), met().certain(2026, wan(3)).doubt("G1")),
        row("one fen above 1 million: the middle tier", case("1000000.01", 70), met().certain(2026, wan(6))),
        row("60%: a bare 以上 hit exactly", case("1000000.01", 60), met().certain(2026, wan(6)).doubt("G1")),
        row("one fen below 3 million", case("2999999.99", 61), met().certain(2026, wan(6))),
        row("one fen above 3 million: the top tier", case("3000000.01", 70), met().certain(2026, wan(10))),
        row("the top tier asks no share", case("3000000.01", 0), met().certain(2026, wan(10))),
        row(
            "the top tier needs no count of taxpaying members",
            json!({"entry_contribution": "3000000.01", "taxpaying_members": null}),
            met().certain(2026, wan(10)),
        ),
        row("the largest figure taken: 100,000 at most", case("1000000000000000", 70), met().certain(2026, wan(10))),
        row("more taxpaying members than members: as told", case("2000000", 101), met().certain(2026, wan(6))),
    ]
}

fn doubtful() -> Vec<Row> {
    vec![
        row(
            "middle contribution, share between the two (28.1)",
            case("1000000.01", 59),
            not_met(&["59 ÷ 100 ≥ 60%"]).possible(2026, wan(3)).doubt("28.1"),
        ),
        row(
            "middle contribution, exactly half the members (28.1)",
            case("2999999.99", 50),
            not_met(&["50 ÷ 100 ≥ 60%"]).possible(2026, wan(3)).doubt("28.1").doubt("G1"),
        ),
        row("middle contribution, less than half: in no tier", case("2000000", 49), not_met(&["49 ÷ 100 ≥ 60%"])),
        row(
            "exactly 3 million with 61%: the middle tier, the top one possible (28.2)",
            case("3000000", 61),
            met().certain(2026, wan(6)).possible(2026, wan(10) - wan(6)).doubt("28.2"),
        ),
        row(
            "exactly 3 million with exactly 60%",
            case("3000000", 60),
            met().certain(2026, wan(6)).possible(2026, wan(10) - wan(6)).doubt("28.2").doubt("G1"),
        ),
        row(
            "exactly 3 million with 55%: 28.1 is not added to 28.2",
            case("3000000", 55),
            not_met(&["55 ÷ 100 ≥ 60%"]).possible(2026, wan(10)).doubt("28.2"),
        ),
        row(
            "exactly 3 million with no taxpaying member (28.2)",
            case("3000000", 0),
            not_met(&["0 ÷ 100 ≥ 60%"]).possible(2026, wan(10)).doubt("28.2"),
        ),
        row(
            "exactly 3 million needs the share all the same",
            json!({"entry_contribution": "3000000", "taxpaying_members": null}),
            unknown(&["taxpaying_members"]),
        ),
        row(
            "another unmet condition leaves nothing possible",
            merged(&json!({"association_fits": false}), &case("3000000", 55)),
            not_met(&["55 ÷ 100 ≥ 60%", "association_fits"]),
        ),
        row(
            "not under supervision: the certain amount becomes possible (2.4)",
            json!({"supervised": false}),
            met().possible(2026, wan(6)).doubt("2.4"),
        ),
        row(
            "neither supervised nor registered (2.4)",
            json!({"supervised": false, "registered": false}),
            met().possible(2026, wan(6)).doubt("2.4"),
        ),
        row(
            "28.2 and 2.4 are favourable at once",
            merged(&json!({"registered": false}), &case("3000000", 61)),
            met().possible(2026, wan(10)).doubt("2.4").doubt("28.2"),
        ),
        row(
            "an amount that rests on 28.1 and on 2.4 names both",
            merged(&json!({"registered": false}), &case("2000000", 55)),
            not_met(&["55 ÷ 100 ≥ 60%"]).possible(2026, wan(3)).doubt("2.4").doubt("28.1"),
        ),
        row(
            "refused whatever the gate: 2.4 is not raised",
            merged(&json!({"supervised": false}), &case("2000000", 49)),
            not_met(&["49 ÷ 100 ≥ 60%"]),
        ),
        row("registration not told", json!({"registered": null}), unknown(&["registered"])),
        row("the other conditions of Article 2 bind", json!({"clean_record": false}), not_met(&["clean_record"])),
    ]
}

fn conditions() -> Vec<Row> {
    vec![
        row(
            "50 members: a bare 以上 hit exactly",
            json!({"members": 50, "taxpaying_members": 35}),
            met().certain(2026, wan(6)).doubt("G1"),
        ),
        row("49 members", json!({"members": 49, "taxpaying_members": 35}), not_met(&["members: 49 ≥ 50"])),
        row("51 members", json!({"members": 51, "taxpaying_members": 35}), met().certain(2026, wan(6))),
        row(
            "no members: no share to speak of",
            json!({"members": 0, "taxpaying_members": 0}),
            not_met(&["members: 0 ≥ 50"]),
        ),
        row("it does not fit the district", json!({"association_fits": false}), not_met(&["association_fits"])),
        row(
            "nothing introduced: the share is not looked at",
            json!({"entry_contribution": "0", "taxpaying_members": 0}),
            not_met(&["entry_contribution: 0.00 ≥ 500,000.00"]),
        ),
        row(
            "every unmet condition is named",
            json!({"association_fits": false, "members": 40, "taxpaying_members": 10, "admitted": false}),
            not_met(&["10 ÷ 40 ≥ 60%", "admitted", "association_fits", "members: 40 ≥ 50"]),
        ),
        row(
            "a disproved condition decides though a fact is missing",
            json!({"members": 40, "taxpaying_members": null}),
            not_met(&["members: 40 ≥ 50"]),
        ),
        row("taxpaying members not told", json!({"taxpaying_members": null}), unknown(&["taxpaying_members"])),
        row("members not told", json!({"members": null}), unknown(&["members"])),
        row(
            "contribution not told: whether the share is needed is not known yet",
            json!({"entry_contribution": null, "taxpaying_members": null}),
            unknown(&["entry_contribution"]),
        ),
        row(
            "every missing fact is named",
            json!({"association_fits": null, "members": null, "taxpaying_members": null, "application_year": null}),
            unknown(&["application_year", "association_fits", "members", "taxpaying_members"]),
        ),
        row(
            "the payment falls in the year of application",
            json!({"application_year": 2024}),
            met().certain(2024, wan(6)),
        ),
        row("whether it is new to Miyun is not asked", json!({"new_arrival": false}), met().certain(2026, wan(6))),
        row("the kind of institution is not needed", json!({"kind": null}), met().certain(2026, wan(6))),
        row("no association", json!({"association": false}), not_applicable()),
        row("not told whether an association", json!({"association": null}), unknown(&["association"])),
    ]
}

#[test]
fn article_28() {
    table().hold();
}
