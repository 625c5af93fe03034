//! The packets of many applicants in one archive, each in a folder of its own.

use std::collections::BTreeSet;
use std::io::{Cursor, Write};

use zip::ZipWriter;

use crate::date::Date;
use crate::drafts::draft::Draft;
use crate::office::beside::beside;
use crate::office::docx::docx;
use crate::office::zip::{Unpackable, options};
use crate::packet::file_name::{file_name, folder_name};
use crate::packet::{Packet, json};
use crate::text::{Lang, text};

/// An archive that is being filled.
pub struct Bundle {
    writer: ZipWriter<Cursor<Vec<u8>>>,
    folders: BTreeSet<String>,
    lang: Lang,
    today: Date,
}

impl Bundle {
    /// An empty one, for packets in a language, printed on a day.
    #[must_use]
    pub fn new(lang: Lang, today: Date) -> Self {
        Self { writer: ZipWriter::new(Cursor::new(Vec::new())), folders: BTreeSet::new(), lang, today }
    }

    /// Adds the packet of a draft: the application for Word, its data for the platform, and what goes with them.
    ///
    /// # Errors
    /// In words, when a file cannot be made or packed. The archive is of no use then.
    pub fn add(&mut self, draft: &Draft) -> Result<(), String> {
        let lang = self.lang;
        let report = draft.claimed(true);
        let packet = Packet::lay_out(draft, &report, lang, self.today);
        let code = &packet.seal.code;
        let name = |what: &str, ending| file_name(draft.name(), what, code, ending);
        let word = docx(&packet.filed()).map_err(|why| why.to_string())?;
        let data = format!("{:#}", json::to_json(&packet, draft, &report)).into_bytes();
        let mut files = vec![
            (name(text("申报书", "application").get(lang), "docx"), word),
            (name(text("申报数据", "packet").get(lang), "json"), data),
        ];
        files.extend(beside(draft, &packet, &report, lang, self.today)?);
        let folder = self.folder(folder_name(draft.name(), code));
        for (file, bytes) in files {
            let path = format!("{folder}/{file}");
            self.put(&path, &bytes).map_err(|()| Unpackable::Size(path).says(lang))?;
        }
        Ok(())
    }

    fn put(&mut self, path: &str, bytes: &[u8]) -> Result<(), ()> {
        self.writer.start_file(path, options()).map_err(|_| ())?;
        self.writer.write_all(bytes).map_err(|_| ())
    }

    /// A folder that is not there yet, whatever the case of its letters: the same draft may be there twice.
    fn folder(&mut self, wish: String) -> String {
        let mut name = wish.clone();
        let mut number = 1;
        while !self.folders.insert(name.to_lowercase()) {
            number += 1;
            name = format!("{wish}-{number}");
        }
        name
    }

    /// The archive.
    ///
    /// # Errors
    /// In words, when it cannot be closed.
    pub fn finish(self) -> Result<Vec<u8>, String> {
        let lang = self.lang;
        let written = self.writer.finish().map_err(|_| Unpackable::Size("ZIP".to_owned()).says(lang))?;
        Ok(written.into_inner())
    }
}
