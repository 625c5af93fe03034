//! The first minute: the figures that move most for the kind, and the range they come to.

use std::collections::BTreeMap;

use leptos::prelude::*;
use miyun::answers::answer::Answer;
use miyun::answers::form::Form;
use miyun::answers::subject::Subject;
use miyun::answers::typed::Complaint;
use miyun::answers::unit::{Unit, spoken};
use miyun::article::article;
use miyun::drafts::first_range::{First, Range, range};
use miyun::money::{Money, grouped_count};
use miyun::rule::Amount;
use miyun::text::Lang;

use crate::ui::clauses::figures::{self, Scale};
use crate::ui::components::button::{button_row, link_button};
use crate::ui::components::field::{Input, described, input};
use crate::ui::components::icon::Glyph;
use crate::ui::components::layout::{columns, page_head};
use crate::ui::components::lines::{Line, lines};
use crate::ui::components::na_list::na_list;
use crate::ui::components::panel::panel;
use crate::ui::components::question::{Question, question};
use crate::ui::drafts::session::Session;
use crate::ui::frame::route::Route;
use crate::ui::interview::control::typed_as;
use crate::ui::words::interview as words;

/// The page.
pub fn first_page(session: Session) -> AnyView {
    let lang = session.lang.get_untracked();
    let (who, asked) = session.draft.with_untracked(|draft| {
        let who: Vec<&str> = draft.applicant().into_iter().map(|words| words.get(lang)).collect();
        (who, First::of(&draft.facts))
    });
    let mut kicker: Vec<AnyView> = who.into_iter().map(IntoAny::into_any).collect();
    let change = Route::Subject(Subject::Identity).href();
    kicker.push(view! { <a href=change>{words::CHANGE.get(lang)}</a> }.into_any());
    let told = session.draft.with_untracked(|draft| {
        asked.iter().filter_map(|first| Some((*first, first.answer(draft)?))).collect::<BTreeMap<_, _>>()
    });
    let figures = RwSignal::new(told);
    let boxes: Vec<AnyView> = asked.iter().map(|first| figure(session, *first, figures, lang)).collect();
    let onward = link_button(
        "button button--primary",
        Route::Tasks.href(),
        words::FIRST_GO_ON.get(lang).to_owned(),
        Some(Glyph::Right),
    );
    let content = view! {
        <form on:submit=|event| event.prevent_default()>{boxes}</form>
        {button_row("mt-6", vec![onward])}
    };
    let found = move || figures.with(|figures| session.draft.with_untracked(|draft| range(draft, figures)));
    let aside = view! { <div role="status">{move || shown(found(), lang)}</div> };
    view! {
        {page_head(kicker, vec![words::FIRST.get(lang).to_owned()], Some(words::FIRST_LEAD.get(lang).into_any()))}
        {columns(
            content.into_any(),
            words::FIRST.get(lang).to_owned(),
            false,
            panel("first-range", words::FIRST_RANGE.get(lang).to_owned(), aside.into_any()),
        )}
    }
    .into_any()
}

/// One figure. Money is typed in 万元.
fn figure(session: Session, first: First, figures: RwSignal<BTreeMap<First, Answer>>, lang: Lang) -> AnyView {
    let form = first.form();
    let unit = match form {
        Form::Money { .. } => Unit::Wan,
        _ => Unit::Yuan,
    };
    let written = |answer: &Answer| match answer {
        Answer::Money(money) => unit.figure(*money),
        Answer::Area(area) => area.to_string(),
        Answer::Count(count) => grouped_count(count),
        _ => String::new(),
    };
    let text = RwSignal::new(figures.with_untracked(|figures| figures.get(&first).map(written).unwrap_or_default()));
    let wrong = RwSignal::new(None::<Complaint>);
    let said = RwSignal::new(None::<Complaint>);
    let typed = Callback::new(move |typed: String| {
        let answer = form.parse(&typed, unit.factor()).and_then(|answer| match &answer {
            Some(answer) => form.check(answer).map(|()| Some(answer.clone())),
            None => Ok(None),
        });
        text.set(typed);
        match answer {
            Ok(answer) => {
                wrong.set(None);
                said.set(None);
                if let Some(question) = first.question() {
                    session.touch(question);
                    session.draft.update(|draft| first.tell(draft, answer.clone()));
                    session.stamp();
                }
                figures.update(|figures| match answer {
                    Some(answer) => _ = figures.insert(first, answer),
                    None => _ = figures.remove(&first),
                });
            }
            Err(complaint) => wrong.set(Some(complaint)),
        }
    });
    let id = format!("first-{}", first.id());
    let invalid = Signal::derive(move || said.get().is_some());
    let unit_words = match form {
        Form::Money { .. } => Unit::Wan.words().get(lang),
        _ => form.unit().get(lang),
    };
    let again = move || match figures.with(|figures| figures.get(&first).cloned()) {
        Some(Answer::Money(money)) => spoken(money, lang).map(|again| format!("{}{again}", words::THAT_IS.get(lang))),
        _ => None,
    };
    let control = input(Input {
        id: id.clone(),
        typed: typed_as(&form),
        label: None,
        labelled_by: Some(format!("{id}-ask")),
        described_by: described(&id, false, invalid),
        unit: (!unit_words.is_empty()).then(|| unit_words.to_owned()),
        value: text.into(),
        invalid,
        on_input: typed,
        on_leave: Callback::new(move |()| said.set(wrong.get_untracked())),
    });
    question(Question {
        id,
        ask: first.ask().get(lang).to_owned(),
        hint: None,
        error: Signal::derive(move || said.get().map(|complaint| complaint.say(lang).to_owned())),
        answer: view! { <div class="entry">{control}</div><p class="said-again">{again}</p> }.into_any(),
        why: None,
    })
}

/// The range, and the clauses that it comes from.
fn shown(found: Option<Range>, lang: Lang) -> AnyView {
    let Some(Range { now, all, clauses }) = found else {
        return view! { <p class="soft">{words::FIRST_NOTHING.get(lang)}</p> }.into_any();
    };
    let line = |name: &str, figure: String| Line { name: name.to_owned(), figure: figure.into(), ..Line::default() };
    let amount = |money: Money| figures::amount(money, lang);
    let mut rows = vec![line(words::FIRST_NOW.get(lang), amount(now.certain))];
    if all.certain != now.certain {
        rows.push(line(words::FIRST_ALL.get(lang), amount(all.certain)));
    }
    if !all.possible.is_zero() {
        rows.push(line(words::POSSIBLE.get(lang), format!("+{}", amount(all.possible))));
    }
    if !all.ceiling.is_zero() {
        rows.push(line(words::CEILING.get(lang), amount(all.ceiling)));
    }
    let scale = Scale::of(clauses.iter().flat_map(|(_, sum)| [sum.certain, sum.possible, sum.ceiling]), lang);
    let what = |Amount { certain, possible, ceiling, floor, .. }: Amount| {
        let figure = match (certain.is_zero(), possible.is_zero()) {
            (false, _) => scale.figure(certain),
            (true, false) => scale.plus(possible),
            (true, true) => scale.range(floor, ceiling),
        };
        match lang {
            Lang::Zh => format!("{figure}{}", scale.unit()),
            Lang::En => format!("{figure} {}", scale.unit()),
        }
    };
    let from = clauses
        .into_iter()
        .map(|(clause, sum)| {
            let title = format!("{}{}{}", clause.title.get(lang), words::COLON.get(lang), what(sum));
            let href = Route::Clause(clause.id).href();
            (article(clause.article, lang), view! { <a href=href>{title}</a> }.into_any())
        })
        .collect();
    view! {
        {lines(rows)}
        <p class="small soft mt-3">{words::FIRST_IF.get(lang)}</p>
        <div class="mt-4 small">{na_list(from)}</div>
    }
    .into_any()
}
