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

/// Looks at every way. Choices that have one option left, or that cost nothing whichever is chosen, fall out, unless the
/// draft as it is brings less.
///
/// # Errors
/// With how many ways there are, where that is more than `most`.
pub(super) fn part<'a>(component: Component<'a>, facts: &Facts, most: usize) -> Result<Part<'a>, usize> {
    let mut part = Part { as_it_is: component.as_it_is(facts), component, ways: Vec::new(), best: 0 };
    part.look(facts, most)?;
    while let Some(place) = part.dull(facts, most)? {
        part.component.choices.remove(place);
        part.look(facts, most)?;
    }
    // What the draft has can be more than one year alone brings: then it stands.
    if part.ways.get(part.best).is_none_or(|way| way.total < part.as_it_is.total) {
        part.component.choices.clear();
        part.look(facts, most)?;
    }
    Ok(part)
}

/// The first of those that bring most.
pub(super) fn best(ways: &[Way]) -> usize {
    // Of equals `max_by_key` takes the last one.
    (0..ways.len()).rev().max_by_key(|way| ways[*way].total).unwrap_or(0)
}

impl Part<'_> {
    fn look(&mut self, facts: &Facts, most: usize) -> Result<(), usize> {
        self.ways = self.component.ways(facts, most)?;
        self.best = best(&self.ways);
        Ok(())
    }

    /// A choice at which nothing is at stake, if there is one. Of years the draft as it is may have none, or one that
    /// brings less: then even one alone is a choice.
    fn dull(&self, facts: &Facts, most: usize) -> Result<Option<usize>, usize> {
        for (place, choice) in self.component.choices.iter().enumerate() {
            let costs: Vec<Money> = self.costs(place).into_iter().flatten().collect();
            if costs.len() > 1 && costs.iter().any(|less| !less.is_zero()) {
                continue;
            }
            let total = |ways: &[Way]| ways.get(best(ways)).map(|way| way.total);
            let is_side = matches!(choice.subject, Subject::Side(_));
            if costs.is_empty()
                || (is_side && costs.len() < 2)
                || total(&self.component.without(place).ways(facts, most)?) >= total(&self.ways)
            {
                return Ok(Some(place));
            }
        }
        Ok(None)
    }

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
        let most = self.ways.get(self.best).map_or(Money::ZERO, |way| way.total);
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
