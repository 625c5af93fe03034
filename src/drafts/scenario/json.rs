//! Scenarios as part of a draft's file.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use crate::answers::answer::{Answer, Table};
use crate::answers::facts::Facts;
use crate::answers::form::{Column, Form};
use crate::answers::json::answer_json;
use crate::answers::question::Spec;
use crate::answers::typed::YEARS;
use crate::date::Year;
use crate::drafts::scenario::{Difference, LAST_ROW, LONGEST_NAME, MOST_ROWS, MOST_SCENARIOS, Scenario, name};
use crate::json::{self, whole};
use crate::money::{Money, Rate};
use crate::order::Order;
use crate::planner::Forecast;
use crate::rule::{Index, Place};
use crate::text::Lang;

/// The number of a row, in a table whose rows are told apart by no year.
const ROW: &str = "row";
/// The most that is said of scenarios that are refused.
const MOST_SAID: usize = 20;

/// As a draft's file has them. They are no part of what is filed, so the verification code does not cover them.
#[must_use]
pub fn to_json(scenarios: &[Scenario]) -> Value {
    scenarios.iter().map(one_json).collect()
}

fn one_json(scenario: &Scenario) -> Value {
    let mut object = Map::new();
    object.insert("name".into(), scenario.name.as_str().into());
    if let Some(forecast) = forecast_json(&scenario.forecast) {
        object.insert("forecast".into(), forecast);
    }
    let (mut answers, mut cells) = (Map::new(), Map::new());
    for difference in scenario.differences() {
        let Difference { question, place, column, to } = difference;
        let to = answer_json(&difference.form(), to);
        let (Some(column), Form::Table(columns)) = (column, question.form) else {
            answers.insert(question.id.into(), to);
            continue;
        };
        let (key, at) = match (place, Column::of_years(columns)) {
            (Place::Year(year), Some(key)) => (columns[key].id, Value::from(*year)),
            (Place::Row(row), _) => (ROW, Value::from(row + 1)),
            _ => continue,
        };
        let Value::Array(rows) = cells.entry(question.id).or_insert_with(|| Value::Array(Vec::new())) else { continue };
        let known = rows.iter().position(|row| row[key] == at);
        let row = known.unwrap_or(rows.len());
        if known.is_none() {
            rows.push(json!({ key: at }));
        }
        rows[row][columns[*column].id] = to;
    }
    for (part, of) in [("answers", answers), ("cells", cells)] {
        if !of.is_empty() {
            object.insert(part.into(), of.into());
        }
    }
    Value::Object(object)
}

fn forecast_json(forecast: &Forecast) -> Option<Value> {
    // Hundredths of a per cent: a rate was read with no more.
    let percent = |rate: &Rate| {
        let rate = rate.to_decimal();
        let hundredths = rate.mantissa() * 10_i128.pow(4_u32.saturating_sub(rate.scale()));
        Money::from_fen(hundredths).to_string().trim_end_matches('0').trim_end_matches('.').to_owned()
    };
    Some(match forecast {
        Forecast::Open => return None,
        Forecast::Last => "last".into(),
        Forecast::Growth(rates) => json!({ "growth": rates.each_ref().map(percent) }),
        Forecast::Own(years) => {
            let figures = |figures: &[Money; 3]| Value::from(figures.map(|figure| figure.to_string()).to_vec());
            let mut years = years.iter().map(|(year, of)| (year.to_string(), figures(of)));
            json!({ "years": json::object(&mut years) })
        }
    })
}

/// Reads what [`to_json`] writes, under an edition.
///
/// # Errors
/// With what is wrong, a sentence each in Chinese and English.
pub fn from_json(json: &Value, index: &Index) -> Result<Vec<Scenario>, Vec<[String; 2]>> {
    let mut reader = Reader { index, at: String::new(), refused: Vec::new() };
    let mut scenarios: Vec<Scenario> = Vec::new();
    match json.as_array() {
        None => reader.refuse("请写成方括号里的几个方案", "write scenarios in brackets"),
        Some(list) if list.len() > MOST_SCENARIOS => {
            reader.refuse("最多4个方案，请删去多的", "four scenarios at most, take the others out");
        }
        Some(list) => {
            for (place, json) in list.iter().enumerate() {
                reader.at = format!("scenarios[{}]", place + 1);
                if let Some(scenario) = reader.scenario(json, &scenarios) {
                    scenarios.push(scenario);
                }
            }
        }
    }
    if reader.refused.is_empty() { Ok(scenarios) } else { Err(reader.refused) }
}

struct Reader<'a> {
    index: &'a Index,
    /// Where it is in the file.
    at: String,
    refused: Vec<[String; 2]>,
}

impl Reader<'_> {
    fn refuse(&mut self, zh: &str, en: &str) {
        if self.refused.len() < MOST_SAID {
            let at = if self.at.is_empty() { "scenarios" } else { &self.at };
            self.refused.push([format!("{at}：{zh}"), format!("{at}: {en}")]);
        }
    }

    fn scenario(&mut self, json: &Value, others: &[Scenario]) -> Option<Scenario> {
        let Some(object) = json.as_object() else {
            self.refuse("请写成花括号里的一个方案", "write a scenario in braces");
            return None;
        };
        let typed = object.get("name").and_then(Value::as_str).unwrap_or_default();
        let name = match name(typed, others.iter().map(|other| other.name.as_str())) {
            Ok(name) => name,
            Err(why) => {
                let [zh, en] = [Lang::Zh, Lang::En].map(|lang| why.get(lang).trim_end_matches(['。', '.']));
                self.refuse(zh, en);
                return None;
            }
        };
        let mut scenario = Scenario::new(name, Forecast::Open);
        for (member, value) in object {
            match (member.as_str(), value) {
                ("name", Value::String(_)) => {}
                ("forecast", _) => match forecast(value) {
                    Some(read) => scenario.forecast = read,
                    None => self.refuse(
                        "forecast读不懂，请写成\"last\"、{\"growth\":[\"-5\",\"0\",\"5\"]}或{\"years\":{\"2031\":[\"0.00\",\"0.00\",\"0.00\"]}}",
                        "its forecast cannot be read: write \"last\", {\"growth\":[\"-5\",\"0\",\"5\"]} or {\"years\":{\"2031\":[\"0.00\",\"0.00\",\"0.00\"]}}",
                    ),
                },
                ("answers", Value::Object(answers)) => self.answers(answers, &mut scenario),
                ("cells", Value::Object(cells)) => {
                    for (id, rows) in cells {
                        self.cells(id, rows, &mut scenario);
                    }
                }
                _ => {
                    let member: String = member.chars().take(LONGEST_NAME).collect();
                    self.refuse(
                        &format!("其中的“{member}”读不懂，请改正或删去"),
                        &format!("its “{member}” cannot be read, correct it or take it out"),
                    );
                }
            }
        }
        Some(scenario)
    }

    /// Answers as a whole, as drafts write them.
    fn answers(&mut self, answers: &Map<String, Value>, scenario: &mut Scenario) {
        let Some(facts) = self.facts(answers, self.index.questions) else { return };
        for question in self.index.questions {
            if let Some(to) = facts.answer(question) {
                scenario.set(Difference { question, place: Place::Whole, column: None, to: to.clone() });
            }
        }
    }

    fn facts(&mut self, answers: &Map<String, Value>, questions: &[&'static Spec]) -> Option<Facts> {
        let refused = match Facts::from_json(answers, questions) {
            Ok(facts) => return Some(facts),
            Err(refused) => refused,
        };
        for refusal in refused.iter() {
            self.refuse(&refusal.says(Lang::Zh), &refusal.says(Lang::En));
        }
        None
    }

    /// Cells of the table of a question: rows as drafts write them, each with its year or its number.
    fn cells(&mut self, id: &str, rows: &Value, scenario: &mut Scenario) {
        let question = self.index.questions.iter().copied().find(|question| question.id == id);
        let (Some((question, columns)), Some(rows)) = (question.and_then(with_table), rows.as_array()) else {
            let id: String = id.chars().take(LONGEST_NAME).collect();
            let zh = format!("cells里的“{id}”不是表格，请改正或删去");
            return self.refuse(&zh, &format!("“{id}” among its cells is no table, correct it or take it out"));
        };
        if rows.len() > MOST_ROWS {
            return self.refuse(
                &format!("{id}最多写100行，请删去多的"),
                &format!("{id} has more than 100 rows, take the others out"),
            );
        }
        let key = Column::of_years(columns);
        // What says which row it is, is no cell of a table without years; older names of columns are none here.
        let mut cells: Vec<Value> = rows.clone();
        if key.is_none() {
            cells.iter_mut().filter_map(Value::as_object_mut).for_each(|row| drop(row.remove(ROW)));
        }
        let own = |id: &String| columns.iter().any(|column| column.id == id);
        let foreign = cells.iter().filter_map(Value::as_object).flat_map(Map::keys).find(|id| !own(id)).cloned();
        if let Some(foreign) = foreign {
            let foreign: String = foreign.chars().take(LONGEST_NAME).collect();
            let zh = format!("{id}没有“{foreign}”这一列，请删去");
            return self.refuse(&zh, &format!("{id} has no column “{foreign}”, take it out"));
        }
        let Some(facts) =
            self.facts(&json::object(&mut [(id.to_owned(), Value::Array(cells))].into_iter()), &[question])
        else {
            return;
        };
        let Some(Answer::Table(table)) = facts.answer(question) else { return };
        let places: Option<Vec<Place>> = rows
            .iter()
            .enumerate()
            .map(|(at, row)| key.map_or_else(|| numbered(row), |key| year(table, at, key)))
            .collect();
        let Some(places) = places.filter(|places| (1..places.len()).all(|at| !places[..at].contains(&places[at])))
        else {
            return self.refuse(
                &format!("{id}的每一行要写明是哪个年度或第几行（row），各写一次"),
                &format!("each row of {id} says its year or its number (row), each of them once"),
            );
        };
        for (at, (row, place)) in rows.iter().zip(places).enumerate() {
            let told =
                |(column, of): (usize, &Column)| (Some(column) != key && row.get(of.id).is_some()).then_some(column);
            for column in columns.iter().enumerate().filter_map(told) {
                let to = table.cell(at, column).unwrap_or(Answer::NotKnown);
                scenario.set(Difference { question, place, column: Some(column), to });
            }
        }
    }
}

/// A question that takes a table, with its columns.
fn with_table(question: &'static Spec) -> Option<(&'static Spec, &'static [Column])> {
    match question.form {
        Form::Table(columns) => Some((question, columns)),
        _ => None,
    }
}

/// The row by its number, from 1 in files.
fn numbered(row: &Value) -> Option<Place> {
    let number: usize = whole(row.get(ROW)?.as_number()?)?.parse().ok()?;
    (1..=LAST_ROW).contains(&number).then(|| Place::Row(number - 1))
}

/// The row by its year.
fn year(table: &Table, at: usize, key: usize) -> Option<Place> {
    match table.cell(at, key)? {
        Answer::Year(year) => Some(Place::Year(year)),
        _ => None,
    }
}

fn forecast(json: &Value) -> Option<Forecast> {
    if json.as_str() == Some("last") {
        return Some(Forecast::Last);
    }
    let object = json.as_object().filter(|object| object.len() == 1)?;
    if let Some(rates) = object.get("growth") {
        let rate = |json: &Value| percentage(json.as_str()?);
        return Some(Forecast::growth(three(rates, rate)?));
    }
    let years = object.get("years")?.as_object()?;
    let figure = |json: &Value| amount(json.as_str()?);
    let mut own = BTreeMap::new();
    for (year, figures) in years {
        let year: Year = year.parse().ok().filter(|read: &Year| read.to_string() == *year && YEARS.contains(read))?;
        let mut figures = three(figures, figure)?;
        figures.order();
        own.insert(year, figures);
    }
    (!own.is_empty()).then_some(Forecast::Own(own))
}

fn three<T: Copy>(json: &Value, read: impl Fn(&Value) -> Option<T>) -> Option<[T; 3]> {
    let read: Vec<T> = json.as_array().filter(|list| list.len() == 3)?.iter().map(read).collect::<Option<_>>()?;
    read.try_into().ok()
}

/// A change a year in per cent, as the schema has it. What people type may be more; reading that here would bring all of
/// it into the first file of the page.
fn percentage(words: &str) -> Option<Rate> {
    let (digits, sign) = words.strip_prefix('-').map_or((words, 1), |digits| (digits, -1));
    let hundredths = hundredths(digits, 3).filter(|hundredths| *hundredths <= 10_000)?;
    Some(Rate::from_decimal(Decimal::new(sign * hundredths, 4)))
}

/// An amount in yuan.
fn amount(words: &str) -> Option<Money> {
    hundredths(words, 16).map(|fen| Money::from_fen(fen.into())).filter(|amount| *amount <= Money::LIMIT)
}

/// Digits, so many at most, and after a point one or two more; counted in hundredths.
fn hundredths(words: &str, most: usize) -> Option<i64> {
    let (digits, part) = words.split_once('.').unwrap_or((words, "0"));
    let is_digits = |run: &str| run.bytes().all(|sign| sign.is_ascii_digit());
    if !(1..=most).contains(&digits.len()) || !(1..=2).contains(&part.len()) || !is_digits(digits) || !is_digits(part) {
        return None;
    }
    let part: i64 = part.parse::<i64>().ok()? * if part.len() == 1 { 10 } else { 1 };
    digits.parse::<i64>().ok()?.checked_mul(100)?.checked_add(part)
}

/// The JSON Schema of what [`to_json`] writes; `facts` is that of the answers of a draft, by their questions.
#[must_use]
pub fn schema(facts: &Value, index: &Index) -> Value {
    let three = |pattern: &str| {
        let one = json!({ "type": "string", "pattern": pattern });
        json!({ "type": "array", "minItems": 3, "maxItems": 3, "items": one })
    };
    let only = |member: &str, of: Value| json!({ "type": "object", "additionalProperties": false, "required": [member], "properties": { member: of } });
    let growth = three(r"^-?(0?[0-9]{1,2}(\.[0-9]{1,2})?|100(\.0{1,2})?)$");
    let figures = three(r"^(0?[0-9]{1,15}(\.[0-9]{1,2})?|1000000000000000(\.0{1,2})?)$");
    let years = json!({
        "type": "object",
        "additionalProperties": false,
        "minProperties": 1,
        "patternProperties": { "^(199[0-9]|2[01][0-9]{2})$": figures },
    });
    let tables = index.questions.iter().copied().filter_map(with_table);
    let mut cells = tables.map(|(question, columns)| {
        let mut row = facts[question.id]["items"].clone();
        let key = match Column::of_years(columns) {
            Some(key) => {
                row["properties"][columns[key].id]["type"] = "integer".into();
                columns[key].id
            }
            None => {
                row["properties"][ROW] = json!({ "type": "integer", "minimum": 1, "maximum": LAST_ROW });
                ROW
            }
        };
        row["required"] = json!([key]);
        (question.id.to_owned(), json!({ "type": "array", "maxItems": MOST_ROWS, "items": row }))
    });
    json!({
        "type": "array",
        "description": "与草稿比较的方案：哪些答案不同。不申报，不影响各条结论，也不在核验码内；名称各不相同。 \
            Scenarios beside the draft: which answers are others. They are not filed, no clause depends on them, and the \
            verification code does not cover them; each has a name of its own.",
        "maxItems": MOST_SCENARIOS,
        "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["name"],
            "properties": {
                "name": { "type": "string", "pattern": r"\S", "maxLength": LONGEST_NAME },
                "forecast": { "anyOf": [{ "const": "last" }, only("growth", growth), only("years", years)] },
                "answers": { "type": "object", "additionalProperties": false, "properties": facts },
                "cells": { "type": "object", "additionalProperties": false, "properties": json::object(&mut cells) },
            },
        },
    })
}
