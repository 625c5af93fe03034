//! A reading as other programs take it: the mapping of columns, rows as drafts hold them, and every cell that is refused
//! or unsure with its place.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use crate::answers::form::{Column, Form};
use crate::answers::json::answer_json;
use crate::answers::question::Spec;
use crate::tables::cell::{Sheet, letters};
use crate::tables::issue::Issue;
use crate::tables::mapping::{Mapped, Mapping, UnitFrom};
use crate::tables::naming::{Target, Unread};
use crate::tables::open::Opened;
use crate::tables::read::read;
use crate::tables::reading::Reading;
use crate::tables::turned::turn;
use crate::text::Text;

fn both(text: Text) -> Value {
    json!({ "zh": text.zh, "en": text.en })
}

/// The sheet that says most about a question, with its mapping: the first of those that say as much.
#[must_use]
pub fn best_sheet<'a>(sheets: &'a [Sheet], columns: &'static [Column], unit: Decimal) -> Option<(&'a Sheet, Mapping)> {
    let mut best: Option<(&Sheet, Mapping)> = None;
    for sheet in sheets {
        let mapping = Mapping::of(sheet, columns, unit);
        if best.as_ref().is_none_or(|(_, best)| score(&mapping) > score(best)) {
            best = Some((sheet, mapping));
        }
    }
    best
}

/// Heads that are known go before places.
fn score(mapping: &Mapping) -> (bool, usize) {
    (!mapping.heads.is_empty() && mapping.matched() > 0, mapping.matched())
}

/// Reads the table of a question out of what was opened, and says all about it. Sheets whose years stand side by side are
/// turned. `None` where the question takes no table.
#[must_use]
pub fn reading(spec: &Spec, opened: &mut Opened, unit: Decimal) -> Option<(Value, Reading)> {
    let Form::Table(columns) = spec.form else { return None };
    turn(&mut opened.sheets, columns);
    reading_under(spec.id, columns, opened, unit).map(|(said, reading, _)| (said, reading))
}

/// Reads the table of these columns, by its name, out of what was opened, and says all about it. `None` where nothing was
/// opened.
#[must_use]
pub fn reading_under(
    name: &str,
    columns: &'static [Column],
    opened: &Opened,
    unit: Decimal,
) -> Option<(Value, Reading, Mapping)> {
    let (sheet, mapping) = best_sheet(&opened.sheets, columns, unit)?;
    let reading = read(sheet, columns, &mapping);
    let others: Vec<&str> =
        opened.sheets.iter().map(|sheet| sheet.name.as_str()).filter(|name| *name != sheet.name).collect();
    let rows: Vec<Value> = (0..reading.table.len())
        .map(|row| {
            let cells = columns.iter().enumerate().filter_map(|(index, column)| {
                let answer = reading.table.cell(row, index)?;
                Some((column.id.to_owned(), answer_json(&column.form, &answer)))
            });
            Value::Object(cells.collect::<Map<_, _>>())
        })
        .collect();
    let head = mapping.heads.clone().filter_map(|place| Some(sheet.lines.get(place)?.number)).collect::<Vec<_>>();
    let left_out = |column: &&Mapped| {
        matches!(column.target, Target::Unread(_) | Target::Number | Target::Unit | Target::LineYear)
    };
    let value = json!({
        "question": name,
        "format": opened.format,
        "encoding": opened.encoding.map(|encoding| encoding.label()),
        "sheet": (!sheet.name.is_empty()).then_some(&sheet.name),
        "other_sheets": others,
        "heads": head,
        "turned": reading.turned,
        "sure": mapping.is_sure() && reading.refused.is_empty() && reading.unsure.is_empty() && reading.says_other_table().is_none(),
        "columns": mapping.columns.iter().filter(|column| !left_out(column)).map(|column| taken(column, columns, sheet)).collect::<Value>(),
        "left_out": mapping.columns.iter().filter(left_out).map(|column| unread(column, columns, sheet)).collect::<Value>(),
        "missing": (0..columns.len()).filter(|index| !mapping.has(columns, *index)).map(|index| columns[index].id).collect::<Vec<_>>(),
        "rows": rows,
        "lines": reading.lines,
        "refused": reading.refused.iter().map(|issue| cell(issue, columns)).collect::<Value>(),
        "unsure": reading.unsure.iter().map(|issue| cell(issue, columns)).collect::<Value>(),
        "skipped": reading.skipped.iter().map(|(line, why, text)| json!({ "line": line, "why": why.id(), "text": text })).collect::<Value>(),
    });
    Some((value, reading, mapping))
}

/// A column that is read.
fn taken(column: &Mapped, columns: &[Column], sheet: &Sheet) -> Value {
    let mut value = json!({ "at": sheet.column(column.at), "head": column.head });
    let form = match column.target {
        Target::Column(index) => {
            value["column"] = columns[index].id.into();
            Some((index, columns[index].form))
        }
        target @ (Target::Calendar(_) | Target::LineFigure) => {
            if let Target::Calendar(year) = target {
                value["year"] = year.into();
            }
            let of_years = |column: &&Column| column.year_of.is_some();
            value["column"] = columns.iter().filter(of_years).map(|column| column.id).collect::<Vec<_>>().into();
            columns.iter().position(|column| column.year_of.is_some()).map(|index| (index, columns[index].form))
        }
        _ => None,
    };
    if let Some((_, form)) = form.filter(|(_, form)| !form.unit().zh.is_empty() && !matches!(form, Form::Year)) {
        value["unit"] = json!({
            "of": both(form.unit()),
            "times": column.factor.normalize().to_string(),
            "from": match column.unit {
                UnitFrom::Head => "head",
                UnitFrom::Title => "title",
                UnitFrom::Assumed => "assumed",
                UnitFrom::Chosen => "chosen",
            },
        });
    }
    value
}

/// A column that is left out, and why.
fn unread(column: &Mapped, columns: &[Column], sheet: &Sheet) -> Value {
    let mut value = json!({ "at": sheet.column(column.at), "head": column.head });
    match column.target {
        Target::Unread(why) => {
            value["why"] = both(why.message());
            let (Unread::Unknown(Some(index))
            | Unread::Twice(index)
            | Unread::Foreign(index)
            | Unread::Otherwise(index)) = why
            else {
                return value;
            };
            value["perhaps"] = columns.get(index).map(|column| column.id).into();
        }
        Target::LineYear => {
            value["why"] = json!({ "zh": "各行数字的年度", "en": "says the year of the figure in each line" });
        }
        Target::Unit => {
            value["why"] =
                json!({ "zh": "各行金额的单位或币种", "en": "says the unit or currency of the money in each line" })
        }
        _ => value["why"] = json!({ "zh": "序号", "en": "numbers the rows" }),
    }
    value
}

/// A cell that is refused or unsure.
fn cell(issue: &Issue, columns: &[Column]) -> Value {
    json!({
        "place": if issue.line == 0 { letters(issue.at) } else { format!("{}{}", letters(issue.at), issue.line) },
        "row": issue.row.map(|row| row + 1),
        "column": issue.column.map(|column| columns[column].id),
        "text": issue.text,
        "why": both(issue.why.message()),
    })
}
