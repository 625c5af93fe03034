//! Another answer for a scenario: which question, which cell, and what stands there instead.

use leptos::prelude::*;
use miyun::answers::answer::{Answer, Table};
use miyun::answers::form::{Column, Form};
use miyun::answers::question::Spec;
use miyun::answers::row_name::row_names;
use miyun::answers::typed::YEARS;
use miyun::answers::unit::Unit;
use miyun::drafts::draft::Draft;
use miyun::drafts::scenario::Difference;
use miyun::rule::Place;
use miyun::text::Text;

use crate::ui::components::button::button;
use crate::ui::components::field::{Input, described, field_error, input, select};
use crate::ui::interview::control::typed_as;
use crate::ui::interview::entry::unit_of;
use crate::ui::pages::planner::scenarios::{Scenarios, is_varied};
use crate::ui::words::{Speaks, scenarios as words};

/// The id of the box of the value.
const VALUE: &str = "scenario-value";
/// The value for a table that is told to be empty.
const NONE: &str = "none";
const YES: &str = "yes";
const NO: &str = "no";
/// How many rows of a table can be chosen among.
const MOST_ROWS: usize = 200;
/// How many years after the last one can be chosen.
const YEARS_ON: u16 = 6;

/// What is being noted.
#[derive(Clone, Copy)]
struct Edit {
    of: Scenarios,
    /// The place of the scenario.
    scenario: RwSignal<String>,
    /// The id of the question.
    question: RwSignal<String>,
    /// The year or number of the row; empty for the whole.
    row: RwSignal<String>,
    /// The id of the column.
    column: RwSignal<String>,
    value: RwSignal<String>,
    error: RwSignal<Option<String>>,
}

/// What is chosen so far.
#[derive(Clone, Copy, PartialEq)]
struct Chosen {
    question: &'static Spec,
    place: Place,
    column: Option<usize>,
}

impl Chosen {
    fn form(self) -> Form {
        match (self.question.form, self.column) {
            (Form::Table(columns), Some(column)) => {
                columns.get(column).map_or(self.question.form, |column| column.form)
            }
            (form, _) => form,
        }
    }
}

pub(super) fn edit(of: Scenarios) -> AnyView {
    let empty = || RwSignal::new(String::new());
    let edit = Edit {
        of,
        scenario: RwSignal::new("0".to_owned()),
        question: empty(),
        row: empty(),
        column: empty(),
        value: empty(),
        error: RwSignal::new(None),
    };
    edit.draw()
}

impl Edit {
    fn draw(self) -> AnyView {
        let (session, lang) = (self.of.session, self.of.lang);
        let scenarios = Memo::new(move |_| {
            session.draft.with(|draft| {
                let named = draft.scenarios.iter().enumerate();
                named.map(|(place, one)| (place.to_string(), one.name.clone())).collect::<Vec<_>>()
            })
        });
        let questions = Memo::new(move |_| {
            let asked = session.report.with(|report| report.asked());
            session.draft.with(|draft| {
                let asked = draft.questions().iter().filter(|spec| is_varied(&spec.form) && asked.reads(spec));
                let asked = asked.map(|spec| (spec.id.to_owned(), spec.label.get(lang).to_owned()));
                [blank()].into_iter().chain(asked).collect::<Vec<_>>()
            })
        });
        let rows = Memo::new(move |_| session.draft.with(|draft| self.rows(draft, self.spec(draft)?)));
        let columns = Memo::new(move |_| {
            let spec = session.draft.with(|draft| self.spec(draft))?;
            let Form::Table(columns) = spec.form else { return None };
            let own = columns.iter().filter(|column| is_varied(&column.form) && !column.key);
            let own = own.map(|column| (column.id.to_owned(), column.head.get(lang).to_owned()));
            (!self.row.with(String::is_empty)).then(|| own.collect::<Vec<_>>())
        });
        // What is chosen before it decides what can be chosen next.
        let choose = |into: RwSignal<String>, then: &'static [fn(Self) -> RwSignal<String>]| {
            Callback::new(move |chosen: String| {
                into.set(chosen);
                then.iter().for_each(|next| next(self).set(String::new()));
                self.error.set(None);
            })
        };
        let on_scenario = choose(self.scenario, &[]);
        let on_question = choose(self.question, &[|edit| edit.row, |edit| edit.column, |edit| edit.value]);
        let on_row = choose(self.row, &[|edit| edit.value]);
        let on_column = choose(self.column, &[|edit| edit.value]);
        let chosen = Memo::new(move |_| session.draft.with(|draft| self.chosen(draft)));
        let list = move |id: &'static str, label: Text, options: Vec<(String, String)>, value: RwSignal<String>, to| {
            let control = select(id.to_owned(), label.get(lang).to_owned(), false, options, value.into(), to);
            self.field(id, label, control)
        };
        view! {
            <div class="button-row">
                {move || {
                    let scenarios = scenarios.get();
                    // The one that was chosen may be gone.
                    if scenarios.iter().all(|(place, _)| self.scenario.with_untracked(|chosen| chosen != place)) {
                        self.scenario.set("0".to_owned());
                    }
                    list("scenario-of", words::SCENARIO, scenarios, self.scenario, on_scenario)
                }}
                {move || list("scenario-question", words::QUESTION, questions.get(), self.question, on_question)}
                {move || rows.get().map(|rows| list("scenario-row", words::ROW, rows, self.row, on_row))}
                {move || columns.get().map(|columns| {
                    // The first column that can be is chosen.
                    if self.column.with_untracked(String::is_empty)
                        && let Some((first, _)) = columns.first()
                    {
                        self.column.set(first.clone());
                    }
                    list("scenario-column", words::COLUMN, columns, self.column, on_column)
                })}
                {move || chosen.get().map(|chosen| self.value(chosen))}
            </div>
            {move || chosen.get().map(|_| {
                button("button", None, self.of.text(words::NOTE), Callback::new(move |()| self.note()))
            })}
        }
        .into_any()
    }

    fn field(self, id: &str, label: Text, control: AnyView) -> AnyView {
        let (id, label) = (id.to_owned(), self.of.text(label));
        view! { <div class="field"><label class="field__label" for=id>{label}</label>{control}</div> }.into_any()
    }

    /// The question that is chosen.
    fn spec(self, draft: &Draft) -> Option<&'static Spec> {
        self.question.with(|id| draft.questions().iter().copied().find(|spec| spec.id == id))
    }

    /// The years or rows that can be chosen, the table as a whole first; `None` for a question without a table.
    fn rows(self, draft: &Draft, spec: &'static Spec) -> Option<Vec<(String, String)>> {
        let Form::Table(columns) = spec.form else { return None };
        let none = Table::new(columns);
        let table = match draft.facts.answer(spec) {
            Some(Answer::Table(table)) => table,
            _ => &none,
        };
        let lang = self.of.lang;
        let mut rows = vec![(String::new(), self.of.text(words::WHOLE))];
        if let Some(key) = Column::of_years(columns) {
            let told = (0..table.len()).filter_map(|row| match table.cell(row, key) {
                Some(Answer::Year(year)) => Some(year),
                _ => None,
            });
            let told: Vec<u16> = told.chain(draft.year()).collect();
            let (first, last) = (told.iter().min().copied(), told.iter().max().copied());
            if let (Some(first), Some(last)) = (first, last) {
                let years = (first..=last.saturating_add(YEARS_ON)).filter(|year| YEARS.contains(year));
                rows.extend(years.map(|year| (year.to_string(), Place::Year(year).words(lang))));
            }
            return Some(rows);
        }
        let shown = table.len().min(MOST_ROWS);
        let names = row_names(table, columns, 0..shown, lang);
        let name = |(row, name): (usize, Option<String>)| {
            let number = Place::Row(row).words(lang);
            let name = name.map(|name| self.of.say(format!("{number}：{name}"), format!("{number}: {name}")));
            (row.to_string(), name.unwrap_or(number))
        };
        rows.extend(names.into_iter().enumerate().map(name));
        rows.push((table.len().to_string(), self.of.text(words::NEW_ROW)));
        Some(rows)
    }

    /// The place that is chosen; `None` while something is still to be chosen.
    fn chosen(self, draft: &Draft) -> Option<Chosen> {
        let question = self.spec(draft)?;
        let whole = Chosen { question, place: Place::Whole, column: None };
        let Form::Table(columns) = question.form else { return Some(whole) };
        let row = self.row.get();
        if row.is_empty() {
            return Some(whole);
        }
        let place = match Column::of_years(columns) {
            Some(_) => Place::Year(row.parse().ok()?),
            None => Place::Row(row.parse().ok()?),
        };
        let column = self.column.with(|id| columns.iter().position(|column| column.id == id))?;
        Some(Chosen { question, place, column: Some(column) })
    }

    /// The unit of a bare figure: as in the interview.
    fn unit(self, chosen: Chosen) -> Unit {
        match (chosen.question.form, chosen.column) {
            (Form::Table(columns), Some(column)) => columns
                .get(column)
                .map_or(Unit::Yuan, |column| untrack(|| unit_of(self.of.session, chosen.question, column))),
            _ => Unit::Yuan,
        }
    }

    fn value(self, chosen: Chosen) -> AnyView {
        let lang = self.of.lang;
        let form = chosen.form();
        let not_told = || (String::new(), self.of.text(words::CLEARED));
        let options = match form {
            Form::Table(_) => vec![not_told(), (NONE.to_owned(), self.of.text(words::NONE))],
            Form::YesNo => {
                let of = |id: &str, words: Text| (id.to_owned(), self.of.text(words));
                vec![(String::new(), self.of.text(words::NOT_KNOWN)), of(YES, words::YES), of(NO, words::NO)]
            }
            Form::Choice(choices) => {
                let choices = choices.iter().map(|choice| (choice.id.to_owned(), choice.label.get(lang).to_owned()));
                [not_told()].into_iter().chain(choices).collect()
            }
            _ => Vec::new(),
        };
        if !options.is_empty() {
            let label = self.of.text(words::VALUE);
            let pick = Callback::new(move |value| self.value.set(value));
            let control = select(VALUE.to_owned(), label, false, options, self.value.into(), pick);
            return self.field(VALUE, words::VALUE, control);
        }
        let unit = match form {
            Form::Money { .. } => self.unit(chosen).words().get(lang),
            _ => form.unit().get(lang),
        };
        let invalid = Signal::derive(move || self.error.with(Option::is_some));
        let control = input(Input {
            id: VALUE.to_owned(),
            typed: typed_as(&form),
            label: None,
            labelled_by: None,
            described_by: described(VALUE, true, invalid),
            unit: (!unit.is_empty()).then(|| unit.to_owned()),
            value: self.value.into(),
            invalid,
            on_input: Callback::new(move |typed| {
                self.error.set(None);
                self.value.set(typed);
            }),
            on_leave: Callback::new(|()| ()),
        });
        let control = view! {
            <p class="field__hint" id=format!("{VALUE}-hint")>{self.of.text(words::VALUE_NOTE)}</p>
            {field_error(VALUE.to_owned(), self.error.into())}
            {control}
        };
        self.field(VALUE, words::VALUE, control.into_any())
    }

    /// Notes what is typed, or says why it is no answer, as the interview does.
    fn note(self) {
        let chosen = self.of.session.draft.with_untracked(|draft| untrack(|| self.chosen(draft)));
        let place = self.scenario.get_untracked().parse::<usize>();
        let (Some(chosen), Ok(place)) = (chosen, place) else { return };
        let typed = self.value.get_untracked();
        let form = chosen.form();
        let to = match form {
            Form::Table(columns) if typed == NONE => Ok(Some(Answer::Table(Table::new(columns)))),
            Form::Table(_) => Ok(None),
            Form::YesNo => Ok(match typed.as_str() {
                YES => Some(Answer::YesNo(true)),
                NO => Some(Answer::YesNo(false)),
                _ => None,
            }),
            _ => form.parse(&typed, self.unit(chosen).factor()),
        };
        match to {
            Err(complaint) => self.error.set(Some(complaint.say(self.of.lang).to_owned())),
            Ok(to) => {
                let Chosen { question, place: at, column } = chosen;
                let difference = Difference { question, place: at, column, to: to.unwrap_or(Answer::NotKnown) };
                self.of.change(place, |scenario| scenario.set(difference));
                self.value.set(String::new());
            }
        }
    }
}

fn blank() -> (String, String) {
    (String::new(), "—".to_owned())
}
