//! The questions of one subject.

use leptos::prelude::*;
use miyun::answers::question::Spec;
use miyun::answers::subject::Subject;
use miyun::drafts::draft::Draft;
use miyun::drafts::interview::{Interview, Stage};
use miyun::text::{Lang, Text};

use crate::ui::components::button::{button_row, link_button};
use crate::ui::components::icon::Glyph;
use crate::ui::components::layout::{columns, crumbs, page_head};
use crate::ui::drafts::session::Session;
use crate::ui::frame::route::Route;
use crate::ui::interview::ask::{ask, errors};
use crate::ui::interview::estimate_panel::live;
use crate::ui::words::interview as words;

/// The page.
pub fn subject_page(session: Session, subject: Subject) -> AnyView {
    let lang = session.lang.get_untracked();
    let asked = Memo::new(move |_| session.report.with(|report| report.asked()));
    let interview = move || Interview::new(session.draft.with_untracked(Draft::questions), asked.get());
    let [_, title, says] = untrack(interview).words(subject);
    let list = move || interview().of(subject).collect::<Vec<&'static Spec>>();
    let next = Memo::new(move |_| next_after(session, subject));
    let content = view! {
        {errors(session, move |spec| spec.subject == subject)}
        {move || {
            let nothing = interview().of(subject).next().is_none();
            nothing.then(|| view! { <p>{words::NOTHING_TO_ASK.get(lang)}</p> })
        }}
        <form on:submit=|event| event.prevent_default()>
            <For each=list key=|spec| spec.slot as usize children=move |spec| ask(session, spec) />
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
        {columns(content.into_any(), words::ESTIMATE.get(lang).to_owned(), false, live(session))}
    }
    .into_any()
}

/// The next subject that is not done.
fn next_after(session: Session, subject: Subject) -> Option<Subject> {
    let interview = session.progress(|_, _, interview| interview);
    let place = Subject::ALL.iter().position(|other| *other == subject).unwrap_or(0);
    Subject::ALL
        .into_iter()
        .cycle()
        .skip(place + 1)
        .take(Subject::ALL.len() - 1)
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
