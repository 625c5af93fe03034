//! What is asked before the rows of a list are filled in: which column goes where.

use leptos::prelude::*;
use leptos::task::spawn_local;
use miyun::answers::form::Column;
use miyun::answers::question::Spec;
use miyun::answers::unit::Unit;
use miyun::drafts::list::Store as _;
use miyun::tables::cell::{Cell, Sheet};
use miyun::tables::habits::{id, target};
use miyun::tables::heads::Head;
use miyun::tables::mapping::Mapping;
use miyun::tables::naming::Target;
use miyun::tables::read::read;
use miyun::text::Lang;

use crate::ui::components::button::button;
use crate::ui::components::column_map::{MappedColumn, column_map};
use crate::ui::components::field::select;
use crate::ui::components::jump::focus_soon;
use crate::ui::drafts::slices::Slices;
use crate::ui::drafts::storage::Local;
use crate::ui::interview::control::id_of;
use crate::ui::interview::import::{Import, Pending, Place, habits_key, said};
use crate::ui::words::{import as words, interview};

/// How many lines of a table are shown and looked at in the preview.
const SHOWN: usize = 3;
const LOOKED_AT: usize = 200;

/// Which column goes where, with its first cells; and what becomes of the rows that are there.
pub(super) fn preview(import: Import, pending: Pending) -> AnyView {
    let Import { session, spec, columns, .. } = import;
    let lang = session.lang.get_untracked();
    let Pending { sheets, sheet: number, mapping, at, .. } = pending;
    let Some(sheet) = sheets.get(number) else { return ().into_any() };
    let first = mapping.heads.end;
    let below = sheet.lines.iter().skip(first).filter(|line| !line.is_empty());
    let samples: Vec<_> = below.take(SHOWN).cloned().collect();
    let base = base_of(spec);
    let start = Sheet {
        name: String::new(),
        lines: sheet.lines.iter().take(first + LOOKED_AT).cloned().collect(),
        epoch: sheet.epoch,
        turned: sheet.turned,
    };
    let mapping = RwSignal::new(mapping);
    let rows: Vec<MappedColumn> = mapping.with_untracked(|mapped| {
        let row = |(place, column): (usize, &miyun::tables::mapping::Mapped)| {
            let head = if column.head.is_empty() { sheet.column(column.at) } else { column.head.clone() };
            let mut options = vec![(String::new(), words::LEAVE_OUT.get(lang).to_owned())];
            options.extend(columns.iter().map(|ours| (ours.id.to_owned(), ours.head.get(lang).to_owned())));
            if let (Some((year, _)), true) =
                (Head::new(&column.head).year(), columns.iter().any(|ours| ours.year_of.is_some()))
            {
                options.push((id(Target::Calendar(year), columns), words::year(year, lang)));
            }
            options.extend(words::of_line(column.target, lang).map(|words| (id(column.target, columns), words)));
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
    let done = |place: Place| {
        let sheets = sheets.clone();
        Callback::new(move |()| {
            let mapping = mapping.get_untracked();
            let mut habits = import.habits();
            habits.learn(&mapping, columns);
            Local.set(&habits_key(spec), &habits.to_text());
            import.pending.set(None);
            let (task, sheets) = (import.begin(), sheets.clone());
            spawn_local(async move {
                if let Some(sheet) = sheets.get(number) {
                    import.read_in(sheet, &mapping, place, task, &mut Slices::begin()).await;
                }
                import.end(task, String::new());
            });
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

pub(super) fn base_of(spec: &Spec) -> String {
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
