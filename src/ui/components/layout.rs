//! The frame of a page (`style/layout.css`): heads, sections, columns.

use leptos::prelude::*;

/// A heading set as phrases, so that a break never splits one that fits a line. The space at the end of a phrase stands
/// after it: at the end of a box it would be lost.
pub fn phrases(parts: Vec<String>) -> AnyView {
    let phrase = |part: String| {
        let words = part.trim_end().to_owned();
        let space = if words.len() < part.len() { " " } else { "" };
        view! { <span class="phrase">{words}</span>{space} }.into_any()
    };
    parts.into_iter().map(phrase).collect::<Vec<_>>().into_any()
}

/// The head of a page: a line of small facts over it, the title in phrases, a soft lead under it.
pub fn page_head(kicker: Vec<AnyView>, title: Vec<String>, lead: Option<AnyView>) -> AnyView {
    let kicker = (!kicker.is_empty()).then(|| {
        let kicker: Vec<_> = kicker.into_iter().map(|fact| view! { <span>{fact}</span> }.into_any()).collect();
        view! { <p class="page-head__kicker">{kicker}</p> }
    });
    let lead = lead.map(|lead| view! { <p class="page-head__lead page-head__lead--soft">{lead}</p> });
    view! { <div class="page-head">{kicker}<h1>{phrases(title)}</h1>{lead}</div> }.into_any()
}

/// A section under an ink rule; `id` is where the contents of the page lead. The note may be empty.
pub fn section(id: String, title: String, note: AnyView, body: AnyView) -> AnyView {
    let title_id = format!("{id}-title");
    let named_by = title_id.clone();
    view! {
        <section class="section" id=id aria-labelledby=named_by>
            <div class="section__head"><h2 id=title_id>{title}</h2><p class="section__note">{note}</p></div>
            {body}
        </section>
    }
    .into_any()
}

/// Content and aside. On narrow screens the aside comes after, or first where it bears the verdict.
pub fn columns(content: AnyView, label: String, aside_first: bool, aside: AnyView) -> AnyView {
    columns_unless(Signal::stored(false), content, label, aside_first, aside)
}

/// The same, but the content has the whole width while it is too wide for a column; the aside comes after it then.
pub fn columns_unless(
    wide: Signal<bool>,
    content: AnyView,
    label: String,
    aside_first: bool,
    aside: AnyView,
) -> AnyView {
    view! {
        <div class="layout" class:layout--wide=wide>
            <div>{content}</div>
            <aside
                class="layout__aside stack stack--wide"
                class:layout__aside--first=aside_first
                aria-label=label
            >
                {aside}
            </aside>
        </div>
    }
    .into_any()
}

/// Where the page stands: links (address, words) and last the page itself.
pub fn crumbs(label: String, links: Vec<(Option<String>, String)>, here: String) -> AnyView {
    let links: Vec<_> = links
        .into_iter()
        .map(|(href, text)| {
            let text = match href {
                Some(href) => view! { <a href=href>{text}</a> }.into_any(),
                None => text.into_any(),
            };
            view! { <span class="crumbs__item">{text}</span> }.into_any()
        })
        .collect();
    view! {
        <nav class="crumbs" aria-label=label>{links}<span class="crumbs__item" aria-current="page">{here}</span></nav>
    }
    .into_any()
}

/// The head of a group of rows, with a note at the right.
pub fn group_head(title: String, note: String) -> AnyView {
    view! { <div class="group-head"><h2>{title}</h2><span class="group-head__note">{note}</span></div> }.into_any()
}
