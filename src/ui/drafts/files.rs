//! Files and the clipboard: what leaves the page and what comes in.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{
    Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlDocument, HtmlElement, HtmlTextAreaElement, Url,
};
use miyun::text::{Text, text};
use wasm_bindgen_futures::JsFuture;

/// The chat program in whose built-in browser the page stands, if so. These save no file that a page makes, and say
/// nothing; nor do they print.
pub fn chat_program() -> Option<Text> {
    const PROGRAMS: [(&str, Text); 3] = [
        ("MicroMessenger", text("微信", "WeChat")),
        (" QQ/", text("QQ", "QQ")),
        ("DingTalk", text("钉钉", "DingTalk")),
    ];
    let browser = window().navigator().user_agent().unwrap_or_default();
    PROGRAMS.into_iter().find(|(sign, _)| browser.contains(sign)).map(|(_, name)| name)
}

/// Hands bytes to the browser as a file to keep. False where it is known to keep none.
#[must_use]
pub fn download(name: &str, kind: &str, bytes: &[u8]) -> bool {
    if chat_program().is_some() {
        return false;
    }
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let kinds = BlobPropertyBag::new();
    kinds.set_type(kind);
    let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(&parts, &kinds) else { return false };
    let Ok(url) = Url::create_object_url_with_blob(&blob) else { return false };
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
    true
}

/// A text as a file, as if it had been chosen.
pub fn file_of(name: &str, text: &str) -> Option<File> {
    File::new_with_str_sequence(&js_sys::Array::of1(&JsValue::from_str(text)), name).ok()
}

/// A file as it is; `None` when the browser cannot read it.
pub async fn bytes(file: &File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Lets the browser draw and answer before going on.
pub async fn breathe() {
    let frame = js_sys::Promise::new(&mut |done, _| {
        // After the next frame has been drawn.
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, 40);
    });
    let _ = JsFuture::from(frame).await;
}

/// Copies a text, and says whether it could.
pub async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    // Not there on pages that are not served securely.
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).unwrap_or(JsValue::UNDEFINED);
    (!clipboard.is_undefined() && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok())
        || copy_by_hand(text).is_some()
}

/// The older way: a text that is selected for a moment.
fn copy_by_hand(text: &str) -> Option<()> {
    let body = document().body()?;
    let area: HtmlTextAreaElement = document().create_element("textarea").ok()?.unchecked_into();
    area.set_class_name("visually-hidden");
    area.set_value(text);
    let focused = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    body.append_child(&area).ok()?;
    area.select();
    let copied = document().unchecked_into::<HtmlDocument>().exec_command("copy");
    area.remove();
    if let Some(focused) = focused {
        let _ = focused.focus();
    }
    matches!(copied, Ok(true)).then_some(())
}
