//! A small curve: how one figure follows another, and where one stands. Beside it the same is said in words.

use leptos::prelude::*;

/// The drawing's size, in pixels.
const WIDE: u128 = 128;
const HIGH: u128 = 36;
/// Room for the line's own width.
const EDGE: u128 = 3;

/// A place on the curve, along and up.
pub type Spot = (u128, u128);

/// Draws the curve through these corners, from left to right, and a point where one stands.
pub fn spark(corners: &[Spot], you: Spot) -> AnyView {
    let whole = corners.iter().fold((1, 1), |(wide, high): Spot, (x, y)| (wide.max(*x), high.max(*y)));
    let place = |(x, y): Spot| {
        let along = EDGE + x.min(whole.0).saturating_mul(WIDE - 2 * EDGE) / whole.0;
        let up = y.min(whole.1).saturating_mul(HIGH - 2 * EDGE) / whole.1;
        (along, HIGH - EDGE - up)
    };
    let line: String = corners.iter().map(|corner| place(*corner)).fold(String::new(), |mut line, (x, y)| {
        line.push_str(&format!("{x},{y} "));
        line
    });
    let (x, y) = place(you);
    view! {
        <svg class="spark" width=WIDE height=HIGH viewBox=format!("0 0 {WIDE} {HIGH}") aria-hidden="true">
            <line class="spark__ground" x1="0" x2=WIDE y1=HIGH - 1 y2=HIGH - 1 />
            <polyline class="spark__line" points=line />
            <circle class="spark__you" cx=x cy=y r="3" />
        </svg>
    }
    .into_any()
}
