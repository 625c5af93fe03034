//! A clause at work on facts. Each verb it uses leaves a step.

use crate::answers::facts::Facts;
use crate::answers::question::{Question, Read, Spec};
use crate::date::Year;
use crate::money::{Money, Rate};
use crate::rule::amount::Amount;
use crate::rule::asked::{Asked, Asking};
use crate::rule::doubt::Doubt;
use crate::rule::estimate::Estimate;
use crate::rule::figure::{Bound, Figure};
use crate::rule::known::Known;
use crate::rule::missing::{Missing, Place};
use crate::rule::provision::Provision;
use crate::rule::step::{self, Band, Rounding, Step, Work};
use crate::rule::tiers::{Tier, Tiers};

/// Why a clause stops before its end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stop {
    /// A fact is missing.
    Unknown,
    /// A condition is disproved.
    NotMet,
}

/// A clause at work: the facts it reads and what it has found so far.
pub struct Case<'a> {
    facts: &'a Facts,
    /// The doubt that an exact hit on a [`Bound::FromBare`] raises.
    bare_bound: Option<&'static Doubt>,
    /// The working; `None` when nobody will look at it.
    pub(super) steps: Option<Vec<Step>>,
    pub(super) missing: Vec<Missing>,
    pub(super) failed: bool,
    /// The question whose answer says that there is nothing of the kind: from there on nothing more is asked.
    pub(super) absent: Option<&'static Spec>,
    pub(super) other_support: Money,
    /// The table that is read row by row.
    pub(super) table: Option<&'static Spec>,
    /// What the clause gives.
    pub(super) estimate: Estimate,
    /// The questions that it has put so far. Reading changes nothing but this.
    asked: Asking,
}

impl<'a> Case<'a> {
    /// A clause about to read `facts`; with `working`, steps are kept.
    pub(super) fn new(facts: &'a Facts, bare_bound: Option<&'static Doubt>, working: bool) -> Self {
        Self {
            facts,
            bare_bound,
            steps: working.then(|| Vec::with_capacity(16)),
            missing: Vec::new(),
            failed: false,
            absent: None,
            other_support: Money::ZERO,
            table: None,
            estimate: Estimate::default(),
            asked: Asking::default(),
        }
    }

    pub(super) fn finish(self) -> Found {
        Found {
            steps: self.steps.unwrap_or_default(),
            missing: self.missing,
            estimate: self.estimate,
            asked: self.asked.asked(),
            absent: self.absent,
        }
    }

    /// Notes that the clause needs the answer to a question.
    pub(super) fn needs(&self, question: &Spec) {
        if self.absent.is_some() {
            return;
        }
        self.asked.need(question);
    }

    /// Notes that the clause needs the answers to these.
    pub(super) fn needs_all(&self, questions: Asked) {
        self.asked.add(questions);
    }

    // ── reading ──────────────────────────────────────────────────────────

    /// All answers, for what a clause shares with the limits over the sum.
    #[must_use]
    pub const fn facts(&self) -> &'a Facts {
        self.facts
    }

    /// The answer if it is told. Not having it stops nothing: for facts that only a possible amount needs.
    #[must_use]
    pub fn peek<T: Read + 'static>(&self, question: &Question<T>) -> Option<T::Out<'a>> {
        self.reads(&question.spec);
        self.facts.get(question)
    }

    /// Notes that the clause reads an answer, which it may do without.
    pub fn reads(&self, question: &Spec) {
        if self.absent.is_some() {
            return;
        }
        self.asked.welcome(question);
    }

    /// The answer; recorded as missing if it is not told.
    pub fn ask<T: Read + 'static>(&mut self, question: &'static Question<T>) -> Option<T::Out<'a>> {
        self.needs(&question.spec);
        let answer = self.facts.get(question);
        if answer.is_none() {
            self.lack(&question.spec, Place::Whole);
        }
        answer
    }

    /// Records that a fact is missing.
    pub fn lack(&mut self, question: &'static Spec, place: Place) {
        if self.absent.is_some() {
            return;
        }
        self.needs(question);
        let missing = Missing { question, place };
        if !self.missing.contains(&missing) {
            self.missing.push(missing);
        }
    }

    /// Whether so far no condition failed and no fact is missing.
    #[must_use]
    pub fn clear(&self) -> bool {
        !self.failed && self.missing.is_empty()
    }

    /// The certain support of all other clauses in the year of application, after the limits over the sum.
    #[must_use]
    pub const fn other_support(&self) -> Money {
        self.other_support
    }

    /// Whether someone will look at the working. What is worked out only to be shown may be left out otherwise.
    #[must_use]
    pub const fn shows(&self) -> bool {
        self.steps.is_some()
    }

    // ── conditions ───────────────────────────────────────────────────────

    /// The condition that a yes-or-no question is answered with yes.
    pub fn yes(&mut self, question: &'static Question<bool>, provision: &'static Provision) -> Option<bool> {
        let filled = self.facts.get(question);
        if filled == Some(true) && self.steps.is_none() {
            self.needs(&question.spec);
            return filled;
        }
        self.holds(&question.spec, provision, filled)
    }

    /// The condition that what an answer says comes to yes.
    pub fn holds(
        &mut self,
        question: &'static Spec,
        provision: &'static Provision,
        holds: Option<bool>,
    ) -> Option<bool> {
        self.condition(provision, Place::Whole, Some(question), holds.map(Figure::YesNo), Bound::YES)
    }

    /// The condition that the figure that a question is answered with satisfies `bound`; gives the answer.
    pub fn within<T>(
        &mut self,
        question: &'static Question<T>,
        provision: &'static Provision,
        bound: Bound,
    ) -> Option<T::Out<'a>>
    where
        T: Read + 'static,
        T::Out<'a>: Copy + Into<Figure>,
    {
        let answer = self.facts.get(question);
        self.condition(provision, Place::Whole, Some(&question.spec), answer.map(Into::into), bound);
        answer
    }

    /// Any condition: `figure` must satisfy `bound`. Without a figure the fact that `question` would tell is missing.
    /// An exact hit on a bare 以上 is flagged.
    pub fn condition(
        &mut self,
        provision: &'static Provision,
        place: Place,
        question: Option<&'static Spec>,
        figure: Option<Figure>,
        bound: Bound,
    ) -> Option<bool> {
        if let Some(question) = question {
            self.needs(question);
        }
        let holds = figure.map(|figure| bound.admits(figure));
        if holds.is_none() && self.absent.is_some() {
            return None;
        }
        match holds {
            Some(false) => self.failed = true,
            Some(true) => {
                if let Some(doubt) = self.bare_bound
                    && matches!(bound, Bound::FromBare(_))
                    && figure.is_some_and(|figure| bound.hit_by(figure))
                {
                    self.doubt(doubt);
                }
            }
            None => {
                if let Some(question) = question {
                    self.lack(question, place);
                }
            }
        }
        self.step(provision, place, || Work::Condition { question, figure, bound, holds });
        holds
    }

    /// Shows a test in the working without letting it decide: one of several ways to hold, or a year that pays nothing.
    pub fn observe(
        &mut self,
        provision: &'static Provision,
        place: Place,
        question: Option<&'static Spec>,
        figure: Figure,
        bound: Bound,
    ) -> bool {
        let holds = bound.admits(figure);
        self.step(provision, place, || Work::Condition { question, figure: Some(figure), bound, holds: Some(holds) });
        if let Some(step) = self.steps.as_mut().and_then(|steps| steps.last_mut()) {
            step.decides = false;
        }
        holds
    }

    /// Ends the conditions: stops if one failed, else if a fact is missing, else hands over the facts.
    ///
    /// # Errors
    /// With the reason to stop.
    pub fn settle<K: Known>(&self, facts: K) -> Result<K::Known, Stop> {
        if self.failed {
            return Err(Stop::NotMet);
        }
        if !self.missing.is_empty() {
            return Err(Stop::Unknown);
        }
        facts.all_known().ok_or(Stop::Unknown)
    }

    // ── arithmetic ───────────────────────────────────────────────────────

    /// Finds the tier that `figure` reaches and applies it to the whole figure. Below the lowest tier: nothing.
    pub fn climb(&mut self, tiers: &'static Tiers, place: Place, figure: Money) -> (Money, Option<&'static Tier>) {
        let Some((index, tier)) = tiers.reached_by(figure) else { return (Money::ZERO, None) };
        let result = tier.on(figure);
        self.step(tiers.provision, place, || Work::Tier { tiers, index, figure, result });
        (result, Some(tier))
    }

    /// `base × rate`, rounded half-up to the fen.
    pub fn rate(&mut self, provision: &'static Provision, place: Place, base: Money, rate: Rate) -> Money {
        let result = base.times(rate);
        self.step(provision, place, || Work::Product {
            factors: Box::new([Figure::Money(base), Figure::Rate(rate)]),
            rounding: Rounding::HalfUp,
            result,
        });
        result
    }

    /// `base × rate`, rounded down to the fen: for ceilings.
    pub fn rate_down(&mut self, provision: &'static Provision, place: Place, base: Money, rate: Rate) -> Money {
        let factors = [Figure::Money(base), Figure::Rate(rate)];
        let result = step::product_down(&factors);
        self.step(provision, place, || Work::Product { factors: Box::new(factors), rounding: Rounding::Down, result });
        result
    }

    /// The product of figures, rounded half-up to the fen once.
    pub fn product(&mut self, provision: &'static Provision, place: Place, factors: &[Figure]) -> Money {
        let result = step::product(factors);
        self.step(provision, place, || Work::Product { factors: factors.into(), rounding: Rounding::HalfUp, result });
        result
    }

    /// The sum of products, each of figures, rounded half-up to the fen once: for a year of several leases.
    pub fn products(&mut self, provision: &'static Provision, place: Place, of: &[Vec<Figure>]) -> Money {
        let result = step::products(of);
        self.step(provision, place, || Work::Products { of: of.to_vec(), result });
        result
    }

    /// The smaller of two amounts.
    pub fn least(&mut self, provision: &'static Provision, place: Place, of: [Money; 2]) -> Money {
        let result = of[0].min(of[1]);
        self.step(provision, place, || Work::Least { of, result });
        result
    }

    /// The first amount less the second, not below zero.
    pub fn difference(&mut self, provision: &'static Provision, place: Place, of: [Money; 2]) -> Money {
        let result = of[0].less(of[1]);
        self.step(provision, place, || Work::Difference { of, result });
        result
    }

    /// A sum of amounts worked out before.
    pub fn sum(&mut self, provision: &'static Provision, place: Place, of: &[Money]) -> Money {
        let result = of.iter().copied().sum();
        self.step(provision, place, || Work::Sum { of: of.to_vec(), result });
        result
    }

    /// A fixed sum of the law.
    pub fn fixed(&mut self, provision: &'static Provision, place: Place, sum: Money) -> Money {
        self.step(provision, place, || Work::Fixed { result: sum });
        sum
    }

    /// Shows a choice among several, with what each would give.
    pub fn choose(
        &mut self,
        provision: &'static Provision,
        place: Place,
        of: impl FnOnce() -> Vec<(Figure, Money)>,
        chosen: usize,
    ) {
        self.step(provision, place, || Work::Choice { of: of(), chosen });
    }

    /// A remark in the working.
    pub fn remark(&mut self, provision: &'static Provision, place: Place) {
        self.step(provision, place, || Work::Remark);
    }

    /// A remark in the working that must stand beside the amount too.
    pub fn caution(&mut self, provision: &'static Provision, place: Place) {
        self.remark(provision, place);
        self.note(provision);
    }

    fn step(&mut self, provision: &'static Provision, place: Place, work: impl FnOnce() -> Work) {
        if let Some(steps) = &mut self.steps {
            steps.push(Step {
                provision,
                place,
                table: self.table,
                work: work(),
                band: None,
                year: None,
                doubts: Vec::new(),
                decides: true,
            });
        }
    }

    // ── giving ───────────────────────────────────────────────────────────

    /// Adds the result of the last step to the certain amount of a year.
    pub fn give(&mut self, year: Year, amount: Money) {
        self.amount(year).certain += amount;
        self.land(year, amount, Band::Certain, &[]);
    }

    /// The same, of which so much may be paid before settlement, at the measure's lowest rate.
    pub fn give_prepaid(&mut self, year: Year, amount: Money, prepaid: Money) {
        let of_year = self.amount(year);
        of_year.certain += amount;
        of_year.prepaid += prepaid;
        self.land(year, amount, Band::Certain, &[]);
    }

    /// Adds the result of the last step to what a favourable reading would add, with the doubts that make it.
    pub fn may_give(&mut self, year: Year, amount: Money, doubts: &[&'static Doubt]) {
        for doubt in doubts {
            self.doubt(doubt);
        }
        if !amount.is_zero() {
            self.amount(year).possible += amount;
            self.land(year, amount, Band::Possible, doubts);
        }
    }

    /// Adds the result of the last step to what a decision may give at most.
    pub fn up_to(&mut self, year: Year, ceiling: Money) {
        self.amount(year).ceiling += ceiling;
        self.land(year, ceiling, Band::Ceiling, &[]);
    }

    /// Adds the result of the last step to what a decision gives at least.
    pub fn no_less_than(&mut self, year: Year, floor: Money) {
        self.amount(year).floor += floor;
        self.land(year, floor, Band::Floor, &[]);
    }

    /// Support that is listed and never priced.
    pub const fn in_kind(&mut self) {
        self.estimate.in_kind = true;
    }

    /// Raises a doubt that touches this case.
    pub fn doubt(&mut self, doubt: &'static Doubt) {
        if !self.estimate.doubts.iter().any(|other| other.number == doubt.number) {
            self.estimate.doubts.push(doubt);
        }
    }

    /// Says something that must stand beside the amount.
    pub fn note(&mut self, note: &'static Provision) {
        if !self.estimate.notes.iter().any(|other| std::ptr::eq(*other, note)) {
            self.estimate.notes.push(note);
        }
    }

    /// The gate is softened: the certain amounts become possible ones. All readings are favourable at once, so what was
    /// possible before stands beside them, and rests on this doubt too.
    pub(super) fn soften(&mut self, doubt: &'static Doubt) {
        self.doubt(doubt);
        self.estimate.move_to_possible();
        for step in self.steps.iter_mut().flatten() {
            if let Some(Band::Certain | Band::Possible) = step.band {
                step.band = Some(Band::Possible);
                step.doubts.push(doubt);
            }
        }
    }

    /// Whether a favourable reading gives something so far.
    pub(super) fn gives_possibly(&self) -> bool {
        !self.given().possible.is_zero()
    }

    /// What is given so far, over all years.
    #[must_use]
    pub fn given(&self) -> Amount {
        self.estimate.by_year.total()
    }

    fn amount(&mut self, year: Year) -> &mut Amount {
        self.estimate.by_year.of_mut(year)
    }

    fn land(&mut self, year: Year, amount: Money, band: Band, doubts: &[&'static Doubt]) {
        if let Some(step) = self.steps.as_mut().and_then(|steps| steps.last_mut()) {
            debug_assert_eq!(step.result(), Some(amount), "an amount is given right after the step that works it out");
            (step.band, step.year, step.doubts) = (Some(band), Some(year), doubts.to_vec());
        }
    }
}

/// What a clause has found.
pub(super) struct Found {
    pub steps: Vec<Step>,
    pub missing: Vec<Missing>,
    pub estimate: Estimate,
    pub asked: Asked,
    pub absent: Option<&'static Spec>,
}
