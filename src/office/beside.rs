//! The files that go with an application: papers that are not filed, the list of enterprises, the years, the draft.

use crate::drafts::draft::Draft;
use crate::office::{csv, docx};
use crate::packet::file_name::file_name;
use crate::packet::{Packet, introduced};
use crate::rule::Report;
use crate::text::{Lang, Text, text};

/// Each by its name. `report` is [`Draft::claimed`] with its working, and `packet` is laid out of both.
///
/// # Errors
/// When a Word file cannot be packed.
pub fn beside(draft: &Draft, packet: &Packet, report: &Report, lang: Lang) -> Result<Vec<(String, Vec<u8>)>, String> {
    let code = &packet.seal.code;
    let name = |what: Text, ending: &str| file_name(draft.name(), what.get(lang), code, ending);
    let mut files = Vec::new();
    for volume in packet.apart() {
        let bytes = docx::docx(&volume).map_err(|why| why.to_string())?;
        files.push((file_name(draft.name(), &volume.title, code, "docx"), bytes));
    }
    let list = introduced::list(draft, report);
    if !list.is_empty() {
        files.push((name(introduced::NAME, "csv"), introduced::file(&list, Lang::Zh).into_bytes()));
    }
    let years = csv::csv(&draft.claimed(false), lang);
    files.push((name(text("分年测算", "years"), "csv"), years.into_bytes()));
    files.push((name(text("草稿", "draft"), "json"), draft.to_filed_file(code).into_bytes()));
    Ok(files)
}
