//! What would have to be repaid if a duty were broken, day by day, and when each duty ends.

use leptos::prelude::*;
use miyun::article::article;
use miyun::date::Date;
use miyun::rule::repayable::Turn;
use miyun::text::Lang;

use crate::ui::clauses::figures::Scale;
use crate::ui::components::layout::section;
use crate::ui::components::plain::{Column, plain};
use crate::ui::pages::planner::Planner;
use crate::ui::words::{Speaks, repayable as words};

impl Planner<'_> {
    /// The section, where anything was received or is planned.
    pub(super) fn repayable(&self) -> Option<AnyView> {
        let repayable = (self.draft.rules().repayable)(&self.draft.facts, self.report);
        let turns = repayable.turns();
        if turns.is_empty() {
            return None;
        }
        let scale = Scale::of(repayable.payments.iter().map(|payment| payment.amount), self.lang);
        let row = |turn: &Turn<'_>| {
            let received = repayable.received_on(turn.day);
            let comma = self.say("；".into(), "; ".into());
            vec![
                self.day(turn.day),
                turn.says(self.lang).join(&comma),
                scale.figure(received),
                scale.figure(turn.amount),
            ]
        };
        let columns = vec![
            (Column::Text, self.text(words::WHAT)),
            (Column::Figure, self.headed(words::RECEIVED, scale.unit())),
            (Column::Figure, self.headed(words::AMOUNT, scale.unit())),
        ];
        let days = plain(self.text(words::FROM), columns, turns.iter().map(row).collect(), None);
        let duties: Vec<Vec<String>> = repayable
            .duties
            .iter()
            .map(|duty| {
                let basis = article(duty.provision.article, self.lang);
                let free = duty.free().map_or_else(|| self.text(words::FOR_LIFE), |day| self.day(day));
                let sure = duty.sure.word().get(self.lang).to_owned();
                vec![duty.provision.says.get(self.lang).to_owned(), self.day(duty.from), free, sure, basis]
            })
            .collect();
        let columns = vec![
            (Column::Named, self.text(words::BINDS)),
            (Column::Named, self.text(words::FREE)),
            (Column::Named, self.text(words::CERTAINTY)),
            (Column::Named, self.text(words::BASIS)),
        ];
        let duties = plain(self.text(words::DUTY), columns, duties, None);
        let body = view! {
            {duties}
            <div class="mt-4">{days}</div>
            <p class="small soft mt-3">{self.text(words::KEY)}</p>
        };
        let (title, note) = (self.text(words::REPAYABLE), self.text(words::REPAYABLE_NOTE));
        Some(section("repayable".into(), title, note.into_any(), body.into_any()))
    }

    fn day(&self, day: Date) -> String {
        match self.lang {
            Lang::Zh => day.zh(),
            Lang::En => day.en(),
        }
    }
}
