//! Workbooks of spreadsheets: their sheets as cells, by the crate `calamine`. What may do harm is refused before it is
//! read: archives that unpack to too much, macros, links to other files.

use std::io::{self, Cursor, Read};

use calamine::{Data, DataRef, ExcelDateTime, Ods, OdsError, Reader, SheetVisible, Style, Xls, XlsError, Xlsx};
use quick_xml::events::Event;
use rust_decimal::Decimal;
use zip::ZipArchive;

use crate::date::Date;
use crate::file_kind::FileKind;
use crate::order::Order;
use crate::pause::Pause;
use crate::tables::cell::{Cell, Epoch, Fault, Line, Sheet};
use crate::tables::number_format;
use crate::tables::refused::{MOST_COLUMNS, MOST_LINES, Refused, go_on};

/// The most bytes that a packed workbook may unpack to.
const MOST_UNPACKED: u64 = 320 << 20;
/// The most cells that an OpenDocument sheet may come to, empty ones within counted.
const MOST_CELLS: u64 = 6_000_000;

fn damaged(error: impl std::fmt::Display) -> Refused {
    Refused::Damaged(error.to_string())
}

/// What kind of workbook the bytes are, if they are one.
///
/// # Errors
/// When it is one that is not read: locked, with macros or links, or of another kind.
pub fn format(bytes: &[u8]) -> Result<Option<&'static str>, Refused> {
    let foreign = || Err(FileKind::of(bytes).map_or(Refused::NoText, Refused::Foreign));
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        let holds = |name: &str| {
            let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            bytes.windows(wide.len()).any(|window| window == wide)
        };
        if holds("EncryptedPackage") {
            return Err(Refused::Locked);
        }
        if holds("_VBA_PROJECT_CUR") {
            return Err(Refused::Macros);
        }
        return if holds("Workbook") || holds("Book") { Ok(Some("xls")) } else { foreign() };
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return Ok(None);
    }
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let names: Vec<String> = archive.file_names().filter_map(Result::ok).map(std::borrow::Cow::into_owned).collect();
    let any = |test: &dyn Fn(&str) -> bool| names.iter().any(|name| test(name));
    let format = if any(&|name| name == "xl/workbook.xml") {
        "xlsx"
    } else if any(&|name| name == "content.xml") && any(&|name| name == "mimetype") {
        "ods"
    } else {
        return foreign();
    };
    if any(&|name| name.ends_with("vbaProject.bin") || name.starts_with("Basic/")) {
        return Err(Refused::Macros);
    }
    if any(&|name| name.starts_with("xl/externalLinks/")) {
        return Err(Refused::ExternalLinks);
    }
    Ok(Some(format))
}

/// Unpacks every file to nowhere, and no further than it may: what an archive says of its sizes need not be true.
async fn weigh(bytes: &[u8], pause: &mut dyn Pause) -> Result<(), Refused> {
    /// How many bytes are unpacked in a step.
    const STEP: u64 = 1 << 21;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut said = 0_u64;
    for index in 0..archive.len() {
        said = said.saturating_add(archive.by_index_raw(index).map_err(damaged)?.size());
    }
    if said > MOST_UNPACKED {
        return Err(Refused::Bomb);
    }
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(_) => Refused::Locked,
            other => damaged(other),
        })?;
        let (size, mut found) = (file.size(), 0_u64);
        loop {
            let some = io::copy(&mut (&mut file).take(STEP), &mut io::sink()).map_err(damaged)?;
            found += some;
            if found > size {
                return Err(Refused::Bomb);
            }
            if some < STEP {
                break;
            }
            go_on(pause, 0).await?;
        }
    }
    Ok(())
}

/// The sheets of a workbook that are shown and have cells; one of today's kind with pauses.
/// What its archive unpacks to is weighed before anything is read.
///
/// # Errors
/// When it is damaged or has too much, or is not wanted any more.
pub async fn sheets(bytes: &[u8], format: &str, pause: &mut dyn Pause) -> Result<Vec<Sheet>, Refused> {
    if format != "xls" {
        weigh(bytes, pause).await?;
    }
    let sheets = match format {
        "xlsx" => xlsx(bytes, pause).await?,
        "xls" => {
            let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
                XlsError::Password => Refused::Locked,
                other => damaged(other),
            })?;
            let epoch = if book.has_1904_epoch() { Epoch::Y1904 } else { Epoch::Y1900 };
            whole(&mut book, epoch)?
        }
        _ => {
            weigh_ods(bytes)?;
            let mut book = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
                OdsError::Password => Refused::Locked,
                other => damaged(other),
            })?;
            whole(&mut book, Epoch::Y1900)?
        }
    };
    if sheets.is_empty() { Err(Refused::Empty) } else { Ok(sheets) }
}

/// The names of the sheets that are shown.
fn shown<R: Reader<Cursor<B>>, B: AsRef<[u8]>>(book: &R) -> Vec<String>
where
    Cursor<B>: Read + io::Seek,
{
    let sheets = book.sheets_metadata().iter();
    sheets.filter(|sheet| sheet.visible == SheetVisible::Visible).map(|sheet| sheet.name.clone()).collect()
}

/// How many cells are read in a step.
const STEP: usize = 4_000;

/// Cell by cell: a sheet is never laid out in full, however far apart its cells are.
async fn xlsx(bytes: &[u8], pause: &mut dyn Pause) -> Result<Vec<Sheet>, Refused> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let epoch = if book.has_1904_epoch() { Epoch::Y1904 } else { Epoch::Y1900 };
    let mut sheets = Vec::new();
    for name in shown(&book) {
        let mut lines: Vec<Line> = Vec::new();
        // A sheet of a chart has no cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        let (rows, mut read) = (cells.dimensions().end.0 as usize, 0_usize);
        while let Some(record) = cells.next_cell_with_formula_metadata().map_err(damaged)? {
            let cell = match record.value {
                DataRef::Empty if record.formula.is_some() => Cell::Fault(Fault::NoValue),
                DataRef::SharedString(text) => Cell::text(text),
                other => cell(&Data::from(other)),
            };
            let (row, column) = record.pos;
            let (row, column) = (row as usize, column as usize);
            read += 1;
            if read.is_multiple_of(STEP) {
                go_on(pause, row.saturating_mul(100).checked_div(rows).unwrap_or(0).min(100)).await?;
            }
            if cell.is_empty() {
                continue;
            }
            if column >= MOST_COLUMNS {
                return Err(Refused::TooManyColumns);
            }
            if lines.last().is_none_or(|line| line.number != row + 1) {
                if lines.len() >= MOST_LINES {
                    return Err(Refused::TooManyLines);
                }
                lines.push(Line { number: row + 1, cells: Vec::new() });
            }
            if let Some(line) = lines.last_mut() {
                if line.cells.len() <= column {
                    line.cells.resize(column + 1, Cell::Empty);
                }
                line.cells[column] = cell;
            }
        }
        lines.order_by_key(|line| line.number);
        let units: Vec<Option<String>> = cells.styles().iter().map(unit).collect();
        drop(cells);
        if units.iter().any(Option::is_some) {
            measure(&mut book, &name, &units, &mut lines, pause).await?;
        }
        if !lines.is_empty() {
            sheets.push(Sheet { name, lines, epoch: Some(epoch), turned: false });
        }
    }
    Ok(sheets)
}

/// The unit that a style shows its figures with.
fn unit(style: &Style) -> Option<String> {
    number_format::unit(&style.number_format.as_ref()?.format_code)
}

/// Gives figures the unit that they are shown with. Few workbooks have such styles; only these are read a second time.
async fn measure(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    units: &[Option<String>],
    lines: &mut [Line],
    pause: &mut dyn Pause,
) -> Result<(), Refused> {
    let mut cells = book.worksheet_cells_reader(name).map_err(damaged)?;
    let mut read = 0_usize;
    while let Some((row, column, style)) = cells.next_style_id().map_err(damaged)? {
        read += 1;
        if read.is_multiple_of(STEP) {
            go_on(pause, 100).await?;
        }
        let Some(unit) = units.get(style).and_then(Option::as_deref) else { continue };
        let Ok(place) = lines.binary_search_by_key(&(row as usize + 1), |line| line.number) else { continue };
        let Some(cell) = lines[place].cells.get_mut(column as usize) else { continue };
        if let Cell::Number(figure) = cell {
            // What is shown in per cent counts a hundred times what is stored.
            let shown = if unit == "%" { hundredfold(figure) } else { Some(figure.clone()) };
            if let Some(shown) = shown {
                *cell = Cell::Measured(shown, unit.into());
            }
        }
    }
    Ok(())
}

fn hundredfold(figure: &str) -> Option<Box<str>> {
    let figure = figure.parse::<Decimal>().ok()?.checked_mul(Decimal::ONE_HUNDRED)?;
    Some(figure.normalize().to_string().into())
}

/// Sheet by sheet, as the readers of older formats give them.
fn whole<'a, R: Reader<Cursor<&'a [u8]>>>(book: &mut R, epoch: Epoch) -> Result<Vec<Sheet>, Refused>
where
    R::Error: std::fmt::Display,
{
    let mut sheets = Vec::new();
    for name in shown(book) {
        let range = book.worksheet_range(&name).map_err(damaged)?;
        let formulas = book.worksheet_formula(&name).map_err(damaged)?;
        let (rows, columns) = range.get_size();
        if rows > MOST_LINES {
            return Err(Refused::TooManyLines);
        }
        if columns > MOST_COLUMNS {
            return Err(Refused::TooManyColumns);
        }
        let start = range.start().unwrap_or((0, 0));
        let mut lines: Vec<Line> = range
            .rows()
            .enumerate()
            .map(|(row, found)| {
                let mut cells = vec![Cell::Empty; start.1 as usize];
                cells.extend(found.iter().map(cell));
                Line { number: start.0 as usize + row + 1, cells }
            })
            .collect();
        for (row, column, formula) in formulas.used_cells() {
            let origin = formulas.start().unwrap_or((0, 0));
            let (row, column) = (origin.0 as usize + row, origin.1 as usize + column);
            let line = row.checked_sub(start.0 as usize).and_then(|row| lines.get_mut(row));
            if let Some(cell) = line.and_then(|line| line.cells.get_mut(column))
                && cell.is_empty()
                && !formula.is_empty()
            {
                *cell = Cell::Fault(Fault::NoValue);
            }
        }
        lines.retain(|line| !line.is_empty());
        if !lines.is_empty() {
            sheets.push(Sheet { name, lines, epoch: Some(epoch), turned: false });
        }
    }
    Ok(sheets)
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::String(text) => Cell::text(text),
        Data::Int(number) => Cell::Number(number.to_string().into()),
        Data::Float(number) => Cell::Number(digits(*number).into()),
        Data::Bool(yes) => Cell::YesNo(*yes),
        Data::DateTime(moment) => day(*moment),
        Data::DateTimeIso(iso) => iso_day(iso),
        Data::DurationIso(_) => Cell::Fault(Fault::Duration),
        Data::Error(_) => Cell::Fault(Fault::Error),
    }
}

/// A number in plain digits, the fifteen that spreadsheets show: `0.1 + 0.2` is `0.3`.
fn digits(number: f64) -> String {
    let shortest = number.to_string();
    // What is as short is the same: nearly all figures of people.
    if shortest.len() <= 15 {
        return shortest;
    }
    let fifteen = Decimal::from_scientific(&format!("{number:.14e}")).map(|decimal| decimal.normalize().to_string());
    fifteen.unwrap_or(shortest)
}

fn day(moment: ExcelDateTime) -> Cell {
    if moment.is_duration() {
        return Cell::Fault(Fault::Duration);
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    Date::new(year, month, day).map_or_else(|| Cell::Number(digits(moment.as_f64()).into()), Cell::Day)
}

/// `2021-07-01` or `2021-07-01T00:00:00`.
fn iso_day(iso: &str) -> Cell {
    iso.get(..10).and_then(Date::from_iso).map_or_else(|| Cell::text(iso), Cell::Day)
}

/// How many cells an OpenDocument workbook comes to when its repeated ones are written out: a file of a line may say a
/// thousand million.
fn weigh_ods(bytes: &[u8]) -> Result<(), Refused> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let content = archive.by_name("content.xml").map_err(damaged)?;
    let mut xml = quick_xml::Reader::from_reader(io::BufReader::new(content));
    let mut buffer = Vec::new();
    // Up to the last cell that has something: what comes after it in its row, and rows after the last such row, are room.
    let (mut rows, mut width, mut last_row, mut last_column, mut repeat) = (0_u64, 0_u64, 0_u64, 0_u64, 1_u64);
    loop {
        buffer.clear();
        let event = xml.read_event_into(&mut buffer).map_err(damaged)?;
        let (Event::Start(element) | Event::Empty(element)) = &event else {
            if matches!(event, Event::Eof) {
                return Ok(());
            }
            continue;
        };
        let number = |name: &str| {
            let found = element.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
            found.normalized_value(quick_xml::XmlVersion::Explicit1_0).ok()?.parse::<u64>().ok()
        };
        match element.name().as_ref() {
            "table:table" => (rows, last_row, last_column) = (0, 0, 0),
            "table:table-row" => {
                rows = rows.saturating_add(repeat);
                repeat = number("table:number-rows-repeated").unwrap_or(1);
                width = 0;
            }
            "table:table-cell" | "table:covered-table-cell" => {
                width = width.saturating_add(number("table:number-columns-repeated").unwrap_or(1));
                if element.attributes().flatten().any(|attribute| attribute.key.as_ref() == "office:value-type") {
                    last_column = last_column.max(width);
                    last_row = rows.saturating_add(repeat);
                }
            }
            "table:table-source" => return Err(Refused::ExternalLinks),
            _ => {}
        }
        if last_column > MOST_COLUMNS as u64 {
            return Err(Refused::TooManyColumns);
        }
        if last_row > MOST_LINES as u64 {
            return Err(Refused::TooManyLines);
        }
        if last_row.saturating_mul(last_column) > MOST_CELLS {
            return Err(Refused::Bomb);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn a_number_has_fifteen_digits_at_most() {
        for (number, plain) in [
            (0.1 + 0.2, "0.3"),
            (12.34, "12.34"),
            (-1200.0, "-1200"),
            (123_456_789_012_345.0, "123456789012345"),
            (1_234_567_890_123_456.0, "1234567890123460"),
            (1e15, "1000000000000000"),
            (0.000_012_345, "0.000012345"),
            (5_000_000.004_999_999, "5000000.005"),
        ] {
            assert_eq!(digits(number), plain);
        }
    }
}
