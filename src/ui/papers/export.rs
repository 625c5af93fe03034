//! The packet as files: print, Word, Excel, data, and all of them packed.

use leptos::prelude::*;
use leptos::task::spawn_local;
use miyun::text::{Lang, Text};

use crate::ui::components::button::button;
use crate::ui::components::icon::Glyph;
use crate::ui::drafts::files;
use crate::ui::drafts::session::Session;
use crate::ui::papers::office::{self, Format, Job, Made};
use crate::ui::words::NOT_DOWNLOADED;
use crate::ui::words::packet as words;

/// How far the making of files is.
#[derive(Clone, PartialEq, Eq)]
enum State {
    Idle,
    /// This one of so many.
    Making(&'static str, usize, usize),
    /// Handed over under this name.
    Done(String),
    /// Why it failed.
    Failed(String),
}

/// The buttons that print and save the packet, or the papers `apart` from it that are shown. While `blocked`, nothing
/// goes out.
pub fn exports(session: Session, blocked: Signal<bool>, apart: Signal<Option<&'static str>>) -> AnyView {
    let lang = session.lang.get_untracked();
    let text = |words: Text| words.get(lang).to_owned();
    let state = RwSignal::new(State::Idle);
    let busy = move || matches!(state.get_untracked(), State::Making(..));
    let save = move |formats: &'static [Format], packed: bool| {
        if busy() {
            return;
        }
        if blocked.get_untracked() {
            return state.set(State::Failed(words::BLOCKED.get(lang).to_owned()));
        }
        let job = Job {
            draft: session.draft.get_untracked(),
            lang: session.lang.get_untracked(),
            today: session.today,
            apart: if packed { None } else { apart.get_untracked() },
        };
        spawn_local(async move {
            let made = make(formats, packed, job, state).await;
            let _ = state.try_set(match made {
                Ok(made) if files::download(&made.name, made.kind, &made.bytes) => State::Done(made.name),
                Ok(_) => State::Failed(NOT_DOWNLOADED.get(lang).to_owned()),
                Err(why) => State::Failed(why),
            });
        });
    };
    let print = Callback::new(move |()| {
        if blocked.get_untracked() {
            return state.set(State::Failed(words::BLOCKED.get(lang).to_owned()));
        }
        let _ = window().print();
    });
    let one = |format: &'static [Format]| {
        button("button button--small", None, format[0].name().to_owned(), Callback::new(move |()| save(format, false)))
    };
    let says = move || match state.get() {
        State::Idle => String::new(),
        State::Making(name, number, count) => making(name, number, count, lang),
        State::Done(name) => format!("{}{name}", words::SAVED.get(lang)),
        State::Failed(why) => why,
    };
    let failed = move || matches!(state.get(), State::Failed(_));
    view! {
        <div class="stack stack--tight">
            {button("button button--primary button--block", Some(Glyph::Print), text(words::PRINT), print)}
            <div class="button-row stack--tight">
                {one(&[Format::Word])}
                {one(&[Format::Excel])}
                {one(&[Format::Json])}
                {button("button button--small", None, "ZIP".to_owned(), Callback::new(move |()| save(&Format::ALL, true)))}
            </div>
            <p class="small" class:field__error=failed role="status">{says}</p>
        </div>
    }
    .into_any()
}

fn making(name: &str, number: usize, count: usize, lang: Lang) -> String {
    match (count, lang) {
        (1, Lang::Zh) => format!("正在生成{name}…"),
        (1, Lang::En) => format!("Making {name} …"),
        (_, Lang::Zh) => format!("正在生成{name}（{number}/{count}）…"),
        (_, Lang::En) => format!("Making {name} ({number} of {count}) …"),
    }
}

/// Makes the files one after another; the page says which before each, and stays alive between them.
async fn make(formats: &[Format], packed: bool, job: Job, state: RwSignal<State>) -> Result<Made, String> {
    let count = formats.len() + usize::from(packed);
    let mut files = Vec::new();
    for (index, format) in formats.iter().enumerate() {
        let _ = state.try_set(State::Making(format.name(), index + 1, count));
        files::breathe().await;
        files.push(office::make(*format, job.clone()).await?);
    }
    if packed {
        let _ = state.try_set(State::Making("ZIP", count, count));
        files::breathe().await;
        return office::pack(files, job).await;
    }
    files.pop().ok_or_else(String::new)
}
