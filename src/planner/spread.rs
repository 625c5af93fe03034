//! A choice among years over the whole of what is assumed: exact, not sampled.

use crate::answers::facts::Facts;
use crate::date::Year;
use crate::money::Money;
use crate::order::Order;
use crate::planner::FEN;
use crate::planner::trial::Trial;

/// How many assessments are made at most. What would need more is not compared.
const MOST_LOOKED: usize = 4096;

/// What the years to choose from come to, over the whole of what is assumed.
pub(super) struct Spread {
    /// The least and the most of each, in the order of the years.
    pub ranges: Vec<(Money, Money)>,
    /// The years that are the best somewhere, each once; ties to the earliest.
    pub best: Vec<Year>,
}

impl Spread {
    /// Looks at every corner of what is assumed: the ends of each range, and where a ladder of the clause bends within
    /// it. What a year adds to a sum follows its own contribution alone, and between two corners along a line, so that
    /// the least, the most and every change of the best are seen there. `None` where that is not so, because what
    /// another clause pays in some way changes with the contributions too, and where there are too many corners.
    pub fn of(trial: &Trial<'_>, years: &[Year]) -> Option<Self> {
        let axes: Vec<Vec<Money>> =
            trial.assumed.iter().map(|assumed| axis(trial, assumed.low, assumed.high)).collect();
        let corners = axes.iter().try_fold(1_usize, |corners, axis| corners.checked_mul(axis.len()))?;
        // One corner is the middle itself, which was assessed whole.
        if corners.checked_mul(years.len())? > MOST_LOOKED && corners > 1 {
            return None;
        }
        if corners == 1 {
            return Some(Self { ranges: Vec::new(), best: Vec::new() });
        }
        let mut varied = trial.facts.clone();
        let found: Vec<Corner> =
            (0..corners).map(|corner| look(trial, &mut varied, &axes, corner, years)).collect::<Option<_>>()?;

        let own = trial.say.iter().position(|id| *id == trial.clause.id)?;
        let differs = |place: usize| found.iter().any(|ways| ways.iter().any(|way| way[place] != ways[0][place]));
        let touched: Vec<usize> = (0..trial.say.len()).filter(|place| *place == own || differs(*place)).collect();
        let changes = |place: usize| {
            found.iter().any(|ways| ways.iter().zip(&found[0]).any(|(way, first)| way[place] != first[place]))
        };
        if touched.iter().any(|place| *place != own && changes(*place)) {
            return None;
        }
        let sum = |way: &Vec<Money>| touched.iter().map(|place| way[*place]).sum::<Money>();
        let sums: Vec<Vec<Money>> = found.iter().map(|ways| ways.iter().map(sum).collect()).collect();
        let range = |way: usize| {
            let of = || sums.iter().map(|sums| sums[way]);
            Some((of().min()?, of().max()?))
        };
        let ranges = (0..years.len()).map(range).collect::<Option<_>>()?;
        // Of equals `max_by_key` takes the last one.
        let best = |sums: &Vec<Money>| (0..years.len()).rev().max_by_key(|way| sums[*way]).map(|way| years[way]);
        let mut best: Vec<Year> = sums.iter().filter_map(best).collect();
        best.order();
        best.dedup();
        Some(Self { ranges, best })
    }
}

/// What each clause that has a say counts, in each way, at one corner.
type Corner = Vec<Vec<Money>>;

/// One corner: the figures are read off its number, axis by axis. `None` where a way cannot be chosen there.
fn look(
    trial: &Trial<'_>,
    varied: &mut Facts,
    axes: &[Vec<Money>],
    mut corner: usize,
    years: &[Year],
) -> Option<Corner> {
    for (assumed, axis) in trial.assumed.iter().zip(axes) {
        trial.yearly.set(varied, assumed.year, axis[corner % axis.len()])?;
        corner /= axis.len();
    }
    years.iter().map(|year| trial.counts(varied, *year)?).collect()
}

/// The figures of a year that are looked at: the ends of what is assumed, and the bends within it; a fen, from which on
/// there is a contribution at all.
fn axis(trial: &Trial<'_>, low: Money, high: Money) -> Vec<Money> {
    let mut axis = trial.bends();
    axis.push(FEN);
    axis.retain(|bend| low < *bend && *bend < high);
    axis.extend([low, high]);
    axis.order();
    axis.dedup();
    axis
}
