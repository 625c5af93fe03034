//! A sheet of A4, on the screen as on paper.

use leptos::prelude::*;

/// What runs along the head of every sheet but the cover.
#[derive(Clone, Debug)]
pub struct Running {
    /// The applicant.
    pub name: String,
    /// The verification code, with its word.
    pub code: String,
}

/// A sheet, or several where what it holds is long: only the printer knows where a page ends, so only paper bears page
/// numbers. `id` is where links to it lead.
pub fn sheet(id: String, label: String, running: Running, body: AnyView) -> AnyView {
    view! {
        <section class="sheet" id=id aria-label=label>
            <p class="sheet__running"><span>{running.name}</span><span>{running.code}</span></p>
            {body}
        </section>
    }
    .into_any()
}

/// A paragraph of a sheet.
pub fn sheet_text(text: String) -> AnyView {
    view! { <p class="body">{text}</p> }.into_any()
}

/// A list of a sheet; each item bears its own number.
pub fn sheet_list(items: Vec<String>) -> AnyView {
    let items: Vec<_> = items.into_iter().map(|item| view! { <li>{item}</li> }.into_any()).collect();
    view! { <ol class="body">{items}</ol> }.into_any()
}

/// A text whose lines stand below each other.
pub fn broken(text: &str) -> AnyView {
    let mut lines = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            lines.push(view! { <br /> }.into_any());
        }
        lines.push(line.to_owned().into_any());
    }
    lines.into_any()
}
