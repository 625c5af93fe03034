//! Where the reader is. Routes live in the hash: a page opened from a file has no other history.

use leptos::prelude::*;
use leptos::web_sys::Element;
use miyun::answers::question::Spec;
use miyun::answers::subject::Subject;
use miyun::article::Article;
use miyun::policy;

use crate::ui::components::jump::jump;
use crate::ui::frame::places;

/// A page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Route {
    /// Kinds, examples and files.
    Start,
    /// The first figures and what they come to.
    First,
    /// What is left to fill in.
    Tasks,
    /// The questions of one subject.
    Subject(Subject),
    /// The clause of a name.
    Clause(&'static str),
    /// What every clause gives.
    Result,
    /// Choices made once, the closest thresholds.
    Planner,
    /// Every answer, and what a reviewer would ask.
    Check,
    /// The application.
    Packet,
    /// Every article, perhaps at one of them.
    Rules(Option<Article>),
    /// What is unclear, perhaps at the doubt of a number.
    Doubts(Option<String>),
    /// Words explained, perhaps at the one of a name.
    Glossary(Option<String>),
    /// All drafts.
    Drafts,
    /// Many applicants side by side.
    Portfolio,
    /// The result on one page of paper.
    Handout,
    /// A code or a file held against the draft.
    Verify,
    /// The page as a file, with or without the draft.
    Offline,
    /// What a file would change before it is opened.
    Opening,
    /// What the district is asked to coordinate.
    Service,
}

impl Route {
    /// The page of a hash; an unknown one leads to the start.
    pub fn of(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        match path.split_once('/').unwrap_or((path, "")) {
            ("first", "") => Self::First,
            ("tasks", "") => Self::Tasks,
            // A question of the subject may follow: `arrive` goes to it.
            ("subject", rest) => {
                let subject = rest.split('/').next().unwrap_or(rest);
                Subject::named(subject).map_or(Self::Start, Self::Subject)
            }
            ("clause", id) => policy::heading(id).map_or(Self::Start, |clause| Self::Clause(clause.id)),
            ("result", "") => Self::Result,
            ("planner", "") => Self::Planner,
            ("check", "") => Self::Check,
            ("packet", "") => Self::Packet,
            ("rules", article) => Self::Rules(article.parse().ok()),
            ("doubts", number) => Self::Doubts(named(number)),
            ("glossary", id) => Self::Glossary(named(id)),
            ("drafts", "") => Self::Drafts,
            ("portfolio", "") => Self::Portfolio,
            ("handout", "") => Self::Handout,
            ("verify", "") => Self::Verify,
            ("offline", "") => Self::Offline,
            ("opening", "") => Self::Opening,
            ("service", "") => Self::Service,
            _ => Self::Start,
        }
    }

    /// Its address.
    pub fn href(&self) -> String {
        match self {
            Self::Start => "#/".to_owned(),
            Self::First => "#/first".to_owned(),
            Self::Tasks => "#/tasks".to_owned(),
            Self::Subject(subject) => format!("#/subject/{}", subject.id()),
            Self::Clause(id) => format!("#/clause/{id}"),
            Self::Result => "#/result".to_owned(),
            Self::Planner => "#/planner".to_owned(),
            Self::Check => "#/check".to_owned(),
            Self::Packet => "#/packet".to_owned(),
            Self::Drafts => "#/drafts".to_owned(),
            Self::Portfolio => "#/portfolio".to_owned(),
            Self::Handout => "#/handout".to_owned(),
            Self::Verify => "#/verify".to_owned(),
            Self::Offline => "#/offline".to_owned(),
            Self::Opening => "#/opening".to_owned(),
            Self::Service => "#/service".to_owned(),
            Self::Rules(None) => "#/rules".to_owned(),
            Self::Rules(Some(article)) => format!("#/rules/{article}"),
            Self::Doubts(None) => "#/doubts".to_owned(),
            Self::Doubts(Some(number)) => format!("#/doubts/{number}"),
            Self::Glossary(None) => "#/glossary".to_owned(),
            Self::Glossary(Some(id)) => format!("#/glossary/{id}"),
        }
    }

    /// The id of the place on the page that it leads to; `None` for the head of the page.
    pub fn place(&self) -> Option<String> {
        match self {
            Self::Rules(Some(article)) => Some(article_id(*article)),
            Self::Doubts(Some(number)) => Some(doubt_id(number)),
            Self::Glossary(Some(id)) => Some(term_id(id)),
            _ => None,
        }
    }

    /// The address of a question on the page of its subject.
    pub fn question(spec: &Spec) -> String {
        format!("{}/{}", Self::Subject(spec.subject).href(), spec.id)
    }

    /// The page that the address bar names.
    pub fn here() -> Self {
        Self::of(&window().location().hash().unwrap_or_default())
    }

    /// Goes to the page.
    pub fn go(&self) {
        let _ = window().location().set_hash(&self.href());
    }
}

/// What an address names behind the page.
fn named(name: &str) -> Option<String> {
    (!name.is_empty()).then(|| name.to_owned())
}

/// The id of an article's heading.
pub fn article_id(article: Article) -> String {
    format!("article-{article}")
}

/// The id of a doubt's heading.
pub fn doubt_id(number: &str) -> String {
    format!("doubt-{}", number.replace('.', "-"))
}

/// The id of a word.
pub fn term_id(id: &str) -> String {
    format!("term-{id}")
}

/// Marks a page whose code is on its way.
const COMING: &str = "data-coming";
/// The reader is to arrive at it.
const EXPECTED: &str = "expected";

/// The page, as long as its code is on its way.
fn coming() -> Option<Element> {
    document().query_selector("main > [data-coming]").ok().flatten()
}

/// How to arrive at a page whose code has just come, if it is awaited.
pub fn arrive_late() -> Option<fn()> {
    coming().filter(|coming| coming.get_attribute(COMING).as_deref() == Some(EXPECTED)).map(|_| arrive as fn())
}

/// Puts the reader at the place of the page just shown that the address names, a question among them; else at its head:
/// at the top, with the focus on its title.
pub fn arrive() {
    if let Some(coming) = coming() {
        let _ = coming.set_attribute(COMING, EXPECTED);
        return;
    }
    if places::arrive_back() {
        return;
    }
    // An address may name what there is not.
    if let Some(place) = Route::here().place().filter(|place| document().get_element_by_id(place).is_some()) {
        return jump(&place);
    }
    let hash = window().location().hash().unwrap_or_default();
    if let Some(question) = hash.strip_prefix("#/subject/").and_then(|rest| rest.split('/').nth(1)) {
        let ask = format!("q-{question}-ask");
        if document().get_element_by_id(&ask).is_some() {
            return jump(&ask);
        }
    }
    if let Ok(Some(title)) = document().query_selector("main h1") {
        if title.id().is_empty() {
            title.set_id("page-title");
        }
        jump(&title.id());
    }
    window().scroll_to_with_x_and_y(0.0, 0.0);
}
