//! How support follows one figure of the draft: where it stands, the next step, and where more brings less. Between two
//! corners of the curve support is a line; where a figure divides, as in the share of a floor, the curve is bent and is
//! followed to a ten-thousandth of what it reaches.

use std::cmp::Ordering;

use crate::answers::answer::{Answer, Table};
use crate::answers::facts::Facts;
use crate::answers::form::{Column, Form};
use crate::answers::question::Spec;
use crate::money::{percent, wan};
use crate::order::Order;
use crate::planner::cell::{Cell, in_steps, is_confirmed, of_steps};
use crate::planner::chance::more;
use crate::planner::columns_of;
use crate::rule::{Amount, Bound, Edition, Figure, Ladder, Outcome, Place, Report, Work};

/// Of a longer table only the rows nearest to a next tier are looked at.
const MOST_ROWS: usize = 24;
/// How many those are at most.
const NEAREST_ROWS: usize = 5;
/// Every look at a figure reads its whole table: those of a longer one are not followed. Its rows say themselves how far
/// the next tier is.
const LONGEST: usize = 2_000;
/// How many stretches of a curve are looked at, at most: what is bent where it should not be ends there.
const MOST_LOOKS: usize = 5_000;
/// What products rounded to the fen may be off the line, in fen.
const ROUNDING: i128 = 8;
/// The part of what a curve reaches that a line may be off a bent one.
const FINE: i128 = 10_000;

/// How support follows a figure of the draft.
#[derive(Clone, Debug)]
pub struct Sensitivity {
    /// The figure.
    pub cell: Cell,
    /// As it stands.
    pub stands: Figure,
    /// What all clauses together count with it.
    pub brings: Amount,
    /// The corners of the curve, by rising figure, from nothing to what is worth looking at.
    pub curve: Vec<Corner>,
    /// The nearest figure at which support jumps up: a larger one, and a smaller one only of places in a ranking, where
    /// fewer is better. Nobody is told to put in less.
    pub next: Option<Next>,
    /// What each further yuan, square metre or hundredth brings up to the next corner, if anything: so much for so much.
    pub slope: Option<(Amount, Figure)>,
    /// Where more than now brings less, by rising figure.
    pub falls: Vec<Fall>,
}

/// A corner of the curve.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Corner {
    /// The figure.
    pub at: Figure,
    /// What all clauses together count with it.
    pub brings: Amount,
}

/// The next step up.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Next {
    /// The smallest figure that reaches it.
    pub to: Figure,
    /// What all clauses together count more there than now.
    pub gain: Amount,
}

/// A figure at which support falls.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Fall {
    /// The last figure before it, with what it brings.
    pub before: Corner,
    /// The next one, with what is left.
    pub after: Corner,
    /// The smallest figure beyond it that brings as much again, if any is worth looking at.
    pub regained: Option<Figure>,
}

/// The figures of the draft that move support, those first that bring most for a yuan. Needs a report with the working.
#[must_use]
pub fn sensitivities(edition: &Edition, facts: &Facts, report: &Report) -> Vec<Sensitivity> {
    // Without the working, which is copied wherever a clause has not read the figure.
    let before = edition.assess(facts, false);
    // One copy for all: a table can hold a hundred thousand rows.
    let mut varied = facts.clone();
    let mut found: Vec<Sensitivity> = cells(edition, facts, report)
        .into_iter()
        .filter_map(|cell| {
            let like = cell.figure(facts)?;
            let mut tracing = Tracing {
                edition,
                before: &before,
                facts: &mut varied,
                cell,
                like,
                off: ROUNDING,
                left: MOST_LOOKS,
                fewer_is_better: false,
            };
            let found = tracing.run(report);
            cell.set(&mut varied, like);
            found
        })
        .collect();
    found.sort_by(|one, other| other.cmp_worth(one));
    found
}

impl Sensitivity {
    /// By what the next step brings for each yuan that it takes; figures that are no money, and those without a next step,
    /// come after these.
    fn cmp_worth(&self, other: &Self) -> Ordering {
        let worth = |one: &Self| {
            let Next { to, gain } = one.next?;
            let gain = [gain.certain, gain.possible, gain.ceiling].map(|money| money.fen());
            let distance = match (one.stands, to) {
                (Figure::Money(from), Figure::Money(to)) => Some(to.less(from).fen()),
                _ => None,
            };
            Some((gain, distance))
        };
        match (worth(self), worth(other)) {
            (Some((gain, Some(distance))), Some((others, Some(far)))) => {
                let product = |gains: [i128; 3], by: i128| gains.map(|gain| gain.saturating_mul(by));
                product(gain, far).cmp(&product(others, distance))
            }
            (Some((gain, one)), Some((others, other))) => (one.is_some(), gain).cmp(&(other.is_some(), others)),
            (one, other) => one.is_some().cmp(&other.is_some()),
        }
    }
}

/// The figures that some clause for this applicant reads and that the district has not confirmed.
fn cells(edition: &Edition, facts: &Facts, report: &Report) -> Vec<Cell> {
    let asked = report.asked();
    let mut cells = Vec::new();
    for question in asked.questions(edition.index.questions) {
        match (facts.answer(question), columns_of(question)) {
            (Some(Answer::Table(table)), Some(columns)) => {
                for row in rows(edition, facts, report, question, table.len()) {
                    let place = place(table, columns, row);
                    if !is_confirmed(question, place, edition.yearly, facts) {
                        // How many months a contract ran is nothing to plan with.
                        let is_varied = |form: Form| form.is_figure() && !matches!(form, Form::Count { .. });
                        let varied = (0..columns.len()).filter(|column| is_varied(columns[*column].form));
                        cells.extend(varied.map(|column| Cell { question, place, column: Some((column, row)) }));
                    }
                }
            }
            (Some(_), None) if question.form.is_figure() => {
                cells.push(Cell { question, place: Place::Whole, column: None })
            }
            _ => {}
        }
    }
    cells
}

/// The rows of a table that are looked at.
fn rows(edition: &Edition, facts: &Facts, report: &Report, question: &Spec, count: usize) -> Vec<usize> {
    if count <= MOST_ROWS {
        return (0..count).collect();
    }
    if count > LONGEST {
        return Vec::new();
    }
    let reading = report.assessments.iter().filter(|assessment| assessment.asked.reads(question));
    let mut near: Vec<(i128, usize)> = Vec::new();
    for ladder in reading.flat_map(|assessment| Ladder::of(assessment, facts, edition.yearly)) {
        near.extend(ladder.stands.iter().filter_map(|stand| match stand.place {
            Place::Row(row) => Some((stand.next?.short.fen(), row)),
            Place::Whole | Place::Year(_) => None,
        }));
    }
    near.order();
    let mut rows: Vec<usize> = near.into_iter().map(|(_, row)| row).take(NEAREST_ROWS).collect();
    rows.order();
    rows.dedup();
    rows
}

/// The place of a row: its year, where each has one.
fn place(table: &Table, columns: &[Column], row: usize) -> Place {
    match Column::of_years(columns).and_then(|key| table.cell(row, key)) {
        Some(Answer::Year(year)) => Place::Year(year),
        _ => Place::Row(row),
    }
}

/// A figure being varied.
struct Tracing<'a> {
    edition: &'a Edition,
    before: &'a Report,
    facts: &'a mut Facts,
    cell: Cell,
    like: Figure,
    /// What a line may be off the curve, in fen.
    off: i128,
    /// How many stretches may still be looked at.
    left: usize,
    /// Whether a clause asks for no more than so many: a place in a ranking.
    fewer_is_better: bool,
}

/// A figure in its smallest steps, with what it brings.
pub(super) type Point = (i128, Amount);

impl Tracing<'_> {
    /// Follows the figure; `None` where nothing more depends on it.
    fn run(&mut self, report: &Report) -> Option<Sensitivity> {
        let stands = in_steps(self.like)?;
        let works = report.assessments.iter().flat_map(|assessment| &assessment.steps).map(|step| &step.work);
        self.fewer_is_better = works
            .filter_map(|work| self.held_against(work))
            .any(|bound| matches!(bound, Bound::AtMost(Figure::Count(_)) | Bound::Below(Figure::Count(_))));
        let mut bounds = self.bounds(report, stands);
        bounds.order();
        bounds.dedup();
        let named: Vec<Point> = bounds.into_iter().filter_map(|bound| Some((bound, self.brings(bound)?))).collect();
        let highest = named.iter().map(|(_, brings)| in_all(*brings)).max()?;
        // Sums of money are multiplied, never divided by: their curves are not bent.
        if !matches!(self.like, Figure::Money(_)) {
            self.off = ROUNDING.max(highest / FINE);
        }
        let mut points = vec![*named.first()?];
        for pair in named.windows(2) {
            self.trace(pair[0], pair[1], &mut points)?;
        }
        if points.iter().all(|(_, brings)| *brings == points[0].1) {
            return None;
        }
        let brings = self.before.total();
        let next = self.next(stands, brings, &points);
        let slope = self.slope(stands, &points);
        let falls = self.falls(stands, &points);
        if next.is_none() && slope.is_none() && falls.is_empty() {
            return None;
        }
        let curve = points.iter().filter_map(|point| self.corner(*point)).collect();
        Some(Sensitivity { cell: self.cell, stands: self.like, brings, curve, next, slope, falls })
    }

    fn figure(&self, steps: i128) -> Option<Figure> {
        of_steps(self.like, steps)
    }

    fn corner(&self, (at, brings): Point) -> Option<Corner> {
        Some(Corner { at: self.figure(at)?, brings })
    }

    /// What all clauses count if the figure were another; `None` where it cannot be.
    fn brings(&mut self, steps: i128) -> Option<Amount> {
        let figure = self.figure(steps)?;
        self.cell.set(self.facts, figure).then_some(())?;
        Some(self.edition.total_varied(self.facts, self.cell.question, self.before))
    }

    /// The figures that the clauses name, each with those one step beside it; nothing; and as much as is worth looking at.
    fn bounds(&self, report: &Report, stands: i128) -> Vec<i128> {
        let mut named = Vec::new();
        for assessment in report.assessments.iter().filter(|assessment| {
            assessment.outcome != Outcome::NotApplicable && assessment.asked.reads(self.cell.question)
        }) {
            if matches!(self.like, Figure::Money(_)) {
                for ladder in assessment.clause.tiers {
                    let starts = (0..ladder.tiers.len()).filter_map(|rung| ladder.starts(rung));
                    named.extend(starts.chain(ladder.top).map(|money| money.fen()));
                }
            }
            named.extend(assessment.steps.iter().filter_map(|step| self.named_by(&step.work)));
        }
        let most = named.iter().copied().max().unwrap_or(0).saturating_mul(2).max(stands.saturating_mul(4));
        let most = match self.like {
            Figure::Money(_) => most.max(wan(100).fen()),
            // All of it.
            Figure::Rate(_) => in_steps(Figure::Rate(percent(100))).unwrap_or(most),
            _ => most,
        };
        named.push(stands);
        let around = named.into_iter().flat_map(|bound| [bound.saturating_sub(1), bound, bound.saturating_add(1)]);
        around.filter(|bound| (0..=most).contains(bound)).chain([0, most]).collect()
    }

    /// What a condition holds the cell's question against.
    fn held_against(&self, work: &Work) -> Option<Bound> {
        match *work {
            Work::Condition { question: Some(question), bound, .. } if question.slot == self.cell.question.slot => {
                Some(bound)
            }
            _ => None,
        }
    }

    /// The figure that a condition names.
    fn named_by(&self, work: &Work) -> Option<i128> {
        let named = self.held_against(work)?.figure();
        let alike = std::mem::discriminant(&named) == std::mem::discriminant(&self.like);
        alike.then(|| in_steps(named)).flatten()
    }

    /// Adds the corners between two figures, and the second of the two.
    fn trace(&mut self, from: Point, to: Point, points: &mut Vec<Point>) -> Option<()> {
        let width = to.0 - from.0;
        if width > 1 && self.left > 0 {
            self.left -= 1;
            let middle = from.0 + width / 2;
            // A second look, at a place that halves do not come to: what is bent in the middle only looks straight.
            let aside = from.0 + width * 2 / 7;
            let (at_middle, at_aside) = (self.brings(middle)?, self.brings(aside)?);
            let straight = |point| is_on_line((from, to), point, self.off);
            if !(straight((middle, at_middle)) && straight((aside, at_aside))) {
                self.trace(from, (middle, at_middle), points)?;
                return self.trace((middle, at_middle), to, points);
            }
        }
        // What goes on as before has no corner.
        if let [.., first, second] = points[..]
            && is_on_line((first, to), second, ROUNDING)
        {
            points.pop();
        }
        points.push(to);
        Some(())
    }

    fn next(&mut self, stands: i128, brings: Amount, points: &[Point]) -> Option<Next> {
        if self.fewer_is_better {
            let mut steps = points.windows(2).rev().filter(|pair| pair[1].0 <= stands);
            let (to, there) = steps.find(|pair| is_more(pair[1].1, pair[0].1))?[0];
            return Some(Next { to: self.figure(to)?, gain: more(brings, there) });
        }
        let mut steps = points.windows(2).filter(|pair| pair[0].0 >= stands && is_step_up(pair[0], pair[1]));
        let mut next = steps.next().map(|pair| pair[1]);
        // Of what is counted one by one, each is a step.
        if let (Figure::Count(_), Some(one)) = (self.like, self.brings(stands + 1))
            && is_step_up((stands, brings), (stands + 1, one))
        {
            next = Some((stands + 1, one));
        }
        let (to, there) = next?;
        Some(Next { to: self.figure(to)?, gain: more(brings, there) })
    }

    fn slope(&self, stands: i128, points: &[Point]) -> Option<(Amount, Figure)> {
        let pair = points.windows(2).find(|pair| (pair[0].0..pair[1].0).contains(&stands) && pair[1].0 - stands > 1)?;
        let gain = more(pair[0].1, pair[1].1);
        (gain != Amount::default() && gain.certain.fen() > ROUNDING)
            .then_some((gain, self.figure(pair[1].0 - pair[0].0)?))
    }

    /// Where more brings less from where one stands on: each stretch that only falls, as one.
    fn falls(&self, stands: i128, points: &[Point]) -> Vec<Fall> {
        let falls = |pair: &[Point]| pair[0].1.certain.fen() - pair[1].1.certain.fen() > ROUNDING;
        let ahead = points.iter().position(|point| point.0 >= stands).unwrap_or(points.len());
        let mut found = Vec::new();
        let mut place = ahead;
        while let Some(pair) = points.get(place..place + 2) {
            place += 1;
            if !falls(pair) {
                continue;
            }
            let before = pair[0];
            while points.get(place..place + 2).is_some_and(falls) {
                place += 1;
            }
            let rest = points[place..].windows(2);
            let regained = rest.filter_map(|stretch| regains(before.1, stretch)).next();
            let corners = self.corner(before).zip(self.corner(points[place]));
            found.extend(corners.map(|(before, after)| Fall {
                before,
                after,
                regained: regained.and_then(|steps| self.figure(steps)),
            }));
        }
        found
    }
}

/// The smallest figure of a stretch that brings as much as an amount, if one does.
fn regains(wanted: Amount, stretch: &[Point]) -> Option<i128> {
    let [(from, low), (to, high)] = *stretch else { return None };
    let (low, high, wanted) = (low.certain.fen(), high.certain.fen(), wanted.certain.fen());
    if high < wanted {
        return None;
    }
    let (rise, missing) = (high - low, wanted - low);
    if rise <= 0 || missing <= 0 {
        return Some(from);
    }
    // Rounded up: a step less does not reach it.
    Some(from + (missing.saturating_mul(to - from) + rise - 1) / rise)
}

/// What an amount may come to in all, in fen.
fn in_all(amount: Amount) -> i128 {
    amount.certain.fen() + amount.possible.fen() + amount.ceiling.fen()
}

/// The bands that are followed, in fen.
fn bands(amount: Amount) -> [i128; 3] {
    [amount.certain.fen(), amount.possible.fen(), amount.ceiling.fen()]
}

/// Whether an amount is a step up from another, in what is certain, possible or a decision may give. What only becomes
/// surer is one as well; what only becomes less sure is none.
fn is_more(low: Amount, high: Amount) -> bool {
    let rises: [i128; 3] = std::array::from_fn(|band| bands(high)[band] - bands(low)[band]);
    rises[0] >= -ROUNDING && rises.iter().any(|rise| *rise > ROUNDING)
}

/// Whether support jumps up from one figure to the next.
fn is_step_up((from, low): Point, (to, high): Point) -> bool {
    to - from == 1 && is_more(low, high)
}

/// Whether a point lies on the line between two others, but for so many fen.
pub(super) fn is_on_line(((from, low), (to, high)): (Point, Point), (at, brings): Point, off: i128) -> bool {
    (0..3).all(|band| {
        let (low, high, brings) = (bands(low)[band], bands(high)[band], bands(brings)[band]);
        let expected = (high - low).saturating_mul(at - from) / (to - from).max(1);
        (brings - low - expected).abs() <= off
    })
}

#[cfg(test)]
mod tests {
    use super::{Point, is_on_line, regains};
    use crate::money::Money;
    use crate::rule::Amount;

    fn point(at: i128, fen: i128) -> Point {
        (at, Amount::certain(Money::from_fen(fen)))
    }

    #[test]
    fn a_fall_is_regained_at_the_first_step_that_brings_as_much() {
        let wanted = Amount::certain(Money::from_fen(100));
        for (from, to, regained) in [
            (point(10, 40), point(20, 99), None),
            (point(10, 40), point(20, 100), Some(20)),
            (point(10, 40), point(20, 140), Some(16)),
            (point(10, 40), point(20, 141), Some(16)),
            (point(10, 40), point(20, 139), Some(17)),
            (point(10, 100), point(20, 100), Some(10)),
            (point(10, 120), point(20, 110), Some(10)),
        ] {
            assert_eq!(regains(wanted, &[from, to]), regained, "{from:?} to {to:?}");
        }
    }

    #[test]
    fn a_place_is_on_a_line_as_far_as_rounding_goes() {
        let line = (point(0, 0), point(10, 1_000));
        for (brings, off, is_on) in [(400, 0, true), (401, 0, false), (408, 8, true), (392, 8, true), (391, 8, false)] {
            assert_eq!(is_on_line(line, point(4, brings), off), is_on, "{brings} and {off}");
        }
    }
}
