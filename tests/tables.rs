//! Other people's tables as they come: pasted, saved by spreadsheets, written by programs. Each case says what a clerk
//! would read in it; what is refused is written `!`.

use miyun::answers::form::Form;
use miyun::answers::json::answer_json;
use miyun::answers::question::Spec;
use miyun::applicant::question;
use miyun::file_kind::FileKind;
use miyun::tables::issue::Why;
use miyun::tables::json::{best_sheet, reading};
use miyun::tables::mapping::Mapping;
use miyun::tables::naming::{Target, Unread};
use miyun::tables::open::{Opened, open};
use miyun::tables::read::read;
use miyun::tables::reading::Reading;
use miyun::tables::refused::Refused;
use miyun::tables::turned::turn;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;

fn table(id: &str, bytes: &[u8]) -> Reading {
    read_opened(question(id).unwrap(), &open(bytes).unwrap())
}

fn read_opened(spec: &'static Spec, opened: &Opened) -> Reading {
    let Form::Table(columns) = spec.form else { panic!("{} takes no table", spec.id) };
    let mut sheets = opened.sheets.clone();
    turn(&mut sheets, columns);
    let (sheet, mapping) = best_sheet(&sheets, columns, Decimal::ONE).unwrap();
    read(sheet, columns, &mapping)
}

/// The first columns of the rows: answers as drafts hold them, `!` where a cell was refused.
fn rows(id: &str, reading: &Reading, width: usize) -> Vec<Vec<String>> {
    let Form::Table(columns) = question(id).unwrap().form else { panic!() };
    let cell = |row: usize, index: usize| {
        if reading.refused.iter().any(|issue| issue.row == Some(row) && issue.column == Some(index)) {
            return "!".to_owned();
        }
        match reading.table.cell(row, index).map(|answer| answer_json(&columns[index].form, &answer)) {
            None => String::new(),
            Some(Value::Bool(yes)) => if yes { "yes" } else { "no" }.to_owned(),
            Some(Value::String(words)) => words,
            Some(other) => other.to_string(),
        }
    };
    (0..reading.table.len()).map(|row| (0..width).map(|index| cell(row, index)).collect()).collect()
}

/// A case: the reason, the question, the block, and the rows.
type Case = (&'static str, &'static str, &'static str, &'static [&'static [&'static str]]);

const CASES: &[Case] = &[
    // Lines.
    (
        "one line end at the end adds no row",
        "contributions",
        "2022\t5000000\r\n2023\t6000000\r\n",
        &[&["2022", "5000000.00"], &["2023", "6000000.00"]],
    ),
    (
        "carriage returns alone end lines",
        "contributions",
        "2022\t5000000\r2023\t6000000\r",
        &[&["2022", "5000000.00"], &["2023", "6000000.00"]],
    ),
    (
        "U+2028 ends a line",
        "contributions",
        "2022\t5000000\u{2028}2023\t6000000",
        &[&["2022", "5000000.00"], &["2023", "6000000.00"]],
    ),
    ("two amounts in one cell are none", "contributions", "2022\t\"500\n600\"\r\n", &[&["2022", "!"]]),
    (
        "an empty line of a block without years is a row",
        "contributions",
        "\t100000\r\n\t200000\r\n\t\r\n",
        &[&["", "100000.00"], &["", "200000.00"], &["", ""]],
    ),
    (
        "an empty line between whole rows is none",
        "projects",
        "甲\t是\t否\n\t\t\n乙\t是\t否\n\t\t\n",
        &[&["甲", "yes", "no"], &["乙", "yes", "no"]],
    ),
    (
        "years side by side are turned into rows",
        "contributions",
        "财政年度\t2022\t2023年\t2024年度\n区域综合贡献（万元）\t500\t-\t约700\n",
        &[&["2022", "5000000.00"], &["2023", ""], &["2024", "!"]],
    ),
    (
        "years side by side under a title that says the unit, with other lines and a sum",
        "contributions",
        "某银行历年情况（单位：万元）\n项目\t2022年\t2023年\t合计\n地方贡献\t500\t600\t1100\n净利润\t7\t8\t15\n",
        &[&["2022", "5000000.00"], &["2023", "6000000.00"]],
    ),
    ("a single year over a head is one", "contributions", "项目\t2022\n贡献\t500万元\n", &[&["2022", "5000000.00"]]),
    ("a year beside a word over no head of ours is none", "contributions", "财政年度\t2022\n行长\t张三\n", &[&["!"]]),
    (
        "names of people under a table are no enterprise",
        "enterprises",
        "企业名称\t首次纳税日\t首次纳税当年贡献\n甲公司\t2021-07-01\t40万\n填表人：张三\t审核：李四\t\n",
        &[&["甲公司", "", "2021-07-01", "400000.00"]],
    ),
    (
        "heads of years under the head of what is counted",
        "enterprises",
        "企业名称\t首次纳税日\t区域综合贡献（万元）\t\t\n\t\t首年\t次年\t第三年\n甲公司\t2021-07-01\t40\t50\t60\n",
        &[&["甲公司", "", "2021-07-01", "400000.00", "500000.00", "600000.00"]],
    ),
    (
        "brackets after what is no figure change nothing",
        "enterprises",
        "企业名称\t首次纳税日（未纳税的留空）\n甲公司\t2021-07-01\n",
        &[&["甲公司", "", "2021-07-01"]],
    ),
    (
        "a code that a spreadsheet has cut is none",
        "enterprises",
        "企业名称\t统一社会信用代码\n甲公司\t9.11101E+17\n",
        &[&["甲公司", "", "", "", "", "", "", "!"]],
    ),
    // Units.
    (
        "the unit in brackets, with the currency",
        "contributions",
        "财政年度\t区域综合贡献（万元人民币）\n2022\t500\n",
        &[&["2022", "5000000.00"]],
    ),
    (
        "the unit in brackets, said to be one",
        "contributions",
        "财政年度\t区域综合贡献（单位：人民币万元）\n2022\t500\n",
        &[&["2022", "5000000.00"]],
    ),
    (
        "the unit with what else brackets say",
        "contributions",
        "财政年度\t区域综合贡献（万元，含税）\n2022\t500\n",
        &[&["2022", "5000000.00"]],
    ),
    (
        "the unit after a stroke",
        "contributions",
        "财政年度\t区域综合贡献/万元\n2022\t500\n",
        &[&["2022", "5000000.00"]],
    ),
    (
        "the unit without brackets",
        "contributions",
        "财政年度\t区域综合贡献万元\n2022\t500\n",
        &[&["2022", "5000000.00"]],
    ),
    (
        "the unit on a second line of the cell",
        "contributions",
        "财政年度\t\"区域综合贡献\n（万元）\"\n2022\t500\n",
        &[&["2022", "5000000.00"]],
    ),
    (
        "the unit in the title",
        "contributions",
        "某银行近两年贡献情况表（单位：万元）\t\n财政年度\t区域综合贡献\n2022\t500\n",
        &[&["2022", "5000000.00"]],
    ),
    (
        "the unit in a line of its own above the heads",
        "contributions",
        "贡献情况表\t\n\t单位：万元\n年度\t贡献\n2022\t500\n",
        &[&["2022", "5000000.00"]],
    ),
    (
        "the unit in a line below the heads",
        "contributions",
        "年度\t贡献\n\t万元\n2022\t500\n",
        &[&["2022", "5000000.00"]],
    ),
    (
        "a cell's own unit goes before its head's",
        "contributions",
        "年度\t贡献（万元）\n2022\t5,000,000元\n",
        &[&["2022", "5000000.00"]],
    ),
    ("another currency is not read", "contributions", "年度\t贡献（万美元）\n2022\t500\n", &[&["2022", ""]]),
    (
        "money a month is no rent of the year",
        "leases",
        "年度\t租金（元/月）\t面积（㎡）\n2024\t50000\t1000\n",
        &[&["2024", "", "1000"]],
    ),
    (
        "units within cells",
        "leases",
        "2024\t600,000\t1,000㎡\t12个月\t60\r\n",
        &[&["2024", "600000.00", "1000", "12", "60.00"]],
    ),
    (
        "rent and area changed places: the units say so",
        "leases",
        "2024\t1,000㎡\t600,000元\t12个月\t60\r\n",
        &[&["2024", "!", "!", "12", "60.00"]],
    ),
    // Heads.
    ("heads in other words", "contributions", "年份\t贡献额\r\n2022\t5000000\r\n", &[&["2022", "5000000.00"]]),
    (
        "columns in another order",
        "enterprises",
        "次年贡献（元）\t首次纳税日\t首次纳税当年贡献（元）\t企业名称\n2999900\t2021/7/1\t400000\t甲公司\n",
        &[&["甲公司", "", "2021-07-01", "400000.00", "2999900.00", ""]],
    ),
    (
        "a column that numbers the rows, with a head",
        "enterprises",
        "序号\t企业名称\t首次纳税日\n1\t甲公司\t2021/7/1\n",
        &[&["甲公司", "", "2021-07-01"]],
    ),
    (
        "a column that numbers the rows, without heads",
        "enterprises",
        "1\t甲公司\t是\t2021/7/1\t400000\n2\t乙公司\t是\t2021/7/2\t500000\n",
        &[&["甲公司", "yes", "2021-07-01", "400000.00"], &["乙公司", "yes", "2021-07-02", "500000.00"]],
    ),
    (
        "unknown columns are left out, none is shifted",
        "enterprises",
        "企业名称\t法定代表人\t首次纳税日\t注册资本（万元）\n甲公司\t张三\t2021/7/1\t5000\n",
        &[&["甲公司", "", "2021-07-01", ""]],
    ),
    ("heads of which none is known: nothing is read by place", "contributions", "期间\t税收\n2022\t5000000\n", &[]),
    (
        "a growth is no contribution",
        "contributions",
        "年度\t贡献（增长率）\t贡献（1-6月）\n2022\t500000\t300000\n",
        &[&["2022", ""]],
    ),
    (
        "two columns of the same name: neither",
        "contributions",
        "年度\t贡献额\t贡献金额\n2022\t500000\t600000\n",
        &[&["2022", ""]],
    ),
    (
        "heads over several columns, years below",
        "enterprises",
        "企业名称\t首次纳税日\t区域综合贡献（万元）\t\t\n\t\t2021年\t2022年\t2023年\n甲公司\t2021/7/1\t40\t299.99\t280\n",
        &[&["甲公司", "", "2021-07-01", "400000.00", "2999900.00", "2800000.00"]],
    ),
    // Calendar years.
    (
        "a calendar year goes to the right year of each enterprise",
        "enterprises",
        "企业名称\t落户日期\t首次纳税日期\t2022年贡献（万元）\t2023年贡献（万元）\t2024年贡献（万元）\n\
         甲公司\t2021/5/1\t2022/7/1\t100\t200\t300\n乙公司\t2022/5/1\t2023/1/5\t\t400\t500\n丙公司\t2020/1/1\t\t1\t2\t3\n",
        &[
            &["甲公司", "", "2022-07-01", "1000000.00", "2000000.00", "3000000.00"],
            &["乙公司", "", "2023-01-05", "4000000.00", "5000000.00", ""],
            &["丙公司", "", "", "!", "", ""],
        ],
    ),
    (
        "tax of a calendar year is no contribution",
        "enterprises",
        "企业名称\t首次纳税日\t2022年税收（万元）\n甲公司\t2022/7/1\t100\n",
        &[&["甲公司", "", "2022-07-01", ""]],
    ),
    (
        "code and day of arrival are fields of an enterprise, as other programs call them",
        "enterprises",
        "纳税人识别号\t公司名称\t首次纳税日期\t2022年贡献（万元）\t入驻时间\n91110118ma0agnt09x\t甲公司\t2022/7/1\t100\t2022年5月3日\n",
        &[&["甲公司", "", "2022-07-01", "1000000.00", "", "", "", "91110118MA0AGNT09X", "2022-05-03"]],
    ),
    // Rows.
    (
        "a line of totals is no row",
        "contributions",
        "2022\t5000000\r\n2023\t6000000\r\n合计\t11000000\r\n",
        &[&["2022", "5000000.00"], &["2023", "6000000.00"]],
    ),
    ("nothing but a line of totals", "enterprises", "合计\t\t\t1,600,000\t5,999,900\t5,900,000\t\r\n", &[]),
    (
        "the same year twice: the second is refused",
        "contributions",
        "2022\t5000000\t区级确认\r\n2022\t6000000\t区级确认\r\n",
        &[&["2022", "5000000.00", "confirmed"], &["!", "6000000.00", "confirmed"]],
    ),
    (
        "remarks and heads again are no rows",
        "contributions",
        "年度\t贡献（元）\n2022\t5000000\n年度\t贡献（元）\n2023\t6000000\n注：以确认函为准\t\n",
        &[&["2022", "5000000.00"], &["2023", "6000000.00"]],
    ),
    // Cells.
    (
        "accounts write zero as a dash",
        "contributions",
        "2022年度\t 5,000,000.00 \r\n2023年度\t -   \r\n",
        &[&["2022", "5000000.00"], &["2023", "0.00"]],
    ),
    ("a loss", "contributions", "2022\t-¥1,200.00\r\n", &[&["2022", "-1200.00"]]),
    ("a dash alone is no figure", "contributions", "2022\t—\n", &[&["2022", ""]]),
    (
        "a name on two lines",
        "enterprises",
        "\"甲公司\n（原乙公司）\"\t是\t2021/7/1\t400000\r\n",
        &[&["甲公司 （原乙公司）", "yes", "2021-07-01", "400000.00"]],
    ),
    (
        "a name with a line break of a word processor",
        "enterprises",
        "甲公司 \u{b}分部\t是\t2021/7/1\t400000\r\n",
        &[&["甲公司 分部", "yes", "2021-07-01", "400000.00"]],
    ),
    (
        "a name that begins with a quoted word",
        "enterprises",
        "\"金盾\"安保公司\t是\t2021/7/1\t400000\r\n",
        &[&["\"金盾\"安保公司", "yes", "2021-07-01", "400000.00"]],
    ),
    (
        "truth values and midnights of spreadsheets",
        "enterprises",
        "甲公司\tTRUE\t2021/7/1 0:00\t400000\n",
        &[&["甲公司", "yes", "2021-07-01", "400000.00"]],
    ),
    ("ticks and crosses", "projects", "项目名称\t是否入选\t是否联合\n甲\t√\t×\n", &[&["甲", "yes", "no"]]),
    // Another table below, and units that stand beside the figures.
    (
        "the second of two tables is not read by the heads of the first",
        "contributions",
        "年度\t贡献（万元）\n2021\t500\n\n年度\t贡献（元）\n2022\t6000000\n",
        &[&["2021", "5000000.00"]],
    ),
    (
        "nor where the second has more columns that are known",
        "contributions",
        "年度\t贡献（万元）\n2021\t500\n年度\t贡献（元）\t状态\n2022\t6000000\t确认\n",
        &[&["2021", "5000000.00"]],
    ),
    (
        "nor where it is of something else",
        "contributions",
        "年度\t贡献（万元）\n2021\t500\n年度\t营业收入（万元）\n2022\t6000\n",
        &[&["2021", "5000000.00"]],
    ),
    (
        "heads that a printed page repeats are no other table",
        "contributions",
        "年度\t贡献（万元）\n2021\t500\n年度\t贡献（万元）\n2022\t600\n",
        &[&["2021", "5000000.00"], &["2022", "6000000.00"]],
    ),
    (
        "a row whose answers are to come is a row",
        "enterprises",
        "企业名称\t首次纳税日\n甲公司\t待定\n乙公司\t2021/7/1\n",
        &[&["甲公司", "", ""], &["乙公司", "", "2021-07-01"]],
    ),
    (
        "an answer may be a word that heads use as well",
        "projects",
        "项目名称\t已入选\t与其他单位联合\n甲\t入选\t独立\n乙\t是\t无\n",
        &[&["甲", "!", "!"], &["乙", "yes", "no"]],
    ),
    (
        "a column says the unit of each line; one without, or of another currency, has no figure",
        "contributions",
        "年度\t贡献\t单位\n2021\t500\t万元\n2022\t6000000\t元\n2023\t7\t\n2024\t8\t万美元\n",
        &[&["2021", "5000000.00"], &["2022", "6000000.00"], &["2023", "!"], &["2024", "!"]],
    ),
    (
        "where all say the same it is that of every line, the sum included",
        "contributions",
        "年度\t贡献\t单位\n2021\t500\t万元\n2022\t600\t\n合计\t1100\t\n",
        &[&["2021", "5000000.00"], &["2022", "6000000.00"]],
    ),
    (
        "a unit that contradicts the head",
        "contributions",
        "年度\t贡献（元）\t单位\n2021\t500\t万元\n2022\t600\t元\n",
        &[&["2021", "!"], &["2022", "600.00"]],
    ),
    (
        "a currency alone is no unit",
        "contributions",
        "年度\t贡献（万元）\t币种\n2021\t500\t人民币\n2022\t600\t美元\n",
        &[&["2021", "5000000.00"], &["2022", "!"]],
    ),
    (
        "figures of calendar years have the unit of their line as well",
        "enterprises",
        "企业名称\t首次纳税日\t2021年贡献\t单位\n甲公司\t2021/7/1\t40\t万元\n乙公司\t2021/7/1\t400000\t元\n",
        &[&["甲公司", "", "2021-07-01", "400000.00"], &["乙公司", "", "2021-07-01", "400000.00"]],
    ),
    (
        "单位 is also what an enterprise is called",
        "enterprises",
        "单位\t首次纳税日\n甲公司\t2021/7/1\n",
        &[&["甲公司", "", "2021-07-01"]],
    ),
    // A line a year.
    (
        "lines of one year each are put together by the name, in any order",
        "enterprises",
        "企业名称\t首次纳税日\t年度\t区域综合贡献（万元）\n甲公司\t2021/7/1\t2022\t50\n乙公司\t2022/1/5\t2022年\t60\n甲公司\t2021/7/1\t2021\t40\n",
        &[&["甲公司", "", "2021-07-01", "400000.00", "500000.00"], &["乙公司", "", "2022-01-05", "600000.00", ""]],
    ),
    (
        "by the code, where there is one; what is told twice otherwise is refused",
        "enterprises",
        "统一社会信用代码\t企业名称\t首次纳税日\t年度\t贡献（元）\n91110000100000000X\t甲\t2021/7/1\t2021\t4\n91110000100000000X\t甲\t2021/7/2\t2021\t5\n91110000100000001X\t甲\t2022/7/1\t2022\t6\n",
        &[&["甲", "", "!", "!"], &["甲", "", "2022-07-01", "6.00"]],
    ),
    (
        "a year that is none has no figure",
        "enterprises",
        "企业名称\t首次纳税日\t年度\t贡献（元）\n甲公司\t2021/7/1\t去年\t4\n",
        &[&["甲公司", "", "2021-07-01", "!"]],
    ),
    (
        "without a year and a figure nothing is refused",
        "enterprises",
        "企业名称\t首次纳税日\t年度\t贡献（元）\n甲公司\t2021/7/1\t2021\t4\n乙公司\t2021/7/1\t\t\n",
        &[&["甲公司", "", "2021-07-01", "4.00"], &["乙公司", "", "2021-07-01", ""]],
    ),
    (
        "of two figures beside the year neither is taken",
        "enterprises",
        "企业名称\t首次纳税日\t年度\t贡献（元）\t区域综合贡献（元）\n甲公司\t2021/7/1\t2021\t4\t5\n",
        &[&["甲公司", "", "2021-07-01", ""]],
    ),
    (
        "the rule under the heads of a table in Markdown is no row",
        "contributions",
        "| 年度 | 贡献（RMB 10k） |\n|---|---:|\n| 2021 | 500 |\n",
        &[&["2021", "5000000.00"]],
    ),
];

#[test]
fn blocks_are_read_as_a_clerk_reads_them() {
    for (reason, id, block, expected) in CASES {
        let reading = table(id, block.as_bytes());
        let width = expected.iter().map(|row| row.len()).max().unwrap_or(0);
        assert_eq!(
            rows(id, &reading, width),
            *expected,
            "{reason}: {block:?}\n{:?}\n{:?}",
            reading.refused,
            reading.unsure
        );
    }
}

#[test]
fn what_was_done_is_said() {
    let block = "引进企业一览表（单位：万元）\t\t\t\t\n序号\t公司名称\t法定代表人\t首次纳税日期\t2021年贡献\n1\t甲公司\t张三\t2021-07-01\t40\n2\t甲公司\t李四\t昨天\t50\n\t合计\t\t\t100\n";
    let spec = question("enterprises").unwrap();
    let (said, reading) = reading(spec, &mut open(block.as_bytes()).unwrap(), Decimal::ONE).unwrap();
    assert_eq!(said["heads"], serde_json::json!([2]));
    assert_eq!(said["sure"], false);
    assert_eq!(said["left_out"][1]["head"], "法定代表人");
    let year = &said["columns"][2];
    assert_eq!(
        (&year["at"], &year["year"], &year["unit"]["times"], &year["unit"]["from"]),
        (&"E".into(), &2021.into(), &"10000".into(), &"title".into())
    );
    let refused: Vec<_> = said["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cell| (cell["place"].as_str().unwrap(), cell["column"].as_str().unwrap()))
        .collect();
    assert_eq!(refused, [("D4", "first_tax"), ("E4", "year_1")]);
    assert!(reading.unsure.iter().any(|issue| issue.why == Why::SameName && issue.line == 4));
    assert_eq!(said["skipped"].as_array().unwrap().len(), 3);
    assert!(said["missing"].as_array().unwrap().contains(&"fits".into()));
}

#[test]
fn a_sum_that_does_not_agree_and_figures_too_small_for_yuan_are_named() {
    let reading = table("contributions", "年度\t贡献\n2022\t500\n2023\t600\n合计\t1200\n".as_bytes());
    let whys: Vec<Why> = reading.unsure.iter().map(|issue| issue.why).collect();
    assert_eq!(whys, [Why::SmallForYuan, Why::OtherSum]);
    let reading = table("contributions", "年度\t贡献（万元）\n2022\t500\n2023\t600\n合计\t1100\n".as_bytes());
    assert_eq!((reading.unsure, reading.refused), (Vec::new(), Vec::new()));
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

/// The bytes of a text in every encoding that offices use, with a name for each.
fn encodings(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let marked = format!("\u{feff}{text}");
    vec![
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-8 with a mark", marked.as_bytes().to_vec()),
        ("GB 18030", encoding_rs::GB18030.encode(text).0.into_owned()),
        ("UTF-16LE", utf16(text, u16::to_le_bytes)),
        ("UTF-16LE with a mark", utf16(&marked, u16::to_le_bytes)),
        ("UTF-16BE", utf16(text, u16::to_be_bytes)),
        ("UTF-16BE with a mark", utf16(&marked, u16::to_be_bytes)),
    ]
}

#[test]
fn a_list_reads_the_same_in_every_encoding() {
    let list = "企业名称,首次纳税日,2021年贡献（万元）\r\n北京㐂源公司,2021-07-01,\"1,040.5\"\r\n";
    for (name, bytes) in encodings(list) {
        let reading = table("enterprises", &bytes);
        assert_eq!(rows("enterprises", &reading, 4), [["北京㐂源公司", "", "2021-07-01", "10405000.00"]], "{name}");
    }
}

#[test]
fn what_is_no_table_or_too_much_is_refused_with_the_reason() {
    let wide = [&b"a"[..], &b",".repeat(1_000_000)].concat();
    for (bytes, refused) in [
        (&b""[..], Refused::Empty),
        (b" \r\n \r\n", Refused::Empty),
        (b"%PDF-1.7", Refused::Foreign(FileKind::Pdf)),
        (b"<html><table><tr><td>1</table>", Refused::Foreign(FileKind::Html)),
        (b"<?xml version=\"1.0\"?><list/>", Refused::Foreign(FileKind::Xml)),
        (b"Rar!\x1a\x07\x01\0", Refused::Foreign(FileKind::Rar)),
        (&[0, 1, 2, 3, 0, 0, 9, 9][..], Refused::NoText),
        (&wide, Refused::TooManyColumns),
        (&b"a,b\n".repeat(700_000), Refused::TooManyLines),
    ] {
        assert_eq!(open(bytes), Err(refused));
    }
}

/// An enterprise of a list: name, fits, first tax day, contributions of its three years in fen.
type Enterprise = (String, bool, (u16, u8, u8), [Option<i64>; 3]);

fn enterprises() -> impl Strategy<Value = Vec<Enterprise>> {
    let name = "[甲乙丙丁戊己]{2,6}公司";
    let day = (2019_u16..2024, 1_u8..13, 1_u8..29);
    let fen = prop::option::of(-100_000_000_i64..5_000_000_000);
    prop::collection::vec((name, any::<bool>(), day, [fen.clone(), fen.clone(), fen]), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// A list written in any order of columns, any unit, separator and encoding reads back the same.
    #[test]
    fn lists_read_back_as_they_were_written(
        list in enterprises(),
        order in Just(vec![0, 1, 2, 3, 4, 5, 6]).prop_shuffle(),
        unit in 0..3_usize,
        comma in any::<bool>(),
        encoding in 0..7_usize,
        title in any::<bool>(),
    ) {
        let (word, scale) = [("元", 2), ("万元", 6), ("亿元", 10)][unit];
        let separator = if comma { "," } else { "\t" };
        let heads = ["企业名称", "是否符合产业定位", "首次纳税日期", "首年贡献", "次年贡献", "第三年贡献", "法定代表人"];
        let head = |index: usize| match index {
            3..=5 => format!("{}（{word}）", heads[index]),
            _ => heads[index].to_owned(),
        };
        let cell = |(name, fits, day, fen): &Enterprise, index: usize| match index {
            0 => name.clone(),
            1 => if *fits { "是" } else { "否" }.to_owned(),
            2 => format!("{}/{}/{}", day.0, day.1, day.2),
            6 => "张三".to_owned(),
            year => fen[year - 3].map(|fen| Decimal::new(fen, scale).to_string()).unwrap_or_default(),
        };
        let line = |cells: Vec<String>| cells.join(separator);
        let mut text = String::new();
        if title {
            text += &format!("引进企业清单{}\n", separator.repeat(6));
        }
        text += &(line(order.iter().map(|index| head(*index)).collect()) + "\n");
        for enterprise in &list {
            text += &(line(order.iter().map(|index| cell(enterprise, *index)).collect()) + "\n");
        }
        let (name, bytes) = encodings(&text).swap_remove(encoding);
        let reading = table("enterprises", &bytes);
        let expected: Vec<Vec<String>> = list.iter().map(|enterprise @ (name, fits, day, fen)| {
            let _ = enterprise;
            let money = |fen: &Option<i64>| fen.map(|fen| miyun::money::Money::from_fen(fen.into()).to_string()).unwrap_or_default();
            vec![name.clone(), if *fits { "yes" } else { "no" }.to_owned(), format!("{:04}-{:02}-{:02}", day.0, day.1, day.2), money(&fen[0]), money(&fen[1]), money(&fen[2])]
        }).collect();
        prop_assert_eq!(rows("enterprises", &reading, 6), expected, "{}: {}", name, text);
    }

    /// Whatever the bytes: something is said, nothing panics, and no row has more than its line.
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), text in "[0-9a-z年月万元㎡,\t\n\"\\-（） 企业名称贡献]{0,120}") {
        for bytes in [bytes, text.into_bytes()] {
            if let Ok(opened) = open(&bytes) {
                for id in ["contributions", "enterprises", "leases"] {
                    let mut opened = opened.clone();
                    let (_, reading) = reading(question(id).unwrap(), &mut opened, Decimal::ONE).unwrap();
                    prop_assert_eq!(reading.table.len(), reading.lines.len());
                    prop_assert_eq!(reading.table.len() + reading.skipped.len(), opened.sheets[0].lines.len());
                }
            }
        }
    }
}

#[test]
fn a_block_without_heads_goes_into_the_columns_that_are_seen() {
    let Form::Table(columns) = question("enterprises").unwrap().form else { panic!() };
    let opened = open("甲公司\t是\t2023-05-01\t1\t2\t3\t911101010000000001\t2023-04-01\t多\n".as_bytes()).unwrap();
    let sheet = &opened.sheets[0];
    let mut mapping = Mapping::of(sheet, columns, Decimal::ONE);
    mapping.place_among(&[0, 1, 2, 3, 4, 5, 7, 8], columns, Decimal::ONE);
    let targets: Vec<Target> = mapping.columns.iter().map(|column| column.target).collect();
    let seen = [0, 1, 2, 3, 4, 5, 7, 8].map(Target::Column);
    assert_eq!(targets[..8], seen);
    assert_eq!(targets[8], Target::Unread(Unread::NoHead), "there is no ninth");
}
