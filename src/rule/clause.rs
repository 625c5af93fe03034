//! A clause: one incentive of an article, and how it is assessed.

use crate::answers::facts::Facts;
use crate::answers::question::Spec;
use crate::article::Article;
use crate::money::Money;
use crate::rule::asked::Asked;
use crate::rule::case::{Case, Found, Stop};
use crate::rule::doubt::Doubt;
use crate::rule::estimate::Estimate;
use crate::rule::gate::{Gate, Kinds, Softening};
use crate::rule::missing::Missing;
use crate::rule::provision::Provision;
use crate::rule::step::{Step, Work};
use crate::rule::tiers::Tiers;
use crate::text::{Text, text};

/// One incentive of an article.
#[derive(Debug)]
pub struct Clause {
    /// Its name in links and files.
    pub id: &'static str,
    /// The article.
    pub article: Article,
    /// Its title.
    pub title: Text,
    /// For whom, what is looked at, how much and for how long, each in a line.
    pub brief: Brief,
    /// Who can have it.
    pub kinds: Kinds,
    /// How the common conditions bind it.
    pub gate: &'static Gate,
    /// Whether the applicant chooses the year that is paid for, and applies in that year or after it; else the support of
    /// a year is applied for in that year.
    pub any_year: bool,
    /// Every provision that a step of this clause can show.
    pub provisions: &'static [&'static Provision],
    /// Its ladders.
    pub tiers: &'static [&'static Tiers],
    /// The doubts that its text raises.
    pub doubts: &'static [&'static Doubt],
    /// The documents that it needs beyond those of every application.
    pub evidence: &'static [Document],
    /// Reads the facts that bind this clause beyond kind and gate.
    pub read: fn(&mut Case<'_>) -> Result<(), Stop>,
}

/// A clause in four lines: 给谁 · 看什么 · 给多少 · 给几年.
#[derive(Clone, Copy, Debug)]
pub struct Brief {
    /// For whom.
    pub whom: Text,
    /// What is looked at.
    pub looks_at: Text,
    /// How much it gives.
    pub gives: Text,
    /// For how long.
    pub lasts: Text,
}

/// A document that is filed.
#[derive(Clone, Copy, Debug)]
pub struct Document {
    /// Its name.
    pub name: Text,
    /// Whether the original is filed; else a copy that is stamped as true.
    pub original: bool,
    /// The part of the papers that it is, by its name in files: it is always at hand, and on pages that are known.
    pub part: Option<&'static str>,
    /// Whether these answers call for it; always where there is none.
    pub when: Option<fn(&Facts) -> bool>,
}

impl Document {
    /// The same, as a part of the papers.
    #[must_use]
    pub const fn in_part(self, part: &'static str) -> Self {
        Self { part: Some(part), ..self }
    }

    /// The same, only where the answers call for it.
    #[must_use]
    pub const fn only(self, when: fn(&Facts) -> bool) -> Self {
        Self { when: Some(when), ..self }
    }

    /// Whether these answers call for it.
    #[must_use]
    pub fn is_needed(&self, facts: &Facts) -> bool {
        self.when.is_none_or(|when| when(facts))
    }
}

/// A document is known by its name.
impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.original == other.original
    }
}

impl Eq for Document {}

/// A document of which a copy is filed.
#[must_use]
pub const fn copy_of(zh: &'static str, en: &'static str) -> Document {
    Document { name: text(zh, en), original: false, part: None, when: None }
}

/// A document that is filed as the original.
#[must_use]
pub const fn original(zh: &'static str, en: &'static str) -> Document {
    Document { name: text(zh, en), original: true, part: None, when: None }
}

/// How a clause turned out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// 不适用: not for this kind of applicant.
    NotApplicable,
    /// 待补充: a fact is missing.
    Unknown,
    /// 不符合: a condition is disproved.
    NotMet,
    /// 符合已核对的条件.
    Met,
}

impl Outcome {
    /// Its name in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotApplicable => "not_applicable",
            Self::Unknown => "unknown",
            Self::NotMet => "not_met",
            Self::Met => "met",
        }
    }

    /// Its word on the page.
    #[must_use]
    pub const fn word(self) -> Text {
        match self {
            Self::NotApplicable => text("不适用", "Not applicable"),
            Self::Unknown => text("待补充", "To be completed"),
            Self::NotMet => text("不符合", "Not met"),
            Self::Met => text("符合", "Met"),
        }
    }
}

/// What a clause says of a case.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// The clause.
    pub clause: &'static Clause,
    /// How it turned out.
    pub outcome: Outcome,
    /// The facts that are missing; empty unless the outcome is unknown.
    pub missing: Vec<Missing>,
    /// What it gives; nothing unless met, but for the possible amount of a bound missed by a favourable reading.
    pub estimate: Estimate,
    /// The working; empty when it was not asked for.
    pub steps: Vec<Step>,
    /// The questions that the clause put to come to this.
    pub asked: Asked,
    /// The question whose answer says that there is nothing of the kind: no purchase, no person, no project. A clause that
    /// is not met for that asks for nothing, and falls short by nothing.
    pub absent: Option<&'static Spec>,
}

impl Assessment {
    /// The conditions that failed, with the figures they failed by.
    pub fn unmet(&self) -> impl Iterator<Item = &Step> {
        let not_met = self.outcome == Outcome::NotMet;
        self.steps.iter().filter(move |step| {
            not_met && step.decides && matches!(step.work, Work::Condition { holds: Some(false), .. })
        })
    }
}

impl Clause {
    /// Assesses the clause. Without `working` the steps are left out, and nothing else changes.
    #[must_use]
    pub fn assess(&'static self, facts: &Facts, working: bool) -> Assessment {
        self.assess_beside(facts, working, Money::ZERO)
    }

    /// Assesses the clause beside the certain support that all other clauses give in the year of application.
    #[must_use]
    pub fn assess_beside(&'static self, facts: &Facts, working: bool, other_support: Money) -> Assessment {
        self.assess_behind(|case| self.gate.judge(facts, working).enter(case), facts, working, other_support)
    }

    /// The same behind a gate that was judged before, or is when it is needed.
    pub(super) fn assess_behind(
        &'static self,
        gate: impl FnOnce(&mut Case<'_>) -> Option<&'static Softening>,
        facts: &Facts,
        working: bool,
        other_support: Money,
    ) -> Assessment {
        let applicants = self.gate.applicants;
        // Most clauses are not for most applicants: nothing is set up for them.
        if applicants.are_others(self.kinds, facts) {
            return Assessment {
                clause: self,
                outcome: Outcome::NotApplicable,
                missing: Vec::new(),
                estimate: Estimate::default(),
                steps: Vec::new(),
                asked: applicants.asked(self.kinds),
                absent: None,
            };
        }
        let mut case = Case::new(facts, self.gate.bare_bound, working);
        let outcome = if applicants.are_open(self.kinds, facts, &mut case) {
            Outcome::Unknown
        } else {
            let softened = gate(&mut case);
            self.run(&mut case, softened, other_support)
        };
        let Found { steps, mut missing, mut estimate, mut asked, absent } = case.finish();
        match outcome {
            Outcome::Unknown | Outcome::NotApplicable => estimate = Estimate::default(),
            Outcome::NotMet => {
                estimate.keep_possible(self.gate.bare_bound);
                asked = asked.none_needed();
            }
            Outcome::Met => {}
        }
        if outcome != Outcome::Unknown {
            missing.clear();
        }
        let absent = absent.filter(|_| outcome == Outcome::NotMet);
        Assessment { clause: self, outcome, missing, estimate, steps, asked, absent }
    }

    /// Conditions and amounts of a clause that is for this applicant, behind its gate.
    fn run(&self, case: &mut Case<'_>, softened: Option<&'static Softening>, other_support: Money) -> Outcome {
        case.other_support = other_support;
        let read = (self.read)(case).and_then(|()| case.settle(()));
        if let Some(softening) = softened {
            match read {
                Ok(()) => case.soften(softening.doubt),
                // What another favourable reading would still give rests on this one too.
                Err(Stop::NotMet) if case.gives_possibly() => case.soften(softening.doubt),
                Err(_) => {}
            }
        }
        match read {
            Ok(()) => Outcome::Met,
            Err(Stop::NotMet) => Outcome::NotMet,
            Err(Stop::Unknown) => Outcome::Unknown,
        }
    }
}
