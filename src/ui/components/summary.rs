//! Check your answers: one row an answer, a flag where a reader would ask.

use super::icon::{Glyph, icon};
use leptos::prelude::*;

/// What a reader would ask about an answer.
#[derive(Clone, Debug)]
pub struct Flag {
    /// Where the list of flags leads.
    pub id: String,
    /// The words before it.
    pub lead: String,
    /// The question.
    pub text: String,
}

/// One answer.
pub struct Answer {
    /// What was asked.
    pub term: String,
    /// What was answered.
    pub value: AnyView,
    /// Which articles use it.
    pub used: String,
    /// Where to change it.
    pub href: String,
    /// The word for that.
    pub change: String,
    /// What a reader would ask.
    pub flag: Option<Flag>,
}

/// The answers.
pub fn summary(answers: Vec<Answer>) -> AnyView {
    let answers: Vec<_> = answers.into_iter().map(answer).collect();
    view! { <dl class="summary">{answers}</dl> }.into_any()
}

fn answer(answer: Answer) -> AnyView {
    let Answer { term, value, used, href, change, flag } = answer;
    let class = if flag.is_some() { "summary__row summary__row--flag" } else { "summary__row" };
    let flag = flag.map(|Flag { id, lead, text }| {
        view! { <dd class="flag" id=id>{icon(Glyph::Flag)}<span><strong>{lead}</strong>{text}</span></dd> }
    });
    view! {
        <div class=class>
            <dt>{term.clone()}</dt>
            <dd class="summary__value">{value}</dd>
            <dd class="summary__used">{used}</dd>
            <dd class="summary__act"><a href=href>{change}<span class="visually-hidden">" "{term}</span></a></dd>
            {flag}
        </div>
    }
    .into_any()
}

/// A value with a soft remark after it.
pub fn remarked(value: String, remark: String) -> AnyView {
    view! { {value}" "<span class="soft small nowrap">{remark}</span> }.into_any()
}
