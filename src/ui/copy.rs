//! Copying a text to the clipboard.

use leptos::prelude::*;
use miyun::text::Lang;

use super::components::icon::{Glyph, icon};
use super::files;
use super::words;

/// A button that copies a text and says whether it could.
pub fn copy_button(text: String, lang: Lang) -> AnyView {
    let done = RwSignal::new(false);
    let press = move |_| {
        files::copy(&text);
        done.set(true);
    };
    let says = move || if done.get() { words::QUESTION_COPIED.get(lang) } else { "" };
    view! {
        <div class="button-row">
            <button class="button button--small" type="button" on:click=press>
                {icon(Glyph::Copy)}
                {words::COPY_QUESTION.get(lang)}
            </button>
            <span class="soft small" role="status">{says}</span>
        </div>
    }
    .into_any()
}
