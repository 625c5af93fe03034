//! Papers that this program wrote and that hold no draft: Word files, the list of needs as a table, calendars.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::office::ics;
use crate::packet::package;
use crate::packet::seal::Typed;
use crate::text::Lang;
use crate::text_encoding::unescape;

/// The largest part of a Word file that is looked at, in bytes: ours are far smaller.
const LARGEST: u64 = 64 << 10;

/// A paper of this program's.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Paper {
    /// A Word file.
    Word {
        /// Its title.
        title: String,
        /// What its sheets bear, as a camera would read it: edition, version and code.
        code: String,
    },
    /// The list of needs as a table.
    Needs,
    /// A calendar.
    Calendar,
}

impl Paper {
    /// The paper that a Word file is; `None` where it is of another program.
    pub(super) fn of_word(bytes: &[u8]) -> Option<Self> {
        let mut file = ZipArchive::new(Cursor::new(bytes)).ok()?;
        let mut part = |name: &str| {
            let mut xml = String::new();
            file.by_name(name).ok()?.take(LARGEST).read_to_string(&mut xml).ok()?;
            Some(xml)
        };
        let core = part("docProps/core.xml")?;
        let title = core.split_once("<dc:title>")?.1.split_once("</dc:title>")?.0;
        let title = unescape(title);
        // The head ends with the code, the foot begins with the makers.
        let (head, foot) = (words(&part("word/header1.xml")?), words(&part("word/footer1.xml")?));
        let code = head.rsplit_once('　')?.1.to_owned();
        let made_by = foot.split_whitespace().find(|word| word.contains('/'))?;
        let code = format!("{made_by}/{code}");
        Typed::read(&code)?.made_by?;
        Some(Self::Word { title: title.into_owned(), code })
    }

    /// The paper that a text is.
    pub(super) fn of_text(text: &str) -> Option<Self> {
        if package::is_list(text) {
            return Some(Self::Needs);
        }
        ics::is_ours(text).then_some(Self::Calendar)
    }

    /// What it is, and what to open instead.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        let (zh, en) = match self {
            Self::Word { title, .. } => (format!("《{title}》（Word）"), format!("“{title}” as a Word file")),
            Self::Needs => {
                ("服务包诉求清单（CSV）".to_owned(), "a list of needs of the service package (CSV)".to_owned())
            }
            Self::Calendar => ("日历（.ics）".to_owned(), "a calendar (.ics)".to_owned()),
        };
        match lang {
            Lang::Zh => format!("这是本程序写出的{zh}，从中读不回草稿。请打开同一份草稿的JSON、ZIP或Excel文件。"),
            Lang::En => format!(
                "This is {en} that this program wrote; no draft can be read from it. Open the JSON, ZIP or Excel file of the same draft."
            ),
        }
    }
}

/// The words between the marks of XML.
fn words(xml: &str) -> String {
    xml.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, words)| words).collect::<Vec<_>>().join(" ")
}
