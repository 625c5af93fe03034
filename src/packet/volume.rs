//! What is bound together: the papers that are filed, and what is not filed with them.

use crate::packet::{Cover, Packet, Part, Seal, sheet, words};
use crate::text::Lang;

/// Sheets that are bound together and numbered from 1 to the last.
#[derive(Clone, Debug)]
pub struct Volume<'a> {
    /// Its language.
    pub lang: Lang,
    /// Its title, as files have one.
    pub title: String,
    /// The applicant, as it runs along the head of every sheet.
    pub name: &'a str,
    /// What every sheet bears.
    pub seal: &'a Seal,
    /// Whether every sheet says that it is a draft: something is still open.
    pub draft: bool,
    /// The first sheet, where there is one.
    pub cover: Option<&'a Cover>,
    /// The parts after it.
    pub parts: &'a [Part],
}

impl Volume<'_> {
    /// What runs along the head of every sheet: the applicant, after a mark where it is a draft.
    #[must_use]
    pub fn running(&self) -> String {
        match self.draft {
            true => format!("{}　{}", words::DRAFT.get(self.lang), self.name),
            false => self.name.to_owned(),
        }
    }
}

impl Packet {
    /// The papers that are filed.
    #[must_use]
    pub fn filed(&self) -> Volume<'_> {
        Volume {
            lang: self.lang,
            title: self.cover.title.join(" "),
            name: &self.name,
            seal: &self.seal,
            draft: self.preflight.is_open(),
            cover: Some(&self.cover),
            parts: &self.parts,
        }
    }

    /// What is not filed, each by itself.
    pub fn apart(&self) -> impl Iterator<Item = Volume<'_>> {
        self.beside.iter().map(|part| Volume {
            title: part.title.replace('　', ""),
            draft: false,
            cover: None,
            parts: std::slice::from_ref(part),
            ..self.filed()
        })
    }

    /// The sheet for the officer who checks the papers; `None` where nothing is claimed.
    #[must_use]
    pub fn sheet(&self) -> Option<Volume<'_>> {
        self.apart().find(|volume| volume.parts.iter().any(|part| part.id == sheet::ID))
    }
}
