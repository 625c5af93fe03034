//! A block that is pasted.

use crate::ui::drafts::session::Session;
use crate::ui::interview::import::Import;
use crate::ui::interview::table::keys::cell_of;
use crate::ui::words::interview as words;
use leptos::ev::ClipboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlInputElement;
use miyun::answers::question::Spec;

/// Takes what is pasted: a block into the cells from one on, and anything into a table without rows.
pub(super) fn paste(
    session: Session,
    spec: &'static Spec,
    import: Import,
    event: &ClipboardEvent,
    refused: RwSignal<&'static str>,
) {
    let Some(data) = event.clipboard_data() else { return };
    let text = data.get_data("text").unwrap_or_default();
    if text.is_empty() && data.types().length() > 0 {
        // A picture, or cells without their text.
        event.prevent_default();
        refused.set(words::NO_TEXT_PASTED.get(session.lang.get_untracked()));
        return;
    }
    refused.set("");
    let block = text.trim_end_matches(['\r', '\n']);
    let target = event.target();
    let at = target.as_ref().and_then(|target| cell_of(spec, target));
    // A word alone the browser puts into a box, but not into a list of choices.
    let into_box = target.is_some_and(|target| target.has_type::<HtmlInputElement>());
    let takes = match at {
        Some(_) => block.contains(['\t', '\n', '\r', '\u{2028}']) || (!into_box && !block.trim().is_empty()),
        None => !block.trim().is_empty() && session.typing.rows_untracked(spec).is_empty(),
    };
    if takes {
        event.prevent_default();
        import.paste(block.to_owned(), at);
    }
}
