//! What happens when: payments as dots, duties as bars, along the years.

use crate::ui::components::chart::percent;
use leptos::prelude::*;

/// A bar over some years.
pub struct Span {
    /// What it is.
    pub name: String,
    /// Its first year.
    pub from: u16,
    /// Its last year; none where it does not end.
    pub until: Option<u16>,
    /// From when to when, in words.
    pub note: String,
}

/// A timeline.
pub struct Timeline {
    /// What is seen, in a sentence, for those who do not see it.
    pub label: String,
    /// The first and the last year.
    pub years: (u16, u16),
    /// Year and month of today.
    pub today: (u16, u8),
    /// What the dotted line is, and what else to know.
    pub today_note: String,
    /// The name of the payments.
    pub payments: String,
    /// The year and the figure of each payment.
    pub paid: Vec<(u16, String)>,
    /// The bars, each under its name.
    pub bars: Vec<Span>,
}

/// Draws the timeline. Places are in twelfths of a year, so that no fraction is needed.
pub fn timeline(timeline: Timeline) -> AnyView {
    let Timeline { label, years: (first, last), today, today_note, payments, paid, bars } = timeline;
    let count = u128::from(last.saturating_sub(first)) + 1;
    let full = count * 12;
    let start = move |year: u16| u128::from(year.saturating_sub(first)) * 12;
    let at = move |twelfths: u128| percent(twelfths.min(full), full);
    // At most twelve names of years on the axis.
    let every = count.div_ceil(12);
    let axis: Vec<_> = (first..=last)
        .enumerate()
        .map(|(index, year)| {
            let text = (index as u128).is_multiple_of(every).then(|| {
                let short = format!("{:02}", year % 100);
                view! {
                    <text class="t-axis" x=at(start(year) + 6) y="16" text-anchor="middle">
                        <tspan class="only-wide">{year.to_string()}</tspan>
                        <tspan class="only-narrow">{short}</tspan>
                    </text>
                }
            });
            view! { <line class="g-grid" x1=at(start(year)) x2=at(start(year)) y1="24" y2="104" />{text} }.into_any()
        })
        .collect();
    let line = match (paid.first(), paid.last()) {
        (Some((from, _)), Some((to, _))) if from != to => {
            Some(view! { <line class="g-axis" x1=at(start(*from) + 6) x2=at(start(*to) + 6) y1="70" y2="70" /> })
        }
        _ => None,
    };
    let dots: Vec<_> = paid
        .into_iter()
        .map(|(year, figure)| {
            let x = at(start(year) + 6);
            view! {
                <circle class="g-dot g-dot--full" cx=x.clone() cy="70" r="5.5" />
                <text class="t-halo t-small only-wide" x=x y="94" text-anchor="middle">{figure}</text>
            }
            .into_any()
        })
        .collect();
    let now = at(start(today.0) + u128::from(today.1.saturating_sub(1)));
    let bars: Vec<_> = bars
        .into_iter()
        .enumerate()
        .map(|(index, Span { name, from, until, note })| {
            let (begin, end) = (start(from), until.map_or(full, |until| start(until) + 12));
            let class = if index % 2 == 0 { "f-series-2" } else { "f-series-3" };
            // What starts late has its words end with its bar.
            let (x, anchor) = if begin * 2 > full { (at(end), "end") } else { (at(begin), "start") };
            view! {
                <p class="timeline__name">{name}</p>
                <svg height="40" aria-hidden="true" focusable="false">
                    <rect class=class x=at(begin) width=at(end.saturating_sub(begin)) y="2" height="14" />
                    <line class="g-today" x1=now.clone() x2=now.clone() y1="0" y2="40" />
                    <text class="t-soft t-small t-halo" x=x y="33" text-anchor=anchor>{note}</text>
                </svg>
            }
            .into_any()
        })
        .collect();
    view! {
        <figure class="chart timeline">
            <svg height="104" role="img" aria-label=label>
                {axis}
                <line class="g-axis" x1="0" x2="100%" y1="24" y2="24" />
                {line}
                <line class="g-today" x1=now.clone() x2=now.clone() y1="24" y2="104" />
                <text class="t-strong t-halo" x="0" y="46">{payments}</text>
                {dots}
            </svg>
            <div>{bars}</div>
            <figcaption class="small soft">{today_note}</figcaption>
        </figure>
    }
    .into_any()
}
