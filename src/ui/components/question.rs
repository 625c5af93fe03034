//! One question: what is asked, a hint, the answer, why it is asked.

use crate::ui::components::disclosure::disclosure;
use leptos::prelude::*;

/// A question. The control bears `id` itself. The other ids follow from `id`: `…-ask` names it, `…-hint` explains it; put `…-ask` into the
/// `labelled_by` of a single box, and [`crate::ui::components::field::described`] into its `described_by`.
pub struct Question {
    /// Its id.
    pub id: String,
    /// What is asked.
    pub ask: String,
    /// What helps to answer.
    pub hint: Option<String>,
    /// What is wrong with the answer.
    pub error: Signal<Option<String>>,
    /// The controls.
    pub answer: AnyView,
    /// Why it is asked: the words to open, and what is under them.
    pub why: Option<(String, AnyView)>,
}

/// Draws a question.
pub fn question(question: Question) -> AnyView {
    let Question { id, ask, hint, error, answer, why } = question;
    let described_by = hint.is_some().then(|| format!("{id}-hint"));
    let hint = hint.map(|hint| view! { <p class="question__hint" id=format!("{id}-hint")>{hint}</p> });
    let why = why.map(|(summary, body)| disclosure(true, summary, body));
    view! {
        <fieldset class="question" aria-describedby=described_by>
            <legend class="question__ask" id=format!("{id}-ask")>{ask}</legend>
            {hint}
            {crate::ui::components::field::field_error(id, error)}
            <div class="question__answer">{answer}</div>
            {why}
        </fieldset>
    }
    .into_any()
}
