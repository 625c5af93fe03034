//! What the limits did: what gives way, and the 70% line.

use crate::ui::clauses::reasons;
use crate::ui::components::layout::section;
use crate::ui::components::plain::{Column, plain};
use crate::ui::pages::result::Result;
use crate::ui::words::{self, Speaks};
use leptos::prelude::*;
use miyun::article::article;
use miyun::text::Lang;

impl Result<'_> {
    pub(super) fn limits(&self) -> AnyView {
        let lang = self.lang;
        let report = self.report;
        let gave = if report.gave_way.is_empty() {
            view! { <p>{self.text(words::NOTHING_GAVE_WAY)}</p> }.into_any()
        } else {
            let scale = self.scale(report.gave_way.iter().map(|gave| gave.amount));
            let name = |of: &miyun::rule::Clause| format!("{} {}", article(of.article, lang), of.title.get(lang));
            let rows = report
                .gave_way
                .iter()
                .map(|gave| {
                    vec![
                        name(gave.clause),
                        name(gave.to),
                        reasons::sentence(&gave.why(lang), lang),
                        scale.figure(gave.amount),
                    ]
                })
                .collect();
            let columns = vec![
                (Column::Named, self.text(words::GIVES_WAY_TO)),
                (Column::Text, self.text(words::WHY)),
                (Column::Amount, self.headed(words::LEFT_OUT, scale.unit())),
            ];
            plain(self.text(words::GIVES_WAY), columns, rows, None)
        };
        let line = (!report.lines.is_empty()).then(|| self.seventy());
        let notes: Vec<AnyView> = report
            .notes
            .iter()
            .map(|note| {
                let (says, basis) = (note.provision.says.get(lang), article(note.provision.article, lang));
                let years: Vec<String> = note.years.iter().map(ToString::to_string).collect();
                let years = reasons::listed(&years, lang);
                let text = match (years.is_empty(), lang) {
                    (true, Lang::Zh) => format!("{says}（{basis}）"),
                    (true, Lang::En) => format!("{says} ({basis})"),
                    (false, Lang::Zh) => format!("{years}年：{says}（{basis}）"),
                    (false, Lang::En) => format!("{years}: {says} ({basis})"),
                };
                view! { <p class="small soft mt-3">{text}</p> }.into_any()
            })
            .collect();
        let body = view! { {gave}{line}{notes} }.into_any();
        section("limits".into(), self.text(words::LIMITS), ().into_any(), body)
    }

    pub(super) fn seventy(&self) -> AnyView {
        let lines = &self.report.lines;
        let scale = self.scale(lines.iter().flat_map(|line| [line.contribution, line.line, line.support]));
        let rows = lines
            .iter()
            .map(|line| {
                let over = line.over();
                let compared = if over.is_zero() {
                    self.text(words::WITHIN)
                } else {
                    let over = scale.figure(over);
                    self.say(format!("超{over}"), format!("over by {over}"))
                };
                vec![
                    line.year.to_string(),
                    scale.figure(line.contribution),
                    scale.figure(line.line),
                    scale.figure(line.support),
                    compared,
                ]
            })
            .collect();
        let columns = vec![
            (Column::Figure, self.text(words::CONTRIBUTION)),
            (Column::Figure, self.text(words::LINE)),
            (Column::Figure, self.text(words::SUPPORT)),
            (Column::Amount, self.text(words::COMPARED)),
        ];
        let unit = scale.unit();
        let lead = self.text(words::LINE_LEAD) + &self.say(format!("单位：{unit}。"), format!(" In {unit}."));
        view! {
            <p class="section__lead mt-5">{lead}</p>
            {plain(self.text(words::YEAR), columns, rows, None)}
        }
        .into_any()
    }
}
