//! Steps of the journey, and the three dates that every page keeps apart.

use leptos::prelude::*;

/// One step. Its count and whether it is the current one change while the link keeps its focus.
pub struct Step {
    /// Where it leads.
    pub href: String,
    /// Its name.
    pub label: String,
    /// Progress or flags, `41/47`; empty for none.
    pub count: Signal<String>,
    /// Whether it is the page shown.
    pub current: Signal<bool>,
}

/// The line under the masthead: steps left, dates right (each date is its name and its day).
pub fn runner(label: String, steps: Vec<Step>, dates: Vec<(String, Signal<String>)>) -> AnyView {
    let steps: Vec<_> = steps
        .into_iter()
        .map(|Step { href, label, count, current }| {
            let counts = Memo::new(move |_| count.with(|count| !count.is_empty()));
            let count = move || counts.get().then(|| view! { " " <span class="steps__count">{count}</span> });
            view! {
                <li>
                    <a class="steps__link" href=href aria-current=move || current.get().then_some("page")>{label}{count}</a>
                </li>
            }
            .into_any()
        })
        .collect();
    let dates: Vec<_> = dates
        .into_iter()
        .map(|(name, day)| view! { <div class="dateline__item"><dt>{name}</dt><dd>{day}</dd></div> }.into_any())
        .collect();
    view! {
        <div class="runner">
            <div class="runner__inner">
                <nav class="steps" aria-label=label><ol class="steps__list">{steps}</ol></nav>
                <dl class="dateline">{dates}</dl>
            </div>
        </div>
    }
    .into_any()
}
