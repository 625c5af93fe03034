//! The steps of a computation.

use leptos::prelude::*;

/// One step.
#[derive(Clone, Debug, Default)]
pub struct WorkingStep {
    /// What was done.
    pub text: String,
    /// The arithmetic.
    pub formula: Option<String>,
    /// The article it rests on.
    pub basis: String,
    /// What came out.
    pub result: String,
}

/// The words of the table: caption, number, step, basis, result. Caption and number are read out only.
#[derive(Clone, Debug)]
pub struct WorkingHead {
    /// Caption.
    pub caption: String,
    /// Head of the numbers.
    pub no: String,
    /// Head of the steps.
    pub step: String,
    /// Head of the articles.
    pub basis: String,
    /// Head of the results, with the unit.
    pub result: String,
}

/// The steps, numbered, and the total (name, figure) with the double rule under it.
pub fn working(head: WorkingHead, steps: Vec<WorkingStep>, total: Option<(String, String)>) -> AnyView {
    let steps: Vec<_> = steps
        .into_iter()
        .enumerate()
        .map(|(index, WorkingStep { text, formula, basis, result })| {
            let formula = formula.map(|formula| view! { <span class="working__formula">{formula}</span> });
            view! {
                <tr>
                    <td class="working__no">{(index + 1).to_string()}</td>
                    <td>{text}{formula}</td>
                    <td class="working__basis">{basis}</td>
                    <td class="num">{result}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let total = total.map(|(name, figure)| {
        view! { <tfoot><tr><th scope="row" colspan="3">{name}</th><td class="num">{figure}</td></tr></tfoot> }
    });
    view! {
        <table class="working__table">
            <caption class="visually-hidden">{head.caption}</caption>
            <thead>
                <tr>
                    <th scope="col"><span class="visually-hidden">{head.no}</span></th>
                    <th scope="col">{head.step}</th>
                    <th scope="col">{head.basis}</th>
                    <th scope="col" class="num">{head.result}</th>
                </tr>
            </thead>
            <tbody>{steps}</tbody>
            {total}
        </table>
    }
    .into_any()
}

/// The working in prose, before the table.
pub fn working_prose(text: String) -> AnyView {
    view! { <p class="working__prose">{text}</p> }.into_any()
}
