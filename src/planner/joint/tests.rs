//! Joint plans of the examples, worked out by hand; and every combination of small drafts, looked at one by one.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use super::components;
use crate::answers::answer::Answer;
use crate::answers::facts::Facts;
use crate::answers::form::Form;
use crate::applicant::contribution::{CONTRIBUTIONS, YEARLY_CONTRIBUTION};
use crate::applicant::identity::APPLICATION_YEAR;
use crate::applicant::referral::{ENTERPRISES, enterprises};
use crate::date::Year;
use crate::drafts::draft::Draft;
use crate::drafts::examples;
use crate::money::{Money, wan};
use crate::planner::choice::{Pick, Subject, choices};
use crate::planner::part::part;
use crate::planner::trial::choose;
use crate::planner::{Forecast, Joint, Rank, Why, combination, elections, forecast, joint, sensitivities};
use crate::policy::CURRENT;
use crate::rule::{Outcome, Report, Side};
use crate::text::Lang;

fn example(id: &str) -> Facts {
    examples::ALL.iter().find(|example| example.id == id).unwrap().draft().unwrap().facts
}

/// The answers of an example, some of them others.
fn answers(id: &str, others: Value) -> Facts {
    let example = examples::ALL.iter().find(|example| example.id == id).unwrap().draft().unwrap();
    let mut file = example.to_json();
    let facts = file["facts"].as_object_mut().unwrap();
    for (question, answer) in others.as_object().unwrap() {
        facts.insert(question.clone(), answer.clone());
    }
    Draft::from_json(&file).unwrap().facts
}

fn planned(facts: &Facts, forecast: &Forecast) -> Option<Joint> {
    let found = sensitivities(CURRENT, facts, &CURRENT.assess(facts, true));
    joint(CURRENT, facts, forecast, &elections(CURRENT, facts, forecast), &found)
}

fn name(pick: Pick) -> String {
    match pick {
        Pick::Year(year) => year.to_string(),
        Pick::Side(side) => side.id.to_owned(),
    }
}

/// A hundredth of ten thousand yuan.
fn hundredths(count: u32) -> Money {
    Money::from_fen(i128::from(count) * 10_000)
}

// ── named situations ─────────────────────────────────────────────────────

#[test]
fn the_right_plan_of_each_example_and_what_the_next_one_loses() {
    for (id, picks, total, second, worst) in [
        // 2000 for opening, rent of 247.50 before a purchase of 180, and 1572.80 from 2026 on. Purchase loses 67.50; the
        // worst buys and has Article 20 alone, 10.40 in 2023.
        ("bank", &["rent", "growth_alone", "2026"][..], hundredths(382_030), hundredths(6750), hundredths(219_040)),
        // 6.40 and 16.00 of Article 20 in 2024 and 2025, then 37.50 and 45.00 within five years of 2024; 640.5 m² bought.
        (
            "sub_branch",
            &["innovation_first", "2026"],
            Money::from_fen(200_975_000),
            hundredths(2240),
            Money::from_fen(118_475_000),
        ),
        // 500 m² at 1500 yuan before rent of 15 and 9.60; from 2022 on, 30 more than from 2023.
        ("accountants", &["purchase", "2022"], wan(453), wan(30), hundredths(15_660)),
        // 200 that its fund could claim in its place; 2022 is 312 more than 2023.
        ("fund_manager", &["applicant", "2022"], hundredths(426_840), wan(200), hundredths(255_640)),
        // The second enterprise with 2024 at 6% of 450 in place of 2025 at 7% of 510.
        ("trust_introducer", &["2022"], hundredths(1_679_320), hundredths(870), hundredths(1_082_210)),
    ] {
        let joint = planned(&example(id), &Forecast::Open).unwrap();
        let best = joint.best().unwrap();
        let picked: Vec<String> = best.picks.iter().flatten().copied().map(name).collect();
        assert_eq!((picked, best.total), (picks.iter().map(|pick| (*pick).to_owned()).collect(), total), "{id}");
        let ranks: Vec<_> = joint.plans.iter().map(|plan| plan.rank).collect();
        assert_eq!(ranks, [Rank::Best, Rank::Second, Rank::Worst], "{id}");
        assert_eq!((total.less(joint.plans[1].total), joint.plans[2].total), (second, worst), "{id}");
        for plan in &joint.plans {
            assert_eq!(plan.years.iter().map(|(_, paid)| *paid).sum::<Money>(), plan.total, "{id}");
        }
        assert!(joint.refused.is_empty() && joint.gain() == total.less(joint.own), "{id}");
    }
    // Not for these: nothing to choose.
    for id in ["nothing", "association", "equity_fund"] {
        assert!(planned(&example(id), &Forecast::Open).is_none(), "{id}");
    }
}

#[test]
fn each_enterprise_has_the_year_that_gives_most() {
    let joint = planned(&example("trust_introducer"), &Forecast::Open).unwrap();
    let rows = joint.rows.unwrap();
    let of = |row: usize| rows.named[row].years.clone();
    assert_eq!(of(0), [(2024, wan(144)), (2023, wan(96)), (2022, hundredths(6160))]);
    assert_eq!(of(1), [(2025, hundredths(3570)), (2024, wan(27))]);
    assert_eq!((rows.open, rows.less), (2, hundredths(8240 + 870)));
    // Where Article 2 moves everything to what is only possible, no year brings more.
    assert!(planned(&example("introducer"), &Forecast::Open).is_none());
}

#[test]
fn a_year_is_no_choice_where_each_brings_as_much_as_the_one_that_is_filed() {
    let contributions: Vec<Value> =
        (2023..=2030).map(|year| json!({ "year": year, "contribution": "6000000.00" })).collect();
    let chooses = |applications: Value| {
        let facts = answers(
            "bank",
            json!({
                "increases": [{ "date": "2024-05-01", "amount": "600000000.00" }],
                "contributions": contributions, "applications": applications,
            }),
        );
        let joint = planned(&facts, &Forecast::Open);
        joint.is_some_and(|joint| {
            joint.decisions.iter().any(|decision| decision.choice.subject.id() == "capital_increase")
        })
    };
    assert!(chooses(json!([])));
    assert!(!chooses(json!([{ "year": 2026 }])));
}

#[test]
fn what_cannot_be_chosen_any_more_is_said_with_its_reason() {
    let closed = |facts: &Facts| -> Vec<(&str, String, &str)> {
        let joint = planned(facts, &Forecast::Open);
        let closed = joint.iter().flat_map(|joint| &joint.closed);
        closed.map(|closed| (closed.subject.id(), name(closed.pick), closed.why.zh)).collect()
    };
    let of = |facts: &Facts, id: &str| -> Vec<(String, &str)> {
        let own = closed(facts).into_iter().filter(|(of, ..)| *of == id);
        own.map(|(_, pick, why)| (pick, why)).collect()
    };
    // Applied for in 2022, before the year of this application.
    let trust = of(&example("trust_introducer"), "capital_increase");
    assert_eq!(trust.iter().map(|(year, _)| &year[..]).collect::<Vec<_>>(), ["2021", "2023", "2024", "2025", "2026"]);
    assert!(trust.iter().all(|(_, why)| why.contains("已申请过")), "{trust:?}");
    // Applied for in a year whose contribution was not enough: that was no application, and bars nothing.
    let mut contributions = answers("trust_introducer", json!({ "applications": [{ "year": 2022 }] }));
    let row = contributions.answer(&CONTRIBUTIONS.spec).and_then(|answer| match answer {
        Answer::Table(table) => (0..table.len()).find(|row| table.cell(*row, 0) == Some(Answer::Year(2022))),
        _ => None,
    });
    let Form::Table(columns) = CONTRIBUTIONS.spec.form else { panic!("it is a table") };
    let table = contributions.table_mut(&CONTRIBUTIONS.spec).unwrap();
    table.set(columns, row.unwrap(), 1, Some(Answer::Money(wan(1)))).unwrap();
    let failed = of(&contributions, "capital_increase");
    assert!(!failed.is_empty() && failed.iter().all(|(_, why)| !why.contains("已申请过")), "{failed:?}");
    // Never applied for: what is past is past.
    let never = of(&answers("trust_introducer", json!({ "applications": [] })), "capital_increase");
    assert!(never.len() == 5 && never.iter().all(|(_, why)| why.contains("申报已过")), "{never:?}");
    // Received: there is one of it.
    let received = json!({ "received": [{ "article": "16", "year": 2022, "amount": "30000000.00" }] });
    let received = of(&answers("trust_introducer", received), "capital_increase");
    assert!(received.len() == 5 && received.iter().all(|(_, why)| why.contains("只有一次")), "{received:?}");
    // Received for 2025: what begins later does not hold it.
    let received = json!({ "received": [{ "article": "19", "year": 2025, "amount": "1579600.00" }] });
    let received = of(&answers("bank", received), "growth_funding");
    assert_eq!(
        received.iter().map(|(year, _)| &year[..]).collect::<Vec<_>>(),
        ["2026", "2027", "2028", "2029", "2030"]
    );
    // The other side has claimed.
    let claimed = of(&example("fund_company"), "funds");
    assert!(matches!(&claimed[..], [(pick, why)] if pick == "applicant" && why.contains("已就同一笔")), "{claimed:?}");
    // The rent subsidy was received.
    let received = json!({ "received": [{ "article": "11", "year": 2026, "amount": "675000.00" }] });
    let received = of(&answers("bank", received), "premises");
    assert!(matches!(&received[..], [(pick, why)] if pick == "purchase" && why.contains("已领过")), "{received:?}");
}

#[test]
fn too_many_ways_are_refused_with_their_number() {
    let facts = example("bank");
    let report = CURRENT.assess(&facts, false);
    let (choices, _) = choices(CURRENT, &facts, &facts);
    let growth = || {
        let mut of = components(CURRENT, &choices, &report).into_iter();
        of.find(|component| component.clauses.contains(&"growth_funding")).unwrap()
    };
    // Three ways to have 19 and 20, ten years with a row.
    assert_eq!(part(growth(), &facts, 29).map(|_| ()), Err(30));
    assert!(part(growth(), &facts, 30).is_ok());
}

#[test]
fn what_is_assumed_is_taken_and_a_plan_is_sure_only_over_the_whole_of_it() {
    let last = planned(&example("bank"), &Forecast::Last).unwrap();
    let best = last.best().unwrap();
    // From 2030 on five years at 720.
    assert!(matches!(best.picks[..], [_, _, Some(Pick::Year(2030))]));
    let total = wan(2000) + hundredths(24_750) + wan(2160);
    assert_eq!((best.total, best.range, last.settled), (total, Some((total, total)), true));
    let growth = Forecast::growth(["-50", "0", "10"].map(|rate| forecast::rate(rate).unwrap()));
    let growth = planned(&example("bank"), &growth).unwrap();
    let (low, high) = growth.best().unwrap().range.unwrap();
    assert!(low < total && total < high && !growth.settled);
    assert!(!planned(&example("bank"), &Forecast::Open).unwrap().settled, "years are open");
}

/// Which side is the best, the other choices being made best: of all that the edition has, the first of equals.
fn best_side(facts: &Facts, joint: &Joint, of: usize) -> Option<String> {
    let subjects: Vec<Subject> = joint.decisions.iter().map(|decision| decision.choice.subject).collect();
    let options: Vec<_> = subjects
        .iter()
        .map(|subject| {
            let all = by_edition(facts).into_iter().flatten();
            all.filter(|(other, pick)| other.id() == subject.id() && pick.is_some()).collect::<Vec<_>>()
        })
        .collect();
    let mut best: Option<(Money, Option<Pick>)> = None;
    for picks in product(&options) {
        if let Some(report) = whole(facts, &picks)
            && best.is_none_or(|(most, _)| report.total().certain > most)
        {
            best = Some((report.total().certain, picks[of].1));
        }
    }
    best.and_then(|(_, pick)| pick).map(name)
}

#[test]
fn a_side_flips_at_the_figure_that_is_told_and_one_step_before_it_does_not() {
    let mut seen = 0;
    for example in examples::ALL {
        let facts = example.draft().unwrap().facts;
        let Some(joint) = planned(&facts, &Forecast::Open) else { continue };
        for (of, decision) in joint.decisions.iter().enumerate() {
            let best = decision.choice.best().map(|best| name(best.pick));
            for flip in &decision.flips {
                let at = |figure| {
                    let mut facts = facts.clone();
                    assert!(flip.cell.set(&mut facts, figure));
                    best_side(&facts, &joint, of)
                };
                assert_eq!(at(flip.keeps), best, "{} {flip:?}", example.id);
                assert_eq!(at(flip.turns), flip.best.map(name), "{} {flip:?}", example.id);
                seen += 1;
            }
        }
    }
    assert!(seen > 3, "{seen}");
}

#[test]
fn rows_are_not_compared_where_what_was_received_names_none() {
    let received = json!({ "received": [{ "article": "27", "year": 2024, "amount": "50000.00" }] });
    let joint = planned(&answers("trust_introducer", received), &Forecast::Open).unwrap();
    assert!(joint.rows.is_none());
    assert_eq!(joint.refused.iter().map(|refused| refused.why).collect::<Vec<_>>(), [Why::Rows]);
}

/// 24.60 of rent are what 164 m² at 1500 yuan come to, and of equals the purchase stands.
#[test]
fn the_area_at_which_renting_brings_more_is_found_to_the_hundredth() {
    let joint = planned(&example("accountants"), &Forecast::Open).unwrap();
    let flips = &joint.decisions[0].flips;
    let flip = flips.iter().find(|flip| flip.cell.question.id == "purchased_area").unwrap();
    assert_eq!([flip.keeps, flip.turns].map(|figure| figure.said(Lang::Zh)), ["164平方米", "163.99平方米"]);
    assert_eq!(flip.best.map(name).as_deref(), Some("rent"));
}

// ── what to file ─────────────────────────────────────────────────────────

#[test]
fn what_the_sum_loses_without_each_clause_and_by_those_left_out() {
    let facts = example("bank");
    let all = combination(CURRENT, &facts, &|_| true);
    let of = |id: &str| all.shares.iter().find(|share| share.clause.id == id).unwrap();
    // Without the rent of 247.50 the purchase of 180 counts.
    assert_eq!(of("office_rent_legal_entity").less, hundredths(6750));
    assert_eq!(
        (of("office_purchase").less, of("office_purchase").gives_way.unwrap().id),
        (Money::ZERO, "office_rent_legal_entity")
    );
    assert_eq!(of("opening_legal_entity").less, wan(2000));
    assert_eq!(all.given_up(), Money::ZERO);
    let filed = combination(CURRENT, &facts, &|clause| clause.id != "office_rent_legal_entity");
    assert_eq!((filed.given_up(), filed.total), (hundredths(6750), all.total));
    assert!(filed.shares.iter().all(|share| share.left_out == (share.clause.id == "office_rent_legal_entity")));
}

// ── every combination ────────────────────────────────────────────────────

/// What is chosen, and what it is; `None` as the draft has it.
type Picked = (Subject, Option<Pick>);

/// The whole edition on these picks; `None` where the rules do not admit them.
fn whole(facts: &Facts, picks: &[Picked]) -> Option<Report> {
    let mut varied = facts.clone();
    let sides: Vec<&Side> = picks
        .iter()
        .filter_map(|(_, pick)| match pick {
            Some(Pick::Side(side)) => Some(*side),
            _ => None,
        })
        .collect();
    let left: Vec<&str> = sides.iter().flat_map(|side| side.leaves).map(|clause| clause.id).collect();
    for side in &sides {
        if let Some(vary) = side.vary {
            vary(&mut varied);
        }
    }
    for (subject, pick) in picks {
        if let (Subject::Year(elective), Some(Pick::Year(year))) = (subject, pick) {
            choose(&mut varied, elective.question, *year)?;
        }
    }
    let report = CURRENT.assess_among(&varied, false, &|clause| !left.contains(&clause.id));
    let admitted = picks.iter().all(|(subject, pick)| match (subject, pick) {
        (Subject::Year(elective), Some(Pick::Year(_))) => {
            report.of(elective.clause.id).is_none_or(|own| own.outcome == Outcome::Met)
        }
        _ => true,
    });
    let counts = |id: &str| !report.counts(id).certain.is_zero();
    let given = sides.iter().all(|side| side.takes.iter().all(|group| group.iter().any(|clause| counts(clause.id))));
    (admitted && given).then_some(report)
}

/// Every combination of these options.
fn product<T: Copy>(of: &[Vec<T>]) -> Vec<Vec<T>> {
    of.iter().fold(vec![Vec::new()], |all, options| {
        all.iter().flat_map(|before| options.iter().map(|option| [&before[..], &[*option]].concat())).collect()
    })
}

/// What can be chosen by the edition alone: everything as it is, or another side or year.
fn by_edition(facts: &Facts) -> Vec<Vec<Picked>> {
    let mut options = Vec::new();
    for alternative in CURRENT.alternatives {
        let subject = Subject::Side(alternative);
        let open = alternative.sides.iter().filter(|side| (side.barred)(facts).is_none());
        options.push(open.map(|side| (subject, Some(Pick::Side(side)))).chain([(subject, None)]).collect());
    }
    let applied = facts.get(&APPLICATION_YEAR);
    for elective in CURRENT.electives {
        let subject = Subject::Year(elective);
        let is_open = |year: &Year| {
            (elective.past || applied.is_none_or(|applied| *year >= applied))
                && (elective.barred)(facts, *year).is_none()
        };
        let mine = elective.clause.assess(facts, false).outcome != Outcome::NotApplicable;
        let years = YEARLY_CONTRIBUTION.years(facts).filter(is_open).filter(|_| mine);
        options.push(years.map(|year| (subject, Some(Pick::Year(year)))).chain([(subject, None)]).collect());
    }
    options
}

/// The answers with each row's contributions in one year alone, every combination; one as it is where nothing is chosen.
fn by_rows(facts: &Facts) -> Vec<Facts> {
    let mut years: Vec<Vec<(usize, Year)>> = Vec::new();
    let rule = &CURRENT.row_rules[0];
    (rule.years)(facts, &mut |row, year, gives| {
        if gives.certain.is_zero() {
            return;
        }
        match years.last_mut().filter(|of| of[0].0 == row) {
            Some(of) => of.push((row, year)),
            None => years.push(vec![(row, year)]),
        }
    });
    let Form::Table(columns) = ENTERPRISES.spec.form else { panic!() };
    let only = |picked: Vec<(usize, Year)>| {
        let mut facts = facts.clone();
        for (row, year) in picked {
            let first = facts.get(&ENTERPRISES).unwrap().get(&enterprises::FIRST_TAX, row).unwrap().year();
            let table = facts.table_mut(&ENTERPRISES.spec).unwrap();
            for (cell, other) in enterprises::YEARS.iter().zip(first..).filter(|(_, other)| *other != year) {
                assert!(other < first + 3);
                table.set(columns, row, cell.index, Some(Answer::Money(Money::ZERO))).unwrap();
            }
        }
        facts
    };
    product(&years).into_iter().map(only).collect()
}

fn agrees(facts: &Facts) -> Result<(), TestCaseError> {
    let own = CURRENT.assess(facts, false).total().certain;
    let joint = joint(CURRENT, facts, &Forecast::Open, &elections(CURRENT, facts, &Forecast::Open), &[]);
    let most = joint.as_ref().and_then(Joint::best).map_or(own, |best| best.total);
    let combinations = product(&by_edition(facts));
    let all = combinations.iter().filter_map(|picks| Some(whole(facts, picks)?.total().certain));
    prop_assert_eq!(Some(most), all.max(), "the best of all combinations");
    prop_assert!(most >= own);
    let Some(joint) = joint else { return Ok(()) };
    let rows_differ = joint.refused.iter().any(|refused| refused.why == Why::Rows);
    prop_assert!(joint.refused.iter().all(|refused| refused.why == Why::Rows));

    // Of the choices that are told: the second, the worst, and what each option costs.
    let options = joint.decisions.iter().map(|decision| {
        let of = &decision.choice;
        of.options.iter().map(|option| (of.subject, Some(option.pick))).collect::<Vec<_>>()
    });
    let options: Vec<_> = options.collect();
    let mut found: Vec<(Vec<Picked>, Money)> = Vec::new();
    for facts in if rows_differ { vec![facts.clone()] } else { by_rows(facts) } {
        for picks in product(&options) {
            if let Some(report) = whole(&facts, &picks) {
                found.push((picks, report.total().certain));
            }
        }
    }
    let totals = || found.iter().map(|(_, total)| *total);
    prop_assert_eq!(totals().max(), Some(most));
    let second = totals().filter(|total| *total < most).max();
    let worst = totals().min().filter(|least| *least < most && Some(*least) != second);
    let told = |rank| joint.plans.iter().find(|plan| plan.rank == rank).map(|plan| plan.total);
    prop_assert_eq!((told(Rank::Second), told(Rank::Worst)), (second, worst));
    for (place, decision) in joint.decisions.iter().enumerate() {
        let costs = decision.choice.options.iter().any(|option| !option.less.is_zero());
        prop_assert!(costs || most > own, "nothing is at stake at {}", decision.choice.subject.id());
        for option in &decision.choice.options {
            let with = found.iter().filter(|(picks, _)| picks[place].1.is_some_and(|pick| pick.is(option.pick)));
            let total = with.map(|(_, total)| *total).max();
            prop_assert_eq!(total.map(|total| most.less(total)), Some(option.less), "{}", name(option.pick));
        }
    }
    Ok(())
}

/// An amount in yuan near the bounds of the rules.
fn amount(of: &'static [u32]) -> impl Strategy<Value = String> {
    select(of).prop_map(|amount| format!("{amount}0000.00"))
}

/// Small drafts: a few years, increases, leases and enterprises, of every kind of applicant.
fn draft() -> impl Strategy<Value = Facts> {
    const YEARS: &[Year] = &[2020, 2021, 2022, 2023, 2024];
    let kind =
        select(vec!["legal_entity", "branch1", "branch2", "fund_manager", "fund_company", "fund", "quasi", "none"]);
    let identity = (kind, any::<bool>(), any::<bool>(), select(vec!["2020-01-01", "2020-06-01", "2021-01-01"]));
    let contribution = of(amount(&[0, 12, 24, 49, 50, 99, 100, 210, 300, 520, 700]));
    let years = (vec(contribution, 0..=5), of(select(YEARS)), select(YEARS));
    let increase = (select(vec!["2020-07-01", "2022-07-01", "2023-07-01"]), amount(&[30_000, 50_000, 60_000]));
    let capital = (vec(increase, 0..=2), of(select(YEARS)));
    let lease = (select(YEARS), amount(&[5, 20, 60]));
    let premises = (of(select(vec!["20", "100", "400"])), vec(lease, 0..=3));
    let fund = (amount(&[100_000, 200_000, 300_000]), of(any::<bool>()));
    let enterprise = (
        select(vec!["2020-01-01", "2021-03-01"]),
        prop::array::uniform3(of(amount(&[50, 100, 120, 400, 800, 2500]))),
        of(any::<bool>()),
    );
    let referral = (vec(enterprise, 0..=2), select(vec![20, 33, 40]), amount(&[20, 60, 120, 400]));
    let receipt =
        (select(vec!["10", "11", "12", "16", "17", "19", "20", "23", "27", "28"]), select(YEARS), any::<bool>());
    (identity, years, capital, premises, fund, referral, vec(receipt, 0..=1)).prop_map(
        |(identity, years, capital, premises, fund, referral, received)| {
            let (kind, intermediary, association, arrived) = identity;
            let (contributions, start, applied) = years;
            let rows = |of: Vec<Value>| Value::Array(of);
            let contributions = (2020..).zip(contributions).map(|(year, amount)| match amount {
                Some(amount) => json!({ "year": year, "contribution": amount }),
                None => json!({ "year": year }),
            });
            let increases = capital.0.into_iter().map(|(date, amount)| json!({ "date": date, "amount": amount }));
            let leases = premises.1.into_iter().map(|(year, rent)| json!({ "year": year, "rent": rent, "area": "400" }));
            let introduced = referral.0.into_iter().enumerate().map(|(row, (first_tax, years, counted))| {
                let mut of = json!({ "name": format!("企业{row}"), "fits": true, "first_tax": first_tax });
                for (key, amount) in ["year_1", "year_2", "year_3"].into_iter().zip(years) {
                    if let Some(amount) = amount {
                        of[key] = amount.into();
                    }
                }
                if let Some(counted) = counted {
                    of["counted"] = counted.into();
                }
                of
            });
            let received = received.into_iter().map(|(article, year, named)| {
                json!({ "article": article, "year": year, "amount": "50000.00", "for": if named { "企业0" } else { "" } })
            });
            answers(
                "bank",
                json!({
                    "kind": kind,
                    "intermediary": intermediary,
                    "association": association,
                    "arrived": arrived,
                    "application_year": applied,
                    "standing": "beijing",
                    "contributions": rows(contributions.collect()),
                    "growth_start": start,
                    "increases": rows(increases.collect()),
                    "applications": rows(capital.1.map(|year| json!({ "year": year })).into_iter().collect()),
                    "purchased_area": premises.0.unwrap_or("0"),
                    "leases": rows(leases.collect()),
                    "filed_in_miyun": true,
                    "listed_and_exited": true,
                    "high_end_investment": fund.0,
                    "counterpart_claimed": fund.1,
                    "legal_person": true,
                    "enterprises": rows(introduced.collect()),
                    "association_fits": true,
                    "members": 60,
                    "taxpaying_members": referral.1,
                    "entry_contribution": referral.2,
                    "received": rows(received.collect()),
                }),
            )
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// The best plan, the second, the worst and every cost are those of all combinations, each assessed whole.
    #[test]
    fn the_optimiser_equals_brute_force(facts in draft()) {
        agrees(&facts)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, max_shrink_iters: 2_000, ..ProptestConfig::default() })]

    #[test]
    #[ignore = "minutes beside other work; the test command runs it too"]
    fn the_optimiser_equals_brute_force_on_ten_thousand_drafts(facts in draft()) {
        agrees(&facts)?;
    }
}
