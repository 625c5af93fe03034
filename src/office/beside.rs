//! The files that go with an application: papers that are not filed, the list of enterprises, the years, the service
//! package where there are needs, the draft.

use crate::date::Date;
use crate::drafts::draft::Draft;
use crate::office::{csv, docx, ics};
use crate::packet::file_name::file_name;
use crate::packet::package::{self, Package, RULES};
use crate::packet::{Packet, Volume, introduced};
use crate::rule::Report;
use crate::text::{Lang, Text, text};

/// A file by its name.
type File = (String, Vec<u8>);

/// Each by its name. `report` is [`Draft::claimed`] with its working, and `packet` is laid out of both. `today` is the day
/// on which they are made.
///
/// # Errors
/// When a Word file cannot be packed.
pub fn beside(draft: &Draft, packet: &Packet, report: &Report, lang: Lang, today: Date) -> Result<Vec<File>, String> {
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
    files.extend(service(draft, report, lang, today)?);
    files.push((name(text("草稿", "draft"), "json"), draft.to_filed_file(code).into_bytes()));
    Ok(files)
}

/// The service package, its list for people and for programs, and its days. Nothing without needs: the draft is filed as
/// it always was.
fn service(draft: &Draft, report: &Report, lang: Lang, today: Date) -> Result<Vec<File>, String> {
    if draft.further.is_empty() {
        return Ok(Vec::new());
    }
    let laid_out = Package::lay_out(draft, report, lang, today).ok();
    let Some(package) = laid_out.filter(|package| !package.matters.is_empty()) else { return Ok(Vec::new()) };
    let word = |volume: &Volume<'_>| docx::docx(volume).map_err(|why| why.to_string());
    let days = ics::write(&RULES, draft, &package.days, lang, today);
    Ok(vec![
        (package.file_name(package::NAME, "docx"), word(&package.volume())?),
        (package.file_name(package::LIST, "docx"), word(&package.list())?),
        (package.file_name(package::LIST, "csv"), package.csv().into_bytes()),
        (package.file_name(package::CALENDAR, "ics"), days.into_bytes()),
    ])
}
