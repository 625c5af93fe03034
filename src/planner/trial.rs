//! A choice among years at work: each year chosen in turn, and assessed on figures that are varied.

use crate::answers::answer::{Answer, Table};
use crate::answers::facts::Facts;
use crate::answers::form::{Column, Form};
use crate::answers::question::Spec;
use crate::answers::yearly::Yearly;
use crate::date::Year;
use crate::money::Money;
use crate::order::Order;
use crate::planner::forecast::{Assumed, Forecast};
use crate::planner::{FEN, columns_of};
use crate::rule::{Assessment, Clause, Edition, Elective, Outcome, Place, Report, Tiers};

/// A choice among years at work.
pub(super) struct Trial<'a> {
    edition: &'a Edition,
    /// The yearly figure that is varied.
    pub yearly: &'a Yearly,
    /// The clause that the choice is for.
    pub clause: &'static Clause,
    question: &'static Spec,
    /// The years that are chosen already.
    pub chosen: Vec<Year>,
    /// All from here on can be chosen.
    since: Option<Year>,
    /// The answers that it starts from: the draft's, and the middle of what is assumed.
    pub facts: Facts,
    /// What is assumed of years that have no figure. None of these can be chosen.
    pub assumed: Vec<Assumed>,
    /// The clauses that have a say, in the order of the edition: the others, with perhaps a hundred thousand rows to
    /// read, are not assessed while figures are varied.
    pub say: Vec<&'static str>,
}

/// A year that was chosen, and what came of it.
pub(super) struct Tried {
    /// The year.
    pub year: Year,
    /// The clause, with its working.
    assessment: Assessment,
    /// All clauses.
    pub report: Report,
}

impl Tried {
    /// The years that the working of the clause runs through.
    pub fn run(&self) -> Vec<Year> {
        let year = |place| match place {
            Place::Year(year) => Some(year),
            Place::Whole | Place::Row(_) => None,
        };
        self.assessment.steps.iter().filter_map(|step| year(step.place)).collect()
    }
}

impl<'a> Trial<'a> {
    pub fn new(edition: &'a Edition, elective: &Elective, yearly: &'a Yearly, facts: &Facts) -> Self {
        let Elective { clause, question, past, .. } = *elective;
        Self {
            edition,
            yearly,
            clause,
            question,
            chosen: chosen(facts, question),
            since: if past { None } else { facts.get(edition.index.year) },
            facts: facts.clone(),
            assumed: Vec::new(),
            say: Vec::new(),
        }
    }

    /// The years that can be chosen, earliest first: those that have a row among the yearly figures.
    pub fn years(&self, facts: &Facts) -> Vec<Year> {
        let mut years: Vec<Year> = self.yearly.years(facts).collect();
        years.order();
        let is_assumed = |year| self.assumed.iter().any(|assumed| assumed.year == year);
        let is_open = |year| self.since.is_none_or(|since| year >= since) || self.chosen.contains(&year);
        years.retain(|year| is_open(*year) && !is_assumed(*year));
        years
    }

    /// Chooses each of these years, and keeps those for which the clause is met. `None` where none can be chosen at all.
    pub fn each(&self, years: &[Year]) -> Option<Vec<Tried>> {
        let mut varied = self.facts.clone();
        let mut tried = Vec::new();
        for &year in years {
            choose(&mut varied, self.question, year)?;
            let assessment = self.clause.assess(&varied, true);
            if assessment.outcome == Outcome::Met {
                tried.push(Tried { year, assessment, report: self.edition.assess(&varied, false) });
            }
        }
        Some(tried)
    }

    /// Those of these years that have no figure and are to come: that the call is for, or that come after it.
    pub fn open(&self, years: &[Year], applied: Option<Year>) -> Vec<Year> {
        let is_open =
            |year| self.yearly.of(&self.facts, year).is_none() && applied.is_none_or(|applied| year >= applied);
        years.iter().copied().filter(|year| is_open(*year)).collect()
    }

    /// Takes what the forecast says of these years.
    pub fn assume(&mut self, years: Vec<Year>, forecast: &Forecast) {
        let told = self.facts.clone();
        for assumed in years.into_iter().filter_map(|year| forecast.of(year, self.yearly, &told)) {
            if self.yearly.set(&mut self.facts, assumed.year, assumed.base).is_some() {
                self.assumed.push(assumed);
            }
        }
    }

    /// Notes who has a say: the clauses that read what is varied may, under the limits over the sum.
    pub fn hears(&mut self, tried: &[Tried]) {
        let varied = [self.question, &self.yearly.question.spec];
        let reads = |assessment: &Assessment| varied.iter().any(|question| assessment.asked.reads(question));
        let has_a_say = |clause: &&&'static Clause| {
            let own = tried.iter().flat_map(|tried| &tried.report.assessments);
            own.filter(|assessment| assessment.clause.id == clause.id).any(reads)
        };
        self.say = self.edition.clauses.iter().filter(has_a_say).map(|clause| clause.id).collect();
    }

    /// What each clause that has a say counts for certain, where a year is chosen; within, `None` where the clause is not
    /// met then. `None` where the year cannot be chosen at all.
    pub fn counts(&self, varied: &mut Facts, year: Year) -> Option<Option<Vec<Money>>> {
        choose(varied, self.question, year)?;
        let report = self.edition.assess_among(varied, false, &|clause| self.say.contains(&clause.id));
        let met = report.of(self.clause.id).is_some_and(|own| own.outcome == Outcome::Met);
        Some(met.then(|| report.counted.iter().map(|counted| counted.total().certain).collect()))
    }

    /// Where a ladder of the clause bends, on either side of it.
    pub fn bends(&self) -> Vec<Money> {
        let starts = |ladder: &'static Tiers| (0..ladder.tiers.len()).filter_map(move |rung| ladder.starts(rung));
        let starts = self.clause.tiers.iter().copied().flat_map(starts);
        starts.flat_map(|start| [start, start.less(FEN)]).collect()
    }
}

/// Chooses a year: as the answer, or as the one row of a table of years. `None` where the question takes neither.
pub(super) fn choose(facts: &mut Facts, question: &Spec, year: Year) -> Option<()> {
    let answer = match question.form {
        Form::Table(columns) => {
            let mut table = Table::new(columns);
            table.insert(0);
            table.set(columns, 0, Column::of_years(columns)?, Some(Answer::Year(year))).ok()?;
            Answer::Table(table)
        }
        _ => Answer::Year(year),
    };
    facts.set(question, Some(answer)).ok()
}

/// The years that are chosen already.
pub(super) fn chosen(facts: &Facts, question: &Spec) -> Vec<Year> {
    match (facts.answer(question), columns_of(question)) {
        (Some(Answer::Year(year)), _) => vec![*year],
        (Some(Answer::Table(table)), Some(columns)) => {
            let key = Column::of_years(columns);
            let year = |row| match table.cell(row, key?) {
                Some(Answer::Year(year)) => Some(year),
                _ => None,
            };
            (0..table.len()).filter_map(year).collect()
        }
        _ => Vec::new(),
    }
}
