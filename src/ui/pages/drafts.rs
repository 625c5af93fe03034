//! All drafts side by side: open, name, copy, hand over, delete.

use leptos::prelude::*;
use miyun::drafts::draft::Draft;
use miyun::drafts::list::IndexEntry;
use miyun::drafts::next_year::{NextYear, next_year};
use miyun::text::{Lang, Text};

use crate::ui::components::button::{button, link_button};
use crate::ui::components::empty::empty;
use crate::ui::components::field::{Input, Typed, input, is_composed};
use crate::ui::components::icon::Glyph;
use crate::ui::components::jump::focus_soon;
use crate::ui::components::layout::{columns, page_head, section};
use crate::ui::drafts::clock::when;
use crate::ui::drafts::files;
use crate::ui::drafts::opening::export;
use crate::ui::drafts::opening::{headline, name_of, open_panel};
use crate::ui::drafts::session::{Session, Trouble};
use crate::ui::drafts::storage::DRAFTS;
use crate::ui::frame::route::Route;
use crate::ui::words::drafts as words;
use crate::ui::words::interview;
use crate::ui::words::portfolio::PORTFOLIO;

/// The page.
pub fn drafts_page(session: Session) -> AnyView {
    let lang = session.lang.get_untracked();
    let say = |text: Text| text.get(lang).to_owned();
    session.keep_now();
    DRAFTS.sweep();
    session.look_at_shelf();
    let renaming = RwSignal::new(None::<String>);
    let begin = Callback::new(move |()| {
        session.replace(Draft::default());
        Route::Start.go();
    });
    let list = move || {
        let lines = session.lines.get();
        let open = session.open_id.get();
        let new = button("button", Some(Glyph::Plus), words::NEW.get(lang).to_owned(), begin);
        let many = link_button("button button--quiet", Route::Portfolio.href(), PORTFOLIO.get(lang).to_owned(), None);
        if lines.is_empty() {
            return empty(words::NONE.get(lang).to_owned(), words::NONE_SAYS.get(lang).to_owned(), vec![new, many]);
        }
        let rows: Vec<_> = lines
            .iter()
            .enumerate()
            .map(|(place, line)| {
                let next = lines.get(place + 1).or_else(|| place.checked_sub(1).and_then(|place| lines.get(place)));
                let next = next.map(|line| line.id.clone());
                row(session, line.clone(), next, open.as_ref() == Some(&line.id), renaming, lang)
            })
            .collect();
        view! {
            <ul class="rows">{rows}</ul>
            <div class="button-row mt-5">{new}{many}</div>
        }
        .into_any()
    };
    let content = view! {
        {page_head(Vec::new(), vec![say(words::DRAFTS)], Some(say(words::LEAD).into_any()))}
        {list}
        {set_aside(session, lang)}
    };
    columns(content.into_any(), say(interview::OPEN_TITLE), false, open_panel(session, lang))
}

/// One draft.
fn row(
    session: Session,
    line: IndexEntry,
    next: Option<String>,
    open: bool,
    renaming: RwSignal<Option<String>>,
    lang: Lang,
) -> Option<AnyView> {
    let draft = DRAFTS.read(&line.id).ok().flatten()?.draft;
    let report = draft.rules().assess(&draft.facts, false);
    let count = draft.interview(&report).count_all(&draft.facts);
    let name = name_of(&draft, lang);
    let mut note: Vec<String> = draft.kind(lang).into_iter().collect();
    note.extend([
        when(&line.at, session.today, lang),
        format!("{}{} / {}", interview::ANSWERED.get(lang), count.answered, count.all),
    ]);
    if open {
        note.insert(0, words::OPEN_NOW.get(lang).to_owned());
    }
    let total = report.total();
    let certain = if total.certain.is_zero() { "" } else { words::CERTAIN.get(lang) };
    let total = format!("{certain}{}", headline(&total, lang));
    let id = line.id.clone();
    let go = {
        let id = id.clone();
        move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            session.open_kept(&id);
            Route::Tasks.go();
        }
    };
    let act = |word: Text, action: Callback<()>| {
        let label = format!("{} {name}", word.get(lang));
        view! {
            <button class="button button--small button--quiet" type="button" aria-label=label on:click=move |_| action.run(())>
                {word.get(lang)}
            </button>
        }
    };
    let rename = {
        let id = id.clone();
        Callback::new(move |()| {
            renaming.set(Some(id.clone()));
            focus_soon(format!("name-{id}"));
        })
    };
    let duplicate = {
        let (id, title) = (id.clone(), format!("{name}{}", words::COPY.get(lang)));
        Callback::new(move |()| {
            let told = move |copy| {
                session.said.set(words::COPIED.get(lang).to_owned());
                focus_soon(format!("draft-{copy}"));
            };
            session.duplicate(&id, title.clone(), Box::new(told));
        })
    };
    // Answers that stay, and what was applied for as received.
    let next_year = next_year(&draft).map(|NextYear { draft, confirm }| {
        let action = Callback::new(move |()| {
            session.replace(draft.clone());
            let confirm = confirm.iter().map(|says| says[usize::from(lang == Lang::En)].clone()).collect();
            session.trouble.set(Some(Trouble::Confirm(confirm)));
            Route::Tasks.go();
        });
        act(words::NEXT_YEAR, action)
    });
    let hand_over = {
        let draft = draft.clone();
        Callback::new(move |()| export(session, &draft))
    };
    let delete = Callback::new(move |()| {
        session.delete(&line);
        focus_soon(next.clone().map_or("page-title".to_owned(), |id| format!("draft-{id}")));
    });
    let being_named = {
        let id = id.clone();
        move || renaming.with(|renaming| renaming.as_ref() == Some(&id))
    };
    let form = {
        // A draft without a name is offered none: what stands in its place is no name.
        let (id, name) = (id.clone(), miyun::drafts::list::name(&draft));
        move || being_named().then(|| naming(session, id.clone(), name.clone(), renaming, lang))
    };
    Some(
        view! {
            <li class="draft-row">
                <div class="draft">
                    <a class="draft__name" id=format!("draft-{id}") href=Route::Tasks.href() on:click=go>{name.clone()}</a>
                    <span class="draft__meta">{note.join(" · ")}</span>
                </div>
                <span class="draft-row__side">{total}</span>
                <div class="draft-row__actions button-row">
                    {act(words::RENAME, rename)}
                    {act(words::DUPLICATE, duplicate)}
                {next_year}
                    {act(words::EXPORT, hand_over)}
                    {act(words::DELETE, delete)}
                </div>
                {form}
            </li>
        }
        .into_any(),
    )
}

/// The field for a draft's name.
fn naming(session: Session, id: String, name: String, renaming: RwSignal<Option<String>>, lang: Lang) -> AnyView {
    let value = RwSignal::new(name);
    let back = format!("draft-{id}");
    let close = {
        let back = back.clone();
        Callback::new(move |()| {
            renaming.set(None);
            focus_soon(back.clone());
        })
    };
    let keep = {
        let id = id.clone();
        Callback::new(move |()| {
            renaming.set(None);
            session.rename(&id, &value.get_untracked());
            session.said.set(words::RENAMED.get(lang).to_owned());
            focus_soon(back.clone());
        })
    };
    let box_id = format!("name-{id}");
    let form = input(Input {
        id: box_id.clone(),
        typed: Typed::Long,
        label: None,
        labelled_by: None,
        described_by: Signal::stored(None),
        unit: None,
        value: value.into(),
        invalid: Signal::stored(false),
        on_input: Callback::new(move |text| value.set(text)),
        on_leave: Callback::new(|()| ()),
    });
    view! {
        <form
            class="draft-row__form"
            on:submit=move |event| { event.prevent_default(); keep.run(()); }
            on:keydown=move |event| if event.key() == "Escape" && !is_composed(&event) { close.run(()) }
        >
            <div class="field"><label class="field__label" for=box_id>{words::NAME.get(lang)}</label>{form}</div>
            <div class="button-row mt-3">
                <button class="button button--small" type="submit">{words::KEEP_NAME.get(lang)}</button>
                {button("button button--small button--quiet", None, words::CANCEL.get(lang).to_owned(), close)}
            </div>
        </form>
    }
    .into_any()
}

/// Entries that cannot be read, as they are. One that has been saved to a file can be given up.
fn set_aside(session: Session, lang: Lang) -> AnyView {
    let entries = RwSignal::new(DRAFTS.aside());
    let saved = RwSignal::new(Vec::<String>::new());
    let row = move |(id, entry): (String, String)| {
        let file = format!("miyun-draft-unreadable-{id}.json");
        let (saving, discarding, name) = (id.clone(), id.clone(), id.clone());
        let save = Callback::new(move |()| {
            if files::download(&file, "application/json", entry.as_bytes()) {
                saved.update(|saved| saved.push(saving.clone()));
            }
        });
        let discard = Callback::new(move |()| {
            DRAFTS.discard(&discarding);
            entries.update(|entries| entries.retain(|(other, _)| *other != discarding));
            session.said.set(format!("{}{discarding}", words::DELETED.get(lang)));
            focus_soon("page-title".to_owned());
        });
        let is_saved = Memo::new(move |_| saved.with(|saved| saved.contains(&id)));
        let discard = move || {
            let delete = words::DELETE.get(lang).to_owned();
            is_saved.get().then(|| button("button button--small button--quiet", None, delete, discard))
        };
        let label = interview::DOWNLOAD_IT.get(lang).to_owned();
        view! {
            <li class="draft-row">
                <span>{name}</span>
                <div class="button-row">{button("button button--small", Some(Glyph::Save), label, save)}{discard}</div>
            </li>
        }
        .into_any()
    };
    (move || {
        let rows: Vec<_> = entries.get().into_iter().map(row).collect();
        (!rows.is_empty()).then(|| {
            let list = view! { <ul class="rows">{rows}</ul> }.into_any();
            let note = words::ASIDE_NOTE.get(lang).into_any();
            section("aside".to_owned(), words::ASIDE.get(lang).to_owned(), note, list)
        })
    })
    .into_any()
}
