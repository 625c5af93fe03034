//! Radio buttons and check boxes, the whole row a target.

use leptos::prelude::*;

/// One of several answers.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Its key.
    pub value: String,
    /// Its words.
    pub label: String,
    /// A second line.
    pub gloss: Option<String>,
}

fn words(label: String, gloss: Option<AnyView>) -> AnyView {
    let gloss = gloss.map(|gloss| view! { <span class="choice__gloss">{gloss}</span> });
    view! { <span class="choice__text">{label}{gloss}</span> }.into_any()
}

/// Radio buttons of one name, which is also the id of the group, for links from errors; short answers stand in a row, long ones below each other.
pub fn radios(
    name: String,
    row: bool,
    choices: Vec<Choice>,
    picked: Signal<Option<String>>,
    on_pick: Callback<String>,
) -> AnyView {
    let choices: Vec<_> = choices
        .into_iter()
        .map(|Choice { value, label, gloss }| {
            let checked = { let value = value.clone(); move || picked.with(|picked| picked.as_ref() == Some(&value)) };
            let pick = { let value = value.clone(); move |_| on_pick.run(value.clone()) };
            view! {
                <label class="choice">
                    <input class="choice__box" type="radio" name=name.clone() value=value prop:checked=checked on:change=pick />
                    {words(label, gloss.map(IntoAny::into_any))}
                </label>
            }
            .into_any()
        })
        .collect();
    view! { <div id=name class:choice-row=row>{choices}</div> }.into_any()
}

/// One check box.
pub fn checkbox(
    id: String,
    label: String,
    gloss: Option<AnyView>,
    checked: Signal<bool>,
    on_toggle: Callback<bool>,
) -> AnyView {
    view! {
        <label class="choice">
            <input
                class="choice__box"
                type="checkbox"
                id=id
                prop:checked=checked
                on:change=move |event| on_toggle.run(event_target_checked(&event))
            />
            {words(label, gloss)}
        </label>
    }
    .into_any()
}
