//! When payments are expected, and how long the duties last.

use crate::ui::clauses::reasons;
use crate::ui::components::layout::section;
use crate::ui::components::plain::{Column, plain};
use crate::ui::components::timeline::{Span, Timeline, timeline};
use crate::ui::pages::result::Result;
use crate::ui::words::{self, Speaks};
use leptos::prelude::*;
use miyun::article::article;
use miyun::date::Year;
use miyun::money::Money;
use miyun::text::Lang;

impl Result<'_> {
    pub(super) fn plan(&self) -> Option<AnyView> {
        let lang = self.lang;
        let plan = (self.draft.rules().plan)(&self.draft.facts, self.report);
        let (first, last) = (plan.exposure.first()?, plan.exposure.last()?);
        let scale = self.scale(
            plan.payments
                .iter()
                .flat_map(|payment| [payment.amount, payment.prepaid])
                .chain(plan.exposure.iter().map(|exposure| exposure.amount)),
        );
        let unit = scale.unit();
        let head = |words| self.headed(words, unit);
        let at_risk = |year: Year| {
            let exposure = plan.exposure.iter().find(|exposure| exposure.year == year);
            exposure.map_or_else(String::new, |exposure| scale.figure(exposure.amount))
        };
        let none = || "—".to_owned();
        let mut rows: Vec<Vec<String>> = plan
            .payments
            .iter()
            .map(|payment| {
                let prepaid = if payment.prepaid.is_zero() { none() } else { scale.figure(payment.prepaid) };
                let mut year = payment.support_year.to_string();
                if payment.received {
                    let received = self.text(words::RECEIVED);
                    year += &self.say(format!("（{received}）"), format!(" ({received})"));
                }
                vec![
                    payment.expected.to_string(),
                    year,
                    scale.figure(payment.amount),
                    prepaid,
                    at_risk(payment.expected),
                ]
            })
            .collect();
        // After the last payment everything stays at risk until the duties end, if they do.
        if let Some(paid) = plan.payments.last().map(|payment| payment.expected).filter(|paid| *paid < last.year) {
            let after = paid + 1;
            let span = if plan.duties.iter().any(|duty| duty.until.is_none()) {
                self.say(format!("{after}年起"), format!("from {after}"))
            } else {
                format!("{after}–{}", last.year)
            };
            rows.push(vec![span, none(), none(), none(), at_risk(last.year)]);
        }
        let columns = vec![
            (Column::Figure, self.text(words::SUPPORTED_YEAR)),
            (Column::Amount, head(words::EXPECTED)),
            (Column::Figure, head(words::PREPAID)),
            (Column::Figure, head(words::AT_RISK)),
        ];
        let table = (!rows.is_empty()).then(|| {
            view! { <div class="mt-4">{plain(self.text(words::EXPECTED_IN), columns, rows, None)}</div> }
        });
        let mut paid: Vec<(Year, Money)> = Vec::new();
        for payment in &plan.payments {
            match paid.last_mut() {
                Some((year, amount)) if *year == payment.expected => *amount += payment.amount,
                _ => paid.push((payment.expected, payment.amount)),
            }
        }
        let timeline = timeline(Timeline {
            label: self.text(words::TIMELINE),
            years: (first.year.min(self.today.year()), last.year.max(self.today.year())),
            today: (self.today.year(), self.today.month()),
            today_note: self.text(words::PLAN_NOTE),
            payments: self.say(format!("到账（{unit}）"), format!("Payments ({unit})")),
            paid: paid.into_iter().map(|(year, amount)| (year, scale.figure(amount))).collect(),
            bars: plan
                .duties
                .iter()
                .map(|duty| {
                    let basis = article(duty.provision.article, lang);
                    let says = duty.provision.says.get(lang);
                    let until = match (duty.until, lang) {
                        (Some(until), Lang::Zh) => format!("{}至{until}年", duty.from),
                        (Some(until), Lang::En) => format!("{} to {until}", duty.from),
                        (None, Lang::Zh) => format!("{}年起，机构存续期内", duty.from),
                        (None, Lang::En) => format!("from {}, for life", duty.from),
                    };
                    Span {
                        name: reasons::sentence(
                            &self.say(format!("{says}（{basis}）"), format!("{says} ({basis})")),
                            lang,
                        ),
                        from: duty.from,
                        until: duty.until,
                        note: until,
                    }
                })
                .collect(),
        });
        let body = view! { {timeline}{table} }.into_any();
        Some(section("time".into(), self.text(words::PLAN), self.text(words::PLAN_HEAD).into_any(), body))
    }
}
