//! What is decided about the papers beside the claims: statements in one's own words, documents at hand, undertakings.

use leptos::prelude::*;
use miyun::answers::answer::Answer;
use miyun::answers::form::Form;
use miyun::article::article;
use miyun::drafts::draft::Draft;
use miyun::drafts::filing::{LONGEST_PAGES, LONGEST_STATEMENT, MOST_COPIES, Paper};
use miyun::packet::{needed, statement, statements, undertaken};
use miyun::rule::{Document, Provision, Statement};
use miyun::text::{Lang, Text, text};
use rust_decimal::Decimal;

use crate::ui::components::button::button;
use crate::ui::components::choice::checkbox;
use crate::ui::components::disclosure::disclosure;
use crate::ui::components::field::is_composing;
use crate::ui::components::field::{described, field_error, left};
use crate::ui::components::icon::Glyph;
use crate::ui::drafts::session::Session;
use crate::ui::words::{interview, packet as words};

/// Where the claims stand on the page.
pub const CLAIMS: &str = "filing-claims";
/// Where the documents stand on the page.
pub const DOCUMENTS: &str = "filing-documents";
/// Where the undertakings stand on the page.
pub const UNDERTAKINGS: &str = "filing-undertakings";

/// Where the statement of a clause stands on the page.
pub fn statement_id(clause: &str) -> String {
    format!("filing-statement-{clause}")
}

/// Everything to prepare, folded away.
pub fn prepare(session: Session) -> AnyView {
    let lang = session.lang.get_untracked();
    // Typing must not draw the boxes anew: only which there are does.
    let shown = Memo::new(move |_| {
        session.draft.with(|draft| {
            let report = draft.claimed(false);
            let statements = statements(draft, &report).into_iter().map(|statement| statement.clause);
            let documents = (1..).zip(needed(draft, &report)).map(|(number, needed)| (number, needed.document));
            // What the papers are themselves needs no tick.
            let documents = documents.filter(|(_, document)| document.part.is_none());
            Prepared {
                statements: statements.collect(),
                documents: documents.collect(),
                undertaken: undertaken(draft, &report),
            }
        })
    });
    let content = move || {
        shown.with(|Prepared { statements, documents, undertaken }| {
            view! {
                {(!statements.is_empty()).then(|| statement_boxes(session, statements, lang))}
                {self::documents(session, documents, lang)}
                {undertakings(session, undertaken, lang)}
            }
        })
    };
    view! { <section class="stack stack--tight mt-4" aria-label=words::PREPARE.get(lang)>{content}</section> }
        .into_any()
}

/// Which boxes there are.
struct Prepared {
    statements: Vec<&'static str>,
    /// With their numbers on the checklist.
    documents: Vec<(usize, Document)>,
    undertaken: Vec<&'static Provision>,
}

impl PartialEq for Prepared {
    fn eq(&self, other: &Self) -> bool {
        let says = |prepared: &Self| prepared.undertaken.iter().map(|provision| provision.says).collect::<Vec<_>>();
        self.statements == other.statements && self.documents == other.documents && says(self) == says(other)
    }
}

fn statement_boxes(session: Session, clauses: &[&'static str], lang: Lang) -> AnyView {
    let rules = session.draft.with_untracked(Draft::rules);
    let boxes: Vec<AnyView> = rules
        .statements
        .iter()
        .filter(|statement| clauses.contains(&statement.clause))
        .map(|of| statement_box(session, of, lang))
        .collect();
    let title = match lang {
        Lang::Zh => format!("{}（{}）", words::STATEMENTS.zh, boxes.len()),
        Lang::En => format!("{} ({})", words::STATEMENTS.en, boxes.len()),
    };
    let body = view! { <p class="small soft">{words::STATEMENTS_NOTE.get(lang)}</p>{boxes} };
    disclosure(false, title, body.into_any())
}

fn statement_box(session: Session, of: &'static Statement, lang: Lang) -> AnyView {
    let id = statement_id(of.clause);
    let articles: Vec<String> = of.articles.iter().map(|number| article(*number, lang)).collect();
    let label = format!("{} {}", articles.join(if lang == Lang::Zh { "、" } else { ", " }), of.title.get(lang));
    let words_now = move || session.draft.with(|draft| statement(draft, &draft.claimed(true), of, lang));
    let own = Memo::new(move |_| session.draft.with(|draft| draft.filing.statements.contains_key(of.clause)));
    let is_template = move |text: &str| {
        let template = session.draft.with_untracked(|draft| (of.template)(&draft.facts, &draft.claimed(true), lang));
        text.trim() == template.trim() || text.trim().is_empty()
    };
    let write = move |text: String| {
        session.file_typed(of.clause, move |draft| {
            draft.filing.statements.insert(of.clause, text);
        });
    };
    // While one types, a moment after the last key: the papers are laid out anew each time. What comes to the template
    // again becomes it only when the box is left, for that puts the caret at its end.
    let take = move |text: String| {
        session.debounce(Callback::new(move |()| {
            if !is_template(&text) {
                write(text.clone());
            }
        }));
    };
    let leave = move |event| {
        let _ = session.write_now();
        let text = event_target_value(&event);
        if is_template(&text) {
            session.file(|draft| {
                draft.filing.statements.remove(of.clause);
            });
        }
    };
    let reset = Callback::new(move |()| {
        session.file(|draft| {
            draft.filing.statements.remove(of.clause);
        });
    });
    view! {
        <div class="statement">
            <label class="statement__label" for=id.clone()>{label}</label>
            <textarea
                class="statement__box"
                id=id
                rows="10"
                maxlength=LONGEST_STATEMENT.to_string()
                prop:value=words_now
                on:input=move |event| if !is_composing() { take(event_target_value(&event)) }
                on:compositionend=move |event| take(event_target_value(&event))
                on:change=leave
            ></textarea>
            // It keeps its room while there is nothing to say: what one is about to press must not move.
            <div class="button-row" class:statement__quiet=move || !own.get()>
                {button("button button--small", Some(Glyph::Undo), words::RESET.get(lang).to_owned(), reset)}
                <span class="small soft">{words::OWN_WORDS.get(lang)}</span>
            </div>
        </div>
    }
    .into_any()
}

fn documents(session: Session, documents: &[(usize, Document)], lang: Lang) -> AnyView {
    let all = documents.len();
    let names: Vec<&'static str> = documents.iter().map(|(_, document)| document.name.zh).collect();
    let ready = Memo::new(move |_| {
        session.draft.with(|draft| names.iter().filter(|name| draft.filing.paper(name).ready).count())
    });
    let rows: Vec<AnyView> = documents.iter().map(|(number, document)| row(session, *number, document, lang)).collect();
    let text = move |words: Text| words.get(lang);
    let table = view! {
        <div class="checklist" role="group" aria-label=text(words::DOCUMENTS)>{rows}</div>
    };
    let summary = view! {
        <details class="disclosure" id=DOCUMENTS>
            <summary>{text(words::DOCUMENTS)}" "<span class="soft">{move || format!("{} {}/{all}", text(words::READY), ready.get())}</span></summary>
            <div class="disclosure__body">{table}</div>
        </details>
    };
    summary.into_any()
}

fn row(session: Session, number: usize, document: &Document, lang: Lang) -> AnyView {
    let name = document.name;
    let paper = Memo::new(move |_| session.draft.with(|draft| draft.filing.paper(name.zh)));
    let change = move |change: &dyn Fn(&mut Paper)| {
        session.file(|draft| {
            let paper = draft.filing.papers.entry(name.zh).or_default();
            change(paper);
            if *paper == Paper::default() {
                draft.filing.papers.remove(name.zh);
            }
        });
    };
    let id = format!("document-{number}");
    let wrong = RwSignal::new(None::<Wrong>);
    let tell = move |wrong_now| left(Callback::new(move |()| wrong.set(wrong_now)));
    let copies = move |typed: String| match COPIES_TYPED.parse(&typed, Decimal::ONE) {
        Ok(Some(Answer::Count(copies))) if copies <= u32::from(MOST_COPIES) => {
            tell(None);
            change(&|paper| paper.copies = u8::try_from(copies).unwrap_or(MOST_COPIES));
        }
        _ => tell(Some(Wrong::Copies)),
    };
    let pages = move |typed: String| {
        let typed = typed.trim().to_owned();
        if typed.chars().count() <= LONGEST_PAGES {
            tell(None);
            change(&|paper| paper.pages.clone_from(&typed));
        } else {
            tell(Some(Wrong::Pages));
        }
    };
    let field = |of: Wrong, head: Text, numeric: bool, value: Signal<String>, on_change: Callback<String>| {
        let says = format!("{}{}{}", head.get(lang), interview::COLON.get(lang), name.get(lang));
        let invalid = Signal::derive(move || wrong.get() == Some(of));
        view! {
            <label class="checklist__field"><span>{head.get(lang)}</span>
                <span class="input input--small" class:input--error=invalid><input class="input__box" type="text"
                    inputmode=numeric.then_some("numeric") aria-label=says
                    aria-invalid=move || invalid.get().then_some("true")
                    aria-describedby=described(&id, false, invalid)
                    prop:value=value
                    on:change=move |event| on_change.run(event_target_value(&event)) /></span>
            </label>
        }
        .into_any()
    };
    let copies_now = Signal::derive(move || paper.with(|paper| paper.copies.to_string()));
    let pages_now = Signal::derive(move || paper.with(|paper| paper.pages.clone()));
    let error = Signal::derive(move || {
        let words = match wrong.get()? {
            Wrong::Copies => words::BAD_COPIES,
            Wrong::Pages => words::BAD_PAGES,
        };
        Some(words.get(lang).to_owned())
    });
    view! {
        <div class="checklist__row">
            {checkbox(
                id.clone(),
                format!("{number}. {}", name.get(lang)),
                None,
                Signal::derive(move || paper.with(|paper| paper.ready)),
                Callback::new(move |ready| change(&|paper| paper.ready = ready)),
            )}
            {field(Wrong::Copies, words::COPIES, true, copies_now, Callback::new(copies))}
            {field(Wrong::Pages, words::PAGES, false, pages_now, Callback::new(pages))}
            {field_error(id.clone(), error)}
        </div>
    }
    .into_any()
}

/// What is wrong in the row of a document.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrong {
    Copies,
    Pages,
}

/// How copies are typed.
const COPIES_TYPED: Form = Form::Count { unit: text("份", "copies"), least: 1 };

fn undertakings(session: Session, undertaken: &[&'static Provision], lang: Lang) -> AnyView {
    let items: Vec<AnyView> =
        undertaken.iter().map(|provision| view! { <li>{provision.sentence(lang)}</li> }.into_any()).collect();
    let undertaken = Memo::new(move |_| session.draft.with(|draft| draft.filing.undertaken));
    let confirm = Callback::new(move |ticked| session.file(|draft| draft.filing.undertaken = ticked));
    let state = move || if undertaken.get() { words::CONFIRMED } else { words::NOT_CONFIRMED }.get(lang);
    view! {
        <details class="disclosure" id=UNDERTAKINGS>
            <summary>{words::UNDERTAKINGS.get(lang)}" "<span class="soft">{state}</span></summary>
            <div class="disclosure__body">
                <ol class="statement__list">{items}</ol>
                {checkbox("undertaken".to_owned(), words::CONFIRM.get(lang).to_owned(), None, undertaken.into(), confirm)}
            </div>
        </details>
    }
    .into_any()
}
