//! The clauses that lack an answer, with their questions to answer there.

use crate::ui::clauses::reasons;
use crate::ui::components::clause_row::{clause_answer, clause_group};
use crate::ui::components::jump::jump;
use crate::ui::components::status::Mark;
use crate::ui::drafts::session::Session;
use crate::ui::interview::ask::{ask, errors};
use crate::ui::pages::result::{counted_clauses, draw};
use crate::ui::pages::tasks::mark_of;
use crate::ui::words;
use leptos::prelude::*;
use miyun::answers::question::Spec;
use miyun::drafts::draft::Draft;
use miyun::rule::{Assessment, Outcome};
use miyun::text::Lang;

/// The clauses that lack an answer, each with its questions to unfold. The one being answered stays in its place, also
/// when nothing is missing any more.
pub(super) fn open_clauses(session: Session, answering: RwSignal<Option<usize>>) -> AnyView {
    let lang = session.lang.get_untracked();
    let places = Memo::new(move |_| {
        session.working.with(|report| {
            let lacks =
                |assessment: &Assessment| assessment.outcome == Outcome::Unknown && !assessment.missing.is_empty();
            let places = report.assessments.iter().enumerate();
            places
                .filter(|(place, assessment)| lacks(assessment) || answering.get() == Some(*place))
                .map(|(place, _)| place)
                .collect::<Vec<_>>()
        })
    });
    let head = move || {
        let count = places.with(Vec::len);
        (count > 0).then(|| {
            let count = counted_clauses(count, lang);
            let (title, note) = (words::GROUP_OPEN.get(lang).to_owned(), words::GROUP_OPEN_NOTE.get(lang).to_owned());
            clause_group("open", Mark::Open, title, count, note, Vec::new())
        })
    };
    view! {
        {head}
        <For
            each=move || places.get()
            key=|place| *place
            children=move |place| open_clause(session, answering, place, lang)
        />
    }
    .into_any()
}

/// One clause that lacks an answer.
pub(super) fn open_clause(session: Session, answering: RwSignal<Option<usize>>, place: usize, lang: Lang) -> AnyView {
    let row = draw(session, None, move |page| {
        let counted = page.report.counted();
        let Some(clause) = counted.get(place) else { return ().into_any() };
        let why = reasons::verdict(clause, page.report, &page.draft.facts, page.lang);
        page.row(clause, why.into_any(), page.amounts(clause, page.clauses_scale()))
    });
    let open = Signal::derive(move || answering.get() == Some(place));
    let toggle = Callback::new(move |unfolded: bool| {
        if unfolded {
            answering.set(Some(place));
        } else if answering.get_untracked() == Some(place) {
            answering.set(None);
            // Answered in full, it moves to another group; the focus goes to the head of the list.
            let still = session.working.with_untracked(|report| {
                report.assessments.get(place).is_some_and(|assessment| assessment.outcome == Outcome::Unknown)
            });
            if !still {
                set_timeout(|| jump("clauses-title"), std::time::Duration::ZERO);
            }
        }
    });
    let body = move || open.get().then(|| questions(session, place, lang));
    clause_answer(row, words::ANSWER_NOW.get(lang).to_owned(), open, toggle, body.into_any())
}

/// The questions that a clause lacks. Once shown, a question keeps its place.
pub(super) fn questions(session: Session, place: usize, lang: Lang) -> AnyView {
    let shown: StoredValue<Vec<&'static Spec>> = StoredValue::new(Vec::new());
    let list = Memo::new(move |_| {
        session.working.with(|report| {
            let missing = report.assessments.get(place).map(|assessment| assessment.missing.as_slice());
            shown.update_value(|shown| {
                for lack in missing.unwrap_or_default() {
                    if !shown.iter().any(|spec| spec.slot == lack.question.slot) {
                        shown.push(lack.question);
                    }
                }
            });
        });
        shown.with_value(|shown| shown.iter().map(|spec| spec.slot as usize).collect::<Vec<_>>())
    });
    let of = move |slot: usize| session.draft.with_untracked(Draft::questions).get(slot).map(|spec| ask(session, spec));
    let now = move || {
        session.working.with(|report| {
            let counted = report.counted();
            let clause = counted.get(place)?;
            let says = session.draft.with_untracked(|draft| reasons::verdict(clause, report, &draft.facts, lang));
            let (_, word) = mark_of(report, clause.assessment, lang);
            Some(format!("{}{word}{}{says}{}", words::NOW.get(lang), words::COMMA.get(lang), words::STOP.get(lang)))
        })
    };
    view! {
        {errors(session, move |spec| list.with(|list| list.contains(&(spec.slot as usize))))}
        <form on:submit=|event| event.prevent_default()>
            <For each=move || list.get() key=|slot| *slot children=move |slot| of(slot) />
        </form>
        <p class="clause-answer__now" role="status">{now}</p>
    }
    .into_any()
}
