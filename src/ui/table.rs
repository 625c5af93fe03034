//! A question that takes a table: rows as in a spreadsheet. Arrow keys move, a block may be pasted, rows come and go,
//! and a bad cell never touches its neighbours.

use leptos::ev::{ClipboardEvent, KeyboardEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{EventTarget, HtmlElement, HtmlInputElement};
use miyun::facts::{Answer, Table};
use miyun::question::{Column, Form, Spec};
use miyun::text::Lang;
use rust_decimal::Decimal;

use super::ask::{id_at, id_of, typed_as};
use super::components::button::button;
use super::components::empty::empty;
use super::components::entry_grid::{
    EntryCell, EntryHead, EntryRow, Wide, entry_grid, entry_row, option_cell, text_cell,
};
use super::components::field::Typed;
use super::components::grid::grid_bar;
use super::components::icon::Glyph;
use super::entry::Entry;
use super::session::{Session, Undo};
use super::typing::Spot;
use super::words::interview as words;

/// How many rows are drawn at once. A list of thousands is filled from a file, not on the screen.
const WINDOW: usize = 50;

/// What a table says as a whole.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    NotTold,
    NotKnown,
    None,
    Rows,
}

/// `第3行`, `Row 3`.
pub fn row_words(row: usize, lang: Lang) -> String {
    format!("{}{}{}", words::ROW_A.get(lang), row + 1, words::ROW_B.get(lang))
}

/// The rows of a question.
pub fn table(session: Session, spec: &'static Spec, columns: &'static [Column]) -> AnyView {
    let rows_told = move || {
        session.draft.with(|draft| match draft.facts.answer(spec) {
            Some(Answer::Table(table)) => Some(table.len()),
            _ => None,
        })
    };
    // Names for rows, also when the answer came from elsewhere: a file, an undone deed.
    session.typing.match_rows(spec, untrack(rows_told).unwrap_or(0));
    Effect::new(move |_| {
        let rows = rows_told().unwrap_or(0);
        session.typing.match_rows(spec, rows);
    });
    let state = Memo::new(move |_| {
        session.draft.with(|draft| match draft.facts.answer(spec) {
            Some(Answer::Table(table)) if table.is_empty() => State::None,
            Some(Answer::Table(_)) => State::Rows,
            Some(Answer::NotKnown) => State::NotKnown,
            _ => State::NotTold,
        })
    });
    let first = RwSignal::new(0_usize);
    (move || {
        let lang = session.lang.get_untracked();
        let add = button(
            "button button--small",
            Some(Glyph::Plus),
            words::ADD_ROW.get(lang).to_owned(),
            Callback::new(move |()| add_row(session, spec, columns, first)),
        );
        let body = match state.get() {
            State::Rows => rows(session, spec, columns, first, lang),
            State::None => {
                empty(words::GRID_NONE.get(lang).to_owned(), words::GRID_NONE_SAYS.get(lang).to_owned(), vec![add])
            }
            State::NotTold | State::NotKnown => {
                let none = button(
                    "button button--small",
                    None,
                    words::NO_ROWS.get(lang).to_owned(),
                    Callback::new(move |()| {
                        let _ = session.tell(spec, Some(Answer::Table(Table::new(columns))));
                        refocus(id_of(spec));
                    }),
                );
                empty(
                    words::GRID_EMPTY.get(lang).to_owned(),
                    words::GRID_EMPTY_SAYS.get(lang).to_owned(),
                    vec![add, none],
                )
            }
        };
        view! { <div id=id_of(spec)>{body}</div> }
    })
    .into_any()
}

/// The sheet and what stands under it.
fn rows(
    session: Session,
    spec: &'static Spec,
    columns: &'static [Column],
    first: RwSignal<usize>,
    lang: Lang,
) -> AnyView {
    let names = Memo::new(move |_| session.typing.rows(spec));
    let shown = move || {
        let names = names.read();
        let start = first.get().min(names.len().saturating_sub(1));
        names.iter().skip(start).take(WINDOW).copied().collect::<Vec<_>>()
    };
    let heads = columns
        .iter()
        .map(|column| EntryHead {
            name: column.head.get(lang).to_owned(),
            unit: unit(&column.form, lang),
            number: typed_as(&column.form) == Typed::Number,
        })
        .collect();
    let body = view! {
        <For each=shown key=|name| *name children=move |name| row(session, spec, columns, name, names, lang) />
    }
    .into_any();
    let keys = Callback::new(move |event: KeyboardEvent| travel(session, spec, columns, first, &event));
    let paste = Callback::new(move |event: ClipboardEvent| {
        if let (Some(at), Some(text)) = (
            event.target().and_then(|target| spot(spec, &target)),
            event.clipboard_data().and_then(|data| data.get_data("text").ok()),
        ) && (text.trim_end_matches(['\r', '\n']).contains(['\t', '\n']))
        {
            event.prevent_default();
            fill(session, spec, columns, at, &text);
        }
    });
    let add = button(
        "button button--small",
        Some(Glyph::Plus),
        words::ADD_ROW.get(lang).to_owned(),
        Callback::new(move |()| add_row(session, spec, columns, first)),
    );
    let pages = move || {
        let count = names.with(Vec::len);
        (count > WINDOW).then(|| {
            let start = first.get().min(count - 1);
            let turn = move |to: usize| Callback::new(move |()| first.set(to));
            let earlier = (start > 0).then(|| {
                button(
                    "button button--small",
                    None,
                    words::EARLIER.get(lang).to_owned(),
                    turn(start.saturating_sub(WINDOW)),
                )
            });
            let later = (start + WINDOW < count)
                .then(|| button("button button--small", None, words::LATER.get(lang).to_owned(), turn(start + WINDOW)));
            let range = format!("{}{}–{} / {count}", words::SHOWING.get(lang), start + 1, (start + WINDOW).min(count));
            view! { {earlier}{later}<span class="grid__bar-note">{range}</span> }
        })
    };
    view! {
        {entry_grid(spec.label.get(lang).to_owned(), words::ROW.get(lang).to_owned(), words::REMOVE_ROW.get(lang).to_owned(), heads, body, keys, paste)}
        {grid_bar(vec![add, pages.into_any()], words::GRID_NOTE.get(lang).to_owned())}
    }
    .into_any()
}

/// The unit that stands in a head. A year's and a share's is said by the head and the figure.
fn unit(form: &Form, lang: Lang) -> Option<String> {
    let unit = match form {
        Form::Money { .. } | Form::Area | Form::Count { .. } => form.unit().get(lang),
        _ => "",
    };
    (!unit.is_empty()).then(|| unit.to_owned())
}

/// One row.
fn row(
    session: Session,
    spec: &'static Spec,
    columns: &'static [Column],
    name: u32,
    names: Memo<Vec<u32>>,
    lang: Lang,
) -> AnyView {
    let place =
        Memo::new(move |_| names.with(|names| names.iter().position(|other| *other == name).unwrap_or(usize::MAX)));
    let error_id = format!("{}-{name}-error", id_of(spec));
    let entries: Vec<Entry> =
        (0..columns.len()).map(|column| Entry::cell(session, spec, columns, name, place, column)).collect();
    let cells = columns
        .iter()
        .zip(&entries)
        .enumerate()
        .map(|(index, (column, entry))| {
            let entry = *entry;
            let head = column.head.get(lang);
            let unit = unit(&column.form, lang);
            let label = Signal::derive({
                let unit = unit.clone();
                move || {
                    let row = row_words(place.get(), lang);
                    match &unit {
                        Some(unit) => format!("{head}{comma}{row}{comma}{unit}", comma = words::COMMA.get(lang)),
                        None => format!("{head}{}{row}", words::COMMA.get(lang)),
                    }
                }
            });
            let cell = EntryCell {
                id: id_at(spec, Spot { question: spec.slot as usize, cell: Some((name, index)) }),
                head: match &unit {
                    Some(unit) if lang == Lang::Zh => format!("{head}（{unit}）"),
                    Some(unit) => format!("{head} ({unit})"),
                    None => head.to_owned(),
                },
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
                        Form::Words(_) => Wide::Words,
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
            .zip(columns)
            .filter_map(|(entry, column)| {
                let complaint = entry.complaint()?;
                Some(format!("{}{}{}", column.head.get(lang), words::COLON.get(lang), complaint.say(lang)))
            })
            .collect();
        (!told.is_empty()).then(|| told.join(" ") + words::KEPT_AS_WAS.get(lang))
    });
    entry_row(
        columns.len() + 2,
        EntryRow {
            error_id,
            name: Signal::derive(move || (place.get().wrapping_add(1)).to_string()),
            label: Signal::derive(move || row_words(place.get(), lang)),
            cells,
            remove: Signal::derive(move || format!("{} {}", words::REMOVE_ROW.get(lang), row_words(place.get(), lang))),
            on_remove: Callback::new(move |()| remove_row(session, spec, name, place.get_untracked())),
            error,
        },
    )
}

/// Adds an empty row and goes there. Where each row is a year of its own, the next year is filled in.
fn add_row(session: Session, spec: &'static Spec, columns: &'static [Column], first: RwSignal<usize>) {
    session.touch(spec);
    let names = session.typing.add_rows(spec, 1);
    session.draft.update(|draft| {
        let mut row = 0;
        if let Some(table) = draft.facts.table_mut(spec) {
            row = table.len();
            table.insert(row);
        } else {
            let mut table = Table::new(columns);
            table.insert(0);
            let _ = draft.facts.set(spec, Some(Answer::Table(table)));
        }
        if let (Some(column), Some(table)) = (
            columns.iter().position(|column| column.key && matches!(column.form, Form::Year)),
            draft.facts.table_mut(spec),
        ) {
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
    let count = session.typing.rows_untracked(spec).len();
    if count > first.get_untracked() + WINDOW {
        first.set(count - 1);
    }
    if let Some(name) = names.first() {
        refocus(id_at(spec, Spot { question: spec.slot as usize, cell: Some((*name, 0)) }));
    }
}

/// Takes a row out; it can be undone. A table without rows any more is not told, rather than told to be empty.
fn remove_row(session: Session, spec: &'static Spec, name: u32, place: usize) {
    session.touch(spec);
    let before = session.draft.with_untracked(|draft| draft.facts.answer(spec).cloned());
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
    session.undo.set(Some(Undo { question: spec, before }));
    refocus(
        near.map_or_else(
            || id_of(spec),
            |name| id_at(spec, Spot { question: spec.slot as usize, cell: Some((name, 0)) }),
        ),
    );
}

/// Puts the focus on an element that is about to be drawn.
fn refocus(id: String) {
    set_timeout(
        move || {
            if let Some(element) =
                document().get_element_by_id(&id).and_then(|element| element.dyn_into::<HtmlElement>().ok())
            {
                if element.tab_index() < 0 && !element.has_attribute("tabindex") {
                    let _ = element.set_attribute("tabindex", "-1");
                }
                let _ = element.focus();
            }
        },
        std::time::Duration::from_millis(30),
    );
}

/// The row's name and the column of a box.
fn spot(spec: &Spec, target: &EventTarget) -> Option<(u32, usize)> {
    let id = target.dyn_ref::<HtmlElement>()?.id();
    let (row, column) = id.strip_prefix(&format!("q-{}-", spec.id))?.split_once('-')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

/// Arrow keys and Enter. Left and right only leave a text at its ends; a list keeps up and down for itself.
fn travel(
    session: Session,
    spec: &'static Spec,
    columns: &'static [Column],
    first: RwSignal<usize>,
    event: &KeyboardEvent,
) {
    if event.is_composing() || event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
        return;
    }
    let Some(target) = event.target() else { return };
    let Some((name, column)) = spot(spec, &target) else { return };
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
        "ArrowLeft" if at_start && column > 0 => (Some(row), column - 1),
        "ArrowRight" if at_end && column + 1 < columns.len() => (Some(row), column + 1),
        _ => return,
    };
    event.prevent_default();
    let Some(row) = row else { return };
    match names.get(row) {
        Some(name) => {
            let id = id_at(spec, Spot { question: spec.slot as usize, cell: Some((*name, column)) });
            if let Some(element) =
                document().get_element_by_id(&id).and_then(|element| element.dyn_into::<HtmlElement>().ok())
            {
                let _ = element.focus();
                if let Some(text) = element.dyn_ref::<HtmlInputElement>() {
                    text.select();
                }
            }
        }
        None if event.key() == "Enter" => add_row(session, spec, columns, first),
        None => {}
    }
}

/// Fills in a block of cells from a spreadsheet, starting at a cell; rows are added where they are needed. A cell that
/// is no answer is kept as typed, with what is wrong.
fn fill(session: Session, spec: &'static Spec, columns: &'static [Column], (name, column): (u32, usize), block: &str) {
    let mut names = session.typing.rows_untracked(spec);
    let Some(top) = names.iter().position(|other| *other == name) else { return };
    let heads = |line: &str| {
        line.split('\t').zip(&columns[column..]).any(|(cell, column)| {
            let cell = cell.trim();
            cell == column.head.zh || (!cell.is_empty() && cell.eq_ignore_ascii_case(column.head.en))
        })
    };
    let lines: Vec<&str> = block
        .trim_end_matches(['\r', '\n'])
        .split('\n')
        .map(|line| line.trim_end_matches('\r'))
        .enumerate()
        .filter(|(index, line)| *index > 0 || !heads(line))
        .map(|(_, line)| line)
        .collect();
    session.touch(spec);
    let before = session.draft.with_untracked(|draft| draft.facts.answer(spec).cloned());
    let more = (top + lines.len()).saturating_sub(names.len());
    if more > 0 {
        names.extend(session.typing.add_rows(spec, more));
    }
    let mut slips = Vec::new();
    session.draft.update(|draft| {
        let Some(table) = draft.facts.table_mut(spec) else { return };
        for _ in 0..more {
            table.insert(table.len());
        }
        for (offset, line) in lines.iter().enumerate() {
            for (shift, text) in line.split('\t').enumerate() {
                let column = column + shift;
                let Some(head) = columns.get(column) else { break };
                let told = head
                    .form
                    .parse(text, Decimal::ONE)
                    .and_then(|answer| table.set(columns, top + offset, column, answer));
                let spot = Spot { question: spec.slot as usize, cell: Some((names[top + offset], column)) };
                slips.push((spot, told.err().map(|complaint| (text.to_owned(), complaint))));
            }
        }
    });
    for (spot, slip) in slips {
        session.typing.note(spot, slip);
        session.typing.tell(spot);
    }
    session.stamp();
    session.undo.set(Some(Undo { question: spec, before }));
}
