//! Copying a text to the clipboard.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsValue, closure::Closure};
use miyun::text::Lang;

use super::components::icon::{Glyph, icon};
use super::words;

/// A button that copies a text and says whether it could.
pub fn copy_button(text: String, lang: Lang) -> AnyView {
    let done = RwSignal::new(None::<bool>);
    let press = move |_| {
        let told = Closure::once(move |_: JsValue| done.set(Some(true)));
        let refused = Closure::once(move |_: JsValue| done.set(Some(false)));
        let _ = window().navigator().clipboard().write_text(&text).then2(&told, &refused);
        // They run once, after this function has ended.
        told.forget();
        refused.forget();
    };
    let says = move || match done.get() {
        None => "",
        Some(true) => words::QUESTION_COPIED.get(lang),
        Some(false) => words::COPY_BY_HAND.get(lang),
    };
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
