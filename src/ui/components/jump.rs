//! Links within a page. Routes live in the hash, so such a link moves there itself and leaves the hash alone.

use leptos::{ev::MouseEvent, prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};

/// Scrolls to an element and puts the focus on it, whether or not it takes focus by itself.
pub fn jump(id: &str) {
    let Some(place) = document().get_element_by_id(id) else {
        return;
    };
    // What is folded away is opened first.
    if let Ok(Some(folded)) = place.closest("details") {
        let _ = folded.set_attribute("open", "");
    }
    place.scroll_into_view();
    let Ok(place) = place.dyn_into::<HtmlElement>() else {
        return;
    };
    if place.tab_index() < 0 && !place.has_attribute("tabindex") {
        let _ = place.set_attribute("tabindex", "-1");
    }
    let _ = place.focus();
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
