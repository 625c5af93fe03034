//! The outcome of a clause, large.

use crate::ui::components::{icon::icon_as, status::Mark};
use leptos::prelude::*;

/// The outcome in its words, and the reason in one line.
pub fn verdict(mark: Mark, word: String, why: String) -> AnyView {
    let class = if mark == Mark::Met { "verdict verdict--met" } else { "verdict" };
    view! {
        <div class=class>
            {icon_as("icon verdict__icon", mark.glyph())}
            <h2 class="verdict__word">{word}</h2>
            <p class="verdict__why">{why}</p>
        </div>
    }
    .into_any()
}
