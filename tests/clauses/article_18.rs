//! Article 18.

use miyun::money::Money;
use miyun::rule::Work;
use serde_json::json;

use crate::rows::{applications, contributions, increases};
use crate::table::{Table, facts, gate, merged, met, not_applicable, not_met, row, unknown, wan, yi};

pub fn table() -> Table {
    Table {
        clause: "cumulative_increase",
        base: merged(
            &gate(),
            &json!({
                "kind": "legal_entity", "new_arrival": true, "capital_reduced": false, "opinion_date": "2018-11-01",
                "increases": increases(&[("2022-05-01", "600000000"), ("2025-05-01", "400000000")]),
                "applications": applications(&[2023, 2026]),
                "contributions": contributions(&[(2023, "6000000"), (2026, "6000000")]),
            }),
        ),
        rows: vec![
            row(
                "600 million, then 1 billion: 10 million less 18 million is nothing (18.1)",
                json!({}),
                met().certain(2026, 0).doubt("18.1"),
            ),
            // Who.
            row("a fund manager", json!({"kind": "fund_manager"}), met().doubt("18.1")),
            row("a first-level branch", json!({"kind": "branch1"}), met().doubt("18.1")),
            row("a functional headquarters", json!({"kind": "functional_hq"}), met().doubt("18.1")),
            row(
                "a quasi-financial body: 5 million less 5 million",
                json!({"kind": "quasi", "standing": "beijing", "new_arrival": null}),
                met().doubt("18.1"),
            ),
            row(
                "a quasi-financial body that is only registered had no first subsidy",
                json!({"kind": "quasi", "standing": "registered"}),
                not_met(&["standing"]),
            ),
            row(
                "a service provider that is registered",
                json!({"kind": "support", "standing": "registered"}),
                met().doubt("18.1"),
            ),
            row(
                "a service provider that is neither approved nor registered",
                json!({"kind": "support", "standing": "neither"}),
                not_met(&["standing"]),
            ),
            row("a second-level branch is outside", json!({"kind": "branch2"}), not_applicable()),
            row(
                "not new, so no first subsidy under Article 16",
                json!({"new_arrival": false}),
                not_met(&["new_arrival"]),
            ),
            row("not told whether new", json!({"new_arrival": null}), unknown(&["new_arrival"])),
            // The first subsidy.
            row(
                "no first subsidy: the sum is one fen below 500 million",
                json!({
                    "increases": increases(&[("2022-05-01", "499999999.99")]), "applications": applications(&[2023]),
                }),
                not_met(&["increases: 499,999,999.99 ≥ 500,000,000.00"]),
            ),
            row(
                "no first subsidy: the contribution is one fen short",
                json!({
                    "applications": applications(&[2023]), "contributions": contributions(&[(2023, "4999999.99")]),
                }),
                not_met(&["contributions: 4,999,999.99 ≥ 5,000,000.00"]),
            ),
            row(
                "on the line of Article 17 the contribution is 1 million",
                json!({
                    "kind": "quasi", "standing": "beijing", "applications": applications(&[2023]),
                    "increases": increases(&[("2022-05-01", "1")]),
                    "contributions": contributions(&[(2023, "999999.99")]),
                }),
                not_met(&["contributions: 999,999.99 ≥ 1,000,000.00", "increases: 1.00 ≥ 500,000,000.00"]),
            ),
            row(
                "the first application at exactly 500 million",
                json!({"increases": increases(&[("2022-05-01", "500000000"), ("2025-05-01", "500000000")])}),
                met().doubt("18.1"),
            ),
            row(
                "an exact hit of the contribution at the first application",
                json!({"contributions": contributions(&[(2023, "5000000"), (2026, "6000000")])}),
                met().doubt("18.1").doubt("G1"),
            ),
            row(
                "the first application one fen below 1 billion",
                json!({"increases": increases(&[("2022-05-01", "999999999.99"), ("2025-05-01", "0.01")])}),
                met().doubt("18.1"),
            ),
            row(
                "the first application at 1 billion was paid in full",
                json!({"increases": increases(&[("2022-05-01", "1000000000")])}),
                not_met(&["increases: 1,000,000,000.00 < 1,000,000,000.00"]),
            ),
            row(
                "so it was on the line of Article 17",
                json!({
                    "kind": "quasi", "standing": "beijing",
                    "increases": increases(&[("2022-05-01", "1200000000")]),
                }),
                not_met(&["increases: 1,200,000,000.00 < 1,000,000,000.00"]),
            ),
            row(
                "the first contribution not told",
                json!({"contributions": contributions(&[(2026, "6000000")])}),
                unknown(&["contributions (2023)"]),
            ),
            // One more application.
            row(
                "one application only",
                json!({"applications": applications(&[2023])}),
                not_met(&["applications: 0 ≥ 1"]),
            ),
            row(
                "one application only, and the sum is not there yet",
                json!({"applications": applications(&[2023]), "increases": increases(&[("2022-05-01", "600000000")])}),
                not_met(&["applications: 0 ≥ 1", "increases: 600,000,000.00 ≥ 1,000,000,000.00"]),
            ),
            row(
                "a second application one fen below 1 billion gives nothing",
                json!({"increases": increases(&[("2022-05-01", "600000000"), ("2025-05-01", "399999999.99")])}),
                not_met(&["increases: 999,999,999.99 ≥ 1,000,000,000.00"]),
            ),
            row(
                "one fen above 1 billion",
                json!({"increases": increases(&[("2022-05-01", "600000000"), ("2025-05-01", "400000000.01")])}),
                met().doubt("18.1"),
            ),
            row(
                "the largest figure taken",
                json!({"increases": increases(&[("2022-05-01", "600000000"), ("2025-05-01", "1000000000000000")])}),
                met().doubt("18.1"),
            ),
            row(
                "the contribution is tested again (18.7)",
                json!({"contributions": contributions(&[(2023, "6000000"), (2026, "4999999.99")])}),
                not_met(&["contributions: 4,999,999.99 ≥ 5,000,000.00"]),
            ),
            row(
                "an exact hit at the second application",
                json!({"contributions": contributions(&[(2023, "6000000"), (2026, "5000000")])}),
                met().doubt("18.1").doubt("G1"),
            ),
            row(
                "the contribution at the second application not told",
                json!({"contributions": contributions(&[(2023, "6000000")])}),
                unknown(&["contributions (2026)"]),
            ),
            row(
                "a second application inside the tier is passed over for a third",
                json!({
                    "applications": applications(&[2023, 2024, 2026]),
                    "contributions": contributions(&[(2023, "6000000"), (2024, "6000000"), (2026, "6000000")]),
                }),
                met().doubt("18.1"),
            ),
            row(
                "increases after the year of the second application do not count",
                json!({"increases": increases(&[("2022-05-01", "600000000"), ("2027-01-01", "400000000")])}),
                not_met(&["increases: 600,000,000.00 ≥ 1,000,000,000.00"]),
            ),
            // What adds up.
            row(
                "increases before the Opinion do not count",
                json!({"increases": increases(&[
                    ("2018-10-31", "400000000"), ("2022-05-01", "600000000"),
                ])}),
                not_met(&["increases: 600,000,000.00 ≥ 1,000,000,000.00"]),
            ),
            row(
                "capital was reduced: the office must be asked",
                json!({"capital_reduced": true}),
                unknown(&["capital_reduced"]),
            ),
            row("not told whether reduced", json!({"capital_reduced": null}), unknown(&["capital_reduced"])),
            row(
                "increases since the rules were issued: the Opinion's day is not needed",
                json!({"opinion_date": null}),
                met().doubt("18.1"),
            ),
            row(
                "an increase the day before they were: it is",
                json!({
                    "opinion_date": null,
                    "increases": increases(&[("2019-10-14", "600000000"), ("2025-05-01", "400000000")]),
                }),
                unknown(&["opinion_date"]),
            ),
            row("increases not told", json!({"increases": null}), unknown(&["increases"])),
            row(
                "an increase between the applications without its amount",
                json!({"increases": increases(&[("2022-05-01", "600000000"), ("2025-05-01", "")])}),
                unknown(&["increases (row 2)"]),
            ),
            row(
                "no increases at all",
                json!({"increases": []}),
                not_met(&["increases: 0.00 ≥ 500,000,000.00", "increases: 0.00 ≥ 500,000,000.00"]),
            ),
            row("no application", json!({"applications": []}), not_met(&["applications: 0 ≥ 1"])),
            row("applications not told", json!({"applications": null}), unknown(&["applications"])),
            row(
                "an application without its year",
                json!({"applications": applications(&[2023, 0])}),
                unknown(&["applications (row 2)"]),
            ),
            row(
                "every missing fact is named",
                json!({
                    "new_arrival": null, "capital_reduced": null, "opinion_date": null, "increases": null,
                    "applications": null, "contributions": null,
                }),
                unknown(&["new_arrival", "capital_reduced", "increases", "applications", "contributions"]),
            ),
        ],
    }
}

#[test]
fn article_18() {
    table().hold();
}

#[test]
fn the_difference_is_shown_on_both_lines() {
    let table = table();
    for (change, of) in [
        (json!({}), [wan(1000), yi(6) * 3 / 100]),
        (json!({"kind": "quasi", "standing": "beijing"}), [wan(500), wan(500)]),
    ] {
        let assessment = table.clause().assess(&facts(&merged(&table.base, &change)), true);
        let differences: Vec<_> = assessment
            .steps
            .iter()
            .filter_map(|step| match step.work {
                Work::Difference { of, result } => Some((of, result)),
                _ => None,
            })
            .collect();
        assert_eq!(differences, [(of.map(Money::from_fen), Money::ZERO)]);
    }
}
