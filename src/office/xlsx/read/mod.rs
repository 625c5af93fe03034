//! A workbook of ours back into a draft, also after it was edited and saved by a spreadsheet program.

pub(super) mod file;
mod layout;
mod unreadable;

use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::Value;

use crate::answers::answer::{Answer, Table};
use crate::answers::form::Form;
use crate::answers::question::Spec;
use crate::answers::typed::{Complaint, MORE_THAN_YEARS, YEARS};
use crate::applicant::CATALOGUE;
use crate::date::Date;
use crate::drafts::draft::{self, Draft};
use crate::json;
use crate::office::xlsx::inputs::date_of;
use crate::office::xlsx::read::file::{Cells, File, LARGEST, Raw};
use crate::office::xlsx::read::layout::{Answers, TableAt};
pub use crate::office::xlsx::read::unreadable::Unreadable;
use crate::office::xlsx::{HIDDEN, MAGIC, VERSION, book, words};
use crate::policy;
use crate::text::{Lang, Text, printable, text};

/// The largest file that is opened.
const LARGEST_FILE: usize = 64 << 20;
/// The most refusals that are listed; the rest are counted.
const MOST_REFUSED: usize = 100;
/// The most names that a message lists.
const MOST_NAMED: usize = 8;

/// A workbook that was opened.
#[derive(Clone, PartialEq, Debug)]
pub struct Book {
    /// The draft. Answers whose cells are gone are as they were when the workbook was written.
    pub draft: Draft,
    /// The ids of questions whose cells are gone.
    pub gone: Vec<&'static str>,
    /// What was left out or lost. To be shown.
    pub remarks: Vec<Remark>,
}

/// Something of a workbook that is not in its draft.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Remark {
    /// A row of sums, by its first cell.
    Total(String, String),
    /// A row of the answers that is none of ours, by its cell and what stands there.
    Unknown(String, String, String),
    /// The hidden sheet with title, choices about the papers and statements is gone.
    NoRest,
}

impl Remark {
    /// What is not in the draft, and what to do.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Total(sheet, cell), Lang::Zh) => format!("{sheet}!{cell}是合计行，没有读入，不用处理"),
            (Self::Total(sheet, cell), Lang::En) => format!("{sheet}!{cell} is a row of sums and was left out, nothing is to be done"),
            (Self::Unknown(sheet, cell, words), Lang::Zh) => {
                format!("{sheet}!{cell}“{words}”不是本程序的项目，没有读入；有用请填到相应的项目里")
            }
            (Self::Unknown(sheet, cell, words), Lang::En) => {
                format!("{sheet}!{cell} “{words}” is no item of this program and was left out: fill it into the item that it belongs to")
            }
            (Self::NoRest, Lang::Zh) => "隐藏的“_miyun”表已被删：草稿名称、申报取舍和情况说明没有了，请在这里补上；填报内容都在".to_owned(),
            (Self::NoRest, Lang::En) => {
                "the hidden sheet _miyun was deleted: the draft's title, choices about the papers and statements are gone, give them again; the answers are all there".to_owned()
            }
        }
    }
}

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

impl Refused {
    /// Where, what and why.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        let Self { sheet, cell, label, why } = self;
        let (label, why) = (label.get(lang), why.get(lang));
        match lang {
            Lang::Zh => format!("{sheet}!{cell} {label}：{why}"),
            Lang::En => format!("{sheet}!{cell} {label}: {why}"),
        }
    }
}

/// A question that several places of a workbook answer differently.
#[derive(Clone, PartialEq, Debug)]
pub struct Twice {
    /// The question.
    pub spec: &'static Spec,
    /// Each place, `填报内容!B7` or a sheet, with its answer.
    pub answers: Vec<(String, Option<Answer>)>,
}

/// A workbook that answers questions in several places: somebody has to choose.
#[derive(Clone, PartialEq, Debug)]
pub struct Choice {
    /// The rest of the workbook, with the first answer of each of these questions.
    book: Book,
    /// The questions.
    pub questions: Vec<Twice>,
}

impl Choice {
    /// The workbook with the answers chosen, by their places in each question's list.
    #[must_use]
    pub fn settle(mut self, chosen: &[usize]) -> Book {
        for (question, chosen) in self.questions.into_iter().zip(chosen) {
            if let Some((_, answer)) = question.answers.into_iter().nth(*chosen) {
                // Checked where it was read.
                let _ = self.book.draft.facts.set(question.spec, answer);
            }
        }
        self.book
    }
}

/// Opens what [`crate::office::xlsx::workbook`] writes.
///
/// # Errors
/// With what is wrong with the file, all refused cells at once; nothing is guessed.
pub fn read(bytes: &[u8]) -> Result<Book, Unreadable> {
    read_within(bytes, LARGEST)
}

/// Opens a file of which no more than `room` bytes are unpacked.
pub(super) fn read_within(bytes: &[u8], room: u64) -> Result<Book, Unreadable> {
    if bytes.len() > LARGEST_FILE {
        return Err(Unreadable::TooLarge);
    }
    let mut file = File::open(bytes, room)?;
    let (mut rest, mut found) = (None, Found::default());
    for (name, part) in file.sheets()? {
        let cells = file.cells(&part)?;
        // Somebody's own answer can be the same words; the hidden sheet has nothing before them.
        let begins = cells.all().first().filter(|(_, first)| rest.is_none() && first.words() == MAGIC);
        if let Some((begins, _)) = begins {
            rest = Some(rest_of_draft(&cells, *begins)?);
        } else if name != HIDDEN {
            found.sheet(&name, &cells, file.from_1904)?;
        }
    }
    found.end(rest)
}

/// The JSON of the draft as it was when the workbook was written, from the cell on where the hidden sheet begins: rows and
/// columns may have been put in before it. Older workbooks leave the answers out of it.
fn rest_of_draft(hidden: &Cells, (first, column): (u32, u16)) -> Result<Value, Unreadable> {
    let version = hidden.words(first, column.saturating_add(1)).parse().map_err(|_| Unreadable::NotOurs)?;
    if version > VERSION {
        return Err(Unreadable::Newer(version));
    }
    let chunks = hidden.below(first).iter().filter(|((_, other), _)| *other == column);
    let written: String = chunks.map(|(_, chunk)| chunk.words()).collect();
    json::parse(&written).map_err(|error| Unreadable::Draft(draft::Unreadable::NotJson(error)))
}

/// The answers found so far.
#[derive(Default)]
struct Found {
    /// By their questions, with the places where they stand; of equal ones the first.
    answers: Vec<Twice>,
    /// Columns that a table's sheet lacks.
    missing: Vec<Missing>,
    refused: Vec<Refused>,
    /// How many more are refused than are listed.
    more: usize,
    remarks: Vec<Remark>,
}

/// Columns of a table that its sheet lacks.
struct Missing {
    sheet: String,
    spec: &'static Spec,
    columns: Vec<usize>,
}

const NO_SUCH_QUESTION: Text =
    text("没有这个问题，请改回原来的编号或删去这一行", "no such question; put its id back or delete the row");
const UNKNOWN_CELL: Text = text("未知项目", "unknown");
const FAULT: Text = text("格子里是错误值，请改正", "the cell holds an error; correct it");
const UNWORKED: Text = text(
    "格子里是公式，但文件里没有算出的数；请用Excel或WPS打开，保存后再读，或直接填数",
    "the cell holds a formula without its value; open and save the file in Excel or WPS, or type the figure",
);
const NOT_AS_TYPED: Text = text(
    "表格软件把它存成了数字，超过15位的部分可能已丢；请把格子设为“文本”格式，重新填写",
    "the spreadsheet keeps it as a number and may have lost digits after the fifteenth; format the cell as text and type it again",
);

impl Found {
    fn sheet(&mut self, name: &str, cells: &Cells, from_1904: bool) -> Result<(), Unreadable> {
        if let Some(at) = layout::table(name, cells)? {
            self.table(name, cells, &at, from_1904);
        } else if let Some(at) = layout::answers(name, cells)? {
            self.answers(name, cells, &at, from_1904);
        }
        Ok(())
    }

    fn answers(&mut self, name: &str, cells: &Cells, at: &Answers, from_1904: bool) {
        for row in cells.rows().filter(|row| at.head.is_none_or(|head| *row > head)) {
            let spec = match layout::single(cells, row, at) {
                Ok(Some(spec)) => spec,
                Ok(None) => {
                    // A row of somebody's own, or one of ours whose words were changed.
                    let words = at.label.map_or("", |label| cells.words(row, label)).trim();
                    if !words.is_empty() && !cells.words(row, at.value).trim().is_empty() {
                        let cell = cell_name(row, at.label.unwrap_or(at.value));
                        self.remarks.push(Remark::Unknown(name.to_owned(), cell, printable(words).into_owned()));
                    }
                    continue;
                }
                Err(column) => {
                    self.refuse(name, (row, column), UNKNOWN_CELL, NO_SUCH_QUESTION);
                    continue;
                }
            };
            let place = format!("{name}!{}", cell_name(row, at.value));
            let filled = cells.at(row, at.value).map_or(Ok(None), |raw| answer(&spec.form, raw, from_1904));
            match filled {
                Ok(answer) => self.take(spec, answer, place),
                Err(why) => self.refuse(name, (row, at.value), spec.label, why),
            }
        }
    }

    /// An answer of a question, which may stand in several places if it is the same.
    fn take(&mut self, spec: &'static Spec, answer: Option<Answer>, place: String) {
        match self.answers.iter_mut().find(|other| other.spec.id == spec.id) {
            None => self.answers.push(Twice { spec, answers: vec![(place, answer)] }),
            Some(other) if other.answers.iter().any(|(_, other)| *other == answer) => {}
            Some(other) => other.answers.push((place, answer)),
        }
    }

    fn refuse(&mut self, sheet: &str, (row, column): (u32, u16), label: Text, why: Text) {
        if self.refused.len() >= MOST_REFUSED {
            self.more += 1;
            return;
        }
        self.refused.push(Refused { sheet: sheet.to_owned(), cell: cell_name(row, column), label, why });
    }

    fn table(&mut self, name: &str, cells: &Cells, at: &TableAt, from_1904: bool) {
        let (spec, columns) = (at.spec, at.columns);
        if !at.missing.is_empty() {
            self.missing.push(Missing { sheet: name.to_owned(), spec, columns: at.missing.clone() });
        }
        let mut table = Table::new(columns);
        let mut current = None;
        let mut left_out = None;
        let mut keys = 0;
        for ((row, at_column), raw) in cells.below(at.head) {
            let column = at.order.iter().find(|(other, _)| other == at_column).map(|(_, column)| *column);
            let formerly = at.older.iter().find(|(other, _)| other == at_column).map(|(_, formerly)| *formerly);
            // A row counts if it bears a number or an answer.
            if (Some(*at_column) != at.number && column.is_none() && formerly.is_none())
                || raw.words().trim().is_empty()
                || left_out == Some(*row)
            {
                continue;
            }
            if current != Some(*row) {
                if layout::is_total(cells, *row, at) {
                    self.remarks.push(Remark::Total(name.to_owned(), cell_name(*row, *at_column)));
                    left_out = Some(*row);
                    continue;
                }
                current = Some(*row);
                table.insert(table.len());
            }
            if let Some(formerly) = formerly {
                for (column, answer) in (formerly.read)(raw.words()) {
                    if let Err(why) = table.set(columns, table.len() - 1, column, Some(answer.into())) {
                        self.refuse(name, (*row, *at_column), columns[column].head, why.message());
                    }
                }
            }
            let Some(column) = column else { continue };
            // A key is compared with all before it.
            keys += usize::from(columns[column].key);
            if keys > YEARS.len() {
                self.refuse(name, (*row, *at_column), columns[column].head, MORE_THAN_YEARS);
                break;
            }
            let form = &columns[column].form;
            let place = table.len() - 1;
            let set = answer(form, raw, from_1904)
                .and_then(|answer| table.set(columns, place, column, answer).map_err(Complaint::message));
            if let Err(why) = set {
                self.refuse(name, (*row, *at_column), columns[column].head, why);
            }
        }
        let says = |words: Text| at.state == words.zh || at.state.eq_ignore_ascii_case(words.en);
        let answer = if !table.is_empty() || says(words::NONE) {
            Some(Answer::Table(table))
        } else {
            says(words::NOT_KNOWN).then_some(Answer::NotKnown)
        };
        self.take(spec, answer, name.to_owned());
    }

    /// The draft, or what stands in its way.
    fn end(mut self, rest: Option<Value>) -> Result<Book, Unreadable> {
        if !self.refused.is_empty() {
            return Err(Unreadable::Cells(self.refused, self.more));
        }
        let singles = self.answers.iter().any(|one| !matches!(one.spec.form, Form::Table(_)));
        let hidden = rest.is_some();
        let mut draft = match rest {
            Some(mut rest) => {
                let filled = rest.get("facts").is_some();
                if !filled && !singles {
                    return Err(Unreadable::NotOurs);
                }
                if let Some(object) = rest.as_object_mut() {
                    object.entry("facts").or_insert_with(|| Value::Object(serde_json::Map::new()));
                }
                Draft::from_json(&rest).map_err(Unreadable::Draft)?
            }
            None if singles => {
                self.remarks.push(Remark::NoRest);
                Draft { edition: policy::CURRENT_INDEX.id, ..Draft::default() }
            }
            None => return Err(Unreadable::NotOurs),
        };
        // What has a cell is as the cell says, also where it is empty; the rest is as it was.
        for Missing { sheet, spec, columns } in self.missing {
            // A column that came later, or had nothing in it, takes nothing away.
            let Form::Table(all) = spec.form else { continue };
            let had = |column: &usize| match draft.facts.answer(spec) {
                Some(Answer::Table(table)) => (0..table.len()).any(|row| table.cell(row, *column).is_some()),
                _ => !hidden,
            };
            if columns.iter().any(had) {
                return Err(Unreadable::NoColumn(sheet, columns.iter().map(|column| all[*column].head).collect()));
            }
        }
        let mut gone = Vec::new();
        let mut questions = Vec::new();
        for spec in CATALOGUE {
            match self.answers.iter().position(|other| other.spec.id == spec.id) {
                Some(place) => {
                    let found = self.answers.swap_remove(place);
                    // Checked where it was read.
                    let _ = draft.facts.set(spec, found.answers.first().and_then(|(_, answer)| answer.clone()));
                    if found.answers.len() > 1 {
                        questions.push(found);
                    }
                }
                None if draft.facts.answer(spec).is_some() => gone.push(spec.id),
                None => {}
            }
        }
        let book = Book { draft, gone, remarks: self.remarks };
        if questions.is_empty() { Ok(book) } else { Err(Unreadable::Twice(Box::new(Choice { book, questions }))) }
    }
}

/// `B7`, rows and columns from 0.
fn cell_name(row: u32, column: u16) -> String {
    format!("{}{}", book::column_name(column), row + 1)
}

/// The answer in a cell; `None` where it is empty.
fn answer(form: &Form, raw: &Raw, from_1904: bool) -> Result<Option<Answer>, Text> {
    let text = raw.words().trim();
    if text == words::NOT_KNOWN.zh || text.eq_ignore_ascii_case(words::NOT_KNOWN.en) {
        return Ok(Some(Answer::NotKnown));
    }
    let typed = match (form, raw) {
        (_, Raw::Fault(_)) => return Err(FAULT),
        (_, Raw::Unworked) => return Err(UNWORKED),
        // As they are: spaces at their ends may be meant.
        (Form::Words(_), Raw::Text(words)) if !text.is_empty() => {
            let seen = printable(words);
            // Signs that nobody sees are no answer.
            let answer = (!seen.trim().is_empty()).then(|| Answer::Words(seen.into()));
            return answer
                .as_ref()
                .map_or(Ok(()), |answer| form.check(answer))
                .map(|()| answer)
                .map_err(Complaint::message);
        }
        (Form::Words(_) | Form::Code, Raw::Number(digits)) if !is_as_typed(digits) => return Err(NOT_AS_TYPED),
        // A day, perhaps with the hour of midnight.
        (Form::Date, Raw::Day(iso)) => {
            let (day, hour) = iso.split_once('T').unwrap_or((iso, ""));
            let midnight = hour.trim_end_matches('Z').bytes().all(|sign| matches!(sign, b'0' | b':' | b'.'));
            let date = Date::from_iso(day).filter(|_| midnight).ok_or(Complaint::NotADate.message())?;
            return Ok(Some(Answer::Date(date)));
        }
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
