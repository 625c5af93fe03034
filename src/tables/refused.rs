//! Why a file is not read, and the limits that hold before the work starts.

use crate::file_kind::FileKind;
use crate::pause::Pause;
use crate::text::{Lang, text};

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
    /// No head is known where nothing is read without heads.
    NoHeads,
    /// It is of a kind that no table is read from.
    Foreign(FileKind),
    /// It is neither text nor of a kind that is known.
    NoText,
    /// It is damaged, with what its reader said.
    Damaged(String),
    /// It was not wanted any more before it was read to its end.
    Stopped,
}

impl Refused {
    /// What is wrong, and what to do.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        let words = match self {
            Self::Empty => text(
                "里面没有内容。请选有数据的文件，或重新复制。",
                "There is nothing in it: choose a file with rows, or copy them again.",
            ),
            Self::TooLarge => text(
                "文件超过96 MB，没有读。请只留要填的表，另存为xlsx或csv再选。",
                "The file has more than 96 MB and was not read: save the one table as xlsx or csv and choose that.",
            ),
            Self::TooManyLines => text(
                "表格超过30万行，没有读。请分成几个文件。",
                "The table has more than 300,000 rows and was not read: split it.",
            ),
            Self::TooManyColumns => text(
                "表格超过1,000列，没有读。请只留要填的列，另存后再选。",
                "The table has more than 1,000 columns and was not read: keep those that are asked for and save it again.",
            ),
            Self::Bomb => text(
                "文件解压后过大或与自述不符，没有读。请用Excel或WPS打开，另存为xlsx再选。",
                "The file unpacks to too much, or to other than it says, and was not read: open it in Excel or WPS and save it as xlsx.",
            ),
            Self::Locked => text(
                "文件有密码，没有读。请先在Excel或WPS里去掉密码，保存后再选。",
                "The file is locked with a password: take it off in Excel or WPS and save the file first.",
            ),
            Self::Macros => text(
                "文件含宏，没有读。请另存为不含宏的xlsx再选。",
                "The file has macros and was not read: save it as xlsx without them.",
            ),
            Self::ExternalLinks => text(
                "文件引用了其他文件的数据，没有读。请把公式粘贴为数值，保存后再选。",
                "The file takes figures from other files and was not read: paste them as values and save it first.",
            ),
            Self::NoText => text(
                "不是表格，也不是文字。请用Excel或WPS打开，另存为xlsx或csv再选。",
                "It is neither a table nor text: open it in Excel or WPS and save it as xlsx or csv.",
            ),
            Self::NoHeads => text(
                "没有认出表头，没有读。请在第一行写上各列名称，例如“机构名称”“机构类别”“申请年度”。",
                "No head was recognised and nothing was read: write the names of the columns in the first line, such as Kind of institution.",
            ),
            Self::Damaged(_) => text(
                "文件已损坏或不完整，没有读。请重新取得，或用Excel、WPS打开后另存为xlsx。",
                "The file is damaged or cut off and was not read: get it again, or open it in Excel or WPS and save it as xlsx.",
            ),
            Self::Stopped => {
                text("没有读完就停止了。请重新选择文件。", "It was stopped before its end: choose the file again.")
            }
            Self::Foreign(kind) => {
                let todo = if kind.is_archive() {
                    text("请先解压，再选里面的表格。", "Unpack it and choose the table in it.")
                } else if matches!(kind, FileKind::Picture | FileKind::Pdf | FileKind::Ofd) {
                    text(
                        "其中的表读不出来，请取得它的xlsx或csv，或逐格填写。",
                        "No table can be read from it: get it as xlsx or csv, or type the rows in.",
                    )
                } else {
                    text(
                        "请打开它，把表复制、粘贴到这里，或用Excel、WPS另存为xlsx再选。",
                        "Open it, copy the table and paste it here, or save it as xlsx in Excel or WPS and choose that.",
                    )
                };
                let stop = if lang == Lang::Zh { "。" } else { ". " };
                return format!("{}{stop}{}", kind.says(lang), todo.get(lang));
            }
        };
        words.get(lang).to_owned()
    }
}

/// A pause between two steps of reading; an error where the work is not wanted any more.
pub(super) async fn go_on(pause: &mut dyn Pause, percent: usize) -> Result<(), Refused> {
    if pause.pause(percent).await { Ok(()) } else { Err(Refused::Stopped) }
}
