//! All clauses of an edition together: the totals, and what the limits over the sum did to them.

use crate::article::article;
use crate::date::Year;
use crate::money::Money;
use crate::order::Order;
use crate::rule::amount::{Amount, ByYear};
use crate::rule::asked::Asked;
use crate::rule::clause::{Assessment, Clause, Outcome};
use crate::rule::doubt::Doubt;
use crate::rule::missing::Missing;
use crate::rule::provision::Provision;
use crate::rule::when::{Split, When};
use crate::text::Lang;

/// What an edition says of a case.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// One assessment a clause, in the order of the edition. Each shows its own amount, before the limits.
    pub assessments: Vec<Assessment>,
    /// What each of them counts after the limits, in the same order.
    pub counted: Vec<ByYear>,
    /// What counts in all, by year, after the limits.
    pub by_year: ByYear,
    /// What gave way to another clause, and why.
    pub gave_way: Vec<GaveWay>,
    /// Each year's support against the line that it should not go beyond.
    pub lines: Vec<Line>,
    /// What must be told beside the totals.
    pub notes: Vec<Note>,
    /// The year of application, if it is told.
    pub applied: Option<Year>,
    /// What was received under these rules before, as far as it is told. It is in no band.
    pub received: Money,
}

/// A clause's certain amount, or a part of it, that another clause displaces.
#[derive(Clone, Debug)]
pub struct GaveWay {
    /// The clause that gives way.
    pub clause: &'static Clause,
    /// The clause that stands.
    pub to: &'static Clause,
    /// The rule.
    pub provision: &'static Provision,
    /// The doubt that keeps the amount possible; none where the rules exclude it beyond doubt.
    pub doubt: Option<&'static Doubt>,
    /// By how much.
    pub amount: Money,
}

impl GaveWay {
    /// Why it gives way: the rule, its article, and the doubt that keeps the amount possible, if there is one.
    #[must_use]
    pub fn why(&self, lang: Lang) -> String {
        let says = self.provision.says.get(lang);
        let basis = article(self.provision.article, lang);
        match (lang, self.doubt.map(|doubt| doubt.number)) {
            (Lang::Zh, None) => format!("{says}（{basis}）"),
            (Lang::Zh, Some(doubt)) => format!("{says}（{basis}，存疑{doubt}）"),
            (Lang::En, None) => format!("{says} ({basis})"),
            (Lang::En, Some(doubt)) => format!("{says} ({basis}, open question {doubt})"),
        }
    }
}

/// A year against the line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Line {
    /// The fiscal year.
    pub year: Year,
    /// Its contribution.
    pub contribution: Money,
    /// The part of it within which support should stay.
    pub line: Money,
    /// The certain support of the year that the line is about.
    pub support: Money,
}

impl Line {
    /// By how much the support is above the line.
    #[must_use]
    pub const fn over(self) -> Money {
        self.support.less(self.line)
    }
}

/// A remark about the sum.
#[derive(Clone, Debug)]
pub struct Note {
    /// The rule behind it.
    pub provision: &'static Provision,
    /// The years it is about; empty for the whole.
    pub years: Vec<Year>,
    /// The doubt that it rests on.
    pub doubt: Option<&'static Doubt>,
    /// Which amounts of these years it is about; `None` for all.
    pub when: Option<When>,
}

impl Report {
    /// The totals, band by band, after the limits.
    #[must_use]
    pub fn total(&self) -> Amount {
        self.by_year.total()
    }

    /// The totals by when they can be applied for.
    #[must_use]
    pub fn split(&self) -> Split {
        let mut split = Split::default();
        for (assessment, counted) in self.assessments.iter().zip(&self.counted) {
            split.add(assessment.clause, counted, self.applied);
        }
        split
    }

    /// The questions that matter: those put by the clauses that are for this kind of applicant.
    #[must_use]
    pub fn asked(&self) -> Asked {
        self.assessments
            .iter()
            .filter(|assessment| assessment.outcome != Outcome::NotApplicable)
            .fold(Asked::default(), |asked, assessment| asked.and(assessment.asked))
    }

    /// The facts that are missing, clause by clause: what several lack comes with each of them.
    pub fn lacks(&self) -> impl Iterator<Item = &Missing> {
        let open = self.assessments.iter().filter(|assessment| assessment.outcome == Outcome::Unknown);
        open.flat_map(|assessment| &assessment.missing)
    }

    /// The same over all clauses, each once, in the order of the questions. In a long table every row may lack one.
    #[must_use]
    pub fn missing(&self) -> Vec<Missing> {
        let mut missing: Vec<Missing> = self.lacks().copied().collect();
        missing.order_by_key(|fact| (fact.question.slot, fact.place));
        missing.dedup();
        missing
    }

    /// What a clause counts after the limits over the sum, over all years.
    #[must_use]
    pub fn counts(&self, clause: &str) -> Amount {
        let place = self.assessments.iter().position(|assessment| assessment.clause.id == clause);
        place.and_then(|place| self.counted.get(place)).map(ByYear::total).unwrap_or_default()
    }

    /// The clauses that lack a fact: while there are any, every sum is a lower bound.
    pub fn open(&self) -> impl Iterator<Item = &'static Clause> {
        let open = self
            .assessments
            .iter()
            .filter(|assessment| assessment.outcome == Outcome::Unknown && !assessment.missing.is_empty());
        open.map(|assessment| assessment.clause)
    }

    /// That every sum is a lower bound: the words before the articles that are open, the first few of these, and the
    /// words after them. `None` where nothing is open.
    #[must_use]
    pub fn lower_bound(&self, lang: Lang) -> Option<(String, Vec<&'static Clause>, &'static str)> {
        const NAMED: usize = 3;
        let count = self.open().count();
        let before = match (count, lang) {
            (0, _) => return None,
            (_, Lang::Zh) => format!("至少：还有{count}条待补充（"),
            (1, Lang::En) => "at least; one clause is still open (".to_owned(),
            (_, Lang::En) => format!("at least; {count} clauses are still open ("),
        };
        let after = match (count > NAMED, lang) {
            (false, Lang::Zh) => "）",
            (true, Lang::Zh) => "等）",
            (false, Lang::En) => ")",
            (true, Lang::En) => " …)",
        };
        Some((before, self.open().take(NAMED).collect(), after))
    }

    /// The same in one line, for paper.
    #[must_use]
    pub fn at_least(&self, lang: Lang) -> Option<String> {
        let (before, open, after) = self.lower_bound(lang)?;
        let articles: Vec<String> = open.into_iter().map(|clause| article(clause.article, lang)).collect();
        Some(format!("{before}{}{after}", articles.join(if lang == Lang::Zh { "、" } else { ", " })))
    }

    /// The assessment of a clause.
    #[must_use]
    pub fn of(&self, clause: &str) -> Option<&Assessment> {
        self.assessments.iter().find(|assessment| assessment.clause.id == clause)
    }
}
