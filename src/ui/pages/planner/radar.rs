//! Every figure that moves support, each for itself.

use crate::ui::clauses::figures::{self, Scale, fen};
use crate::ui::components::layout::section;
use crate::ui::components::spark::{Spot, spark};
use crate::ui::pages::planner::Planner;
use crate::ui::words::{Speaks, planner as words};
use leptos::prelude::*;
use miyun::money::{square_metres, wan};
use miyun::planner::{Corner, Fall, Next, Sensitivity};
use miyun::rule::{Amount, Figure};

impl Planner<'_> {
    pub(super) fn radar(&self, found: &[Sensitivity]) -> AnyView {
        let gains = found
            .iter()
            .filter_map(|one| one.next)
            .flat_map(|Next { gain, .. }| [gain.certain, gain.possible, gain.ceiling]);
        let scale = Scale::of(gains, self.lang);
        let rows: Vec<_> = found.iter().map(|one| self.figure_row(one, scale)).collect();
        let head = |class: Option<&'static str>, name: String| view! { <th scope="col" class=class>{name}</th> };
        let table = view! {
            <table class="plain plain--stack">
                <thead>
                    <tr>
                        {head(None, self.text(words::FIGURE))}
                        {head(None, self.text(words::COURSE))}
                        {head(None, self.text(words::NEXT))}
                        {head(Some("num"), self.headed(words::GAIN, scale.unit()))}
                        {head(None, self.text(words::REMARK))}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        };
        section("radar".into(), self.text(words::RADAR), self.text(words::RADAR_NOTE).into_any(), table.into_any())
    }

    fn figure_row(&self, one: &Sensitivity, scale: Scale) -> AnyView {
        let stands = figures::figure(one.stands, self.lang);
        let name = one.cell.words(&self.draft.facts, self.lang);
        let next = one.next.map(|next| self.step_to(one.stands, next.to));
        let next = next.unwrap_or_else(|| self.text(words::NO_NEXT));
        let gain = one.next.map(|next| self.gain(next.gain, scale)).unwrap_or_default();
        let mut says: Vec<String> = self.slope(one).into_iter().collect();
        says.extend(one.falls.iter().map(|fall| self.fall(fall)));
        let says: Vec<_> = says.into_iter().map(|says| view! { <div>{says}</div> }).collect();
        // What is the same on all of the curve would only flatten it.
        let lowest = one.curve.iter().map(|corner| in_all(corner.brings)).min().unwrap_or_default();
        let spot = |corner: &Corner| spot(corner, lowest);
        let corners: Vec<Spot> = one.curve.iter().filter_map(spot).collect();
        let you = spot(&Corner { at: one.stands, brings: one.brings }).unwrap_or_default();
        view! {
            <tr>
                <th scope="row">{name}<div class="soft small">{self.say(format!("现在{stands}"), format!("now {stands}"))}</div></th>
                <td>{spark(&corners, you)}</td>
                <td>{next}</td>
                <td class="num">{gain}</td>
                <td>{says}</td>
            </tr>
        }
        .into_any()
    }

    /// How far it is to a figure, and the figure.
    fn step_to(&self, from: Figure, to: Figure) -> String {
        let reached = figures::figure(to, self.lang);
        match (from, to) {
            (Figure::Money(from), Figure::Money(to)) => {
                let more = self.amount(to.less(from));
                self.say(format!("再增{more}，到{reached}"), format!("{more} more, to {reached}"))
            }
            _ => self.say(format!("到{reached}"), format!("to {reached}")),
        }
    }

    /// What ten thousand yuan more bring, or a square metre.
    fn slope(&self, one: &Sensitivity) -> Option<String> {
        let (gain, over) = one.slope?;
        let unit = match over {
            Figure::Money(_) => Figure::Money(wan(1)),
            Figure::Area(_) => Figure::Area(square_metres(1)),
            _ => return None,
        };
        let (part, whole) = unit.factor().over(over.factor());
        let each = gain.certain.ratio(part, whole);
        let (unit, each) = (figures::figure(unit, self.lang), self.amount(each));
        Some(self.say(format!("每增{unit}，多得{each}"), format!("each {unit} more brings {each}")))
    }

    /// Where more brings less, as a fact: nobody is told to put in less.
    fn fall(&self, fall: &Fall) -> String {
        let at = figures::figure(fall.after.at, self.lang);
        let (before, after) = (self.amount(fall.before.brings.certain), self.amount(fall.after.brings.certain));
        let regained = fall.regained.map(|figure| figures::figure(figure, self.lang));
        match regained {
            Some(regained) => self.say(
                format!("到{at}，合计由{before}变为{after}，到{regained}才补回"),
                format!("at {at} the sum goes from {before} to {after}, and is back at {regained}"),
            ),
            None => self.say(
                format!("到{at}，合计由{before}变为{after}"),
                format!("at {at} the sum goes from {before} to {after}"),
            ),
        }
    }
}

/// What an amount may come to.
fn in_all(amount: Amount) -> u128 {
    fen(amount.certain + amount.possible + amount.ceiling)
}

/// A corner as a place of the small curve, above the lowest of it.
fn spot(corner: &Corner, lowest: u128) -> Option<Spot> {
    let figure = corner.at.factor();
    let along = (i128::from(figure.numerator) * 10_000).checked_div(figure.denominator.into())?;
    Some((u128::try_from(along).ok()?, in_all(corner.brings).saturating_sub(lowest)))
}
