//! Whatever is refused says what is wrong and what to do, in the reader's language and in no other.

use miyun::answers::typed::Complaint;
use miyun::article::Article;
use miyun::drafts::draft::{self, Draft};
use miyun::drafts::page_copy;
use miyun::file_kind::FileKind;
use miyun::json::{self, NotJson};
use miyun::office::xlsx;
use miyun::office::zip::{Damaged, Fault, MANIFEST, Unpackable};
use miyun::official_text::NotTheText;
use miyun::opened::{self, Unopened};
use miyun::tables::cell;
use miyun::tables::issue::Why;
use miyun::tables::naming::Unread;
use miyun::tables::refused::Refused;
use miyun::text::{Lang, Text, text};
use miyun::text_encoding::Place;

/// What tells somebody to do something.
const TO_DO: &[&str] = &[
    "ask", "check", "choose", "compare", "convert", "copy", "correct", "delete", "fill", "get", "give", "hold", "keep",
    "open", "pick", "put", "round", "save", "select", "shorten", "split", "take", "type", "unpack", "use", "write",
];
/// What of the other language stands in a message because it is meant.
const MEANT: &[&str] = &["500万", "1.2亿", "2021年3月1日", "万元", "密政发〔2019〕25号"];
/// Words that no Chinese message has.
const ENGLISH: &[&str] = &["the", "is", "it", "of", "and", "not", "this", "file", "open", "cannot"];

/// What is wrong with a message.
fn wrong(says: [String; 2]) -> Option<String> {
    let [zh, en] = &says;
    let words = |says: &str| -> Vec<String> {
        says.split(|sign: char| !sign.is_ascii_alphabetic()).map(str::to_ascii_lowercase).collect()
    };
    let plain = MEANT.iter().fold(en.clone(), |en, meant| en.replace(meant, ""));
    if plain.contains(|sign| matches!(sign, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')) {
        return Some(format!("Chinese in English: {en}"));
    }
    if words(zh).iter().any(|word| ENGLISH.contains(&word.as_str())) {
        return Some(format!("English in Chinese: {zh}"));
    }
    if !zh.contains('请') {
        return Some(format!("nothing to do: {zh}"));
    }
    (!words(en).iter().any(|word| TO_DO.contains(&word.as_str()))).then(|| format!("nothing to do: {en}"))
}

fn both(says: impl Fn(Lang) -> String) -> [String; 2] {
    [Lang::Zh, Lang::En].map(says)
}

fn hold(kind: &str, says: Vec<[String; 2]>) {
    let wrong: Vec<String> = says.into_iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{kind}:\n{}", wrong.join("\n"));
}

const KINDS: &[FileKind] = &[
    FileKind::Rar,
    FileKind::SevenZip,
    FileKind::Gzip,
    FileKind::Xz,
    FileKind::Bzip2,
    FileKind::Tar,
    FileKind::Zip,
    FileKind::Pdf,
    FileKind::Ofd,
    FileKind::Docx,
    FileKind::Doc,
    FileKind::Xlsx,
    FileKind::Xlsb,
    FileKind::Xls,
    FileKind::Slides,
    FileKind::LockedOffice,
    FileKind::OldOffice,
    FileKind::OpenDocument,
    FileKind::Rtf,
    FileKind::WebArchive,
    FileKind::Email,
    FileKind::Html,
    FileKind::OfficeXml,
    FileKind::Xml,
    FileKind::Picture,
];

const COMPLAINTS: &[Complaint] = &[
    Complaint::NotANumber,
    Complaint::NotADate,
    Complaint::NotAYear,
    Complaint::TwoFigures,
    Complaint::OddGroups,
    Complaint::OtherUnit,
    Complaint::NotWhole,
    Complaint::TooFine,
    Complaint::TooLarge,
    Complaint::Negative,
    Complaint::TooSmall,
    Complaint::AboveAll,
    Complaint::TooLong,
    Complaint::NotAChoice,
    Complaint::Repeated,
    Complaint::NoDay,
    Complaint::Unread,
];

fn not_json() -> Vec<draft::Unreadable> {
    use json::Why::{Control, CutOff, HalfSign, More, Syntax, TooDeep, TrailingComma, Twice};

    let place = Place { line: 7, column: 3 };
    let whys = [CutOff, Twice("paid_in".into()), More, TrailingComma, HalfSign, Control, TooDeep, Syntax];
    whys.into_iter().map(|why| draft::Unreadable::NotJson(NotJson { place, why })).collect()
}

/// A draft with this in the place of something of an example's.
fn draft_with(from: &str, to: &str) -> draft::Unreadable {
    let bank = miyun::drafts::examples::ALL[0].draft().unwrap().to_json().to_string();
    assert!(bank.contains(from), "{from}");
    Draft::open(&bank.replacen(from, to, 1)).unwrap_err()
}

fn drafts() -> Vec<draft::Unreadable> {
    use draft::Unreadable::{Answers, Filing, Member, Newer, NotADraft, NotJson, OtherEdition, Scenarios};

    let year = r#"{"contribution":"1","year":2022},"#;
    let years = format!(r#""contributions":[{}{{}}]"#, year.repeat(300));
    let mut all = not_json();
    all.extend([NotADraft, Newer(9), OtherEdition("elsewhere".into()), Filing(vec!["filing.claims.x".into()])]);
    all.extend(["format", "title", "calculated", "other"].map(|name| Member(name.into())));
    all.extend([
        draft_with(r#""facts":{"#, r#""facts":{"no_such":1,"#),
        draft_with(r#""paid_in":"1200000000.00""#, r#""paid_in":"1,200""#),
        draft_with(r#""paid_in":"1200000000.00""#, r#""paid_in":1.5"#),
        draft_with(r#""paid_in":"1200000000.00""#, r#""paid_in":[]"#),
        draft_with(r#""paid_in":"1200000000.00""#, r#""paid_in":"-1""#),
        draft_with(r#""kind":"#, r#""kind":"x","other":"#),
        draft_with(r#""homes":["#, r#""homes":[7,"#),
        draft_with(r#""contributions":["#, &format!("{years},\"other\":[")),
        draft_with(r#""facts":{"#, r#""further":{"elsewhere":{}},"facts":{"#),
        draft_with(r#""facts":{"#, r#""further":{"miyun-2019-29":{"needs":[{"by":"soon","no_such":1}]}},"facts":{"#),
    ]);
    let named = |member: &str| format!(r#"[{{"name":"a",{member}}}]"#);
    for scenarios in [
        "7",
        "[7]",
        "[{}]",
        "[{},{},{},{},{}]",
        r#"[{"name":"a"},{"name":"a"}]"#,
        &named(r#""other":1"#),
        &named(r#""forecast":"soon""#),
        &named(r#""answers":{"paid_in":"1,200"}"#),
        &named(r#""cells":{"paid_in":[]}"#),
        &named(r#""cells":{"leases":[{"no_such":1}]}"#),
        &named(r#""cells":{"leases":[{"rent":"1"}]}"#),
        &named(&format!(r#""cells":{{"leases":[{}]}}"#, vec!["{}"; 101].join(","))),
    ] {
        all.push(draft_with(r#""facts":{"#, &format!(r#""scenarios":{scenarios},"facts":{{"#)));
    }
    for why in &all {
        match why {
            NotJson(_) | NotADraft | Newer(_) | OtherEdition(_) | Member(_) | Answers(_) | Filing(_) | Scenarios(_) => {
            }
        }
    }
    all
}

fn workbooks() -> Vec<xlsx::Unreadable> {
    use xlsx::Unreadable::{Cells, Damaged, Draft, Newer, NoColumn, NotOurs, TooLarge, Twice, TwoColumns};

    const RENT: Text = text("租金", "Rent");
    let cell =
        xlsx::Refused { sheet: "Sheet1".into(), cell: "B7".into(), label: RENT, why: Complaint::NotADate.message() };
    let all = vec![
        Damaged(String::new()),
        TooLarge,
        NotOurs,
        Newer(9),
        Draft(draft::Unreadable::NotADraft),
        Cells(vec![cell], 3),
        TwoColumns(RENT, ["B".into(), "C".into()]),
        NoColumn("Sheet1".into(), vec![RENT]),
    ];
    for why in &all {
        match why {
            Damaged(_) | TooLarge | NotOurs | Newer(_) | Draft(_) | Cells(..) | TwoColumns(..) | NoColumn(..) => {}
            // Of a workbook only: src/office/xlsx/changed_tests.rs
            Twice(_) => {}
        }
    }
    all
}

fn archives() -> Vec<Damaged> {
    use Damaged::{File, Locked, Method, NotAnArchive, Outside, Overlapping, TooLarge, Twice};

    let name = || "a.json".to_owned();
    let all = vec![
        NotAnArchive,
        TooLarge,
        Twice(name()),
        Overlapping,
        Outside(name()),
        Locked(name()),
        Method(name()),
        File(name()),
    ];
    for why in &all {
        match why {
            NotAnArchive | TooLarge | Twice(_) | Overlapping | Outside(_) | Locked(_) | Method(_) | File(_) => {}
        }
    }
    all
}

#[test]
fn every_file_that_is_not_opened() {
    use Unopened::{
        BrokenText, Damaged, Draft, Empty, Foreign, List, LockedPage, NewerPacket, NothingInside, OtherText, Packed,
        Page, Paper, Several, TooLarge, Unknown, Workbook,
    };

    let names = || vec!["a.json".to_owned(), "b.json".to_owned()];
    let pages = [
        page_copy::Unreadable::Damaged,
        page_copy::Unreadable::Newer,
        page_copy::Unreadable::Draft(not_json().remove(0)),
    ];
    let mut all = vec![
        Empty,
        TooLarge(1 << 30),
        BrokenText(Place { line: 1, column: 2 }),
        OtherText,
        LockedPage,
        NothingInside(Vec::new()),
        NothingInside(names()),
        Several(names()),
        List(2),
        Unknown,
        NewerPacket(9),
        Damaged("lang"),
    ];
    all.extend(KINDS.iter().copied().map(Foreign));
    all.extend(archives().into_iter().map(Packed));
    all.extend(workbooks().into_iter().map(Workbook));
    all.extend(pages.map(Page));
    let word = opened::Paper::Word { title: "A".to_owned(), code: String::new() };
    all.extend([word, opened::Paper::Needs, opened::Paper::Calendar].map(Paper));
    all.extend(drafts().into_iter().map(Draft));
    for why in &all {
        match why {
            Empty | TooLarge(_) | BrokenText(_) | Foreign(_) | OtherText | Packed(_) | Workbook(_) | Page(_)
            | LockedPage | NothingInside(_) | Several(_) | List(_) | Unknown | NewerPacket(_) | Damaged(_)
            | Draft(_) | Paper(_) => {}
        }
    }
    hold("files", all.iter().map(|why| both(|lang| why.says(lang))).collect());
}

#[test]
fn every_file_that_is_not_as_its_archive_says() {
    let (name, hash) = ("a.json".to_owned(), Some(String::new()));
    let faults = [
        Fault { name: MANIFEST.to_owned(), listed: None, found: None },
        Fault { name: name.clone(), listed: hash.clone(), found: hash.clone() },
        Fault { name: name.clone(), listed: hash.clone(), found: None },
        Fault { name: name.clone(), listed: None, found: hash },
    ];
    let unpackable = [Unpackable::Name(name.clone()), Unpackable::Size(name)];
    hold("faults", faults.iter().map(|fault| both(|lang| fault.says(lang))).collect());
    hold("packing", unpackable.iter().map(|why| both(|lang| why.says(lang))).collect());
}

#[test]
fn every_list_that_is_not_read() {
    use Refused::{
        Bomb, Damaged, Empty, ExternalLinks, Foreign, Locked, Macros, NoHeads, NoText, Stopped, TooLarge,
        TooManyColumns, TooManyLines,
    };

    let mut all = vec![
        Empty,
        TooLarge,
        TooManyLines,
        TooManyColumns,
        Bomb,
        Locked,
        Macros,
        ExternalLinks,
        NoText,
        NoHeads,
        Damaged(String::new()),
        Stopped,
    ];
    all.extend(KINDS.iter().copied().map(Foreign));
    for why in &all {
        match why {
            Empty | TooLarge | TooManyLines | TooManyColumns | Bomb | Locked | Macros | ExternalLinks | NoText
            | NoHeads | Damaged(_) | Foreign(_) | Stopped => {}
        }
    }
    hold("lists", all.iter().map(|why| both(|lang| why.says(lang))).collect());
}

#[test]
fn every_cell_and_column_of_a_list_that_is_not_read_or_not_sure() {
    use Why::{
        Damaged, Dash, DigitsLost, Fault, Forecast, NameOnly, NoDay, OtherSum, OtherYear, Rounded, SameCode, SameName,
        Serial, SmallForYuan, TwoValues, Value, WrongCode,
    };

    let mut all = vec![
        Damaged,
        DigitsLost,
        NoDay,
        TwoValues,
        Dash,
        Rounded,
        Serial,
        OtherYear,
        SameName,
        SameCode,
        WrongCode,
        SmallForYuan,
        Forecast,
        OtherSum,
        NameOnly,
    ];
    all.extend(COMPLAINTS.iter().copied().map(Value));
    all.extend([cell::Fault::Error, cell::Fault::NoValue, cell::Fault::Duration].map(Fault));
    for why in &all {
        match why {
            Value(_) | Fault(_) | Damaged | DigitsLost | NoDay | TwoValues | Dash | Rounded | Serial | OtherYear
            | SameName | SameCode | WrongCode | SmallForYuan | Forecast | OtherSum | NameOnly => {}
        }
    }
    let columns = [
        Unread::Unknown(None),
        Unread::Twice(0),
        Unread::Foreign(0),
        Unread::Otherwise(0),
        Unread::NoHead,
        Unread::Chosen,
    ];
    let says = |message: Text| [message.zh.to_owned(), message.en.to_owned()];
    hold("cells", all.iter().map(|why| says(why.message())).collect());
    hold("columns", columns.iter().map(|why| says(why.message())).collect());
}

#[test]
fn every_file_that_is_not_the_official_text() {
    use NotTheText::{Disorder, Empty, Format, Missing, OtherDocument, TooLarge};

    let article = Article::new(7);
    let mut all = vec![
        Empty,
        TooLarge(9 << 20),
        OtherDocument("密政发〔2019〕25号"),
        Missing(vec![article], 38),
        Missing(vec![article; 30], 38),
        Disorder(article),
    ];
    all.extend(KINDS.iter().copied().map(Format));
    for why in &all {
        match why {
            Empty | TooLarge(_) | Format(_) | OtherDocument(_) | Missing(..) | Disorder(_) => {}
        }
    }
    hold("official texts", all.iter().map(|why| both(|lang| why.says(lang))).collect());
}

#[test]
fn a_message_that_says_too_little_or_in_two_languages_is_noticed() {
    let of = |zh: &str, en: &str| wrong([zh.to_owned(), en.to_owned()]).is_some();
    assert!(!of("坏了，请重新取得。", "Damaged: get it again."));
    assert!(of("坏了。", "Damaged: get it again."));
    assert!(of("坏了，请重新取得。", "Damaged."));
    assert!(of("坏了，请重新取得 / get it again", "Damaged: get it again."));
    assert!(of("坏了，请重新取得。", "Damaged: get it again 请重新取得"));
}
