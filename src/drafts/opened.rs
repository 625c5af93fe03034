//! Reading back: whatever file of this program's somebody has, opened as a draft. Nothing that the file says besides its
//! answers and choices is believed; what differs from what they give is named.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;

use crate::date::Date;
use crate::drafts::draft::{Draft, Unreadable};
use crate::packet::{Packet, json};
use crate::policy::official_text;
use crate::rule::Clause;
use crate::text::{Lang, Text, article, text};

/// The largest file that is looked at, in bytes. A draft of a hundred thousand introduced enterprises has some 30 MB.
pub const LARGEST: usize = 96 << 20;
/// The most differences that are named; the rest are counted.
pub const MOST: usize = 100;
/// The most characters of a differing value that are shown.
const LONGEST: usize = 120;

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
    /// Files of an archive that are not as its list of contents says. To be shown.
    pub faults: Vec<crate::office::zip::Fault>,
}

impl Opened {
    /// A draft out of a file that says nothing else.
    #[must_use]
    pub fn new(draft: Draft, kind: Kind) -> Self {
        Self { draft, kind, other_version: None, differences: Vec::new(), more: 0, faults: Vec::new() }
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
}

/// Something that the file says and its draft does not give.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// Where in the file: `requested.amount`.
    pub path: String,
    /// What it is called.
    what: [String; 2],
    /// What the file says; `None` where it says nothing.
    pub written: Option<String>,
    /// What its draft gives; `None` where it gives nothing.
    pub given: Option<String>,
}

impl Difference {
    /// What it is called: `申请金额`.
    #[must_use]
    pub fn what(&self, lang: Lang) -> &str {
        &self.what[usize::from(lang == Lang::En)]
    }

    /// Both sides in a sentence.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        let side = |side: &Option<String>| match (side, lang) {
            (Some(value), Lang::Zh) => format!("“{value}”"),
            (Some(value), Lang::En) => format!("“{value}”"),
            (None, Lang::Zh) => "没有这一项".to_owned(),
            (None, Lang::En) => "nothing".to_owned(),
        };
        let (what, written, given) = (self.what(lang), side(&self.written), side(&self.given));
        match lang {
            Lang::Zh => format!("{what}：文件里写的是{written}，按其中的答案应为{given}"),
            Lang::En => format!("{what}: the file says {written}, its answers give {given}"),
        }
    }
}

/// Why a file is not opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unopened {
    /// There is nothing in it.
    Empty,
    /// It is larger than any file of this program's; its size in bytes.
    TooLarge(usize),
    /// Text in another encoding, named as browsers name it: whoever can decode it opens the text with [`open_text`].
    Encoded(&'static str),
    /// A file of another program, by its name: `PDF`.
    Foreign(&'static str),
    /// A packed file, with what is wrong with it.
    Packed(String),
    /// A workbook, with what is wrong with it.
    Workbook(String),
    /// An archive without a packet in it.
    NoPacket,
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
    /// What is wrong with the file.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        let both = |zh: &str, en: &str| match lang {
            Lang::Zh => zh.to_owned(),
            Lang::En => en.to_owned(),
        };
        match self {
            Self::Empty => both("文件是空的。", "The file is empty."),
            Self::TooLarge(size) => {
                let (size, most) = (size >> 20, LARGEST >> 20);
                both(
                    &format!("文件有{size} MB，超过{most} MB，不是本程序的文件。"),
                    &format!("The file has {size} MB, more than {most} MB: it is none of this program's."),
                )
            }
            Self::Encoded(encoding) => both(
                &format!("文件不是UTF-8文字，可能是{encoding}；请另存为UTF-8。"),
                &format!("The file is not UTF-8 text but perhaps {encoding}; save it as UTF-8."),
            ),
            Self::Foreign(kind) => both(
                &format!("这是{kind}文件，读不回草稿。请打开同一份申报的JSON、ZIP或Excel文件。"),
                &format!(
                    "This is a {kind} file, from which no draft can be read. Open the JSON, ZIP or Excel file of the same application."
                ),
            ),
            Self::Packed(why) => both(
                &format!("压缩文件已损坏或不是本程序写的：{why}"),
                &format!("The packed file is damaged or not of this program: {why}"),
            ),
            Self::Workbook(why) => {
                both(&format!("工作簿打不开：{why}"), &format!("The workbook cannot be opened: {why}"))
            }
            Self::NoPacket => both("压缩包里没有申报数据（JSON）。", "There is no packet (JSON) in the archive."),
            Self::Unknown => both(
                "是JSON文件，但既不是本程序的草稿，也不是申报数据。",
                "The file is JSON, but neither a draft nor a packet of this program.",
            ),
            Self::NewerPacket(number) => both(
                &format!("申报数据由更新的版本写成（格式{number}），请用新版打开。"),
                &format!("The packet was written by a newer version (format {number}): open it with that one."),
            ),
            Self::Damaged(part) => both(
                &format!("申报数据不完整：缺少{part}，或其内容不对。"),
                &format!("The packet is damaged: {part} is missing or is something else."),
            ),
            Self::Draft(why) => why.says(lang),
        }
    }
}

impl fmt::Display for Unopened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Draft(why) => why.fmt(f),
            _ => write!(f, "{} / {}", self.says(Lang::Zh), self.says(Lang::En)),
        }
    }
}

impl From<Unreadable> for Unopened {
    fn from(why: Unreadable) -> Self {
        Self::Draft(why)
    }
}

/// Opens a file: a draft, a packet, an archive with a packet in it, or a workbook. What it is shows in its bytes, whatever
/// its name.
///
/// Text may be in UTF-8 or UTF-16. [`Unopened::Encoded`] gives the name of another encoding, such as GB 18030, to whoever
/// has a decoder for it; a browser has.
///
/// # Errors
/// With what is wrong with the file. Nothing is guessed.
pub fn open(bytes: &[u8]) -> Result<Opened, Unopened> {
    if bytes.len() > LARGEST {
        return Err(Unopened::TooLarge(bytes.len()));
    }
    if bytes.starts_with(b"PK") {
        return packed(bytes);
    }
    // Excel locks a workbook with a password by putting it into the container of its old files.
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return workbook(bytes);
    }
    if let Some(kind) = official_text::packed(bytes) {
        return Err(Unopened::Foreign(kind));
    }
    match encoding(bytes) {
        "utf-8" => open_text(std::str::from_utf8(bytes).map_err(|_| Unopened::Encoded("gb18030"))?),
        "utf-16le" => open_text(&utf16(bytes, u16::from_le_bytes).ok_or(Unopened::Encoded("utf-16le"))?),
        "utf-16be" => open_text(&utf16(bytes, u16::from_be_bytes).ok_or(Unopened::Encoded("utf-16be"))?),
        other => Err(Unopened::Encoded(other)),
    }
}

/// The encoding of a text file of ours: JSON begins with a sign of one byte, which tells UTF-16 also without a mark.
fn encoding(bytes: &[u8]) -> &'static str {
    match bytes {
        [0, first, ..] if *first != 0 => "utf-16be",
        [first, 0, ..] if *first != 0 => "utf-16le",
        _ => official_text::encoding(bytes),
    }
}

fn utf16(bytes: &[u8], read: fn([u8; 2]) -> u16) -> Option<String> {
    let (units, rest) = bytes.as_chunks::<2>();
    let text = char::decode_utf16(units.iter().map(|unit| read(*unit))).collect::<Result<String, _>>().ok()?;
    rest.is_empty().then_some(text)
}

/// Opens the text of a draft or a packet.
///
/// # Errors
/// As [`open`].
pub fn open_text(text: &str) -> Result<Opened, Unopened> {
    if text.len() > LARGEST {
        return Err(Unopened::TooLarge(text.len()));
    }
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(Unopened::Empty);
    }
    let json: Value = serde_json::from_str(text).map_err(|error| Unreadable::NotJson(error.to_string()))?;
    let format = json.get("format");
    match format {
        Some(Value::Number(_)) => Ok(Opened::new(Draft::from_json(&json)?, Kind::Draft)),
        Some(Value::Object(format)) if format.get("name").and_then(Value::as_str) == Some(json::NAME) => packet(&json),
        _ => Err(Unopened::Unknown),
    }
}

/// Opens a packet: its draft, and what else it says against what the draft gives.
fn packet(packet: &Value) -> Result<Opened, Unopened> {
    let number = packet["format"]["number"].as_u64().ok_or(Unopened::Damaged("format.number"))?;
    match number {
        0 => return Err(Unopened::Damaged("format.number")),
        1..=json::NUMBER => {}
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
    let given = json::to_json(&Packet::lay_out(&draft, &report, lang, Date::first_of(2000)), &draft, &report);
    let (mut differences, more) = differ(packet, &given, draft.rules().clauses);
    let version = packet["program"]["version"].as_str();
    let other_version = version.filter(|version| *version != crate::packet::seal::VERSION).map(str::to_owned);
    differences.retain(|difference| difference.path != "program.version" || other_version.is_none());
    Ok(Opened { other_version, differences, more, ..Opened::new(draft, Kind::Packet) })
}

/// The parts of a packet, as its reader calls them.
const PARTS: [(&str, Text); 15] = [
    ("seal.code", text("核验码", "Code")),
    ("seal.digest", text("摘要（SHA-256）", "Digest (SHA-256)")),
    ("requested", text("申请金额", "Amount requested")),
    ("claims", text("申报条款", "Clauses claimed")),
    ("schedule", text("测算明细", "Schedule of amounts")),
    ("account", text("收款账户", "Account")),
    ("form", text("申报表", "Application form")),
    ("statements", text("情况说明", "Statements")),
    ("undertakings", text("承诺书", "Undertaking")),
    ("documents", text("材料清单", "Checklist of documents")),
    ("received", text("已享受政策", "Support received")),
    ("preflight", text("提交前检查", "Checks before filing")),
    ("internal", text("待确认单", "Points to confirm")),
    ("edition", text("规则", "Edition")),
    ("year", text("申请年度", "Year of application")),
];

/// What the packet says otherwise than its draft gives: code and amounts first, as they matter most.
fn differ(written: &Value, given: &Value, clauses: &[&Clause]) -> (Vec<Difference>, usize) {
    let [written, given] = [written, given].map(|packet| {
        let mut leaves = BTreeMap::new();
        for (name, part) in packet.as_object().into_iter().flatten() {
            // What everything else is worked out from.
            if name != "draft" {
                flatten(name.clone(), part, &mut leaves);
            }
        }
        leaves
    });
    let mut paths: Vec<&String> =
        written.keys().chain(given.keys().filter(|path| !written.contains_key(*path))).collect();
    paths.retain(|path| written.get(*path) != given.get(*path));
    let rank = |path: &str| PARTS.iter().position(|(part, _)| within(path, part).is_some()).unwrap_or(PARTS.len());
    paths.sort_by_key(|path| rank(path));
    let more = paths.len().saturating_sub(MOST);
    let differences = paths.into_iter().take(MOST).map(|path| Difference {
        path: path.clone(),
        what: [Lang::Zh, Lang::En].map(|lang| called(path, clauses, lang)),
        written: written.get(path).map(shown),
        given: given.get(path).map(shown),
    });
    (differences.collect(), more)
}

/// A value with its quotes off, and not longer than a line.
fn shown(value: &&Value) -> String {
    let words = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let mut shown: String = words.chars().take(LONGEST).collect();
    if shown.len() < words.len() {
        shown.push('…');
    }
    shown
}

/// Every value that is no object and no list, by its path. Claims go by their clauses, so that one left out does not
/// shift the others.
fn flatten<'a>(path: String, value: &'a Value, leaves: &mut BTreeMap<String, &'a Value>) {
    match value {
        Value::Object(object) if !object.is_empty() => {
            for (name, value) in object {
                flatten(format!("{path}.{name}"), value, leaves);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for (index, item) in items.iter().enumerate() {
                let name = match (path.as_str(), item.get("clause").and_then(Value::as_str)) {
                    ("claims", Some(clause)) => clause.to_owned(),
                    _ => (index + 1).to_string(),
                };
                flatten(format!("{path}[{name}]"), item, leaves);
            }
        }
        _ => {
            leaves.insert(path, value);
        }
    }
}

/// The rest of a path within a part: `format.number` is not within `form`.
fn within<'a>(path: &'a str, part: &str) -> Option<&'a str> {
    path.strip_prefix(part).filter(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// What a path is called.
fn called(path: &str, clauses: &[&Clause], lang: Lang) -> String {
    let Some((rest, words)) = PARTS.iter().find_map(|(part, words)| Some((within(path, part)?, words))) else {
        return path.to_owned();
    };
    let words = words.get(lang);
    if let Some((clause, field)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'))
        && let Some(clause) = clauses.iter().find(|other| other.id == clause)
    {
        return format!("{words}　{}　{}", article(clause.article, lang), field.trim_start_matches('.'));
    }
    match rest {
        "" | ".amount" => words.to_owned(),
        _ => format!("{words}　{}", rest.trim_start_matches('.')),
    }
}

/// An archive of ours, or a workbook: both are packed the same way.
fn packed(bytes: &[u8]) -> Result<Opened, Unopened> {
    use crate::office::zip::Archive;

    let damaged = |why: crate::office::zip::Damaged| Unopened::Packed(why.to_string());
    let archive = Archive::open(bytes).map_err(damaged)?;
    if archive.holds("xl/workbook.xml") {
        return workbook(bytes);
    }
    if archive.holds("word/document.xml") {
        return Err(Unopened::Foreign("Word"));
    }
    let contents = archive.read().map_err(damaged)?;
    let packets = contents.files.iter().filter(|(name, _)| name.ends_with(".json"));
    let mut why = Unopened::NoPacket;
    for (_, file) in packets {
        match std::str::from_utf8(file).map_err(|_| Unopened::Encoded("gb18030")).and_then(open_text) {
            Ok(mut opened) if opened.kind == Kind::Packet => {
                opened.kind = Kind::Archive;
                opened.faults = contents.faults;
                return Ok(opened);
            }
            Ok(_) | Err(Unopened::Unknown) => {}
            Err(other) => why = other,
        }
    }
    Err(why)
}

/// A workbook, perhaps with changed inputs.
fn workbook(bytes: &[u8]) -> Result<Opened, Unopened> {
    let draft = crate::office::xlsx::read(bytes).map_err(|why| Unopened::Workbook(why.to_string()))?;
    Ok(Opened::new(draft, Kind::Workbook))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, any, proptest};
    use serde_json::{Value, json};

    use super::{Kind, MOST, Opened, Unopened, open, open_text};
    use crate::date::Date;
    use crate::drafts::draft::{Draft, Unreadable};
    use crate::drafts::examples::ALL;
    use crate::packet::{Packet, json as packet_json};
    use crate::text::Lang;

    fn packet(draft: &Draft, lang: Lang) -> Value {
        let report = draft.claimed(true);
        let laid_out = Packet::lay_out(draft, &report, lang, Date::new(2026, 11, 25).unwrap());
        packet_json::to_json(&laid_out, draft, &report)
    }

    fn bank() -> Draft {
        ALL[0].draft().unwrap()
    }

    fn utf16(text: &str, mark: bool, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        let mark = mark.then_some(0xFEFF);
        mark.into_iter().chain(text.encode_utf16()).flat_map(bytes_of).collect()
    }

    #[test]
    fn every_example_comes_back_from_its_draft_and_its_packet() {
        for example in ALL {
            let mut draft = example.draft().unwrap();
            draft.filing.undertaken = true;
            draft.filing.papers.entry("承诺书").or_default().pages = "1-2".to_owned();
            let own = open_text(&draft.to_json().to_string()).unwrap();
            assert_eq!((own.kind, &own.draft), (Kind::Draft, &draft));
            for lang in [Lang::Zh, Lang::En] {
                let Opened { draft: read, kind, differences, more, other_version, .. } =
                    open(packet(&draft, lang).to_string().as_bytes()).unwrap();
                assert_eq!((kind, &read), (Kind::Packet, &draft), "{}", example.id);
                assert!(differences.is_empty() && more == 0 && other_version.is_none(), "{differences:?}");
            }
        }
    }

    #[test]
    fn text_is_read_in_the_encodings_that_editors_save() {
        let mut draft = bank();
        draft.title = "𠮷🏦".to_owned();
        let text = format!("{:#}", draft.to_json());
        let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        for bytes in [
            text.clone().into_bytes(),
            marked,
            utf16(&text, true, u16::to_le_bytes),
            utf16(&text, true, u16::to_be_bytes),
            utf16(&text, false, u16::to_le_bytes),
            utf16(&text, false, u16::to_be_bytes),
        ] {
            assert_eq!(open(&bytes).unwrap().draft, draft);
        }
        // {"名":1} as GB 18030 writes it: the page has a decoder, the library has none.
        assert_eq!(open(b"{\"\xC3\xFB\":1}").unwrap_err(), Unopened::Encoded("gb18030"));
        let mut odd = utf16(&text, true, u16::to_le_bytes);
        odd.pop();
        assert_eq!(open(&odd).unwrap_err(), Unopened::Encoded("utf-16le"));
    }

    #[test]
    fn what_cannot_be_opened_says_what_is_wrong() {
        let good = packet(&bank(), Lang::Zh);
        let without = |part: &str| {
            let mut packet = good.clone();
            packet.as_object_mut().unwrap().remove(part);
            packet.to_string().into_bytes()
        };
        let with = |pointer: &str, value: Value| {
            let mut packet = good.clone();
            *packet.pointer_mut(pointer).unwrap() = value;
            packet.to_string().into_bytes()
        };
        let cut = good.to_string().into_bytes()[..500].to_vec();
        for (bytes, zh, en) in [
            (Vec::new(), "文件是空的", "empty"),
            (b"\xEF\xBB\xBF \n".to_vec(), "文件是空的", "empty"),
            (b"hello".to_vec(), "不是JSON文件", "not JSON"),
            (cut, "不完整", "damaged"),
            (b"[1,2]".to_vec(), "既不是本程序的草稿", "neither a draft nor a packet"),
            (b"{}".to_vec(), "既不是本程序的草稿", "neither a draft nor a packet"),
            (
                br#"{"format":{"name":"other","number":1}}"#.to_vec(),
                "既不是本程序的草稿",
                "neither a draft nor a packet",
            ),
            (br#"{"format":99,"edition":"miyun-2019-25","facts":{}}"#.to_vec(), "格式99", "format 99"),
            (with("/format/number", json!(7)), "格式7", "format 7"),
            (with("/format/number", json!("1")), "缺少format.number", "format.number is missing"),
            (with("/format/number", json!(0)), "缺少format.number", "format.number is missing"),
            (with("/lang", json!("fr")), "缺少lang", "lang is missing"),
            (without("lang"), "缺少lang", "lang is missing"),
            (without("draft"), "缺少draft", "draft is missing"),
            (with("/draft/edition", json!("elsewhere")), "elsewhere", "elsewhere"),
            (with("/draft/format", json!(3)), "格式3", "format 3"),
            (with("/draft/facts/paid_in", json!("1e9")), "paid_in", "paid_in"),
            (with("/draft", json!([])), "不是本程序的草稿", "not a draft"),
            (b"%PDF-1.7".to_vec(), "这是PDF文件", "a PDF file"),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), "文件加了打开密码，或是旧版", "locked with a password"),
            (vec![0xFF; 40], "gb18030", "gb18030"),
            (vec![0; 40], "不是JSON文件", "not JSON"),
            ("[".repeat(100_000).into_bytes(), "不是JSON文件", "not JSON"),
        ] {
            let why = open(&bytes).unwrap_err();
            assert!(why.says(Lang::Zh).contains(zh), "{zh}: {}", why.says(Lang::Zh));
            assert!(why.says(Lang::En).contains(en), "{en}: {}", why.says(Lang::En));
        }
        assert!(matches!(open(&vec![b' '; super::LARGEST + 1]).unwrap_err(), Unopened::TooLarge(_)));
        assert!(matches!(open(b"[").unwrap_err(), Unopened::Draft(Unreadable::NotJson(_))));
    }

    #[test]
    fn what_was_edited_in_a_packet_is_shown() {
        let draft = bank();
        let good = packet(&draft, Lang::Zh);
        let changed = |pointer: &str, value: Value| {
            let mut packet = good.clone();
            *packet.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
            open(packet.to_string().as_bytes()).unwrap()
        };
        for (pointer, value, zh) in [
            ("/seal/code", json!("0000-0000-0000-0000"), "核验码：文件里写的是“0000-0000-0000-0000”"),
            (
                "/requested/amount",
                json!("99000000.00"),
                "申请金额：文件里写的是“99000000.00”，按其中的答案应为“22303000.00”",
            ),
            ("/requested/capital", json!("玖仟玖佰万元整"), "申请金额　capital：文件里写的是“玖仟玖佰万元整”"),
            ("/claims/0/requested", json!("1.00"), "申报条款　第六条　requested：文件里写的是“1.00”"),
            ("/account/account_number/value", json!("6222"), "收款账户　account_number.value：文件里写的是“6222”"),
            ("/schedule/0/amount", json!("2.00"), "测算明细　[1].amount：文件里写的是“2.00”"),
            ("/undertakings/0/confirmed", json!(true), "承诺书　[1].confirmed：文件里写的是“true”"),
            ("/requested", Value::Null, "申请金额"),
        ] {
            let opened = changed(pointer, value);
            assert_eq!(opened.draft, draft);
            let says: Vec<String> = opened.differences.iter().map(|difference| difference.says(Lang::Zh)).collect();
            assert!(says[0].starts_with(zh), "{pointer}: {says:?}");
            assert!(opened.differences[0].says(Lang::En).contains("the file says"));
        }
        // A claim taken out does not shift the others.
        let mut packet = good.clone();
        packet["claims"].as_array_mut().unwrap().remove(0);
        let opened = open(packet.to_string().as_bytes()).unwrap();
        assert!(opened.differences.iter().all(|one| one.path.starts_with("claims[opening_legal_entity]")));
        assert!(opened.differences.iter().all(|one| one.written.is_none() && one.given.is_some()));
        // Another answer in the draft inside: the code and what follows from it are not its own any more.
        let opened = changed("/draft/facts/paid_in", json!("999999999.00"));
        let paths: Vec<&str> = opened.differences.iter().map(|one| one.path.as_str()).collect();
        assert_eq!(paths[..2], ["seal.code", "seal.digest"]);
        for path in ["requested.amount", "claims[opening_legal_entity].requested"] {
            assert!(paths.contains(&path), "{paths:?}");
        }
        // What begins like the name of a part is not in it.
        for (pointer, name, path, zh) in [
            ("/format", "note", "format.note", "format.note：文件里写的是“1”"),
            ("", "years", "years", "years：文件里写的是“1”"),
            ("/requested", "note", "requested.note", "申请金额　note：文件里写的是“1”"),
        ] {
            let mut packet = good.clone();
            packet.pointer_mut(pointer).unwrap()[name] = json!(1);
            let opened = open(packet.to_string().as_bytes()).unwrap();
            assert_eq!(opened.differences[0].path, path);
            assert!(opened.differences[0].says(Lang::Zh).starts_with(zh), "{}", opened.differences[0].says(Lang::Zh));
        }
        // Another version of the program is named by itself.
        let opened = changed("/program/version", json!("9.9.9"));
        assert_eq!(opened.other_version.as_deref(), Some("9.9.9"));
        assert!(opened.differences.is_empty());
        // Whatever was put in is counted, and no more is shown than a page can hold.
        let mut packet = good;
        let line = packet["schedule"][0].clone();
        packet["schedule"].as_array_mut().unwrap().extend(vec![line; 1000]);
        let opened = open(packet.to_string().as_bytes()).unwrap();
        assert_eq!(opened.differences.len(), MOST);
        assert!(opened.more > 1000);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

        #[test]
        fn whatever_the_bytes_there_is_an_answer(bytes in any::<Vec<u8>>()) {
            if let Err(why) = open(&bytes) {
                assert!(!why.says(Lang::Zh).is_empty() && !why.to_string().is_empty());
            }
        }

        /// A packet with bytes changed or cut off opens or is refused, and never brings the program down.
        #[test]
        fn a_damaged_packet_opens_or_is_refused(at in any::<usize>(), byte in any::<u8>(), cut in any::<bool>()) {
            let mut bytes = packet(&ALL[at % ALL.len()].draft().unwrap(), Lang::Zh).to_string().into_bytes();
            let at = at % bytes.len();
            if cut {
                bytes.truncate(at);
                assert!(open(&bytes).is_err());
            } else {
                bytes[at] = byte;
                let _ = open(&bytes);
            }
        }
    }

    mod archives {
        use super::super::{Kind, Unopened, open};
        use super::{bank, packet};
        use crate::office::zip::archive;
        use crate::packet::Seal;
        use crate::text::Lang;

        #[test]
        fn the_packet_is_found_in_its_archive() {
            let draft = bank();
            let json = packet(&draft, Lang::Zh).to_string().into_bytes();
            let files = [("申报书.docx".to_owned(), vec![1, 2, 3]), ("申报数据.json".to_owned(), json)];
            let bytes = archive(&files, &Seal::of(&draft)).unwrap();
            let opened = open(&bytes).unwrap();
            assert_eq!((opened.kind, &opened.draft), (Kind::Archive, &draft));
            assert!(opened.differences.is_empty() && opened.faults.is_empty());
            let without = archive(&files[..1], &Seal::of(&draft)).unwrap();
            assert_eq!(open(&without).unwrap_err(), Unopened::NoPacket);
            for length in [4, 100, bytes.len() / 2, bytes.len() - 1] {
                assert!(matches!(open(&bytes[..length]), Err(Unopened::Packed(_))), "{length}");
            }
        }
    }
}
