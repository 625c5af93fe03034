//! A ladder of tiers drawn as steps, and where one stands on it.

use crate::ui::components::chart::percent;
use leptos::prelude::*;

/// Where the ground lies, and how high the steps may rise above it, in pixels.
const GROUND: u32 = 172;
const RISE: u32 = 94;

/// One step. The ground is the first.
pub struct Rung {
    /// How high it is among the steps, the ground being 0.
    pub level: u32,
    /// What it gives: `55%`.
    pub gives: String,
    /// From where to where it reaches.
    pub wide: String,
    /// The same on a phone.
    pub narrow: String,
    /// Whether its lower bound belongs to it; `None` for the ground.
    pub closed: Option<bool>,
}

/// A point on the ladder.
pub struct Point {
    /// The step it stands on, from 0 for the ground.
    pub rung: usize,
    /// How far along the step, in thousandths.
    pub along: u32,
}

/// A ladder.
pub struct StepChart {
    /// What is seen, in a sentence.
    pub label: String,
    /// The steps.
    pub rungs: Vec<Rung>,
    /// The figure to speak of.
    pub you: Point,
    /// Its name: `2026年296.00`.
    pub name: String,
    /// What it lacks, beside the point.
    pub lacks: Option<String>,
    /// Other figures, drawn as strokes.
    pub others: Vec<Point>,
    /// How it is worked out.
    pub caption: String,
}

/// Draws a ladder.
pub fn step_chart(chart: StepChart) -> AnyView {
    let StepChart { label, rungs, you, name, lacks, others, caption } = chart;
    let count = rungs.len().max(1) as u128;
    let top = rungs.iter().map(|rung| rung.level).max().unwrap_or(1).max(1);
    let height = |level: u32| GROUND - RISE * level / top;
    let across = |point: &Point| percent(point.rung as u128 * 1000 + u128::from(point.along), count * 1000);
    let steps: Vec<_> = rungs
        .iter()
        .enumerate()
        .map(|(index, rung)| {
            let (from, to) = (percent(index as u128, count), percent(index as u128 + 1, count));
            let y = height(rung.level);
            let fill = if index == you.rung { "f-series-2" } else { "f-panel" };
            // Its own label comes last, over the line that falls from the point.
            let label = (index != you.rung).then(|| {
                view! { <text class="t-strong" x=from.clone() dx="8" y=y - 10>{rung.gives.clone()}</text> }
            });
            let before = index.checked_sub(1).and_then(|before| rungs.get(before)).map(|rung| height(rung.level));
            let riser = before.map(|before| {
                view! { <line x1=from.clone() x2=from.clone() y1=y y2=before class="g-riser" /> }
            });
            // Closed where the number itself belongs to the step, open where the step below has it.
            let bound = rung.closed.map(|closed| {
                let class = if closed { "g-bound g-bound--closed" } else { "g-bound" };
                view! { <circle class=class cx=from.clone() cy=y r="4" /> }
            });
            view! {
                <rect x=from.clone() y=y width=percent(1, count) height=GROUND + 4 - y class=fill />
                {riser}
                <line x1=from.clone() x2=to y1=y y2=y class="g-step" />
                {bound}
                {label}
                <text class="t-axis" x=from dx="8" y=GROUND + 24>
                    <tspan class="only-wide">{rung.wide.clone()}</tspan>
                    <tspan class="only-narrow">{rung.narrow.clone()}</tspan>
                </text>
            }
            .into_any()
        })
        .collect();
    let others: Vec<_> = others
        .iter()
        .map(|point| {
            let y = rungs.get(point.rung).map_or(GROUND, |rung| height(rung.level));
            let x = across(point);
            view! { <line class="g-other" x1=x.clone() x2=x y1=y - 9 y2=y /> }.into_any()
        })
        .collect();
    let x = across(&you);
    let place = (you.rung as u128 * 1000 + u128::from(you.along)) / count;
    let anchor = match place {
        0..=300 => "start",
        301..=699 => "middle",
        _ => "end",
    };
    let own = rungs.get(you.rung).map(|rung| {
        // At the other end of the step from the line.
        let (end, anchor, dx) = if you.along < 400 { (you.rung + 1, "end", "-8") } else { (you.rung, "start", "8") };
        let (x, y) = (percent(end as u128, count), height(rung.level) - 10);
        view! { <text class="t-big t-halo" x=x dx=dx y=y text-anchor=anchor>{rung.gives.clone()}</text> }
    });
    // Beside the point, on the side where it fits on the narrowest phone.
    let room = (1000 - place.min(1000)) * 300 / 1000;
    let needs = lacks.as_ref().map_or(0, |lacks| lacks.chars().count() as u128 * 8 + 12);
    let (lacks_anchor, lacks_dx) = if needs > room { ("end", "-12") } else { ("start", "12") };
    let lacks = lacks.map(|lacks| {
        view! { <text class="t-soft" x=x.clone() dx=lacks_dx y="38" text-anchor=lacks_anchor>{lacks}</text> }
    });
    view! {
        <figure class="chart step-chart">
            <svg height="204" role="img" aria-label=label>
                {steps}
                {others}
                <line class="g-drop" x1=x.clone() x2=x.clone() y1="34" y2=GROUND + 4 />
                {own}
                <circle class="g-you" cx=x.clone() cy="34" r="5.5" />
                {lacks}
                <text class="t-strong" x=x y="18" text-anchor=anchor>{name}</text>
            </svg>
            <figcaption class="soft small">{caption}</figcaption>
        </figure>
    }
    .into_any()
}
