//! Why a file is not read, and the limits that hold before the work starts.

use crate::text::{Text, text};

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 96 << 20;
/// The most lines of a sheet.
pub const MOST_LINES: usize = 300_000;
/// The most columns of a sheet.
pub const MOST_COLUMNS: usize = 1_000;

/// Why a file is not read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refused {
    /// There is nothing in it.
    Empty,
    /// It is larger than any list of this kind.
    TooLarge,
    /// It has more lines than are read.
    TooManyLines,
    /// It has more columns than are read.
    TooManyColumns,
    /// It unpacks to more than its kind ever does.
    Bomb,
    /// It is locked with a password.
    Locked,
    /// It has macros.
    Macros,
    /// It takes figures from other files.
    ExternalLinks,
    /// It is no table of a kind that is read.
    Foreign(&'static str),
    /// It is damaged, with what its reader said.
    Damaged(String),
}

impl Refused {
    /// What is wrong, and what to do.
    #[must_use]
    pub const fn message(&self) -> Text {
        match self {
            Self::Empty => text("文件是空的。", "The file is empty."),
            Self::TooLarge => text("文件超过96 MB，没有读。", "The file has more than 96 MB and was not read."),
            Self::TooManyLines => text(
                "表格超过30万行，没有读：请分成几个文件。",
                "The table has more than 300,000 rows and was not read: split it.",
            ),
            Self::TooManyColumns => {
                text("表格超过1,000列，没有读。", "The table has more than 1,000 columns and was not read.")
            }
            Self::Bomb => text(
                "文件解压后过大或与自述不符，没有读。",
                "The file unpacks to too much, or to other than it says, and was not read.",
            ),
            Self::Locked => {
                text("文件有密码，没有读：请去掉密码后再选。", "The file is locked with a password: remove it first.")
            }
            Self::Macros => text(
                "文件含宏，没有读：请另存为不含宏的xlsx。",
                "The file has macros and was not read: save it as xlsx without them.",
            ),
            Self::ExternalLinks => text(
                "文件引用了其他文件的数据，没有读：请把公式粘贴为数值后再选。",
                "The file takes figures from other files and was not read: paste them as values first.",
            ),
            Self::Foreign(_) => text(
                "不是能读的表格：请另存为xlsx、xls、ods、csv或tsv。",
                "Not a table that can be read: save it as xlsx, xls, ods, csv or tsv.",
            ),
            Self::Damaged(_) => text("文件已损坏或不完整，没有读。", "The file is damaged and was not read."),
        }
    }
}
