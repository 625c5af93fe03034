//! What was received before, for each article: the rows that every table ends with. Amounts change, outcomes do not.

use serde_json::{Value, json};

use crate::rows::contributions;
use crate::table::{Row, Table, met, not_met, row, wan, yi, yuan};

/// One row of support received.
fn paid(article: &str, year: u16, amount: &str) -> Value {
    json!({"article": article, "year": year, "amount": amount, "last_paid": format!("{}-05-20", year + 1)})
}

/// The same for a person, enterprise or project.
fn paid_for(article: &str, name: &str, amount: &str) -> Value {
    json!({"article": article, "year": 2024, "amount": amount, "for": name})
}

fn received(rows: &[Value]) -> Value {
    json!({ "received": rows })
}

/// A table with its rows of what was received.
pub fn with_received(mut table: Table) -> Table {
    table.rows.extend(rows(table.clause));
    table
}

const PAID: &str = "it is not applied for again";

fn rows(clause: &str) -> Vec<Row> {
    match clause {
        "opening_legal_entity" => vec![
            row("received: once for good", received(&[paid("6", 2023, "20000000")]), met().noted(PAID)),
            row("received, the amount not told", received(&[json!({"article": "6"})]), met().noted(PAID)),
            row("a fen was received: the rest is in no band", received(&[paid("6", 2023, "0.01")]), met().noted(PAID)),
            row("another article was received", received(&[paid("7", 2023, "1")]), met().certain(2026, wan(2000))),
            row("another document", received(&[paid("other", 2023, "1")]), met().certain(2026, wan(2000))),
            row("words without an article take nothing out", received(&[json!({"for": "开办补助"})]), {
                met().certain(2026, wan(2000))
            }),
            row("older words that name the article", json!({"received": [{"matter": "第六条 开办补助"}]}), {
                met().noted(PAID)
            }),
            row(
                "received does not make it met",
                {
                    let mut change = received(&[paid("6", 2023, "20000000")]);
                    change["paid_in"] = "99999999.99".into();
                    change
                },
                not_met(&["paid_in: 99,999,999.99 ≥ 100,000,000.00"]),
            ),
        ],
        "opening_branch" => {
            vec![row("received: nothing more is decided", received(&[paid("7", 2023, "3000000")]), met().noted(PAID))]
        }
        "opening_fund_manager" => {
            vec![row("received: nothing more is decided", received(&[paid("8", 2023, "3000000")]), met().noted(PAID))]
        }
        "office_purchase" => {
            vec![row("received: once for good", received(&[paid("10", 2023, "1500000")]), met().noted(PAID))]
        }
        "office_rent_legal_entity" => vec![
            row("2023 was received: the other years are not touched", received(&[paid("11", 2023, "500000")]), {
                met().certain(2022, wan(50)).certain(2024, wan(50)).noted(PAID)
            }),
            row("a year beside the three: nothing is taken out", received(&[paid("11", 2025, "500000")]), {
                met().certain(2022, wan(50)).certain(2023, wan(50)).certain(2024, wan(50))
            }),
            row("no year is told: nothing is taken out", received(&[json!({"article": "11", "amount": "1"})]), {
                met().certain(2022, wan(50)).certain(2023, wan(50)).certain(2024, wan(50))
            }),
            row(
                "all three were received",
                received(&[2022, 2023, 2024].map(|year| paid("11", year, "500000"))),
                met().noted(PAID),
            ),
        ],
        "office_rent" => vec![row("2022 was received: its step is used", received(&[paid("12", 2022, "500000")]), {
            met().certain(2023, wan(30)).certain(2024, wan(20)).noted(PAID)
        })],
        "executive_homes" => homes(),
        "capital_increase" => vec![
            row("received: that was the first application", received(&[paid("16", 2026, "18000000")]), {
                met().doubt("16.1").noted(PAID)
            }),
            row("received for an earlier year", received(&[paid("16", 2023, "18000000")]), {
                met().doubt("16.1").noted(PAID)
            }),
            row("18 is another article", received(&[paid("18", 2026, "1")]), {
                met().certain(2026, yi(6) * 3 / 100).doubt("16.1")
            }),
        ],
        "capital_increase_quasi" => {
            vec![row("received: once", received(&[paid("17", 2026, "5000000")]), met().noted(PAID))]
        }
        "cumulative_increase" => vec![row(
            "the first subsidy was received: the difference is nothing as before",
            received(&[paid("16", 2023, "18000000")]),
            met().doubt("18.1"),
        )],
        "growth_funding" => growth(),
        "innovation_funding" => vec![
            row("2021 was received: 2022 is not touched", received(&[paid("20", 2021, "80000")]), {
                met().certain(2022, yuan(400_000) * 40 / 100).noted(PAID)
            }),
            row("the year before pays nothing", received(&[paid("20", 2020, "80000")]), {
                met().certain(2021, yuan(200_000) * 40 / 100).certain(2022, yuan(400_000) * 40 / 100)
            }),
        ],
        "executive_reward" => reward(),
        "key_institution" => vec![
            row("received for the year: what is left of the room", received(&[paid("22", 2026, "10000000")]), {
                met().decision(2026, 0, wan(2100) - wan(1000))
            }),
            row("more than the room: nothing is left", received(&[paid("22", 2026, "21000000.01")]), {
                met().decision(2026, 0, 0)
            }),
            row("received for another year", received(&[paid("22", 2025, "10000000")]), {
                met().decision(2026, 0, wan(2100))
            }),
        ],
        "real_economy_investment" => vec![
            row("received: a lower tier is not topped up", received(&[paid("23", 2023, "2000000")]), met().noted(PAID)),
            row(
                "nor does a wider reading give more (23.3)",
                {
                    let mut change = received(&[paid("23", 2023, "2000000")]);
                    change["beijing_investment"] = "5000000000".into();
                    change
                },
                met().doubt("23.3").noted(PAID),
            ),
        ],
        "municipal_projects" => projects(),
        "referral_reward" => enterprises(),
        "association_reward" => vec![
            row("received: once for good", received(&[paid("28", 2023, "60000")]), met().noted(PAID)),
            row(
                "nor does a wider reading give more (28.2)",
                {
                    let mut change = received(&[paid("28", 2023, "60000")]);
                    change["entry_contribution"] = "3000000".into();
                    change
                },
                met().doubt("28.2").noted(PAID),
            ),
        ],
        _ => Vec::new(),
    }
}

fn homes() -> Vec<Row> {
    let home = |name: &str, price: &str| json!({"name": name, "in_post": true, "first": true, "price": price});
    let case = |names: &[(&str, &str)], paid: &[Value]| {
        json!({
            "homes": names.iter().map(|(name, price)| home(name, price)).collect::<Vec<_>>(),
            "received": paid,
        })
    };
    let two = [("甲", "2000000"), ("乙", "3000000")];
    let six = [
        ("甲", "1000000"),
        ("乙", "1000000"),
        ("丙", "1000000"),
        ("丁", "1000000"),
        ("戊", "1000000"),
        ("己", "1000000"),
    ];
    let paid = |names: &[&str]| names.iter().map(|name| paid_for("14", name, "300000")).collect::<Vec<_>>();
    vec![
        row("the person named is paid", case(&two, &paid(&["甲"])), met().certain(2026, wan(90)).noted(PAID)),
        row("however the name is typed", case(&two, &paid(&[" 甲 "])), met().certain(2026, wan(90)).noted(PAID)),
        row("someone who is in no row: one of five is used", case(&six, &paid(&["庚"])), {
            met().certain(2026, 4 * wan(30))
        }),
        row("one of the six had it: four are left", case(&six, &paid(&["甲"])), {
            met().certain(2026, 4 * wan(30)).noted(PAID)
        }),
        row("four had it: one is left", case(&six, &paid(&["庚", "辛", "壬", "癸"])), met().certain(2026, wan(30))),
        row("five had it: nobody is left", case(&six, &paid(&["庚", "辛", "壬", "癸", "子"])), met()),
        row("two payments to one person are one head", case(&six, &paid(&["庚", "庚"])), {
            met().certain(2026, 4 * wan(30))
        }),
        row("a row without a name is a head", case(&two, &[paid_for("14", "", "1")]), {
            met().certain(2026, wan(60) + wan(90))
        }),
        row(
            "beyond the rank the ceiling is less by the person",
            {
                let mut change = case(&two, &paid(&["甲"]));
                change["rank"] = 21.into();
                change
            },
            met().decision(2026, 0, wan(90)).noted(PAID),
        ),
    ]
}

fn growth() -> Vec<Row> {
    let years = |of: &[u16]| of.iter().fold(met(), |met, year| met.certain(*year, yuan(2_960_000) * 55 / 100));
    // 2021 and 2022 are poor, so that the best start would be 2023.
    let later = contributions(&[
        (2021, "500000"),
        (2022, "500000"),
        (2023, "2960000"),
        (2024, "2960000"),
        (2025, "2960000"),
        (2026, "2960000"),
        (2027, "2960000"),
    ]);
    vec![
        row(
            "2022 was received",
            received(&[paid("19", 2022, "1628000")]),
            years(&[2021, 2023, 2024, 2025]).noted(PAID),
        ),
        row(
            "2021 and 2022 were received",
            received(&[paid("19", 2021, "1628000"), paid("19", 2022, "1628000")]),
            years(&[2023, 2024, 2025]).noted(PAID),
        ),
        row("without a receipt the best start is 2023", json!({"contributions": later.clone()}), {
            years(&[2023, 2024, 2025, 2026, 2027])
        }),
        row(
            "2021 was received: the five years have begun, and end in 2025",
            json!({
                "contributions": later.clone(), "received": [paid("19", 2021, "250000")],
            }),
            years(&[2023, 2024, 2025]).certain(2022, yuan(250_000)).noted(PAID),
        ),
        row(
            "2024 was received: a start that holds it",
            json!({
                "contributions": later, "received": [paid("19", 2024, "1628000")],
            }),
            years(&[2023, 2025, 2026, 2027]).noted(PAID),
        ),
        row("a year that no start holds takes nothing out", received(&[paid("19", 2012, "1")]), {
            years(&[2021, 2022, 2023, 2024, 2025])
        }),
    ]
}

fn reward() -> Vec<Row> {
    let range = |floor: i128, ceiling: i128| met().decision(2026, floor, ceiling);
    let people = |names: &[&str]| {
        names.iter().map(|name| json!({"name": name, "in_post": true, "salary": "900000"})).collect::<Value>()
    };
    vec![
        // 2% to 5% of 1000万 are 20万 to 50万.
        row("160万 drawn before: 40万 of the limit are left", received(&[paid("21", 2024, "1600000")]), {
            range(wan(20), wan(40))
        }),
        row("190万 drawn before: less than 2%", received(&[paid("21", 2024, "1900000")]), range(wan(10), wan(10))),
        row("one fen of the limit is left", received(&[paid("21", 2024, "1999999.99")]), range(1, 1)),
        row("the limit is drawn", received(&[paid("21", 2024, "2000000")]), range(0, 0)),
        row("more than the limit is drawn", received(&[paid("21", 2024, "2000000.01")]), range(0, 0)),
        row("150万 leave all of this year's", received(&[paid("21", 2024, "1500000")]), range(wan(20), wan(50))),
        row("30万 of this year were drawn", received(&[paid("21", 2026, "300000")]), range(0, wan(20))),
        row(
            "the one executive had it",
            json!({
                "executives": people(&["甲"]), "received": [paid_for("21", "甲", "100000")],
            }),
            met().noted(PAID),
        ),
        row(
            "another executive had it",
            json!({
                "executives": people(&["甲", "乙"]), "received": [paid_for("21", "甲", "100000")],
            }),
            range(wan(20), wan(50)),
        ),
        row(
            "nine had it: one is left",
            json!({
                "executives": people(&["甲"]),
                "received": (1..=9).map(|head| paid_for("21", &format!("乙{head}"), "1")).collect::<Value>(),
            }),
            range(wan(20), wan(50)),
        ),
        row(
            "ten had it: nobody is left",
            json!({
                "executives": people(&["甲"]),
                "received": (1..=10).map(|head| paid_for("21", &format!("乙{head}"), "1")).collect::<Value>(),
            }),
            met().noted(PAID),
        ),
    ]
}

fn projects() -> Vec<Row> {
    let case = |names: &[&str], paid: &[Value]| {
        let rows: Value = names.iter().map(|name| json!({"name": name, "selected": true, "joint": false})).collect();
        json!({"projects": rows, "received": paid})
    };
    let unnamed = |amount: &str| json!({"article": "26", "year": 2024, "amount": amount});
    vec![
        row("the project named is paid", case(&["甲", "乙"], &[paid_for("26", "甲", "5000000")]), {
            met().certain(2026, wan(500)).noted(PAID)
        }),
        row("every project is paid", case(&["甲"], &[paid_for("26", "甲", "5000000")]), met().noted(PAID)),
        row("a project that is in no row", case(&["甲"], &[paid_for("26", "丙", "5000000")]), {
            met().certain(2026, wan(500))
        }),
        row("none is named: the amount comes off the sum", case(&["甲", "乙"], &[unnamed("4000000")]), {
            met().certain(2026, wan(600)).noted("without saying for which")
        }),
        row("not below zero", case(&["甲"], &[unnamed("5000000.01")]), met().noted("without saying for which")),
    ]
}

fn enterprises() -> Vec<Row> {
    // 200万 in 2021 at 5% are 10万; 400万 at 6% are 24万.
    let enterprise = |name: &str, best: &str| json!({"name": name, "fits": true, "first_tax": "2020-07-01", "year_2": best, "year_3": "0"});
    let case = |rows: &[Value], paid: &[Value]| json!({"enterprises": rows, "received": paid});
    let two = [enterprise("甲公司", "2000000"), enterprise("乙公司", "4000000")];
    let unnamed = |amount: &str| json!({"article": "27", "year": 2024, "amount": amount});
    vec![
        row("the enterprise named is paid", case(&two, &[paid_for("27", "甲公司", "100000")]), {
            met().certain(2021, wan(24)).doubt("27.2").noted(PAID)
        }),
        row("one that is in no row", case(&two, &[paid_for("27", "丙公司", "100000")]), {
            met().certain(2021, wan(34)).doubt("27.2")
        }),
        row("none is named: the amount comes off the sum", case(&two, &[unnamed("150000")]), {
            met().certain(2021, wan(34) - wan(15)).doubt("27.2").noted("without saying for which")
        }),
        row(
            "not below zero",
            case(&two, &[unnamed("340000.01")]),
            met().doubt("27.2").noted("without saying for which"),
        ),
        row(
            "one decided case by case is paid",
            case(&[enterprise("甲公司", "30000000")], &[paid_for("27", "甲公司", "1000000")]),
            met().noted(PAID),
        ),
        row(
            "one on the bound is paid (27.1)",
            case(&[enterprise("甲公司", "1000000")], &[paid_for("27", "甲公司", "50000")]),
            not_met(&["enterprises: 1,000,000.00 > 1,000,000.00"]).noted(PAID),
        ),
    ]
}

#[test]
fn what_was_received_changes_amounts_and_no_outcome() {
    for table in crate::tables_without_receipts() {
        Table { rows: rows(table.clause), ..table }.hold();
    }
}
