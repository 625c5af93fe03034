//! Reading back: whatever file of this program's somebody has, opened as a draft. Nothing that the file says besides its
//! answers and choices is believed; what differs from what they give is named.

mod archive;
pub mod decide;
mod difference;
pub mod documents;
pub mod each;
mod paper;
mod unopened;

use serde_json::Value;

pub use self::difference::Difference;
use self::difference::{differ, tidied};
pub use self::paper::Paper;
pub use self::unopened::Unopened;
use crate::applicant::question;
use crate::date::Date;
use crate::drafts::draft::{Draft, Unreadable};
use crate::drafts::page_copy::EmbeddedDraft;
use crate::file_kind::FileKind;
use crate::json;
use crate::office::xlsx::{self, Remark};
use crate::office::zip::Fault;
use crate::packet::{Packet, json as packet_json};
use crate::text::Lang;
use crate::text_encoding::{self, Place};

/// The largest file that is looked at, in bytes. A draft of a hundred thousand introduced enterprises has some 30 MB.
pub const LARGEST: usize = 96 << 20;

/// A file that was opened.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The draft.
    pub draft: Draft,
    /// What the file was.
    pub kind: Kind,
    /// The program that wrote it, where the file says so and it is another version.
    pub other_version: Option<String>,
    /// What the file says that its own draft does not give. To be shown.
    pub differences: Vec<Difference>,
    /// How many more there are than are named.
    pub more: usize,
    /// Words and codes that are taken otherwise than they are written. To be shown.
    pub tidied: Vec<Difference>,
    /// Ids of questions whose cells are gone from a workbook: their answers are as they were when it was written. To be
    /// shown.
    pub gone: Vec<&'static str>,
    /// What of a workbook is not in the draft. To be shown.
    pub remarks: Vec<Remark>,
    /// Files of an archive that are not as its list of contents says. To be shown.
    pub faults: Vec<Fault>,
}

impl Opened {
    /// A draft out of a file that says nothing else.
    #[must_use]
    pub fn new(draft: Draft, kind: Kind) -> Self {
        Self {
            draft,
            kind,
            other_version: None,
            differences: Vec::new(),
            more: 0,
            tidied: Vec::new(),
            gone: Vec::new(),
            remarks: Vec::new(),
            faults: Vec::new(),
        }
    }

    /// Everything about the file that must be shown, a sentence each.
    #[must_use]
    pub fn notes(&self, lang: Lang) -> Vec<String> {
        let mut notes: Vec<String> = self.differences.iter().map(|difference| difference.says(lang)).collect();
        if self.more > 0 {
            notes.push(match lang {
                Lang::Zh => format!("另有{}处不符", self.more),
                Lang::En => format!("and {} more", self.more),
            });
        }
        notes.extend(self.tidied.iter().map(|difference| difference.taken(lang)));
        if !self.gone.is_empty() {
            let comma = if lang == Lang::Zh { "、" } else { ", " };
            let named: Vec<&str> = self.gone.iter().filter_map(|id| Some(question(id)?.label.get(lang))).collect();
            let (count, named) = (named.len(), named.join(comma));
            notes.push(match lang {
                Lang::Zh => format!("工作簿里找不到{count}项的格子，已保留写出工作簿时的内容：{named}"),
                Lang::En => format!("the cells of {count} answers are gone from the workbook, which are kept as they were written: {named}"),
            });
        }
        notes.extend(self.remarks.iter().map(|remark| remark.says(lang)));
        notes.extend(self.faults.iter().map(|fault| fault.says(lang)));
        notes
    }
}

/// What a file was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A draft's file.
    Draft,
    /// A packet for the platform.
    Packet,
    /// An archive with the packet in it.
    Archive,
    /// A workbook.
    Workbook,
    /// A copy of the page with a draft in it.
    Page,
}

/// Opens a file: a draft, a packet, an archive with one of them or a workbook in it, a workbook, or a copy of the page.
/// What it is shows in its bytes, whatever its name.
///
/// # Errors
/// With what is wrong with the file. Nothing is guessed.
pub fn open(bytes: &[u8]) -> Result<Opened, Unopened> {
    if bytes.len() > LARGEST {
        return Err(Unopened::TooLarge(bytes.len()));
    }
    match FileKind::of(bytes) {
        Some(FileKind::Zip) => archive::open(bytes),
        Some(FileKind::Xlsx) => workbook(bytes),
        Some(FileKind::Html) => page(bytes),
        Some(FileKind::Docx) => Err(Paper::of_word(bytes).map_or(Unopened::Foreign(FileKind::Docx), Unopened::Paper)),
        Some(kind) => Err(Unopened::Foreign(kind)),
        None => {
            let decoded = text_encoding::decode(bytes);
            open_decoded(&decoded.text, decoded.broken)
        }
    }
}

/// Opens the text of a draft that answers nothing beside its edition, and nothing else; `None` where it does, which takes
/// [`open`].
///
/// # Errors
/// With what is wrong with it.
pub fn open_draft(text: &str) -> Result<Option<Opened>, Unreadable> {
    let json = json::parse(text).map_err(Unreadable::NotJson)?;
    let draft = Draft::from_kept(&json)?;
    Ok(draft.further.is_empty().then(|| of_draft(&json, draft)))
}

fn of_draft(json: &Value, draft: Draft) -> Opened {
    let differences = difference::in_code(json, &draft).into_iter().collect();
    Opened { differences, tidied: tidied(json, &draft), ..Opened::new(draft, Kind::Draft) }
}

/// Opens the text of a draft or a packet.
///
/// # Errors
/// As [`open`].
pub fn open_text(text: &str) -> Result<Opened, Unopened> {
    open_decoded(text, None)
}

/// Opens a text of which a sign could not be read.
fn open_decoded(text: &str, broken: Option<Place>) -> Result<Opened, Unopened> {
    if text.len() > LARGEST {
        return Err(Unopened::TooLarge(text.len()));
    }
    let start =
        text.trim_start_matches(|sign: char| sign.is_whitespace() || matches!(sign, '\u{feff}' | '\0' | '\u{1a}'));
    if start.is_empty() {
        return Err(Unopened::Empty);
    }
    if !start.starts_with(['{', '[']) {
        return Err(Paper::of_text(start).map_or(Unopened::OtherText, Unopened::Paper));
    }
    // Half of a sign at the very end is a file that was cut off, which reads as such.
    let whole = text.trim_end_matches(char::REPLACEMENT_CHARACTER);
    if let Some(place) = broken.filter(|place| *place < Place::of(text, whole.len())) {
        return Err(Unopened::BrokenText(place));
    }
    let text = if broken.is_some() { whole } else { text };
    let mut json = json::parse(text).map_err(Unreadable::NotJson)?;
    if let Value::Array(items) = &mut json
        && items.iter().all(Value::is_object)
    {
        match items.len() {
            1 => json = items.remove(0),
            0 => return Err(Unopened::Unknown),
            count => return Err(Unopened::List(count)),
        }
    }
    match json.get("format") {
        Some(Value::Object(format)) if format.get("name").and_then(Value::as_str) == Some(packet_json::NAME) => {
            packet(&json)
        }
        Some(Value::Number(_) | Value::String(_)) => Ok(of_draft(&json, Draft::from_json(&json)?)),
        _ => Err(Unopened::Unknown),
    }
}

/// A copy of the page, which may carry a draft.
fn page(bytes: &[u8]) -> Result<Opened, Unopened> {
    let decoded = text_encoding::decode(bytes);
    match EmbeddedDraft::within(&decoded.text) {
        Ok(Some(EmbeddedDraft::Open(kept))) => Ok(Opened::new(kept.draft.checked()?, Kind::Page)),
        Ok(Some(EmbeddedDraft::Locked(_))) => Err(Unopened::LockedPage),
        Ok(None) => Err(Unopened::Foreign(FileKind::Html)),
        Err(why) => Err(Unopened::Page(why)),
    }
}

/// Opens a packet: its draft, and what else it says against what the draft gives.
fn packet(packet: &Value) -> Result<Opened, Unopened> {
    let number = packet["format"]["number"].as_u64().ok_or(Unopened::Damaged("format.number"))?;
    match number {
        0 => return Err(Unopened::Damaged("format.number")),
        1..=packet_json::NUMBER => {}
        _ => return Err(Unopened::NewerPacket(number)),
    }
    let lang = match packet.get("lang").and_then(Value::as_str) {
        Some(tag) if tag == Lang::Zh.tag() => Lang::Zh,
        Some(tag) if tag == Lang::En.tag() => Lang::En,
        _ => return Err(Unopened::Damaged("lang")),
    };
    let draft = Draft::from_json(packet.get("draft").ok_or(Unopened::Damaged("draft"))?)?;
    let report = draft.claimed(true);
    // The day of printing is no part of the packet.
    let given = packet_json::to_json(&Packet::lay_out(&draft, &report, lang, Date::first_of(2000)), &draft, &report);
    let (mut differences, more) = differ(packet, &given, draft.rules().clauses);
    let version = packet["program"]["version"].as_str();
    let other_version = version.filter(|version| *version != crate::packet::seal::VERSION).map(str::to_owned);
    differences.retain(|difference| difference.path != "program.version" || other_version.is_none());
    let tidied = packet.get("draft").map(|written| tidied(written, &draft)).unwrap_or_default();
    Ok(Opened { other_version, differences, more, tidied, ..Opened::new(draft, Kind::Packet) })
}

/// A workbook, perhaps with changed inputs.
fn workbook(bytes: &[u8]) -> Result<Opened, Unopened> {
    xlsx::read(bytes).map(Opened::of_workbook).map_err(Unopened::Workbook)
}

#[cfg(test)]
mod tests;
