//! Rows out of a spreadsheet: pasted, or out of a file. What is recognised is filled in at once; where anything is unsure,
//! a preview shows which column goes where, and nothing is filled in before the reader says so.

// The place of a cut is a foreign function, which the attribute declares.
#![allow(unsafe_code)]

mod preview;

use std::collections::BTreeMap;
use std::pin::Pin;
use std::slice;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;
use miyun::answers::answer::Answer;
use miyun::answers::form::Column;
use miyun::answers::json::answer_json;
use miyun::answers::question::Spec;
use miyun::answers::typed::Complaint;
use miyun::drafts::list::Store as _;
use miyun::pause::Pause;
use miyun::tables::cell::{Sheet, letters};
use miyun::tables::habits::Habits;
use miyun::tables::issue::{Skipped, Why};
use miyun::tables::json::best_sheet;
use miyun::tables::mapping::Mapping;
use miyun::tables::naming::Target;
use miyun::tables::open::{open_in_turns, text_sheet};
use miyun::tables::read::{Reader, read};
use miyun::tables::reading::Reading;
use miyun::tables::refused::{LARGEST, Refused};
use miyun::tables::turned::turn;
use miyun::text::Lang;

use crate::ui::components::button::button;
use crate::ui::components::file_drop::file_button;
use crate::ui::components::jump::focus_soon;
use crate::ui::drafts::files;
use crate::ui::drafts::session::Session;
use crate::ui::drafts::slices::Slices;
use crate::ui::drafts::storage::Local;
use crate::ui::frame::cut::cut;
use crate::ui::interview::control::{id_at, id_of};
use crate::ui::interview::table::books::template_button;
use crate::ui::interview::table::rows::{table_in, undo};
use crate::ui::interview::typing::FieldKey;
use crate::ui::words::{import as words, interview, packet};

/// The files that can be opened, as a file chooser names them.
const ACCEPTED: &str = ".xlsx,.xls,.ods,.csv,.tsv,.txt";

/// Where rows come in.
#[derive(Clone, Copy)]
pub struct Import {
    session: Session,
    spec: &'static Spec,
    columns: &'static [Column],
    /// What waits for a decision.
    pending: RwSignal<Option<Pending>>,
    /// What is wrong with a file, or how far it is.
    says: RwSignal<String>,
    /// The file that is being read, by its number: none of another number goes on.
    task: RwSignal<Option<u32>>,
    tasks: StoredValue<u32>,
}

/// A file that is opened, the first half of the work on it.
struct Opening {
    import: Import,
    task: u32,
    slices: Slices,
}

impl Pause for Opening {
    fn pause(&mut self, percent: usize) -> Pin<Box<dyn Future<Output = bool> + '_>> {
        Box::pin(self.import.goes_on(self.task, &mut self.slices, percent / 2))
    }
}

/// A table that waits for a decision.
#[derive(Clone)]
struct Pending {
    /// What draws it: its code is here once a table was read.
    draw: fn(Import, Self) -> AnyView,
    sheets: Arc<Vec<Sheet>>,
    /// The sheet that is read.
    sheet: usize,
    mapping: Mapping,
    /// The cell that was pasted at.
    at: Option<(u32, usize)>,
}

/// What becomes of the rows that are there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Cells from this row on are filled.
    From(usize),
    /// They stay, and rows come after them.
    After,
    /// They go.
    Instead,
}

impl Import {
    /// For the table of a question.
    pub fn new(session: Session, spec: &'static Spec, columns: &'static [Column]) -> Self {
        let (pending, says) = (RwSignal::new(None), RwSignal::new(String::new()));
        Self { session, spec, columns, pending, says, task: RwSignal::new(None), tasks: StoredValue::new(0) }
    }

    fn unit(self) -> rust_decimal::Decimal {
        self.session.typing.unit(self.spec).factor()
    }

    fn habits(self) -> Habits {
        Local.get(&habits_key(self.spec)).map(|text| Habits::of(&text)).unwrap_or_default()
    }

    /// How a sheet is read, by its heads and by what was decided about such heads before.
    fn mapping(self, sheet: &Sheet) -> Mapping {
        self.as_before(Mapping::of(sheet, self.columns, self.unit()))
    }

    fn as_before(self, mut mapping: Mapping) -> Mapping {
        if !mapping.heads.is_empty() {
            self.habits().apply(&mut mapping, self.columns, self.unit());
        }
        mapping
    }

    /// Takes a block that was pasted, at a cell or into the table as a whole.
    pub fn paste(self, block: String, at: Option<(u32, usize)>) {
        spawn_local(async move {
            if cut_pasted(self, block, at).await.is_err() {
                let _ = self.says.try_set(interview::NOT_COME.get(self.session.lang.get_untracked()).to_owned());
            }
        });
    }

    fn pasted(self, block: &str, at: Option<(u32, usize)>) {
        let Ok((_, mut sheet)) = text_sheet(block) else { return };
        turn(slice::from_mut(&mut sheet), self.columns);
        let mapping = self.mapping(&sheet);
        let names = self.session.typing.rows_untracked(self.spec);
        let (Some(top), left) = (match at {
            Some((name, column)) => (names.iter().position(|other| *other == name), column),
            None => (Some(0), 0),
        }) else {
            return;
        };
        if !mapping.heads.is_empty() {
            if mapping.is_sure() {
                return self.fill(read(&sheet, self.columns, &mapping), &mapping, Place::From(top), 0, at.is_none());
            }
            return self.ask(vec![sheet], 0, mapping, at);
        }
        let mut mapping = Mapping::of(&sheet, &self.columns[left..], self.unit());
        mapping.whole_rows &= left == 0;
        // A block goes into the columns that are seen.
        let needed = self.session.draft.with_untracked(|draft| self.spec.needed_columns(&draft.facts));
        let seen: Vec<usize> = needed.into_iter().filter_map(|column| column.checked_sub(left)).collect();
        mapping.place_among(&seen, &self.columns[left..], self.unit());
        self.fill(read(&sheet, &self.columns[left..], &mapping), &mapping, Place::From(top), left, at.is_none());
    }

    /// Opens a file: its rows fill an empty table at once where everything is recognised.
    pub fn open(self, file: File) {
        let lang = self.session.lang.get_untracked();
        // The browser knows sizes as floating point.
        if file.size() > f64::from(u32::try_from(LARGEST).unwrap_or(u32::MAX)) {
            return self.says.set(Refused::TooLarge.says(lang));
        }
        let task = self.begin();
        spawn_local(async move {
            files::breathe().await;
            let said = match files::bytes(&file).await {
                None => packet::NOT_READ.get(lang).to_owned(),
                Some(bytes) => match cut_opened(self, bytes, task).await {
                    Err(_) => packet::OFFICE_NOT_COME.get(lang).to_owned(),
                    Ok(opened) => opened.await.err().map(|why| why.says(lang)).unwrap_or_default(),
                },
            };
            self.end(task, said);
        });
    }

    /// Begins to read: what was being read goes no further.
    fn begin(self) -> u32 {
        self.tasks.update_value(|tasks| *tasks += 1);
        let task = self.tasks.get_value();
        self.task.set(Some(task));
        self.says.set(words::reading(0, self.session.lang.get_untracked()));
        task
    }

    /// Whether a file is still wanted: the reader has neither stopped it nor gone elsewhere.
    fn is_wanted(self, task: u32) -> bool {
        self.task.try_get_untracked() == Some(Some(task))
    }

    fn end(self, task: u32, said: String) {
        if self.is_wanted(task) {
            self.task.set(None);
            self.says.set(said);
        }
    }

    /// Lets the browser go on between two steps; false where the file is not wanted any more.
    async fn goes_on(self, task: u32, slices: &mut Slices, percent: usize) -> bool {
        if slices.pause().await {
            if !self.is_wanted(task) {
                return false;
            }
            // Not each per cent: it is read out.
            let says = words::reading(percent / 10 * 10, self.session.lang.get_untracked());
            if self.says.with_untracked(|before| *before != says) {
                self.says.set(says);
            }
        }
        true
    }

    async fn opened(self, bytes: Vec<u8>, task: u32) -> Result<(), Refused> {
        if !self.is_wanted(task) {
            return Ok(());
        }
        let mut opening = Opening { import: self, task, slices: Slices::begin() };
        let mut sheets = open_in_turns(&bytes, &mut opening).await?.sheets;
        turn(&mut sheets, self.columns);
        let mut slices = opening.slices;
        if !self.goes_on(task, &mut slices, 50).await {
            return Ok(());
        }
        let Some((best, mapping)) = best_sheet(&sheets, self.columns, self.unit()) else { return Ok(()) };
        let sheet = sheets.iter().position(|sheet| std::ptr::eq(sheet, best)).unwrap_or(0);
        let mapping = self.as_before(mapping);
        slices.rest().await;
        let empty = self.session.typing.rows_untracked(self.spec).is_empty();
        if empty && sheets.len() == 1 && !mapping.heads.is_empty() && mapping.is_sure() {
            self.read_in(&sheets[sheet], &mapping, Place::Instead, task, &mut slices).await;
            // A million cells take a while to be given up, too.
            slices.rest().await;
        } else {
            self.ask(sheets, sheet, mapping, None);
        }
        Ok(())
    }

    /// Reads the rows of a sheet in slices, and fills them in.
    async fn read_in(self, sheet: &Sheet, mapping: &Mapping, place: Place, task: u32, slices: &mut Slices) {
        let mut reader = Reader::begin(sheet, self.columns, mapping);
        while reader.step() {
            if !self.goes_on(task, slices, 50 + reader.percent() / 2).await {
                return;
            }
        }
        let reading = reader.finish();
        slices.rest().await;
        if self.is_wanted(task) {
            self.fill(reading, mapping, place, 0, true);
        }
    }

    fn ask(self, sheets: impl Into<Arc<Vec<Sheet>>>, sheet: usize, mapping: Mapping, at: Option<(u32, usize)>) {
        self.pending.set(Some(Pending { draw: preview::preview, sheets: sheets.into(), sheet, mapping, at }));
        focus_soon(preview::base_of(self.spec));
    }

    /// What opens a file, and what waits for a decision.
    pub fn bar(self, lang: Lang) -> AnyView {
        let choose =
            file_button(words::OPEN.get(lang).to_owned(), ACCEPTED, Callback::new(move |file| self.open(file)));
        let stop = Callback::new(move |()| {
            self.task.set(None);
            self.says.set(words::STOPPED.get(lang).to_owned());
            focus_soon(id_of(self.spec));
        });
        view! {
            <div class="grid__bar">
                {choose}
                {template_button(self.says, self.spec, lang)}
                {move || self.task.get().map(|_| button("button button--small", None, words::STOP.get(lang).to_owned(), stop))}
                <span class="grid__bar-note" role="status">{self.says}</span>
            </div>
            {self.preview()}
        }
        .into_any()
    }

    fn preview(self) -> AnyView {
        (move || self.pending.get().map(|pending| (pending.draw)(self, pending))).into_any()
    }

    /// Fills in the rows of a sheet. Rows are added where they are needed. A cell that is no answer is kept as typed,
    /// with what is wrong; what is left out is said.
    fn fill(self, reading: Reading, mapping: &Mapping, place: Place, left: usize, arrives: bool) {
        let Self { session, spec, columns, .. } = self;
        let under = &columns[left..];
        session.action(spec);
        let mut undo = undo(session, spec);
        undo.says.extend(said(mapping, &reading));
        if place == Place::Instead {
            session.typing.match_rows(spec, 0);
            let _ = session.tell(spec, None);
        }
        let mut names = session.typing.rows_untracked(spec);
        let top = match place {
            Place::From(top) => top,
            Place::After => names.len(),
            Place::Instead => 0,
        };
        let count = reading.table.len();
        let more = (top + count).saturating_sub(names.len());
        if more > 0 {
            names.extend(session.typing.add_rows(spec, more));
        }
        // The last of these first: of two columns for one cell, the one that was refused says so.
        let mut refused: BTreeMap<(usize, usize), (String, Complaint)> = BTreeMap::new();
        for issue in reading.refused {
            if let (Some(row), Some(column)) = (issue.row, issue.column) {
                refused.insert((row, column), (issue.text, issue.why.complaint()));
            }
        }
        let covered: Vec<usize> = (0..under.len()).filter(|column| mapping.has(under, *column)).collect();
        let cells = || (0..count).flat_map(|row| covered.iter().map(move |column| (row, *column)));
        session.draft.update(|draft| {
            if place == Place::Instead {
                let _ = draft.facts.set(spec, Some(Answer::Table(reading.table)));
                return;
            }
            let Some(table) = table_in(draft, spec, columns) else { return };
            for _ in 0..more {
                table.insert(table.len());
            }
            // What is about to be replaced does not stand in the way: the years of two rows may change places.
            for (row, column) in cells() {
                let _ = table.set(columns, top + row, left + column, None);
            }
            for (row, column) in cells() {
                let answer = reading.table.cell(row, column);
                let shown = answer.as_ref().map(|answer| answer_json(&under[column].form, answer));
                if let Err(complaint) = table.set(columns, top + row, left + column, answer) {
                    let text = shown.map(|shown| shown.as_str().map_or_else(|| shown.to_string(), str::to_owned));
                    refused.insert((row, column), (text.unwrap_or_default(), complaint));
                }
            }
        });
        // Rows that are new have nothing beside them.
        let beside: Vec<(usize, usize)> = match place {
            Place::Instead => refused.keys().copied().collect(),
            _ => cells().collect(),
        };
        for (row, column) in beside {
            let key = FieldKey::cell(spec, names[top + row], left + column);
            session.typing.note(key, refused.remove(&(row, column)));
            session.typing.show(key);
        }
        session.stamp();
        session.undo.set(Some(undo));
        // What had the focus is gone.
        if let (true, Some(name)) = (arrives, names.get(top)) {
            focus_soon(id_at(spec, FieldKey::cell(spec, *name, 0)));
        }
    }
}

// Tables of other programs are seldom read, and what reads them is large; what reads workbooks is larger still.
cut!(tables: cut_pasted(import: Import, block: String, at: Option<(u32, usize)>) -> () = pasted);
cut!(lists: cut_opened(import: Import, bytes: Vec<u8>, task: u32) -> Opened = opened);

fn pasted(import: Import, block: String, at: Option<(u32, usize)>) {
    import.pasted(&block, at);
}

/// A file that is being opened.
type Opened = Pin<Box<dyn Future<Output = Result<(), Refused>>>>;

fn opened(import: Import, bytes: Vec<u8>, task: u32) -> Opened {
    Box::pin(import.opened(bytes, task))
}

/// Where what was decided about heads is kept.
fn habits_key(question: &Spec) -> String {
    format!("miyun.heads.{}", question.id)
}

/// What is said of a block that was filled in: columns and lines left out, and what to look at.
fn said(mapping: &Mapping, reading: &Reading) -> Vec<[String; 2]> {
    let mut said = Vec::new();
    if mapping.matched() > 0 && !mapping.heads.is_empty() {
        let rows = reading.table.len();
        said.push([format!("：按表头填入{rows}行"), format!(": {rows} rows filled in by their heads")]);
    }
    if reading.turned {
        said.push([
            "；原表年度横排，已转成一年一行".to_owned(),
            "; years stood side by side and were turned into rows".to_owned(),
        ]);
    }
    if mapping.has_lines_of_years() {
        said.push([
            "；原表一行一个年度，已并成一家一行".to_owned(),
            "; each line was of one year, they were put together by enterprise".to_owned(),
        ]);
    }
    let heads: Vec<String> = mapping
        .columns
        .iter()
        .filter(|column| matches!(column.target, Target::Unread(_)))
        .map(|column| if column.head.is_empty() { letters(column.at) } else { column.head.clone() })
        .collect();
    if !heads.is_empty() {
        said.push([
            format!("；没有填入的列：{}", heads.join("、")),
            format!("; columns left out: {}", heads.join(", ")),
        ]);
    }
    let lines = reading.skipped.iter().filter(|(_, why, _)| matches!(why, Skipped::Total | Skipped::Remark)).count();
    if lines > 0 {
        said.push([
            format!("；合计与说明{lines}行没有填入"),
            format!("; {lines} lines of totals and remarks left out"),
        ]);
    }
    if let Some([zh, en]) = reading.says_other_table() {
        said.push([format!("；{zh}"), format!("; {en}")]);
    }
    if !reading.refused.is_empty() {
        let count = reading.refused.len();
        said.push([format!("；{count}格没有读懂"), format!("; {count} cells were not understood")]);
    }
    let mut whys: Vec<Why> = Vec::new();
    for issue in &reading.unsure {
        if !whys.contains(&issue.why) {
            whys.push(issue.why);
        }
    }
    for why in whys.into_iter().take(3) {
        let issue = reading.unsure.iter().find(|issue| issue.why == why);
        let place = issue
            .map(|issue| (letters(issue.at), issue.line))
            .map_or_else(String::new, |(column, line)| if line == 0 { column } else { format!("{column}{line}") });
        let message = why.message();
        said.push([
            format!("；{place} {}", message.zh.trim_end_matches('。')),
            format!("; {place}: {}", message.en.trim_end_matches('.')),
        ]);
    }
    said
}
