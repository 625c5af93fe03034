//! The live estimate: aside on wide screens, a bar at the foot of narrow ones.

use crate::ui::components::{
    bands::{Band, swatch},
    icon::{Glyph, icon_as},
    money::{Figure, Size, money},
};
use leptos::prelude::*;

/// The frame. It opens where there is room for it (from 64 rem) and closes where there is not, as the window is turned
/// or resized; between, it is the reader's. `peek` is what the closed bar shows.
pub fn estimate(open: Signal<bool>, label: String, count: Signal<String>, peek: AnyView, body: AnyView) -> AnyView {
    view! {
        <details class="estimate" prop:open=open>
            <summary class="estimate__summary">
                <span class="estimate__label">
                    {swatch(Band::Certain)}
                    {label}
                    <span class="estimate__count">{count}</span>
                </span>
                <span class="estimate__peek">{peek}</span>
                {icon_as("icon estimate__chevron", Glyph::Down)}
            </summary>
            <div class="estimate__body">{body}</div>
        </details>
    }
    .into_any()
}

/// What the closed bar shows: the certain figure, the other bands small (band, name read out, figure).
pub fn estimate_peek(certain: Figure, others: Vec<(Band, String, Signal<String>)>) -> AnyView {
    let others: Vec<_> = others
        .into_iter()
        .map(|(band, name, text)| {
            view! { <span>{swatch(band)}<span class="visually-hidden">{name}</span>{text}</span> }.into_any()
        })
        .collect();
    view! { {money(Size::Plain, certain)}<span class="estimate__peek-more">{others}</span> }.into_any()
}

/// What the last answer changed, in one polite sentence. It stays on the page, so that a change is announced.
pub fn estimate_change(title: String, text: Signal<String>) -> AnyView {
    let text = move || {
        let text = text.get();
        (!text.is_empty()).then(|| view! { <p class="estimate__change"><b>{title.clone()}</b>{text}</p> })
    };
    view! { <div role="status">{text}</div> }.into_any()
}
