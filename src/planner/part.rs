//! A part of a plan, compared: all its ways, the best of them, and what each option costs.

use crate::answers::facts::Facts;
use crate::money::Money;
use crate::planner::choice::{Choice, Pick, Subject};
use crate::planner::component::{Component, Way};

/// A part with all its ways.
pub(super) struct Part<'a> {
    pub component: Component<'a>,
    /// Every way that the rules admit; one at least.
    pub ways: Vec<Way>,
    /// The best, the first of equals.
    pub best: usize,
    /// What comes of the draft as it is.
    as_it_is: Way,
}

/// Looks at every way. Choices that have one option left, or that cost nothing whichever is chosen, fall out.
///
/// # Errors
/// With how many ways there are, where that is more than `most`.
pub(super) fn part<'a>(mut component: Component<'a>, facts: &Facts, most: usize) -> Result<Part<'a>, usize> {
    let mut as_it_is = component.as_it_is(facts);
    loop {
        let ways = component.ways(facts, most)?;
        let best = best(&ways);
        if let Some(place) = dull(&component, &ways) {
            component.choices.remove(place);
            continue;
        }
        let total = ways.get(best).map_or(Money::ZERO, |way| way.total);
        // What the draft has is more than what one year alone brings: it stands.
        if ways.is_empty() || total < as_it_is.total {
            component.choices.clear();
            return Ok(Part { component, ways: vec![as_it_is.clone()], best: 0, as_it_is });
        }
        let part = Part { component, ways, best, as_it_is };
        let stakeless = (0..part.component.choices.len()).find(|place| {
            part.as_it_is.total == total && part.costs(*place).iter().all(|less| less.is_none_or(|less| less.is_zero()))
        });
        match stakeless {
            None => return Ok(part),
            Some(place) => {
                (component, as_it_is) = (part.component, part.as_it_is);
                component.choices.remove(place);
            }
        }
    }
}

/// The first of those that bring most.
fn best(ways: &[Way]) -> usize {
    // Of equals `max_by_key` takes the last one.
    (0..ways.len()).rev().max_by_key(|way| ways[*way].total).unwrap_or(0)
}

/// A choice of which fewer than two options are left.
fn dull(component: &Component<'_>, ways: &[Way]) -> Option<usize> {
    (0..component.choices.len()).find(|place| {
        let mut first = None;
        let differs = |pick: usize| *first.get_or_insert(pick) != pick;
        !ways.iter().filter_map(|way| way.picks[*place]).any(differs)
    })
}

impl Part<'_> {
    /// The best way.
    pub fn best(&self) -> &Way {
        &self.ways[self.best]
    }

    /// The best way of those that bring less, if any does.
    pub fn second(&self) -> Option<usize> {
        let most = self.best().total;
        let less = (0..self.ways.len()).rev().filter(|way| self.ways[*way].total < most);
        less.max_by_key(|way| self.ways[*way].total)
    }

    /// The first of those that bring least, every row having its worst year.
    pub fn worst(&self) -> usize {
        (0..self.ways.len()).min_by_key(|way| self.ways[*way].least()).unwrap_or(self.best)
    }

    /// What each option of a choice costs, everything else being chosen best; `None` where the rules admit it in no way.
    fn costs(&self, place: usize) -> Vec<Option<Money>> {
        let most = self.best().total;
        let cost = |option: usize| {
            let with = self.ways.iter().filter(|way| way.picks[place] == Some(option));
            with.map(|way| way.total).max().map(|total| most.less(total))
        };
        (0..self.component.choices[place].options.len()).map(cost).collect()
    }

    /// The choices, with what each option costs; those that the rules do not admit are left out.
    pub fn choices(&self) -> Vec<Choice> {
        self.component.choices.iter().enumerate().map(|(place, choice)| self.choice(place, choice)).collect()
    }

    fn choice(&self, place: usize, choice: &Choice) -> Choice {
        let own = match choice.subject {
            Subject::Year(_) => choice.own,
            // As the limits settle it: the first way that counts the same.
            Subject::Side(_) => {
                let same = self.ways.iter().find(|way| way.counted == self.as_it_is.counted);
                same.and_then(|way| way.picks[place])
            }
        };
        let own = own.and_then(|own| choice.options.get(own)).map(|option| option.pick);
        let costs = self.costs(place);
        let options: Vec<_> = choice
            .options
            .iter()
            .zip(costs)
            .filter_map(|(option, less)| {
                let mut option = *option;
                option.less = less?;
                Some(option)
            })
            .collect();
        let own = own.and_then(|own| options.iter().position(|option| option.pick.is(own)));
        Choice { options, own, ..choice.clone() }
    }

    /// What is picked in a way, one a choice.
    pub fn picks(&self, way: usize) -> impl Iterator<Item = Option<Pick>> {
        let picks = self.component.choices.iter().zip(&self.ways[way].picks);
        picks.map(|(choice, pick)| pick.and_then(|pick| choice.options.get(pick)).map(|option| option.pick))
    }
}
