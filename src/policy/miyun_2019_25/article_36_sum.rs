//! 第三十六条 · what the clauses count while the limits are applied, and what gave way.

use crate::money::Money;
use crate::rule::report::GaveWay;
use crate::rule::{Assessment, ByYear, Doubt, Outcome, Provision};
use crate::text::text;

/// Support of one type is had once.
pub static ONCE: Provision = Provision::new(
    36,
    "同类型支持不重复享受：取可测算较多的一项",
    "the same type of support once: the one with more calculable money stands",
);
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

/// What counts, while the limits are applied.
pub(super) struct Sum {
    /// What each clause that was given counts, in their order.
    pub counted: Vec<ByYear>,
    pub gave_way: Vec<GaveWay>,
}

/// The place of an article's clause among the assessments, if it is met.
pub(super) fn met(assessments: &[Assessment], article: u8) -> Option<usize> {
    let met = |assessment: &Assessment| assessment.clause.article == article && assessment.outcome == Outcome::Met;
    assessments.iter().position(met)
}

/// The same with its certain sum, if it has one; what of it was received before counts as well.
pub(super) fn certain(assessments: &[Assessment], article: u8) -> Option<(usize, Money)> {
    let place = met(assessments, article)?;
    let sum = assessments[place].estimate.gross().total().certain;
    (!sum.is_zero()).then_some((place, sum))
}

impl Sum {
    /// A whole clause gives way. What it gives stays possible, beside what its own doubts add: all readings are favourable
    /// at once.
    pub fn give_way(&mut self, assessments: &mut [Assessment], (from, to): (usize, usize)) {
        let own = self.counted[from].total();
        for amount in self.counted[from].amounts_mut() {
            amount.possible += amount.certain;
            (amount.certain, amount.prepaid) = (Money::ZERO, Money::ZERO);
        }
        self.record(assessments, (from, to), own.certain, (&ONCE, &SAME_TYPE));
    }

    /// Says what gave way to what, and raises the doubt that keeps it possible.
    pub fn record(
        &mut self,
        assessments: &mut [Assessment],
        (from, to): (usize, usize),
        amount: Money,
        (provision, doubt): (&'static Provision, &'static Doubt),
    ) {
        let doubts = &mut assessments[from].estimate.doubts;
        if !doubts.iter().any(|other| other.number == doubt.number) {
            doubts.push(doubt);
        }
        let (clause, to) = (assessments[from].clause, assessments[to].clause);
        self.gave_way.push(GaveWay { clause, to, provision, doubt: Some(doubt), amount });
    }
}
