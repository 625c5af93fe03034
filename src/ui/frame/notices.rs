//! What stands above every page when it must be said: another window, a file that cannot be read, what can be undone.

use leptos::prelude::*;
use miyun::text::{Lang, Text};

use crate::ui::components::button::{button, link_button};
use crate::ui::components::icon::Glyph;
use crate::ui::components::jump::{focus_soon, jump};
use crate::ui::components::notice::{Notice, Tone, notice};
use crate::ui::components::toast::toast;
use crate::ui::copy::copy_button;
use crate::ui::drafts::files;
use crate::ui::drafts::opening::save_file;
use crate::ui::drafts::session::{Contest, Session, Trouble};
use crate::ui::drafts::storage::Refusal;
use crate::ui::frame::route::Route;
use crate::ui::words::{NOT_DOWNLOADED, drafts as draft_words, interview as words};

/// What to do in the built-in browser of a chat program.
pub fn chat_program(session: Session, lang: Lang) -> Option<AnyView> {
    let name = files::chat_program()?.get(lang);
    let address = copy_button(words::COPY_ADDRESS, || window().location().href().unwrap_or_default(), lang);
    let draft = move || {
        let text = move || session.draft.with_untracked(|draft| draft.to_json().to_string());
        session.draft.with(|draft| draft.facts.answered() > 0).then(|| copy_button(words::COPY_DRAFT, text, lang))
    };
    let told = notice(Notice {
        tone: Tone::Caution,
        glyph: Glyph::Warn,
        title: match lang {
            Lang::Zh => format!("在{name}里打开，不能保存文件，也不能打印"),
            Lang::En => format!("Opened within {name}: files cannot be saved here, nor anything printed"),
        },
        body: view! { <p>{words::IN_CHAT_SAYS.get(lang)}</p> }.into_any(),
        actions: Some(view! { {address}{draft} }.into_any()),
        row: false,
    });
    Some(view! { <div class="mb-4 no-print">{told}</div> }.into_any())
}

/// What another window did to the draft that is open here, and what to do about it.
pub fn contest(session: Session, lang: Lang) -> Option<AnyView> {
    let choice =
        |name: Text, action: Callback<()>| button("button button--small", None, name.get(lang).to_owned(), action);
    let stay = choice(words::ELSEWHERE_STAY, Callback::new(move |()| session.keep_this_one()));
    let (title, says, choices) = match session.contest.get()? {
        Contest::Changed => {
            let take = Callback::new(move |()| {
                if let Some(id) = session.open_id.get_untracked() {
                    session.take_from_shelf(&id);
                }
            });
            (words::ELSEWHERE, words::ELSEWHERE_SAYS, vec![choice(words::ELSEWHERE_TAKE, take), stay])
        }
        Contest::Gone => {
            let leave = Callback::new(move |()| session.let_go());
            (words::GONE, words::GONE_SAYS, vec![stay, choice(words::GONE_LEAVE, leave)])
        }
    };
    Some(danger(title.get(lang).to_owned(), says.get(lang).to_owned(), choices))
}

/// What stands in the way, and what can be done.
pub fn trouble(session: Session, lang: Lang) -> Option<AnyView> {
    let dismiss = button(
        "button button--small",
        None,
        words::DISMISS.get(lang).to_owned(),
        Callback::new(move |()| session.trouble.set(None)),
    );
    let (title, says, more) = match session.trouble.get() {
        Some(Trouble::Stored(damaged)) => {
            let entry = damaged.entry;
            let save = Callback::new(move |()| {
                if !files::download("miyun-draft-unreadable.json", "application/json", entry.as_bytes()) {
                    session.said.set(NOT_DOWNLOADED.get(lang).to_owned());
                }
            });
            (
                words::STORED_UNREADABLE.get(lang).to_owned(),
                format!("{}{}", words::STORED_UNREADABLE_SAYS.get(lang), damaged.why),
                vec![
                    button("button button--small", Some(Glyph::Save), words::DOWNLOAD_IT.get(lang).to_owned(), save),
                    dismiss,
                ],
            )
        }
        Some(Trouble::File(name, why)) => (
            format!("{}{}{name}", words::FILE_UNREADABLE.get(lang), words::COLON.get(lang)),
            format!("{why}{}{}", words::GAP.get(lang), words::FILE_UNTOUCHED.get(lang)),
            vec![dismiss],
        ),
        Some(Trouble::Differs(name, notes)) => (
            format!("{}{}{name}", words::FILE_DIFFERS.get(lang), words::COLON.get(lang)),
            notes.join(if lang == Lang::Zh { "；" } else { "; " }),
            vec![dismiss],
        ),
        Some(Trouble::Confirm(notes)) => (
            draft_words::NEXT_YEAR_TITLE.get(lang).to_owned(),
            notes.join(if lang == Lang::Zh { "；" } else { "; " }),
            vec![dismiss],
        ),
        Some(Trouble::NoStorage) => (
            words::STORAGE_OFF.get(lang).to_owned(),
            words::STORAGE_OFF_SAYS.get(lang).to_owned(),
            vec![save_button(session, lang), dismiss],
        ),
        None => match session.refused.get()? {
            Refusal::Off => (
                words::STORAGE_OFF.get(lang).to_owned(),
                words::STORAGE_OFF_SAYS.get(lang).to_owned(),
                vec![save_button(session, lang)],
            ),
            Refusal::Full => {
                let label = draft_words::list(session.lines.with(Vec::len), lang);
                let drafts = link_button("button button--small", Route::Drafts.href(), label, None);
                (
                    words::STORAGE_FULL.get(lang).to_owned(),
                    words::STORAGE_FULL_SAYS.get(lang).to_owned(),
                    vec![drafts, save_button(session, lang)],
                )
            }
        },
    };
    Some(danger(title, says, more))
}

fn danger(title: String, says: String, actions: Vec<AnyView>) -> AnyView {
    let told = notice(Notice {
        tone: Tone::Danger,
        glyph: Glyph::Warn,
        title,
        body: view! { <p>{says}</p> }.into_any(),
        actions: Some(actions.into_any()),
        row: true,
    });
    view! { <div class="mb-4 no-print">{told}</div> }.into_any()
}

fn save_button(session: Session, lang: Lang) -> AnyView {
    button(
        "button button--small",
        Some(Glyph::Save),
        words::SAVE_FILE.get(lang).to_owned(),
        Callback::new(move |()| save_file(session)),
    )
}

/// Offers to undo the last action.
pub fn undo(session: Session, lang: Lang) -> Option<AnyView> {
    let action = session.undo.get()?;
    let label = action.says.iter().map(|says| says[usize::from(lang == Lang::En)].as_str()).collect();
    let press = Callback::new(move |()| {
        // The button goes with what it says: the focus goes to the question.
        let asked = format!("q-{}-ask", action.question.id);
        session.take_back(action.clone());
        set_timeout(move || jump(&asked), std::time::Duration::ZERO);
    });
    Some(view! { <div class="toast-place">{toast(label, words::UNDO.get(lang).to_owned(), press)}</div> }.into_any())
}

/// Offers to bring back the draft deleted last.
pub fn undelete(session: Session, lang: Lang) -> Option<AnyView> {
    let deleted = session.deleted.get()?;
    let press = Callback::new(move |()| {
        if let Some(back) = session.bring_back() {
            session.said.set(draft_words::RESTORED.get(lang).to_owned());
            focus_soon(format!("draft-{}", back.id));
        }
    });
    let name = if deleted.name.is_empty() { words::UNNAMED.get(lang).to_owned() } else { deleted.name };
    let label = format!("{}{name}", draft_words::DELETED.get(lang));
    Some(
        view! { <div class="toast-place">{toast(label, draft_words::BRING_BACK.get(lang).to_owned(), press)}</div> }
            .into_any(),
    )
}
