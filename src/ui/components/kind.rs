//! Choosing the kind of institution.

use leptos::prelude::*;

/// One kind.
#[derive(Clone, Debug)]
pub struct KindChoice {
    /// Its key.
    pub value: String,
    /// Its name.
    pub name: String,
    /// Who that is.
    pub gloss: String,
    /// How many clauses may apply.
    pub count: String,
}

/// Kinds under one heading. All groups of a page share the radio name `kind`.
pub fn kind_group(
    name: String,
    kinds: Vec<KindChoice>,
    picked: Signal<Option<String>>,
    on_pick: Callback<String>,
) -> AnyView {
    let kinds: Vec<_> = kinds
        .into_iter()
        .map(|KindChoice { value, name, gloss, count }| {
            let checked = { let value = value.clone(); move || picked.with(|picked| picked.as_ref() == Some(&value)) };
            let pick = { let value = value.clone(); move |_| on_pick.run(value.clone()) };
            view! {
                <label class="kind">
                    <input class="choice__box" type="radio" name="kind" value=value prop:checked=checked on:change=pick />
                    <span class="kind__ring"></span>
                    <span class="kind__name">{name}<span class="kind__gloss">{gloss}</span></span>
                    <span class="kind__count">{count}</span>
                </label>
            }
            .into_any()
        })
        .collect();
    view! {
        <fieldset class="kind-list__group">
            <legend class="kind-list__group-name">{name}</legend>
            <div class="kind-list__items">{kinds}</div>
        </fieldset>
    }
    .into_any()
}

/// The groups in columns, each column a list of groups.
pub fn kind_list(columns: Vec<Vec<AnyView>>) -> AnyView {
    let columns: Vec<_> =
        columns.into_iter().map(|groups| view! { <div class="kind-list__column">{groups}</div> }.into_any()).collect();
    view! { <div class="kind-list">{columns}</div> }.into_any()
}

/// What comes after the choice: what to have at hand, and the way on. On a phone it stays in sight below the kinds.
pub fn kind_bar(at_hand: AnyView, way_on: AnyView) -> AnyView {
    view! {
        <div class="kind-bar">
            <div role="status">{at_hand}</div>
            <div class="button-row">{way_on}</div>
        </div>
    }
    .into_any()
}
