//! The rules to be read: every article in our own words, with the official text beside them once it is opened.

use leptos::prelude::*;
use miyun::article::{Article as Number, article as article_name};
use miyun::rule::{Clause, ContentsEntry, Doubt, Edition, Provision, Section, Tiers};
use miyun::text::{Lang, Text, sentence};

use crate::ui::clauses::ladder::ladder_table;
use crate::ui::clauses::official_text::{opened, opener};
use crate::ui::components::article::{Article, Official as Beside, article, article_links};
use crate::ui::components::disclosure::disclosure;
use crate::ui::components::layout::{columns, page_head, section};
use crate::ui::components::panel::bare_panel;
use crate::ui::components::rows::{Row, rows};
use crate::ui::components::toc::toc;
use crate::ui::drafts::session::{Official, Session};
use crate::ui::frame::route::{Route, article_id};
use crate::ui::frame::search::search_rules;
use crate::ui::words::{interview, rules as words};

/// The page.
pub fn rules_page(session: Session) -> AnyView {
    let edition = session.edition();
    let lang = session.lang.get_untracked();
    let in_force = match lang {
        Lang::Zh => format!("{}起施行", edition.index.in_force.zh()),
        Lang::En => format!("{}{}", words::IN_FORCE.get(lang), edition.index.in_force.en()),
    };
    let kicker =
        [edition.index.number.to_owned(), format!("{}{}", edition.contents.len(), words::ARTICLES.get(lang)), in_force];
    let body = move || match session.official.get() {
        None => columns(contents(edition, None, lang), words::ASIDE.get(lang).to_owned(), true, aside(session, lang)),
        Some(official) => view! {
            {opened(session, &official)}
            <div class="mt-6">{contents(edition, Some(&official), lang)}</div>
        }
        .into_any(),
    };
    view! {
        {page_head(
            kicker.map(IntoAny::into_any).into(),
            interview::phrases(words::RULES_TITLE, lang),
            Some(words::RULES_LEAD.get(lang).into_any()),
        )}
        {search_rules(session)}
        <div class="mt-6">{body}</div>
    }
    .into_any()
}

/// The articles that stand under a heading.
fn under(edition: &'static Edition, part: &'static Section) -> impl Iterator<Item = &'static ContentsEntry> {
    edition.contents.iter().filter(move |entry| std::ptr::eq(entry.section, part))
}

fn id_of(edition: &'static Edition, part: &'static Section) -> String {
    let first = under(edition, part).next().map_or_else(Number::default, |entry| entry.article);
    format!("part-{first}")
}

/// `第五条至第八条`.
fn range(edition: &'static Edition, part: &'static Section, lang: Lang) -> String {
    let (first, last) = (under(edition, part).next(), under(edition, part).last());
    match (first, last) {
        (Some(first), Some(last)) if first.article != last.article => match lang {
            Lang::Zh => {
                format!(
                    "{}{}{}",
                    article_name(first.article, lang),
                    words::ARTICLE_RANGE.zh,
                    article_name(last.article, lang)
                )
            }
            Lang::En => format!("Arts. {}–{}", first.article, last.article),
        },
        (Some(only), _) => article_name(only.article, lang),
        _ => String::new(),
    }
}

fn contents(edition: &'static Edition, official: Option<&Official>, lang: Lang) -> AnyView {
    edition
        .sections
        .iter()
        .map(|part| {
            let articles: Vec<_> =
                under(edition, part).map(|entry| entry_view(edition, entry, official, lang)).collect();
            let note = match part.chapter {
                Some(chapter) => format!("{} · {}", chapter.get(lang), range(edition, part, lang)),
                None => range(edition, part, lang),
            };
            let body = view! { <div>{articles}</div> }.into_any();
            section(id_of(edition, part), part.title.get(lang).to_owned(), note.into_any(), body)
        })
        .collect::<Vec<_>>()
        .into_any()
}

fn entry_view(
    edition: &'static Edition,
    entry: &'static ContentsEntry,
    official: Option<&Official>,
    lang: Lang,
) -> AnyView {
    let heads = [words::TIER_FROM, words::TIER_GIVES];
    let ladders: Vec<_> = edition
        .clauses_of(entry.article)
        .flat_map(|clause| shown_ladders(clause).map(move |ladder| ladder_table(clause.title, heads, ladder, lang)))
        .collect();
    let ladders = (!ladders.is_empty()).then(|| view! { <div class="article__tiers">{ladders}</div> });
    let mut links: Vec<_> = edition
        .clauses_of(entry.article)
        .map(|clause| (Route::Clause(clause.id).href(), words::OPEN_CLAUSE.get(lang).to_owned()))
        .collect();
    links.extend(edition.doubts_of(entry.article).into_iter().map(|doubt| doubt_link(doubt, lang)));
    let links = (!links.is_empty()).then(|| article_links(links));
    article(Article {
        id: article_id(entry.article),
        no: article_name(entry.article, lang),
        title: entry.title.get(lang).to_owned(),
        role: entry.role.word().get(lang).to_owned(),
        says: entry.says.get(lang).to_owned(),
        more: view! { {ladders}{details(edition, entry.article, lang)}{links} }.into_any(),
        official: official.map(|official| Beside {
            name: words::OFFICIAL_SIDE.get(lang).to_owned(),
            ours: words::OUR_SIDE.get(lang).to_owned(),
            paragraphs: official.text.article(entry.article).to_vec(),
        }),
    })
}

fn doubt_link(doubt: &'static Doubt, lang: Lang) -> (String, String) {
    (Route::Doubts(Some(doubt.number.to_owned())).href(), format!("{}{}", words::SEE_DOUBT.get(lang), doubt.number))
}

/// Each ladder once: a wider reading climbs the same steps.
fn shown_ladders(clause: &'static Clause) -> impl Iterator<Item = &'static Tiers> {
    clause
        .tiers
        .iter()
        .enumerate()
        .filter(|(index, ladder)| !clause.tiers[..*index].iter().any(|other| other.tiers == ladder.tiers))
        .map(|(_, ladder)| *ladder)
}

/// What the article provides, item by item.
fn details(edition: &'static Edition, article: Number, lang: Lang) -> Option<AnyView> {
    let provisions = edition.provisions_of(article);
    if provisions.is_empty() {
        return None;
    }
    let summary = match lang {
        Lang::Zh => format!("{}（{}{}）", words::DETAILS.zh, provisions.len(), words::COUNTED.zh),
        Lang::En => format!("{} ({})", words::DETAILS.en, provisions.len()),
    };
    let item = |provision: &Provision| view! { <li>{sentence(provision.says.get(lang), lang)}</li> }.into_any();
    let items: Vec<_> = provisions.into_iter().map(item).collect();
    Some(disclosure(true, summary, view! { <ul class="article__list">{items}</ul> }.into_any()))
}

fn aside(session: Session, lang: Lang) -> AnyView {
    let edition = session.edition();
    let entries = edition
        .sections
        .iter()
        .map(|part| {
            (format!("{}-title", id_of(edition, part)), part.title.get(lang).to_owned(), short_range(edition, part))
        })
        .collect();
    let count = |count: usize, unit: Text| format!("{count}{}", unit.get(lang));
    let also = rows(vec![
        Row {
            href: Route::Doubts(None).href(),
            title: words::DOUBTS.get(lang).to_owned(),
            note: words::DOUBTS_NOTE.get(lang).to_owned(),
            side: count(edition.register().len(), words::PLACES),
        },
        Row {
            href: Route::Glossary(None).href(),
            title: words::GLOSSARY.get(lang).to_owned(),
            note: words::GLOSSARY_NOTE.get(lang).to_owned(),
            side: count(edition.glossary.len(), words::WORDS),
        },
    ]);
    view! {
        {opener(session)}
        {toc(words::CONTENTS.get(lang).to_owned(), entries)}
        {bare_panel("more-title", words::MORE.get(lang).to_owned(), also)}
    }
    .into_any()
}

/// `5 – 8`, for the contents.
fn short_range(edition: &'static Edition, part: &'static Section) -> String {
    match (under(edition, part).next(), under(edition, part).last()) {
        (Some(first), Some(last)) if first.article != last.article => format!("{} – {}", first.article, last.article),
        (Some(only), _) => only.article.to_string(),
        _ => String::new(),
    }
}
