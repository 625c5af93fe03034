//! The page as a file: the draft that it carries, and newer versions of it.
//!
//! While the page is open its document carries the open draft (`miyun::drafts::page_copy`), so that a copy that the browser saves
//! is complete, and so that start.js can offer the draft when the program has stopped.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Event;
use miyun::drafts::list::Kept;
use miyun::drafts::page_copy::{EmbeddedDraft, open_parts};
use miyun::text::Lang;

use crate::ui::components::button::{button, link_button};
use crate::ui::components::icon::{Glyph, icon};
use crate::ui::components::notice::{Notice, Tone, notice};
use crate::ui::drafts::clock::{now, when};
use crate::ui::drafts::opening::name_of;
use crate::ui::drafts::session::{Saved, Session, Trouble, is_empty};
use crate::ui::drafts::slices::Slices;
use crate::ui::drafts::storage::DRAFTS;
use crate::ui::frame::route::Route;
use crate::ui::words::{interview, offline as words};

/// The element that carries the draft.
const DRAFT: &str = "draft";
/// start.js says that a newer version waits.
const NEWER: &str = "portal-newer";
/// The reader wants it.
const RENEW: &str = "portal-renew";

/// The offline version, beside the hosted page.
pub const FILE: &str = "portal.html";

/// Whether the page comes from a server and has the offline version beside it. A copy on disk has lost the link to its
/// manifest, see `release/`.
pub fn is_hosted() -> bool {
    matches!(document().query_selector("link[rel=manifest]"), Ok(Some(_)))
}

/// Whether a hosted page is kept for use without a network: browsers only do that for pages that are served securely.
pub fn keeps_itself() -> bool {
    let has_worker = js_sys::Reflect::has(&window().navigator(), &"serviceWorker".into()).unwrap_or(false);
    is_hosted() && has_worker
}

/// The link that saves the offline version. The browser fetches it, and only then.
pub fn get_link(lang: Lang) -> AnyView {
    view! { <a class="button" href=FILE download=FILE>{icon(Glyph::Save)}{words::GET.get(lang)}</a> }.into_any()
}

/// Takes up the draft that the document carries, and lets it carry the open one.
pub fn start(session: Session) {
    let undecided = take_up(session);
    let turn = StoredValue::new(0_u32);
    Effect::new(move |before: Option<()>| {
        let waits = session.saved.get() == Saved::Soon;
        // What was found stays as it is until the reader does something.
        if waits || before.is_none() && undecided {
            return;
        }
        turn.update_value(|turn| *turn += 1);
        let this = turn.get_value();
        let is_last = move || turn.try_get_value() == Some(this);
        spawn_local(async move {
            let (draft, at) = (session.draft.get_untracked(), now());
            let parts = (!is_empty(&draft)).then(|| open_parts(&draft, &at)).into_iter().flatten();
            let _ = carry(parts, is_last).await;
        });
    });
    let _ = window_event_listener_untyped(NEWER, move |_| session.newer.set(true));
}

/// Lets the document carry a text, which is written in slices and put in its place as a whole, unless another is to
/// stand there by then.
async fn carry(parts: impl Iterator<Item = String>, is_last: impl Fn() -> bool) -> Result<(), JsValue> {
    /// How much is handed to the document in a piece, in bytes.
    const PIECE: usize = 1 << 16;
    let Some(element) = document().get_element_by_id(DRAFT) else { return Ok(()) };
    let carried = document().create_document_fragment();
    let (mut slices, mut piece) = (Slices::begin(), String::new());
    for part in parts {
        piece += &part;
        if piece.len() >= PIECE {
            carried.append_child(&document().create_text_node(&std::mem::take(&mut piece)))?;
            if slices.pause().await && !is_last() {
                return Ok(());
            }
        }
    }
    carried.append_child(&document().create_text_node(&piece))?;
    element.set_text_content(None);
    element.append_child(&carried).map(|_| ())
}

/// Opens the carried draft where that changes nothing for anybody: when it stands among the drafts already, or nothing
/// does. Else the reader decides; true then.
fn take_up(session: Session) -> bool {
    let element = document().get_element_by_id(DRAFT);
    let written = element.and_then(|element| element.text_content()).unwrap_or_default();
    let kept = match EmbeddedDraft::read(&written) {
        Ok(None) => return false,
        Ok(Some(EmbeddedDraft::Open(kept))) => kept,
        Ok(locked) => {
            session.embedded.set(locked);
            return true;
        }
        Err(why) => {
            let lang = session.lang.get_untracked();
            let name = words::IN_PAGE.get(lang).to_owned();
            session.trouble.set(Some(Trouble::File(name, why.says(lang))));
            return true;
        }
    };
    if session.draft.with_untracked(|draft| *draft == kept.draft) {
        return false;
    }
    let lines = session.lines.get_untracked();
    let is_same = |id: &str| matches!(DRAFTS.read(id), Ok(Some(other)) if other.draft == kept.draft);
    if let Some(same) = lines.iter().find(|line| is_same(&line.id)) {
        session.open_kept(&same.id);
        return false;
    }
    if lines.is_empty() {
        session.replace(kept.draft);
        return false;
    }
    session.embedded.set(Some(EmbeddedDraft::Open(kept)));
    true
}

/// What the frame says of this above every page.
pub fn notices(session: Session, lang: Lang) -> AnyView {
    view! {
        {move || offer(session, lang)}
        {move || newer(session, lang)}
    }
    .into_any()
}

fn offer(session: Session, lang: Lang) -> Option<AnyView> {
    let carried = session.embedded.get()?;
    let leave = button(
        "button button--small button--quiet",
        None,
        words::LEAVE.get(lang).to_owned(),
        Callback::new(move |()| session.embedded.set(None)),
    );
    let (title, says, open) = match carried {
        EmbeddedDraft::Open(Kept { draft, at }) => {
            let says = format!("{} · {}", name_of(&draft, lang), when(&at, session.today, lang));
            let open = Callback::new(move |()| {
                session.embedded.set(None);
                session.replace(draft.clone());
                Route::Tasks.go();
            });
            (words::EMBEDDED, says, button("button button--small", None, words::OPEN_NEW.get(lang).to_owned(), open))
        }
        EmbeddedDraft::Locked(_) => {
            if session.route.get() == Route::Offline {
                return None;
            }
            let open =
                link_button("button button--small", Route::Offline.href(), words::UNLOCK.get(lang).to_owned(), None);
            (words::EMBEDDED_LOCKED, String::new(), open)
        }
    };
    let told = notice(Notice {
        tone: Tone::Plain,
        glyph: Glyph::File,
        title: title.get(lang).to_owned(),
        body: view! { <p>{says}{interview::GAP.get(lang)}{words::EMBEDDED_SAYS.get(lang)}</p> }.into_any(),
        actions: Some(view! { {open}{leave} }.into_any()),
        row: true,
    });
    Some(view! { <div class="mb-4 no-print" role="status">{told}</div> }.into_any())
}

fn newer(session: Session, lang: Lang) -> Option<AnyView> {
    if !session.newer.get() {
        return None;
    }
    let renew = Callback::new(move |()| {
        session.keep_now();
        if let Ok(event) = Event::new(RENEW) {
            let _ = window().dispatch_event(&event);
        }
    });
    let told = notice(Notice {
        tone: Tone::Plain,
        glyph: Glyph::Info,
        title: words::NEWER.get(lang).to_owned(),
        body: view! { <p>{words::NEWER_SAYS.get(lang)}</p> }.into_any(),
        actions: Some(button("button button--small", None, words::RENEW.get(lang).to_owned(), renew)),
        row: true,
    });
    Some(view! { <div class="mb-4 no-print" role="status">{told}</div> }.into_any())
}
