//! Workbooks that somebody changed by hand and saved again: nothing is lost or doubled without a word.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::answers::answer::Answer;
use crate::applicant::identity::NAME;
use crate::applicant::question;
use crate::drafts::draft::Draft;
use crate::office::xlsx::book::{Book, column_name};
use crate::office::xlsx::tests::{assess, example, part_of, today, with_part};
use crate::office::xlsx::trace::Model;
use crate::office::xlsx::{HIDDEN, Remark, Unreadable, read, sheets, words};
use crate::text::Lang;

/// The bank's workbook: its draft, its sheets and its file.
fn bank(lang: Lang) -> (Draft, Book, Vec<u8>) {
    let draft = example("bank");
    let book = sheets::book(&Model::trace(&draft, &assess(&draft)), lang, today());
    let bytes = book.save().unwrap();
    (draft, book, bytes)
}

/// A sheet with its cells elsewhere; `None` takes a cell out.
fn moved(xml: &str, place: impl Fn(u32, u16) -> Option<(u32, u16)>) -> String {
    let mut parts = xml.split("<c r=\"");
    let mut out = rows_moved(parts.next().unwrap(), &place);
    for part in parts {
        let (name, rest) = part.split_once('"').unwrap();
        let digits = name.find(|sign: char| sign.is_ascii_digit()).unwrap();
        let column =
            name[..digits].bytes().fold(0_u16, |number, letter| number * 26 + u16::from(letter - b'A') + 1) - 1;
        let row: u32 = name[digits..].parse().unwrap();
        let is_empty = rest.split_once('>').unwrap().0.ends_with('/');
        let end = if is_empty { rest.find("/>").unwrap() + 2 } else { rest.find("</c>").unwrap() + 4 };
        let (cell, after) = rest.split_at(end);
        if let Some((row, column)) = place(row - 1, column) {
            out += &format!("<c r=\"{}{}\"{cell}", column_name(column), row + 1);
        }
        out += &rows_moved(after, &place);
    }
    out
}

fn rows_moved(xml: &str, place: &impl Fn(u32, u16) -> Option<(u32, u16)>) -> String {
    let mut parts = xml.split("<row r=\"");
    let mut out = parts.next().unwrap().to_owned();
    for part in parts {
        let (row, rest) = part.split_once('"').unwrap();
        let row = row.parse::<u32>().unwrap() - 1;
        let to = (0..40).find_map(|column| place(row, column)).map_or(row, |(row, _)| row);
        out += &format!("<row r=\"{}\"{rest}", to + 1);
    }
    out
}

/// The file with another sheet, which is this part changed.
fn with_copy(bytes: &[u8], part: &str, name: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut copy = String::new();
    zip.by_name(part).unwrap().read_to_string(&mut copy).unwrap();
    let bytes = with_part(bytes, "xl/workbook.xml", |xml| {
        xml.replace("</sheets>", &format!("<sheet name=\"{name}\" sheetId=\"999\" r:id=\"rId999\"/></sheets>"))
    });
    let bytes = with_part(&bytes, "xl/_rels/workbook.xml.rels", |xml| {
        xml.replace(
            "</Relationships>",
            "<Relationship Id=\"rId999\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/copy.xml\"/></Relationships>",
        )
    });
    let mut writer = ZipWriter::new_append(Cursor::new(bytes)).unwrap();
    writer.start_file("xl/worksheets/copy.xml", SimpleFileOptions::default()).unwrap();
    writer.write_all(change(copy).as_bytes()).unwrap();
    writer.finish().unwrap().into_inner()
}

/// The file without a sheet.
fn without(bytes: &[u8], name: &str) -> Vec<u8> {
    with_part(bytes, "xl/workbook.xml", |xml| {
        let at = xml.find(&format!("name=\"{name}\"")).unwrap();
        let (from, to) = (xml[..at].rfind("<sheet ").unwrap(), at + xml[at..].find("/>").unwrap() + 2);
        format!("{}{}", &xml[..from], &xml[to..])
    })
}

/// Where a cell goes; none where it is left out.
type Moved = dyn Fn(u32, u16) -> Option<(u32, u16)>;

#[test]
fn rows_and_columns_put_in_or_moved_change_no_answer() {
    for lang in [Lang::Zh, Lang::En] {
        let (draft, book, bytes) = bank(lang);
        let inputs = part_of(&book, words::INPUTS.get(lang));
        let table = part_of(&book, question("contributions").unwrap().label.get(lang));
        let changes: [&Moved; 6] = [
            &|row, column| Some((row, column + 1)),
            &|row, column| Some((row, if column > 1 { column + 2 } else { column })),
            &|row, column| Some((row + 25, column)),
            &|row, column| Some((if row > 3 { row + 1 } else { row }, column)),
            &|row, column| Some((row * 2, column + 3)),
            &|row, column| Some((row, if column == 0 { 30 } else { column })),
        ];
        for change in changes {
            for part in [&inputs, &table] {
                let changed = with_part(&bytes, part, |xml| moved(&xml, change));
                let book = read(&changed).unwrap_or_else(|why| panic!("{}", why.says(Lang::Zh)));
                assert_eq!((&book.draft, book.remarks.len()), (&draft, 0));
                assert!(book.gone.is_empty());
            }
        }
    }
}

#[test]
fn without_ids_cells_are_known_by_their_words() {
    for lang in [Lang::Zh, Lang::En] {
        let (draft, book, bytes) = bank(lang);
        let inputs = part_of(&book, words::INPUTS.get(lang));
        let no_ids =
            with_part(&bytes, &inputs, |xml| moved(&xml, |row, column| (column != 4).then_some((row, column))));
        assert_eq!(read(&no_ids).map(|book| book.draft).as_ref(), Ok(&draft));
        // The hidden row of a table.
        let mut changed = no_ids;
        for id in ["contributions", "leases", "homes", "executives"] {
            let label = question(id).unwrap().label.get(lang);
            // A long name is cut to what a sheet's name may have.
            if !book.sheets.iter().any(|sheet| sheet.name == label) {
                continue;
            }
            let part = part_of(&book, label);
            changed = with_part(&changed, &part, |xml| {
                moved(&xml, |row, column| (row != 2).then_some((if row > 2 { row - 1 } else { row }, column)))
            });
        }
        assert_eq!(read(&changed).map(|book| book.draft).as_ref(), Ok(&draft));
    }
}

#[test]
fn what_is_gone_is_kept_and_named() {
    let (draft, book, bytes) = bank(Lang::Zh);
    // A row of the answers, a sheet of a table, the sheet of all answers.
    let inputs = part_of(&book, words::INPUTS.zh);
    let row = with_part(&bytes, &inputs, |xml| {
        let place = xml.find(">paid_in<").unwrap();
        let from = xml[..place].rfind("<row ").unwrap();
        let to = place + xml[place..].find("</row>").unwrap() + 6;
        format!("{}{}", &xml[..from], &xml[to..])
    });
    for (changed, gone) in
        [(row, vec!["paid_in"]), (without(&bytes, question("contributions").unwrap().label.zh), vec!["contributions"])]
    {
        let book = read(&changed).unwrap();
        assert_eq!((&book.draft, &book.gone), (&draft, &gone));
    }
    let book = read(&without(&bytes, words::INPUTS.zh)).unwrap();
    assert_eq!(book.draft, draft);
    assert!(book.gone.len() > 30 && !book.gone.contains(&"contributions"), "{:?}", book.gone);
    // An emptied cell is no cell that is gone.
    let cleared = with_part(&bytes, &inputs, |xml| xml.replacen("<v>1200000000.00</v>", "", 2));
    let book = read(&cleared).unwrap();
    assert!(book.gone.is_empty());
    assert_eq!(book.draft.facts.answer(question("paid_in").unwrap()), None);
    // A workbook of an older version does not know what was in it.
    let hidden = with_part(&without(&bytes, words::INPUTS.zh), &part_of(&bank(Lang::Zh).1, HIDDEN), |xml| {
        let from = xml.find("\"facts\":").or_else(|| xml.find("&quot;facts&quot;:")).unwrap();
        let to = from + xml[from..].find("\"format\"").or_else(|| xml[from..].find("&quot;format&quot;")).unwrap();
        format!("{}{}", &xml[..from], &xml[to..])
    });
    assert_eq!(read(&hidden).unwrap_err(), Unreadable::NotOurs);
}

#[test]
fn without_the_hidden_sheet_the_answers_are_there() {
    let (draft, _, bytes) = bank(Lang::Zh);
    let book = read(&without(&bytes, HIDDEN)).unwrap();
    assert_eq!((book.draft.facts, book.remarks), (draft.facts, vec![Remark::NoRest]));
    let (_, book, bytes) = bank(Lang::Zh);
    let renamed = with_part(&bytes, "xl/workbook.xml", |xml| xml.replace(HIDDEN, "Sheet1"));
    assert!(read(&renamed).unwrap().remarks.is_empty() && book.sheets.iter().any(|sheet| sheet.name == HIDDEN));
    // Rows and columns put into it, also among the pieces of the draft.
    let hidden = part_of(&book, HIDDEN);
    let changes: [&Moved; 3] =
        [&|row, column| Some((row + 2, column)), &|row, column| Some((row, column + 1)), &|row, column| {
            Some((if row > 1 { row * 2 } else { row }, column + 4))
        }];
    for change in changes {
        let moved = read(&with_part(&bytes, &hidden, |xml| moved(&xml, change))).unwrap();
        assert_eq!((moved.remarks.len(), moved.gone.len()), (0, 0));
    }
    let neither = without(&without(&bytes, HIDDEN), words::INPUTS.zh);
    assert_eq!(read(&neither).unwrap_err(), Unreadable::NotOurs);
}

#[test]
fn two_sheets_of_one_table_are_asked_about() {
    let (draft, book, bytes) = bank(Lang::Zh);
    let label = question("contributions").unwrap().label;
    let part = part_of(&book, label.zh);
    let same = with_copy(&bytes, &part, "区域综合贡献 (2)", |xml| xml);
    assert_eq!(read(&same).map(|book| book.draft).as_ref(), Ok(&draft));
    let other =
        with_copy(&bytes, &part, "区域综合贡献 (2)", |xml| xml.replacen("<v>120000.00</v>", "<v>130000</v>", 1));
    let Err(Unreadable::Twice(choice)) = read(&other) else { panic!() };
    let places: Vec<&str> = choice.questions[0].answers.iter().map(|(place, _)| place.as_str()).collect();
    assert_eq!(places, ["区域综合贡献", "区域综合贡献 (2)"]);
    // A caller that can ask goes on with the answer.
    assert_eq!(choice.clone().settle(&[0]).draft, draft);
    let second = choice.clone().settle(&[1]).draft;
    assert_ne!(second, draft);
    assert_eq!(second.facts.answer(choice.questions[0].spec), choice.questions[0].answers[1].1.as_ref());
    let says = Unreadable::Twice(choice).says(Lang::Zh);
    assert!(says.contains("区域综合贡献 (2)") && says.contains("删去"), "{says}");
    let part = part_of(&book, words::INPUTS.zh);
    let name = draft.facts.get(&NAME).unwrap();
    let other = with_copy(&bytes, &part, "填报内容 (2)", |xml| xml.replacen(name, "另一家", 1));
    let Err(Unreadable::Twice(choice)) = read(&other) else { panic!() };
    let [name] = choice.questions.as_slice() else { panic!() };
    assert!(name.spec.id == NAME.spec.id && name.answers[1].0.starts_with("填报内容 (2)!B"));
}

#[test]
fn columns_that_are_gone_or_doubled_are_named() {
    let (_, book, bytes) = bank(Lang::Zh);
    let label = question("contributions").unwrap().label.zh;
    let part = part_of(&book, label);
    let gone = with_part(&bytes, &part, |xml| moved(&xml, |row, column| (column != 2).then_some((row, column))));
    let Err(Unreadable::NoColumn(sheet, columns)) = read(&gone) else { panic!() };
    assert_eq!((sheet.as_str(), columns.len()), (label, 1));
    let inputs = part_of(&book, words::INPUTS.zh);
    let gone = with_part(&bytes, &inputs, |xml| moved(&xml, |row, column| (column != 1).then_some((row, column))));
    assert!(matches!(read(&gone), Err(Unreadable::NoColumn(_, columns)) if columns == [words::VALUE]));
}

#[test]
fn days_formulas_and_sums_of_other_programs() {
    let (draft, book, bytes) = bank(Lang::Zh);
    let inputs = part_of(&book, words::INPUTS.zh);
    let founded = draft.facts.answer(question("founded").unwrap()).cloned();
    assert!(matches!(founded, Some(Answer::Date(_))));
    // 44638 is 18 March 2022.
    for iso in ["2022-03-18T00:00:00", "2022-03-18", "2022-03-18T00:00:00.000Z"] {
        let days = with_part(&bytes, &inputs, |xml| {
            let at = xml.find("<v>44638</v>").unwrap();
            let cell = xml[..at].rfind("<c ").unwrap();
            format!("{}{} t=\"d\"><v>{iso}</v>{}", &xml[..cell], &xml[cell..at - 1], &xml[at + 12..])
        });
        assert_eq!(read(&days).map(|book| book.draft).as_ref(), Ok(&draft), "{iso}");
    }
    let formula = with_part(&bytes, &inputs, |xml| xml.replace("<v>1200000000.00</v>", "<f>1000000*1200</f>"));
    let Err(Unreadable::Cells(refused, 0)) = read(&formula) else { panic!() };
    assert!(refused.iter().all(|refused| refused.why.zh.contains("公式")) && !refused.is_empty(), "{refused:?}");
    let worked =
        with_part(&bytes, &inputs, |xml| xml.replace("<v>1200000000.00</v>", "<f>1000000*1200</f><v>1200000000</v>"));
    assert_eq!(read(&worked).map(|book| book.draft).as_ref(), Ok(&draft));
    // A row of sums below a table.
    let part = part_of(&book, question("contributions").unwrap().label.zh);
    for word in ["合计", "合 计：", "Total"] {
        let sums = with_part(&bytes, &part, |xml| {
            let sum = format!(
                "<row r=\"15\"><c r=\"A15\" t=\"inlineStr\"><is><t>{word}</t></is></c><c r=\"C15\"><v>11000000</v></c></row>"
            );
            let from = xml.find("<row r=\"15\"").unwrap();
            let to = from + xml[from..].find("</row>").unwrap() + 6;
            format!("{}{sum}{}", &xml[..from], &xml[to..])
        });
        let book = read(&sums).unwrap();
        assert_eq!(book.draft, draft);
        assert_eq!(book.remarks, [Remark::Total("区域综合贡献".to_owned(), "A15".to_owned())]);
    }
}
