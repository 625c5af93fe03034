//! 第三十六条 · Articles 19 and 20 are one type of support: they share one clock of five years.

use crate::answers::facts::Facts;
use crate::applicant::identity::ARRIVED;
use crate::date::Year;
use crate::money::Money;
use crate::policy::miyun_2019_25::article_19_starts::{GrowthYears, YEARS};
use crate::policy::miyun_2019_25::article_36_sum::{Sum, certain};
use crate::policy::miyun_2019_25::received::{by_year, under};
use crate::rule::{Amount, Assessment, ByYear, Doubt, Provision};
use crate::text::text;

/// Articles 19 and 20 share one clock.
static ONE_CLOCK: Provision = Provision::new(
    36,
    "第十九条和第二十条算同类，合用一个五年：取合计最多的安排",
    "Articles 19 and 20 are one type and share one five-year clock: the arrangement that gives most stands",
);

/// 36.2: one clock or two for Articles 19 and 20.
pub static CLOCK: Doubt = Doubt {
    number: "36.2",
    issue: text(
        "第十九条和第二十条，五年期限合并计算还是分别计算",
        "whether Articles 19 and 20 share one five-year clock",
    ),
    prudent: text(
        "同一节、同一基数，算同类支持：五年一起数",
        "same section, same base: one type of support, one clock",
    ),
    favourable: text(
        "两条各有年限：第二十条最多两年，第十九条五年，互不占用",
        "each has a term of its own: two years and five",
    ),
    ask: text(
        "我单位拟先按实施细则第二十条、以后再按第十九条申请。请问两条的年限是分别计算，还是合并不超过五年？",
        "We mean to apply under Article 20 first and under Article 19 later. Do their terms run separately, or together for five years?",
    ),
};

/// 19 against 20: the best of 19 alone, 20 alone, and 20 before 19 within five years of the first payment.
pub(super) fn growth_or_innovation(sum: &mut Sum, assessments: &mut [Assessment], facts: &Facts) {
    let (Some((nineteen, _)), Some((twenty, _))) = (certain(assessments, 19), certain(assessments, 20)) else {
        return;
    };
    let Some(arrived) = facts.get(&ARRIVED) else { return };
    let years = GrowthYears::of(facts, arrived.first_full_year());
    let innovation = assessments[twenty].estimate.gross();
    let paying = innovation.iter().filter(|(_, amount)| !amount.certain.is_zero());
    let early: Vec<(Year, Money)> = paying.map(|(year, amount)| (year, amount.certain)).collect();
    let Some(best) = best_arrangement(&years, &early, facts) else { return };

    let mut kept = [ByYear::default(), ByYear::default()];
    if let Some(start) = best.start {
        for award in
            years.awards.iter().filter(|award| (start..=best.until).contains(&award.year) && !award.award.is_zero())
        {
            *kept[0].of_mut(award.year) += award.amount();
        }
    }
    for year in best.early {
        *kept[1].of_mut(year) += innovation.of(year);
    }
    let [growth, innovation] = kept;
    let kept = [unpaid(growth, &assessments[nineteen]), unpaid(innovation, &assessments[twenty])];
    // What a clause would pay on its own, less what the arrangement leaves it, is only possible: in the years that
    // lost.
    for (kept, (from, to)) in kept.iter().zip([(nineteen, twenty), (twenty, nineteen)]) {
        let own = std::mem::take(&mut sum.counted[from]);
        let lost = own.total().certain.less(kept.total().certain);
        let counted = &mut sum.counted[from];
        counted.add(kept);
        let mut left = lost;
        for (year, amount) in own.iter() {
            let lost = amount.certain.less(kept.of(year).certain).min(left);
            counted.of_mut(year).possible += amount.possible + lost;
            left = left.less(lost);
        }
        if !lost.is_zero() {
            sum.record(assessments, (from, to), lost, (&ONE_CLOCK, &CLOCK));
        }
    }
}

/// What an arrangement keeps of a clause, but for the years that were received: they are not given again.
fn unpaid(mut kept: ByYear, assessment: &Assessment) -> ByYear {
    for settled in &assessment.estimate.settled {
        *kept.of_mut(settled.year) = Amount::default();
    }
    kept
}

/// How the five years are used.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Arrangement {
    /// Years of Article 20 that are used.
    early: Vec<Year>,
    /// Start of Article 19, if it is used.
    start: Option<Year>,
    /// Last year that may pay.
    until: Year,
    /// What it pays in all.
    total: Money,
}

/// The arrangement that pays most. Ties: fewer years of Article 20, then the earliest start. A start already chosen stays.
fn best_arrangement(years: &GrowthYears, early: &[(Year, Money)], facts: &Facts) -> Option<Arrangement> {
    let span = YEARS - 1;
    let mut arrangements: Vec<Arrangement> = years
        .starts()
        .map(|start| Arrangement {
            early: Vec::new(),
            start: Some(start),
            until: start + span,
            total: years.total(start, start + span),
        })
        .collect();
    // Every choice among the years of Article 20, as a bit a year; there are two of them at most.
    for choice in 1_u32..(1 << early.len()) {
        let used: Vec<(Year, Money)> =
            early.iter().enumerate().filter(|(bit, _)| choice & (1 << bit) != 0).map(|(_, award)| *award).collect();
        let (first, last) = (used[0].0, used[used.len() - 1].0);
        let early_total: Money = used.iter().map(|(_, money)| *money).sum();
        let used: Vec<Year> = used.iter().map(|(year, _)| *year).collect();
        if years.chosen.is_none() {
            arrangements.push(Arrangement {
                early: used.clone(),
                start: None,
                until: first + span,
                total: early_total,
            });
        }
        for start in years.starts().filter(|start| *start > last) {
            let until = (start + span).min(first + span);
            if start <= until {
                let total = early_total + years.total(start, until);
                arrangements.push(Arrangement { early: used.clone(), start: Some(start), until, total });
            }
        }
    }
    // What was received is part of the arrangement, if one has room for it.
    let paid_early = by_year(&under(facts, 20));
    let holds = |arrangement: &Arrangement| {
        let paid = early.iter().map(|(year, _)| year).filter(|year| paid_early.contains_key(year));
        let growth = years.received.is_none_or(|(_, last)| arrangement.start.is_some() && last <= arrangement.until);
        growth && paid.into_iter().all(|year| arrangement.early.contains(year))
    };
    if arrangements.iter().any(holds) {
        arrangements.retain(holds);
    }
    arrangements.into_iter().min_by_key(|arrangement| {
        (std::cmp::Reverse(arrangement.total), arrangement.early.len(), arrangement.start.unwrap_or(Year::MAX))
    })
}
