//! A question that takes a table: rows as in a spreadsheet. Arrow keys move, a block may be pasted, rows come and go,
//! and a bad cell never touches its neighbours.

use std::collections::BTreeMap;
use std::time::Duration;

use leptos::ev::{ClipboardEvent, KeyboardEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{EventTarget, HtmlElement, HtmlInputElement};
use miyun::answers::answer::{Answer, Table};
use miyun::answers::form::{Column, Form};
use miyun::answers::json::answer_json;
use miyun::answers::question::Spec;
use miyun::answers::typed::Complaint;
use miyun::answers::unit::Unit;
use miyun::drafts::draft::Draft;
use miyun::money::Money;
use miyun::tables::cell::letters;
use miyun::tables::issue::{Skipped, Why};
use miyun::tables::mapping::Mapping;
use miyun::tables::naming::Target;
use miyun::tables::open::text_sheet;
use miyun::tables::read::{Reading, read};
use miyun::text::{Lang, Text};

use crate::ui::components::button::button;
use crate::ui::components::choice::checkbox;
use crate::ui::components::empty::empty;
use crate::ui::components::entry_grid::{
    Deed, EntryCell, EntryFoot, EntryGrid, EntryHead, EntryRow, Wide, entry_grid, entry_row, grid_bar, grid_head,
    option_cell, text_cell,
};
use crate::ui::components::field::{Typed, is_composed, select};
use crate::ui::components::icon::{Glyph, icon};
use crate::ui::components::jump::{focus, focus_soon};
use crate::ui::drafts::session::{Session, Undo};
use crate::ui::interview::control::{id_at, id_of, typed_as};
use crate::ui::interview::entry::{Entry, unit_of};
use crate::ui::interview::typing::Spot;
use crate::ui::words::interview as words;

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

/// The first of so many rows that is drawn: on the last page when there are fewer than there were.
fn first_drawn(session: Session, spec: &Spec, count: usize) -> usize {
    session.typing.first_row(spec).min(count.saturating_sub(1) / WINDOW * WINDOW)
}

fn is_drawn(session: Session, spec: &Spec, row: usize) -> bool {
    let first = untrack(|| first_drawn(session, spec, session.typing.rows(spec).len()));
    (first..first + WINDOW).contains(&row)
}

/// Sees to it that a row is drawn; it is when the page has been drawn next.
pub fn reach(session: Session, spec: &Spec, row: usize) {
    if !is_drawn(session, spec, row) {
        session.typing.draw_from(spec, row / WINDOW * WINDOW);
    }
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
    session.typing.recall_unit(spec);
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
    let refused = RwSignal::new("");
    (move || {
        let lang = session.lang.get_untracked();
        let add = button(
            "button button--small",
            Some(Glyph::Plus),
            words::ADD_ROW.get(lang).to_owned(),
            Callback::new(move |()| add_row(session, spec, columns)),
        );
        let mut said = None;
        let body = match state.get() {
            State::Rows => rows(session, spec, columns, lang),
            told => {
                let none = button(
                    "button button--small",
                    None,
                    words::NO_ROWS.get(lang).to_owned(),
                    Callback::new(move |()| {
                        session.deed(spec);
                        let _ = session.tell(spec, Some(Answer::Table(Table::new(columns))));
                        focus_soon(id_of(spec));
                    }),
                );
                let unsure = checkbox(
                    format!("{}-unsure", id_of(spec)),
                    words::NOT_KNOWN.get(lang).to_owned(),
                    None,
                    Signal::stored(told == State::NotKnown),
                    Callback::new(move |yes: bool| {
                        let _ = session.tell(spec, yes.then_some(Answer::NotKnown));
                        focus_soon(format!("{}-unsure", id_of(spec)));
                    }),
                );
                let (title, says, actions) = match told {
                    State::None => (words::GRID_NONE, words::GRID_NONE_SAYS, vec![add, unsure]),
                    State::NotKnown => (words::GRID_UNSURE, words::GRID_UNSURE_SAYS, vec![add, none, unsure]),
                    _ => (words::GRID_EMPTY, words::GRID_EMPTY_SAYS, vec![add, none, unsure]),
                };
                said = Some(title.get(lang));
                empty(title.get(lang).to_owned(), says.get(lang).to_owned(), actions)
            }
        };
        // Without rows it takes the focus, by a click or when the last row goes: what is pasted comes here, and it must
        // have a name to say.
        view! {
            <div
                id=id_of(spec)
                role=said.map(|_| "group")
                tabindex=said.map(|_| "-1")
                aria-label=said
                on:paste=move |event| paste(session, spec, columns, &event, refused)
            >
                {body}
                <p class="field__error" role="alert" hidden=move || refused.with(|refused| refused.is_empty())>
                    {icon(Glyph::Warn)}
                    <span>{refused}</span>
                </p>
            </div>
        }
    })
    .into_any()
}

/// The sheet and what stands under it.
fn rows(session: Session, spec: &'static Spec, columns: &'static [Column], lang: Lang) -> AnyView {
    let names = Memo::new(move |_| session.typing.rows(spec));
    let shown = move || {
        let names = names.read();
        let start = first_drawn(session, spec, names.len());
        names.iter().skip(start).take(WINDOW).copied().collect::<Vec<_>>()
    };
    let said = RwSignal::new(String::new());
    let heads = columns
        .iter()
        .map(|column| EntryHead {
            name: column.head.get(lang).to_owned(),
            unit: unit(session, spec, column, lang),
            number: typed_as(&column.form) == Typed::Number,
        })
        .collect();
    let body = view! {
        <For each=shown key=|name| *name children=move |name| row(session, spec, columns, name, names, said) />
    }
    .into_any();
    let keys = Callback::new(move |event: KeyboardEvent| travel(session, spec, columns, said, &event));
    let add = button(
        "button button--small",
        Some(Glyph::Plus),
        words::ADD_ROW.get(lang).to_owned(),
        Callback::new(move |()| add_row(session, spec, columns)),
    );
    let pages = move || {
        let count = names.with(Vec::len);
        (count > WINDOW).then(|| {
            let start = first_drawn(session, spec, count);
            let turn = move |to: usize| Callback::new(move |()| session.typing.draw_from(spec, to));
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
    let grid = entry_grid(EntryGrid {
        caption: spec.label.get(lang).to_owned(),
        row: words::ROW.get(lang).to_owned(),
        deeds: words::ROW_DEEDS.get(lang).to_owned(),
        heads,
        body,
        foot: foot(session, spec, columns, lang),
        on_key: keys,
    });
    let count = move || {
        let count = names.with(Vec::len);
        match (lang, count) {
            (Lang::Zh, _) => format!("共{count}行"),
            (Lang::En, 1) => "1 row".to_owned(),
            (Lang::En, _) => format!("{count} rows"),
        }
    };
    let units = columns.iter().any(|column| matches!(column.form, Form::Money { .. }) && !column.price).then(|| {
        let options = Unit::ALL.into_iter().map(|unit| (unit.id().to_owned(), unit.words().get(lang).to_owned()));
        let list = select(
            format!("{}-unit", id_of(spec)),
            words::MONEY_UNIT.get(lang).to_owned(),
            true,
            options.collect(),
            Signal::derive(move || session.typing.unit(spec).id().to_owned()),
            Callback::new(move |id: String| session.typing.switch_unit(spec, Unit::named(&id))),
        );
        view! { {words::UNIT_OF_TABLE.get(lang)}" "{list} }.into_any()
    });
    view! {
        {grid_head(count.into_any(), units.into_any())}
        {grid}
        {grid_bar(vec![add, pages.into_any()], words::GRID_NOTE.get(lang).to_owned())}
        <p class="visually-hidden" role="status">{said}</p>
    }
    .into_any()
}

/// The unit that stands in a head. A year's and a share's is said by the head and the figure.
fn unit(session: Session, spec: &'static Spec, column: &'static Column, lang: Lang) -> Signal<String> {
    match column.form {
        Form::Money { .. } => Signal::derive(move || unit_of(session, spec, column).words().get(lang).to_owned()),
        Form::Area | Form::Count { .. } => Signal::stored(column.form.unit().get(lang).to_owned()),
        _ => Signal::stored(String::new()),
    }
}

/// A head with its unit, as a phone shows it before each cell.
fn head_and_unit(column: &'static Column, unit: Signal<String>, lang: Lang) -> Signal<String> {
    let head = column.head.get(lang);
    Signal::derive(move || {
        unit.with(|unit| match (unit.is_empty(), lang) {
            (true, _) => head.to_owned(),
            (false, Lang::Zh) => format!("{head}（{unit}）"),
            (false, Lang::En) => format!("{head} ({unit})"),
        })
    })
}

/// The sums of the columns of money, in the unit of the table. Cells that are empty or wrong are not counted, and the
/// line says so.
fn foot(session: Session, spec: &'static Spec, columns: &'static [Column], lang: Lang) -> Option<EntryFoot> {
    let sums = |column: &Column| matches!(column.form, Form::Money { .. }) && !column.price;
    columns.iter().any(sums).then(|| {
        let figures = move |column: usize| {
            session.draft.with(|draft| match draft.facts.answer(spec) {
                Some(Answer::Table(table)) => {
                    let told = (0..table.len()).filter_map(|row| match table.cell(row, column) {
                        Some(Answer::Money(money)) => Some(money),
                        _ => None,
                    });
                    let (sum, count) = told.fold((Money::ZERO, 0), |(sum, count), money| (sum + money, count + 1));
                    (sum, count, table.len())
                }
                _ => (Money::ZERO, 0, 0),
            })
        };
        let whole = move || {
            columns.iter().enumerate().filter(|(_, column)| sums(column)).all(|(place, _)| {
                let (_, count, rows) = figures(place);
                count == rows && !session.typing.has_slips_in(spec, place)
            })
        };
        EntryFoot {
            name: Signal::derive(move || {
                let words: Text = if whole() { words::TOTAL } else { words::TOTAL_SO_FAR };
                words.get(lang).to_owned()
            }),
            sums: columns
                .iter()
                .enumerate()
                .map(|(place, column)| {
                    sums(column).then(|| {
                        let head = head_and_unit(column, unit(session, spec, column, lang), lang);
                        let sum = Signal::derive(move || match figures(place) {
                            (_, 0, _) => "—".to_owned(),
                            (sum, ..) => session.typing.unit(spec).figure(sum),
                        });
                        (head, sum)
                    })
                })
                .collect(),
        }
    })
}

/// One row.
fn row(
    session: Session,
    spec: &'static Spec,
    columns: &'static [Column],
    name: u32,
    names: Memo<Vec<u32>>,
    said: RwSignal<String>,
) -> AnyView {
    // The whole table is drawn anew when the language changes.
    let lang = session.lang.get_untracked();
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
            let unit = unit(session, spec, column, lang);
            let label = Signal::derive(move || {
                let (comma, row) = (words::COMMA.get(lang), row_words(place.get(), lang));
                unit.with(|unit| match unit.is_empty() {
                    false => format!("{head}{comma}{row}{comma}{unit}"),
                    true => format!("{head}{comma}{row}"),
                })
            });
            let cell = EntryCell {
                id: id_at(spec, Spot { question: spec.slot as usize, cell: Some((name, index)) }),
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
        let kept = [words::GAP, words::KEPT_AS_WAS].map(|words| words.get(lang)).concat();
        (!told.is_empty()).then(|| told.join(" ") + &kept)
    });
    let say = |deed: Text| Signal::derive(move || format!("{} {}", deed.get(lang), row_words(place.get(), lang)));
    entry_row(
        columns.len() + 2,
        EntryRow {
            error_id,
            name: Signal::derive(move || (place.get().wrapping_add(1)).to_string()),
            label: Signal::derive(move || row_words(place.get(), lang)),
            cells,
            deeds: [
                Deed {
                    id: format!("{}-{name}-up", id_of(spec)),
                    label: say(words::MOVE_UP),
                    off: Signal::derive(move || place.get() == 0),
                    on_press: Callback::new(move |()| move_row(session, spec, name, said, true)),
                },
                Deed {
                    id: format!("{}-{name}-down", id_of(spec)),
                    label: say(words::MOVE_DOWN),
                    off: Signal::derive(move || place.get().saturating_add(1) >= names.with(Vec::len)),
                    on_press: Callback::new(move |()| move_row(session, spec, name, said, false)),
                },
                Deed {
                    id: format!("{}-{name}-out", id_of(spec)),
                    label: say(words::REMOVE_ROW),
                    off: Signal::stored(false),
                    on_press: Callback::new(move |()| remove_row(session, spec, name, place.get_untracked())),
                },
            ],
            error,
        },
    )
}

/// Moves a row one up or down; the focus goes with it.
fn move_row(session: Session, spec: &'static Spec, name: u32, said: RwSignal<String>, up: bool) {
    let names = session.typing.rows_untracked(spec);
    let Some(from) = names.iter().position(|other| *other == name) else { return };
    let Some(to) = (if up { from.checked_sub(1) } else { Some(from + 1) }).filter(|to| *to < names.len()) else {
        return;
    };
    // Whatever had the focus in the row has it again after the row was drawn in its new place.
    let focused = document().active_element().map(|element| element.id()).unwrap_or_default();
    session.deed(spec);
    session.typing.swap_rows(spec, from, to);
    session.draft.update(|draft| {
        if let Some(table) = draft.facts.table_mut(spec) {
            table.swap(from, to);
        }
    });
    session.stamp();
    reach(session, spec, to);
    let lang = session.lang.get_untracked();
    said.set(format!("{}{}", words::MOVED_TO.get(lang), row_words(to, lang)));
    if !focused.is_empty() {
        focus_soon(focused);
    }
}

/// The rows that a draft has, none at first.
fn table_in<'a>(draft: &'a mut Draft, spec: &Spec, columns: &[Column]) -> Option<&'a mut Table> {
    if draft.facts.table_mut(spec).is_none() {
        let _ = draft.facts.set(spec, Some(Answer::Table(Table::new(columns))));
    }
    draft.facts.table_mut(spec)
}

/// What undoes a deed that is about to be done.
fn undo(session: Session, spec: &'static Spec) -> Undo {
    Undo {
        question: spec,
        before: session.draft.with_untracked(|draft| draft.facts.answer(spec).cloned()),
        beside: session.typing.beside(spec),
        says: vec![[words::CHANGED.zh.to_owned(), words::CHANGED.en.to_owned()]],
    }
}

/// Adds an empty row and goes there. Where each row is a year of its own, the next year is filled in.
fn add_row(session: Session, spec: &'static Spec, columns: &'static [Column]) {
    session.deed(spec);
    let names = session.typing.add_rows(spec, 1);
    session.draft.update(|draft| {
        let Some(table) = table_in(draft, spec, columns) else { return };
        let row = table.len();
        table.insert(row);
        if let Some(column) = columns.iter().position(|column| column.key && matches!(column.form, Form::Year)) {
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
    reach(session, spec, session.typing.rows_untracked(spec).len().saturating_sub(1));
    if let Some(name) = names.first() {
        focus_soon(id_at(spec, Spot { question: spec.slot as usize, cell: Some((*name, 0)) }));
    }
}

/// Takes a row out; it can be undone. A table without rows any more is not told, rather than told to be empty.
fn remove_row(session: Session, spec: &'static Spec, name: u32, place: usize) {
    session.deed(spec);
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
    focus_soon(
        near.map_or_else(
            || id_of(spec),
            |name| id_at(spec, Spot { question: spec.slot as usize, cell: Some((name, 0)) }),
        ),
    );
}

/// The row's name and the column of a box.
fn spot(spec: &Spec, target: &EventTarget) -> Option<(u32, usize)> {
    let id = target.dyn_ref::<HtmlElement>()?.id();
    let (row, column) = id.strip_prefix(&format!("q-{}-", spec.id))?.split_once('-')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

/// Arrow keys and Enter; with Alt, up and down move the row. Left and right only leave a text at its ends; a list keeps up and down for itself.
fn travel(
    session: Session,
    spec: &'static Spec,
    columns: &'static [Column],
    said: RwSignal<String>,
    event: &KeyboardEvent,
) {
    if is_composed(event) || event.ctrl_key() || event.meta_key() || event.shift_key() {
        return;
    }
    let Some(target) = event.target() else { return };
    let Some((name, column)) = spot(spec, &target) else { return };
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
        "ArrowLeft" if at_start && column > 0 => (Some(row), column - 1),
        "ArrowRight" if at_end && column + 1 < columns.len() => (Some(row), column + 1),
        _ => return,
    };
    event.prevent_default();
    let Some(row) = row else { return };
    match names.get(row) {
        Some(name) => {
            let id = id_at(spec, Spot { question: spec.slot as usize, cell: Some((*name, column)) });
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
fn enter(id: &str) {
    if let Some(text) = focus(id).as_ref().and_then(|cell| cell.dyn_ref::<HtmlInputElement>()) {
        text.select();
    }
}

/// Hears what is pasted: a block into the cells from one on, and anything into a table without rows.
fn paste(
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
        fill(session, spec, columns, at, block);
    }
}

/// Fills in a block of cells from a spreadsheet: under heads by what they name, else from a cell on, or as the first
/// rows. Rows are added where they are needed. A cell that is no answer is kept as typed, with what is wrong; what is
/// left out is said.
fn fill(session: Session, spec: &'static Spec, columns: &'static [Column], at: Option<(u32, usize)>, block: &str) {
    let mut names = session.typing.rows_untracked(spec);
    let (Some(top), left) = (match at {
        Some((name, column)) => (names.iter().position(|other| *other == name), column),
        None => (Some(0), 0),
    }) else {
        return;
    };
    let Ok((_, sheet)) = text_sheet(block) else { return };
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
