//! What the limits over the sum leave of each year.

use crate::date::Year;
use crate::money::Money;
use crate::office::xlsx::trace::{Given, Model, PlanLine, Stands, State, Worked, nothing};
use crate::order::Order;
use crate::rule::{Amount, Assessment, Band, ByYear};

impl Model<'_> {
    pub(super) fn find_plan(&mut self) {
        for (clause, assessment) in self.report.assessments.iter().enumerate() {
            let (own, counted) = (&assessment.estimate.by_year, &self.report.counted[clause]);
            let mut years: Vec<Year> = own.iter().chain(counted.iter()).map(|(year, _)| year).collect();
            years.order();
            years.dedup();
            for year in years {
                let (own, counted) = (own.of(year), counted.of(year));
                if nothing(own) && nothing(counted) {
                    continue;
                }
                let stands = if (own.certain, own.possible) == (counted.certain, counted.possible) {
                    Stands::Own
                } else if counted.certain.is_zero() && counted.possible == own.possible + own.certain {
                    Stands::Gone
                } else {
                    stays(assessment, year, own, counted)
                };
                self.plan.push(PlanLine { clause, year, stands });
            }
        }
    }
    pub(super) fn count(&self, given: &[Given]) -> Vec<ByYear> {
        let mut counted: Vec<ByYear> = given.iter().map(|_| ByYear::default()).collect();
        for PlanLine { clause, year, stands } in &self.plan {
            let own = given[*clause].amounts.of(*year);
            let amount = counted[*clause].of_mut(*year);
            (amount.floor, amount.ceiling) = (own.floor, own.ceiling);
            (amount.certain, amount.possible) = match stands {
                Stands::Own => (own.certain, own.possible),
                Stands::Gone => (Money::ZERO, own.possible + own.certain),
                Stands::Steps(steps) => {
                    let stay = steps.iter().filter_map(|step| match given[*clause].results.get(*step)? {
                        Worked::Amount(amount) => Some(*amount),
                        _ => None,
                    });
                    let stay = if given[*clause].state == State::Fails { Money::ZERO } else { stay.sum() };
                    (stay, own.possible + own.certain.less(stay))
                }
                Stands::Portal(certain, possible) => (*certain, *possible),
            };
        }
        counted
    }
}

/// The certain steps of a year that stand where only some give way.
fn stays(assessment: &Assessment, year: Year, own: Amount, counted: Amount) -> Stands {
    /// The most steps among which those that stand are looked for.
    const MOST: usize = 14;
    let steps: Vec<(usize, Money)> = assessment
        .steps
        .iter()
        .enumerate()
        .filter(|(_, step)| step.band == Some(Band::Certain) && step.year == Some(year))
        .filter_map(|(index, step)| Some((index, step.result()?)))
        .collect();
    let portal = Stands::Portal(counted.certain, counted.possible);
    if steps.len() > MOST || counted.possible != own.possible + own.certain.less(counted.certain) {
        return portal;
    }
    let chosen =
        |choice: u32| steps.iter().enumerate().filter(move |(bit, _)| choice & (1 << bit) != 0).map(|(_, step)| *step);
    (0_u32..1 << steps.len())
        .find(|choice| chosen(*choice).map(|(_, money)| money).sum::<Money>() == counted.certain)
        .map_or(portal, |choice| Stands::Steps(chosen(choice).map(|(step, _)| step).collect()))
}
