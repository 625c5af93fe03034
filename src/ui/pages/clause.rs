//! One clause: what it says, what it needs to know, what it comes to.

use leptos::prelude::*;
use miyun::answers::question::Spec;
use miyun::article::article;
use miyun::drafts::draft::Draft;
use miyun::drafts::interview::{Count, Interview};
use miyun::order::Order;
use miyun::rule::{Clause, Outcome, Report, Tiers};
use miyun::text::Lang;

use crate::ui::clauses::clause_view;
use crate::ui::clauses::ladder::{ladder, ladder_table};
use crate::ui::components::button::{button_row, link_button};
use crate::ui::components::clause_head::clause_head;
use crate::ui::components::disclosure::disclosure;
use crate::ui::components::facts::facts;
use crate::ui::components::icon::Glyph;
use crate::ui::components::layout::{columns, crumbs, section};
use crate::ui::drafts::session::Session;
use crate::ui::frame::route::Route;
use crate::ui::interview::ask::{ask, errors};
use crate::ui::words::{interview as words, rules};

/// The page.
pub fn clause_page(session: Session, id: &str) -> AnyView {
    let edition = session.draft.with_untracked(Draft::rules);
    let Some(clause) = edition.clause(id) else { return ().into_any() };
    let lang = session.lang.get_untracked();
    let title = clause.title.get(lang);
    let number = article(clause.article, lang);
    let mut path = vec![(Some(Route::Tasks.href()), words::STEP_FILL.get(lang).to_owned())];
    if let Some(entry) = edition.entry(clause.article) {
        path.push((None, entry.section.title.get(lang).to_owned()));
    }
    let content = view! {
        {errors(session, move |spec| reads(session, clause, spec))}
        {section("says".to_owned(), words::SAYS.get(lang).to_owned(), not_official(clause, lang), says(clause, lang))}
        {needed(session, clause, lang)}
        {ladder(session, clause.id)}
        {clause_view::working(session, clause.id)}
        {button_row(
            "mt-7",
            vec![
                link_button(
                    "button button--primary",
                    Route::Tasks.href(),
                    words::CLAUSE_DONE.get(lang).to_owned(),
                    Some(Glyph::Right),
                ),
                link_button("button", Route::Result.href(), words::SEE_RESULT.get(lang).to_owned(), None),
            ],
        )}
    };
    view! {
        {crumbs(words::WHERE.get(lang).to_owned(), path, number.clone())}
        {clause_head(number, title.to_owned())}
        {columns(
            content.into_any(),
            words::VERDICT.get(lang).to_owned(),
            true,
            clause_view::verdict_panel(session, clause.id),
        )}
    }
    .into_any()
}

fn reads(session: Session, clause: &Clause, spec: &Spec) -> bool {
    session.report.with(|report| report.of(clause.id).is_some_and(|assessment| assessment.asked.reads(spec)))
}

/// These are not the official words; where they can be read.
fn not_official(clause: &Clause, lang: Lang) -> AnyView {
    let href = Route::Rules(Some(clause.article)).href();
    view! { {words::SAYS_NOTE.get(lang)}" · "<a href=href>{rules::OFFICIAL_SEE.get(lang)}</a> }.into_any()
}

/// The clause in four lines, and its ladders.
fn says(clause: &'static Clause, lang: Lang) -> AnyView {
    let brief = clause.brief;
    let heads = [words::TIER_FROM, words::TIER_GIVES];
    let table = |ladder: &&Tiers| ladder_table(ladder.provision.says, heads, ladder, lang);
    let ladders: Vec<_> = clause.tiers.iter().map(table).collect();
    let gives = view! { <p>{brief.gives.get(lang)}</p>{ladders} }.into_any();
    facts(
        false,
        vec![
            (words::WHOM.get(lang).to_owned(), brief.whom.get(lang).into_any()),
            (words::LOOKS_AT.get(lang).to_owned(), brief.looks_at.get(lang).into_any()),
            (words::GIVES.get(lang).to_owned(), gives),
            (words::LASTS.get(lang).to_owned(), brief.lasts.get(lang).into_any()),
        ],
    )
}

/// The questions that the clause put: those still missing first, and folded away those that most clauses share and
/// that are answered already. Once shown, a question keeps its place, so that answering one never moves the box one is
/// typing in.
fn needed(session: Session, clause: &'static Clause, lang: Lang) -> AnyView {
    let asked = Memo::new(move |_| {
        session.report.with(|report| report.of(clause.id).map(|assessment| assessment.asked).unwrap_or_default())
    });
    let (own, shared) = session.report.with_untracked(|report| order(session, report, clause));
    let folded = (!shared.is_empty()).then(|| {
        let count = shared.len();
        let summary = match lang {
            Lang::Zh => format!("{}{count}{}", words::SHARED.zh, words::QUESTIONS.zh),
            Lang::En => format!("{}{count}", words::SHARED.en),
        };
        let body: Vec<_> = shared.iter().map(|spec| ask(session, spec)).collect();
        disclosure(false, summary, body.into_any())
    });
    let order = StoredValue::new(own);
    let questions = session.draft.with_untracked(Draft::questions);
    let list = move || {
        let asked = asked.get();
        order.update_value(|order| {
            for spec in asked.questions(questions) {
                if !order.iter().chain(&shared).any(|known| known.slot == spec.slot) {
                    order.push(spec);
                }
            }
        });
        order.with_value(|order| order.iter().copied().filter(|spec| asked.reads(spec)).collect::<Vec<_>>())
    };
    let note = move || {
        let asked = asked.get();
        let interview = Interview::new(questions, asked);
        let Count { answered, unsure, all: counted } =
            session.draft.with(|draft| interview.count(&draft.facts, asked.questions(questions)));
        let unsure = words::unsure(unsure, lang);
        match lang {
            Lang::Zh => format!("{counted}{}{answered}{unsure}", words::NEEDED_NOTE.zh),
            Lang::En if counted == 1 => format!("1 question, answered {answered}{unsure}"),
            Lang::En => format!("{counted}{}{answered}{unsure}", words::NEEDED_NOTE.en),
        }
    };
    let body = view! {
        <form on:submit=|event| event.prevent_default()>
            <For each=list key=|spec| spec.slot as usize children=move |spec| ask(session, spec) />
            {folded}
        </form>
    };
    section("needed".to_owned(), words::NEEDED.get(lang).to_owned(), note.into_any(), body.into_any())
}

/// The questions of a clause as it is opened: its own, those still missing first, and the shared ones that are done.
fn order(session: Session, report: &Report, clause: &Clause) -> (Vec<&'static Spec>, Vec<&'static Spec>) {
    let Some(assessment) = report.of(clause.id) else { return (Vec::new(), Vec::new()) };
    let applying: Vec<_> =
        report.assessments.iter().filter(|assessment| assessment.outcome != Outcome::NotApplicable).collect();
    let missing = |spec: &Spec| assessment.missing.iter().any(|lack| lack.question.slot == spec.slot);
    let answered = |spec: &Spec| session.draft.with_untracked(|draft| draft.facts.answer(spec).is_some());
    let questions = session.draft.with_untracked(Draft::questions);
    let (shared, mut own): (Vec<_>, Vec<_>) = assessment.asked.questions(questions).partition(|spec| {
        let readers = applying.iter().filter(|assessment| assessment.asked.reads(spec)).count();
        readers > 2 && readers * 3 > applying.len() * 2 && answered(spec) && !missing(spec)
    });
    own.order_by_key(|spec| !missing(spec));
    (own, shared)
}
