//! Moving between cells with the keyboard.

use crate::ui::components::field::is_composed;
use crate::ui::components::jump::focus;
use crate::ui::drafts::session::Session;
use crate::ui::interview::control::id_at;
use crate::ui::interview::table::rows::{add_row, move_row};
use crate::ui::interview::table::{is_drawn, reach};
use crate::ui::interview::typing::FieldKey;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{EventTarget, HtmlElement, HtmlInputElement};
use miyun::answers::form::Column;
use miyun::answers::question::Spec;
use std::time::Duration;

/// The row's name and the column of a box.
pub(super) fn cell_of(spec: &Spec, target: &EventTarget) -> Option<(u32, usize)> {
    let id = target.dyn_ref::<HtmlElement>()?.id();
    let (row, column) = id.strip_prefix(&format!("q-{}-", spec.id))?.split_once('-')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

/// Arrow keys and Enter; with Alt, up and down move the row. Left and right only leave a text at its ends; a list keeps up and down for itself.
pub(super) fn travel(
    session: Session,
    spec: &'static Spec,
    (columns, shown): (&'static [Column], &[usize]),
    said: RwSignal<String>,
    event: &KeyboardEvent,
) {
    if is_composed(event) || event.ctrl_key() || event.meta_key() || event.shift_key() {
        return;
    }
    let Some(target) = event.target() else { return };
    let Some((name, column)) = cell_of(spec, &target) else { return };
    if event.alt_key() {
        let up = event.key() == "ArrowUp";
        if up || event.key() == "ArrowDown" {
            event.prevent_default();
            move_row(session, spec, name, said, up);
        }
        return;
    }
    let names = session.typing.rows_untracked(spec);
    let Some(row) = names.iter().position(|other| *other == name) else { return };
    let text = target.dyn_ref::<HtmlInputElement>();
    let at_start = text.is_none_or(|text| {
        text.selection_start().ok().flatten() == Some(0) && text.selection_end().ok().flatten() == Some(0)
    });
    let at_end = text.is_none_or(|text| {
        let length = text.value().encode_utf16().count();
        text.selection_start().ok().flatten().and_then(|at| usize::try_from(at).ok()) == Some(length)
    });
    let (row, column) = match event.key().as_str() {
        "ArrowUp" if text.is_some() => (row.checked_sub(1), column),
        "ArrowDown" if text.is_some() => (Some(row + 1), column),
        "Enter" if text.is_some() => (Some(row + 1), column),
        "ArrowLeft" if at_start => match shown.iter().rev().find(|other| **other < column) {
            Some(column) => (Some(row), *column),
            None => return,
        },
        "ArrowRight" if at_end => match shown.iter().find(|other| **other > column) {
            Some(column) => (Some(row), *column),
            None => return,
        },
        _ => return,
    };
    event.prevent_default();
    let Some(row) = row else { return };
    match names.get(row) {
        Some(name) => {
            let id = id_at(spec, FieldKey::cell(spec, *name, column));
            if is_drawn(session, spec, row) {
                enter(&id);
            } else {
                reach(session, spec, row);
                set_timeout(move || enter(&id), Duration::ZERO);
            }
        }
        None if event.key() == "Enter" => add_row(session, spec, columns),
        None => {}
    }
}

/// Goes into a cell, with all of its text selected.
pub(super) fn enter(id: &str) {
    if let Some(text) = focus(id).as_ref().and_then(|cell| cell.dyn_ref::<HtmlInputElement>()) {
        text.select();
    }
}
