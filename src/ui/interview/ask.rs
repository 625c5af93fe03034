//! A question, drawn by its form alone.

use leptos::prelude::*;
use miyun::answers::answer::Answer;
use miyun::answers::form::Form;
use miyun::answers::question::Spec;
use miyun::answers::typed::Complaint;
use miyun::answers::unit::spoken;
use miyun::article::article;
use miyun::drafts::draft::Draft;
use miyun::rule::{Flag, Place};
use miyun::text::{Lang, sentence};

use crate::ui::components::choice::{Choice, checkbox, radios};
use crate::ui::components::error_summary::{ShownError, error_summary};
use crate::ui::components::field::{Input, described, input};
use crate::ui::components::question::{Question, question};
use crate::ui::drafts::session::Session;
use crate::ui::frame::route::Route;
use crate::ui::interview::control::{id_at, id_of, typed_as};
use crate::ui::interview::entry::Field;
use crate::ui::interview::table::table;
use crate::ui::words::interview as words;

/// A question with its answer, its hint, and who reads it.
pub fn ask(session: Session, spec: &'static Spec) -> AnyView {
    let lang = session.lang.get_untracked();
    let (control, error) = match &spec.form {
        Form::Table(columns) => (table(session, spec, columns), Signal::derive(|| None)),
        Form::YesNo => (yes_no(session, spec, lang), Signal::derive(|| None)),
        Form::Choice(choices) => (one_of(session, spec, choices, lang), Signal::derive(|| None)),
        _ => typed(session, spec, lang),
    };
    question(Question {
        id: id_of(spec),
        ask: spec.ask.get(lang).to_owned(),
        hint: Some(spec.hint.get(lang).to_owned()),
        error,
        answer: view! { {control}{contradictions(session, spec, lang)} }.into_any(),
        why: Some((words::WHY.get(lang).to_owned(), why(session, spec, lang))),
    })
}

/// What the answer contradicts, beside the field itself.
fn contradictions(session: Session, spec: &'static Spec, lang: Lang) -> AnyView {
    const MOST: usize = 3;
    let told = Memo::new(move |_| {
        let about =
            |flag: &&Flag| flag.question.slot == spec.slot || flag.beside.iter().any(|other| other.slot == spec.slot);
        session.flags.with(|flags| {
            let flags = flags.iter().filter(about).take(MOST);
            flags.map(|flag| [flag.title(lang), flag.says(lang)]).collect::<Vec<_>>()
        })
    });
    view! {
        <div role="status">
            {move || {
                let told = told.get();
                let notes = told.into_iter().map(|[title, says]| {
                    view! { <p class="field__note"><b>{title}</b>{words::COLON.get(lang)}{says}</p> }
                });
                notes.collect::<Vec<_>>()
            }}
        </div>
    }
    .into_any()
}

/// A box to type in, and what is wrong with what is typed.
fn typed(session: Session, spec: &'static Spec, lang: Lang) -> (AnyView, Signal<Option<String>>) {
    let entry = Field::of(session, spec);
    let error = Signal::derive(move || {
        let kept = if entry.has_answer() { words::KEPT_AS_WAS } else { words::NOT_KEPT };
        let says = |complaint: Complaint| [complaint.say(lang), words::GAP.get(lang), kept.get(lang)];
        entry.complaint().map(|complaint| says(complaint).concat())
    });
    let invalid = Signal::derive(move || entry.complaint().is_some());
    let unit = match spec.form {
        Form::Money { .. } | Form::Area | Form::Count { .. } => Some(spec.form.unit().get(lang).to_owned()),
        _ => None,
    };
    let id = id_of(spec);
    // A large figure is said again as people say it, so that a slip of the unit shows.
    let again = Memo::new(move |_| match entry.answer() {
        Some(Answer::Money(money)) => spoken(money, lang),
        _ => None,
    });
    let says = format!("{id}-says");
    let described = {
        let (described, says) = (described(&id, true, invalid), says.clone());
        Signal::derive(move || match (described.get(), again.with(Option::is_some)) {
            (Some(ids), true) => Some(format!("{ids} {says}")),
            (ids, _) => ids,
        })
    };
    let control = input(Input {
        id: id.clone(),
        typed: typed_as(&spec.form),
        label: None,
        labelled_by: Some(format!("{id}-ask")),
        described_by: described,
        unit: unit.filter(|unit| !unit.is_empty()),
        value: entry.text.into(),
        invalid,
        on_input: Callback::new(move |text| entry.typed(text)),
        on_leave: Callback::new(move |()| entry.left()),
    });
    let unsure = checkbox(
        format!("{id}-unsure"),
        words::NOT_KNOWN.get(lang).to_owned(),
        None,
        Signal::derive(move || entry.answer() == Some(Answer::NotKnown)),
        Callback::new(move |yes| entry.not_known(yes)),
    );
    let again = matches!(spec.form, Form::Money { .. }).then(|| {
        let again = move || again.get().map(|again| format!("{}{again}", words::THAT_IS.get(lang)));
        view! { <p class="said-again" id=says>{again}</p> }
    });
    let control = view! { <div class="entry">{control}{unsure}</div>{again} };
    (control.into_any(), error)
}

const YES: &str = "yes";
const NO: &str = "no";
const NOT_KNOWN: &str = "not-known";

fn option(value: &str, label: &str, gloss: &str) -> Choice {
    Choice { value: value.to_owned(), label: label.to_owned(), gloss: (!gloss.is_empty()).then(|| gloss.to_owned()) }
}

fn yes_no(session: Session, spec: &'static Spec, lang: Lang) -> AnyView {
    let choices = vec![
        option(YES, words::YES.get(lang), ""),
        option(NO, words::NO.get(lang), ""),
        option(NOT_KNOWN, words::NOT_KNOWN.get(lang), ""),
    ];
    let picked = Signal::derive(move || {
        session.draft.with(|draft| match draft.facts.answer(spec)? {
            Answer::YesNo(true) => Some(YES.to_owned()),
            Answer::YesNo(false) => Some(NO.to_owned()),
            _ => Some(NOT_KNOWN.to_owned()),
        })
    });
    let pick = Callback::new(move |value: String| {
        let answer = match value.as_str() {
            YES => Answer::YesNo(true),
            NO => Answer::YesNo(false),
            _ => Answer::NotKnown,
        };
        let _ = session.tell(spec, Some(answer));
    });
    radios(id_of(spec), true, choices, picked, pick)
}

fn one_of(
    session: Session,
    spec: &'static Spec,
    choices: &'static [miyun::answers::form::Choice],
    lang: Lang,
) -> AnyView {
    let options = choices
        .iter()
        .map(|choice| option(choice.id, choice.label.get(lang), choice.gloss.get(lang)))
        .chain([option(NOT_KNOWN, words::NOT_KNOWN.get(lang), "")])
        .collect();
    let picked = Signal::derive(move || {
        session.draft.with(|draft| match draft.facts.answer(spec)? {
            Answer::Choice(index) => choices.get(usize::from(*index)).map(|choice| choice.id.to_owned()),
            _ => Some(NOT_KNOWN.to_owned()),
        })
    });
    let pick = Callback::new(move |value: String| {
        let place = choices.iter().position(|choice| choice.id == value).and_then(|place| u8::try_from(place).ok());
        let _ = session.tell(spec, Some(place.map_or(Answer::NotKnown, Answer::Choice)));
    });
    radios(id_of(spec), false, options, picked, pick)
}

/// Who reads the answer, and what proves it.
fn why(session: Session, spec: &'static Spec, lang: Lang) -> AnyView {
    let readers = Memo::new(move |_| {
        session.report.with(|report| {
            let mut needed = false;
            let readers: Vec<usize> = (0..report.assessments.len())
                .filter(|place| {
                    needed |= report.assessments[*place].asked.needs(spec);
                    report.assessments[*place].asked.reads(spec)
                })
                .collect();
            (readers, needed)
        })
    });
    let readers = move || {
        let (readers, needed) = readers.get();
        if readers.is_empty() {
            return view! { <p>{words::USED_BY_FORM.get(lang)}</p> }.into_any();
        }
        let links: Vec<_> = session.report.with_untracked(|report| {
            readers
                .iter()
                .filter_map(|place| report.assessments.get(*place))
                .enumerate()
                .map(|(index, assessment)| {
                    let clause = assessment.clause;
                    let words = format!("{} {}", article(clause.article, lang), clause.title.get(lang));
                    let listed = (index > 0).then(|| words::LISTED.get(lang));
                    view! { {listed}<a href=Route::Clause(clause.id).href()>{words}</a> }.into_any()
                })
                .collect()
        });
        let optional = (!needed).then(|| view! { <p>{words::USED_OPTIONAL.get(lang)}</p> });
        view! { <p>{words::USED_BY.get(lang)}{links}{words::STOP.get(lang)}</p>{optional} }.into_any()
    };
    let proof = spec
        .has_proof()
        .then(|| view! { <p>{words::PROOF.get(lang)}{spec.proof.get(lang)}{words::STOP.get(lang)}</p> });
    view! { {readers}{proof} }.into_any()
}

/// The most errors that are listed: a table can have thousands.
const MOST_ERRORS: usize = 20;

/// What must be corrected among these questions, on top of the page; nothing while all is well.
pub fn errors(session: Session, among: impl Fn(&'static Spec) -> bool + Send + Sync + 'static) -> AnyView {
    let told = Memo::new(move |_| {
        let lang = session.lang.get();
        let told = session.typing.shown().into_iter().filter_map(|(key, invalid)| {
            let spec = *session.draft.with_untracked(Draft::questions).get(key.question)?;
            among(spec).then_some((spec, key, invalid))
        });
        let told: Vec<_> = told.collect();
        let listed = told.iter().take(MOST_ERRORS).map(|(spec, key, invalid)| {
            let row = key.cell.and_then(|(row, _)| session.typing.rows(spec).iter().position(|name| *name == row));
            let place = key.cell.zip(row).and_then(|((_, column), row)| {
                let Form::Table(columns) = spec.form else { return None };
                let head = columns.get(column)?.head.get(lang);
                let called = session.draft.with_untracked(|draft| Place::Row(row).named(spec, &draft.facts, lang));
                Some(format!("{}{}{head}", sentence(&called, lang), words::GAP.get(lang)))
            });
            let place = place.map(|place| format!("{}{place}", words::COMMA.get(lang))).unwrap_or_default();
            let quoted =
                if lang == Lang::Zh { format!("“{}”", invalid.text) } else { format!("“{}” ", invalid.text) };
            let words = format!(
                "{}{place}{}{quoted}{}",
                spec.label.get(lang),
                words::COLON.get(lang),
                invalid.complaint.say(lang)
            );
            (spec.slot as usize, row, id_at(spec, *key), words)
        });
        (told.len(), listed.collect::<Vec<_>>())
    });
    (move || {
        let (count, listed) = told.get();
        let lang = session.lang.get_untracked();
        (count > 0).then(|| {
            let title = match lang {
                Lang::Zh => format!("{}{count}{}", words::HAVE_ERRORS.zh, words::TO_CORRECT.zh),
                Lang::En => format!("{count}{}", words::TO_CORRECT.en),
            };
            let more = count - listed.len();
            let more = (more > 0).then(|| match lang {
                Lang::Zh => format!("另有{more}处，改好这些以后再列出。"),
                Lang::En => format!("{more} more, listed once these are corrected."),
            });
            let listed = listed.into_iter().map(|(question, row, field, words)| {
                let reach = Callback::new(move |()| {
                    if let (Some(row), Some(spec)) = (row, session.draft.with_untracked(Draft::questions).get(question))
                    {
                        session.typing.reach(spec, row);
                    }
                });
                ShownError { field, words, reach }
            });
            error_summary(title, listed.collect(), more)
        })
    })
    .into_any()
}
