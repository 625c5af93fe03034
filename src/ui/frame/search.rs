//! Searching the rules, those beside the draft's own among them, whatever page one is on.

use std::iter;
use std::time::Duration;

use leptos::prelude::*;
use miyun::article::article;
use miyun::drafts::draft::Draft;
use miyun::policy;
use miyun::search::{Found as Finds, Hit, Marked, Target, search};
use miyun::text::{Lang, sentence};

use crate::ui::components::search_box::{Found, Marked as Shown, Results, SearchBox, search_box};
use crate::ui::drafts::session::Session;
use crate::ui::frame::route::Route;
use crate::ui::words::{rules as words, service};

/// How many results are shown.
const MOST: usize = 12;
/// How long after the last keystroke the count is said.
const QUIET: Duration = Duration::from_millis(700);

/// The box and its results.
pub fn search_rules(session: Session) -> AnyView {
    let lang = session.lang.get_untracked();
    let examples = session.draft.with_untracked(Draft::rules).everyday.examples;
    let query = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let (query, own) = (query.get(), session.edition());
        let editions: Vec<_> = iter::once(own).chain(policy::FURTHER.iter().copied()).collect();
        let finds = search(&editions, &query, lang, MOST);
        let count = (!query.trim().is_empty()).then(|| counted(&finds, lang));
        let found = finds.hits.into_iter().map(|hit| match hit.edition.id == own.index.id {
            true => shown(hit, lang),
            false => beside(hit, lang),
        });
        Results { found: found.collect(), count }
    });
    let said = RwSignal::new(String::new());
    let pending: StoredValue<Option<TimeoutHandle>> = StoredValue::new(None);
    Effect::new(move |_| {
        let count = found.with(|found| found.count.clone()).unwrap_or_default();
        if let Some(handle) = pending.try_update_value(Option::take).flatten() {
            handle.clear();
        }
        let say = move || {
            let _ = said.try_set(count);
        };
        pending.set_value(set_timeout_with_handle(say, QUIET).ok());
    });
    search_box(SearchBox {
        id: "search",
        label: words::SEARCH.get(lang).to_owned(),
        hint: words::search_hint(examples, lang),
        query,
        results: found.into(),
        said: said.into(),
    })
}

fn counted(finds: &Finds, lang: Lang) -> String {
    let (count, shown) = (finds.count, finds.hits.len());
    match (count, lang) {
        (0, _) => words::SEARCH_NOTHING.get(lang).to_owned(),
        (_, Lang::Zh) if count > shown => format!("找到{count}处，列出最接近的{shown}处"),
        (_, Lang::Zh) => format!("找到{count}处"),
        (1, Lang::En) => "1 result".to_owned(),
        (_, Lang::En) if count > shown => format!("{count} results, the best {shown} shown"),
        (_, Lang::En) => format!("{count} results"),
    }
}

fn shown(hit: Hit, lang: Lang) -> Found {
    let (href, kind) = match hit.target {
        Target::Article(entry) => (Route::Rules(Some(entry.article)).href(), article(entry.article, lang)),
        Target::Clause(clause) => (Route::Rules(Some(clause.article)).href(), article(clause.article, lang)),
        Target::Term(term) => (Route::Glossary(Some(term.id.to_owned())).href(), words::KIND_TERM.get(lang).to_owned()),
        Target::Doubt(doubt) => {
            let kind = words::KIND_DOUBT.get(lang).trim_end();
            let space = if lang == Lang::En { " " } else { "" };
            (Route::Doubts(Some(doubt.number.to_owned())).href(), format!("{kind}{space}{}", doubt.number))
        }
        Target::Question(spec) => (Route::question(spec), words::KIND_QUESTION.get(lang).to_owned()),
    };
    Found { href, kind, title: marked(hit.title, lang), excerpt: marked(hit.excerpt, lang) }
}

/// What stands in an edition beside the draft's own is explained, and asked, on the page of that.
fn beside(hit: Hit, lang: Lang) -> Found {
    let kind = service::PACKAGE.get(lang).to_owned();
    Found { href: Route::Service.href(), kind, title: marked(hit.title, lang), excerpt: marked(hit.excerpt, lang) }
}

fn marked(marked: Marked, lang: Lang) -> Shown {
    Shown { text: sentence(&marked.text, lang), hit: marked.hit }
}
