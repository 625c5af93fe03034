//! Copying a text to the clipboard.

use leptos::prelude::*;
use miyun::text::{Lang, Text};
use wasm_bindgen_futures::spawn_local;

use crate::ui::components::button::button;
use crate::ui::components::icon::Glyph;
use crate::ui::drafts::files;
use crate::ui::words;

/// A button that copies a text and says whether it could.
pub fn copy_button(label: Text, text: impl Fn() -> String + Send + Sync + 'static, lang: Lang) -> AnyView {
    let said = RwSignal::new("");
    let press = Callback::new(move |()| {
        // Said anew each time.
        said.set("");
        let text = text();
        spawn_local(async move {
            let words = if files::copy(&text).await { words::COPIED } else { words::NOT_COPIED };
            let _ = said.try_set(words.get(lang));
        });
    });
    view! {
        <div class="button-row">
            {button("button button--small", Some(Glyph::Copy), label.get(lang).to_owned(), press)}
            <span class="soft small" role="status">{said}</span>
        </div>
    }
    .into_any()
}
