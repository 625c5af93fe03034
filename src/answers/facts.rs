//! The answers so far. Every answer has three states: told, told to be not known yet, not told.

use std::fmt;

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use crate::answers::question::{Cell, Column, Form, Question, Read, Spec};
use crate::answers::typed::{Complaint, MORE_THAN_YEARS, YEARS};
use crate::applicant::CATALOGUE;
use crate::date::{Date, Year};
use crate::money::{Area, Money, Rate};
use crate::text::Lang;

/// One answer.
#[derive(Clone, PartialEq, Debug)]
pub enum Answer {
    /// Told to be not known yet: to a clause the same as not told, to a person not.
    NotKnown,
    /// Yes or no.
    YesNo(bool),
    /// Yuan.
    Money(Money),
    /// Square metres.
    Area(Area),
    /// A whole number.
    Count(u32),
    /// A decimal fraction of a whole.
    Share(Rate),
    /// A day.
    Date(Date),
    /// A fiscal year.
    Year(Year),
    /// The place of the choice in its list.
    Choice(u8),
    /// Words.
    Words(Box<str>),
    /// Rows.
    Table(Table),
}

/// Rows of repeating facts, held by column: clauses that read a hundred thousand rows run along memory.
#[derive(Clone, PartialEq, Debug)]
pub struct Table {
    rows: usize,
    columns: Vec<Cells>,
}

/// The cells of one column, in the tightest form that holds them.
#[derive(Clone, PartialEq, Debug)]
enum Cells {
    YesNo(Vec<Option<bool>>),
    Money(Vec<Fen>),
    Count(Vec<Option<u32>>),
    Date(Vec<Option<Date>>),
    Year(Vec<Option<Year>>),
    Choice(Vec<Option<u8>>),
    /// Words and what has decimals of its own.
    Other(Vec<Option<Answer>>),
}

/// Does the same with the cells of whatever column.
macro_rules! of_any {
    ($column:expr, $cells:ident => $what:expr) => {
        match $column {
            Cells::YesNo($cells) => $what,
            Cells::Money($cells) => $what,
            Cells::Count($cells) => $what,
            Cells::Date($cells) => $what,
            Cells::Year($cells) => $what,
            Cells::Choice($cells) => $what,
            Cells::Other($cells) => $what,
        }
    };
}

/// Money in a cell, or none: a cell holds at most [`Money::LIMIT`], far from the number that stands for none.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Fen(i64);

impl Default for Fen {
    fn default() -> Self {
        Self(i64::MIN)
    }
}

impl Fen {
    fn money(self) -> Option<Money> {
        (self != Self::default()).then(|| Money::from_fen(i128::from(self.0)))
    }
}

impl Table {
    /// A table without rows under these columns: filled in as “none”.
    #[must_use]
    pub fn new(columns: &[Column]) -> Self {
        let columns = columns
            .iter()
            .map(|column| match column.form {
                Form::YesNo => Cells::YesNo(Vec::new()),
                Form::Money { .. } => Cells::Money(Vec::new()),
                Form::Count { .. } => Cells::Count(Vec::new()),
                Form::Date => Cells::Date(Vec::new()),
                Form::Year => Cells::Year(Vec::new()),
                Form::Choice(_) => Cells::Choice(Vec::new()),
                Form::Area | Form::Share | Form::Words(_) | Form::Table(_) => Cells::Other(Vec::new()),
            })
            .collect();
        Self { rows: 0, columns }
    }

    /// How many rows there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows
    }

    /// Whether there is no row: told to have none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// Adds an empty row at `row`, or at the end.
    pub fn insert(&mut self, row: usize) {
        let row = row.min(self.rows);
        for column in &mut self.columns {
            of_any!(column, cells => cells.insert(row, Default::default()));
        }
        self.rows += 1;
    }

    /// Takes a row out. A row that is not there is left alone.
    pub fn remove(&mut self, row: usize) {
        if row >= self.rows {
            return;
        }
        for column in &mut self.columns {
            of_any!(column, cells => drop(cells.remove(row)));
        }
        self.rows -= 1;
    }

    /// Exchanges two rows. A row that is not there is left alone.
    pub fn swap(&mut self, row: usize, other: usize) {
        if row >= self.rows || other >= self.rows {
            return;
        }
        for column in &mut self.columns {
            of_any!(column, cells => cells.swap(row, other));
        }
    }

    /// The cell as it stands, of whatever type.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Option<Answer> {
        match self.columns.get(column)? {
            Cells::YesNo(cells) => cells.get(row)?.map(Answer::YesNo),
            Cells::Money(cells) => cells.get(row)?.money().map(Answer::Money),
            Cells::Count(cells) => cells.get(row)?.map(Answer::Count),
            Cells::Date(cells) => cells.get(row)?.map(Answer::Date),
            Cells::Year(cells) => cells.get(row)?.map(Answer::Year),
            Cells::Choice(cells) => cells.get(row)?.map(Answer::Choice),
            Cells::Other(cells) => cells.get(row)?.clone(),
        }
    }

    /// Sets a cell; `None` empties it.
    ///
    /// # Errors
    /// When the column does not take such an answer. The cell stays as it was.
    pub fn set(
        &mut self,
        columns: &[Column],
        row: usize,
        column: usize,
        answer: Option<Answer>,
    ) -> Result<(), Complaint> {
        let form = columns.get(column).ok_or(Complaint::NotAChoice)?.form;
        let answer = answer.filter(|answer| *answer != Answer::NotKnown);
        if let Some(answer) = &answer {
            form.check(answer)?;
            if columns[column].key
                && (0..self.rows).any(|other| other != row && self.cell(other, column).as_ref() == Some(answer))
            {
                return Err(Complaint::Repeated);
            }
        }
        if row >= self.rows {
            return Ok(());
        }
        match (self.columns.get_mut(column), answer) {
            (Some(Cells::YesNo(cells)), Some(Answer::YesNo(yes))) => cells[row] = Some(yes),
            (Some(Cells::Money(cells)), Some(Answer::Money(money))) => {
                cells[row] = Fen(i64::try_from(money.fen()).map_err(|_| Complaint::TooLarge)?);
            }
            (Some(Cells::Count(cells)), Some(Answer::Count(count))) => cells[row] = Some(count),
            (Some(Cells::Date(cells)), Some(Answer::Date(date))) => cells[row] = Some(date),
            (Some(Cells::Year(cells)), Some(Answer::Year(year))) => cells[row] = Some(year),
            (Some(Cells::Choice(cells)), Some(Answer::Choice(choice))) => cells[row] = Some(choice),
            (Some(Cells::Other(cells)), Some(answer)) => cells[row] = Some(answer),
            (Some(column), _) => of_any!(column, cells => cells[row] = Default::default()),
            (None, _) => {}
        }
        Ok(())
    }

    /// The answer in a cell.
    #[must_use]
    pub fn get<'a, T: Read + 'static>(&'a self, cell: &Cell<T>, row: usize) -> Option<T::Out<'a>> {
        T::read_cell(self, row, cell.index)
    }

    /// The money in a cell.
    #[must_use]
    pub fn money(&self, cell: &Cell<Money>, row: usize) -> Option<Money> {
        self.get(cell, row)
    }
}

/// The cells of each type, for [`Read::read_cell`].
macro_rules! cells {
    ($($name:ident($variant:ident) -> $type:ty = $cell:ident => $value:expr;)*) => {
        impl Table {$(
            pub(crate) fn $name(&self, row: usize, column: usize) -> Option<$type> {
                match self.columns.get(column)? {
                    Cells::$variant(cells) => {
                        let $cell = cells.get(row)?;
                        $value
                    }
                    _ => None,
                }
            }
        )*}
    };
}

cells! {
    yes_no_at(YesNo) -> bool = cell => *cell;
    money_at(Money) -> Money = cell => cell.money();
    count_at(Count) -> u32 = cell => *cell;
    date_at(Date) -> Date = cell => *cell;
    year_at(Year) -> Year = cell => *cell;
    choice_at(Choice) -> u8 = cell => *cell;
    answer_at(Other) -> &Answer = cell => cell.as_ref();
}

/// The answers so far, one place a question.
#[derive(Clone, PartialEq, Debug)]
pub struct Facts {
    slots: Vec<Option<Answer>>,
}

impl Default for Facts {
    fn default() -> Self {
        Self { slots: vec![None; CATALOGUE.len()] }
    }
}

/// Why an answer in a file was refused.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refusal {
    /// Which answer: `paid_in`, or `leases[2].rent` counting rows from 1.
    pub path: String,
    /// What is wrong with it.
    pub why: Why,
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
    /// More rows of a table tell a fiscal year than there are years.
    TooMany,
    /// The value itself is refused.
    Value(Complaint),
}

impl Refusal {
    /// What is wrong, with the name of the question where there is one.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        let (path, zh) = (&self.path, lang == Lang::Zh);
        let id = path.split(['[', '.']).next().unwrap_or_default();
        let why = match self.why {
            Why::NoSuchQuestion => {
                return if zh { format!("{path}：没有这个问题") } else { format!("{path}: no such question") };
            }
            Why::NotADecimal if zh => "不是只用数字写的十进制数，例如1200.50",
            Why::NotADecimal => "not a decimal number in plain digits, such as 1200.50",
            Why::TooMany => MORE_THAN_YEARS.get(lang),
            Why::WrongType if zh => "类型不对",
            Why::WrongType => "not the type this answer has",
            Why::Value(complaint) => complaint.say(lang),
        };
        match crate::applicant::question(id).map(|spec| spec.label.get(lang)) {
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

    fn add(&mut self, path: String, why: Why) {
        if self.named.len() < Self::MOST {
            self.named.push(Refusal { path, why });
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
    /// The answer to a question; `None` when it is not told or not known yet.
    #[must_use]
    pub fn get<'a, T: Read + 'static>(&'a self, question: &Question<T>) -> Option<T::Out<'a>> {
        T::read(self.slots.get(question.spec.slot as usize)?.as_ref()?)
    }

    /// The answer to a question of whatever type, also [`Answer::NotKnown`].
    #[must_use]
    pub fn answer(&self, spec: &Spec) -> Option<&Answer> {
        self.slots.get(spec.slot as usize)?.as_ref()
    }

    /// Tells or, with `None`, takes back an answer.
    ///
    /// # Errors
    /// When the question does not take such an answer. The facts stay as they were.
    pub fn set(&mut self, spec: &Spec, answer: Option<Answer>) -> Result<(), Complaint> {
        if let Some(answer) = &answer {
            spec.form.check(answer)?;
        }
        if let Some(slot) = self.slots.get_mut(spec.slot as usize) {
            *slot = answer;
        }
        Ok(())
    }

    /// The rows of a question that takes a table, to be changed in place; `None` while it is not told.
    pub fn table_mut(&mut self, spec: &Spec) -> Option<&mut Table> {
        match self.slots.get_mut(spec.slot as usize)?.as_mut()? {
            Answer::Table(table) => Some(table),
            _ => None,
        }
    }

    /// How many questions are answered, “not known yet” included.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.slots.iter().flatten().count()
    }

    /// The answers as JSON, in the order of the catalogue; questions that are not answered are left out.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut object = Map::new();
        for spec in CATALOGUE {
            if let Some(answer) = self.answer(spec) {
                object.insert(spec.id.to_owned(), answer_json(&spec.form, answer));
            }
        }
        Value::Object(object)
    }

    /// Reads what [`Facts::to_json`] writes.
    ///
    /// # Errors
    /// With the answers that are refused and why.
    pub fn from_json(json: &Map<String, Value>) -> Result<Self, Refusals> {
        let mut facts = Self::default();
        let mut refused = Refusals::default();
        for (id, value) in json {
            let Some(spec) = CATALOGUE.iter().find(|spec| spec.id == id) else {
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
        if refused.named.is_empty() { Ok(facts) } else { Err(refused) }
    }
}

fn answer_json(form: &Form, answer: &Answer) -> Value {
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
            (0..table.len())
                .map(|row| {
                    let cells = columns.iter().enumerate().filter_map(|(index, column)| {
                        table.cell(row, index).map(|answer| (column.id.to_owned(), answer_json(&column.form, &answer)))
                    });
                    Value::Object(cells.collect())
                })
                .collect()
        }
    }
}

/// A decimal number as files write it, with so many digits before and after its point at most. The parser would take
/// more than that: signs, groups of digits, a point without digits.
fn decimal(json: &Value, signed: bool, whole: usize, places: usize) -> Result<Decimal, Why> {
    let words = json.as_str().ok_or(Why::WrongType)?;
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

fn json_answer(form: &Form, json: &Value, path: &str, refused: &mut Refusals) -> Result<Answer, Why> {
    let answer = match (form, json) {
        (_, Value::Null) => Answer::NotKnown,
        (Form::YesNo, Value::Bool(yes)) => Answer::YesNo(*yes),
        (Form::Money { signed }, _) => {
            Answer::Money(Money::from_decimal(decimal(json, *signed, 16, 2)?).ok_or(Why::Value(Complaint::TooFine))?)
        }
        (Form::Area, _) => Answer::Area(Area::from_decimal(decimal(json, false, 9, 6)?)),
        (Form::Share, _) => {
            let share = decimal(json, false, 16, 8)?;
            let words = json.as_str().unwrap_or_default();
            // A share is 0 or 1 before its point: `00.5` is none.
            if words.starts_with('0') && words.len() > 1 && !words.starts_with("0.") {
                return Err(Why::NotADecimal);
            }
            Answer::Share(Rate::from_decimal(share))
        }
        (Form::Count { .. }, Value::Number(number)) => Answer::Count(
            number.as_u64().and_then(|count| u32::try_from(count).ok()).ok_or(Why::Value(Complaint::NotWhole))?,
        ),
        (Form::Year, Value::Number(number)) => Answer::Year(
            number.as_u64().and_then(|year| Year::try_from(year).ok()).ok_or(Why::Value(Complaint::NotAYear))?,
        ),
        (Form::Date, Value::String(iso)) => Answer::Date(Date::from_iso(iso).ok_or(Why::Value(Complaint::NotADate))?),
        (Form::Choice(choices), Value::String(id)) => {
            let index = choices.iter().position(|choice| choice.id == id).ok_or(Why::Value(Complaint::NotAChoice))?;
            Answer::Choice(u8::try_from(index).map_err(|_| Why::Value(Complaint::NotAChoice))?)
        }
        (Form::Words(_), Value::String(words)) => Answer::Words(words.as_str().into()),
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
                refused.add(at(id), Why::NoSuchQuestion);
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
