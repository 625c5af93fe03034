//! Rows out of a spreadsheet: pasted, or out of a file. What is recognised is filled in at once; where anything is unsure,
//! a preview shows which column goes where, and nothing is filled in before the reader says so.

// The place of a cut is a foreign function, which the attribute declares.
#![allow(unsafe_code)]

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;
use miyun::answers::form::Column;
use miyun::answers::json::answer_json;
use miyun::answers::question::Spec;
use miyun::answers::typed::Complaint;
use miyun::answers::unit::Unit;
use miyun::drafts::list::Store as _;
use miyun::tables::cell::{Cell, Sheet, letters};
use miyun::tables::habits::{Habits, id, target};
use miyun::tables::heads::Head;
use miyun::tables::issue::{Skipped, Why};
use miyun::tables::json::best_sheet;
use miyun::tables::mapping::Mapping;
use miyun::tables::naming::Target;
use miyun::tables::open::{self, text_sheet};
use miyun::tables::read::{Reading, read};
use miyun::tables::refused::{LARGEST, Refused};
use miyun::text::Lang;

use crate::ui::components::button::button;
use crate::ui::components::column_map::{MappedColumn, column_map};
use crate::ui::components::field::select;
use crate::ui::components::file_drop::file_button;
use crate::ui::components::jump::focus_soon;
use crate::ui::drafts::files;
use crate::ui::drafts::session::Session;
use crate::ui::drafts::storage::Local;
use crate::ui::frame::cut::cut;
use crate::ui::interview::control::{id_at, id_of};
use crate::ui::interview::table::books::template_button;
use crate::ui::interview::table::rows::{table_in, undo};
use crate::ui::interview::typing::FieldKey;
use crate::ui::words::{import as words, interview, packet};

/// How many lines of a table are shown and looked at in the preview.
const SHOWN: usize = 3;
const LOOKED_AT: usize = 200;

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
}

/// A table that waits for a decision.
#[derive(Clone)]
struct Pending {
    /// What draws it: its code is here once a table was read.
    draw: fn(Import, Self) -> AnyView,
    sheets: Vec<Sheet>,
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
        Self { session, spec, columns, pending: RwSignal::new(None), says: RwSignal::new(String::new()) }
    }

    fn unit(self) -> rust_decimal::Decimal {
        self.session.typing.unit(self.spec).factor()
    }

    fn habits(self) -> Habits {
        Local.get(&habits_key(self.spec)).map(|text| Habits::of(&text)).unwrap_or_default()
    }

    /// How a sheet is read, by its heads and by what was decided about such heads before.
    fn mapping(self, sheet: &Sheet) -> Mapping {
        let mut mapping = Mapping::of(sheet, self.columns, self.unit());
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
        let Ok((_, sheet)) = text_sheet(block) else { return };
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
                return self.fill(&sheet, &mapping, Place::From(top), 0, at.is_none());
            }
            return self.ask(vec![sheet], 0, mapping, at);
        }
        let mut mapping = Mapping::of(&sheet, &self.columns[left..], self.unit());
        mapping.whole_rows &= left == 0;
        // A block goes into the columns that are seen.
        let needed = self.session.draft.with_untracked(|draft| self.spec.needed_columns(&draft.facts));
        let seen: Vec<usize> = needed.into_iter().filter_map(|column| column.checked_sub(left)).collect();
        mapping.place_among(&seen, &self.columns[left..], self.unit());
        self.fill(&sheet, &mapping, Place::From(top), left, at.is_none());
    }

    /// Opens a file: its rows fill an empty table at once where everything is recognised.
    pub fn open(self, file: File) {
        let lang = self.session.lang.get_untracked();
        // The browser knows sizes as floating point.
        if file.size() > f64::from(u32::try_from(LARGEST).unwrap_or(u32::MAX)) {
            return self.says.set(Refused::TooLarge.says(lang));
        }
        self.says.set(words::READING.get(lang).to_owned());
        spawn_local(async move {
            files::breathe().await;
            let said = match files::bytes(&file).await {
                None => packet::NOT_READ.get(lang).to_owned(),
                Some(bytes) => match cut_opened(self, bytes).await {
                    Err(_) => packet::OFFICE_NOT_COME.get(lang).to_owned(),
                    Ok(Err(why)) => why.says(lang),
                    Ok(Ok(())) => String::new(),
                },
            };
            let _ = self.says.try_set(said);
        });
    }

    fn opened(self, bytes: &[u8]) -> Result<(), Refused> {
        let sheets = open::open(bytes)?.sheets;
        // The reader may have gone elsewhere meanwhile.
        if self.says.is_disposed() {
            return Ok(());
        }
        let Some((best, _)) = best_sheet(&sheets, self.columns, self.unit()) else { return Ok(()) };
        let sheet = sheets.iter().position(|sheet| std::ptr::eq(sheet, best)).unwrap_or(0);
        let mapping = self.mapping(&sheets[sheet]);
        let empty = self.session.typing.rows_untracked(self.spec).is_empty();
        if empty && sheets.len() == 1 && !mapping.heads.is_empty() && mapping.is_sure() {
            self.fill(&sheets[sheet], &mapping, Place::Instead, 0, true);
        } else {
            self.ask(sheets, sheet, mapping, None);
        }
        Ok(())
    }

    fn ask(self, sheets: Vec<Sheet>, sheet: usize, mapping: Mapping, at: Option<(u32, usize)>) {
        self.pending.set(Some(Pending { draw: preview, sheets, sheet, mapping, at }));
        focus_soon(format!("{}-import", id_of(self.spec)));
    }

    /// What opens a file, and what waits for a decision.
    pub fn bar(self, lang: Lang) -> AnyView {
        let choose =
            file_button(words::OPEN.get(lang).to_owned(), ACCEPTED, Callback::new(move |file| self.open(file)));
        view! {
            <div class="grid__bar">
                {choose}
                {template_button(self.says, self.spec, lang)}
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
    fn fill(self, sheet: &Sheet, mapping: &Mapping, place: Place, left: usize, arrives: bool) {
        let Self { session, spec, columns, .. } = self;
        let under = &columns[left..];
        let reading = read(sheet, under, mapping);
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
        for (row, column) in cells() {
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
cut!(lists: cut_opened(import: Import, bytes: Vec<u8>) -> Result<(), Refused> = opened);

fn pasted(import: Import, block: String, at: Option<(u32, usize)>) {
    import.pasted(&block, at);
}

fn opened(import: Import, bytes: Vec<u8>) -> Result<(), Refused> {
    import.opened(&bytes)
}

/// Where what was decided about heads is kept.
fn habits_key(question: &Spec) -> String {
    format!("miyun.heads.{}", question.id)
}

/// Which column goes where, with its first cells; and what becomes of the rows that are there.
fn preview(import: Import, pending: Pending) -> AnyView {
    let Import { session, spec, columns, .. } = import;
    let lang = session.lang.get_untracked();
    let Pending { sheets, sheet: number, mapping, at, .. } = pending;
    let Some(sheet) = sheets.get(number).cloned() else { return ().into_any() };
    let first = mapping.heads.end;
    let below = sheet.lines.iter().skip(first).filter(|line| !line.is_empty());
    let samples: Vec<_> = below.take(SHOWN).cloned().collect();
    let base = format!("{}-import", id_of(spec));
    let start = Sheet {
        name: String::new(),
        lines: sheet.lines.iter().take(first + LOOKED_AT).cloned().collect(),
        epoch: sheet.epoch,
    };
    let mapping = RwSignal::new(mapping);
    let rows: Vec<MappedColumn> = mapping.with_untracked(|mapped| {
        let row = |(place, column): (usize, &miyun::tables::mapping::Mapped)| {
            let head = if column.head.is_empty() { letters(column.at) } else { column.head.clone() };
            let mut options = vec![(String::new(), words::LEAVE_OUT.get(lang).to_owned())];
            options.extend(columns.iter().map(|ours| (ours.id.to_owned(), ours.head.get(lang).to_owned())));
            if let (Some((year, _)), true) =
                (Head::new(&column.head).year(), columns.iter().any(|ours| ours.year_of.is_some()))
            {
                options.push((id(Target::Calendar(year), columns), words::year(year, lang)));
            }
            let value = Signal::derive(move || mapping.with(|mapping| id(mapping.columns[place].target, columns)));
            let change = Callback::new(move |chosen: String| {
                if let Some(target) = target(&chosen, columns) {
                    mapping.update(|mapping| mapping.assign(place, target, columns, import.unit()));
                }
            });
            let label = format!("{}{}{head}", words::GOES_TO.get(lang), interview::COLON.get(lang));
            let goes = select(format!("{base}-{place}"), label, true, options, value, change);
            let unit =
                move || money(&mapping.read(), place, columns).then(|| unit_of(mapping, place, &base_of(spec), lang));
            MappedColumn {
                head,
                samples: samples.iter().map(|line| line.cell(column.at)).map(Cell::shown).collect(),
                goes,
                unit: unit.into_any(),
            }
        };
        mapped.columns.iter().enumerate().map(row).collect()
    });
    let outcome = move || {
        mapping.with(|mapping| words::outcome(&said(mapping, &read(&start, columns, mapping)), mapping.is_sure(), lang))
    };
    let which = (sheets.len() > 1).then(|| {
        let names = sheets.iter().enumerate().map(|(place, sheet)| (place.to_string(), sheet.name.clone())).collect();
        let all = sheets.clone();
        let change = Callback::new(move |chosen: String| {
            let place = chosen.parse().unwrap_or(0);
            let Some(sheet) = all.get(place) else { return };
            import.ask(all.clone(), place, import.mapping(sheet), at);
        });
        let value = Signal::stored(number.to_string());
        view! {
            <p class="small">
                {words::SHEET.get(lang)}" "
                {select(format!("{base}-sheet"), words::SHEET.get(lang).to_owned(), true, names, value, change)}
            </p>
        }
    });
    let there = session.typing.rows_untracked(spec).len();
    let done = move |place: Place| {
        let sheet = sheet.clone();
        Callback::new(move |()| {
            let mapping = mapping.get_untracked();
            let mut habits = import.habits();
            habits.learn(&mapping, columns);
            Local.set(&habits_key(spec), &habits.to_text());
            import.pending.set(None);
            import.fill(&sheet, &mapping, place, 0, true);
        })
    };
    let press = |label: String, first: bool, action: Callback<()>| {
        button(if first { "button button--small button--primary" } else { "button button--small" }, None, label, action)
    };
    let mut actions = Vec::new();
    match at.and_then(|(name, _)| session.typing.rows_untracked(spec).iter().position(|other| *other == name)) {
        Some(row) => actions.push(press(words::FILL.get(lang).to_owned(), true, done(Place::From(row)))),
        None if there == 0 => actions.push(press(words::FILL.get(lang).to_owned(), true, done(Place::Instead))),
        None => {
            actions.push(press(words::instead(there, lang), true, done(Place::Instead)));
            actions.push(press(words::AFTER.get(lang).to_owned(), false, done(Place::After)));
        }
    }
    let cancel = Callback::new(move |()| {
        import.pending.set(None);
        focus_soon(id_of(spec));
    });
    actions.push(press(words::CANCEL.get(lang).to_owned(), false, cancel));
    column_map(
        base_of(spec),
        words::TITLE.get(lang).to_owned(),
        which.into_any(),
        words::HEADS.map(|head| head.get(lang).to_owned()),
        rows,
        outcome.into_any(),
        actions,
    )
}

fn base_of(spec: &Spec) -> String {
    format!("{}-import", id_of(spec))
}

/// Whether a column goes where money stands whose unit has to be known.
fn money(mapping: &Mapping, place: usize, columns: &[Column]) -> bool {
    match mapping.columns.get(place).map(|column| column.target) {
        Some(Target::Column(index)) => columns.get(index).is_some_and(Column::is_in_unit),
        Some(Target::Calendar(_)) => true,
        _ => false,
    }
}

/// What a bare figure of a column counts.
fn unit_of(mapping: RwSignal<Mapping>, place: usize, base: &str, lang: Lang) -> AnyView {
    let options = Unit::ALL.into_iter().map(|unit| (unit.id().to_owned(), unit.words().get(lang).to_owned()));
    let value = Signal::derive(move || {
        let factor = mapping.with(|mapping| mapping.columns[place].factor);
        Unit::ALL.into_iter().find(|unit| unit.factor() == factor).map_or_else(String::new, |unit| unit.id().to_owned())
    });
    let change = Callback::new(move |id: String| {
        mapping.update(|mapping| mapping.count_in(place, Unit::named(&id).factor()));
    });
    let head = mapping.with_untracked(|mapping| mapping.columns[place].head.clone());
    let label = format!("{}{}{head}", words::HEADS[3].get(lang), interview::COLON.get(lang));
    select(format!("{base}-{place}-unit"), label, true, options.collect(), value, change)
}

/// What is said of a block that was filled in: columns and lines left out, and what to look at.
fn said(mapping: &Mapping, reading: &Reading) -> Vec<[String; 2]> {
    let mut said = Vec::new();
    if mapping.matched() > 0 && !mapping.heads.is_empty() {
        let rows = reading.table.len();
        said.push([format!("：按表头填入{rows}行"), format!(": {rows} rows filled in by their heads")]);
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
