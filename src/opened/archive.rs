//! The file of ours within an archive, perhaps packed again by another program.

use crate::file_kind::FileKind;
use crate::office::xlsx;
use crate::office::zip::Archive;
use crate::opened::{Kind, Opened, Unopened, open as open_file, page, workbook};

/// An archive with files of ours in it. What weighs most is opened: a packet, else a draft, else a workbook, else the
/// same within an archive that it holds.
pub(super) fn open(bytes: &[u8]) -> Result<Opened, Unopened> {
    within(bytes, true)
}

fn within(bytes: &[u8], look_deeper: bool) -> Result<Opened, Unopened> {
    let contents = Archive::open(bytes).and_then(Archive::read).map_err(Unopened::Packed)?;
    let mut found: Vec<(&str, Opened)> = Vec::new();
    let mut wrong = None;
    for (name, file) in &contents.files {
        let opened = match FileKind::of(file) {
            Some(FileKind::Xlsx) => workbook(file),
            Some(FileKind::Html) => page(file),
            Some(FileKind::Zip) if look_deeper => within(file, false),
            None if name.to_ascii_lowercase().ends_with(".json") => open_file(file),
            _ => continue,
        };
        match opened {
            Ok(opened) => found.push((name, opened)),
            // Pages and lists that are none of ours may lie beside a packet.
            Err(
                Unopened::Unknown
                | Unopened::Foreign(_)
                | Unopened::NothingInside(_)
                | Unopened::Workbook(xlsx::Unreadable::NotOurs),
            ) => {}
            Err(why) => {
                wrong.get_or_insert(why);
            }
        }
    }
    let rank = |opened: &Opened| match opened.kind {
        Kind::Packet => 0,
        Kind::Draft | Kind::Page => 1,
        Kind::Workbook => 2,
        Kind::Archive => 3,
    };
    let Some(best) = found.iter().map(|(_, opened)| rank(opened)).min() else {
        let names = contents.files.iter().map(|(name, _)| name.clone()).collect();
        return Err(wrong.unwrap_or(Unopened::NothingInside(names)));
    };
    let mut alike: Vec<(&str, Opened)> = found.into_iter().filter(|(_, opened)| rank(opened) == best).collect();
    if alike.iter().any(|(_, opened)| opened.draft != alike[0].1.draft) {
        return Err(Unopened::Several(alike.iter().map(|(name, _)| (*name).to_owned()).collect()));
    }
    let (_, mut opened) = alike.swap_remove(0);
    // A draft that somebody packed has no list of contents to miss.
    if opened.kind == Kind::Packet || contents.has_list {
        opened.faults = contents.faults;
    }
    opened.kind = Kind::Archive;
    Ok(opened)
}
