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

/// A sheet. Even pages carry their number left, odd ones right.
pub fn sheet(label: String, running: Running, page: u32, body: AnyView) -> AnyView {
    let class = if page.is_multiple_of(2) { "sheet__folio sheet__folio--even" } else { "sheet__folio" };
    view! {
        <section class="sheet" aria-label=label>
            <p class="sheet__running"><span>{running.name}</span><span>{running.code}</span></p>
            {body}
            <p class=class>{format!("— {page} —")}</p>
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
