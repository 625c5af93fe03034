//! What counts year by year, as a chart.

use crate::ui::clauses::figures::{self, Scale, fen};
use crate::ui::components::chart::Series;
use crate::ui::components::empty::empty;
use crate::ui::components::layout::section;
use crate::ui::components::year_chart::{Fill, Stretch, YearChart, YearRow, year_chart};
use crate::ui::pages::result::Result;
use crate::ui::words::{self, Speaks};
use leptos::prelude::*;
use miyun::article::article;
use miyun::date::Year;
use miyun::money::Money;
use miyun::order::Order;
use miyun::text::Text;

impl Result<'_> {
    pub(super) fn years(&self) -> AnyView {
        let by_year = &self.report.by_year;
        let shown: Vec<Year> = {
            let with: Vec<Year> = by_year
                .iter()
                .filter(|(_, amount)| !(amount.certain + amount.possible + amount.ceiling).is_zero())
                .map(|(year, _)| year)
                .collect();
            match (with.first(), with.last()) {
                // Years between are shown too, unless they are very many.
                (Some(first), Some(last)) if last - first < 20 => (*first..=*last).collect(),
                _ => with,
            }
        };
        if shown.is_empty() {
            let body = empty(self.text(words::NO_AMOUNT), self.text(words::NO_AMOUNT_SAYS), Vec::new());
            return section("years".into(), self.text(words::YEARS), ().into_any(), body);
        }
        let scale =
            self.scale(by_year.iter().flat_map(|(_, amount)| [amount.certain, amount.possible, amount.ceiling]));
        let mut counted = self.report.counted();
        counted.retain(|clause| !clause.total().is_zero());
        counted.order_by_key(|clause| std::cmp::Reverse(clause.total()));
        // Three clauses have a colour each; of more, all but the two largest share the third.
        let series = [Series::First, Series::Second, Series::Third];
        let own = if counted.len() > 3 { 2 } else { counted.len() };
        let mut legend: Vec<(Series, String)> = counted
            .iter()
            .take(own)
            .zip(series)
            .map(|(clause, series)| {
                let of = clause.assessment.clause;
                (series, format!("{} {}", article(of.article, self.lang), of.title.get(self.lang)))
            })
            .collect();
        if own < counted.len() {
            legend.push((Series::Third, self.text(words::OTHERS)));
        }
        let rows: Vec<YearRow> = shown
            .iter()
            .map(|year| {
                let amount = by_year.of(*year);
                let mut bar: Vec<Stretch> = counted
                    .iter()
                    .take(own)
                    .zip(series)
                    .map(|(clause, series)| Stretch {
                        fill: Fill::Series(series),
                        amount: fen(clause.in_year(*year)),
                        label: Some(article(clause.assessment.clause.article, self.lang)),
                    })
                    .collect();
                let rest: Money = counted.iter().skip(own).map(|clause| clause.in_year(*year)).sum();
                bar.push(Stretch { fill: Fill::Series(Series::Third), amount: fen(rest), label: None });
                bar.push(Stretch { fill: Fill::Possible, amount: fen(amount.possible), label: None });
                bar.push(Stretch { fill: Fill::Decision, amount: fen(amount.ceiling), label: None });
                YearRow {
                    year: year.to_string(),
                    tag: (*year >= self.today.year()).then(|| self.text(words::FORECAST)),
                    bar,
                    figures: year_figures(scale, amount.certain, amount.possible, amount.ceiling),
                }
            })
            .collect();
        let longest = rows.iter().map(|row| row.bar.iter().map(|stretch| stretch.amount).sum()).max().unwrap_or(0);
        let (full, ticks) = axis(longest, scale);
        let total = self.report.total();
        let chart = year_chart(YearChart {
            caption: self.text(words::YEARS_CAPTION),
            legend,
            year: self.text(words::FISCAL_YEAR),
            chart: self.text(words::CHART),
            bands: [self.text(words::CERTAIN), self.text(words::POSSIBLE), self.text(words::DECISION_CEILING)],
            full,
            ticks,
            rows,
            total: (self.text(words::SUM), year_figures(scale, total.certain, total.possible, total.ceiling)),
        });
        section("years".into(), self.text(words::YEARS), self.unit_note(scale, words::YEARS_NOTE).into_any(), chart)
    }

    /// `单位：万元 · 按应享年度`.
    pub(super) fn unit_note(&self, scale: Scale, note: Text) -> String {
        let unit = scale.unit();
        self.say(format!("单位：{unit} · {}", note.zh), format!("In {unit}, {}", note.en))
    }
}

/// Figures of a year: certain, possible, ceiling. Nothing is a dash, not a zero.
pub(super) fn year_figures(scale: Scale, certain: Money, possible: Money, ceiling: Money) -> [String; 3] {
    let or_dash = |amount: Money, text: String| if amount.is_zero() { String::new() } else { text };
    [
        or_dash(certain, scale.figure(certain)),
        or_dash(possible, scale.plus(possible)),
        or_dash(ceiling, scale.figure(ceiling)),
    ]
}

/// Where the axis ends, in fen, and three to six marks at round amounts.
pub(super) fn axis(longest: u128, scale: Scale) -> (u128, Vec<(u128, String)>) {
    let mut step: u128 = if scale == Scale::Wan { 1_000_000 } else { 100 };
    // 1, 2, 5, 10, 20, 50 …
    for (times, by) in [(2, 1), (5, 2), (2, 1)].into_iter().cycle() {
        if longest <= step.saturating_mul(5) {
            break;
        }
        step = step.saturating_mul(times) / by;
    }
    let marks = longest.div_ceil(step).max(1);
    let ticks = (0..=marks)
        .map(|mark| {
            let amount = Money::from_fen(i128::try_from(mark * step).unwrap_or(i128::MAX));
            (mark * step, figures::trimmed(&scale.figure(amount)))
        })
        .collect();
    (marks * step, ticks)
}
