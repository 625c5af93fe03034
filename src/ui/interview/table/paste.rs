//! A block that is pasted.

// The place of a cut is a foreign function, which the attribute declares.
#![allow(unsafe_code)]

use crate::ui::components::jump::focus_soon;
use crate::ui::drafts::session::Session;
use crate::ui::frame::cut::cut;
use crate::ui::interview::control::id_at;
use crate::ui::interview::table::keys::spot;
use crate::ui::interview::table::rows::{table_in, undo};
use crate::ui::interview::typing::Spot;
use crate::ui::words::interview as words;
use leptos::ev::ClipboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlInputElement;
use miyun::answers::form::Column;
use miyun::answers::json::answer_json;
use miyun::answers::question::Spec;
use miyun::answers::typed::Complaint;
use miyun::tables::cell::letters;
use miyun::tables::issue::{Skipped, Why};
use miyun::tables::mapping::Mapping;
use miyun::tables::naming::Target;
use miyun::tables::open::text_sheet;
use miyun::tables::read::{Reading, read};
use std::collections::BTreeMap;

/// Hears what is pasted: a block into the cells from one on, and anything into a table without rows.
pub(super) fn paste(
    session: Session,
    spec: &'static Spec,
    columns: &'static [Column],
    event: &ClipboardEvent,
    refused: RwSignal<&'static str>,
) {
    let Some(data) = event.clipboard_data() else { return };
    let text = data.get_data("text").unwrap_or_default();
    if text.is_empty() && data.types().length() > 0 {
        // A picture, or cells without their text.
        event.prevent_default();
        refused.set(words::NO_TEXT_PASTED.get(session.lang.get_untracked()));
        return;
    }
    refused.set("");
    let block = text.trim_end_matches(['\r', '\n']);
    let target = event.target();
    let at = target.as_ref().and_then(|target| spot(spec, target));
    // A word alone the browser puts into a box, but not into a list of choices.
    let into_box = target.is_some_and(|target| target.has_type::<HtmlInputElement>());
    let takes = match at {
        Some(_) => block.contains(['\t', '\n', '\r', '\u{2028}']) || (!into_box && !block.trim().is_empty()),
        None => !block.trim().is_empty() && session.typing.rows_untracked(spec).is_empty(),
    };
    if takes {
        event.prevent_default();
        let block = block.to_owned();
        spawn_local(async move {
            if cut_fill(session, spec, columns, at, block).await.is_err() {
                let _ = refused.try_set(words::NOT_COME.get(session.lang.get_untracked()));
            }
        });
    }
}

// Tables of other programs are seldom read, and what reads them is large.
cut!(tables: cut_fill(
    session: Session,
    spec: &'static Spec,
    columns: &'static [Column],
    at: Option<(u32, usize)>,
    block: String
) -> () = fill);

/// Fills in a block of cells from a spreadsheet: under heads by what they name, else from a cell on, or as the first
/// rows. Rows are added where they are needed. A cell that is no answer is kept as typed, with what is wrong; what is
/// left out is said.
pub(super) fn fill(
    session: Session,
    spec: &'static Spec,
    columns: &'static [Column],
    at: Option<(u32, usize)>,
    block: String,
) {
    let mut names = session.typing.rows_untracked(spec);
    let (Some(top), left) = (match at {
        Some((name, column)) => (names.iter().position(|other| *other == name), column),
        None => (Some(0), 0),
    }) else {
        return;
    };
    let Ok((_, sheet)) = text_sheet(&block) else { return };
    let unit = session.typing.unit(spec).factor();
    let named = Mapping::of(&sheet, columns, unit);
    let (left, mapping) = if named.heads.is_empty() {
        let by_place = Mapping::of(&sheet, &columns[left..], unit);
        (left, Mapping { whole_rows: by_place.whole_rows && left == 0, ..by_place })
    } else {
        (0, named)
    };
    let under = &columns[left..];
    let reading = read(&sheet, under, &mapping);
    session.deed(spec);
    let mut undo = undo(session, spec);
    undo.says.extend(said(&mapping, &reading));
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
        let spot = Spot { question: spec.slot.into(), cell: Some((names[top + row], left + column)) };
        session.typing.note(spot, refused.remove(&(row, column)));
        session.typing.tell(spot);
    }
    session.stamp();
    session.undo.set(Some(undo));
    // What had the focus is gone.
    if let (None, Some(name)) = (at, names.first()) {
        focus_soon(id_at(spec, Spot { question: spec.slot.into(), cell: Some((*name, 0)) }));
    }
}

/// What is said of a block that was filled in: columns and lines left out, and what to look at.
pub(super) fn said(mapping: &Mapping, reading: &Reading) -> Vec<[String; 2]> {
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
