//! Article 11.

use miyun::money::Money;
use serde_json::{Value, json};

use crate::table::{Table, facts, gate, merged, met, not_applicable, not_met, row, unknown, wan, yuan};

fn lease(year: u16, rent: &str) -> Value {
    json!({"year": year, "rent": rent})
}

/// A lease outside Miyun.
fn outside(year: u16, rent: &str, area: &str, months: u32, average: &str) -> Value {
    json!({"year": year, "rent": rent, "area": area, "months": months, "average": average})
}

/// One lease outside Miyun of 500 m² at 100 yuan for 12 months: 600,000 yuan at the average rent.
fn away(rent: &str) -> Value {
    json!({"office_in_miyun": false, "leases": [outside(2024, rent, "500", 12, "100")]})
}

pub fn table() -> Table {
    let million = "1000000.00";
    Table {
        clause: "office_rent_legal_entity",
        base: merged(
            &gate(),
            &json!({
                "kind": "legal_entity", "new_arrival": true, "office_in_miyun": true,
                "leases": [lease(2022, million), lease(2023, million), lease(2024, million)],
            }),
        ),
        rows: vec![
            // ── in Miyun ──
            row(
                "half of the rent, three years",
                json!({}),
                met().certain(2022, wan(50)).certain(2023, wan(50)).certain(2024, wan(50)),
            ),
            row(
                "a fourth year gets nothing",
                json!({"leases": [lease(2021, million), lease(2022, "1.00"), lease(2023, "3.00"), lease(2024, million)]}),
                met().certain(2021, wan(50)).certain(2022, yuan(1) / 2).certain(2023, yuan(3) / 2),
            ),
            row(
                "the years are consecutive: a year without rent uses one up",
                json!({"leases": [lease(2021, million), lease(2023, million), lease(2024, million)]}),
                met().certain(2021, wan(50)).certain(2023, wan(50)),
            ),
            row(
                "rent of two years only, three years apart",
                json!({"leases": [lease(2020, million), lease(2023, million)]}),
                met().certain(2020, wan(50)),
            ),
            row(
                "a year without rent is not the first year",
                json!({"leases": [lease(2021, "0"), lease(2022, million), lease(2024, million)]}),
                met().certain(2022, wan(50)).certain(2024, wan(50)),
            ),
            row(
                "the order of the rows does not matter",
                json!({"leases": [lease(2024, million), lease(2022, "2.00"), lease(2025, million)]}),
                met().certain(2022, yuan(1)).certain(2024, wan(50)),
            ),
            row(
                "several leases of a year add up, without a cap on area",
                json!({"leases": [
                    {"year": 2024, "rent": million, "area": "4000"}, {"year": 2024, "rent": "500000", "area": "3000"},
                ]}),
                met().certain(2024, wan(150) / 2),
            ),
            row(
                "the smallest rent: half a fen rounds up",
                json!({"leases": [lease(2024, "0.01")]}),
                met().certain(2024, 1),
            ),
            row(
                "a year rounds once, not each lease",
                json!({"leases": [lease(2024, "0.01"), lease(2024, "0.01"), lease(2024, "0.01")]}),
                met().certain(2024, 2),
            ),
            row(
                "the largest rent taken",
                json!({"leases": [lease(2024, "1000000000000000")]}),
                met().certain(2024, yuan(500_000_000_000_000)),
            ),
            row(
                "no contribution test",
                json!({"contributions": [{"year": 2024, "contribution": "-1.00"}], "leases": [lease(2024, million)]}),
                met().certain(2024, wan(50)),
            ),
            row(
                "area, months and average are not needed in Miyun, nor a year of application",
                json!({"leases": [lease(2024, million)], "application_year": null}),
                met().certain(2024, wan(50)),
            ),
            row("no lease", json!({"leases": []}), not_met(&["leases: 0.00 > 0.00"])),
            row(
                "no rent in any year",
                json!({"leases": [lease(2022, "0"), lease(2023, "0.00")]}),
                not_met(&["leases: 0.00 > 0.00"]),
            ),
            row("not new to Miyun", json!({"new_arrival": false}), not_met(&["new_arrival"])),
            row(
                "every unmet condition is named",
                json!({"new_arrival": false, "leases": []}),
                not_met(&["new_arrival", "leases: 0.00 > 0.00"]),
            ),
            row(
                "a disproved condition decides though a row is incomplete",
                json!({"new_arrival": false, "leases": [{"year": 2024}]}),
                not_met(&["new_arrival"]),
            ),
            row("not told whether new", json!({"new_arrival": null}), unknown(&["new_arrival"])),
            row("not told where the office is", json!({"office_in_miyun": null}), unknown(&["office_in_miyun"])),
            row("leases never filled in", json!({"leases": null}), unknown(&["leases"])),
            row(
                "every missing fact is named",
                json!({"new_arrival": null, "office_in_miyun": null, "leases": null}),
                unknown(&["new_arrival", "office_in_miyun", "leases"]),
            ),
            row(
                "a row without a year may be any year",
                json!({"leases": [lease(2024, million), {"rent": million}]}),
                unknown(&["leases (row 2)"]),
            ),
            row(
                "a row without a year or rent may be any year",
                json!({"leases": [lease(2024, million), {}]}),
                unknown(&["leases (row 2)"]),
            ),
            row(
                "a year in the three without its rent",
                json!({"leases": [lease(2022, million), lease(2023, million), {"year": 2024}]}),
                unknown(&["leases (row 3)"]),
            ),
            row(
                "a year before the first without its rent may be the first",
                json!({"leases": [{"year": 2019}, lease(2022, million)]}),
                unknown(&["leases (row 1)"]),
            ),
            row(
                "a year beyond the three is not needed",
                json!({"leases": [lease(2022, million), {"year": 2025}]}),
                met().certain(2022, wan(50)),
            ),
            row(
                "a row told to have no rent is not needed",
                json!({"leases": [lease(2022, million), {"rent": "0"}]}),
                met().certain(2022, wan(50)),
            ),
            row(
                "only incomplete rows: each is named",
                json!({"leases": [{"year": 2022}, {"rent": million}, {}]}),
                unknown(&["leases (row 1)", "leases (row 2)", "leases (row 3)"]),
            ),
            // ── outside Miyun ──
            row(
                "rent below the average: half of the rent, the rest possible (11.2)",
                away("300000"),
                met().certain(2024, wan(30) / 2).possible(2024, wan(60) / 2 - wan(30) / 2).doubt("11.2"),
            ),
            row(
                "rent above the average: half of the average, and no reading gives more of it",
                away("2000000"),
                met().certain(2024, wan(60) / 2),
            ),
            row("rent equal to the average", away("600000"), met().certain(2024, wan(60) / 2)),
            row("rent one fen above the average", away("600000.01"), met().certain(2024, wan(60) / 2)),
            row(
                "rent one fen below: the half fen rounds up to the same",
                away("599999.99"),
                met().certain(2024, wan(60) / 2),
            ),
            row(
                "rent two fen below",
                away("599999.98"),
                met().certain(2024, wan(60) / 2 - 1).possible(2024, 1).doubt("11.2"),
            ),
            row(
                "the smallest rent",
                away("0.01"),
                met().certain(2024, 1).possible(2024, wan(60) / 2 - 1).doubt("11.2"),
            ),
            row(
                "the smaller is taken for each lease, then added",
                json!({"office_in_miyun": false, "leases": [
                    outside(2024, "300000", "500", 12, "100"), outside(2024, "1000000", "500", 12, "100"),
                ]}),
                met()
                    .certain(2024, (wan(30) + wan(60)) / 2)
                    .possible(2024, (wan(60) + wan(60)) / 2 - (wan(30) + wan(60)) / 2)
                    .doubt("11.2"),
            ),
            row(
                "months of the lease in the year count",
                json!({"office_in_miyun": false, "leases": [outside(2024, million, "500", 5, "100")]}),
                met().certain(2024, wan(25) / 2),
            ),
            row(
                "each year by its own average",
                json!({"office_in_miyun": false, "leases": [
                    outside(2022, "300000", "500", 12, "40"), outside(2023, "300000", "500", 12, "100"),
                    outside(2025, "300000", "500", 12, "100"),
                ]}),
                met()
                    .certain(2022, wan(24) / 2)
                    .certain(2023, wan(30) / 2)
                    .possible(2023, wan(60) / 2 - wan(30) / 2)
                    .doubt("11.2"),
            ),
            row(
                "a year rounds once: 3 × 50% × 0.01 = 0.015",
                json!({"office_in_miyun": false, "leases": [
                    outside(2024, "0.01", "1", 1, "1"), outside(2024, "0.01", "1", 1, "1"),
                    outside(2024, "0.01", "1", 1, "1"),
                ]}),
                met().certain(2024, 2).possible(2024, yuan(3) / 2 - 2).doubt("11.2"),
            ),
            row(
                "averages are not rounded before they are compared and added: 3 × 50% × 0.005 = 0.0075",
                json!({"office_in_miyun": false, "leases": [
                    outside(2024, "0.01", "0.005", 1, "1"), outside(2024, "0.01", "0.005", 1, "1"),
                    outside(2024, "0.01", "0.005", 1, "1"),
                ]}),
                met().certain(2024, 1),
            ),
            row(
                "no area is no rent at the average",
                json!({"office_in_miyun": false, "leases": [outside(2024, million, "0", 12, "100")]}),
                met(),
            ),
            row(
                "the largest figures taken",
                json!({"office_in_miyun": false, "leases": [
                    outside(2024, "1000000000000000", "100000000", 12, "0.01"),
                ]}),
                met().certain(2024, yuan(12_000_000) / 2),
            ),
            row(
                "area not told",
                json!({"office_in_miyun": false, "leases": [
                    {"year": 2024, "rent": million, "months": 12, "average": "100"},
                ]}),
                unknown(&["leases (row 1)"]),
            ),
            row(
                "months not told",
                json!({"office_in_miyun": false, "leases": [
                    {"year": 2024, "rent": million, "area": "500", "average": "100"},
                ]}),
                unknown(&["leases (row 1)"]),
            ),
            row(
                "average not told",
                json!({"office_in_miyun": false, "leases": [
                    {"year": 2024, "rent": million, "area": "500", "months": 12},
                ]}),
                unknown(&["leases (row 1)"]),
            ),
            row(
                "average not told in two of three years",
                json!({"office_in_miyun": false, "leases": [
                    lease(2022, million), outside(2023, million, "500", 12, "100"), lease(2024, million),
                ]}),
                unknown(&["leases (row 1)", "leases (row 3)"]),
            ),
            row(
                "beyond the three years, or without rent, nothing more is needed",
                json!({"office_in_miyun": false, "leases": [
                    outside(2021, million, "500", 12, "100"), lease(2022, "0"), lease(2024, million),
                ]}),
                met().certain(2021, wan(60) / 2),
            ),
            row("a branch goes to Article 12", json!({"kind": "branch1"}), not_applicable()),
            row("a fund manager goes to Article 12", json!({"kind": "fund_manager"}), not_applicable()),
        ],
    }
}

#[test]
fn article_11() {
    table().hold();
}

#[test]
fn all_of_the_certain_amount_may_be_prepaid_and_the_uplift_stays_open() {
    let table = table();
    for change in [json!({}), away("300000")] {
        let assessment = table.clause().assess(&facts(&merged(&table.base, &change)), true);
        let total = assessment.estimate.by_year.total();
        assert!(total.certain > Money::ZERO);
        assert_eq!(total.prepaid, total.certain);
        assert_eq!(total.ceiling, Money::ZERO);
        assert!(assessment.estimate.notes.iter().any(|note| note.says.en.contains("exceptional contribution")));
    }
}
