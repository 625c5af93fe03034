//! Cases side by side: what each comes to by band, clause and year, and where it comes to something else than the first.

use crate::answers::facts::Facts;
use crate::article::article;
use crate::date::Year;
use crate::money::Money;
use crate::order::Order;
use crate::planner::filled::Filled;
use crate::planner::forecast::{Assumed, Forecast};
use crate::rule::{Amount, ByYear, Clause, Edition, Outcome, Place, Report};
use crate::text::{Lang, Text, text};

/// A case to be compared: answers, and what is taken for years to come that have no figure.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The answers.
    pub facts: &'a Facts,
    /// What is assumed beside them.
    pub forecast: &'a Forecast,
}

/// What a case comes to.
#[derive(Clone, Debug)]
pub struct Side {
    /// What the rules say, by the middle of what is assumed.
    pub report: Report,
    /// The totals where everything assumed is low, and where it is high; `None` where nothing is, or only one figure. A sum
    /// between them may lie beyond: more does not always bring more.
    pub ends: Option<[Amount; 2]>,
    /// What is assumed.
    pub assumed: Vec<Assumed>,
}

/// Cases side by side; the first is the one that the others are held against.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// In the order of the cases.
    pub sides: Vec<Side>,
}

/// One thing in every case.
#[derive(Clone, Debug)]
pub struct Line<T> {
    /// What it is.
    pub of: T,
    /// What it comes to in each case, after the limits over the sum.
    pub amounts: Vec<Amount>,
    /// How it stands in each case: for clauses.
    pub outcomes: Vec<Outcome>,
}

impl<T> Line<T> {
    /// Whether a case comes to something else than the first, or stands otherwise.
    #[must_use]
    pub fn differs(&self, place: usize) -> bool {
        self.amounts.get(place) != self.amounts.first() || self.outcomes.get(place) != self.outcomes.first()
    }

    fn is_empty(&self) -> bool {
        self.amounts.iter().all(|amount| *amount == Amount::default())
            && self.outcomes.iter().all(|outcome| self.outcomes.first() == Some(outcome))
    }
}

/// What a row of the table is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// The totals.
    Totals,
    /// A clause.
    Clauses,
    /// A fiscal year.
    Years,
}

/// A row of the table that page, workbook and paper draw.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// What it is about.
    pub part: Part,
    /// Its name.
    pub name: String,
    /// One a case.
    pub cells: Vec<Shown>,
}

/// What stands in a cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Shown {
    /// An amount in yuan.
    Money(Money),
    /// Words.
    Words(String),
}

impl Row {
    /// Whether a case differs from the first.
    #[must_use]
    pub fn differs(&self, place: usize) -> bool {
        self.cells.get(place) != self.cells.first()
    }

    /// The first case and this one as amounts, where they differ.
    #[must_use]
    pub fn change(&self, place: usize) -> Option<(Money, Money)> {
        match (self.cells.first()?, self.cells.get(place)?) {
            (Shown::Money(from), Shown::Money(to)) if from != to => Some((*from, *to)),
            _ => None,
        }
    }
}

const CERTAIN: Text = text("可测算", "Calculable");
const LOW: Text = text("可测算，假设都取低值", "Calculable, where all that is assumed is low");
const HIGH: Text = text("可测算，假设都取高值", "Calculable, where all that is assumed is high");
const POSSIBLE: Text = text("待确认", "Possible");
const CEILING: Text = text("一事一议上限", "Ceiling by decision");
const OPEN: Text = text("还缺答案的条款（合计为下限）", "Clauses that lack an answer (the total is a lower bound)");
const OUTCOME: Text = text("结论", "Outcome");

/// The bands that stand in a row of their own where a case has something in them.
const BANDS: [(Text, PickBand); 3] =
    [(CERTAIN, |amount| amount.certain), (POSSIBLE, |amount| amount.possible), (CEILING, |amount| amount.ceiling)];

/// The money of a band.
type PickBand = fn(&Amount) -> Money;

impl Comparison {
    /// The table: totals, then clauses, then years; a row a band, and the outcomes of a clause where they differ.
    #[must_use]
    pub fn rows(&self, lang: Lang) -> Vec<Row> {
        let mut rows = Vec::new();
        bands(&mut rows, Part::Totals, "", &self.totals(), lang);
        if self.sides.iter().any(|side| side.ends.is_some()) {
            for (end, name) in [LOW, HIGH].into_iter().enumerate() {
                let of = |side: &Side| side.ends.map_or(side.report.total(), |ends| ends[end]).certain;
                let cells = self.sides.iter().map(|side| Shown::Money(of(side))).collect();
                rows.push(Row { part: Part::Totals, name: name.get(lang).to_owned(), cells });
            }
        }
        let open: Vec<usize> = self.sides.iter().map(|side| side.report.open().count()).collect();
        if open.iter().any(|count| *count > 0) {
            let cells = open.iter().map(|count| Shown::Words(count.to_string())).collect();
            rows.push(Row { part: Part::Totals, name: OPEN.get(lang).to_owned(), cells });
        }
        for line in self.clauses() {
            let name = match lang {
                Lang::Zh => format!("{}　{}", article(line.of.article, lang), line.of.title.zh),
                Lang::En => format!("{} {}", article(line.of.article, lang), line.of.title.en),
            };
            bands(&mut rows, Part::Clauses, &name, &line, lang);
            if line.outcomes.iter().any(|outcome| line.outcomes.first() != Some(outcome)) {
                let word = |outcome: &Outcome| Shown::Words(outcome.word().get(lang).to_owned());
                let cells = line.outcomes.iter().map(word).collect();
                rows.push(Row { part: Part::Clauses, name: beside(&name, OUTCOME, lang), cells });
            }
        }
        for line in self.years() {
            bands(&mut rows, Part::Years, &Place::Year(line.of).words(lang), &line, lang);
        }
        rows
    }

    /// Assesses each case.
    #[must_use]
    pub fn of(edition: &Edition, cases: &[Case<'_>]) -> Self {
        Self { sides: cases.iter().map(|case| side(edition, case)).collect() }
    }

    /// The totals.
    #[must_use]
    pub fn totals(&self) -> Line<()> {
        self.line((), |report| report.total())
    }

    /// The clauses that give something in a case, or stand otherwise than in the first, in the order of the edition.
    #[must_use]
    pub fn clauses(&self) -> Vec<Line<&'static Clause>> {
        let first = self.sides.first().map(|side| &side.report.assessments[..]).unwrap_or_default();
        let line = |(place, clause): (usize, &'static Clause)| {
            let amount = |report: &Report| report.counted.get(place).map(ByYear::total).unwrap_or_default();
            let outcome = |side: &Side| side.report.assessments.get(place).map(|own| own.outcome);
            let outcomes = self.sides.iter().filter_map(outcome).collect();
            Line { outcomes, ..self.line(clause, amount) }
        };
        let clauses = first.iter().map(|assessment| assessment.clause).enumerate();
        clauses.map(line).filter(|line| !line.is_empty()).collect()
    }

    /// The fiscal years that give something in a case, earliest first.
    #[must_use]
    pub fn years(&self) -> Vec<Line<Year>> {
        let of = |side: &Side| side.report.by_year.iter().map(|(year, _)| year).collect::<Vec<_>>();
        let mut years: Vec<Year> = self.sides.iter().flat_map(of).collect();
        years.order();
        years.dedup();
        let line = |year| self.line(year, |report| report.by_year.of(year));
        years.into_iter().map(line).filter(|line| !line.is_empty()).collect()
    }

    fn line<T>(&self, of: T, amount: impl Fn(&Report) -> Amount) -> Line<T> {
        Line { of, amounts: self.sides.iter().map(|side| amount(&side.report)).collect(), outcomes: Vec::new() }
    }
}

/// The rows of a line: one a band that a case has something in. The band is named where the line has no name of its own or
/// it is not the first.
fn bands<T>(rows: &mut Vec<Row>, part: Part, name: &str, line: &Line<T>, lang: Lang) {
    for (place, (word, of)) in BANDS.into_iter().enumerate() {
        if line.amounts.iter().all(|amount| of(amount).is_zero()) && (part != Part::Totals || place > 0) {
            continue;
        }
        let name = match (name.is_empty(), place) {
            (true, _) => word.get(lang).to_owned(),
            (false, 0) => name.to_owned(),
            (false, _) => beside(name, word, lang),
        };
        rows.push(Row { part, name, cells: line.amounts.iter().map(|amount| Shown::Money(of(amount))).collect() });
    }
}

fn beside(name: &str, word: Text, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{name}，{}", word.zh),
        Lang::En => format!("{name}: {}", word.en),
    }
}

fn side(edition: &Edition, case: &Case<'_>) -> Side {
    let Filled { base, ends, assumed } = Filled::of(edition, case.facts, case.forecast);
    let is_range = assumed.iter().any(|assumed| assumed.low < assumed.high);
    let ends = ends.filter(|_| is_range).map(|ends| ends.map(|facts| edition.assess(&facts, false).total()));
    Side { report: edition.assess(&base, false), ends, assumed }
}
