//! The register of doubts: both readings of each, the question to send, and what it moves in the open draft.

use leptos::prelude::*;
use miyun::article::{Article, article};
use miyun::order::Order;
use miyun::rule::{ContentsEntry, Doubt, Edition, Raised};
use miyun::text::{Lang, Text};

use crate::ui::clauses::doubt_card::doubt_card;
use crate::ui::clauses::figures::amount;
use crate::ui::components::layout::{columns, crumbs, page_head, section};
use crate::ui::components::toc::toc;
use crate::ui::drafts::session::Session;
use crate::ui::frame::route::{Route, doubt_id};
use crate::ui::words::{self as result, interview, rules as words};

/// The page.
pub fn doubts_page(session: Session) -> AnyView {
    let edition = session.edition();
    let lang = session.lang.get_untracked();
    let body = move || {
        let report = session.working.get();
        let mut raised = report.raised();
        raised.order_by_key(|raised| std::cmp::Reverse(raised.adds));
        register(edition, &raised, lang)
    };
    view! {
        {crumbs(
            words::WHERE.get(lang).to_owned(),
            vec![(Some(Route::Rules(None).href()), words::RULES.get(lang).to_owned())],
            words::DOUBTS.get(lang).to_owned(),
        )}
        {page_head(
            Vec::new(),
            interview::phrases(words::DOUBTS_TITLE, lang),
            Some(words::DOUBTS_LEAD.get(lang).into_any()),
        )}
        {body}
    }
    .into_any()
}

fn register(edition: &'static Edition, raised: &[Raised], lang: Lang) -> AnyView {
    let touches = |doubt: &Doubt| raised.iter().any(|raised| raised.doubt.number == doubt.number);
    let others: Vec<&'static Doubt> = edition.register().into_iter().filter(|doubt| !touches(doubt)).collect();
    let touching: Vec<_> = raised.iter().map(|raised| card(edition, raised.doubt, Some(raised), lang)).collect();
    let rest: Vec<_> = others.iter().map(|doubt| card(edition, doubt, None, lang)).collect();
    let mut entries: Vec<(String, String, String)> = Vec::new();
    let mut content: Vec<AnyView> = Vec::new();
    for raised in raised {
        entries.push((doubt_id(raised.doubt.number), name(edition, raised.doubt, lang), moves(raised, lang)));
    }
    entries.extend(others.iter().map(|doubt| (doubt_id(doubt.number), name(edition, doubt, lang), String::new())));
    let counted = |title: Text, count: usize| match lang {
        Lang::Zh => format!("{}（{count}{}）", title.zh, words::PLACES.zh),
        Lang::En => format!("{} ({count})", title.en),
    };
    let stack = |cards: Vec<AnyView>| view! { <div class="stack stack--wide">{cards}</div> }.into_any();
    if !touching.is_empty() {
        let title = counted(words::TOUCHING, touching.len());
        content.push(section("touching".into(), title, words::TOUCHING_NOTE.get(lang).into_any(), stack(touching)));
    }
    if !rest.is_empty() {
        let title = if raised.is_empty() { words::ALL_DOUBTS } else { words::NOT_TOUCHING };
        let title = counted(title, rest.len());
        content.push(section("others".into(), title, words::NOT_TOUCHING_NOTE.get(lang).into_any(), stack(rest)));
    }
    let contents = toc(words::CONTENTS.get(lang).to_owned(), entries);
    columns(content.into_any(), words::CONTENTS.get(lang).to_owned(), false, contents)
}

/// `16.1 增资补助`: its number and what it is about.
fn name(edition: &'static Edition, doubt: &Doubt, lang: Lang) -> String {
    let clause = edition.raising(doubt).next().map(|clause| clause.title);
    let about = clause.or(numbered(edition, doubt).map(|entry| entry.title)).unwrap_or(words::BETWEEN);
    format!("{} {}", doubt.number, about.get(lang))
}

/// What a doubt moves in the open draft.
fn moves(raised: &Raised, lang: Lang) -> String {
    if raised.adds.is_zero() {
        result::NO_CHANGE.get(lang).to_owned()
    } else {
        format!("+{}", amount(raised.adds, lang))
    }
}

/// The article that a doubt is numbered after; none for one that runs through the text.
fn numbered(edition: &'static Edition, doubt: &Doubt) -> Option<&'static ContentsEntry> {
    edition.entry(doubt.number.split_once('.')?.0.parse().ok()?)
}

fn card(edition: &'static Edition, doubt: &'static Doubt, raised: Option<&Raised>, lang: Lang) -> AnyView {
    let mut places: Vec<(String, Article, Text)> = Vec::new();
    let mut clauses: Vec<_> = edition.raising(doubt).collect();
    if clauses.is_empty()
        && let Some(entry) = numbered(edition, doubt)
    {
        places.push((Route::Rules(Some(entry.article)).href(), entry.article, entry.title));
    }
    for clause in raised.into_iter().flat_map(|raised| raised.clauses.iter().copied()) {
        if !clauses.iter().any(|known| known.id == clause.id) {
            clauses.push(clause);
        }
    }
    places.extend(clauses.into_iter().map(|clause| (Route::Clause(clause.id).href(), clause.article, clause.title)));
    if places.is_empty() {
        return doubt_card(doubt, words::BETWEEN.get(lang).into_any(), raised, lang);
    }
    let lead: Vec<_> = places
        .into_iter()
        .enumerate()
        .map(|(place, (href, number, title))| {
            let name = format!("{} {}", article(number, lang), title.get(lang));
            view! { {(place > 0).then(|| interview::LISTED.get(lang))}<a href=href>{name}</a> }.into_any()
        })
        .collect();
    doubt_card(doubt, lead.into_any(), raised, lang)
}
