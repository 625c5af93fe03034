//! Rows that are drawn, added, moved and removed.

use crate::ui::components::entry_grid::{EntryCell, EntryRow, Wide, entry_row, option_cell, text_cell};
use crate::ui::components::icon::Glyph;
use crate::ui::components::jump::focus_soon;
use crate::ui::components::menu::{MenuButton, menu, menu_item, menu_item_off};
use crate::ui::drafts::session::{Session, Undo};
use crate::ui::interview::control::{id_at, id_of, typed_as};
use crate::ui::interview::entry::Field;
use crate::ui::interview::table::{head_and_unit, unit};
use crate::ui::interview::typing::FieldKey;
use crate::ui::words::interview as words;
use leptos::prelude::*;
use miyun::answers::answer::{Answer, Table};
use miyun::answers::form::{Column, Form};
use miyun::answers::question::Spec;
use miyun::drafts::draft::Draft;
use miyun::rule::Place;
use miyun::text::{Text, sentence};
use std::collections::BTreeMap;

/// What the rows of a sheet share.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    /// The names of all rows, in order.
    pub names: Memo<Vec<u32>>,
    /// What those that are drawn are called, by their names.
    pub called: Memo<BTreeMap<u32, String>>,
    /// What an action has come to, read out.
    pub said: RwSignal<String>,
}

/// One row, of the columns that are shown.
pub(super) fn row(
    session: Session,
    spec: &'static Spec,
    columns: &'static [Column],
    shown: &[usize],
    name: u32,
    Rows { names, called, said }: Rows,
) -> AnyView {
    // The whole table is drawn anew when the language changes.
    let lang = session.lang.get_untracked();
    let place =
        Memo::new(move |_| names.with(|names| names.iter().position(|other| *other == name).unwrap_or(usize::MAX)));
    let called = move || {
        let called = called.with(|called| called.get(&name).cloned());
        called.unwrap_or_else(|| Place::Row(place.get()).words(lang))
    };
    let error_id = format!("{}-{name}-error", id_of(spec));
    let entries: Vec<(&'static Column, Field)> = shown
        .iter()
        .map(|place_of| (&columns[*place_of], Field::cell(session, spec, columns, name, place, *place_of)))
        .collect();
    let cells = shown
        .iter()
        .zip(&entries)
        .map(|(index, (column, entry))| {
            let (index, entry) = (*index, *entry);
            let head = column.head.get(lang);
            let unit = unit(session, spec, column, lang);
            let label = Signal::derive(move || {
                // The cell that the row is called by cannot be called by itself.
                let row = if index == 0 { Place::Row(place.get()).words(lang) } else { called() };
                let comma = words::COMMA.get(lang);
                unit.with(|unit| match unit.is_empty() {
                    false => format!("{head}{comma}{row}{comma}{unit}"),
                    true => format!("{head}{comma}{row}"),
                })
            });
            let cell = EntryCell {
                id: id_at(spec, FieldKey::cell(spec, name, index)),
                head: head_and_unit(column, unit, lang),
                label,
                error_id: error_id.clone(),
                value: entry.text.into(),
                invalid: Signal::derive(move || entry.complaint().is_some()),
                on_input: Callback::new(move |text| entry.typed(text)),
                on_leave: Callback::new(move |()| entry.left()),
            };
            match &column.form {
                Form::YesNo => option_cell(
                    cell,
                    vec![
                        (String::new(), "—".to_owned()),
                        ("yes".to_owned(), words::YES.get(lang).to_owned()),
                        ("no".to_owned(), words::NO.get(lang).to_owned()),
                    ],
                ),
                Form::Choice(choices) => option_cell(
                    cell,
                    std::iter::once((String::new(), "—".to_owned()))
                        .chain(choices.iter().map(|choice| (choice.id.to_owned(), choice.label.get(lang).to_owned())))
                        .collect(),
                ),
                form => {
                    let wide = match form {
                        Form::Year => Wide::Year,
                        Form::Date => Wide::Date,
                        Form::Words(_) if index == 0 => Wide::Name,
                        Form::Words(_) => Wide::Words,
                        Form::Code => Wide::Code,
                        _ => Wide::Figure,
                    };
                    text_cell(cell, typed_as(form), wide)
                }
            }
        })
        .collect();
    let error = Signal::derive(move || {
        let told: Vec<String> = entries
            .iter()
            .filter_map(|(column, entry)| {
                let complaint = entry.complaint()?;
                Some(format!("{}{}{}", column.head.get(lang), words::COLON.get(lang), complaint.say(lang)))
            })
            .collect();
        let mut wrong = entries.iter().filter(|(_, entry)| entry.complaint().is_some());
        let stays = wrong.all(|(_, entry)| entry.has_answer());
        let kept = if stays { words::KEPT_AS_WAS } else { words::NOT_KEPT };
        let kept = [words::GAP, kept].map(|words| words.get(lang)).concat();
        (!told.is_empty()).then(|| told.join(" ") + &kept)
    });
    let button = MenuButton {
        id: menu_id(spec, name),
        label: Signal::derive(move || {
            sentence(&format!("{}{}{}", called(), words::COLON.get(lang), words::ROW_ACTIONS.get(lang)), lang)
        }),
        glyph: Glyph::More,
        beside: true,
    };
    let say = move |action: Text| Signal::stored(action.get(lang).to_owned());
    let moved = move |up: bool| {
        Callback::new(move |()| {
            move_row(session, spec, name, said, up);
            focus_soon(menu_id(spec, name));
        })
    };
    let is_first = Signal::derive(move || place.get() == 0);
    let is_last = Signal::derive(move || place.get().saturating_add(1) >= names.with(Vec::len));
    let out = Callback::new(move |()| remove_row(session, spec, name, place.get_untracked()));
    let items = move || {
        view! {
            {menu_item_off(Glyph::Up, say(words::MOVE_UP), is_first, moved(true))}
            {menu_item_off(Glyph::Down, say(words::MOVE_DOWN), is_last, moved(false))}
            {menu_item(Glyph::Out, say(words::REMOVE_ROW), out)}
        }
        .into_any()
    };
    entry_row(
        shown.len() + 2,
        EntryRow {
            place: place.into(),
            error_id,
            label: Signal::derive(move || sentence(&Place::Row(place.get()).words(lang), lang)),
            cells,
            menu: menu(button, items),
            error,
        },
    )
}

fn menu_id(spec: &Spec, row: u32) -> String {
    format!("{}-{row}-menu", id_of(spec))
}

/// Moves a row one up or down; the focus goes with it.
pub(super) fn move_row(session: Session, spec: &'static Spec, name: u32, said: RwSignal<String>, up: bool) {
    let names = session.typing.rows_untracked(spec);
    let Some(from) = names.iter().position(|other| *other == name) else { return };
    let Some(to) = (if up { from.checked_sub(1) } else { Some(from + 1) }).filter(|to| *to < names.len()) else {
        return;
    };
    // Whatever had the focus in the row has it again after the row was drawn in its new place.
    let focused = document().active_element().map(|element| element.id()).unwrap_or_default();
    session.action(spec);
    session.typing.swap_rows(spec, from, to);
    session.draft.update(|draft| {
        if let Some(table) = draft.facts.table_mut(spec) {
            table.swap(from, to);
        }
    });
    session.stamp();
    session.typing.reach(spec, to);
    let lang = session.lang.get_untracked();
    said.set(format!("{}{}", words::MOVED_TO.get(lang), Place::Row(to).words(lang)));
    if !focused.is_empty() {
        focus_soon(focused);
    }
}

/// The rows that a draft has, none at first.
pub(in crate::ui::interview) fn table_in<'a>(
    draft: &'a mut Draft,
    spec: &Spec,
    columns: &[Column],
) -> Option<&'a mut Table> {
    if draft.facts.table_mut(spec).is_none() {
        let _ = draft.facts.set(spec, Some(Answer::Table(Table::new(columns))));
    }
    draft.facts.table_mut(spec)
}

/// What undoes an action that is about to be done.
pub(in crate::ui::interview) fn undo(session: Session, spec: &'static Spec) -> Undo {
    Undo {
        question: spec,
        before: session.draft.with_untracked(|draft| draft.facts.answer(spec).cloned()),
        beside: session.typing.beside(spec),
        says: vec![[words::CHANGED.zh.to_owned(), words::CHANGED.en.to_owned()]],
    }
}

/// Adds an empty row and goes there. Where each row is a year of its own, the next year is filled in.
pub(super) fn add_row(session: Session, spec: &'static Spec, columns: &'static [Column]) {
    session.action(spec);
    let names = session.typing.add_rows(spec, 1);
    session.draft.update(|draft| {
        let Some(table) = table_in(draft, spec, columns) else { return };
        let row = table.len();
        table.insert(row);
        if let Some(column) = Column::of_years(columns) {
            let last = (0..row).filter_map(|row| match table.cell(row, column) {
                Some(Answer::Year(year)) => Some(year),
                _ => None,
            });
            if let Some(last) = last.max() {
                let _ = table.set(columns, row, column, Some(Answer::Year(last + 1)));
            }
        }
    });
    session.stamp();
    session.typing.reach(spec, session.typing.rows_untracked(spec).len().saturating_sub(1));
    if let Some(name) = names.first() {
        focus_soon(id_at(spec, FieldKey::cell(spec, *name, 0)));
    }
}

/// Takes a row out; it can be undone. A table without rows any more is not told, rather than told to be empty.
pub(super) fn remove_row(session: Session, spec: &'static Spec, name: u32, place: usize) {
    session.action(spec);
    let undo = undo(session, spec);
    let near = {
        let names = session.typing.rows_untracked(spec);
        names.get(place + 1).or_else(|| place.checked_sub(1).and_then(|place| names.get(place))).copied()
    };
    session.typing.remove_row(spec, name);
    session.draft.update(|draft| {
        let empty = draft.facts.table_mut(spec).is_some_and(|table| {
            table.remove(place);
            table.is_empty()
        });
        if empty {
            let _ = draft.facts.set(spec, None);
        }
    });
    session.stamp();
    session.undo.set(Some(undo));
    focus_soon(near.map_or_else(|| id_of(spec), |name| id_at(spec, FieldKey::cell(spec, name, 0))));
}
