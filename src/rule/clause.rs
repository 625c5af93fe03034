//! A clause: one incentive of an article, and how it is assessed.

use super::asked::Asked;
use super::case::{Case, Missing, Place, Stop};
use super::doubt::Doubt;
use super::estimate::Estimate;
use super::provision::Provision;
use super::step::{Bound, Figure, Step, Work};
use super::tiers::Tiers;
use crate::answers::facts::Facts;
use crate::answers::question::Question;
use crate::applicant::Slot;
use crate::applicant::identity::{
    ADMITTED, ASSOCIATION, CLEAN_RECORD, INTERMEDIARY, KIND, Kind, LAWFUL, REGISTERED, SUPERVISED,
};
use crate::money::Money;
use crate::text::{Text, text};

/// One incentive of an article.
#[derive(Debug)]
pub struct Clause {
    /// Its name in links and files.
    pub id: &'static str,
    /// The article.
    pub article: u8,
    /// Its title.
    pub title: Text,
    /// For whom, what is looked at, how much and for how long, each in a line.
    pub brief: Brief,
    /// Who can have it.
    pub kinds: Kinds,
    /// How Article 2 binds it.
    pub gate: Gate,
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
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Document {
    /// Its name.
    pub name: Text,
    /// Whether the original is filed; else a copy that is stamped as true.
    pub original: bool,
}

/// A document of which a copy is filed.
#[must_use]
pub const fn copy_of(zh: &'static str, en: &'static str) -> Document {
    Document { name: text(zh, en), original: false }
}

/// A document that is filed as the original.
#[must_use]
pub const fn original(zh: &'static str, en: &'static str) -> Document {
    Document { name: text(zh, en), original: true }
}

/// Who can have a clause: institution kinds, and the two roles beside them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Kinds {
    institutions: u16,
    intermediary: bool,
    association: bool,
}

impl Kinds {
    /// The six kinds of 金融机构, Article 4.
    pub const FINANCIAL: Self = Self::of(&[
        Kind::LegalEntity,
        Kind::Branch1,
        Kind::Branch2,
        Kind::FunctionalHq,
        Kind::FundManager,
        Kind::FundCompany,
    ]);
    /// The six, and quasi-financial bodies and service providers, Article 9.
    pub const EIGHT: Self = Self::of(&[
        Kind::LegalEntity,
        Kind::Branch1,
        Kind::Branch2,
        Kind::FunctionalHq,
        Kind::FundManager,
        Kind::FundCompany,
        Kind::Quasi,
        Kind::Support,
    ]);
    /// Intermediaries, Article 27.
    pub const INTERMEDIARY: Self = Self { institutions: 0, intermediary: true, association: false };
    /// Associations, Article 28.
    pub const ASSOCIATION: Self = Self { institutions: 0, intermediary: false, association: true };
    /// Everyone.
    pub const EVERYONE: Self =
        Self { institutions: (1 << (Kind::Fund as u16 + 1)) - 1, intermediary: true, association: true };

    /// These institutions and no role.
    #[must_use]
    pub const fn of(kinds: &[Kind]) -> Self {
        let mut institutions = 0;
        let mut index = 0;
        while index < kinds.len() {
            institutions |= 1 << kinds[index] as u16;
            index += 1;
        }
        Self { institutions, intermediary: false, association: false }
    }

    /// Whether an institution of this kind is among them.
    #[must_use]
    pub const fn contain(self, kind: Kind) -> bool {
        self.institutions & (1 << kind as u16) != 0
    }

    /// Whether intermediaries are among them.
    #[must_use]
    pub const fn contain_intermediaries(self) -> bool {
        self.intermediary
    }

    /// Whether associations are among them.
    #[must_use]
    pub const fn contain_associations(self) -> bool {
        self.association
    }

    /// The questions that tell whether the applicant is among them.
    fn asked(self) -> Asked {
        let mut asked = Asked::default();
        for (wanted, slot) in [
            (self.institutions != 0, Slot::Kind),
            (self.intermediary, Slot::Intermediary),
            (self.association, Slot::Association),
        ] {
            if wanted {
                asked = asked.with_needed(slot as u8);
            }
        }
        asked
    }

    /// Whether the applicant is among them; with the missing question where that is not told.
    fn admit(self, facts: &Facts) -> Result<bool, &'static Question<bool>> {
        let role = |wanted: bool, question: &'static Question<bool>| match (wanted, facts.get(question)) {
            (false, _) | (true, Some(false)) => Ok(false),
            (true, Some(true)) => Ok(true),
            (true, None) => Err(question),
        };
        match (role(self.intermediary, &INTERMEDIARY), role(self.association, &ASSOCIATION)) {
            (Ok(true), _) | (_, Ok(true)) => Ok(true),
            (Err(question), _) | (_, Err(question)) => Err(question),
            (Ok(false), Ok(false)) => Ok(false),
        }
    }
}

/// How Article 2 binds a clause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gate {
    /// All five conditions.
    Whole,
    /// Associations and intermediaries: a “no” on supervision or registration moves the certain amount to the possible
    /// one (2.4).
    Softened,
    /// Not at all: Article 13 is for institutions that cannot be registered yet.
    Open,
}

const LAWFUL_OPERATION: Provision =
    Provision::new(2, "依法合规，符合密云区功能定位", "lawful, and fitting the district's functions");
const ADMISSION: Provision =
    Provision::new(2, "项目符合密云区准入标准", "the project meets the district's admission standard");
const SUPERVISION: Provision =
    Provision::new(2, "已由区金融办日常监管", "under the district financial office's day-to-day supervision");
const REGISTRATION: Provision =
    Provision::new(2, "工商、税务、统计登记都在密云", "business, tax and statistics registration in Miyun");
const CLEAN: Provision = Provision::new(
    2,
    "五年内没有重大涉税违法等不良记录和重大金融风险事件",
    "no serious tax offence, bad record or major financial risk event in five years",
);

/// The five conditions of Article 2, in its order.
pub static GATE: [(&Question<bool>, &Provision); 5] = [
    (&LAWFUL, &LAWFUL_OPERATION),
    (&ADMITTED, &ADMISSION),
    (&SUPERVISED, &SUPERVISION),
    (&REGISTERED, &REGISTRATION),
    (&CLEAN_RECORD, &CLEAN),
];

/// G1: a bare 以上 hit exactly.
pub static BARE_BOUND: Doubt = Doubt {
    number: "G1",
    issue: text(
        "“以上”没有写“（含）”，而数字正好等于界线",
        "a bare 以上 without （含）, and the figure is exactly on the bound",
    ),
    prudent: text("按法规用语习惯，“以上”包括本数", "by drafting custom 以上 includes the number itself"),
    favourable: text(
        "没有更宽的读法；但区里若解为不含，则不符合",
        "there is none wider; should the district exclude the number, the condition fails",
    ),
    ask: text(
        "我单位有一项数字正好等于细则所写“以上”的界线，请问“以上”是否包括本数？",
        "One of our figures is exactly the number that the rules call 以上. Does 以上 include the number itself?",
    ),
};

/// 2.4: whether supervision and registration bind associations and intermediaries.
pub static SOFT_GATE: Doubt = Doubt {
    number: "2.4",
    issue: text(
        "第二条的日常监管和三项登记，是否约束社团组织和中介机构",
        "whether supervision and the three registrations of Article 2 bind associations and intermediaries",
    ),
    prudent: text("五项都要满足", "all five conditions bind"),
    favourable: text(
        "社团在民政部门登记、中介通常不受金融监管，只在能适用的范围内适用",
        "associations register with civil affairs and intermediaries are not supervised: they apply as far as they can",
    ),
    ask: text(
        "我单位是社团组织（或中介机构），不在区金融办监管名单内（或不办工商登记）。请问申请第二十七、二十八条的支持，第二条第三、四项如何适用？",
        "We are an association (or intermediary), not under the office's supervision (or without business registration). How do items 3 and 4 of Article 2 apply to Articles 27 and 28?",
    ),
};

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

    /// Assesses the clause beside the certain support that all other clauses give in the year of application: only
    /// Article 22 looks at it.
    #[must_use]
    pub fn assess_beside(&'static self, facts: &Facts, working: bool, other_support: Money) -> Assessment {
        // Most clauses are not for most applicants: nothing is set up for them.
        if self.is_for_others(facts) {
            return Assessment {
                clause: self,
                outcome: Outcome::NotApplicable,
                missing: Vec::new(),
                estimate: Estimate::default(),
                steps: Vec::new(),
                asked: self.kinds.asked(),
            };
        }
        let mut case = Case::new(facts, working, other_support);
        let outcome = if self.lacks_kind(facts, &mut case) { Outcome::Unknown } else { self.run(&mut case) };
        let (steps, mut missing, mut estimate, asked) = case.finish();
        match outcome {
            Outcome::Unknown | Outcome::NotApplicable => estimate = Estimate::default(),
            Outcome::NotMet => estimate.keep_possible(),
            Outcome::Met => {}
        }
        if outcome != Outcome::Unknown {
            missing.clear();
        }
        Assessment { clause: self, outcome, missing, estimate, steps, asked }
    }

    /// Gate, conditions and amounts of a clause that is for this kind.
    fn run(&self, case: &mut Case<'_>) -> Outcome {
        let softened = self.pass_gate(case);
        let read = (self.read)(case).and_then(|()| case.settle(()));
        if softened {
            match read {
                Ok(()) => case.soften(),
                // What another favourable reading would still give rests on this one too.
                Err(Stop::NotMet) if case.gives_possibly() => case.doubt(&SOFT_GATE),
                Err(_) => {}
            }
        }
        match read {
            Ok(()) => Outcome::Met,
            Err(Stop::NotMet) => Outcome::NotMet,
            Err(Stop::Unknown) => Outcome::Unknown,
        }
    }

    /// The kind test (decision 8): whether the applicant is surely of another kind and role.
    fn is_for_others(&self, facts: &Facts) -> bool {
        facts.get(&KIND).map_or(self.kinds.institutions == 0, |kind| !self.kinds.contain(kind))
            && matches!(self.kinds.admit(facts), Ok(false))
    }

    /// Records the kind or role that would decide whether the clause is for this applicant, if it is not told.
    fn lacks_kind(&self, facts: &Facts, case: &mut Case<'_>) -> bool {
        let role = self.kinds.admit(facts);
        match facts.get(&KIND) {
            Some(kind) if self.kinds.contain(kind) => {
                case.needs(&KIND.spec);
                return false;
            }
            None if self.kinds.institutions != 0 && !matches!(role, Ok(true)) => case.lack(&KIND.spec, Place::Whole),
            Some(_) | None => {}
        }
        case.needs_all(self.kinds.asked());
        match role {
            Ok(has_role) => !has_role,
            Err(question) => {
                case.lack(&question.spec, Place::Whole);
                true
            }
        }
    }

    /// Article 2. Gives whether items 3 or 4 were answered with no where that only softens the amount.
    fn pass_gate(&self, case: &mut Case<'_>) -> bool {
        if self.gate == Gate::Open {
            return false;
        }
        // Whoever is only an intermediary or an association is softened under every clause (decision 7).
        let soft_gate = self.gate == Gate::Softened || case.peek(&KIND) == Some(Kind::None);
        let mut softened = false;
        for (question, provision) in GATE {
            let soft = soft_gate && (std::ptr::eq(question, &SUPERVISED) || std::ptr::eq(question, &REGISTERED));
            if soft && case.peek(question) == Some(false) {
                softened = true;
                let wanted = Bound::Is(Figure::YesNo(true));
                case.observe(provision, Place::Whole, Some(&question.spec), Figure::YesNo(false), wanted);
            } else {
                case.yes(question, provision);
            }
        }
        softened
    }
}
