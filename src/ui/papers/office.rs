//! The office program: what writes and reads Word, Excel and packed files. Its code comes when it is first needed.

// The place of the cut is a foreign function, which the attribute declares.
#![allow(unsafe_code)]

use leptos::web_sys::File;
use miyun::date::Date;
use miyun::drafts::draft::{Draft, Unreadable};
use miyun::office::{self, xlsx};
use miyun::opened::{self, Opened, Paper, Unopened};
use miyun::packet::file_name::file_name;
use miyun::packet::{Packet, Seal, Volume, json};
use miyun::text::{Lang, Text, text};

use crate::ui::drafts::files;
use crate::ui::frame::cut::cut;
use crate::ui::words::packet as words;

/// A kind of file that the packet is saved as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// 申报书, to be edited.
    Word,
    /// 测算表, with live formulas.
    Excel,
    /// For the platform.
    Json,
}

impl Format {
    /// All, in the order of the buttons.
    pub const ALL: [Self; 3] = [Self::Word, Self::Excel, Self::Json];

    /// Its name on the button.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Word => "Word",
            Self::Excel => "Excel",
            Self::Json => "JSON",
        }
    }

    /// What the file is called, its ending, and its type.
    const fn file(self) -> (Text, &'static str, &'static str) {
        match self {
            Self::Word => (
                text("申报书", "application"),
                "docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ),
            Self::Excel => (
                text("测算表", "estimate"),
                "xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ),
            Self::Json => (text("申报数据", "packet"), "json", "application/json"),
        }
    }
}

/// A packet to be saved.
#[derive(Clone)]
pub struct Job {
    /// Of this draft.
    pub draft: Draft,
    /// In this language.
    pub lang: Lang,
    /// On this day.
    pub today: Date,
    /// The papers beside those that are filed, by their name in files; `None` for those that are filed.
    pub apart: Option<&'static str>,
}

/// A file to be handed over.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Made {
    /// Its name.
    pub name: String,
    /// Its type.
    pub kind: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Why a file is not opened, in words.
#[derive(Clone, Debug)]
pub enum NotOpened {
    /// For this reason.
    Why(String),
    /// It answers questions in several places: somebody has to choose.
    Places(Box<xlsx::Choice>, String),
    /// It is a paper without a draft, which bears this code.
    Sealed(String, String),
}

impl NotOpened {
    /// The reason, for those who do not choose.
    pub fn says(self) -> String {
        match self {
            Self::Why(says) | Self::Places(_, says) | Self::Sealed(_, says) => says,
        }
    }
}

/// The files that can be opened, as a file chooser names them.
pub const ACCEPTED: &str = ".json,.xlsx,.zip,application/json";

/// Makes a file.
///
/// # Errors
/// In words, when the code does not come or the file cannot be made.
pub async fn make(format: Format, job: Job) -> Result<Made, String> {
    let lang = job.lang;
    cut_make(format, job).await.unwrap_or_else(|_| Err(words::OFFICE_NOT_COME.get(lang).to_owned()))
}

/// Packs files with the list of their digests.
///
/// # Errors
/// In words, when the code does not come or they cannot be packed.
pub async fn pack(files: Vec<Made>, job: Job) -> Result<Made, String> {
    let lang = job.lang;
    cut_pack(files, job).await.unwrap_or_else(|_| Err(words::OFFICE_NOT_COME.get(lang).to_owned()))
}

/// Opens a file of ours, whatever it is. Drafts need no office program, but for what they answer beside their edition.
///
/// # Errors
/// When it cannot be opened, or not without a question. Nothing has changed then.
pub async fn open(file: File, lang: Lang) -> Result<Opened, NotOpened> {
    // The browser knows sizes as floating point.
    if file.size() > f64::from(u32::try_from(opened::LARGEST).unwrap_or(u32::MAX)) {
        return Err(NotOpened::Why(Unopened::TooLarge(file.size() as usize).says(lang)));
    }
    let bytes = files::bytes(&file).await.ok_or_else(|| NotOpened::Why(words::NOT_READ.get(lang).to_owned()))?;
    if let Ok(text) = std::str::from_utf8(&bytes) {
        match opened::open_draft(text) {
            Ok(Some(opened)) => return Ok(opened),
            // What stands beside its edition is read by those who know it. Or it may be a packet.
            Ok(None) | Err(Unreadable::NotADraft | Unreadable::NotJson(_)) => {}
            Err(why) => return Err(NotOpened::Why(why.says(lang))),
        }
    }
    let not_come = |_| Err(NotOpened::Why(words::OFFICE_NOT_COME.get(lang).to_owned()));
    cut_open(bytes, lang).await.unwrap_or_else(not_come)
}

cut!(office: cut_make(format: Format, job: Job) -> Result<Made, String> = made);
cut!(office: cut_pack(files: Vec<Made>, job: Job) -> Result<Made, String> = packed);
cut!(office: cut_open(bytes: Vec<u8>, lang: Lang) -> Result<Opened, NotOpened> = opened_as_any);

fn made(format: Format, job: Job) -> Result<Made, String> {
    let report = job.draft.claimed(true);
    let packet = Packet::lay_out(&job.draft, &report, job.lang, job.today);
    let (what, ending, kind) = format.file();
    let bytes = match format {
        Format::Word => match packet.apart().find(|volume| job.apart == volume.parts.first().map(|part| part.id)) {
            Some(volume) => return apart(&job, &volume),
            None => office::docx::docx(&packet.filed()).map_err(|why| why.to_string()),
        },
        Format::Excel => office::xlsx::workbook(&job.draft, &report, job.lang, job.today),
        Format::Json => Ok(format!("{:#}", json::to_json(&packet, &job.draft, &report)).into_bytes()),
    };
    bytes.map(|bytes| Made { name: name(&job, &packet.seal, what, ending), kind, bytes })
}

/// A Word file of papers that are not filed.
fn apart(job: &Job, volume: &Volume<'_>) -> Result<Made, String> {
    let (_, ending, kind) = Format::Word.file();
    let bytes = office::docx::docx(volume).map_err(|why| why.to_string())?;
    Ok(Made { name: file_name(job.draft.name(), &volume.title, &volume.seal.code, ending), kind, bytes })
}

fn packed(made: Vec<Made>, job: Job) -> Result<Made, String> {
    let seal = Seal::of(&job.draft);
    let report = job.draft.claimed(true);
    let packet = Packet::lay_out(&job.draft, &report, job.lang, job.today);
    let mut files: Vec<(String, Vec<u8>)> = made.into_iter().map(|made| (made.name, made.bytes)).collect();
    files.extend(office::beside::beside(&job.draft, &packet, &report, job.lang, job.today)?);
    let packed = office::zip::archive(&files, &seal).map_err(|why| why.says(job.lang));
    packed.map(|bytes| Made {
        name: name(&job, &seal, text("申报材料", "papers"), "zip"),
        kind: "application/zip",
        bytes,
    })
}

fn opened_as_any(bytes: Vec<u8>, lang: Lang) -> Result<Opened, NotOpened> {
    opened::open(&bytes).map_err(|why| {
        let says = why.says(lang);
        match why {
            Unopened::Workbook(xlsx::Unreadable::Twice(places)) => NotOpened::Places(places, says),
            Unopened::Paper(Paper::Word { code, .. }) => NotOpened::Sealed(code, says),
            _ => NotOpened::Why(says),
        }
    })
}

fn name(job: &Job, seal: &Seal, what: Text, ending: &str) -> String {
    let applicant = job.draft.name();
    file_name(applicant, what.get(job.lang), &seal.code, ending)
}
