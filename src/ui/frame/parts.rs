//! Pages, and parts of pages, whose code comes when a reader first goes there, in a file of its own: `cargo xtask release`
//! cuts the program at the functions named here. Pages in one file are those that are read together. Any other build, such
//! as Trunk's, has everything in one file, and its cuts are plain functions.

// The place of the cut is a foreign function, which the attribute declares.
#![allow(unsafe_code)]

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;
use miyun::drafts::draft::Draft;
use miyun::text::Lang;

use crate::ui::components::button::button;
use crate::ui::components::icon::Glyph;
use crate::ui::components::notice::{Notice, Tone, notice};
use crate::ui::components::progress::coming;
use crate::ui::drafts::session::{Rules, Session};
use crate::ui::frame::cut::cut;
use crate::ui::frame::route::{Route, arrive, arrive_late};
use crate::ui::pages::check::check_page;
use crate::ui::pages::clause::clause_page;
use crate::ui::pages::doubts::doubts_page;
use crate::ui::pages::drafts::drafts_page;
use crate::ui::pages::examples::example_rows;
use crate::ui::pages::first::first_page;
use crate::ui::pages::glossary::glossary_page;
use crate::ui::pages::handout::handout_page;
use crate::ui::pages::offline::offline_page;
use crate::ui::pages::opening::opening_page;
use crate::ui::pages::packet::packet_page;
use crate::ui::pages::planner::planner_page;
use crate::ui::pages::portfolio::portfolio_page;
use crate::ui::pages::result::result_page;
use crate::ui::pages::rules::rules_page;
use crate::ui::pages::service::service_page;
use crate::ui::pages::subject::subject_page;
use crate::ui::pages::tasks::tasks_page;
use crate::ui::pages::verify::verify_page;
use crate::ui::words::interview as words;

/// How long a reader waits before being told what for.
const PATIENCE: Duration = Duration::from_millis(300);

type Coming<T> = Pin<Box<dyn Future<Output = Result<T, SplitLoaderError>>>>;

/// A page whose code comes later.
#[derive(Clone, Copy)]
pub struct LazyPage {
    /// Gets the code, unless it is here. What failed may be tried again.
    fetch: fn() -> Coming<()>,
    /// Draws the page, at once when the code is here.
    draw: fn(Session) -> Coming<AnyView>,
}

/// Puts the code of pages into files: `FILE: NAME = CUT => page`. The linker knows the place of a cut by its name. With
/// each page come the rules, which the frame of the page waits for.
macro_rules! later {
    ($($file:ident: $later:ident = $cut:ident => $page:path;)+) => {$(
        #[doc = concat!("Its code lies in the file `", stringify!($file), "`.")]
        pub const $later: LazyPage = {
            fn draw(session: Session) -> AnyView {
                know(session);
                $page(session)
            }
            cut!($file: $cut(session: Session) -> AnyView = draw, preload(fetch));
            LazyPage { fetch: || Box::pin(fetch()), draw: |session| Box::pin($cut(session)) }
        };
    )+};
}

/// Lets the page have the rules. Called behind a cut only: they are not in the file that starts the page.
fn know(session: Session) {
    if session.rules.with_untracked(Option::is_none) {
        session.rules.set(Some(Rules {
            assess: |draft, working| draft.rules().assess(&draft.facts, working),
            count: |draft, report| draft.interview(report).count_all(&draft.facts),
        }));
    }
}

/// No page: the rules, for the frame around the first page.
fn rules_alone(_: Session) -> AnyView {
    ().into_any()
}

/// No page: what a reviewer looks for, for the count in the frame.
fn checks_alone(session: Session) -> AnyView {
    session.find_flags.set(Some(Draft::flags_of_check));
    ().into_any()
}

/// The page of the subject that the address names.
fn subject_named(session: Session) -> AnyView {
    match session.route.get_untracked() {
        Route::Subject(subject) => subject_page(session, subject),
        _ => ().into_any(),
    }
}

/// The page of the clause that the address names.
fn clause_named(session: Session) -> AnyView {
    match session.route.get_untracked() {
        Route::Clause(clause) => clause_page(session, clause),
        _ => ().into_any(),
    }
}

// Code that several files need goes into more files, one for every set of them that needs the same: few are best.
later! {
    work: RULES_ALONE = cut_rules_alone => rules_alone;
    more: CHECKS_ALONE = cut_checks_alone => checks_alone;
    examples: EXAMPLES = cut_examples => example_rows;
    work: FIRST = cut_first => first_page;
    work: TASKS = cut_tasks => tasks_page;
    work: SUBJECT = cut_subject => subject_named;
    work: RESULT = cut_result => result_page;
    more: CLAUSE = cut_clause => clause_named;
    more: PLANNER = cut_planner => planner_page;
    more: CHECK = cut_check => check_page;
    more: DRAFTS = cut_drafts => drafts_page;
    more: PORTFOLIO = cut_portfolio => portfolio_page;
    more: HANDOUT = cut_handout => handout_page;
    rules: RULES = cut_rules => rules_page;
    rules: DOUBTS = cut_doubts => doubts_page;
    rules: GLOSSARY = cut_glossary => glossary_page;
    papers: PACKET = cut_packet => packet_page;
    papers: VERIFY = cut_verify => verify_page;
    more: OFFLINE = cut_offline => offline_page;
    more: OPENING = cut_opening => opening_page;
    service: SERVICE = cut_service => service_page;
}

/// The code of a page: on its way, and for how long; here; not to be had.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Code {
    Coming,
    Slow,
    Here,
    Missing,
}

/// Gets the rules as soon as there is a draft that they say something of, then what a reviewer looks for.
pub fn know_in_time(session: Session) {
    Effect::new(move |_| {
        if session.draft.with(|draft| draft.facts.answered() == 0) {
            return;
        }
        let next = match (session.rules.get(), session.find_flags.get()) {
            (None, _) => RULES_ALONE,
            (Some(_), None) => CHECKS_ALONE,
            (Some(_), Some(_)) => return,
        };
        // Where its code is not to be had, the page that needs it says so.
        spawn_local(async move {
            let _ = (next.draw)(session).await;
        });
    });
}

/// Draws a page, when its code is there.
pub fn lazy_page(session: Session, page: LazyPage, lang: Lang) -> AnyView {
    let code = RwSignal::new(Code::Coming);
    fetch(page, code);
    let again = Callback::new(move |()| {
        code.set(Code::Coming);
        fetch(page, code);
        set_timeout(arrive, Duration::ZERO);
    });
    (move || match code.get() {
        Code::Coming => coming(None),
        Code::Slow => coming(Some(words::COMING.get(lang).to_owned())),
        Code::Here => match at_once(&mut (page.draw)(session)) {
            Some(Ok(page)) => page,
            _ => missing(again, lang),
        },
        Code::Missing => missing(again, lang),
    })
    .into_any()
}

fn fetch(page: LazyPage, code: RwSignal<Code>) {
    let mut fetched = (page.fetch)();
    if let Some(result) = at_once(&mut fetched) {
        return code.set(if result.is_ok() { Code::Here } else { Code::Missing });
    }
    set_timeout(
        move || {
            // The reader may have gone elsewhere meanwhile.
            if code.try_get_untracked() == Some(Code::Coming) {
                turn(code, Code::Slow);
            }
        },
        PATIENCE,
    );
    spawn_local(async move {
        let result = fetched.await;
        turn(code, if result.is_ok() { Code::Here } else { Code::Missing });
    });
}

/// Shows how far the code is; a reader who is awaited goes along.
fn turn(code: RwSignal<Code>, to: Code) {
    let late = arrive_late();
    let _ = code.try_set(to);
    if let Some(arrive) = late {
        set_timeout(arrive, Duration::ZERO);
    }
}

/// What a future already has.
fn at_once<T>(future: &mut Coming<T>) -> Option<Result<T, SplitLoaderError>> {
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => Some(result),
        Poll::Pending => None,
    }
}

fn missing(again: Callback<()>, lang: Lang) -> AnyView {
    // Told by public/start.js, which sees what the server answers.
    let unserved = js_sys::Reflect::get(&window(), &"portalUnserved".into()).is_ok_and(|unserved| unserved.is_truthy());
    let (says, action, press) = if unserved {
        let reload = Callback::new(|()| {
            let _ = window().location().reload();
        });
        (words::NOT_SERVED_SAYS, words::RELOAD, reload)
    } else {
        (words::NOT_COME_SAYS, words::TRY_AGAIN, again)
    };
    notice(Notice {
        tone: Tone::Danger,
        glyph: Glyph::Warn,
        title: words::NOT_COME.get(lang).to_owned(),
        body: says.get(lang).into_any(),
        actions: Some(button("button button--small", None, action.get(lang).to_owned(), press)),
        row: false,
    })
}
