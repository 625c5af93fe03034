//! Workbooks of other programs: written cell by cell as the format has them, and by LibreOffice in each of its formats.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::Command;

use miyun::applicant::question;
use miyun::file_kind::FileKind;
use miyun::tables::json::reading;
use miyun::tables::open::open;
use miyun::tables::refused::Refused;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const PARTS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

fn packed(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook of one sheet with these rows, and other files beside.
fn book(rows: &str, from_1904: bool, beside: &[(&str, &str)]) -> Vec<u8> {
    let names = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;
    let workbook = format!(
        r#"<workbook {names}><workbookPr date1904="{}"/><sheets><sheet name="清单" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        u8::from(from_1904)
    );
    let sheet = format!("<worksheet {names}><sheetData>{rows}</sheetData></worksheet>");
    let mut files = vec![
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", ROOT),
        ("xl/_rels/workbook.xml.rels", PARTS),
        ("xl/workbook.xml", &workbook),
        ("xl/worksheets/sheet1.xml", &sheet),
    ];
    files.extend(beside);
    packed(&files)
}

/// A cell with words.
fn words(at: &str, words: &str) -> String {
    format!(r#"<c r="{at}" t="inlineStr"><is><t>{words}</t></is></c>"#)
}

/// Heads of an enterprise, its first tax day and a figure of 2021, and a row with these cells.
fn enterprise(day: &str, figure: &str) -> String {
    let heads = [words("A1", "企业名称"), words("B1", "首次纳税日期"), words("C1", "2021年贡献（元）")].concat();
    format!(r#"<row r="1">{heads}</row><row r="2">{}{day}{figure}</row>"#, words("A2", "甲公司"))
}

fn read(bytes: &[u8]) -> Value {
    reading(question("enterprises").unwrap(), &mut open(bytes).unwrap(), Decimal::ONE).unwrap().0
}

/// The places that are named in a list, with the reason.
fn places(said: &Value, list: &str) -> Vec<(String, String)> {
    let cells = said[list].as_array().unwrap().iter();
    cells
        .map(|cell| (cell["place"].as_str().unwrap().to_owned(), cell["why"]["en"].as_str().unwrap().to_owned()))
        .collect()
}

#[test]
fn days_are_read_however_they_are_stored() {
    let figure = r#"<c r="C2"><v>400000.5</v></c>"#;
    for (day, from_1904, serial) in [
        (r#"<c r="B2"><v>44378</v></c>"#, false, true),
        (r#"<c r="B2"><v>42916</v></c>"#, true, true),
        (r#"<c r="B2"><v>20210701</v></c>"#, false, false),
        (r#"<c r="B2" t="d"><v>2021-07-01T00:00:00</v></c>"#, false, false),
        (&words("B2", "2021年7月1日"), false, false),
    ] {
        let said = read(&book(&enterprise(day, figure), from_1904, &[]));
        assert_eq!(
            said["rows"],
            json!([{ "name": "甲公司", "first_tax": "2021-07-01", "year_1": "400000.50" }]),
            "{day}"
        );
        // A day in the guise of a number is named, for it might be one.
        assert_eq!(places(&said, "unsure").iter().any(|(place, _)| place == "B2"), serial, "{day}");
    }
}

#[test]
fn formulas_count_by_what_is_stored() {
    let day = words("B2", "2021-07-01");
    for (figure, amount, named) in [
        ("<f>0.1+0.2</f><v>0.30000000000000004</v>", json!("0.30"), None),
        ("<f>100/3</f><v>33.333333333333336</v>", json!("33.33"), Some(("unsure", "rounded"))),
        ("<f>SUM(D1:D9)</f>", Value::Null, Some(("refused", "no stored value"))),
    ] {
        let said = read(&book(&enterprise(&day, &format!(r#"<c r="C2">{figure}</c>"#)), false, &[]));
        assert_eq!(said["rows"][0]["year_1"], amount, "{figure}");
        if let Some((list, why)) = named {
            assert!(places(&said, list).iter().any(|(place, said)| place == "C2" && said.contains(why)), "{said}");
        }
    }
    let error = r#"<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>"#;
    let said = read(&book(&enterprise(&day, error), false, &[]));
    assert_eq!(places(&said, "refused").len(), 1);
}

#[test]
fn a_figure_has_the_unit_that_it_is_shown_with() {
    let day = words("B2", "2021-07-01");
    for (format, stored, amount, refused) in [
        ("General", "400000", json!("400000.00"), false),
        ("#,##0&quot;万元&quot;", "40.5", json!("405000.00"), false),
        ("#,##0&quot;万元&quot;", "33.3333333333", json!("333333.33"), false),
        // It shows less than there is.
        ("0!.0,&quot;万&quot;", "405000", json!("405000.00"), false),
        ("&quot;￥&quot;#,##0.00", "405000", json!("405000.00"), false),
        ("[$$-409]#,##0.00", "405000", Value::Null, true),
        ("0.00%", "0.05", Value::Null, true),
        ("0&quot;个月&quot;", "12", Value::Null, true),
    ] {
        let styles = format!(
            r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="200" formatCode="{format}"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>"#
        );
        let figure = format!(r#"<c r="C2" s="1"><v>{stored}</v></c>"#);
        let said = read(&book(&enterprise(&day, &figure), false, &[("xl/styles.xml", &styles)]));
        assert_eq!(said["rows"][0]["year_1"], amount, "{format} {said}");
        assert_eq!(places(&said, "refused").iter().any(|(place, _)| place == "C2"), refused, "{format}");
    }
}

#[test]
fn what_may_do_harm_is_refused_before_it_is_read() {
    let rows = enterprise("", "");
    let far = format!(r#"{rows}<row r="9"><c r="XFD9"><v>1</v></c></row>"#);
    // The size of a part, as the list of contents at the end of an archive says it.
    let mut bomb = book(&rows, false, &[]);
    let entry = bomb.windows(4).rposition(|mark| mark == b"PK\x01\x02").unwrap();
    bomb[entry + 24..entry + 28].copy_from_slice(&(1_u32 << 30).to_le_bytes());
    for (bytes, refused) in [
        (book(&rows, false, &[("xl/vbaProject.bin", "")]), Refused::Macros),
        (book(&rows, false, &[("xl/externalLinks/externalLink1.xml", "")]), Refused::ExternalLinks),
        (book(&far, false, &[]), Refused::TooManyColumns),
        (bomb, Refused::Bomb),
        (packed(&[("word/document.xml", "")]), Refused::Foreign(FileKind::Docx)),
        (
            ods(
                r#"<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>"#,
            ),
            Refused::TooManyColumns,
        ),
        (b"PK\x03\x04".to_vec(), Refused::Damaged(String::new())),
    ] {
        match (open(&bytes), refused) {
            (Err(Refused::Damaged(_)), Refused::Damaged(_)) => {}
            (found, refused) => assert_eq!(found, Err(refused)),
        }
    }
}

fn ods(cells: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:spreadsheet><table:table table:name="a"><table:table-row>{cells}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    packed(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

/// The same list in every format that LibreOffice writes and an office has.
#[test]
#[ignore = "needs LibreOffice"]
fn libreoffice_writes_what_is_read_back() {
    let list = "引进企业清单（单位：万元）,,,\n序号,企业名称,首次纳税日期,2021年贡献,2022年贡献\n1,甲公司,2021-07-01,40,299.99\n2,乙公司,2022-01-15,,400.5\n合计,,,40,700.49\n";
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lists");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("list.csv"), list).unwrap();
    let expected = read(list.as_bytes());
    assert_eq!(expected["rows"][1], json!({ "name": "乙公司", "first_tax": "2022-01-15", "year_1": "4005000.00" }));
    for (format, from) in [("xlsx", "list.csv"), ("ods", "list.xlsx"), ("xls", "list.xlsx")] {
        let mut convert = Command::new("soffice");
        convert.arg(format!("-env:UserInstallation=file://{}/profile", folder.display()));
        convert.args(["--headless", "--infilter=CSV:44,34,76,1", "--convert-to", format, "--outdir"]);
        assert!(convert.arg(&folder).arg(folder.join(from)).output().expect("soffice").status.success());
        let said = read(&fs::read(folder.join(format!("list.{format}"))).unwrap());
        assert_eq!((&said["format"], &said["rows"], &said["refused"]), (&format.into(), &expected["rows"], &json!([])));
    }
}
