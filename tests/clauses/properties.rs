//! What must hold for any answers at all.

use miyun::applicant::contribution::{CONTRIBUTIONS, contributions};
use miyun::applicant::{CATALOGUE, question};
use miyun::date::Date;
use miyun::facts::{Answer, Facts, Table};
use miyun::money::{Area, Money, Rate};
use miyun::policy::CURRENT;
use miyun::question::{Column, Form};
use miyun::rule::clause::GATE;
use miyun::rule::{Gate, Outcome};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::table::recomputes;

/// Money on and beside every bound of the law, ordinary figures, and the largest that is taken.
fn money(signed: bool) -> BoxedStrategy<Answer> {
    const WAN: i128 = 1_000_000;
    let bounds: Vec<i128> =
        [0, 20, 50, 70, 100, 200, 300, 500, 1000, 1500, 2000, 10_000, 50_000, 100_000, 200_000, 300_000, 500_000]
            .into_iter()
            .map(|wan| wan * WAN)
            .chain([Money::LIMIT.fen()])
            .collect();
    let lowest = if signed { -50_000 * WAN } else { 0 };
    let beside =
        (select(bounds), -1_i128..=1).prop_map(move |(bound, fen)| (bound + fen).clamp(lowest, Money::LIMIT.fen()));
    prop_oneof![3 => beside, 2 => lowest..=3_000 * WAN, 1 => 0..=Money::LIMIT.fen()]
        .prop_map(|fen| Answer::Money(Money::from_fen(fen)))
        .boxed()
}

fn date() -> BoxedStrategy<Answer> {
    let ordinary = (2017_u16..2030, 1_u8..=12, 1_u8..=31)
        .prop_filter_map("a day of the calendar", |(year, month, day)| Date::new(year, month, day));
    let bounds = select(vec![
        Date::new(2019, 10, 14).unwrap(),
        Date::new(2019, 10, 15).unwrap(),
        Date::new(2022, 1, 1).unwrap(),
        Date::new(2199, 12, 31).unwrap(),
        Date::new(1900, 1, 1).unwrap(),
    ]);
    prop_oneof![3 => ordinary, 1 => bounds].prop_map(Answer::Date).boxed()
}

/// An answer that the form takes.
fn answer(form: &'static Form) -> BoxedStrategy<Answer> {
    match form {
        Form::YesNo => prop_oneof![4 => Just(true), 1 => Just(false)].prop_map(Answer::YesNo).boxed(),
        Form::Money { signed } => money(*signed),
        Form::Area => prop_oneof![0_u64..300_000, Just(100_000), Just(50_000), 0_u64..10_000_000_000]
            .prop_map(|hundredths| {
                Answer::Area(Area::from_decimal(rust_decimal::Decimal::new(hundredths.cast_signed(), 2)))
            })
            .boxed(),
        Form::Count { least, .. } => {
            prop_oneof![*least..70, select(vec![20, 21, 24, 25, 49, 50, 51]), *least..=10_000_000]
                .prop_map(Answer::Count)
                .boxed()
        }
        Form::Share => (0_i64..=1_000)
            .prop_map(|thousandths| Answer::Share(Rate::from_decimal(rust_decimal::Decimal::new(thousandths, 3))))
            .boxed(),
        Form::Date => date(),
        Form::Year => prop_oneof![8 => 2019_u16..2031, 1 => 1990_u16..=2199].prop_map(Answer::Year).boxed(),
        Form::Choice(choices) => (0..u8::try_from(choices.len()).unwrap()).prop_map(Answer::Choice).boxed(),
        Form::Words(_) => "[=+@a-z中示例]{0,12}".prop_map(|words| Answer::Words(words.into())).boxed(),
        Form::Table(columns) => table(columns),
    }
}

fn table(columns: &'static [Column]) -> BoxedStrategy<Answer> {
    let cells: Vec<BoxedStrategy<Option<Answer>>> =
        columns.iter().map(|column| prop::option::weighted(0.95, answer(&column.form)).boxed()).collect();
    vec(cells, 0..8)
        .prop_map(move |rows| {
            let mut table = Table::new(columns);
            for (row, cells) in rows.into_iter().enumerate() {
                table.insert(row);
                for (column, answer) in cells.into_iter().enumerate() {
                    // A second row for one fiscal year is refused, and its year stays empty.
                    let _ = table.set(columns, row, column, answer);
                }
            }
            Answer::Table(table)
        })
        .boxed()
}

/// Answers to all questions, each told with high probability, so that clauses are often met.
fn facts() -> impl Strategy<Value = Facts> {
    let answers: Vec<BoxedStrategy<Option<Answer>>> = CATALOGUE
        .iter()
        .map(|spec| {
            prop_oneof![1 => Just(None), 1 => Just(Some(Answer::NotKnown)), 60 => answer(&spec.form).prop_map(Some)]
                .boxed()
        })
        .collect();
    answers.prop_map(|answers| {
        let mut facts = Facts::default();
        for (spec, answer) in CATALOGUE.iter().zip(answers) {
            facts.set(spec, answer).unwrap_or_else(|complaint| panic!("{}: {complaint:?}", spec.id));
        }
        facts
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_answers_are_assessed_and_every_working_recomputes(facts in facts()) {
        let report = (CURRENT.assess)(&facts, true);
        for assessment in &report.assessments {
            prop_assert_eq!(recomputes(assessment), Ok(()), "{}", assessment.clause.id);
            for lang in [miyun::text::Lang::Zh, miyun::text::Lang::En] {
                prop_assert!(assessment.steps.iter().all(|step| !step.line(lang).text.is_empty()));
            }
        }
    }

    #[test]
    fn the_working_changes_nothing(facts in facts()) {
        let (with, without) = ((CURRENT.assess)(&facts, true), (CURRENT.assess)(&facts, false));
        prop_assert_eq!(with.by_year, without.by_year);
        for (with, without) in with.assessments.iter().zip(&without.assessments) {
            prop_assert_eq!(with.outcome, without.outcome);
            prop_assert_eq!(&with.estimate.by_year, &without.estimate.by_year);
        }
    }

    #[test]
    fn bands_are_never_negative_and_floors_stay_below_ceilings(facts in facts()) {
        let report = (CURRENT.assess)(&facts, false);
        let years = report.assessments.iter().flat_map(|assessment| assessment.estimate.by_year.iter()).chain(report.by_year.iter());
        for (_, amount) in years {
            prop_assert!(amount.certain >= Money::ZERO && amount.possible >= Money::ZERO);
            prop_assert!(amount.certain <= amount.certain + amount.possible);
            prop_assert!(Money::ZERO <= amount.floor && amount.floor <= amount.ceiling);
            prop_assert!(amount.prepaid <= amount.certain);
        }
    }

    #[test]
    fn sums_equal_their_parts(facts in facts()) {
        let report = (CURRENT.assess)(&facts, false);
        let gave_way: Money = report.gave_way.iter().map(|gave_way| gave_way.amount).sum();
        let (mut certain, mut possible, mut ceiling) = (Money::ZERO, Money::ZERO, Money::ZERO);
        for assessment in &report.assessments {
            let total = assessment.estimate.by_year.total();
            certain += total.certain;
            possible += total.possible;
            ceiling += total.ceiling;
        }
        let total = report.total();
        prop_assert_eq!(total.certain + gave_way, certain);
        prop_assert_eq!(total.possible, possible + gave_way);
        prop_assert_eq!(total.ceiling, ceiling);
    }

    #[test]
    fn only_what_is_met_is_certain_and_what_is_unknown_names_what_is_missing(facts in facts()) {
        for assessment in (CURRENT.assess)(&facts, true).assessments {
            let total = assessment.estimate.by_year.total();
            match assessment.outcome {
                Outcome::Met => prop_assert!(assessment.missing.is_empty()),
                Outcome::NotMet => {
                    prop_assert!(total.certain.is_zero() && total.ceiling.is_zero());
                    prop_assert!(assessment.unmet().count() > 0, "{} says no without a reason", assessment.clause.id);
                }
                Outcome::Unknown => {
                    prop_assert!(total == miyun::rule::Amount::default());
                    // Article 25 waits for the district, not for the applicant.
                    prop_assert!(!assessment.missing.is_empty() || assessment.clause.article == 25, "{}", assessment.clause.id);
                }
                Outcome::NotApplicable => prop_assert!(total == miyun::rule::Amount::default()),
            }
        }
    }

    #[test]
    fn no_clause_pays_without_its_gate(facts in facts(), closed in 0_usize..5, told in any::<bool>()) {
        let mut facts = facts;
        facts.set(&GATE[closed].0.spec, told.then_some(Answer::YesNo(false))).unwrap();
        for assessment in (CURRENT.assess)(&facts, false).assessments {
            if assessment.clause.gate != Gate::Open {
                prop_assert!(assessment.estimate.by_year.total().certain.is_zero(), "{}", assessment.clause.id);
            }
        }
    }

    #[test]
    fn more_contribution_never_lowers_growth_funding(facts in facts(), row in 0_usize..8, more in 0_i128..500_000_000) {
        let clause = CURRENT.clause("growth_funding").unwrap();
        let before = clause.assess(&facts, false).estimate.by_year.total().certain;
        let mut facts = facts;
        if let Some(table) = facts.get(&CONTRIBUTIONS)
            && let Some(contribution) = table.money(&contributions::AMOUNT, row)
        {
            let Form::Table(columns) = CONTRIBUTIONS.spec.form else { unreachable!("contributions are a table") };
            let mut table = table.clone();
            let raised = Money::from_fen((contribution.fen() + more).min(Money::LIMIT.fen()));
            table.set(columns, row, contributions::AMOUNT.index, Some(Answer::Money(raised))).unwrap();
            facts.set(&CONTRIBUTIONS.spec, Some(Answer::Table(table))).unwrap();
            let after = clause.assess(&facts, false).estimate.by_year.total().certain;
            prop_assert!(after >= before, "{before} → {after}");
        }
    }

    #[test]
    fn the_order_of_answering_does_not_matter(facts in facts(), order in Just((0..CATALOGUE.len()).collect::<Vec<_>>()).prop_shuffle()) {
        let mut other = Facts::default();
        for index in order {
            other.set(CATALOGUE[index], facts.answer(CATALOGUE[index]).cloned()).unwrap();
        }
        let (first, second) = (miyun::draft::Draft { facts, ..Default::default() }, miyun::draft::Draft { facts: other, ..Default::default() });
        prop_assert_eq!(first.digest(), second.digest());
        prop_assert_eq!(first, second);
    }

    #[test]
    fn drafts_survive_saving(facts in facts()) {
        let draft = miyun::draft::Draft { title: "=cmd|草稿".into(), facts, ..Default::default() };
        prop_assert_eq!(miyun::draft::Draft::open(&draft.to_json().to_string()), Ok(draft));
    }

    #[test]
    fn broken_files_are_refused_and_never_panic(file in "\\PC*", id in "[a-z_]{1,12}", value in "(null|-?[0-9]{1,40}|\"[^\"\\\\]{0,20}\"|\\[\\]|\\[\\{\\}\\]|\\{\\}|true)") {
        let _ = miyun::draft::Draft::open(&file);
        let id = question(&id).map_or("paid_in", |spec| spec.id);
        let _ = miyun::draft::Draft::open(&format!("{{\"format\":1,\"edition\":\"{}\",\"facts\":{{\"{id}\":{value}}}}}", CURRENT.id));
    }

    #[test]
    fn whatever_is_typed_is_taken_exactly_or_refused(typed in "\\PC{0,24}|[0-9０-９,，.。]{0,24}[万亿元%]{0,3}", index in 0..CATALOGUE.len()) {
        let spec = CATALOGUE[index];
        if let Ok(Some(answer)) = spec.form.parse(&typed, rust_decimal::Decimal::ONE) {
            prop_assert_eq!(spec.form.check(&answer), Ok(()));
            let mut facts = Facts::default();
            prop_assert_eq!(facts.set(spec, Some(answer)), Ok(()));
        }
    }
}
