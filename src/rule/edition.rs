//! One published policy: its number, dates and contents page.

use super::clause::{Clause, Document, GATE};
use super::doubt::Doubt;
use super::flag::{Check, Flag};
use super::index::Index;
use super::plan::Plan;
use super::provision::Provision;
use super::report::Report;
use super::statement::Statement;
use crate::answers::facts::Facts;
use crate::answers::question::Spec;
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
    /// Every article, in order.
    pub contents: &'static [Entry],
    /// Every clause, in the order of the articles.
    pub clauses: &'static [&'static Clause],
    /// Doubts that run through the whole text or arise between clauses.
    pub doubts: &'static [&'static Doubt],
    /// Its words, for whoever meets them the first time.
    pub glossary: &'static [Term],
    /// Words that people use, for the search.
    pub everyday: &'static Everyday,
    /// The documents that every application files.
    pub documents: &'static [Document],
    /// What an applicant undertakes, Articles 34 to 36, in our own words.
    pub undertakings: &'static [&'static Provision],
    /// Assesses every clause and applies the limits over the sum.
    pub assess: fn(&Facts, bool) -> Report,
    /// The same for some of the clauses: the others are not in the report, and nothing gives way to them.
    pub assess_among: fn(&Facts, bool, &Among<'_>) -> Report,
    /// Statements that some clauses are filed with.
    pub statements: &'static [Statement],
    /// Payments and duties that the certain support would bring, Articles 33 and 35.
    pub plan: fn(&Facts, &Report) -> Plan,
    /// What a reviewer looks for, subject by subject in the order of the interview.
    pub checks: &'static [&'static [Check]],
    /// Years that are chosen once.
    pub electives: &'static [Elective],
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
}

/// An article on the contents page.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Its number.
    pub article: u8,
    /// The chapter or section heading that it stands under.
    pub section: Section,
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
    pub articles: &'static [u8],
}

/// Words that people use and the terms of the rules for them: the search reads a question with them.
#[derive(Debug)]
pub struct Everyday {
    /// What is said, in either language, and the terms one of which is then looked for.
    pub words: &'static [(&'static [&'static str], &'static [&'static str])],
    /// What says nothing of what is looked for: "how much", 多少.
    pub ignored: &'static [&'static str],
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

/// The chapters and, in the second chapter, the sections.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Section {
    /// 第一章
    General,
    /// 第二章第一节
    Opening,
    /// 第二章第二节
    Premises,
    /// 第二章第三节
    Increase,
    /// 第二章第四节
    Growth,
    /// 第二章第五节
    Economy,
    /// 第二章第六节
    Referral,
    /// 第二章第七节
    Services,
    /// 第三章
    Approval,
    /// 第四章
    Final,
}

impl Section {
    /// All, in order.
    pub const ALL: [Self; 10] = [
        Self::General,
        Self::Opening,
        Self::Premises,
        Self::Increase,
        Self::Growth,
        Self::Economy,
        Self::Referral,
        Self::Services,
        Self::Approval,
        Self::Final,
    ];

    /// The chapter that it is a section of; `None` where it is a chapter itself.
    #[must_use]
    pub const fn chapter(self) -> Option<Text> {
        match self {
            Self::General | Self::Approval | Self::Final => None,
            _ => Some(text("第二章 支持方向和标准", "Chapter 2 Support")),
        }
    }

    /// Its heading.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Self::General => text("第一章 总则", "Chapter 1 General"),
            Self::Opening => text("第一节 开办", "Section 1 Opening"),
            Self::Premises => text("第二节 购租房", "Section 2 Premises"),
            Self::Increase => text("第三节 增资", "Section 3 Capital increase"),
            Self::Growth => text("第四节 发展壮大", "Section 4 Growth"),
            Self::Economy => text("第五节 实体经济", "Section 5 Real economy"),
            Self::Referral => text("第六节 招商引资", "Section 6 Introduction"),
            Self::Services => text("第七节 配套服务", "Section 7 Services"),
            Self::Approval => text("第三章 审批及监管", "Chapter 3 Approval and supervision"),
            Self::Final => text("第四章 附则", "Chapter 4 Final"),
        }
    }
}

impl Edition {
    /// The clause of that name.
    #[must_use]
    pub fn clause(&self, id: &str) -> Option<&'static Clause> {
        self.clauses.iter().copied().find(|clause| clause.id == id)
    }

    /// The contents entry of an article.
    #[must_use]
    pub fn entry(&self, article: u8) -> Option<&'static Entry> {
        self.contents.iter().find(|entry| entry.article == article)
    }

    /// The clauses of an article.
    pub fn clauses_of(&self, article: u8) -> impl Iterator<Item = &'static Clause> + use<> {
        self.clauses.iter().copied().filter(move |clause| clause.article == article)
    }

    /// What an article provides, in our own words: each once, in the order in which clauses read it.
    #[must_use]
    pub fn provisions_of(&self, article: u8) -> Vec<&'static Provision> {
        let gate = GATE.iter().map(|(_, provision)| *provision);
        let clauses = self.clauses.iter().flat_map(|clause| clause.provisions.iter().copied());
        let mut provisions: Vec<&'static Provision> = Vec::new();
        for provision in gate.chain(clauses).chain(self.undertakings.iter().copied()) {
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
    pub fn doubts_of(&self, article: u8) -> Vec<&'static Doubt> {
        let numbered = |doubt: &Doubt| doubt.number.split_once('.').is_some_and(|(of, _)| of == article.to_string());
        self.register()
            .into_iter()
            .filter(|doubt| numbered(doubt) || self.raising(doubt).any(|clause| clause.article == article))
            .collect()
    }

    /// What a reviewer would ask about these answers, in the order of the interview.
    #[must_use]
    pub fn flags(&self, facts: &Facts, report: &Report) -> Vec<Flag> {
        self.checks.iter().copied().flatten().flat_map(|check| check.run(facts, report)).collect()
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
}

#[cfg(test)]
mod tests {
    use crate::policy::CURRENT;

    #[test]
    fn a_reader_finds_what_an_article_provides_and_where_it_is_unclear() {
        assert_eq!(CURRENT.provisions_of(2).len(), 5);
        assert!(CURRENT.provisions_of(19).iter().all(|provision| provision.article == 19));
        let numbers = |article| CURRENT.doubts_of(article).iter().map(|doubt| doubt.number).collect::<Vec<_>>();
        assert_eq!(numbers(36), ["36.1", "36.2", "36.3"]);
        assert_eq!(numbers(16), ["16.1", "16.4"]);
        assert!(numbers(1).is_empty());
        assert_eq!(
            CURRENT
                .register()
                .into_iter()
                .find(|doubt| doubt.number == "2.4")
                .map(|doubt| CURRENT.raising(doubt).count()),
            Some(0)
        );
    }

    #[test]
    fn words_have_names_of_their_own_and_name_articles_that_exist() {
        for (place, term) in CURRENT.glossary.iter().enumerate() {
            assert!(!CURRENT.glossary[..place].iter().any(|other| other.id == term.id), "{}", term.id);
            assert!(term.articles.iter().all(|article| CURRENT.entry(*article).is_some()), "{}", term.id);
            assert!(term.articles.is_sorted(), "{}", term.id);
        }
        assert!((20..=35).contains(&CURRENT.glossary.len()));
    }
}
