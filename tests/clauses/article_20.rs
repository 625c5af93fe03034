//! Article 20.

use miyun::rule::{Figure, Place, Work};
use serde_json::json;

use crate::rows::contributions;
use crate::table::{Table, gate, merged, met, not_applicable, not_met, row, unknown, yuan};

pub fn table() -> Table {
    let years = |rows: &[(u16, &str)]| json!({"contributions": contributions(rows)});
    Table {
        clause: "innovation_funding",
        base: merged(
            &gate(),
            &json!({
                "kind": "legal_entity", "new_arrival": true, "arrived": "2020-03-18",
                "contributions": contributions(&[(2020, "100000"), (2021, "200000"), (2022, "400000")]),
            }),
        ),
        rows: vec![
            row(
                "doubled twice: two years",
                json!({}),
                met().certain(2021, yuan(200_000) * 40 / 100).certain(2022, yuan(400_000) * 40 / 100),
            ),
            // Who.
            row(
                "a fund company",
                json!({"kind": "fund_company"}),
                met().certain(2021, yuan(200_000) * 40 / 100).certain(2022, yuan(400_000) * 40 / 100),
            ),
            row("a quasi-financial body is outside", json!({"kind": "quasi"}), not_applicable()),
            row("not new to Miyun", json!({"new_arrival": false}), not_met(&["new_arrival"])),
            row("not told whether new", json!({"new_arrival": null}), unknown(&["new_arrival"])),
            row("arrival not told", json!({"arrived": null}), unknown(&["arrived"])),
            row(
                "the year of application is not needed",
                merged(&json!({"application_year": null}), &years(&[(2020, "100000"), (2021, "200000"), (2022, "0")])),
                met().certain(2021, yuan(200_000) * 40 / 100),
            ),
            // Within three years.
            row(
                "arrival on 1 January: the year before is still no base",
                json!({"arrived": "2021-01-01"}),
                met().certain(2022, yuan(400_000) * 40 / 100),
            ),
            row(
                "the year of arrival has no base",
                years(&[(2019, "100000"), (2020, "200000"), (2021, "0"), (2022, "0")]),
                not_met(&["contributions: 0.00 > 0.00", "contributions: 0.00 ≥ 400,000.00"]),
            ),
            row(
                "the last day of a year makes it the first",
                json!({"arrived": "2020-12-31"}),
                met().certain(2021, yuan(200_000) * 40 / 100).certain(2022, yuan(400_000) * 40 / 100),
            ),
            row(
                "the fourth year is too late",
                years(&[(2020, "0"), (2021, "0"), (2022, "0"), (2023, "100000"), (2024, "200000")]),
                not_met(&["contributions: 0.00 > 0.00", "contributions: 0.00 > 0.00"]),
            ),
            // Below 500,000.
            row(
                "one fen below 500,000: 0.4 fen less are rounded away",
                years(&[(2020, "100000"), (2021, "499999.99"), (2022, "0")]),
                met().certain(2021, yuan(500_000) * 40 / 100),
            ),
            row(
                "two fen below it: 0.8 fen less are not",
                years(&[(2020, "100000"), (2021, "499999.98"), (2022, "0")]),
                met().certain(2021, yuan(500_000) * 40 / 100 - 1),
            ),
            row(
                "500,000 goes to Article 19",
                years(&[(2020, "100000"), (2021, "500000"), (2022, "0")]),
                not_met(&["contributions: 500,000.00 < 500,000.00", "contributions: 0.00 ≥ 1,000,000.00"]),
            ),
            row(
                "one fen above it",
                years(&[(2020, "100000"), (2021, "500000.01"), (2022, "500000.01")]),
                not_met(&[
                    "contributions: 500,000.01 < 500,000.00",
                    "contributions: 500,000.01 < 500,000.00",
                    "contributions: 500,000.01 ≥ 1,000,000.02",
                ]),
            ),
            row(
                "the largest figure taken",
                years(&[(2020, "1000000000000000"), (2021, "1000000000000000"), (2022, "0")]),
                not_met(&[
                    "contributions: 1,000,000,000,000,000.00 < 500,000.00",
                    "contributions: 1,000,000,000,000,000.00 ≥ 2,000,000,000,000,000.00",
                    "contributions: 0.00 ≥ 2,000,000,000,000,000.00",
                ]),
            ),
            // Doubled.
            row(
                "exactly twice is enough",
                years(&[(2020, "100000.01"), (2021, "200000.02"), (2022, "0")]),
                met().certain(2021, (yuan(200_000) + 2) * 40 / 100 + 1),
            ),
            row(
                "one fen less is not",
                years(&[(2020, "100000"), (2021, "199999.99"), (2022, "0")]),
                not_met(&["contributions: 199,999.99 ≥ 200,000.00", "contributions: 0.00 ≥ 399,999.98"]),
            ),
            row(
                "one fen more",
                years(&[(2020, "100000"), (2021, "200000.01"), (2022, "0")]),
                met().certain(2021, yuan(200_000) * 40 / 100),
            ),
            row(
                "from one fen to two: 0.8 fen is rounded up",
                years(&[(2020, "0.01"), (2021, "0.02"), (2022, "0")]),
                met().certain(2021, 1),
            ),
            row(
                "only the third year doubled",
                years(&[(2020, "100000"), (2021, "100000"), (2022, "200000")]),
                met().certain(2022, yuan(200_000) * 40 / 100),
            ),
            row(
                "zero is no base (20.3)",
                years(&[(2020, "0"), (2021, "400000"), (2022, "400000")]),
                not_met(&["contributions: 0.00 > 0.00", "contributions: 400,000.00 ≥ 800,000.00"]),
            ),
            row(
                "nor is a negative figure",
                years(&[(2020, "-100000"), (2021, "-1"), (2022, "100000")]),
                not_met(&["contributions: 0.00 > 0.00", "contributions: 0.00 > 0.00"]),
            ),
            // What is not known.
            row("contributions not told", json!({"contributions": null}), unknown(&["contributions"])),
            row(
                "no figures at all: each of the three years is missing",
                json!({"contributions": []}),
                unknown(&["contributions (2020)", "contributions (2021)", "contributions (2022)"]),
            ),
            row("the base is missing", years(&[(2021, "200000"), (2022, "0")]), unknown(&["contributions (2020)"])),
            row(
                "a row without a figure",
                years(&[(2020, "100000"), (2021, ""), (2022, "0")]),
                unknown(&["contributions (2021)"]),
            ),
            row(
                "a good year is enough; the next is open",
                years(&[(2020, "100000"), (2021, "200000")]),
                met().certain(2021, yuan(200_000) * 40 / 100),
            ),
            row(
                "a good year is enough; the one before is open",
                years(&[(2021, "200000"), (2022, "400000")]),
                met().certain(2022, yuan(400_000) * 40 / 100),
            ),
            row(
                "a figure of 500,000 rules its year out without a base",
                years(&[(2021, "500000"), (2022, "0")]),
                not_met(&["contributions: 500,000.00 < 500,000.00", "contributions: 0.00 ≥ 1,000,000.00"]),
            ),
            row(
                "so does a zero, since twice a positive base is more",
                years(&[(2021, "0"), (2022, "0")]),
                not_met(&["contributions: 0.00 > 0.00", "contributions: 0.00 > 0.00"]),
            ),
            row(
                "one year ruled out, the other open",
                years(&[(2020, "100000"), (2021, "100000")]),
                unknown(&["contributions (2022)"]),
            ),
            // Together.
            row(
                "every unmet condition is named",
                merged(&json!({"new_arrival": false}), &years(&[(2020, "300000"), (2021, "500000"), (2022, "0")])),
                not_met(&[
                    "new_arrival",
                    "contributions: 500,000.00 < 500,000.00",
                    "contributions: 500,000.00 ≥ 600,000.00",
                    "contributions: 0.00 ≥ 1,000,000.00",
                ]),
            ),
            row(
                "every missing fact is named",
                json!({"new_arrival": null, "arrived": null, "contributions": null}),
                unknown(&["new_arrival", "arrived", "contributions"]),
            ),
        ],
    }
}

#[test]
fn article_20() {
    table().hold();
}

#[test]
fn all_of_it_may_come_before_settlement() {
    let table = table();
    let total = table.clause().assess(&crate::table::facts(&table.base), false).estimate.by_year.total();
    assert_eq!(total.prepaid, total.certain);
}

#[test]
fn the_base_is_shown_as_the_year_before() {
    let table = table();
    let assessment = table.clause().assess(&crate::table::facts(&table.base), true);
    let shown: Vec<_> = assessment
        .steps
        .iter()
        .filter_map(|step| match (&step.work, step.place) {
            (Work::Condition { figure: Some(Figure::Money(money)), .. }, Place::Year(year)) => {
                Some((year, money.fen()))
            }
            _ => None,
        })
        .collect();
    let [first, second, third] = [(2020, yuan(100_000)), (2021, yuan(200_000)), (2022, yuan(400_000))];
    assert_eq!(shown, [second, first, second, third, second, third]);
}
