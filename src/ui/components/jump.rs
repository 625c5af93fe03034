//! Links within a page, and where the focus goes. Routes live in the hash, so such a link moves there itself and leaves the hash alone.

use std::time::Duration;

use leptos::{ev::MouseEvent, prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};

/// How long it takes until what was changed is drawn.
const DRAWN: Duration = Duration::from_millis(30);

/// Puts the focus on an element, whether or not it takes it by itself. `None` where there is none of that name.
pub fn focus(id: &str) -> Option<HtmlElement> {
    let place = document().get_element_by_id(id)?.dyn_into::<HtmlElement>().ok()?;
    if place.tab_index() < 0 && !place.has_attribute("tabindex") {
        let _ = place.set_attribute("tabindex", "-1");
    }
    let _ = place.focus();
    Some(place)
}

/// Puts the focus on an element that is about to be drawn.
pub fn focus_soon(id: String) {
    set_timeout(move || _ = focus(&id), DRAWN);
}

/// Scrolls to an element and puts the focus on it.
pub fn jump(id: &str) {
    let Some(place) = document().get_element_by_id(id) else {
        return;
    };
    // What is folded away is opened first.
    if let Ok(Some(folded)) = place.closest("details") {
        let _ = folded.set_attribute("open", "");
    }
    place.scroll_into_view();
    focus(id);
}

/// A link to an element of this page.
pub fn jump_link(class: &'static str, id: String, content: AnyView) -> AnyView {
    let href = format!("#{id}");
    let go = move |event: MouseEvent| {
        event.prevent_default();
        jump(&id);
    };
    view! { <a class=class href=href on:click=go>{content}</a> }.into_any()
}
