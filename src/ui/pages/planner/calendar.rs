//! What falls on which day, as a line of years, a table, and a file for the calendars of others.

use leptos::prelude::*;
use miyun::article::article;
use miyun::date::Year;
use miyun::drafts::calendar::{Dated, calendar};
use miyun::office::ics;
use miyun::packet::file_name::file_name;
use miyun::rule::{Event, Happening};
use miyun::text::{Lang, sentence};

use crate::ui::components::button::button;
use crate::ui::components::layout::section;
use crate::ui::components::plain::{Column, plain};
use crate::ui::components::timeline::{Span, Timeline, timeline};
use crate::ui::drafts::files;
use crate::ui::drafts::session::Session;
use crate::ui::pages::planner::Planner;
use crate::ui::words::{Speaks, planner as words};

/// How many windows of introduced enterprises the table shows; the file has them all.
const MOST_WINDOWS: usize = 12;

impl Planner<'_> {
    /// The section, where there is a day to tell.
    pub(super) fn calendar(&self, days: &[Dated]) -> Option<AnyView> {
        let last = days.iter().map(|day| day.event.until.year()).max()?;
        let first = days.first()?.event.from.year();
        let mut windows = 0;
        let is_shown = |day: &&Dated| {
            let is_window = day.event.kind == Happening::Window;
            windows += usize::from(is_window);
            !is_window || windows <= MOST_WINDOWS
        };
        let rows = days.iter().filter(is_shown).map(|day| self.row(day)).collect();
        let columns = vec![
            (Column::Text, self.text(words::WHAT)),
            (Column::Named, self.text(words::BASIS)),
            (Column::Named, self.text(words::CERTAINTY)),
        ];
        let table = plain(self.text(words::DAYS), columns, rows, None);
        let more = windows.saturating_sub(MOST_WINDOWS);
        let more = (more > 0).then(|| {
            let says = self.say(
                format!("另有{more}个引进企业窗口，见日历文件。"),
                format!("{more} more windows of introduced enterprises are in the calendar file."),
            );
            view! { <p class="small soft mt-3">{says}</p> }
        });
        let (session, lang) = (self.session, self.lang);
        let save = Callback::new(move |()| save(session, lang));
        let body = view! {
            {self.line(days, (first, last))}
            <div class="mt-4">{table}</div>
            {more}
            <div class="button-row mt-4">{button("button", None, self.text(words::SAVE_CALENDAR), save)}</div>
        };
        let (title, note) = (self.text(words::CALENDAR), self.text(words::CALENDAR_NOTE));
        Some(section("calendar".into(), title, note.into_any(), body.into_any()))
    }

    fn row(&self, day: &Dated) -> Vec<String> {
        let event = &day.event;
        vec![
            event.days(self.lang),
            event.title(self.lang).to_owned(),
            day.basis(self.draft, self.lang),
            event.sure.word().get(self.lang).to_owned(),
        ]
    }

    /// Calls and payments as dots, support and duties as bars up to their ends.
    fn line(&self, days: &[Dated], years: (Year, Year)) -> AnyView {
        let own = days.iter().filter(|day| day.edition.index.id == self.draft.edition).map(|day| &day.event);
        let mut calls: Vec<Year> =
            own.clone().filter(|event| event.kind == Happening::Call).map(|event| event.from.year()).collect();
        calls.dedup();
        let is_bar = |event: &&Event| matches!(event.kind, Happening::Support | Happening::Duty);
        let bar = |event: &Event| {
            let basis = article(event.provision.article, self.lang);
            let name = sentence(event.title(self.lang), self.lang);
            Span {
                name: self.say(format!("{name}（{basis}）"), format!("{name} ({basis})")),
                from: years.0,
                until: Some(event.until.year()),
                note: format!("{} · {}", event.days(self.lang), event.sure.word().get(self.lang)),
            }
        };
        let today = self.session.today;
        timeline(Timeline {
            label: self.text(words::CALENDAR_LABEL),
            years: (years.0.min(today.year()), years.1.max(today.year())),
            today: (today.year(), today.month()),
            today_note: self.text(words::CALENDAR_KEY),
            payments: self.text(words::CALLS),
            paid: calls.into_iter().map(|year| (year, year.to_string())).collect(),
            bars: own.filter(is_bar).map(bar).collect(),
        })
    }
}

/// Hands the calendar over as a file.
fn save(session: Session, lang: Lang) {
    let said = session.draft.with_untracked(|draft| {
        let days = calendar(draft, &session.working.get_untracked());
        let file = ics::write(draft.rules(), draft, &days, lang, session.today);
        let (_, code) = draft.seal();
        let name = file_name(draft.name(), words::CALENDAR_FILE.get(lang), &code, "ics");
        match (files::download(&name, ics::KIND, file.as_bytes()), lang) {
            (true, Lang::Zh) => format!("已存为{name}"),
            (true, Lang::En) => format!("Saved as {name}"),
            (false, _) => words::NOT_DOWNLOADED.get(lang).to_owned(),
        }
    });
    session.said.set(said);
}
