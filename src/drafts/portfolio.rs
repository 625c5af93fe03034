//! Many applicants side by side: what each comes to and lacks, who comes first, and what they come to together.

use std::collections::{BTreeMap, BTreeSet};

use crate::answers::question::Spec;
use crate::applicant::identity::CREDIT_CODE;
use crate::date::Year;
use crate::drafts::draft::Draft;
use crate::drafts::list::name;
use crate::order::Order;
use crate::rule::{ByYear, Clause, Outcome, Report, Split, When};

/// What a file brings to a portfolio.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Gathered {
    /// The drafts, each with where it was found.
    pub drafts: Vec<(String, Draft)>,
    /// What could not be opened or may not be meant so, a sentence each.
    pub notes: Vec<String>,
}

/// An applicant of a portfolio.
#[derive(Clone, Debug)]
pub struct Applicant {
    /// Its answers.
    pub draft: Draft,
    /// Where they come from: a file, or a line of one.
    pub from: String,
    /// What the rules say of them, without working.
    pub report: Report,
    /// The draft of its own that it was opened as.
    pub opened: Option<String>,
}

impl Applicant {
    /// Assesses a draft.
    #[must_use]
    pub fn new(draft: Draft, from: String) -> Self {
        let report = draft.rules().assess(&draft.facts, false);
        Self { draft, from, report, opened: None }
    }

    /// What it is called: its draft's name, else where it comes from.
    #[must_use]
    pub fn name(&self) -> String {
        Some(name(&self.draft)).filter(|name| !name.is_empty()).unwrap_or_else(|| self.from.clone())
    }

    /// The questions whose answers amounts wait for, each once.
    #[must_use]
    pub fn missing(&self) -> Vec<&'static Spec> {
        let mut missing: Vec<&'static Spec> = Vec::new();
        for fact in self.report.lacks() {
            if !missing.contains(&fact.question) {
                missing.push(fact.question);
            }
        }
        missing.order_by_key(|question| question.slot);
        missing
    }
}

/// What a portfolio is put in order by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rank {
    /// As they were opened.
    Opened,
    /// By name.
    Name,
    /// What is sure at a time, the most first; among equals, what is possible and what a decision may give.
    Amount(When),
    /// What lacks most, first.
    Missing,
}

impl Rank {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Amount(When::Now),
        Self::Amount(When::Past),
        Self::Amount(When::Later),
        Self::Missing,
        Self::Name,
        Self::Opened,
    ];
}

/// What a clause comes to over all applicants.
#[derive(Clone, Debug)]
pub struct ClauseTotal {
    /// The clause.
    pub clause: &'static Clause,
    /// By how many it is met.
    pub met: usize,
    /// For how many it lacks a fact: its sums are lower bounds.
    pub open: usize,
    /// What it counts after the limits over each applicant's sum.
    pub by_year: ByYear,
}

/// What a portfolio comes to. Limits hold for each applicant alone, so that these are sums.
#[derive(Clone, Debug, Default)]
pub struct Totals {
    /// By when it can be applied for.
    pub split: Split,
    /// By year.
    pub by_year: ByYear,
    /// By clause, in the order of the articles: those that anybody meets or could meet.
    pub clauses: Vec<ClauseTotal>,
    /// How many applicants lack nothing.
    pub complete: usize,
}

/// Applicants, in the order in which they were opened.
#[derive(Clone, Debug, Default)]
pub struct Portfolio {
    /// Each of them.
    pub applicants: Vec<Applicant>,
    /// What of the files could not be opened or may not be meant so, a sentence each.
    pub notes: Vec<String>,
}

impl Portfolio {
    /// The places of the applicants in this order. What is equal stays as it was opened.
    #[must_use]
    pub fn ranked(&self, by: Rank) -> Vec<usize> {
        let mut places: Vec<usize> = (0..self.applicants.len()).collect();
        let all = &self.applicants;
        match by {
            Rank::Opened => {}
            Rank::Name => places.order_by_key(|place| all[*place].name()),
            Rank::Amount(when) => places.order_by_key(|place| {
                let amount = all[*place].report.split().of(when);
                std::cmp::Reverse((amount.certain, amount.possible, amount.ceiling))
            }),
            Rank::Missing => places.order_by_key(|place| std::cmp::Reverse(all[*place].missing().len())),
        }
        places
    }

    /// The places of those who are there before: the same year, and the same code, or the same name where one of the two
    /// has no code. Their sums count twice.
    #[must_use]
    pub fn repeated(&self) -> BTreeSet<usize> {
        let mut codes: BTreeSet<(Option<Year>, String)> = BTreeSet::new();
        let mut names: BTreeMap<(Option<Year>, String), bool> = BTreeMap::new();
        let mut repeated = BTreeSet::new();
        for (place, applicant) in self.applicants.iter().enumerate() {
            let (year, facts) = (applicant.draft.year(), &applicant.draft.facts);
            let code = facts.get(&CREDIT_CODE).filter(|code| !code.is_empty());
            let twice = code.is_some_and(|code| !codes.insert((year, code.to_owned())));
            let named = applicant.draft.name().map(|name| (year, name.to_owned()));
            let before = named.as_ref().and_then(|named| names.get(named).copied());
            if twice || before.is_some_and(|had_code| !had_code || code.is_none()) {
                repeated.insert(place);
            }
            if let Some(named) = named {
                *names.entry(named).or_insert(true) &= code.is_some();
            }
        }
        repeated
    }

    /// What they come to together.
    #[must_use]
    pub fn totals(&self) -> Totals {
        let mut totals = Totals::default();
        for applicant in &self.applicants {
            let report = &applicant.report;
            totals.complete += usize::from(report.open().next().is_none());
            totals.by_year.add(&report.by_year);
            for (assessment, counted) in report.assessments.iter().zip(&report.counted) {
                let (clause, outcome) = (assessment.clause, assessment.outcome);
                if matches!(outcome, Outcome::NotApplicable | Outcome::NotMet) && counted.iter().next().is_none() {
                    continue;
                }
                totals.split.add(clause, counted, report.applied);
                let place = totals.clauses.iter().position(|total| std::ptr::eq(total.clause, clause));
                let place = place.unwrap_or_else(|| {
                    totals.clauses.push(ClauseTotal { clause, met: 0, open: 0, by_year: ByYear::default() });
                    totals.clauses.len() - 1
                });
                let total = &mut totals.clauses[place];
                total.met += usize::from(outcome == Outcome::Met);
                total.open += usize::from(outcome == Outcome::Unknown);
                total.by_year.add(counted);
            }
        }
        totals.clauses.order_by_key(|total| (total.clause.article, total.clause.id));
        totals
    }
}

#[cfg(test)]
mod tests {
    use super::{Applicant, Portfolio, Rank};
    use crate::answers::answer::Answer;
    use crate::applicant::question;
    use crate::drafts::draft::Draft;
    use crate::drafts::examples::ALL;
    use crate::money::Money;
    use crate::rule::{Amount, When};

    fn portfolio() -> Portfolio {
        let open = |example: &crate::drafts::examples::Example| {
            Applicant::new(example.draft().unwrap(), format!("{}.json", example.id))
        };
        Portfolio { applicants: ALL.iter().map(open).collect(), ..Portfolio::default() }
    }

    /// Sums by time, by year and by clause are the sums of the applicants' own totals, band by band.
    #[test]
    fn totals_are_the_sums_of_the_applicants() {
        let portfolio = portfolio();
        let totals = portfolio.totals();
        let whole = |amounts: &mut dyn Iterator<Item = Amount>| amounts.fold(Amount::default(), |sum, one| sum + one);
        let own = whole(&mut portfolio.applicants.iter().map(|applicant| applicant.report.total()));
        assert!(own.certain > Money::ZERO && own.possible > Money::ZERO && own.ceiling > Money::ZERO);
        assert_eq!(whole(&mut When::ALL.into_iter().map(|when| totals.split.of(when))), own);
        assert_eq!(totals.by_year.total(), own);
        assert_eq!(whole(&mut totals.clauses.iter().map(|clause| clause.by_year.total())), own);
        for when in When::ALL {
            let each = whole(&mut portfolio.applicants.iter().map(|applicant| applicant.report.split().of(when)));
            assert_eq!(totals.split.of(when), each, "{when:?}");
        }
        let complete = portfolio.applicants.iter().filter(|applicant| applicant.missing().is_empty()).count();
        assert_eq!(totals.complete, complete);
        assert!(complete < portfolio.applicants.len(), "some examples lack something");
        assert!(
            totals.clauses.iter().any(|clause| clause.open > 0)
                && totals
                    .clauses
                    .iter()
                    .all(|clause| clause.met + clause.open > 0 || clause.by_year.total() != Amount::default())
        );
    }

    #[test]
    fn applicants_are_ranked_and_each_stays() {
        let portfolio = portfolio();
        for rank in Rank::ALL {
            let places = portfolio.ranked(rank);
            let mut sorted = places.clone();
            sorted.sort_unstable();
            assert_eq!(sorted, (0..ALL.len()).collect::<Vec<_>>(), "{rank:?}");
            let applicants = places.iter().map(|place| &portfolio.applicants[*place]);
            let in_order = match rank {
                Rank::Opened => places.is_sorted(),
                Rank::Name => applicants.map(Applicant::name).is_sorted(),
                Rank::Amount(when) => {
                    applicants.map(|one| std::cmp::Reverse(one.report.split().of(when).certain)).is_sorted()
                }
                Rank::Missing => applicants.map(|one| std::cmp::Reverse(one.missing().len())).is_sorted(),
            };
            assert!(in_order, "{rank:?}");
        }
        let first = portfolio.ranked(Rank::Amount(When::Now))[0];
        assert!(portfolio.applicants[first].report.split().now.certain > Money::ZERO);
    }

    #[test]
    fn who_is_there_before_is_told() {
        let draft = |name: &str, code: &str, year: u16| {
            let mut draft = Draft::default();
            for (id, answer) in [
                ("name", (!name.is_empty()).then(|| Answer::Words(name.into()))),
                ("credit_code", (!code.is_empty()).then(|| Answer::Words(code.into()))),
                ("application_year", Some(Answer::Year(year))),
            ] {
                draft.facts.set(question(id).unwrap(), answer).unwrap();
            }
            draft
        };
        let [one, other] = ["91110118MA0AGNT09X", "91110118MA01A2B3C4"];
        // The reason, two applicants, and whether the second is there before.
        for (reason, before, after, is_repeated) in [
            ("the same code under another name", draft("甲", one, 2026), draft("乙", one, 2026), true),
            ("the same code for another year", draft("甲", one, 2025), draft("甲", one, 2026), false),
            ("the same name with another code", draft("甲", one, 2026), draft("甲", other, 2026), false),
            ("the same name, the second without a code", draft("甲", one, 2026), draft("甲", "", 2026), true),
            ("the same name, the first without a code", draft("甲", "", 2026), draft("甲", one, 2026), true),
            ("neither name nor code", draft("", "", 2026), draft("", "", 2026), false),
        ] {
            let applicants = [before, after].map(|draft| Applicant::new(draft, String::new())).into();
            let portfolio = Portfolio { applicants, ..Portfolio::default() };
            assert_eq!(portfolio.repeated().contains(&1), is_repeated, "{reason}");
            assert!(!portfolio.repeated().contains(&0), "{reason}");
        }
    }

    #[test]
    fn who_has_no_name_is_called_by_its_file() {
        let nameless = Applicant::new(Draft::default(), "a.json".to_owned());
        assert_eq!(nameless.name(), "a.json");
        assert_ne!(portfolio().applicants[0].name(), "bank.json");
    }
}
