use proptest::prelude::{ProptestConfig, any, proptest};
use serde_json::{Value, json};

use super::difference::MOST;
use super::{Kind, Opened, Unopened, open, open_text};
use crate::answers::answer::Answer;
use crate::applicant::identity::NAME;
use crate::date::Date;
use crate::drafts::draft::{Draft, Unreadable};
use crate::drafts::examples::ALL;
use crate::drafts::list::Kept;
use crate::drafts::page_copy::{EmbeddedDraft, ITERATIONS, IV, Locked, SALT};
use crate::file_kind::FileKind;
use crate::office::xlsx;
use crate::packet::{Packet, json as packet_json};
use crate::text::Lang;
use crate::text_encoding::Place;

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
    let gb = encoding_rs::GB18030.encode(&text).0;
    assert_eq!(open(&gb).unwrap().draft, draft);
    // What is no sign of its encoding is named with its place, and nothing else is put there.
    let at = text.find("𠮷").unwrap();
    let place = Place::of(&text, at);
    for lost in [
        [&text.as_bytes()[..at], b"\xFF", &text.as_bytes()[at..]].concat(),
        [&text.as_bytes()[..at + 1], &text.as_bytes()[at + 4..]].concat(),
        utf16(&text.replace('𠮷', "甲"), false, u16::to_le_bytes)
            .chunks(2)
            .flat_map(|unit| if *unit == 0x7532_u16.to_le_bytes() { [0x42, 0xD8] } else { [unit[0], unit[1]] })
            .collect(),
    ] {
        assert_eq!(open(&lost).unwrap_err(), Unopened::BrokenText(place));
    }
    let mut odd = utf16(&text, true, u16::to_le_bytes);
    odd.pop();
    assert!(open(&odd).unwrap_err().says(Lang::Zh).contains("断了"));
}

#[test]
fn what_other_programs_leave_around_a_draft_changes_nothing() {
    let draft = bank();
    let text = format!("{:#}", draft.to_json());
    for around in [
        text.replace('\n', "\r\n"),
        text.replace('\n', "\r"),
        format!("{text}\u{1a}"),
        format!("{text}\n\0\0\0"),
        format!("\u{feff}\u{feff}\n{text}"),
        format!("[{text}]"),
        text.replace("\"application_year\": 2026", "\"application_year\": 2026.0"),
        text.replace("\"rank\": 34", "\"rank\": 34.0"),
        text.replace("\"1200000000.00\"", "1200000000"),
    ] {
        let opened = open(around.as_bytes()).unwrap();
        assert_eq!(opened.draft, draft);
        assert!(opened.notes(Lang::Zh).is_empty());
    }
}

#[test]
fn an_answer_that_is_given_twice_is_refused() {
    let text = format!("{:#}", bank().to_json());
    for (from, to, name) in [
        ("\"paid_in\":", "\"paid_in\": \"1.00\",\n    \"paid_in\":", "paid_in"),
        ("\"facts\": {", "\"facts\": {},\n  \"facts\": {", "facts"),
        ("\"year\": 2024", "\"year\": 2021,\n        \"year\": 2024", "year"),
    ] {
        assert!(text.contains(from));
        let why = open(text.replacen(from, to, 1).as_bytes()).unwrap_err();
        let line = text[..text.find(from).unwrap()].lines().count() + 1;
        assert!(why.says(Lang::Zh).contains(&format!("第{line}行")), "{}", why.says(Lang::Zh));
        assert!(why.says(Lang::Zh).contains(&format!("“{name}”写了两次")), "{}", why.says(Lang::Zh));
        assert!(why.says(Lang::En).contains(&format!("“{name}” stands twice")), "{}", why.says(Lang::En));
    }
    // In a packet, too.
    let packet = packet(&bank(), Lang::Zh).to_string().replacen("\"paid_in\":", "\"paid_in\":\"1.00\",\"paid_in\":", 1);
    assert!(open(packet.as_bytes()).unwrap_err().says(Lang::Zh).contains("“paid_in”写了两次"));
}

#[test]
fn what_cannot_be_seen_does_not_stay_in_a_name_and_is_told() {
    let mut draft = bank();
    let mut json = draft.to_json();
    json["title"] = json!("某行\n2026\u{0}");
    json["facts"]["name"] = json!("甲\u{0}乙\u{200b}\u{202e}");
    json["facts"]["homes"][0]["name"] = json!("李\n示例");
    let opened = open_text(&json.to_string()).unwrap();
    assert_eq!(super::open_draft(&json.to_string()).unwrap().unwrap().notes(Lang::En), opened.notes(Lang::En));
    draft.facts.set(&NAME.spec, Some(Answer::Words("甲乙".into()))).unwrap();
    assert_eq!(opened.draft.facts.get(&NAME), Some("甲乙"));
    let notes = opened.notes(Lang::Zh);
    assert_eq!(notes.len(), 3);
    assert!(notes[0].starts_with("草稿名称") && notes[0].ends_with("取“某行 2026”"), "{notes:?}");
    assert!(notes.iter().any(|note| note.contains("机构名称") && note.contains("取“甲乙”")), "{notes:?}");
    assert!(notes.iter().any(|note| note.contains("homes[1].name") && note.contains("取“李 示例”")), "{notes:?}");
    assert!(notes.iter().all(|note| !note.contains(char::is_control)));
}

#[test]
fn a_copy_of_the_page_opens_as_the_draft_in_it() {
    let draft = bank();
    let page = "<!DOCTYPE html><html><script id=\"draft\" type=\"application/json\"></script><p>…</p></html>";
    let kept = Kept { draft: draft.clone(), at: String::new() };
    let copy = EmbeddedDraft::Open(kept).put_into(page).unwrap();
    let opened = open(copy.as_bytes()).unwrap();
    assert_eq!((opened.kind, opened.draft), (Kind::Page, draft));
    assert_eq!(open(page.as_bytes()).unwrap_err(), Unopened::Foreign(FileKind::Html));
    let locked = Locked { iterations: ITERATIONS, salt: vec![7; SALT], iv: vec![1; IV], sealed: vec![1] };
    let copy = EmbeddedDraft::Locked(locked).put_into(page).unwrap();
    assert_eq!(open(copy.as_bytes()).unwrap_err(), Unopened::LockedPage);
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
        (b"hello".to_vec(), "普通文字", "plain text"),
        (cut, "断了", "in the middle"),
        (b"[1,2]".to_vec(), "既不是本程序的草稿", "neither a draft nor a packet"),
        (b"{}".to_vec(), "既不是本程序的草稿", "neither a draft nor a packet"),
        (br#"{"format":{"name":"other","number":1}}"#.to_vec(), "既不是本程序的草稿", "neither a draft nor a packet"),
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
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), "这是旧版Office或WPS文件", "an old Office or of WPS"),
        (b"Rar!\x1a\x07\x01\0".to_vec(), "这是RAR压缩包。请先解压", "an RAR archive. Unpack it"),
        (b"<html><body><table></table></body></html>".to_vec(), "这是网页", "a web page"),
        (b"[{},{}]".to_vec(), "2份草稿", "2 drafts"),
        (br#"{"format":"1","edition":"miyun-2019-25","facts":{}}"#.to_vec(), "不加引号的整数", "without quotes"),
        (vec![0xFF; 40], "普通文字", "plain text"),
        (vec![0; 40], "文件是空的", "empty"),
        ("[".repeat(100_000).into_bytes(), "套得太深", "nested too deep"),
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

/// A draft's file says that it was changed; one written by hand has no code and says nothing.
#[test]
fn a_draft_that_was_changed_after_it_was_saved_says_so() {
    let draft = ALL[0].draft().unwrap();
    let file: Value = serde_json::from_str(&draft.to_file(&draft.code())).unwrap();
    assert!(open(draft.to_file(&draft.code()).as_bytes()).unwrap().notes(Lang::Zh).is_empty());
    let mut changed = file.clone();
    changed["facts"]["registered_address"] = json!("别处");
    let notes = open(changed.to_string().as_bytes()).unwrap().notes(Lang::Zh);
    assert!(notes.len() == 1 && notes[0].starts_with("核验码（草稿存出后被改过"), "{notes:?}");
    changed.as_object_mut().unwrap().remove("code");
    assert!(open(changed.to_string().as_bytes()).unwrap().notes(Lang::Zh).is_empty());
    // What the code leaves out may change.
    let mut renamed = file;
    renamed["title"] = json!("另一个名字");
    assert!(open(renamed.to_string().as_bytes()).unwrap().notes(Lang::Zh).is_empty());
}

/// Cuts bytes off, changes one, puts one in, or takes one out.
fn damage(bytes: &mut Vec<u8>, at: usize, byte: u8, how: i32) {
    match how {
        0 => bytes.truncate(at),
        1 => bytes[at] = byte,
        2 => bytes.insert(at, byte),
        _ => drop(bytes.remove(at)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    /// A workbook or an archive with a byte changed, cut out or put in, or without its end, is refused, opens to the same
    /// answers, or says what is not as it was.
    #[test]
    fn a_damaged_workbook_or_archive_says_so(at in any::<usize>(), byte in any::<u8>(), how in 0..4, archived in any::<bool>()) {
        static FILES: std::sync::OnceLock<[Vec<u8>; 2]> = std::sync::OnceLock::new();
        let draft = bank();
        let files = FILES.get_or_init(|| {
            let book = xlsx::workbook(&draft, &draft.claimed(true), Lang::Zh, Date::first_of(2026)).unwrap();
            let json = packet(&draft, Lang::Zh).to_string().into_bytes();
            let files = [("申报数据.json".to_owned(), json), ("申报书.docx".to_owned(), vec![1, 2, 3])];
            [book, crate::office::zip::archive(&files, &crate::packet::Seal::of(&draft)).unwrap()]
        });
        let mut bytes = files[usize::from(archived)].clone();
        let at = at % bytes.len();
        damage(&mut bytes, at, byte, how);
        match open(&bytes) {
            Err(why) => assert!(!why.says(Lang::Zh).is_empty() && !why.says(Lang::En).is_empty()),
            Ok(opened) => {
                assert!(opened.draft.facts == draft.facts, "answers are others");
                assert!(opened.draft == draft || !opened.notes(Lang::Zh).is_empty());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_bytes_there_is_an_answer(bytes in any::<Vec<u8>>()) {
        if let Err(why) = open(&bytes) {
            assert!(!why.says(Lang::Zh).is_empty() && !why.to_string().is_empty());
        }
    }

    /// The file of a draft with a byte changed, cut out or put in is refused, opens to the same papers, or says that it was
    /// changed. One without its end is refused.
    #[test]
    fn a_damaged_draft_says_so(at in any::<usize>(), byte in any::<u8>(), how in 0..4) {
        let draft = ALL[at % ALL.len()].draft().unwrap();
        let mut bytes = draft.to_file(&draft.code()).into_bytes();
        let at = at % bytes.len();
        damage(&mut bytes, at, byte, how);
        match open(&bytes) {
            Err(why) => assert!(!why.says(Lang::Zh).is_empty() && !why.says(Lang::En).is_empty()),
            Ok(opened) => {
                assert_ne!(how, 0, "cut at {at}");
                assert!(!opened.notes(Lang::Zh).is_empty() || opened.draft.digest() == draft.digest());
            }
        }
    }

    /// A packet with a byte changed, cut out or put in, or without its end, is refused, opens as the same papers, or says
    /// what differs.
    #[test]
    fn a_damaged_packet_says_so(at in any::<usize>(), byte in any::<u8>(), how in 0..4) {
        let draft = ALL[at % ALL.len()].draft().unwrap();
        let mut bytes = packet(&draft, Lang::Zh).to_string().into_bytes();
        let at = at % bytes.len();
        damage(&mut bytes, at, byte, how);
        match open(&bytes) {
            Err(why) => assert!(why.says(Lang::Zh).ends_with(['。', '）']) || !why.says(Lang::En).is_empty()),
            Ok(opened) => {
                let filled = !opened.notes(Lang::Zh).is_empty() || opened.other_version.is_some();
                assert!(how != 0 && (filled || opened.draft.digest() == draft.digest()));
            }
        }
    }
}

mod archives {
    use std::io::{Cursor, Read};

    use super::{bank, packet};
    use crate::answers::answer::Answer;
    use crate::applicant::identity::NAME;
    use crate::date::Date;
    use crate::drafts::draft::Draft;
    use crate::office::xlsx;
    use crate::office::zip::tests::pack;
    use crate::office::zip::{MANIFEST, archive};
    use crate::opened::{Kind, Unopened, open};
    use crate::packet::Seal;
    use crate::text::Lang;

    fn with_name(name: &str) -> Draft {
        let mut draft = bank();
        draft.facts.set(&NAME.spec, Some(Answer::Words(name.into()))).unwrap();
        draft
    }

    #[test]
    fn an_archive_that_was_packed_again_opens_as_before() {
        let draft = bank();
        let json = packet(&draft, Lang::Zh).to_string().into_bytes();
        let ours = archive(
            &[("申报书.docx".to_owned(), vec![1, 2, 3]), ("申报数据.json".to_owned(), json.clone())],
            &Seal::of(&draft),
        )
        .unwrap();
        let mut manifest = Vec::new();
        zip::ZipArchive::new(Cursor::new(&ours))
            .unwrap()
            .by_name(MANIFEST)
            .unwrap()
            .read_to_end(&mut manifest)
            .unwrap();
        let marked = [b"\xEF\xBB\xBF", &json[..]].concat();
        let own = draft.to_json().to_string().into_bytes();
        let book = xlsx::workbook(&draft, &draft.claimed(true), Lang::Zh, Date::first_of(2026)).unwrap();
        let gb = encoding_rs::GB18030.encode(std::str::from_utf8(&own).unwrap()).0.into_owned();
        let docx: (&str, &[u8]) = ("申报书.docx", &[1, 2, 3]);
        let list: (&str, &[u8]) = ("manifest.json", &manifest);
        for (files, faults) in [
            (vec![docx, ("申报数据.json", &json), list], 0),
            (vec![("申报/申报书.docx", docx.1), ("申报/申报数据.json", &json), ("申报/manifest.json", list.1)], 0),
            (
                vec![
                    docx,
                    ("申报数据.json", &json),
                    list,
                    ("__MACOSX/._申报数据.json", b"\0\x05\x16\x07"),
                    (".DS_Store", b"x"),
                ],
                0,
            ),
            (vec![("申报数据.json", &json)], 1),
            (vec![docx, ("申报数据.json", &marked), list], 1),
            (vec![("draft.json", &own)], 0),
            (vec![("draft.JSON", &gb), ("说明.txt", b"x")], 0),
            (vec![("测算.xlsx", &book)], 0),
            (vec![("内层.zip", &ours)], 0),
            (vec![("申报数据.json", &json), ("申报数据 (1).json", &json)], 1),
        ] {
            let opened = open(&pack(&files)).unwrap();
            assert_eq!((opened.kind, &opened.draft), (Kind::Archive, &draft));
            assert_eq!(opened.faults.len(), faults, "{:?}", opened.notes(Lang::Zh));
        }
        // GBK names as Windows writes them; the list of contents has them in UTF-8.
        let mut gbk = pack(&[("1234567.docx", &[1, 2, 3]), ("12345678.json", &json), list]);
        replace(&mut gbk, b"12345678.json", b"\xC9\xEA\xB1\xA8\xCA\xFD\xBE\xDD.json");
        let opened = open(&gbk).unwrap();
        assert_eq!(opened.draft, draft);
        let names: Vec<&str> = opened.faults.iter().map(|fault| fault.name.as_str()).collect();
        assert_eq!(names, ["1234567.docx", "申报书.docx"], "the list knows the packet by its name");
    }

    fn replace(bytes: &mut [u8], from: &[u8], to: &[u8]) {
        assert_eq!(from.len(), to.len());
        for at in 0..bytes.len() - from.len() {
            if bytes[at..].starts_with(from) {
                bytes[at..at + to.len()].copy_from_slice(to);
            }
        }
    }

    #[test]
    fn archives_that_hold_something_else_say_so() {
        let [one, other] = ["甲", "乙"].map(|name| packet(&with_name(name), Lang::Zh).to_string().into_bytes());
        let why = open(&pack(&[("甲.json", &one), ("乙.json", &other)])).unwrap_err();
        assert_eq!(why, Unopened::Several(vec!["甲.json".to_owned(), "乙.json".to_owned()]));
        assert!(why.says(Lang::Zh).contains("2份内容不同的文件：甲.json、乙.json"), "{}", why.says(Lang::Zh));
        assert_eq!(open(&pack(&[])).unwrap_err(), Unopened::NothingInside(Vec::new()));
        let cut = &one[..one.len() / 2];
        assert!(open(&pack(&[("甲.json", cut)])).unwrap_err().says(Lang::Zh).contains("断了"));
        // Nothing is looked for deeper than an archive in an archive.
        let deep = pack(&[("b.zip", &pack(&[("c.zip", &pack(&[("甲.json", &one)]))]))]);
        assert_eq!(open(&deep).unwrap_err(), Unopened::NothingInside(vec!["b.zip".to_owned()]));
        // A packet weighs more than a draft or workbook beside it, which our own archives hold.
        let own = with_name("乙").to_json().to_string().into_bytes();
        assert_eq!(open(&pack(&[("草稿.json", &own), ("申报数据.json", &one)])).unwrap().draft, with_name("甲"));
    }

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
        assert_eq!(open(&without).unwrap_err(), Unopened::NothingInside(vec!["申报书.docx".to_owned()]));
        for length in [4, 100, bytes.len() / 2, bytes.len() - 1] {
            assert!(matches!(open(&bytes[..length]), Err(Unopened::Packed(_))), "{length}");
        }
    }
}
