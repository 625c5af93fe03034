//! A file that is being opened: what it would change, before anything is taken over.

use leptos::prelude::*;
use miyun::drafts::changes::{Change, changes};
use miyun::drafts::draft::Draft;
use miyun::office::xlsx::Choice as Places;
use miyun::opened::Opened;
use miyun::opened::decide::{Decision, Shown, in_words, shown};
use miyun::text::{Lang, Text};

use crate::ui::components::button::button;
use crate::ui::components::changes::{Changed, changes as changed_list};
use crate::ui::components::choice::{Choice, checkbox, radios};
use crate::ui::components::layout::{page_head, section};
use crate::ui::components::summary::small_table;
use crate::ui::drafts::opening::{go_on, open_panel, take_over};
use crate::ui::drafts::session::{Opening, Session};
use crate::ui::frame::route::Route;
use crate::ui::words::opening as words;

/// The page.
pub fn opening_page(session: Session) -> AnyView {
    let lang = session.lang.get_untracked();
    (move || match session.opening.get() {
        None => view! {
            {page_head(Vec::new(), vec![words::OPENING.get(lang).to_owned()], Some(words::NOTHING.get(lang).into_any()))}
            {open_panel(session, lang)}
        }
        .into_any(),
        Some(Opening { name, decision }) => {
            let (lead, body) = match decision {
                Decision::Places(places) => (words::PLACES_LEAD, which_place(session, name.clone(), *places, lang)),
                Decision::Gone(opened) => (words::GONE_LEAD, what_is_gone(session, name.clone(), *opened, lang)),
                Decision::Changes(opened) => (words::CHANGES_LEAD, what_changes(session, name.clone(), *opened, lang)),
            };
            view! {
                {page_head(vec![name.into_any()], vec![words::OPENING.get(lang).to_owned()], Some(lead.get(lang).into_any()))}
                {body}
            }
            .into_any()
        }
    })
    .into_any()
}

fn press(name: Text, first: bool, lang: Lang, action: Callback<()>) -> AnyView {
    let class = if first { "button button--primary" } else { "button" };
    button(class, None, name.get(lang).to_owned(), action)
}

/// Leaves everything as it is.
fn cancel(session: Session, lang: Lang) -> AnyView {
    press(
        words::CANCEL,
        false,
        lang,
        Callback::new(move |()| {
            session.opening.set(None);
            session.said.set(words::CANCELLED.get(lang).to_owned());
            Route::Tasks.go();
        }),
    )
}

/// Which of several answers counts.
fn which_place(session: Session, file: String, places: Places, lang: Lang) -> AnyView {
    let chosen = RwSignal::new(vec![None::<usize>; places.questions.len()]);
    let questions: Vec<_> = places
        .questions
        .iter()
        .enumerate()
        .map(|(place, question)| {
            let options = question.answers.iter().enumerate().map(|(number, (at, answer))| Choice {
                value: number.to_string(),
                label: at.clone(),
                gloss: Some(match answer {
                    Some(answer) => in_words(question.spec, answer, lang),
                    None => words::EMPTY.get(lang).to_owned(),
                }),
            });
            let picked = Signal::derive(move || chosen.with(|chosen| chosen[place].map(|number| number.to_string())));
            let pick = Callback::new(move |number: String| {
                chosen.update(|chosen| chosen[place] = number.parse().ok());
            });
            view! {
                <fieldset class="mb-4">
                    <legend>{question.spec.label.get(lang)}</legend>
                    {radios(format!("place-{place}"), false, options.collect(), picked, pick)}
                </fieldset>
            }
            .into_any()
        })
        .collect();
    let reminded = RwSignal::new(false);
    let next = Callback::new(move |()| {
        let numbers: Option<Vec<usize>> = chosen.get_untracked().into_iter().collect();
        match numbers {
            Some(numbers) => go_on(session, file.clone(), Opened::of_workbook(places.clone().settle(&numbers))),
            None => reminded.set(true),
        }
    });
    let body = view! {
        {questions}
        <div class="button-row">{press(words::GO_ON, true, lang, next)}{cancel(session, lang)}</div>
        <p role="status">{move || reminded.get().then(|| words::CHOOSE_FIRST.get(lang))}</p>
    };
    section("places".to_owned(), words::PLACES.get(lang).to_owned(), ().into_any(), body.into_any())
}

/// What becomes of answers whose cells are gone.
fn what_is_gone(session: Session, file: String, opened: Opened, lang: Lang) -> AnyView {
    let rows: Vec<Vec<String>> =
        opened.gone_answers(lang).into_iter().map(|(label, answer)| vec![label, answer]).collect();
    let title = words::gone(rows.len(), lang);
    let heads = vec![(false, words::WHAT.get(lang).to_owned()), (false, words::AS_WRITTEN.get(lang).to_owned())];
    let decided = move |keep: bool| {
        let (file, opened) = (file.clone(), opened.clone());
        Callback::new(move |()| go_on(session, file.clone(), opened.clone().with_gone(keep)))
    };
    let body = view! {
        {small_table(title.clone(), heads, rows, None)}
        <div class="button-row mt-4">
            {press(words::KEEP, true, lang, decided(true))}
            {press(words::CLEAR, false, lang, decided(false))}
            {cancel(session, lang)}
        </div>
    };
    section("gone".to_owned(), title, ().into_any(), body.into_any())
}

/// What of the file goes into the open draft.
fn what_changes(session: Session, file: String, opened: Opened, lang: Lang) -> AnyView {
    let open = session.draft.get_untracked();
    let all = changes(&open, &opened.draft);
    // What is under other rules stays by itself.
    let same_rules = open.edition == opened.draft.edition;
    let title = words::changes(all.len(), lang);
    let chosen = RwSignal::new(vec![false; all.len()]);
    let rows: Vec<_> = all
        .iter()
        .enumerate()
        .map(|(place, change)| change_row(place, *change, &open, &opened.draft, same_rules.then_some(chosen), lang))
        .collect();
    let take = {
        let (file, opened, all) = (file.clone(), opened.clone(), all.clone());
        move |everything: bool| {
            let (file, opened, all) = (file.clone(), opened.clone(), all.clone());
            Callback::new(move |()| {
                let taken = chosen.with_untracked(|chosen| {
                    let kept = all.iter().zip(chosen).filter(|(_, chosen)| everything || **chosen);
                    kept.map(|(change, _)| *change).collect::<Vec<Change>>()
                });
                if taken.is_empty() {
                    return session.said.set(words::TICK_FIRST.get(lang).to_owned());
                }
                take_over(session, &file, &opened, Some(&taken));
            })
        }
    };
    let copy = Callback::new(move |()| take_over(session, &file, &opened, None));
    let into = same_rules.then(|| {
        view! {
            {press(words::TAKE_ALL, true, lang, take(true))}
            {press(words::TAKE_TICKED, false, lang, take(false))}
        }
        .into_any()
    });
    let body = view! {
        {changed_list(rows, words::NOW.get(lang).to_owned(), words::IN_FILE.get(lang).to_owned())}
        <div class="button-row mt-4">
            {into}
            {press(words::AS_COPY, !same_rules, lang, copy)}
            {cancel(session, lang)}
        </div>
    };
    let note = if same_rules { words::CHANGES_NOTE } else { words::OTHER_RULES };
    section("changes".to_owned(), title, note.get(lang).into_any(), body.into_any())
}

/// One change: a box to tick, and each place in it.
fn change_row(
    place: usize,
    change: Change,
    open: &Draft,
    new: &Draft,
    chosen: Option<RwSignal<Vec<bool>>>,
    lang: Lang,
) -> Changed {
    let Shown { what, mut lines } = shown(change, open, new, lang);
    for [at, ..] in &mut lines {
        if *at == what {
            at.clear();
        }
    }
    let head = match chosen {
        Some(chosen) => checkbox(
            format!("change-{place}"),
            what,
            None,
            Signal::derive(move || chosen.with(|chosen| chosen[place])),
            Callback::new(move |yes| chosen.update(|chosen| chosen[place] = yes)),
        ),
        None => view! { <span>{what}</span> }.into_any(),
    };
    Changed { head, lines }
}
