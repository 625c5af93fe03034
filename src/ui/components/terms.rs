//! Words and what they mean.

use leptos::prelude::*;

/// A word explained.
pub struct Term {
    /// Its id on the page.
    pub id: String,
    /// The word.
    pub term: String,
    /// The same in the other language, with that language's tag.
    pub other: (String, &'static str),
    /// What it means.
    pub says: String,
    /// Where it is seen: links, or nothing.
    pub seen: Option<AnyView>,
}

/// Draws the words.
pub fn terms(terms: Vec<Term>) -> AnyView {
    let terms: Vec<_> = terms
        .into_iter()
        .map(|Term { id, term, other: (other, lang), says, seen }| {
            view! {
                <div class="terms__row">
                    <dt id=id>{term}<span class="terms__other" lang=lang>{other}</span></dt>
                    <dd>
                        <p>{says}</p>
                        {seen.map(|seen| view! { <p class="terms__seen">{seen}</p> })}
                    </dd>
                </div>
            }
            .into_any()
        })
        .collect();
    view! { <dl class="terms">{terms}</dl> }.into_any()
}
