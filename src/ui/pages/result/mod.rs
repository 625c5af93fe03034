//! What the rules say of the draft: totals, years, every clause with its reason, and what the limits did.

mod aside;
mod clauses;
mod limits;
mod open;
mod plan;
mod procedure;
mod reply;
mod totals;
mod years;

use std::sync::Arc;

use leptos::prelude::*;
use miyun::date::Date;
use miyun::drafts::draft::Draft;
use miyun::money::Money;
use miyun::rule::Report;
use miyun::text::Lang;

use crate::ui::clauses::doubt_card::raised_card;
use crate::ui::clauses::figures::{self, Scale};
use crate::ui::clauses::reasons;
use crate::ui::components::disclosure::disclosure;
use crate::ui::components::icon::Glyph;
use crate::ui::components::layout::{columns, page_head, section};
use crate::ui::components::notice::{Notice, Tone, notice};
use crate::ui::components::running::running;
use crate::ui::drafts::session::Session;
use crate::ui::frame::route::Route;
use crate::ui::pages::result::open::open_clauses;
use crate::ui::papers::running_head::running_head;
use crate::ui::words::{self, Speaks, service};

/// The page of the result. Its parts are drawn anew after each answer; the questions that can be answered here stay as
/// they are, so that one can go on typing.
pub fn result_page(session: Session) -> AnyView {
    let lang = session.lang.get_untracked();
    // The one clause whose questions are open, by its place in the report.
    let answering = RwSignal::new(None::<usize>);
    let part = move |view: fn(&Result<'_>) -> AnyView| draw(session, None, view);
    let others = move |view: fn(&Result<'_>) -> AnyView| draw(session, Some(answering), view);
    let clauses = view! {
        {others(|page| page.verdicts_before())}
        {open_clauses(session, answering)}
        {others(|page| page.verdicts_after())}
    };
    let note = part(|page| page.verdicts_note());
    let content = view! {
        {part(|page| page.years())}
        {section("clauses".into(), words::CLAUSES.get(lang).to_owned(), note, clauses.into_any())}
        {part(|page| page.limits())}
        {part(|page| page.plan().into_any())}
        {procedure::procedure(session)}
        <p class="mt-4 no-print"><a href=Route::Service.href()>{service::LINK.get(lang)}</a></p>
        {doubts(session)}
    };
    let page = view! {
        {part(|page| page.head())}
        <div class="mt-7">
            {columns(content.into_any(), words::RESULT_ASIDE.get(lang).to_owned(), false, part(|page| page.aside()))}
        </div>
    };
    running(move || running_head(session), page.into_any())
}

/// A part of the page, drawn anew after each answer.
fn draw(
    session: Session,
    answering: Option<RwSignal<Option<usize>>>,
    view: impl Fn(&Result<'_>) -> AnyView + Send + 'static,
) -> AnyView {
    (move || {
        let report = session.working.get();
        let answering = answering.and_then(|answering| answering.get());
        session.draft.with(|draft| view(&Result::of(session, draft, &report, answering)))
    })
    .into_any()
}

/// Every doubt: both readings with both amounts, and the question to send.
fn doubts(session: Session) -> AnyView {
    let lang = session.lang.get_untracked();
    let raised = Memo::new(move |_| {
        session.working.with(|report| {
            let raised = report.raised().into_iter().enumerate();
            raised.map(|(place, raised)| (place, raised.doubt.number, raised.prudent, raised.adds)).collect::<Vec<_>>()
        })
    });
    let card = move |place: usize| {
        session.working.with_untracked(|report| {
            let raised = report.raised();
            let raised = raised.get(place)?;
            let issue = reasons::sentence(raised.doubt.issue.get(lang), lang);
            let adds = match (raised.adds.is_zero(), lang) {
                (true, _) => words::NO_CHANGE.get(lang).to_owned(),
                (false, _) => format!("+{}", figures::amount(raised.adds, lang)),
            };
            let summary = match lang {
                Lang::Zh => format!("{}　{issue}（{adds}）", raised.doubt.number),
                Lang::En => format!("{} {issue} ({adds})", raised.doubt.number),
            };
            let card = view! { {raised_card(raised, lang)}{reply::reply(session, raised.doubt.number, lang)} };
            Some(disclosure(false, summary, card.into_any()))
        })
    };
    (move || {
        raised.with(|raised| !raised.is_empty()).then(|| {
            let list = view! { <For each=move || raised.get() key=|raised| *raised children=move |(place, ..)| card(place) /> };
            section(
                "doubts".into(),
                words::DOUBTS.get(lang).to_owned(),
                words::DOUBTS_NOTE.get(lang).into_any(),
                list.into_any(),
            )
        })
    })
    .into_any()
}

fn counted_clauses(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("{count}条"),
        (Lang::En, 1) => "1 clause".to_owned(),
        (Lang::En, _) => format!("{count} clauses"),
    }
}

/// What the page is drawn from.
struct Result<'a> {
    draft: &'a Draft,
    report: &'a Arc<Report>,
    lang: Lang,
    today: Date,
    /// The clause being answered, by its place: it stands among the open ones, whatever became of it.
    answering: Option<usize>,
}

impl Speaks for Result<'_> {
    fn lang(&self) -> Lang {
        self.lang
    }
}

impl<'a> Result<'a> {
    fn of(session: Session, draft: &'a Draft, report: &'a Arc<Report>, answering: Option<usize>) -> Self {
        Self { draft, report, lang: session.lang.get_untracked(), today: session.today, answering }
    }

    fn clauses(&self, count: usize) -> String {
        counted_clauses(count, self.lang)
    }

    fn scale(&self, amounts: impl IntoIterator<Item = Money>) -> Scale {
        Scale::of(amounts, self.lang)
    }

    fn head(&self) -> AnyView {
        let kicker = self.draft.who(self.lang).into_iter().map(IntoAny::into_any).collect();
        let force = notice(Notice {
            tone: Tone::Caution,
            glyph: Glyph::Warn,
            title: self.text(words::FORCE),
            body: view! { <p class="small">{self.text(words::FORCE_SAYS)}</p> }.into_any(),
            actions: None,
            row: false,
        });
        view! {
            {page_head(kicker, vec![self.text(words::RESULT)], None)}
            // The head of the site, which has the dates on the screen, is not printed.
            <p class="only-print small soft mb-4">{self.dates_in_a_line()}</p>
            {self.totals(&self.report.groups(None))}
            <div class="mt-6">{force}</div>
        }
        .into_any()
    }

    fn day(&self, date: Date) -> String {
        match self.lang {
            Lang::Zh => date.to_string(),
            Lang::En => date.en(),
        }
    }

    /// The three dates, each with its name.
    fn dates(&self) -> [(String, String); 3] {
        let calculated = self.draft.calculated.map_or_else(|| self.text(words::TO_BE_TOLD), |date| self.day(date));
        [
            (self.text(words::DATE_OF_RULES), self.day(self.draft.rules().index.in_force)),
            (self.text(words::DATE_OF_CALCULATION), calculated),
            (self.text(words::DATE_OF_TODAY), self.day(self.today)),
        ]
    }

    fn dates_in_a_line(&self) -> String {
        let dates = self.dates().map(|(name, date)| format!("{name} {date}"));
        dates.join(" · ")
    }
}
