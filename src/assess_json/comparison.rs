//! A draft and its scenarios side by side as JSON, and the schema of it: a part of plans.

use serde_json::{Value, json};

use crate::answers::form::Form;
use crate::answers::json::answer_json;
use crate::assess_json::{bands, list, object, said};
use crate::drafts::draft::Draft;
use crate::drafts::scenario::{Compared, Difference, compare};
use crate::planner::Forecast;
use crate::planner::comparison::{Line, Side};
use crate::rule::{Outcome, Place};

/// Null for a draft without scenarios. The draft comes first; `differs` says which cases come to something else.
pub(super) fn of(draft: &Draft, forecast: &Forecast) -> Value {
    if draft.scenarios.is_empty() {
        return Value::Null;
    }
    let Compared { comparison, varied } = compare(draft.rules(), &draft.facts, forecast, &draft.scenarios);
    let mut cases = Vec::new();
    for (place, side) in comparison.sides.iter().enumerate() {
        let own = place.checked_sub(1).and_then(|place| Some((draft.scenarios.get(place)?, varied.get(place)?)));
        let assumed = own.map_or(forecast, |(scenario, _)| &scenario.forecast);
        let mut case = case(side);
        case["name"] = own.map(|(scenario, _)| scenario.name.as_str()).into();
        case["assumed"] = said(|lang| assumed.says(lang).filter(|_| !side.assumed.is_empty()));
        case["differences"] = own
            .map(|(scenario, (_, gone))| {
                scenario.differences().iter().map(|of| difference(of, gone.contains(&of))).collect::<Value>()
            })
            .unwrap_or_else(|| json!([]));
        cases.push(case);
    }
    let clauses = comparison.clauses();
    json!({
        "cases": cases,
        "clauses": clauses.iter().map(|of| line(of, &[("clause", of.of.id.into()), ("article", json!(of.of.article))]))
            .collect::<Value>(),
        "years": comparison.years().iter().map(|of| line(of, &[("year", of.of.into())])).collect::<Value>(),
    })
}

fn case(side: &Side) -> Value {
    let [low, high] = match side.ends {
        Some(ends) => ends.map(bands),
        None => [Value::Null, Value::Null],
    };
    json!({
        "totals": bands(side.report.total()),
        "low": low,
        "high": high,
        "open": side.report.open().map(|clause| clause.id).collect::<Vec<_>>(),
    })
}

fn difference(of: &Difference, gone: bool) -> Value {
    let (year, row) = match of.place {
        Place::Whole => (None, None),
        Place::Year(year) => (Some(year), None),
        Place::Row(row) => (None, Some(row + 1)),
    };
    let column = match of.question.form {
        Form::Table(columns) => of.column.and_then(|column| columns.get(column)).map(|column| column.id),
        _ => None,
    };
    json!({
        "question": of.question.id,
        "year": year,
        "row": row,
        "column": column,
        "to": answer_json(&of.form(), &of.to),
        "gone": gone,
    })
}

fn line<T>(line: &Line<T>, named: &[(&str, Value)]) -> Value {
    let mut object = json!({
        "amounts": line.amounts.iter().copied().map(bands).collect::<Value>(),
        "differs": (0..line.amounts.len()).map(|place| line.differs(place)).collect::<Vec<_>>(),
    });
    if !line.outcomes.is_empty() {
        object["outcomes"] = line.outcomes.iter().map(|outcome| outcome.id()).collect();
    }
    for (name, value) in named {
        object[*name] = value.clone();
    }
    object
}

/// The schema of it.
pub(super) fn schema() -> Value {
    let of = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    let or_null = |schema: Value| json!({ "anyOf": [schema, { "type": "null" }] });
    let words = |name: &str| json!({ "type": [name, "null"] });
    let difference = object(&[
        ("question", of("question")),
        ("year", or_null(of("year"))),
        ("row", json!({ "type": ["integer", "null"], "minimum": 1 })),
        ("column", words("string")),
        ("to", json!({})),
        ("gone", json!({ "type": "boolean" })),
    ]);
    let case = object(&[
        ("name", words("string")),
        ("assumed", or_null(of("text"))),
        ("differences", list(difference)),
        ("totals", of("bands")),
        ("low", or_null(of("bands"))),
        ("high", or_null(of("bands"))),
        ("open", list(of("clause"))),
    ]);
    let line = |named: &[(&'static str, Value)]| {
        let own = [("amounts", list(of("bands"))), ("differs", list(json!({ "type": "boolean" })))];
        object(&[&own[..], named].concat())
    };
    let outcomes = [Outcome::NotApplicable, Outcome::Unknown, Outcome::NotMet, Outcome::Met].map(Outcome::id);
    let clause =
        line(&[("clause", of("clause")), ("article", of("article")), ("outcomes", list(json!({ "enum": outcomes })))]);
    or_null(object(&[("cases", list(case)), ("clauses", list(clause)), ("years", list(line(&[("year", of("year"))])))]))
}
