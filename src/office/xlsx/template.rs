//! A blank table to be filled in by somebody else: heads with units, lists to choose from, and what each column takes in
//! both languages. It is read back by its heads, as any other table.

use crate::answers::form::{Column, Form};
use crate::answers::question::Spec;
use crate::office::xlsx::book::{Book, Content, Seen, Sheet, area, column_name};
use crate::office::xlsx::inputs::{Names, head};
use crate::office::xlsx::sheets::look::{CELL, HEAD, PLAIN, number, shown};
use crate::office::xlsx::words;
use crate::text::{Lang, Text, text};

/// How many rows can be filled in with the lists at hand.
const ROWS: u32 = 2_000;
/// The sheet that holds the lists.
const LISTS: &str = "_lists";

const MONEY: Text = text("元，保留两位小数；负数写“-”", "yuan, up to two decimals; negative figures with “-”");
const DAY: Text = text("日期，例如2021-03-01", "a day, such as 2021-03-01");
const YEAR: Text = text("四位年份，例如2026", "a year of four digits, such as 2026");
const CODE: Text = text("营业执照上的18位代码", "the 18 characters on the business licence");
const SHARE: Text = text("百分数，例如55%", "a percentage, such as 55%");
const PICK: Text = text("从列表中选", "choose from the list");
const WORDS: Text = text("文字", "words");

/// A blank workbook for the table of a question; `None` where it has none.
///
/// # Errors
/// When the file cannot be packed.
#[must_use]
pub fn template(spec: &Spec, lang: Lang) -> Option<Result<Vec<u8>, String>> {
    let Form::Table(columns) = spec.form else { return None };
    let mut book = Book::new(crate::office::xlsx::sheets::font(lang));
    book.title = spec.label.get(lang).to_owned();
    let mut names = Names::default();
    let widths: Vec<u16> = columns.iter().map(width).collect();
    let mut lists: Vec<Vec<&str>> = Vec::new();
    let mut sheet = Sheet::new(&names.take(spec.label.get(lang)), &widths);
    sheet.frozen = (1, 1);
    sheet.repeated = Some((0, 0));
    sheet.landscape = true;
    sheet.height(0, 34);
    for (place, column) in (0..).zip(columns) {
        let cells = area((1, place), (ROWS, place));
        let choices: Vec<&str> = match column.form {
            Form::YesNo => [words::YES, words::NO].map(|words| words.get(lang)).into(),
            Form::Choice(choices) => choices.iter().map(|choice| choice.label.get(lang)).collect(),
            _ => Vec::new(),
        };
        let list = (!choices.is_empty()).then(|| {
            let at = column_name(u16::try_from(lists.len()).unwrap_or(0));
            format!("'{LISTS}'!${at}$1:${at}${}", choices.len())
        });
        if list.is_some() {
            lists.push(choices);
        }
        sheet.explain(cells, list, hint(column));
    }
    book.sheets.push(sheet);
    for (place, column) in (0..).zip(columns) {
        book.put(0, place, head(column, lang).into(), HEAD);
        // The look of a column comes with its first cells: what is pasted below is read as well.
        for row in 1..=50 {
            book.put(row, place, Content::Blank, shown(CELL, number(&column.form)));
        }
    }
    if !lists.is_empty() {
        let mut sheet = Sheet::new(LISTS, &[]);
        sheet.seen = Seen::Never;
        book.sheets.push(sheet);
        for (place, list) in (0..).zip(&lists) {
            for (row, choice) in (0..).zip(list) {
                book.put(row, place, (*choice).into(), PLAIN);
            }
        }
    }
    Some(book.save())
}

/// What a column takes, in both languages.
fn hint(column: &Column) -> String {
    let takes = match column.form {
        Form::Money { .. } => MONEY,
        Form::Area | Form::Count { .. } => column.form.unit(),
        Form::Date => DAY,
        Form::Year => YEAR,
        Form::Code => CODE,
        Form::Share => SHARE,
        Form::YesNo | Form::Choice(_) => PICK,
        Form::Words(_) | Form::Table(_) => WORDS,
    };
    format!("{}：{}\n{}: {}", column.head.zh, takes.zh, column.head.en, takes.en)
}

fn width(column: &Column) -> u16 {
    match column.form {
        Form::Words(_) => 34,
        Form::Code | Form::Money { .. } => 22,
        _ => 16,
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::template;
    use crate::answers::form::Form;
    use crate::applicant::CATALOGUE;
    use crate::tables::json::best_sheet;
    use crate::tables::naming::Target;
    use crate::tables::open::open;
    use crate::text::Lang;

    #[test]
    fn every_template_is_recognised_column_by_column() {
        for spec in CATALOGUE {
            let Form::Table(columns) = spec.form else {
                assert!(template(spec, Lang::Zh).is_none());
                continue;
            };
            for lang in [Lang::Zh, Lang::En] {
                let bytes = template(spec, lang).unwrap().unwrap();
                let opened = open(&bytes).unwrap();
                assert_eq!(opened.sheets.len(), 1, "{}: the lists are not seen", spec.id);
                let (_, mapping) = best_sheet(&opened.sheets, columns, Decimal::from(10_000)).unwrap();
                let found: Vec<Target> = mapping.columns.iter().map(|column| column.target).collect();
                let wanted: Vec<Target> = (0..columns.len()).map(Target::Column).collect();
                assert_eq!(found, wanted, "{} {lang:?}", spec.id);
                // The head says the unit: what the page assumes does not count.
                let units =
                    mapping.columns.iter().zip(columns).filter(|(_, column)| matches!(column.form, Form::Money { .. }));
                assert!(units.clone().all(|(column, _)| column.factor == Decimal::ONE), "{}", spec.id);
            }
        }
    }
}
