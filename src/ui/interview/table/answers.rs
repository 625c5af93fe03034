//! What a clause says of each row of a table: counts, tiers, and the rows found, filtered and in order.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlDetailsElement;
use miyun::answers::answer::{Answer, Table};
use miyun::answers::form::Column;
use miyun::answers::question::Spec;
use miyun::drafts::draft::Draft;
use miyun::rule::{Filter, Gives, RowAnswer, RowAnswers, RowCounts, RowRule, RowView, Sort, Standing};
use miyun::text::Lang;

use crate::ui::components::button::button_row;
use crate::ui::components::choice::checkbox;
use crate::ui::components::field::{Input, Typed, input, select};
use crate::ui::components::histogram::{Stands, histogram};
use crate::ui::components::jump::focus_soon;
use crate::ui::components::long_list::{LongList, long_list};
use crate::ui::drafts::session::Session;
use crate::ui::interview::control::{id_at, id_of};
use crate::ui::interview::table::books::row_buttons;
use crate::ui::interview::typing::FieldKey;
use crate::ui::words::row_answers as words;

/// What the parts share.
#[derive(Clone, Copy)]
struct Answers {
    session: Session,
    rule: &'static RowRule,
    lang: Lang,
    view: RwSignal<RowView>,
    said: RwSignal<String>,
    answers: RwSignal<Option<RowAnswers>>,
}

/// The section under a table whose rows a clause answers one by one.
pub(super) fn answers(
    session: Session,
    spec: &'static Spec,
    columns: &'static [Column],
    lang: Lang,
) -> Option<AnyView> {
    let rule = session.draft.with_untracked(Draft::rules).row_rule(spec)?;
    // Nothing is worked out before somebody looks.
    let open = RwSignal::new(false);
    let answers = RwSignal::new(None::<RowAnswers>);
    Effect::new(move |_| match open.get() {
        true => session.draft.with(|draft| {
            answers.update(|answers| match answers {
                Some(answers) => answers.follow(&draft.facts),
                None => *answers = Some(RowAnswers::of(rule, &draft.facts)),
            });
        }),
        false => answers.set(None),
    });
    let (view, said) = (RwSignal::new(RowView::default()), RwSignal::new(String::new()));
    let of = Answers { session, rule, lang, view, said, answers };
    let toggled = move |event: leptos::ev::Event| {
        let details = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
        open.set(details.is_some_and(|details| details.open()));
    };
    Some(
        view! {
            <details class="disclosure mt-4" id=format!("{}-answers", id_of(spec)) on:toggle=toggled>
                <summary>{words::OPEN.get(lang)}</summary>
                <div class="disclosure__body">{move || open.get().then(|| of.body(columns))}</div>
            </details>
        }
        .into_any(),
    )
}

impl Answers {
    /// Looks at the rows and what is said of them; the default of what comes of it before that is worked out.
    fn with<T: Default>(self, look: impl FnOnce(&Table, &[RowAnswer]) -> T) -> T {
        self.answers.with(|rows| {
            let rows = rows.as_ref();
            rows.and_then(|rows| Some(look(rows.table()?, rows.answers()))).unwrap_or_default()
        })
    }

    fn body(self, columns: &'static [Column]) -> AnyView {
        let now = move || {
            let draft = self.session.draft.get_untracked();
            (self.rule.answer)(&draft.facts)
        };
        let buttons = row_buttons(self.session, self.said, self.rule, now, self.lang);
        view! {
            {move || self.counts()}
            {self.controls(columns)}
            {self.list()}
            {button_row("mt-4", buttons)}
            <p class="small soft" role="status">{self.said}</p>
        }
        .into_any()
    }

    /// How many rows stand how, what the totals rest on, and how many stand on each tier.
    fn counts(self) -> AnyView {
        let counts = self.with(|_, answers| RowCounts::of(answers, self.rule.tiers));
        let all = counts.standing.iter().sum();
        let states: Vec<String> = Standing::ALL
            .into_iter()
            .filter(|standing| counts.of_standing(*standing) > 0)
            .map(|standing| format!("{} {}", standing.word().get(self.lang), counts.of_standing(standing)))
            .collect();
        let tiers = self.rule.tiers;
        let rung = |(rung, count): (usize, &usize)| {
            let gives = match tiers.tiers.get(rung).map(|tier| tier.gives) {
                Some(Gives::Rate(rate)) => rate.to_string(),
                _ => "—".to_owned(),
            };
            Stands { name: tiers.span(rung, self.lang), gives, count: *count }
        };
        // Below the ladder and above it.
        let beside = |standing: Standing| {
            let name = standing.word().get(self.lang).to_owned();
            Stands { name, gives: "—".to_owned(), count: counts.of_standing(standing) }
        };
        let mut places = vec![beside(Standing::Below)];
        places.extend(counts.rungs.iter().enumerate().map(rung));
        places.extend(tiers.top.map(|_| beside(Standing::Decided)));
        let heads = [words::TIERS, words::RATE, words::ROWS].map(|head| head.get(self.lang).to_owned());
        view! {
            <p>{states.join(" · ")}</p>
            <p class="small soft">{words::rests_on(all, counts.incomplete, self.lang)}</p>
            {histogram(heads, places)}
        }
        .into_any()
    }

    /// What is shown, in which order.
    fn controls(self, columns: &'static [Column]) -> AnyView {
        let (view, lang) = (self.view, self.lang);
        let id = |part: &str| format!("{}-answers-{part}", id_of(self.rule.question));
        let filters: Vec<_> = Filter::ALL
            .iter()
            .enumerate()
            .map(|(place, filter)| (place.to_string(), filter.word().get(lang).to_owned()))
            .collect();
        let filter = select(
            id("filter"),
            words::FILTER.get(lang).to_owned(),
            true,
            filters,
            Signal::derive(move || place_of(&Filter::ALL, view.with(|view| view.filter))),
            Callback::new(move |place: String| {
                if let Some(filter) = place.parse().ok().and_then(|place: usize| Filter::ALL.get(place)) {
                    view.update(|view| view.filter = *filter);
                }
            }),
        );
        let sorts: Vec<Sort> = [Sort::Table, Sort::Gives, Sort::Short, Sort::Standing]
            .into_iter()
            .chain((0..columns.len()).map(Sort::Column))
            .collect();
        let names = sorts.iter().enumerate().map(|(place, sort)| {
            let name = match sort {
                Sort::Column(column) => columns[*column].head,
                sort => words::sort(*sort),
            };
            (place.to_string(), name.get(lang).to_owned())
        });
        let (names, sorts) = (names.collect(), StoredValue::new(sorts));
        let sort = select(
            id("sort"),
            words::SORT.get(lang).to_owned(),
            true,
            names,
            Signal::derive(move || sorts.with_value(|sorts| place_of(sorts, view.with(|view| view.sort)))),
            Callback::new(move |place: String| {
                let sort =
                    place.parse().ok().and_then(|place: usize| sorts.with_value(|sorts| sorts.get(place).copied()));
                if let Some(sort) = sort {
                    view.update(|view| view.sort = sort);
                }
            }),
        );
        let down = checkbox(
            id("down"),
            words::DOWN.get(lang).to_owned(),
            None,
            Signal::derive(move || view.with(|view| view.down)),
            Callback::new(move |down: bool| view.update(|view| view.down = down)),
        );
        let find = input(Input {
            id: id("find"),
            typed: Typed::Long,
            label: Some(words::FIND.get(lang).to_owned()),
            labelled_by: None,
            described_by: Signal::stored(None),
            unit: None,
            value: Signal::derive(move || view.with(|view| view.find.clone())),
            invalid: Signal::stored(false),
            on_input: Callback::new(move |find: String| view.update(|view| view.find = find)),
            on_leave: Callback::new(|()| ()),
        });
        view! {
            <div class="long-list__controls">
                <span>{words::FILTER.get(lang)}" "{filter}</span>
                <span>{words::SORT.get(lang)}" "{sort}</span>
                {down}
                <span>{words::FIND.get(lang)}" "{find}</span>
            </div>
        }
        .into_any()
    }

    /// The rows that are shown, of which only those on the screen are drawn.
    fn list(self) -> AnyView {
        let lang = self.lang;
        let spec = self.rule.question;
        let rows = Memo::new(move |_| self.view.with(|view| self.with(|table, answers| view.rows(table, answers))));
        let name = Callback::new(move |row: usize| self.with(|table, _| named(table, row, lang)));
        let says = Callback::new(move |row: usize| {
            let between = if lang == Lang::Zh { "；" } else { "; " };
            let says = |answer: &RowAnswer| answer.says(self.rule, lang).join(between);
            self.with(|_, answers| answers.get(row).map(says).unwrap_or_default())
        });
        // The row is mended where it stands in the table.
        let go = Callback::new(move |row: usize| {
            if let Some(name) = self.session.typing.rows_untracked(spec).get(row) {
                self.session.typing.reach(spec, row);
                focus_soon(id_at(spec, FieldKey::cell(spec, *name, 0)));
            }
        });
        let count = move || {
            let count = rows.with(Vec::len);
            match count {
                0 => words::NONE.get(lang).to_owned(),
                _ => words::shown(count, self.with(|table, _| table.len()), lang),
            }
        };
        let heads = [words::NAME, words::SAYS].map(|head| head.get(lang).to_owned());
        let label = words::TITLE.get(lang).to_owned();
        view! {
            <p class="small soft" role="status">{count}</p>
            {long_list(LongList { label, heads, rows: rows.into(), name, says, go })}
        }
        .into_any()
    }
}

/// What a row is called.
fn named(table: &Table, row: usize, lang: Lang) -> String {
    match table.cell(row, 0) {
        Some(Answer::Words(name)) => name.to_string(),
        _ => words::NAMELESS.get(lang).to_owned(),
    }
}

fn place_of<T: PartialEq>(all: &[T], one: T) -> String {
    all.iter().position(|other| *other == one).unwrap_or_default().to_string()
}
