//! Moving between cells with the keyboard.

use crate::ui::components::field::is_composed;
use crate::ui::components::jump::focus;
use crate::ui::drafts::session::Session;
use crate::ui::interview::control::id_at;
use crate::ui::interview::table::rows::{add_row, move_row};
use crate::ui::interview::typing::FieldKey;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{EventTarget, FocusOptions, HtmlElement, HtmlInputElement};
use miyun::answers::form::Column;
use miyun::answers::question::Spec;
use std::time::Duration;

/// The row's name and the column of a box.
pub(super) fn cell_of(spec: &Spec, target: &EventTarget) -> Option<(u32, usize)> {
    let (row, column) = parts_of(spec, target)?;
    Some((row, column.parse().ok()?))
}

/// The row's name of a box or a menu.
pub(super) fn row_of(spec: &Spec, target: &EventTarget) -> Option<u32> {
    parts_of(spec, target).map(|(row, _)| row)
}

/// The row's name of a box or a menu, and what stands after it in its id.
fn parts_of(spec: &Spec, target: &EventTarget) -> Option<(u32, String)> {
    let id = target.dyn_ref::<HtmlElement>()?.id();
    let (row, rest) = id.strip_prefix(&format!("q-{}-", spec.id))?.split_once('-')?;
    Some((row.parse().ok()?, rest.to_owned()))
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
            if !enter(&id) {
                session.typing.reach(spec, row);
                set_timeout(move || _ = enter(&id), Duration::ZERO);
            }
        }
        None if event.key() == "Enter" => add_row(session, spec, columns),
        None => {}
    }
}

/// Before rows are drawn anew: one that has the focus may be taken out of its place for a moment, and has it again then.
pub(super) fn keep_focus(spec: &Spec) {
    let Some(focused) = document().active_element().filter(|focused| row_of(spec, focused).is_some()) else { return };
    let id = focused.id();
    request_animation_frame(move || {
        let is_lost = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
        let cell = document().get_element_by_id(&id).filter(|_| is_lost);
        if let Some(cell) = cell.and_then(|cell| cell.dyn_into::<HtmlElement>().ok()) {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = cell.focus_with_options(&options);
        }
    });
}

/// Goes into a cell, with all of its text selected; false where it is not drawn.
fn enter(id: &str) -> bool {
    let cell = focus(id);
    if let Some(text) = cell.as_ref().and_then(|cell| cell.dyn_ref::<HtmlInputElement>()) {
        text.select();
    }
    cell.is_some()
}
