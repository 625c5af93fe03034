//! Answers as drafts write them, and what is refused when they are read.

use std::fmt::{self, Write as _};
use std::iter;

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use crate::answers::answer::{Answer, Table};
use crate::answers::credit_code;
use crate::answers::facts::Facts;
use crate::answers::form::{Column, Form, Formerly};
use crate::answers::question::Spec;
use crate::answers::typed::{Complaint, MORE_THAN_YEARS, YEARS};
use crate::date::Date;
use crate::json;
use crate::money::{Area, Money, Rate};
use crate::text::{Lang, Text, printable, text};

/// How many rows of a table are written at a time.
const PART: usize = 500;

/// Why an answer in a file was refused.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refusal {
    /// Which answer: `paid_in`, or `leases[2].rent` counting rows from 1.
    pub path: String,
    /// The name of its question, where there is one.
    pub label: Option<Text>,
    /// What is wrong with it.
    pub why: Why,
    /// How a file writes such an answer, in both languages, where that helps.
    wanted: Option<[String; 2]>,
}

/// What is wrong with an answer in a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// The edition asks no such question.
    NoSuchQuestion,
    /// It is of another JSON type than drafts use for it.
    WrongType,
    /// Figures are decimal numbers in digits, with neither groups nor units.
    NotADecimal,
    /// A figure with decimals that is no text: JSON's numbers are not exact there.
    Unquoted,
    /// More rows of a table tell a fiscal year than there are years.
    TooMany,
    /// The value itself is refused.
    Value(Complaint),
}

impl Refusal {
    /// What is wrong and what to do, with the name of the question where there is one.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        let (path, zh) = (&self.path, lang == Lang::Zh);
        let why = match self.why {
            Why::NoSuchQuestion => {
                return if zh {
                    format!("{path}：没有这个问题，请删去")
                } else {
                    format!("{path}: no such question, take it out")
                };
            }
            Why::NotADecimal if zh => "请只用数字写，例如1200.50，不分节，不带单位",
            Why::NotADecimal => "write plain digits without groups or units, such as 1200.50",
            Why::TooMany => MORE_THAN_YEARS.get(lang),
            Why::Unquoted if zh => "请给带小数的数加引号，例如\"1200.50\"",
            Why::Unquoted => "write a figure with decimals in quotes, such as \"1200.50\"",
            Why::WrongType if zh => "不是这一项的写法，请对照本程序存出的草稿改正",
            Why::WrongType => "not as files write this, compare it with a draft that this program saved",
            // Several are listed in one sentence.
            Why::Value(complaint) => complaint.say(lang).trim_end_matches(['。', '.']),
        };
        // How a file writes it is not how a person types it.
        let wanted = self.wanted.as_ref().map(|[zh, en]| match lang {
            Lang::Zh => format!("请写成{zh}"),
            Lang::En => format!("write {en}"),
        });
        let why = wanted.as_deref().unwrap_or(why);
        match self.label.map(|label| label.get(lang)) {
            Some(label) if zh => format!("{label}（{path}）：{why}"),
            Some(label) => format!("{label} ({path}): {why}"),
            None if zh => format!("{path}：{why}"),
            None => format!("{path}: {why}"),
        }
    }
}

/// The answers in a file that are refused.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Refusals {
    /// The first of them.
    pub named: Vec<Refusal>,
    /// How many more there are: a page has no room for all of a long table.
    pub more: usize,
}

impl Refusals {
    /// The most that are named.
    const MOST: usize = 20;

    /// Those that are named.
    pub fn iter(&self) -> std::slice::Iter<'_, Refusal> {
        self.named.iter()
    }

    /// The same of answers that stand at this path within a file.
    #[must_use]
    pub fn within(mut self, path: &str) -> Self {
        for refusal in &mut self.named {
            refusal.path = format!("{path}.{}", refusal.path);
        }
        self
    }

    fn add(&mut self, path: String, why: Why) {
        if self.named.len() < Self::MOST {
            self.named.push(Refusal { path, label: None, why, wanted: None });
        } else {
            self.more += 1;
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", self.says(Lang::En), self.says(Lang::Zh))
    }
}

impl Facts {
    /// The answers as JSON, in the order of these questions; those that are not answered are left out.
    #[must_use]
    pub fn to_json(&self, questions: &[&'static Spec]) -> Value {
        let mut object = Map::new();
        for spec in questions {
            if let Some(answer) = self.answer(spec) {
                object.insert(spec.id.to_owned(), answer_json(&spec.form, answer));
            }
        }
        Value::Object(object)
    }

    /// The same as text, in parts: a long table comes some rows at a time, for who has to do other things meanwhile.
    pub fn json_parts(&self, questions: &[&'static Spec]) -> impl Iterator<Item = String> {
        let answered = questions.iter().filter_map(|spec| Some((*spec, self.answer(spec)?))).enumerate();
        let parts = answered.flat_map(|(place, (spec, answer))| {
            let name = format!("{}\"{}\":", if place == 0 { "" } else { "," }, spec.id);
            let rows = if let Answer::Table(table) = answer { table.len() } else { 0 };
            (0..rows.max(1)).step_by(PART).map(move |row| {
                let name = if row == 0 { name.as_str() } else { "" };
                match (answer, spec.form) {
                    (Answer::Table(table), Form::Table(columns)) => name.to_owned() + &rows_part(table, columns, row),
                    _ => format!("{name}{}", answer_json(&spec.form, answer)),
                }
            })
        });
        iter::once("{".to_owned()).chain(parts).chain(iter::once("}".to_owned()))
    }

    /// Reads what [`Facts::to_json`] writes.
    ///
    /// # Errors
    /// With the answers that are refused and why.
    pub fn from_json(object: &Map<String, Value>, questions: &[&'static Spec]) -> Result<Self, Refusals> {
        let mut facts = Self::default();
        let mut refused = Refusals::default();
        for (id, value) in object {
            let Some(spec) = questions.iter().copied().find(|spec| spec.id == id) else {
                refused.add(id.clone(), Why::NoSuchQuestion);
                continue;
            };
            match json_answer(&spec.form, value, id, &mut refused) {
                Ok(answer) => {
                    if let Err(complaint) = facts.set(spec, Some(answer)) {
                        refused.add(id.clone(), Why::Value(complaint));
                    }
                }
                Err(why) => refused.add(id.clone(), why),
            }
        }
        for refusal in &mut refused.named {
            let id = refusal.path.split(['[', '.']).next().unwrap_or_default();
            let spec = questions.iter().find(|spec| spec.id == id);
            refusal.label = spec.map(|spec| spec.label);
            let as_typed = [Complaint::NotADate, Complaint::NotAYear, Complaint::NotAChoice, Complaint::NotWhole];
            if refusal.why == Why::WrongType || as_typed.iter().any(|complaint| refusal.why == Why::Value(*complaint)) {
                refusal.wanted = spec.and_then(|spec| form_at(spec, &refusal.path)).map(in_files);
            }
        }
        if refused.named.is_empty() { Ok(facts) } else { Err(refused) }
    }
}

/// The form of the answer at a path such as `leases[2].rent`.
pub(crate) fn form_at(spec: &Spec, path: &str) -> Option<Form> {
    match (path.split_once(']'), spec.form) {
        (None, form) => Some(form),
        (Some((_, cell)), Form::Table(columns)) => {
            let cell = cell.strip_prefix('.')?;
            columns.iter().find(|column| column.id == cell).map(|column| column.form)
        }
        _ => None,
    }
}

/// How a file writes an answer of this form, in both languages.
fn in_files(form: Form) -> [String; 2] {
    let words = match form {
        Form::YesNo => text("true、false或null，不加引号", "true, false or null without quotes"),
        Form::Money { .. } | Form::Area | Form::Share => {
            text("加引号的数字，例如\"1200.50\"", "digits in quotes, such as \"1200.50\"")
        }
        Form::Count { .. } => text("不加引号的整数，例如50", "a whole number without quotes, such as 50"),
        Form::Year => text("不加引号的四位年份，例如2026", "a year of four digits without quotes, such as 2026"),
        Form::Date => text("加引号的日期，例如\"2021-03-01\"", "a day in quotes, such as \"2021-03-01\""),
        Form::Choice(choices) => {
            let choices = choices.iter().map(|choice| format!("\"{}\"", choice.id)).collect::<Vec<_>>().join(", ");
            return [format!("以下之一：{choices}"), format!("one of {choices}")];
        }
        Form::Words(_) => text("加引号的文字", "words in quotes"),
        Form::Code => text("加引号的18位代码", "the 18 characters in quotes"),
        Form::Table(_) => {
            text("方括号里的行，每行用花括号，例如[{}]", "rows in brackets, each in braces, such as [{}]")
        }
    };
    [words.zh.to_owned(), words.en.to_owned()]
}

/// An answer as drafts hold it.
#[must_use]
pub fn answer_json(form: &Form, answer: &Answer) -> Value {
    match answer {
        Answer::NotKnown => Value::Null,
        Answer::YesNo(yes) => Value::Bool(*yes),
        Answer::Money(money) => Value::String(money.to_string()),
        Answer::Area(area) => Value::String(area.to_decimal().normalize().to_string()),
        Answer::Share(share) => Value::String(share.to_decimal().normalize().to_string()),
        Answer::Count(count) => Value::from(*count),
        Answer::Year(year) => Value::from(*year),
        Answer::Date(date) => Value::String(date.to_string()),
        Answer::Choice(index) => match form {
            Form::Choice(choices) => {
                choices.get(usize::from(*index)).map_or(Value::Null, |choice| Value::from(choice.id))
            }
            _ => Value::Null,
        },
        Answer::Words(words) => Value::String(words.to_string()),
        Answer::Table(table) => {
            let Form::Table(columns) = form else { return Value::Null };
            (0..table.len()).map(|row| row_json(table, columns, row)).collect()
        }
    }
}

fn row_json(table: &Table, columns: &[Column], row: usize) -> Value {
    let mut cells = columns.iter().enumerate().filter_map(|(index, column)| {
        table.cell(row, index).map(|answer| (column.id.to_owned(), answer_json(&column.form, &answer)))
    });
    Value::Object(json::object(&mut cells))
}

/// The text of some rows from one on, with the bracket before the first of all and after the last.
fn rows_part(table: &Table, columns: &[Column], from: usize) -> String {
    let mut text = String::from(if from == 0 { "[" } else { "" });
    for row in from..(from + PART).min(table.len()) {
        let comma = if row == 0 { "" } else { "," };
        let _ = write!(text, "{comma}{}", row_json(table, columns, row));
    }
    if from + PART >= table.len() {
        text.push(']');
    }
    text
}

/// A decimal number as files write it, with so many digits before and after its point at most. The parser would take
/// more than that: signs, groups of digits, a point without digits. A whole number without quotes has one meaning, too.
fn decimal(value: &Value, signed: bool, whole: usize, places: usize) -> Result<Decimal, Why> {
    let written;
    let words = match value {
        Value::String(words) => words,
        Value::Number(number) => {
            written = json::whole(number).ok_or(Why::Unquoted)?;
            &written
        }
        _ => return Err(Why::WrongType),
    };
    let number = words.strip_prefix('-').unwrap_or(words);
    let (digits, part) = number.split_once('.').unwrap_or((number, "0"));
    if [digits, part].iter().any(|run| run.is_empty() || !run.bytes().all(|sign| sign.is_ascii_digit())) {
        return Err(Why::NotADecimal);
    }
    let complaint = if digits.len() > whole {
        Complaint::TooLarge
    } else if part.len() > places {
        Complaint::TooFine
    } else if number.len() < words.len() && !signed {
        Complaint::Negative
    } else {
        return Decimal::from_str_exact(words).map_err(|_| Why::Value(Complaint::TooFine));
    };
    Err(Why::Value(complaint))
}

fn json_answer(form: &Form, value: &Value, path: &str, refused: &mut Refusals) -> Result<Answer, Why> {
    let answer = match (form, value) {
        (_, Value::Null) => Answer::NotKnown,
        (Form::YesNo, Value::Bool(yes)) => Answer::YesNo(*yes),
        (Form::Money { signed }, _) => {
            Answer::Money(Money::from_decimal(decimal(value, *signed, 16, 2)?).ok_or(Why::Value(Complaint::TooFine))?)
        }
        (Form::Area, _) => Answer::Area(Area::from_decimal(decimal(value, false, 9, 6)?)),
        (Form::Share, _) => {
            let share = decimal(value, false, 16, 8)?;
            let words = value.as_str().unwrap_or_default();
            // A share is 0 or 1 before its point: `00.5` is none.
            if words.starts_with('0') && words.len() > 1 && !words.starts_with("0.") {
                return Err(Why::NotADecimal);
            }
            Answer::Share(Rate::from_decimal(share))
        }
        (Form::Count { .. }, Value::Number(number)) => Answer::Count(
            json::whole(number).and_then(|count| count.parse().ok()).ok_or(Why::Value(Complaint::NotWhole))?,
        ),
        (Form::Year, Value::Number(number)) => {
            Answer::Year(json::whole(number).and_then(|year| year.parse().ok()).ok_or(Why::Value(Complaint::NotAYear))?)
        }
        (Form::Date, Value::String(iso)) => Answer::Date(Date::from_iso(iso).ok_or(Why::Value(Complaint::NotADate))?),
        (Form::Choice(choices), Value::String(id)) => {
            let index = choices.iter().position(|choice| choice.id == id).ok_or(Why::Value(Complaint::NotAChoice))?;
            Answer::Choice(u8::try_from(index).map_err(|_| Why::Value(Complaint::NotAChoice))?)
        }
        (Form::Words(most), Value::String(words)) => {
            if words.chars().count() > *most {
                return Err(Why::Value(Complaint::TooLong));
            }
            Answer::Words(printable(words).into())
        }
        (Form::Code, Value::String(code)) => {
            let answer = Answer::Words(credit_code::plain(code).into());
            form.check(&answer).map_err(Why::Value)?;
            answer
        }
        (Form::Table(columns), Value::Array(rows)) => {
            // A key is compared with all rows before it. Rows without one are as many as they are: the page keeps
            // what was pasted into them.
            let keyed = |row: &&Value| {
                columns.iter().any(|column| column.key && row.get(column.id).is_some_and(|cell| !cell.is_null()))
            };
            if rows.iter().filter(keyed).count() > YEARS.len() {
                return Err(Why::TooMany);
            }
            Answer::Table(json_table(columns, rows, path, refused))
        }
        _ => return Err(Why::WrongType),
    };
    Ok(answer)
}

fn json_table(columns: &[Column], rows: &[Value], path: &str, refused: &mut Refusals) -> Table {
    let mut table = Table::new(columns);
    for (row, value) in rows.iter().enumerate() {
        table.insert(row);
        let at = |id: &str| format!("{path}[{}].{id}", row + 1);
        let Some(object) = value.as_object() else {
            refused.add(format!("{path}[{}]", row + 1), Why::WrongType);
            continue;
        };
        for (id, cell) in object {
            let Some(index) = columns.iter().position(|column| column.id == id) else {
                match (Formerly::of(columns, id), cell) {
                    (Some(_), Value::Null) => {}
                    (Some(formerly), Value::String(words)) => {
                        for (column, answer) in (formerly.read)(words) {
                            if let Err(why) = table.set(columns, row, column, Some(answer.into())) {
                                refused.add(at(id), Why::Value(why));
                            }
                        }
                    }
                    (Some(_), _) => refused.add(at(id), Why::WrongType),
                    (None, _) => refused.add(at(id), Why::NoSuchQuestion),
                }
                continue;
            };
            let set = match json_answer(&columns[index].form, cell, path, refused) {
                Ok(Answer::NotKnown) => Ok(()),
                Ok(answer) => table.set(columns, row, index, Some(answer)).map_err(Why::Value),
                Err(why) => Err(why),
            };
            if let Err(why) = set {
                refused.add(at(id), why);
            }
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use crate::answers::json::{Refusal, Why};
    use crate::answers::typed::Complaint;
    use crate::text::{Lang, text};

    #[test]
    fn a_refusal_names_the_answer_and_what_to_do_in_one_language() {
        let label = Some(text("实收资本", "Paid-in capital"));
        for (why, label, zh, en) in [
            (Why::NoSuchQuestion, None, "x：没有这个问题，请删去", "x: no such question, take it out"),
            (
                Why::WrongType,
                None,
                "x：不是这一项的写法，请对照本程序存出的草稿改正",
                "x: not as files write this, compare it with a draft that this program saved",
            ),
            (
                Why::NotADecimal,
                label,
                "实收资本（x）：请只用数字写，例如1200.50，不分节，不带单位",
                "Paid-in capital (x): write plain digits without groups or units, such as 1200.50",
            ),
            (
                Why::Unquoted,
                label,
                "实收资本（x）：请给带小数的数加引号，例如\"1200.50\"",
                "Paid-in capital (x): write a figure with decimals in quotes, such as \"1200.50\"",
            ),
        ] {
            let refusal = Refusal { path: "x".to_owned(), label, why, wanted: None };
            assert_eq!([Lang::Zh, Lang::En].map(|lang| refusal.says(lang)), [zh, en]);
        }
        let wanted = Some(["true".to_owned(), "true".to_owned()]);
        let refusal = Refusal { path: "x".to_owned(), label: None, why: Why::Value(Complaint::AboveAll), wanted };
        assert_eq!([Lang::Zh, Lang::En].map(|lang| refusal.says(lang)), ["x：请写成true", "x: write true"]);
    }
}
