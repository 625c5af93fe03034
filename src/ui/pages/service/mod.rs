//! What the district is asked to coordinate: scopes, needs, the service package and its list. It is answered under an
//! edition beside the draft's own, and its code comes with this page.

mod files;
mod needs;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::{html, web_sys::Element};
use miyun::answers::answer::Answer;
use miyun::answers::facts::Facts;
use miyun::answers::form::{Choice, Form};
use miyun::answers::question::Spec;
use miyun::drafts::draft::Unreadable;
use miyun::packet::package::{Package, RULES, Rung, WHO_NEXT, WHOM_TO_ASK, speaks_for};
use miyun::rule::Provision;
use miyun::text::{Lang, Text, sentence};

use crate::ui::components::button::button;
use crate::ui::components::desk::desk;
use crate::ui::components::disclosure::disclosure;
use crate::ui::components::field::{Input, Typed, input, select};
use crate::ui::components::icon::Glyph;
use crate::ui::components::layout::{page_head, section};
use crate::ui::components::notice::{Notice, Tone, notice};
use crate::ui::components::panel::panel;
use crate::ui::components::plain::{Column, plain};
use crate::ui::components::terms::{Term, terms};
use crate::ui::drafts::session::Session;
use crate::ui::pages::service::files::exports;
use crate::ui::pages::service::needs::needs;
use crate::ui::papers::pagination;
use crate::ui::words::packet::TOOLS;
use crate::ui::words::service as words;

/// The page.
pub fn service_page(session: Session) -> AnyView {
    let lang = session.lang.get_untracked();
    let say = |words: Text| words.get(lang).to_owned();
    let package = Memo::new_with_compare(
        move |_| {
            let lay_out = |draft: &_, report: &_| Package::lay_out(draft, report, lang, session.today).ok();
            session.draft.with(|draft| lay_out(draft, &draft.claimed(true))).map(Arc::new)
        },
        |_, _| true,
    );
    let body = match session.draft.with_untracked(|draft| draft.facts_under(RULES.index)) {
        // It is never believed, and never thrown away: the file keeps it as it is.
        Err(refused) => {
            let why = Unreadable::Answers(refused).says(lang);
            let unread = notice(Notice {
                tone: Tone::Danger,
                glyph: Glyph::Warn,
                title: say(words::UNREAD),
                body: view! { <p>{why}</p> }.into_any(),
                actions: None,
                row: false,
            });
            return view! { <div class="page page--tight">{head(lang)}{unread}</div> }.into_any();
        }
        Ok(_) => view! {
            {scopes(package, lang)}
            {about(session, lang)}
            {needs(session, package, lang)}
            {how(package, lang)}
            {glossary(lang)}
        },
    };
    let listed = RwSignal::new(false);
    let host: NodeRef<html::Div> = NodeRef::new();
    Effect::new(move |_| {
        if let (Some(host), Some(package)) = (host.get(), package.get()) {
            let host: &Element = &host;
            pagination::lay(host, &if listed.get() { package.list() } else { package.volume() });
        }
    });
    let tools = panel("service-export", say(words::PAPERS), exports(session, package, listed));
    let sheets = view! { <div class="sheets" node_ref=host></div> };
    view! {
        <div class="page page--tight no-print page--head">{head(lang)}{body}</div>
        {desk(say(TOOLS), tools, sheets.into_any())}
    }
    .into_any()
}

fn head(lang: Lang) -> AnyView {
    let number = RULES.index.number.into_any();
    page_head(vec![number], vec![words::TITLE.get(lang).to_owned()], Some(words::LEAD.get(lang).into_any()))
}

/// Every scope with what the answers say for it, and whom to ask.
fn scopes(package: Memo<Option<Arc<Package>>>, lang: Lang) -> AnyView {
    let say = |words: Text| words.get(lang).to_owned();
    let table = move || {
        let scopes = package.get().map(|package| package.scopes.assessments.clone()).unwrap_or_default();
        let rows = scopes.iter().map(|scope| {
            let speaks: Vec<&str> = speaks_for(scope).map(|step| step.provision.says.get(lang)).collect();
            let speaks = match speaks.is_empty() {
                true => words::NOTHING_SPEAKS.get(lang).to_owned(),
                false => sentence(&speaks.join(if lang == Lang::Zh { "；" } else { "; " }), lang),
            };
            vec![scope.clause.title.get(lang).to_owned(), speaks, scope.clause.brief.whom.get(lang).to_owned()]
        });
        let columns = vec![
            (Column::Text, words::SPEAKS_FOR.get(lang).to_owned()),
            (Column::Named, words::PROPOSED_BY.get(lang).to_owned()),
        ];
        plain(words::SCOPE.get(lang).to_owned(), columns, rows.collect(), None)
    };
    let ask = disclosure(false, say(words::WHOM_TO_ASK), steps(WHOM_TO_ASK, lang));
    let body = view! { {table}<div class="mt-3">{ask}</div> };
    section("scopes".into(), say(words::SCOPES), say(words::SCOPES_NOTE).into_any(), body.into_any())
}

/// The ways to hand needs over, and who is next where nothing comes of it.
fn how(package: Memo<Option<Arc<Package>>>, lang: Lang) -> AnyView {
    let colon = if lang == Lang::Zh { "：" } else { ": " };
    let ladder = move || {
        let ladder = package.with(|package| package.as_ref().map(|package| package.ladder)).unwrap_or_default();
        let rung = |rung: &Rung| {
            let does = sentence(rung.does.get(lang), lang);
            view! { <li><b>{rung.who.get(lang)}</b>{colon}{does}</li> }
        };
        ladder.iter().map(rung).collect::<Vec<_>>()
    };
    let body = view! {
        {steps(RULES.procedure, lang)}
        <h3 class="mt-4">{WHO_NEXT.get(lang)}</h3>
        <ol class="procedure__steps mt-3">{ladder}</ol>
    };
    section("how".into(), words::HOW.get(lang).to_owned(), ().into_any(), body.into_any())
}

fn steps(provisions: &'static [Provision], lang: Lang) -> AnyView {
    let steps: Vec<_> = provisions.iter().map(|step| view! { <li>{step.sentence(lang)}</li> }.into_any()).collect();
    view! { <ol class="procedure__steps">{steps}</ol> }.into_any()
}

/// The words of the text, folded away.
fn glossary(lang: Lang) -> AnyView {
    let other = if lang == Lang::Zh { Lang::En } else { Lang::Zh };
    let list = RULES.glossary.iter().map(|term| Term {
        id: format!("service-{}", term.id),
        term: term.term.get(lang).to_owned(),
        other: (term.term.get(other).to_owned(), other.tag()),
        says: term.says.get(lang).to_owned(),
        seen: None,
    });
    view! { <div class="mt-4">{disclosure(false, words::WORDS.get(lang).to_owned(), terms(list.collect()))}</div> }
        .into_any()
}

/// The questions that are no table.
fn about(session: Session, lang: Lang) -> AnyView {
    let fields = RULES.index.questions.iter().filter_map(|spec| match spec.form {
        Form::Words(_) => Some(words_box(session, spec, lang)),
        Form::Choice(choices) => Some(choice_box(session, spec, choices, lang)),
        _ => None,
    });
    let fields: Vec<_> = fields.collect();
    let body = view! { <div class="procedure__notes">{fields}</div> };
    section("about".into(), words::ABOUT.get(lang).to_owned(), ().into_any(), body.into_any())
}

/// A question with its label and hint.
fn labelled(spec: &Spec, id: &str, control: AnyView, lang: Lang) -> AnyView {
    let (id, hint) = (id.to_owned(), format!("{id}-hint"));
    view! {
        <div class="field">
            <label class="field__label" for=id>{spec.label.get(lang)}</label>
            {control}
            <p class="small soft" id=hint>{spec.ask.get(lang)}" "{spec.hint.get(lang)}</p>
        </div>
    }
    .into_any()
}

fn words_box(session: Session, spec: &'static Spec, lang: Lang) -> AnyView {
    let id = format!("service-{}", spec.id);
    let most = if let Form::Words(most) = spec.form { most } else { 0 };
    let typed = RwSignal::new(match answer(session, spec) {
        Some(Answer::Words(words)) => words.to_string(),
        _ => String::new(),
    });
    let take = Callback::new(move |text: String| {
        let text: String = text.chars().take(most).collect();
        typed.set(text.clone());
        session.debounce(Callback::new(move |()| {
            let words = text.trim();
            let answer = (!words.is_empty()).then(|| Answer::Words(words.into()));
            change_typed(session, spec.id, |facts| _ = facts.set(spec, answer));
        }));
    });
    let control = input(Input {
        id: id.clone(),
        typed: Typed::Long,
        label: None,
        labelled_by: None,
        described_by: Signal::stored(Some(format!("{id}-hint"))),
        unit: None,
        value: typed.into(),
        invalid: Signal::stored(false),
        on_input: take,
        on_leave: Callback::new(move |()| _ = session.write_now()),
    });
    labelled(spec, &id, control, lang)
}

fn choice_box(session: Session, spec: &'static Spec, choices: &'static [Choice], lang: Lang) -> AnyView {
    let id = format!("service-{}", spec.id);
    let chosen = Signal::derive(move || {
        session.draft.track();
        chosen(choices, answer(session, spec))
    });
    let pick = Callback::new(move |id: String| {
        change(session, |facts| _ = facts.set(spec, picked(choices, &id)));
    });
    let control = select(id.clone(), spec.label.get(lang).to_owned(), false, options(choices, lang), chosen, pick);
    labelled(spec, &id, control, lang)
}

/// What one can choose, none among it.
fn options(choices: &[Choice], lang: Lang) -> Vec<(String, String)> {
    let none = (String::new(), words::NOT_TOLD.get(lang).to_owned());
    let choices = choices.iter().map(|choice| (choice.id.to_owned(), choice.label.get(lang).to_owned()));
    std::iter::once(none).chain(choices).collect()
}

/// The value of the option that is chosen.
fn chosen(choices: &[Choice], answer: Option<Answer>) -> String {
    match answer {
        Some(Answer::Choice(place)) => choices.get(usize::from(place)).map_or("", |choice| choice.id).to_owned(),
        _ => String::new(),
    }
}

/// The answer of an option.
fn picked(choices: &[Choice], id: &str) -> Option<Answer> {
    let place = choices.iter().position(|choice| choice.id == id)?;
    u8::try_from(place).ok().map(Answer::Choice)
}

/// The answers under the edition beside the draft's own; those of the draft where they cannot be read.
fn facts(session: Session) -> Facts {
    session.draft.with_untracked(|draft| draft.facts_under(RULES.index).unwrap_or_default())
}

fn answer(session: Session, spec: &Spec) -> Option<Answer> {
    facts(session).answer(spec).cloned()
}

/// Changes these answers: one step back undoes it.
fn change(session: Session, change: impl FnOnce(&mut Facts)) {
    let mut facts = facts(session);
    change(&mut facts);
    session.file(move |draft| draft.set_under(RULES.index, &facts));
}

/// The same as one types: one step back takes it all back.
fn change_typed(session: Session, at: &'static str, change: impl FnOnce(&mut Facts)) {
    let mut facts = facts(session);
    change(&mut facts);
    session.file_typed(at, move |draft| draft.set_under(RULES.index, &facts));
}

/// A small button.
fn small(glyph: Option<Glyph>, label: Text, lang: Lang, press: Callback<()>) -> AnyView {
    button("button button--small", glyph, label.get(lang).to_owned(), press)
}
