//! The working: what a clause did, step by step, as figures. Words are made only when someone looks.

use std::fmt::Write as _;

use crate::answers::facts::Facts;
use crate::answers::question::Spec;
use crate::date::Year;
use crate::money::Money;
use crate::rule::doubt::Doubt;
use crate::rule::exact::{Fraction, exact, gcd, lowest};
use crate::rule::figure::{Bound, Figure};
use crate::rule::missing::Place;
use crate::rule::provision::Provision;
use crate::rule::tiers::{Gives, Tiers};
use crate::text::Lang;

/// What was done in a step.
#[derive(Clone, Debug)]
pub enum Work {
    /// A condition was looked at. `None` where the fact is not known.
    Condition {
        /// The question that gives the figure; `None` where it is derived from several.
        question: Option<&'static Spec>,
        /// The figure, where it is known.
        figure: Option<Figure>,
        /// What is wanted of it.
        bound: Bound,
        /// Whether it holds.
        holds: Option<bool>,
    },
    /// A tier was found and applied to the whole figure.
    Tier {
        /// The ladder.
        tiers: &'static Tiers,
        /// The tier's place, from 0.
        index: usize,
        /// The figure.
        figure: Money,
        /// What it gives.
        result: Money,
    },
    /// Factors were multiplied and rounded to the fen, once.
    Product {
        /// Two or more factors.
        factors: Box<[Figure]>,
        /// Which way it was rounded.
        rounding: Rounding,
        /// The product.
        result: Money,
    },
    /// Products were added, and the sum was rounded half-up to the fen, once.
    Products {
        /// The factors of each product.
        of: Vec<Vec<Figure>>,
        /// The sum of the products.
        result: Money,
    },
    /// The smaller of two amounts.
    Least {
        /// The amounts.
        of: [Money; 2],
        /// The smaller.
        result: Money,
    },
    /// The first amount less the second, not below zero.
    Difference {
        /// The amounts.
        of: [Money; 2],
        /// What remains.
        result: Money,
    },
    /// A sum.
    Sum {
        /// What was added.
        of: Vec<Money>,
        /// The sum.
        result: Money,
    },
    /// A fixed sum of the law.
    Fixed {
        /// The sum.
        result: Money,
    },
    /// One of several was chosen, with what each would give.
    Choice {
        /// What could be chosen (a year, a row) and what it would give.
        of: Vec<(Figure, Money)>,
        /// The place of the one that was chosen.
        chosen: usize,
    },
    /// A remark without arithmetic.
    Remark,
}

/// Which way a product is rounded to the fen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rounding {
    /// Half-up: amounts.
    HalfUp,
    /// Down: ceilings.
    Down,
}

/// Which band a step's result went to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Band {
    /// 可测算.
    Certain,
    /// 待确认.
    Possible,
    /// 一事一议, the ceiling.
    Ceiling,
    /// 一事一议, the floor.
    Floor,
}

/// One step of the working.
#[derive(Clone, Debug)]
pub struct Step {
    /// The provision applied.
    pub provision: &'static Provision,
    /// The year or row it was applied to.
    pub place: Place,
    /// The table whose rows the clause reads, if it reads one row by row.
    pub table: Option<&'static Spec>,
    /// What was done.
    pub work: Work,
    /// The band that its result was added to, if it was. Results of a band add up to the estimate.
    pub band: Option<Band>,
    /// The fiscal year whose amount its result was added to; `None` where there is no band.
    pub year: Option<Year>,
    /// The doubts that keep its result possible: all of them read favourably at once.
    pub doubts: Vec<&'static Doubt>,
    /// Whether a condition that fails here decides the clause; observed tests only explain.
    pub decides: bool,
}

/// A step in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// What was done.
    pub text: String,
    /// The formula with its figures; empty where there is none.
    pub formula: String,
    /// The result: an amount, or whether a condition holds.
    pub result: String,
}

impl Step {
    /// The amount that the step came to, if it is arithmetic.
    #[must_use]
    pub const fn result(&self) -> Option<Money> {
        match self.work {
            Work::Tier { result, .. }
            | Work::Product { result, .. }
            | Work::Products { result, .. }
            | Work::Least { result, .. }
            | Work::Difference { result, .. }
            | Work::Sum { result, .. }
            | Work::Fixed { result } => Some(result),
            Work::Condition { .. } | Work::Choice { .. } | Work::Remark => None,
        }
    }

    /// Works the step out again from its own figures, as a reader with a pocket calculator would.
    #[must_use]
    pub fn recompute(&self) -> Option<Money> {
        match &self.work {
            Work::Tier { tiers, index, figure, .. } => match tiers.tiers.get(*index)?.gives {
                Gives::Fixed(sum) => Some(sum),
                Gives::Rate(rate) => Some(product(&[Figure::Money(*figure), Figure::Rate(rate)])),
            },
            Work::Product { factors, rounding: Rounding::HalfUp, .. } => Some(product(factors)),
            Work::Product { factors, rounding: Rounding::Down, .. } => Some(product_down(factors)),
            Work::Products { of, .. } => Some(products(of)),
            Work::Least { of, .. } => of.iter().min().copied(),
            Work::Difference { of: [from, take], .. } => Some(from.less(*take)),
            Work::Sum { of, .. } => Some(of.iter().copied().sum()),
            Work::Fixed { result } => Some(*result),
            Work::Condition { .. } | Work::Choice { .. } | Work::Remark => None,
        }
    }

    /// What its place is called: a row by its name, where it has one.
    #[must_use]
    pub fn called(&self, facts: &Facts, lang: Lang) -> String {
        self.table.map_or_else(|| self.place.words(lang), |table| self.place.named(table, facts, lang))
    }

    /// The step in words. `facts` are those that the clause read.
    #[must_use]
    pub fn line(&self, facts: &Facts, lang: Lang) -> Line {
        let place = self.called(facts, lang);
        let says = self.provision.says.get(lang);
        let text = match (place.is_empty(), lang) {
            (true, _) => says.to_owned(),
            (false, Lang::Zh) => format!("{place}，{says}"),
            (false, Lang::En) => format!("{place}: {says}"),
        };
        let (formula, result) = self.figures(lang);
        Line { text, formula, result }
    }

    /// The formula with its figures, and the result, as [`Line`] has them.
    #[must_use]
    pub fn figures(&self, lang: Lang) -> (String, String) {
        match &self.work {
            Work::Condition { holds, .. } => (condition_formula(self, lang), holds_words(*holds, lang)),
            Work::Tier { tiers, index, figure, result } => {
                let formula = match tiers.tiers.get(*index).map(|tier| tier.gives) {
                    Some(Gives::Rate(rate)) => format!("{} × {rate}", yuan(*figure, lang)),
                    _ => format!("{}：{}", tiers.span(*index, lang), yuan(*figure, lang)),
                };
                (formula, result.grouped())
            }
            Work::Product { factors, result, .. } => (product_formula(factors, lang), result.grouped()),
            Work::Products { of, result } => {
                let products: Vec<_> = of.iter().map(|factors| product_formula(factors, lang)).collect();
                (products.join(" + "), result.grouped())
            }
            Work::Least { of: [left, right], result } => {
                let (left, right) = (yuan(*left, lang), yuan(*right, lang));
                let formula = match lang {
                    Lang::Zh => format!("{left}与{right}，取较小者"),
                    Lang::En => format!("the smaller of {left} and {right}"),
                };
                (formula, result.grouped())
            }
            Work::Difference { of: [from, take], result } => {
                (format!("{} − {}", yuan(*from, lang), yuan(*take, lang)), result.grouped())
            }
            Work::Sum { of, result } => {
                (of.iter().map(|amount| yuan(*amount, lang)).collect::<Vec<_>>().join(" + "), result.grouped())
            }
            Work::Fixed { result } => (String::new(), result.grouped()),
            Work::Choice { of, chosen } => {
                let formula = of
                    .iter()
                    .map(|(figure, amount)| format!("{} → {}", figure.words(lang), amount.grouped()))
                    .collect::<Vec<_>>()
                    .join(if lang == Lang::Zh { "；" } else { "; " });
                (formula, of.get(*chosen).map(|(figure, _)| figure.words(lang)).unwrap_or_default())
            }
            Work::Remark => (String::new(), String::new()),
        }
    }
}

/// `2,960,000.00元`.
fn yuan(amount: Money, lang: Lang) -> String {
    Figure::Money(amount).with_unit(lang)
}

/// `2,960,000.00元 ≥ 500,000.00元` where that is true, else what is lacking; a yes-or-no condition needs no formula.
fn condition_formula(step: &Step, lang: Lang) -> String {
    let Work::Condition { question, figure, bound, holds } = step.work else { return String::new() };
    match (figure, bound) {
        (_, Bound::Is(Figure::YesNo(_))) => String::new(),
        (Some(figure), bound) if holds == Some(false) => {
            bound.shortfall(figure, question, |figure| figure.with_unit(lang), lang)
        }
        (Some(figure), bound) => {
            format!("{} {} {}", figure.with_unit(lang), bound.sign(), bound.figure().with_unit(lang))
        }
        (None, bound) => format!("? {} {}", bound.sign(), bound.figure().with_unit(lang)),
    }
}

/// `2,000,000.00元 × 50% × (1,000 ÷ 1,500)`.
fn product_formula(factors: &[Figure], lang: Lang) -> String {
    let mut formula = String::new();
    for factor in factors {
        let parted = matches!(factor, Figure::Part(_));
        let _ = write!(
            formula,
            "{}{}{}{}",
            if formula.is_empty() { "" } else { " × " },
            if parted { "(" } else { "" },
            factor.with_unit(lang),
            if parted { ")" } else { "" },
        );
    }
    formula
}

fn holds_words(holds: Option<bool>, lang: Lang) -> String {
    match (holds, lang) {
        (Some(true), Lang::Zh) => "符合",
        (Some(false), Lang::Zh) => "不符合",
        (None, Lang::Zh) => "待补充",
        (Some(true), Lang::En) => "met",
        (Some(false), Lang::En) => "not met",
        (None, Lang::En) => "to be told",
    }
    .to_owned()
}

/// The product of figures, rounded half-up to the fen once.
#[must_use]
pub fn product(factors: &[Figure]) -> Money {
    let Fraction { numerator, denominator } = exact(factors.iter().map(|figure| figure.factor()));
    YUAN.ratio(numerator, denominator)
}

/// The product of figures, rounded down to the fen once.
#[must_use]
pub fn product_down(factors: &[Figure]) -> Money {
    let Fraction { numerator, denominator } = exact(factors.iter().map(|figure| figure.factor()));
    YUAN.ratio_down(numerator, denominator)
}

/// The sum of products of figures, rounded half-up to the fen once.
#[must_use]
pub fn products(of: &[Vec<Figure>]) -> Money {
    let mut sum = Fraction { numerator: 0, denominator: 1 };
    for factors in of {
        let term = lowest(exact(factors.iter().map(|figure| figure.factor())));
        let common = gcd(sum.denominator, term.denominator).max(1);
        let (raise_sum, raise_term) = (term.denominator / common, sum.denominator / common);
        sum = Fraction {
            numerator: sum
                .numerator
                .saturating_mul(raise_sum)
                .saturating_add(term.numerator.saturating_mul(raise_term)),
            denominator: sum.denominator.saturating_mul(raise_sum),
        };
    }
    YUAN.ratio(sum.numerator, sum.denominator)
}

/// The unit of exact products.
const YUAN: Money = crate::money::yuan(1);
