//! What is drawn a moment later: a start draws first what the reader came for.

use std::time::Duration;

use leptos::prelude::*;
use leptos::web_sys::Event;

use crate::ui::drafts::session::Session;

/// Tells the page's own script that the style of the other pages may come (public/start.js).
const PAINTED: &str = "portal-painted";

/// Draws at once; while the page starts, as soon as it has been painted.
pub fn after_first_paint(session: Session, draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    (move || session.painted.get().then(&draw)).into_any()
}

/// Waits until the page has been painted: the frame after the first one asks for more.
pub fn watch(session: Session) {
    let painted = move || {
        session.painted.set(true);
        if let Ok(event) = Event::new(PAINTED) {
            let _ = window().dispatch_event(&event);
        }
        session.recover();
    };
    request_animation_frame(move || request_animation_frame(move || set_timeout(painted, Duration::ZERO)));
}
