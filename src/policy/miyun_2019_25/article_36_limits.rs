//! 第三十六条 · limits over the sum: the same type of support once, five years at most. And the 70% line of Article 22.

use crate::answers::facts::Facts;
use crate::applicant::contribution::YEARLY_CONTRIBUTION;
use crate::applicant::identity::APPLICATION_YEAR;
use crate::article::Article;
use crate::date::Year;
use crate::money::Money;
use crate::order::Order;
use crate::policy::miyun_2019_25::article_36_sum::{Sum, certain, met};
use crate::policy::miyun_2019_25::received::{self, own_support, under};
use crate::policy::miyun_2019_25::{
    article_19_starts as growth, article_22_key_institution as key_institution, article_27_enterprises as enterprises,
    article_36_clock as clock,
};
use crate::rule::edition::Limited;
use crate::rule::report::{Line, Note};
use crate::rule::step::product_down;
use crate::rule::{Amount, Assessment, ByYear, Doubt, Figure, Provision, When};
use crate::text::text;

/// Support of one type is had once.
pub static ONCE: Provision = Provision::new(
    36,
    "同类型支持不重复享受：取可测算较多的一项",
    "the same type of support once: the one with more calculable money stands",
);
/// Five years from the first receipt.
pub(super) static FIVE_YEARS: Provision = Provision::new(
    36,
    "距第一次享受已超过五年的年度：若五年从首次享受起总算，这些年度可能不给",
    "years beyond the fifth since the first support: if one five-year term runs for everything, they may not be paid",
);
/// The 70% line, for those whom it does not bind.
static SEVENTY: Provision = Provision::new(
    22,
    "当年支持合计超过贡献的七成：对重点机构是上限，对其他机构只作提醒，不扣减",
    "support above 70% of the year's contribution: a limit for key institutions, a warning for all others",
);

/// Earlier years that were not received.
static MISSED: Provision = Provision::new(
    32,
    "以前年度有测算金额而未享受的：能否补报，细则未作规定，不计入本次申请",
    "worked out for earlier years and not received: the rules do not say whether it can still be applied for, and it is not asked for now",
);

/// 32.2: whether a missed call forfeits the year.
pub static LATE: Doubt = Doubt {
    number: "32.2",
    issue: text("错过当年申报的年度，以后能否补报", "whether a year whose call was missed can still be applied for"),
    prudent: text(
        "每年按公告申报，过期不补：不计入本次申请",
        "each year has its call, and a missed one is forfeited: not asked for now",
    ),
    favourable: text("细则没有写期限，可以补报", "the rules set no deadline: it can be applied for later"),
    ask: text(
        "我单位以前年度符合条件、当时没有申报，也没有领过该项资金。请问能否在今年一并补报？",
        "In an earlier year we met the conditions, did not apply and received nothing. Can we apply for it with this year's call?",
    ),
};

/// 36.1: the term of five years.
pub static TERM: Doubt = Doubt {
    number: "36.1",
    issue: text(
        "最长五年，是每项各算，还是从第一次享受起总算",
        "whether the five years run for each measure or once for all",
    ),
    prudent: text(
        "每项各算五年；超过首次享受后第五年的年度另行标出",
        "each measure has its own; years beyond the fifth since the first support are flagged",
    ),
    favourable: text("没有更宽的读法", "none wider"),
    ask: text(
        "我单位先享受一次性补助，以后年度再享受分年支持，请问五年期限是每项分别计算，还是自首次享受起合并计算？",
        "We receive one-off support first and yearly support later. Does the five-year term run for each measure, or once from the first?",
    ),
};

/// 36.3: what is the same type.
pub static SAME_TYPE: Doubt = Doubt {
    number: "36.3",
    issue: text("哪些算“同类型”支持", "what counts as the same type of support"),
    prudent: text(
        "购房与租房、同一企业的引荐与社团奖励、管理人与其基金，各只享受一项",
        "purchase and rent, referral and association rewards for one enterprise, manager and fund: one of each pair",
    ),
    favourable: text(
        "只排除本区其他文件的同类支持，本细则内可以并享",
        "only other documents of the district are excluded; within these rules both can be received",
    ),
    ask: text(
        "我单位同时符合两项相近的支持（如购房补贴和租房补贴），请问是否属于“同类型”而只能享受一项？",
        "We qualify for two related measures (such as purchase and rent). Are they of the same type, so that only one can be received?",
    ),
};

/// Applies Article 36 to the sum of the clauses.
pub(super) fn apply(assessments: &mut [Assessment], facts: &Facts) -> Limited {
    let counted = assessments.iter().map(|assessment| assessment.estimate.by_year.clone()).collect();
    let mut sum = Sum { counted, gave_way: Vec::new() };
    sum.purchase_or_rent(assessments, facts);
    clock::growth_or_innovation(&mut sum, assessments, facts);
    sum.referral_or_association(assessments, facts);
    // Articles 27 and 28 are no support of the institution itself: they reward it for another's.
    let mut own = ByYear::default();
    for (assessment, counted) in assessments.iter().zip(&sum.counted) {
        if ![27, 28].iter().any(|other| assessment.clause.article == *other) {
            own.add(counted);
        }
    }
    add_received(&mut own, assessments, facts);
    let lines = lines(&own, facts);
    let notes = notes(&sum.counted, assessments, &lines, facts);
    let received = received::sum(facts);
    Limited { counted: sum.counted, gave_way: sum.gave_way, lines, notes, own, received }
}

/// Adds what was received before to the support of its year.
fn add_received(own: &mut ByYear, assessments: &[Assessment], facts: &Facts) {
    let mut before: Vec<Year> = received::years(facts).collect();
    before.order();
    before.dedup();
    for year in before {
        let worked_out = |article: Article| {
            let of_article = assessments.iter().filter(|assessment| assessment.clause.article == article);
            let settled = of_article.flat_map(|assessment| &assessment.estimate.settled);
            settled.filter(|settled| settled.year == year).map(|settled| settled.gives.certain).sum()
        };
        own.of_mut(year).certain += own_support(facts, year, &worked_out);
    }
}

impl Sum {
    /// A whole clause gives way. What it gives stays possible, beside what its own doubts add: all readings are favourable
    /// at once.
    fn give_way(&mut self, assessments: &mut [Assessment], (from, to): (usize, usize)) {
        let own = self.counted[from].total();
        for amount in self.counted[from].amounts_mut() {
            amount.possible += amount.certain;
            (amount.certain, amount.prepaid) = (Money::ZERO, Money::ZERO);
        }
        self.record(assessments, (from, to), own.certain, (&ONCE, &SAME_TYPE));
    }

    /// 10 against 11 or 12: what was received stands; else by certain sums, where a tie keeps 10.
    fn purchase_or_rent(&mut self, assessments: &mut [Assessment], facts: &Facts) {
        let Some((purchase, bought)) = certain(assessments, 10) else { return };
        let Some((rent, leased)) = certain(assessments, 11).or_else(|| certain(assessments, 12)) else { return };
        let received = |articles: &[u8]| articles.iter().any(|article| !under(facts, *article).is_empty());
        let rent_stands = match (received(&[10]), received(&[11, 12])) {
            (true, true) => return,
            (true, false) => false,
            (false, true) => true,
            (false, false) => leased > bought,
        };
        let (from, to) = if rent_stands { (purchase, rent) } else { (rent, purchase) };
        self.give_way(assessments, (from, to));
    }

    /// 27 against 28: either 28 is claimed and every enterprise counted in it leaves 27, or 28 is left. What was received
    /// stands; else the larger certain sum; where both are softened (2.4), the larger possible one.
    fn referral_or_association(&mut self, assessments: &mut [Assessment], facts: &Facts) {
        let (Some(referred), Some(associated)) = (met(assessments, 27), met(assessments, 28)) else { return };
        let leaving = enterprises::counted_elsewhere(facts);
        let stands = leaving.total();
        let rewarded = !under(facts, 28).is_empty();
        if !rewarded && enterprises::counted_received(facts) {
            self.give_way(assessments, (associated, referred));
            return;
        }
        let own = assessments[associated].estimate.gross().total();
        let softened = own.certain.is_zero();
        if softened && own.possible.is_zero() {
            return;
        }
        let leaves = if softened {
            rewarded || own.possible > stands.certain + stands.possible
        } else {
            rewarded || own.certain > stands.certain
        };
        match (leaves, softened) {
            (true, _) => {
                for (year, leaving) in leaving.iter() {
                    leave(self.counted[referred].of_mut(year), leaving, softened);
                }
                if stands != Amount::default() {
                    let certain = if softened { Money::ZERO } else { stands.certain };
                    self.record(assessments, (referred, associated), certain, (&ONCE, &SAME_TYPE));
                }
            }
            (false, false) => self.give_way(assessments, (associated, referred)),
            (false, true) => {
                for amount in self.counted[associated].amounts_mut() {
                    amount.possible = Money::ZERO;
                }
                self.record(assessments, (associated, referred), Money::ZERO, (&ONCE, &SAME_TYPE));
            }
        }
    }
}

/// Takes what leaves a clause out of a year of it. Its certain part stays possible, beside what rests on a doubt of its
/// own; what is decided case by case goes. Where the whole clause is only possible (2.4), what leaves it goes.
fn leave(year: &mut Amount, leaving: Amount, softened: bool) {
    year.ceiling = year.ceiling.less(leaving.ceiling);
    if softened {
        year.possible = year.possible.less(leaving.certain + leaving.possible);
        return;
    }
    year.certain = year.certain.less(leaving.certain);
    year.prepaid = year.prepaid.less(leaving.prepaid);
    year.possible += leaving.certain;
}

/// The 70% line of each year that has support and a contribution. Articles 27 and 28 are not the institution's.
fn lines(own: &ByYear, facts: &Facts) -> Vec<Line> {
    own.iter()
        .filter_map(|(year, amount)| {
            let support = amount.certain;
            let contribution = YEARLY_CONTRIBUTION.of(facts, year)?;
            let line = product_down(&[Figure::Money(contribution), Figure::Rate(key_institution::LINE)]);
            (!support.is_zero()).then_some(Line { year, contribution, line, support })
        })
        .collect()
}

/// What must be told beside the totals.
fn notes(counted: &[ByYear], assessments: &[Assessment], lines: &[Line], facts: &Facts) -> Vec<Note> {
    let mut notes = Vec::new();
    let over: Vec<Year> = lines.iter().filter(|line| !line.over().is_zero()).map(|line| line.year).collect();
    if !over.is_empty() {
        notes.push(Note { provision: &SEVENTY, years: over, doubt: None, when: None });
    }
    let mut all = ByYear::default();
    counted.iter().for_each(|counted| all.add(counted));
    let paid: Vec<Year> = all.iter().filter(|(_, amount)| !amount.certain.is_zero()).map(|(year, _)| year).collect();
    if let Some(first) = received::years(facts).chain(paid.iter().copied()).min() {
        let beyond: Vec<Year> = paid.into_iter().filter(|year| *year > first + growth::YEARS - 1).collect();
        if !beyond.is_empty() {
            notes.push(Note { provision: &FIVE_YEARS, years: beyond, doubt: Some(&TERM), when: None });
        }
    }
    let applied = facts.get(&APPLICATION_YEAR);
    let mut past = ByYear::default();
    for (assessment, counted) in assessments.iter().zip(counted) {
        for (year, amount) in counted.iter().filter(|(_, amount)| *amount != Amount::default()) {
            if When::of(assessment.clause, year, applied) == When::Past {
                *past.of_mut(year) += amount;
            }
        }
    }
    let past: Vec<Year> = past.iter().map(|(year, _)| year).collect();
    if !past.is_empty() {
        notes.push(Note { provision: &MISSED, years: past, doubt: Some(&LATE), when: Some(When::Past) });
    }
    notes
}
