//! The needs, a card each: boxes for what is told, and beside them who is in charge, who is next, and what answers it.

use std::sync::Arc;

use leptos::prelude::*;
use miyun::answers::answer::{Answer, Table};
use miyun::answers::facts::Facts;
use miyun::answers::form::{Column, Form};
use miyun::answers::question::Spec;
use miyun::packet::package::{Matter, Package, RULES};
use miyun::text::{Lang, sentence};
use rust_decimal::Decimal;

use crate::ui::components::button::button;
use crate::ui::components::empty::empty;
use crate::ui::components::field::{Input, Typed, described, field_error, input, is_composing, select};
use crate::ui::components::icon::Glyph;
use crate::ui::components::jump::focus_soon;
use crate::ui::components::layout::section;
use crate::ui::drafts::session::Session;
use crate::ui::frame::route::Route;
use crate::ui::pages::service::{answer, change, change_typed, chosen, options, picked, small};
use crate::ui::words::service as words;

/// Words longer than this have several lines.
const ONE_LINE: usize = 100;
/// The button that adds a card.
const ADD: &str = "need-add";

/// The question of the needs, and its columns.
fn question() -> Option<(&'static Spec, &'static [Column])> {
    RULES.index.questions.iter().find_map(|spec| match spec.form {
        Form::Table(columns) => Some((*spec, columns)),
        _ => None,
    })
}

/// What the cards share.
#[derive(Clone, Copy)]
struct Cards {
    session: Session,
    package: Memo<Option<Arc<Package>>>,
    spec: &'static Spec,
    columns: &'static [Column],
    /// The names of the rows, in order: a card stays itself while others come and go.
    names: RwSignal<Vec<u32>>,
    /// The card that has just been added.
    added: RwSignal<Option<u32>>,
    lang: Lang,
}

/// The section.
pub(super) fn needs(session: Session, package: Memo<Option<Arc<Package>>>, lang: Lang) -> AnyView {
    let Some((spec, columns)) = question() else { return ().into_any() };
    let rows = match answer(session, spec) {
        Some(Answer::Table(table)) => table.len(),
        _ => 0,
    };
    let names = RwSignal::new((0..).take(rows).collect::<Vec<u32>>());
    let cards = Cards { session, package, spec, columns, names, added: RwSignal::new(None), lang };
    let none = move || {
        names
            .with(Vec::is_empty)
            .then(|| empty(words::NO_NEEDS.get(lang).to_owned(), words::NO_NEEDS_SAYS.get(lang).to_owned(), Vec::new()))
    };
    let body = view! {
        <p class="small soft">{spec.hint.get(lang)}</p>
        {none}
        <For each=move || names.get() key=|name| *name children=move |name| cards.card(name) />
        <div class="button-row mt-4" id=ADD tabindex="-1">
            {button("button", Some(Glyph::Plus), words::ADD.get(lang).to_owned(), Callback::new(move |()| cards.add()))}
        </div>
    };
    section("needs".into(), words::NEEDS.get(lang).to_owned(), words::NEEDS_NOTE.get(lang).into_any(), body.into_any())
}

impl Cards {
    /// The place of a row.
    fn row(self, name: u32) -> Option<usize> {
        self.names.with_untracked(|names| names.iter().position(|other| *other == name))
    }

    fn add(self) {
        let _ = self.session.write_now();
        let name = self.names.with_untracked(|names| names.iter().max().map_or(0, |last| last + 1));
        change(self.session, |facts| {
            let mut table = match facts.answer(self.spec) {
                Some(Answer::Table(table)) => table.clone(),
                _ => Table::new(self.columns),
            };
            table.insert(table.len());
            let _ = facts.set(self.spec, Some(Answer::Table(table)));
        });
        self.added.set(Some(name));
        self.names.update(|names| names.push(name));
        focus_soon(id(name, self.columns, 0));
    }

    fn remove(self, name: u32) {
        let _ = self.session.write_now();
        let Some(row) = self.row(name) else { return };
        change(self.session, |facts| {
            let Some(Answer::Table(table)) = facts.answer(self.spec) else { return };
            let mut table = table.clone();
            table.remove(row);
            let _ = facts.set(self.spec, (!table.is_empty()).then_some(Answer::Table(table)));
        });
        self.names.update(|names| names.retain(|other| *other != name));
        focus_soon(ADD.to_owned());
    }

    /// What is known of a row.
    fn matter(self, name: u32) -> Option<Matter> {
        let row = self.names.with(|names| names.iter().position(|other| *other == name))?;
        self.package.with(|package| package.as_ref()?.matters.get(row).cloned())
    }

    fn card(self, name: u32) -> AnyView {
        let lang = self.lang;
        let summary = move || {
            self.matter(name)
                .map(|Matter { need, .. }| words::card(need.row, &need.name(lang), need.state.word().get(lang), lang))
        };
        let boxes: Vec<_> = (0..self.columns.len()).map(|place| self.cell(name, place)).collect();
        let open = self.added.get_untracked() == Some(name);
        view! {
            <details class="disclosure" open=open>
                <summary>{summary}</summary>
                <div class="disclosure__body">
                    <div class="procedure__notes">{boxes}</div>
                    {move || self.matter(name).map(|matter| self.known(&matter))}
                    <div class="button-row mt-3">
                        {small(None, words::REMOVE, lang, Callback::new(move |()| self.remove(name)))}
                    </div>
                </div>
            </details>
        }
        .into_any()
    }

    /// Who is in charge, who is next, and what answers it already.
    fn known(self, matter: &Matter) -> AnyView {
        let lang = self.lang;
        let ladder: Vec<&str> = matter.ladder.iter().map(|rung| rung.who.get(lang)).collect();
        let answered = (!matter.answered_by.is_empty()).then(|| {
            let listed = if lang == Lang::Zh { "、" } else { ", " };
            let links = matter.answered_by.iter().enumerate().map(|(place, clause)| {
                let name = format!("{} {}", clause.article.words(lang), clause.title.get(lang));
                view! { {(place > 0).then_some(listed)}<a href=Route::Clause(clause.id).href()>{name}</a> }
            });
            view! { <p><b>{words::ANSWERED.get(lang)}</b>{links.collect::<Vec<_>>()}</p> }
        });
        let next = sentence(&matter.next(self.session.today, lang), lang);
        view! {
            <div class="small mt-3">
                {answered}
                <p><b>{words::NEXT.get(lang)}</b>{next}</p>
                <p><b>{words::IN_CHARGE.get(lang)}</b>{matter.in_charge.get(lang)}</p>
                <p><b>{words::LADDER.get(lang)}</b>{ladder.join(" → ")}</p>
            </div>
        }
        .into_any()
    }

    /// The answer in a cell.
    fn at(self, name: u32, place: usize) -> Option<Answer> {
        match answer(self.session, self.spec)? {
            Answer::Table(table) => table.cell(self.row(name)?, place),
            _ => None,
        }
    }

    /// Puts an answer into a cell of a row.
    fn put(self, row: Option<usize>, place: usize, answer: Option<Answer>, typed: bool) {
        let Some(row) = row else { return };
        let set = |facts: &mut Facts| {
            if let Some(table) = facts.table_mut(self.spec) {
                let _ = table.set(self.columns, row, place, answer);
            }
        };
        match typed {
            true => change_typed(self.session, self.columns[place].id, set),
            false => change(self.session, set),
        }
    }

    /// A box with its label.
    fn cell(self, name: u32, place: usize) -> AnyView {
        let (column, lang, id) = (&self.columns[place], self.lang, id(name, self.columns, place));
        let (control, error) = match column.form {
            Form::Choice(choices) => {
                let now = RwSignal::new(chosen(choices, self.at(name, place)));
                let pick = Callback::new(move |id: String| {
                    self.put(self.row(name), place, picked(choices, &id), false);
                    now.set(id);
                });
                let label = column.head.get(lang).to_owned();
                (select(id.clone(), label, false, options(choices, lang), now.into(), pick), None)
            }
            Form::Words(most) if most > ONE_LINE => (self.lines(name, place, most, &id), None),
            _ => {
                let (control, error) = self.typed(name, place, &id);
                (control, Some(error))
            }
        };
        let error = error.map(|error| field_error(id.clone(), error));
        view! {
            <div class="field"><label class="field__label" for=id>{column.head.get(lang)}</label>{control}{error}</div>
        }
        .into_any()
    }

    /// Words of several lines.
    fn lines(self, name: u32, place: usize, most: usize, id: &str) -> AnyView {
        let now = match self.at(name, place) {
            Some(Answer::Words(words)) => words.to_string(),
            _ => String::new(),
        };
        let take = move |text: String| {
            // What waits may come when the cards are gone; before a row moves it is done.
            let row = self.row(name);
            self.session.debounce(Callback::new(move |()| {
                // Lines are for the eye: the answer is one.
                let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
                let answer =
                    (!words.is_empty()).then(|| Answer::Words(words.chars().take(most).collect::<String>().into()));
                self.put(row, place, answer, true);
            }));
        };
        view! {
            <textarea
                class="statement__box"
                id=id.to_owned()
                rows="3"
                maxlength=most.to_string()
                prop:value=now
                on:input=move |event| if !is_composing() { take(event_target_value(&event)) }
                on:compositionend=move |event| take(event_target_value(&event))
                on:blur=move |_| _ = self.session.write_now()
            ></textarea>
        }
        .into_any()
    }

    /// A day or words of one line, and what is wrong with what is typed.
    fn typed(self, name: u32, place: usize, id: &str) -> (AnyView, Signal<Option<String>>) {
        let form = self.columns[place].form;
        let text = RwSignal::new(match self.at(name, place) {
            Some(Answer::Words(words)) => words.to_string(),
            Some(Answer::Date(day)) => day.to_string(),
            _ => String::new(),
        });
        let (wrong, left) = (RwSignal::new(None), RwSignal::new(false));
        let take = Callback::new(move |typed: String| {
            text.set(typed.clone());
            match form.parse(&typed, Decimal::ONE) {
                Ok(answer) => {
                    wrong.set(None);
                    left.set(false);
                    let row = self.row(name);
                    self.session.debounce(Callback::new(move |()| self.put(row, place, answer.clone(), true)));
                }
                Err(complaint) => wrong.set(Some(complaint)),
            }
        });
        let lang = self.lang;
        let error = Signal::derive(move || {
            let wrong = wrong.get().filter(|_| left.get())?;
            Some(wrong.say(lang).to_owned())
        });
        let invalid = Signal::derive(move || error.with(Option::is_some));
        let control = input(Input {
            id: id.to_owned(),
            typed: if let Form::Date = form { Typed::Digits } else { Typed::Long },
            label: None,
            labelled_by: None,
            described_by: described(id, false, invalid),
            unit: None,
            value: text.into(),
            invalid,
            on_input: take,
            on_leave: Callback::new(move |()| {
                left.set(true);
                let _ = self.session.write_now();
            }),
        });
        (control, error)
    }
}

/// The id of a box.
fn id(name: u32, columns: &[Column], place: usize) -> String {
    format!("need-{name}-{}", columns.get(place).map_or("", |column| column.id))
}
