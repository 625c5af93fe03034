//! A change that can be undone.

use leptos::prelude::*;

/// Says what was done and offers to undo it.
pub fn toast(text: String, undo: String, press: Callback<()>) -> AnyView {
    view! {
        <span class="toast" role="status">
            {text}
            <button class="toast__undo" type="button" on:click=move |_| press.run(())>{undo}</button>
        </span>
    }
    .into_any()
}
