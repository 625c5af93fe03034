//! Where a file may be dropped, or chosen.

use crate::ui::components::icon::{Glyph, icon};
use leptos::{
    ev::{DragEvent, Event},
    html,
    prelude::*,
    web_sys::File,
};

/// Takes one file at a time. `accept` is as in HTML: `.json,.xlsx`.
pub fn file_drop(text: String, choose: String, accept: &'static str, on_file: Callback<File>) -> AnyView {
    let over = RwSignal::new(false);
    let hover = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        if let Some(file) = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)) {
            on_file.run(file);
        }
    };
    view! {
        <div
            class="file-drop"
            class:file-drop--over=over
            on:dragover=hover
            on:dragleave=move |_| over.set(false)
            on:drop=drop
        >
            <p class="small">{text}</p>
            {file_button(choose, accept, on_file)}
        </div>
    }
    .into_any()
}

/// What has a file chosen when it is called, and the input that it needs on the page, which is not seen. `accept` is as in
/// HTML: `.json,.xlsx`.
pub fn file_input(accept: &'static str, on_file: Callback<File>) -> (Callback<()>, AnyView) {
    let input = NodeRef::<html::Input>::new();
    let chosen = move |_: Event| {
        let Some(input) = input.get_untracked() else {
            return;
        };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            on_file.run(file);
        }
        // the same file may be chosen again after it was mended
        input.set_value("");
    };
    let open = Callback::new(move |()| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    });
    (open, view! { <input type="file" accept=accept hidden=true node_ref=input on:change=chosen /> }.into_any())
}

/// A button that has a file chosen. `accept` is as in HTML: `.json,.xlsx`.
pub fn file_button(choose: String, accept: &'static str, on_file: Callback<File>) -> AnyView {
    let (open, input) = file_input(accept, on_file);
    view! {
        {input}
        <button class="button button--small" type="button" on:click=move |_| open.run(())>
            {icon(Glyph::File)}
            {choose}
        </button>
    }
    .into_any()
}
