//! Answers with what a forecast takes for years to come that have no figure.

use crate::answers::facts::Facts;
use crate::planner::election::years_to_fill;
use crate::planner::forecast::{Assumed, Forecast};
use crate::rule::Edition;

/// Answers, filled.
pub(super) struct Filled {
    /// With the middle of what is assumed.
    pub base: Facts,
    /// With the low and with the high figures, where something is assumed.
    pub ends: Option<[Facts; 2]>,
    /// What is assumed.
    pub assumed: Vec<Assumed>,
}

impl Filled {
    pub fn of(edition: &Edition, facts: &Facts, forecast: &Forecast) -> Self {
        let mut base = facts.clone();
        let (Some(yearly), true) = (edition.yearly, *forecast != Forecast::Open) else {
            return Self { base, ends: None, assumed: Vec::new() };
        };
        let years = years_to_fill(edition, facts);
        let assumed: Vec<Assumed> = years.into_iter().filter_map(|year| forecast.of(year, yearly, facts)).collect();
        if assumed.is_empty() {
            return Self { base, ends: None, assumed };
        }
        let [mut low, mut high] = [facts.clone(), facts.clone()];
        for of in &assumed {
            for (facts, figure) in [(&mut base, of.base), (&mut low, of.low), (&mut high, of.high)] {
                // A figure that the table does not take stays open.
                let _ = yearly.set(facts, of.year, figure);
            }
        }
        Self { base, ends: Some([low, high]), assumed }
    }
}
