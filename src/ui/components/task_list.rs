//! What is left to fill in, clause by clause.

use crate::ui::components::{
    bands::{Band, swatch},
    status::{Mark, status},
};
use leptos::prelude::*;

/// One task.
pub struct Task {
    /// The article, or a short name, hanging left.
    pub no: String,
    /// Where it leads.
    pub href: String,
    /// Its title.
    pub title: String,
    /// Where it stands, in one line.
    pub hint: String,
    /// The amount; see [`task_amount`] and [`task_band`].
    pub amount: Option<AnyView>,
    /// How far it is.
    pub mark: Mark,
    /// The same in a word.
    pub word: String,
}

/// The list. A plain one has no column of amounts.
pub fn task_list(plain: bool, tasks: Vec<Task>) -> AnyView {
    let class = if plain { "task task--plain" } else { "task" };
    let tasks: Vec<_> = tasks
        .into_iter()
        .map(|Task { no, href, title, hint, amount, mark, word }| {
            let amount = (!plain).then(|| view! { <span class="task__amount">{amount}</span> });
            view! {
                <li class=class>
                    <span class="task__no">{no}</span>
                    <span class="task__title"><a href=href>{title}</a><span class="task__hint">{hint}</span></span>
                    {amount}
                    {status(mark, word)}
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ul class="task-list">{tasks}</ul> }.into_any()
}

/// A certain amount in a task.
pub fn task_amount(text: String) -> AnyView {
    view! { <strong>{text}</strong> }.into_any()
}

/// An amount of another band in a task: its texture, its name read out, its figure.
pub fn task_band(band: Band, name: String, text: String) -> AnyView {
    view! { <small>{swatch(band)}<span class="visually-hidden">{name}</span>{text}</small> }.into_any()
}
