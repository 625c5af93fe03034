//! How far off.

use crate::ui::components::chart::percent;
use leptos::prelude::*;

/// What there is against what is needed, what is lacking, and both as a bar.
pub fn gap(text: String, lacking: String, have: u128, need: u128) -> AnyView {
    let width = percent(have.min(need), need);
    view! {
        <div class="gap">
            <span>{text}</span>
            <span class="gap__need">{lacking}</span>
            <svg class="gap__bar" height="6" width="100%" aria-hidden="true" focusable="false">
                <rect class="gap__track" x=".5" y=".5" width="100%" height="5" />
                <rect class="gap__have" width=width height="6" />
            </svg>
        </div>
    }
    .into_any()
}
