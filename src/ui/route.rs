//! Where the reader is. Routes live in the hash: a page opened from a file has no other history.

use leptos::prelude::*;
use leptos::web_sys::ScrollToOptions;
use miyun::policy::CURRENT;
use miyun::question::Subject;
use miyun::rule::Clause;

use super::components::jump::jump;

/// A page.
#[derive(Clone, Copy, Debug)]
pub enum Route {
    /// Kinds, examples and files.
    Start,
    /// What is left to fill in.
    Tasks,
    /// The questions of one subject.
    Subject(Subject),
    /// One clause.
    Clause(&'static Clause),
    /// What every clause gives.
    Result,
    /// The application.
    Packet,
}

impl PartialEq for Route {
    fn eq(&self, other: &Self) -> bool {
        self.href() == other.href()
    }
}

impl Route {
    /// The page of a hash; an unknown one leads to the start.
    pub fn of(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        match path.split_once('/').unwrap_or((path, "")) {
            ("tasks", "") => Self::Tasks,
            ("subject", id) => Subject::named(id).map_or(Self::Start, Self::Subject),
            ("clause", id) => CURRENT.clause(id).map_or(Self::Start, Self::Clause),
            ("result", "") => Self::Result,
            ("packet", "") => Self::Packet,
            _ => Self::Start,
        }
    }

    /// Its address.
    pub fn href(self) -> String {
        match self {
            Self::Start => "#/".to_owned(),
            Self::Tasks => "#/tasks".to_owned(),
            Self::Subject(subject) => format!("#/subject/{}", subject.id()),
            Self::Clause(clause) => format!("#/clause/{}", clause.id),
            Self::Result => "#/result".to_owned(),
            Self::Packet => "#/packet".to_owned(),
        }
    }

    /// The page that the address bar names.
    pub fn here() -> Self {
        Self::of(&window().location().hash().unwrap_or_default())
    }

    /// Goes to the page.
    pub fn go(self) {
        let _ = window().location().set_hash(&self.href());
    }
}

/// Puts the reader at the head of the page just shown: at the top, with the focus on its title.
pub fn arrive() {
    if let Ok(Some(title)) = document().query_selector("main h1") {
        if title.id().is_empty() {
            title.set_id("page-title");
        }
        jump(&title.id());
    }
    window().scroll_to_with_scroll_to_options(&ScrollToOptions::new());
    window().scroll_to_with_x_and_y(0.0, 0.0);
}
