//! A workbook of ours back into a draft, also after it was edited and saved by a spreadsheet program.

pub(super) mod file;

use std::fmt;

use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::Value;

use crate::answers::answer::{Answer, Table};
use crate::answers::facts::Facts;
use crate::answers::form::{Column, Form};
use crate::answers::question::Spec;
use crate::answers::typed::{Complaint, MORE_THAN_YEARS, YEARS};
use crate::applicant::{CATALOGUE, question};
use crate::drafts::draft::{self, Draft};
use crate::office::xlsx::inputs::{ID, VALUE, date_of};
use crate::office::xlsx::read::file::{Cells, File, Raw};
use crate::office::xlsx::{HIDDEN, MAGIC, VERSION, book, words};
use crate::text::Text;

/// The largest file that is opened.
const LARGEST_FILE: usize = 64 << 20;
/// The most that is unpacked of all parts together.
pub(super) const LARGEST: u64 = 256 << 20;
/// The most cells, strings and rows that are read.
const MOST_CELLS: usize = 4_000_000;
const MOST_ROWS: u32 = 300_000;
/// The most sheets; ours have some fifty.
const MOST_SHEETS: usize = 1_000;
/// The last column that is looked at.
const LAST_COLUMN: u16 = 63;
/// The most refusals that are listed; the rest are counted.
const MOST_REFUSED: usize = 100;

/// A cell that is refused.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refused {
    /// The sheet.
    pub sheet: String,
    /// The cell: `B7`.
    pub cell: String,
    /// What the cell is for.
    pub label: Text,
    /// What is wrong with it.
    pub why: Text,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { sheet, cell, label, why } = self;
        write!(f, "{sheet}!{cell} {}：{} / {}: {}", label.zh, why.zh, label.en, why.en)
    }
}

/// Why a file is not opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unreadable {
    /// Not a workbook, or a damaged one; where the reader stopped.
    Damaged(String),
    /// Locked with a password, or of the old format.
    Locked,
    /// Larger than this program opens.
    TooLarge,
    /// A workbook of someone else.
    NotOurs,
    /// Written by a newer version of the program.
    Newer(u64),
    /// What is no answer cannot be read.
    Draft(draft::Unreadable),
    /// Cells that are refused, and how many more.
    Cells(Vec<Refused>, usize),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged(why) => write!(f, "不是Excel工作簿，或文件已损坏 / not a workbook, or damaged: {why}"),
            Self::Locked => f.write_str(
                "文件加了打开密码，或是旧版.xls：请去掉密码、另存为.xlsx / locked with a password, or an old .xls: save it as .xlsx without one",
            ),
            Self::TooLarge => f.write_str("文件太大，无法打开 / the file is too large to open"),
            Self::NotOurs => f.write_str(
                "不是本程序写出的工作簿，或其中隐藏的“_miyun”表被删 / not a workbook of this program, or its hidden sheet was deleted",
            ),
            Self::Newer(version) => write!(
                f,
                "由更新的版本写成（{version}），请用新版打开 / written by a newer version ({version}), open it with that one"
            ),
            Self::Draft(why) => why.fmt(f),
            Self::Cells(refused, more) => {
                f.write_str("有的格子读不懂 / some cells cannot be read:")?;
                for refusal in refused {
                    write!(f, "\n{refusal}")?;
                }
                if *more > 0 { write!(f, "\n另有{more}处 / {more} more") } else { Ok(()) }
            }
        }
    }
}

/// Opens what [`crate::office::xlsx::workbook`] writes.
///
/// # Errors
/// With what is wrong with the file, all refused cells at once; nothing is guessed.
pub fn read(bytes: &[u8]) -> Result<Draft, Unreadable> {
    read_within(bytes, LARGEST)
}

/// Opens a file of which no more than `room` bytes are unpacked.
pub(super) fn read_within(bytes: &[u8], room: u64) -> Result<Draft, Unreadable> {
    if bytes.len() > LARGEST_FILE {
        return Err(Unreadable::TooLarge);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(Unreadable::Locked);
    }
    let mut file = File::open(bytes, room)?;
    let parts = file.sheets()?;
    let hidden = parts.iter().find(|(name, _)| name == HIDDEN).ok_or(Unreadable::NotOurs)?;
    let mut json = rest_of_draft(&file.cells(&hidden.1)?)?;

    let mut found = Found::default();
    for (name, part) in parts.iter().filter(|(name, _)| name != HIDDEN) {
        let cells = file.cells(part)?;
        found.sheet(name, &cells, file.from_1904);
    }
    if !found.refused.is_empty() {
        return Err(Unreadable::Cells(found.refused, found.more));
    }
    if let Some(object) = json.as_object_mut() {
        object.insert("facts".to_owned(), found.facts.to_json(CATALOGUE));
    }
    Draft::from_json(&json).map_err(Unreadable::Draft)
}

/// The JSON of everything that is no answer.
fn rest_of_draft(hidden: &Cells) -> Result<Value, Unreadable> {
    if hidden.words(0, 0) != MAGIC {
        return Err(Unreadable::NotOurs);
    }
    let version = hidden.words(0, 1).parse().map_err(|_| Unreadable::NotOurs)?;
    if version > VERSION {
        return Err(Unreadable::Newer(version));
    }
    let mut json = String::new();
    for row in 1.. {
        match hidden.words(row, 0) {
            "" => break,
            chunk => json += chunk,
        }
    }
    serde_json::from_str(&json).map_err(|error| Unreadable::Draft(draft::Unreadable::NotJson(error.to_string())))
}

/// The answers found so far.
#[derive(Default)]
struct Found {
    facts: Facts,
    refused: Vec<Refused>,
    /// How many more are refused than are listed.
    more: usize,
}

const NO_SUCH_QUESTION: Text = crate::text::text("没有这个问题", "no such question");
const UNKNOWN_CELL: Text = crate::text::text("未知项目", "unknown");
const FAULT: Text = crate::text::text("格子里是错误值，请改正", "the cell holds an error; correct it");
const NOT_AS_TYPED: Text = crate::text::text(
    "表格软件把它存成了数字，超过15位的部分可能已丢；请把格子设为“文本”格式，重新填写",
    "the spreadsheet keeps it as a number and may have lost digits after the fifteenth; format the cell as text and type it again",
);

impl Found {
    fn sheet(&mut self, name: &str, cells: &Cells, from_1904: bool) {
        /// How far down the ids of a table are looked for, should rows have been put above them.
        const FIRST_ROWS: u32 = 20;
        let ids = cells.0.iter().take_while(|((row, _), _)| *row < FIRST_ROWS).find_map(|((row, column), raw)| {
            let spec = question(raw.words())?;
            match spec.form {
                Form::Table(columns) if *column == 0 => Some((*row, spec, columns)),
                _ => None,
            }
        });
        if let Some((row, spec, columns)) = ids {
            self.table(name, cells, row, (spec, columns), from_1904);
            return;
        }
        // Single answers: each row bears its question's id.
        let is_answers = cells.0.iter().any(|((_, column), raw)| {
            *column == ID && question(raw.words()).is_some_and(|spec| !matches!(spec.form, Form::Table(_)))
        });
        if !is_answers {
            return;
        }
        for ((row, column), raw) in &cells.0 {
            if *column != ID {
                continue;
            }
            let id = raw.words().trim();
            let Some(spec) = question(id).filter(|spec| !matches!(spec.form, Form::Table(_))) else {
                self.refuse(name, (*row, ID), UNKNOWN_CELL, NO_SUCH_QUESTION);
                continue;
            };
            let Some(raw) = cells.at(*row, VALUE) else { continue };
            match answer(&spec.form, raw, from_1904) {
                Ok(answer) => {
                    if let Err(complaint) = self.facts.set(spec, answer) {
                        self.refuse(name, (*row, VALUE), spec.label, complaint.message());
                    }
                }
                Err(why) => self.refuse(name, (*row, VALUE), spec.label, why),
            }
        }
    }

    fn refuse(&mut self, sheet: &str, (row, column): (u32, u16), label: Text, why: Text) {
        if self.refused.len() >= MOST_REFUSED {
            self.more += 1;
            return;
        }
        let cell = format!("{}{}", book::column_name(column), row + 1);
        self.refused.push(Refused { sheet: sheet.to_owned(), cell, label, why });
    }

    fn table(
        &mut self,
        name: &str,
        cells: &Cells,
        ids: u32,
        (spec, columns): (&'static Spec, &'static [Column]),
        from_1904: bool,
    ) {
        // The columns in the order of the sheet.
        let mut order: Vec<(u16, usize)> = Vec::new();
        for at in 1..=LAST_COLUMN {
            match cells.words(ids, at).trim() {
                "" => {}
                id => match columns.iter().position(|column| column.id == id) {
                    Some(column) => order.push((at, column)),
                    None => self.refuse(name, (ids, at), UNKNOWN_CELL, NO_SUCH_QUESTION),
                },
            }
        }
        let mut table = Table::new(columns);
        let mut current = None;
        let mut keys = 0;
        for ((row, at), raw) in cells.0.iter().filter(|((row, _), _)| *row > ids + 1) {
            let column = order.iter().find(|(other, _)| other == at).map(|(_, column)| *column);
            // A row counts if it bears a number or an answer.
            if (*at != 0 && column.is_none()) || raw.words().trim().is_empty() {
                continue;
            }
            if current != Some(*row) {
                current = Some(*row);
                table.insert(table.len());
            }
            let Some(column) = column else { continue };
            // A key is compared with all before it.
            keys += usize::from(columns[column].key);
            if keys > YEARS.len() {
                self.refuse(name, (*row, *at), columns[column].head, MORE_THAN_YEARS);
                break;
            }
            let form = &columns[column].form;
            let place = table.len() - 1;
            let set = answer(form, raw, from_1904)
                .and_then(|answer| table.set(columns, place, column, answer).map_err(Complaint::message));
            if let Err(why) = set {
                self.refuse(name, (*row, *at), columns[column].head, why);
            }
        }
        let state = ids.checked_sub(1).map_or("", |row| cells.words(row, 1)).trim();
        let says = |words: Text| state == words.zh || state.eq_ignore_ascii_case(words.en);
        let answer = if !table.is_empty() || says(words::NONE) {
            Some(Answer::Table(table))
        } else {
            says(words::NOT_KNOWN).then_some(Answer::NotKnown)
        };
        // A table of the question's own columns is always taken.
        let _ = self.facts.set(spec, answer);
    }
}

/// The answer in a cell; `None` where it is empty.
fn answer(form: &Form, raw: &Raw, from_1904: bool) -> Result<Option<Answer>, Text> {
    let text = raw.words().trim();
    if text == words::NOT_KNOWN.zh || text.eq_ignore_ascii_case(words::NOT_KNOWN.en) {
        return Ok(Some(Answer::NotKnown));
    }
    let typed = match (form, raw) {
        (_, Raw::Fault(_)) => return Err(FAULT),
        // As they are: spaces at their ends may be meant.
        (Form::Words(_), Raw::Text(words)) if !text.is_empty() => {
            let answer = Answer::Words(words.as_str().into());
            return form.check(&answer).map(|()| Some(answer)).map_err(Complaint::message);
        }
        (Form::Words(_), Raw::Number(digits)) if !is_as_typed(digits) => return Err(NOT_AS_TYPED),
        (Form::Date, Raw::Number(digits)) => {
            /// The days between the two ways to count.
            const SINCE_1900: i64 = 1462;
            let number = decimal(digits).ok_or(Complaint::NotADate.message())?.normalize();
            let serial = i64::try_from(number.mantissa()).ok().filter(|_| number.scale() == 0);
            let serial = serial.map(|serial| if from_1904 { serial.saturating_add(SINCE_1900) } else { serial });
            match serial.and_then(date_of) {
                Some(date) => return Ok(Some(Answer::Date(date))),
                // 20210301 without separators.
                None => number.to_string(),
            }
        }
        (_, Raw::Number(digits)) => decimal(digits).ok_or(Complaint::TooLarge.message())?.normalize().to_string(),
        _ => text.to_owned(),
    };
    form.parse(&typed, Decimal::ONE).map_err(Complaint::message)
}

/// Whether a spreadsheet's number has all the digits that were typed: it keeps fifteen and puts zeros for the rest.
fn is_as_typed(digits: &str) -> bool {
    let significant = digits.chars().filter(char::is_ascii_digit).collect::<String>();
    significant.trim_start_matches('0').len() <= 15 && !digits.contains(['e', 'E'])
}

/// A number of a spreadsheet: of a binary number's seventeen digits fifteen are meant.
pub(super) fn decimal(digits: &str) -> Option<Decimal> {
    if is_as_typed(digits) {
        return Decimal::from_str_exact(digits).ok();
    }
    let number = match digits.contains(['e', 'E']) {
        true => Decimal::from_scientific_lossy(digits).ok()?,
        false => digits.parse().ok()?,
    };
    // Rounding fewer digits than that would add zeros, past what a decimal can hold.
    match number.mantissa().unsigned_abs().checked_ilog10() {
        Some(15..) => number.round_sf_with_strategy(15, RoundingStrategy::MidpointAwayFromZero),
        _ => Some(number),
    }
}

// ── the file ─────────────────────────────────────────────────────────────
