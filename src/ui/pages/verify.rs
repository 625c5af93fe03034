//! 核验: a code or a file held against the open draft.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;
use miyun::opened::Opened;
use miyun::packet::Seal;
use miyun::packet::verify::{Changed, CodeVerdict, Comparison, check_code, compare};
use miyun::text::{Lang, Text};

use crate::ui::components::button::button;
use crate::ui::components::facts::facts;
use crate::ui::components::field::{Input, Typed, input};
use crate::ui::components::file_drop::file_drop;
use crate::ui::components::icon::Glyph;
use crate::ui::components::layout::{page_head, section};
use crate::ui::components::notice::{Notice, Tone, notice};
use crate::ui::components::summary::small_table;
use crate::ui::drafts::session::Session;
use crate::ui::frame::route::Route;
use crate::ui::papers::office::{self, NotOpened};
use crate::ui::words::{interview, verify as words};

/// The files that can be held against the draft: those that can be opened, and papers that bear a code.
const ACCEPTED: &str = ".json,.xlsx,.zip,.docx,application/json";

/// The page.
pub fn verify_page(session: Session) -> AnyView {
    let lang = session.lang.get_untracked();
    let text = |words: Text| words.get(lang).to_owned();
    let own = move || session.draft.with(Seal::of);
    let head = page_head(Vec::new(), vec![text(words::VERIFY)], Some(text(words::LEAD).into_any()));
    let mine = move || facts(false, vec![(words::OWN_CODE.get(lang).to_owned(), own().code.into_any())]);
    view! {
        {head}
        {mine}
        {section("code".to_owned(), text(words::CODE_LABEL), text(words::CODE_HINT).into_any(), code_check(session, lang))}
        {section("file".to_owned(), text(words::FILE_TITLE), ().into_any(), file_check(session, lang))}
    }
    .into_any()
}

fn code_check(session: Session, lang: Lang) -> AnyView {
    let typed = RwSignal::new(String::new());
    let asked = RwSignal::new(None::<String>);
    let verdict = move || asked.get().map(|typed| session.draft.with(|draft| check_code(&typed, draft)));
    let compare = Callback::new(move |()| asked.set(Some(typed.get_untracked())));
    let told = move || verdict().map(|verdict| told_of(&verdict, None, lang));
    let field = input(Input {
        id: "verify-code".to_owned(),
        typed: Typed::Long,
        label: Some(words::CODE_LABEL.get(lang).to_owned()),
        labelled_by: None,
        described_by: Signal::stored(None),
        unit: None,
        value: typed.into(),
        invalid: Signal::derive(move || matches!(verdict(), Some(CodeVerdict::NotACode))),
        on_input: Callback::new(move |text| {
            typed.set(text);
            asked.set(None);
        }),
        on_leave: Callback::new(|()| ()),
    });
    view! {
        <form class="button-row" on:submit=move |event| { event.prevent_default(); compare.run(()); }>
            {field}
            {button("button", None, words::COMPARE.get(lang).to_owned(), compare)}
        </form>
        <div class="mt-4" role="status">{told}</div>
    }
    .into_any()
}

/// What a code says of the draft, with the name of the file that bears it.
fn told_of(verdict: &CodeVerdict, name: Option<String>, lang: Lang) -> AnyView {
    tell(matches!(verdict, CodeVerdict::Same { .. }), verdict.says(lang), name)
}

/// What came of a file.
#[derive(Clone)]
enum Read {
    Nothing,
    Reading,
    Refused(String, String),
    /// A paper without a draft, by the code that it bears.
    Sealed(String, String),
    Opened(String, Box<Opened>),
}

fn file_check(session: Session, lang: Lang) -> AnyView {
    let read = RwSignal::new(Read::Nothing);
    let open = Callback::new(move |file: File| {
        read.set(Read::Reading);
        spawn_local(async move {
            let name = file.name();
            let opened = office::open(file, lang).await;
            let _ = read.try_set(match opened {
                Ok(opened) => Read::Opened(name, Box::new(opened)),
                Err(NotOpened::Sealed(code, _)) => Read::Sealed(name, code),
                Err(why) => Read::Refused(name, why.says()),
            });
        });
    });
    let drop = file_drop(words::DROP.get(lang).to_owned(), words::CHOOSE.get(lang).to_owned(), ACCEPTED, open);
    let told = move || match read.get() {
        Read::Nothing => ().into_any(),
        Read::Reading => view! { <p>{words::READING.get(lang)}</p> }.into_any(),
        Read::Refused(name, why) => notice(Notice {
            tone: Tone::Danger,
            glyph: Glyph::Warn,
            title: format!("{}{}{name}", words::NOT_OPENED.get(lang), interview::COLON.get(lang)),
            body: view! { <p>{why}{interview::GAP.get(lang)}{words::UNTOUCHED.get(lang)}</p> }.into_any(),
            actions: None,
            row: false,
        }),
        Read::Sealed(name, code) => told_of(&session.draft.with(|draft| check_code(&code, draft)), Some(name), lang),
        Read::Opened(name, opened) => compared(session, &name, &opened, lang),
    };
    view! { {drop}<div class="mt-4" role="status">{told}</div> }.into_any()
}

fn compared(session: Session, name: &str, opened: &Opened, lang: Lang) -> AnyView {
    let comparison = session.draft.with(|draft| compare(draft, &opened.draft));
    let inner = opened.notes(lang);
    let tampered = (!inner.is_empty()).then(|| {
        let lines: Vec<_> = inner.into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect();
        let told = notice(Notice {
            tone: Tone::Danger,
            glyph: Glyph::Warn,
            title: words::TAMPERED.get(lang).to_owned(),
            body: view! { <ul class="notice__list">{lines}</ul> }.into_any(),
            actions: None,
            row: false,
        });
        view! { <div class="mt-4">{told}</div> }
    });
    let version = opened
        .other_version
        .as_ref()
        .map(|version| view! { <p class="small soft mt-3">{words::OTHER_VERSION.get(lang)}{version.clone()}</p> });
    let draft = opened.draft.clone();
    let open = (!comparison.identical()).then(|| {
        button(
            "button mt-4",
            None,
            words::OPEN_IT.get(lang).to_owned(),
            Callback::new(move |()| {
                session.replace(draft.clone());
                Route::Tasks.go();
            }),
        )
    });
    view! {
        {tell(comparison.identical(), comparison.says(lang), Some(name.to_owned()))}
        {tampered}
        {version}
        {tables(&comparison, lang)}
        {open}
    }
    .into_any()
}

/// The verdict; what is the same is no reason to be alarmed.
fn tell(same: bool, says: String, name: Option<String>) -> AnyView {
    notice(Notice {
        tone: if same { Tone::Plain } else { Tone::Caution },
        glyph: if same { Glyph::Met } else { Glyph::Flag },
        title: says,
        body: view! { <p>{name}</p> }.into_any(),
        actions: None,
        row: false,
    })
}

/// Everything that differs.
fn tables(comparison: &Comparison, lang: Lang) -> AnyView {
    let heads = |figure| {
        vec![
            (false, words::WHAT.get(lang).to_owned()),
            (figure, words::HERE.get(lang).to_owned()),
            (figure, words::THERE.get(lang).to_owned()),
        ]
    };
    let index = usize::from(lang == Lang::En);
    let changed = |changed: &Changed| vec![changed.place(lang), changed.side(0, lang), changed.side(1, lang)];
    let answers: Vec<Vec<String>> = comparison.answers.iter().map(changed).collect();
    let beside: Vec<Vec<String>> = comparison.beside.iter().map(changed).collect();
    let choices: Vec<Vec<String>> = comparison
        .filing
        .iter()
        .map(|chosen| vec![chosen.what[index].clone(), chosen.sides[0][index].clone(), chosen.sides[1][index].clone()])
        .collect();
    let amounts: Vec<Vec<String>> = comparison
        .amounts
        .iter()
        .map(|amounts| vec![amounts.what(lang), amounts.side(0, lang), amounts.side(1, lang)])
        .collect();
    let more = |more: usize| {
        (more > 0).then(|| match lang {
            Lang::Zh => format!("另有{more}处不同"),
            Lang::En => format!("and {more} more"),
        })
    };
    [
        (words::ANSWERS, answers, false, more(comparison.more)),
        (words::BESIDE, beside, false, more(comparison.more_beside)),
        (words::CHOICES, choices, false, None),
        (words::AMOUNTS, amounts, true, None),
    ]
    .into_iter()
    .filter(|(_, rows, ..)| !rows.is_empty())
    .map(|(title, rows, figure, note)| {
        let title = title.get(lang).to_owned();
        let table = small_table(title.clone(), heads(figure), rows, note);
        view! { <h3 class="mt-6">{title}</h3>{table} }.into_any()
    })
    .collect::<Vec<_>>()
    .into_any()
}
