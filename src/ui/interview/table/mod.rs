//! A question that takes a table: rows as in a spreadsheet. Arrow keys move, a block may be pasted, rows come and go,
//! and a bad cell never touches its neighbours.

mod answers;
pub(in crate::ui::interview) mod books;
mod keys;
mod paste;
pub(in crate::ui::interview) mod rows;

use std::collections::BTreeMap;

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use miyun::answers::answer::{Answer, Table};
use miyun::answers::form::{Column, Form};
use miyun::answers::question::{Cell, Spec};
use miyun::answers::reread::Off;
use miyun::answers::row_name::{row_name, row_names};
use miyun::answers::unit::Unit;
use miyun::money::Money;
use miyun::text::{Lang, Text};
use miyun::window::Piece;

use crate::ui::components::button::button;
use crate::ui::components::choice::checkbox;
use crate::ui::components::empty::empty;
use crate::ui::components::entry_grid::{
    EntryFoot, EntryGrid, EntryHead, SHORT, entry_grid, entry_space, grid_bar, grid_head,
};
use crate::ui::components::field::{Typed, select};
use crate::ui::components::icon::{Glyph, icon};
use crate::ui::components::jump::focus_soon;
use crate::ui::components::screenful::Screenful;
use crate::ui::drafts::session::Session;
use crate::ui::interview::control::{id_of, typed_as};
use crate::ui::interview::entry::unit_of;
use crate::ui::interview::import::Import;
use crate::ui::interview::table::keys::{keep_focus, row_of, travel};
use crate::ui::interview::table::paste::paste;
use crate::ui::interview::table::rows::{Rows, add_row, row, undo};
use crate::ui::words::interview as words;

/// What a table says as a whole.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    NotTold,
    NotKnown,
    None,
    Rows,
}

/// The rows of a question.
pub fn table(session: Session, spec: &'static Spec, columns: &'static [Column]) -> AnyView {
    let rows_told = move || {
        session.draft.with(|draft| match draft.facts.answer(spec) {
            Some(Answer::Table(table)) => Some(table.len()),
            _ => None,
        })
    };
    // Names for rows, also when the answer came from elsewhere: a file, an undone action.
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
    let shown = Memo::new(move |_| {
        let needed = session.draft.with(|draft| spec.needed_columns(&draft.facts));
        let is_shown = |place: &usize| needed.contains(place) || session.typing.has_invalid_in(spec, *place);
        (0..columns.len()).filter(is_shown).collect::<Vec<_>>()
    });
    let refused = RwSignal::new("");
    let import = Import::new(session, spec, columns);
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
            State::Rows => rows(session, spec, columns, shown.get(), lang),
            told => {
                let none = button(
                    "button button--small",
                    None,
                    words::NO_ROWS.get(lang).to_owned(),
                    Callback::new(move |()| {
                        session.action(spec);
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
                on:paste=move |event| paste(session, spec, import, &event, refused)
            >
                {body}
                {import.bar(lang)}
                <p class="field__error" role="alert" hidden=move || refused.with(|refused| refused.is_empty())>
                    {icon(Glyph::Warn)}
                    <span>{refused}</span>
                </p>
            </div>
        }
    })
    .into_any()
}

/// What the sheet is drawn of: a row by its name; space by its place in the sheet.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Drawn {
    Row(u32),
    Space(usize, usize),
}

/// The row that is drawn wherever one scrolls, by its name: the one that was entered last, or is to be.
fn kept_row(session: Session, spec: &'static Spec, screen: Screenful) -> RwSignal<Option<u32>> {
    let kept = RwSignal::new(None);
    Effect::new(move |_| {
        if let Some(row) = session.typing.take_reached(spec) {
            kept.set(session.typing.rows_untracked(spec).get(row).copied());
            request_animation_frame(move || screen.show(row));
        }
    });
    kept
}

/// The sheet and what stands under it.
fn rows(session: Session, spec: &'static Spec, columns: &'static [Column], shown: Vec<usize>, lang: Lang) -> AnyView {
    let names = Memo::new(move |_| session.typing.rows(spec));
    let count = Signal::derive(move || names.with(Vec::len));
    let screen = Screenful::of(count, SHORT, "tr.entry-grid__row");
    let kept = kept_row(session, spec, screen);
    let drawn = Memo::new(move |_| {
        names.with(|names| {
            let kept = kept.get().and_then(|kept| names.iter().position(|name| *name == kept));
            screen.window.get().pieces(kept)
        })
    });
    let called = Memo::new(move |_| {
        session.draft.with(|draft| match draft.facts.answer(spec) {
            Some(Answer::Table(table)) => names.with(|names| {
                let rows = screen.window.get().rows();
                let beyond = drawn.with(|drawn| {
                    drawn.iter().find_map(|piece| match piece {
                        Piece::Row(row) if !rows.contains(row) => Some(*row),
                        _ => None,
                    })
                });
                let beyond = beyond.map(|row| (names.get(row), row_name(&draft.facts, spec, row, lang)));
                let called = names.iter().skip(rows.start).map(Some).zip(row_names(table, columns, rows, lang));
                called.chain(beyond).filter_map(|(name, called)| Some((*name?, called?))).collect()
            }),
            _ => BTreeMap::new(),
        })
    });
    let said = RwSignal::new(String::new());
    let heads = shown
        .iter()
        .map(|place| &columns[*place])
        .map(|column| EntryHead {
            name: column.head.get(lang).to_owned(),
            unit: unit(session, spec, column, lang),
            number: typed_as(&column.form) == Typed::Number,
        })
        .collect();
    let (of_row, shared) = (shown.clone(), Rows { names, called, said });
    // A row stays as it is drawn while others come and go around it.
    let pieces = move || {
        keep_focus(spec);
        let pieces = drawn.get().into_iter().enumerate();
        let named = |(place, piece): (usize, Piece)| match piece {
            Piece::Row(row) => names.with(|names| names.get(row).map(|name| Drawn::Row(*name))),
            Piece::Space(pixels) => (pixels > 0).then_some(Drawn::Space(place, pixels)),
        };
        pieces.filter_map(named).collect::<Vec<_>>()
    };
    let piece = move |drawn: Drawn| match drawn {
        Drawn::Row(name) => row(session, spec, columns, &of_row, name, shared),
        Drawn::Space(_, pixels) => entry_space(of_row.len() + 2, pixels),
    };
    let body = view! { <For each=pieces key=|drawn| *drawn children=piece /> }.into_any();
    let of_keys = shown.clone();
    let keys = Callback::new(move |event: KeyboardEvent| travel(session, spec, (columns, &of_keys), said, &event));
    let add = button(
        "button button--small",
        Some(Glyph::Plus),
        words::ADD_ROW.get(lang).to_owned(),
        Callback::new(move |()| add_row(session, spec, columns)),
    );
    let grid = entry_grid(EntryGrid {
        caption: spec.label.get(lang).to_owned(),
        row: words::ROW.get(lang).to_owned(),
        actions: words::ROW_ACTIONS.get(lang).to_owned(),
        heads,
        body,
        count,
        screen,
        foot: foot(session, spec, columns, &shown, lang),
        on_key: keys,
        on_enter: Callback::new(move |event: FocusEvent| {
            if let Some(row) = event.target().and_then(|target| row_of(spec, &target)) {
                kept.set(Some(row));
            }
        }),
    });
    let off = Memo::new(move |_| {
        session.draft.with(|draft| match draft.facts.answer(spec) {
            Some(Answer::Table(table)) => Off::of(table, columns, spec.plausible()?),
            _ => None,
        })
    });
    let counted = move || match (lang, count.get()) {
        (Lang::Zh, count) => format!("共{count}行"),
        (Lang::En, 1) => "1 row".to_owned(),
        (Lang::En, count) => format!("{count} rows"),
    };
    let units = columns.iter().any(Column::is_in_unit).then(|| {
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
        {grid_head(counted.into_any(), units.into_any())}
        {move || off.get().map(|off| reread(session, spec, columns, off, lang))}
        {grid}
        {grid_bar(vec![add], words::GRID_NOTE.get(lang).to_owned())}
        <p class="visually-hidden" role="status">{said}</p>
        {answers::answers(session, spec, columns, lang)}
    }
    .into_any()
}

/// Asks whether the money of a table was meant in another unit, and reads it anew in one step.
fn reread(session: Session, spec: &'static Spec, columns: &'static [Column], off: Off, lang: Lang) -> AnyView {
    let mend = Callback::new(move |()| {
        session.action(spec);
        let undo = undo(session, spec);
        session.draft.update(|draft| {
            if let Some(table) = draft.facts.table_mut(spec) {
                off.mend(table, columns);
            }
        });
        session.stamp();
        session.undo.set(Some(undo));
        focus_soon(id_of(spec));
    });
    view! {
        <div class="button-row mb-4" role="status">
            <span>{off.asks(lang)}</span>
            {button("button button--small", None, off.action(lang).to_owned(), mend)}
        </div>
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
fn foot(
    session: Session,
    spec: &'static Spec,
    columns: &'static [Column],
    shown: &[usize],
    lang: Lang,
) -> Option<EntryFoot> {
    columns.iter().any(Column::is_in_unit).then(|| {
        // How many rows there are; and of each column their sum, and how many of them have a figure.
        let sums = Memo::new(move |_| {
            session.draft.with(|draft| {
                let Some(Answer::Table(table)) = draft.facts.answer(spec) else { return (0, Vec::new()) };
                let sum = |column: usize| {
                    let told = (0..table.len()).filter_map(|row| table.money(&Cell::new(column), row));
                    told.fold((Money::ZERO, 0), |(sum, count), money| (sum + money, count + 1))
                };
                let sums = columns.iter().enumerate().map(|(place, column)| column.is_in_unit().then(|| sum(place)));
                (table.len(), sums.collect())
            })
        });
        let whole = move || {
            sums.with(|(rows, sums)| {
                sums.iter().enumerate().all(|(place, sum)| {
                    sum.is_none_or(|(_, count)| count == *rows && !session.typing.has_invalid_in(spec, place))
                })
            })
        };
        EntryFoot {
            name: Signal::derive(move || {
                let words: Text = if whole() { words::TOTAL } else { words::TOTAL_SO_FAR };
                words.get(lang).to_owned()
            }),
            sums: shown
                .iter()
                .map(|place| (*place, &columns[*place]))
                .map(|(place, column)| {
                    column.is_in_unit().then(|| {
                        let head = head_and_unit(column, unit(session, spec, column, lang), lang);
                        let sum = move |(_, sums): &(usize, Vec<Option<(Money, usize)>>)| match sums.get(place) {
                            Some(Some((sum, 1..))) => session.typing.unit(spec).figure(*sum),
                            _ => "—".to_owned(),
                        };
                        let sum = Signal::derive(move || sums.with(sum));
                        (head, sum)
                    })
                })
                .collect(),
        }
    })
}
