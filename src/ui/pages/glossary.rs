//! Words explained.

use leptos::prelude::*;
use miyun::article::article;
use miyun::rule::Term;
use miyun::text::Lang;

use crate::ui::components::layout::{crumbs, page_head};
use crate::ui::components::terms::{Term as Shown, terms};
use crate::ui::drafts::session::Session;
use crate::ui::frame::route::{Route, term_id};
use crate::ui::frame::search::search_rules;
use crate::ui::words::{interview, rules as words};

/// The page.
pub fn glossary_page(session: Session) -> AnyView {
    let edition = session.edition();
    let lang = session.lang.get_untracked();
    let list = edition.glossary.iter().map(|term| shown(term, lang)).collect();
    view! {
        {crumbs(
            words::WHERE.get(lang).to_owned(),
            vec![(Some(Route::Rules(None).href()), words::RULES.get(lang).to_owned())],
            words::GLOSSARY.get(lang).to_owned(),
        )}
        {page_head(
            Vec::new(),
            interview::phrases(words::GLOSSARY_TITLE, lang),
            Some(words::GLOSSARY_LEAD.get(lang).into_any()),
        )}
        {search_rules(session)}
        <div class="mt-6">{terms(list)}</div>
    }
    .into_any()
}

fn shown(term: &Term, lang: Lang) -> Shown {
    let other = match lang {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    };
    let seen = (!term.articles.is_empty()).then(|| {
        let links: Vec<_> = term
            .articles
            .iter()
            .enumerate()
            .map(|(place, number)| {
                let listed = (place > 0).then(|| interview::LISTED.get(lang));
                let href = Route::Rules(Some(*number)).href();
                view! { {listed}<a class="nowrap" href=href>{article(*number, lang)}</a> }.into_any()
            })
            .collect();
        view! { {words::SEEN_IN.get(lang)}{links} }.into_any()
    });
    Shown {
        id: term_id(term.id),
        term: term.term.get(lang).to_owned(),
        other: (term.term.get(other).to_owned(), other.tag()),
        says: term.says.get(lang).to_owned(),
        seen,
    }
}
