//! Article 27.

use serde_json::{Value, json};

use crate::table::{Table, gate, merged, met, not_applicable, not_met, row, unknown, wan, yuan};

/// An enterprise that first paid tax on `first_tax`: the contributions of that calendar year and the two after it.
fn enterprise(first_tax: &str, years: [Option<&str>; 3]) -> Value {
    json!({"fits": true, "first_tax": first_tax, "year_1": years[0], "year_2": years[1], "year_3": years[2]})
}

/// One that first paid on 1 July 2020, so that 2021 and 2022 lie wholly inside; `best` in 2021, nothing in 2022.
fn one(best: &str) -> Value {
    enterprise("2020-07-01", [None, Some(best), Some("0")])
}

fn enterprises(rows: &[Value]) -> Value {
    json!({"enterprises": rows})
}

/// The only enterprise contributes `best`.
fn only(best: &str) -> Value {
    enterprises(&[one(best)])
}

pub fn table() -> Table {
    let base = json!({"kind": "none", "intermediary": true, "legal_person": true});
    let mut rows = tiers();
    rows.extend(years());
    rows.extend(several());
    rows.extend(conditions());
    Table { clause: "referral_reward", base: merged(&merged(&gate(), &base), &only("2000000")), rows }
}

fn tiers() -> Vec<crate::table::Row> {
    vec![
        row("one fen below the lowest line", only("999999.99"), not_met(&["enterprises: 999,999.99 > 1,000,000.00"])),
        row(
            "exactly 1 million: only if the number itself counts (27.1)",
            only("1000000"),
            not_met(&["enterprises: 1,000,000.00 > 1,000,000.00"]).possible(2021, wan(100) * 5 / 100).doubt("27.1"),
        ),
        row(
            "one fen above 1 million: 5%, rounded half-up",
            only("1000000.01"),
            // 50,000.0005 yuan.
            met().certain(2021, yuan(50_000)),
        ),
        row("half a fen is rounded up", only("1000000.10"), {
            // 50,000.005 yuan.
            met().certain(2021, yuan(50_000) + 1)
        }),
        row("3 million（含）is in the lower tier", only("3000000"), met().certain(2021, wan(300) * 5 / 100)),
        row("one fen above 3 million: 6% of the whole", only("3000000.01"), met().certain(2021, wan(300) * 6 / 100)),
        row("5 million（含）", only("5000000"), met().certain(2021, wan(500) * 6 / 100)),
        row("one fen above 5 million: 7%", only("5000000.01"), met().certain(2021, wan(500) * 7 / 100)),
        row("10 million（含）", only("10000000"), met().certain(2021, wan(1000) * 7 / 100)),
        row("one fen above 10 million: 8%", only("10000000.01"), met().certain(2021, wan(1000) * 8 / 100)),
        row("15 million（含）", only("15000000"), met().certain(2021, wan(1500) * 8 / 100)),
        row("one fen above 15 million: 9%", only("15000000.01"), met().certain(2021, wan(1500) * 9 / 100)),
        row("20 million（含）", only("20000000"), met().certain(2021, wan(2000) * 9 / 100)),
        row(
            "one fen above 20 million: by decision, with a ceiling",
            only("20000000.01"),
            met().decision(2021, 0, wan(200)),
        ),
        row("the largest figure taken", only("1000000000000000"), met().decision(2021, 0, wan(200))),
        row("a negative contribution counts nothing", only("-5000000"), not_met(&["enterprises: 0.00 > 1,000,000.00"])),
    ]
}

fn years() -> Vec<crate::table::Row> {
    vec![
        row(
            "the year of the first tax day is not complete",
            enterprises(&[enterprise("2020-01-02", [Some("20000000"), Some("2000000"), Some("0")])]),
            met().certain(2021, wan(200) * 5 / 100),
        ),
        row(
            "from 1 January it is",
            enterprises(&[enterprise("2020-01-01", [Some("20000000"), Some("2000000"), Some("0")])]),
            met().certain(2020, wan(2000) * 9 / 100),
        ),
        row(
            "from 1 January all three years are needed",
            enterprises(&[enterprise("2020-01-01", [None, Some("0"), Some("0")])]),
            unknown(&["enterprises (row 1)"]),
        ),
        row(
            "the best year counts",
            enterprises(&[enterprise("2020-12-31", [None, Some("2000000"), Some("2000000.20")])]),
            met().certain(2022, wan(200) * 5 / 100 + 1),
        ),
        row(
            "of equal years the earliest",
            enterprises(&[enterprise("2020-01-01", [Some("2000000"), Some("2000000"), Some("2000000")])]),
            met().certain(2020, wan(200) * 5 / 100),
        ),
        row(
            "a sure amount beats an open ceiling",
            enterprises(&[enterprise("2020-07-01", [None, Some("25000000"), Some("20000000")])]),
            met().certain(2022, wan(2000) * 9 / 100),
        ),
        row(
            "even a small sure amount beats an open ceiling",
            enterprises(&[enterprise("2020-07-01", [None, Some("1000000.20"), Some("25000000")])]),
            met().certain(2021, wan(100) * 5 / 100 + 1),
        ),
        row(
            "an open ceiling beats exactly 1 million",
            enterprises(&[enterprise("2020-07-01", [None, Some("1000000"), Some("25000000")])]),
            met().decision(2022, 0, wan(200)),
        ),
        row(
            "two years above 20 million give one ceiling, in the earlier",
            enterprises(&[enterprise("2020-07-01", [None, Some("25000000"), Some("30000000")])]),
            met().decision(2021, 0, wan(200)),
        ),
        row(
            "two years of exactly 1 million give it once (27.1)",
            enterprises(&[enterprise("2020-07-01", [None, Some("1000000"), Some("1000000")])]),
            not_met(&["enterprises: 1,000,000.00 > 1,000,000.00"]).possible(2021, wan(5)).doubt("27.1"),
        ),
        row(
            "a paying year beside one without a figure is a lower bound",
            enterprises(&[enterprise("2020-07-01", [None, Some("2000000"), None])]),
            met().certain(2021, wan(200) * 5 / 100).noted("lower bound"),
        ),
        row(
            "exactly 1 million beside a year without a figure",
            enterprises(&[enterprise("2020-07-01", [None, Some("1000000"), None])]),
            unknown(&["enterprises (row 1)"]),
        ),
        row(
            "no year pays and one has no figure",
            enterprises(&[enterprise("2020-07-01", [None, Some("0"), None])]),
            unknown(&["enterprises (row 1)"]),
        ),
    ]
}

fn several() -> Vec<crate::table::Row> {
    vec![
        row(
            "two years that give the same to the fen: the earlier",
            enterprises(&[enterprise("2020-01-01", [Some("2000000"), Some("2000000.09"), Some("0")])]),
            met().certain(2020, wan(10)),
        ),
        row(
            "a fen more in the later one",
            enterprises(&[enterprise("2020-01-01", [Some("2000000"), Some("2000000.10"), Some("0")])]),
            met().certain(2021, wan(10) + 1),
        ),
        row(
            "each enterprise finds its own tier; their sum would find a higher one (27.2)",
            enterprises(&[one("2000000"), one("2000000")]),
            met().certain(2021, 2 * (wan(200) * 5 / 100)).doubt("27.2").noted("added up"),
        ),
        row(
            "each has a sure amount, their sum only a ceiling (27.2)",
            enterprises(&[one("15000000"), one("15000000")]),
            met().certain(2021, 2 * (wan(1500) * 8 / 100)).doubt("27.2"),
        ),
        row(
            "2 million for sure is not 2 million at most (27.2)",
            enterprises(&[one("12500000"), one("12500000")]),
            met().certain(2021, wan(100) + wan(100)).doubt("27.2"),
        ),
        row(
            "none is above the line, their sum would be (27.2)",
            enterprises(&[one("600000"), one("600000")]),
            not_met(&["enterprises: 600,000.00 > 1,000,000.00"]).doubt("27.2"),
        ),
        row(
            "their sum is on the line",
            enterprises(&[one("500000"), one("500000")]),
            not_met(&["enterprises: 500,000.00 > 1,000,000.00"]),
        ),
        row(
            "different years are not summed",
            enterprises(&[one("600000"), enterprise("2022-07-01", [Some("900000"), Some("600000"), Some("0")])]),
            not_met(&["enterprises: 600,000.00 > 1,000,000.00"]),
        ),
        row(
            "the sum of one calendar year falls short of each in its own (27.2)",
            enterprises(&[one("2000000"), enterprise("2022-07-01", [None, Some("2000000"), Some("0")])]),
            met().certain(2021, wan(10)).certain(2023, wan(10)).doubt("27.2"),
        ),
        row("both readings agree", enterprises(&[one("2000000"), one("0")]), met().certain(2021, wan(10))),
        row(
            "a sure year of the sum comes before its open ceiling",
            enterprises(&[enterprise("2020-07-01", [None, Some("2000000"), Some("20000000.01")]), one("0")]),
            met().certain(2021, wan(10)),
        ),
        row(
            "the sum takes every figure told, also of an enterprise not told to fit (27.2)",
            enterprises(&[one("2000000"), json!({"first_tax": "2020-07-01", "year_2": "2000000", "year_3": "0"})]),
            met().certain(2021, wan(10)).doubt("27.2").noted("lower bound"),
        ),
        row(
            "without the first tax day a figure is of no year",
            enterprises(&[one("2000000"), json!({"fits": true, "year_2": "2000000", "year_3": "0"})]),
            met().certain(2021, wan(10)).noted("lower bound"),
        ),
        row(
            "an enterprise that does not fit is not in the sum",
            enterprises(&[
                one("2000000"),
                json!({"fits": false, "first_tax": "2020-07-01", "year_2": "2000000", "year_3": "0"}),
            ]),
            met().certain(2021, wan(10)),
        ),
        row(
            "ceilings stand a piece for each enterprise (27.2)",
            enterprises(&[one("25000000"), one("25000000")]),
            met().decision(2021, 0, 2 * wan(200)).doubt("27.2"),
        ),
        row(
            "a sure amount, a ceiling and a doubtful bound, each in its band",
            enterprises(&[one("2000000"), one("25000000"), one("1000000")]),
            met().certain(2021, wan(10)).decision(2021, 0, wan(200)).possible(2021, wan(5)).doubt("27.1").doubt("27.2"),
        ),
        row(
            "an incomplete enterprise makes the total a lower bound",
            enterprises(&[one("2000000"), json!({"fits": true})]),
            met().certain(2021, wan(10)).noted("lower bound"),
        ),
        row(
            "every incomplete enterprise is named where none pays",
            enterprises(&[json!({}), one("0"), json!({"fits": true, "first_tax": "2020-07-01"})]),
            unknown(&["enterprises (row 1)", "enterprises (row 3)"]),
        ),
    ]
}

fn conditions() -> Vec<crate::table::Row> {
    vec![
        row("no enterprise", json!({"enterprises": []}), not_met(&["enterprises: 0.00 > 1,000,000.00"])),
        row("never told", json!({"enterprises": null}), unknown(&["enterprises"])),
        row(
            "it does not fit: nothing else of it is needed",
            json!({"enterprises": [{"fits": false}]}),
            not_met(&["enterprises"]),
        ),
        row(
            "one does not fit, the other is below the line",
            enterprises(&[json!({"fits": false}), one("500000")]),
            not_met(&["enterprises: 500,000.00 > 1,000,000.00"]),
        ),
        row(
            "not told whether it fits",
            enterprises(&[json!({"first_tax": "2020-07-01", "year_2": "2000000", "year_3": "0"})]),
            unknown(&["enterprises (row 1)"]),
        ),
        row(
            "not told whether it fits, but below the line anyway",
            enterprises(&[json!({"first_tax": "2020-07-01", "year_2": "999999.99", "year_3": "0"})]),
            not_met(&["enterprises: 999,999.99 > 1,000,000.00"]),
        ),
        row(
            "the first tax day is not told",
            enterprises(&[json!({"fits": true, "year_1": "0", "year_2": "2000000", "year_3": "0"})]),
            unknown(&["enterprises (row 1)"]),
        ),
        row(
            "the first tax day is not told, but every year is below the line",
            enterprises(&[json!({"fits": true, "year_1": "1", "year_2": "2", "year_3": "3"})]),
            not_met(&["enterprises: 3.00 > 1,000,000.00"]),
        ),
        row("no legal person", json!({"legal_person": false}), not_met(&["legal_person"])),
        row(
            "another unmet condition leaves nothing possible",
            merged(&json!({"legal_person": false}), &only("1000000")),
            not_met(&["enterprises: 1,000,000.00 > 1,000,000.00", "legal_person"]),
        ),
        row(
            "a disproved condition decides though an enterprise is incomplete",
            json!({"legal_person": false, "enterprises": [{}]}),
            not_met(&["legal_person"]),
        ),
        row(
            "every missing fact is named; the year of application is none of them",
            json!({"legal_person": null, "enterprises": null, "application_year": null}),
            unknown(&["enterprises", "legal_person"]),
        ),
        row(
            "not under supervision: the certain amount becomes possible (2.4)",
            json!({"supervised": false}),
            met().possible(2021, wan(10)).doubt("2.4"),
        ),
        row(
            "without registration, an open ceiling stays one (2.4)",
            merged(&json!({"registered": false}), &only("25000000")),
            met().decision(2021, 0, wan(200)).doubt("2.4"),
        ),
        row(
            "27.1 and 2.4 are favourable at once",
            merged(&json!({"supervised": false}), &enterprises(&[one("2000000"), one("1000000")])),
            met().possible(2021, wan(15)).doubt("2.4").doubt("27.1").doubt("27.2"),
        ),
        row(
            "an amount that rests on 27.1 and on 2.4 names both",
            merged(&json!({"registered": false}), &only("1000000")),
            not_met(&["enterprises: 1,000,000.00 > 1,000,000.00"]).possible(2021, wan(5)).doubt("2.4").doubt("27.1"),
        ),
        row("supervision not told", json!({"supervised": null}), unknown(&["supervised"])),
        row("the other conditions bind as ever", json!({"lawful": false}), not_met(&["lawful"])),
        row("whether it is new to Miyun is not asked", json!({"new_arrival": false}), met().certain(2021, wan(10))),
        row("an institution may be an intermediary too", json!({"kind": "quasi"}), met().certain(2021, wan(10))),
        row("the kind of institution is not needed", json!({"kind": null}), met().certain(2021, wan(10))),
        row("no intermediary", json!({"intermediary": false}), not_applicable()),
        row("not told whether an intermediary", json!({"intermediary": null}), unknown(&["intermediary"])),
    ]
}

#[test]
fn article_27() {
    table().hold();
}
