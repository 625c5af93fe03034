//! Many drafts opened at once, and their packets packed into one file: in slices, so that the page answers meanwhile.

// The place of a cut is a foreign function, which the attribute declares.
#![allow(unsafe_code)]

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;
use miyun::drafts::applicants;
use miyun::drafts::portfolio::{Applicant, Gathered};
use miyun::office::bundle::Bundle;
use miyun::opened::{self, each};
use miyun::text::Lang;

use crate::ui::drafts::files;
use crate::ui::drafts::session::Session;
use crate::ui::frame::cut::cut;
use crate::ui::words::packet::{NOT_READ, OFFICE_NOT_COME};
use crate::ui::words::{NOT_DOWNLOADED, portfolio as words};

/// How many applicants are assessed in a slice.
const SLICE: usize = 50;

/// Opens and packs, one after the other.
#[derive(Clone, Copy)]
pub struct Gathering {
    session: Session,
    /// What is being done.
    pub doing: RwSignal<Option<String>>,
    /// What was done, or why it failed.
    pub said: RwSignal<String>,
    /// Grows with each task: a task that is no longer the last stops.
    task: StoredValue<u32>,
}

impl Gathering {
    /// Nothing to do yet.
    pub fn new(session: Session) -> Self {
        let said = RwSignal::new(String::new());
        Self { session, doing: RwSignal::new(None), said, task: StoredValue::new(0) }
    }

    /// Stops what is being done. What was opened stays.
    pub fn stop(self) {
        self.begin();
        self.doing.set(None);
        self.said.set(words::STOPPED.get(self.session.lang.get_untracked()).to_owned());
    }

    fn begin(self) -> u32 {
        self.said.set(String::new());
        self.task.update_value(|task| *task += 1);
        self.task.get_value()
    }

    /// Shows how far a task is and lets the page answer; false where the task was stopped or the reader went elsewhere.
    async fn goes_on(self, task: u32, doing: String) -> bool {
        let is_last = move || self.task.try_get_value() == Some(task);
        if !is_last() || self.doing.try_set(Some(doing)).is_some() {
            return false;
        }
        files::breathe().await;
        is_last()
    }

    fn end(self, said: String) {
        let _ = (self.doing.try_set(None), self.said.try_set(said));
    }

    /// Opens files: drafts, archives of drafts, tables with one applicant a row.
    pub fn open(self, chosen: Vec<File>) {
        let (task, lang, all) = (self.begin(), self.session.lang.get_untracked(), chosen.len());
        spawn_local(async move {
            let mut opened = 0;
            for (place, file) in chosen.into_iter().enumerate() {
                let name = file.name();
                let doing = words::opening(&name, place + 1, all, lang);
                if !self.goes_on(task, doing.clone()).await {
                    return;
                }
                let Gathered { drafts, notes } = read(file, lang).await;
                let mut applicants = Vec::with_capacity(drafts.len());
                for slice in drafts.chunks(SLICE) {
                    if !self
                        .goes_on(task, format!("{doing} · {}", words::opened(opened + applicants.len(), lang)))
                        .await
                    {
                        return;
                    }
                    applicants.extend(slice.iter().map(|(from, draft)| Applicant::new(draft.clone(), from.clone())));
                }
                opened += applicants.len();
                self.session.portfolio.update(|portfolio| {
                    portfolio.applicants.extend(applicants);
                    portfolio.notes.extend(notes);
                });
            }
            self.end(words::opened(opened, lang));
        });
    }

    /// Packs the packet of each applicant into one archive.
    pub fn pack(self) {
        let task = self.begin();
        spawn_local(async move {
            if cut_pack_all(self, task).await.is_err() {
                self.end(OFFICE_NOT_COME.get(self.session.lang.get_untracked()).to_owned());
            }
        });
    }
}

/// What a file holds.
async fn read(file: File, lang: Lang) -> Gathered {
    let name = file.name();
    let failed = |why: String| {
        let colon = if lang == Lang::Zh { "：" } else { ": " };
        Gathered { drafts: Vec::new(), notes: vec![format!("{name}{colon}{why}")] }
    };
    // The browser knows sizes as floating point.
    if file.size() > f64::from(u32::try_from(opened::LARGEST).unwrap_or(u32::MAX)) {
        return failed(opened::Unopened::TooLarge(file.size() as usize).says(lang));
    }
    let Some(bytes) = files::bytes(&file).await else { return failed(NOT_READ.get(lang).to_owned()) };
    let not_come = || failed(OFFICE_NOT_COME.get(lang).to_owned());
    match cut_gather(name.clone(), bytes, lang).await {
        Ok(Ok(gathered)) => gathered,
        Ok(Err(bytes)) => cut_gather_rows(name.clone(), bytes, lang).await.unwrap_or_else(|_| not_come()),
        Err(_) => not_come(),
    }
}

/// The drafts of a file; the file itself where it is none of ours.
fn gather(name: String, bytes: Vec<u8>, lang: Lang) -> Result<Gathered, Vec<u8>> {
    each::gather(&name, &bytes, lang).ok_or(bytes)
}

/// The rows of somebody's table.
fn gather_rows(name: String, bytes: Vec<u8>, lang: Lang) -> Gathered {
    applicants::gather(&name, &bytes, lang)
}

fn pack_all(gathering: Gathering, task: u32) {
    let session = gathering.session;
    let (lang, today) = (session.lang.get_untracked(), session.today);
    spawn_local(async move {
        let mut bundle = Bundle::new(lang, today);
        let all = session.portfolio.with_untracked(|portfolio| portfolio.applicants.len());
        for place in 0..all {
            if !gathering.goes_on(task, words::packing(place + 1, all, lang)).await {
                return;
            }
            let of = |place: usize| {
                session.portfolio.with_untracked(|portfolio| {
                    portfolio.applicants.get(place).map(|applicant| (applicant.name(), applicant.draft.clone()))
                })
            };
            let Some((name, draft)) = of(place) else { break };
            if let Err(why) = bundle.add(&draft) {
                return gathering.end(format!("{name}: {why}"));
            }
        }
        let file = format!("{}-{today}.zip", words::PACK_NAME.get(lang));
        gathering.end(match bundle.finish() {
            Ok(bytes) if files::download(&file, "application/zip", &bytes) => {
                format!("{}{file}", words::PACKED.get(lang))
            }
            Ok(_) => NOT_DOWNLOADED.get(lang).to_owned(),
            Err(why) => why,
        });
    });
}

cut!(office: cut_gather(name: String, bytes: Vec<u8>, lang: Lang) -> Result<Gathered, Vec<u8>> = gather);
cut!(lists: cut_gather_rows(name: String, bytes: Vec<u8>, lang: Lang) -> Gathered = gather_rows);
cut!(office: cut_pack_all(gathering: Gathering, task: u32) -> () = pack_all);
