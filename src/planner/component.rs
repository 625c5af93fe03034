//! Choices that bear on one another, with the clauses that they bear on: what one brings depends on the others, and on no
//! choice outside.

use crate::answers::facts::Facts;
use crate::money::Money;
use crate::planner::choice::{Choice, Pick, Subject};
use crate::planner::row_years::RowYears;
use crate::rule::{Edition, Outcome, Report, RowRule, Side};

/// A part of a plan that is chosen for itself.
pub(super) struct Component<'a> {
    pub edition: &'a Edition,
    /// The clauses, by their ids.
    pub clauses: Vec<&'static str>,
    /// Its choices: sides before years.
    pub choices: Vec<&'a Choice>,
    /// The clause among them that answers row by row.
    pub rows: Option<&'static RowRule>,
}

/// One option of each choice, and what comes of them.
#[derive(Clone, Debug)]
pub(super) struct Way {
    /// The option of each choice; `None` where another choice leaves it without effect.
    pub picks: Vec<Option<usize>>,
    /// What the clauses count for certain, each for itself.
    pub counted: Vec<(&'static str, Money)>,
    /// The sum.
    pub total: Money,
    /// The years of the rows, where they count.
    pub rows: Option<RowYears>,
    /// Whether the rows do not come to what their clause counts, so that their years are not compared.
    pub rows_differ: bool,
}

impl Way {
    /// What is left where every row has its worst year.
    pub fn least(&self) -> Money {
        self.total.less(self.rows.as_ref().map_or(Money::ZERO, |rows| rows.less))
    }
}

impl Component<'_> {
    /// What comes of the draft as it is: of those choices that it leaves open, as the rules settle them.
    pub fn as_it_is(&self, facts: &Facts) -> Way {
        let report = self.edition.assess_among(facts, false, &|clause| self.clauses.contains(&clause.id));
        self.way(Vec::new(), &report, facts)
    }

    /// The same without a choice, which stays as the draft has it.
    pub fn without(&self, place: usize) -> Self {
        let mut choices = self.choices.clone();
        choices.remove(place);
        Self { edition: self.edition, clauses: self.clauses.clone(), choices, rows: self.rows }
    }

    /// Every way, in the order of the options: the last choice runs fastest. Those that the rules do not admit are left
    /// out.
    ///
    /// # Errors
    /// With how many there are, where that is more than `most`.
    pub fn ways(&self, facts: &Facts, most: usize) -> Result<Vec<Way>, usize> {
        let sizes = self.choices.iter().map(|choice| choice.options.len());
        let count = sizes.fold(1_usize, usize::saturating_mul);
        if count > most {
            return Err(count);
        }
        let sides = self.choices.iter().take_while(|choice| matches!(choice.subject, Subject::Side(_))).count();
        let mut ways = Vec::new();
        let mut varied: Option<(Vec<usize>, Facts)> = None;
        for number in 0..count {
            let picks = self.picks(number);
            // Answers are copied for each choice of sides: a table can hold a hundred thousand rows.
            if varied.as_ref().is_none_or(|(of, _)| *of != picks[..sides]) {
                varied = Some((picks[..sides].to_vec(), facts.clone()));
            }
            let Some((_, varied)) = &mut varied else { continue };
            ways.extend(self.look(varied, &picks));
        }
        Ok(ways)
    }

    /// The option of each choice in the way of a number.
    fn picks(&self, mut number: usize) -> Vec<usize> {
        let mut picks: Vec<usize> = self
            .choices
            .iter()
            .rev()
            .map(|choice| {
                let pick = number % choice.options.len();
                number /= choice.options.len();
                pick
            })
            .collect();
        picks.reverse();
        picks
    }

    /// Chooses in these answers and assesses; `None` where the rules do not admit it, or where it is another way again.
    pub fn look(&self, varied: &mut Facts, picks: &[usize]) -> Option<Way> {
        let picked = || self.choices.iter().zip(picks).map(|(choice, pick)| (choice, choice.options[*pick].pick));
        let left: Vec<&'static str> = picked().flat_map(|(_, pick)| pick.leaves()).map(|clause| clause.id).collect();
        let mut kept = Vec::with_capacity(picks.len());
        for ((choice, pick), option) in picked().zip(picks) {
            // A year for a clause that is left out changes nothing: one of them stands for all.
            let idle = matches!(choice.subject, Subject::Year(elective) if left.contains(&elective.clause.id));
            if idle && *option > 0 {
                return None;
            }
            if !idle {
                pick.make(choice.subject, varied)?;
            }
            kept.push((!idle).then_some(*option));
        }
        let among = |id: &str| self.clauses.contains(&id) && !left.contains(&id);
        let report = self.edition.assess_among(varied, false, &|clause| among(clause.id));
        let admitted =
            picked().zip(&kept).filter(|(_, kept)| kept.is_some()).all(|((choice, pick), _)| match choice.subject {
                Subject::Year(elective) => report.of(elective.clause.id).is_some_and(|own| own.outcome == Outcome::Met),
                Subject::Side(_) => matches!(pick, Pick::Side(side) if gives(&report, side)),
            });
        admitted.then(|| self.way(kept, &report, varied))
    }

    fn way(&self, picks: Vec<Option<usize>>, report: &Report, facts: &Facts) -> Way {
        let counted: Vec<(&'static str, Money)> = report
            .assessments
            .iter()
            .zip(&report.counted)
            .map(|(assessment, counted)| (assessment.clause.id, counted.total().certain))
            .filter(|(_, certain)| !certain.is_zero())
            .collect();
        let total = counted.iter().map(|(_, certain)| *certain).sum();
        let certain = |id| counted.iter().find(|(other, _)| *other == id).map(|(_, certain)| *certain);
        let read = self.rows.and_then(|rule| Some((certain(rule.clause.id)?, RowYears::of(rule, facts))));
        // Where something else bears on the clause's sum, its rows are not looked at one by one.
        let rows_differ = read.as_ref().is_some_and(|(own, rows)| rows.certain != *own && rows.open > 0);
        let rows = read.map(|(_, rows)| rows).filter(|rows| rows.open > 0 && !rows_differ);
        Way { picks, counted, total, rows, rows_differ }
    }
}

/// Whether the clauses that a side takes give something for certain.
fn gives(report: &Report, side: &Side) -> bool {
    let one = |group: &&[&crate::rule::Clause]| group.iter().any(|clause| !report.counts(clause.id).certain.is_zero());
    side.takes.iter().all(one)
}

#[cfg(test)]
mod tests {
    use crate::money::Money;
    use crate::planner::choice::{Choice, Choosable, Pick, Subject};
    use crate::planner::component::Component;
    use crate::policy::CURRENT;

    #[test]
    fn every_way_has_its_number_and_the_last_choice_runs_fastest() {
        let choice = |count: u16| {
            let year = |year| Choosable { pick: Pick::Year(year), less: Money::ZERO, past: false };
            Choice {
                subject: Subject::Year(&CURRENT.electives[0]),
                options: (2021..2021 + count).map(year).collect(),
                own: None,
            }
        };
        let choices = [2, 3, 2].map(choice);
        let component =
            Component { edition: CURRENT, clauses: Vec::new(), choices: choices.iter().collect(), rows: None };
        let ways: Vec<Vec<usize>> = (0..12).map(|number| component.picks(number)).collect();
        let all = (0..2).flat_map(|one| (0..3).flat_map(move |two| (0..2).map(move |three| vec![one, two, three])));
        assert_eq!(ways, all.collect::<Vec<_>>());
    }
}
