//! One figure against another, in lines that break: closed points include the number, open ones do not.

use crate::ui::components::chart::percent;
use leptos::prelude::*;

/// Where the ground lies, and how high the curve may rise above it, in pixels.
const GROUND: u128 = 268;
const RISE: u128 = 216;

/// A place on the curve.
#[derive(Clone, Copy)]
pub struct CurvePoint {
    /// Along.
    pub x: u128,
    /// Up.
    pub y: u128,
}

/// A line of the curve.
pub struct Stretch {
    /// Where it begins, and whether the number itself belongs to it.
    pub from: (CurvePoint, bool),
    /// Where it ends; nothing is drawn there where the curve goes on.
    pub to: (CurvePoint, bool),
    /// What is said below its beginning, and above its end.
    pub says: [String; 2],
}

/// A curve.
pub struct Curve {
    /// Its title, and what its axes are.
    pub title: [String; 2],
    /// What is seen, in a sentence.
    pub label: String,
    /// How far the axes reach.
    pub whole: CurvePoint,
    /// The lines, from left to right.
    pub stretches: Vec<Stretch>,
    /// From where on more brings less, and the word for it.
    pub caution: (u128, String),
    /// Marks along, and marks up.
    pub marks: [Vec<(u128, String)>; 2],
    /// The reader's own place, and its name.
    pub you: Option<(CurvePoint, String)>,
}

/// Draws the curve.
pub fn curve(curve: Curve) -> AnyView {
    let Curve { title: [title, axes], label, whole, stretches, caution: (from, caution), marks: [along, up], you } =
        curve;
    let across = |x: u128| percent(x, whole.x);
    let height = |y: u128| GROUND - RISE * y.min(whole.y) / whole.y.max(1);
    let grid: Vec<_> = up
        .into_iter()
        .map(|(y, name)| {
            let (class, y) = (if y == 0 { "g-axis" } else { "g-grid" }, height(y));
            view! {
                <line class=class x1="0" x2="100%" y1=y y2=y />
                <text class="t-axis t-halo" x="0" y=y - 5>{name}</text>
            }
            .into_any()
        })
        .collect();
    let lines: Vec<_> = stretches
        .iter()
        .map(|Stretch { from: (from, _), to: (to, _), .. }| {
            view! {
                <line class="g-line" x1=across(from.x) y1=height(from.y) x2=across(to.x) y2=height(to.y) />
            }
            .into_any()
        })
        .collect();
    let dots: Vec<_> = stretches
        .iter()
        .flat_map(|Stretch { from, to, says: [first, last] }| {
            // What is said of an end stands before and above it, of a beginning after and below it.
            [(from, first, "10", 20, "start"), (to, last, "-10", -10, "end")]
        })
        .filter(|((point, _), ..)| point.x > 0 && point.x < whole.x)
        .map(|((point, closed), says, dx, dy, anchor)| {
            let class = if *closed { "g-dot g-dot--full" } else { "g-dot" };
            let (x, y) = (across(point.x), height(point.y));
            // What begins far to the right has no room behind it on a phone.
            let (at, dx, anchor) = if anchor == "start" && point.x * 2 > whole.x {
                ("100%".to_owned(), "0", "end")
            } else {
                (x.clone(), dx, anchor)
            };
            view! {
                <circle class=class cx=x cy=y r="5" />
                <text class="t-strong t-halo" x=at dx=dx y=y dy=dy text-anchor=anchor>{says.clone()}</text>
            }
            .into_any()
        })
        .collect();
    let along: Vec<_> = along
        .into_iter()
        .map(|(x, name)| {
            let anchor = if x == 0 {
                "start"
            } else if x < whole.x {
                "middle"
            } else {
                "end"
            };
            view! { <text class="t-axis" x=across(x) y=GROUND + 20 text-anchor=anchor>{name}</text> }.into_any()
        })
        .collect();
    let you = you.map(|(point, name)| {
        let (x, y) = (across(point.x), height(point.y));
        let (anchor, dx) = if point.x * 2 > whole.x { ("end", "-12") } else { ("start", "12") };
        view! {
            <line class="g-drop" x1=x.clone() x2=x.clone() y1=y y2=GROUND />
            <circle class="g-you" cx=x.clone() cy=y r="6.5" />
            <text class="t-strong t-halo" x=x dx=dx y=y + 22 text-anchor=anchor>{name}</text>
        }
    });
    let zone = across(from);
    view! {
        <figure class="chart">
            <figcaption><span class="chart__title">{title}</span><span class="chart__sub">{axes}</span></figcaption>
            <svg height=GROUND + 28 role="img" aria-label=label>
                <rect class="g-caution" x=zone.clone() y="24" width=percent(whole.x.saturating_sub(from), whole.x) height=GROUND - 24 />
                <line class="g-caution-edge" x1=zone.clone() x2=zone.clone() y1="24" y2=GROUND />
                <text class="t-caution only-wide" x="100%" dx="-8" y="42" text-anchor="end">{caution}</text>
                {grid}
                {lines}
                {dots}
                {along}
                {you}
            </svg>
        </figure>
    }
    .into_any()
}
