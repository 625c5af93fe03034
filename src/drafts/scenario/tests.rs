use serde_json::{Value, json};

use super::{Difference, Scenario, from_json, name, to_json};
use crate::answers::answer::{Answer, Table};
use crate::answers::facts::Facts;
use crate::answers::form::Form;
use crate::answers::question::Spec;
use crate::applicant::question;
use crate::drafts::draft::Draft;
use crate::drafts::examples::ALL;
use crate::money::wan;
use crate::planner::Forecast;
use crate::policy::CURRENT_INDEX;
use crate::rule::Place;
use crate::text::Lang;

fn example(id: &str) -> Draft {
    ALL.iter().find(|example| example.id == id).unwrap().draft().unwrap()
}

fn asked(id: &str) -> &'static Spec {
    question(id).unwrap()
}

fn column(question: &Spec, id: &str) -> usize {
    let Form::Table(columns) = question.form else { panic!("{} has no table", question.id) };
    columns.iter().position(|column| column.id == id).unwrap()
}

fn cell(id: &str, place: Place, head: &str, to: Answer) -> Difference {
    let question = asked(id);
    Difference { question, place, column: Some(column(question, head)), to }
}

fn whole(id: &str, to: Answer) -> Difference {
    Difference { question: asked(id), place: Place::Whole, column: None, to }
}

fn scenario(differences: impl IntoIterator<Item = Difference>) -> Scenario {
    let mut scenario = Scenario::new("购房".to_owned(), Forecast::Open);
    differences.into_iter().for_each(|difference| scenario.set(difference));
    scenario
}

fn money(amount: u32) -> Answer {
    Answer::Money(wan(amount))
}

/// A cell of a table in JSON as drafts write it, null where it is empty.
fn stands(facts: &Facts, path: &str) -> Value {
    facts.to_json(CURRENT_INDEX.questions).pointer(path).cloned().unwrap_or_default()
}

#[test]
fn what_is_other_than_in_the_draft_takes_its_place() {
    let bank = example("bank").facts;
    let years = stands(&bank, "/contributions").as_array().unwrap().len();
    for (reason, difference, path, then) in [
        ("an answer", whole("paid_in", money(100_000)), "/paid_in".to_owned(), json!("1000000000.00")),
        ("an answer that is cleared", whole("paid_in", Answer::NotKnown), "/paid_in".into(), Value::Null),
        (
            "a cell by its year",
            cell("contributions", Place::Year(2026), "contribution", money(1)),
            "/contributions/4/contribution".into(),
            json!("10000.00"),
        ),
        (
            "a cell by its year that is cleared",
            cell("contributions", Place::Year(2026), "contribution", Answer::NotKnown),
            "/contributions/4/contribution".into(),
            Value::Null,
        ),
        (
            "a year that the draft has no row for",
            cell("contributions", Place::Year(2090), "contribution", money(2)),
            format!("/contributions/{years}"),
            json!({ "year": 2090, "contribution": "20000.00" }),
        ),
        (
            "a cell of a row",
            cell("increases", Place::Row(0), "amount", money(3)),
            "/increases/0/amount".into(),
            json!("30000.00"),
        ),
    ] {
        let scenario = scenario([difference]);
        let (facts, gone) = scenario.facts(&bank);
        assert_eq!((stands(&facts, &path), gone.len()), (then, 0), "{reason}");
        let changed = |spec: &&&Spec| facts.answer(spec) != bank.answer(spec);
        let changed: Vec<_> = CURRENT_INDEX.questions.iter().filter(changed).map(|spec| spec.id).collect();
        assert_eq!(changed, [scenario.differences()[0].question.id], "{reason}: and nothing else");
    }
}

#[test]
fn a_row_after_the_last_is_added_and_one_beyond_is_passed_over() {
    let facts = Facts::default();
    let scenario = scenario([
        cell("leases", Place::Row(0), "rent", money(5)),
        cell("leases", Place::Row(1), "rent", money(6)),
        cell("leases", Place::Row(3), "rent", money(7)),
    ]);
    let (varied, gone) = scenario.facts(&facts);
    assert_eq!(stands(&varied, "/leases"), json!([{ "rent": "50000.00" }, { "rent": "60000.00" }]));
    assert_eq!(gone, [&scenario.differences()[2]]);
    assert_eq!(gone[0].words(&varied, Lang::En), "Leases, row 4, Rent paid in the year");
    // Nothing is cleared in a row that is not there, and no table is told to be empty for it.
    let clearing = self::scenario([cell("leases", Place::Row(0), "rent", Answer::NotKnown)]);
    assert_eq!(clearing.facts(&facts), (facts.clone(), vec![&clearing.differences()[0]]));
    // A year is clear without a row.
    let clearing = self::scenario([cell("contributions", Place::Year(2030), "contribution", Answer::NotKnown)]);
    assert_eq!(clearing.facts(&facts), (facts.clone(), Vec::new()));
}

#[test]
fn each_place_is_noted_once_in_the_order_of_the_questions() {
    let mut scenario = scenario([
        cell("contributions", Place::Year(2027), "contribution", money(1)),
        cell("contributions", Place::Year(2026), "contribution", money(2)),
        whole("paid_in", money(3)),
        cell("contributions", Place::Year(2027), "contribution", money(4)),
    ]);
    let to: Vec<&Answer> = scenario.differences().iter().map(|difference| &difference.to).collect();
    assert!(asked("paid_in").slot < asked("contributions").slot);
    assert_eq!(to, [&money(3), &money(2), &money(4)]);
    scenario.remove(0);
    scenario.remove(7);
    assert_eq!(scenario.differences().len(), 2);
}

#[test]
fn what_is_written_is_read_again() {
    let forecasts = ["last", "3", "-5,0,5.25", "2031=300万/420万/500万;2032=420万"];
    let forecasts = forecasts.iter().map(|how| Forecast::read(how).unwrap()).chain([Forecast::Open]);
    let Form::Table(columns) = asked("leases").form else { panic!() };
    let scenarios: Vec<Scenario> = forecasts
        .enumerate()
        .map(|(place, forecast)| {
            let mut scenario = scenario([
                whole("paid_in", money(3)),
                whole("newly_established", Answer::NotKnown),
                whole("leases", Answer::Table(Table::new(columns))),
                cell("contributions", Place::Year(2027), "contribution", money(4)),
                cell("contributions", Place::Year(2027), "source", Answer::NotKnown),
                cell("contributions", Place::Year(2028), "contribution", Answer::NotKnown),
                cell("leases", Place::Row(0), "rent", money(5)),
                cell("leases", Place::Row(1), "rent", money(6)),
            ]);
            scenario.name = format!("方案{place}");
            scenario.forecast = forecast;
            scenario
        })
        .collect();
    for four in scenarios.windows(4) {
        let json = to_json(four);
        assert_eq!(from_json(&json, CURRENT_INDEX).as_deref(), Ok(four), "{json:#}");
        assert_eq!(to_json(&from_json(&json, CURRENT_INDEX).unwrap()), json);
    }
    // No figure of one's own is none at all.
    let empty = Scenario::new("空".to_owned(), Forecast::Own(std::collections::BTreeMap::new()));
    assert_eq!(from_json(&to_json(std::slice::from_ref(&empty)), CURRENT_INDEX), Ok(vec![empty]));
}

#[test]
fn a_draft_without_scenarios_is_the_file_that_it_was() {
    for example in ALL {
        let draft = example.draft().unwrap();
        let mut planned = draft.clone();
        planned.scenarios.push(scenario([whole("paid_in", money(3))]));
        assert_ne!(planned.to_file(""), draft.to_file(""), "{}", example.id);
        assert_eq!(Draft::from_json(&planned.to_json()).as_ref(), Ok(&planned), "{}", example.id);
        assert_eq!(planned.seal(), draft.seal(), "{}: they are not filed", example.id);
        assert_eq!(planned.to_filed_file(""), draft.to_file(""), "{}", example.id);
        planned.scenarios.clear();
        assert_eq!(planned.to_file(""), draft.to_file(""), "{}", example.id);
    }
}

#[test]
fn a_name_is_short_and_its_own() {
    for (reason, typed, ok) in [
        ("a name", " 购房 ", Some("购房")),
        ("nothing", "", None),
        ("a space", " \t", None),
        ("another has it", "租房", None),
        ("another has it but for a space", "租房 ", None),
        ("the longest", &"字".repeat(40), Some(&*"字".repeat(40))),
        ("too long", &"字".repeat(41), None),
    ] {
        assert_eq!(name(typed, ["租房"].into_iter()).ok().as_deref(), ok, "{reason}");
    }
}

#[test]
fn what_does_not_fit_is_refused_with_its_place() {
    let named = |more: Value| {
        let mut one = json!({ "name": "甲" });
        one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!([one])
    };
    for (reason, json, zh, en) in [
        ("no list", json!({}), "请写成方括号", "in brackets"),
        ("five", json!([{}, {}, {}, {}, {}]), "最多4个", "four scenarios at most"),
        ("no object", json!([1]), "scenarios[1]：请写成花括号", "scenarios[1]: write a scenario in braces"),
        ("no name", json!([{}]), "起个名字", "Give the scenario a name"),
        (
            "the same name",
            json!([{ "name": "甲" }, { "name": "甲" }]),
            "scenarios[2]：已有同名",
            "scenarios[2]: Another",
        ),
        ("another member", named(json!({ "colour": "red" })), "“colour”读不懂", "“colour” cannot be read"),
        ("answers of another type", named(json!({ "answers": [] })), "“answers”读不懂", "“answers” cannot be read"),
        ("a forecast in words", named(json!({ "forecast": "best" })), "forecast读不懂", "forecast cannot be read"),
        ("two rates", named(json!({ "forecast": { "growth": ["1", "2"] } })), "forecast", "forecast"),
        ("a rate above all", named(json!({ "forecast": { "growth": ["0", "2", "101"] } })), "forecast", "forecast"),
        (
            "a year that is none",
            named(json!({ "forecast": { "years": { "1989": ["0", "0", "0"] } } })),
            "forecast",
            "forecast",
        ),
        ("no year", named(json!({ "forecast": { "years": {} } })), "forecast", "forecast"),
        (
            "a question that is none",
            named(json!({ "answers": { "no_such": 1 } })),
            "no_such：没有这个问题",
            "no such question",
        ),
        ("an answer that is none", named(json!({ "answers": { "paid_in": "x" } })), "请只用数字写", "plain digits"),
        (
            "a table that is none",
            named(json!({ "cells": { "paid_in": [] } })),
            "“paid_in”不是表格",
            "“paid_in” among its cells is no table",
        ),
        ("no rows", named(json!({ "cells": { "leases": {} } })), "“leases”不是表格", "is no table"),
        (
            "a column that is none",
            named(json!({ "cells": { "leases": [{ "row": 1, "no": 1 }] } })),
            "“no”这一列",
            "no column “no”",
        ),
        (
            "a row without its number",
            named(json!({ "cells": { "leases": [{ "rent": "1" }] } })),
            "第几行",
            "its number",
        ),
        ("row 0", named(json!({ "cells": { "leases": [{ "row": 0 }] } })), "第几行", "its number"),
        (
            "a row twice",
            named(json!({ "cells": { "leases": [{ "row": 1 }, { "row": 1 }] } })),
            "各写一次",
            "each of them once",
        ),
        (
            "a year by its row",
            named(json!({ "cells": { "contributions": [{ "row": 1 }] } })),
            "“row”这一列",
            "no column “row”",
        ),
        ("no year", named(json!({ "cells": { "contributions": [{ "year": null }] } })), "哪个年度", "its year"),
        (
            "a cell that is none",
            named(json!({ "cells": { "leases": [{ "row": 1, "rent": "x" }] } })),
            "请只用数字写",
            "plain digits",
        ),
        (
            "many rows",
            named(json!({ "cells": { "leases": vec![json!({ "row": 1 }); 101] } })),
            "最多写100行",
            "more than 100 rows",
        ),
    ] {
        let mut draft = Draft::default().to_json();
        draft["scenarios"] = json;
        let refused = Draft::from_json(&draft).map(|_| reason).unwrap_err();
        let [said, in_english] = [Lang::Zh, Lang::En].map(|lang| refused.says(lang));
        assert!(said.contains(zh), "{reason}: {said}");
        assert!(in_english.contains(en), "{reason}: {in_english}");
    }
    // However much is wrong, a page has room for it.
    let rows: Vec<Value> = (1..=100).map(|row| json!({ "row": row, "rent": "x" })).collect();
    let many = from_json(&named(json!({ "cells": { "leases": rows } })), CURRENT_INDEX).unwrap_err();
    assert_eq!(many.len(), 20);
}
