//! Why a file is not opened, and what to do instead.

use std::fmt;

use crate::drafts::draft::Unreadable;
use crate::drafts::page_copy;
use crate::file_kind::FileKind;
use crate::json;
use crate::office::xlsx;
use crate::office::zip;
use crate::opened::{LARGEST, Paper};
use crate::text::Lang;
use crate::text_encoding::Place;

/// Why a file is not opened.
#[derive(Clone, PartialEq, Debug)]
pub enum Unopened {
    /// There is nothing in it.
    Empty,
    /// It is larger than any file of this program's; its size in bytes.
    TooLarge(usize),
    /// Text that holds what is no sign of its encoding, first at this place.
    BrokenText(Place),
    /// A file of another program.
    Foreign(FileKind),
    /// A paper of this program's, which holds no draft.
    Paper(Paper),
    /// Text that is no draft, packet or page of this program's.
    OtherText,
    /// A packed file, with what is wrong with it.
    Packed(zip::Damaged),
    /// A workbook, with what is wrong with it.
    Workbook(xlsx::Unreadable),
    /// A copy of the page, with what is wrong with its draft.
    Page(page_copy::Unreadable),
    /// A copy of the page whose draft is locked with a passphrase.
    LockedPage,
    /// An archive without a file of this program in it; the names of what is.
    NothingInside(Vec<String>),
    /// An archive with several files of this program that differ, by their names.
    Several(Vec<String>),
    /// A list of so many drafts or packets.
    List(usize),
    /// JSON, but neither a draft nor a packet.
    Unknown,
    /// A packet of a newer format.
    NewerPacket(u64),
    /// A packet that lacks this part, or has something else in its place.
    Damaged(&'static str),
    /// A draft, or the draft in a packet, that cannot be read.
    Draft(Unreadable),
}

impl Unopened {
    /// What is wrong with the file, and what to do.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        let both = |zh: &str, en: &str| match lang {
            Lang::Zh => zh.to_owned(),
            Lang::En => en.to_owned(),
        };
        match self {
            Self::Empty => both(
                "文件是空的，可能没有传完，请重新取得。",
                "The file is empty: get it again, it may not have arrived whole.",
            ),
            Self::TooLarge(size) => {
                let (size, most) = (size >> 20, LARGEST >> 20);
                both(
                    &format!("文件有{size} MB，超过{most} MB，不是本程序的文件。请打开JSON、ZIP或Excel文件。"),
                    &format!(
                        "The file has {size} MB, more than {most} MB: it is none of this program's. Open a JSON, ZIP or Excel file."
                    ),
                )
            }
            Self::BrokenText(Place { line, column }) => both(
                &format!("第{line}行第{column}列有读不出来的字符，文件可能已损坏。请重新取得，或改正这个字后再打开。"),
                &format!(
                    "Line {line}, column {column}: a character that cannot be read, the file may be damaged. Get it again, or correct it there."
                ),
            ),
            Self::Foreign(kind) => {
                let todo = match (kind.is_archive(), kind) {
                    (true, _) => both(
                        "请先解压，再打开里面的JSON、ZIP或Excel文件。",
                        "Unpack it, then open the JSON, ZIP or Excel file in it.",
                    ),
                    (_, FileKind::LockedOffice) => both(
                        "请先在Excel或WPS里去掉打开密码，再打开。",
                        "Open it in Excel or WPS, take the password off, save it and try again.",
                    ),
                    (_, FileKind::Xls | FileKind::Xlsb | FileKind::OfficeXml | FileKind::OpenDocument) => both(
                        "如果是本程序写出的工作簿，请用Excel或WPS另存为.xlsx再打开；否则请打开同一份申报的JSON或ZIP文件。",
                        "If it is a workbook of this program, save it as .xlsx in Excel or WPS and open that; else open the JSON or ZIP file of the same application.",
                    ),
                    _ => both(
                        "从中读不回草稿，请打开同一份申报的JSON、ZIP或Excel文件。",
                        "No draft can be read from it: open the JSON, ZIP or Excel file of the same application.",
                    ),
                };
                both(&format!("{}。{todo}", kind.says(lang)), &format!("{}. {todo}", kind.says(lang)))
            }
            Self::Paper(paper) => paper.says(lang),
            Self::OtherText => both(
                "这是普通文字，不是本程序的文件。请打开草稿或申报数据（.json）、压缩包（.zip）或工作簿（.xlsx）。",
                "This is plain text, not a file of this program. Open a draft or packet (.json), an archive (.zip) or a workbook (.xlsx).",
            ),
            Self::Packed(why) => why.says(lang),
            Self::Workbook(why) => both(
                &format!("工作簿打不开：{}", why.says(lang)),
                &format!("The workbook cannot be opened: {}", why.says(lang)),
            ),
            Self::Page(why) => why.says(lang),
            Self::LockedPage => both(
                "这是加了密码的网页副本。请用浏览器直接打开这个文件，输入密码。",
                "This is a copy of the page, locked with a passphrase. Open the file itself in a browser and type the passphrase.",
            ),
            Self::NothingInside(names) if names.is_empty() => both(
                "压缩包里没有文件。请重新取得，或打开JSON、Excel文件。",
                "There is no file in the archive. Get it again, or open a JSON or Excel file.",
            ),
            Self::NothingInside(names) => both(
                &format!(
                    "压缩包里没有草稿、申报数据或工作簿，只有：{}。请打开同一份申报的JSON、ZIP或Excel文件。",
                    listed(names, lang)
                ),
                &format!(
                    "There is no draft, packet or workbook in the archive, only {}. Open the JSON, ZIP or Excel file of the same application.",
                    listed(names, lang)
                ),
            ),
            Self::Several(names) => both(
                &format!(
                    "压缩包里有{}份内容不同的文件：{}。请解压，再打开要用的那一份。",
                    names.len(),
                    listed(names, lang)
                ),
                &format!(
                    "The archive holds {} files that differ: {}. Unpack it and open the one that is meant.",
                    names.len(),
                    listed(names, lang)
                ),
            ),
            Self::List(count) => both(
                &format!("文件里有{count}份草稿或申报数据。请分成一份一个文件，再打开要用的那一份。"),
                &format!(
                    "The file holds {count} drafts or packets. Keep each in a file of its own and open the one that is meant."
                ),
            ),
            Self::Unknown => both(
                "是JSON文件，但既不是本程序的草稿，也不是申报数据。请打开本程序写出的JSON、ZIP或Excel文件。",
                "The file is JSON, but neither a draft nor a packet of this program. Open a JSON, ZIP or Excel file that this program wrote.",
            ),
            Self::NewerPacket(number) => both(
                &format!("申报数据由更新的版本写成（格式{number}），请用新版打开。"),
                &format!("The packet was written by a newer version (format {number}): open it with that one."),
            ),
            Self::Damaged(part) => both(
                &format!(
                    "申报数据不完整：缺少{part}，或其内容不对。请重新取得这个文件，或打开同一份申报的ZIP或Excel文件。"
                ),
                &format!(
                    "The packet is damaged: {part} is missing or is something else. Get the file again, or open the ZIP or Excel file of the same application."
                ),
            ),
            Self::Draft(why) => why.says(lang),
        }
    }

    /// The same of a document that begins so many lines down.
    #[must_use]
    pub fn below(mut self, lines: usize) -> Self {
        if let Self::BrokenText(place) | Self::Draft(Unreadable::NotJson(json::NotJson { place, .. })) = &mut self {
            place.line += lines;
        }
        self
    }
}

/// Names in a row, not all of many.
fn listed(names: &[String], lang: Lang) -> String {
    const MOST: usize = 5;
    let comma = if lang == Lang::Zh { "、" } else { ", " };
    let mut listed: String = names.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(comma);
    if names.len() > MOST {
        listed += comma;
        listed += "…";
    }
    listed
}

/// In both languages, for those who read logs.
impl fmt::Display for Unopened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} / {}", self.says(Lang::Zh), self.says(Lang::En))
    }
}

impl From<Unreadable> for Unopened {
    fn from(why: Unreadable) -> Self {
        Self::Draft(why)
    }
}
