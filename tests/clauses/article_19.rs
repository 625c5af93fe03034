//! Article 19.

use serde_json::json;

use crate::rows::contributions;
use crate::table::{Table, gate, merged, met, not_applicable, not_met, row, unknown, yuan};

/// A hundred million million yuan, the largest contribution that is taken.
const LARGEST: i128 = yuan(1_000_000_000_000_000);

pub fn table() -> Table {
    let only = |figure: &str| json!({"contributions": contributions(&[(2021, figure)])});
    Table {
        clause: "growth_funding",
        base: merged(
            &gate(),
            &json!({
                "kind": "legal_entity", "arrived": "2020-03-18", "opinion_date": "2018-11-01",
                "contributions": contributions(&[
                    (2021, "2960000"), (2022, "2960000"), (2023, "2960000"), (2024, "2960000"), (2025, "2960000"),
                ]),
            }),
        ),
        rows: vec![
            row(
                "five years in the middle tier",
                json!({}),
                (2021..=2025).fold(met(), |met, year| met.certain(year, yuan(2_960_000) * 55 / 100)),
            ),
            // Who.
            row(
                "a second-level branch",
                json!({"kind": "branch2", "contributions": contributions(&[(2021, "500000")])}),
                met().certain(2021, yuan(500_000) * 50 / 100),
            ),
            row(
                "a quasi-financial body that is registered",
                merged(&only("500000"), &json!({"kind": "quasi", "standing": "registered"})),
                met().certain(2021, yuan(500_000) * 50 / 100),
            ),
            row(
                "a service provider approved elsewhere",
                merged(&only("500000"), &json!({"kind": "support", "standing": "elsewhere"})),
                met().certain(2021, yuan(500_000) * 50 / 100),
            ),
            row(
                "a service provider approved by Beijing",
                merged(&only("500000"), &json!({"kind": "support", "standing": "beijing"})),
                met().certain(2021, yuan(500_000) * 50 / 100),
            ),
            row(
                "a quasi-financial body with neither",
                json!({"kind": "quasi", "standing": "neither"}),
                not_met(&["standing"]),
            ),
            row("a service provider that has not told", json!({"kind": "support"}), unknown(&["standing"])),
            row("a fund is outside", json!({"kind": "fund"}), not_applicable()),
            // Since when.
            row(
                "arrived on the Opinion's day",
                merged(&only("500000"), &json!({"arrived": "2018-11-01"})),
                met().certain(2021, yuan(500_000) * 50 / 100),
            ),
            row(
                "arrived the day before",
                json!({"arrived": "2018-10-31"}),
                not_met(&["arrived: 31 October 2018 ≥ 1 November 2018"]),
            ),
            row(
                "whether it is new is not asked: the day decides",
                merged(&only("500000"), &json!({"new_arrival": false})),
                met().certain(2021, yuan(500_000) * 50 / 100),
            ),
            row(
                "the year of application is not needed",
                merged(&only("500000"), &json!({"application_year": null})),
                met().certain(2021, yuan(500_000) * 50 / 100),
            ),
            row("arrival not told", json!({"arrived": null}), unknown(&["arrived"])),
            row(
                "arrived the day the rules were issued: the Opinion's day is not needed",
                json!({"opinion_date": null, "arrived": "2019-10-15", "contributions": contributions(&[(2021, "500000")])}),
                met().certain(2021, yuan(500_000) * 50 / 100),
            ),
            row(
                "arrived the day before: it is",
                json!({"opinion_date": null, "arrived": "2019-10-14"}),
                unknown(&["opinion_date"]),
            ),
            row(
                "arrived the day before, the Opinion of that day",
                json!({"opinion_date": "2019-10-14", "arrived": "2019-10-14", "contributions": contributions(&[(2021, "500000")])}),
                met().certain(2021, yuan(500_000) * 50 / 100),
            ),
            row(
                "an Opinion said to be of a later day changes nothing for those who came since",
                merged(&only("500000"), &json!({"opinion_date": "2020-03-19"})),
                met().certain(2021, yuan(500_000) * 50 / 100),
            ),
            // The tiers.
            row("one fen below 500,000", only("499999.99"), not_met(&["contributions: 499,999.99 ≥ 500,000.00"])),
            row("500,000（含）", only("500000"), met().certain(2021, yuan(500_000) * 50 / 100)),
            row(
                "one fen above it: half a fen is rounded up",
                only("500000.01"),
                met().certain(2021, yuan(500_000) * 50 / 100 + 1),
            ),
            row("one fen below 1 million: half-up", only("999999.99"), met().certain(2021, yuan(1_000_000) * 50 / 100)),
            row(
                "1 million is in the higher tier, with the whole figure",
                only("1000000"),
                met().certain(2021, yuan(1_000_000) * 55 / 100),
            ),
            row(
                "one fen above it: 0.55 fen is rounded up",
                only("1000000.01"),
                met().certain(2021, yuan(1_000_000) * 55 / 100 + 1),
            ),
            row(
                "one fen below 3 million: 0.55 fen less is rounded to one",
                only("2999999.99"),
                met().certain(2021, yuan(3_000_000) * 55 / 100 - 1),
            ),
            row(
                "two fen below it: 1.1 fen less",
                only("2999999.98"),
                met().certain(2021, yuan(3_000_000) * 55 / 100 - 1),
            ),
            row(
                "3 million（含）, with the whole figure",
                only("3000000"),
                met().certain(2021, yuan(3_000_000) * 60 / 100),
            ),
            row("one fen above it", only("3000000.01"), met().certain(2021, yuan(3_000_000) * 60 / 100 + 1)),
            row("no cap: the largest figure taken", only("1000000000000000"), met().certain(2021, LARGEST * 60 / 100)),
            row(
                "a negative contribution counts as zero",
                only("-2960000"),
                not_met(&["contributions: 0.00 ≥ 500,000.00"]),
            ),
            // The start.
            row(
                "the year of arrival is not complete",
                json!({"contributions": contributions(&[(2020, "9000000"), (2021, "500000")])}),
                met().certain(2021, yuan(500_000) * 50 / 100),
            ),
            row(
                "arrival on 1 January makes it complete",
                json!({"arrived": "2020-01-01", "contributions": contributions(&[(2020, "500000")])}),
                met().certain(2020, yuan(500_000) * 50 / 100),
            ),
            row(
                "arrival on 2 January does not",
                json!({"arrived": "2020-01-02", "contributions": contributions(&[(2020, "500000")])}),
                not_met(&["contributions: 0.00 ≥ 500,000.00"]),
            ),
            row(
                "no year without a row is a start",
                json!({"contributions": []}),
                not_met(&["contributions: 0.00 ≥ 500,000.00"]),
            ),
            row(
                "the best of several failing years is named",
                json!({"contributions": contributions(&[(2021, "1"), (2022, "499999.99"), (2023, "2")])}),
                not_met(&["contributions: 499,999.99 ≥ 500,000.00"]),
            ),
            row("contributions not told", json!({"contributions": null}), unknown(&["contributions"])),
            row(
                "every row without a figure may become the start",
                json!({"contributions": contributions(&[(2020, ""), (2021, ""), (2022, "1"), (2023, "")])}),
                unknown(&["contributions (2021)", "contributions (2023)"]),
            ),
            row(
                "a row without a figure does not stop another start",
                json!({"contributions": contributions(&[(2021, "500000"), (2022, "")])}),
                met().certain(2021, yuan(500_000) * 50 / 100),
            ),
            row(
                "the start whose five years give most",
                json!({"contributions": contributions(&[(2021, "500000"), (2022, "1000000"), (2026, "3000000")])}),
                met().certain(2022, yuan(1_000_000) * 55 / 100).certain(2026, yuan(3_000_000) * 60 / 100),
            ),
            row(
                "a tie goes to the earliest",
                json!({"contributions": contributions(&[(2021, "500000"), (2026, "500000")])}),
                met().certain(2021, yuan(500_000) * 50 / 100),
            ),
            row(
                "one fen more and the later start wins",
                json!({"contributions": contributions(&[(2021, "500000"), (2026, "500000.01")])}),
                met().certain(2026, yuan(500_000) * 50 / 100 + 1),
            ),
            row(
                "no sixth year",
                json!({"contributions": contributions(&[
                    (2021, "1000000"), (2022, "1000000"), (2023, "1000000"), (2024, "1000000"), (2025, "1000000"), (2026, "1000000"),
                ])}),
                (2021..=2025).fold(met(), |met, year| met.certain(year, yuan(1_000_000) * 55 / 100)),
            ),
            row(
                "a year below 500,000 pays nothing and the clock runs on (19.1)",
                json!({"contributions": contributions(&[
                    (2021, "1000000"), (2022, "499999.99"), (2023, "-1"), (2024, "1000000"), (2025, "1000000"), (2026, "500000"),
                ])}),
                [2021, 2024, 2025].into_iter().fold(met(), |met, year| met.certain(year, yuan(1_000_000) * 55 / 100)),
            ),
            // A start already chosen.
            row(
                "a start already chosen stays though another would give more",
                json!({"growth_start": 2021, "contributions": contributions(&[(2021, "500000"), (2026, "3000000")])}),
                met().certain(2021, yuan(500_000) * 50 / 100),
            ),
            row(
                "chosen below the lowest tier",
                json!({"growth_start": 2021, "contributions": contributions(&[(2021, "499999.99"), (2022, "3000000")])}),
                not_met(&["contributions: 499,999.99 ≥ 500,000.00"]),
            ),
            row(
                "chosen without a figure",
                json!({"growth_start": 2021, "contributions": contributions(&[(2022, "3000000")])}),
                unknown(&["contributions (2021)"]),
            ),
            row(
                "chosen in the year of arrival",
                json!({"growth_start": 2020}),
                not_met(&["growth_start: 2020 ≥ 2021"]),
            ),
            row(
                "a chosen start that is no complete year and falls short has two reasons",
                json!({"growth_start": 2020, "contributions": contributions(&[(2020, "499999.99")])}),
                not_met(&["growth_start: 2020 ≥ 2021", "contributions: 499,999.99 ≥ 500,000.00"]),
            ),
            row(
                "one that is no complete year and is enough has one",
                json!({"growth_start": 2020, "contributions": contributions(&[(2020, "500000")])}),
                not_met(&["growth_start: 2020 ≥ 2021"]),
            ),
            row(
                "chosen in the first complete year",
                merged(&only("500000"), &json!({"growth_start": 2021})),
                met().certain(2021, yuan(500_000) * 50 / 100),
            ),
            // Together.
            row(
                "every unmet condition is named",
                json!({"kind": "quasi", "standing": "neither", "arrived": "2018-10-31", "contributions": []}),
                not_met(&[
                    "standing",
                    "arrived: 31 October 2018 ≥ 1 November 2018",
                    "contributions: 0.00 ≥ 500,000.00",
                ]),
            ),
            row(
                "every missing fact is named",
                json!({"kind": "quasi", "arrived": null, "opinion_date": null, "contributions": null}),
                unknown(&["standing", "arrived", "contributions"]),
            ),
        ],
    }
}

#[test]
fn article_19() {
    table().hold();
}

#[test]
fn half_may_come_before_settlement() {
    let table = table();
    let total = table.clause().assess(&crate::table::facts(&table.base), false).estimate.by_year.total();
    assert_eq!(total.prepaid.fen(), 5 * yuan(2_960_000) * 50 / 100);
}
