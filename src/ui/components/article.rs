//! An article of the rules: its number hanging left, our words, and the official ones beside them.

use leptos::prelude::*;

/// An article. `id` names its heading.
pub struct Article {
    /// The id of its heading.
    pub id: String,
    /// Its number, hanging left.
    pub no: String,
    /// Its subject.
    pub title: String,
    /// What it is for.
    pub role: String,
    /// What it says, in our own words.
    pub says: String,
    /// Tables, details and links under it.
    pub more: AnyView,
    /// The official text beside it.
    pub official: Option<Official>,
}

/// The official words, with the names of both sides.
pub struct Official {
    /// The name of the official side.
    pub name: String,
    /// The name of our side.
    pub ours: String,
    /// Its paragraphs, in Chinese.
    pub paragraphs: Vec<String>,
}

/// Draws an article.
pub fn article(article: Article) -> AnyView {
    let Article { id, no, title, role, says, more, official } = article;
    let named_by = id.clone();
    let class = if official.is_some() { "article article--beside" } else { "article" };
    let (official, ours) = official.map_or((None, None), |official| {
        let paragraphs: Vec<_> =
            official.paragraphs.into_iter().map(|text| view! { <p>{text}</p> }.into_any()).collect();
        let side = view! {
            <div class="article__official">
                <h4 class="article__side">{official.name}</h4>
                <div class="article__text" lang="zh-CN">{paragraphs}</div>
            </div>
        };
        (Some(side), Some(view! { <h4 class="article__side">{official.ours}</h4> }))
    });
    view! {
        <article class=class aria-labelledby=named_by>
            <span class="article__no">{no}</span>
            <h3 class="article__title" id=id>{title}<span class="article__role">{role}</span></h3>
            {official}
            <div class="article__ours">{ours}<p class="article__says">{says}</p>{more}</div>
        </article>
    }
    .into_any()
}

/// Links under an article, side by side: address and words.
pub fn article_links(links: Vec<(String, String)>) -> AnyView {
    let links: Vec<_> =
        links.into_iter().map(|(href, words)| view! { <li><a href=href>{words}</a></li> }.into_any()).collect();
    view! { <ul class="article__links">{links}</ul> }.into_any()
}
