//! The page for the board: shown as the sheet that is printed, and saved for Word.

// The place of a cut is a foreign function, which the attribute declares.
#![allow(unsafe_code)]

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::{html, web_sys::Element};
use miyun::date::Date;
use miyun::drafts::draft::Draft;
use miyun::office::docx;
use miyun::packet::Board;
use miyun::packet::file_name::file_name;
use miyun::planner::Forecast;
use miyun::text::{Lang, Text};

use crate::ui::components::button::{button, print_button};
use crate::ui::components::icon::Glyph;
use crate::ui::components::layout::section;
use crate::ui::drafts::files;
use crate::ui::drafts::session::Session;
use crate::ui::frame::cut::cut;
use crate::ui::papers::pagination;
use crate::ui::words::board as words;

/// The type of Word files.
const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The section. While the sheet is `shown`, it is what the page prints.
pub(super) fn board(session: Session, forecast: RwSignal<Forecast>, shown: RwSignal<bool>) -> AnyView {
    let lang = session.lang.get_untracked();
    let text = move |words: Text| words.get(lang).to_owned();
    let said = RwSignal::new(String::new());
    let host: NodeRef<html::Div> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(host) = host.get() {
            let host: &Element = &host;
            let board = session
                .draft
                .with(|draft| forecast.with(|forecast| Board::lay_out(draft, forecast, lang, session.today)));
            pagination::lay(host, &board.volume());
        }
    });
    let show = Callback::new(move |()| shown.update(|shown| *shown = !*shown));
    let save = Callback::new(move |()| {
        let (draft, forecast) = (session.draft.get_untracked(), forecast.get_untracked());
        let file = file_name(draft.name(), words::BOARD.get(lang), &draft.code(), "docx");
        spawn_local(async move {
            let says = match cut_board(draft, forecast, lang, session.today).await {
                Err(_) => text(words::OFFICE_NOT_COME),
                Ok(Err(why)) => why,
                Ok(Ok(bytes)) if files::download(&file, KIND, &bytes) => match lang {
                    Lang::Zh => format!("已存为{file}"),
                    Lang::En => format!("Saved as {file}"),
                },
                Ok(Ok(_)) => text(words::NOT_DOWNLOADED),
            };
            let _ = said.try_set(says);
        });
    });
    let buttons = move || {
        let label = if shown.get() { words::HIDE } else { words::SHOW };
        view! {
            <div class="button-row">
                {button("button", None, text(label), show)}
                {shown.get().then(|| print_button("button", text(words::PRINT)))}
                {button("button", Some(Glyph::Save), text(words::WORD), save)}
            </div>
        }
    };
    let head = move || {
        let body = view! { {buttons}<p class="small" role="status">{said}</p> };
        section("board".into(), text(words::BOARD), text(words::BOARD_NOTE).into_any(), body.into_any())
    };
    let is_begun = Memo::new(move |_| session.draft.with(|draft| draft.facts.answered() > 0));
    let sheet = move || {
        let is_shown = shown.get() && is_begun.get();
        is_shown.then(|| view! { <div class="desk"><div class="sheets" node_ref=host></div></div> })
    };
    view! {
        <div class="no-print">{move || is_begun.get().then(head)}</div>
        {sheet}
    }
    .into_any()
}

fn docx_of(draft: Draft, forecast: Forecast, lang: Lang, today: Date) -> Result<Vec<u8>, String> {
    docx::docx(&Board::lay_out(&draft, &forecast, lang, today).volume()).map_err(|why| why.to_string())
}

cut!(office: cut_board(draft: Draft, forecast: Forecast, lang: Lang, today: Date) -> Result<Vec<u8>, String> = docx_of);
