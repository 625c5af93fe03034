//! What would have to be repaid if a duty were broken, day by day, and when each duty ends.

use leptos::prelude::*;
use miyun::answers::answer::Answer;
use miyun::answers::form::Form;
use miyun::article::article;
use miyun::date::Date;
use miyun::rule::repayable::{Repayable, Turn};
use miyun::text::Lang;
use rust_decimal::Decimal;

use crate::ui::clauses::figures::{self, Scale};
use crate::ui::components::field::{Input, Typed, described, field_error, input};
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
        let on_a_day = self.on_a_day(repayable.clone());
        let body = view! {
            {duties}
            {on_a_day}
            <div class="mt-4">{days}</div>
            <p class="small soft mt-3">{self.text(words::KEY)}</p>
        };
        let (title, note) = (self.text(words::REPAYABLE), self.text(words::REPAYABLE_NOTE));
        Some(section("repayable".into(), title, note.into_any(), body.into_any()))
    }

    /// What it would be on a day that one types.
    fn on_a_day(&self, repayable: Repayable) -> AnyView {
        let (lang, id) = (self.lang, "repayable-day");
        let typed = RwSignal::new(self.session.today.to_string());
        // What is half typed is not called wrong before it is left.
        let left = RwSignal::new(true);
        let read = Memo::new(move |_| typed.with(|typed| Form::Date.parse(typed, Decimal::ONE)));
        let error = Signal::derive(move || {
            let wrong = read.get().err().filter(|_| left.get());
            wrong.map(|complaint| complaint.say(lang).to_owned())
        });
        let invalid = Signal::derive(move || error.with(Option::is_some));
        let control = input(Input {
            id: id.to_owned(),
            typed: Typed::Digits,
            label: None,
            labelled_by: None,
            described_by: described(id, false, invalid),
            unit: None,
            value: typed.into(),
            invalid,
            on_input: Callback::new(move |text| {
                left.set(false);
                typed.set(text);
            }),
            on_leave: Callback::new(move |()| left.set(true)),
        });
        let says = move || match read.get() {
            Ok(Some(Answer::Date(day))) => {
                let [all, received] = [repayable.on(day), repayable.received_on(day)];
                let [all, received] = [all, received].map(|amount| figures::brief(amount, lang));
                match lang {
                    Lang::Zh => format!("{}违反，须退还{all}，其中已领{received}", day.zh()),
                    Lang::En => format!("Broken on {}: {all} to be repaid, of it received {received}", day.en()),
                }
            }
            _ => String::new(),
        };
        view! {
            <div class="field mt-4 no-print">
                <label class="field__label" for=id>{self.text(words::ON_DAY)}</label>
                {field_error(id.to_owned(), error)}
                {control}
                <p role="status">{says}</p>
            </div>
        }
        .into_any()
    }

    fn day(&self, day: Date) -> String {
        match self.lang {
            Lang::Zh => day.zh(),
            Lang::En => day.en(),
        }
    }
}
