//! Where answers stand in a workbook that somebody may have changed: rows and columns are known by their ids, and where
//! those are gone by what their heads and labels say.

use crate::answers::form::{Column, Form, Formerly};
use crate::answers::question::Spec;
use crate::applicant::{CATALOGUE, question};
use crate::office::xlsx::book::column_name;
use crate::office::xlsx::inputs::head;
use crate::office::xlsx::read::Unreadable;
use crate::office::xlsx::read::file::{Cells, Raw};
use crate::office::xlsx::words;
use crate::text::{Lang, Text};

/// A table of a sheet.
pub(super) struct TableAt {
    pub spec: &'static Spec,
    pub columns: &'static [Column],
    /// Columns of the sheet with the columns of the table that they hold.
    pub order: Vec<(u16, usize)>,
    /// Columns of the sheet that older workbooks had.
    pub older: Vec<(u16, &'static Formerly)>,
    /// Columns of the table that the sheet lacks.
    pub missing: Vec<usize>,
    /// The column of the rows' numbers.
    pub number: Option<u16>,
    /// The row of the heads: answers stand below.
    pub head: u32,
    /// What is said of the table as a whole.
    pub state: String,
}

/// The single answers of a sheet.
pub(super) struct Answers {
    /// The row of the heads.
    pub head: Option<u32>,
    pub label: Option<u16>,
    pub value: u16,
    pub question: Option<u16>,
    pub id: Option<u16>,
}

/// Whether a cell says these words, in either language.
fn says(raw: &Raw, words: Text) -> bool {
    let text = raw.words().trim();
    text == words.zh || text.eq_ignore_ascii_case(words.en)
}

/// Whether a cell is the head of a column, with or without its unit.
fn heads(raw: &Raw, column: &Column) -> bool {
    let text = raw.words().trim();
    [Lang::Zh, Lang::En].iter().any(|lang| text == head(column, *lang) || text == column.head.get(*lang))
}

/// An id of a question of this sort: ids are short words of small letters.
fn id(raw: &Raw, is_table: bool) -> Option<&'static Spec> {
    let Raw::Text(text) = raw else { return None };
    let text = text.trim();
    if text.len() > 40 || !text.bytes().all(|sign| matches!(sign, b'a'..=b'z' | b'0'..=b'9' | b'_')) {
        return None;
    }
    question(text).filter(|spec| matches!(spec.form, Form::Table(_)) == is_table)
}

/// The table of a sheet, if it holds one.
///
/// # Errors
/// When its heads are gone, or a column of it stands twice.
pub(super) fn table(sheet: &str, cells: &Cells) -> Result<Option<TableAt>, Unreadable> {
    let by_ids = cells.all().iter().find_map(|((row, column), raw)| {
        let spec = id(raw, true)?;
        let Form::Table(columns) = spec.form else { return None };
        // A word of somebody's own may be the id of a table: its columns' ids stand beside it.
        let beside =
            cells.row(*row).filter(|(at, raw)| at > column && columns.iter().any(|one| one.id == raw.words().trim()));
        (beside.count() > 0).then_some((spec, columns, Some((*row, *column))))
    });
    let Some((spec, columns, ids)) = by_ids.or_else(|| by_heads(sheet, cells)) else { return Ok(None) };
    let mut order: Vec<(u16, usize)> = Vec::new();
    let mut older: Vec<(u16, &'static Formerly)> = Vec::new();
    if let Some((row, first)) = ids {
        for (at, raw) in cells.row(row).filter(|(at, _)| *at > first) {
            if let Some(column) = columns.iter().position(|column| column.id == raw.words().trim()) {
                order.push((at, column));
            } else if let Some(formerly) = Formerly::of(columns, raw.words().trim()) {
                older.push((at, formerly));
            }
        }
    }
    let Some(head) = head_row(cells, columns, ids.map(|(row, _)| row)) else {
        return Err(Unreadable::NoColumn(sheet.to_owned(), columns.iter().map(|column| column.head).collect()));
    };
    // What has no id is known by its head.
    for (index, column) in columns.iter().enumerate() {
        if !order.iter().any(|(_, other)| *other == index) {
            let found =
                cells.row(head).filter(|(at, raw)| heads(raw, column) && !order.iter().any(|(other, _)| other == at));
            order.extend(found.map(|(at, _)| (at, index)).collect::<Vec<_>>());
        }
    }
    let missing: Vec<usize> = columns
        .iter()
        .enumerate()
        .filter(|(index, _)| !order.iter().any(|(_, other)| other == index))
        .filter(|(index, _)| !older.iter().any(|(_, formerly)| formerly.fills.contains(index)))
        .map(|(index, _)| index)
        .collect();
    for (place, (at, index)) in order.iter().enumerate() {
        if let Some((other, _)) = order[..place].iter().find(|(_, other)| other == index) {
            let twice = [other, at].map(|at| format!("{sheet}!{}", column_name(*at)));
            return Err(Unreadable::TwoColumns(columns[*index].head, twice));
        }
    }
    let number = cells.row(head).find(|(_, raw)| says(raw, words::NUMBER)).map(|(at, _)| at).or(ids.map(|(_, at)| at));
    let state =
        cells.all().iter().take_while(|((row, _), _)| *row < head).find(|(_, raw)| says(raw, words::TABLE_STATE));
    let state = state.and_then(|((row, column), _)| cells.row(*row).find(|(at, _)| at > column));
    let state = state.map_or_else(String::new, |(_, raw)| raw.words().trim().to_owned());
    Ok(Some(TableAt { spec, columns, order, older, missing, number, head, state }))
}

/// A table whose ids were deleted: the sheet still says what it is, and heads of its columns stand in a row.
#[allow(clippy::type_complexity)]
fn by_heads(sheet: &str, cells: &Cells) -> Option<(&'static Spec, &'static [Column], Option<(u32, u16)>)> {
    CATALOGUE.iter().find_map(|spec| {
        let Form::Table(columns) = spec.form else { return None };
        let named = [spec.label.zh, spec.label.en].iter().any(|label| sheet.starts_with(label))
            || cells.all().iter().take(8).any(|(_, raw)| says(raw, spec.label));
        let head = named.then(|| head_row(cells, columns, None)).flatten()?;
        let found = columns.iter().filter(|column| cells.row(head).any(|(_, raw)| heads(raw, column))).count();
        (found * 2 >= columns.len() && cells.row(head).any(|(_, raw)| says(raw, words::NUMBER) || found > 1))
            .then_some((*spec, columns, None))
    })
}

/// The row that has the most heads of a table; at best the one below its ids.
fn head_row(cells: &Cells, columns: &[Column], ids: Option<u32>) -> Option<u32> {
    let found = |row: u32| cells.row(row).filter(|(_, raw)| columns.iter().any(|column| heads(raw, column))).count();
    let mut best = ids.map(|ids| (0, ids));
    for row in cells.rows().filter(|row| ids.is_none_or(|ids| *row > ids)) {
        let count = found(row);
        if count > best.map_or(0, |(most, _)| most) {
            best = Some((count, row));
        }
        if count >= columns.len() {
            break;
        }
    }
    best.map(|(_, row)| row)
}

/// Whether a row holds sums of those above: its number, or its first words, say so.
pub(super) fn is_total(cells: &Cells, row: u32, at: &TableAt) -> bool {
    let sums = ["合计", "总计", "小计", "累计", "总和", "total", "sum", "subtotal", "grand total"];
    let first = at.order.iter().map(|(column, _)| *column).chain(at.number).min();
    let mut looked_at =
        cells.row(row).filter(|(column, _)| Some(*column) == at.number || first.is_none_or(|first| *column <= first));
    let words: fn(&str) -> String =
        |words| words.chars().filter(|sign| !sign.is_whitespace() && !matches!(sign, ':' | '：')).collect();
    looked_at.any(|(_, raw)| {
        let said = words(raw.words()).to_ascii_lowercase();
        sums.iter().any(|sum| said == words(sum))
    })
}

/// The single answers of a sheet, if it holds some.
///
/// # Errors
/// When the column of the answers is gone.
pub(super) fn answers(sheet: &str, cells: &Cells) -> Result<Option<Answers>, Unreadable> {
    /// Fewer ids than this may be words of somebody's own.
    const ENOUGH: usize = 3;
    let mut ids: Vec<(u16, usize)> = Vec::new();
    for ((_, column), raw) in cells.all() {
        if id(raw, false).is_some() {
            match ids.iter_mut().find(|(other, _)| other == column) {
                Some((_, count)) => *count += 1,
                None => ids.push((*column, 1)),
            }
        }
    }
    let id_column =
        ids.iter().max_by_key(|(_, count)| *count).filter(|(_, count)| *count >= ENOUGH).map(|(column, _)| *column);
    let find = |row: u32, words: Text| cells.row(row).find(|(_, raw)| says(raw, words)).map(|(column, _)| column);
    let head = cells.rows().find(|row| {
        let found = [words::LABEL, words::VALUE, words::UNIT, words::QUESTION];
        found.iter().filter(|words| find(*row, **words).is_some()).count() >= 3
    });
    let at = |words: Text| head.and_then(|row| find(row, words));
    let (label, question) = (at(words::LABEL), at(words::QUESTION));
    if id_column.is_none() && (head.is_none() || (label.is_none() && question.is_none())) {
        return Ok(None);
    }
    match at(words::VALUE) {
        Some(value) => Ok(Some(Answers { head, label, value, question, id: id_column })),
        None => Err(Unreadable::NoColumn(sheet.to_owned(), vec![words::VALUE])),
    }
}

/// The question of a row: by its id, else by its label, else by the question itself. `None` for a row that is none.
///
/// # Errors
/// With the column of an id that is none of ours.
pub(super) fn single(cells: &Cells, row: u32, at: &Answers) -> Result<Option<&'static Spec>, u16> {
    let written = |column: Option<u16>| column.and_then(|column| cells.at(row, column));
    if let Some(raw) = written(at.id).filter(|raw| !raw.words().trim().is_empty()) {
        return id(raw, false).map(Some).ok_or(at.id.unwrap_or(at.value));
    }
    let matching = |raw: &Raw, words: fn(&Spec) -> Text| {
        let mut all = CATALOGUE.iter().filter(|spec| !matches!(spec.form, Form::Table(_)) && says(raw, words(spec)));
        let first = all.next().copied();
        // Two of one name are told apart by something else.
        first.filter(|_| all.next().is_none())
    };
    let by_label = written(at.label).and_then(|raw| matching(raw, |spec| spec.label));
    Ok(by_label.or_else(|| written(at.question).and_then(|raw| matching(raw, |spec| spec.ask))))
}
