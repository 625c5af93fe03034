//! One published policy: its number, dates and contents page.

use crate::answers::facts::Facts;
use crate::answers::question::Spec;
use crate::answers::yearly::Yearly;
use crate::article::Article;
use crate::date::Year;
use crate::money::Money;
use crate::rule::alternative::Alternative;
use crate::rule::amount::{Amount, ByYear};
use crate::rule::asked::{Asked, Asking};
use crate::rule::calendar::Event;
use crate::rule::clause::{Assessment, Clause, Document};
use crate::rule::doubt::Doubt;
use crate::rule::gate::{Gate, Passage};
use crate::rule::index::Index;
use crate::rule::papers::Papers;
use crate::rule::particular::Particular;
use crate::rule::plan::Plan;
use crate::rule::provision::Provision;
use crate::rule::repayable::Repayable;
use crate::rule::report::{GaveWay, Line, Note, Report};
use crate::rule::row_answer::RowRule;
use crate::rule::statement::Statement;
use crate::rule::undertaking::Undertaking;
use crate::text::{Text, text};

/// Whether a clause is assessed.
pub type Among<'a> = dyn Fn(&Clause) -> bool + 'a;

/// One published policy.
#[derive(Debug)]
pub struct Edition {
    /// Its name, number and date, and what it holds by name.
    pub index: &'static Index,
    /// Its title.
    pub title: Text,
    /// The chapters and sections, in order.
    pub sections: &'static [&'static Section],
    /// Every article, in order.
    pub contents: &'static [ContentsEntry],
    /// Every clause, in the order of the articles.
    pub clauses: &'static [&'static Clause],
    /// Doubts that run through the whole text or arise between clauses.
    pub doubts: &'static [&'static Doubt],
    /// Its words, for readers who meet them the first time.
    pub glossary: &'static [Term],
    /// Words that people use, for the search.
    pub everyday: &'static Everyday,
    /// What the papers say of the support.
    pub papers: &'static Papers,
    /// The documents that every application files.
    pub documents: &'static [Document],
    /// The clauses that need no document beyond those: support by rules to come.
    pub without_evidence: &'static [&'static Clause],
    /// What applicants undertake, in our own words; each has those that bind it.
    pub undertakings: &'static [Undertaking],
    /// What the papers of some claims tell beyond what the rules read.
    pub particulars: &'static [Particular],
    /// How an application goes, step by step, in our own words.
    pub procedure: &'static [Provision],
    /// How a year is paid that is not closed yet.
    pub settlement: &'static Provision,
    /// The limits over the sum of the clauses.
    pub limits: fn(&mut [Assessment], &Facts) -> Limited,
    /// The clauses that are assessed after the limits, beside what all others give.
    pub last: &'static [&'static Clause],
    /// Statements that some clauses are filed with.
    pub statements: &'static [Statement],
    /// Payments and duties that the certain support would bring.
    pub plan: fn(&Facts, &Report) -> Plan,
    /// What would have to be repaid, by day.
    pub repayable: fn(&Facts, &Report) -> Repayable,
    /// What falls on which day, for answers and the report of them with its working; earliest first.
    pub calendar: fn(&Facts, &Report) -> Vec<Event>,
    /// The yearly figure that most of the support follows: what a plan varies.
    pub yearly: Option<&'static Yearly>,
    /// Years that are chosen once.
    pub electives: &'static [Elective],
    /// Support of which one is had: choices among clauses.
    pub alternatives: &'static [Alternative],
    /// Clauses that answer row by row.
    pub row_rules: &'static [RowRule],
}

/// What counts after the limits over the sum.
#[derive(Clone, Debug, Default)]
pub struct Limited {
    /// What each clause that was assessed counts, in their order.
    pub counted: Vec<ByYear>,
    /// What gave way.
    pub gave_way: Vec<GaveWay>,
    /// The line of each year within which support is expected to stay.
    pub lines: Vec<Line>,
    /// What must be told beside the totals.
    pub notes: Vec<Note>,
    /// What of it is support of the applicant itself, by year: clauses that are assessed later look at it.
    pub own: ByYear,
    /// What was received before, as far as it is told.
    pub received: Money,
}

/// A year that is chosen once.
#[derive(Clone, Copy, Debug)]
pub struct Elective {
    /// The clause that it is for.
    pub clause: &'static Clause,
    /// The question that holds it: a year, or rows of years.
    pub question: &'static Spec,
    /// Whether a year before the one of the application can still be chosen.
    pub past: bool,
    /// Why a year cannot be chosen any more: what was applied for, or received.
    pub barred: fn(&Facts, Year) -> Option<Text>,
}

/// An article on the contents page.
#[derive(Clone, Copy, Debug)]
pub struct ContentsEntry {
    /// Its number.
    pub article: Article,
    /// The chapter or section heading that it stands under.
    pub section: &'static Section,
    /// What it is for.
    pub role: Role,
    /// Its subject.
    pub title: Text,
    /// What it says, in our own words.
    pub says: Text,
}

/// A word of the rules or of this program, explained.
#[derive(Clone, Copy, Debug)]
pub struct Term {
    /// Its name in links.
    pub id: &'static str,
    /// The word. The English one is a gloss where the law has no counterpart.
    pub term: Text,
    /// What it means here, in our own words.
    pub says: Text,
    /// Where it matters.
    pub articles: &'static [Article],
}

/// Words that people use and the terms of the rules for them: the search reads a question with them.
#[derive(Debug)]
pub struct Everyday {
    /// What is said, in either language, and the terms one of which is then looked for.
    pub words: &'static [(&'static [&'static str], &'static [&'static str])],
    /// What says nothing of what is looked for: "how much", 多少.
    pub ignored: &'static [&'static str],
    /// Some that one may look for, to show what can be: an article, “租金”.
    pub examples: Text,
}

/// What an article does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Purpose, basis or direction.
    Direction,
    /// The conditions of everyone.
    Gate,
    /// A definition.
    Definition,
    /// An incentive, assessed by a clause of the same article.
    Clause,
    /// How applications are handled.
    Procedure,
    /// When money comes.
    Prepayment,
    /// How money may be used and is watched.
    Supervision,
    /// What the recipient must keep to.
    Duties,
    /// Limits over the sum.
    Limits,
    /// Force and interpretation.
    Force,
}

impl Role {
    /// Its name in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Direction => "direction",
            Self::Gate => "gate",
            Self::Definition => "definition",
            Self::Clause => "clause",
            Self::Procedure => "procedure",
            Self::Prepayment => "prepayment",
            Self::Supervision => "supervision",
            Self::Duties => "duties",
            Self::Limits => "limits",
            Self::Force => "force",
        }
    }

    /// Its word on the page.
    #[must_use]
    pub const fn word(self) -> Text {
        match self {
            Self::Direction => text("方向", "Direction"),
            Self::Gate => text("共同门槛", "Common conditions"),
            Self::Definition => text("定义", "Definition"),
            Self::Clause => text("支持条款", "Support"),
            Self::Procedure => text("程序", "Procedure"),
            Self::Prepayment => text("预拨与结算", "Pre-payment and settlement"),
            Self::Supervision => text("资金监管", "Supervision of funds"),
            Self::Duties => text("义务", "Duties"),
            Self::Limits => text("总额限制", "Limits"),
            Self::Force => text("施行与解释", "Force and interpretation"),
        }
    }
}

/// A heading that articles stand under.
#[derive(PartialEq, Eq, Debug)]
pub struct Section {
    /// The chapter that it is a section of; `None` where it is a chapter itself.
    pub chapter: Option<Text>,
    /// The heading.
    pub title: Text,
}

impl Edition {
    /// Assesses every clause and applies the limits over the sum. Without `working` the steps are left out, and nothing
    /// else changes.
    #[must_use]
    pub fn assess(&self, facts: &Facts, working: bool) -> Report {
        self.assess_among(facts, working, &|_| true)
    }

    /// The same for some of the clauses: the others are not in the report, and nothing gives way to them.
    #[must_use]
    pub fn assess_among(&self, facts: &Facts, working: bool, among: &Among<'_>) -> Report {
        self.assess_but(facts, working, among, &|_| None)
    }

    /// What counts in all where the answer to one question is another. `before` is the report of facts that are the same
    /// but for that answer: what clauses that have not read it came to is taken from there.
    #[must_use]
    pub fn total_varied(&self, facts: &Facts, varied: &Spec, before: &Report) -> Amount {
        let kept = |clause: &Clause| before.of(clause.id).filter(|before| !before.asked.reads(varied)).cloned();
        self.assess_but(facts, false, &|_| true, &kept).total()
    }

    /// The report where one clause is not applied for. `before` is that of the same facts with it.
    #[must_use]
    pub fn without(&self, facts: &Facts, left: &Clause, before: &Report) -> Report {
        let kept = |clause: &Clause| before.of(clause.id).cloned();
        self.assess_but(facts, false, &|clause| clause.id != left.id, &kept)
    }

    /// Assesses some of the clauses, but for those whose assessment is at hand and does not depend on the others.
    fn assess_but(
        &self,
        facts: &Facts,
        working: bool,
        among: &Among<'_>,
        kept: &dyn Fn(&Clause) -> Option<Assessment>,
    ) -> Report {
        let is_last = |clause: &Clause| self.last.iter().any(|last| std::ptr::eq(*last, clause));
        let mut passed: Vec<Passage> = Vec::new();
        let mut assess = |clause: &'static Clause, beside| {
            clause.assess_behind(
                |case| pass(&mut passed, clause.gate, facts, working).enter(case),
                facts,
                working,
                beside,
            )
        };
        let mut assessments = Vec::with_capacity(self.clauses.len());
        let first = self.clauses.iter().filter(|clause| !is_last(clause) && among(clause));
        assessments.extend(first.map(|clause| kept(clause).unwrap_or_else(|| assess(clause, Money::ZERO))));
        let mut limited = (self.limits)(&mut assessments, facts);
        let applied = facts.get(self.index.year);
        let beside = applied.map_or(Money::ZERO, |year| limited.own.of(year).certain);
        for (order, clause) in self.clauses.iter().enumerate().filter(|(_, clause)| is_last(clause) && among(clause)) {
            let before = |other: &&Assessment| self.clauses[..order].iter().any(|one| std::ptr::eq(*one, other.clause));
            let place = assessments.iter().take_while(before).count();
            let assessment = assess(clause, beside);
            limited.counted.insert(place, assessment.estimate.by_year.clone());
            assessments.insert(place, assessment);
        }
        let mut by_year = ByYear::default();
        for counted in &limited.counted {
            by_year.add(counted);
        }
        let Limited { counted, gave_way, lines, notes, received, .. } = limited;
        Report { assessments, counted, by_year, gave_way, lines, notes, applied, received }
    }

    /// The clause that answers the rows of a question one by one, if there is one.
    #[must_use]
    pub fn row_rule(&self, question: &Spec) -> Option<&'static RowRule> {
        self.row_rules.iter().find(|rule| rule.question == question)
    }

    /// The clause of that name.
    #[must_use]
    pub fn clause(&self, id: &str) -> Option<&'static Clause> {
        self.clauses.iter().copied().find(|clause| clause.id == id)
    }

    /// The contents entry of an article.
    #[must_use]
    pub fn entry(&self, article: Article) -> Option<&'static ContentsEntry> {
        self.contents.iter().find(|entry| entry.article == article)
    }

    /// The clauses of an article.
    pub fn clauses_of(&self, article: Article) -> impl Iterator<Item = &'static Clause> + use<> {
        self.clauses.iter().copied().filter(move |clause| clause.article == article)
    }

    /// What an article provides, in our own words: each once, in the order in which clauses read it.
    #[must_use]
    pub fn provisions_of(&self, article: Article) -> Vec<&'static Provision> {
        let gate = self.clauses.iter().flat_map(|clause| clause.gate.conditions).map(|condition| condition.provision);
        let clauses = self.clauses.iter().flat_map(|clause| clause.provisions.iter().copied());
        let mut provisions: Vec<&'static Provision> = Vec::new();
        for provision in gate.chain(clauses).chain(self.undertakings.iter().map(|undertaking| &undertaking.provision)) {
            if provision.article == article && !provisions.iter().any(|other| other.says == provision.says) {
                provisions.push(provision);
            }
        }
        provisions
    }

    /// The clauses whose text raises a doubt; none for one that arises between clauses.
    pub fn raising(&self, doubt: &Doubt) -> impl Iterator<Item = &'static Clause> + use<> {
        let number = doubt.number;
        self.clauses.iter().copied().filter(move |clause| clause.doubts.iter().any(|other| other.number == number))
    }

    /// The doubts that an article raises: those of its clauses, and those numbered after it.
    #[must_use]
    pub fn doubts_of(&self, article: Article) -> Vec<&'static Doubt> {
        let numbered = |doubt: &Doubt| doubt.number.split_once('.').is_some_and(|(of, _)| of == article.to_string());
        self.register()
            .into_iter()
            .filter(|doubt| numbered(doubt) || self.raising(doubt).any(|clause| clause.article == article))
            .collect()
    }

    /// Every doubt of the edition, each once: those between clauses, then those of the clauses in order.
    #[must_use]
    pub fn register(&self) -> Vec<&'static Doubt> {
        let mut register: Vec<&'static Doubt> = self.doubts.to_vec();
        for doubt in self.clauses.iter().flat_map(|clause| clause.doubts) {
            if !register.iter().any(|other| other.number == doubt.number) {
                register.push(doubt);
            }
        }
        register
    }

    /// What an applicant that claims these articles undertakes, in the order of the articles.
    #[must_use]
    pub fn undertaken(&self, facts: &Facts, claimed: &[Article]) -> Vec<&'static Provision> {
        let binding = self.undertakings.iter().filter(|undertaking| (undertaking.binds)(facts, claimed));
        binding.map(|undertaking| &undertaking.provision).collect()
    }

    /// The particulars that an applicant who claims these articles is asked for: all welcome, none needed.
    #[must_use]
    pub fn particulars(&self, facts: &Facts, claimed: &[Article]) -> Asked {
        let binding = self.particulars.iter().filter(|particular| (particular.binds)(facts, claimed));
        let asking = Asking::default();
        binding.for_each(|particular| asking.welcome(particular.question));
        asking.asked()
    }
}

/// What a gate says, judged once for all clauses behind it.
fn pass<'p>(passed: &'p mut Vec<Passage>, gate: &'static Gate, facts: &Facts, working: bool) -> &'p Passage {
    let place = passed.iter().position(|passage| std::ptr::eq(passage.gate, gate));
    let place = place.unwrap_or_else(|| {
        passed.push(gate.judge(facts, working));
        passed.len() - 1
    });
    &passed[place]
}
