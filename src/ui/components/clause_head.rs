//! Title of a clause.

use leptos::prelude::*;

/// The article and the name of the clause.
pub fn clause_head(article: String, title: String) -> AnyView {
    view! {
        <div class="clause-head"><h1 class="clause-head__title"><span>{article}</span>" "<span>{title}</span></h1></div>
    }
    .into_any()
}
