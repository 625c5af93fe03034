//! Article 16.

use miyun::rule::{Figure, Outcome, Place, Work};
use miyun::text::Lang;
use serde_json::{Value, json};

use crate::rows::{applications, contributions, increases};
use crate::table::{Table, facts, gate, merged, met, not_applicable, not_met, row, unknown, wan, yi, yuan};

pub fn table() -> Table {
    Table {
        clause: "capital_increase",
        base: merged(
            &gate(),
            &json!({
                "kind": "legal_entity", "new_arrival": true, "capital_reduced": false, "opinion_date": "2018-11-01",
                "increases": increases(&[("2024-05-01", "600000000")]),
                "applications": applications(&[2026]),
                "contributions": contributions(&[(2026, "6000000")]),
            }),
        ),
        rows: vec![
            row("3% of 600 million", json!({}), met().certain(2026, yi(6) * 3 / 100).doubt("16.1")),
            // Who.
            row(
                "a fund manager is in scope by its kind",
                json!({"kind": "fund_manager"}),
                met().certain(2026, yi(6) * 3 / 100).doubt("16.1"),
            ),
            row(
                "a first-level branch has no paid-in capital (16.4)",
                json!({"kind": "branch1"}),
                met().possible(2026, yi(6) * 3 / 100).doubt("16.1").doubt("16.4"),
            ),
            row(
                "nor has a functional headquarters, in the higher tier",
                json!({"kind": "functional_hq", "increases": increases(&[("2024-05-01", "1000000000")])}),
                met().possible(2026, wan(1000)).doubt("16.1").doubt("16.4"),
            ),
            row("a second-level branch is outside", json!({"kind": "branch2"}), not_applicable()),
            row("a fund company is outside (16.5)", json!({"kind": "fund_company"}), not_applicable()),
            row("a quasi-financial body goes to Article 17", json!({"kind": "quasi"}), not_applicable()),
            row("not new to Miyun", json!({"new_arrival": false}), not_met(&["new_arrival"])),
            row("not told whether new", json!({"new_arrival": null}), unknown(&["new_arrival"])),
            // The contribution.
            row(
                "one fen below 5 million",
                json!({"contributions": contributions(&[(2026, "4999999.99")])}),
                not_met(&["contributions: 4,999,999.99 ≥ 5,000,000.00"]),
            ),
            row(
                "exactly 5 million: a bare 以上",
                json!({"contributions": contributions(&[(2026, "5000000")])}),
                met().certain(2026, yi(6) * 3 / 100).doubt("16.1").doubt("G1"),
            ),
            row(
                "one fen above it",
                json!({"contributions": contributions(&[(2026, "5000000.01")])}),
                met().certain(2026, yi(6) * 3 / 100).doubt("16.1"),
            ),
            row(
                "a negative contribution counts as zero",
                json!({"contributions": contributions(&[(2026, "-6000000")])}),
                not_met(&["contributions: 0.00 ≥ 5,000,000.00"]),
            ),
            row(
                "only the year of application is tested",
                json!({"contributions": contributions(&[(2024, "0"), (2025, "-1"), (2026, "5000000.01")])}),
                met().certain(2026, yi(6) * 3 / 100).doubt("16.1"),
            ),
            row(
                "no figure for the year of application",
                json!({"contributions": contributions(&[(2025, "6000000")])}),
                unknown(&["contributions (2026)"]),
            ),
            row("contributions not told", json!({"contributions": null}), unknown(&["contributions (2026)"])),
            // The tiers.
            row(
                "one fen below 500 million",
                json!({"increases": increases(&[("2024-05-01", "499999999.99")])}),
                not_met(&["increases: 499,999,999.99 ≥ 500,000,000.00"]),
            ),
            row(
                "500 million belongs to the tier（含）",
                json!({"increases": increases(&[("2024-05-01", "500000000")])}),
                met().certain(2026, yi(5) * 3 / 100).doubt("16.1"),
            ),
            row(
                "one fen above it: 0.03 fen are rounded away",
                json!({"increases": increases(&[("2024-05-01", "500000000.01")])}),
                met().certain(2026, yi(5) * 3 / 100).doubt("16.1"),
            ),
            row(
                "0.51 fen are rounded up",
                json!({"increases": increases(&[("2024-05-01", "500000000.17")])}),
                met().certain(2026, yi(5) * 3 / 100 + 1).doubt("16.1"),
            ),
            row(
                "one yuan below 1 billion: the most that can be had",
                json!({"increases": increases(&[("2024-05-01", "999999999")])}),
                met().certain(2026, (yi(10) - yuan(1)) * 3 / 100).doubt("16.1"),
            ),
            row(
                "one fen below 1 billion: 3%, rounded half-up",
                json!({"increases": increases(&[("2024-05-01", "999999999.99")])}),
                met().certain(2026, wan(3000)).doubt("16.1"),
            ),
            row(
                "1 billion（含）: the higher tier pays less (16.1)",
                json!({"increases": increases(&[("2024-05-01", "1000000000")])}),
                met().certain(2026, wan(1000)).doubt("16.1"),
            ),
            row(
                "one fen above it",
                json!({"increases": increases(&[("2024-05-01", "1000000000.01")])}),
                met().certain(2026, wan(1000)).doubt("16.1"),
            ),
            row(
                "the largest figure taken",
                json!({"increases": increases(&[("2024-05-01", "1000000000000000")])}),
                met().certain(2026, wan(1000)).doubt("16.1"),
            ),
            // What adds up (Article 18).
            row(
                "increases add up",
                json!({"increases": increases(&[("2019-01-01", "200000000"), ("2025-12-31", "300000000")])}),
                met().certain(2026, yi(5) * 3 / 100).doubt("16.1"),
            ),
            row(
                "the Opinion's own day counts",
                json!({"increases": increases(&[("2018-11-01", "600000000")])}),
                met().certain(2026, yi(6) * 3 / 100).doubt("16.1"),
            ),
            row(
                "the day before the Opinion does not",
                json!({"increases": increases(&[("2018-10-31", "600000000"), ("2020-01-01", "500000000")])}),
                met().certain(2026, yi(5) * 3 / 100).doubt("16.1"),
            ),
            row(
                "the last day of the year of application counts",
                json!({"increases": increases(&[("2026-12-31", "600000000")])}),
                met().certain(2026, yi(6) * 3 / 100).doubt("16.1"),
            ),
            row(
                "the day after it does not",
                json!({"increases": increases(&[("2026-01-01", "499999999.99"), ("2027-01-01", "600000000")])}),
                not_met(&["increases: 499,999,999.99 ≥ 500,000,000.00"]),
            ),
            row("no increases at all", json!({"increases": []}), not_met(&["increases: 0.00 ≥ 500,000,000.00"])),
            row("increases not told", json!({"increases": null}), unknown(&["increases"])),
            row(
                "increases since the rules were issued: the Opinion's day is not needed",
                json!({
                    "opinion_date": null, "increases": increases(&[("2019-10-15", "600000000")]),
                }),
                met().certain(2026, yi(6) * 3 / 100).doubt("16.1"),
            ),
            row(
                "an increase the day before: it is",
                json!({
                    "opinion_date": null, "increases": increases(&[("2019-10-14", "600000000")]),
                }),
                unknown(&["opinion_date"]),
            ),
            row(
                "also beside a later one",
                json!({
                    "opinion_date": null, "increases": increases(&[("2019-10-14", "1"), ("2024-05-01", "600000000")]),
                }),
                unknown(&["opinion_date"]),
            ),
            row(
                "an Opinion said to be of a later day changes nothing for them",
                json!({
                    "opinion_date": "2024-05-02",
                }),
                met().certain(2026, yi(6) * 3 / 100).doubt("16.1"),
            ),
            row(
                "without increases the Opinion's day changes nothing",
                json!({"increases": [], "opinion_date": null}),
                not_met(&["increases: 0.00 ≥ 500,000,000.00"]),
            ),
            row(
                "an increase without its amount",
                json!({"increases": increases(&[("2024-05-01", "600000000"), ("2025-05-01", "")])}),
                unknown(&["increases (row 2)"]),
            ),
            row(
                "increases without their days",
                json!({"increases": increases(&[("", "600000000"), ("2024-05-01", "600000000"), ("", "")])}),
                unknown(&["increases (row 1)", "increases (row 3)"]),
            ),
            row(
                "amounts outside the time that counts are not needed",
                json!({"increases": increases(&[("2018-10-31", ""), ("2024-05-01", "600000000"), ("2027-01-01", "")])}),
                met().certain(2026, yi(6) * 3 / 100).doubt("16.1"),
            ),
            row(
                "capital was reduced: the office must be asked",
                json!({"capital_reduced": true}),
                unknown(&["capital_reduced"]),
            ),
            row("not told whether reduced", json!({"capital_reduced": null}), unknown(&["capital_reduced"])),
            row(
                "a disproved condition decides though capital was reduced",
                json!({"capital_reduced": true, "new_arrival": false}),
                not_met(&["new_arrival"]),
            ),
            // Applications.
            row(
                "the money falls in the year of its own application",
                json!({
                    "application_year": 2030, "applications": applications(&[2024]),
                    "contributions": contributions(&[(2024, "6000000")]),
                }),
                met().certain(2024, yi(6) * 3 / 100).doubt("16.1"),
            ),
            row(
                "the year of the draft is not needed",
                json!({"application_year": null}),
                met().certain(2026, yi(6) * 3 / 100).doubt("16.1"),
            ),
            row("no application", json!({"applications": []}), not_met(&["applications: 0 ≥ 1"])),
            row(
                "no application, and nothing to apply for",
                json!({"applications": [], "increases": increases(&[("2024-05-01", "1")])}),
                not_met(&["applications: 0 ≥ 1", "increases: 1.00 ≥ 500,000,000.00"]),
            ),
            row("applications not told", json!({"applications": null}), unknown(&["applications"])),
            row(
                "no application could be good",
                json!({"applications": null, "increases": increases(&[("2024-05-01", "499999999.99")])}),
                not_met(&["increases: 499,999,999.99 ≥ 500,000,000.00"]),
            ),
            row(
                "an application without its year",
                json!({"applications": applications(&[0])}),
                unknown(&["applications (row 1)"]),
            ),
            row(
                "it could come before the good one",
                json!({"applications": applications(&[2026, 0])}),
                unknown(&["applications (row 2)"]),
            ),
            row(
                "or be good where the other fails",
                json!({"applications": applications(&[0, 2023])}),
                unknown(&["applications (row 1)"]),
            ),
            row(
                "the earliest good application is priced, whatever the order of the rows",
                json!({
                    "applications": applications(&[2026, 2024]),
                    "increases": increases(&[("2025-05-01", "300000000"), ("2024-05-01", "600000000")]),
                    "contributions": contributions(&[(2024, "6000000"), (2026, "6000000")]),
                }),
                met().certain(2024, yi(6) * 3 / 100).doubt("16.1"),
            ),
            row(
                "one that fails by its contribution is no first one",
                json!({
                    "applications": applications(&[2024, 2026]),
                    "increases": increases(&[("2024-05-01", "600000000"), ("2025-05-01", "300000000")]),
                    "contributions": contributions(&[(2024, "4999999.99"), (2026, "6000000")]),
                }),
                met().certain(2026, yi(9) * 3 / 100).doubt("16.1"),
            ),
            row(
                "one that fails by its sum is none either, with or without a contribution",
                json!({"applications": applications(&[2023, 2026])}),
                met().certain(2026, yi(6) * 3 / 100).doubt("16.1"),
            ),
            row(
                "one that is not known yet could be the first",
                json!({"applications": applications(&[2025, 2026])}),
                unknown(&["contributions (2025)"]),
            ),
            row(
                "straight to 1 billion at the first application",
                json!({"increases": increases(&[("2020-05-01", "600000000"), ("2025-05-01", "400000000")])}),
                met().certain(2026, wan(1000)).doubt("16.1"),
            ),
            row(
                "every application fails, each by its own figures",
                json!({
                    "applications": applications(&[2023, 2026]),
                    "contributions": contributions(&[(2023, "1"), (2026, "2")]),
                }),
                not_met(&[
                    "contributions: 1.00 ≥ 5,000,000.00",
                    "contributions: 2.00 ≥ 5,000,000.00",
                    "increases: 0.00 ≥ 500,000,000.00",
                ]),
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
fn article_16() {
    table().hold();
}

#[test]
fn the_years_of_application_are_compared() {
    let table = table();
    let compared = |change: &Value| -> Vec<String> {
        let assessment = table.clause().assess(&facts(&merged(&table.base, change)), true);
        let choices = assessment.steps.iter().filter(|step| matches!(step.work, Work::Choice { .. }));
        choices.map(|step| step.figures(Lang::En)).map(|(formula, result)| format!("{formula} ({result})")).collect()
    };
    // 600 million, then 900 million, then 1.3 billion: the best is the highest sum below 1 billion.
    let steps = increases(&[("2024-05-01", "600000000"), ("2025-05-01", "300000000"), ("2026-05-01", "400000000")]);
    let enough = contributions(&[(2023, "6000000"), (2024, "6000000"), (2025, "6000000"), (2026, "6000000")]);
    let filed = |year: u16| json!({"increases": steps, "contributions": enough, "applications": applications(&[year])});
    assert_eq!(compared(&filed(2024)), ["2024 → 18,000,000.00; 2025 → 27,000,000.00; 2026 → 10,000,000.00 (2024)"]);
    // A year whose contribution is not enough, or not told, is none to apply in; one year alone is no choice.
    let short = contributions(&[(2024, "6000000"), (2025, "4999999.99")]);
    assert_eq!(compared(&merged(&filed(2024), &json!({ "contributions": short }))), Vec::<String>::new());
    assert_eq!(compared(&json!({})), Vec::<String>::new());
}

#[test]
fn an_application_that_fails_is_shown_beside_the_one_that_counts() {
    let table = table();
    let change = json!({
        "increases": increases(&[("2024-05-01", "400000000"), ("2025-05-01", "200000000")]),
        "contributions": contributions(&[(2024, "4000000"), (2025, "6000000")]),
        "applications": applications(&[2024, 2025]),
    });
    let assessment = table.clause().assess(&facts(&merged(&table.base, &change)), true);
    let of_2024 = assessment.steps.iter().filter(|step| step.place == Place::Year(2024));
    let shown: Vec<i128> = of_2024
        .filter_map(|step| match step.work {
            Work::Condition { figure: Some(Figure::Money(money)), .. } => Some(money.fen()),
            _ => None,
        })
        .collect();
    // What the contribution was, and what the increases came to.
    assert_eq!(shown, [wan(400), yi(4)]);
    assert_eq!(assessment.outcome, Outcome::Met);
}
