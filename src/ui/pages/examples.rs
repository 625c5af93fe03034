//! Invented applicants to start from, each with what is worked out for it.

use leptos::prelude::*;
use miyun::drafts::examples::{self, Example};
use miyun::text::Lang;

use crate::ui::components::disclosure::disclosure;
use crate::ui::drafts::opening::headline;
use crate::ui::drafts::session::Session;
use crate::ui::frame::route::Route;
use crate::ui::words::{interview as words, service};

/// The examples, each with what is worked out for it.
pub fn example_rows(session: Session) -> AnyView {
    let lang = session.lang.get_untracked();
    let (first, others): (Vec<_>, Vec<_>) = examples::ALL.iter().partition(|example| example.is_first());
    let rows = |of: Vec<&'static Example>| rows(session, of, lang);
    let (all, count) = (words::ALL_EXAMPLES.get(lang), examples::ALL.len());
    let summary = if lang == Lang::Zh { format!("{all}（{count}个）") } else { format!("{all} ({count})") };
    view! {
        {rows(first)}
        <div class="mt-3">{disclosure(true, summary, rows(others))}</div>
        // It stands here so that the file that starts the page holds not even its words.
        <p class="small mt-3"><a href=Route::Service.href()>{service::LINK.get(lang)}</a></p>
    }
    .into_any()
}

fn rows(session: Session, examples: Vec<&'static Example>, lang: Lang) -> AnyView {
    let rows: Vec<_> = examples
        .into_iter()
        .filter_map(|example| {
            let draft = example.draft().ok()?;
            let total = draft.rules().assess(&draft.facts, false).total();
            let open = move |event: leptos::ev::MouseEvent| {
                event.prevent_default();
                if let Ok(draft) = example.draft() {
                    session.replace(draft);
                    Route::Tasks.go();
                }
            };
            Some(
                view! {
                    <li class="rows__row">
                        <div class="rows__main">
                            <a href=Route::Tasks.href() on:click=open>{example.name.get(lang)}</a>
                            <span class="rows__note">{example.note.get(lang)}</span>
                        </div>
                        <span class="rows__side">{headline(&total, lang)}</span>
                    </li>
                }
                .into_any(),
            )
        })
        .collect();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}
