//! Red flags: each is raised by its row and not by the neighbour one step beside it.

use miyun::answers::facts::Facts;
use miyun::applicant::CATALOGUE;
use miyun::drafts::draft::Draft;
use miyun::drafts::examples::ALL;
use miyun::policy::{self, CURRENT};
use miyun::rule::flag::MOST;
use miyun::rule::{Check, Flag};
use miyun::text::Lang;
use serde_json::{Value, json};

/// What is flagged, the answers that both cases share, what raises the flag, and the neighbour that does not.
struct Row(&'static str, Value, Value, Value);

fn checks() -> impl Iterator<Item = &'static Check> {
    policy::checks(CURRENT).iter().copied().flatten()
}

fn facts(answers: &Value) -> Facts {
    Facts::from_json(answers.as_object().expect("answers are an object"), CATALOGUE)
        .unwrap_or_else(|refused| panic!("{}", refused.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")))
}

fn flags(answers: &Value) -> Vec<Flag> {
    let draft = Draft { facts: facts(answers), ..Draft::default() };
    draft.flags(&CURRENT.assess(&draft.facts, false))
}

fn merged(base: &Value, change: &Value) -> Value {
    let mut object = base.as_object().cloned().unwrap_or_default();
    object.extend(change.as_object().cloned().unwrap_or_default());
    Value::Object(object)
}

fn year(year: u16, yuan: &str, source: &str) -> Value {
    json!({"year": year, "contribution": yuan, "source": source})
}

/// A sub-branch that doubled twice and then grew: Articles 19 and 20 both pay.
fn doubled() -> Value {
    json!({
        "kind": "branch2", "intermediary": false, "association": false, "application_year": 2024,
        "lawful": true, "admitted": true, "supervised": true, "registered": true, "clean_record": true,
        "new_arrival": true, "arrived": "2021-01-01", "founded": "2021-01-01", "opinion_date": "2018-11-20",
    })
}

/// A legal person with 1亿 of capital: 500万 under Article 6.
fn opened() -> Value {
    merged(&doubled(), &json!({"kind": "legal_entity", "national_approval": true, "paid_in": "100000000"}))
}

fn paid(article: &str, amount: &str) -> Value {
    json!({"received": [{"article": article, "amount": amount, "year": 2024, "for": "甲"}]})
}

fn rows() -> Vec<Row> {
    let code = |code: &str| json!({"credit_code": code});
    let app = json!({"application_year": 2026});
    let none = json!({});
    let grown = |years: &[(u16, &str)]| -> Value {
        let rows: Vec<Value> = years.iter().map(|(of, yuan)| year(*of, yuan, "confirmed")).collect();
        json!({ "contributions": rows })
    };
    let increase = |date: &str, yuan: &str| json!({"increases": [{"date": date, "amount": yuan}]});
    let homes = |people: usize| -> Value {
        let rows: Value = (0..people).map(|head| json!({"article": "14", "for": format!("甲{head}")})).collect();
        json!({ "received": rows })
    };
    let lease = |row: Value| json!({"leases": [row]});
    let people = |rows: usize| (0..rows).map(|row| json!({"name": format!("甲{row}")})).collect::<Value>();
    vec![
        // ── who and when ──
        Row(
            "no_role",
            json!({"kind": "none", "intermediary": false}),
            json!({"association": false}),
            json!({"association": true}),
        ),
        Row("credit_code_shape", none.clone(), code("91110118MA0EXMP17"), code("91110118MA0EXMP17F")),
        Row("credit_code_shape", none.clone(), code("91110118MA0EXMPI7F"), code("91110118ma0exmp17f")),
        // 15 digits of before 2018, and an organisation code.
        Row("credit_code_shape", none.clone(), code("110118000000001"), code("91110118MA0EXMP17F")),
        Row("credit_code_shape", none.clone(), code("MA0AGNT0-9"), code("91110118MA0AGNT09X")),
        // Made up; a code of this district, all of digits, is none.
        Row("credit_code_identity_card", none.clone(), code("990099198002300064"), code("91110118MA0EXMP17F")),
        Row("credit_code_identity_card", none.clone(), code("110118198506151086"), code("911101181985061510")),
        Row("credit_code_same", none.clone(), code("000000000000000000"), code("91110118MA0EXMP17F")),
        Row("credit_code_same", none.clone(), code("111111111111111111"), code("91110118MA09999990")),
        Row("credit_code_digit", none.clone(), code("91110118M0001AAA12"), code("91110118MA09999990")),
        Row("credit_code_digit", none.clone(), code("91110118MA0AGNT0X9"), code("91110118MA0AGNT09X")),
        Row("credit_code_digit", none.clone(), code("91110118MA0EXMP17E"), code("91110118MA0EXMP17F")),
        Row("credit_code_digit", none.clone(), code("91110118MA0EXPM17F"), code("91110118MA0EXMP17F")),
        Row(
            "arrived_before_founded",
            json!({"founded": "2022-03-18"}),
            json!({"arrived": "2022-03-17"}),
            json!({"arrived": "2022-03-18"}),
        ),
        Row(
            "established_then_arrived",
            json!({"founded": "2022-03-18", "newly_established": true}),
            json!({"arrived": "2022-03-19"}),
            json!({"arrived": "2022-03-18"}),
        ),
        Row(
            "moved_on_founding_day",
            json!({"founded": "2022-03-18", "newly_established": false, "new_arrival": true}),
            json!({"arrived": "2022-03-18"}),
            json!({"arrived": "2022-03-19"}),
        ),
        Row(
            "established_yet_not_new",
            json!({"newly_established": true}),
            json!({"new_arrival": false}),
            json!({"new_arrival": true}),
        ),
        Row(
            "applied_before_arrival",
            json!({"arrived": "2022-01-01"}),
            json!({"application_year": 2021}),
            json!({"application_year": 2022}),
        ),
        Row("opinion_year", none.clone(), json!({"opinion_date": "2019-01-01"}), json!({"opinion_date": "2018-12-31"})),
        Row("opinion_year", none.clone(), json!({"opinion_date": "2017-12-31"}), json!({"opinion_date": "2018-01-01"})),
        Row(
            "homes_before_rules",
            json!({"homes": [{"name": "甲"}]}),
            json!({"arrived": "2019-10-14"}),
            json!({"arrived": "2019-10-15"}),
        ),
        Row("homes_before_rules", json!({"arrived": "2019-10-14"}), json!({"homes": [{}]}), json!({"homes": []})),
        Row(
            "paying_in_preparation",
            merged(&app, &grown(&[(2025, "0.01")])),
            json!({"in_preparation": true}),
            json!({"in_preparation": false}),
        ),
        Row(
            "paying_in_preparation",
            merged(&app, &json!({"in_preparation": true})),
            grown(&[(2025, "0.01")]),
            grown(&[(2026, "0.01")]),
        ),
        // ── capital ──
        Row(
            "legal_entity_without_approval",
            json!({"kind": "legal_entity"}),
            json!({"national_approval": false}),
            json!({"national_approval": null}),
        ),
        Row(
            "legal_entity_without_approval",
            json!({"national_approval": false}),
            json!({"kind": "legal_entity"}),
            json!({"kind": "quasi"}),
        ),
        Row(
            "paid_in_above_registered",
            json!({"registered_capital": "1000000000.00"}),
            json!({"paid_in": "1000000000.01"}),
            json!({"paid_in": "1000000000.00"}),
        ),
        Row("branch_with_capital", json!({"kind": "branch1"}), json!({"paid_in": "0.01"}), json!({"paid_in": "0"})),
        Row(
            "branch_with_capital",
            json!({"paid_in": "1"}),
            json!({"kind": "branch2"}),
            json!({"kind": "fund_manager"}),
        ),
        Row(
            "branch_with_increases",
            json!({"kind": "functional_hq"}),
            json!({"increases": [{}]}),
            json!({"increases": []}),
        ),
        Row(
            "branch_with_increases",
            json!({"increases": [{}]}),
            json!({"kind": "functional_hq"}),
            json!({"kind": "quasi"}),
        ),
        Row(
            "increase_before_founding",
            json!({"founded": "2022-03-18"}),
            increase("2022-03-17", "1000000"),
            increase("2022-03-18", "1000000"),
        ),
        Row(
            "increase_before_arrival",
            json!({"arrived": "2022-03-18", "founded": "2020-01-01"}),
            increase("2022-03-17", "1000000"),
            increase("2022-03-18", "1000000"),
        ),
        Row(
            "increase_before_arrival",
            json!({"arrived": "2022-03-18", "founded": "2020-01-01"}),
            increase("2020-01-01", "1000000"),
            increase("2019-12-31", "1000000"),
        ),
        Row(
            "increase_before_opinion",
            json!({"opinion_date": "2018-11-20", "applications": [{"year": 2020}]}),
            increase("2018-11-19", "1000000"),
            increase("2018-11-20", "1000000"),
        ),
        Row(
            "increase_before_opinion",
            merged(&json!({"opinion_date": "2018-11-20"}), &increase("2018-11-19", "1000000")),
            json!({"applications": [{"year": 2020}]}),
            json!({"applications": []}),
        ),
        Row(
            "increases_above_paid_in",
            merged(&app, &increase("2026-12-31", "1000000.00")),
            json!({"paid_in": "999999.99"}),
            json!({"paid_in": "1000000.00"}),
        ),
        Row(
            "increases_above_paid_in",
            merged(&app, &json!({"paid_in": "10000"})),
            increase("2026-12-31", "1000000.00"),
            increase("2027-01-01", "1000000.00"),
        ),
        Row(
            "claim_without_increase",
            json!({"applications": [{"year": 2025}]}),
            increase("2026-01-01", "1000000"),
            increase("2025-12-31", "1000000"),
        ),
        Row(
            "claim_without_increase",
            json!({"applications": [{"year": 2025}]}),
            json!({"increases": []}),
            json!({"increases": [{}]}),
        ),
        // ── contribution ──
        Row("contribution_negative", none.clone(), grown(&[(2024, "-0.01")]), grown(&[(2024, "0")])),
        Row(
            "contribution_leaps",
            none.clone(),
            grown(&[(2023, "500000"), (2024, "5000000.01")]),
            grown(&[(2023, "500000"), (2024, "5000000")]),
        ),
        Row(
            "contribution_leaps",
            grown(&[(2023, "500000"), (2024, "9000000")]),
            json!({"arrived": "2023-01-01"}),
            json!({"arrived": "2023-01-02"}),
        ),
        Row(
            "contribution_without_year",
            none.clone(),
            json!({"contributions": [{"contribution": "11000000.00"}]}),
            json!({"contributions": [{"contribution": "11000000.00", "year": 2024}]}),
        ),
        Row(
            "open_year_confirmed",
            app.clone(),
            json!({"contributions": [year(2026, "1000000", "confirmed")]}),
            json!({"contributions": [year(2025, "1000000", "confirmed")]}),
        ),
        Row(
            "open_year_confirmed",
            app.clone(),
            json!({"contributions": [year(2026, "1000000", "confirmed")]}),
            json!({"contributions": [year(2026, "1000000", "forecast")]}),
        ),
        Row(
            "closed_year_forecast",
            app.clone(),
            json!({"contributions": [year(2024, "1000000", "forecast")]}),
            json!({"contributions": [year(2025, "1000000", "forecast")]}),
        ),
        Row(
            "contribution_before_arrival",
            json!({"arrived": "2022-12-31"}),
            grown(&[(2021, "1000")]),
            grown(&[(2022, "1000")]),
        ),
        Row(
            "contribution_before_arrival",
            json!({"arrived": "2022-12-31"}),
            grown(&[(2021, "0.01")]),
            grown(&[(2021, "0")]),
        ),
        Row(
            "ranked_without_contribution",
            merged(&app, &json!({"rank": 20})),
            grown(&[(2026, "499999.99")]),
            grown(&[(2026, "500000")]),
        ),
        Row(
            "ranked_without_contribution",
            merged(&app, &grown(&[(2026, "499999.99")])),
            json!({"rank": 20}),
            json!({"rank": 21}),
        ),
        Row(
            "start_not_complete",
            json!({"growth_start": 2022}),
            json!({"arrived": "2022-01-02"}),
            json!({"arrived": "2022-01-01"}),
        ),
        Row(
            "start_without_figure",
            json!({"growth_start": 2022}),
            grown(&[(2023, "500000")]),
            grown(&[(2022, "500000")]),
        ),
        Row(
            "start_below_ladder",
            json!({"growth_start": 2022}),
            grown(&[(2022, "499999.99")]),
            grown(&[(2022, "500000")]),
        ),
        Row(
            "growth_before_opinion",
            json!({"growth_start": 2022, "opinion_date": "2018-11-20"}),
            json!({"arrived": "2018-11-19"}),
            json!({"arrived": "2018-11-20"}),
        ),
        // ── premises ──
        Row(
            "office_elsewhere",
            merged(&json!({"kind": "quasi"}), &lease(json!({"rent": "0.01"}))),
            json!({"office_in_miyun": false}),
            json!({"office_in_miyun": true}),
        ),
        Row(
            "office_elsewhere",
            merged(&json!({"office_in_miyun": false}), &lease(json!({"rent": "0.01"}))),
            json!({"kind": "quasi"}),
            json!({"kind": "legal_entity"}),
        ),
        Row(
            "second_purchase",
            json!({"bought_office": true}),
            json!({"first_purchase": false}),
            json!({"first_purchase": true}),
        ),
        Row(
            "area_without_purchase",
            json!({"bought_office": false}),
            json!({"purchased_area": "0.01"}),
            json!({"purchased_area": "0"}),
        ),
        Row(
            "bought_and_rented",
            json!({"bought_office": true}),
            lease(json!({"rent": "0.01"})),
            lease(json!({"rent": "0"})),
        ),
        Row("rented_and_lent", lease(json!({"rent": "0.01"})), json!({"lent_area": "0.01"}), json!({"lent_area": "0"})),
        Row(
            "lent_without_preparation",
            json!({"lent_area": "300"}),
            json!({"in_preparation": false}),
            json!({"in_preparation": true}),
        ),
        Row(
            "lease_before_arrival",
            json!({"arrived": "2022-12-31"}),
            lease(json!({"year": 2021, "rent": "100000"})),
            lease(json!({"year": 2022, "rent": "100000"})),
        ),
        Row("lease_months", none.clone(), lease(json!({"months": 13})), lease(json!({"months": 12}))),
        Row(
            "lease_twice",
            none.clone(),
            json!({"leases": [{"year": 2022, "rent": "1", "area": "10"}, {"year": 2022, "rent": "1.00", "area": "10.0"}]}),
            json!({"leases": [{"year": 2022, "rent": "1", "area": "10"}, {"year": 2022, "rent": "1.01", "area": "10"}]}),
        ),
        Row(
            "rent_implausible",
            none.clone(),
            lease(json!({"rent": "1200000.01", "area": "100"})),
            lease(json!({"rent": "1200000.00", "area": "100"})),
        ),
        Row(
            "rent_implausible",
            none.clone(),
            lease(json!({"rent": "299.99", "area": "100", "months": 3})),
            lease(json!({"rent": "300.00", "area": "100", "months": 3})),
        ),
        Row(
            "average_missing",
            json!({"kind": "legal_entity", "office_in_miyun": false}),
            lease(json!({"rent": "100000"})),
            lease(json!({"rent": "100000", "average": "60"})),
        ),
        Row(
            "average_missing",
            merged(&json!({"kind": "legal_entity"}), &lease(json!({"rent": "1"}))),
            json!({"office_in_miyun": false}),
            json!({"office_in_miyun": true}),
        ),
        Row(
            "average_implausible",
            none.clone(),
            lease(json!({"average": "1000.01"})),
            lease(json!({"average": "1000.00"})),
        ),
        Row("average_implausible", none.clone(), lease(json!({"average": "0.99"})), lease(json!({"average": "1.00"}))),
        // ── people ──
        Row("homes_too_many", none.clone(), json!({"homes": people(6)}), json!({"homes": people(5)})),
        Row(
            "home_twice",
            none.clone(),
            json!({"homes": [{"name": "甲"}, {"name": " 甲"}]}),
            json!({"homes": [{"name": "甲"}, {"name": "乙"}, {}, {}]}),
        ),
        Row(
            "home_price",
            none.clone(),
            json!({"homes": [{"price": "9999.99"}]}),
            json!({"homes": [{"price": "10000.00"}]}),
        ),
        Row(
            "home_price",
            none.clone(),
            json!({"homes": [{"price": "100000000.01"}]}),
            json!({"homes": [{"price": "100000000.00"}]}),
        ),
        Row("executives_too_many", none.clone(), json!({"executives": people(11)}), json!({"executives": people(10)})),
        Row(
            "executive_twice",
            none.clone(),
            json!({"executives": [{"name": "甲"}, {"name": "甲"}]}),
            json!({"executives": [{"name": "甲"}, {"name": "乙"}]}),
        ),
        Row(
            "salary_below",
            none.clone(),
            json!({"executives": [{"salary": "699999.99"}]}),
            json!({"executives": [{"salary": "700000.00"}]}),
        ),
        Row(
            "salary_below",
            none.clone(),
            json!({"executives": [{"salary": "10000.00"}]}),
            json!({"executives": [{"salary": "9999.99"}]}),
        ),
        Row(
            "post_differs",
            json!({"homes": [{"name": "甲", "in_post": true}]}),
            json!({"executives": [{"name": "甲", "in_post": false}]}),
            json!({"executives": [{"name": "甲", "in_post": true}]}),
        ),
        // ── funds ──
        Row(
            "custody_without_assets",
            none.clone(),
            json!({"custody_of_assets": "0.01"}),
            json!({"custody_of_assets": "0"}),
        ),
        Row(
            "custody_without_assets",
            json!({"custody_of_investments": "0.5"}),
            json!({"managed_assets": "0"}),
            json!({"managed_assets": "5000000000"}),
        ),
        Row(
            "assets_below_paid_in",
            json!({"kind": "fund_manager", "paid_in": "500000000"}),
            json!({"managed_assets": "499999999.99"}),
            json!({"managed_assets": "500000000.00"}),
        ),
        Row(
            "exit_not_filed",
            json!({"listed_and_exited": true}),
            json!({"filed_in_miyun": false}),
            json!({"filed_in_miyun": true}),
        ),
        Row(
            "high_end_above_all",
            json!({"beijing_investment": "2000000000.00"}),
            json!({"high_end_investment": "2000000000.01"}),
            json!({"high_end_investment": "2000000000.00"}),
        ),
        Row(
            "counterpart_claimed",
            json!({"high_end_investment": "0.01"}),
            json!({"counterpart_claimed": true}),
            json!({"counterpart_claimed": false}),
        ),
        Row(
            "project_twice",
            none.clone(),
            json!({"projects": [{"name": "沙箱"}, {"name": "沙箱"}]}),
            json!({"projects": [{"name": "沙箱"}, {"name": "沙箱二期"}]}),
        ),
        // ── referral ──
        Row(
            "enterprise_twice",
            none.clone(),
            json!({"enterprises": [{"name": "甲"}, {"name": "甲"}]}),
            json!({"enterprises": [{"name": "甲"}, {"name": "乙"}]}),
        ),
        Row(
            "introduced_itself",
            json!({"name": "甲（北京）公司"}),
            json!({"enterprises": [{"name": "甲(北京)公司"}]}),
            json!({"enterprises": [{"name": "乙(北京)公司"}]}),
        ),
        Row(
            "first_tax_late",
            app.clone(),
            json!({"enterprises": [{"first_tax": "2027-01-01"}]}),
            json!({"enterprises": [{"first_tax": "2026-12-31"}]}),
        ),
        Row(
            "first_tax_early",
            none.clone(),
            json!({"enterprises": [{"first_tax": "2014-12-31"}]}),
            json!({"enterprises": [{"first_tax": "2015-01-01"}]}),
        ),
        Row(
            "enterprise_code",
            none.clone(),
            json!({"enterprises": [{"name": "甲", "code": "91110118MA0AGNT0X9"}]}),
            json!({"enterprises": [{"name": "甲", "code": "91110118ma0a gnt09x"}]}),
        ),
        // Made up: 18 digits with a date of birth.
        Row(
            "enterprise_code",
            none.clone(),
            json!({"enterprises": [{"name": "甲", "code": "990099198002300064"}]}),
            json!({"enterprises": [{"name": "甲"}]}),
        ),
        Row(
            "enterprise_code_twice",
            none.clone(),
            json!({"enterprises": [{"name": "甲", "code": "91110118MA0AGNT09X"}, {"name": "乙", "code": "91110118MA0AGNT09X"}]}),
            json!({"enterprises": [{"name": "甲", "code": "91110118MA0AGNT09X"}, {"name": "乙", "code": "91110118MA0EXMP17F"}]}),
        ),
        Row(
            "taxed_before_arrival",
            none.clone(),
            json!({"enterprises": [{"first_tax": "2023-05-01", "arrived": "2023-05-02"}]}),
            json!({"enterprises": [{"first_tax": "2023-05-01", "arrived": "2023-05-01"}]}),
        ),
        Row(
            "counted_twice",
            json!({"intermediary": true}),
            json!({"enterprises": [{"counted": true}]}),
            json!({"enterprises": [{"counted": false}]}),
        ),
        Row(
            "members_fewer",
            json!({"members": 50}),
            json!({"taxpaying_members": 51}),
            json!({"taxpaying_members": 50}),
        ),
        // ── decisions and the form ──
        Row(
            "opening_granted_yet_lacking",
            json!({"investment_pull": false}),
            json!({"opening_ruling": "granted"}),
            json!({"opening_ruling": "pending"}),
        ),
        Row(
            "opening_granted_yet_lacking",
            json!({"opening_ruling": "granted"}),
            json!({"outstanding": false}),
            json!({"outstanding": true}),
        ),
        Row(
            "key_granted_yet_lacking",
            json!({"key_ruling": "granted"}),
            json!({"influence": false}),
            json!({"influence": null}),
        ),
        Row(
            "registered_address_elsewhere",
            json!({"registered": true}),
            json!({"registered_address": "北京市怀柔区示例路1号"}),
            json!({"registered_address": "北京市密云区示例路1号"}),
        ),
        Row(
            "office_address_differs",
            json!({"office_address": "北京市西城区示例路1号"}),
            json!({"office_in_miyun": true}),
            json!({"office_in_miyun": false}),
        ),
        Row(
            "office_address_differs",
            json!({"office_address": "1 Shili Road, Miyun"}),
            json!({"office_in_miyun": false}),
            json!({"office_in_miyun": true}),
        ),
        Row(
            "account_name_differs",
            json!({"name": "甲（北京）公司"}),
            json!({"account_name": "甲公司"}),
            json!({"account_name": "甲(北京)公司"}),
        ),
        Row(
            "received_unplaced",
            none.clone(),
            json!({"received": [{"for": "开办补助"}]}),
            json!({"received": [{"article": "6"}]}),
        ),
        Row(
            "received_unplaced",
            none.clone(),
            json!({"received": [{"article": "19", "amount": "1"}]}),
            json!({"received": [{"article": "19", "amount": "1", "year": 2024}]}),
        ),
        Row(
            "received_unplaced",
            json!({"enterprises": [{"name": "甲（北京）公司"}]}),
            json!({"received": [{"article": "27", "for": "乙公司"}]}),
            json!({"received": [{"article": "27", "for": "甲 (北京) 公司"}]}),
        ),
        Row(
            "received_unplaced",
            json!({"enterprises": [{"name": "甲公司"}]}),
            json!({"received": [{"article": "27"}]}),
            json!({"received": [{"article": "other", "for": "区级其他奖励"}]}),
        ),
        Row("received_less", opened(), paid("6", "4999999.99"), paid("6", "5000000")),
        Row("received_more", opened(), paid("6", "5000000.01"), paid("6", "5000000")),
        // Under an article that gives nothing here.
        Row("received_more", opened(), paid("7", "0.01"), paid("6", "5000000")),
        Row("received_more", none.clone(), homes(6), homes(5)),
        Row("received_more", none.clone(), paid("21", "2000000.01"), paid("21", "2000000")),
        Row(
            "year_not_closed",
            merged(&doubled(), &json!({"growth_start": 2024})),
            json!({"contributions": [year(2024, "1000000", "forecast")]}),
            json!({"contributions": [year(2024, "1000000", "confirmed")]}),
        ),
        // Nothing that is asked for now rests on it.
        Row(
            "year_not_closed",
            merged(&doubled(), &json!({"growth_start": 2024})),
            json!({"contributions": [year(2024, "500000", "forecast")]}),
            json!({"contributions": [year(2024, "499999.99", "forecast")]}),
        ),
        Row(
            "bound_by_what_was_received",
            json!({"application_year": 2026, "capital_reduced": true}),
            json!({"received": [{"last_paid": "2021-01-01"}]}),
            json!({"received": [{"last_paid": "2020-12-31"}]}),
        ),
        Row(
            "bound_by_what_was_received",
            json!({"application_year": 2026, "received": [{"last_paid": "2025-06-30"}]}),
            json!({"registered": false}),
            json!({"registered": true}),
        ),
        // ── particulars of the papers ──
        Row(
            "event_yet_clean",
            json!({"events": [{"date": "2024-05-06", "matter": "警告", "closed": true}]}),
            json!({"clean_record": true}),
            json!({"clean_record": false}),
        ),
        Row("no_separate_books", none.clone(), json!({"separate_books": false}), json!({"separate_books": true})),
        Row(
            "confirmed_without_letter",
            merged(&grown(&[(2024, "500000"), (2025, "500000")]), &none),
            json!({"letters": [{"year": 2024, "number": "1号"}, {"year": 2025, "number": " "}]}),
            json!({"letters": [{"year": 2024, "number": "1号"}, {"year": 2025, "number": "2号"}]}),
        ),
        Row(
            "confirmed_without_letter",
            json!({"letters": [{"year": 2024, "number": "1号"}]}),
            json!({"contributions": [year(2025, "500000", "confirmed")]}),
            json!({"contributions": [year(2025, "500000", "forecast")]}),
        ),
        Row(
            "support_beside_over_seventy",
            merged(
                &merged(
                    &doubled(),
                    &json!({"application_year": 2023, "office_in_miyun": true, "bought_office": true, "first_purchase": true}),
                ),
                &merged(
                    &grown(&[(2021, "100000"), (2022, "300000"), (2023, "6000000")]),
                    &json!({"purchased_area": "399"}),
                ),
            ),
            json!({"other_support": [{"amount": "1500.01"}]}),
            json!({"other_support": [{"amount": "1500.00"}]}),
        ),
        Row(
            "landlord_related",
            none.clone(),
            json!({"lease_contracts": [{"landlord": "甲", "related": true}]}),
            json!({"lease_contracts": [{"landlord": "甲", "related": false}]}),
        ),
        Row(
            "office_sublet",
            none.clone(),
            json!({"lease_contracts": [{"landlord": "甲", "sublet": true}]}),
            json!({"lease_contracts": [{"landlord": "甲", "sublet": false}]}),
        ),
        Row(
            "rent_outside_lease",
            json!({"lease_contracts": [{"from": "2024-03-01", "until": "2025-12-31"}]}),
            lease(json!({"year": 2026, "rent": "120000"})),
            lease(json!({"year": 2025, "rent": "120000"})),
        ),
        Row(
            "rent_outside_lease",
            lease(json!({"year": 2026, "rent": "120000"})),
            json!({"lease_contracts": [{"from": "2024-03-01", "until": "2025-12-31"}]}),
            json!({"lease_contracts": [{"from": "2024-03-01", "until": "2026-01-01"}]}),
        ),
        Row(
            "executive_without_post",
            merged(
                &merged(&doubled(), &json!({"rank": 20})),
                &json!({"homes": [{"name": "甲", "in_post": true, "first": true, "price": "2000000"}]}),
            ),
            json!({"posts": [{"name": "甲", "post": " "}]}),
            json!({"posts": [{"name": " 甲", "post": "行长"}]}),
        ),
        Row(
            "executive_without_post",
            merged(
                &merged(&doubled(), &json!({"posts": [{"name": "乙", "post": "行长"}]})),
                &json!({"homes": [{"name": "甲", "in_post": true, "first": true, "price": "2000000"}]}),
            ),
            json!({"rank": 20}),
            json!({"homes": []}),
        ),
        Row(
            "post_not_recorded",
            none.clone(),
            json!({"posts": [{"name": "甲", "recorded": false}]}),
            json!({"posts": [{"name": "甲", "recorded": true}]}),
        ),
        Row(
            "home_before_post",
            json!({"posts": [{"name": "甲", "since": "2022-03-18"}]}),
            json!({"home_papers": [{"name": "甲", "signed": "2022-03-17"}]}),
            json!({"home_papers": [{"name": "甲", "signed": "2022-03-18"}]}),
        ),
        Row(
            "custodian_elsewhere",
            none.clone(),
            json!({"custodians": [{"name": "甲", "in_miyun": false, "amount": "1"}]}),
            json!({"custodians": [{"name": "甲", "in_miyun": true, "amount": "1"}]}),
        ),
        Row(
            "exit_before_payment",
            none.clone(),
            json!({"investees": [{"name": "甲", "paid_on": "2022-03-18", "exited": "2022-03-17"}]}),
            json!({"investees": [{"name": "甲", "paid_on": "2022-03-18", "exited": "2022-03-18"}]}),
        ),
        Row(
            "investees_do_not_add_up",
            json!({"high_end_investment": "2000000000.00"}),
            json!({"investees": [{"paid": "1000000000.00"}, {"paid": "999999999.99"}]}),
            json!({"investees": [{"paid": "1000000000.00"}, {"paid": "1000000000.00"}]}),
        ),
        Row(
            "introducer_related",
            none.clone(),
            json!({"enterprises": [{"name": "甲", "related": true}]}),
            json!({"enterprises": [{"name": "甲", "related": false}]}),
        ),
        Row(
            "agreed_after_arrival",
            none.clone(),
            json!({"enterprises": [{"name": "甲", "arrived": "2024-01-02", "agreed": "2024-01-03"}]}),
            json!({"enterprises": [{"name": "甲", "arrived": "2024-01-02", "agreed": "2024-01-02"}]}),
        ),
        Row(
            "uses_exceed",
            opened(),
            json!({"uses": [{"purpose": "研发", "amount": "5000000.01"}]}),
            json!({"uses": [{"purpose": "研发", "amount": "5000000.00"}]}),
        ),
        // ── size ──
        Row("zero", none.clone(), json!({"lent_area": "0"}), json!({"lent_area": "0.01"})),
        Row("zero", none.clone(), json!({"lent_months": 0}), json!({"lent_months": 1})),
        Row("zero", none.clone(), json!({"paid_in": "0"}), json!({"paid_in": "0.01"})),
        Row("zero_in_row", none.clone(), json!({"homes": [{"price": "0"}]}), json!({"homes": [{"price": "0.01"}]})),
        Row("zero_in_row", none.clone(), lease(json!({"area": "0"})), lease(json!({"area": "0.01"}))),
        Row(
            "too_small",
            none.clone(),
            json!({"registered_capital": "9999.99"}),
            json!({"registered_capital": "10000.00"}),
        ),
        Row("too_small", none.clone(), grown(&[(2024, "99.99")]), grown(&[(2024, "100.00")])),
        Row(
            "too_small",
            none.clone(),
            json!({"executives": [{"salary": "9999.99"}]}),
            json!({"executives": [{"salary": "10000.00"}]}),
        ),
        Row("too_large", none.clone(), json!({"paid_in": "1000000000000.01"}), json!({"paid_in": "1000000000000.00"})),
        Row("too_large", none.clone(), grown(&[(2024, "10000000000.01")]), grown(&[(2024, "10000000000.00")])),
        Row("zero", json!({"paid_in": "0"}), json!({"kind": "legal_entity"}), json!({"kind": "branch1"})),
        Row(
            "increases_above_paid_in",
            merged(&app, &merged(&json!({"paid_in": "0"}), &increase("2026-12-31", "1000000.00"))),
            json!({"kind": "legal_entity"}),
            json!({"kind": "functional_hq"}),
        ),
        // ── in the sum ──
        Row(
            "two_clocks",
            doubled(),
            grown(&[(2021, "100000"), (2022, "200000"), (2023, "600000")]),
            grown(&[(2021, "100000"), (2022, "199999.99"), (2023, "600000")]),
        ),
        Row(
            "over_seventy",
            merged(
                &doubled(),
                &json!({"application_year": 2023, "office_in_miyun": true, "bought_office": true, "first_purchase": true}),
            ),
            merged(
                &grown(&[(2021, "100000"), (2022, "300000"), (2023, "6000000")]),
                &json!({"purchased_area": "400.01"}),
            ),
            merged(&grown(&[(2021, "100000"), (2022, "300000"), (2023, "6000000")]), &json!({"purchased_area": "400"})),
        ),
        Row(
            "beyond_five",
            merged(
                &doubled(),
                &json!({"growth_start": 2023, "bought_office": true, "first_purchase": true, "purchased_area": "10"}),
            ),
            merged(
                &grown(&[
                    (2022, "100000"),
                    (2023, "600000"),
                    (2024, "600000"),
                    (2025, "600000"),
                    (2026, "600000"),
                    (2027, "600000"),
                ]),
                &json!({"application_year": 2022}),
            ),
            merged(
                &grown(&[
                    (2022, "100000"),
                    (2023, "600000"),
                    (2024, "600000"),
                    (2025, "600000"),
                    (2026, "600000"),
                    (2027, "600000"),
                ]),
                &json!({"application_year": 2023}),
            ),
        ),
    ]
}

#[test]
fn each_flag_is_raised_by_its_row_and_not_by_the_neighbour() {
    let mut wrong = Vec::new();
    for (number, Row(id, base, raises, quiet)) in rows().iter().enumerate() {
        let raised = |change: &Value| flags(&merged(base, change)).iter().any(|flag| flag.check.id == *id);
        if !raised(raises) {
            wrong.push(format!("{id} (row {number}) is not raised by {raises}"));
        }
        if raised(quiet) {
            wrong.push(format!("{id} (row {number}) is raised by its neighbour {quiet}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_flag_has_a_row() {
    let rows = rows();
    for check in checks() {
        assert!(rows.iter().any(|Row(id, ..)| *id == check.id), "{} has no row", check.id);
        assert_eq!(checks().filter(|other| other.id == check.id).count(), 1, "{} stands twice", check.id);
    }
    for Row(id, ..) in &rows {
        assert!(checks().any(|check| check.id == *id), "no check is called {id}");
    }
}

#[test]
fn flags_say_what_and_where_in_both_languages() {
    for Row(_, base, raises, _) in rows() {
        for flag in flags(&merged(&base, &raises)) {
            let id = flag.check.id;
            assert!(
                flag.check.questions.iter().any(|question| question.slot == flag.question.slot),
                "{id} stands at a question that it does not compare"
            );
            let (zh, en) = (flag.says(Lang::Zh), flag.says(Lang::En));
            assert!(zh.ends_with('。') && en.ends_with('.'), "{id}: {zh} {en}");
            let zh_asks = flag.check.asks.zh;
            assert!(!zh_asks.contains(['?', '.']), "{id}: {zh_asks}");
            assert!(!en.contains(['，', '。', '、']), "{id}: {en}");
            assert!(flag.check.asks.zh.ends_with(['？', '。']) && flag.check.asks.en.ends_with(['?', '.']), "{id}");
            assert!(!flag.title(Lang::Zh).ends_with('。') && !flag.title(Lang::En).ends_with('.'), "{id}");
        }
    }
}

#[test]
fn nothing_is_flagged_where_nothing_is_told() {
    assert!(flags(&json!({})).is_empty());
}

#[test]
fn a_long_table_raises_few_flags_and_tells_how_many_more() {
    let rows: Vec<Value> = (0..MOST + 4).map(|_| json!({"name": "甲"})).collect();
    let flags = flags(&json!({"enterprises": rows}));
    assert_eq!(flags.len(), MOST);
    assert!(flags[MOST - 1].says(Lang::En).ends_with("And 3 more like it."), "{}", flags[MOST - 1].says(Lang::En));
    assert!(flags[MOST - 1].says(Lang::Zh).contains("另有3处"));
}

#[test]
fn a_table_that_raises_no_more_flags_than_there_is_room_for_tells_of_none() {
    let rows: Vec<Value> = (0..=MOST).map(|_| json!({"name": "甲"})).collect();
    let flags = flags(&json!({"enterprises": rows}));
    assert_eq!(flags.len(), MOST);
    assert!(flags.iter().all(|flag| !flag.says(Lang::En).contains("more like it")), "{}", flags[0].says(Lang::En));
}

#[test]
fn flags_change_nothing() {
    for example in ALL {
        let draft = example.draft().unwrap();
        let report = CURRENT.assess(&draft.facts, false);
        let before = draft.clone();
        let _ = draft.flags(&report);
        assert_eq!(draft, before);
    }
}

/// The examples are flagged where they are meant to be, and nowhere else.
#[test]
fn examples_are_flagged_on_purpose() {
    let found: Vec<(&str, String)> = ALL
        .iter()
        .map(|example| {
            let draft = example.draft().unwrap();
            let flags = draft.flags(&CURRENT.assess(&draft.facts, false));
            let told: Vec<String> = flags
                .iter()
                .map(|flag| match flag.place.words(Lang::En) {
                    place if place.is_empty() => flag.check.id.to_owned(),
                    place => format!("{} {place}", flag.check.id),
                })
                .collect();
            (example.id, told.join(", "))
        })
        .collect();
    let expected: Vec<(&str, String)> = EXAMPLES.iter().map(|(id, told)| (*id, (*told).to_owned())).collect();
    assert_eq!(found, expected);
}

const EXAMPLES: &[(&str, &str)] = &[
    (
        "bank",
        "bought_and_rented, year_not_closed 2026, two_clocks, over_seventy 2026, over_seventy 2027, over_seventy 2028",
    ),
    (
        "trust_introducer",
        "homes_too_many, office_address_differs, year_not_closed 2026, too_small row 2, over_seventy 2022, over_seventy 2026",
    ),
    ("insurance_branch", "salary_below row 1, year_not_closed 2026, over_seventy 2022"),
    ("sub_branch", "year_not_closed 2026, two_clocks, over_seventy 2026"),
    ("clearing_centre", "branch_with_increases, year_not_closed 2026, over_seventy 2026, beyond_five"),
    ("fund_manager", "increases_above_paid_in, year_not_closed 2026, over_seventy 2022, over_seventy 2026"),
    ("fund_company", "second_purchase, bought_and_rented, counterpart_claimed, year_not_closed 2026"),
    ("guarantee", "year_not_closed 2026"),
    ("accountants", "bought_and_rented, year_not_closed 2026, over_seventy 2026"),
    ("equity_fund", ""),
    ("introducer", ""),
    ("association", ""),
    ("nothing", ""),
];
