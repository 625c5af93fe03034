//! What is left to fill in, and how every clause stands.

use leptos::prelude::*;
use miyun::answers::facts::Facts;
use miyun::answers::subject::Subject;
use miyun::article::article;
use miyun::drafts::interview::{Count, Stage};
use miyun::drafts::worth::Worth;
use miyun::money::Money;
use miyun::order::Order;
use miyun::rule::{Amount, Assessment, Missing, Outcome, Report};
use miyun::text::Lang;

use crate::ui::clauses::figures::Scale;
use crate::ui::clauses::reasons;
use crate::ui::components::bands::Band;
use crate::ui::components::button::{button_row, link_button};
use crate::ui::components::disclosure::disclosure;
use crate::ui::components::icon::Glyph;
use crate::ui::components::layout::{columns, group_head, page_head};
use crate::ui::components::na_list::na_list;
use crate::ui::components::status::Mark;
use crate::ui::components::task_list::{Task, task_amount, task_band, task_list};
use crate::ui::drafts::session::Session;
use crate::ui::frame::route::Route;
use crate::ui::interview::estimate_panel::estimate_panel;
use crate::ui::words::interview as words;

/// The page.
pub fn tasks_page(session: Session) -> AnyView {
    let lang = session.lang.get_untracked();
    let worth = Memo::new(move |_| session.progress(|draft, report, _| Worth::of(draft, report)));
    let content = move || session.working.with(|report| list(session, report, &worth.read(), lang));
    view! {
        {move || head(session, &worth.read(), lang)}
        {columns(content.into_any(), words::ESTIMATE.get(lang).to_owned(), false, estimate_panel(session))}
    }
    .into_any()
}

fn head(session: Session, worth: &Worth, lang: Lang) -> AnyView {
    let (who, name) = session.draft.with(|draft| {
        let who: Vec<&str> = draft.applicant().into_iter().map(|words| words.get(lang)).collect();
        (who, draft.name().unwrap_or_default().to_owned())
    });
    let told = !who.is_empty();
    let title = if name.is_empty() { words::TASKS_TITLE.get(lang).to_owned() } else { name };
    let mut kicker: Vec<AnyView> = who.into_iter().map(IntoAny::into_any).collect();
    let change = Route::Subject(Subject::Identity).href();
    kicker.push(view! { <a href=change>{words::CHANGE.get(lang)}</a> }.into_any());
    let Count { answered, unsure, all: counted } = session.count();
    let (answered, unsure) = (format!("{}{answered}", words::ANSWERED.get(lang)), words::unsure(unsure, lang));
    let stop = [words::STOP, words::GAP].map(|words| words.get(lang)).concat();
    let count = format!("{answered} / {counted}{}{unsure}{stop}", words::QUESTIONS.get(lang));
    let mut missing = session.report.with(|report| report.missing());
    worth.order(&mut missing);
    let rest = if !told {
        words::CHOOSE_KIND_FIRST.get(lang).into_any()
    } else if missing.is_empty() {
        words::NOTHING_MISSING.get(lang).into_any()
    } else {
        session.draft.with_untracked(|draft| lacking(&missing, &draft.facts, lang))
    };
    let first = told.then(|| view! { " "<a href=Route::First.href()>{words::FIRST.get(lang)}</a> });
    page_head(kicker, vec![title], Some(view! { {count}{rest}{first} }.into_any()))
}

/// The missing facts as links, the first few of them.
fn lacking(missing: &[Missing], facts: &Facts, lang: Lang) -> AnyView {
    const SHOWN: usize = 4;
    let links: Vec<_> = missing
        .iter()
        .take(SHOWN)
        .enumerate()
        .map(|(index, lack)| {
            let listed = (index > 0).then(|| words::LISTED.get(lang));
            let href = Route::question(lack.question);
            view! { {listed}<a href=href>{lack.words(facts, lang)}</a> }.into_any()
        })
        .collect();
    let more = (missing.len() > SHOWN).then(|| match lang {
        Lang::Zh => format!("{}{}项", words::MISSING_MORE.zh, missing.len()),
        Lang::En => format!("{}{}", words::MISSING_MORE.en, missing.len()),
    });
    view! { {words::MISSING_LEAD.get(lang)}{links}{more}{words::STOP.get(lang)} }.into_any()
}

fn list(session: Session, report: &Report, worth: &Worth, lang: Lang) -> AnyView {
    let interview = session.draft.with(|draft| draft.interview(report));
    let shown: Vec<(Subject, Stage)> = worth
        .subjects(interview)
        .into_iter()
        .filter(|subject| interview.of(*subject).next().is_some())
        .map(|subject| (subject, session.stage(subject)))
        .collect();
    // Once it is said what the applicant is, a subject that no clause for them asks about does not apply.
    let known = session.draft.with(|draft| !draft.applicant().is_empty());
    let outside = Subject::ALL.into_iter().filter(|subject| known && interview.of(*subject).next().is_none());
    let outside: Vec<Task> = outside.map(|subject| outside_task(subject, lang)).collect();
    let group = |subjects: &[(Subject, Stage)], outside: Vec<Task>| {
        let done = subjects.iter().filter(|(_, stage)| *stage == Stage::Done).count();
        let note = format!("{done} / {}", subjects.len());
        let tasks = subjects.iter().map(|(subject, stage)| subject_task(session, *subject, *stage, report, lang));
        (note, task_list(true, tasks.chain(outside).collect()))
    };
    let (first, rest): (Vec<_>, Vec<_>) =
        shown.iter().copied().partition(|(subject, _)| matches!(subject, Subject::Identity | Subject::Gate));
    let (first_note, first) = group(&first, Vec::new());
    let (rest_note, rest) = group(&rest, outside);

    let applying: Vec<&Assessment> =
        report.assessments.iter().filter(|assessment| assessment.outcome != Outcome::NotApplicable).collect();
    let amounts: Vec<(Amount, &Assessment)> =
        applying.iter().map(|assessment| (report.counts(assessment.clause.id), *assessment)).collect();
    let scale = Scale::of(
        amounts.iter().flat_map(|(amount, _)| [amount.certain, amount.possible, amount.floor, amount.ceiling]),
        lang,
    );
    let tasks = session.draft.with_untracked(|draft| {
        let task = |(amount, assessment): &(_, &_)| clause_task(report, assessment, &draft.facts, *amount, scale, lang);
        amounts.iter().map(task).collect()
    });
    let note = match lang {
        Lang::Zh => format!(
            "{}{}{} · {}{}",
            words::APPLYING.zh,
            applying.len(),
            words::APPLYING_END.zh,
            words::UNIT.zh,
            scale.unit()
        ),
        Lang::En => format!("{}{} · {}{}", applying.len(), words::APPLYING_END.en, words::UNIT.en, scale.unit()),
    };
    let others: Vec<(String, AnyView)> = report
        .assessments
        .iter()
        .filter(|assessment| assessment.outcome == Outcome::NotApplicable)
        .map(|assessment| {
            let clause = assessment.clause;
            let why = format!(
                "{}{}{}{}",
                clause.title.get(lang),
                words::STOP.get(lang),
                if lang == Lang::Zh { words::NOT_FOR.zh } else { " It is for: " },
                clause.brief.whom.get(lang)
            );
            (article(clause.article, lang), why.into_any())
        })
        .collect();
    let others = (!others.is_empty()).then(|| {
        let summary = format!("{}{}{}", words::NA_LIST.get(lang), others.len(), words::NA_LIST_END.get(lang));
        view! { <div class="mt-3">{disclosure(false, summary, na_list(others))}</div> }
    });
    let next = shown.iter().find(|(_, stage)| *stage != Stage::Done).map(|(subject, _)| {
        link_button(
            "button button--primary",
            Route::Subject(*subject).href(),
            format!("{}{}", words::GO_ON.get(lang), interview.words(*subject)[1].get(lang)),
            Some(Glyph::Right),
        )
    });
    let class = if next.is_some() { "button" } else { "button button--primary" };
    let result = link_button(class, Route::Result.href(), words::SEE_RESULT.get(lang).to_owned(), None);
    let buttons = next.into_iter().chain([result]).collect();
    view! {
        {group_head(words::APPLICANT.get(lang).to_owned(), first_note)}
        {first}
        {group_head(words::FIGURES.get(lang).to_owned(), rest_note)}
        {rest}
        {group_head(words::ARTICLES.get(lang).to_owned(), note)}
        {task_list(false, tasks)}
        {others}
        {button_row("mt-6", buttons)}
    }
    .into_any()
}

fn subject_task(session: Session, subject: Subject, stage: Stage, report: &Report, lang: Lang) -> Task {
    let mut lacks = report.missing();
    lacks.retain(|lack| lack.question.subject == subject);
    let ([short, title, says], Count { answered, unsure, all: counted }, blank) =
        session.progress(|draft, _, interview| {
            let count = interview.count(&draft.facts, interview.of(subject));
            // What the amounts do not wait for may be open, too: the form needs it.
            (interview.words(subject), count, interview.blank(&draft.facts, subject).collect::<Vec<_>>())
        });
    let hint = match stage {
        Stage::Doing if !lacks.is_empty() => session.draft.with_untracked(|draft| {
            format!("{}{}", words::LACKING.get(lang), some_of(&lacks, |lack| lack.words(&draft.facts, lang), lang))
        }),
        Stage::Doing if !blank.is_empty() => {
            format!("{}{}", words::BLANK.get(lang), some_of(&blank, |spec| spec.label.get(lang).to_owned(), lang))
        }
        _ => says.get(lang).to_owned(),
    };
    let unsure = words::unsure(unsure, lang);
    let counted = match lang {
        Lang::Zh => format!("{hint} · {answered}/{counted}{}{unsure}", words::QUESTIONS.zh),
        Lang::En if counted == 1 => format!("{hint} · {answered}/1 question{unsure}"),
        Lang::En => format!("{hint} · {answered}/{counted}{}{unsure}", words::QUESTIONS.en),
    };
    let word = match stage {
        Stage::Todo => words::TODO,
        Stage::Doing => words::DOING,
        Stage::Done => words::DONE,
    };
    Task {
        no: short.get(lang).to_owned(),
        href: Route::Subject(subject).href(),
        title: title.get(lang).to_owned(),
        hint: counted,
        amount: None,
        mark: match stage {
            Stage::Todo => Mark::Todo,
            Stage::Doing => Mark::Doing,
            Stage::Done => Mark::Done,
        },
        word: word.get(lang).to_owned(),
    }
}

/// A subject that nothing for this applicant asks about.
fn outside_task(subject: Subject, lang: Lang) -> Task {
    let [short, title, _] = subject.words();
    Task {
        no: short.get(lang).to_owned(),
        href: Route::Subject(subject).href(),
        title: title.get(lang).to_owned(),
        hint: words::OUTSIDE.get(lang).to_owned(),
        amount: None,
        mark: Mark::Na,
        word: Outcome::NotApplicable.word().get(lang).to_owned(),
    }
}

/// The first few by name, and how many there are.
fn some_of<T>(all: &[T], name: impl FnMut(&T) -> String, lang: Lang) -> String {
    const SHOWN: usize = 3;
    let mut words = all.iter().take(SHOWN).map(name).collect::<Vec<_>>().join(words::LISTED.get(lang));
    if all.len() > SHOWN {
        match lang {
            Lang::Zh => words.push_str(&format!("等{}项", all.len())),
            Lang::En => words.push_str(&format!(" and {} more", all.len() - SHOWN)),
        }
    }
    words
}

/// How a clause stands, in a mark and its word.
pub fn mark_of(report: &Report, assessment: &Assessment, lang: Lang) -> (Mark, String) {
    let counted = report.counts(assessment.clause.id);
    let gave = report.gave_way.iter().any(|gave| gave.clause.id == assessment.clause.id);
    let (mark, word) = match assessment.outcome {
        Outcome::NotApplicable => (Mark::Na, Outcome::NotApplicable.word()),
        // Nothing is missing: the rules for it are still to come.
        Outcome::Unknown if assessment.missing.is_empty() => (Mark::InKind, words::LISTED_ONLY),
        Outcome::Unknown => (Mark::Open, words::OPEN),
        Outcome::NotMet if assessment.absent.is_some() => (Mark::Na, words::ABSENT),
        Outcome::NotMet => (Mark::Unmet, words::UNMET),
        Outcome::Met if assessment.estimate.in_kind => (Mark::InKind, words::LISTED_ONLY),
        Outcome::Met if counted.certain.is_zero() && !counted.ceiling.is_zero() => (Mark::Decision, words::DECISION),
        Outcome::Met if counted.certain.is_zero() && gave => (Mark::Gave, words::GAVE),
        Outcome::Met => (Mark::Met, words::MET),
    };
    (mark, word.get(lang).to_owned())
}

/// The reason in a line.
fn reason(report: &Report, assessment: &Assessment, facts: &Facts, lang: Lang) -> String {
    match assessment.outcome {
        Outcome::Unknown if assessment.missing.is_empty() => assessment.clause.brief.gives.get(lang).to_owned(),
        Outcome::Unknown => {
            // What this clause alone waits for tells more than what every clause waits for.
            let waiting = |lack: &Missing| {
                let clauses = report.assessments.iter();
                clauses.filter(|other| other.missing.iter().any(|l| l.question.slot == lack.question.slot)).count()
            };
            let mut missing = assessment.missing.clone();
            missing.order_by_key(waiting);
            format!("{}{}", words::LACKING.get(lang), some_of(&missing, |lack| lack.words(facts, lang), lang))
        }
        Outcome::NotMet => reasons::sentence(&reasons::first_unmet(assessment, facts, lang), lang),
        _ if assessment.estimate.in_kind => words::NOT_PRICED.get(lang).to_owned(),
        _ => report
            .counted()
            .iter()
            .find(|counted| counted.assessment.clause.id == assessment.clause.id)
            .map_or_else(String::new, |counted| reasons::met(counted, report, facts, lang)),
    }
}

fn clause_task(
    report: &Report,
    assessment: &Assessment,
    facts: &Facts,
    amount: Amount,
    scale: Scale,
    lang: Lang,
) -> Task {
    let clause = assessment.clause;
    let (mark, word) = mark_of(report, assessment, lang);
    let mut amounts: Vec<AnyView> = Vec::new();
    if !amount.certain.is_zero() {
        amounts.push(task_amount(scale.figure(amount.certain)));
    }
    if !amount.possible.is_zero() {
        let text = format!("+{}", scale.figure(amount.possible));
        amounts.push(task_band(Band::Possible, words::POSSIBLE.get(lang).to_owned(), text));
    }
    if amount.ceiling > Money::ZERO {
        let text = scale.range(amount.floor, amount.ceiling);
        amounts.push(task_band(Band::Decision, words::DECISION.get(lang).to_owned(), text));
    }
    Task {
        no: article(clause.article, lang),
        href: Route::Clause(clause.id).href(),
        title: clause.title.get(lang).to_owned(),
        hint: reason(report, assessment, facts, lang),
        amount: (!amounts.is_empty()).then(|| amounts.into_any()),
        mark,
        word,
    }
}
