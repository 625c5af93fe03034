//! The packet's files in one archive, with a list of contents that tells whether any of them was changed.

use std::fmt;
use std::io::{Cursor, Read, Write};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::packet::Seal;
use crate::text::Lang;

/// The list of contents, the last file of every archive.
pub const MANIFEST: &str = "manifest.json";
/// The name of its format.
pub const NAME: &str = "miyun-archive";
/// The number of its format.
pub const NUMBER: u64 = 1;

/// The most files that are read from an archive; a workbook of many sheets has some fifty.
pub const MOST_FILES: usize = 256;
/// The most bytes that all files of an archive may come to: whoever packs more packs a bomb.
pub const LARGEST: u64 = 192 << 20;

/// Why files cannot be put into an archive.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unpackable {
    /// A name is empty, holds a path, or stands twice.
    Name(String),
    /// Something is too large for an archive.
    Size(String),
}

impl fmt::Display for Unpackable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => {
                write!(f, "文件名不能用或重复：{name} / a file's name cannot be used or stands twice: {name}")
            }
            Self::Size(why) => write!(f, "文件过大：{why} / too large: {why}"),
        }
    }
}

/// Why an archive is not read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Damaged {
    /// It is no archive, or cut off.
    NotAnArchive(String),
    /// It has more files than [`MOST_FILES`], or unpacks to more than [`LARGEST`].
    TooLarge,
    /// A name holds a path, is no UTF-8, or stands twice, or files lie over one another.
    Names(String),
    /// This file cannot be unpacked.
    File(String),
}

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnArchive(why) => write!(f, "不是压缩包，或不完整 / no archive, or cut off ({why})"),
            Self::TooLarge => f.write_str("解压后过大 / unpacks to too much"),
            Self::Names(name) => write!(f, "文件名不对：{name} / a file's name is wrong: {name}"),
            Self::File(name) => write!(f, "{name}已损坏 / {name} is damaged"),
        }
    }
}

/// Packs files, in this order, and [`MANIFEST`] after them. The same files give the same bytes: no time of packing, no
/// system.
///
/// # Errors
/// When a name is empty, holds a path or stands twice.
pub fn archive(files: &[(String, Vec<u8>)], seal: &Seal) -> Result<Vec<u8>, Unpackable> {
    for (place, (name, _)) in files.iter().enumerate() {
        let twice = files[..place].iter().any(|(other, _)| other.to_lowercase() == name.to_lowercase());
        if twice || !is_plain(name) || name.eq_ignore_ascii_case(MANIFEST) {
            return Err(Unpackable::Name(name.clone()));
        }
    }
    let manifest = format!("{:#}\n", manifest(files, seal));
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let all = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    for (name, bytes) in all.chain([(MANIFEST, manifest.as_bytes())]) {
        let failed = |why: &dyn fmt::Display| Unpackable::Size(format!("{name}: {why}"));
        writer.start_file(name, options).map_err(|why| failed(&why))?;
        writer.write_all(bytes).map_err(|why| failed(&why))?;
    }
    let written = writer.finish().map_err(|why| Unpackable::Size(why.to_string()))?;
    Ok(written.into_inner())
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
    /// The files, in their order, without [`MANIFEST`].
    pub files: Vec<(String, Vec<u8>)>,
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
            (true, _, _, Lang::Zh) => "压缩包没有清单，或清单读不懂".to_owned(),
            (true, _, _, Lang::En) => "the archive has no list of contents, or one that cannot be read".to_owned(),
            (_, Some(_), Some(_), Lang::Zh) => format!("压缩包中的{name}与清单不符"),
            (_, Some(_), Some(_), Lang::En) => format!("{name} in the archive is not as listed"),
            (_, Some(_), None, Lang::Zh) => format!("压缩包缺少清单所列的{name}"),
            (_, Some(_), None, Lang::En) => format!("{name} is listed but not in the archive"),
            (_, None, _, Lang::Zh) => format!("压缩包多出清单没有的{name}"),
            (_, None, _, Lang::En) => format!("{name} is in the archive but not listed"),
        }
    }
}

impl<'a> Archive<'a> {
    /// Looks into an archive; nothing is unpacked.
    ///
    /// # Errors
    /// When it is none, has too many files, or names that lead elsewhere.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Damaged> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|why| Damaged::NotAnArchive(why.to_string()))?;
        if archive.len() > MOST_FILES {
            return Err(Damaged::TooLarge);
        }
        let wrong = |what: &str| Damaged::Names(what.to_owned());
        if archive.has_duplicate_names() {
            return Err(wrong("重复 / twice the same"));
        }
        if archive.has_overlapping_files().map_err(|why| Damaged::NotAnArchive(why.to_string()))? {
            return Err(wrong("重叠 / files lie over one another"));
        }
        Ok(Self { archive })
    }

    /// Whether a file of that name is in it.
    #[must_use]
    pub fn holds(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// Unpacks the files of an archive of ours and holds them against its list.
    ///
    /// # Errors
    /// When it comes to more than [`LARGEST`] whatever it says of itself, a name holds a path, or a file is damaged.
    pub fn read(self) -> Result<Contents, Damaged> {
        self.unpack(LARGEST)
    }

    fn unpack(mut self, mut room: u64) -> Result<Contents, Damaged> {
        let mut files = Vec::new();
        let mut listed = None;
        for place in 0..self.archive.len() {
            let file = self.archive.by_index(place).map_err(|_| Damaged::File(format!("#{}", place + 1)))?;
            let name = std::str::from_utf8(file.name_raw()).ok().filter(|name| is_plain(name));
            let Some(name) = name.map(str::to_owned) else {
                return Err(Damaged::Names(String::from_utf8_lossy(file.name_raw()).into_owned()));
            };
            let mut bytes = Vec::new();
            // One more than there is room for, to see that there is more; what the archive says of sizes is not believed.
            let read = file.take(room + 1).read_to_end(&mut bytes).map_err(|_| Damaged::File(name.clone()))?;
            room = room.checked_sub(u64::try_from(read).unwrap_or(u64::MAX)).ok_or(Damaged::TooLarge)?;
            if name == MANIFEST {
                listed = serde_json::from_slice::<Value>(&bytes).ok();
            } else {
                files.push((name, bytes));
            }
        }
        let faults = faults(&files, listed.as_ref());
        Ok(Contents { files, faults })
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
mod tests {
    use std::io::{Cursor, Write};

    use proptest::prelude::{any, proptest};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::{Archive, Contents, Damaged, MANIFEST, MOST_FILES, Unpackable, archive};
    use crate::packet::Seal;

    fn seal() -> Seal {
        Seal::of(&crate::drafts::examples::ALL[0].draft().unwrap())
    }

    fn files() -> Vec<(String, Vec<u8>)> {
        vec![
            ("密云示例银行-申报书-7K4Q-9XTD.docx".to_owned(), b"docx".repeat(1000)),
            ("𠮷🏦.json".to_owned(), b"{}".to_vec()),
            ("empty.txt".to_owned(), Vec::new()),
        ]
    }

    fn read(bytes: &[u8]) -> Result<Contents, Damaged> {
        Archive::open(bytes)?.read()
    }

    /// An archive of another program.
    fn pack(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn what_is_packed_comes_back_and_always_as_the_same_bytes() {
        let (files, seal) = (files(), seal());
        let bytes = archive(&files, &seal).unwrap();
        assert_eq!(bytes, archive(&files, &seal).unwrap());
        assert_eq!(read(&bytes).unwrap(), Contents { files, faults: Vec::new() });
        // The names are marked as UTF-8 where they need it (bit 11), and the day is the first that there is.
        assert_eq!((bytes[7] & 0b1000, &bytes[10..14]), (0b1000, &[0, 0, 0x21, 0][..]));
    }

    #[test]
    fn the_list_of_contents_says_what_each_file_was() {
        let seal = seal();
        let bytes = archive(&files(), &seal).unwrap();
        let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let manifest: serde_json::Value = serde_json::from_reader(zip.by_name(MANIFEST).unwrap()).unwrap();
        assert_eq!(manifest["seal"]["code"], seal.code.as_str());
        // `printf '{}' | sha256sum`
        assert_eq!(manifest["files"][1]["sha256"], "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
        assert_eq!(manifest["files"][0]["size"], 4000);

        let manifest = manifest.to_string();
        let listed = |files: &[(&str, &[u8])]| {
            let mut all = files.to_vec();
            all.push((MANIFEST, manifest.as_bytes()));
            read(&pack(&all)).unwrap().faults
        };
        let docx = b"docx".repeat(1000);
        let name = "密云示例银行-申报书-7K4Q-9XTD.docx";
        assert!(listed(&[(name, &docx), ("𠮷🏦.json", b"{}"), ("empty.txt", b"")]).is_empty());
        let faults = listed(&[(name, &docx), ("𠮷🏦.json", b"{ }"), ("more.txt", b"")]);
        let says: Vec<String> = faults.iter().map(|fault| fault.says(crate::text::Lang::Zh)).collect();
        assert_eq!(
            says,
            ["压缩包中的𠮷🏦.json与清单不符", "压缩包多出清单没有的more.txt", "压缩包缺少清单所列的empty.txt"]
        );
        let faults = read(&pack(&[("a", b"")])).unwrap().faults;
        assert_eq!((faults.len(), faults[0].name.as_str()), (1, MANIFEST));
    }

    #[test]
    fn names_that_lead_elsewhere_are_neither_written_nor_read() {
        for name in ["", ".", "..", "../a", "a/b", "a\\b", "C:a", "a\0b", "Manifest.JSON"] {
            let files = [(name.to_owned(), Vec::new())];
            assert_eq!(archive(&files, &seal()), Err(Unpackable::Name(name.to_owned())), "{name:?}");
        }
        let twice = [("a".to_owned(), Vec::new()), ("A".to_owned(), Vec::new())];
        assert_eq!(archive(&twice, &seal()), Err(Unpackable::Name("A".to_owned())));
        for name in ["../a", "/etc/passwd", "a/b", "a\\b", "a/"] {
            assert!(matches!(read(&pack(&[(name, b"")])), Err(Damaged::Names(_))), "{name}");
        }
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        // A thousand times smaller than what it unpacks to; the bound is lowered to keep the test quick.
        let zeros = vec![0; 1 << 20];
        let bomb = pack(&[("a.json", &zeros), ("b.json", &zeros)]);
        assert!(bomb.len() < 8 << 10, "{}", bomb.len());
        let within = |room| Archive::open(&bomb).unwrap().unpack(room).map(|contents| contents.files.len());
        assert_eq!(
            (within(2 << 20), within((2 << 20) - 1), within(1)),
            (Ok(2), Err(Damaged::TooLarge), Err(Damaged::TooLarge))
        );
        let names: Vec<String> = (0..=MOST_FILES).map(|number| number.to_string()).collect();
        let all: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
        assert_eq!(read(&pack(&all)), Err(Damaged::TooLarge));
    }

    proptest! {
        #[test]
        fn a_damaged_archive_is_refused_or_shows_it(at in any::<usize>(), byte in any::<u8>()) {
            let mut bytes = archive(&files(), &seal()).unwrap();
            let at = at % bytes.len();
            bytes[at] = byte;
            if let Ok(contents) = read(&bytes) {
                // A changed time or mark says nothing of the files; a changed file is found out.
                assert!(contents.files == files() || !contents.faults.is_empty());
            }
        }
    }
}
