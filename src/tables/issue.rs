//! What is said of cells and lines that are not read, or that may not be meant so.

use crate::answers::typed::Complaint;
use crate::tables::cell::Fault;
use crate::text::{Text, text};

/// What is wrong with a cell, or doubtful.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// It is no answer in its column.
    Value(Complaint),
    /// It has nothing to read.
    Fault(Fault),
    /// Some of its bytes are no text.
    Damaged,
    /// A long number that its workbook has rounded.
    DigitsLost,
    /// Its calendar year cannot be placed: the row does not say from which day it counts.
    NoDay,
    /// Two columns give different figures for the same year of this row.
    TwoValues,
    /// A dash, read as nothing.
    Dash,
    /// A figure with more decimals than a fen has, rounded.
    Rounded,
    /// A day written as a bare number, read as the workbook counts days.
    Serial,
    /// The calendar year lies outside the years that count for this row.
    OtherYear,
    /// The same name as in a row above.
    SameName,
    /// The same code as in a row above.
    SameCode,
    /// A code whose last character does not fit the others.
    WrongCode,
    /// No unit is said, and the figures are small for yuan.
    SmallForYuan,
    /// The head says that the figures are expected ones.
    Forecast,
    /// The sum that the table says is not the sum of what was read.
    OtherSum,
    /// A row that says nothing but a name.
    NameOnly,
}

impl Why {
    /// What is wrong, in words.
    #[must_use]
    pub const fn message(self) -> Text {
        match self {
            Self::Value(complaint) => complaint.message(),
            Self::Fault(fault) => fault.message(),
            Self::Damaged => {
                text("这一格有乱码，请核对文件编码。", "Some of this cell is no text: check the encoding.")
            }
            Self::DigitsLost => text(
                "长数字存成了数值，末几位已丢失：请把该列设为文本后重填。",
                "A long number was stored as a figure and lost its last digits: format the column as text and type it again.",
            ),
            Self::NoDay => text(
                "这一行没有可用的首次纳税日，无法判断这一年是第几年，请补上首次纳税日。",
                "The row has no usable first tax day, so the year cannot be placed: put the day in.",
            ),
            Self::TwoValues => {
                text("同一项有两个不同的值，请只留一个。", "Two different values for the same thing: keep one.")
            }
            Self::Dash => {
                text("横线或“无”，按没有数处理；是0就请填0。", "A dash, read as no figure: put 0 where zero is meant.")
            }
            Self::Rounded => {
                text("超过两位小数，已四舍五入到分，请核对。", "More than two decimals, rounded to the fen: check it.")
            }
            Self::Serial => text(
                "日期存成了数字，按表格软件的日期序号读，请核对日期。",
                "A day stored as a number, read as the workbook counts days: check the day.",
            ),
            Self::OtherYear => text(
                "不在首次纳税日起三个年度之内，没有读；日期有误请改正。",
                "Outside the three years from the first tax day and not read: correct the day if it is wrong.",
            ),
            Self::SameName => text(
                "与上面某一行同名，请核对是否重复。",
                "The same name as a row above: check whether it is there twice.",
            ),
            Self::SameCode => text(
                "与上面某一行代码相同，请核对是否重复。",
                "The same code as a row above: check whether it is there twice.",
            ),
            Self::WrongCode => text(
                "统一社会信用代码校验不符，请对照营业执照核对。",
                "The credit code does not check out: hold it against the licence.",
            ),
            Self::SmallForYuan => text(
                "没有写单位，按元读；数都很小，是万元的话请改选单位。",
                "No unit is said and yuan was assumed; the figures are small: choose 万元 if it is that.",
            ),
            Self::Forecast => text(
                "表头说是预计数，有了实际数请更正。",
                "The head says that the figures are expected ones: put in the actual ones when they are known.",
            ),
            Self::OtherSum => text("与表中的合计不一致，请核对。", "Not the sum that the table says: check the rows."),
            Self::NameOnly => {
                text("这一行只有一格有内容，请核对。", "This row has but one cell: check whether it is one.")
            }
        }
    }
}

impl Why {
    /// What to say beside a field of the page.
    #[must_use]
    pub const fn complaint(self) -> Complaint {
        match self {
            Self::Value(complaint) => complaint,
            Self::NoDay => Complaint::NoDay,
            Self::TwoValues => Complaint::TwoFigures,
            _ => Complaint::Unread,
        }
    }
}

/// A cell that is refused or unsure.
#[derive(Clone, PartialEq, Debug)]
pub struct Issue {
    /// The line of the file, from 1; 0 where a whole column is meant.
    pub line: usize,
    /// The column of the file, from 0.
    pub at: usize,
    /// The row it became, from 0.
    pub row: Option<usize>,
    /// Our column.
    pub column: Option<usize>,
    /// What stands in the cell.
    pub text: String,
    /// What is wrong.
    pub why: Why,
}

/// Why a line became no row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Skipped {
    /// It stands above the heads.
    Title,
    /// It is heads.
    Heads,
    /// It says sums.
    Total,
    /// It says nothing.
    Empty,
    /// A remark under the table.
    Remark,
    /// No column of the table is known.
    Unread,
    /// Another table begins above it, or with it.
    OtherTable,
}

impl Skipped {
    /// Its name for other programs.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Heads => "heads",
            Self::Total => "total",
            Self::Empty => "empty",
            Self::Remark => "remark",
            Self::Unread => "unread",
            Self::OtherTable => "other_table",
        }
    }
}
