//! Where the figures of a working come from: found by asking the clauses again with other answers.
//!
//! A step says what was done with which figures, not where they came from. So every answer that a clause read is moved,
//! the clause is assessed again, and a figure that moves along with an answer, or with the result of an earlier step,
//! is a reference to it. What comes out is a second way to work out the same amounts; it is compared with the clauses
//! over many other answers, and where the two part, the answer is bound: a workbook in which it leaves its bounds says
//! that it has to be worked out again.

mod bounds;
mod contest;
mod plan;
mod sources;
mod value;

use crate::answers::answer::Answer;
use crate::answers::facts::Facts;
use crate::answers::form::Form;
use crate::answers::question::Spec;
use crate::applicant::CATALOGUE;
use crate::applicant::identity::APPLICATION_YEAR;
use crate::date::Year;
use crate::drafts::draft::Draft;
use crate::money::Money;
use crate::office::xlsx::inputs::AnswerCell;
pub(super) use crate::office::xlsx::trace::contest::Contest;
use crate::rule::step::{product, product_down, products};
use crate::rule::{
    Amount, Assessment, Band, Bound, ByYear, Clause, Edition, Figure, Outcome, Report, Rounding, Step, Work,
};

/// The most answers that are traced. Longer drafts get their amounts as figures, and are told so.
const MOST_SPOTS: usize = 600;
/// The most steps of a clause that are traced.
const MOST_STEPS: usize = 1500;
/// Spreadsheets keep fifteen digits: amounts from 10^13 yuan on cannot have their fen.
pub(super) const TOO_LONG: i128 = 1_000_000_000_000_000;

/// As far as the nearest other answers are, in the smallest units.
const NEAR: i128 = 1;

/// Where a figure comes from.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Source {
    /// The law says it, or nothing that was told moves it.
    Law(Figure),
    /// An answer, by its place among the spots.
    Answer(usize),
    /// Answers, each so many times, added up; where they can be negative, each counts as zero then.
    Sum(Vec<(usize, i128)>),
    /// The result of an earlier step.
    Result(usize),
    /// Whether the choice is one of these.
    OneOf(usize, Vec<u8>),
    /// One figure over another.
    Over(Box<Source>, Box<Source>),
    /// What these clauses count as certain in this year, after the limits.
    Support(Vec<usize>, Year),
    /// What the portal came to; it holds while the bounds are kept.
    Portal(Figure),
}

/// Why a clause has no formulas.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Still {
    /// Too many answers or steps.
    TooMany,
    /// Amounts of more than fifteen digits.
    TooLong,
}

/// What an answer must keep to, for the formulas to be right.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Keep {
    /// Its value.
    Exactly,
    /// From one value to another; open where there is none.
    Between(Option<Answer>, Option<Answer>),
}

/// A clause whose figures are traced.
pub(super) struct Traced {
    /// The sources of the figures of each step.
    pub rows: Vec<Vec<Source>>,
    pub still: Option<Still>,
    /// Its choices that formulas can follow.
    pub contests: Vec<Contest>,
    pub bounds: Bounds,
}

/// What answers must keep to, for the formulas of a clause or of the plan to be right.
#[derive(Default)]
pub(super) struct Bounds {
    pub keep: Vec<(usize, Keep)>,
    /// Figures of which one may move only alone: together with others it led elsewhere.
    pub alone: Vec<usize>,
}

/// How a clause's certain and possible amounts of a year stand after the limits.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Stands {
    /// As the clause gives them.
    Own,
    /// The certain amount gave way and is only possible.
    Gone,
    /// Only the certain results of these steps stand; the others are possible.
    Steps(Vec<usize>),
    /// As the portal arranged them.
    Portal(Money, Money),
}

/// A line of the yearly plan.
pub(super) struct PlanLine {
    pub clause: usize,
    pub year: Year,
    pub stands: Stands,
}

/// A draft whose figures are traced.
pub(super) struct Model<'a> {
    pub draft: &'a Draft,
    pub report: &'a Report,
    /// The answers that some clause reads, each told.
    pub answer_cells: Vec<AnswerCell>,
    pub clauses: Vec<Traced>,
    pub plan: Vec<PlanLine>,
    pub plan_bounds: Bounds,
}

/// How the formulas of a clause turn out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum State {
    /// As in the portal.
    Same,
    /// A condition that held fails: nothing is given.
    Fails,
    /// A condition that did not decide, or did not hold, has changed.
    Changed,
}

/// What the formulas of a clause come to.
pub(super) struct Given {
    pub state: State,
    pub amounts: ByYear,
    results: Vec<Worked>,
}

/// What a step comes to.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Worked {
    Amount(Money),
    Holds(bool),
    Nothing,
}

/// The figures that a step works with, in their order.
pub(super) fn figures(work: &Work) -> Vec<Figure> {
    let money = |of: &[Money]| of.iter().copied().map(Figure::Money).collect();
    match work {
        Work::Condition { figure, bound, .. } => figure.iter().copied().chain([bound.figure()]).collect(),
        Work::Tier { figure, .. } => vec![Figure::Money(*figure)],
        Work::Product { factors, .. } => factors.to_vec(),
        Work::Products { of, .. } => of.concat(),
        Work::Least { of, .. } | Work::Difference { of, .. } => money(of),
        Work::Sum { of, .. } => money(of),
        Work::Fixed { result } => money(&[*result]),
        Work::Choice { .. } | Work::Remark => Vec::new(),
    }
}

/// Does the work of a step with other figures.
pub(super) fn worked(work: &Work, figures: &[Figure]) -> Worked {
    let money = |place: usize| match figures.get(place) {
        Some(Figure::Money(money)) => *money,
        _ => Money::ZERO,
    };
    match work {
        Work::Condition { figure: Some(_), bound, .. } => match *figures {
            [figure, limit] => Worked::Holds(with(*bound, limit).admits(figure)),
            _ => Worked::Nothing,
        },
        Work::Condition { .. } | Work::Choice { .. } | Work::Remark => Worked::Nothing,
        Work::Tier { tiers, .. } => Worked::Amount(tiers.on(money(0))),
        Work::Product { rounding: Rounding::HalfUp, .. } => Worked::Amount(product(figures)),
        Work::Product { rounding: Rounding::Down, .. } => Worked::Amount(product_down(figures)),
        Work::Products { of, .. } => {
            let mut rest = figures;
            let mut terms = Vec::new();
            for term in of {
                let (these, others) = rest.split_at(term.len().min(rest.len()));
                terms.push(these.to_vec());
                rest = others;
            }
            Worked::Amount(products(&terms))
        }
        Work::Least { .. } => Worked::Amount(money(0).min(money(1))),
        Work::Difference { .. } => Worked::Amount(money(0).less(money(1))),
        Work::Sum { of, .. } => Worked::Amount((0..of.len()).map(money).sum()),
        Work::Fixed { .. } => Worked::Amount(money(0)),
    }
}

fn with(bound: Bound, figure: Figure) -> Bound {
    match bound {
        Bound::AtLeast(_) => Bound::AtLeast(figure),
        Bound::FromBare(_) => Bound::FromBare(figure),
        Bound::Above(_) => Bound::Above(figure),
        Bound::AtMost(_) => Bound::AtMost(figure),
        Bound::Below(_) => Bound::Below(figure),
        Bound::Is(_) => Bound::Is(figure),
    }
}

impl<'a> Model<'a> {
    pub(super) fn trace(draft: &'a Draft, report: &'a Report) -> Self {
        let (answer_cells, left_out) = answer_cells(&draft.facts, report);
        let clauses = report.assessments.iter().map(|assessment| Traced {
            rows: assessment
                .steps
                .iter()
                .map(|step| figures(&step.work).into_iter().map(Source::Portal).collect())
                .collect(),
            still: stands_still(assessment, &draft.facts, &left_out),
            contests: Vec::new(),
            bounds: Bounds::default(),
        });
        let mut model = Self {
            draft,
            report,
            clauses: clauses.collect(),
            answer_cells,
            plan: Vec::new(),
            plan_bounds: Bounds::default(),
        };
        model.find_sources();
        model.find_contests();
        model.find_plan();
        model.find_bounds();
        model
    }

    /// Whether a clause is assessed after the limits, beside what all others give.
    fn is_last(&self, clause: &Clause) -> bool {
        self.rules().last.iter().any(|last| last.id == clause.id)
    }

    fn rules(&self) -> &'static Edition {
        self.draft.rules()
    }

    fn year(&self) -> Option<Year> {
        self.draft.facts.get(&APPLICATION_YEAR)
    }

    /// The facts with one answer moved, if the question takes it.
    fn moved(&self, answer_cell: usize, answer: &Answer) -> Option<Facts> {
        let mut facts = self.draft.facts.clone();
        self.answer_cells[answer_cell].tell(&mut facts, answer.clone()).then_some(facts)
    }

    /// The answer of a cell as it was given.
    pub(super) fn filled(&self, answer_cell: usize) -> Option<Answer> {
        self.answer_cells[answer_cell].answer(&self.draft.facts)
    }
}

impl State {
    fn max(self, other: Self) -> Self {
        if self == Self::Changed || other == Self::Changed { Self::Changed } else { other }
    }
}

/// The part of an amount that a band stands for.
fn part(amount: &mut Amount, band: Band) -> &mut Money {
    match band {
        Band::Certain => &mut amount.certain,
        Band::Possible => &mut amount.possible,
        Band::Ceiling => &mut amount.ceiling,
        Band::Floor => &mut amount.floor,
    }
}

/// What it means that a condition turns out otherwise than in the portal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Watched {
    /// The clause is no longer met.
    Fails,
    /// Nothing: it gave nothing before.
    Never,
    /// The working is another one.
    Changed,
}

/// What it means that a condition of a clause turns out otherwise.
pub(super) fn watched(assessment: &Assessment, step: &Step) -> Watched {
    let held = matches!(step.work, Work::Condition { holds: Some(true), .. });
    let gave = assessment.estimate.by_year.iter().any(|(_, amount)| !nothing(amount));
    match assessment.outcome {
        Outcome::Met if step.decides => Watched::Fails,
        Outcome::NotMet | Outcome::Unknown if step.decides && held && !gave => Watched::Never,
        _ => Watched::Changed,
    }
}

/// Whether results that went to a band still count: of a clause that is not met, only what another reading gives.
pub(super) fn counts(assessment: &Assessment, band: Band) -> bool {
    match assessment.outcome {
        Outcome::Met => true,
        Outcome::NotMet => band == Band::Possible,
        Outcome::Unknown | Outcome::NotApplicable => false,
    }
}

/// Whether two runs of years are the same, but for what may come early.
fn same(one: &ByYear, other: &ByYear) -> bool {
    let all = |amount: Amount| (amount.certain, amount.possible, amount.floor, amount.ceiling);
    one.iter().chain(other.iter()).all(|(year, _)| all(one.of(year)) == all(other.of(year)))
}

/// Whether no band has anything.
fn nothing(amount: Amount) -> bool {
    [amount.certain, amount.possible, amount.floor, amount.ceiling].iter().all(|money| money.is_zero())
}

fn reads(assessment: &Assessment, spec: &Spec) -> bool {
    assessment.outcome != Outcome::NotApplicable && assessment.asked.reads(spec)
}

/// The answers that some clause reads and that can be moved, and the questions whose tables are too long for that.
fn answer_cells(facts: &Facts, report: &Report) -> (Vec<AnswerCell>, Vec<usize>) {
    let asked = report.asked();
    let (mut answer_cells, mut left_out) = (Vec::new(), Vec::new());
    for (question, spec) in CATALOGUE.iter().enumerate().filter(|(_, spec)| asked.reads(spec)) {
        match (facts.answer(spec), spec.form) {
            (Some(Answer::Table(table)), Form::Table(columns)) => {
                if answer_cells.len() + table.len() * columns.len() > MOST_SPOTS {
                    left_out.push(question);
                    continue;
                }
                for row in 0..table.len() {
                    let filled = (0..columns.len()).filter(|column| table.cell(row, *column).is_some());
                    let movable = filled.filter(|column| !matches!(columns[*column].form, Form::Words(_) | Form::Code));
                    answer_cells.extend(movable.map(|column| AnswerCell { question, cell: Some((row, column)) }));
                }
            }
            (None | Some(Answer::NotKnown | Answer::Words(_)), _) => {}
            (Some(_), _) => answer_cells.push(AnswerCell { question, cell: None }),
        }
    }
    (answer_cells, left_out)
}

/// Why a clause gets its amounts as figures, if it does.
fn stands_still(assessment: &Assessment, facts: &Facts, left_out: &[usize]) -> Option<Still> {
    if assessment.steps.len() > MOST_STEPS || left_out.iter().any(|question| reads(assessment, CATALOGUE[*question])) {
        return Some(Still::TooMany);
    }
    let long = |figure: Figure| matches!(figure, Figure::Money(money) if money.fen().abs() >= TOO_LONG);
    let steps = || assessment.steps.iter();
    let step_is_long = steps().flat_map(|step| figures(&step.work)).any(long)
        || steps().filter_map(Step::result).any(|money| long(Figure::Money(money)));
    let answer_is_long = reads_long(assessment, facts);
    (step_is_long || answer_is_long).then_some(Still::TooLong)
}

/// Whether an answer that the clause reads has more than fifteen digits.
fn reads_long(assessment: &Assessment, facts: &Facts) -> bool {
    let long = |answer: &Answer| matches!(answer, Answer::Money(money) if money.fen().abs() >= TOO_LONG);
    CATALOGUE.iter().filter(|spec| reads(assessment, spec)).any(|spec| match (facts.answer(spec), spec.form) {
        (Some(Answer::Table(table)), Form::Table(columns)) => (0..table.len())
            .any(|row| (0..columns.len()).any(|column| table.cell(row, column).is_some_and(|answer| long(&answer)))),
        (Some(answer), _) => long(answer),
        (None, _) => false,
    })
}
