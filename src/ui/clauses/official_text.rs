//! The official text, opened from a file of the reader's: read here, shown here, kept nowhere.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;
use miyun::official_text::{LARGEST, NotTheText, OfficialText};
use miyun::text::Lang;

use crate::ui::components::button::button;
use crate::ui::components::file_drop::file_drop;
use crate::ui::components::icon::Glyph;
use crate::ui::components::jump::jump;
use crate::ui::components::notice::{Notice, Tone, notice};
use crate::ui::components::panel::panel;
use crate::ui::drafts::files;
use crate::ui::drafts::session::{Official, Session};
use crate::ui::words::{interview::COLON, rules as words};

/// The id of the notice that says which file is open.
pub const OPENED: &str = "official-opened";

/// Where the file is dropped or chosen, and why it was refused.
pub fn opener(session: Session) -> AnyView {
    let lang = session.lang.get_untracked();
    let refused = RwSignal::new(None::<(String, String)>);
    let drop = file_drop(
        words::OFFICIAL_DROP.get(lang).to_owned(),
        words::OFFICIAL_CHOOSE.get(lang).to_owned(),
        ".txt,.text,.md,.htm,.html,text/plain,text/html",
        Callback::new(move |file| open(session, &file, refused)),
    );
    let why = move || {
        refused.get().map(|(name, why)| {
            let told = notice(Notice {
                tone: Tone::Danger,
                glyph: Glyph::Warn,
                title: words::OFFICIAL_REFUSED.get(lang).to_owned(),
                body: view! { <p>{format!("{name}{}{why}", COLON.get(lang))}</p> }.into_any(),
                actions: None,
                row: false,
            });
            view! { <div class="mt-3">{told}</div> }
        })
    };
    let body = view! { {drop}{why} }.into_any();
    let panel = panel("official-title", words::OFFICIAL.get(lang).to_owned(), body);
    view! { <div class="no-print">{panel}</div> }.into_any()
}

/// Which file is open, and how to put it away.
pub fn opened(session: Session, official: &Official) -> AnyView {
    let lang = session.lang.get_untracked();
    let close = button(
        "button button--small",
        None,
        words::OFFICIAL_CLOSE.get(lang).to_owned(),
        Callback::new(move |()| {
            session.official.set(None);
            after(|| jump("official-title"));
        }),
    );
    let told = notice(Notice {
        tone: Tone::Plain,
        glyph: Glyph::File,
        title: format!("{}{}{}", words::OFFICIAL_OPEN.get(lang), COLON.get(lang), official.name),
        body: view! { <p>{words::OFFICIAL_OPEN_NOTE.get(lang)}</p> }.into_any(),
        actions: Some(close),
        row: true,
    });
    view! { <div id=OPENED>{told}</div> }.into_any()
}

/// Reads a file; the page is told when it is the text, else why not.
fn open(session: Session, file: &File, refused: RwSignal<Option<(String, String)>>) {
    let lang = session.lang.get_untracked();
    let name = file.name();
    let refuse = move |name: String, why: String| {
        let why = format!("{why}{}{}", if lang == Lang::En { " " } else { "" }, words::OFFICIAL_KEPT.get(lang));
        let _ = refused.try_set(Some((name, why)));
    };
    refused.set(None);
    if file.size() > f64::from(u32::try_from(LARGEST).unwrap_or(u32::MAX)) {
        return refuse(name, NotTheText::TooLarge(file.size() as usize).says(lang));
    }
    let file = file.clone();
    spawn_local(async move {
        let Some(bytes) = files::bytes(&file).await else {
            return refuse(name, words::OFFICIAL_UNREAD.get(lang).to_owned());
        };
        match OfficialText::open(session.edition(), &bytes) {
            Ok(text) => {
                session.official.set(Some(Official { name, text: Arc::new(text) }));
                after(|| jump(OPENED));
            }
            Err(why) => refuse(name, why.says(lang)),
        }
    });
}

/// Once the page has been drawn anew.
fn after(then: impl FnOnce() + 'static) {
    set_timeout(then, std::time::Duration::ZERO);
}
