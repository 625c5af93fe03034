//! Article 12.

use miyun::money::Money;
use miyun::rule::Work;
use serde_json::{Value, json};

use crate::table::{Table, facts, gate, merged, met, not_applicable, not_met, row, unknown, wan, yuan};

/// A lease of a year, 800 m².
fn lease(year: u16, rent: &str) -> Value {
    spacious(year, rent, "800")
}

fn spacious(year: u16, rent: &str, area: &str) -> Value {
    json!({"year": year, "rent": rent, "area": area})
}

/// Contributions of 2022 and the years after it; `null` is a year without a figure.
fn contributions(from_2022: &[Value]) -> Value {
    let rows = (2022..).zip(from_2022).map(|(year, figure)| json!({"year": year, "contribution": figure}));
    json!({"contributions": rows.collect::<Vec<_>>()})
}

/// One lease and one year with enough contribution.
fn one(leases: &[Value]) -> Value {
    merged(&contributions(&[json!("3000000")]), &json!({"leases": leases}))
}

/// `numerator ÷ denominator`, rounded half-up.
const fn half_up(numerator: i128, denominator: i128) -> i128 {
    (2 * numerator + denominator) / (2 * denominator)
}

pub fn table() -> Table {
    let million = "1000000.00";
    let enough = json!("3000000");
    let short = json!("1999999.99");
    let leases = [lease(2022, million), lease(2023, million), lease(2024, million)];
    let all_three = || met().certain(2022, wan(50)).certain(2023, wan(30)).certain(2024, wan(20));
    Table {
        clause: "office_rent",
        base: merged(
            &merged(&gate(), &contributions(&[enough.clone(), enough.clone(), enough.clone()])),
            &json!({"kind": "branch1", "new_arrival": true, "office_in_miyun": true, "leases": leases}),
        ),
        rows: vec![
            // ── who ──
            row("50%, 30% and 20% of the rent", json!({}), all_three()),
            row("second-level branches", json!({"kind": "branch2"}), all_three()),
            row("functional headquarters", json!({"kind": "functional_hq"}), all_three()),
            row("fund managers", json!({"kind": "fund_manager"}), all_three()),
            row("fund companies", json!({"kind": "fund_company"}), all_three()),
            row(
                "a quasi-financial body on a register",
                json!({"kind": "quasi", "standing": "registered"}),
                all_three(),
            ),
            row(
                "a service provider approved in Beijing",
                json!({"kind": "support", "standing": "beijing"}),
                all_three(),
            ),
            row("… or elsewhere", json!({"kind": "support", "standing": "elsewhere"}), all_three()),
            row(
                "a quasi-financial body neither approved nor registered",
                json!({"kind": "quasi", "standing": "neither"}),
                not_met(&["standing"]),
            ),
            row("standing not told", json!({"kind": "support", "standing": null}), unknown(&["standing"])),
            row("the standing of a branch is not asked", json!({"standing": "neither"}), all_three()),
            row("a legal entity goes to Article 11", json!({"kind": "legal_entity"}), not_applicable()),
            row("a fund is not named", json!({"kind": "fund"}), not_applicable()),
            row("not new to Miyun", json!({"new_arrival": false}), not_met(&["new_arrival"])),
            row("the office is elsewhere", json!({"office_in_miyun": false}), not_met(&["office_in_miyun"])),
            // ── the line and the ladder ──
            row(
                "contribution one fen short in the first year: the ladder starts a year later",
                contributions(&[short.clone(), enough.clone(), enough.clone()]),
                met().certain(2023, wan(50)).certain(2024, wan(30)),
            ),
            row(
                "exactly 2 million: a bare 以上 includes the number (G1)",
                contributions(&[json!("2000000"), enough.clone(), enough.clone()]),
                all_three().doubt("G1"),
            ),
            row("one fen above", contributions(&[json!("2000000.01"), enough.clone(), enough.clone()]), all_three()),
            row(
                "exactly 2 million in a later year (G1)",
                contributions(&[enough.clone(), enough.clone(), json!("2000000")]),
                all_three().doubt("G1"),
            ),
            row(
                "a later year one fen short pays nothing and uses its step",
                contributions(&[enough.clone(), short.clone(), enough.clone()]),
                met().certain(2022, wan(50)).certain(2024, wan(20)),
            ),
            row(
                "the last year short",
                contributions(&[enough.clone(), enough.clone(), short.clone()]),
                met().certain(2022, wan(50)).certain(2023, wan(30)),
            ),
            row(
                "only the last year passes: it is the first of the ladder",
                contributions(&[short.clone(), short.clone(), enough.clone()]),
                met().certain(2024, wan(50)),
            ),
            row(
                "a passing year without rent does not start the ladder",
                json!({"leases": [lease(2023, million), lease(2024, million)]}),
                met().certain(2023, wan(50)).certain(2024, wan(30)),
            ),
            row(
                "a year without rent inside the ladder uses its step",
                json!({"leases": [lease(2022, million), lease(2024, million)]}),
                met().certain(2022, wan(50)).certain(2024, wan(20)),
            ),
            row(
                "a fourth year gets nothing, however good",
                merged(
                    &contributions(&[enough.clone(), enough.clone(), enough.clone(), enough.clone()]),
                    &json!({"leases": [
                        lease(2025, million), lease(2024, million), lease(2023, million), lease(2022, million),
                    ]}),
                ),
                all_three(),
            ),
            row(
                "no year passes: the best one is shown",
                contributions(&[json!("100"), short.clone(), json!("-7")]),
                not_met(&["contributions: 1,999,999.99 ≥ 2,000,000.00"]),
            ),
            row(
                "a negative contribution counts as zero",
                contributions(&[json!("-5000000"), json!("-3000000"), json!("-1")]),
                not_met(&["contributions: 0.00 ≥ 2,000,000.00"]),
            ),
            row("no lease", json!({"leases": []}), not_met(&["leases: 0.00 > 0.00"])),
            row(
                "no rent in any year, and so no contribution is needed",
                json!({"leases": [lease(2022, "0")], "contributions": null}),
                not_met(&["leases: 0.00 > 0.00"]),
            ),
            row(
                "every unmet condition is named",
                json!({
                    "kind": "quasi", "standing": "neither", "new_arrival": false, "office_in_miyun": false,
                    "contributions": [{"year": 2022, "contribution": "1"}], "leases": [lease(2022, million)],
                }),
                not_met(&["standing", "new_arrival", "office_in_miyun", "contributions: 1.00 ≥ 2,000,000.00"]),
            ),
            row(
                "a disproved condition decides though a fact is missing",
                json!({"office_in_miyun": false, "leases": null}),
                not_met(&["office_in_miyun"]),
            ),
            // ── contributions that are not told ──
            row(
                "a year with rent and no figure before the ladder starts",
                contributions(&[json!(null), enough.clone(), enough.clone()]),
                unknown(&["contributions (2022)"]),
            ),
            row(
                "… likewise without a row",
                json!({"contributions": [{"year": 2023, "contribution": "3000000"}]}),
                unknown(&["contributions (2022)"]),
            ),
            row(
                "afterwards it pays nothing and uses its step",
                contributions(&[enough.clone(), json!(null), enough.clone()]),
                met().certain(2022, wan(50)).certain(2024, wan(20)),
            ),
            row(
                "no figure for a year without rent is not needed",
                merged(
                    &contributions(&[json!(null), enough.clone()]),
                    &json!({"leases": [lease(2022, "0"), lease(2023, million)]}),
                ),
                met().certain(2023, wan(50)),
            ),
            row(
                "one year fails and the others have no figure: each is named",
                contributions(&[json!("1999999.99")]),
                unknown(&["contributions (2023)", "contributions (2024)"]),
            ),
            row(
                "contributions filled in as none",
                json!({"contributions": []}),
                unknown(&["contributions (2022)", "contributions (2023)", "contributions (2024)"]),
            ),
            row("contributions never filled in", json!({"contributions": null}), unknown(&["contributions"])),
            row("leases never filled in", json!({"leases": null}), unknown(&["leases"])),
            row("not told whether new", json!({"new_arrival": null}), unknown(&["new_arrival"])),
            row("not told where the office is", json!({"office_in_miyun": null}), unknown(&["office_in_miyun"])),
            row(
                "every missing fact is named; a year of application is not asked",
                json!({
                    "kind": "quasi", "standing": null, "new_arrival": null, "office_in_miyun": null, "leases": null,
                    "contributions": null, "application_year": null,
                }),
                unknown(&["standing", "new_arrival", "office_in_miyun", "leases", "contributions"]),
            ),
            // ── leases that are not told in full ──
            row(
                "a row without a year may be any year",
                json!({"leases": [lease(2022, million), {"rent": million, "area": "800"}]}),
                unknown(&["leases (row 2)"]),
            ),
            row(
                "a rent not told in a year that pays",
                json!({"leases": [lease(2022, million), {"year": 2023, "area": "800"}]}),
                unknown(&["leases (row 2)"]),
            ),
            row(
                "a second rent not told in the first year",
                json!({"leases": [lease(2022, million), {"year": 2022, "area": "800"}]}),
                unknown(&["leases (row 2)"]),
            ),
            row(
                "a rent not told in an earlier year that passes: the ladder may start there",
                json!({"leases": [{"year": 2022}, lease(2023, million)]}),
                unknown(&["leases (row 1)"]),
            ),
            row(
                "… and if its contribution is not told either, both are missing",
                merged(
                    &contributions(&[json!(null), enough.clone()]),
                    &json!({"leases": [{"year": 2022}, lease(2023, million)]}),
                ),
                unknown(&["contributions (2022)", "leases (row 1)"]),
            ),
            row(
                "a rent not told in a year that fails is not needed",
                merged(
                    &contributions(&[short.clone(), enough.clone(), short.clone()]),
                    &json!({"leases": [{"year": 2022}, lease(2023, million), {"year": 2024}]}),
                ),
                met().certain(2023, wan(50)),
            ),
            row(
                "… nor beyond the ladder",
                merged(
                    &contributions(&[enough.clone(), short.clone(), short.clone(), enough.clone()]),
                    &json!({"leases": [lease(2022, million), {"year": 2025}]}),
                ),
                met().certain(2022, wan(50)),
            ),
            row(
                "an area not told in a year that pays",
                json!({"leases": [lease(2022, million), {"year": 2023, "rent": million}]}),
                unknown(&["leases (row 2)"]),
            ),
            row(
                "… also while another year keeps the ladder open",
                merged(
                    &contributions(&[json!(null), enough.clone()]),
                    &json!({"leases": [lease(2022, million), {"year": 2023, "rent": million}]}),
                ),
                unknown(&["contributions (2022)", "leases (row 2)"]),
            ),
            row(
                "an area not told in a year that pays nothing is not needed",
                merged(
                    &contributions(&[short.clone(), enough.clone(), short.clone(), json!(null)]),
                    &json!({"leases": [
                        {"year": 2022, "rent": million}, lease(2023, million), {"year": 2024, "rent": million},
                        {"year": 2025, "rent": million}, {"year": 2026, "rent": million},
                    ]}),
                ),
                met().certain(2023, wan(50)),
            ),
            // ── area ──
            row("1000 m² are not cut", one(&[spacious(2022, million, "1000")]), met().certain(2022, wan(50))),
            row(
                "the smallest area beyond is cut in proportion",
                one(&[spacious(2022, million, "1000.000001")]),
                met().certain(2022, half_up(wan(50) * 1_000_000_000, 1_000_000_001)),
            ),
            row(
                "1000.01 m²",
                one(&[spacious(2022, million, "1000.01")]),
                met().certain(2022, half_up(wan(50) * 100_000, 100_001)),
            ),
            row(
                "1500 m²: two thirds, in every year",
                json!({"leases": [
                    spacious(2022, million, "1500"), spacious(2023, million, "1500"), spacious(2024, million, "1500"),
                ]}),
                met()
                    .certain(2022, half_up(wan(50) * 1000, 1500))
                    .certain(2023, half_up(wan(30) * 1000, 1500))
                    .certain(2024, half_up(wan(20) * 1000, 1500)),
            ),
            row(
                "the limit is for the institution, over all leases of the year",
                one(&[spacious(2022, "600000", "900"), spacious(2022, "900000", "600")]),
                met().certain(2022, half_up(wan(150) / 2 * 1000, 1500)),
            ),
            row(
                "leases without rent, and those of other years, take no area",
                one(&[lease(2022, million), spacious(2022, "0", "5000"), spacious(2021, "0", "5000")]),
                met().certain(2022, wan(50)),
            ),
            row("no area is not beyond the limit", one(&[spacious(2022, million, "0")]), met().certain(2022, wan(50))),
            row("the smallest rent: half a fen rounds up", one(&[lease(2022, "0.01")]), met().certain(2022, 1)),
            row(
                "a year rounds once, not each lease",
                one(&[spacious(2022, "0.01", "9"), spacious(2022, "0.01", "9"), spacious(2022, "0.01", "9")]),
                met().certain(2022, 2),
            ),
            row(
                "the largest figures taken",
                one(&[spacious(2022, "1000000000000000", "100000000")]),
                met().certain(2022, yuan(1_000_000_000_000_000) / 2 / 100_000),
            ),
        ],
    }
}

#[test]
fn article_12() {
    table().hold();
}

#[test]
fn a_fifth_of_the_rent_may_be_prepaid_with_the_same_cut() {
    let table = table();
    let change = json!({"leases": [
        spacious(2022, "1000000", "1500"), spacious(2023, "1000000", "800"), spacious(2024, "1000000", "1500"),
    ]});
    let estimate = table.clause().assess(&facts(&merged(&table.base, &change)), true).estimate;
    let prepaid = |year| estimate.by_year.of(year).prepaid;
    assert_eq!(prepaid(2022), Money::from_fen(half_up(wan(20) * 1000, 1500)));
    assert_eq!(prepaid(2023), Money::from_fen(wan(20)));
    assert_eq!(prepaid(2024), estimate.by_year.of(2024).certain);
}

#[test]
fn a_year_without_a_figure_is_flagged() {
    let table = table();
    let flagged = |change: &Value| {
        let estimate = table.clause().assess(&facts(&merged(&table.base, change)), true).estimate;
        estimate.notes.iter().any(|note| note.says.en.contains("lower bound"))
    };
    assert!(flagged(&contributions(&[json!("3000000"), json!(null), json!("3000000")])));
    assert!(!flagged(&json!({})));
    // Without rent the year would give nothing whatever its figure.
    assert!(!flagged(&merged(&contributions(&[json!("3000000")]), &json!({"leases": [lease(2022, "1000000")]}))));
}

#[test]
fn a_rent_that_is_not_told_is_not_said_to_be_none() {
    let table = table();
    let remarks = |contribution: Value, lease_of_2023: Option<Value>| -> (Vec<String>, usize) {
        let leases = [Some(lease(2022, "1000000")), lease_of_2023, Some(lease(2024, "1000000"))];
        let change = merged(
            &contributions(&[json!("2000000"), contribution, json!("2000000")]),
            &json!({"leases": leases.into_iter().flatten().collect::<Value>()}),
        );
        let facts = facts(&merged(&table.base, &change));
        let assessment = table.clause().assess(&facts, true);
        let remarks = assessment.steps.iter().filter(|step| matches!(step.work, Work::Remark));
        let remarks = remarks.map(|step| step.line(&facts, miyun::text::Lang::En).text).collect();
        (remarks, assessment.estimate.notes.len())
    };
    let only = |(remarks, notes): (Vec<String>, usize), word: &str, flagged: usize| {
        assert!(matches!(&remarks[..], [remark] if remark.contains(word)), "{word}: {remarks:?}");
        assert_eq!(notes, flagged, "{word}");
    };
    only(remarks(json!(null), Some(json!({"year": 2023, "area": "800"}))), "has no contribution yet", 1);
    only(remarks(json!("1999999.99"), Some(json!({"year": 2023}))), "below the minimum", 0);
    only(remarks(json!(null), Some(lease(2023, "0"))), "no rent in this year", 0);
    only(remarks(json!(null), None), "no rent in this year", 0);
}
