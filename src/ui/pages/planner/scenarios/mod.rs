//! The draft and its scenarios side by side.

// The place of a cut is a foreign function, which the attribute declares.
#![allow(unsafe_code)]

mod edit;

use leptos::prelude::*;
use leptos::task::spawn_local;
use miyun::answers::answer::Answer;
use miyun::answers::form::Form;
use miyun::date::Date;
use miyun::drafts::changes::{Change, changes};
use miyun::drafts::draft::Draft;
use miyun::drafts::scenario::{Compared, Difference, MOST_SCENARIOS, Scenario, compare, name};
use miyun::office::xlsx;
use miyun::opened::decide::{Shown as Changing, shown};
use miyun::packet::answer_words;
use miyun::packet::file_name::file_name;
use miyun::planner::Forecast;
use miyun::planner::comparison::{Part, Row, Shown};
use miyun::text::{Lang, Text};

use crate::ui::clauses::figures::Scale;
use crate::ui::components::button::button;
use crate::ui::components::changes::{Changed, changes as changed_list};
use crate::ui::components::field::{Input, Typed, described, field_error, input};
use crate::ui::components::icon::Glyph;
use crate::ui::components::jump::focus_soon;
use crate::ui::components::layout::section;
use crate::ui::components::plain::{Column, plain};
use crate::ui::drafts::files;
use crate::ui::drafts::session::Session;
use crate::ui::frame::cut::cut;
use crate::ui::pages::planner::scenarios::edit::edit;
use crate::ui::words::opening::taken;
use crate::ui::words::{Speaks, scenarios as words};

/// The type of workbooks.
const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// The id of the box for the name of a new scenario.
const NEW: &str = "scenario-new";

/// The part of the page that compares scenarios.
#[derive(Clone, Copy)]
struct Scenarios {
    session: Session,
    /// What the page takes for later years of the draft.
    forecast: RwSignal<Forecast>,
    lang: Lang,
    /// Which scenario is about to be taken over into the draft.
    taking: RwSignal<Option<usize>>,
    /// What was done, or why not.
    said: RwSignal<String>,
}

impl Speaks for Scenarios {
    fn lang(&self) -> Lang {
        self.lang
    }
}

/// The section, for a draft that is begun.
pub(super) fn scenarios(session: Session, forecast: RwSignal<Forecast>) -> AnyView {
    let lang = session.lang.get_untracked();
    let of = Scenarios { session, forecast, lang, taking: RwSignal::new(None), said: RwSignal::new(String::new()) };
    let is_begun = Memo::new(move |_| session.draft.with(|draft| draft.facts.answered() > 0));
    (move || is_begun.get().then(|| of.draw())).into_any()
}

impl Scenarios {
    fn draw(self) -> AnyView {
        let session = self.session;
        // The boxes stay where they are while what they change is drawn anew.
        let has_some = Memo::new(move |_| session.draft.with(|draft| !draft.scenarios.is_empty()));
        let body = view! {
            {move || session.draft.with(|draft| self.forecast.with(|forecast| self.compared(draft, forecast)))}
            <div class="stack mt-4 no-print">
                {self.add()}
                {move || has_some.get().then(|| edit(self))}
                <p class="small" role="status">{self.said}</p>
            </div>
        };
        let note = self.text(words::SCENARIOS_NOTE);
        section("scenarios".into(), self.text(words::SCENARIOS), note.into_any(), body.into_any())
    }

    /// The box for the name of a new one.
    fn add(self) -> AnyView {
        let (text, error) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
        let add = Callback::new(move |()| {
            let taken = self.named(&text.get_untracked(), None);
            error.set(taken.as_ref().err().cloned());
            let Ok(name) = taken else { return };
            let scenario = Scenario::new(name, self.forecast.get_untracked());
            self.session.file(|draft| draft.scenarios.push(scenario));
            text.set(String::new());
            focus_soon(NEW.to_owned());
        });
        self.name_box(NEW.to_owned(), words::NAME, text, error, words::ADD, add)
    }

    /// A name as typed, beside those of the others.
    fn named(self, typed: &str, own: Option<usize>) -> Result<String, String> {
        self.session.draft.with_untracked(|draft| {
            if own.is_none() && draft.scenarios.len() >= MOST_SCENARIOS {
                return Err(self.text(words::FULL));
            }
            let others = draft.scenarios.iter().enumerate().filter(|(place, _)| Some(*place) != own);
            name(typed, others.map(|(_, other)| other.name.as_str())).map_err(|why| self.text(why))
        })
    }

    fn name_box(
        self,
        id: String,
        label: Text,
        text: RwSignal<String>,
        error: RwSignal<Option<String>>,
        press: Text,
        action: Callback<()>,
    ) -> AnyView {
        let invalid = Signal::derive(move || error.with(Option::is_some));
        let control = input(Input {
            id: id.clone(),
            typed: Typed::Text,
            label: None,
            labelled_by: None,
            described_by: described(&id, false, invalid),
            unit: None,
            value: text.into(),
            invalid,
            on_input: Callback::new(move |typed| {
                error.set(None);
                text.set(typed);
            }),
            on_leave: Callback::new(|()| ()),
        });
        view! {
            <div class="field">
                <label class="field__label" for=id.clone()>{self.text(label)}</label>
                {field_error(id, error.into())}
                <div class="button-row">{control}{button("button", None, self.text(press), action)}</div>
            </div>
        }
        .into_any()
    }

    /// What each comes to, and each with its differences.
    fn compared(self, draft: &Draft, forecast: &Forecast) -> AnyView {
        if draft.scenarios.is_empty() {
            return ().into_any();
        }
        let compared = compare(draft.rules(), &draft.facts, forecast, &draft.scenarios);
        let rows = compared.comparison.rows(self.lang);
        let money = rows.iter().flat_map(|row| &row.cells).filter_map(|cell| match cell {
            Shown::Money(money) => Some(*money),
            Shown::Words(_) => None,
        });
        let scale = Scale::of(money, self.lang);
        let columns: Vec<(Column, String)> = [self.text(words::DRAFT)]
            .into_iter()
            .chain(draft.scenarios.iter().map(|scenario| scenario.name.clone()))
            .map(|name| (Column::Figure, name))
            .collect();
        let table = |part: Part, title: Text| {
            let of_part: Vec<Vec<String>> =
                rows.iter().filter(|row| row.part == part).map(|row| self.row(row, scale)).collect();
            let head = self.headed(title, scale.unit());
            (!of_part.is_empty()).then(|| {
                view! { <div class="scroll mt-4">{plain(head, columns.clone(), of_part, None)}</div> }.into_any()
            })
        };
        let each =
            draft.scenarios.iter().enumerate().map(|(place, scenario)| self.one(place, scenario, draft, &compared));
        let each: Vec<_> = each.collect();
        let save = Callback::new(move |()| self.save());
        view! {
            {table(Part::Totals, words::TOTALS)}
            {table(Part::Clauses, words::CLAUSES)}
            {table(Part::Years, words::YEARS)}
            <p class="small soft mt-3">{self.text(words::KEY)}</p>
            <div class="button-row mt-4">{button("button", Some(Glyph::Save), self.text(words::EXPORT), save)}</div>
            {each}
        }
        .into_any()
    }

    /// A row of the table: what differs from the draft says by how much.
    fn row(self, row: &Row, scale: Scale) -> Vec<String> {
        let cell = |(place, cell): (usize, &Shown)| {
            let change = row.change(place).and_then(|(from, to)| scale.change(from, to));
            match (cell, change) {
                (Shown::Money(money), None) => scale.figure(*money),
                (Shown::Money(money), Some(change)) => {
                    let figure = scale.figure(*money);
                    self.say(format!("{figure}（{change}）"), format!("{figure} ({change})"))
                }
                (Shown::Words(words), _) if row.differs(place) => format!("≠ {words}"),
                (Shown::Words(words), _) => words.clone(),
            }
        };
        [row.name.clone()].into_iter().chain(row.cells.iter().enumerate().map(cell)).collect()
    }

    /// A scenario with its differences, and what can be done with it.
    fn one(self, place: usize, scenario: &Scenario, draft: &Draft, compared: &Compared<'_>) -> AnyView {
        let assumed = scenario.forecast.says(self.lang).unwrap_or_else(|| self.text(words::OPEN_YEARS));
        let act = |words: Text, action: fn(Self, usize)| {
            button("button button--small", None, self.text(words), Callback::new(move |()| action(self, place)))
        };
        let taking = self.taking;
        let (id, name) = (format!("scenario-{place}"), scenario.name.clone());
        view! {
            <div class="stack mt-6">
                <h3 id=id>{name}</h3>
                <p class="small soft">{assumed}</p>
                {self.differences(place, scenario, draft, compared)}
                <div class="button-row">
                    {act(words::TAKE, |of, place| of.take(place))}
                    {act(words::AS_ABOVE, |of, place| {
                        let forecast = of.forecast.get_untracked();
                        of.change(place, |scenario| {
                            let mut anew = Scenario::new(scenario.name.clone(), forecast);
                            scenario.differences().iter().for_each(|difference| anew.set(difference.clone()));
                            *scenario = anew;
                        });
                    })}
                    {act(words::REMOVE, |of, place| {
                        of.taking.set(None);
                        of.session.file(|draft| {
                            if place < draft.scenarios.len() {
                                draft.scenarios.remove(place);
                            }
                        });
                        focus_soon(NEW.to_owned());
                    })}
                </div>
                {self.rename(place, scenario)}
                {move || (taking.get() == Some(place)).then(|| self.taken(place))}
            </div>
        }
        .into_any()
    }

    fn rename(self, place: usize, scenario: &Scenario) -> AnyView {
        let (text, error) = (RwSignal::new(scenario.name.clone()), RwSignal::new(None::<String>));
        let rename = Callback::new(move |()| {
            let taken = self.named(&text.get_untracked(), Some(place));
            error.set(taken.as_ref().err().cloned());
            let Ok(name) = taken else { return };
            self.change(place, |scenario| scenario.name = name);
        });
        let id = format!("scenario-{place}-name");
        let body = self.name_box(id, words::NEW_NAME, text, error, words::RENAME, rename);
        let title = self.text(words::RENAME);
        view! { <details class="disclosure disclosure--small no-print"><summary>{title}</summary>{body}</details> }
            .into_any()
    }

    /// Changes a scenario: one step back undoes it. What was pressed is drawn anew; the focus goes to its heading.
    fn change(self, place: usize, change: impl FnOnce(&mut Scenario)) {
        self.taking.set(None);
        self.session.file(|draft| {
            if let Some(scenario) = draft.scenarios.get_mut(place) {
                change(scenario);
            }
        });
        focus_soon(format!("scenario-{place}"));
    }

    fn differences(self, place: usize, scenario: &Scenario, draft: &Draft, compared: &Compared<'_>) -> AnyView {
        let Some((facts, gone)) = compared.varied.get(place) else { return ().into_any() };
        if scenario.differences().is_empty() {
            return view! { <p class="soft">{self.text(words::NO_DIFFERENCES)}</p> }.into_any();
        }
        let said = |difference: &Difference, answer: Option<&Answer>| match answer {
            Some(Answer::Table(table)) if table.is_empty() => self.text(words::NONE),
            Some(answer) if *answer != Answer::NotKnown => answer_words(&difference.form(), answer, self.lang),
            _ => self.text(words::CLEARED),
        };
        let rows: Vec<_> = scenario
            .differences()
            .iter()
            .enumerate()
            .map(|(number, difference)| {
                let name = difference.words(facts, self.lang);
                let from = said(difference, difference.from(&draft.facts).as_ref());
                let to = said(difference, Some(&difference.to));
                let gone =
                    gone.contains(&difference).then(|| view! { <div class="small">{self.text(words::GONE)}</div> });
                let back = Callback::new(move |()| self.change(place, |scenario| scenario.remove(number)));
                let label = self.say(format!("恢复{name}"), format!("Undo {name}"));
                view! {
                    <tr>
                        <th scope="row">{name}</th>
                        <td data-label=self.text(words::DRAFT)>{from}</td>
                        <td data-label=self.text(words::SCENARIO)>{to}{gone}</td>
                        <td class="no-print">
                            <button
                                class="button button--small button--quiet"
                                type="button"
                                aria-label=label
                                on:click=move |_| back.run(())
                            >
                                {self.text(words::BACK)}
                            </button>
                        </td>
                    </tr>
                }
                .into_any()
            })
            .collect();
        let head = |words: Text| view! { <th scope="col">{self.text(words)}</th> };
        view! {
            <table class="plain plain--stack">
                <thead>
                    <tr>{head(words::DIFFER)}{head(words::DRAFT)}{head(words::SCENARIO)}<td class="no-print"></td></tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    }

    /// The draft with the answers of a scenario.
    fn varied(self, place: usize) -> Option<(Draft, Draft)> {
        let draft = self.session.draft.get_untracked();
        let (facts, _) = draft.scenarios.get(place)?.facts(&draft.facts);
        let varied = Draft { facts, ..draft.clone() };
        Some((draft, varied))
    }

    /// Asks before anything is taken over.
    fn take(self, place: usize) {
        let differs = self.varied(place).is_some_and(|(draft, varied)| !changes(&draft, &varied).is_empty());
        self.taking.set(differs.then_some(place));
        self.said.set(if differs { String::new() } else { self.text(words::NOTHING_TO_TAKE) });
        if differs {
            focus_soon(format!("scenario-{place}-take"));
        }
    }

    /// What taking a scenario over would change in the draft, as for a file that is opened.
    fn taken(self, place: usize) -> Option<AnyView> {
        let (draft, varied) = self.varied(place)?;
        let all = changes(&draft, &varied);
        let item = |change: &Change| {
            let Changing { what, mut lines } = shown(*change, &draft, &varied, self.lang);
            lines.iter_mut().filter(|[at, ..]| *at == what).for_each(|[at, ..]| at.clear());
            Changed { head: view! { <span>{what}</span> }.into_any(), lines }
        };
        let list = changed_list(all.iter().map(item).collect(), self.text(words::NOW), self.text(words::THEN));
        let take = Callback::new(move |()| {
            let count = all.len();
            self.taking.set(None);
            self.session.take_changes(&all, &varied);
            // The page is drawn anew, and this section with it.
            self.session.said.set(taken(count, self.lang));
            focus_soon("scenarios-title".to_owned());
        });
        let cancel = Callback::new(move |()| {
            self.taking.set(None);
            focus_soon(format!("scenario-{place}"));
        });
        let view = view! {
            <div class="stack no-print" id=format!("scenario-{place}-take")>
                {list}
                <div class="button-row">
                    {button("button button--primary", None, self.text(words::TAKE_ALL), take)}
                    {button("button", None, self.text(words::CANCEL), cancel)}
                </div>
            </div>
        };
        Some(view.into_any())
    }

    /// Hands the comparison over as a workbook.
    fn save(self) {
        let (draft, forecast) = (self.session.draft.get_untracked(), self.forecast.get_untracked());
        let (lang, today, said) = (self.lang, self.session.today, self.said);
        let file = file_name(draft.name(), words::FILE.get(lang), &draft.code(), "xlsx");
        spawn_local(async move {
            let says = match cut_scenario_book(draft, forecast, lang, today).await {
                Err(_) => words::OFFICE_NOT_COME.get(lang).to_owned(),
                Ok(Err(why)) => why,
                Ok(Ok(bytes)) if files::download(&file, KIND, &bytes) => match lang {
                    Lang::Zh => format!("已存为{file}"),
                    Lang::En => format!("Saved as {file}"),
                },
                Ok(Ok(_)) => words::NOT_DOWNLOADED.get(lang).to_owned(),
            };
            let _ = said.try_set(says);
        });
    }
}

/// Whether answers of this form can be varied: words move nothing.
const fn is_varied(form: &Form) -> bool {
    !matches!(form, Form::Words(_) | Form::Code)
}

fn book(draft: Draft, forecast: Forecast, lang: Lang, today: Date) -> Result<Vec<u8>, String> {
    xlsx::comparison(&draft, &forecast, lang, today)
}

cut!(office: cut_scenario_book(draft: Draft, forecast: Forecast, lang: Lang, today: Date) -> Result<Vec<u8>, String> = book);
