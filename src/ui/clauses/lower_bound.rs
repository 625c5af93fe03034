//! That a sum is a lower bound, beside the sum.

use leptos::prelude::*;
use miyun::article::article;
use miyun::rule::Report;
use miyun::text::{Lang, sentence};

use crate::ui::frame::route::Route;
use crate::ui::words::interview::LISTED;

/// `至少：还有1条待补充（第十九条）`, each article a link to its clause. Nothing while nothing is open.
pub fn lower_bound(report: &Report, lang: Lang) -> Option<AnyView> {
    let (before, open, after) = report.lower_bound(lang)?;
    let links: Vec<_> = open
        .into_iter()
        .enumerate()
        .map(|(place, clause)| {
            let listed = (place > 0).then(|| LISTED.get(lang));
            let title = clause.title.get(lang);
            view! {
                {listed}
                <a href=Route::Clause(clause.id).href() title=title>{article(clause.article, lang)}</a>
            }
            .into_any()
        })
        .collect();
    Some(view! { <p class="small">{sentence(&before, lang)}{links}{after}</p> }.into_any())
}
