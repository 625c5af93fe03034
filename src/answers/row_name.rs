//! What a row of a table is called: by the year, the day or the name in its first column, as people call it.

use std::ops::Range;

use crate::answers::answer::{Answer, Table};
use crate::answers::facts::Facts;
use crate::answers::form::{Column, Form};
use crate::answers::question::Spec;
use crate::text::Lang;

/// How many rows before and after one its name has to tell it from: a hundred thousand are not read for a name.
const AROUND: usize = 50;

/// The name of one row of the table that answers a question; `None` where it has none.
#[must_use]
pub fn row_name(facts: &Facts, question: &Spec, row: usize, lang: Lang) -> Option<String> {
    let (Some(Answer::Table(table)), Form::Table(columns)) = (facts.answer(question), question.form) else {
        return None;
    };
    let around = row.saturating_sub(AROUND)..(row + AROUND).min(table.len());
    let names = row_names(table, columns, around.clone(), lang);
    names.into_iter().nth(row.checked_sub(around.start)?)?
}

/// The names of some rows. A row has none while its first cell is empty, or says the same as that of another of them.
#[must_use]
pub fn row_names(table: &Table, columns: &[Column], rows: Range<usize>, lang: Lang) -> Vec<Option<String>> {
    let names: Vec<Option<String>> = rows.map(|row| name(&table.cell(row, 0)?, columns.first()?, lang)).collect();
    let alone = |name: &String| names.iter().flatten().filter(|other| *other == name).count() == 1;
    names.iter().map(|name| name.clone().filter(alone)).collect()
}

fn name(first: &Answer, column: &Column, lang: Lang) -> Option<String> {
    match (first, column.form) {
        (Answer::Year(year), _) => Some(if lang == Lang::Zh { format!("{year}年") } else { year.to_string() }),
        (Answer::Date(day), _) => Some(if lang == Lang::Zh { day.zh() } else { day.en() }),
        (Answer::Words(words), _) => Some(words.to_string()),
        (Answer::Choice(place), Form::Choice(choices)) => {
            choices.get(usize::from(*place)).map(|choice| choice.label.get(lang).to_owned())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::row_names;
    use crate::answers::answer::{Answer, Table};
    use crate::answers::form::Form;
    use crate::applicant::question;
    use crate::date::Date;
    use crate::text::Lang;

    #[test]
    fn rows_are_called_by_what_people_call_them() {
        let day = Date::new(2021, 3, 1).unwrap();
        let words = |words: &str| Some(Answer::Words(words.into()));
        for (question_id, first, zh, en) in [
            ("contributions", [Some(Answer::Year(2022)), Some(Answer::Year(2023))], "2022年", "2022"),
            ("increases", [Some(Answer::Date(day)), None], "2021年3月1日", "1 March 2021"),
            ("enterprises", [words("甲公司"), words("乙公司")], "甲公司", "甲公司"),
            ("received", [Some(Answer::Choice(0)), Some(Answer::Choice(1))], "第六条", "Article 6"),
        ] {
            let Form::Table(columns) = question(question_id).unwrap().form else { panic!("{question_id}") };
            let mut table = Table::new(columns);
            for (row, first) in first.into_iter().enumerate() {
                table.insert(row);
                table.set(columns, row, 0, first).unwrap();
            }
            assert_eq!(row_names(&table, columns, 0..1, Lang::Zh), [Some(zh.to_owned())], "{question_id}");
            assert_eq!(row_names(&table, columns, 0..1, Lang::En), [Some(en.to_owned())], "{question_id}");
        }
    }

    #[test]
    fn a_row_that_its_first_cell_does_not_tell_from_another_has_no_name() {
        let Form::Table(columns) = question("leases").unwrap().form else { panic!() };
        let mut table = Table::new(columns);
        for (row, year) in [Some(2024), Some(2024), None, Some(2025)].into_iter().enumerate() {
            table.insert(row);
            table.set(columns, row, 0, year.map(Answer::Year)).unwrap();
        }
        assert_eq!(row_names(&table, columns, 0..4, Lang::Zh), [None, None, None, Some("2025年".to_owned())]);
        assert_eq!(row_names(&table, columns, 1..3, Lang::Zh), [Some("2024年".to_owned()), None], "of those drawn");
    }
}
