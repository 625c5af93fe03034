//! The frame of every page: head, the three dates, notices, the page itself, foot.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{DragEvent, Element, EventTarget, File, HtmlElement};
use miyun::article::article;
use miyun::drafts::draft::Draft;
use miyun::text::{Lang, Text};

use crate::ui::components::button::{button_row, icon_button, link_button};
use crate::ui::components::field::{follow_composing, follow_the_pointer};
use crate::ui::components::file_drop::file_input;
use crate::ui::components::foot::foot;
use crate::ui::components::icon::Glyph;
use crate::ui::components::jump::focus_soon;
use crate::ui::components::layout::page_head;
use crate::ui::components::masthead::{masthead, masthead_draft, skip_link};
use crate::ui::components::menu::{MenuButton, menu, menu_item, menu_item_off, menu_link};
use crate::ui::components::runner::{Step, runner};
use crate::ui::drafts::clock::moment;
use crate::ui::drafts::files;
use crate::ui::drafts::opening::{name_of, open_file, save_file};
use crate::ui::drafts::session::{Saved, Session};
use crate::ui::drafts::storage::{self, Refusal, Theme};
use crate::ui::frame::first_paint::{self, after_first_paint};
use crate::ui::frame::notices::{chat_program, contest, trouble, undelete, undo};
use crate::ui::frame::offline;
use crate::ui::frame::parts::{self, lazy_page};
use crate::ui::frame::places;
use crate::ui::frame::route::{Route, arrive};
use crate::ui::pages::start::start_page;
use crate::ui::papers::office;
use crate::ui::words::check::{STEP as STEP_CHECK, TO_HANDOUT};
use crate::ui::words::{
    drafts as draft_words, interview as words, offline as offline_words, opening as opening_words, portfolio, rules,
    service,
};

/// Where everything is drawn. What a saved copy of the page holds there goes when it is opened.
const PAGE: &str = "page";

/// Mounts the page.
pub fn start() {
    // In the page that is handed out a panic has no words: they are for those who work on it.
    #[cfg(not(split))]
    console_error_panic_hook::set_once();
    follow_the_pointer();
    follow_composing();
    let Some(place) = document().get_element_by_id(PAGE).and_then(|place| place.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    storage::when_at_hand(|| mount(place));
}

fn mount(place: HtmlElement) {
    leptos::mount::mount_to(place, || {
        let session = Session::open();
        offline::start(session);
        places::keep();
        follow_the_hash(session);
        if Route::here().place().is_some() {
            set_timeout(arrive, std::time::Duration::ZERO);
        }
        parts::know_in_time(session);
        first_paint::watch(session);
        undo_by_keys(session);
        keep_what_is_dropped_out();
        open_what_is_pasted(session);
        say_the_language(session);
        let theme = RwSignal::new(storage::theme());
        show_the_theme(theme);
        move || shell(session, theme)
    })
    .forget();
}

/// The hash leads; the page follows, and its title and focus with it.
fn follow_the_hash(session: Session) {
    let _ = window_event_listener_untyped("hashchange", move |_| {
        let route = Route::here();
        if session.route.with_untracked(|old| *old != route) {
            places::turn();
            session.route.set(route);
            session.deleted.set(None);
            session.undo.set(None);
            set_timeout(arrive, std::time::Duration::ZERO);
        }
    });
    Effect::new(move |_| {
        let lang = session.lang.get();
        let name = match session.route.get() {
            Route::Start => words::STEP_START.get(lang).to_owned(),
            Route::First => words::FIRST.get(lang).to_owned(),
            Route::Tasks => words::STEP_FILL.get(lang).to_owned(),
            Route::Subject(subject) => subject.words()[1].get(lang).to_owned(),
            Route::Clause(id) => {
                session.draft.with_untracked(Draft::index).clause(id).map_or_else(String::new, |clause| {
                    format!("{} {}", article(clause.article, lang), clause.title.get(lang))
                })
            }
            Route::Result => words::STEP_RESULT.get(lang).to_owned(),
            Route::Planner => words::STEP_PLANNER.get(lang).to_owned(),
            Route::Check => STEP_CHECK.get(lang).to_owned(),
            Route::Packet => words::STEP_PACKET.get(lang).to_owned(),
            Route::Rules(_) => rules::RULES.get(lang).to_owned(),
            Route::Doubts(_) => rules::DOUBTS.get(lang).to_owned(),
            Route::Glossary(_) => rules::GLOSSARY.get(lang).to_owned(),
            Route::Drafts => draft_words::DRAFTS.get(lang).to_owned(),
            Route::Portfolio => portfolio::PORTFOLIO.get(lang).to_owned(),
            Route::Handout => TO_HANDOUT.get(lang).to_owned(),
            Route::Verify => words::VERIFY.get(lang).to_owned(),
            Route::Offline => offline_words::OFFLINE.get(lang).to_owned(),
            Route::Opening => opening_words::OPENING.get(lang).to_owned(),
            Route::Service => service::SERVICE.get(lang).to_owned(),
        };
        document().set_title(&format!("{name} — {}", words::SITE.get(lang)));
        let bar = matches!(session.route.get(), Route::Tasks | Route::Subject(_));
        if let Some(body) = document().body() {
            let _ = body.class_list().toggle_with_force("has-bar", bar);
        }
    });
}

/// Ctrl+Z and Ctrl+Y step back and forward. In a field they belong to the browser.
fn undo_by_keys(session: Session) {
    let _ = window_event_listener(leptos::ev::keydown, move |event| {
        if event.target().is_some_and(|target| types_text(&target))
            || event.alt_key()
            || !(event.ctrl_key() || event.meta_key())
        {
            return;
        }
        let back = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", shift) => !shift,
            ("y", false) => false,
            _ => return,
        };
        event.prevent_default();
        step(session, back);
    });
}

/// A file dropped beside the box for files would be opened by the browser in place of the page.
fn keep_what_is_dropped_out() {
    for name in ["dragover", "drop"] {
        let _ = window_event_listener_untyped(name, |event| {
            let dragged = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
            if dragged.is_some_and(|data| data.types().includes(&"Files".into(), 0)) {
                event.prevent_default();
            }
        });
    }
}

/// Goes a step back or forward and says so. The focus stays where it was, if that is still there.
fn step(session: Session, back: bool) {
    let (past, future) = session.steps.get_untracked();
    if (if back { past } else { future }) == 0 {
        return;
    }
    let focused = document().active_element().map(|element| element.id()).filter(|id| !id.is_empty());
    session.step(back);
    let said = if back { draft_words::UNDONE } else { draft_words::REDONE };
    let (past, future) = session.steps.get_untracked();
    let left = if back { past } else { future };
    session.said.set(format!("{}{left}", said.get(session.lang.get_untracked())));
    if let Some(id) = focused {
        focus_soon(id);
    }
}

fn root() -> Option<Element> {
    document().document_element()
}

fn say_the_language(session: Session) {
    Effect::new(move |_| {
        if let Some(root) = root() {
            let _ = root.set_attribute("lang", session.lang.get().tag());
        }
    });
}

fn show_the_theme(theme: RwSignal<Theme>) {
    Effect::new(move |_| {
        let Some(root) = root() else { return };
        let _ = match theme.get() {
            Theme::System => root.remove_attribute("data-theme"),
            chosen => root.set_attribute("data-theme", chosen.id()),
        };
    });
}

/// Everything in the language of the page. Switching draws it anew; what is typed outlives that.
fn shell(session: Session, theme: RwSignal<Theme>) -> AnyView {
    let lang = session.lang.get();
    let nothing = Memo::new(move |_| session.draft.with(|draft| draft.facts.answered() == 0));
    let page = move || {
        session.typing.epoch.track();
        let route = session.route.get();
        let class = match route {
            Route::Start => "page page--tight",
            // The desk takes the whole width and brings its own frame.
            Route::Packet | Route::Service => "",
            _ => "page",
        };
        let is_of_answers = matches!(
            route,
            Route::First
                | Route::Subject(_)
                | Route::Result
                | Route::Planner
                | Route::Check
                | Route::Packet
                | Route::Handout
                | Route::Service
        );
        let page = match route {
            // Without an answer there is nothing to show of them.
            _ if is_of_answers && nothing.get() => {
                let class = if matches!(route, Route::Packet | Route::Service) { "page" } else { "" };
                view! { <div class=class>{nothing_yet(session, lang)}</div> }.into_any()
            }
            Route::Start => start_page(session),
            Route::First => lazy_page(session, parts::FIRST, lang),
            Route::Tasks => lazy_page(session, parts::TASKS, lang),
            Route::Subject(_) => lazy_page(session, parts::SUBJECT, lang),
            Route::Clause(_) => lazy_page(session, parts::CLAUSE, lang),
            Route::Result => lazy_page(session, parts::RESULT, lang),
            Route::Planner => lazy_page(session, parts::PLANNER, lang),
            Route::Check => lazy_page(session, parts::CHECK, lang),
            Route::Packet => lazy_page(session, parts::PACKET, lang),
            Route::Rules(_) => lazy_page(session, parts::RULES, lang),
            Route::Doubts(_) => lazy_page(session, parts::DOUBTS, lang),
            Route::Glossary(_) => lazy_page(session, parts::GLOSSARY, lang),
            Route::Drafts => lazy_page(session, parts::DRAFTS, lang),
            Route::Portfolio => lazy_page(session, parts::PORTFOLIO, lang),
            Route::Handout => lazy_page(session, parts::HANDOUT, lang),
            Route::Verify => lazy_page(session, parts::VERIFY, lang),
            Route::Offline => lazy_page(session, parts::OFFLINE, lang),
            Route::Opening => lazy_page(session, parts::OPENING, lang),
            Route::Service => lazy_page(session, parts::SERVICE, lang),
        };
        view! {
            <main id="main" class=class>
                {move || chat_program(session, lang)}
                {move || contest(session, lang)}
                {move || trouble(session, lang)}
                {offline::notices(session, lang)}
                {page}
            </main>
        }
    };
    view! {
        {skip_link(words::SKIP.get(lang).to_owned())}
        {masthead(
            Route::Start.href(),
            words::phrases(words::SITE_PHRASES, lang),
            format!("{}{} · {}", words::UNDER.get(lang), session.draft.with_untracked(Draft::index).number, words::SITE_SUB.get(lang)),
            tools(session, theme, lang),
            steps(session, lang),
        )}
        {page}
        {after_first_paint(session, move || foot_of(session, lang))}
        {move || undelete(session, lang).or_else(|| undo(session, lang))}
        <p class="visually-hidden" role="status">{session.said}</p>
    }
    .into_any()
}

/// In place of what is worked out from answers while there are none: the way to the start.
fn nothing_yet(session: Session, lang: Lang) -> AnyView {
    let say = |text: Text| text.get(lang).to_owned();
    let start = link_button("button button--primary", Route::Start.href(), say(words::TO_START), Some(Glyph::Right));
    let drafts = move || {
        let count = session.lines.with(Vec::len);
        (count > 0).then(|| link_button("button", Route::Drafts.href(), draft_words::all(count, lang), None))
    };
    view! {
        {page_head(Vec::new(), vec![say(words::NOTHING_YET)], Some(say(words::NOTHING_YET_SAYS).into_any()))}
        {button_row("", vec![start, drafts.into_any()])}
    }
    .into_any()
}

fn foot_of(session: Session, lang: Lang) -> AnyView {
    let approval = session.draft.with_untracked(|draft| draft.index().approval);
    foot(
        format!("{}{}{}", words::foot(approval, lang), words::VERSION.get(lang), env!("CARGO_PKG_VERSION")),
        [
            (Route::Rules(None), rules::RULES),
            (Route::Doubts(None), rules::DOUBTS),
            (Route::Glossary(None), rules::GLOSSARY),
            (Route::Verify, words::VERIFY),
            (Route::Offline, offline_words::OFFLINE),
        ]
        .map(|(route, label)| (route.href(), label.get(lang).to_owned()))
        .into(),
    )
}

/// Steps of the journey, and the three dates that every page keeps apart.
fn steps(session: Session, lang: Lang) -> AnyView {
    let none = Signal::stored(String::new());
    // Nothing is worked out before there is anything to work with: the page starts the sooner. And what stays the same
    // after a key is not drawn again.
    let is_empty = move || session.draft.with(|draft| draft.facts.answered() == 0);
    let filled = Memo::new(move |_| {
        let Some(count) = (!is_empty()).then(|| session.known_count()).flatten() else { return String::new() };
        format!("{}/{}", count.answered, count.all)
    });
    let flagged = Memo::new(move |_| {
        if is_empty() {
            return String::new();
        }
        match (session.flags.with(|flags| flags.len()), lang) {
            (0, _) => String::new(),
            (count, Lang::Zh) => format!("{count}处留意"),
            (1, Lang::En) => "1 flag".to_owned(),
            (count, Lang::En) => format!("{count} flags"),
        }
    });
    let step = |route: Route, label: Text, count: Signal<String>, current: fn(Route) -> bool| Step {
        href: route.href(),
        label: label.get(lang).to_owned(),
        count,
        current: Signal::derive(move || current(session.route.get())),
    };
    let steps = vec![
        step(Route::Start, words::STEP_START, none, |route| route == Route::Start),
        step(Route::Tasks, words::STEP_FILL, filled.into(), |route| {
            matches!(route, Route::First | Route::Tasks | Route::Subject(_) | Route::Clause(_))
        }),
        step(Route::Result, words::STEP_RESULT, none, |route| route == Route::Result),
        step(Route::Planner, words::STEP_PLANNER, none, |route| route == Route::Planner),
        step(Route::Check, STEP_CHECK, flagged.into(), |route| matches!(route, Route::Check | Route::Handout)),
        step(Route::Packet, words::STEP_PACKET, none, |route| route == Route::Packet),
    ];
    let in_force = session.draft.with_untracked(Draft::index).in_force.to_string();
    let today = session.today.to_string();
    let calculated = Memo::new(move |_| {
        session.draft.with(|draft| draft.calculated.map_or("—".to_owned(), |day| day.to_string()))
    });
    let dates = vec![
        (words::DATE_RULES.get(lang).to_owned(), Signal::stored(in_force)),
        (words::DATE_CALCULATED.get(lang).to_owned(), calculated.into()),
        (words::DATE_TODAY.get(lang).to_owned(), Signal::stored(today)),
    ];
    runner(words::STEPS.get(lang).to_owned(), steps, dates)
}

/// The draft that is open, steps back and forward, the other language, the menu.
fn tools(session: Session, theme: RwSignal<Theme>, lang: Lang) -> AnyView {
    let name = Memo::new(move |_| session.draft.with(|draft| name_of(draft, lang)));
    let note = Signal::derive(move || match session.saved.get() {
        Saved::Never => String::new(),
        // Not before the reader has chosen between two windows.
        Saved::Soon if session.contest.get().is_some() => words::UNDECIDED.get(lang).to_owned(),
        Saved::Soon => words::SAVING.get(lang).to_owned(),
        Saved::At(at) => format!("{}{}", words::SAVED_AT.get(lang), moment(&at, session.today)),
        Saved::Refused(Refusal::Off) => words::NOT_SAVED.get(lang).to_owned(),
        Saved::Refused(Refusal::Full) => words::NO_ROOM.get(lang).to_owned(),
    });
    let other = match lang {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    };
    let switch = move |_| {
        storage::remember_language(other);
        session.lang.set(other);
        // The switch is drawn anew; the focus stays on it.
        focus_soon("language".to_owned());
    };
    // What chooses a file stays when the menu closes.
    let (choose, input) = file_input(office::ACCEPTED, Callback::new(move |file: File| open_file(session, file)));
    let glyph = |glyph: Glyph, label: Text, back: bool| {
        icon_button(
            "button button--quiet button--icon masthead__undo",
            glyph,
            label.get(lang).to_owned(),
            is_end(session, back),
            Callback::new(move |()| step(session, back)),
        )
    };
    view! {
        {masthead_draft(name.into(), note)}
        {glyph(Glyph::Undo, words::UNDO, true)}
        {glyph(Glyph::Redo, words::REDO, false)}
        <button id="language" class="button button--quiet" type="button" lang=other.tag() on:click=switch>
            {words::OTHER_LANGUAGE.get(lang)}
        </button>
        {input}
        {menu(
            MenuButton {
                id: "menu".to_owned(),
                label: Signal::stored(words::MENU.get(lang).to_owned()),
                glyph: Glyph::Menu,
                beside: false,
            },
            move || menu_items(session, theme, choose, lang),
        )}
    }
    .into_any()
}

/// Whether no step leads back, or forward.
fn is_end(session: Session, back: bool) -> Signal<bool> {
    Signal::derive(move || {
        let (past, future) = session.steps.get();
        (if back { past } else { future }) == 0
    })
}

/// What the menu holds.
fn menu_items(session: Session, theme: RwSignal<Theme>, choose: Callback<()>, lang: Lang) -> AnyView {
    let label = Signal::derive(move || {
        let words = match theme.get() {
            Theme::System => words::THEME_SYSTEM,
            Theme::Light => words::THEME_LIGHT,
            Theme::Dark => words::THEME_DARK,
        };
        words.get(lang).to_owned()
    });
    let save = Callback::new(move |()| save_file(session));
    let turn = Callback::new(move |()| {
        let next = theme.get_untracked().next();
        storage::remember_theme(next);
        theme.set(next);
    });
    let say = |text: Text| Signal::stored(text.get(lang).to_owned());
    let walk = |glyph: Glyph, label: Text, back: bool| {
        menu_item_off(glyph, say(label), is_end(session, back), Callback::new(move |()| step(session, back)))
    };
    let all_drafts = Signal::derive(move || draft_words::list(session.lines.with(Vec::len), lang));
    view! {
        {menu_item(Glyph::Save, say(words::SAVE_FILE), save)}
        {menu_item(Glyph::File, say(words::OPEN_FILE), choose)}
        {menu_link(Glyph::Off, offline_words::SAVE.get(lang).to_owned(), Route::Offline.href(), None)}
        {offline::is_hosted()
            .then(|| {
                let get = offline_words::GET.get(lang).to_owned();
                menu_link(Glyph::Save, get, offline::FILE.to_owned(), Some(offline::FILE))
            })}
        {menu_item(Glyph::Copy, all_drafts, Callback::new(|()| Route::Drafts.go()))}
        {walk(Glyph::Undo, words::UNDO, true)}
        {walk(Glyph::Redo, words::REDO, false)}
        {menu_item(Glyph::Theme, label, turn)}
    }
    .into_any()
}

/// A draft that was copied as text, and is pasted where nothing is typed, is opened as a file would be.
fn open_what_is_pasted(session: Session) {
    let _ = window_event_listener(leptos::ev::paste, move |event| {
        if event.default_prevented() || event.target().is_some_and(|target| types_text(&target)) {
            return;
        }
        let text = event.clipboard_data().and_then(|data| data.get_data("text").ok()).unwrap_or_default();
        if !text.trim_start().starts_with('{') {
            return;
        }
        event.prevent_default();
        if let Some(file) = files::file_of(words::PASTED.get(session.lang.get_untracked()), &text) {
            open_file(session, file);
        }
    });
}

/// Whether one types there.
fn types_text(target: &EventTarget) -> bool {
    target.dyn_ref::<Element>().is_some_and(|target| {
        matches!(target.matches("input:not([type=radio]):not([type=checkbox]),textarea"), Ok(true))
    })
}
