//! Limits over the sum: Article 36, and the 70% line of Article 22.

use miyun::article::Article;
use miyun::money::Money;
use miyun::policy::CURRENT;
use miyun::rule::{Clause, Report, When};
use serde_json::{Value, json};

use crate::table::{facts, gate, merged, wan, yuan};

fn report(base: &Value, change: &Value) -> Report {
    CURRENT.assess(&facts(&merged(base, change)), true)
}

fn number(clause: &Clause) -> u8 {
    clause.article.to_string().parse().unwrap()
}

/// Certain and possible totals in fen, and what gave way to what.
fn sums(report: &Report) -> (i128, i128, Vec<(u8, u8, i128)>) {
    let total = report.total();
    let gave_way = report
        .gave_way
        .iter()
        .map(|gave_way| (number(gave_way.clause), number(gave_way.to), gave_way.amount.fen()))
        .collect();
    (total.certain.fen(), total.possible.fen(), gave_way)
}

fn years(figures: &[(u16, &str)]) -> Value {
    figures.iter().map(|(year, contribution)| json!({"year": year, "contribution": contribution})).collect()
}

/// A legal entity that bought 1,000 m² (150万) and leases.
fn buyer() -> Value {
    merged(
        &gate(),
        &json!({
            "kind": "legal_entity", "new_arrival": true, "office_in_miyun": true,
            "bought_office": true, "first_purchase": true, "purchased_area": "1000",
        }),
    )
}

#[test]
fn article_36_purchase_against_rent() {
    let rent = |rent: &str| json!({"leases": [{"year": 2026, "rent": rent, "area": "100"}]});
    // 50% of 299.99万 is less than 150万: the purchase stands.
    assert_eq!(
        sums(&report(&buyer(), &rent("2999999.98"))),
        (wan(150), yuan(1_499_999) + 99, vec![(11, 10, yuan(1_499_999) + 99)])
    );
    // A tie keeps the purchase.
    assert_eq!(sums(&report(&buyer(), &rent("3000000"))), (wan(150), wan(150), vec![(11, 10, wan(150))]));
    // One fen more and the rent stands.
    assert_eq!(sums(&report(&buyer(), &rent("3000000.02"))), (wan(150) + 1, wan(150), vec![(10, 11, wan(150))]));
    // Nothing gives way to nothing.
    assert_eq!(sums(&report(&buyer(), &json!({"leases": []}))), (wan(150), 0, vec![]));
    let report = report(&buyer(), &rent("3000000"));
    assert!(report.of("office_rent_legal_entity").unwrap().estimate.doubts.iter().any(|doubt| doubt.number == "36.3"));
    assert_eq!(
        report.of("office_rent_legal_entity").unwrap().estimate.by_year.total().certain,
        Money::from_fen(wan(150))
    );
}

#[test]
fn article_36_readings_are_favourable_at_once() {
    // An office outside Miyun, 500 m² for a year: prudent half of the rent (15万), favourable half of the average (11.2).
    let outside = |area: &str, rent: &str| {
        let leases = json!([{"year": 2026, "rent": rent, "area": "500", "months": 12, "average": "100"}]);
        report(&buyer(), &json!({"office_in_miyun": false, "purchased_area": area, "leases": leases}))
    };
    // By 36.3 and 11.2 at once, rent at the average stands beside the purchase: 30万.
    assert_eq!(sums(&outside("1000", "300000")), (wan(150), wan(30), vec![(11, 10, wan(15))]));
    assert_eq!(sums(&outside("106.67", "300000")), (yuan(160_005), wan(30), vec![(11, 10, wan(15))]));
    assert_eq!(sums(&outside("40", "100000")), (wan(6), wan(30), vec![(11, 10, wan(5))]));
    // Where the rent stands, only 11.2 adds to it, and 36.3 the purchase: 15 + 15万 and 6万.
    assert_eq!(sums(&outside("40", "300000")), (wan(15), wan(15) + wan(6), vec![(10, 11, wan(6))]));
}

#[test]
fn article_36_purchase_against_the_rent_of_other_kinds() {
    let branch = merged(
        &gate(),
        &json!({
            "kind": "branch1", "new_arrival": true, "office_in_miyun": true, "bought_office": true,
            "first_purchase": true, "purchased_area": "1000", "contributions": years(&[(2026, "2000000")]),
        }),
    );
    let rent = |rent: &str| json!({"leases": [{"year": 2026, "rent": rent, "area": "100"}]});
    assert_eq!(sums(&report(&branch, &rent("3000000"))), (wan(150), wan(150), vec![(12, 10, wan(150))]));
    assert_eq!(sums(&report(&branch, &rent("3000000.02"))), (wan(150) + 1, wan(150), vec![(10, 12, wan(150))]));
}

/// A sub-branch that arrived on 1 January 2020, since the 2018 Opinion.
fn newcomer() -> Value {
    merged(
        &gate(),
        &json!({
            "kind": "branch2", "new_arrival": true, "arrived": "2020-01-01", "opinion_date": "2018-11-20",
        }),
    )
}

#[test]
fn article_36_growth_and_innovation_share_five_years() {
    // reading-applicant 36.2: separate clocks 8 + 16 + 150 = 174万; one clock 8 + 16 + 90 = 114万; without Article 20, 150万.
    let sixties: Vec<(u16, &str)> = [(2020, "100000"), (2021, "200000"), (2022, "400000")]
        .into_iter()
        .chain((2023..=2027).map(|year| (year, "600000")))
        .collect();
    let far = report(&newcomer(), &json!({"contributions": years(&sixties)}));
    assert_eq!(sums(&far), (wan(150), wan(24), vec![(20, 19, wan(24))]));

    // Article 20 in 2021, growth in 2022 only: both fit into five years, nothing gives way.
    let near =
        report(&newcomer(), &json!({"contributions": years(&[(2020, "100000"), (2021, "200000"), (2022, "600000")])}));
    assert_eq!(sums(&near), (wan(8) + wan(30), 0, vec![]));

    // Growth only in 2026, the sixth year since the innovation year: the better of the two stands.
    let late =
        report(&newcomer(), &json!({"contributions": years(&[(2020, "100000"), (2021, "200000"), (2026, "500000")])}));
    assert_eq!(sums(&late), (wan(25), wan(8), vec![(20, 19, wan(8))]));

    // A small growth year far away gives way to two innovation years.
    let small = report(
        &newcomer(),
        &json!({"contributions": years(&[(2020, "120000"), (2021, "249999.99"), (2022, "499999.98"), (2027, "500000")])}),
    );
    let innovation = 10_000_000 + 20_000_000 - 1; // 40% of 249,999.99 rounds up to 100,000.00; of 499,999.98, 199,999.99
    assert_eq!(sums(&small), (innovation, wan(25), vec![(19, 20, wan(25))]));

    // One of two years of Article 20 is used: 16 + 120 = 136万, against 120万 without it and 24 + 90万 with both. What is
    // lost is lost by Article 20, in its own year.
    let figures: Vec<(u16, &str)> = [(2020, "100000"), (2021, "200000"), (2022, "400000")]
        .into_iter()
        .chain((2023..=2026).map(|year| (year, "600000")))
        .collect();
    let one_of_two = report(&newcomer(), &json!({"contributions": years(&figures)}));
    assert_eq!(sums(&one_of_two), (wan(136), wan(8), vec![(20, 19, wan(8))]));
    let counted = one_of_two.counted();
    let of = |article: u8| counted.iter().find(|counted| counted.assessment.clause.article == article).unwrap();
    assert_eq!((of(20).by_year.of(2021).possible.fen(), of(20).total().fen()), (wan(8), wan(16)));
    assert_eq!((of(19).by_year.total().possible.fen(), of(19).total().fen()), (0, wan(120)));

    // A start already chosen stays, though Article 20 alone would pay more.
    let chosen = report(
        &newcomer(),
        &json!({"growth_start": 2027, "contributions": years(&[(2020, "120000"), (2021, "249999.99"), (2022, "499999.98"), (2027, "500000")])}),
    );
    assert_eq!(sums(&chosen), (wan(25), innovation, vec![(20, 19, innovation)]));
}

fn introducer() -> Value {
    merged(
        &gate(),
        &json!({
            "kind": "none", "intermediary": true, "legal_person": true, "association": true,
            "association_fits": true, "members": 50, "taxpaying_members": 30, "entry_contribution": "2000000",
        }),
    )
}

#[test]
fn article_36_an_enterprise_counts_under_27_or_28() {
    let enterprises = |contribution: &str, counted: Value| {
        json!({"enterprises": [
            {"fits": true, "first_tax": "2023-01-01", "year_1": contribution, "year_2": "0", "year_3": "0", "counted": counted},
            {"fits": true, "first_tax": "2023-01-01", "year_1": "4000000", "year_2": "0", "year_3": "0", "counted": false},
        ]})
    };
    // 5% of 119.99… is below the 6万 of Article 28: the counted enterprise leaves Article 27.
    let associated = report(&introducer(), &enterprises("1199999.80", json!(true)));
    assert_eq!(sums(&associated), (wan(24) + wan(6), yuan(59_999) + 99, vec![(27, 28, yuan(59_999) + 99)]));
    // What may come before settlement leaves with it: 5% of 400万 stay.
    assert_eq!(associated.by_year.total().prepaid.fen(), wan(20));
    // Equal: the enterprise keeps its own reward.
    assert_eq!(
        sums(&report(&introducer(), &enterprises("1200000", json!(true)))),
        (wan(24) + wan(6), wan(6), vec![(28, 27, wan(6))])
    );
    // Not told whether counted is counted.
    assert_eq!(sums(&report(&introducer(), &enterprises("1199999.80", Value::Null))).2.len(), 1);
    // Not counted: both are had.
    assert_eq!(
        sums(&report(&introducer(), &enterprises("1199999.80", json!(false)))),
        (wan(24) + wan(6) + yuan(59_999) + 99, 0, vec![])
    );
}

#[test]
fn article_36_what_is_decided_on_a_counted_enterprise_leaves_27() {
    let enterprise = |contribution: &str, counted: bool| {
        json!({
            "fits": true, "first_tax": "2023-01-01", "year_1": contribution, "year_2": "0", "year_3": "0",
            "counted": counted,
        })
    };
    let given = |rows: Value| {
        let report = report(&introducer(), &json!({ "enterprises": rows }));
        let claimed =
            report.counted().iter().any(|counted| counted.assessment.clause.article == 27 && counted.claimed());
        (sums(&report), report.total().ceiling.fen(), claimed)
    };
    // A sure sum comes before an open ceiling.
    let counted = given(json!([enterprise("25000000", true)]));
    assert_eq!(counted, ((wan(6), 0, vec![(27, 28, 0)]), 0, false));
    assert_eq!(given(json!([enterprise("25000000", false)])), ((wan(6), 0, vec![]), wan(200), true));
    // Beside one that leaves, the other is still decided on, and claimed.
    let beside = given(json!([enterprise("1199999.80", true), enterprise("25000000", false)]));
    assert_eq!(beside, ((wan(6), yuan(59_999) + 99, vec![(27, 28, yuan(59_999) + 99)]), wan(200), true));
    // Exactly 100万 rests on a doubt of its own (27.1) and on that of Article 36: favourable at once.
    let exact = given(json!([enterprise("1000000", true), enterprise("4000000", false)]));
    assert_eq!(exact, ((wan(6) + wan(24), wan(5), vec![(27, 28, 0)]), 0, true));
}

#[test]
fn article_22_takes_what_is_left_below_the_line() {
    let key = merged(
        &gate(),
        &json!({
            "kind": "legal_entity", "new_arrival": true, "arrived": "2021-06-01", "opinion_date": "2018-11-20",
            "paid_in": "1000000000", "demonstration": true, "influence": true, "key_ruling": "granted",
            "contributions": years(&[(2026, "40000000")]),
        }),
    );
    // Growth 60% of 4000万 = 2400万; 70% is 2800万: 400万 are left.
    let left = report(&key, &json!({}));
    assert_eq!(left.total().ceiling.fen(), wan(400));
    assert!(left.notes.is_empty(), "2400万 stay below the line");
    // With the opening subsidy of 2000万 nothing is left, and the line is exceeded; nothing is cut.
    let full = report(&key, &json!({"national_approval": true}));
    assert_eq!((full.total().ceiling.fen(), full.total().certain.fen()), (0, wan(4400)));
    assert_eq!(full.lines.iter().map(|line| (line.year, line.over().fen())).collect::<Vec<_>>(), [(2026, wan(1600))]);
    assert_eq!(full.notes.iter().map(|note| note.provision.article).collect::<Vec<_>>(), [Article::new(22)]);
    // The line itself is rounded down: 70% of 40,000,000.01 is 28,000,000.007.
    let odd = report(&key, &json!({"contributions": years(&[(2026, "40000000.01")])}));
    assert_eq!(odd.lines.iter().map(|line| line.line.fen()).collect::<Vec<_>>(), [wan(2800)]);
    // Rewards for introductions are another's support and leave the room as it is.
    let introducing = report(
        &key,
        &json!({
            "intermediary": true, "legal_person": true,
            "enterprises": [{"fits": true, "first_tax": "2026-01-01", "year_1": "20000000", "year_2": "0", "year_3": "0", "counted": false}],
        }),
    );
    assert_eq!(
        (introducing.total().ceiling.fen(), introducing.total().certain.fen()),
        (wan(400), wan(2400) + wan(180))
    );
}

#[test]
fn article_36_years_beyond_the_fifth_are_flagged() {
    let early = merged(
        &gate(),
        &json!({
            "kind": "legal_entity", "new_arrival": true, "national_approval": true, "paid_in": "100000000",
            "arrived": "2020-02-02", "opinion_date": "2018-11-20", "application_year": 2021, "growth_start": 2022,
            "contributions": years(&[(2022, "1000000"), (2023, "1000000"), (2024, "1000000"), (2025, "1000000"), (2026, "1000000")]),
        }),
    );
    let report = report(&early, &json!({}));
    let flagged: Vec<_> =
        report.notes.iter().filter(|note| note.provision.article == 36).flat_map(|note| note.years.clone()).collect();
    assert_eq!(flagged, [2026], "2021 to 2025 are five years");
    let raised: Vec<_> = report.raised().iter().map(|raised| (raised.doubt.number, raised.prudent.fen())).collect();
    assert!(raised.contains(&("36.1", wan(55))), "with a question to send: {raised:?}");

    // What was received before began the five years.
    let before = merged(&early, &json!({"received": [{"for": "开办补助", "year": 2020, "amount": "5000000"}]}));
    let report = self::report(&before, &json!({}));
    let flagged: Vec<_> =
        report.notes.iter().filter(|note| note.provision.article == 36).flat_map(|note| note.years.clone()).collect();
    assert_eq!(flagged, [2025, 2026], "2020 to 2024 are five years");
}

#[test]
fn article_35_duties_run_from_the_last_payment() {
    let facts = facts(&merged(
        &buyer(),
        &json!({
            "national_approval": true, "paid_in": "100000000", "arrived": "2020-02-02", "application_year": 2024,
            "contributions": years(&[(2023, "1000000"), (2024, "1000000"), (2025, "1000000")]), "leases": [],
        }),
    ));
    let report = CURRENT.assess(&facts, false);
    let plan = (CURRENT.plan)(&facts, &report);
    // Opening, purchase and growth of 2024 come in 2025, growth of 2025 in 2026, the last. Whether that of 2023 can still
    // be applied for is open: no payment.
    assert_eq!(
        plan.payments.iter().map(|payment| (payment.expected, payment.amount.fen())).collect::<Vec<_>>(),
        [(2025, wan(500) + wan(150) + wan(55)), (2026, wan(55))]
    );
    assert_eq!(plan.payments[0].prepaid.fen(), wan(50), "Article 33: the lowest rate of Article 19 is 50%");
    assert_eq!(
        plan.duties.iter().map(|duty| (duty.from, duty.until)).collect::<Vec<_>>(),
        [(2025, Some(2031)), (2025, Some(2028))]
    );
    assert_eq!(
        plan.exposure.iter().map(|exposure| exposure.amount.fen()).collect::<Vec<_>>(),
        [wan(705), wan(760), wan(760), wan(760), wan(760), wan(760), wan(760)]
    );
}

#[test]
fn article_35_what_was_received_binds_too() {
    let growing = merged(
        &gate(),
        &json!({
            "kind": "branch2", "new_arrival": true, "arrived": "2022-03-01",
            "contributions": years(&[(2024, "1000000"), (2025, "1000000"), (2026, "1000000")]),
        }),
    );
    let plan = |change: &Value| {
        let facts = facts(&merged(&growing, change));
        let report = CURRENT.assess(&facts, false);
        (CURRENT.plan)(&facts, &report)
    };
    let payments = |change: &Value| -> Vec<_> {
        let of = |payment: &miyun::rule::plan::Payment| (payment.expected, payment.amount.fen(), payment.received);
        plan(change).payments.iter().map(of).collect()
    };
    let row =
        |year: u16, amount: &str, day: &str| json!({"article": "19", "year": year, "amount": amount, "last_paid": day});
    // 2024 was received, with another sum and a little late; 2025 was not, and is no payment; 2026 is applied for.
    let received = json!({"received": [row(2024, "500000", "2026-02-01")]});
    assert_eq!(payments(&received), [(2026, wan(50), true), (2027, wan(55), false)]);
    assert_eq!(plan(&received).exposure.first().map(|exposure| exposure.amount.fen()), Some(wan(50)));
    // The year of the application was received: nothing of it is to come.
    assert_eq!(payments(&json!({"received": [row(2026, "10000", "2026-02-01")]})), [(2026, wan(1), true)]);
    // Without a day it counts as settled in the usual time; without an amount it is no payment.
    assert_eq!(payments(&json!({"received": [row(2023, "1", "2024-05-05"), {"for": "x", "year": 2022}]}))[0].0, 2024);
    assert_eq!(payments(&json!({"received": [{"for": "x", "year": 2022, "amount": "1"}]}))[0].0, 2023);

    // Support received binds by itself, five years from its last payment.
    let alone = json!({"contributions": [], "received": [row(2024, "5000000", "2025-03-01")]});
    assert_eq!(
        plan(&alone).duties.iter().map(|duty| (duty.from, duty.until)).collect::<Vec<_>>(),
        [(2025, Some(2030))]
    );
    assert_eq!(plan(&json!({"contributions": []})).duties.len(), 0);
}

/// Now, past and later, in fen.
fn split(report: &Report) -> [i128; 3] {
    let split = report.split();
    When::ALL.map(|when| split.of(when).certain.fen())
}

#[test]
fn article_32_an_amount_is_applied_for_now_in_an_earlier_or_in_a_later_year() {
    let growing =
        json!({"contributions": years(&[(2024, "1000000"), (2025, "1000000"), (2026, "2000000"), (2027, "3000000")])});
    let case = |change: &Value| report(&newcomer(), &merged(&growing, change));
    let whole = case(&json!({}));
    assert_eq!(split(&whole), [wan(110), wan(110), wan(180)]);
    let noted: Vec<_> = whole.notes.iter().filter(|note| note.provision.article == 32).collect();
    assert_eq!((noted.len(), &noted[0].years), (1, &vec![2024, 2025]));
    let raised = whole.raised();
    let late = raised.iter().find(|raised| raised.doubt.number == "32.2").unwrap();
    assert_eq!((late.prudent.fen(), late.clauses.len()), (wan(110), 1));
    // What was received leaves the past; nothing is left to ask about.
    let paid = |year: u16| json!({"article": "19", "year": year, "amount": "550000"});
    let received = case(&json!({"received": [paid(2024), paid(2025)]}));
    assert_eq!((split(&received), received.received.fen()), ([wan(110), 0, wan(180)], wan(110)));
    assert!(received.notes.iter().all(|note| note.provision.article != 32));
    // Without a year of application nothing can be applied for yet.
    assert_eq!(split(&case(&json!({"application_year": null}))), [0, 0, wan(400)]);
    // Article 27 lets an earlier year be chosen: it is applied for now, and is no past.
    let earlier = report(
        &introducer(),
        &json!({"association": false, "enterprises": [
            {"fits": true, "first_tax": "2023-01-01", "year_1": "4000000", "year_2": "0", "year_3": "0"},
        ]}),
    );
    assert_eq!(split(&earlier), [wan(24), 0, 0]);
}

#[test]
fn article_36_what_was_received_stands_against_support_of_the_same_type() {
    let rent = json!({"leases": [{"year": 2026, "rent": "2000000", "area": "100"}, {"year": 2027, "rent": "2000000", "area": "100"}]});
    let case = |rows: &[(&str, u16)]| {
        let rows: Value =
            rows.iter().map(|(article, year)| json!({"article": article, "year": year, "amount": "1"})).collect();
        sums(&report(&buyer(), &merged(&rent, &json!({ "received": rows }))))
    };
    // 200万 of rent against 150万 for the purchase.
    assert_eq!(case(&[]), (wan(200), wan(150), vec![(10, 11, wan(150))]));
    // The purchase was received: the rent is only possible beside it.
    assert_eq!(case(&[("10", 2024)]), (0, wan(200), vec![(11, 10, wan(200))]));
    // A year of rent was received: the purchase gives way, and the other year is left.
    assert_eq!(case(&[("11", 2026)]), (wan(100), wan(150), vec![(10, 11, wan(150))]));
    // Both were.
    assert_eq!(case(&[("10", 2024), ("11", 2026)]), (wan(100), 0, vec![]));
}

#[test]
fn article_36_an_arrangement_holds_what_was_received() {
    // Without receipts 19 alone gives most (150万); the years of Article 20 were received, so their clock runs from 2021.
    let sixties: Vec<(u16, &str)> = [(2020, "100000"), (2021, "200000"), (2022, "400000")]
        .into_iter()
        .chain((2023..=2027).map(|year| (year, "600000")))
        .collect();
    let case = |rows: &[(&str, u16)]| {
        let rows: Value =
            rows.iter().map(|(article, year)| json!({"article": article, "year": year, "amount": "1"})).collect();
        sums(&report(&newcomer(), &json!({"contributions": years(&sixties), "received": rows})))
    };
    assert_eq!(case(&[]), (wan(150), wan(24), vec![(20, 19, wan(24))]));
    // 2021 to 2025: 2023, 2024 and 2025 are left of Article 19.
    assert_eq!(case(&[("20", 2021), ("20", 2022)]), (wan(90), wan(60), vec![(19, 20, wan(60))]));
    // Growth of 2023 was received: 2024 to 2027 are left, and Article 20 gives way as before.
    assert_eq!(case(&[("19", 2023)]), (wan(120), wan(24), vec![(20, 19, wan(24))]));
}

#[test]
fn article_36_what_was_received_decides_between_27_and_28() {
    let case = |contribution: &str, rows: Value| {
        sums(&report(
            &introducer(),
            &json!({
                "enterprises": [{
                    "name": "甲", "fits": true, "first_tax": "2023-01-01", "year_1": contribution, "year_2": "0", "year_3": "0",
                    "counted": true,
                }],
                "received": rows,
            }),
        ))
    };
    let for_it = json!([{"article": "27", "for": "甲", "amount": "240000"}]);
    let for_all = json!([{"article": "28", "amount": "60000"}]);
    // 24万 of Article 27 against 6万 of Article 28.
    assert_eq!(case("4000000", json!([])), (wan(24), wan(6), vec![(28, 27, wan(6))]));
    assert_eq!(case("4000000", for_it), (0, wan(6), vec![(28, 27, wan(6))]));
    assert_eq!(case("4000000", for_all), (0, wan(24), vec![(27, 28, wan(24))]));
}

#[test]
fn article_36_softened_rewards_for_one_enterprise_are_had_once() {
    let case = |contribution: &str, counted: bool| {
        let report = report(
            &introducer(),
            &json!({
                "supervised": false,
                "enterprises": [{
                    "fits": true, "first_tax": "2023-01-01", "year_1": contribution, "year_2": "0", "year_3": "0",
                    "counted": counted,
                }],
            }),
        );
        sums(&report)
    };
    // 2.4 makes both only possible: 24万 against 6万, the better one counts.
    assert_eq!(case("4000000", true), (0, wan(24), vec![(28, 27, 0)]));
    // 5.99万 against 6万.
    assert_eq!(case("1199999.80", true), (0, wan(6), vec![(27, 28, 0)]));
    // Not counted in the other: both.
    assert_eq!(case("4000000", false), (0, wan(30), vec![]));
}

#[test]
fn article_22_counts_what_was_received_for_the_year() {
    let key = merged(
        &gate(),
        &json!({
            "kind": "legal_entity", "new_arrival": true, "arrived": "2021-06-01", "paid_in": "1000000000",
            "demonstration": true, "influence": true, "key_ruling": "granted",
            "contributions": years(&[(2026, "40000000")]),
        }),
    );
    let case = |rows: Value| report(&key, &json!({ "received": rows }));
    // 70% of 4000万 less 2400万 of growth, which are received already or not.
    assert_eq!(case(json!([])).total().ceiling.fen(), wan(400));
    let paid = case(json!([{"article": "19", "year": 2026, "amount": "24000000"}]));
    assert_eq!((paid.total().ceiling.fen(), paid.total().certain.fen()), (wan(400), 0));
    assert_eq!(paid.lines.iter().map(|line| line.support.fen()).collect::<Vec<_>>(), [wan(2400)]);
    // The amount not told: as it is worked out.
    assert_eq!(case(json!([{"article": "19", "year": 2026}])).total().ceiling.fen(), wan(400));
    // Support of another year leaves the room as it is.
    assert_eq!(case(json!([{"article": "6", "year": 2023, "amount": "20000000"}])).total().ceiling.fen(), wan(400));
}

#[test]
fn article_35_what_the_government_decides_binds_without_a_figure() {
    let facts = facts(&merged(
        &gate(),
        &json!({
            "kind": "branch1", "new_arrival": true, "opening_ruling": "pending", "outstanding": true,
            "demonstration": true, "influence": true, "investment_pull": true,
        }),
    ));
    let report = CURRENT.assess(&facts, false);
    let plan = (CURRENT.plan)(&facts, &report);
    assert!(plan.payments.is_empty());
    assert_eq!(plan.duties.iter().map(|duty| (duty.from, duty.until)).collect::<Vec<_>>(), [(2027, Some(2032))]);
    assert!(plan.exposure.iter().all(|exposure| exposure.amount.is_zero()));
}

#[test]
fn a_fund_company_is_bound_for_life() {
    let facts = facts(&merged(
        &gate(),
        &json!({
            "kind": "fund_company", "new_arrival": true, "bought_office": true, "first_purchase": true, "purchased_area": "10",
        }),
    ));
    let report = CURRENT.assess(&facts, false);
    assert_eq!((CURRENT.plan)(&facts, &report).duties[0].until, None);
}
