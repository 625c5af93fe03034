//! Law coverage: every provision, tier and doubt of a clause is exercised by some row, and steps show no other.

use miyun::policy::miyun_2019_25::article_02_gate::{BARE_BOUND, CONDITIONS, OPEN, SOFT_GATE, SOFTENED};
use miyun::rule::{Provision, Work};

use crate::tables;

fn named(provision: &Provision) -> String {
    format!("Art. {} “{}”", provision.article, provision.says.zh)
}

#[test]
fn every_provision_tier_and_doubt_is_exercised() {
    let mut gaps = Vec::new();
    for table in tables() {
        let clause = table.clause();
        let (mut seen, mut held, mut failed, mut tiers, mut doubts) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (_, assessment) in table.assessments() {
            for step in &assessment.steps {
                let provision = std::ptr::from_ref(step.provision);
                seen.push(provision);
                if !clause.provisions.iter().any(|known| std::ptr::eq(*known, provision))
                    && !CONDITIONS.iter().any(|known| std::ptr::eq(known.provision, provision))
                {
                    gaps.push(format!("{}: {} is used but not listed", clause.id, named(step.provision)));
                }
                match &step.work {
                    Work::Condition { holds: Some(true), .. } => held.push(provision),
                    Work::Condition { holds: Some(false), .. } => failed.push(provision),
                    Work::Tier { tiers: ladder, index, .. } => tiers.push((std::ptr::from_ref(*ladder), *index)),
                    _ => {}
                }
            }
            seen.extend(assessment.estimate.notes.iter().map(|note| std::ptr::from_ref(*note)));
            doubts.extend(assessment.estimate.doubts.iter().map(|doubt| doubt.number));
        }
        for provision in clause.provisions {
            let pointer = std::ptr::from_ref(*provision);
            if !seen.contains(&pointer) {
                gaps.push(format!("{}: no row exercises {}", clause.id, named(provision)));
            } else if held.contains(&pointer) != failed.contains(&pointer) {
                let only = if failed.contains(&pointer) { "failing" } else { "holding" };
                // A closing condition that only ever records a failure is fine; one that only ever holds is untested.
                if only == "holding" {
                    gaps.push(format!("{}: {} is only ever seen holding", clause.id, named(provision)));
                }
            }
        }
        for ladder in clause.tiers {
            for index in 0..ladder.tiers.len() {
                if !tiers.contains(&(std::ptr::from_ref(*ladder), index)) {
                    gaps.push(format!(
                        "{}: no row reaches tier {} of {}",
                        clause.id,
                        index + 1,
                        named(ladder.provision)
                    ));
                }
            }
        }
        for doubt in clause.doubts {
            if !doubts.contains(&doubt.number) {
                gaps.push(format!("{}: no row raises doubt {}", clause.id, doubt.number));
            }
        }
        for number in doubts {
            let general = number == BARE_BOUND.number || number == SOFT_GATE.number;
            if !general && !clause.doubts.iter().any(|doubt| doubt.number == number) {
                gaps.push(format!("{}: doubt {number} is raised but not listed", clause.id));
            }
        }
    }
    gaps.sort();
    gaps.dedup();
    assert!(gaps.is_empty(), "\n  {}\n", gaps.join("\n  "));
}

#[test]
fn each_gate_condition_alone_stops_every_gated_clause() {
    for table in tables() {
        let clause = table.clause();
        let (open, softened) = (std::ptr::eq(clause.gate, &OPEN), std::ptr::eq(clause.gate, &SOFTENED));
        let gated = |id: &str| !open && !(softened && (id == "supervised" || id == "registered"));
        let base = crate::table::facts(&table.base);
        let full = clause.assess(&base, false);
        for question in CONDITIONS.each_ref().map(|condition| condition.question) {
            for (answer, outcome) in
                [(Some(false), miyun::rule::Outcome::NotMet), (None, miyun::rule::Outcome::Unknown)]
            {
                let mut facts = base.clone();
                facts.set(&question.spec, answer.map(miyun::answers::answer::Answer::YesNo)).unwrap();
                let assessment = clause.assess(&facts, true);
                if gated(question.spec.id) || (answer.is_none() && !open) {
                    assert_eq!(assessment.outcome, outcome, "{} with {} = {answer:?}", clause.id, question.spec.id);
                    assert_eq!(assessment.estimate.by_year.total().certain, miyun::money::Money::ZERO);
                } else if softened {
                    let (soft, full) = (assessment.estimate.by_year.total(), full.estimate.by_year.total());
                    assert!(soft.certain.is_zero() && soft.possible >= full.certain, "{}", clause.id);
                } else {
                    assert_eq!(assessment.outcome, full.outcome, "{}", clause.id);
                }
            }
        }
    }
}
