//! The packet's files in one archive, with a list of contents that tells whether any of them was changed.

use std::fmt;
use std::io::{Cursor, Read, Write};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::json;
use crate::packet::Seal;
use crate::text::Lang;
use crate::text_encoding;

/// The list of contents, the last file of every archive.
pub const MANIFEST: &str = "manifest.json";
/// The name of its format.
pub const NAME: &str = "miyun-archive";
/// The number of its format.
pub const NUMBER: u64 = 1;

/// The most files that are read from an archive of ours; a workbook of many sheets has some fifty.
pub const MOST_FILES: usize = 256;
/// The most files that are read from an archive of many drafts.
pub const MOST_DRAFTS: usize = 8_192;
/// The most bytes that all files of an archive may come to: more is a bomb.
pub const LARGEST: u64 = 192 << 20;

/// Why files cannot be put into an archive.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unpackable {
    /// A name is empty, holds a path, or stands twice.
    Name(String),
    /// This file is too large for an archive.
    Size(String),
}

impl Unpackable {
    /// What is wrong, and what to do.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Name(name), Lang::Zh) => format!("文件名不能用或重复：{name}。请把各文件分别保存。"),
            (Self::Name(name), Lang::En) => {
                format!("The name of a file cannot be used or stands twice: {name}. Save the files one by one.")
            }
            (Self::Size(name), Lang::Zh) => format!("{name}过大，装不进压缩包。请把各文件分别保存。"),
            (Self::Size(name), Lang::En) => format!("{name} is too large for an archive. Save the files one by one."),
        }
    }
}

/// Why an archive is not read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Damaged {
    /// It is no archive, or cut off.
    NotAnArchive,
    /// It has more files than [`MOST_FILES`], or unpacks to more than [`LARGEST`].
    TooLarge,
    /// Two files have this name.
    Twice(String),
    /// Files lie over one another, which no program packs.
    Overlapping,
    /// A name leads out of the folder that it is unpacked into.
    Outside(String),
    /// This file is locked with a password.
    Locked(String),
    /// This file is packed in a way that is not known here.
    Method(String),
    /// This file cannot be unpacked.
    File(String),
}

impl Damaged {
    /// What is wrong with the archive, and what to do.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        let (zh, en) = match self {
            Self::NotAnArchive => (
                "压缩包不完整或已损坏，请重新取得这个文件。".to_owned(),
                "The archive is cut off or damaged: get the file again.".to_owned(),
            ),
            Self::TooLarge => (
                "压缩包里的文件太多或解压后过大，不是本程序写的。请解压，再打开其中的JSON或Excel文件。".to_owned(),
                "The archive holds too many files or unpacks to too much: it is not of this program. Unpack it and open the JSON or Excel file in it.".to_owned(),
            ),
            Self::Twice(name) => (
                format!("压缩包里有两个同名的文件：{name}。请解压，再打开要用的那一个。"),
                format!("Two files in the archive have the same name: {name}. Unpack it and open the one that is meant."),
            ),
            Self::Overlapping => (
                "压缩包里的文件互相重叠，不是正常打成的包。请重新取得这个文件。".to_owned(),
                "Files in the archive lie over one another, which no program packs. Get the file again.".to_owned(),
            ),
            Self::Outside(name) => (
                format!("压缩包里有指向别处的文件名：{name}。请解压到一个文件夹，再打开其中的JSON或Excel文件。"),
                format!(
                    "A file's name in the archive leads elsewhere: {name}. Unpack it into a folder and open the JSON or Excel file in it."
                ),
            ),
            Self::Locked(name) => (
                format!("压缩包加了密码（{name}）。请先用密码解压，再打开其中的JSON、ZIP或Excel文件。"),
                format!("The archive is locked with a password ({name}). Unpack it with the password and open the JSON, ZIP or Excel file in it."),
            ),
            Self::Method(name) => (
                format!("压缩包里的{name}用了本程序不认识的压缩方式。请解压，再打开其中的JSON、ZIP或Excel文件。"),
                format!("{name} in the archive is packed in a way that is not known here. Unpack it and open the JSON, ZIP or Excel file in it."),
            ),
            Self::File(name) => (
                format!("压缩包里的{name}已损坏。请重新取得这个压缩包。"),
                format!("{name} in the archive is damaged: get the archive again."),
            ),
        };
        if lang == Lang::Zh { zh } else { en }
    }
}

/// Packs files, in this order, and [`MANIFEST`] after them. The same files give the same bytes: no time of packing, no
/// system.
///
/// # Errors
/// When a name is empty, holds a path or stands twice.
pub fn archive(files: &[(String, Vec<u8>)], seal: &Seal) -> Result<Vec<u8>, Unpackable> {
    for (place, (name, _)) in files.iter().enumerate() {
        let twice = files[..place].iter().any(|(other, _)| other.eq_ignore_ascii_case(name));
        if twice || !is_plain(name) || name.eq_ignore_ascii_case(MANIFEST) {
            return Err(Unpackable::Name(name.clone()));
        }
    }
    let manifest = format!("{:#}\n", manifest(files, seal));
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = options();
    let all = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    for (name, bytes) in all.chain([(MANIFEST, manifest.as_bytes())]) {
        let failed = || Unpackable::Size(name.to_owned());
        writer.start_file(name, options).map_err(|_| failed())?;
        writer.write_all(bytes).map_err(|_| failed())?;
    }
    let written = writer.finish().map_err(|_| Unpackable::Size(MANIFEST.to_owned()))?;
    Ok(written.into_inner())
}

/// How files are packed: no time of packing, no system.
pub(super) fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
}

/// Whether it is the name of a file and no path, and none that leads out of a folder.
fn is_plain(name: &str) -> bool {
    !name.is_empty()
        && name != "."
        && name != ".."
        && !name.chars().any(|sign| matches!(sign, '/' | '\\' | ':') || sign.is_control())
}

fn manifest(files: &[(String, Vec<u8>)], seal: &Seal) -> Value {
    json!({
        "format": { "name": NAME, "number": NUMBER },
        "seal": { "edition": seal.edition, "version": seal.version, "code": seal.code, "digest": seal.digest },
        "files": files
            .iter()
            .map(|(name, bytes)| json!({ "name": name, "size": bytes.len(), "sha256": sha256(bytes) }))
            .collect::<Value>(),
    })
}

fn sha256(bytes: &[u8]) -> String {
    use fmt::Write as _;

    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// An archive whose names are known and whose files are not unpacked yet.
#[derive(Debug)]
pub struct Archive<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
}

/// What an archive holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contents {
    /// The files, in their order, without [`MANIFEST`]. A folder around all of them is not in their names.
    pub files: Vec<(String, Vec<u8>)>,
    /// Whether there is a list of contents.
    pub has_list: bool,
    /// What the list of contents says otherwise.
    pub faults: Vec<Fault>,
}

/// A file that is not as the list of contents says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// Its name; [`MANIFEST`] where the list itself is missing or cannot be read.
    pub name: String,
    /// The SHA-256 that is listed; `None` where it is not listed.
    pub listed: Option<String>,
    /// The SHA-256 that it has; `None` where it is not there.
    pub found: Option<String>,
}

impl Fault {
    /// What is wrong.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        let name = &self.name;
        match (name == MANIFEST, &self.listed, &self.found, lang) {
            (true, _, _, Lang::Zh) => "压缩包没有清单，或清单读不懂，请核对内容是不是原来的".to_owned(),
            (true, _, _, Lang::En) => {
                "the archive has no list of contents, or one that cannot be read: check that it holds what it should"
                    .to_owned()
            }
            (_, Some(_), Some(_), Lang::Zh) => format!("压缩包中的{name}与清单不符，请与交来的人核对"),
            (_, Some(_), Some(_), Lang::En) => format!("{name} in the archive is not as listed: ask who sent it"),
            (_, Some(_), None, Lang::Zh) => format!("压缩包缺少清单所列的{name}，请向交来的人索取"),
            (_, Some(_), None, Lang::En) => format!("{name} is listed but not in the archive: ask who sent it"),
            (_, None, _, Lang::Zh) => format!("压缩包多出清单没有的{name}，请与交来的人核对"),
            (_, None, _, Lang::En) => format!("{name} is in the archive but not listed: ask who sent it"),
        }
    }
}

impl<'a> Archive<'a> {
    /// Looks into an archive of ours; nothing is unpacked.
    ///
    /// # Errors
    /// When it is none, has too many files, or files that lie over one another.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Damaged> {
        Self::holding(bytes, MOST_FILES)
    }

    /// Looks into an archive of up to so many files.
    ///
    /// # Errors
    /// As [`Archive::open`].
    pub fn holding(bytes: &'a [u8], most: usize) -> Result<Self, Damaged> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Damaged::NotAnArchive)?;
        if archive.len() > most {
            return Err(Damaged::TooLarge);
        }
        if archive.has_overlapping_files().map_err(|_| Damaged::NotAnArchive)? {
            return Err(Damaged::Overlapping);
        }
        Ok(Self { archive })
    }

    /// Whether a file of that name is in it.
    #[must_use]
    pub fn holds(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// Unpacks the files of an archive of ours, perhaps packed again by another program, and holds them against its list.
    ///
    /// # Errors
    /// When it comes to more than [`LARGEST`] whatever it says of itself, a name leads elsewhere, or a file is damaged.
    pub fn read(self) -> Result<Contents, Damaged> {
        self.unpack(LARGEST)
    }

    fn unpack(mut self, mut room: u64) -> Result<Contents, Damaged> {
        let mut files: Vec<(String, Vec<u8>)> = Vec::new();
        for place in 0..self.archive.len() {
            let raw = self.archive.by_index_raw(place).map_err(|_| Damaged::File(format!("#{}", place + 1)))?;
            let (name, is_folder, locked) = (name_of(raw.name_raw()), raw.is_dir(), raw.encrypted());
            let known = matches!(raw.compression(), CompressionMethod::Stored | CompressionMethod::Deflated);
            drop(raw);
            let parts: Vec<&str> = name.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
            if name.starts_with('/')
                || name.contains('\0')
                || parts.iter().any(|part| *part == ".." || part.contains(':'))
            {
                return Err(Damaged::Outside(name));
            }
            let name = parts.join("/");
            if is_folder || name.is_empty() || is_left_behind(&parts) {
                continue;
            }
            if locked {
                return Err(Damaged::Locked(name));
            }
            if !known {
                return Err(Damaged::Method(name));
            }
            if files.iter().any(|(other, _)| *other == name) {
                return Err(Damaged::Twice(name));
            }
            let file = self.archive.by_index(place).map_err(|_| Damaged::File(name.clone()))?;
            let mut bytes = Vec::new();
            // One more than there is room for, to see that there is more; what the archive says of sizes is not believed.
            let read = file.take(room + 1).read_to_end(&mut bytes).map_err(|_| Damaged::File(name.clone()))?;
            room = room.checked_sub(u64::try_from(read).unwrap_or(u64::MAX)).ok_or(Damaged::TooLarge)?;
            files.push((name, bytes));
        }
        take_out_of_folder(&mut files);
        let listed = files.iter().position(|(name, _)| name == MANIFEST).map(|place| files.remove(place).1);
        let listed = listed.and_then(|bytes| json::parse(&text_encoding::decode(&bytes).text).ok());
        let faults = faults(&files, listed.as_ref());
        Ok(Contents { files, has_list: listed.is_some(), faults })
    }
}

/// A file's name as its packer meant it: archives say so only of UTF-8, Chinese Windows writes GBK, and old packers
/// write the separators of Windows.
fn name_of(raw: &[u8]) -> String {
    let name = match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => text_encoding::gb18030(raw).0,
    };
    name.replace('\\', "/")
}

/// What systems leave in folders unasked.
fn is_left_behind(parts: &[&str]) -> bool {
    let last = parts.last().copied().unwrap_or_default().to_ascii_lowercase();
    parts.contains(&"__MACOSX")
        || last.starts_with("._")
        || matches!(last.as_str(), ".ds_store" | "thumbs.db" | "desktop.ini")
}

/// Takes off a folder that all files lie in.
fn take_out_of_folder(files: &mut [(String, Vec<u8>)]) {
    while let Some((folder, _)) = files.first().and_then(|(name, _)| name.split_once('/'))
        && files.iter().all(|(name, _)| name.split_once('/').is_some_and(|(other, _)| other == folder))
    {
        let length = folder.len() + 1;
        for (name, _) in files.iter_mut() {
            name.drain(..length);
        }
    }
}

fn faults(files: &[(String, Vec<u8>)], manifest: Option<&Value>) -> Vec<Fault> {
    let listed = manifest
        .filter(|manifest| manifest["format"]["name"] == NAME)
        .and_then(|manifest| manifest["files"].as_array());
    let Some(listed) = listed else {
        return vec![Fault { name: MANIFEST.to_owned(), listed: None, found: None }];
    };
    let listed: Vec<(&str, &str)> =
        listed.iter().filter_map(|file| Some((file["name"].as_str()?, file["sha256"].as_str()?))).collect();
    let mut faults = Vec::new();
    for (name, bytes) in files {
        let found = sha256(bytes);
        let listed = listed.iter().find(|(other, _)| other == name).map(|(_, hash)| (*hash).to_owned());
        if listed.as_ref() != Some(&found) {
            faults.push(Fault { name: name.clone(), listed, found: Some(found) });
        }
    }
    for (name, hash) in listed {
        if !files.iter().any(|(other, _)| other == name) {
            faults.push(Fault { name: name.to_owned(), listed: Some(hash.to_owned()), found: None });
        }
    }
    faults
}

#[cfg(test)]
pub(crate) mod tests;
