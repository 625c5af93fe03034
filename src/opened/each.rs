//! Every draft that a file holds: one, a list or lines of them, or an archive full.

use crate::drafts::portfolio::Gathered;
use crate::file_kind::FileKind;
use crate::office::xlsx;
use crate::office::zip::{Archive, MOST_DRAFTS};
use crate::opened::documents::Documents;
use crate::opened::{LARGEST, Opened, Unopened, open};
use crate::text::Lang;

/// A draft with where it was found: the name of its file, in an archive with the folder, and the line in a list.
pub type Found = (String, Result<Opened, Unopened>);

/// Opens every draft of a file. What cannot be opened is named with the reason; what is none of ours in an archive beside
/// them, as papers are, is left out.
#[must_use]
pub fn each(name: &str, bytes: &[u8]) -> Vec<Found> {
    let one = |opened| vec![(name.to_owned(), opened)];
    if bytes.len() <= LARGEST && FileKind::of(bytes) == Some(FileKind::Zip) {
        let within = within(bytes);
        if !within.is_empty() {
            return within.into_iter().map(|(path, opened)| (format!("{name}/{path}"), opened)).collect();
        }
        return one(open(bytes));
    }
    match open(bytes) {
        whole @ Err(Unopened::List(_) | Unopened::Draft(_)) => {
            let several = documents(name, bytes);
            if several.len() > 1 { several } else { one(whole) }
        }
        whole => one(whole),
    }
}

/// What a file brings to a portfolio. `None` where it is none of ours: it may be a table.
#[must_use]
pub fn gather(name: &str, bytes: &[u8], lang: Lang) -> Option<Gathered> {
    let found = each(name, bytes);
    if let [(_, Err(Unopened::OtherText | Unopened::Foreign(_) | Unopened::Workbook(xlsx::Unreadable::NotOurs)))] =
        found.as_slice()
    {
        return None;
    }
    let colon = if lang == Lang::Zh { "：" } else { ": " };
    let mut gathered = Gathered::default();
    for (from, opened) in found {
        match opened {
            Ok(opened) => {
                gathered.notes.extend(opened.notes(lang).into_iter().map(|note| format!("{from}{colon}{note}")));
                gathered.drafts.push((from, opened.draft));
            }
            Err(why) => gathered.notes.push(format!("{from}{colon}{}", why.says(lang))),
        }
    }
    Some(gathered)
}

/// The drafts of a list, or of lines.
fn documents(name: &str, bytes: &[u8]) -> Vec<Found> {
    let Ok(documents) = Documents::of(bytes) else { return Vec::new() };
    documents.flatten().map(|document| (format!("{name}:{}", document.line), document.open())).collect()
}

/// The drafts of an archive; none where it is that of one packet, or cannot be read. The same draft twice in one folder, as
/// a packet beside its workbook, is one.
fn within(bytes: &[u8]) -> Vec<Found> {
    let read = Archive::holding(bytes, MOST_DRAFTS).and_then(Archive::read);
    let Some(contents) = read.ok().filter(|contents| !contents.has_list) else { return Vec::new() };
    let mut found: Vec<Found> = Vec::new();
    for (path, file) in contents.files {
        let opened = match FileKind::of(&file) {
            // An archive within one is that of a packet: nothing goes deeper.
            Some(FileKind::Zip | FileKind::Xlsx | FileKind::Html) => vec![(path, open(&file))],
            None if is_text_of_drafts(&path) => each(&path, &file),
            _ => continue,
        };
        for (path, opened) in opened {
            let is_there = |(other, there): &Found| {
                folder(other) == folder(&path)
                    && matches!((there, &opened), (Ok(there), Ok(opened)) if there.draft == opened.draft)
            };
            let none_of_ours = matches!(
                opened,
                Err(Unopened::Unknown
                    | Unopened::Foreign(_)
                    | Unopened::NothingInside(_)
                    | Unopened::Workbook(xlsx::Unreadable::NotOurs))
            );
            if !none_of_ours && !found.iter().any(is_there) {
                found.push((path, opened));
            }
        }
    }
    found
}

fn is_text_of_drafts(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    path.ends_with(".json") || path.ends_with(".jsonl")
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::each;
    use crate::date::Date;
    use crate::drafts::draft::Draft;
    use crate::drafts::examples::ALL;
    use crate::office::bundle::Bundle;
    use crate::office::zip::tests::pack;
    use crate::opened::Unopened;
    use crate::text::Lang;

    fn example(place: usize) -> Draft {
        ALL[place].draft().unwrap()
    }

    fn file(place: usize) -> Vec<u8> {
        let draft = example(place);
        draft.to_file(&draft.code()).into_bytes()
    }

    fn names(found: &[super::Found]) -> Vec<&str> {
        found.iter().map(|(name, _)| name.as_str()).collect()
    }

    #[test]
    fn every_draft_of_a_file_is_found() {
        let one = each("a.json", &file(0));
        assert_eq!(names(&one), ["a.json"]);
        let list = format!("[{},{}]", ALL[0].json, ALL[1].json);
        let found = each("list.json", list.as_bytes());
        assert_eq!(found.len(), 2);
        assert!(found.iter().zip(0..).all(|((_, opened), place)| opened.as_ref().unwrap().draft == example(place)));

        let archive = pack(&[
            ("all/one/a.json", &file(0)),
            ("all/one/copy.json", &file(0)),
            ("all/two/b.json", &file(1)),
            ("all/three/a.json", &file(0)),
            ("all/two/readme.docx", b"PK"),
            ("all/two/broken.json", b"{"),
        ]);
        let found = each("z.zip", &archive);
        assert_eq!(
            names(&found),
            ["z.zip/one/a.json", "z.zip/two/b.json", "z.zip/three/a.json", "z.zip/two/broken.json"]
        );
        assert!(matches!(found[3].1, Err(Unopened::Draft(_))), "what cannot be read is named");
        assert_eq!(found[1].1.as_ref().unwrap().draft, example(1));
    }

    #[test]
    fn an_archive_may_hold_more_drafts_than_a_packet_has_files() {
        let names: Vec<String> = (0..300).map(|place| format!("{place}.json")).collect();
        let bytes: Vec<Vec<u8>> = (0..300).map(|place| file(place % 2)).collect();
        let files: Vec<(&str, &[u8])> = names.iter().map(String::as_str).zip(bytes.iter().map(Vec::as_slice)).collect();
        // In one folder the same draft is one.
        assert_eq!(each("z.zip", &pack(&files)).len(), 2);
        let names: Vec<String> = (0..300).map(|place| format!("{place}/draft.json")).collect();
        let files: Vec<(&str, &[u8])> = names.iter().map(String::as_str).zip(bytes.iter().map(Vec::as_slice)).collect();
        assert_eq!(each("z.zip", &pack(&files)).len(), 300);
    }

    /// The packets of a portfolio open again as the drafts that they are of, whatever their names.
    #[test]
    fn a_bundle_of_packets_is_read_back_applicant_by_applicant() {
        let drafts: Vec<Draft> = [0, 1, 2, 1].into_iter().map(example).collect();
        let mut bundle = Bundle::new(Lang::Zh, Date::first_of(2026));
        for draft in &drafts {
            bundle.add(draft).unwrap();
        }
        let found = each("all.zip", &bundle.finish().unwrap());
        let opened: Vec<&Draft> = found.iter().map(|(_, opened)| &opened.as_ref().unwrap().draft).collect();
        assert_eq!(opened, drafts.iter().collect::<Vec<_>>());
        assert!(found.iter().all(|(_, opened)| opened.as_ref().unwrap().notes(Lang::Zh).is_empty()));
    }
}
