//! Check your answers: one row an answer, flags where a reader would ask.

use crate::ui::components::icon::{Glyph, icon};
use leptos::prelude::*;

/// What a reader would ask about an answer.
pub struct Flag {
    /// Where the list of flags leads.
    pub id: String,
    /// The words before it.
    pub lead: String,
    /// The question.
    pub text: String,
    /// The other answers that it is about: where to change them, and their names. Before them stands the word.
    pub beside: Option<(String, Vec<(String, String)>)>,
}

/// One answer.
pub struct Answer {
    /// What was asked.
    pub term: String,
    /// What was answered.
    pub value: AnyView,
    /// Whether the value takes the whole width: a table.
    pub wide: bool,
    /// Which articles use it.
    pub used: String,
    /// Where to change it.
    pub href: String,
    /// The word for that.
    pub change: String,
    /// What a reader would ask.
    pub flags: Vec<Flag>,
}

/// The answers.
pub fn summary(answers: Vec<Answer>) -> AnyView {
    let answers: Vec<_> = answers.into_iter().map(answer).collect();
    view! { <dl class="summary">{answers}</dl> }.into_any()
}

fn answer(answer: Answer) -> AnyView {
    let Answer { term, value, wide, used, href, change, flags } = answer;
    let flagged = !flags.is_empty();
    let flags: Vec<_> = flags.into_iter().map(flag).collect();
    view! {
        <div class="summary__row" class:summary__row--flag=flagged class:summary__row--wide=wide>
            <dt>{term.clone()}</dt>
            <dd class="summary__value">{value}</dd>
            <dd class="summary__used">{used}</dd>
            <dd class="summary__act"><a href=href>{change}<span class="visually-hidden">" "{term}</span></a></dd>
            {flags}
        </div>
    }
    .into_any()
}

fn flag(flag: Flag) -> AnyView {
    let Flag { id, lead, text, beside } = flag;
    let beside = beside.map(|(word, links)| {
        let links: Vec<_> = links
            .into_iter()
            .map(|(href, name)| view! { <a class="flag__link" href=href>{name}</a> }.into_any())
            .collect();
        view! { <span class="flag__beside">{word}{links}</span> }
    });
    view! { <dd class="flag" id=id>{icon(Glyph::Flag)}<span><strong>{lead}</strong>{text}{beside}</span></dd> }
        .into_any()
}

/// A value with a soft remark after it.
pub fn remarked(value: String, remark: String) -> AnyView {
    view! { <span class="nowrap">{value}</span>" "<span class="soft small nowrap">{remark}</span> }.into_any()
}

/// A value that is not there, in words.
pub fn unanswered(words: String) -> AnyView {
    view! { <span class="soft">{words}</span> }.into_any()
}

/// A compact table of rows: its name, its heads (with whether figures stand under them), its rows, a note under it.
pub fn small_table(label: String, heads: Vec<(bool, String)>, rows: Vec<Vec<String>>, note: Option<String>) -> AnyView {
    let figures: Vec<bool> = heads.iter().map(|(figure, _)| *figure).collect();
    let heads: Vec<_> = heads
        .into_iter()
        .map(|(figure, head)| view! { <th scope="col" class=figure.then_some("fig")>{head}</th> }.into_any())
        .collect();
    let rows: Vec<_> = rows
        .into_iter()
        .map(|cells| {
            let cells: Vec<_> = cells
                .into_iter()
                .zip(&figures)
                .map(|(cell, figure)| view! { <td class=figure.then_some("fig")>{cell}</td> }.into_any())
                .collect();
            view! { <tr>{cells}</tr> }.into_any()
        })
        .collect();
    let note = note.map(|note| view! { <p class="soft small mt-2">{note}</p> });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            <table class="plain plain--small"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
        </div>
        {note}
    }
    .into_any()
}
