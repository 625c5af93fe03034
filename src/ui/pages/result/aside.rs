//! What stands beside the result: contents, what to do next, dates.

use crate::ui::components::button::{link_button, print_button};
use crate::ui::components::lines::{Line, lines};
use crate::ui::components::panel::{bare_panel, panel};
use crate::ui::components::toc::toc;
use crate::ui::pages::result::Result;
use crate::ui::words::{self, Speaks};
use leptos::prelude::*;
use miyun::date::Year;
use miyun::text::Lang;

impl Result<'_> {
    pub(super) fn aside(&self) -> AnyView {
        let groups = self.report.groups(None);
        let lang = self.lang;
        let mut entries: Vec<(String, String, String)> = Vec::new();
        let mut entry = |id: &str, text, note: String| entries.push((id.to_owned(), self.text(text), note));
        let years: Vec<Year> = self.report.by_year.iter().map(|(year, _)| year).collect();
        let span = match (years.first(), years.last()) {
            (Some(first), Some(last)) if first != last => format!("{first} – {last}"),
            (Some(only), _) => only.to_string(),
            _ => String::new(),
        };
        entry("years", words::YEARS, span);
        for (id, title, count) in [
            ("met", words::GROUP_MET, groups.met.len()),
            ("open", words::GROUP_OPEN, groups.open.len()),
            ("unmet", words::GROUP_UNMET, groups.unmet.len()),
            ("absent", words::GROUP_ABSENT, groups.absent.len()),
            ("listed", words::GROUP_LISTED, groups.listed.len()),
            ("na", words::GROUP_NA, groups.not_applicable.len()),
        ] {
            if count > 0 {
                entry(id, title, count.to_string());
            }
        }
        let gave = self.report.gave_way.len();
        let places = match (gave, lang) {
            (0, _) => String::new(),
            (_, Lang::Zh) => format!("{gave}处"),
            (_, Lang::En) => gave.to_string(),
        };
        entry("limits", words::LIMITS, places);
        let plan = (self.draft.rules().plan)(&self.draft.facts, self.report);
        if let Some(last) = plan.exposure.last() {
            entry("time", words::PLAN, format!("→ {}", last.year));
        }
        let doubts = self.report.raised().len();
        if doubts > 0 {
            entry("doubts", words::DOUBTS, doubts.to_string());
        }
        let next = view! {
            <div class="stack stack--tight">
                {link_button("button button--primary button--block", "#/packet".to_owned(), self.text(words::TO_PACKET), None)}
                {link_button("button button--block", "#/planner".to_owned(), self.text(words::TO_PLANNER), None)}
                {print_button("button button--block", self.text(words::PRINT_PAGE))}
            </div>
        }
        .into_any();
        let dates = lines(
            self.dates()
                .into_iter()
                .map(|(name, figure)| Line { name, figure: figure.into(), ..Line::default() })
                .collect(),
        );
        view! {
            {toc(self.text(words::RESULT_CONTENTS), entries)}
            {panel("next-title", self.text(words::NEXT), next)}
            {bare_panel("dates-title", self.text(words::DATES), dates)}
        }
        .into_any()
    }
}
