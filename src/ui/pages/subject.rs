//! The questions of one subject.

use leptos::prelude::*;
use miyun::answers::question::Spec;
use miyun::answers::subject::Subject;
use miyun::drafts::draft::Draft;
use miyun::drafts::interview::{Interview, Stage};
use miyun::drafts::worth::Worth;
use miyun::text::{Lang, Text};

use crate::ui::components::button::{button_row, link_button};
use crate::ui::components::disclosure::disclosure;
use crate::ui::components::entry_grid::is_wide;
use crate::ui::components::icon::Glyph;
use crate::ui::components::layout::{columns_unless, crumbs, page_head};
use crate::ui::drafts::session::Session;
use crate::ui::frame::route::Route;
use crate::ui::interview::ask::{ask, errors};
use crate::ui::interview::estimate_panel::estimate_panel;
use crate::ui::words::interview as words;

/// The page.
pub fn subject_page(session: Session, subject: Subject) -> AnyView {
    let lang = session.lang.get_untracked();
    let asked = Memo::new(move |_| session.draft.with(|draft| session.report.with(|report| draft.asked(report))));
    let interview = move || Interview::new(session.draft.with_untracked(Draft::questions), asked.get());
    let [_, title, says] = untrack(interview).words(subject);
    let list = move || interview().of(subject).collect::<Vec<&'static Spec>>();
    let wide = Memo::new(move |_| {
        let shown = |spec: &'static Spec| session.draft.with(|draft| spec.needed_columns(&draft.facts).len());
        list().into_iter().any(|spec| is_wide(shown(spec)))
    });
    // The order stays while one types: nobody is sent to and fro.
    let order = StoredValue::new(untrack(|| {
        session.progress(|draft, report, interview| Worth::of(draft, report).subjects(interview))
    }));
    let next = Memo::new(move |_| next_after(session, subject, &order.get_value()));
    // What one is was chosen before: it stands as a line.
    let chosen = untrack(list)
        .into_iter()
        .filter(|spec| {
            spec.says_what_one_is() && session.draft.with_untracked(|draft| draft.facts.answer(spec).is_some())
        })
        .collect::<Vec<_>>();
    let is_chosen = {
        let chosen: Vec<u8> = chosen.iter().map(|spec| spec.slot).collect();
        move |spec: &&'static Spec| chosen.contains(&spec.slot)
    };
    let asked_here = move || list().into_iter().filter(|spec| !is_chosen(spec)).collect::<Vec<_>>();
    let content = view! {
        {errors(session, move |spec| spec.subject == subject)}
        {move || {
            let nothing = interview().of(subject).next().is_none();
            nothing.then(|| view! { <p>{words::NOTHING_TO_ASK.get(lang)}</p> })
        }}
        <form on:submit=|event| event.prevent_default()>
            {(!chosen.is_empty()).then(|| what_one_is(session, chosen, lang))}
            <For each=asked_here key=|spec| spec.slot as usize children=move |spec| ask(session, spec) />
        </form>
        {move || onward(next.get().map(|next| (next, interview().words(next)[1])), lang)}
    };
    view! {
        {crumbs(
            words::WHERE.get(lang).to_owned(),
            vec![(Some(Route::Tasks.href()), words::STEP_FILL.get(lang).to_owned())],
            title.get(lang).to_owned(),
        )}
        {page_head(Vec::new(), vec![title.get(lang).to_owned()], Some(says.get(lang).into_any()))}
        {columns_unless(wide.into(), content.into_any(), words::ESTIMATE.get(lang).to_owned(), false, estimate_panel(session))}
    }
    .into_any()
}

/// What the applicant is, in a line that opens to be changed.
fn what_one_is(session: Session, chosen: Vec<&'static Spec>, lang: Lang) -> AnyView {
    let says = move || {
        let who = session.draft.with(Draft::applicant);
        let who: Vec<&str> = who.into_iter().map(|words| words.get(lang)).collect();
        format!("{} · {}", who.join(words::LISTED.get(lang)), words::CHANGE.get(lang))
    };
    let questions: Vec<AnyView> = chosen.into_iter().map(|spec| ask(session, spec)).collect();
    view! { <div class="mb-4">{disclosure(false, Signal::derive(says), questions.into_any())}</div> }.into_any()
}

/// The next subject in this order that is not done.
fn next_after(session: Session, subject: Subject, order: &[Subject]) -> Option<Subject> {
    let interview = session.progress(|_, _, interview| interview);
    let place = order.iter().position(|other| *other == subject).unwrap_or(0);
    order
        .iter()
        .copied()
        .cycle()
        .skip(place + 1)
        .take(order.len() - 1)
        .filter(|other| interview.of(*other).next().is_some())
        .find(|other| session.stage(*other) != Stage::Done)
}

/// On to the next subject, or to the result; and the way back.
fn onward(next: Option<(Subject, Text)>, lang: Lang) -> AnyView {
    let onward = match next {
        Some((next, title)) => link_button(
            "button button--primary",
            Route::Subject(next).href(),
            format!("{}{}", words::NEXT_SUBJECT.get(lang), title.get(lang)),
            Some(Glyph::Right),
        ),
        None => link_button(
            "button button--primary",
            Route::Result.href(),
            words::SEE_RESULT.get(lang).to_owned(),
            Some(Glyph::Right),
        ),
    };
    let back = link_button("button", Route::Tasks.href(), words::BACK_TO_TASKS.get(lang).to_owned(), None);
    button_row("mt-6", vec![onward, back])
}
