//! Long work in slices, between which the browser draws and answers.

use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::MessageChannel;
use wasm_bindgen_futures::JsFuture;

use crate::ui::drafts::clock::milliseconds;

/// How long a slice may take, in milliseconds: half of what a browser calls a long task, as one step of the work comes
/// after it.
const LONGEST: i64 = 25;

/// Work that is under way.
pub struct Slices {
    since: i64,
}

impl Slices {
    /// Begins now.
    pub fn begin() -> Self {
        Self { since: milliseconds() }
    }

    /// Between two steps of the work: lets the browser go on where a slice is over. Says whether one was.
    pub async fn pause(&mut self) -> bool {
        let over = milliseconds() - self.since >= LONGEST;
        if over {
            self.rest().await;
        }
        over
    }

    /// Before a step that takes a while by itself: lets the browser go on.
    pub async fn rest(&mut self) {
        // Not by a timer: those wait four milliseconds at least, and a second in a page that is not seen.
        if let Ok(channel) = MessageChannel::new() {
            let turn = js_sys::Promise::new(&mut |done, _| {
                channel.port1().set_onmessage(Some(&done));
                let _ = channel.port2().post_message(&JsValue::NULL);
            });
            let _ = JsFuture::from(turn).await;
            // Browsers keep an open one.
            channel.port1().close();
        }
        self.since = milliseconds();
    }
}
