//! The page without a network: with the open draft inside, without it, installed.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Response};
use miyun::drafts::list::Kept;
use miyun::drafts::page_copy::{EmbeddedDraft, Locked};
use miyun::packet::file_name::file_name;
use miyun::text::{Lang, Text};
use wasm_bindgen_futures::JsFuture;

use crate::ui::components::button::button;
use crate::ui::components::choice::checkbox;
use crate::ui::components::field::{described, field_error};
use crate::ui::components::icon::{Glyph, icon};
use crate::ui::components::jump::focus_soon;
use crate::ui::components::layout::{page_head, section};
use crate::ui::components::notice::{Notice, Tone, notice};
use crate::ui::drafts::opening::name_of;
use crate::ui::drafts::session::Session;
use crate::ui::drafts::{clock, files, lock};
use crate::ui::frame::offline::{FILE, get_link, is_hosted, keeps_itself};
use crate::ui::frame::route::Route;
use crate::ui::words::NOT_DOWNLOADED;
use crate::ui::words::offline as words;

/// Shorter passphrases get a word of advice.
const SHORT: usize = 10;

/// The page.
pub fn offline_page(session: Session) -> AnyView {
    let lang = session.lang.get_untracked();
    let say = |text: Text| text.get(lang).to_owned();
    let head = page_head(Vec::new(), vec![say(words::OFFLINE)], Some(say(words::LEAD).into_any()));
    let unlock = move || match session.embedded.get() {
        Some(EmbeddedDraft::Locked(locked)) => Some(section(
            "unlock".to_owned(),
            words::EMBEDDED_LOCKED.get(lang).to_owned(),
            words::EMBEDDED_SAYS.get(lang).into_any(),
            unlocking(session, locked, lang),
        )),
        _ => None,
    };
    let (title, body) = if is_hosted() {
        (words::GET, view! { <p>{words::GET_SAYS.get(lang)}</p><p class="mt-3">{get_link(lang)}</p> }.into_any())
    } else {
        (words::ALONE, view! { <p>{words::ALONE_SAYS.get(lang)}</p> }.into_any())
    };
    let install = keeps_itself().then(|| {
        let body = view! { <p>{words::INSTALL_SAYS.get(lang)}</p> }.into_any();
        section("install".to_owned(), say(words::INSTALL), ().into_any(), body)
    });
    view! {
        {head}
        {unlock}
        {section("carry".to_owned(), say(words::SAVE), ().into_any(), saving(session, lang))}
        {section("alone".to_owned(), say(title), ().into_any(), body)}
        {install}
    }
    .into_any()
}

/// How far the saving or the unlocking is.
#[derive(Clone, PartialEq, Eq)]
enum State {
    Idle,
    Working,
    Done,
    Failed(String),
}

/// What the first box complains about, where it does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Missing {
    Nothing,
    Passphrase,
    SamePassphrase,
}

fn saving(session: Session, lang: Lang) -> AnyView {
    let possible = lock::is_possible();
    let locks = RwSignal::new(false);
    let shown = RwSignal::new(false);
    let (first, second) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let missing = RwSignal::new(Missing::Nothing);
    let state = RwSignal::new(State::Idle);
    let saved = RwSignal::new(String::new());
    let save = move || {
        if state.get_untracked() == State::Working {
            return;
        }
        let passphrase = locks.get_untracked().then(|| first.get_untracked());
        missing.set(match &passphrase {
            Some(passphrase) if passphrase.is_empty() => Missing::Passphrase,
            Some(passphrase) if !shown.get_untracked() && second.with_untracked(|second| second != passphrase) => {
                Missing::SamePassphrase
            }
            _ => Missing::Nothing,
        });
        match missing.get_untracked() {
            Missing::Nothing => {}
            Missing::Passphrase => return focus_soon(FIRST.to_owned()),
            Missing::SamePassphrase => return focus_soon(SECOND.to_owned()),
        }
        state.set(State::Working);
        spawn_local(async move {
            let made = make(session, passphrase).await;
            let _ = state.try_set(match made {
                Ok((name, page)) if files::download(&name, "text/html", page.as_bytes()) => {
                    let _ = saved.try_set(name);
                    State::Done
                }
                Ok(_) => State::Failed(NOT_DOWNLOADED.get(lang).to_owned()),
                Err(why) => State::Failed(why.get(lang).to_owned()),
            });
        });
    };
    let error = move |whose: Missing, text: Text| {
        Signal::derive(move || (missing.get() == whose).then(|| text.get(lang).to_owned()))
    };
    let fields = move || {
        locks.get().then(|| {
            view! {
                <p class="mt-3">{words::LOCK_SAYS.get(lang)}</p>
                {passphrase_box(FIRST, words::PASSPHRASE, Some(words::PASSPHRASE_HINT), "new-password", first, shown, error(Missing::Passphrase, words::EMPTY), lang)}
                <p class="soft small" role="status">
                    {move || first.with(|first| (1..SHORT).contains(&first.chars().count())).then(|| words::SHORT.get(lang))}
                </p>
                {move || (!shown.get()).then(|| passphrase_box(SECOND, words::REPEAT, None, "new-password", second, shown, error(Missing::SamePassphrase, words::DIFFERS), lang))}
                {checkbox(
                    "passphrase-shown".to_owned(),
                    words::SHOW.get(lang).to_owned(),
                    None,
                    shown.into(),
                    Callback::new(move |yes| shown.set(yes)),
                )}
            }
        })
    };
    let says = move || match state.get() {
        State::Idle => String::new(),
        State::Working => words::WORKING.get(lang).to_owned(),
        State::Done => format!("{}{}", words::DONE.get(lang), saved.get()),
        State::Failed(why) => why,
    };
    let failed = move || matches!(state.get(), State::Failed(_));
    let lock_choice = if possible {
        let toggle = Callback::new(move |yes| {
            locks.set(yes);
            missing.set(Missing::Nothing);
        });
        checkbox("lock".to_owned(), words::LOCK.get(lang).to_owned(), None, locks.into(), toggle)
    } else {
        notice(Notice {
            tone: Tone::Caution,
            glyph: Glyph::Warn,
            title: words::LOCK.get(lang).to_owned(),
            body: view! { <p>{words::NO_CRYPTO.get(lang)}</p> }.into_any(),
            actions: None,
            row: false,
        })
    };
    let form = view! {
        <form class="stack" on:submit=move |event| { event.prevent_default(); save(); }>
            <p><b>{move || session.draft.with(|draft| name_of(draft, lang))}</b></p>
            <div>{lock_choice}{fields}</div>
            <div class="button-row">
                <button class="button button--primary" type="submit">{icon(Glyph::Save)}{words::SAVE_NOW.get(lang)}</button>
                <span class="small" class:field__error=failed role="status">{says}</span>
            </div>
        </form>
    }
    .into_any();
    let empty = session.draft.with_untracked(|draft| draft.facts.answered() == 0);
    view! {
        <p>{words::SAVE_SAYS.get(lang)}</p>
        {if empty { view! { <p class="mt-3">{words::NO_DRAFT.get(lang)}</p> }.into_any() } else { form }}
    }
    .into_any()
}

fn unlocking(session: Session, locked: Locked, lang: Lang) -> AnyView {
    if !lock::is_possible() {
        return view! { <p>{words::NO_CRYPTO.get(lang)}</p> }.into_any();
    }
    let typed = RwSignal::new(String::new());
    let shown = RwSignal::new(false);
    let state = RwSignal::new(State::Idle);
    let open = move || {
        if state.get_untracked() == State::Working {
            return;
        }
        state.set(State::Working);
        let locked = locked.clone();
        spawn_local(async move {
            let passphrase = typed.get_untracked();
            let text = lock::unlock(&passphrase, &locked).await;
            match text.map(|text| EmbeddedDraft::read(&text)) {
                Some(Ok(Some(EmbeddedDraft::Open(kept)))) => {
                    session.embedded.set(None);
                    session.replace(kept.draft);
                    session.said.set(words::OPENED.get(lang).to_owned());
                    Route::Tasks.go();
                }
                // What was locked was read back when it was locked: this is a newer version's.
                Some(Err(why)) => {
                    let _ = state.try_set(State::Failed(why.says(lang)));
                }
                Some(Ok(_)) | None => {
                    if state.try_set(State::Failed(words::WRONG.get(lang).to_owned())).is_none() {
                        focus_soon(TRIED.to_owned());
                    }
                }
            }
        });
    };
    let error = Signal::derive(move || match state.get() {
        State::Failed(why) => Some(why),
        _ => None,
    });
    view! {
        <form class="stack" on:submit=move |event| { event.prevent_default(); open(); }>
            <p>{words::UNLOCK_SAYS.get(lang)}</p>
            <div>
                {passphrase_box(TRIED, words::PASSPHRASE, None, "current-password", typed, shown, error, lang)}
                {checkbox(
                    "tried-shown".to_owned(),
                    words::SHOW.get(lang).to_owned(),
                    None,
                    shown.into(),
                    Callback::new(move |yes| shown.set(yes)),
                )}
            </div>
            <div class="button-row">
                <button class="button button--primary" type="submit">{words::UNLOCK.get(lang)}</button>
                {button(
                    "button button--quiet",
                    None,
                    words::LEAVE.get(lang).to_owned(),
                    Callback::new(move |()| session.embedded.set(None)),
                )}
                <span class="small" role="status">
                    {move || (state.get() == State::Working).then(|| words::WORKING.get(lang))}
                </span>
            </div>
        </form>
    }
    .into_any()
}

const FIRST: &str = "passphrase";
const SECOND: &str = "passphrase-again";
const TRIED: &str = "passphrase-tried";

#[allow(clippy::too_many_arguments, reason = "one box, all of it said where it stands")]
fn passphrase_box(
    id: &'static str,
    label: Text,
    hint: Option<Text>,
    complete: &'static str,
    value: RwSignal<String>,
    shown: RwSignal<bool>,
    error: Signal<Option<String>>,
    lang: Lang,
) -> AnyView {
    let invalid = Signal::derive(move || error.with(Option::is_some));
    let by = described(id, hint.is_some(), invalid);
    view! {
        <div class="field mt-3">
            <label class="field__label" for=id>{label.get(lang)}</label>
            {hint.map(|hint| view! { <p class="soft small" id=format!("{id}-hint")>{hint.get(lang)}</p> })}
            {field_error(id.to_owned(), error)}
            <span class="input input--long" class:input--error=invalid>
                <input
                    class="input__box"
                    id=id
                    type=move || if shown.get() { "text" } else { "password" }
                    autocomplete=complete
                    autocapitalize="off"
                    spellcheck="false"
                    aria-describedby=move || by.get()
                    aria-invalid=move || invalid.get().then_some("true")
                    prop:value=value
                    on:input=move |event| value.set(event_target_value(&event))
                />
            </span>
        </div>
    }
    .into_any()
}

/// The page with the open draft inside: what the file is called, and what it holds.
async fn make(session: Session, passphrase: Option<String>) -> Result<(String, String), Text> {
    let draft = session.draft.get_untracked();
    let lang = session.lang.get_untracked();
    let subject = miyun::drafts::list::name(&draft);
    let subject = (!subject.is_empty()).then_some(subject);
    let name = file_name(subject.as_deref(), words::FILE_NAME.get(lang), &draft.code(), "html");
    let mut carried = EmbeddedDraft::Open(Kept { draft, at: clock::now() });
    if let Some(passphrase) = passphrase {
        let locked = lock::lock(&passphrase, &carried.to_text()).await.ok_or(words::NOT_LOCKED)?;
        carried = EmbeddedDraft::Locked(locked);
    }
    let page = if is_hosted() { fetched().await } else { own() };
    let page = page.and_then(|page| carried.put_into(&page)).ok_or(words::NOT_FETCHED)?;
    Ok((name, page))
}

/// The offline version, from where this page came from.
async fn fetched() -> Option<String> {
    let response: Response = JsFuture::from(window().fetch_with_str(FILE)).await.ok()?.unchecked_into();
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

/// This very page, without what the program has drawn and done to it.
fn own() -> Option<String> {
    let whole: Element = document().document_element()?.clone_node_with_deep(true).ok()?.unchecked_into();
    whole.query_selector("#page").ok()??.set_text_content(None);
    let _ = whole.remove_attribute("data-theme");
    if let Ok(Some(body)) = whole.query_selector("body") {
        let _ = body.remove_attribute("class");
    }
    Some(format!("<!doctype html>\n{}", whole.outer_html()))
}
