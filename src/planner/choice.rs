//! A choice that a draft has: a year that is chosen once, or support of which one is had.

use crate::answers::facts::Facts;
use crate::article::article;
use crate::date::Year;
use crate::money::Money;
use crate::order::Order;
use crate::planner::trial::{choose, chosen};
use crate::rule::{Alternative, Clause, Edition, Elective, Outcome, Place, Side};
use crate::text::{Lang, Text, text};

/// What is chosen.
#[derive(Clone, Copy, Debug)]
pub enum Subject {
    /// A year.
    Year(&'static Elective),
    /// One of several clauses that exclude one another.
    Side(&'static Alternative),
}

/// What it can be.
#[derive(Clone, Copy, Debug)]
pub enum Pick {
    /// This year.
    Year(Year),
    /// This side.
    Side(&'static Side),
}

/// A choice, with what each option would cost.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What is chosen.
    pub subject: Subject,
    /// What it can be: years by rising year, sides in the order of the edition.
    pub options: Vec<Choosable>,
    /// The one that the draft has: as answered, or as the limits over the sum settle it. `None` where it is open.
    pub own: Option<usize>,
}

/// One of what a choice can be.
#[derive(Clone, Copy, Debug)]
pub struct Choosable {
    /// What it is.
    pub pick: Pick,
    /// What all plans lose by it, everything else being chosen best; nothing for the best.
    pub less: Money,
    /// Whether it is a year before the one of the application: whether it can still be chosen has to be asked.
    pub past: bool,
}

/// What cannot be chosen any more.
#[derive(Clone, Copy, Debug)]
pub struct Closed {
    /// What is chosen.
    pub subject: Subject,
    /// What it cannot be.
    pub pick: Pick,
    /// Why.
    pub why: Text,
}

const PASSED: Text = text("这一年的申报已过", "the call of that year has passed");

impl Subject {
    /// The clauses that the choice is for.
    pub fn clauses(self) -> Vec<&'static Clause> {
        match self {
            Self::Year(elective) => vec![elective.clause],
            Self::Side(alternative) => alternative.clauses().collect(),
        }
    }

    /// Its name in files: the clause that a year is for, or the alternative.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Year(elective) => elective.clause.id,
            Self::Side(alternative) => alternative.id,
        }
    }

    /// What is chosen, in words.
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        match self {
            Self::Side(alternative) => alternative.title.get(lang).to_owned(),
            Self::Year(Elective { clause, .. }) => {
                let (article, title) = (article(clause.article, lang), clause.title.get(lang));
                match lang {
                    Lang::Zh => format!("{article}{title}的年度"),
                    Lang::En => format!("{article}, {title}: the year"),
                }
            }
        }
    }
}

impl Pick {
    /// What it is, in words.
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        match self {
            Self::Year(year) => Place::Year(year).words(lang),
            Self::Side(side) => side.name.get(lang).to_owned(),
        }
    }

    /// Whether it is the same.
    #[must_use]
    pub fn is(self, other: Self) -> bool {
        match (self, other) {
            (Self::Year(one), Self::Year(other)) => one == other,
            (Self::Side(one), Self::Side(other)) => std::ptr::eq(one, other),
            _ => false,
        }
    }

    /// Chooses it in the answers; `None` where they do not take it.
    pub(super) fn make(self, subject: Subject, facts: &mut Facts) -> Option<()> {
        match (self, subject) {
            (Self::Year(year), Subject::Year(elective)) => choose(facts, elective.question, year),
            (Self::Side(side), _) => {
                if let Some(vary) = side.vary {
                    vary(facts);
                }
                Some(())
            }
            (Self::Year(_), Subject::Side(_)) => None,
        }
    }

    /// The clauses that are not applied for then.
    pub(super) const fn leaves(self) -> &'static [&'static Clause] {
        match self {
            Self::Year(_) => &[],
            Self::Side(side) => side.leaves,
        }
    }
}

impl Choice {
    /// The best option: the first that costs nothing.
    #[must_use]
    pub fn best(&self) -> Option<&Choosable> {
        self.options.iter().find(|option| option.less.is_zero())
    }
}

/// The choices of a draft with what they can be, sides before years; and what cannot be chosen any more. `told` are the
/// answers, `facts` the same with what is assumed of years without a figure, which cannot be chosen.
pub(super) fn choices(edition: &Edition, told: &Facts, facts: &Facts) -> (Vec<Choice>, Vec<Closed>) {
    let (mut choices, mut closed) = (Vec::new(), Vec::new());
    for alternative in edition.alternatives {
        choices.extend(among_sides(edition, alternative, facts, &mut closed));
    }
    for elective in edition.electives {
        choices.extend(among_years(edition, elective, told, facts, &mut closed));
    }
    (choices, closed)
}

fn among_sides(
    edition: &Edition,
    alternative: &'static Alternative,
    facts: &Facts,
    closed: &mut Vec<Closed>,
) -> Option<Choice> {
    let subject = Subject::Side(alternative);
    let mut open = Vec::new();
    for side in alternative.sides {
        match (side.barred)(facts) {
            None => open.push(Choosable { pick: Pick::Side(side), less: Money::ZERO, past: false }),
            // It is said of what would bring something else.
            Some(why) if !side.takes.is_empty() && brings(edition, side, facts) => {
                closed.push(Closed { subject, pick: Pick::Side(side), why });
            }
            Some(_) => {}
        }
    }
    (open.len() > 1).then_some(Choice { subject, options: open, own: None })
}

/// Whether the clauses of a side would give something for certain, whatever was received.
fn brings(edition: &Edition, side: &'static Side, facts: &Facts) -> bool {
    let mut varied = facts.clone();
    if let Some(vary) = side.vary {
        vary(&mut varied);
    }
    let gives = |clause: &&Clause| {
        let assessment = edition.clause(clause.id).map(|clause| clause.assess(&varied, false));
        assessment.is_some_and(|own| !own.estimate.gross().total().certain.is_zero())
    };
    side.takes.iter().all(|group| group.iter().any(gives))
}

fn among_years(
    edition: &Edition,
    elective: &'static Elective,
    told: &Facts,
    facts: &Facts,
    closed: &mut Vec<Closed>,
) -> Option<Choice> {
    let yearly = edition.yearly?;
    if elective.clause.assess(facts, false).outcome == Outcome::NotApplicable {
        return None;
    }
    let applied = told.get(edition.index.year);
    let is_past = |year: Year| applied.is_some_and(|applied| year < applied);
    let own = chosen(told, elective.question);
    let mut years: Vec<Year> = yearly.years(told).collect();
    years.order();
    years.dedup();
    let subject = Subject::Year(elective);
    let mut varied = facts.clone();
    let mut options: Vec<Choosable> = Vec::new();
    let mut stands = None;
    for year in years {
        choose(&mut varied, elective.question, year)?;
        let is_met = elective.clause.assess(&varied, false).outcome == Outcome::Met;
        let pick = Pick::Year(year);
        // What the draft has already is not in question.
        let is_own = is_met && stands.is_none() && own.contains(&year);
        let why = (elective.barred)(told, year).or((!elective.past && is_past(year)).then_some(PASSED));
        match why {
            Some(why) if !is_own => closed.extend(is_met.then_some(Closed { subject, pick, why })),
            // Whether a year is admitted can hang on another choice, or on a figure that is varied: that is seen there.
            _ => {
                if is_own {
                    stands = Some(options.len());
                }
                options.push(Choosable { pick, less: Money::ZERO, past: is_past(year) });
            }
        }
    }
    (!options.is_empty()).then_some(Choice { subject, options, own: stands })
}
