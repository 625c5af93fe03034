//! The JSON Schema of draft files.

use serde_json::{Map, Value, json};

use crate::answers::credit_code::LENGTH;
use crate::answers::form::{Column, Form, MOST_COUNTED, MOST_SQUARE_METRES};
use crate::answers::question::Spec;
use crate::answers::typed::YEARS;
use crate::drafts::draft::{FORMAT, Further};
use crate::drafts::filing::Filing;
use crate::drafts::scenario;
use crate::money::Money;
use crate::policy;

/// Spaces and unseen signs, which may stand anywhere in a credit code, as a class of a regular expression.
const GAP: &str =
    r"\u0000-\u0020\u007f-\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\ufffb";

/// A day from 1900 to 2199 as a regular expression: not every reader of schemas looks at formats.
const DAY: &str = "^((19|2[01])[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)\
    |02-(0[1-9]|1[0-9]|2[0-8]))|((19|20|21)(0[48]|[2468][048]|[13579][26])|2000)-02-29)$";

/// The JSON Schema of draft files, derived from the catalogue of questions. Published as `public/draft.schema.json`.
#[must_use]
pub fn schema() -> Value {
    let facts = facts_schema(policy::CURRENT_INDEX.questions);
    let scenarios = scenario::schema(&facts["properties"], policy::CURRENT_INDEX);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Draft of the Miyun financial-incentive portal",
        "type": "object",
        "required": ["format", "edition", "facts"],
        "additionalProperties": false,
        "properties": {
            "format": { "type": "integer", "minimum": 1, "maximum": FORMAT },
            "edition": { "const": policy::CURRENT_INDEX.id },
            "code": { "type": "string" },
            "title": { "type": "string" },
            "calculated": { "type": "string", "format": "date", "pattern": DAY },
            "facts": facts,
            "filing": Filing::schema(policy::CURRENT_INDEX),
            "scenarios": scenarios,
            "further": Further::schema(policy::FURTHER),
        },
    })
}

/// The schema of the answers to these questions.
pub(super) fn facts_schema(questions: &[&Spec]) -> Value {
    let facts = questions.iter().map(|spec| {
        let mut schema = form_schema(&spec.form);
        schema.insert("title".into(), spec.label.en.into());
        schema.insert("description".into(), format!("{} {}", spec.ask.zh, spec.ask.en).into());
        (spec.id.to_owned(), Value::Object(schema))
    });
    json!({ "type": "object", "additionalProperties": false, "properties": facts.collect::<Map<_, _>>() })
}

/// The schema of one answer; null says “not known yet”. A whole number may stand without quotes.
fn form_schema(form: &Form) -> Map<String, Value> {
    let decimal = |signed: bool, most: i64, places: u32| {
        let digits = most.ilog10();
        let sign = if signed { "-?" } else { "" };
        let part = |digit: &str| format!(r"(\.{digit}{{1,{places}}})?");
        json!({ "anyOf": [
            {
                "type": ["string", "null"],
                "pattern": format!("^{sign}(0?[0-9]{{1,{digits}}}{}|{most}{})$", part("[0-9]"), part("0")),
            },
            { "type": "integer", "minimum": if signed { -most } else { 0 }, "maximum": most },
        ] })
    };
    let most_yuan = i64::try_from(Money::LIMIT.fen() / 100).unwrap_or(i64::MAX);
    let schema = match form {
        Form::YesNo => json!({ "type": ["boolean", "null"] }),
        Form::Money { signed } => decimal(*signed, most_yuan, 2),
        Form::Area => decimal(false, MOST_SQUARE_METRES.into(), 6),
        Form::Share => json!({ "anyOf": [
            { "type": ["string", "null"], "pattern": r"^(0(\.[0-9]{1,8})?|1(\.0{1,8})?)$" },
            { "type": "integer", "minimum": 0, "maximum": 1 },
        ] }),
        Form::Count { least, .. } => json!({ "type": ["integer", "null"], "minimum": least, "maximum": MOST_COUNTED }),
        Form::Year => json!({ "type": ["integer", "null"], "minimum": YEARS.start(), "maximum": YEARS.end() }),
        Form::Date => json!({ "type": ["string", "null"], "format": "date", "pattern": DAY }),
        Form::Choice(choices) => {
            let ids: Vec<Value> = choices.iter().map(|choice| choice.id.into()).chain([Value::Null]).collect();
            json!({ "enum": ids })
        }
        Form::Words(most) => json!({ "type": ["string", "null"], "maxLength": most }),
        Form::Code => {
            json!({ "type": ["string", "null"], "pattern": format!("^([{GAP}]*[^{GAP}]){{0,{LENGTH}}}[{GAP}]*$") })
        }
        Form::Table(columns) => json!({ "type": ["array", "null"], "items": row_schema(columns) }),
    };
    match schema {
        Value::Object(schema) => schema,
        _ => Map::new(),
    }
}

fn row_schema(columns: &[Column]) -> Value {
    let cells: Map<String, Value> = columns
        .iter()
        .map(|column| {
            let mut schema = form_schema(&column.form);
            schema.insert("title".into(), column.head.en.into());
            (column.id.to_owned(), Value::Object(schema))
        })
        .collect();
    json!({ "type": "object", "additionalProperties": false, "properties": cells })
}
