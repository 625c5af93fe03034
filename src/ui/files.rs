//! Files and the clipboard: what leaves the page and what comes in.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use leptos::web_sys::{
    Blob, BlobPropertyBag, Event, File, FileReader, HtmlAnchorElement, HtmlDocument, HtmlTextAreaElement, TextDecoder,
    Url,
};

/// Hands a text to the browser as a file to keep.
pub fn download(name: &str, kind: &str, text: &str) {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let kinds = BlobPropertyBag::new();
    kinds.set_type(kind);
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &kinds) else { return };
    let Ok(url) = Url::create_object_url_with_blob(&blob) else { return };
    if let Ok(link) = document().create_element("a").map(JsCast::unchecked_into::<HtmlAnchorElement>) {
        link.set_href(&url);
        link.set_download(name);
        if let Some(body) = document().body() {
            let _ = body.append_child(&link);
            link.click();
            link.remove();
        }
    }
    // The browser has taken the file over by then.
    set_timeout(
        move || {
            let _ = Url::revoke_object_url(&url);
        },
        std::time::Duration::from_secs(30),
    );
}

/// Reads a file as text; `None` when the browser cannot.
pub fn read(file: &File, then: impl FnOnce(Option<String>) + 'static) {
    let Ok(reader) = FileReader::new() else { return then(None) };
    let result = reader.clone();
    let done = Closure::once_into_js(move |_: Event| {
        then(result.result().ok().and_then(|text| text.as_string()));
    });
    reader.set_onloadend(Some(done.unchecked_ref()));
    if reader.read_as_text(file).is_err() {
        reader.set_onloadend(None);
    }
}

/// Reads a file as it is; `None` when the browser cannot.
pub fn read_bytes(file: &File, then: impl FnOnce(Option<Vec<u8>>) + 'static) {
    let Ok(reader) = FileReader::new() else { return then(None) };
    let result = reader.clone();
    let done = Closure::once_into_js(move |_: Event| {
        let buffer = result.result().ok().filter(|buffer| buffer.is_instance_of::<js_sys::ArrayBuffer>());
        then(buffer.map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec()));
    });
    reader.set_onloadend(Some(done.unchecked_ref()));
    if reader.read_as_array_buffer(file).is_err() {
        reader.set_onloadend(None);
    }
}

/// Bytes as text in an encoding that the browser knows by this name; what is no character of it becomes a mark.
pub fn decode(bytes: &[u8], encoding: &str) -> Option<String> {
    TextDecoder::new_with_label(encoding).ok()?.decode_with_u8_array(bytes).ok()
}

/// Copies a text.
pub fn copy(text: &str) {
    let navigator = window().navigator();
    // Not there on pages that are not served securely.
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).unwrap_or(JsValue::UNDEFINED);
    if clipboard.is_undefined() {
        copy_by_hand(text);
    } else {
        let _ = navigator.clipboard().write_text(text);
    }
}

/// The older way: a text that is selected for a moment.
fn copy_by_hand(text: &str) {
    let Some(body) = document().body() else { return };
    let Ok(area) = document().create_element("textarea").map(JsCast::unchecked_into::<HtmlTextAreaElement>) else {
        return;
    };
    area.set_class_name("visually-hidden");
    area.set_value(text);
    let _ = body.append_child(&area);
    area.select();
    let _ = document().unchecked_into::<HtmlDocument>().exec_command("copy");
    area.remove();
}
