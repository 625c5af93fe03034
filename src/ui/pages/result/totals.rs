//! The three totals, when they can be applied for, and what is missing of them.

use crate::ui::clauses::figures::Scale;
use crate::ui::clauses::lower_bound::lower_bound;
use crate::ui::clauses::reasons;
use crate::ui::components::bands::{Band, BandTotal, band_words, bands};
use crate::ui::components::lines::{Line, lines};
use crate::ui::components::money::{Figure, Size, money};
use crate::ui::copy::copy_button;
use crate::ui::pages::result::Result;
use crate::ui::words::{self, Speaks};
use leptos::prelude::*;
use miyun::money::Money;
use miyun::rule::{Amount, Groups, Split, When};
use miyun::text::Lang;

impl Result<'_> {
    pub(super) fn totals(&self, groups: &Groups<'_>) -> AnyView {
        let total = self.report.total();
        let lang = self.lang;
        let figure = |size: Size, text: String, value: Option<Money>, scale: Scale| {
            money(size, Figure::fixed(text, value.map(|money| money.to_string()), scale.unit()))
        };
        let words_for = |text| view! { <span class="soft">{self.text(text)}</span> }.into_any();
        // While nothing is worked out and a clause is open, nothing yet is not nothing at all.
        let known = groups.open.is_empty() || !(total.certain + total.possible + total.ceiling).is_zero();
        let nothing = if known { words::NONE_HERE } else { words::TO_BE_TOLD };
        let certain = groups.met.iter().filter(|clause| !clause.total().is_zero()).count();
        let decided = self.report.counted.iter().filter(|counted| !counted.total().ceiling.is_zero()).count();
        let doubts = self.report.raised().iter().filter(|raised| !raised.adds.is_zero()).count();
        let capital = match lang {
            Lang::Zh if !total.certain.is_zero() => Some(band_words(total.certain.capital())),
            _ => None,
        };
        // One unit for the three, which are read side by side.
        let scale = self.scale([total.certain, total.possible, total.floor, total.ceiling]);
        let first = BandTotal {
            band: Band::Certain,
            name: self.text(words::CERTAIN),
            count: if certain > 0 { self.clauses(certain) } else { String::new() },
            amount: if total.certain.is_zero() {
                words_for(nothing)
            } else {
                figure(Size::Total, scale.figure(total.certain), Some(total.certain), scale)
            },
            note: Some(view! { {self.text(words::CERTAIN_SAYS)}{capital} }.into_any()),
        };
        let second = BandTotal {
            band: Band::Possible,
            name: self.text(words::POSSIBLE),
            count: match (doubts, lang) {
                (0, _) => String::new(),
                (_, Lang::Zh) => format!("{doubts}处存疑"),
                (1, Lang::En) => "1 open question".to_owned(),
                (_, Lang::En) => format!("{doubts} open questions"),
            },
            amount: if total.possible.is_zero() {
                words_for(nothing)
            } else {
                figure(Size::Amount, scale.plus(total.possible), Some(total.possible), scale)
            },
            note: Some(self.text(words::POSSIBLE_SAYS).into_any()),
        };
        let third = BandTotal {
            band: Band::Decision,
            name: self.text(words::DECISION),
            count: if decided > 0 { self.clauses(decided) } else { String::new() },
            amount: if total.ceiling.is_zero() {
                words_for(nothing)
            } else {
                figure(Size::Amount, scale.range(total.floor, total.ceiling), None, scale)
            },
            note: Some(self.text(words::DECISION_SAYS).into_any()),
        };
        view! {
            <section aria-labelledby="totals-title">
                <h2 class="visually-hidden" id="totals-title">{self.text(words::RESULT_TOTALS)}</h2>
                {bands(false, vec![first, second, third])}
                {self.when()}
                <div class="mt-2">{lower_bound(self.report, self.lang)}</div>
            </section>
        }
        .into_any()
    }

    /// What of the totals can be applied for now, what lies in earlier years, and what is expected of later ones.
    pub(super) fn when(&self) -> Option<AnyView> {
        let total = self.report.total();
        if (total.certain + total.possible + self.report.received).is_zero() {
            return None;
        }
        let split = self.report.split();
        let filed = self.draft.claimed(false).split().now.certain;
        let parts = When::ALL.into_iter().flat_map(|when| [split.of(when).certain, split.of(when).possible]);
        let scale = self.scale(parts.chain([filed, self.report.received, total.floor, total.ceiling]));
        let in_unit = |money: Money| {
            self.say(
                format!("{}{}", scale.figure(money), scale.unit()),
                format!("{} {}", scale.figure(money), scale.unit()),
            )
        };
        let of = |when: When| {
            let Amount { certain, possible, .. } = split.of(when);
            let shown = when == When::Now || !(certain + possible).is_zero();
            let plus = (!possible.is_zero()).then(|| format!("+{}", in_unit(possible)).into());
            shown.then(|| Line { name: self.text(when.word()), figure: in_unit(certain).into(), plus, total: false })
        };
        let plain =
            |text, money: Money| Line { name: self.text(text), figure: in_unit(money).into(), ..Line::default() };
        let mut rows: Vec<Line> = When::ALL.into_iter().filter_map(of).collect();
        if filed != split.now.certain {
            rows.push(plain(words::FILED_NOW, filed));
        }
        if !self.report.received.is_zero() {
            rows.push(plain(words::RECEIVED_BEFORE, self.report.received));
        }
        Some(view! { <div class="mt-4">{lines(rows)}</div>{self.past(&split)} }.into_any())
    }

    /// What has to be asked of the office before earlier years are counted on, ready to be copied.
    pub(super) fn past(&self, split: &Split) -> Option<AnyView> {
        let Amount { certain, possible, .. } = split.past;
        if (certain + possible).is_zero() {
            return None;
        }
        let doubt = self.report.notes.iter().find(|note| note.when == Some(When::Past))?.doubt?;
        let (issue, ask, lang) = (doubt.issue, doubt.ask, self.lang);
        Some(
            view! {
                <p class="small soft mt-2">
                    {doubt.number}" "{reasons::sentence(issue.get(lang), lang)}{words::STOP.get(lang)}
                </p>
                {copy_button(words::COPY_QUESTION, move || ask.get(lang).to_owned(), lang)}
            }
            .into_any(),
        )
    }
}
