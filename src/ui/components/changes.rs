//! What would change: a box to tick for each item, and each place in it as it is and as it would be.

use leptos::prelude::*;

/// An item that would change.
pub struct Changed {
    /// Its name, or the box to tick that bears it.
    pub head: AnyView,
    /// Each place in it, empty for the item as a whole; what stands there, and what would.
    pub lines: Vec<[String; 3]>,
}

/// The list; `now` and `then` are read before the two sides.
pub fn changes(items: Vec<Changed>, now: String, then: String) -> AnyView {
    let items: Vec<_> = items
        .into_iter()
        .map(|Changed { head, lines }| {
            let lines: Vec<_> = lines
                .into_iter()
                .map(|[at, old, new]| {
                    let at = (!at.is_empty()).then(|| view! { <span class="changes__at">{at}</span> });
                    view! {
                        <li class="changes__line">
                            {at}
                            <span class="changes__old"><span class="visually-hidden">{now.clone()}</span>{old}</span>
                            <span aria-hidden="true">"→"</span>
                            <span><span class="visually-hidden">{then.clone()}</span>{new}</span>
                        </li>
                    }
                    .into_any()
                })
                .collect();
            view! { <li class="changes__row">{head}<ul class="changes__lines">{lines}</ul></li> }.into_any()
        })
        .collect();
    view! { <ul class="changes">{items}</ul> }.into_any()
}
