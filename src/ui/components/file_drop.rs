//! Where a file may be dropped, or chosen.

use crate::ui::components::icon::{Glyph, icon};
use leptos::{
    ev::{DragEvent, Event},
    html,
    prelude::*,
    web_sys::{File, FileList},
};

/// Takes one file at a time. `accept` is as in HTML: `.json,.xlsx`.
pub fn file_drop(text: String, choose: String, accept: &'static str, on_file: Callback<File>) -> AnyView {
    drop_area(text, file_button(choose, accept, on_file), first(on_file))
}

/// Takes several files at once.
pub fn files_drop(text: String, choose: String, accept: &'static str, on_files: Callback<Vec<File>>) -> AnyView {
    drop_area(text, chooser(choose, input(accept, true, on_files)), on_files)
}

fn drop_area(text: String, button: AnyView, on_files: Callback<Vec<File>>) -> AnyView {
    let over = RwSignal::new(false);
    let hover = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        let files = listed(event.data_transfer().and_then(|data| data.files()));
        if !files.is_empty() {
            on_files.run(files);
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
            {button}
        </div>
    }
    .into_any()
}

/// The first of several files.
fn first(on_file: Callback<File>) -> Callback<Vec<File>> {
    Callback::new(move |files: Vec<File>| {
        if let Some(file) = files.into_iter().next() {
            on_file.run(file);
        }
    })
}

fn listed(files: Option<FileList>) -> Vec<File> {
    files.map(|files| (0..files.length()).filter_map(|place| files.get(place)).collect()).unwrap_or_default()
}

/// What has a file chosen when it is called, and the input that it needs on the page, which is not seen. `accept` is as in
/// HTML: `.json,.xlsx`.
pub fn file_input(accept: &'static str, on_file: Callback<File>) -> (Callback<()>, AnyView) {
    input(accept, false, first(on_file))
}

fn input(accept: &'static str, several: bool, on_files: Callback<Vec<File>>) -> (Callback<()>, AnyView) {
    let input = NodeRef::<html::Input>::new();
    let chosen = move |_: Event| {
        let Some(input) = input.get_untracked() else {
            return;
        };
        let files = listed(input.files());
        if !files.is_empty() {
            on_files.run(files);
        }
        // the same file may be chosen again after it was mended
        input.set_value("");
    };
    let open = Callback::new(move |()| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    });
    let field = view! {
        <input type="file" accept=accept multiple=several hidden=true node_ref=input on:change=chosen />
    };
    (open, field.into_any())
}

/// A button that has a file chosen. `accept` is as in HTML: `.json,.xlsx`.
pub fn file_button(choose: String, accept: &'static str, on_file: Callback<File>) -> AnyView {
    chooser(choose, file_input(accept, on_file))
}

fn chooser(choose: String, (open, input): (Callback<()>, AnyView)) -> AnyView {
    view! {
        {input}
        <button class="button button--small" type="button" on:click=move |_| open.run(())>
            {icon(Glyph::File)}
            {choose}
        </button>
    }
    .into_any()
}
