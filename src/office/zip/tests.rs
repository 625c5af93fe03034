use std::io::{Cursor, Write};

use proptest::prelude::{any, proptest};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{Archive, Contents, Damaged, MANIFEST, MOST_FILES, Unpackable, archive, name_of};
use crate::packet::Seal;
use crate::text::Lang;

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

/// An archive of another program, without a list of contents.
pub(crate) fn pack(files: &[(&str, &[u8])]) -> Vec<u8> {
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
    assert_eq!(read(&bytes).unwrap(), Contents { files, has_list: true, faults: Vec::new() });
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
        [
            "压缩包中的𠮷🏦.json与清单不符，请与交来的人核对",
            "压缩包多出清单没有的more.txt，请与交来的人核对",
            "压缩包缺少清单所列的empty.txt，请向交来的人索取",
        ]
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
    for name in ["../a", "/etc/passwd", "a/../../b", "..\\b", "C:a", "a\0b"] {
        assert!(matches!(read(&pack(&[(name, b"")])), Err(Damaged::Outside(_))), "{name}");
    }
}

/// The names of files that come out of an archive with files of these.
fn names(packed: &[&str]) -> Vec<String> {
    let packed: Vec<(&str, &[u8])> = packed.iter().map(|name| (*name, &b"x"[..])).collect();
    read(&pack(&packed)).unwrap().files.into_iter().map(|(name, _)| name).collect()
}

#[test]
fn what_other_packers_put_around_files_is_taken_off() {
    assert_eq!(names(&["申报/", "申报/a.json", "申报/manifest.json"]), ["a.json"]);
    assert_eq!(names(&["外/内/a.json", "外/内/b.docx"]), ["a.json", "b.docx"]);
    assert_eq!(names(&["外\\a.json", "外\\b.docx"]), ["a.json", "b.docx"]);
    assert_eq!(names(&["./a.json", "b/c.json"]), ["a.json", "b/c.json"]);
    let mac = ["a.json", "__MACOSX/._a.json", ".DS_Store", "._b", "Thumbs.db", "desktop.ini"];
    assert_eq!(names(&mac), ["a.json"]);
    assert!(names(&[]).is_empty() && names(&["only/"]).is_empty());
}

#[test]
fn names_are_read_as_chinese_windows_writes_them() {
    assert_eq!(name_of("申报.json".as_bytes()), "申报.json");
    assert_eq!(name_of(b"\xC9\xEA\xB1\xA8\\\xCA\xE9.docx"), "申报/书.docx");
}

#[test]
fn what_is_wrong_is_named() {
    // The mark that a file is locked, in both of its heads.
    let mut locked = pack(&[("a.json", b"{}")]);
    let second = locked.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    locked[6] |= 1;
    locked[second + 8] |= 1;
    assert_eq!(read(&locked), Err(Damaged::Locked("a.json".to_owned())));
    // LZMA.
    let mut method = pack(&[("a.json", b"{}")]);
    method[8] = 14;
    method[second + 10] = 14;
    assert_eq!(read(&method), Err(Damaged::Method("a.json".to_owned())));
    assert_eq!(read(&pack(&[("x/a", b"")])[..40]), Err(Damaged::NotAnArchive));
    assert_eq!(read(&pack(&[("a/b", b""), ("a\\b", b"")])), Err(Damaged::Twice("a/b".to_owned())));
    let name = || "甲.json".to_owned();
    for why in [
        Damaged::NotAnArchive,
        Damaged::TooLarge,
        Damaged::Twice(name()),
        Damaged::Overlapping,
        Damaged::Outside(name()),
        Damaged::Locked(name()),
        Damaged::Method(name()),
        Damaged::File(name()),
    ] {
        assert!(why.says(Lang::Zh).ends_with('。') && why.says(Lang::En).ends_with('.'), "{why:?}");
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
