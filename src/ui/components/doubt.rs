//! Two readings side by side, the hatching of the possible band on top.

use crate::ui::components::{
    bands::{Band, swatch},
    layout::phrases,
};
use leptos::prelude::*;

/// One reading.
pub struct Reading {
    /// The band its amount goes to.
    pub band: Band,
    /// Its name and where it counts.
    pub name: String,
    /// The reading.
    pub text: String,
    /// What it gives, where that is known.
    pub amount: Option<AnyView>,
}

/// A doubt. `id` names its title on the page.
pub struct Doubt {
    /// The id of its title.
    pub id: String,
    /// Its number in the register.
    pub no: String,
    /// The question, in phrases.
    pub title: Vec<String>,
    /// What hangs on it.
    pub lead: AnyView,
    /// The readings, the prudent one first.
    pub readings: Vec<Reading>,
    /// The heading over the text to send.
    pub ask: String,
    /// The text to send to the office.
    pub quote: String,
    /// What can be done with it.
    pub action: AnyView,
}

/// Draws a doubt.
pub fn doubt(doubt: Doubt) -> AnyView {
    let Doubt { id, no, title, lead, readings, ask, quote, action } = doubt;
    let readings: Vec<_> = readings
        .into_iter()
        .map(|Reading { band, name, text, amount }| {
            view! {
                <div class="doubt__reading">
                    <h4 class="doubt__reading-name">{swatch(band)}" "{name}</h4>
                    <p>{text}</p>
                    {amount.map(|amount| view! { <p>{amount}</p> })}
                </div>
            }
            .into_any()
        })
        .collect();
    let named_by = id.clone();
    view! {
        <article class="doubt" aria-labelledby=named_by>
            <div class="doubt__strip" aria-hidden="true"></div>
            <div class="doubt__head">
                <span class="doubt__no">{no}</span>
                <h3 class="doubt__title" id=id>{phrases(title)}</h3>
                <p class="soft small">{lead}</p>
            </div>
            <div class="doubt__readings">{readings}</div>
            <div class="doubt__ask"><h4>{ask}</h4><p class="doubt__quote">{quote}</p>{action}</div>
        </article>
    }
    .into_any()
}
